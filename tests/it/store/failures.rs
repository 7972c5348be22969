use std::fs;
use std::io::{Seek, SeekFrom, Write};

use regards::store::{Ledger, StoreError};

use super::*;

#[test]
fn a_missing_folder_file_or_a_folder_instead_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("no/such/l.sqlite");
    let refused = Ledger::open(&nowhere).unwrap_err();
    assert!(matches!(&refused, StoreError::FolderMissing(path) if path.ends_with("no/such")), "{refused}");
    assert!(refused.to_string().contains("create it"), "{refused}");
    let absent = folder.path().join("l.sqlite");
    assert!(matches!(Ledger::open_read_only(&absent), Err(StoreError::Missing(_))));
    assert!(!absent.exists(), "reading creates nothing");
    assert!(matches!(Ledger::open(folder.path()), Err(StoreError::IsAFolder(_))));
}

#[test]
fn what_is_not_a_ledger_is_refused_and_left_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("notes.txt");
    fs::write(&text, "LN-2026-006: voir avec la néphrologie\n".repeat(40)).unwrap();
    let other = folder.path().join("other.sqlite");
    raw(&other).execute_batch("CREATE TABLE photos (x); PRAGMA user_version = 1;").unwrap();
    for path in [&text, &other] {
        let before = fs::read(path).unwrap();
        for refused in [Ledger::open(path).unwrap_err(), Ledger::open_read_only(path).unwrap_err()] {
            let expected =
                if path == &text { "is not a plain database: check the path" } else { "not a ledger of this program" };
            assert!(refused.to_string().contains(expected), "{refused}");
        }
        assert_eq!(fs::read(path).unwrap(), before);
    }
    let empty = folder.path().join("empty.sqlite");
    fs::write(&empty, "").unwrap();
    assert!(matches!(Ledger::open_read_only(&empty), Err(StoreError::Missing(_))));
    Ledger::open(&empty).unwrap();
}

#[test]
fn a_ledger_opened_for_reading_refuses_every_act() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    let mut writer = filled(&path);
    let mut reader = Ledger::open_read_only(&path).unwrap();
    let words = reader.lock(&locked("LN-9"), None, &by("Dr A", 9)).unwrap_err();
    assert!(matches!(words, StoreError::ReadOnly), "{words}");
    assert!(matches!(reader.save_draft(&case("LN-1"), "x", None, &by("a", 0)), Err(StoreError::ReadOnly)));
    assert!(matches!(reader.rebuild(), Err(StoreError::ReadOnly)));
    assert!(reader.verify().unwrap().is_sound(), "it can be verified");
    reader.backup(&folder.path().join("copy.sqlite")).unwrap();
    writer.lock(&locked("LN-9"), None, &by("Dr A", 9)).unwrap();
    assert_eq!(reader.count().unwrap(), 3);
}

#[cfg(unix)]
#[test]
fn a_file_without_the_right_to_write_is_read_only() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    drop(filled(&path));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
    if fs::OpenOptions::new().append(true).open(&path).is_ok() {
        return; // The superuser may write what nobody may write.
    }
    let refused = Ledger::open(&path).unwrap_err();
    assert!(matches!(refused, StoreError::ReadOnly), "{refused}");
    assert_eq!(Ledger::open_read_only(&path).unwrap().count().unwrap(), 2);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    assert!(matches!(Ledger::open(&path), Err(StoreError::Permission(_))));
}

#[test]
fn a_full_disk_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    let mut ledger = filled(&path);
    let pages: i64 = ledger.connection().query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    ledger.connection().query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(())).unwrap();
    let mut large = locked("LN-9");
    large.table = serde_json::json!("x".repeat(200_000));
    let refused = ledger.lock(&large, None, &by("Dr A", 9)).unwrap_err();
    assert!(matches!(refused, StoreError::DiskFull), "{refused}");
    assert!(refused.to_string().contains("Free some space"), "{refused}");
    let body = "x".repeat(200_000);
    assert!(matches!(ledger.save_draft(&case("LN-9"), &body, None, &by("a", 9)), Err(StoreError::DiskFull)));
    let verified = ledger.verify().unwrap();
    assert_eq!((verified.events, verified.faults), (4, vec![]), "all or nothing");

    ledger.connection().query_row("PRAGMA max_page_count = 1000000", [], |_| Ok(())).unwrap();
    ledger.lock(&large, None, &by("Dr A", 9)).unwrap();
    assert!(ledger.verify().unwrap().is_sound());
}

#[test]
fn a_locked_file_is_said_after_a_short_wait() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    let mut ledger = filled(&path);
    let other = raw(&path);
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    ledger.connection().busy_timeout(std::time::Duration::from_millis(20)).unwrap();
    let refused = ledger.lock(&locked("LN-9"), None, &by("Dr A", 9)).unwrap_err();
    assert!(matches!(refused, StoreError::Busy), "{refused}");
    assert_eq!(ledger.recent(10, None).unwrap().len(), 2, "reading goes on");
    other.execute_batch("ROLLBACK").unwrap();
    ledger.lock(&locked("LN-9"), None, &by("Dr A", 9)).unwrap();
}

#[test]
fn a_file_held_by_another_program_is_given_up_soon() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    drop(filled(&path));
    let other = raw(&path);
    other.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE").unwrap();
    let start = std::time::Instant::now();
    let refused = Ledger::open(&path).unwrap_err();
    assert!(matches!(refused, StoreError::Busy), "{refused}");
    assert!(start.elapsed() < std::time::Duration::from_secs(8), "{:?}", start.elapsed());
}

#[test]
fn a_corrupt_page_is_said_and_verify_does_not_fall() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    let mut ledger = filled(&path);
    let number = ledger.lock(&locked("LN-4"), None, &by("Dr A", 9)).unwrap();
    let root: u64 = ledger
        .connection()
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'decision'", [], |row| row.get::<_, i64>(0))
        .unwrap()
        .unsigned_abs();
    drop(ledger);
    let mut file = fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.seek(SeekFrom::Start((root - 1) * 4096)).unwrap();
    file.write_all(&[0xEE; 4096]).unwrap();
    drop(file);

    let ledger = Ledger::open(&path).unwrap();
    let refused = ledger.decision(number).unwrap_err();
    assert!(matches!(refused, StoreError::Corrupt(_)), "{refused}");
    assert!(refused.to_string().contains("regards verify"), "{refused}");
    let verified = ledger.verify().unwrap();
    assert!(
        verified.faults.iter().any(|fault| matches!(fault, regards::store::Fault::File(_))),
        "{:?}",
        verified.faults
    );
    assert!(verified.first_broken_link().is_none(), "the journal itself is whole");
    assert!(verified.affected_cases().is_empty());
}

/// What a terminal verified before is not taken for what stands there now.
#[test]
fn a_ledger_is_verified_again_after_another_terminal_wrote() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    let mut writer = filled(&path);
    let reader = Ledger::open_read_only(&path).unwrap();
    for turn in 0..6 {
        let verified = reader.verify().unwrap();
        assert_eq!((verified.events, verified.faults), (4 + turn, vec![]));
        writer.lock(&locked(&format!("LN-10{turn}")), None, &by("Dr A", 9)).unwrap();
    }
}

#[test]
fn a_cut_file_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    drop(filled(&path));
    let length = fs::metadata(&path).unwrap().len();
    fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(length / 2).unwrap();
    let said = match Ledger::open(&path) {
        Ok(ledger) => ledger.verify().map(|verified| !verified.is_sound()),
        Err(StoreError::Corrupt(_)) => Ok(true),
        Err(other) => Err(other),
    };
    assert!(said.unwrap());
}

#[test]
fn a_backup_is_whole_and_replaces_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = filled(&folder.path().join("l.sqlite"));
    let to = folder.path().join("copy.sqlite");
    ledger.backup(&to).unwrap();
    let refused = ledger.backup(&to).unwrap_err();
    assert!(matches!(refused, StoreError::AlreadyThere(_)), "{refused}");
    assert!(matches!(ledger.backup(&folder.path().join("no/copy.sqlite")), Err(StoreError::FolderMissing(_))));
    ledger.lock(&locked("LN-9"), None, &by("Dr A", 9)).unwrap();
    let copy = Ledger::open_read_only(&to).unwrap();
    let verified = copy.verify().unwrap();
    assert_eq!((verified.events, verified.faults), (4, vec![]));
    let left: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("partial"))
        .collect();
    assert_eq!(left, [""; 0]);
    Ledger::open_in_memory().unwrap().backup(&folder.path().join("memory.sqlite")).unwrap();
}

#[test]
fn a_ledger_that_was_deleted_or_replaced_takes_nothing_down_in_silence() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    let mut ledger = filled(&path);
    fs::remove_file(&path).unwrap();
    assert!(matches!(ledger.save_draft(&case("LN-1"), "x", None, &by("a", 0)), Err(StoreError::Moved)));
    drop(filled(&path));
    assert!(matches!(ledger.lock(&locked("LN-9"), None, &by("Dr A", 9)), Err(StoreError::Moved)));
}
