//! What satisfies all applicable guidelines at once, as it is shown and kept.

use serde::{Deserialize, Serialize};

use super::{Amount, Ceiling, Elapsed, Ground, MgRange, Number, Scheme, Span, Target, Topic, Verdict};
use crate::domain::codes::codes;

codes! {
    /// What made the end of a range of doses.
    EndBy {
        /// The mg/kg for this weight.
        PerKilo = "per_kilo",
        /// A lowest dose whatever the weight.
        Floor = "floor",
        /// A highest dose whatever the weight.
        Cap = "cap",
    }
}

/// What all applicable guidelines accept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Common {
    /// Whether there are regimens that all accept.
    pub regimens_state: Ground,
    /// The regimens, the most agreed first.
    pub regimens: Vec<CommonRegimen>,
    /// The pulses; none in a table that was kept before they were compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pulse: Option<SharedPulse>,
    /// Whether the oral starts meet.
    pub start_state: Ground,
    /// The oral starts that all accept, mg/d.
    pub start: Vec<MgRange>,
    /// Where they do not meet: the two ends that keep them apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_gap: Option<Gap>,
    /// Guidelines that ask for an oral start without printing a number: they are not part of `start`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub start_without_numbers: Vec<String>,
    /// How low the glucocorticoid must go, and by when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<SharedTarget>,
    /// The response at each milestone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub responses: Vec<SharedResponse>,
    /// How long to treat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<SharedDuration>,
}

/// A regimen that all applicable guidelines accept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommonRegimen {
    /// Its code.
    pub regimen: String,
    /// The weakest standing it has with any of them.
    pub weakest: Verdict,
}

/// Two ends that keep ranges of doses apart: the ceiling lies below the floor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// The upper end that comes first.
    pub ceiling: End,
    /// The lower end that lies above it.
    pub floor: End,
}

/// An end of a guideline's range of doses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// The guideline.
    pub guideline: String,
    /// The scheme it is of.
    pub scheme: Scheme,
    /// The dose, mg/d.
    pub mg: Number,
    /// What made it.
    pub by: EndBy,
    /// The mg/kg/d that is printed for this end; none where none is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per_kilo: Option<Number>,
}

/// The pulses of methylprednisolone that satisfy all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedPulse {
    /// Whether there are any.
    pub state: Ground,
    /// mg in all.
    pub total_mg: Vec<MgRange>,
    /// mg a day.
    pub daily_mg: Vec<MgRange>,
    /// Guidelines that ask for a pulse without a number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without_numbers: Vec<String>,
}

/// The ceilings of daily prednisone that satisfy all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedTarget {
    /// Whether there are any.
    pub state: Ground,
    /// Ceilings, each with its time: all of them are to be held; one where it covers the others.
    pub demands: Vec<TargetOf>,
    /// Guidelines that ask for a target without a number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without_numbers: Vec<String>,
}

/// A guideline's ceiling.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetOf {
    /// The guideline.
    pub guideline: String,
    /// Its ceiling and when it must be reached.
    pub target: Target,
}

/// The response that satisfies all at one milestone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedResponse {
    /// The row of the milestone.
    pub topic: Topic,
    /// Whether there is one.
    pub state: Ground,
    /// The strictest ceiling of proteinuria; none where none is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proteinuria: Option<Ceiling>,
    /// The highest of the least eGFR, mL/min/1.73m².
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub egfr_least: Option<Amount>,
    /// The narrowest tolerance around the baseline eGFR, %.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub egfr_within: Option<Span>,
    /// Guidelines that speak of the milestone without a figure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without_numbers: Vec<String>,
}

/// The shortest durations that satisfy all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedDuration {
    /// Whether there are any.
    pub state: Ground,
    /// Durations: all of them are to be held; one where it covers the others.
    pub demands: Vec<DurationOf>,
    /// What each guideline prints, with the day it counts from.
    pub each: Vec<DurationOf>,
    /// Guidelines that speak of stopping without a duration.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without_numbers: Vec<String>,
}

impl SharedDuration {
    /// Whether the guidelines count from different days.
    pub fn counts_from_different_days(&self) -> bool {
        let mut from = self.each.iter().map(|one| one.elapsed.duration.counted_from);
        from.next().is_some_and(|first| from.any(|other| other != first))
    }
}

/// A guideline's duration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DurationOf {
    /// The guideline.
    pub guideline: String,
    /// What it prints, and the months that have passed.
    pub elapsed: Elapsed,
}
