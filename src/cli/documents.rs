//! `regards sheet`, `letter`, `plan` and `minutes`: documents to standard output or to a file, and those of the screen to a
//! folder beside the database.
//!
//! Exit codes: 0 written; 2 the words of the call are off; 3 no such decision or meeting, no such document of it, or a file that
//! could not be written.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, Local, NaiveTime, TimeZone, Utc};

use super::args::{Leaves, OnDecision};
use super::aside;
use super::keeping::refused;
use super::looks::log;
use super::settings::Settings;
use super::trouble::sentence;
use crate::domain::{CaseId, Day, Name, Paper, PaperForm, PatientIdentity};
use crate::meeting::session::Session;
use crate::meeting::{Recorded, Status};
use crate::read;
use crate::report::{Document, Minutes, Papers};
use crate::store::{self, Ledger, Looked, Proceedings, StoreError};
use crate::text::{Lang, Veil, named_in_case, named_in_decision, shown_path, words};

/// The folder beside the database that documents of the screen are written to.
const FOLDER: &str = "documents";

/// Writes a document of a decision.
///
/// # Errors
/// When the output cannot be written.
pub fn on_decision(
    kind: Paper,
    asked: &OnDecision,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let words = words(settings.lang);
    let found = settings.ledger_to_read().and_then(|ledger| find(&ledger, &asked.id));
    let recorded = match found {
        Ok(Some(recorded)) => recorded,
        Ok(None) => {
            aside(err, &(words.ledger.unknown_decision)(&asked.id))?;
            return Ok(3);
        }
        Err(error) => return refused(&error, settings, err),
    };
    if !Paper::of(recorded.locked.decision.outcome).contains(&kind) {
        aside(err, &words.documents.no_plan)?;
        return Ok(3);
    }
    let name = if asked.identity { identity(&recorded, settings) } else { None };
    if asked.identity && name.is_none() {
        aside(err, &words.documents.no_identity)?;
        return Ok(3);
    }
    let document = paper(&recorded, kind, name.as_deref(), settings.masked, settings.lang);
    let code = leave(&document, &asked.leaves, settings, out, err)?;
    if code == 0 {
        let id = recorded.entry.id;
        log(Looked::Export, &format!("{} {id}", kind.code()), settings, err)?;
        if name.is_some() {
            log(Looked::Identity, recorded.locked.case_id.as_str(), settings, err)?;
        }
    }
    Ok(code)
}

/// Writes the minutes of a meeting.
///
/// # Errors
/// When the output cannot be written.
pub fn minutes(
    day: Day,
    leaves: &Leaves,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let made = settings.ledger_to_read().and_then(|ledger| minutes_of(&ledger, day, settings.lang, settings.masked));
    let document = match made {
        Ok(Some(document)) => document,
        Ok(None) => {
            aside(err, &(words(settings.lang).documents.no_meeting)(&settings.lang.date(day)))?;
            return Ok(3);
        }
        Err(error) => return refused(&error, settings, err),
    };
    let code = leave(&document, leaves, settings, out, err)?;
    if code == 0 {
        log(Looked::Export, &format!("minutes {day}"), settings, err)?;
    }
    Ok(code)
}

/// The decision of this number or beginning of it, else the last one on the case of this number.
fn find(ledger: &Ledger, id: &str) -> Result<Option<Recorded>, StoreError> {
    let is_number = !id.is_empty() && id.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    if let Some(found) = if is_number { ledger.named(id)? } else { None } {
        return ledger.decision(found);
    }
    let Ok(case) = id.parse::<CaseId>() else { return Ok(None) };
    let last = ledger.statuses(std::slice::from_ref(&case))?.remove(&case);
    match last {
        Some(Status::Decided(entry)) => ledger.decision(entry.id),
        _ => Ok(None),
    }
}

/// A document of a decision; where names are masked, those the program knows are covered wherever they were typed.
pub(super) fn paper(recorded: &Recorded, kind: Paper, named: Option<&str>, masked: bool, lang: Lang) -> Document {
    let document = Papers { recorded, lang, offset: offset_at(recorded.entry.locked_at), named, masked }.document(kind);
    if masked { document.veiled(&veil(std::slice::from_ref(recorded))) } else { document }
}

/// The minutes of a meeting; none where nothing of it is recorded.
pub(super) fn minutes_of(ledger: &Ledger, day: Day, lang: Lang, masked: bool) -> Result<Option<Document>, StoreError> {
    let session = Session::of(day, &ledger.meeting_acts(day, 0)?);
    let Proceedings { decisions, postponed, hash, last } = ledger.proceedings(day)?;
    if session.opening.is_none() && decisions.is_empty() && postponed.is_empty() {
        return Ok(None);
    }
    let until = last.unwrap_or_else(|| day.0.and_time(chrono::NaiveTime::MIN).and_utc());
    let (hash, offset) = (hash.as_deref(), offset_on(day));
    let made =
        Minutes { session: &session, decisions: &decisions, postponed: &postponed, hash, until, offset, lang, masked };
    let document = made.document();
    if !masked {
        return Ok(Some(document));
    }
    let listed = ledger.participants(usize::MAX)?;
    let listed = Veil::over(listed.iter().map(|one| one.name.as_str()), std::iter::empty());
    Ok(Some(document.veiled(&listed).veiled(&veil(&decisions))))
}

/// The veil over everybody whom these decisions name.
fn veil(recorded: &[Recorded]) -> Veil {
    let cases: Vec<_> = recorded
        .iter()
        .filter_map(|one| read::case(one.locked.case_yaml.as_bytes(), Day(one.entry.locked_at.date_naive())).value)
        .collect();
    let room = recorded.iter().filter_map(|one| one.locked.room.as_ref());
    let people = room.flat_map(|room| {
        let listed = room.people.iter().map(|one| one.person.name.as_str());
        listed.chain([room.chair.as_str(), room.secretary.as_str()])
    });
    let signers = recorded.iter().flat_map(|one| &one.after).filter_map(|act| match &act.what.done {
        crate::meeting::AfterAct::Signed { by } => Some(by.as_str()),
        _ => None,
    });
    let said = recorded.iter().flat_map(|one| named_in_decision(&one.locked.decision));
    let actors = recorded.iter().map(|one| one.entry.actor.as_str());
    let names = people.chain(signers).chain(said).chain(actors).chain(cases.iter().flat_map(named_in_case));
    Veil::over(names, recorded.iter().map(|one| one.locked.alias.as_str()))
}

/// How far the clock on the wall was from UTC at that moment. Not now: what was decided in summer would be printed an hour off in
/// winter, and the same document would not be the same twice.
pub(super) fn offset_at(moment: DateTime<Utc>) -> FixedOffset {
    Local.offset_from_utc_datetime(&moment.naive_utc())
}

/// The hour at which a day has its own time, whichever it began with.
const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};

/// The same on this day at noon.
pub(super) fn offset_on(day: Day) -> FixedOffset {
    offset_at(day.0.and_time(NOON).and_utc())
}

/// Who the patient is, in a line; none where it may not be told or is not known for certain.
fn identity(recorded: &Recorded, settings: &Settings) -> Option<String> {
    let case = read::case(recorded.locked.case_yaml.as_bytes(), settings.today).value?;
    let file = super::identities::of_session(settings.identities.as_deref(), settings.lang, settings.today);
    let identity = file.of(&case, settings.masked).ok()?;
    Some(identity_line(identity, settings.lang))
}

fn identity_line(identity: &PatientIdentity, lang: Lang) -> String {
    let say = &words(lang).identity;
    let colon = words(lang).report.colon;
    let first: Vec<&str> = identity.first_names.iter().map(Name::as_str).collect();
    let used = identity.used_name.as_ref().map(|name| format!("{}{colon}{}", say.used_name, name.as_str()));
    let born = identity.birth_date.map(|day| format!("{}{colon}{}", say.birth_date, lang.date(day)));
    let ins = identity.ins().map(|ins| format!("{}{colon}{ins}", say.ins));
    let ipp = identity.ipp.as_ref().map(|ipp| format!("{}{colon}{}", say.ipp, ipp.as_str()));
    let name = format!("{} {}", identity.birth_name.as_str(), first.join(" "));
    let parts = [Some(name.trim().to_owned()), used, born, ins, ipp];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// To the file that was named, else to standard output: but no PDF and no Word to a terminal.
fn leave(
    document: &Document,
    leaves: &Leaves,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let say = &words(settings.lang).documents;
    let form = leaves.format.or_else(|| ending(leaves.output.as_deref()?)).unwrap_or(PaperForm::Text);
    let bytes = match document.written(form) {
        Ok(bytes) => bytes,
        Err(error) => {
            aside(err, &(say.not_made)(&error.to_string()))?;
            return Ok(3);
        }
    };
    let Some(to) = &leaves.output else {
        if !form.is_text() && io::stdout().is_terminal() {
            aside(err, &(say.not_on_a_terminal)(words(settings.lang).label(form)))?;
            return Ok(2);
        }
        out.write_all(&bytes)?;
        return Ok(0);
    };
    match put(to, leaves.replace, &bytes) {
        Ok(()) => {
            writeln!(out, "{}", (say.written_to)(&shown_path(to)))?;
            Ok(0)
        }
        Err(error) => {
            aside(err, &trouble(&error, settings.lang))?;
            Ok(3)
        }
    }
}

fn put(to: &Path, replaces: bool, bytes: &[u8]) -> Result<(), StoreError> {
    store::write_whole(to, replaces, &|file: &mut dyn Write| file.write_all(bytes))
}

fn trouble(error: &StoreError, lang: Lang) -> String {
    match error {
        StoreError::AlreadyThere(path) => (words(lang).documents.exists)(&shown_path(path)),
        other => sentence(other, lang),
    }
}

/// The form that the ending of a name says.
fn ending(path: &Path) -> Option<PaperForm> {
    let ending = path.extension()?.to_str()?.to_lowercase();
    let form = PaperForm::ALL.iter().copied().find(|form| form.ending() == ending);
    form.or_else(|| (ending == "htm").then_some(PaperForm::Html))
}

/// Where documents of the screen are written.
pub(super) fn folder(ledger: &Path) -> PathBuf {
    ledger.parent().unwrap_or(Path::new("")).join(FOLDER)
}

/// Writes a document of the screen into the folder beside the database and tells where. What was written before stays: the same
/// document is not written twice, another of the same name gets a number.
///
/// # Errors
/// A sentence.
pub(super) fn file(document: &Document, form: PaperForm, folder: &Path, lang: Lang) -> Result<String, String> {
    let say = &words(lang).documents;
    let bytes = document.written(form).map_err(|error| (say.not_made)(&error.to_string()))?;
    let name = document.file_name(form);
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
    let numbered = (2..).map(|number: u32| format!("{stem}-{number}.{ending}"));
    let made = if folder.is_dir() { Ok(()) } else { store::make_private_folder(folder) };
    made.map_err(|error| trouble(&error, lang))?;
    for name in std::iter::once(name.clone()).chain(numbered) {
        let to = folder.join(name);
        let is_same = fs::read(&to).is_ok_and(|there| there == bytes);
        match if is_same { Ok(()) } else { put(&to, false, &bytes) } {
            Ok(()) => return Ok((say.written_to)(&shown_path(&to))),
            Err(StoreError::AlreadyThere(_)) => {}
            Err(error) => return Err(trouble(&error, lang)),
        }
    }
    Err((say.exists)(&shown_path(folder)))
}
