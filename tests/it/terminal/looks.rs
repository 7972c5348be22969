//! What is written down beside the meeting: who looked, and what is said when the disk takes nothing more.

use regards::store::{Act, Ledger};
use rusqlite::Connection;

use super::Home;

const ENTER: &str = "\r";
const ESCAPE: &str = "\u{1b}";
const DOWN: &str = "\u{1b}[B";
const TAB: &str = "\t";

fn rows(home: &Home) -> Vec<(String, String, String)> {
    // None as long as the ledger is being made.
    let Ok(ledger) = Ledger::open_read_only(&home.database()) else { return Vec::new() };
    let found = ledger.accesses(99).unwrap();
    found.into_iter().rev().map(|row| (row.action, row.target, row.actor)).collect()
}

fn until(what: &str, holds: impl Fn() -> bool) {
    let started = std::time::Instant::now();
    while !holds() {
        assert!(started.elapsed() < super::PATIENCE, "waited in vain for {what}");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
}

#[test]
fn a_case_that_is_opened_is_written_down_once() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    terminal.wait_for("LN-2026-001");
    terminal.send(ENTER);
    terminal.wait_for("Regards croisés");
    until("the first row", || rows(&home).len() == 1);
    // Down into the reasons and back: the same case.
    terminal.send(ENTER);
    terminal.wait_for("Énoncé");
    terminal.send(ESCAPE);
    terminal.wait_for("Regards croisés");
    terminal.send("n");
    terminal.wait_for("LN-2026-002");
    until("the second row", || rows(&home).len() >= 2);
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
    let expected =
        ["LN-2026-001", "LN-2026-002"].map(|case| ("opened-case".to_owned(), case.to_owned(), "secretary".to_owned()));
    assert_eq!(rows(&home), expected);
    assert_eq!(Ledger::open_read_only(&home.database()).unwrap().verify().unwrap().events, 0, "looking is no act");
}

#[test]
fn a_session_that_only_reads_writes_nothing_down() {
    let home = Home::new();
    std::fs::create_dir_all(home.database().parent().unwrap()).unwrap();
    drop(Ledger::open(&home.database()).unwrap());
    let mut terminal = home.open(&["--read-only"]);
    terminal.wait_for("LN-2026-001");
    terminal.send(ENTER);
    terminal.wait_for("Regards croisés");
    terminal.send("n");
    terminal.wait_for("LN-2026-002");
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
    assert_eq!(rows(&home), []);
}

/// A ledger that is locked holds no screen up: it is said once, and written down when it is free again.
#[test]
fn what_cannot_be_written_down_now_is_said_and_waits() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    terminal.wait_for("LN-2026-001");
    until("the ledger", || home.database().exists());
    until("its tables", || Ledger::open_read_only(&home.database()).is_ok());
    let other = Connection::open(home.database()).unwrap();
    until("the lock", || other.execute_batch("BEGIN IMMEDIATE").is_ok());
    terminal.send(ENTER);
    terminal.wait_for("journal des accès");
    other.execute_batch("ROLLBACK").unwrap();
    terminal.send("n");
    terminal.wait_for("LN-2026-002");
    until("both rows", || rows(&home).len() == 2);
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
}

/// The disk takes nothing more in the middle of a sentence: it is said, the text stays, the program goes on.
#[test]
fn a_disk_that_takes_nothing_more_ends_no_meeting() {
    let home = Home::new();
    std::fs::create_dir_all(home.database().parent().unwrap()).unwrap();
    let mut ledger = Ledger::open(&home.database()).unwrap();
    let early = Act { at: "2026-02-20T14:03:22Z".parse().unwrap(), actor: "secretary".to_owned() };
    ledger.save_draft(&"LN-2026-009".parse().unwrap(), "{}", None, &early).unwrap();
    drop(ledger);
    let mut terminal = home.open_limited(128);
    terminal.wait_for("LN-2026-001");
    terminal.send(ENTER);
    terminal.wait_for("Regards croisés");
    terminal.send("d");
    terminal.wait_for("Justification");
    terminal.send(DOWN);
    terminal.send(TAB);
    terminal.send(TAB);
    for word in ["Protéinurie ", "en hausse ", "malgré ", "le bloqueur, ", "la patiente ", "préfère ", "les comprimés."]
    {
        terminal.send(word);
        terminal.wait_for(word.trim().rsplit(' ').next().unwrap());
    }
    terminal.wait_for("Le disque a refusé");
    assert!(terminal.shown().contains("la patiente préfère"), "{}", terminal.shown());
    terminal.kill();
    let ledger = Ledger::open(&home.database()).unwrap();
    assert_eq!(ledger.verify().unwrap().faults, []);
    let draft = ledger.draft(&"LN-2026-001".parse().unwrap()).unwrap().unwrap();
    assert!(draft.body.contains("Prot"), "what was safe before is safe: {}", draft.body);
    assert!(ledger.draft(&"LN-2026-009".parse().unwrap()).unwrap().is_some());
}
