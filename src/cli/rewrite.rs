//! A case file written anew: whole or not at all, and only over the text that the change was made on.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::app::Action;
use crate::text::{Lang, visible, words};

/// What became of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rewritten {
    /// The new text is on disk.
    Done,
    /// Another text was found there: nothing was written.
    Changed,
}

/// Puts `written` in the place of `read` in this file; where it is a link, in the file that it leads to. Rights stay.
///
/// # Errors
/// A sentence that says why nothing was written, and what to do.
pub fn rewrite(path: &Path, read: &str, written: &str, lang: Lang) -> Result<Rewritten, String> {
    replace(path, read, written).map_err(|error| sentence(path, &error, lang))
}

/// What the screen learns of it; `read_only` where nothing may be written in this session.
pub(super) fn answer(path: PathBuf, read: &str, written: &str, read_only: bool, lang: Lang) -> Action {
    if read_only {
        return Action::CaseNotWritten(path, words(lang).writing.session.to_owned());
    }
    match rewrite(&path, read, written, lang) {
        Ok(Rewritten::Done) => Action::CaseWritten(path),
        Ok(Rewritten::Changed) => Action::CaseChanged(path),
        Err(sentence) => Action::CaseNotWritten(path, sentence),
    }
}

fn replace(path: &Path, read: &str, written: &str) -> io::Result<Rewritten> {
    let file = path.canonicalize()?;
    if fs::read(&file)? != read.as_bytes() {
        return Ok(Rewritten::Changed);
    }
    let rights = fs::metadata(&file)?.permissions();
    // A rename asks only for the folder's rights: what its owner protects stays.
    if rights.readonly() {
        return Err(io::ErrorKind::ReadOnlyFilesystem.into());
    }
    let folder = file.parent().unwrap_or(Path::new(".")).to_owned();
    let draft = Draft::write(&folder, &file, written, rights)?;
    if fs::read(&file)? != read.as_bytes() {
        return Ok(Rewritten::Changed);
    }
    fs::rename(&draft.path, &file)?;
    // Some network drives cannot; the text itself is safe already.
    let _ = File::open(&folder).and_then(|folder| folder.sync_all());
    Ok(Rewritten::Done)
}

/// The new text beside the file, under a hidden name that no queue reads; gone when it is no longer needed.
struct Draft {
    path: PathBuf,
}

impl Draft {
    fn write(folder: &Path, file: &Path, text: &str, rights: Permissions) -> io::Result<Self> {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let path = folder.join(format!(".{name}.{}.new", std::process::id()));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        // Nobody reads it before it has the rights of the file.
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut new = match options.open(&path) {
            // Left by a session of the same number that was killed.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                fs::remove_file(&path)?;
                options.open(&path)?
            }
            opened => opened?,
        };
        let draft = Self { path };
        new.write_all(text.as_bytes())?;
        new.set_permissions(rights)?;
        keep_owner(file, &draft.path);
        new.sync_all()?;
        Ok(draft)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // Renamed, it is not there any more.
        let _ = fs::remove_file(&self.path);
    }
}

/// Gives the new file the owner and group of the old one, as far as this user may.
#[cfg(unix)]
fn keep_owner(file: &Path, new: &Path) {
    use std::os::unix::fs::{MetadataExt, chown};
    if let (Ok(was), Ok(is)) = (fs::metadata(file), fs::metadata(new))
        && (was.uid(), was.gid()) != (is.uid(), is.gid())
    {
        let _ = chown(new, Some(was.uid()), Some(was.gid()));
    }
}

#[cfg(not(unix))]
fn keep_owner(_: &Path, _: &Path) {}

fn sentence(path: &Path, error: &io::Error, lang: Lang) -> String {
    let say = &words(lang).writing;
    let name = path.to_string_lossy();
    let name = visible(&name);
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => (say.gone)(&name),
        io::ErrorKind::PermissionDenied => (say.permission)(&name),
        io::ErrorKind::ReadOnlyFilesystem => (say.read_only)(&name),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => say.disk_full.to_owned(),
        _ => (say.disk)(&name, &error.to_string()),
    }
}
