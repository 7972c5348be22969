use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, MAIN_DB, OpenFlags};

use super::copy::{BUSY_TIMEOUT, create_private};
use super::error::folder_of;
use super::restore::beside;
use super::{Key, STEPS, StoreError, schema};

/// What the log beside the ledger may keep of the disk, in bytes: about what is written between two write-backs.
const LARGEST_LOG: i64 = 4 * 1024 * 1024;

/// How many steps of its machine SQLite does between two looks at whether it is to stop.
const STEPS_BETWEEN_LOOKS: std::ffi::c_int = 10_000;

/// The ledger: one SQLite file, open.
#[derive(Debug)]
pub struct Ledger {
    pub(super) connection: Connection,
    /// Where the file lies; none in memory.
    file: Option<Place>,
    pub(super) key: Key,
}

/// Where a ledger lies, and which files were there when it was opened.
#[derive(Debug)]
struct Place {
    path: PathBuf,
    file: Option<FileNumber>,
    log_path: PathBuf,
    /// The log beside it, once there is one: it stays the same as long as the ledger is open anywhere.
    log: Cell<Option<FileNumber>>,
}

impl Place {
    /// Which file this is is asked before it is opened: one that takes its place meanwhile is another.
    fn of(path: &Path) -> Self {
        let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        Self { path: path.to_owned(), file: file_number(path), log_path: beside(&real, "-wal"), log: Cell::new(None) }
    }

    fn notice_log(&self) {
        self.log.set(file_number(&self.log_path));
    }

    fn is_the_same(&self) -> bool {
        if file_number(&self.path) != self.file {
            return false;
        }
        let log = file_number(&self.log_path);
        let is_the_same = self.log.get().is_none_or(|seen| log == Some(seen));
        if is_the_same {
            self.log.set(log);
        }
        is_the_same
    }
}

/// What tells a file from another that took its place: device and number.
type FileNumber = (u64, u64);

#[cfg(unix)]
fn file_number(path: &Path) -> Option<FileNumber> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).ok().map(|data| (data.dev(), data.ino()))
}

#[cfg(not(unix))]
fn file_number(path: &Path) -> Option<FileNumber> {
    fs::metadata(path).ok().map(|_| (0, 0))
}

impl Ledger {
    /// Opens the ledger at this path, creating it (readable by its owner only) where there is none and bringing an
    /// older one up to date after copying it beside itself. Its folder must exist: see [`make_private_folder`].
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Self::open_with_key(path, &Key::plain())
    }

    /// As [`Ledger::open`], for a ledger whose pages are written with this key: one that is created is made with it.
    pub fn open_with_key(path: &Path, key: &Key) -> Result<Self, StoreError> {
        Self::open_with(path, STEPS, key)
    }

    /// As [`Ledger::open`], for a program that knows these formats: how migrations are tested.
    pub fn open_with_steps(path: &Path, steps: &[&str]) -> Result<Self, StoreError> {
        Self::open_with(path, steps, &Key::plain())
    }

    /// As [`Ledger::open_with_steps`], with a key.
    pub fn open_with(path: &Path, steps: &[&str], key: &Key) -> Result<Self, StoreError> {
        let path = absolute(path)?;
        if !path.exists() {
            create_private(&path)?;
        }
        let place = Place::of(&path);
        let mut connection = connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
        if connection.is_readonly(MAIN_DB)? {
            return Err(StoreError::ReadOnly);
        }
        settle(&connection)?;
        schema::bring_up_to_date(&mut connection, &path, steps, key)?;
        place.notice_log();
        Ok(Self { connection, file: Some(place), key: key.clone() })
    }

    /// Opens a ledger for writing as it is, without making one or bringing it up to date; none where there is none
    /// that can be written.
    pub fn open_as_it_is(path: &Path, key: &Key) -> Result<Option<Self>, StoreError> {
        let path = absolute(path)?;
        if !path.exists() {
            return Ok(None);
        }
        let place = Place::of(&path);
        let connection = connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
        if connection.is_readonly(MAIN_DB)? {
            return Ok(None);
        }
        settle(&connection)?;
        schema::check(&connection, &path, STEPS)?;
        Ok(Some(Self { connection, file: Some(place), key: key.clone() }))
    }

    /// Opens an existing ledger for reading: every act that would write is refused.
    pub fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        Self::open_read_only_with_key(path, &Key::plain())
    }

    /// As [`Ledger::open_read_only`], for a ledger whose pages are written with this key.
    pub fn open_read_only_with_key(path: &Path, key: &Key) -> Result<Self, StoreError> {
        let path = absolute(path)?;
        if !path.exists() {
            return Err(StoreError::Missing(path));
        }
        let place = Place::of(&path);
        let connection = connect(&path, OpenFlags::SQLITE_OPEN_READ_ONLY, key)?;
        settle(&connection)?;
        schema::check(&connection, &path, STEPS)?;
        Ok(Self { connection, file: Some(place), key: key.clone() })
    }

    /// A ledger that is gone when it is closed, for tests and trials.
    pub fn open_in_memory() -> Result<Self, StoreError> {
        let mut connection = Connection::open_in_memory()?;
        settle(&connection)?;
        schema::bring_up_to_date(&mut connection, Path::new(":memory:"), STEPS, &Key::plain())?;
        Ok(Self { connection, file: None, key: Key::plain() })
    }

    /// A number that changes when another terminal has recorded something: ask it once a second, not the tables.
    pub fn data_version(&self) -> Result<i64, StoreError> {
        Ok(self.connection.pragma_query_value(None, "data_version", |row| row.get(0))?)
    }

    /// Refuses when the file, or the log beside it, was moved, deleted or replaced: `SQLite` would go on writing where
    /// nobody will look.
    pub(super) fn still_there(&self) -> Result<(), StoreError> {
        if self.file.as_ref().is_none_or(Place::is_the_same) { Ok(()) } else { Err(StoreError::Moved) }
    }

    /// How long acts wait from now on for another terminal's.
    pub fn be_patient(&self, longest: Duration) -> Result<(), StoreError> {
        Ok(self.connection.busy_timeout(longest)?)
    }

    /// Stops whatever is under way with [`StoreError::Stopped`] once this is set.
    pub fn stops_at(&self, flag: Arc<AtomicBool>) -> Result<(), StoreError> {
        Ok(self.connection.progress_handler(STEPS_BETWEEN_LOOKS, Some(move || flag.load(Ordering::Relaxed)))?)
    }

    /// Where the file lies; none in memory.
    #[cfg(feature = "encryption")]
    pub(super) fn path(&self) -> Option<&Path> {
        self.file.as_ref().map(|place| place.path.as_path())
    }

    /// The connection itself, for tests that plant faults.
    #[doc(hidden)]
    pub fn connection(&self) -> &Connection {
        &self.connection
    }
}

/// Makes a folder, and those above it that are missing, that only its owner can enter. One that exists is left as it is.
pub fn make_private_folder(folder: &Path) -> Result<(), StoreError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| StoreError::from_io(&error, folder))
}

/// Absolute, so that a file named `file:x` is not taken for a URI and a later change of folder does not matter.
pub(super) fn absolute(path: &Path) -> Result<PathBuf, StoreError> {
    let path = std::path::absolute(path).map_err(|error| StoreError::from_io(&error, path))?;
    if !folder_of(&path).is_dir() {
        return Err(StoreError::FolderMissing(folder_of(&path).to_owned()));
    }
    if path.is_dir() {
        return Err(StoreError::IsAFolder(path));
    }
    // Reading from a pipe or a device would wait for ever.
    if fs::metadata(&path).is_ok_and(|data| !data.is_file()) {
        return Err(StoreError::NotADatabase(path));
    }
    Ok(path)
}

/// A connection whose pages this key opens.
pub(super) fn connect(path: &Path, rights: OpenFlags, key: &Key) -> Result<Connection, StoreError> {
    let refused = |error: rusqlite::Error| match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => StoreError::not_opened(path, key),
        _ => StoreError::from(error).while_opening(path),
    };
    let connection = Connection::open_with_flags(path, rights | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(refused)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    key.turn(&connection)?;
    connection.pragma_query_value(None, "schema_version", |row| row.get::<_, i64>(0)).map_err(refused)?;
    Ok(connection)
}

/// What holds for every connection; none of it is written to the file.
pub(super) fn settle(connection: &Connection) -> Result<(), StoreError> {
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.set_prepared_statement_cache_capacity(64);
    for (pragma, value) in
        [("synchronous", "FULL"), ("foreign_keys", "ON"), ("cell_size_check", "ON"), ("trusted_schema", "OFF")]
    {
        connection.pragma_update(None, pragma, value)?;
    }
    // A log that grew while somebody read for long is cut when it is next begun anew.
    connection.pragma_update_and_check(None, "journal_size_limit", LARGEST_LOG, |_| Ok(()))?;
    Ok(())
}
