//! A copy put in the ledger's place: looked at first, never over a ledger that is in use, the one before kept beside it.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, MAIN_DB, OpenFlags};

use super::copy::{Partial, copied, copy, free_name, is_busy, patiently, sync_folder};
use super::ledger::{absolute, connect, settle};
use super::touched::{Touched, touched};
use super::verify::{Fault, Verified, recomputed};
use super::{Key, STEPS, StoreError, Watch, schema};

/// What putting a copy in the ledger's place means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restoration {
    /// The copy's format; an older one is brought up to date when the ledger is next opened.
    pub format: i32,
    /// What recomputing the copy found.
    pub verified: Verified,
    /// What stands there now.
    pub present: Present,
}

/// What stands where the copy is to be put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Present {
    /// No ledger.
    Absent,
    /// A ledger that cannot be read any more, and why.
    Unreadable(String),
    /// A ledger.
    Read {
        /// The last event that both have.
        shared: i64,
        /// What it has and the copy has not.
        lost: Box<Touched>,
        /// How many events the copy has that it has not.
        gained: u64,
        /// Texts that are being typed, and stand otherwise or not at all in the copy.
        drafts: u64,
    },
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// What it meant.
    pub restoration: Restoration,
    /// Where the ledger that was there is kept.
    pub kept: Option<PathBuf>,
}

/// Looks at what restoring this copy would mean; changes nothing. Both are written with this key.
pub fn restoration(copy: &Path, ledger: &Path, key: &Key) -> Result<Restoration, StoreError> {
    restoration_watched(copy, ledger, key, &mut ())
}

/// As [`restoration`], with somebody who watches and may stop it.
pub fn restoration_watched(
    copy: &Path,
    ledger: &Path,
    key: &Key,
    watch: &mut dyn Watch,
) -> Result<Restoration, StoreError> {
    let examined = Examined::of(copy, key, watch)?;
    let ledger = place(copy, ledger)?;
    let present = if ledger.exists() {
        match connect(&ledger, OpenFlags::SQLITE_OPEN_READ_ONLY, key) {
            Ok(present) => examined.against(&present, &ledger)?,
            Err(error) => unreadable(error)?,
        }
    } else {
        Present::Absent
    };
    Ok(Restoration { format: examined.format, verified: examined.verified, present })
}

/// Puts a copy in the ledger's place: whole or not at all. Refused for a copy that is not sound unless that is asked
/// for, and while anybody has the ledger open. The ledger that was there is kept beside it.
pub fn restore(copy: &Path, ledger: &Path, key: &Key, even_if_damaged: bool) -> Result<Restored, StoreError> {
    restore_watched(copy, ledger, key, even_if_damaged, &mut ())
}

/// As [`restore`], with somebody who watches and may stop it, until the copy is whole and takes the place.
pub fn restore_watched(
    copy: &Path,
    ledger: &Path,
    key: &Key,
    even_if_damaged: bool,
    watch: &mut dyn Watch,
) -> Result<Restored, StoreError> {
    let examined = Examined::of(copy, key, watch)?;
    if !examined.verified.is_sound() && !even_if_damaged {
        return Err(StoreError::CopyDamaged(Box::new(examined.verified)));
    }
    let ledger = place(copy, ledger)?;
    let new = Partial::beside(&ledger)?;
    self::copy(&examined.copy, new.path(), key, watch)?;
    let (present, kept) = if ledger.exists() {
        examined.take_the_place(new, &ledger, key)?
    } else {
        new.becomes(&ledger)?;
        (Present::Absent, None)
    };
    sync_folder(&ledger);
    let Examined { format, verified, .. } = examined;
    Ok(Restored { restoration: Restoration { format, verified, present }, kept })
}

/// A copy that was opened, and what it holds, made of the present form in a place of its own.
struct Examined {
    copy: Connection,
    format: i32,
    verified: Verified,
}

impl Examined {
    fn of(path: &Path, key: &Key, watch: &mut dyn Watch) -> Result<Self, StoreError> {
        let path = absolute(path)?;
        if !path.exists() {
            return Err(StoreError::CopyMissing(path));
        }
        let copy = connect(&path, OpenFlags::SQLITE_OPEN_READ_ONLY, key)?;
        settle(&copy)?;
        let format = schema::readable(&copy, &path, STEPS)?;
        let verified = match verified(&copy, format, key, watch) {
            Ok(verified) => verified,
            Err(StoreError::Corrupt(words)) => Verified { faults: vec![Fault::File(words)], ..Verified::default() },
            Err(error) => return Err(error),
        };
        Ok(Self { copy, format, verified })
    }

    /// The new file in the place of what stands there, which is compared and kept.
    fn take_the_place(&self, new: Partial, ledger: &Path, key: &Key) -> Result<(Present, Option<PathBuf>), StoreError> {
        // Looked at for reading first: closing what cannot be read would take its log away.
        let looked = connect(ledger, OpenFlags::SQLITE_OPEN_READ_ONLY, key).map(drop);
        match looked.and_then(|()| alone(ledger, key)) {
            Ok(held) => {
                let present = self.against(&held, ledger)?;
                let kept = replace(new, ledger)?;
                // Held until the new one stands.
                drop(held);
                Ok((present, Some(kept)))
            }
            Err(error) => Ok((unreadable(error)?, Some(put_aside(new, ledger)?))),
        }
    }

    /// What the present ledger has that the copy has not, by their chains.
    fn against(&self, present: &Connection, path: &Path) -> Result<Present, StoreError> {
        match schema::is_ledger(present, path) {
            Ok(true) => {}
            Ok(false) => return Ok(Present::Absent),
            Err(error) => return unreadable(error),
        }
        compared(present, &self.copy).or_else(|error| unreadable(error.into()))
    }
}

/// An older copy is brought up to date and verified in a database of its own, gone when it is closed.
fn verified(copy: &Connection, format: i32, key: &Key, watch: &mut dyn Watch) -> Result<Verified, StoreError> {
    if usize::try_from(format) == Ok(STEPS.len()) {
        return recomputed(copy, watch);
    }
    let mut there = Connection::open("")?;
    key.turn(&there)?;
    copied(copy, &mut there, watch)?;
    settle(&there)?;
    schema::bring_copy_up_to_date(&mut there, STEPS)?;
    recomputed(&there, watch)
}

fn compared(present: &Connection, copy: &Connection) -> rusqlite::Result<Present> {
    let shared = shared(present, copy)?;
    let lost = touched(present, shared + 1)?;
    let gained: i64 = copy.query_row("SELECT count(*) FROM event WHERE seq > ?1", [shared], |row| row.get(0))?;
    let drafts = drafts_lost(present, copy)?;
    Ok(Present::Read { shared, lost: Box::new(lost), gained: gained.unsigned_abs(), drafts })
}

/// The last event up to which both chains are the same.
fn shared(one: &Connection, other: &Connection) -> rusqlite::Result<i64> {
    let sql = "SELECT seq, hash FROM event ORDER BY seq";
    let (mut one, mut other) = (one.prepare(sql)?, other.prepare(sql)?);
    let (mut one, mut other) = (one.query([])?, other.query([])?);
    let mut shared = 0;
    while let (Some(left), Some(right)) = (one.next()?, other.next()?) {
        let (seq, hash): (i64, String) = (left.get(0)?, left.get(1)?);
        if (seq, &hash) != (right.get(0)?, &right.get::<_, String>(1)?) {
            break;
        }
        shared = seq;
    }
    Ok(shared)
}

fn drafts_lost(present: &Connection, copy: &Connection) -> rusqlite::Result<u64> {
    let mut drafts = present.prepare("SELECT case_id, body FROM draft WHERE body IS NOT NULL")?;
    let mut same = copy.prepare("SELECT count(*) FROM draft WHERE case_id = ?1 AND body = ?2")?;
    let mut lost = 0;
    let mut rows = drafts.query([])?;
    while let Some(row) = rows.next()? {
        let key: (String, String) = (row.get(0)?, row.get(1)?);
        let found: i64 = same.query_row(key, |row| row.get(0))?;
        lost += u64::from(found == 0);
    }
    Ok(lost)
}

/// Where the ledger really lies: a link to it stays a link. Refuses to restore a file over itself.
fn place(copy: &Path, ledger: &Path) -> Result<PathBuf, StoreError> {
    let ledger = absolute(ledger)?;
    let real = ledger.canonicalize().unwrap_or(ledger);
    if copy.canonicalize().is_ok_and(|copy| copy == real) {
        return Err(StoreError::SameFile(real));
    }
    Ok(real)
}

/// What cannot be read may be replaced; whatever else is wrong is said.
fn unreadable(error: StoreError) -> Result<Present, StoreError> {
    match error {
        StoreError::Corrupt(words) => Ok(Present::Unreadable(words)),
        StoreError::NotADatabase(_) => Ok(Present::Unreadable(error.to_string())),
        other => Err(other),
    }
}

/// The ledger with nobody else in it, and none let in as long as this is held. Its log is written back first, so that
/// it is one file.
fn alone(path: &Path, key: &Key) -> Result<Connection, StoreError> {
    let in_use = |error: rusqlite::Error| {
        if is_busy(&error) { StoreError::InUse } else { StoreError::from(error) }
    };
    let held = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    if held.is_readonly(MAIN_DB)? {
        return Err(StoreError::ReadOnly);
    }
    schema::is_ledger(&held, path)?;
    // Leaving the write-ahead log is refused while any other connection is open, idle ones too.
    let mode: String = patiently(|| {
        let mut mode = String::new();
        held.pragma_update_and_check(None, "journal_mode", "DELETE", |row| {
            mode = row.get(0)?;
            Ok(())
        })?;
        Ok(mode)
    })
    .map_err(in_use)?;
    if mode.eq_ignore_ascii_case("wal") {
        return Err(StoreError::InUse);
    }
    held.pragma_update_and_check(None, "locking_mode", "EXCLUSIVE", |_| Ok(()))?;
    // In this mode the lock that was taken once is held until the connection is closed.
    held.execute_batch("BEGIN EXCLUSIVE; COMMIT").map_err(in_use)?;
    Ok(held)
}

/// The new file takes the name in one step: at no moment is there none.
fn replace(new: Partial, ledger: &Path) -> Result<PathBuf, StoreError> {
    let kept = free_name(ledger, "before-restore");
    let io = |error: std::io::Error| StoreError::from_io(&error, ledger);
    new.like(ledger);
    let linked = fs::hard_link(ledger, &kept);
    if linked.is_err() {
        fs::rename(ledger, &kept).map_err(io)?;
    }
    if let Err(error) = new.replaces(ledger) {
        // Back as it was: the copy's name is taken away, or given back.
        let _ = if linked.is_ok() { fs::remove_file(&kept) } else { fs::rename(&kept, ledger) };
        return Err(error);
    }
    make_private(&kept);
    Ok(kept)
}

/// A ledger that cannot be read is moved with the files beside it: its log must never be taken for the copy's.
fn put_aside(new: Partial, ledger: &Path) -> Result<PathBuf, StoreError> {
    let kept = free_name(ledger, "before-restore");
    new.like(ledger);
    fs::rename(ledger, &kept).map_err(|error| StoreError::from_io(&error, ledger))?;
    for ending in ["-wal", "-shm", "-journal"] {
        let _ = fs::rename(beside(ledger, ending), beside(&kept, ending));
    }
    make_private(&kept);
    new.replaces(ledger)?;
    Ok(kept)
}

/// The name of the file beside it that ends so.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Best effort: a disk without rights has none to give.
fn make_private(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let _ = fs::set_permissions(path, fs::Permissions::from_mode(0o600));
    }
    #[cfg(not(unix))]
    let _ = path;
}
