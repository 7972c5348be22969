//! A decision taken, or amended, without the screen: the same draft, the same read-back, the same lock.

use std::io::{self, Write};
use std::sync::Arc;

use clap::Args;

use super::after::{print, recorded};
use super::args::Format;
use super::aside;
use super::guidelines::library_of_command;
use super::keeping::refused;
use super::orders::case_file;
use super::settings::Settings;
use crate::app::{Form, Opened, amending, locked};
use crate::domain::{Agreement, CaseId, Confidence, Day, DepartureReason, Outcome, Position, Specialty};
use crate::meeting::{DecisionId, Deliberation, Draft, Lack, Seat, Session, Voice};
use crate::report;
use crate::store::{Ledger, StoreError};
use crate::text::{Veil, Words, named_in_decision, words};

/// The parts of a decision, as options.
#[derive(Debug, Clone, Default, Args)]
pub struct Parts {
    /// How the case leaves the room: decided, de-escalate, deferred-missing-data…
    #[arg(long, value_name = "OUTCOME")]
    pub outcome: Option<String>,
    /// A line of the decision, as the room says it, e.g. "mmf 2 g/d"; repeatable
    #[arg(long, value_name = "LINE")]
    pub line: Vec<String>,
    /// Why, at most 600 characters
    #[arg(long, value_name = "TEXT")]
    pub rationale: Option<String>,
    /// When the case is looked at again: YYYY-MM-DD, m3, 6w
    #[arg(long, value_name = "DATE")]
    pub next: Option<String>,
    /// unanimous, consensus, majority, chair-decides or none
    #[arg(long, value_name = "HOW")]
    pub agreement: Option<String>,
    /// high, moderate or low
    #[arg(long, value_name = "HOW")]
    pub confidence: Option<String>,
    /// Who tells the patient; the case's requester by default
    #[arg(long, value_name = "NAME")]
    pub teller: Option<String>,
    /// By when: YYYY-MM-DD, 8d
    #[arg(long, value_name = "DATE")]
    pub tell_by: Option<String>,
    /// What the patient is to be asked
    #[arg(long, value_name = "TEXT")]
    pub ask: Option<String>,
    /// Why it departs from a guideline, e.g. acr-2024=patient-choice or kdigo-2024=other:words; repeatable
    #[arg(long, value_name = "GUIDELINE=REASON[:WORDS]")]
    pub depart: Vec<String>,
    /// Where a specialty stands, e.g. nephrology=agrees; repeatable
    #[arg(long, value_name = "SPECIALTY=STANCE")]
    pub position: Vec<String>,
    /// A formal dissent, e.g. pathology="biopsy first"; repeatable
    #[arg(long, value_name = "SPECIALTY=WORDS")]
    pub dissent: Vec<String>,
    /// Read back only: lock nothing
    #[arg(long)]
    pub dry_run: bool,
    /// text or json
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    pub format: Option<Format>,
}

/// An entry of a closed list, or a sentence that names those there are.
pub fn chosen<T: Copy>(written: &str, all: &[T], code: impl Fn(T) -> &'static str, words: &Words) -> Result<T, String> {
    let found = all.iter().copied().find(|one| code(*one).eq_ignore_ascii_case(written.trim()));
    let known = || all.iter().map(|one| code(*one)).collect::<Vec<_>>().join(", ");
    found.ok_or_else(|| (words.due.not_in_list)(written, &known()))
}

/// A name and what is said of it, from `name=words`.
fn pair<'a>(written: &'a str, words: &Words) -> Result<(&'a str, &'a str), String> {
    written
        .split_once('=')
        .map(|(name, said)| (name.trim(), said.trim()))
        .ok_or_else(|| (words.whatif.no_value)(written))
}

impl Parts {
    /// Lays these parts over a draft.
    ///
    /// # Errors
    /// A sentence on the first that cannot be read.
    fn over(&self, mut draft: Draft, words: &Words) -> Result<Draft, String> {
        if let Some(outcome) = &self.outcome {
            draft.outcome = Some(chosen(outcome, Outcome::ALL, Outcome::code, words)?);
        }
        if !self.line.is_empty() {
            draft.lines = self.line.join("\n");
        }
        let set = |field: &mut String, said: &Option<String>| {
            if let Some(said) = said {
                field.clone_from(said);
            }
        };
        set(&mut draft.rationale, &self.rationale);
        set(&mut draft.next, &self.next);
        let talk = &mut draft.deliberation;
        set(&mut talk.teller, &self.teller);
        set(&mut talk.tell_by, &self.tell_by);
        set(&mut talk.patient_question, &self.ask);
        if let Some(agreement) = &self.agreement {
            talk.agreement = Some(chosen(agreement, Agreement::ALL, Agreement::code, words)?);
        }
        if let Some(confidence) = &self.confidence {
            talk.confidence = Some(chosen(confidence, Confidence::ALL, Confidence::code, words)?);
        }
        for written in &self.depart {
            let (guideline, said) = pair(written, words)?;
            let (reason, more) = said.split_once(':').unwrap_or((said, ""));
            let reason = chosen(reason, DepartureReason::ALL, DepartureReason::code, words)?;
            draft.departures.insert(guideline.to_owned(), reason);
            if !more.trim().is_empty() {
                talk.reasons.insert(guideline.to_owned(), more.trim().to_owned());
            }
        }
        self.voices(talk, words)?;
        Ok(draft)
    }

    fn voices(&self, talk: &mut Deliberation, words: &Words) -> Result<(), String> {
        for written in &self.position {
            let (specialty, stance) = pair(written, words)?;
            let stance = chosen(stance, Position::ALL, Position::code, words)?;
            voice(talk, specialty, words)?.after = Some(stance);
        }
        for written in &self.dissent {
            let (specialty, said) = pair(written, words)?;
            let voice = voice(talk, specialty, words)?;
            voice.dissents = true;
            said.clone_into(&mut voice.words);
        }
        Ok(())
    }
}

/// The voice of a specialty.
fn voice<'a>(talk: &'a mut Deliberation, written: &str, words: &Words) -> Result<&'a mut Voice, String> {
    let specialty = chosen(written, Specialty::ALL, Specialty::code, words)?;
    let seat = Seat { key: specialty.code().to_owned(), specialty, name: None };
    Ok(talk.voices.entry(seat.key.clone()).or_insert_with(|| Voice::of(&seat)))
}

/// Takes a decision on a case.
///
/// # Errors
/// When the output cannot be written.
pub fn decide(
    case: &str,
    parts: &Parts,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let words = words(settings.lang);
    let Some(file) = case_file(case, settings) else {
        aside(err, &(words.error.unknown_case)(case))?;
        return Ok(3);
    };
    let library = Arc::new(library_of_command(settings, err)?);
    let Some(opened) = Opened::new(&file, settings.today, &library) else {
        let path = [file.path.clone()];
        return super::check(&path, super::Print::sentences(), settings.lang, settings.today, out, err);
    };
    let teller = opened.case.requester.as_ref().map(|one| one.name.clone()).unwrap_or_default();
    let draft = Draft { deliberation: Deliberation { teller, ..Deliberation::default() }, ..Draft::default() };
    finish(opened, draft, parts, settings, out, err)
}

/// Makes a new version of a decision: what is not named stays as it was.
///
/// # Errors
/// When the output cannot be written.
pub fn amend(
    id: &str,
    reason: &str,
    parts: &Parts,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let words = words(settings.lang);
    let recorded = match recorded(id, settings) {
        Ok(Some(recorded)) => recorded,
        Ok(None) => {
            aside(err, &(words.ledger.unknown_decision)(id))?;
            return Ok(3);
        }
        Err(error) => return refused(&error, settings, err),
    };
    let library = Arc::new(library_of_command(settings, err)?);
    let sealed = &recorded.locked;
    let day = sealed.meeting.map_or(settings.today, |meeting| meeting.max(settings.today));
    let Some(opened) = Opened::as_locked(&sealed.case_yaml, &sealed.table, day, &library) else {
        aside(err, &words.screens.cannot_read_locked)?;
        return Ok(3);
    };
    let mut draft = amending(recorded.entry.id, &sealed.decision, settings.lang);
    if let Some(amends) = &mut draft.amends {
        reason.clone_into(&mut amends.reason);
    }
    finish(opened, draft, parts, settings, out, err)
}

/// Lays the parts over the draft, reads the decision back and locks it; says what is missing where something is.
fn finish(
    opened: Opened,
    draft: Draft,
    parts: &Parts,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let words = words(settings.lang);
    let draft = match parts.over(draft, words) {
        Ok(draft) => draft,
        Err(sentence) => {
            aside(err, &sentence)?;
            return Ok(2);
        }
    };
    let form = &Form::new(Arc::new(opened), &draft, None);
    let decision = match form.decide(settings.today) {
        Ok(decision) => decision,
        Err(lacks) => {
            for lack in lacks {
                aside(err, &lack_said(&lack, form, words))?;
            }
            return Ok(1);
        }
    };
    let case = &form.opened.case;
    let dry = parts.dry_run || settings.read_only;
    let found = surroundings(&case.case, case.meeting, settings, !dry);
    let (ledger, session, previous) = match found {
        Ok(found) => found,
        Err(error) => return refused(&error, settings, err),
    };
    let act = settings.act();
    let Some(locked) = locked(form, &decision, &session, act.at, previous, settings.lang) else {
        aside(err, &words.screens.incomplete)?;
        return Ok(3);
    };
    let quorum = locked.room.as_ref().map(|room| &room.quorum);
    let Some(mut ledger) = ledger.filter(|_| !dry) else {
        let said = if parts.format == Some(Format::Json) {
            report::read_back_json(&decision, quorum)
        } else {
            let (outcome, lines) = (decision.outcome, &decision.lines);
            let remarks = report::remarks_text(outcome, lines, case, form.opened.today, settings.lang);
            report::read_back_text(&decision, quorum, settings.lang) + &remarks
        };
        let veil = || Veil::over(named_in_decision(&decision), std::iter::once(case.patient.alias.as_str()));
        let said = if settings.masked { veil().veiled(&said) } else { said };
        writeln!(out, "{}", said.trim_end())?;
        return Ok(0);
    };
    match ledger.lock(&locked, None, &act).and_then(|id| ledger.decision(id)) {
        Ok(Some(recorded)) => {
            print(&recorded, parts.format.unwrap_or(Format::Text), settings, out)?;
            Ok(0)
        }
        Ok(None) => Ok(3),
        Err(error) => refused(&error, settings, err),
    }
}

/// The ledger, the meeting that is open for the case, and the decision that this one follows.
fn surroundings(
    case: &CaseId,
    meeting: Option<Day>,
    settings: &Settings,
    to_write: bool,
) -> Result<(Option<Ledger>, Session, Option<DecisionId>), StoreError> {
    let day = meeting.unwrap_or(settings.today);
    let ledger = if to_write {
        settings.make_ledger_folder()?;
        Ledger::open_with_key(&settings.ledger, &settings.key)?
    } else {
        match settings.ledger_to_read() {
            Ok(ledger) => ledger,
            Err(StoreError::Missing(_) | StoreError::FolderMissing(_)) => return Ok((None, Session::new(day), None)),
            Err(error) => return Err(error),
        }
    };
    let session = [day, settings.today]
        .into_iter()
        .map(|day| ledger.meeting_acts(day, 0).map(|acts| Session::of(day, &acts)))
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .find(Session::is_open)
        .unwrap_or_else(|| Session::new(day));
    let previous = ledger.earlier(case, meeting)?.map(|past| past.entry.id);
    Ok((Some(ledger), session, previous))
}

/// What is missing, as a sentence.
fn lack_said(lack: &Lack, form: &Form, words: &Words) -> String {
    let named = |guideline: &String| {
        let column = form.opened.table.columns.iter().find(|column| column.guideline == *guideline);
        let name = column.map_or_else(|| guideline.clone(), |column| column.heading().clone());
        format!("{name} ({guideline})")
    };
    match lack {
        Lack::Outcome => words.decision.outcome_missing.to_owned(),
        Lack::Lines => words.screens.lines_missing.to_owned(),
        Lack::Rationale => words.decision.rationale_missing.to_owned(),
        Lack::RationaleTooLong(over) => (words.decision.rationale_too_long)(*over),
        Lack::DepartureReason(guideline) => (words.decision.departure_missing)(&named(guideline)),
        Lack::DepartureWords(guideline) => (words.deliberation.reason_words_missing)(&named(guideline)),
        Lack::NextUnreadable => words.screens.next_unreadable.to_owned(),
        Lack::NextNotAhead => words.screens.next_not_ahead.to_owned(),
        Lack::AmendReason => words.decision.amend_reason_missing.to_owned(),
        Lack::TellByUnreadable => words.deliberation.tell_unreadable.to_owned(),
        Lack::TellByPast => words.deliberation.tell_past.to_owned(),
    }
}
