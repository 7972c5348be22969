//! The guidelines in use: the shipped ones and those of the user's folder; what is wrong with a file of theirs.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::args::Format;
use super::aside;
use super::check::{Print, Telling};
use super::settings::Settings;
use crate::domain::Day;
use crate::knowledge::{Auditor, Guideline, Library, Shelf};
use crate::read::{Reading, SourceFile};
use crate::report;
use crate::store;
use crate::text::{Lang, words};

/// The shipped guidelines, and those of the folder that the settings name.
pub fn library(settings: &Settings) -> Library {
    let shelf = |folder: &PathBuf| Shelf { folder: folder.clone(), today: settings.today, open };
    Library::with(settings.guidelines.as_ref().map(shelf))
}

/// The same for a command, which says what is not loaded.
///
/// # Errors
/// When the sentence cannot be written.
pub fn library_of_command(settings: &Settings, err: &mut dyn Write) -> io::Result<Library> {
    let library = library(settings);
    if let Some(sentence) = refused(&library, settings.lang) {
        aside(err, &sentence)?;
    }
    Ok(library)
}

/// That files of the folder are not loaded, and which.
pub fn refused(library: &Library, lang: Lang) -> Option<String> {
    let names = library.refused_names();
    (!names.is_empty()).then(|| (words(lang).editions.refused)(&names.join(", ")))
}

fn open(folder: &Path, read: &dyn Fn(&[u8]) -> Reading<Guideline>) -> Vec<SourceFile<Guideline>> {
    files(&[folder.to_owned()], read)
}

fn files(paths: &[PathBuf], read: &dyn Fn(&[u8]) -> Reading<Guideline>) -> Vec<SourceFile<Guideline>> {
    let found = store::find(paths);
    let read = found.files.iter().map(|path| store::load_as(path, read));
    found.unreadable.into_iter().map(SourceFile::without_value).chain(read).collect()
}

/// Prints the editions in use and what they cover.
///
/// # Errors
/// When the output cannot be written.
pub fn editions(format: Format, settings: &Settings, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let library = library_of_command(settings, err)?;
    let (lang, today) = (settings.lang, settings.today);
    let text = match format {
        Format::Text => report::editions_text(&library, today, lang),
        Format::Markdown => report::editions_markdown(&library, today, lang),
        Format::Json => report::editions_json(&library, today),
    };
    writeln!(out, "{}", text.trim_end())?;
    Ok(0)
}

/// Prints a protocol to start one's own from.
///
/// # Errors
/// When the output cannot be written.
pub fn example(out: &mut dyn Write) -> io::Result<u8> {
    out.write_all(Library::example().as_bytes())?;
    Ok(0)
}

/// Checks guideline files and says what it found, as [`super::check`] does for case files, with the same exit codes. Where
/// no path is named, those of the folder; without one, the shipped ones.
///
/// # Errors
/// When the output cannot be written.
pub fn check_guidelines(
    paths: &[PathBuf],
    folder: Option<&Path>,
    print: Print,
    lang: Lang,
    today: Day,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let shipped = Library::shipped();
    let folder: Vec<PathBuf> = folder.into_iter().map(Path::to_owned).collect();
    let paths = if paths.is_empty() { folder.as_slice() } else { paths };
    let found = if paths.is_empty() {
        let auditor = Auditor::new(shipped.formulary(), today, []);
        let read = |(name, text): (String, &str)| {
            SourceFile::read(PathBuf::from(name), text.as_bytes(), |bytes| auditor.read(bytes))
        };
        Library::texts().map(read).collect()
    } else {
        let taken = shipped.guidelines().iter().map(|guideline| guideline.id.clone());
        let auditor = Auditor::new(shipped.formulary(), today, taken);
        files(paths, &|bytes| auditor.read(bytes))
    };
    let words = words(lang);
    let none = |named: &str| (words.editions.no_guideline_in)(named);
    Telling { print, lang, count: words.editions.files, none: &none }.tell(paths, found.into_iter(), out, err)
}
