use std::fmt;
use std::str::FromStr;

use chrono::{Days, Months};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::scalar::leaf;
use super::{Day, Refusal};

codes! {
    /// What a time is counted in; a year is twelve months.
    TimeUnit { Day = "d", Week = "w", Month = "m" }
}

/// A length of time as the room counts it: `m3`, `w24`, `d14`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// How many.
    pub count: u16,
    /// Of what.
    pub unit: TimeUnit,
}

impl Interval {
    /// The day that comes so much later; `None` beyond the calendar.
    pub fn after(self, day: Day) -> Option<Day> {
        let later = match self.unit {
            TimeUnit::Day => day.0.checked_add_days(Days::new(u64::from(self.count))),
            TimeUnit::Week => day.0.checked_add_days(Days::new(u64::from(self.count) * 7)),
            TimeUnit::Month => day.0.checked_add_months(Months::new(u32::from(self.count))),
        };
        later.map(Day)
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.unit, self.count)
    }
}

impl FromStr for Interval {
    type Err = Refusal;
    fn from_str(written: &str) -> Result<Self, Refusal> {
        let refused = || Refusal::Form { written: written.to_owned(), form: "d14, w24, m3".to_owned() };
        let unit = written.get(..1).and_then(TimeUnit::from_code).ok_or_else(refused)?;
        let count = written.get(1..).and_then(|count| count.parse().ok()).ok_or_else(refused)?;
        Ok(Self { count, unit })
    }
}

leaf!(Interval, "Interval", r"^[dwm][0-9]{1,5}$", "A length of time: d14, w24, m3");

/// A time that was said: so long after the decision, or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// So long after the day of the decision.
    After(Interval),
    /// On this day.
    On(Day),
}

impl When {
    /// The day that is meant, said on this day.
    pub fn from(self, day: Day) -> Option<Day> {
        match self {
            Self::After(interval) => interval.after(day),
            Self::On(day) => Some(day),
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::After(interval) => interval.fmt(f),
            Self::On(day) => day.fmt(f),
        }
    }
}

impl FromStr for When {
    type Err = Refusal;
    fn from_str(written: &str) -> Result<Self, Refusal> {
        written.parse().map(Self::After).or_else(|_| written.parse().map(Self::On))
    }
}

leaf!(When, "When", r"^([dwm][0-9]{1,5}|[0-9]{4}-[0-9]{2}-[0-9]{2})$", "A time after the decision (m3), or a day");

/// A date as it was said, and the day it was when the decision was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Due {
    /// As said.
    pub said: When,
    /// The day; none as long as nothing is decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
}

impl Due {
    /// A date that is said; so long after the decision is not yet counted.
    pub const fn said(said: When) -> Self {
        let day = match said {
            When::After(_) => None,
            When::On(day) => Some(day),
        };
        Self { said, day }
    }

    /// The same, counted from the day of the decision; a day that was counted before stays.
    #[must_use]
    pub fn counted(self, decided: Day) -> Self {
        Self { day: self.day.or_else(|| self.said.from(decided)), ..self }
    }
}
