use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, ffi};
use uuid::{NoContext, Timestamp, Uuid};

use super::error::folder_of;
use super::ledger::create_private;
use super::schema::patiently;
use super::{Ledger, StoreError};

impl Ledger {
    /// Copies the whole ledger to a new file while it is in use, in one consistent state. The copy appears under its
    /// name only when it is whole, and replaces nothing.
    pub fn backup(&self, to: &Path) -> Result<(), StoreError> {
        copy_beside(&self.connection, to)
    }
}

/// Copies what `from` holds to a new file.
pub(super) fn copy_beside(from: &Connection, to: &Path) -> Result<(), StoreError> {
    let to = std::path::absolute(to).map_err(|error| StoreError::from_io(&error, to))?;
    if !folder_of(&to).is_dir() {
        return Err(StoreError::FolderMissing(folder_of(&to).to_owned()));
    }
    if to.exists() {
        return Err(StoreError::AlreadyThere(to));
    }
    let partial = Partial::beside(&to)?;
    copy(from, &partial.0)?;
    partial.becomes(&to)?;
    // The name must outlive a power cut as the content does; not every disk can promise it.
    let _ = fs::File::open(folder_of(&to)).and_then(|folder| folder.sync_all());
    Ok(())
}

fn copy(from: &Connection, to: &Path) -> Result<(), StoreError> {
    let mut copy = Connection::open(to)?;
    let backup = Backup::new(from, &mut copy)?;
    patiently(|| match backup.step(-1)? {
        StepResult::Done => Ok(()),
        _ => Err(rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_BUSY), None)),
    })?;
    drop(backup);
    // One file that also opens where nothing can be written beside it.
    copy.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    copy.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// A copy under way, deleted unless it becomes whole.
struct Partial(PathBuf);

impl Partial {
    fn beside(to: &Path) -> Result<Self, StoreError> {
        let name = to.file_name().unwrap_or_default().to_string_lossy();
        // A moment of zero: only the random bits of the id matter here.
        let random = Uuid::new_v7(Timestamp::from_unix(NoContext, 0, 0));
        let partial = to.with_file_name(format!(".{name}.{random}.partial"));
        create_private(&partial)?;
        Ok(Self(partial))
    }

    /// A link refuses to replace a file even if it appeared this instant; where the disk has no links, a rename does.
    fn becomes(self, to: &Path) -> Result<(), StoreError> {
        match fs::hard_link(&self.0, to) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(StoreError::AlreadyThere(to.to_owned())),
            Err(_) if to.exists() => Err(StoreError::AlreadyThere(to.to_owned())),
            Err(_) => fs::rename(&self.0, to).map_err(|error| StoreError::from_io(&error, to)),
        }
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
        let _ = fs::remove_file(self.0.with_extension("partial-journal"));
    }
}
