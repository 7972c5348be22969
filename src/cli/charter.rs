//! `regards charter`: the charter of the meeting in use, and what is wrong with one's own.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Exit;
use super::check::{Print, Telling};
use super::settings::Settings;
use crate::domain::Charter;
use crate::meeting::session::{SHIPPED_CHARTER, read_charter};
use crate::read::SourceFile;
use crate::store;
use crate::text::{Lang, words};

/// Prints the charter in use, with its comments.
///
/// # Errors
/// When the output cannot be written.
pub fn print(settings: &Settings, out: &mut dyn Write) -> io::Result<u8> {
    let text = settings.charter_text.as_deref().unwrap_or(SHIPPED_CHARTER);
    writeln!(out, "{}", text.trim_end())?;
    Ok(0)
}

/// Checks charter files and says what it found, as `regards check` does for case files, with the same exit codes.
///
/// # Errors
/// When the output cannot be written.
pub fn check_charters(
    paths: &[PathBuf],
    print: Print,
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let words = &words(lang).meeting_order;
    let none = |named: &str| (words.no_charter)(named);
    let files = paths.iter().map(|path| load(path));
    Telling { print, lang, count: words.charters, none: &none }.tell(paths, files, out, err)
}

/// Reads the charter that was named. Where something is wrong with it, that is said and the exit code comes back: no meeting
/// is held under a charter that nobody could read.
pub(super) fn take(path: &Path, settings: &mut Settings) -> Result<(), Exit> {
    let file = load(path);
    if let Some(charter) = file.value() {
        settings.charter = Some(charter.clone());
        settings.charter_text = Some(file.text.to_string());
        return Ok(());
    }
    let (mut out, mut err) = (io::stderr(), io::stderr());
    let paths = [path.to_owned()];
    let told = check_charters(&paths, Print::Sentences { colour: false }, settings.lang, &mut out, &mut err);
    Err(told.map_or(Exit::NoAccess, Exit::from_code))
}

fn load(path: &Path) -> SourceFile<Charter> {
    store::load_as(path, read_charter)
}
