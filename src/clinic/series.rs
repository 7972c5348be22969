use rust_decimal::Decimal;

use super::steroid::{daily_steroid, steroid_steps};
use super::{Answer, Egfr, Need, egfr_on};
use crate::domain::{C3, C4, Case, Day, Dimension, Field, HcqLevel, Lab, Quantity, Upcr};

/// A value with its day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point<T> {
    /// The day.
    pub date: Day,
    /// The value.
    pub value: T,
}

/// Dated values, oldest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Series<T> {
    points: Vec<Point<T>>,
}

impl<T: Copy> Series<T> {
    /// A series of these points, whatever their order; those of one day keep theirs.
    pub fn of(points: impl IntoIterator<Item = Point<T>>) -> Self {
        let mut points: Vec<_> = points.into_iter().collect();
        points.sort_by_key(|point| point.date);
        Self { points }
    }

    /// Oldest first.
    pub fn points(&self) -> &[Point<T>] {
        &self.points
    }

    /// The newest value with its day.
    pub fn newest(&self) -> Option<Point<T>> {
        self.points.last().copied()
    }

    /// The newest value on or before a day.
    pub fn newest_by(&self, day: Day) -> Option<Point<T>> {
        self.points.iter().rev().find(|point| point.date <= day).copied()
    }

    /// The values on or before a day.
    #[must_use]
    pub fn until(&self, day: Day) -> Self {
        Self { points: self.points.iter().filter(|point| point.date <= day).copied().collect() }
    }

    /// The newest value and the one before it.
    pub fn change(&self) -> Option<Change<T>> {
        let mut backwards = self.points.iter().rev();
        let (to, from) = (backwards.next()?, backwards.next()?);
        Some(Change { from: *from, to: *to })
    }
}

/// A value against the one before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change<T> {
    /// The earlier value.
    pub from: Point<T>,
    /// The later value.
    pub to: Point<T>,
}

impl<D: Dimension> Change<Quantity<D>> {
    /// Change in percent of the earlier value, exact decimals; none from zero.
    pub fn percent(&self) -> Option<Decimal> {
        let (from, to) = (self.from.value.value(), self.to.value.value());
        ((to - from) * Decimal::ONE_HUNDRED).checked_div(from)
    }
}

impl Change<Egfr> {
    /// Change in percent of the earlier value; none between two equations.
    pub fn percent(&self) -> Option<f64> {
        let (from, to) = (self.from.value, self.to.value);
        (from.equation == to.equation && from.value > 0.0).then(|| (to.value - from.value) * 100.0 / from.value)
    }
}

/// The protein-to-creatinine ratios of a case.
pub fn upcr_series(case: &Case) -> Series<Upcr> {
    of_labs(case, |lab| lab.upcr)
}

/// The C3 values of a case.
pub fn c3_series(case: &Case) -> Series<C3> {
    of_labs(case, |lab| lab.c3)
}

/// The C4 values of a case.
pub fn c4_series(case: &Case) -> Series<C4> {
    of_labs(case, |lab| lab.c4)
}

/// The whole-blood hydroxychloroquine levels of a case.
pub fn hcq_level_series(case: &Case) -> Series<HcqLevel> {
    of_labs(case, |lab| lab.hcq_level)
}

/// The values of any field of the laboratory days.
pub fn of_labs<T: Copy>(case: &Case, field: impl Fn(&Lab) -> Field<T>) -> Series<T> {
    Series::of(
        case.labs.iter().filter_map(|lab| field(lab).known().map(|value| Point { date: lab.date, value: *value })),
    )
}

/// The eGFR of every day whose creatinine is known, each with its equation.
///
/// # Errors
/// What is missing for it, when no day has an eGFR.
pub fn egfr_series(case: &Case) -> Answer<Series<Egfr>> {
    let each = || case.labs.iter().map(|lab| (lab.date, egfr_on(case, lab)));
    let series = Series::of(each().filter_map(|(date, egfr)| Some(Point { date, value: egfr.ok()? })));
    if series.newest().is_some() {
        return Ok(series);
    }
    let fewest = each().filter_map(|(_, egfr)| egfr.err()).min_by_key(Vec::len);
    Err(fewest.unwrap_or_else(|| vec![Need::Creatinine]))
}

/// The oral daily dose in mg of prednisone at each day it changes up to `today`; `None` where it is not known.
pub fn prednisone_series(case: &Case, today: Day) -> Series<Option<Decimal>> {
    let first = case.treatments.iter().map(|entry| entry.from).min().unwrap_or(today);
    let dose = |date| Point { date, value: daily_steroid(case, date).ok().map(|dose| dose.milligrams) };
    let mut points: Vec<Point<Option<Decimal>>> = Vec::new();
    for point in steroid_steps(case, first, today).into_iter().map(dose) {
        if points.last().is_none_or(|last| last.value != point.value) {
            points.push(point);
        }
    }
    Series { points }
}
