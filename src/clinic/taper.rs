mod curve;
mod held;

use chrono::{Days, Months};
use rust_decimal::Decimal;

pub use curve::SteroidCurve;
pub use held::{Allowed, Held, Stretch, held_against};

use super::Answer;
use super::steroid::{CumulativeSteroid, cumulative_steroid};
use crate::domain::{Case, Day, PlannedDose};

/// Days of a week.
const WEEK: u64 = 7;

/// The doses that a plan is asked about, mg of prednisone a day: the least of them is the stop.
pub const MILESTONES: [Decimal; 4] = [
    Decimal::from_parts(75, 0, 0, false, 1),
    Decimal::from_parts(5, 0, 0, false, 0),
    Decimal::from_parts(25, 0, 0, false, 1),
    Decimal::ZERO,
];

/// One step of a plan: this dose from this day until the next step begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanStep {
    /// First day.
    pub from: Day,
    /// Prednisone, mg a day.
    pub daily: Decimal,
}

/// A planned taper: steps one after the other, the last of which goes on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TaperPlan {
    steps: Vec<PlanStep>,
}

impl TaperPlan {
    /// The plan of these steps, in order of their days; of two steps of one day the later written counts.
    pub fn of(steps: impl IntoIterator<Item = PlanStep>) -> Self {
        let mut plan = Self::default();
        let mut written: Vec<PlanStep> = steps.into_iter().collect();
        written.sort_by_key(|step| step.from);
        for step in written {
            plan.steps.retain(|known| known.from != step.from);
            plan.steps.push(step);
        }
        plan
    }

    /// The plan of a case file; one without a step where none is written.
    pub fn of_case(case: &Case) -> Self {
        let written = case.taper.known().map(Vec::as_slice).unwrap_or_default();
        Self::of(written.iter().map(|step: &PlannedDose| PlanStep { from: step.from, daily: step.dose.value() }))
    }

    /// The steps, oldest first.
    pub fn steps(&self) -> &[PlanStep] {
        &self.steps
    }

    /// Whether nothing is planned.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The first planned day.
    pub fn first_day(&self) -> Option<Day> {
        self.steps.first().map(|step| step.from)
    }

    /// The last day of a step; none for the last step, which goes on.
    pub fn last_day_of(&self, step: usize) -> Option<Day> {
        self.steps.get(step + 1).and_then(|next| next.from.0.pred_opt()).map(Day)
    }

    /// Days of a step; none for the last one.
    pub fn days_of(&self, step: usize) -> Option<i64> {
        let (this, next) = (self.steps.get(step)?, self.steps.get(step + 1)?);
        Some(next.from.days_since(this.from))
    }

    /// The dose planned for a day, mg; none before the plan begins.
    pub fn dose_on(&self, day: Day) -> Option<Decimal> {
        self.steps.iter().rev().find(|step| step.from <= day).map(|step| step.daily)
    }

    /// Milligrams planned over these days, both included.
    pub fn milligrams(&self, first: Day, last: Day) -> Decimal {
        let each = self.steps.iter().enumerate().map(|(place, step)| {
            let from = step.from.max(first);
            let to = self.last_day_of(place).map_or(last, |end| end.min(last));
            step.daily * Decimal::from((to.days_since(from) + 1).max(0))
        });
        each.sum()
    }

    /// Milligrams planned until the day before the last step begins, which has no end.
    pub fn milligrams_until_the_last_step(&self) -> Decimal {
        let end = self.steps.last().and_then(|step| step.from.0.pred_opt()).map(Day);
        self.first_day().zip(end).map_or(Decimal::ZERO, |(first, end)| self.milligrams(first, end))
    }

    /// The first day from which the plan stays at or below this dose, mg a day; none while it ends above.
    pub fn reached(&self, at_most: Decimal) -> Option<Day> {
        let low = self.steps.iter().rev().take_while(|step| step.daily <= at_most);
        low.last().map(|step| step.from)
    }

    /// The same plan with another dose in one step.
    #[must_use]
    pub fn with_dose(&self, step: usize, daily: Decimal) -> Self {
        let mut plan = self.clone();
        if let Some(step) = plan.steps.get_mut(step) {
            step.daily = daily;
        }
        plan
    }

    /// The same plan with a step longer or shorter by whole weeks, never shorter than one; the steps after it follow. The last
    /// step has no end: `None` then, and where nothing would change.
    #[must_use]
    pub fn with_weeks(&self, step: usize, by: i64) -> Option<Self> {
        let days = self.days_of(step)?;
        let wanted = (days + by * 7).max(if by < 0 { days.min(7) } else { days });
        (wanted != days).then(|| self.shifted(step + 1, wanted - days))
    }

    /// The same plan with a step of this dose after another one, for so many weeks; those after it follow. After the last
    /// one, which had no end, that one now has so many weeks.
    #[must_use]
    pub fn with_step_after(&self, step: usize, daily: Decimal, weeks: u64) -> Self {
        let Some(this) = self.steps.get(step) else { return self.clone() };
        let next = self.steps.get(step + 1).map(|next| next.from);
        let from = next.or_else(|| later(this.from, weeks));
        let moved = if next.is_some() {
            self.shifted(step + 1, i64::try_from(weeks * WEEK).unwrap_or(0))
        } else {
            self.clone()
        };
        Self::of(moved.steps.into_iter().chain(from.map(|from| PlanStep { from, daily })))
    }

    /// The same plan without a step; those after it come forward to its first day.
    #[must_use]
    pub fn without(&self, step: usize) -> Self {
        let mut plan = self.shifted(step + 1, -self.days_of(step).unwrap_or(0));
        if step < plan.steps.len() {
            plan.steps.remove(step);
        }
        plan
    }

    /// The same plan begun so many days later, or earlier.
    #[must_use]
    pub fn begun_later(&self, days: i64) -> Self {
        self.shifted(0, days)
    }

    fn shifted(&self, from_step: usize, days: i64) -> Self {
        let mut plan = self.clone();
        for step in plan.steps.iter_mut().skip(from_step) {
            step.from = moved(step.from, days);
        }
        plan
    }
}

fn moved(day: Day, days: i64) -> Day {
    let by = Days::new(days.unsigned_abs());
    let date = if days < 0 { day.0.checked_sub_days(by) } else { day.0.checked_add_days(by) };
    date.map_or(day, Day)
}

fn later(day: Day, weeks: u64) -> Option<Day> {
    day.0.checked_add_days(Days::new(weeks * WEEK)).map(Day)
}

/// The week of a day counted from the first day of treatment, which is in week 0 (guidelines.md E.2).
pub fn week_of(day: Day, first: Day) -> i64 {
    day.days_since(first).div_euclid(7)
}

/// The last day of the twelve months that begin on this one.
pub fn twelve_months_from(first: Day) -> Day {
    first.0.checked_add_months(Months::new(12)).and_then(|day| day.pred_opt()).map_or(first, Day)
}

/// What a window holds, first and last day included: received before the plan takes over, planned from then on. Past days are
/// what was received, whatever was planned; between today and a plan that begins later the present dose goes on.
///
/// # Errors
/// What [`cumulative_steroid`] refuses, where a part of the window was received.
pub fn received_and_planned(
    case: &Case,
    plan: &TaperPlan,
    today: Day,
    first: Day,
    last: Day,
) -> Answer<CumulativeSteroid> {
    let takes_over = plan.first_day().map_or(last, |begins| begins.max(today));
    let mut sum = CumulativeSteroid { oral: plan.milligrams(takes_over.max(first), last), intravenous: Decimal::ZERO };
    if let Some(before) = takes_over.0.pred_opt().map(Day).filter(|before| first <= *before) {
        let received = cumulative_steroid(case, first, before.min(last))?;
        sum.oral += received.oral;
        sum.intravenous += received.intravenous;
    }
    Ok(sum)
}
