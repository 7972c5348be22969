use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::{Comparison, Day, Drug, Due, Written};

codes! {
    /// What a condition or a target is measured by.
    Measure {
        Upcr = "upcr", Proteinuria = "proteinuria", Egfr = "egfr", Creatinine = "creatinine", Albumin = "albumin",
        C3 = "c3", C4 = "c4", DsDna = "dsdna", Sledai = "sledai", HcqLevel = "hcq_level", Haemoglobin = "haemoglobin",
        Platelets = "platelets", Neutrophils = "neutrophils", IgG = "igg", BloodPressure = "blood_pressure",
        Pga = "pga", Doris = "doris", Lldas = "lldas",
        /// Events: they happen or do not.
        CompleteResponse = "complete_response", PartialResponse = "partial_response", NoResponse = "no_response",
        Flare = "flare", Pregnancy = "pregnancy", PregnancyWish = "pregnancy_wish", Intolerance = "intolerance",
        Infection = "infection",
    }
}

/// The amount that a measure is held against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// The amount; of a change, with its sign: `-25` is a fall by a quarter.
    pub amount: Written,
    /// Its unit as written; empty where none was.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// Whether it is a change since the decision, in percent.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_change: bool,
}

/// What must happen. The words are the truth; where they were understood, the rest is what they mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Trigger {
    /// As said.
    pub words: String,
    /// What is measured or happens; none where the words were not understood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
    /// How it stands to the value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comparison: Option<Comparison>,
    /// What it is held against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Threshold>,
    /// When it is looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Due>,
}

/// What is done when it happens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Then {
    /// The case comes back to the meeting.
    RePresent,
    /// The line of the decision that names this branch.
    Line,
    /// What these words say.
    Words(String),
}

/// A part of the decision that holds only if something happens (rcp.md 7.6, 8.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Branch {
    /// `B1`, `B2`… in the order of the decision.
    pub id: String,
    /// What must happen.
    pub trigger: Trigger,
    /// What is then done.
    pub then: Then,
}

impl Branch {
    /// The day on which it is looked at.
    pub fn due(&self) -> Option<Day> {
        self.trigger.at.and_then(|due| due.day)
    }
}

/// What a target is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Aim {
    /// A measure.
    Measure(Measure),
    /// The dose of a drug.
    Drug(Drug),
    /// What these words say.
    Words(String),
}

/// What is aimed at, and by when (rcp.md 8.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// What it is about.
    pub what: Aim,
    /// How it should stand to the value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comparison: Option<Comparison>,
    /// What it is held against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Threshold>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Due>,
}

impl Target {
    /// The day by which it should be reached.
    pub fn day(&self) -> Option<Day> {
        self.by.and_then(|due| due.day)
    }
}
