use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::TaperPlan;
use crate::clinic::prednisone_series;
use crate::domain::{Case, Day};

/// The daily dose over time, received and then planned: levels that hold until the next one; `None` where it is not known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SteroidCurve {
    levels: BTreeMap<Day, Option<Decimal>>,
}

impl SteroidCurve {
    /// What was received up to this day, mg of prednisone by mouth a day; nothing is known after it.
    pub fn received(case: &Case, today: Day) -> Self {
        let mut levels: BTreeMap<Day, Option<Decimal>> = BTreeMap::new();
        if !case.treatments.is_empty() {
            levels.extend(prednisone_series(case, today).points().iter().map(|point| (point.date, point.value)));
        }
        levels.extend(today.0.succ_opt().map(|day| (Day(day), None)));
        Self { levels }
    }

    /// What was received until the plan takes over, then what is planned; a plan that begins in the future is waited for at the
    /// present dose.
    pub fn with_plan(case: &Case, plan: &TaperPlan, today: Day) -> Self {
        let Some(begins) = plan.first_day() else { return Self::received(case, today) };
        let takes_over = begins.max(today);
        let mut curve = Self::received(case, today);
        let present = curve.on(today);
        curve.levels.split_off(&takes_over);
        if let Some(next) = today.0.succ_opt().map(Day).filter(|next| *next < takes_over) {
            curve.levels.insert(next, present);
        }
        curve.levels.insert(takes_over, plan.dose_on(takes_over));
        let ahead = plan.steps().iter().filter(|step| takes_over < step.from);
        curve.levels.extend(ahead.map(|step| (step.from, Some(step.daily))));
        curve
    }

    /// The dose of a day, mg.
    pub fn on(&self, day: Day) -> Option<Decimal> {
        self.levels.range(..=day).next_back().and_then(|(_, dose)| *dose)
    }

    /// The first day from which it stays at or below this dose, mg a day, to its end; none while it ends above, or is not known.
    pub fn reached(&self, at_most: Decimal) -> Option<Day> {
        let low = self.levels.iter().rev().take_while(|(_, dose)| dose.is_some_and(|dose| dose <= at_most));
        low.last().map(|(day, _)| *day)
    }

    /// The days on which it may change, with what holds from then on; oldest first.
    pub fn levels(&self) -> impl Iterator<Item = (Day, Option<Decimal>)> {
        self.levels.iter().map(|(day, dose)| (*day, *dose))
    }

    /// The highest dose of these days, both included; none where no day of them is known.
    pub fn highest(&self, first: Day, last: Day) -> Option<Decimal> {
        let within = self.levels.range(first..).take_while(|(day, _)| **day <= last).filter_map(|(_, dose)| *dose);
        self.on(first).into_iter().chain(within).max()
    }
}
