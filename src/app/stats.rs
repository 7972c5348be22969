//! The screens of statistics: a section of the catalogue at a time, and the cases behind one of its numbers.

use chrono::{Datelike, Months, NaiveDate};

use crate::archive::stats::{Answer, Behind, Figure, Period, Section};
use crate::domain::Day;
use crate::meeting::Moment;

/// Which days are counted, as it is chosen by a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Span {
    /// All of them.
    #[default]
    All,
    /// The year of today.
    ThisYear,
    /// The twelve months up to today.
    TwelveMonths,
    /// The year before.
    LastYear,
    /// The five years up to today.
    FiveYears,
}

impl Span {
    /// The one that the key turns to.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::All => Self::ThisYear,
            Self::ThisYear => Self::TwelveMonths,
            Self::TwelveMonths => Self::LastYear,
            Self::LastYear => Self::FiveYears,
            Self::FiveYears => Self::All,
        }
    }

    /// Its days, as seen today.
    pub fn period(self, today: Day) -> Period {
        let first = |year: i32| NaiveDate::from_ymd_opt(year, 1, 1).map(Day);
        let back = |months: u32| {
            let day = today.0.checked_sub_months(Months::new(months));
            day.and_then(|day| day.succ_opt()).map(Day)
        };
        let year = today.0.year();
        match self {
            Self::All => Period::default(),
            Self::ThisYear => Period { since: first(year), until: Some(today) },
            Self::TwelveMonths => Period { since: back(12), until: Some(today) },
            Self::LastYear => {
                Period { since: first(year - 1), until: NaiveDate::from_ymd_opt(year - 1, 12, 31).map(Day) }
            }
            Self::FiveYears => Period { since: back(60), until: Some(today) },
        }
    }
}

/// A section of the statistics.
#[derive(Debug, Clone)]
pub struct StatsScreen {
    /// Which.
    pub section: Section,
    /// Which days.
    pub span: Span,
    /// Number of the newest request; what answers an older one is dropped.
    pub asked: u64,
    /// What was counted until now, in the order of the catalogue.
    pub answers: Vec<Answer>,
    /// Whether more is to come.
    pub is_counting: bool,
    /// The number under the cursor, over all figures of the section.
    pub selected: usize,
}

impl StatsScreen {
    /// How many figures its section has.
    pub fn figures(&self) -> usize {
        Figure::of_section(self.section).count()
    }

    /// The numbers that can be opened, in order.
    pub fn behind(&self) -> Vec<Behind> {
        self.answers.iter().flat_map(Answer::behind).collect()
    }

    /// The section before or after, from one end to the other.
    pub fn turn(&mut self, by: isize) {
        let all = Section::ALL;
        let at = all.iter().position(|section| *section == self.section).unwrap_or(0);
        let count = isize::try_from(all.len()).unwrap_or(1);
        let at = (isize::try_from(at).unwrap_or(0) + by).rem_euclid(count);
        self.section = usize::try_from(at).ok().and_then(|at| all.get(at).copied()).unwrap_or(self.section);
    }
}

/// The cases behind a number.
#[derive(Debug, Clone)]
pub struct BehindScreen {
    /// Which number.
    pub behind: Behind,
    /// Of which days.
    pub period: Period,
    /// The newest of them; none until they have come.
    pub found: Option<Vec<Moment>>,
    /// How many there are in all.
    pub total: u64,
    /// The row under the cursor.
    pub selected: usize,
}
