//! What comes after a decision, without the screen: signed, told, followed up, settled, closed.

use std::io::{self, Write};

use clap::Args;

use super::args::Format;
use super::aside;
use super::decide::chosen;
use super::keeping::refused;
use super::looks::log;
use super::settings::Settings;
use crate::domain::{ActionEnd, CourseOutcome, Day, Fulfilment, NotDone, PatientAnswer};
use crate::meeting::{AfterAct, DecisionAct, FollowUp, Recorded};
use crate::report;
use crate::store::{Ledger, Looked, StoreError};
use crate::text::{Veil, Words, named_in_decision, words};

/// That the patient was told.
#[derive(Debug, Clone, Args)]
pub struct ToldParts {
    /// accepts, wants-time, refuses or not-asked
    #[arg(long, value_name = "ANSWER")]
    pub answer: String,
    /// Who told the patient; as the decision says by default
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// The day, YYYY-MM-DD; that of --date by default
    #[arg(long, value_name = "DAY")]
    pub on: Option<String>,
    /// What the patient said
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub words: String,
}

/// What came of a decision.
#[derive(Debug, Clone, Args)]
pub struct FollowParts {
    /// Months after the decision that it stands for
    #[arg(long, value_name = "MONTHS")]
    pub months: u32,
    /// none, partial, complete or unknown
    #[arg(long, value_name = "HOW")]
    pub fulfilment: String,
    /// Why not, or not wholly: patient-refusal, toxicity, condition-not-met…; required for none and partial
    #[arg(long, value_name = "REASON")]
    pub reason: Option<String>,
    /// How far a line was, e.g. 2=none; repeatable
    #[arg(long, value_name = "LINE=HOW")]
    pub line: Vec<String>,
    /// The day, YYYY-MM-DD; that of --date by default
    #[arg(long, value_name = "DAY")]
    pub on: Option<String>,
    /// What came of it for the kidney: complete, partial, none, relapse or unknown
    #[arg(long, value_name = "OUTCOME")]
    pub outcome: Option<String>,
    /// UPCR then, with its unit
    #[arg(long, value_name = "AMOUNT")]
    pub upcr: Option<String>,
    /// eGFR then, with its unit
    #[arg(long, value_name = "AMOUNT")]
    pub egfr: Option<String>,
    /// SLEDAI-2K then, in points
    #[arg(long, value_name = "POINTS")]
    pub sledai: Option<u32>,
    /// Prednisone then, with its unit
    #[arg(long, value_name = "AMOUNT")]
    pub prednisone: Option<String>,
    /// Side effects, what one learns from it
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub words: String,
}

/// A decision by its number, or by the beginning of it.
///
/// # Errors
/// What the store says.
pub fn recorded(id: &str, settings: &Settings) -> Result<Option<Recorded>, StoreError> {
    let ledger = settings.ledger_to_read()?;
    match ledger.named(id)? {
        Some(id) => ledger.decision(id),
        None => Ok(None),
    }
}

/// Prints a past decision; none where no decision has this number.
///
/// # Errors
/// When the output cannot be written.
pub fn show(
    id: &str,
    format: Format,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Option<u8>> {
    let is_number = id.len() >= 8 && id.chars().all(|letter| letter.is_ascii_hexdigit() || letter == '-');
    let Some(recorded) = is_number.then(|| recorded(id, settings).ok().flatten()).flatten() else { return Ok(None) };
    log(Looked::Decision, &recorded.entry.id.to_string(), settings, err)?;
    print(&recorded, format, settings, out)?;
    Ok(Some(0))
}

/// Prints a decision; where names are masked, those the program knows are covered wherever they were typed.
///
/// # Errors
/// When the output cannot be written.
pub fn print(recorded: &Recorded, format: Format, settings: &Settings, out: &mut dyn Write) -> io::Result<()> {
    let said = match format {
        Format::Json => report::decision_json(recorded, settings.masked),
        _ => report::decision_text(recorded, settings.lang, settings.masked),
    };
    let people = recorded.locked.room.iter().flat_map(|room| room.people.iter().map(|one| one.person.name.as_str()));
    let people = people.chain(named_in_decision(&recorded.locked.decision));
    let veil = || Veil::over(people, std::iter::once(recorded.locked.alias.as_str()));
    let said = if settings.masked { veil().veiled(&said) } else { said };
    writeln!(out, "{}", said.trim_end())
}

/// Records an act after a decision, and prints the decision as it is then.
///
/// # Errors
/// When the output cannot be written.
pub fn record(
    id: &str,
    what: impl FnOnce(&Recorded, &Words) -> Result<AfterAct, String>,
    format: Format,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let words = words(settings.lang);
    let found = match recorded(id, settings) {
        Ok(Some(found)) => found,
        Ok(None) => {
            aside(err, &(words.ledger.unknown_decision)(id))?;
            return Ok(3);
        }
        Err(error) => return refused(&error, settings, err),
    };
    if !found.entry.is_current {
        aside(err, &words.screens.not_current)?;
        return Ok(1);
    }
    let done = match what(&found, words) {
        Ok(done) => done,
        Err(sentence) => {
            aside(err, &sentence)?;
            return Ok(2);
        }
    };
    if settings.read_only {
        aside(err, &words.screens.read_only)?;
        return Ok(3);
    }
    let decision = found.entry.id;
    let written = Ledger::open_with_key(&settings.ledger, &settings.key).and_then(|mut ledger| {
        ledger.record_after(&DecisionAct { decision, done }, &settings.act())?;
        ledger.decision(decision)
    });
    match written {
        Ok(Some(recorded)) => {
            print(&recorded, format, settings, out)?;
            Ok(0)
        }
        Ok(None) => Ok(3),
        Err(error) => refused(&error, settings, err),
    }
}

/// The day that was named, else that of the call; never one ahead.
fn day(written: Option<&String>, settings: &Settings, words: &Words) -> Result<Day, String> {
    let day = written.map_or(Ok(settings.today), |written| written.parse().map_err(|_| ()));
    let day = day.ok().filter(|day: &Day| *day <= settings.today);
    day.ok_or_else(|| words.after.day_unreadable.to_owned())
}

/// That a version is signed.
pub fn signed(by: &str, recorded: &Recorded, words: &Words) -> Result<AfterAct, String> {
    if recorded.entry.signed {
        return Err(words.after.already_signed.to_owned());
    }
    Ok(AfterAct::Signed { by: by.to_owned() })
}

/// That the patient was told.
pub fn told(parts: &ToldParts, settings: &Settings, recorded: &Recorded, words: &Words) -> Result<AfterAct, String> {
    let by = parts.by.clone().or_else(|| recorded.locked.decision.teller.clone());
    Ok(AfterAct::Told {
        on: day(parts.on.as_ref(), settings, words)?,
        by: by.ok_or_else(|| words.after.by_missing.to_owned())?,
        answer: chosen(&parts.answer, PatientAnswer::ALL, PatientAnswer::code, words)?,
        words: parts.words.clone(),
    })
}

/// What came of a decision.
pub fn followed(parts: &FollowParts, settings: &Settings, words: &Words) -> Result<AfterAct, String> {
    let fulfilment = chosen(&parts.fulfilment, Fulfilment::ALL, Fulfilment::code, words)?;
    let reason = parts.reason.as_ref().map(|one| chosen(one, NotDone::ALL, NotDone::code, words)).transpose()?;
    if reason.is_none() && matches!(fulfilment, Fulfilment::None | Fulfilment::Partial) {
        return Err(words.after.reason_missing.to_owned());
    }
    let line = |written: &String| {
        let (number, how) = written.split_once('=').ok_or_else(|| (words.whatif.no_value)(written))?;
        let number = number.trim().parse().map_err(|_| (words.whatif.no_value)(written))?;
        Ok::<_, String>((number, chosen(how, Fulfilment::ALL, Fulfilment::code, words)?))
    };
    let outcome = parts.outcome.as_ref();
    Ok(AfterAct::Followed(FollowUp {
        on: day(parts.on.as_ref(), settings, words)?,
        months: parts.months,
        fulfilment,
        per_line: parts.line.iter().map(line).collect::<Result<_, _>>()?,
        reason,
        outcome: outcome.map(|one| chosen(one, CourseOutcome::ALL, CourseOutcome::code, words)).transpose()?,
        upcr: parts.upcr.clone(),
        egfr: parts.egfr.clone(),
        sledai: parts.sledai,
        steroid: parts.prednisone.clone(),
        words: parts.words.clone(),
    }))
}

/// That the record is closed.
pub fn closed(said: &str, recorded: &Recorded, words: &Words) -> Result<AfterAct, String> {
    if recorded.entry.closed {
        return Err(words.after.already_closed.to_owned());
    }
    Ok(AfterAct::Closed { words: said.to_owned() })
}

/// How an action ended.
pub fn ended(
    action: u32,
    end: &str,
    said: &str,
    settings: &Settings,
    recorded: &Recorded,
    words: &Words,
) -> Result<AfterAct, String> {
    let end = chosen(end, ActionEnd::ALL, ActionEnd::code, words)?;
    let count = recorded.locked.decision.actions.len();
    if action == 0 || usize::try_from(action).is_ok_and(|action| action > count) {
        return Err((words.due.no_such_action)(action, count));
    }
    if end == ActionEnd::Dropped && said.trim().is_empty() {
        return Err((words.after.dropped_why)(&action.to_string()));
    }
    Ok(AfterAct::ActionEnded { action, on: settings.today, end, words: said.to_owned() })
}
