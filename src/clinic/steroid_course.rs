use chrono::Months;
use rust_decimal::Decimal;

use super::steroid::cumulative_steroid;
use super::{
    Answer, Checked, CumulativeSteroid, Glucocorticoid, Need, Source, Verdict, daily_steroid, prednisone_series,
};
use crate::domain::{Case, Day, Route, Treatment};

/// Maintenance of at most 5 mg/d, and stop where possible.
pub const STEROID_TARGET: Source =
    Source { name: "EULAR 2023", reference: "doi 10.1136/ard-2023-224762", checked: Checked::Primary };
/// How a cumulative dose is summed.
pub const STEROID_SUM: Source =
    Source { name: "cumulative dose", reference: "sum of periods", checked: Checked::Proposal };

/// Glucocorticoids of a lifetime, as far as the treatments listed go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LifetimeSteroid {
    /// First day of the first glucocorticoid listed; of the first treatment where none is one.
    pub since: Day,
    /// What was received since, prednisone equivalents, mg.
    pub sum: CumulativeSteroid,
}

/// Whether a daily dose, mg, is within the maintenance target: 5 mg/d or less (EULAR 2023).
pub fn is_at_steroid_target(daily: Decimal) -> bool {
    daily <= Decimal::from(5)
}

/// Whether a sum over a year reaches 5 g (ACR 2022, very high risk of fracture).
pub fn is_five_grams(sum: CumulativeSteroid) -> bool {
    sum.total() >= Decimal::from(5000)
}

/// Everything received from the first entry to this day.
///
/// # Errors
/// What [`cumulative_steroid`] refuses.
pub fn cumulative_since_the_first(case: &Case, today: Day) -> Answer<LifetimeSteroid> {
    let first = |is_meant: fn(&Treatment) -> bool| {
        let meant = case.treatments.iter().filter(|entry| is_meant(entry) && entry.from <= today);
        meant.map(|entry| entry.from).min()
    };
    let since = first(is_systemic_steroid).or_else(|| first(|_| true)).ok_or(vec![Need::Treatments])?;
    Ok(LifetimeSteroid { since, sum: cumulative_steroid(case, since, today)? })
}

fn is_systemic_steroid(entry: &Treatment) -> bool {
    let is_local = matches!(entry.route, Some(Route::Topical | Route::Subcutaneous));
    Glucocorticoid::of(entry.drug).is_some() && !is_local
}

/// Days in a row, up to a day, with such a daily oral dose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SteroidRun {
    /// The first of these days; none where the day itself has no such dose.
    pub since: Option<Day>,
    /// The last of them.
    pub until: Day,
    /// Whether the day before the first is known to be otherwise.
    pub is_whole: bool,
}

impl SteroidRun {
    /// The run that ends on this day.
    ///
    /// # Errors
    /// What [`daily_steroid`] refuses of that day.
    pub fn up_to(case: &Case, day: Day, is_such: fn(Decimal) -> bool) -> Answer<Self> {
        let none = Self { since: None, until: day, is_whole: true };
        if !is_such(daily_steroid(case, day)?.milligrams) {
            return Ok(none);
        }
        let mut since = day;
        for point in prednisone_series(case, day).points().iter().rev() {
            match point.value {
                Some(dose) if is_such(dose) => since = point.date,
                Some(_) => return Ok(Self { since: Some(since), ..none }),
                None => return Ok(Self { since: Some(since), is_whole: false, ..none }),
            }
        }
        Ok(Self { since: Some(since), ..none })
    }

    /// Its days, both ends included.
    pub fn days(&self) -> i64 {
        self.since.map_or(0, |since| self.until.days_since(since) + 1)
    }

    /// Whether it is longer than this many days.
    pub fn is_longer_than(&self, days: i64) -> Verdict {
        self.answers(self.days() > days)
    }

    /// Whether it lasts this many whole months or more.
    pub fn lasts_months(&self, months: i64) -> Verdict {
        self.answers(self.since.is_some_and(|since| self.until.months_since(since) >= months))
    }

    fn answers(&self, met: bool) -> Verdict {
        if met || self.is_whole { Verdict::of(met) } else { Verdict::lacking(Need::SteroidDose) }
    }
}

/// Whether such a daily oral dose was taken for more than `days` days in a row within the twelve months that end on this
/// day.
pub fn taken_in_a_year(case: &Case, today: Day, days: i64, is_such: fn(Decimal) -> bool) -> Verdict {
    if case.treatments.is_empty() {
        return Verdict::lacking(Need::Treatments);
    }
    let window = today.0.checked_sub_months(Months::new(12)).and_then(|day| day.succ_opt()).map_or(today, Day);
    let series = prednisone_series(case, today);
    let ends = series.points().iter().skip(1).map(|point| point.date).chain(today.0.succ_opt().map(Day));
    let mut run = 0;
    let mut answer = Verdict::No;
    for (point, end) in series.points().iter().zip(ends) {
        let length = end.days_since(point.date.max(window)).max(0);
        match point.value {
            Some(dose) if is_such(dose) => run += length,
            None if length > 0 => {
                answer = answer.or(Verdict::lacking(Need::SteroidDose));
                run = 0;
            }
            Some(_) | None => run = 0,
        }
        answer = answer.or(Verdict::of(run > days));
    }
    answer
}
