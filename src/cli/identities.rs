//! The file that says who the patients are: read here and nowhere else, never shown on standard output.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::aside;
use super::check::{Print, Telling};
use super::rights;
use crate::app::IdentityFile;
use crate::domain::{Day, Identities};
use crate::read::{self, MOST_BYTES, Reading, SourceFile};
use crate::text::{Lang, identities_example, shown_path, words};

/// The identities of a session; where the file cannot be used, a sentence that says why.
pub fn of_session(path: Option<&Path>, lang: Lang, today: Day) -> IdentityFile {
    let Some(path) = path else { return IdentityFile::NotGiven };
    match open(path, lang) {
        Err(sentence) => IdentityFile::Refused(sentence),
        Ok(bytes) => match read::identities(&bytes, today).value {
            Some(identities) => IdentityFile::Read(Arc::new(identities)),
            None => IdentityFile::Refused((words(lang).identity.refused)(&shown_path(path))),
        },
    }
}

/// Checks a file of identities and says what it found, as [`super::check`] does for case files, with the same exit codes;
/// nothing of an identity is repeated. A file that others can read is refused: 3.
///
/// # Errors
/// When the output cannot be written.
pub fn check_identities(
    path: &Path,
    print: Print,
    lang: Lang,
    today: Day,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let bytes = match open(path, lang) {
        Ok(bytes) => bytes,
        Err(sentence) => {
            aside(err, &sentence)?;
            return Ok(3);
        }
    };
    let file = unseen(path.to_owned(), read::identities(&bytes, today));
    let words = words(lang);
    let none = |named: &str| (words.error.no_case_in)(named);
    let telling = Telling { print, lang, count: words.identity.files, none: &none };
    telling.tell(&[path.to_owned()], std::iter::once(file), out, err)
}

/// Prints a file of invented identities to start from.
///
/// # Errors
/// When the output cannot be written.
pub fn example(lang: Lang, out: &mut dyn Write) -> io::Result<u8> {
    out.write_all(identities_example(lang).as_bytes())?;
    Ok(0)
}

/// What is said of a file whose text is not to be repeated.
fn unseen(path: PathBuf, reading: Reading<Identities>) -> SourceFile<Identities> {
    SourceFile { path, text: "".into(), reading }
}

/// The file's bytes, where only its owner can read it; else a sentence.
fn open(path: &Path, lang: Lang) -> Result<Vec<u8>, String> {
    let say = &words(lang).identity;
    let unreadable = |error: &io::Error| (say.unreadable)(&shown_path(path), &error.to_string());
    let file = File::open(path).map_err(|error| unreadable(&error))?;
    if rights::is_open_to_others(&file).map_err(|error| unreadable(&error))? {
        return Err((say.open_to_others)(&shown_path(path)));
    }
    let mut bytes = Vec::new();
    // One byte more than is read tells that there are more.
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    file.take(most).read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    Ok(bytes)
}
