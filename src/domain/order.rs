use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::{Day, DoseUnit, Due, Interval, Per, Route};

codes! {
    /// Unit of an ordered dose; by weight and by body surface too.
    OrderUnit {
        Milligram = "mg", Gram = "g", Microgram = "µg", MilligramPerKilo = "mg/kg", GramPerKilo = "g/kg",
        MilligramPerSurface = "mg/m²", GramPerSurface = "g/m²", Unit = "IU",
    }
    /// How two amounts stand to each other.
    Comparison { Below = "<", AtMost = "<=", Above = ">", AtLeast = ">=" }
}

impl OrderUnit {
    /// The unit of a case file, where it is one.
    pub const fn dose_unit(self) -> Option<DoseUnit> {
        match self {
            Self::Milligram => Some(DoseUnit::Milligram),
            Self::Gram => Some(DoseUnit::Gram),
            Self::Microgram => Some(DoseUnit::Microgram),
            Self::MilligramPerKilo => Some(DoseUnit::MilligramPerKilo),
            Self::Unit => Some(DoseUnit::Unit),
            Self::GramPerKilo | Self::MilligramPerSurface | Self::GramPerSurface => None,
        }
    }

    /// The unit of the total for a weight, where this one is by weight.
    pub const fn for_weight(self) -> Option<Self> {
        match self {
            Self::MilligramPerKilo => Some(Self::Milligram),
            Self::GramPerKilo => Some(Self::Gram),
            _ => None,
        }
    }
}

/// A dose as it is ordered: an amount, the ends of a range, or a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderedDose {
    /// What the amount is to the dose, where it is a limit: `<= 5 mg/d`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Comparison>,
    /// The amount, or the lower end.
    pub amount: Written,
    /// The upper end of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<Written>,
    /// Its unit.
    pub unit: OrderUnit,
    /// Whether the unit was not said and is assumed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unit_assumed: bool,
    /// What it is counted over, where that was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<Per>,
}

/// A number exactly as it was written, but for the sign of its decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Written(pub Decimal);

impl std::fmt::Display for Written {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for Written {
    type Err = super::Refusal;
    fn from_str(written: &str) -> Result<Self, Self::Err> {
        written.parse().map(Self).map_err(|_| super::scalar::not_a_number(written))
    }
}

super::scalar::leaf!(Written, "Written", r"^-?[0-9]+(\.[0-9]+)?$", "A number");

/// How often it is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Rhythm {
    /// So many times a day or a week.
    Times {
        /// How many.
        count: u16,
        /// Over what.
        per: Per,
    },
    /// Once in each such time.
    Every(Interval),
    /// At these times, and then once in each such time: `d0 d14 d28, then every 4 weeks`.
    At {
        /// When, after the first.
        marks: Vec<Interval>,
        /// How often then.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        then_every: Option<Interval>,
    },
}

/// What comes after the first dose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderStep {
    /// The dose that is reached; none where the drug is stopped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<OrderedDose>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Due>,
}

/// What the words of a line order (rcp.md 8.5).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Order {
    /// The dose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dose: Option<OrderedDose>,
    /// Whether it is given as a bolus.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub bolus: bool,
    /// How many administrations.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times: Option<u16>,
    /// How many at most, where a range was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times_most: Option<u16>,
    /// How it is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub route: Option<Route>,
    /// How often.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rhythm: Option<Rhythm>,
    /// Doses that follow, in order; the last one is where a taper goes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<OrderStep>,
    /// Whether the dose changes in stages that nobody named.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub in_stages: bool,
    /// When it is begun, changed or stopped; at once where nothing was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Due>,
    /// For how long.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<Interval>,
    /// Words that were not understood, as they were said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<String>,
}

impl Order {
    /// Whether nothing was said, or nothing was understood and nothing kept.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The same with every date counted from the day of the decision.
    #[must_use]
    pub fn counted(mut self, decided: Day) -> Self {
        self.from = self.from.map(|due| due.counted(decided));
        for step in &mut self.steps {
            step.by = step.by.map(|due| due.counted(decided));
        }
        self
    }
}
