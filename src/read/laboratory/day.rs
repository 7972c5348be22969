//! Days as laboratories write them: year first, or day first as in French.

use chrono::NaiveDate;

use crate::domain::Day;

/// A day as it stands in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dated {
    /// Year first: it can be read in one way only.
    Plain(Day),
    /// The day first, as in French; the month first would be the 13th month or later, or is possible too.
    DayFirst(Day),
    /// It can only have the month first.
    MonthFirst,
}

/// The day that a cell says, its time left aside; none where it says none.
pub(super) fn of(written: &str) -> Option<Dated> {
    let day = written.split([' ', 'T']).next().unwrap_or_default();
    let parts: Vec<&str> = day.split(['-', '/', '.']).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let number = |part: &str, most: usize| -> Option<u32> {
        let is_whole = (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        if is_whole { part.parse().ok() } else { None }
    };
    let date = |year: &str, month: &str, day: &str| {
        let year = i32::try_from(number(year, 4).filter(|_| year.len() == 4)?).ok()?;
        NaiveDate::from_ymd_opt(year, number(month, 2)?, number(day, 2)?).map(Day)
    };
    if let Some(day) = date(first, second, third) {
        return Some(Dated::Plain(day));
    }
    let day_first = date(third, second, first).map(Dated::DayFirst);
    day_first.or_else(|| date(third, first, second).map(|_| Dated::MonthFirst))
}

/// A day as people write it, year first or day first as in French; none where it says none.
pub fn day_of(written: &str) -> Option<Day> {
    match of(written.trim()) {
        Some(Dated::Plain(day) | Dated::DayFirst(day)) => Some(day),
        _ => None,
    }
}

/// Whether these days cannot all be read the same way: some have the month first.
pub(super) fn in_doubt(days: &[Option<Dated>]) -> bool {
    days.contains(&Some(Dated::MonthFirst))
}
