//! `regards precedents`, and the same for the screen: the past decisions nearest to a case.
//!
//! Exit codes: 0 some were found; 1 none is recorded, or the case file has errors; 3 the case or the database is out of reach.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::thread;

use super::args::Format;
use super::aside;
use super::guidelines::library_of_command;
use super::keeping::refused;
use super::looks::log;
use super::orders::case_file;
use super::pen::failed;
use super::settings::Settings;
use super::wake::Wake;
use crate::app::Action;
use crate::archive::{Precedents, Traits};
use crate::domain::{Alias, CaseId};
use crate::knowledge;
use crate::meeting::Profile;
use crate::report;
use crate::store::{Key, Ledger, Looked, StoreError};
use crate::text::{Lang, words};

/// Rows of the screen's list: what a room can look through.
const ROWS: usize = 20;

/// Prints the past decisions nearest to a case.
///
/// # Errors
/// When the output cannot be written.
pub fn precedents(
    case: &str,
    limit: usize,
    format: Format,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let words = words(settings.lang);
    let Some(file) = case_file(case, settings) else {
        aside(err, &(words.error.unknown_case)(case))?;
        return Ok(3);
    };
    let Some(read) = file.case() else {
        let path = [file.path.clone()];
        return super::check(&path, super::Print::sentences(), settings.lang, settings.today, out, err);
    };
    let of = Traits::from(&Profile::of_patient(read, &knowledge::facts(read, settings.today)));
    let found =
        settings.ledger_to_read().and_then(|ledger| ledger.precedents(&of, &read.case, &read.patient.alias, limit));
    let found = match found {
        Ok(found) => found,
        Err(error) => return refused(&error, settings, err),
    };
    let said = if format == Format::Json {
        report::precedents_json(read.case.as_str(), &of, &found, settings.masked)
    } else {
        let library = library_of_command(settings, err)?;
        report::precedents_text(&of, &found, &library, settings.lang, settings.masked)
    };
    writeln!(out, "{}", said.trim_end())?;
    log(Looked::Search, &format!("precedents {}", read.case), settings, err)?;
    Ok(u8::from(found.nearest.is_empty()))
}

/// What is looked for.
pub struct Wanted {
    /// What the case is compared on.
    pub of: Traits,
    /// The case.
    pub case: CaseId,
    /// Its pseudonym.
    pub alias: Alias,
}

/// Looks for the nearest decisions on a worker, so that no key waits for it.
pub fn look_for(wanted: Wanted, path: PathBuf, key: Key, lang: Lang, wakes: Sender<Wake>) {
    thread::spawn(move || {
        let action = match nearest(&wanted, &path, &key) {
            Ok(found) => Action::Precedents(wanted.case, Box::new(found)),
            Err(error) => failed(&error, lang),
        };
        // Where nobody listens any more, nobody waits for it.
        let _ = wakes.send(Wake::Action(action));
    });
}

fn nearest(wanted: &Wanted, path: &std::path::Path, key: &Key) -> Result<Precedents, StoreError> {
    Ledger::open_read_only_with_key(path, key)?.precedents(&wanted.of, &wanted.case, &wanted.alias, ROWS)
}
