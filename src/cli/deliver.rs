//! A file written whole or not at all: beside its place first, then put there in one step.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Has `write` fill a file beside `to`, then puts it there; nothing is left of it where `write` refuses or the disk does.
/// Only its owner may read it. What stands there already is replaced only where `replace` says so.
///
/// # Errors
/// What the system or `write` refuses; [`io::ErrorKind::AlreadyExists`] where a file stands there and is to stay.
pub fn deliver(to: &Path, replace: bool, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    if !replace && fs::symlink_metadata(to).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let beside = Beside::make(to)?;
    let mut file = BufWriter::new(&beside.file);
    write(&mut file)?;
    file.flush()?;
    drop(file);
    beside.file.sync_all()?;
    if replace {
        fs::rename(&beside.path, to)?;
    } else {
        // A link fails where another program was faster; a rename would take its place.
        match fs::hard_link(&beside.path, to) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(error),
            Err(_) => fs::rename(&beside.path, to)?,
            Ok(()) => {}
        }
    }
    let folder = folder_of(to);
    // Some network drives cannot; the file itself is safe already.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

fn folder_of(to: &Path) -> &Path {
    to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The file while it is written, under a hidden name; gone when it is no longer needed.
struct Beside {
    path: PathBuf,
    file: File,
}

impl Beside {
    fn make(to: &Path) -> io::Result<Self> {
        let name = to.file_name().ok_or(io::ErrorKind::IsADirectory)?.to_string_lossy();
        let path = folder_of(to).join(format!(".{name}.{}.part", std::process::id()));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = match options.open(&path) {
            // Left by a session of the same number that was killed.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                fs::remove_file(&path)?;
                options.open(&path)?
            }
            opened => opened?,
        };
        Ok(Self { path, file })
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // Renamed, it is not there any more.
        let _ = fs::remove_file(&self.path);
    }
}
