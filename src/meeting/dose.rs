//! The dose that the words of a line mean, for the safety rules; where they can be read in two ways they mean none.

use rust_decimal::Decimal;

use crate::domain::{Dose, DoseUnit, Line, Per};
use crate::knowledge::Proposed;
use crate::text::fold;

/// Units of an amount, the longer first.
const UNITS: &[(&str, DoseUnit)] = &[
    ("mg/kg", DoseUnit::MilligramPerKilo),
    ("mg", DoseUnit::Milligram),
    ("µg", DoseUnit::Microgram),
    ("ug", DoseUnit::Microgram),
    ("g", DoseUnit::Gram),
    ("ui", DoseUnit::Unit),
    ("iu", DoseUnit::Unit),
];

/// What an amount is counted over, written right behind it.
const PERIODS: &[(&str, Per)] = &[
    ("/24h", Per::Day),
    ("/jour", Per::Day),
    ("/day", Per::Day),
    ("/j", Per::Day),
    ("/d", Per::Day),
    (" par jour", Per::Day),
    (" per day", Per::Day),
    (" a day", Per::Day),
    (" daily", Per::Day),
    ("/semaine", Per::Week),
    ("/week", Per::Week),
    ("/sem", Per::Week),
    ("/w", Per::Week),
    (" par semaine", Per::Week),
    (" per week", Per::Week),
];

/// Twice a day, in the words of the room.
const TWICE: &[&str] = &[
    "bid",
    "b.i.d",
    "x 2/j",
    "x2/j",
    "x 2/d",
    "x2/d",
    "2x/j",
    "2x/d",
    "2 x/j",
    "2 fois par jour",
    "x 2 par jour",
    "x2 par jour",
    "twice a day",
    "twice daily",
    "matin et soir",
];

/// What makes the number before it a rhythm, a range, or a time of which the rhythm would have to be known.
const NO_COUNT: &[&str] = &["/j", "/d", "par j", "fois par", "-", "–", "sem", "week", "mois", "month", "an", "year"];

/// A line as the safety rules see it; none where it is not on a drug the program knows.
pub fn proposed(line: &Line) -> Option<Proposed> {
    let words = plain(&line.words);
    Some(Proposed { kind: line.kind, drug: line.drug?, dose: dose(&words), times: times(&words) })
}

/// The lines of a draft's text as the safety rules see them.
pub fn proposed_by(text: &str) -> Vec<Proposed> {
    text.lines().filter_map(super::line).filter_map(|line| proposed(&line)).collect()
}

/// Small letters, plain spaces, `x` for the sign of multiplication.
fn plain(words: &str) -> String {
    let spaced: String = words.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    fold(&spaced).replace(['×', '*'], "x").replace('\u{3bc}', "µ")
}

fn dose(words: &str) -> Option<Dose> {
    let mut found = amounts(words);
    let (amount, unit, rest) = found.next()?;
    // A second amount makes the first doubtful, unless it comes later in time.
    if let Some((_, _, after)) = found.next() {
        let between = rest.get(..rest.len().checked_sub(after.len())?)?;
        ["puis", "then", "->", "→"].iter().any(|later| between.contains(later)).then_some(())?;
    }
    let now = ["puis", "then", "->", "→"].iter().fold(rest, |rest, later| rest.split(later).next().unwrap_or(rest));
    let period = PERIODS.iter().find(|(written, _)| now.starts_with(written)).map(|(_, per)| *per);
    match period {
        Some(per) => Some(Dose { amount, unit, per }),
        None if TWICE.iter().any(|twice| now.contains(twice)) => {
            Some(Dose { amount: amount.checked_mul(Decimal::TWO)?, unit, per: Per::Day })
        }
        None => Some(Dose { amount, unit, per: Per::Administration }),
    }
}

/// Numbers with a unit behind them, and what follows each. A range, a ratio, a limit, a dose by body surface or a number
/// with a sign of thousands is not one amount: nothing is read from words with one.
fn amounts(words: &str) -> impl Iterator<Item = (Decimal, DoseUnit, &str)> {
    let mut found = Vec::new();
    let mut rest = words;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = words.split_at(words.len() - rest.len() + start);
        let end = from.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(from.len());
        let (number, after) = from.split_at(end);
        let behind = after.trim_start_matches(' ');
        let unit = UNITS.iter().find(|(symbol, _)| stands_alone(behind, symbol));
        if is_in_thousands(number, behind) {
            return Vec::new().into_iter();
        }
        if let Some((symbol, unit)) = unit {
            let before = before.trim_end();
            let is_end =
                before.strip_suffix('a').is_some_and(|from| from.trim_end().ends_with(|c: char| c.is_ascii_digit()));
            let is_limit = is_end || before.ends_with(['<', '>', '≤', '≥', '-', '–', '/']);
            let behind = behind.strip_prefix(symbol).unwrap_or(behind);
            let by_surface = ["/m2", "/m²"].iter().any(|surface| behind.replace(' ', "").starts_with(surface));
            match number.replace(',', ".").parse::<Decimal>() {
                Ok(amount) if !is_limit && !by_surface => found.push((amount, *unit, behind)),
                _ => return Vec::new().into_iter(),
            }
        }
        rest = after;
    }
    found.into_iter()
}

/// `1 000`, `1,000` and `1.000` are a thousand to some and one to others; `0,125` is no thousand.
fn is_in_thousands(number: &str, behind: &str) -> bool {
    let digits = |words: &str| words.chars().take_while(char::is_ascii_digit).count();
    let by_sign = number.split_once([',', '.']).is_some_and(|(whole, rest)| whole != "0" && digits(rest) == 3);
    by_sign || (!number.contains([',', '.']) && digits(number) <= 3 && digits(behind) == 3)
}

/// Whether the words begin with this unit, and not with a longer word.
fn stands_alone(words: &str, symbol: &str) -> bool {
    words.strip_prefix(symbol).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
}

/// How many administrations: the number behind the sign of multiplication that is not a number a day, a dose or a time; in
/// `6 x 500 mg` the number before it.
fn times(words: &str) -> Option<u16> {
    let mut found = words.match_indices('x').filter_map(|(at, _)| {
        let before = words.get(..at)?;
        let is_apart = !before.ends_with(char::is_alphabetic);
        let from = words.get(at + 1..)?.trim_start_matches(' ');
        let end = from.find(|c: char| !c.is_ascii_digit()).unwrap_or(from.len());
        let (number, after) = from.split_at(end);
        let behind = after.trim_start_matches([' ', ',', '.']).trim_start_matches(|c: char| c.is_ascii_digit());
        if UNITS.iter().any(|(symbol, _)| stands_alone(behind.trim_start(), symbol)) {
            let before = before.trim_end_matches(' ');
            let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            return before.get(before.len() - digits..)?.parse().ok();
        }
        let is_other = NO_COUNT.iter().any(|sign| after.trim_start().starts_with(sign));
        number.parse().ok().filter(|_| is_apart && !is_other)
    });
    let first = found.next()?;
    found.next().is_none().then_some(first)
}
