//! What a case says, as facts that statements can ask about: each with what it rests on and what is missing for it.

mod absence;
mod board;
mod childbearing;
mod choice;
mod course;
mod dosing;
mod failure;
mod follow_up;
mod histology;
mod laboratory;
mod look;
mod lupus;
mod multimorbidity;
mod origin;
mod plan;
mod prevention;
mod prognosis;
mod protection;
mod regimen;
mod relapse;
mod reproduction;
mod response;
mod suppositions;
mod suspicion;
mod threshold;

use std::collections::BTreeMap;

use chrono::Months;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

use super::{Amount, Condition, Datum, FactId, Kind, Truth};
use crate::domain::{Case, Class, Day};

pub use board::{Board, Given};
pub use plan::Proposed;
use prognosis::POOR_PROGNOSIS;
pub use suppositions::{Supposed, Suppositions};

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

    /// Whether it rests on something that is supposed and not said by the case.
    pub fn is_supposed(&self) -> bool {
        self.evidence.iter().any(|evidence| evidence.what == Datum::Stated)
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
    /// What is supposed and not said by the case.
    #[serde(default, skip_serializing_if = "Suppositions::is_empty")]
    supposed: Suppositions,
    /// The drugs given.
    #[serde(default)]
    board: Board,
}

/// What the case says, on this day. Later entries than this day are not looked at.
pub fn facts(case: &Case, today: Day) -> Facts {
    facts_supposing(case, today, &Suppositions::default())
}

/// What the case says, but for what is supposed: a supposed fact keeps its supposed value, and what follows from it
/// follows from that. Measured values do not move with each other: an eGFR stays when another age is supposed.
pub fn facts_supposing(case: &Case, today: Day, supposed: &Suppositions) -> Facts {
    found(case, today, supposed, &[], case.treatments.len())
}

/// What the case would say with the lines of a decision. Where the case lists no treatment, the lines alone do not make
/// the list complete: what does not rest on a line stays unknown.
pub fn facts_with(case: &Case, today: Day, proposed: &[Proposed]) -> Facts {
    if proposed.is_empty() {
        return facts(case, today);
    }
    let own = case.treatments.len();
    let mut planned = found(&plan::applied(case, today, proposed), today, &Suppositions::default(), proposed, own);
    planned.findings.values_mut().for_each(|finding| plan::name_lines(&mut finding.evidence, own));
    if own == 0 {
        let before = facts(case, today);
        for (fact, finding) in &mut planned.findings {
            if finding.evidence.iter().all(|evidence| evidence.what != Datum::Line) {
                *finding = before.get(*fact).clone();
            }
        }
    }
    planned
}

/// The facts of a case of which the first `own` treatments are its own, the others those of the lines.
fn found(case: &Case, today: Day, supposed: &Suppositions, proposed: &[Proposed], own: usize) -> Facts {
    let look = look::Look { case, today };
    let mut board = Board::of(&look, own > 0, proposed);
    board.name_lines(own);
    let mut facts = Facts { today, findings: BTreeMap::new(), supposed: supposed.clone(), board };
    course::times(&look, &mut facts);
    laboratory::find(&look, &mut facts);
    lupus::find(&look, &mut facts);
    histology::find(&look, &mut facts);
    course::find(&look, &mut facts);
    choice::find(&look, &mut facts);
    prognosis::find(&mut facts);
    multimorbidity::find(&look, &mut facts);
    reproduction::find(&look, &mut facts);
    follow_up::find(&look, &mut facts);
    suspicion::find(&look, &mut facts);
    regimen::find(&look, &mut facts);
    relapse::find(&look, &mut facts);
    response::find(&mut facts);
    failure::find(&look, &mut facts);
    protection::find(&look, &mut facts);
    dosing::find(&look, own, proposed, &mut facts);
    childbearing::find(&look, &mut facts);
    prevention::find(&look, &mut facts);
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

    /// The drugs given.
    pub fn board(&self) -> &Board {
        &self.board
    }

    /// What is supposed and not said by the case.
    pub fn supposed(&self) -> &Suppositions {
        &self.supposed
    }

    /// The day the course of treatment started; where the months since are supposed, so many months ago.
    pub(super) fn course_start(&self) -> Option<Day> {
        let months = self.get(FactId::MonthsSinceStart);
        let recorded = months.evidence.first().and_then(|evidence| evidence.written.parse().ok());
        let supposed = || self.today.0.checked_sub_months(Months::new(months.amount()?.number.0.to_u32()?)).map(Day);
        recorded.or_else(supposed)
    }

    /// A finding as it follows from the case, or what is supposed in its place; a fact that is supposed to be what it is
    /// keeps what it rests on.
    fn set(&mut self, fact: FactId, finding: Finding) {
        let supposed = self.supposed.get(fact).filter(|supposed| *supposed.value() != finding.value);
        let finding = match supposed {
            Some(supposed) => supposed.finding(fact, &finding, self.today),
            None => finding,
        };
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
            Condition::Given(drugs) => self.board.gives(drugs),
            Condition::Started(drugs) => self.board.starts(drugs),
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
