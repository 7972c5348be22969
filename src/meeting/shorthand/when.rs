//! Times: `m3`, `s24`, `6 mois`, `2 w`, `2026-12-01`, `01/12/2026`, `1 Dec 2026`.

use chrono::NaiveDate;

use super::lexicon::lexicon;
use super::token::Token;
use crate::domain::{Day, Due, Interval, TimeUnit, When};
use crate::text::{Lang, fold, words};

/// The longest time that is one, in its own unit.
const MOST: u16 = 600;

lexicon! {
    /// Units of time behind a number, and how many of them one is.
    UNITS: (TimeUnit, u16) {
        (TimeUnit::Day, 1) => "j" | "jr" | "jrs" | "jour" | "jours" | "d" | "day" | "days",
        (TimeUnit::Week, 1) => "s" | "sem" | "sem." | "semaine" | "semaines" | "w" | "wk" | "wks" | "week" | "weeks",
        (TimeUnit::Month, 1) => "m" | "mo" | "mois" | "month" | "months",
        (TimeUnit::Month, 12) => "an" | "ans" | "année" | "années" | "y" | "yr" | "year" | "years",
    }
    /// Units of time before a number.
    LETTERS: TimeUnit {
        TimeUnit::Day => "j" | "d" | "jour" | "day",
        TimeUnit::Week => "s" | "w" | "sem" | "semaine" | "week",
        TimeUnit::Month => "m" | "mois" | "month",
    }
    /// Words before a date.
    LEADS: () {
        () => "en" | "dans" | "in" | "within" | "à" | "by" | "sous" | "d'ici" | "d'ici à" | "après" | "after" | "au bout de"
            | "le" | "at" | "@" | "dès" | "dès le" | "from" | "à partir de" | "à partir du" | "on" | "au" | "à compter de",
    }
    /// Words before the day something begins on.
    BEGINS: () { () => "dès" | "dès le" | "from" | "à partir de" | "à partir du" | "à compter de" }
    /// Words before the day something is reached by.
    BY: () { () => "en" | "by" | "within" | "d'ici" | "d'ici à" }
    /// Words before a length of time.
    FOR: () { () => "pendant" | "durant" | "for" | "pour" | "sur" | "over" | "x" | "until" | "jusqu'à" | "jusqu'en" }
}

/// A number and a unit of time.
pub(super) fn length(tokens: &[Token]) -> Option<(Interval, usize)> {
    let count = tokens.first()?.count()?;
    let behind = tokens.get(1..)?;
    let ((unit, of), taken) = UNITS.first(behind)?;
    // In `x3 m6` the letter belongs to the number behind it.
    if behind.get(taken).is_some_and(|next| next.glued) {
        return None;
    }
    Some((Interval { count: bounded(count.checked_mul(of)?)?, unit }, 1 + taken))
}

fn bounded(count: u16) -> Option<u16> {
    (count <= MOST).then_some(count)
}

/// A unit of time and a number: `m3`, `S24`, `M+6`, `semaine 24`.
pub(super) fn mark(tokens: &[Token]) -> Option<(Interval, usize)> {
    let first = tokens.first().filter(|first| !first.glued)?;
    let (unit, taken) = LETTERS.first(tokens)?;
    let plus = usize::from(tokens.get(taken).is_some_and(|token| token.is("+") && token.joined));
    let number = tokens.get(taken + plus)?;
    let is_apart = first.folded.len() > 1 && plus == 0;
    let is_end = !tokens.get(taken + plus + 1).is_some_and(|next| next.glued);
    let count = bounded(number.count().filter(|_| (number.joined || is_apart) && is_end)?)?;
    Some((Interval { count, unit }, taken + plus + 1))
}

/// A day: `2026-12-01`, `01/12/2026`, `1 Dec 2026`.
pub(super) fn day(tokens: &[Token]) -> Option<(Day, usize)> {
    named_day(tokens).or_else(|| numbered_day(tokens))
}

fn numbered_day(tokens: &[Token]) -> Option<(Day, usize)> {
    let [one, sign, two, same, three, ..] = tokens else { return None };
    let (year, day) = match (sign.folded.as_str(), same.folded.as_str()) {
        ("-", "-") => (one, three),
        ("/", "/") => (three, one),
        _ => return None,
    };
    let is_date = year.folded.len() == 4 && two.folded.len() <= 2 && day.folded.len() <= 2;
    let number = |token: &Token| token.folded.parse::<u32>().ok().filter(|_| is_date);
    let year = i32::try_from(number(year)?).ok()?;
    Some((Day(NaiveDate::from_ymd_opt(year, number(two)?, number(day)?)?), 5))
}

fn named_day(tokens: &[Token]) -> Option<(Day, usize)> {
    let [day, month, year, ..] = tokens else { return None };
    let year = year.folded.parse().ok().filter(|_| year.folded.len() == 4)?;
    let day = day.folded.parse().ok()?;
    let mut names = Lang::ALL.iter().flat_map(|lang| (1_u32..).zip(words(*lang).months));
    let (month, _) = names.find(|(_, name)| fold(name).trim_end_matches('.') == month.folded)?;
    Some((Day(NaiveDate::from_ymd_opt(year, month, day)?), 3))
}

/// A date without a word before it; the day it was counted as may follow in brackets.
pub(super) fn bare(tokens: &[Token]) -> Option<(Due, usize)> {
    if let Some((day, taken)) = day(tokens) {
        return Some((Due::said(When::On(day)), taken));
    }
    let (interval, taken) = mark(tokens).or_else(|| length(tokens))?;
    let due = Due::said(When::After(interval));
    if !tokens.get(taken).is_some_and(|token| token.is("(")) {
        return Some((due, taken));
    }
    let counted = tokens
        .get(taken + 1..)
        .and_then(day)
        .filter(|(_, length)| tokens.get(taken + 1 + length).is_some_and(|token| token.is(")")));
    Some(counted.map_or((due, taken), |(day, length)| (Due { day: Some(day), ..due }, taken + length + 2)))
}

/// A date that no length of time can be taken for: with the word before it, or `m3`, or a day.
pub(super) fn dated(tokens: &[Token]) -> Option<(Due, usize)> {
    due(tokens).filter(|_| length(tokens).is_none())
}

/// Whether the word before a date says that something begins then.
pub(super) fn is_begin(tokens: &[Token]) -> bool {
    BEGINS.first(tokens).is_some()
}

/// Whether the word before a date says that something is reached by then.
pub(super) fn is_limit(tokens: &[Token]) -> bool {
    BY.first(tokens).is_some()
}

/// A date, with the word before it.
pub(super) fn due(tokens: &[Token]) -> Option<(Due, usize)> {
    let lead = LEADS.first(tokens).map_or(0, |((), taken)| taken);
    let behind = tokens.get(lead..).and_then(bare).map(|(due, taken)| (due, lead + taken));
    behind.or_else(|| bare(tokens))
}

/// A length of time, with the word before it; until a date is as long as until then.
pub(super) fn duration(tokens: &[Token]) -> Option<(Interval, usize)> {
    let ((), lead) = FOR.first(tokens)?;
    let rest = tokens.get(lead..)?;
    let (interval, taken) = length(rest).or_else(|| mark(rest))?;
    Some((interval, lead + taken))
}

/// The date that a whole text says.
pub(crate) fn when(text: &str) -> Option<When> {
    let tokens = super::token::tokens(text);
    due(&tokens).filter(|(_, taken)| *taken == tokens.len()).map(|(due, _)| due.said)
}
