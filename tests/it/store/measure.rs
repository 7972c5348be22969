use std::time::{Duration, Instant};

use regards::store::Ledger;

use super::seeded::{WORDS, prose};
use super::*;

pub(super) fn at(sorted: &[Duration], share: f64) -> f64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a rank")]
    let rank = ((sorted.len() - 1) as f64 * share) as usize;
    sorted[rank].as_secs_f64() * 1000.0
}

/// `REGARDS_ROWS=100000 cargo test --release measure -- --ignored --nocapture`
#[test]
#[ignore = "takes a minute: figures for the closing note"]
fn append_and_search_with_many_rows() {
    let rows: u32 = std::env::var("REGARDS_ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(100_000);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    let mut ledger = Ledger::open(&path).unwrap();
    let mut seed = 7;
    let mut given = locked("LN-0");
    given.table = serde_json::json!(vec!["Traitement initial ● association ● trithérapie"; 12]);
    let mut appended = Vec::new();
    for turn in 0..rows {
        given.case_id = case(&format!("LN-{turn}"));
        given.decision.rationale = prose(&mut seed, 40);
        let start = Instant::now();
        ledger.lock(&given, None, &by("Dr A", i64::from(turn))).unwrap();
        appended.push(start.elapsed());
    }
    let mut first = appended[..1000].to_vec();
    let mut last = appended[appended.len() - 1000..].to_vec();
    first.sort_unstable();
    last.sort_unstable();
    println!("append, first 1000: median {:.3} ms, p99 {:.3} ms", at(&first, 0.5), at(&first, 0.99));
    println!("append, last 1000: median {:.3} ms, p99 {:.3} ms", at(&last, 0.5), at(&last, 0.99));
    println!("file: {} bytes a row", std::fs::metadata(&path).unwrap().len() / u64::from(rows));
    let drafted = timed(500, |turn| {
        let case = case(&format!("D-{turn}"));
        ledger.save_draft(&case, "mmf 2 g/d; pred 0.4 mg/kg", None, &by("a", 0)).unwrap();
    });
    println!("draft: median {:.3} ms, p99 {:.3} ms", at(&drafted, 0.5), at(&drafted, 0.99));
    drop(ledger);

    let opened = timed(50, |_| drop(Ledger::open(&path).unwrap()));
    let shown = timed(50, |_| drop(Ledger::open(&path).unwrap().recent(50, None).unwrap()));
    let empty_path = folder.path().join("empty.sqlite");
    drop(Ledger::open(&empty_path).unwrap());
    let empty = timed(50, |_| drop(Ledger::open(&empty_path).unwrap()));
    println!("open: {:.3} ms, {:.2}x an empty ledger", at(&opened, 0.5), at(&opened, 0.5) / at(&empty, 0.5));
    println!("open and read the newest 50: {:.3} ms", at(&shown, 0.5));

    let ledger = Ledger::open(&path).unwrap();
    for letters in [1, 2, 3, 4, 6] {
        let sorted = timed(WORDS.len() * 8, |turn| {
            let typed: String = WORDS[turn % 24].chars().take(letters).collect();
            ledger.search(&typed, 50).unwrap();
        });
        println!("search, {letters} letters: median {:.3} ms, p99 {:.3} ms", at(&sorted, 0.5), at(&sorted, 0.99));
    }
    let sorted = timed(WORDS.len() * 8, |turn| {
        let typed: String = WORDS[turn % 24].chars().take(2).collect();
        ledger.search(&format!("{} {typed}", WORDS[(turn * 7 + 3) % 24]), 50).unwrap();
    });
    println!("search, a word and 2 letters: median {:.3} ms, p99 {:.3} ms", at(&sorted, 0.5), at(&sorted, 0.99));
    let sorted = timed(WORDS.len() * 8, |turn| {
        let rare = format!("{}{:x}", WORDS[turn % 24].chars().take(3).collect::<String>(), turn * 37);
        ledger.search(&rare, 50).unwrap();
    });
    println!("search, a rare word: median {:.3} ms, p99 {:.3} ms", at(&sorted, 0.5), at(&sorted, 0.99));
    let counted = timed(20, |_| assert!(ledger.count().unwrap() > 0));
    println!("count: {:.3} ms", at(&counted, 0.5));
    let cases: Vec<_> = (0..50).map(|n| case(&format!("LN-{}", n * 97))).collect();
    let statuses = timed(20, |_| drop(ledger.statuses(&cases).unwrap()));
    println!("statuses of 50: {:.3} ms", at(&statuses, 0.5));
    let start = Instant::now();
    let sound = ledger.verify().unwrap().is_sound();
    println!("verify: {:.1} s, sound: {sound}", start.elapsed().as_secs_f64());
}

pub(super) fn timed(times: usize, mut doing: impl FnMut(usize)) -> Vec<Duration> {
    let mut taken: Vec<Duration> = (0..times)
        .map(|turn| {
            let start = Instant::now();
            doing(turn);
            start.elapsed()
        })
        .collect();
    taken.sort_unstable();
    taken
}
