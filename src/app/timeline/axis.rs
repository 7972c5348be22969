use chrono::TimeDelta;

use crate::domain::Day;

/// One axis of time for everything that is drawn on a timeline: days are mapped to columns by whole numbers, the first
/// day to the first dot and the last day to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Axis {
    /// The day of the first column.
    pub first: Day,
    /// The day of the last column.
    pub last: Day,
    /// Cells from the first to the last; each is two dots wide.
    pub columns: u16,
}

impl Axis {
    /// The dot of a day, two to a column; below zero or beyond the last for a day that is out of sight.
    pub fn dot(&self, day: Day) -> i64 {
        let (days, gaps) = (self.days(), self.gaps());
        (2 * day.days_since(self.first) * gaps + days).div_euclid(2 * days)
    }

    /// The column of a day; none for a day out of sight.
    pub fn column(&self, day: Day) -> Option<u16> {
        if self.shows(day) { u16::try_from(self.dot(day) / 2).ok() } else { None }
    }

    /// Whether the day is in sight.
    pub fn shows(&self, day: Day) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// The first day that falls into this column, or into the nearest one after it that has a day.
    pub fn day(&self, column: u16) -> Day {
        let (days, gaps) = (self.days(), self.gaps());
        let least = 4 * i64::from(column) * days - days;
        let since = least.div_euclid(2 * gaps) + i64::from(least.rem_euclid(2 * gaps) > 0);
        later(self.first, since.clamp(0, days))
    }

    fn days(&self) -> i64 {
        self.last.days_since(self.first).max(1)
    }

    fn gaps(&self) -> i64 {
        (2 * i64::from(self.columns) - 1).max(1)
    }
}

/// So many days after a day; the day itself where the calendar ends.
pub(super) fn later(day: Day, days: i64) -> Day {
    let moved = TimeDelta::try_days(days).and_then(|days| day.0.checked_add_signed(days));
    moved.map_or(day, Day)
}
