use std::time::{Duration, Instant};

use regards::archive::filter::parse;
use regards::store::Ledger;
use rusqlite::params;

use super::measure::{at, prose, timed};

/// A ledger whose tables hold so many decisions, without a journal: what a search looks at is all there.
fn ledger(path: &std::path::Path, rows: u32) -> Ledger {
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
        let class = ["III", "IV", "V", "III+V", "IV+V", "IV", "III", "II"][usize::try_from(draw(8)).unwrap()];
        let group = ["proliferative", "mixed_v", "pure_v", "i_ii"][usize::try_from(draw(4)).unwrap()];
        let day = format!("{:04}-{:02}-{:02}", 2000 + n * 26 / i64::from(rows), 1 + draw(12), 1 + draw(28));
        let outcome = if draw(100) < 4 { "deferred-time" } else { "decided" };
        let rationale = &texts[usize::try_from(draw(20_000)).unwrap()];
        let case = format!("LN-{n}");
        decision
            .execute(params![n, format!("{n:08x}-0000-7000-8000-{n:012x}"), case, day, class, outcome, rationale])
            .unwrap();
        let drug = match draw(1000) {
            0 => "eculizumab",
            1..=100 => "voclosporin",
            101..=350 => "belimumab",
            _ => "mycophenolate_mofetil",
        };
        #[expect(clippy::cast_precision_loss, reason = "a small number")]
        let mut real = |most: u64| draw(most * 10) as f64 / 10.0;
        profile.execute(params![n, group, real(8), real(120), 15.0 + real(60), real(6), drug, real(2) > 1.0]).unwrap();
        line.execute(params![n, 1, drug]).unwrap();
        line.execute(params![n, 2, "prednisone"]).unwrap();
        for (position, guideline) in (1..).zip(["eular-2025", "acr-2024", "kdigo-2024"]) {
            let says = if draw(10) == 0 { "deviates" } else { "concordant" };
            reading.execute(params![n, position, guideline, says]).unwrap();
        }
        text.execute(params![n, rationale, drug, case]).unwrap();
    }
    drop((decision, profile, line, reading, text));
    sql.execute_batch("COMMIT").unwrap();
    drop(ledger);
    Ledger::open_read_only(path).unwrap()
}

/// `REGARDS_ROWS=1000000 cargo test --release filters_with_many_rows -- --ignored --nocapture`
#[test]
#[ignore = "takes minutes: figures for the closing note"]
fn filters_with_many_rows() {
    let rows: u32 = std::env::var("REGARDS_ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(100_000);
    let folder = tempfile::tempdir().unwrap();
    let start = Instant::now();
    let path = folder.path().join("l.sqlite");
    let ledger = ledger(&path, rows);
    println!(
        "{rows} decisions made in {:.0} s, {} MB",
        start.elapsed().as_secs_f64(),
        std::fs::metadata(&path).unwrap().len() >> 20
    );
    for line in [
        "",
        "p",
        "pro",
        "protéinurie rech",
        "drug:mmf",
        "drug:eculizumab",
        "first:voclosporine",
        "class:III+V",
        "class:mixed_v",
        "outcome:deferred",
        "-outcome:deferred",
        "upcr>2 egfr<30",
        "upcr>7.8 egfr<2 age<18",
        "acr:deviates eular:deviates kdigo:deviates",
        "2024..",
        "..2001 drug:voclosporine",
        "rechute class:V upcr>3",
        "rechute -protéinurie",
        "drug:voclosporine class:III+V upcr>5 egfr<20 acr:deviates followup:none",
        "told:yes",
        "tri:-upcr",
        "tri:-upcr class:V drug:beli",
        "tri:egfr rechute",
        "tri:case",
        "tri:-meeting outcome:deferred",
    ] {
        let query = parse(line, &[]).query;
        let found = ledger.find(&query, 500, None).unwrap().entries.len();
        let first = timed(15, |_| drop(ledger.find(&query, 500, None).unwrap()));
        let counted = timed(5, |_| assert!(ledger.how_many(&query, 10_000).is_ok()));
        let ms = |taken: &[Duration], share| at(taken, share);
        println!(
            "{line:72} {found:3} rows: median {:8.2} ms, worst {:8.2} ms; {:?} counted in {:8.2} ms",
            ms(&first, 0.5),
            ms(&first, 1.0),
            ledger.how_many(&query, 10_000).unwrap(),
            ms(&counted, 0.5)
        );
    }
}
