//! What is supposed of a patient: facts in place of what the case file says of them.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Evidence, Finding, Value};
use crate::domain::{
    ActivityIndex, Adamts13, Albumin, ChronicityIndex, Class, DailyMilligrams, DailyProtein, Day, DayCount, Dimension,
    DrugDose, Filtration, Grams, Igg, KiloDose, Mercury, MonthCount, Percent, Platelets, Potassium, Quantity, Refusal,
    Upcr, WeekCount, Weight, YearCount,
};
use crate::knowledge::{Amount, Datum, FactId, Kind, Measure};

/// Facts that are supposed, each with its value as it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "BTreeMap<FactId, String>", into = "BTreeMap<FactId, String>")]
pub struct Suppositions(BTreeMap<FactId, Supposed>);

/// A value that is supposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supposed(Value);

/// What stands for a value that is not known.
const UNKNOWN: [&str; 3] = ["unknown", "inconnu", "?"];

impl Suppositions {
    /// Supposes a fact: `yes`, `no`, a number with its unit, classes (`III+V`), or `unknown`. Decimal commas, the French
    /// words and the spellings of case files are understood.
    ///
    /// # Errors
    /// Why this cannot be said of this fact.
    pub fn suppose(&mut self, fact: FactId, written: &str) -> Result<(), Refusal> {
        let value = read(fact, written.trim())?;
        self.0.insert(fact, Supposed(value));
        Ok(())
    }

    /// Supposes what another finding of this fact says.
    pub fn suppose_value(&mut self, fact: FactId, value: Value) {
        self.0.insert(fact, Supposed(value));
    }

    /// Takes a supposition back; says whether there was one.
    pub fn remove(&mut self, fact: FactId) -> bool {
        self.0.remove(&fact).is_some()
    }

    /// What is supposed of this fact.
    pub fn get(&self, fact: FactId) -> Option<&Supposed> {
        self.0.get(&fact)
    }

    /// Whether nothing is supposed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many facts are supposed.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Every supposition, in the order of [`FactId::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (FactId, &Supposed)> {
        self.0.iter().map(|(fact, supposed)| (*fact, supposed))
    }
}

impl Supposed {
    /// What a finding says, to be supposed or written.
    pub fn of(value: Value) -> Self {
        Self(value)
    }

    /// The value.
    pub fn value(&self) -> &Value {
        &self.0
    }

    /// The value as it can be written again.
    pub fn written(&self) -> String {
        match &self.0 {
            Value::Flag(true) => "yes".to_owned(),
            Value::Flag(false) => "no".to_owned(),
            Value::Number(amount) => amount.to_string(),
            Value::Classes(classes) => classes.iter().map(|class| class.code()).collect::<Vec<_>>().join("+"),
            Value::Unknown => "unknown".to_owned(),
        }
    }

    /// The finding that takes the place of this one. What is supposed unknown is missing what the other rested on.
    pub(super) fn finding(&self, fact: FactId, instead_of: &Finding, today: Day) -> Finding {
        let path = Datum::Stated.code().to_owned();
        let evidence = Evidence { what: Datum::Stated, written: self.written(), date: Some(today), path };
        let mut missing = Vec::new();
        if self.0 == Value::Unknown {
            let rested_on = instead_of.evidence.iter().map(|evidence| evidence.what);
            missing.extend(rested_on.filter(|what| *what != Datum::Stated).chain(instead_of.missing.iter().copied()));
            missing.sort_unstable();
            missing.dedup();
            if missing.is_empty() {
                missing.push(fact.settled_by());
            }
        }
        Finding { value: self.0.clone(), evidence: vec![evidence], missing }
    }
}

fn read(fact: FactId, written: &str) -> Result<Value, Refusal> {
    let lower = written.to_lowercase();
    if UNKNOWN.contains(&lower.as_str()) {
        return Ok(Value::Unknown);
    }
    let form = |form: &str| Refusal::Form { written: written.to_owned(), form: form.to_owned() };
    match fact.kind() {
        Kind::Flag => match lower.as_str() {
            "yes" | "oui" => Ok(Value::Flag(true)),
            "no" | "non" => Ok(Value::Flag(false)),
            _ => Err(form("yes, no, unknown")),
        },
        Kind::Classes => {
            let parts = written.split([',', '+', ' ']).filter(|part| !part.is_empty());
            let classes: Option<Vec<Class>> = parts.map(|part| Class::from_code(&part.to_uppercase())).collect();
            let mut classes = classes.filter(|found| !found.is_empty()).ok_or_else(|| form("I, II, III, IV, V, VI"))?;
            classes.sort_unstable();
            classes.dedup();
            Ok(Value::Classes(classes))
        }
        Kind::Number(measure) => number(fact, measure, written).map(Value::Number),
    }
}

/// The amount, in a unit that facts are held in: proteinuria in the unit it is written in, for that is the one it is
/// compared in; the rest in their first unit.
fn number(fact: FactId, measure: Measure, written: &str) -> Result<Amount, Refusal> {
    match measure {
        Measure::Count => count(fact, written),
        Measure::Proteinuria => match (written.parse::<Upcr>(), written.parse::<DailyProtein>()) {
            (Ok(ratio), _) => Ok(as_written(&ratio)),
            (_, Ok(daily)) => Ok(as_written(&daily)),
            (Err(refusal), _) => Err(refusal),
        },
        Measure::Filtration => first_unit(&written.parse::<Filtration>()?, measure),
        Measure::GramsPerLitre if fact == FactId::Igg => first_unit(&written.parse::<Igg>()?, measure),
        Measure::GramsPerLitre => first_unit(&written.parse::<Albumin>()?, measure),
        Measure::Cells => first_unit(&written.parse::<Platelets>()?, measure),
        Measure::Percent if fact == FactId::Adamts13 => first_unit(&written.parse::<Adamts13>()?, measure),
        Measure::Percent => first_unit(&written.parse::<Percent>()?, measure),
        Measure::Pressure => first_unit(&written.parse::<Mercury>()?, measure),
        Measure::Years => first_unit(&written.parse::<YearCount>()?, measure),
        Measure::Kilograms => first_unit(&written.parse::<Weight>()?, measure),
        Measure::Months => first_unit(&written.parse::<MonthCount>()?, measure),
        Measure::MilligramsPerDay if fact == FactId::Prednisone => {
            first_unit(&written.parse::<DailyMilligrams>()?, measure)
        }
        Measure::MilligramsPerDay => first_unit(&written.parse::<DrugDose>()?, measure),
        Measure::MilligramsPerKiloPerDay => first_unit(&written.parse::<KiloDose>()?, measure),
        Measure::Days => first_unit(&written.parse::<DayCount>()?, measure),
        Measure::Weeks => first_unit(&written.parse::<WeekCount>()?, measure),
        Measure::Grams => first_unit(&written.parse::<Grams>()?, measure),
        Measure::Millimoles => first_unit(&written.parse::<Potassium>()?, measure),
    }
}

fn as_written<D: Dimension>(quantity: &Quantity<D>) -> Amount {
    Amount::new(quantity.amount(), quantity.unit())
}

#[expect(clippy::unnecessary_wraps, reason = "one shape for every arm")]
fn first_unit<D: Dimension>(quantity: &Quantity<D>, measure: Measure) -> Result<Amount, Refusal> {
    Ok(Amount::new(quantity.value(), measure.unit()))
}

fn count(fact: FactId, written: &str) -> Result<Amount, Refusal> {
    let plain = written.split_once('/').map_or(written, |(index, _)| index).trim();
    let index = match fact {
        FactId::ActivityIndex => plain.parse::<ActivityIndex>()?.0,
        FactId::ChronicityIndex => plain.parse::<ChronicityIndex>()?.0,
        _ => plain.parse().map_err(|_| Refusal::NotANumber { written: written.to_owned() })?,
    };
    Ok(Amount::new(Decimal::from(index), ""))
}

impl TryFrom<BTreeMap<FactId, String>> for Suppositions {
    type Error = Refusal;

    fn try_from(written: BTreeMap<FactId, String>) -> Result<Self, Refusal> {
        let mut suppositions = Self::default();
        for (fact, value) in written {
            suppositions.suppose(fact, &value)?;
        }
        Ok(suppositions)
    }
}

impl From<Suppositions> for BTreeMap<FactId, String> {
    fn from(suppositions: Suppositions) -> Self {
        suppositions.iter().map(|(fact, supposed)| (fact, supposed.written())).collect()
    }
}
