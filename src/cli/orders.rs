//! The command that shows a case.

use std::io::{self, Write};
use std::path::PathBuf;

use super::args::Format;
use super::aside;
use super::guidelines::library_of_command;
use super::looks::log;
use super::settings::Settings;
use crate::domain::Day;
use crate::knowledge::{Country, FactId, Suppositions};
use crate::read::{self, CaseFile};
use crate::report::Sheet;
use crate::store::{self, Looked};
use crate::text::{Veil, named_in_case, words};

/// Prints a case: a file, or the number of a case in the default folder; with facts supposed otherwise, as a hypothesis.
///
/// # Errors
/// When the output cannot be written.
pub fn show(
    case: &str,
    suppose: &[String],
    format: Format,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let words = words(settings.lang);
    let supposed = match suppositions(suppose, settings) {
        Ok(supposed) => supposed,
        Err(sentences) => {
            aside(err, &sentences)?;
            return Ok(2);
        }
    };
    let Some(file) = case_file(case, settings) else {
        if let Some(code) = super::after::show(case, format, settings, out, err)? {
            return Ok(code);
        }
        aside(err, &(words.error.unknown_case)(case))?;
        return Ok(3);
    };
    let Some(found) = file.case() else {
        let path = [file.path.clone()];
        return super::check(&path, super::Print::sentences(), settings.lang, settings.today, out, err);
    };
    let library = library_of_command(settings, err)?;
    let sheet = Sheet::supposing(found, settings.today, &library, Country::France, &supposed).masked(settings.masked);
    let text = match format {
        Format::Text => sheet.text(settings.lang),
        Format::Markdown => sheet.markdown(settings.lang),
        Format::Json => sheet.json(),
    };
    let veil = || Veil::over(named_in_case(found), std::iter::once(found.patient.alias.as_str()));
    let text = if settings.masked { veil().veiled(&text) } else { text };
    writeln!(out, "{}", text.trim_end())?;
    log(Looked::Case, found.case.as_str(), settings, err)?;
    Ok(0)
}

/// What is supposed, from `fact=value`; else what is wrong with the first that cannot be read.
fn suppositions(written: &[String], settings: &Settings) -> Result<Suppositions, String> {
    let words = words(settings.lang);
    let mut supposed = Suppositions::default();
    for one in written {
        let (name, value) = one.split_once('=').ok_or_else(|| (words.whatif.no_value)(one))?;
        let fact = fact_named(name.trim()).ok_or_else(|| unknown_fact(name.trim(), settings))?;
        supposed
            .suppose(fact, value)
            .map_err(|refusal| format!("{}{}{}", fact.code(), words.report.colon, (words.refusal)(&refusal)))?;
    }
    Ok(supposed)
}

/// A fact by its code; proteinuria also by the name it has in case files.
fn fact_named(name: &str) -> Option<FactId> {
    let name = name.to_lowercase().replace('-', "_");
    if name == "upcr" { Some(FactId::Proteinuria) } else { FactId::from_code(&name) }
}

fn unknown_fact(name: &str, settings: &Settings) -> String {
    let words = &words(settings.lang).whatif;
    let known: Vec<String> = FactId::ALL.iter().map(|fact| fact.code().to_owned()).collect();
    let near = read::nearest(name, &known).map(|near| (words.nearest)(&near));
    let parts = [Some((words.unknown_fact)(name)), near, Some((words.known_facts)(&known.join(", ")))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The file that is meant: itself, else that of the case of this number in the folders of the cases. An order about a day
/// of the past finds the case that says what came after it, so that files are read as of `now`.
pub(super) fn path_of(given: PathBuf, now: Day, settings: &Settings) -> PathBuf {
    if given.exists() {
        return given;
    }
    let found = given.to_str().and_then(|number| numbered(number, now, settings));
    found.map_or(given, |file| file.path)
}

pub(super) fn case_file(case: &str, settings: &Settings) -> Option<CaseFile> {
    let path = PathBuf::from(case);
    if path.exists() {
        return Some(store::load(&path, settings.today));
    }
    numbered(case, settings.today, settings)
}

fn numbered(case: &str, day: Day, settings: &Settings) -> Option<CaseFile> {
    let found = store::find(&settings.cases);
    let mut files = found.files.iter().map(|path| store::load(path, day));
    files.find(|file| file.case().is_some_and(|one| one.case.as_str().eq_ignore_ascii_case(case)))
}
