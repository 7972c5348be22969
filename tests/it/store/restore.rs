//! A copy put back: what is lost is said first, nobody is in the way, what was there is kept.

use std::fs;
use std::path::PathBuf;

use regards::store::{Fault, Key, Ledger, Present, STEPS, StoreError, restoration, restore};

use super::*;

/// A folder with a ledger of four events and a copy of it; two more events came after.
fn behind() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("l.sqlite"), folder.path().join("copy.sqlite"));
    let mut ledger = filled(&path);
    ledger.backup(&copy).unwrap();
    ledger.lock(&locked("LN-8"), None, &by("Dr A", 20)).unwrap();
    ledger.postpone(&postponement("LN-9", "absente"), &by("Dr A", 21)).unwrap();
    ledger.save_draft(&case("LN-9"), "une phrase", None, &by("Dr A", 22)).unwrap();
    drop(ledger);
    (folder, path, copy)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn what_would_be_lost_is_said_and_nothing_is_changed() {
    let (folder, path, copy) = behind();
    let before = fs::read(&path).unwrap();
    let found = restoration(&copy, &path, &Key::plain()).unwrap();
    assert!(found.verified.is_sound());
    let Present::Read { shared, lost, gained, drafts } = found.present else { panic!("{:?}", found.present) };
    assert_eq!((shared, lost.from, lost.events, gained, drafts), (4, 5, 2, 0, 1));
    assert_eq!(lost.decisions.named[0].case_id, "LN-8");
    assert_eq!(lost.cases.named, ["LN-8", "LN-9"]);
    assert_eq!(lost.meetings.named, ["2026-02-20"]);
    assert!(fs::read(&path).unwrap() == before);
    assert!(!names(folder.path()).iter().any(|name| name.contains("restore") || name.contains("partial")));
}

#[test]
fn the_copy_takes_the_place_and_what_was_there_is_kept() {
    let (folder, path, copy) = behind();
    let restored = restore(&copy, &path, &Key::plain(), false).unwrap();
    let kept = folder.path().join("l.before-restore.sqlite");
    assert_eq!(restored.kept.as_deref(), Some(kept.as_path()));
    assert_eq!(names(folder.path()), ["copy.sqlite", "l.before-restore.sqlite", "l.sqlite"], "nothing else is left");
    let ledger = Ledger::open(&path).unwrap();
    let verified = ledger.verify().unwrap();
    assert_eq!((verified.events, verified.faults), (4, vec![]));
    assert_eq!(ledger.draft(&case("LN-9")).unwrap(), None);
    let before = Ledger::open_read_only(&kept).unwrap();
    assert_eq!(before.verify().unwrap().events, 6);
    assert_eq!(before.draft(&case("LN-9")).unwrap().unwrap().body, "une phrase");
    drop((ledger, before));

    // And back again, beside the first one kept.
    let again = restore(&kept, &path, &Key::plain(), false).unwrap();
    assert!(again.kept.unwrap().ends_with("l.before-restore-2.sqlite"));
    let Present::Read { lost, gained, .. } = again.restoration.present else { panic!() };
    assert_eq!((lost.events, gained), (0, 2));
    assert_eq!(Ledger::open(&path).unwrap().verify().unwrap().events, 6);
}

#[cfg(unix)]
#[test]
fn the_new_ledger_has_the_rights_of_the_old_one_and_the_kept_one_is_private() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path, copy) = behind();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o660)).unwrap();
    let kept = restore(&copy, &path, &Key::plain(), false).unwrap().kept.unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&path), mode(&kept)), (0o660, 0o600));
}

#[test]
fn a_ledger_that_somebody_has_open_is_left_alone() {
    let (folder, path, copy) = behind();
    let before = names(folder.path());
    // A terminal that only reads, and does nothing right now, is somebody too.
    let other = Ledger::open_read_only(&path).unwrap();
    assert_eq!(other.recent(1, None).unwrap().len(), 1);
    let refused = restore(&copy, &path, &Key::plain(), false).unwrap_err();
    assert!(matches!(refused, StoreError::InUse), "{refused}");
    drop(other);
    assert_eq!(Ledger::open(&path).unwrap().verify().unwrap().events, 6);
    assert_eq!(names(folder.path()), before);
    restore(&copy, &path, &Key::plain(), false).unwrap();
}

#[test]
fn who_opened_the_old_file_at_the_last_moment_is_told_that_it_moved() {
    let (_folder, path, copy) = behind();
    let (other, third) = (path.with_file_name("other.sqlite"), path.with_file_name("third.sqlite"));
    fs::rename(&path, &other).unwrap();
    let mut late = Ledger::open(&other).unwrap();
    fs::copy(&copy, &third).unwrap();
    fs::rename(&third, &other).unwrap();
    assert!(matches!(late.lock(&locked("LN-7"), None, &by("Dr A", 30)), Err(StoreError::Moved)));
}

#[test]
fn a_copy_that_is_not_sound_is_refused_unless_asked_for() {
    let (_folder, path, copy) = behind();
    raw(&copy).execute_batch("UPDATE decision SET rationale = 'x' WHERE event_seq = 2").unwrap();
    let refused = restore(&copy, &path, &Key::plain(), false).unwrap_err();
    let StoreError::CopyDamaged(verified) = refused else { panic!("{refused}") };
    assert!(
        matches!(&verified.faults[..], [Fault::Table { table: "decision", case_id: Some(id), .. }, ..] if id == "LN-2")
    );
    assert_eq!(Ledger::open(&path).unwrap().verify().unwrap().events, 6);
    restore(&copy, &path, &Key::plain(), true).unwrap();
    assert!(!Ledger::open(&path).unwrap().verify().unwrap().is_sound(), "it is what it was");
}

#[test]
fn a_copy_of_an_older_format_is_checked_and_brought_up_to_date_when_it_is_opened() {
    let (folder, path, _) = behind();
    let old = folder.path().join("old.sqlite");
    super::stored(&old, include_str!("../../ledgers/v1.sql"));
    let found = restoration(&old, &path, &Key::plain()).unwrap();
    assert_eq!((found.format, found.verified.faults), (1, vec![]));
    let restored = restore(&old, &path, &Key::plain(), false).unwrap();
    assert!(restored.kept.is_some());
    let ledger = Ledger::open(&path).unwrap();
    assert_eq!(ledger.verify().unwrap().faults, []);
    assert!(names(folder.path()).contains(&format!("l.before-v{}.sqlite", STEPS.len())));
}

#[test]
fn what_is_no_copy_is_refused() {
    let (folder, path, copy) = behind();
    let (text, photos, newer) =
        (folder.path().join("notes.txt"), folder.path().join("photos.sqlite"), folder.path().join("newer.sqlite"));
    fs::write(&text, "LN-2026-006: voir avec la néphrologie\n".repeat(40)).unwrap();
    raw(&photos).execute_batch("CREATE TABLE photos (x)").unwrap();
    drop(Ledger::open_with_steps(&newer, &[STEPS, &["CREATE TABLE added (x TEXT) STRICT"]].concat()).unwrap());
    let why = |copy: &Path| restore(copy, &path, &Key::plain(), true).unwrap_err();
    assert!(matches!(why(&text), StoreError::NotADatabase(_)));
    assert!(matches!(why(&photos), StoreError::NotALedger(_)));
    assert!(matches!(why(&newer), StoreError::NewerSchema { .. }));
    assert!(matches!(why(&path), StoreError::SameFile(_)));
    assert!(matches!(why(&folder.path().join("none.sqlite")), StoreError::CopyMissing(_)));
    // Nor is anything but a ledger replaced.
    assert!(matches!(restore(&copy, &photos, &Key::plain(), true), Err(StoreError::NotALedger(_))));
    assert!(raw(&photos).prepare("SELECT x FROM photos").is_ok());
    assert_eq!(Ledger::open(&path).unwrap().verify().unwrap().events, 6);
}

#[test]
fn a_ledger_that_cannot_be_read_any_more_is_put_aside_with_its_log() {
    let (folder, path, copy) = behind();
    let mut bytes = fs::read(&path).unwrap();
    bytes[..4096].fill(0xEE);
    fs::write(&path, &bytes).unwrap();
    fs::write(folder.path().join("l.sqlite-wal"), "the log of the old one").unwrap();
    let found = restoration(&copy, &path, &Key::plain()).unwrap();
    assert!(matches!(found.present, Present::Unreadable(_)), "{:?}", found.present);
    let restored = restore(&copy, &path, &Key::plain(), false).unwrap();
    let kept = restored.kept.unwrap();
    assert_eq!(fs::read(&kept).unwrap(), bytes);
    assert_eq!(fs::read(folder.path().join("l.before-restore.sqlite-wal")).unwrap(), b"the log of the old one");
    assert_eq!(Ledger::open(&path).unwrap().verify().unwrap().events, 4);
}

#[test]
fn a_copy_is_put_where_there_was_nothing() {
    let (folder, _, copy) = behind();
    let path = folder.path().join("new.sqlite");
    assert_eq!(restoration(&copy, &path, &Key::plain()).unwrap().present, Present::Absent);
    assert!(!path.exists());
    assert_eq!(restore(&copy, &path, &Key::plain(), false).unwrap().kept, None);
    assert_eq!(Ledger::open(&path).unwrap().verify().unwrap().events, 4);
}

#[test]
fn two_histories_are_told_apart_where_they_part() {
    let (_folder, path, copy) = behind();
    let mut other = Ledger::open(&copy).unwrap();
    for number in ["LN-21", "LN-22", "LN-23"] {
        other.lock(&locked(number), None, &by("Dr Z", 40)).unwrap();
    }
    // Its log still lies beside it: what is only there counts too.
    let found = restoration(&copy, &path, &Key::plain()).unwrap();
    let Present::Read { shared, lost, gained, .. } = found.present else { panic!() };
    assert_eq!((shared, lost.events, gained), (4, 2, 3));
}

#[cfg(unix)]
#[test]
fn a_link_to_the_ledger_stays_a_link() {
    let (folder, path, copy) = behind();
    let link = folder.path().join("lien.sqlite");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    assert_eq!(Ledger::open(&link).unwrap().verify().unwrap().events, 6);
    restore(&copy, &link, &Key::plain(), false).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(Ledger::open(&path).unwrap().verify().unwrap().events, 4);
    assert!(folder.path().join("l.before-restore.sqlite").exists());
}
