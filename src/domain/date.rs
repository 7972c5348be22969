use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use super::Refusal;
use super::scalar::leaf;

/// A calendar day, written `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub NaiveDate);

impl Day {
    /// Whole days from `earlier` to this day; negative when `earlier` is later.
    pub fn days_since(self, earlier: Day) -> i64 {
        (self.0 - earlier.0).num_days()
    }

    /// Whole calendar months from `earlier` to this day (a month is complete on the same day number).
    pub fn months_since(self, earlier: Day) -> i64 {
        months(earlier.0, self.0)
    }
}

fn months(from: NaiveDate, to: NaiveDate) -> i64 {
    let whole = i64::from(to.year() - from.year()) * 12 + i64::from(to.month()) - i64::from(from.month());
    if to.day() < from.day() { whole - 1 } else { whole }
}

impl FromStr for Day {
    type Err = Refusal;
    fn from_str(written: &str) -> Result<Self, Refusal> {
        let refused = || Refusal::Form { written: written.to_owned(), form: "YYYY-MM-DD".to_owned() };
        // chrono also takes 2026-1-2; the format asks for two digits so that files sort and search well.
        if written.len() != 10 {
            return Err(refused());
        }
        NaiveDate::parse_from_str(written, "%Y-%m-%d").map(Day).map_err(|_| refused())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

leaf!(Day, "Day", r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "A calendar day, YYYY-MM-DD");

/// A month (`YYYY-MM`) or a day (`YYYY-MM-DD`): for facts that nobody dates to the day.
/// It keeps how precise it is, and stands for its first day in arithmetic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    first: NaiveDate,
    exact: bool,
}

impl Month {
    /// The day itself, or the first of the month.
    pub fn day(self) -> Day {
        Day(self.first)
    }

    /// Whether the day itself is known.
    pub fn is_exact(self) -> bool {
        self.exact
    }

    /// Whether it surely comes before `other`: two dates of one month are compared only when both are days.
    pub fn is_before(self, other: Month) -> bool {
        let month = |date: Month| (date.first.year(), date.first.month());
        if self.exact && other.exact { self.first < other.first } else { month(self) < month(other) }
    }

    /// Whole years from this month to `today`.
    pub fn years_until(self, today: Day) -> i64 {
        months(self.first, today.0).div_euclid(12)
    }
}

impl From<Day> for Month {
    fn from(day: Day) -> Self {
        Self { first: day.0, exact: true }
    }
}

impl FromStr for Month {
    type Err = Refusal;
    fn from_str(written: &str) -> Result<Self, Refusal> {
        let form = || Refusal::Form { written: written.to_owned(), form: "YYYY-MM or YYYY-MM-DD".to_owned() };
        match written.len() {
            7 => Day::from_str(&format!("{written}-01"))
                .map(|day| Self { first: day.0, exact: false })
                .map_err(|_| form()),
            _ => Day::from_str(written).map(|day| Self { first: day.0, exact: true }).map_err(|_| form()),
        }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first.format(if self.exact { "%Y-%m-%d" } else { "%Y-%m" }))
    }
}

leaf!(Month, "Month", r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$", "A month YYYY-MM, or a day YYYY-MM-DD");
