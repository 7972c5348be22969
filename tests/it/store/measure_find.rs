use std::time::{Duration, Instant};

use regards::archive::filter::parse;

use super::measure::{at, timed};
use super::seeded::seeded;

/// `REGARDS_ROWS=1000000 cargo test --release filters_with_many_rows -- --ignored --nocapture`
#[test]
#[ignore = "takes minutes: figures for the closing note"]
fn filters_with_many_rows() {
    let rows: u32 = std::env::var("REGARDS_ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(100_000);
    let folder = tempfile::tempdir().unwrap();
    let start = Instant::now();
    let path = folder.path().join("l.sqlite");
    let ledger = seeded(&path, rows);
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
