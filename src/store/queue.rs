//! The case files that the meeting is about: found in files and folders, read through the one door.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::domain::Day;
use crate::read::{self, CaseFile, MOST_BYTES, Problem, Reading, SourceFile};

/// Endings of a case file's name.
const ENDINGS: [&str; 2] = ["yaml", "yml"];

/// What lies at the paths that were named.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Case files, in the order of the paths, sorted within each folder; each path once.
    pub files: Vec<PathBuf>,
    /// What could not be looked at, with why.
    pub unreadable: Vec<CaseFile>,
}

/// The case files at these paths: files as they are named, folders by what ends in `.yaml` or `.yml`.
/// Symbolic links are followed; folders inside folders are not.
pub fn find(paths: &[PathBuf]) -> Found {
    let mut found = Found::default();
    let mut seen = HashSet::new();
    for path in paths {
        let is_folder = fs::metadata(path).is_ok_and(|data| data.is_dir());
        match if is_folder { entries(path) } else { Ok(vec![path.clone()]) } {
            Ok(files) => found.files.extend(files.into_iter().filter(|file| seen.insert(file.clone()))),
            Err(error) => found.unreadable.push(CaseFile::unreadable(path.clone(), words(&error))),
        }
    }
    found
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if is_case_file(&path) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Whether a file of this name is taken for a case. A name that begins with a point is an editor's or the system's.
pub fn is_case_file(path: &Path) -> bool {
    let ends_well = path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending == *known));
    let is_hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    ends_well && !is_hidden
}

/// Reads one case file. Whatever lies there, it ends soon and says what it found.
pub fn load(path: &Path, today: Day) -> CaseFile {
    load_as(path, |bytes| read::case(bytes, today))
}

/// Reads one file of any format, as safely.
pub fn load_as<T>(path: &Path, read: impl FnOnce(&[u8]) -> Reading<T>) -> SourceFile<T> {
    // Opening a pipe would wait for its other end: what it is must be asked first.
    let data = match fs::metadata(path) {
        Ok(data) => data,
        Err(error) => return SourceFile::unreadable(path.to_owned(), words(&error)),
    };
    if !data.is_file() {
        return SourceFile::refused(path.to_owned(), Problem::NotAFile { folder: data.is_dir() });
    }
    let size = usize::try_from(data.len()).unwrap_or(usize::MAX);
    if size > MOST_BYTES {
        return SourceFile::refused(path.to_owned(), Problem::TooLarge { bytes: size, most: MOST_BYTES });
    }
    match bytes(path) {
        Ok(bytes) => SourceFile::read(path.to_owned(), &bytes, read),
        Err(error) => SourceFile::unreadable(path.to_owned(), words(&error)),
    }
}

/// The file's bytes, and never more than one above what is allowed: it may grow while it is read.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The system's words without its number.
fn words(error: &io::Error) -> String {
    let words = error.to_string();
    words.split(" (os error").next().unwrap_or(&words).to_owned()
}
