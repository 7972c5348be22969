//! What a case says, as facts that statements can ask about: each with what it rests on and what is missing for it.

mod absence;
mod choice;
mod course;
mod histology;
mod laboratory;
mod look;
mod lupus;
mod prognosis;
mod threshold;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Amount, Condition, Datum, FactId, Kind, Truth};
use crate::domain::{Case, Class, Day};

pub use prognosis::POOR_PROGNOSIS;

/// What a fact rests on: one entry of the case file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// What kind of entry.
    pub what: Datum,
    /// The value as written, with its unit; a computed value as computed.
    pub written: String,
    /// Its date, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    /// Where it stands in the file: `labs[3].upcr`.
    pub path: String,
}

/// What a fact amounts to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// Yes or no.
    Flag(bool),
    /// A number with the unit it was reported in.
    Number(Amount),
    /// Class components.
    Classes(Vec<Class>),
    /// It cannot be said.
    Unknown,
}

/// A fact about this patient, with what it rests on or what is missing for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The answer.
    pub value: Value,
    /// What it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// What would settle it; empty where it is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Datum>,
}

impl Finding {
    fn flag(answer: bool, evidence: Vec<Evidence>) -> Self {
        Self { value: Value::Flag(answer), evidence, missing: Vec::new() }
    }

    fn number(amount: Amount, evidence: Vec<Evidence>) -> Self {
        Self { value: Value::Number(amount), evidence, missing: Vec::new() }
    }

    fn unknown(missing: &[Datum]) -> Self {
        Self { value: Value::Unknown, evidence: Vec::new(), missing: missing.to_vec() }
    }

    fn of(truth: &Truth, evidence: Vec<Evidence>) -> Self {
        match truth {
            Truth::Yes => Self::flag(true, evidence),
            Truth::No => Self::flag(false, evidence),
            Truth::Unknown(missing) => {
                Self { value: Value::Unknown, evidence, missing: missing.iter().copied().collect() }
            }
        }
    }

    /// Whether the answer is yes.
    pub fn truth(&self) -> Truth {
        match self.value {
            Value::Flag(answer) => Truth::of(answer),
            _ => Truth::Unknown(self.missing.iter().copied().collect()),
        }
    }

    /// The number, where it is known.
    pub fn amount(&self) -> Option<&Amount> {
        if let Value::Number(amount) = &self.value { Some(amount) } else { None }
    }
}

/// Every fact about one patient on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The day for which months are counted.
    pub today: Day,
    findings: BTreeMap<FactId, Finding>,
}

/// What the case says, on this day. Later entries than this day are not looked at.
pub fn facts(case: &Case, today: Day) -> Facts {
    let mut facts = Facts { today, findings: BTreeMap::new() };
    let look = look::Look { case, today };
    histology::find(&look, &mut facts);
    laboratory::find(&look, &mut facts);
    lupus::find(&look, &mut facts);
    course::find(&look, &mut facts);
    choice::find(&look, &mut facts);
    prognosis::find(&mut facts);
    facts
}

static NOTHING: Finding = Finding { value: Value::Unknown, evidence: Vec::new(), missing: Vec::new() };

impl Facts {
    /// The finding of this fact.
    pub fn get(&self, fact: FactId) -> &Finding {
        self.findings.get(&fact).unwrap_or(&NOTHING)
    }

    /// Every finding, in the order of [`FactId::ALL`].
    pub fn all(&self) -> impl Iterator<Item = (FactId, &Finding)> {
        self.findings.iter().map(|(fact, finding)| (*fact, finding))
    }

    fn set(&mut self, fact: FactId, finding: Finding) {
        self.findings.insert(fact, finding);
    }

    /// The same facts without this one: it becomes unknown.
    pub fn forget(&mut self, fact: FactId) {
        let finding = self.findings.entry(fact).or_insert_with(|| NOTHING.clone());
        let mut missing: Vec<Datum> = finding.evidence.iter().map(|evidence| evidence.what).collect();
        missing.append(&mut finding.missing);
        missing.dedup();
        *finding = Finding { value: Value::Unknown, evidence: Vec::new(), missing };
    }

    /// States a fact as such, whatever the file says: `yes`, `no`, an amount with its unit, or classes (`III,V`).
    /// Baselines, nephrotic range, prognosis and risk follow; what follows from a class does not: change the case for that.
    ///
    /// # Errors
    /// A sentence, when the fact has another kind of answer.
    pub fn state(&mut self, fact: FactId, written: &str) -> Result<(), String> {
        let value = value_of(fact, written)?;
        let evidence = Evidence {
            what: Datum::Stated,
            written: written.to_owned(),
            date: Some(self.today),
            path: Datum::Stated.code().to_owned(),
        };
        self.set(fact, Finding { value, evidence: vec![evidence], missing: Vec::new() });
        prognosis::follow(self, fact);
        Ok(())
    }

    /// Whether a condition holds.
    pub fn judge(&self, condition: &Condition) -> Truth {
        match condition {
            Condition::All(parts) => Truth::all(parts.iter().map(|part| self.judge(part))),
            Condition::Any(parts) => Truth::any(parts.iter().map(|part| self.judge(part))),
            Condition::Not(part) => !self.judge(part),
            Condition::Is(fact) => self.get(*fact).truth(),
            Condition::Class(wanted) => match &self.get(FactId::Class).value {
                Value::Classes(found) => Truth::of(found.iter().any(|class| wanted.contains(class))),
                _ => self.lacks(FactId::Class),
            },
            Condition::AtLeast(bound) => self.compare(bound, |value, limit| value >= limit),
            Condition::Above(bound) => self.compare(bound, |value, limit| value > limit),
            Condition::AtMost(bound) => self.compare(bound, |value, limit| value <= limit),
            Condition::Below(bound) => self.compare(bound, |value, limit| value < limit),
        }
    }

    fn compare(&self, bound: &super::Bound, holds: fn(rust_decimal::Decimal, rust_decimal::Decimal) -> bool) -> Truth {
        let compared = match (bound.fact.kind(), self.get(bound.fact).amount()) {
            (Kind::Number(measure), Some(value)) => bound.value.against(measure, value),
            _ => None,
        };
        compared.map_or_else(|| self.lacks(bound.fact), |(value, limit)| Truth::of(holds(value, limit)))
    }

    fn lacks(&self, fact: FactId) -> Truth {
        Truth::Unknown(self.get(fact).missing.iter().copied().collect())
    }
}

fn value_of(fact: FactId, written: &str) -> Result<Value, String> {
    match (fact.kind(), written) {
        (Kind::Flag, "yes") => Ok(Value::Flag(true)),
        (Kind::Flag, "no") => Ok(Value::Flag(false)),
        (Kind::Flag, other) => Err(format!("`{fact}`: `yes` or `no`, not `{other}`")),
        (Kind::Number(measure), written) => {
            let amount: Amount = written.parse()?;
            let known = measure.canonical(&amount).is_some();
            if known { Ok(Value::Number(amount)) } else { Err(format!("`{written}`: not a unit of `{fact}`")) }
        }
        (Kind::Classes, written) => {
            let classes: Option<Vec<Class>> = written.split(',').map(|part| Class::from_code(part.trim())).collect();
            classes.map(Value::Classes).ok_or_else(|| format!("`{written}`: classes are I to VI, with commas"))
        }
    }
}
