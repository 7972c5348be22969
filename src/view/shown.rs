//! How small facts are written on every screen alike.

use std::cmp::Ordering;

use chrono::{DateTime, Utc};
use ratatui::style::Style;

use super::look::Look;
use super::mark;
use super::meeting::wall;
use crate::app::{Brief, Entry, Opened, State};
use crate::domain::{Alias, Patient, Reading, Sex};
use crate::knowledge::{Column, Table};
use crate::meeting::session::Standing;
use crate::text::{Lang, Words, words};
use crate::wording;

/// The pseudonym, unless identities are hidden.
pub fn alias<'a>(state: &State, alias: &'a Alias) -> &'a str {
    if state.masked { words(state.lang).screens.hidden } else { alias.as_str() }
}

/// Age in years and sex: `31 F`; `–` for an age that is not known.
pub fn age_and_sex(patient: &Patient, state: &State) -> String {
    let words = words(state.lang);
    let sex = match patient.sex {
        Sex::Female => words.case.female_short,
        Sex::Male => words.case.male_short,
    };
    let age = patient.age_on(state.today).map_or_else(|| mark::SILENT.to_owned(), |years| years.to_string());
    format!("{age} {sex}")
}

/// A figure that was stored in the words of the language of its day, such as `0,7 g/g`, with the decimal mark of this one.
pub fn stored(figure: &str, lang: Lang) -> String {
    let letters: Vec<char> = figure.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
    // Three digits and no more behind a comma: thousands of an English number.
    let is_thousands = |at: usize| (1..=3).all(|by| is_digit(Some(at + by))) && !is_digit(Some(at + 4));
    let marked = letters.iter().enumerate().map(|(at, letter)| match (letter, lang) {
        (',', Lang::En) | ('.', Lang::Fr) if is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)) => match lang {
            Lang::En if is_thousands(at) => ',',
            Lang::En => '.',
            Lang::Fr => ',',
        },
        _ => *letter,
    });
    marked.collect()
}

/// The newest UPCR as it was written, with an arrow against the one before.
pub fn upcr(brief: &Brief, lang: Lang) -> String {
    let Some((_, value)) = &brief.upcr else { return mark::SILENT.to_owned() };
    let arrow = match brief.upcr_trend {
        Some(Ordering::Greater) => "↗",
        Some(Ordering::Less) => "↘",
        Some(Ordering::Equal) => "→",
        None => " ",
    };
    format!("{} {arrow}", lang.quantity(value))
}

/// The newest eGFR, whole.
pub fn egfr(brief: &Brief, lang: Lang) -> String {
    brief.egfr.map_or_else(|| mark::SILENT.to_owned(), |(_, egfr)| lang.real(egfr, 0))
}

/// How a case of the agenda stands: a mark, a word, their style.
pub fn standing(entry: &Entry, state: &State, look: &Look) -> (&'static str, String, Style) {
    let words = words(state.lang);
    let (Some(case), Some(standing)) = (entry.file.case(), state.standing(entry)) else {
        return (mark::FAILED, words.queue.broken.to_owned(), look.error);
    };
    let (sign, word, style) = match standing {
        Standing::Decided => (mark::OK, words.queue.decided, look.ok),
        Standing::Postponed => ("»", words.queue.postponed, look.dim),
        Standing::ToRecord => (" ", words.screens.to_record, look.text),
        Standing::ToDiscuss => (" ", words.queue.to_discuss, look.text),
        of => return wall::standing(state, look, case, of),
    };
    (sign, word.to_owned(), style)
}

/// A guideline as people call it: `ACR 2024`; its id where the table does not know it.
pub fn guideline(table: Option<&Table>, id: &str) -> String {
    let column = table.and_then(|table| table.columns.iter().find(|column| column.guideline == id));
    column.map_or_else(|| id.to_owned(), Column::heading)
}

/// How a decision reads against a guideline: its mark and style; the word is the label.
pub fn reading(reading: Reading, look: &Look) -> (&'static str, Style) {
    match reading {
        Reading::Concordant => (mark::OK, look.ok),
        Reading::Partly => (mark::CLOSE, look.close),
        Reading::Deviates => (mark::DIFFER, look.differ),
        Reading::Silent => (mark::SILENT, look.silent),
        Reading::NotApplicable => ("·", look.silent),
        Reading::CannotSay => (mark::NEEDS_DATA, look.needs_data),
    }
}

/// A moment of the ledger: day and time, in universal time.
pub fn moment(at: DateTime<Utc>, lang: Lang) -> String {
    format!("{} {} UTC", lang.date(crate::domain::Day(at.date_naive())), at.format("%H:%M"))
}

/// A case in one line: number, alias, age and sex, class, UPCR, eGFR.
pub fn head(opened: &Opened, state: &State, words: &Words) -> String {
    let shown = opened.shown(state.lang);
    let case = &opened.case;
    let mut parts =
        vec![case.case.to_string(), alias(state, &case.patient.alias).to_owned(), age_and_sex(&case.patient, state)];
    parts.extend(wording::expecting(case, words));
    parts.extend(Some(shown.class).filter(|class| !class.is_empty()));
    parts.extend(shown.upcr.map(|upcr| format!("{} {upcr}", words.unit.upcr)));
    parts.extend(shown.egfr.map(|egfr| format!("{} {egfr}", words.unit.egfr)));
    parts.join(" · ")
}
