use rust_decimal::Decimal;

use crate::clinic;
use crate::domain::{Case, Comparison, Day, Measure, Threshold, Trigger, Upcr};

/// The day from which the case file says that a branch has happened: the first value since the decision, and since the day it
/// is looked at where one was said, that meets it. Only what is compared without converting is: UPCR in the unit that was
/// said, eGFR, and their change in percent since the newest value by the decision.
pub fn met(trigger: &Trigger, case: &Case, decided: Day, today: Day) -> Option<Day> {
    let (comparison, value) = (trigger.comparison?, trigger.value.as_ref()?);
    let from = trigger.at.and_then(|at| at.day).unwrap_or(decided).max(decided);
    let is_in_time = |day: Day| day > decided && day >= from && day <= today;
    match trigger.measure? {
        Measure::Upcr => {
            let series = clinic::upcr_series(case);
            let before = series.newest_by(decided).map(|point| point.value.value());
            let mut later = series.points().iter().filter(|point| is_in_time(point.date));
            let meets = |found: &Upcr| {
                let amount = if value.is_change {
                    change(before?, found.value())?
                } else if found.unit() == value.unit {
                    found.amount()
                } else {
                    return None;
                };
                Some(compares(amount, comparison, value))
            };
            later.find(|point| meets(&point.value) == Some(true)).map(|point| point.date)
        }
        Measure::Egfr => {
            let series = clinic::egfr_series(case).ok()?;
            let exact = |value: f64| Decimal::try_from(value).ok();
            let before = series.newest_by(decided).and_then(|point| exact(point.value.value));
            let mut later = series.points().iter().filter(|point| is_in_time(point.date));
            let meets = |found: f64| {
                let amount = if value.is_change { change(before?, exact(found)?)? } else { exact(found)? };
                Some(compares(amount, comparison, value))
            };
            later.find(|point| meets(point.value.value) == Some(true)).map(|point| point.date)
        }
        _ => None,
    }
}

/// In percent of what was before.
fn change(before: Decimal, after: Decimal) -> Option<Decimal> {
    ((after - before) * Decimal::ONE_HUNDRED).checked_div(before)
}

fn compares(amount: Decimal, comparison: Comparison, value: &Threshold) -> bool {
    let bound = value.amount.0;
    match comparison {
        Comparison::Below => amount < bound,
        Comparison::AtMost => amount <= bound,
        Comparison::Above => amount > bound,
        Comparison::AtLeast => amount >= bound,
    }
}
