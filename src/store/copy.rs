//! Whole files of the ledger: made for their owner only, copied while they are in use, waited for.

use std::cell::RefCell;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, ErrorCode, ffi};
use uuid::{NoContext, Timestamp, Uuid};

use super::error::folder_of;
use super::{Key, StoreError, Watch};

/// How many pages are copied between two looks at whether to go on.
const PAGES: std::ffi::c_int = 1000;

/// How long an act waits for another terminal's before it gives up.
pub const BUSY_TIMEOUT: Duration = Duration::from_secs(2);

/// Copies what `from` holds to a new file, page by page: both are written with the same key.
pub(super) fn copy_beside(from: &Connection, to: &Path, key: &Key, watch: &mut dyn Watch) -> Result<(), StoreError> {
    let watch = RefCell::new(watch);
    appear(to, &|partial| copy(from, partial, key, *watch.borrow_mut()))
}

/// Makes a new file that has its name only when it is whole.
pub(super) fn appear(to: &Path, write: &dyn Fn(&Path) -> Result<(), StoreError>) -> Result<(), StoreError> {
    put(to, false, write)
}

/// Writes a document or an export: it has its name only when it is whole, and only its owner can read it. Where `write`
/// fails nothing is left; a file that has the name already stays as it is, unless it is to be replaced: then the new one
/// has its rights.
pub fn write_whole(
    to: &Path,
    replaces: bool,
    write: &dyn Fn(&mut dyn Write) -> io::Result<()>,
) -> Result<(), StoreError> {
    put(to, replaces, &|partial| {
        let written = || {
            let mut file = BufWriter::new(fs::OpenOptions::new().write(true).open(partial)?);
            write(&mut file)?;
            file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
        };
        written().map_err(|error| StoreError::from_io(&error, to))
    })
}

fn put(to: &Path, replaces: bool, write: &dyn Fn(&Path) -> Result<(), StoreError>) -> Result<(), StoreError> {
    let to = std::path::absolute(to).map_err(|error| StoreError::from_io(&error, to))?;
    if !folder_of(&to).is_dir() {
        return Err(StoreError::FolderMissing(folder_of(&to).to_owned()));
    }
    if to.is_dir() {
        return Err(StoreError::IsAFolder(to));
    }
    let is_there = to.symlink_metadata().is_ok();
    // A link stays one. What is no file at all, such as a device, is never replaced.
    let to = if replaces && is_there { to.canonicalize().unwrap_or(to) } else { to };
    if is_there && !(replaces && to.is_file()) {
        return Err(StoreError::AlreadyThere(to));
    }
    let partial = Partial::beside(&to)?;
    write(&partial.0)?;
    if is_there {
        partial.like(&to);
        partial.replaces(&to)?;
    } else {
        partial.becomes(&to)?;
    }
    sync_folder(&to);
    Ok(())
}

/// The name must outlive a power cut as the content does; not every disk can promise it.
pub(super) fn sync_folder(path: &Path) {
    let _ = fs::File::open(folder_of(path)).and_then(|folder| folder.sync_all());
}

/// Copies what `from` holds into an empty file, written with the same key.
pub(super) fn copy(from: &Connection, to: &Path, key: &Key, watch: &mut dyn Watch) -> Result<(), StoreError> {
    let mut copy = Connection::open(to)?;
    key.turn(&copy)?;
    copied(from, &mut copy, watch)?;
    // One file that also opens where nothing can be written beside it.
    copy.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    copy.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// Copies what `from` holds into another database, page by page, in one consistent state.
pub(super) fn copied(from: &Connection, to: &mut Connection, watch: &mut dyn Watch) -> Result<(), StoreError> {
    // Held throughout, so that what others record meanwhile does not make it begin anew.
    let snapshot = from.unchecked_transaction()?;
    patiently(|| snapshot.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0)))?;
    let backup = Backup::new(&snapshot, to)?;
    loop {
        let step = patiently(|| match backup.step(PAGES)? {
            StepResult::Done => Ok(true),
            StepResult::More => Ok(false),
            _ => Err(rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_BUSY), None)),
        })?;
        let pages = backup.progress();
        let of = u64::try_from(pages.pagecount).unwrap_or_default();
        watch.at(of.saturating_sub(u64::try_from(pages.remaining).unwrap_or_default()), Some(of))?;
        if step {
            return Ok(());
        }
    }
}

/// `ledger.why.sqlite`, or `ledger.why-2.sqlite` when an earlier one is still there.
pub(super) fn free_name(path: &Path, why: &str) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let plain = path.with_file_name(format!("{stem}.{why}.sqlite"));
    let numbered = (2..).map(|n: u32| path.with_file_name(format!("{stem}.{why}-{n}.sqlite")));
    std::iter::once(plain).chain(numbered).find(|name| !name.exists()).unwrap_or_default()
}

/// A copy under way, deleted unless it becomes whole.
pub(super) struct Partial(PathBuf);

impl Partial {
    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    pub(super) fn beside(to: &Path) -> Result<Self, StoreError> {
        let name = to.file_name().unwrap_or_default().to_string_lossy();
        // A moment of zero: only the random bits of the id matter here.
        let random = Uuid::new_v7(Timestamp::from_unix(NoContext, 0, 0));
        let partial = to.with_file_name(format!(".{name}.{random}.partial"));
        create_private(&partial)?;
        Ok(Self(partial))
    }

    /// A link refuses to replace a file even if it appeared this instant; where the disk has no links, a rename does.
    pub(super) fn becomes(self, to: &Path) -> Result<(), StoreError> {
        match fs::hard_link(&self.0, to) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(StoreError::AlreadyThere(to.to_owned())),
            Err(_) if to.exists() => Err(StoreError::AlreadyThere(to.to_owned())),
            Err(_) => fs::rename(&self.0, to).map_err(|error| StoreError::from_io(&error, to)),
        }
    }

    /// Takes the place of what has this name, in one step.
    pub(super) fn replaces(self, to: &Path) -> Result<(), StoreError> {
        fs::rename(&self.0, to).map_err(|error| StoreError::from_io(&error, to))
    }

    /// Gets the rights and the owner of another file, as far as this user may give them.
    pub(super) fn like(&self, other: &Path) {
        let Ok(data) = fs::metadata(other) else { return };
        let _ = fs::set_permissions(&self.0, data.permissions());
        #[cfg(unix)]
        {
            use std::os::unix::fs::{MetadataExt, chown};
            let _ = chown(&self.0, Some(data.uid()), Some(data.gid()));
        }
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
        let _ = fs::remove_file(self.0.with_extension("partial-journal"));
    }
}

/// An empty file that only its owner can read; SQLite gives the files beside it the same rights.
///
/// Only for a file that is not there: opening and closing a ledger behind SQLite's back would drop the locks
/// that this process holds on it.
pub(super) fn create_private(path: &Path) -> Result<(), StoreError> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(StoreError::from_io(&error, path)),
        _ => Ok(()),
    }
}

/// Tries again while another terminal is in the way, for as long as an act would wait.
pub(super) fn patiently<T>(mut attempt: impl FnMut() -> rusqlite::Result<T>) -> rusqlite::Result<T> {
    let start = Instant::now();
    loop {
        match attempt() {
            Err(error) if is_busy(&error) && start.elapsed() < BUSY_TIMEOUT => sleep(Duration::from_millis(10)),
            answer => return answer,
        }
    }
}

/// Whether another connection is in the way.
pub(super) fn is_busy(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
}
