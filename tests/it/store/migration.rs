//! Every released form of the ledger comes to the present one: copied first, nothing lost, whoever else is there.

use regards::meeting::session::{Session, Stage};
use regards::store::{Ledger, STEPS, StoreError};

use super::*;

const RELEASED: [(i32, &str); 3] = [
    (1, include_str!("../../ledgers/v1.sql")),
    (2, include_str!("../../ledgers/v2.sql")),
    (3, include_str!("../../ledgers/v3.sql")),
];

/// The journal, and what the tables of format 1 say.
fn held(connection: &Connection) -> Vec<String> {
    ["event", "decisions", "decision_history", "decision_lines", "concordance", "postponements"]
        .iter()
        .flat_map(|name| rows_of(connection, name, "*"))
        .collect()
}

fn copies(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let is_copy = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name.contains(".before-v") && name.ends_with(".sqlite")
    };
    entries.filter(is_copy).collect()
}

#[test]
fn every_released_form_keeps_all_it_holds_and_takes_down_a_meeting() {
    for (format, text) in RELEASED {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("l.sqlite");
        stored(&path, text);
        let before = held(&raw(&path));
        let mut ledger = Ledger::open(&path).unwrap();
        assert_eq!(held(ledger.connection()), before, "format {format}");
        assert_eq!(ledger.verify().unwrap().faults, [], "format {format}");
        let copies = copies(folder.path());
        assert_eq!(copies.len(), 1, "format {format}");
        let copy = raw(&copies[0]);
        assert_eq!(held(&copy), before, "format {format}");
        assert_eq!(copy.query_row("PRAGMA user_version", [], |row| row.get::<_, i32>(0)).unwrap(), format);

        let meeting = day("2026-03-20");
        let says = |done| MeetingAct { meeting, done };
        let acts = [says(sessions::opened()), says(SessionAct::Started { case: case("LN-2") })];
        ledger.record_all(&acts, &by("S. B.", 60)).unwrap();
        let later = Locked { meeting: Some(meeting), ..saying("LN-2", "un mois après") };
        ledger.lock(&later, None, &by("S. B.", 61)).unwrap();
        let session = Session::of(meeting, &ledger.meeting_acts(meeting, 0).unwrap());
        assert_eq!(session.stage, Stage::Open);
        let sql = "SELECT decisions FROM meetings WHERE meeting = '2026-03-20'";
        let held: i64 = ledger.connection().query_row(sql, [], |row| row.get(0)).unwrap();
        assert_eq!(held, 0, "the decision names another day than the room it was made in");
        assert_eq!(ledger.verify().unwrap().faults, [], "format {format}");
        ledger.rebuild().unwrap();
        assert_eq!(ledger.verify().unwrap().faults, [], "format {format}");
    }
}

#[test]
fn a_program_of_the_time_that_has_it_open_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    stored(&path, RELEASED[1].1);
    let older = &STEPS[..2];
    let mut idle = Ledger::open_with_steps(&path, older).unwrap();
    let reading = Ledger::open_with_steps(&path, older).unwrap();
    reading.connection().execute_batch("BEGIN; SELECT count(*) FROM event").unwrap();
    let newer = Ledger::open(&path).unwrap();
    assert_eq!(newer.verify().unwrap().events, 5);
    reading.connection().execute_batch("COMMIT").unwrap();
    idle.lock(&locked("LN-9"), None, &by("Dr A", 60)).unwrap();
    let fresh = Ledger::open_read_only(&path).unwrap().verify().unwrap();
    assert_eq!((fresh.events, fresh.faults), (6, vec![]));
    let verified = newer.verify().unwrap();
    assert_eq!((verified.events, verified.faults), (6, vec![]));
    assert!(matches!(Ledger::open_with_steps(&path, older), Err(StoreError::NewerSchema { .. })));
}

/// Longer than an act would wait: whoever migrates copies the whole file first.
#[test]
fn a_long_act_of_another_terminal_is_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    stored(&path, RELEASED[1].1);
    let (told, hears) = std::sync::mpsc::channel();
    let busy = {
        let path = path.clone();
        std::thread::spawn(move || {
            let other = raw(&path);
            other.execute_batch("BEGIN IMMEDIATE").unwrap();
            told.send(()).unwrap();
            std::thread::sleep(regards::store::BUSY_TIMEOUT + std::time::Duration::from_millis(300));
            other.execute_batch("COMMIT").unwrap();
        })
    };
    hears.recv().unwrap();
    assert_eq!(Ledger::open(&path).unwrap().verify().unwrap().faults, []);
    busy.join().unwrap();
}

#[test]
fn several_terminals_bring_it_up_to_date_at_once_and_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    stored(&path, RELEASED[0].1);
    let before = held(&raw(&path));
    let opening: Vec<_> = (0..4)
        .map(|number| {
            let path = path.clone();
            std::thread::spawn(move || {
                let mut ledger = Ledger::open(&path).unwrap();
                ledger.lock(&locked(&format!("LN-10{number}")), None, &by("Dr A", 60)).unwrap();
            })
        })
        .collect();
    for one in opening {
        one.join().unwrap();
    }
    let ledger = Ledger::open(&path).unwrap();
    let verified = ledger.verify().unwrap();
    assert_eq!((verified.events, verified.faults), (8, vec![]));
    assert!(before.iter().all(|row| !row.starts_with("event") || held(ledger.connection()).contains(row)));
    let copies = copies(folder.path());
    assert_eq!(copies.len(), 1, "who comes second finds it done");
    assert_eq!(held(&raw(&copies[0])), before);
}

#[test]
fn a_disk_that_fills_on_the_way_leaves_the_old_file_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    stored(&path, RELEASED[1].1);
    let before = held(&raw(&path));
    let filling =
        "PRAGMA max_page_count = 1; CREATE TABLE added (x BLOB) STRICT; INSERT INTO added VALUES (zeroblob(400000));";
    let steps = [STEPS, &[filling]].concat();
    let refused = Ledger::open_with_steps(&path, &steps).unwrap_err();
    assert!(matches!(refused, StoreError::DiskFull), "{refused}");
    let old = raw(&path);
    assert_eq!(old.query_row("PRAGMA user_version", [], |row| row.get::<_, i32>(0)).unwrap(), 2);
    assert_eq!(held(&old), before);
    assert_eq!(old.query_row("PRAGMA integrity_check", [], |row| row.get::<_, String>(0)).unwrap(), "ok");
    drop(old);
    assert_eq!(Ledger::open(&path).unwrap().verify().unwrap().faults, []);
}
