//! The log beside the ledger: it stays small however long the meeting is, and is missed when it is taken away.

use regards::store::{Ledger, StoreError};

use super::*;

/// What the log may weigh: it is written back every 1000 pages.
const BOUND: u64 = 8 * 1024 * 1024;

fn weight(path: &Path) -> u64 {
    std::fs::metadata(path.with_file_name("l.sqlite-wal")).map_or(0, |data| data.len())
}

#[test]
fn a_terminal_that_only_reads_does_not_let_the_log_grow() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    let mut ledger = filled(&path);
    // Speed only: what is measured is how much is written, not how safely.
    ledger.connection().pragma_update(None, "synchronous", "OFF").unwrap();
    let reader = Ledger::open_read_only(&path).unwrap();
    let (mut heaviest, mut revision) = (0, None);
    for turn in 0..2000 {
        let body = format!("{turn} ").repeat(600);
        revision = Some(ledger.save_draft(&case("LN-1"), &body, revision, &by("Dr A", 5)).unwrap());
        reader.data_version().unwrap();
        assert_eq!(reader.recent(5, None).unwrap().len(), 2);
        heaviest = heaviest.max(weight(&path));
    }
    assert!(heaviest > 0 && heaviest < BOUND, "{heaviest} bytes");
    // A terminal that only reads cannot write it back, and leaves it to the next that writes.
    drop((reader, ledger));
    assert_eq!(weight(&path), 0, "the last to leave writes it back");
}

#[test]
fn a_log_that_grew_under_a_long_reading_is_cut_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    let mut ledger = filled(&path);
    ledger.connection().pragma_update(None, "synchronous", "OFF").unwrap();
    let reader = Ledger::open_read_only(&path).unwrap();
    reader.connection().execute_batch("BEGIN; SELECT count(*) FROM event").unwrap();
    let mut revision = None;
    for turn in 0..300 {
        let body = format!("{turn} ").repeat(15_000);
        revision = Some(ledger.save_draft(&case("LN-1"), &body, revision, &by("Dr A", 5)).unwrap());
    }
    assert!(weight(&path) > BOUND, "nothing can be written back while somebody reads: {}", weight(&path));
    reader.connection().execute_batch("COMMIT").unwrap();
    for _ in 0..3 {
        revision = Some(ledger.save_draft(&case("LN-1"), "x", revision, &by("Dr A", 5)).unwrap());
    }
    assert!(weight(&path) < BOUND, "{} bytes", weight(&path));
}

#[cfg(unix)]
#[test]
fn a_log_that_is_taken_away_is_missed_and_what_was_recorded_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    let mut ledger = filled(&path);
    assert!(weight(&path) > 0);
    std::fs::remove_file(folder.path().join("l.sqlite-wal")).unwrap();
    let refused = ledger.lock(&locked("LN-9"), None, &by("Dr A", 9)).unwrap_err();
    assert!(matches!(refused, StoreError::Moved), "{refused}");
    assert!(matches!(ledger.save_draft(&case("LN-1"), "x", None, &by("a", 0)), Err(StoreError::Moved)));
    // Closing writes back what was in it.
    drop(ledger);
    let mut ledger = Ledger::open(&path).unwrap();
    let verified = ledger.verify().unwrap();
    assert_eq!((verified.events, verified.faults), (4, vec![]));
    ledger.lock(&locked("LN-9"), None, &by("Dr A", 9)).unwrap();
}
