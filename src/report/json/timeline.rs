use serde::Serialize;

use super::{ScoreSource, Told, number};
use crate::clinic::{Bound, Chronicle, Curve, Reading, Trace};
use crate::report::sheet::Sheet;

/// The course of the case: what is followed over time; what happened is in the case, under `events`.
#[derive(Serialize)]
pub(super) struct TimelinePart {
    /// The first and the last day that anything is dated to.
    from: String,
    to: String,
    /// The equations of the filtrations; values of two are not compared.
    egfr_equations: Vec<&'static str>,
    series: Vec<SeriesPart>,
}

/// A measure with its values, oldest first, all in its unit.
#[derive(Serialize)]
struct SeriesPart {
    /// Code of the measure.
    measure: &'static str,
    unit: &'static str,
    /// Whether a value holds until the next one.
    holds: bool,
    /// What published states and levels draw a line at.
    bounds: Vec<BoundPart>,
    values: Vec<ValuePart>,
}

#[derive(Serialize)]
struct BoundPart {
    value: f64,
    /// `<`, `≤` or `≥`.
    operator: &'static str,
    name: &'static str,
    source: ScoreSource,
}

#[derive(Serialize)]
struct ValuePart {
    date: String,
    /// What is missing where a dose was given that is not known.
    value: Told<f64>,
    /// Whether it is a lower bound: items were not assessed.
    at_least: bool,
}

impl TimelinePart {
    pub fn of(sheet: &Sheet<'_>) -> Self {
        let chronicle = Chronicle::of(sheet.case, sheet.today);
        let (from, to) = chronicle.span;
        Self {
            from: from.to_string(),
            to: to.to_string(),
            egfr_equations: chronicle.equations.iter().map(|equation| equation.name()).collect(),
            series: chronicle.traces.iter().map(series).collect(),
        }
    }
}

fn series(trace: &Trace) -> SeriesPart {
    SeriesPart {
        measure: trace.curve.code(),
        unit: trace.unit,
        holds: trace.curve.holds(),
        bounds: trace.curve.bounds().into_iter().map(bound).collect(),
        values: trace.readings.iter().map(|reading| value(trace.curve, reading)).collect(),
    }
}

fn bound(bound: Bound) -> BoundPart {
    let Bound { value, sign, name, source } = bound;
    BoundPart { value: number(value), operator: sign, name, source: source.into() }
}

fn value(curve: Curve, reading: &Reading) -> ValuePart {
    let lacking = if curve.holds() { vec![crate::clinic::Need::SteroidDose] } else { Vec::new() };
    ValuePart { date: reading.date.to_string(), value: reading.value.ok_or(lacking).into(), at_least: reading.is_least }
}
