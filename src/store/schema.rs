use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use super::copy::{BUSY_TIMEOUT, copy_beside, free_name, patiently};
use super::ledger::connect;
use super::projection::fill_figures;
use super::{Key, StoreError};

/// How the ledger came to its present form: step N brings format N - 1 to format N.
pub const STEPS: &[&str] = &[
    include_str!("schema.sql"),
    include_str!("schema_2.sql"),
    include_str!("schema_3.sql"),
    concat!(include_str!("schema_4.sql"), include_str!("schema_4_stats.sql")),
];

/// The format whose tables of figures are filled from the journal on the way to it.
const WITH_FIGURES: usize = 4;

/// `REGC`: what marks an SQLite file as a ledger, so that `file` and this program can tell.
const APPLICATION_ID: i32 = 0x5245_4743;

/// How long opening waits for another terminal that brings the same ledger up to date: it copies it first.
const MIGRATION_TIMEOUT: Duration = Duration::from_secs(15);

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    Empty,
    /// Marked as what it was looked for as, in this format.
    Ours(i32),
    Stranger,
}

/// Refuses what is not a ledger this program can read; changes nothing.
pub(super) fn check(connection: &Connection, path: &Path, steps: &[&str]) -> Result<(), StoreError> {
    let known = steps.len();
    match recognise(connection, path)? {
        Found::Ours(found) if order(found, known).is_gt() => Err(StoreError::NewerSchema { found, known }),
        Found::Ours(found) if order(found, known).is_lt() => Err(StoreError::OlderSchema { found, known }),
        Found::Ours(_) => Ok(()),
        Found::Empty => Err(StoreError::Missing(path.to_owned())),
        Found::Stranger => Err(StoreError::NotALedger(path.to_owned())),
    }
}

/// The format of a ledger that this program can read, older ones too.
pub(super) fn readable(connection: &Connection, path: &Path, steps: &[&str]) -> Result<i32, StoreError> {
    match check(connection, path, steps) {
        Ok(()) => Ok(i32::try_from(steps.len()).unwrap_or(i32::MAX)),
        Err(StoreError::OlderSchema { found, .. }) => Ok(found),
        Err(error) => Err(error),
    }
}

/// Whether there is a ledger of any format; false in an empty file. Refuses what is something else.
pub(super) fn is_ledger(connection: &Connection, path: &Path) -> Result<bool, StoreError> {
    match recognise(connection, path)? {
        Found::Ours(_) => Ok(true),
        Found::Empty => Ok(false),
        Found::Stranger => Err(StoreError::NotALedger(path.to_owned())),
    }
}

/// Brings a copy that nobody else has up to date.
pub(super) fn bring_copy_up_to_date(connection: &mut Connection, steps: &[&str]) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    take_steps(&transaction, version(&transaction)?, steps)?;
    transaction.commit()?;
    Ok(())
}

/// Creates the ledger in an empty file, or brings an older one up to date after copying it beside itself, with the same key.
pub(super) fn bring_up_to_date(
    connection: &mut Connection,
    path: &Path,
    steps: &[&str],
    key: &Key,
) -> Result<(), StoreError> {
    match recognise(connection, path)? {
        Found::Stranger => return Err(StoreError::NotALedger(path.to_owned())),
        Found::Ours(found) if order(found, steps.len()).is_gt() => {
            return Err(StoreError::NewerSchema { found, known: steps.len() });
        }
        Found::Empty | Found::Ours(_) => {}
    }
    write_ahead(connection)?;
    migrate(connection, path, steps, key)
}

fn order(found: i32, known: usize) -> std::cmp::Ordering {
    usize::try_from(found).unwrap_or(usize::MAX).cmp(&known)
}

fn recognise(connection: &Connection, path: &Path) -> Result<Found, StoreError> {
    patiently(|| look(connection, APPLICATION_ID)).map_err(|error| match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => StoreError::NotADatabase(path.to_owned()),
        _ => StoreError::from(error).while_opening(path),
    })
}

/// What a database is by its marks, where these are those of such a one.
pub(super) fn look(connection: &Connection, ours: i32) -> rusqlite::Result<Found> {
    // One snapshot: another terminal may be creating the tables right now.
    let snapshot = connection.unchecked_transaction()?;
    let version: i32 = snapshot.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let application: i32 = snapshot.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let empty: bool = snapshot.query_row("SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema)", [], |row| row.get(0))?;
    Ok(match (application, version) {
        (marked, 1..) if marked == ours => Found::Ours(version),
        (0, 0) if empty => Found::Empty,
        _ => Found::Stranger,
    })
}

/// Changing to the write-ahead log does not always wait as the busy timeout asks, hence the patience.
pub(super) fn write_ahead(connection: &Connection) -> Result<(), StoreError> {
    patiently(|| connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(())))?;
    Ok(())
}

fn migrate(connection: &mut Connection, path: &Path, steps: &[&str], key: &Key) -> Result<(), StoreError> {
    if version(connection)? == steps.len() {
        return Ok(());
    }
    connection.busy_timeout(MIGRATION_TIMEOUT)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Asked again under the lock: another terminal may have done it meanwhile.
    let found = version(&transaction)?;
    if found > 0 && found < steps.len() {
        copy_before_migration(path, steps.len(), key)?;
    }
    take_steps(&transaction, found, steps)?;
    transaction.commit()?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    Ok(())
}

fn take_steps(connection: &Connection, found: usize, steps: &[&str]) -> Result<(), StoreError> {
    for step in steps.iter().skip(found) {
        connection.execute_batch(step)?;
    }
    if (1..WITH_FIGURES).contains(&found) && steps.len() >= WITH_FIGURES {
        fill_figures(connection)?;
    }
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    // A newer program may have been here meanwhile.
    connection.pragma_update(None, "user_version", i32::try_from(steps.len().max(found)).unwrap_or(i32::MAX))?;
    Ok(())
}

fn version(connection: &Connection) -> rusqlite::Result<usize> {
    let found: i32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(usize::try_from(found).unwrap_or_default())
}

/// Copies what was committed, through a connection of its own, while the caller keeps writers out.
fn copy_before_migration(path: &Path, version: usize, key: &Key) -> Result<(), StoreError> {
    let committed = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY, key)?;
    copy_beside(&committed, &free_name(path, &format!("before-v{version}")), key, &mut ())
}
