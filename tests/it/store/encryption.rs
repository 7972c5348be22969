//! A ledger under a passphrase: nothing of it lies on the disk in the clear, and only the passphrase opens it.

use std::fs;

use regards::store::{Key, Ledger, STEPS, StoreError};
use zeroize::Zeroizing;

use super::*;

/// A word of the decisions that [`filled`] records.
const WORD: &[u8] = b"autre cas";

fn key(passphrase: &str) -> Key {
    Key::of_passphrase(Zeroizing::new(passphrase.to_owned())).unwrap()
}

fn sealed(path: &Path, passphrase: &str) -> Ledger {
    fill(Ledger::open_with_key(path, &key(passphrase)).unwrap())
}

/// Whether the bytes of this file hold the word.
fn holds(path: &Path, word: &[u8]) -> bool {
    fs::read(path).unwrap().windows(word.len()).any(|bytes| bytes == word)
}

fn all_files(folder: &Path) -> Vec<std::path::PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn nothing_of_an_encrypted_ledger_lies_in_the_clear() {
    let folder = tempfile::tempdir().unwrap();
    let plain = folder.path().join("plain.sqlite");
    drop(filled(&plain));
    assert!(holds(&plain, WORD), "the word is one that can be found");
    fs::remove_file(&plain).unwrap();

    let path = folder.path().join("l.sqlite");
    let ledger = sealed(&path, "l'été à Marseille");
    ledger.backup(&folder.path().join("copy.sqlite")).unwrap();
    let files = all_files(folder.path());
    assert!(files.len() >= 4, "the ledger, its log, its index, a copy: {files:?}");
    for file in files {
        assert!(!holds(&file, WORD), "{}", file.display());
        assert!(!holds(&file, b"SQLite format 3"), "{}", file.display());
    }
    let store: i32 = ledger.connection().query_row("PRAGMA temp_store", [], |row| row.get(0)).unwrap();
    assert_eq!(store, 2, "what SQLite puts aside stays in memory");
}

#[test]
fn the_passphrase_opens_it_and_everything_works_as_ever() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    drop(sealed(&path, "secret"));
    let ledger = Ledger::open_read_only_with_key(&path, &key("secret")).unwrap();
    assert!(ledger.verify().unwrap().is_sound());
    assert_eq!(ledger.search("second", 10).unwrap().len(), 1);
    let mut writer = Ledger::open_with_key(&path, &key("secret")).unwrap();
    writer.lock(&locked("LN-9"), None, &by("Dr C", 9)).unwrap();
    assert_eq!(ledger.recent(10, None).unwrap().len(), 3, "two connections on one encrypted ledger");
}

#[test]
fn a_wrong_passphrase_is_a_sentence_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    drop(sealed(&path, "secret"));
    let before = fs::read(&path).unwrap();
    for wrong in [key("Secret"), key("x'; DROP TABLE event; --")] {
        let read = Ledger::open_read_only_with_key(&path, &wrong).unwrap_err();
        let written = Ledger::open_with_key(&path, &wrong).unwrap_err();
        for refused in [read, written] {
            assert!(matches!(refused, StoreError::WrongPassphrase(_)), "{refused:?}");
            assert!(refused.to_string().contains("nothing was changed"));
        }
    }
    for refused in [Ledger::open(&path).unwrap_err(), Ledger::open_read_only(&path).unwrap_err()] {
        assert!(matches!(refused, StoreError::NotADatabase(_)));
        assert!(refused.to_string().contains("is not a plain database"));
    }
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(all_files(folder.path()).len(), 1);
}

#[test]
fn a_passphrase_with_quotes_is_only_a_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    drop(sealed(&path, "a'b''c\"; PRAGMA rekey = 'x"));
    assert!(Ledger::open_with_key(&path, &key("a'b''c\"; PRAGMA rekey = 'x")).is_ok());
    assert!(Ledger::open_with_key(&path, &key("x")).is_err());
}

#[test]
fn the_copy_before_a_migration_stays_encrypted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    let _other = sealed(&path, "secret");
    let steps = [STEPS, &["CREATE TABLE added (x TEXT) STRICT;"]].concat();
    drop(Ledger::open_with(&path, &steps, &key("secret")).unwrap());
    let copy = folder.path().join(format!("l.before-v{}.sqlite", steps.len()));
    assert!(!holds(&copy, WORD) && !holds(&copy, b"SQLite format 3"));
    assert!(Ledger::open_read_only(&copy).is_err());
    assert!(Ledger::open_read_only_with_key(&copy, &key("secret")).unwrap().verify().unwrap().is_sound());
}

#[test]
fn a_plain_ledger_becomes_an_encrypted_copy_and_back() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    // A name that an address must not take for its own signs.
    let (plain, sealed, back) = (at("plain? #é%20.sqlite"), at("sealed.sqlite"), at("back.sqlite"));
    // Left open: what is only in the log must be in the copy too.
    let ledger = filled(&plain);
    ledger.backup_with_key(&sealed, &key("secret"), &mut ()).unwrap();
    assert!(!holds(&sealed, WORD));
    let copy = Ledger::open_with_key(&sealed, &key("secret")).unwrap();
    assert!(copy.verify().unwrap().is_sound());
    assert_eq!((copy.count().unwrap(), copy.search("autre", 9).unwrap().len()), (2, 1));
    copy.backup_with_key(&back, &Key::plain(), &mut ()).unwrap();
    let mut back = Ledger::open(&back).unwrap();
    assert!(back.verify().unwrap().is_sound());
    back.lock(&locked("LN-9"), None, &by("Dr C", 9)).unwrap();
    assert!(matches!(copy.backup_with_key(&plain, &Key::plain(), &mut ()), Err(StoreError::AlreadyThere(_))));
    let left = all_files(folder.path());
    assert!(left.iter().all(|path| !path.to_string_lossy().contains(".partial")), "{left:?}");
}

#[test]
fn a_key_is_never_shown() {
    let key = key("secret");
    assert_eq!(format!("{key:?}"), "Key(passphrase)");
    let folder = tempfile::tempdir().unwrap();
    let ledger = Ledger::open_with_key(&folder.path().join("l.sqlite"), &key).unwrap();
    assert!(!format!("{ledger:?}").contains("secret"));
    for refused in ["", "a\nb", "a\0b"] {
        assert!(Key::of_passphrase(Zeroizing::new(refused.to_owned())).is_none());
    }
}
