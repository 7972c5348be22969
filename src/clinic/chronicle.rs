use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{
    DORIS_2021, Equation, HCQ_LEVEL, LLDAS_2016, Sledai, Source, egfr_series, of_labs, prednisone_series, upcr_series,
};
use crate::domain::{Case, Day, Dimension, Drug, Field, Lab, Quantity};

/// A measure that is followed over time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Curve {
    /// Protein-to-creatinine ratio, g/g, or mg/mmol where the laboratory reports that.
    Upcr,
    /// Estimated filtration, mL/min/1.73 m².
    Egfr,
    /// Complement C3, g/L.
    C3,
    /// Complement C4, g/L.
    C4,
    /// Anti-dsDNA antibodies, IU/mL.
    AntiDsDna,
    /// Oral glucocorticoids, mg of prednisone a day.
    Prednisone,
    /// SLEDAI-2K, points.
    Sledai,
    /// Physician global assessment, 0 to 3.
    Pga,
    /// Hydroxychloroquine in whole blood, ng/mL.
    HcqLevel,
}

impl Curve {
    /// Every curve, in the order of the timeline.
    pub const ALL: [Self; 9] = [
        Self::Upcr,
        Self::Egfr,
        Self::C3,
        Self::C4,
        Self::AntiDsDna,
        Self::Prednisone,
        Self::Sledai,
        Self::Pga,
        Self::HcqLevel,
    ];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Upcr => "upcr",
            Self::Egfr => "egfr",
            Self::C3 => "c3",
            Self::C4 => "c4",
            Self::AntiDsDna => "anti_dsdna",
            Self::Prednisone => "prednisone",
            Self::Sledai => "sledai",
            Self::Pga => "pga",
            Self::HcqLevel => "hcq_level",
        }
    }

    /// The usual unit of its values, as case files write it.
    const fn unit(self) -> &'static str {
        match self {
            Self::Upcr => "g/g",
            Self::Egfr => "mL/min/1.73 m²",
            Self::C3 | Self::C4 => "g/L",
            Self::AntiDsDna => "IU/mL",
            Self::Prednisone => "mg/d",
            Self::Sledai => "points",
            Self::Pga => "0-3",
            Self::HcqLevel => "ng/mL",
        }
    }

    /// Whether a value holds until the next one, however long: a dose does, a measure does not.
    pub const fn holds(self) -> bool {
        matches!(self, Self::Prednisone)
    }

    /// What the target states and the published levels ask of it: prednisone and PGA by DORIS (activity.md 5), SLEDAI-2K
    /// and PGA by LLDAS (activity.md 6), the level of hydroxychloroquine (activity.md 13). A part of a state is not the state.
    pub fn bounds(self) -> Vec<Bound> {
        let bound =
            |(mantissa, scale), sign, name, source| Bound { value: Decimal::new(mantissa, scale), sign, name, source };
        match self {
            Self::Prednisone => vec![bound((5, 0), "≤", "DORIS", DORIS_2021)],
            Self::Sledai => vec![bound((4, 0), "≤", "LLDAS", LLDAS_2016)],
            Self::Pga => vec![bound((5, 1), "<", "DORIS", DORIS_2021), bound((1, 0), "≤", "LLDAS", LLDAS_2016)],
            Self::HcqLevel => {
                let garg = |mantissa, sign| bound((mantissa, 0), sign, "Garg 2025", HCQ_LEVEL);
                vec![garg(750, "≥"), garg(1150, "<")]
            }
            Self::Upcr | Self::Egfr | Self::C3 | Self::C4 | Self::AntiDsDna => Vec::new(),
        }
    }

    /// Whether it has its place on the timeline even where the case has no value of it.
    const fn is_always_there(self) -> bool {
        !matches!(self, Self::Pga | Self::HcqLevel)
    }
}

/// A value that a published state or level draws a line at, in the unit of its curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bound {
    /// The value.
    pub value: Decimal,
    /// `<`, `≤` or `≥`.
    pub sign: &'static str,
    /// Whose it is, as short as a chart can name it.
    pub name: &'static str,
    /// Where it is published.
    pub source: Source,
}

/// A value of a curve on its day, in the unit of the curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// The day; of a dose, the first one.
    pub date: Day,
    /// The value; none for a dose that is not known. What was not measured, or is written `unknown`, is no reading.
    pub value: Option<f64>,
    /// Whether the value is a lower bound: items of the score were not assessed.
    pub is_least: bool,
}

/// A curve with its readings.
#[derive(Debug, Clone, PartialEq)]
pub struct Trace {
    /// What is measured.
    pub curve: Curve,
    /// The unit of every value, as case files write it.
    pub unit: &'static str,
    /// Oldest first.
    pub readings: Vec<Reading>,
}

impl Trace {
    /// The newest reading on or before a day.
    pub fn on(&self, day: Day) -> Option<Reading> {
        self.readings.iter().rev().find(|reading| reading.date <= day).copied()
    }
}

/// The periods of one drug.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// The drug.
    pub drug: Drug,
    /// Its entries among the case's treatments, by their first day.
    pub entries: Vec<usize>,
}

/// The course of a case on one axis of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Chronicle {
    /// From the first thing that is dated to the last one, at least to this day.
    pub span: (Day, Day),
    /// The curves, in their order.
    pub traces: Vec<Trace>,
    /// The treatments, a lane for each drug, in the order of the list of drugs.
    pub lanes: Vec<Lane>,
    /// The equations that gave the filtration: one, unless the patient came of age.
    pub equations: Vec<Equation>,
}

impl Chronicle {
    /// The course of a case as of this day.
    pub fn of(case: &Case, today: Day) -> Self {
        let traces = Curve::ALL.into_iter().map(|curve| {
            let unit = unit(case, curve);
            Trace { curve, unit, readings: readings(case, curve, unit, today) }
        });
        let traces = traces.filter(|trace| trace.curve.is_always_there() || !trace.readings.is_empty()).collect();
        let mut equations: Vec<Equation> = Vec::new();
        for point in egfr_series(case).iter().flat_map(super::Series::points) {
            if !equations.contains(&point.value.equation) {
                equations.push(point.value.equation);
            }
        }
        Self { span: span(case, today), traces, lanes: lanes(case), equations }
    }
}

/// A ratio reported in mg/mmol stays in it: guidelines print their limits in it too, and they are not the converted ones.
fn unit(case: &Case, curve: Curve) -> &'static str {
    if curve != Curve::Upcr {
        return curve.unit();
    }
    let newest = upcr_series(case).newest().map(|point| point.value.unit());
    newest.filter(|unit| *unit == "mg/mmol").unwrap_or(curve.unit())
}

fn readings(case: &Case, curve: Curve, unit: &str, today: Day) -> Vec<Reading> {
    let mut readings = match curve {
        Curve::Upcr => of_lab(case, |lab| lab.upcr, unit),
        Curve::C3 => of_lab(case, |lab| lab.c3, unit),
        Curve::C4 => of_lab(case, |lab| lab.c4, unit),
        Curve::AntiDsDna => of_lab(case, |lab| lab.anti_dsdna, unit),
        Curve::HcqLevel => of_lab(case, |lab| lab.hcq_level, unit),
        Curve::Egfr => filtration(case),
        Curve::Prednisone => prednisone(case, today),
        Curve::Sledai => sledai(case),
        Curve::Pga => {
            let each = case.activity.iter().filter_map(|visit| Some((visit.date, visit.pga.known()?.value())));
            each.map(|(date, value)| measured(date, value.to_f64())).collect()
        }
    };
    readings.sort_by_key(|reading| reading.date);
    readings
}

const fn measured(date: Day, value: Option<f64>) -> Reading {
    Reading { date, value, is_least: false }
}

fn of_lab<D: Dimension>(case: &Case, field: impl Fn(&Lab) -> Field<Quantity<D>>, unit: &str) -> Vec<Reading>
where
    Quantity<D>: Copy,
{
    let value = |quantity: Quantity<D>| quantity.in_unit(unit).and_then(|value| value.to_f64());
    of_labs(case, field).points().iter().map(|point| measured(point.date, value(point.value))).collect()
}

fn filtration(case: &Case) -> Vec<Reading> {
    let series = egfr_series(case);
    let points = series.iter().flat_map(super::Series::points);
    points.map(|point| measured(point.date, Some(point.value.value))).collect()
}

fn prednisone(case: &Case, today: Day) -> Vec<Reading> {
    if case.treatments.is_empty() {
        return Vec::new();
    }
    let series = prednisone_series(case, today);
    let dose = |value: Option<Decimal>| value.and_then(|value| value.to_f64());
    series.points().iter().map(|point| measured(point.date, dose(point.value))).collect()
}

fn sledai(case: &Case) -> Vec<Reading> {
    let each = case.activity.iter().filter_map(|visit| Some((visit.date, Sledai::of(visit).ok()?.total())));
    each.map(|(date, score)| Reading { date, value: score.points.to_f64(), is_least: score.at_least() }).collect()
}

fn lanes(case: &Case) -> Vec<Lane> {
    let mut lanes: Vec<(Drug, Option<&str>, Vec<usize>)> = Vec::new();
    for (index, entry) in case.treatments.iter().enumerate() {
        let name = entry.name.as_deref();
        match lanes.iter_mut().find(|(drug, known, _)| *drug == entry.drug && *known == name) {
            Some((_, _, entries)) => entries.push(index),
            None => lanes.push((entry.drug, name, vec![index])),
        }
    }
    lanes.sort_by_key(|(drug, ..)| *drug);
    let from = |index: &usize| case.treatments.get(*index).map(|entry| entry.from);
    let ordered = |(drug, _, mut entries): (Drug, Option<&str>, Vec<usize>)| {
        entries.sort_by_key(from);
        Lane { drug, entries }
    };
    lanes.into_iter().map(ordered).collect()
}

/// What is planned or written ahead of this day counts too.
fn span(case: &Case, today: Day) -> (Day, Day) {
    let labs = case.labs.iter().map(|lab| lab.date);
    let visits = case.activity.iter().map(|visit| visit.date);
    let biopsies = case.kidney.biopsies.iter().map(|biopsy| biopsy.date);
    let events = case.events.iter().map(|event| event.date);
    let treatments = case.treatments.iter().flat_map(|entry| [Some(entry.from), entry.to]).flatten();
    let days = labs.chain(visits).chain(biopsies).chain(events).chain(treatments).chain(case.meeting).chain([today]);
    days.fold((today, today), |(first, last), day| (first.min(day), last.max(day)))
}
