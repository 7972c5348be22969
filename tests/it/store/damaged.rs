//! A ledger whose bytes are not what was written: bits turned over, the end cut off. It is refused or found out, or what it
//! holds is what was recorded; nothing panics.

use std::fs;

use regards::store::Ledger;

use super::*;
use crate::luck::{Dice, draws};

/// The journal, row by row, as anybody reads it.
fn journal(path: &Path) -> rusqlite::Result<Vec<Vec<rusqlite::types::Value>>> {
    let sql = Connection::open(path)?;
    let mut all = sql.prepare("SELECT seq, id, at, actor, case_id, kind, payload, prev_hash, hash FROM event")?;
    let row = |row: &rusqlite::Row| (0..9).map(|column| row.get(column)).collect();
    all.query_map([], row)?.collect()
}

/// Whether a damaged ledger was opened and found sound; what it then holds is what was recorded.
fn is_taken_for_sound(path: &Path, recorded: &[Vec<rusqlite::types::Value>], how: &str) -> bool {
    let verified = Ledger::open(path).and_then(|ledger| ledger.verify());
    let is_sound = verified.is_ok_and(|verified| verified.faults.is_empty());
    if is_sound {
        assert_eq!(journal(path).unwrap(), recorded, "{how}");
    }
    is_sound
}

#[test]
fn bits_turned_over_are_found_or_change_nothing_that_was_recorded() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    drop(filled(&path));
    let (whole, recorded) = (fs::read(&path).unwrap(), journal(&path).unwrap());
    let mut dice = Dice(20_261_129);
    let mut found = 0;
    for number in 0..draws(150) {
        let (byte, bit) = (dice.throw(whole.len()), dice.throw(8));
        let mut bytes = whole.clone();
        bytes[byte] ^= 1 << bit;
        let damaged = folder.path().join(format!("{number}.sqlite"));
        fs::write(&damaged, &bytes).unwrap();
        found += u32::from(!is_taken_for_sound(&damaged, &recorded, &format!("bit {bit} of byte {byte}")));
    }
    assert!(found > 0, "some of them lie where something is written");
}

#[test]
fn a_ledger_whose_end_is_cut_off_is_never_taken_for_sound() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    drop(filled(&path));
    let (whole, recorded) = (fs::read(&path).unwrap(), journal(&path).unwrap());
    let mut dice = Dice(29_112_026);
    for number in 0..draws(60) {
        let length = 1 + dice.throw(whole.len() - 1);
        let damaged = folder.path().join(format!("{number}.sqlite"));
        fs::write(&damaged, &whole[..length]).unwrap();
        assert!(!is_taken_for_sound(&damaged, &recorded, &format!("{length} bytes")), "{length} of {}", whole.len());
    }
}
