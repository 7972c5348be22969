use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use rusqlite::ffi::SQLITE_READONLY_DBMOVED;

use super::{Centre, DecisionId, Draft, Entry, Key, Verified};
use crate::domain::CaseId;

/// Why the ledger did not do what was asked, and what to do next. Nothing is half recorded: an act is
/// recorded whole or not at all.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The folder of the ledger or of a backup does not exist.
    #[error("the folder {} does not exist: create it, or give another path", .0.display())]
    FolderMissing(PathBuf),
    /// There is no ledger at this path, and it was opened for reading only.
    #[error("there is no ledger at {}: check the path, or open it for writing once to create it", .0.display())]
    Missing(PathBuf),
    /// There is no copy to restore at this path.
    #[error("there is no copy at {}: check the path. Nothing was changed", .0.display())]
    CopyMissing(PathBuf),
    /// The path is a folder.
    #[error("{} is a folder: give the path of a file in it", .0.display())]
    IsAFolder(PathBuf),
    /// The rights on the file or folder do not let this user in.
    #[error("no permission on {}: ask its owner for the right to read and write it and its folder", .0.display())]
    Permission(PathBuf),
    /// The ledger can be read and not written.
    #[error(
        "the ledger is read-only: nothing was recorded. Give yourself the right to write the file and its folder, or open it for reading only"
    )]
    ReadOnly,
    /// No space left.
    #[error("the disk is full: nothing was recorded and nothing recorded was lost. Free some space and try again")]
    DiskFull,
    /// Another program holds the ledger.
    #[error(
        "another program keeps the ledger locked: nothing was recorded. Close it (a database browser, a backup) and try again"
    )]
    Busy,
    /// The file was moved or deleted while it was open.
    #[error("the ledger's file was moved or deleted while it was open: put it back where it was and restart")]
    Moved,
    /// SQLite could not open the file or one beside it.
    #[error("the ledger cannot be opened ({0}): check that its folder exists and can be written")]
    CannotOpen(String),
    /// The disk refused to read or write.
    #[error(
        "the disk refused to read or write ({0}): nothing was recorded. Check the disk or the network drive, then try again"
    )]
    Disk(String),
    /// A page or a value of the file is damaged.
    #[error(
        "the ledger is damaged ({0}): keep a copy of the file as it is, run `regards verify`, and go back to the last backup if it confirms"
    )]
    Corrupt(String),
    /// The file is not an SQLite database in the clear, and no passphrase was given for it.
    #[error(
        "{} is not a plain database: check the path; if it is encrypted, use a build with the feature `encryption` and give its passphrase",
        .0.display()
    )]
    NotADatabase(PathBuf),
    /// The passphrase does not open the file.
    #[error(
        "the passphrase does not open {}, or the file is no encrypted database: nothing was changed. Check both and try again",
        .0.display()
    )]
    WrongPassphrase(PathBuf),
    /// The database took no passphrase.
    #[error("the passphrase cannot be used: nothing was changed. Try another one")]
    KeyRefused,
    /// The file is a database of something else.
    #[error("{} is a database, but not a ledger of this program: give another path", .0.display())]
    NotALedger(PathBuf),
    /// The ledger was written by a newer version of this program.
    #[error(
        "this ledger has format {found}, this program knows up to {known}: use the newer version of the program that wrote it. Nothing was changed"
    )]
    NewerSchema { found: i32, known: usize },
    /// The ledger is of an older format and was opened for reading only.
    #[error(
        "this ledger has format {found}, this program reads {known}: open it once for writing to bring it up to date (a backup is made first)"
    )]
    OlderSchema { found: i32, known: usize },
    /// An event of the journal cannot be read back.
    #[error("event {seq} of the journal cannot be read ({why}): run `regards verify`")]
    Event { seq: i64, why: String },
    /// A decision, a postponement or an amendment needs its reason or its author.
    #[error("{0} is required: write it and try again")]
    Blank(&'static str),
    /// The hash given for the case file is not that of its text.
    #[error("the case file changed while the decision was locked: open the case again")]
    CaseFileChanged,
    /// Someone decided this case at this meeting in the meantime.
    #[error("{} was already decided at this meeting, by {}: read that decision, and amend it if it must change", .0.case_id, .0.actor)]
    AlreadyDecided(Box<Entry>),
    /// Someone amended the decision in the meantime.
    #[error("this decision was amended by {} in the meantime (version {}): read it, then amend that version", .0.actor, .0.version)]
    Superseded(Box<Entry>),
    /// The decision to amend is about another case.
    #[error("the decision to amend is about {amended}, not {case}")]
    AnotherCase { case: CaseId, amended: CaseId },
    /// No decision has this id.
    #[error("no decision has the number {0}")]
    UnknownDecision(DecisionId),
    /// Someone else typed in this draft; both texts are kept.
    #[error("{}", draft_conflict(.theirs.as_deref()))]
    DraftConflict { theirs: Option<Box<Draft>> },
    /// A backup does not replace a file.
    #[error("{} exists already and a backup replaces nothing: give another name", .0.display())]
    AlreadyThere(PathBuf),
    /// The ledger is open somewhere, so nothing can take its place.
    #[error("the ledger is open in another program: close it everywhere, then restore. Nothing was changed")]
    InUse,
    /// The copy is not sound.
    #[error("the copy is not sound: restore another one, or this one with --even-if-damaged. Nothing was changed")]
    CopyDamaged(Box<Verified>),
    /// The copy to restore is the ledger itself.
    #[error("{} is the ledger itself: name the copy that takes its place", .0.display())]
    SameFile(PathBuf),
    /// There is no shared archive at this path, and it was opened for reading only.
    #[error("there is no shared archive at {}: check the path, or make it with `regards sync import`", .0.display())]
    ArchiveMissing(PathBuf),
    /// The file is a database, but not a shared archive.
    #[error("{} is a database, but no shared archive: give another path. Nothing was changed", .0.display())]
    NotAnArchive(PathBuf),
    /// The shared archive was written by a newer version of this program.
    #[error(
        "this shared archive has format {found}, this program knows up to {known}: use the newer version of the program that wrote it. Nothing was changed"
    )]
    NewerArchive { found: i32, known: i32 },
    /// The ledger has the name of another centre.
    #[error("this ledger is that of {0}: leave the name out, or give that one")]
    CentreNamed(Centre),
    /// Nobody said whose ledger this is.
    #[error("this ledger has no centre's name yet: give one; it is recorded once and kept")]
    CentreUnnamed,
    /// The journal ends before the entry after which it is asked for.
    #[error("the journal goes to entry {0}: ask for what comes after that one, or an earlier one")]
    PastTheEnd(i64),
    /// What is to be recorded cannot be written as JSON.
    #[error("what is to be recorded cannot be written ({0}): nothing was recorded")]
    Unwritable(#[from] serde_json::Error),
    /// Long work was stopped by whoever started it.
    #[error("stopped: nothing was written")]
    Stopped,
    /// The file or the reader of an answer took no more.
    #[error("it cannot be written ({0}): nothing was left half written")]
    Unwritten(#[source] io::Error),
    /// Anything else SQLite says.
    #[error("the database refused ({0}): nothing was recorded")]
    Refused(#[source] rusqlite::Error),
}

fn draft_conflict(theirs: Option<&Draft>) -> String {
    match theirs {
        Some(draft) => format!(
            "{} changed this draft in the meantime: your text is kept on the screen, theirs is saved; compare and save again",
            draft.author
        ),
        None => "this draft was locked or put away in the meantime: your text is kept on the screen".to_owned(),
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match &error {
            rusqlite::Error::SqliteFailure(failure, words) => {
                let words = || words.clone().unwrap_or_else(|| failure.to_string());
                match failure.code {
                    ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed => {
                        Self::Busy
                    }
                    ErrorCode::ReadOnly if failure.extended_code == SQLITE_READONLY_DBMOVED => Self::Moved,
                    ErrorCode::ReadOnly => Self::ReadOnly,
                    ErrorCode::DiskFull => Self::DiskFull,
                    ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Corrupt(words()),
                    ErrorCode::CannotOpen | ErrorCode::PermissionDenied => Self::CannotOpen(words()),
                    ErrorCode::OperationInterrupted => Self::Stopped,
                    ErrorCode::SystemIoFailure => Self::Disk(words()),
                    _ => Self::Refused(error),
                }
            }
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::Utf8Error(..) => Self::Corrupt(error.to_string()),
            _ => Self::Refused(error),
        }
    }
}

impl StoreError {
    /// An event that cannot be read, by its place and why.
    pub(super) fn from_event((seq, why): (i64, String)) -> Self {
        Self::Event { seq, why }
    }

    /// What a file-system refusal means, for this path.
    pub(super) fn from_io(error: &io::Error, path: &Path) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::FolderMissing(folder_of(path).to_owned()),
            io::ErrorKind::PermissionDenied => Self::Permission(path.to_owned()),
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::AlreadyExists => Self::AlreadyThere(path.to_owned()),
            _ => Self::Disk(error.to_string()),
        }
    }

    /// Why a file whose pages this key does not open is not opened.
    pub(super) fn not_opened(path: &Path, key: &Key) -> Self {
        if key.is_plain() { Self::NotADatabase(path.to_owned()) } else { Self::WrongPassphrase(path.to_owned()) }
    }

    /// Names the file where opening it said only what is wrong.
    pub(super) fn while_opening(self, path: &Path) -> Self {
        match self {
            Self::CannotOpen(_) if !path.exists() => Self::Missing(path.to_owned()),
            Self::CannotOpen(_) => Self::Permission(path.to_owned()),
            other => other,
        }
    }
}

/// The folder a path lies in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
