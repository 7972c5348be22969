//! `regards check --chase`: what is awaited for cases, by who can tell it.

use std::io::{self, Write};
use std::path::PathBuf;

use super::args::Format;
use super::aside;
use super::guidelines::library_of_command;
use super::settings::Settings;
use crate::domain::Case;
use crate::knowledge::{self, Country, Library};
use crate::meeting::Chased;
use crate::report::Chase;
use crate::store;
use crate::text::{Veil, named_in_case, visible, words};

/// Prints what the guidelines await for these cases, and from whom. Exit codes: 0 where nothing is awaited; 1 where something
/// is, or a file has errors; 3 where a path could not be read or no case was found.
///
/// # Errors
/// When the output cannot be written.
pub fn chase(
    paths: &[PathBuf],
    format: Format,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let words = words(settings.lang);
    let found = store::find(paths);
    let unreadable: Vec<String> =
        found.unreadable.iter().map(|file| file.path.to_string_lossy().into_owned()).collect();
    for path in &unreadable {
        aside(err, &(words.error.no_case_in)(&visible(path)))?;
    }
    if found.files.is_empty() {
        if unreadable.is_empty() {
            let named: Vec<_> = paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
            aside(err, &(words.error.no_case_in)(&visible(&named.join(", "))))?;
        }
        return Ok(3);
    }
    let library = library_of_command(settings, err)?;
    let (mut cases, mut broken, mut read) = (Vec::new(), Vec::new(), Vec::new());
    for path in &found.files {
        let file = store::load(path, settings.today);
        match file.case() {
            Some(case) => {
                cases.push(chased(path.clone(), case, settings, &library));
                read.push(case.clone());
            }
            None => broken.push(path.to_string_lossy().into_owned()),
        }
    }
    let report = Chase { cases: &cases, broken: &broken, masked: settings.masked };
    let text = match format {
        Format::Text => report.text(settings.lang),
        Format::Markdown => report.markdown(settings.lang),
        Format::Json => report.json(),
    };
    let text = if settings.masked { veiled(&text, &read) } else { text };
    writeln!(out, "{}", text.trim_end())?;
    let is_whole = broken.is_empty() && cases.iter().all(|case| case.awaited.is_empty());
    Ok(if unreadable.is_empty() { u8::from(!is_whole) } else { 3 })
}

fn chased(path: PathBuf, case: &Case, settings: &Settings, library: &Library) -> Chased {
    let facts = knowledge::facts(case, settings.today);
    let table = knowledge::side_by_side(library, &facts, Country::France);
    Chased::of(path, case, &facts, &table)
}

/// The text without the names that the cases have.
fn veiled(text: &str, cases: &[Case]) -> String {
    let names = cases.iter().flat_map(named_in_case);
    Veil::over(names, cases.iter().map(|case| case.patient.alias.as_str())).veiled(text)
}
