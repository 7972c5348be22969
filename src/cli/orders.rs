//! The commands on the ledger: list, search, verify, backup.

use std::io::{self, Write};
use std::path::Path;

use super::settings::Settings;
use super::trouble::sentence;
use crate::store::{Ledger, StoreError};
use crate::text::words;

/// Copies the database, consistently, and says where it is now.
///
/// # Errors
/// When the output cannot be written.
pub fn backup(to: &Path, settings: &Settings, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    match Ledger::open_read_only(&settings.ledger).and_then(|ledger| ledger.backup(to)) {
        Ok(()) => {
            writeln!(out, "{}", (words(settings.lang).archive.backed_up)(&to.display().to_string()))?;
            Ok(0)
        }
        Err(error) => refused(&error, settings, err),
    }
}

/// Says why the ledger would not.
fn refused(error: &StoreError, settings: &Settings, err: &mut dyn Write) -> io::Result<u8> {
    writeln!(err, "{}", sentence(error, settings.lang))?;
    Ok(3)
}
