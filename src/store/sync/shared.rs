use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::{Connection, MAIN_DB, OpenFlags, TransactionBehavior};

use super::super::copy::{create_private, patiently};
use super::super::ledger::{absolute, connect, settle};
use super::super::schema::{Found, look, write_ahead};
use super::super::{Key, StoreError};

/// `REGA`: what marks an SQLite file as a shared archive.
const APPLICATION_ID: i32 = 0x5245_4741;

/// Version of its tables.
const FORMAT: i32 = 1;

pub(super) const DEFINITIONS: &str = include_str!("archive.sql");

/// How many steps of its machine SQLite does between two looks at whether it is to stop.
const STEPS_BETWEEN_LOOKS: std::ffi::c_int = 10_000;

/// The journals of several centres in one SQLite file: never a ledger, nothing is decided in it.
#[derive(Debug)]
pub struct SharedArchive {
    pub(super) connection: Connection,
}

impl SharedArchive {
    /// Opens the archive at this path, creating it (readable by its owner only) where there is none.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let path = absolute(path)?;
        if !path.exists() {
            create_private(&path)?;
        }
        let mut connection = connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE, &Key::plain())?;
        let found = recognise(&connection, &path)?;
        if connection.is_readonly(MAIN_DB)? {
            return Err(StoreError::ReadOnly);
        }
        settle(&connection)?;
        if matches!(found, Found::Empty) {
            write_ahead(&connection)?;
            create(&mut connection, &path)?;
        }
        Ok(Self { connection })
    }

    /// Opens an archive that is there, for reading.
    pub fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        let path: PathBuf = absolute(path)?;
        if !path.exists() {
            return Err(StoreError::ArchiveMissing(path));
        }
        let connection = connect(&path, OpenFlags::SQLITE_OPEN_READ_ONLY, &Key::plain())?;
        settle(&connection)?;
        match recognise(&connection, &path)? {
            Found::Empty => Err(StoreError::ArchiveMissing(path)),
            _ => Ok(Self { connection }),
        }
    }

    /// Stops whatever is under way with [`StoreError::Stopped`] once this is set.
    pub fn stops_at(&self, flag: Arc<AtomicBool>) -> Result<(), StoreError> {
        Ok(self.connection.progress_handler(STEPS_BETWEEN_LOOKS, Some(move || flag.load(Ordering::Relaxed)))?)
    }

    /// The connection itself, for tests that plant faults.
    #[doc(hidden)]
    pub fn connection(&self) -> &Connection {
        &self.connection
    }
}

/// Refuses what is something else, or newer.
fn recognise(connection: &Connection, path: &Path) -> Result<Found, StoreError> {
    match patiently(|| look(connection, APPLICATION_ID)).map_err(|error| StoreError::from(error).while_opening(path))? {
        Found::Stranger => Err(StoreError::NotAnArchive(path.to_owned())),
        Found::Ours(found) if found > FORMAT => Err(StoreError::NewerArchive { found, known: FORMAT }),
        found => Ok(found),
    }
}

fn create(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version: i32 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if version == 0 {
        transaction.execute_batch(DEFINITIONS)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", FORMAT)?;
    }
    transaction.commit()?;
    // Somebody else may have made something else of it meanwhile.
    recognise(connection, path).map(drop)
}
