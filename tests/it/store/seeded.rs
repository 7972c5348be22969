//! A ledger of any size, made in seconds: the same one every time. What is measured is measured on it.

use std::fmt::Write;
use std::path::Path;

use regards::store::Ledger;
use rusqlite::params;

pub const WORDS: [&str; 24] = [
    "protéinurie",
    "créatinine",
    "rémission",
    "rechute",
    "mycophénolate",
    "bélimumab",
    "voclosporine",
    "grossesse",
    "observance",
    "infection",
    "biopsie",
    "néphrologie",
    "corticoïdes",
    "décroissance",
    "cyclophosphamide",
    "classe",
    "partielle",
    "complète",
    "tension",
    "œdème",
    "lupus",
    "hydroxychloroquine",
    "dosage",
    "contraception",
];

/// Words in a fixed disorder, so that two runs measure the same ledger.
pub fn prose(seed: &mut u64, words: usize) -> String {
    let mut text = String::new();
    for _ in 0..words {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let draw = usize::try_from(*seed >> 33).unwrap();
        match draw % 5 {
            // Rare words, as texts have them: three or more letters of their own.
            0 => write!(text, "{}{:x} ", &WORDS[draw % 24].chars().take(3).collect::<String>(), draw % 40_000).unwrap(),
            _ => write!(text, "{} ", WORDS[draw / 5 % 24]).unwrap(),
        }
    }
    text.trim_end().to_owned()
}

/// A ledger whose tables hold so many decisions, without a journal: what a search looks at is all there. Their numbers in the
/// journal end at 0, so that what is recorded afterwards begins at 1 and is the newest.
pub fn seeded(path: &Path, rows: u32) -> Ledger {
    let ledger = Ledger::open(path).unwrap();
    let sql = ledger.connection();
    sql.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; BEGIN").unwrap();
    let mut seed = 7;
    let texts: Vec<String> = (0..20_000).map(|_| prose(&mut seed, 40)).collect();
    let mut decision = sql
        .prepare("INSERT INTO decision VALUES (?1, ?2, ?2, 1, NULL, NULL, 1, ?3, 'H. B.', ?4, 'Classe V pure : faut-il immunosupprimer ?', ?5, '1,6 g/g', '118', ?6, ?7, NULL, 'fr', ?4 || 'T14:03:22.123Z', 'Dr A')")
        .unwrap();
    let mut profile = sql
        .prepare("INSERT INTO decision_profile (event_seq, class_group, upcr, egfr, age, sex, flares, regimen, pulse) VALUES (?1, ?2, ?3, ?4, ?5, 'female', ?6, ?7, ?8)")
        .unwrap();
    let mut line = sql.prepare("INSERT INTO decision_line VALUES (?1, ?2, 'start', ?3, '2 g/j')").unwrap();
    let mut reading = sql.prepare("INSERT INTO decision_concordance VALUES (?1, ?2, ?3, '2024', ?4, '[]')").unwrap();
    let mut text = sql
        .prepare("INSERT INTO decision_text (rowid, question, rationale, lines, drugs, case_id, alias) VALUES (?1, 'Classe V pure', ?2, '2 g/j', ?3, ?4, 'H. B.')")
        .unwrap();
    let mut draw = move |most: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % most
    };
    for n in 1..=i64::from(rows) {
        let seq = n - i64::from(rows);
        let class = ["III", "IV", "V", "III+V", "IV+V", "IV", "III", "II"][usize::try_from(draw(8)).unwrap()];
        let group = ["proliferative", "mixed_v", "pure_v", "i_ii"][usize::try_from(draw(4)).unwrap()];
        let day = format!("{:04}-{:02}-{:02}", 2000 + n * 26 / i64::from(rows), 1 + draw(12), 1 + draw(28));
        let outcome = if draw(100) < 4 { "deferred-time" } else { "decided" };
        let rationale = &texts[usize::try_from(draw(20_000)).unwrap()];
        let case = format!("LN-{n}");
        decision
            .execute(params![seq, format!("{n:08x}-0000-7000-8000-{n:012x}"), case, day, class, outcome, rationale])
            .unwrap();
        let drug = match draw(1000) {
            0 => "eculizumab",
            1..=100 => "voclosporin",
            101..=350 => "belimumab",
            _ => "mycophenolate_mofetil",
        };
        let flares = i64::try_from(draw(6)).unwrap();
        #[expect(clippy::cast_precision_loss, reason = "a small number")]
        let mut real = |most: u64| draw(most * 10) as f64 / 10.0;
        profile.execute(params![seq, group, real(8), real(120), 15.0 + real(60), flares, drug, real(2) > 1.0]).unwrap();
        line.execute(params![seq, 1, drug]).unwrap();
        line.execute(params![seq, 2, "prednisone"]).unwrap();
        for (position, guideline) in (1..).zip(["eular-2025", "acr-2024", "kdigo-2024"]) {
            let says = if draw(10) == 0 { "deviates" } else { "concordant" };
            reading.execute(params![seq, position, guideline, says]).unwrap();
        }
        text.execute(params![seq, rationale, drug, case]).unwrap();
    }
    drop((decision, profile, line, reading, text));
    sql.execute_batch("COMMIT").unwrap();
    drop(ledger);
    Ledger::open_read_only(path).unwrap()
}
