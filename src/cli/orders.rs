//! The commands on the ledger: list, search, verify, backup.

use std::io::{self, Write};
use std::path::Path;

use super::Exit;
use super::settings::Settings;
use super::trouble::sentence;
use crate::store::{Ledger, StoreError};
use crate::text::words;

/// Copies the database, consistently, and says where it is now.
///
/// # Errors
/// When the output cannot be written.
pub fn backup(to: &Path, settings: &Settings, out: &mut dyn Write) -> io::Result<Exit> {
    match Ledger::open_read_only(&settings.ledger).and_then(|ledger| ledger.backup(to)) {
        Ok(()) => {
            writeln!(out, "{}", (words(settings.lang).archive.backed_up)(&to.display().to_string()))?;
            Ok(Exit::Done)
        }
        Err(error) => Ok(refused(&error, settings)),
    }
}

/// Says why the ledger would not.
pub fn refused(error: &StoreError, settings: &Settings) -> Exit {
    super::complain(&sentence(error, settings.lang));
    Exit::NoAccess
}
