//! Pages in the clear cannot be copied to encrypted ones, nor the other way: the content is written anew.

use std::fmt::Write;
use std::path::Path;

use rusqlite::{Connection, OpenFlags, params};

use super::copy::{appear, patiently};
use super::ledger::connect;
use super::{Key, Ledger, StoreError};

impl Ledger {
    pub(super) fn written_anew(&self, to: &Path, key: &Key) -> Result<(), StoreError> {
        let Some(from) = self.path() else { return Err(StoreError::Missing(to.to_owned())) };
        appear(to, &|partial| write(from, &self.key, partial, key))
    }
}

fn write(from: &Path, from_key: &Key, to: &Path, key: &Key) -> Result<(), StoreError> {
    let rights = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_URI;
    let copy = connect(to, rights, key)?;
    copy.execute("ATTACH DATABASE ?1 AS origin KEY ?2", params![read_only(from), from_key.text()])?;
    patiently(|| export(&copy))?;
    copy.execute_batch("DETACH DATABASE origin")?;
    // One file that also opens where nothing can be written beside it.
    copy.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    copy.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// All of it in one snapshot; the marks of the file are not among what the export copies.
fn export(copy: &Connection) -> rusqlite::Result<()> {
    let snapshot = copy.unchecked_transaction()?;
    snapshot.query_row("SELECT sqlcipher_export('main', 'origin')", [], |_| Ok(()))?;
    for mark in ["application_id", "user_version"] {
        let value: i32 = snapshot.pragma_query_value(Some("origin"), mark, |row| row.get(0))?;
        snapshot.pragma_update(Some("main"), mark, value)?;
    }
    snapshot.commit()
}

/// The file as an address that opens it for reading only.
fn read_only(path: &Path) -> String {
    let mut address = "file:".to_owned();
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => address.push(char::from(*byte)),
            other => {
                let _ = write!(address, "%{other:02X}");
            }
        }
    }
    address + "?mode=ro"
}
