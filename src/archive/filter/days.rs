use chrono::{Datelike, Months, NaiveDate};

use super::query::{Bound, Span};
use crate::domain::Day;

/// What a span of days that was written is.
pub(super) enum Written {
    /// A span.
    Span(Span<Day>),
    /// Its end comes before its beginning.
    Reversed,
    /// It cannot be read.
    Unreadable,
}

/// `2024-03-12`, `2024-03`, `2024`, or two of them around `..`, of which one may lack.
pub(super) fn read(written: &str) -> Written {
    let Some((from, to)) = written.split_once("..") else {
        return of(written).map_or(Written::Unreadable, |(first, last)| between(Some(first), Some(last)));
    };
    let (from, to) = (from.trim(), to.trim().trim_start_matches('.'));
    let first = if from.is_empty() { Some(None) } else { of(from).map(|(first, _)| Some(first)) };
    let last = if to.is_empty() { Some(None) } else { of(to).map(|(_, last)| Some(last)) };
    match (first, last) {
        (Some(None), Some(None)) | (None, _) | (_, None) => Written::Unreadable,
        (Some(first), Some(last)) => between(first, last),
    }
}

fn between(first: Option<Day>, last: Option<Day>) -> Written {
    match (first, last) {
        (Some(first), Some(last)) if last < first => Written::Reversed,
        (first, last) => Written::Span(Span { least: first.map(Bound::at), most: last.map(Bound::at) }),
    }
}

/// The first and the last day of a day, a month or a year.
fn of(written: &str) -> Option<(Day, Day)> {
    let parts: Vec<&str> = written.split('-').collect();
    let number = |part: &str, digits: usize| -> Option<u32> {
        let is_number = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| part.parse().ok()).flatten()
    };
    let year = i32::try_from(number(parts.first()?, 4)?).ok().filter(|year| *year > 0)?;
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let (first, last) = match parts.as_slice() {
        [_] => (day(1, 1)?, day(12, 31)?),
        [_, month] => {
            let first = day(number(month, 2)?, 1)?;
            (first, first.checked_add_months(Months::new(1))?.pred_opt()?)
        }
        [_, month, one] => {
            let one = day(number(month, 2)?, number(one, 2)?)?;
            (one, one)
        }
        _ => return None,
    };
    Some((Day(first), Day(last)))
}

/// Whether a bare word is meant for days: a day, a month, or a span of days, months or years.
pub(super) fn is_meant(word: &str) -> bool {
    let Some((from, to)) = word.split_once("..") else { return word.contains('-') && of(word).is_some() };
    let is_part = |part: &str| {
        part.is_empty()
            || (part.len() >= 4
                && part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
                && part.get(..4).is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit())))
    };
    let to = to.trim_start_matches('.');
    is_part(from) && is_part(to) && !(from.is_empty() && to.is_empty())
}

/// A span as it is written: the shortest that says the same.
pub(super) fn printed(span: &Span<Day>) -> String {
    let first = span.least.map(|bound| bound.at);
    let last = span.most.map(|bound| bound.at);
    match (first, last) {
        (Some(first), Some(last)) if first == last => first.to_string(),
        (Some(first), Some(last)) => match whole(first, last) {
            Some(month) if month.contains('-') => month,
            _ => format!("{}..{}", begun(first), ended(last)),
        },
        (first, last) => {
            format!("{}..{}", first.map(begun).unwrap_or_default(), last.map(ended).unwrap_or_default())
        }
    }
}

/// The month that these two days begin and end, where they do.
fn whole(first: Day, last: Day) -> Option<String> {
    let month = format!("{:04}-{:02}", first.0.year(), first.0.month());
    (of(&month)? == (first, last)).then_some(month)
}

/// The first day of a year as the year.
fn begun(day: Day) -> String {
    if day.0.ordinal() == 1 { format!("{:04}", day.0.year()) } else { day.to_string() }
}

/// The last day of a year as the year.
fn ended(day: Day) -> String {
    if day.0.month() == 12 && day.0.day() == 31 { format!("{:04}", day.0.year()) } else { day.to_string() }
}
