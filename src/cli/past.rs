//! `regards history`, `replay` and `compare`: a patient across meetings, a meeting as it was, two decisions beside each other.
//!
//! Exit codes: 0 told; 1 nothing of it is recorded; 2 the words of the call are off; 3 the database is out of reach.

use std::io::{self, Write};

use super::args::Format;
use super::aside;
use super::documents::offset_on;
use super::keeping::refused;
use super::looks::log;
use super::settings::Settings;
use crate::archive::{Happened, Replay};
use crate::domain::{Alias, CaseId, Day};
use crate::meeting::{Moment, Recorded};
use crate::report;
use crate::store::{Ledger, Looked, StoreError};
use crate::text::{Veil, named_in_decision, words};

/// Prints everything recorded of a case; of a pseudonym, across its cases, where no case has that number.
///
/// # Errors
/// When the output cannot be written.
pub fn history(
    of: &str,
    format: Format,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let found = settings.ledger_to_read().and_then(|ledger| {
        let of_case = of.parse::<CaseId>().ok().map(|case| ledger.history(&case)).transpose()?.unwrap_or_default();
        if !of_case.is_empty() {
            return Ok((of_case, false));
        }
        let of_alias = of.parse::<Alias>().ok().map(|alias| ledger.history_of(&alias)).transpose()?;
        Ok((of_alias.unwrap_or_default(), true))
    });
    let (moments, is_of_alias) = match found {
        Ok(found) => found,
        Err(error) => return refused(&error, settings, err),
    };
    if moments.is_empty() {
        aside(err, &(words(settings.lang).history.nothing)(of))?;
        return Ok(1);
    }
    log(Looked::Search, of, settings, err)?;
    let said = match format {
        Format::Json => report::history_json(&moments, settings.masked),
        _ => report::history_text(&moments, is_of_alias, settings.lang),
    };
    let aliases = moments.iter().filter_map(Moment::alias).map(Alias::as_str);
    tell(&said, std::iter::empty(), aliases, settings, out)
}

/// Prints a meeting step by step.
///
/// # Errors
/// When the output cannot be written.
pub fn replay(
    day: Day,
    format: Format,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let found = settings.ledger_to_read().and_then(|ledger| {
        let Some(replay) = ledger.replay(day)? else { return Ok(None) };
        let decisions = decisions(&ledger, &replay)?;
        Ok(Some((replay, decisions)))
    });
    let (replay, decisions) = match found {
        Ok(Some(found)) => found,
        Ok(None) => {
            aside(err, &(words(settings.lang).replay.none_held)(&settings.lang.date(day)))?;
            return Ok(1);
        }
        Err(error) => return refused(&error, settings, err),
    };
    log(Looked::Export, &format!("replay {day}"), settings, err)?;
    let offset = offset_on(day);
    let said = match format {
        Format::Json => report::replay_json(&replay, &decisions, settings.lang),
        _ => report::replay_text(&replay, &decisions, offset, settings.lang),
    };
    let last = replay.session_at(replay.steps.len());
    let chairs = last.opening.iter().flat_map(|opening| [opening.chair.clone(), opening.secretary.clone()]);
    let people: Vec<String> = last.people.iter().map(|one| one.person.name.clone()).chain(chairs).collect();
    let in_decisions = decisions.iter().flat_map(|one| named_in_decision(&one.locked.decision));
    let names = people
        .iter()
        .map(String::as_str)
        .chain(in_decisions)
        .chain(replay.steps.iter().map(|step| step.actor.as_str()));
    let aliases = decisions.iter().map(|one| one.locked.alias.as_str());
    tell(&said, names, aliases, settings, out)
}

/// The decisions of a meeting in full.
fn decisions(ledger: &Ledger, replay: &Replay) -> Result<Vec<Recorded>, StoreError> {
    let mut decisions = Vec::new();
    for step in &replay.steps {
        if let Happened::Decided(past) = &step.what {
            decisions.extend(ledger.decision(past.id)?);
        }
    }
    Ok(decisions)
}

/// Prints what a later decision says otherwise than an earlier one, and why.
///
/// # Errors
/// When the output cannot be written.
pub fn compare(
    ids: [&str; 2],
    format: Format,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let mut both = Vec::new();
    for id in ids {
        match super::after::recorded(id, settings) {
            Ok(Some(found)) => both.push(found),
            Ok(None) => {
                aside(err, &(words(settings.lang).ledger.unknown_decision)(id))?;
                return Ok(3);
            }
            Err(error) => return refused(&error, settings, err),
        }
    }
    both.sort_by_key(|one| one.entry.seq);
    let [before, after] = &both[..] else { return Ok(3) };
    for one in &both {
        log(Looked::Decision, &one.entry.id.to_string(), settings, err)?;
    }
    let said = match format {
        Format::Json => report::comparison_json(before, after, settings.lang),
        _ => report::comparison_text(before, after, settings.lang, settings.masked),
    };
    let names = both.iter().flat_map(|one| named_in_decision(&one.locked.decision));
    let aliases = both.iter().map(|one| one.locked.alias.as_str());
    tell(&said, names, aliases, settings, out)
}

/// Prints; where names are masked, those the program knows are covered wherever they were typed.
fn tell<'a>(
    said: &str,
    names: impl Iterator<Item = &'a str>,
    aliases: impl Iterator<Item = &'a str>,
    settings: &Settings,
    out: &mut dyn Write,
) -> io::Result<u8> {
    if settings.masked {
        writeln!(out, "{}", Veil::over(names, aliases).veiled(said).trim_end())?;
    } else {
        writeln!(out, "{}", said.trim_end())?;
    }
    Ok(0)
}
