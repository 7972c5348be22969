//! When a statement speaks: a small fixed set of constructors that cannot compute. What needs arithmetic or time
//! is a fact.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Amount, DrugRef, FactId, Kind, Limit};
use crate::domain::PathStep::{Index, Key};
use crate::domain::{Class, PathStep, Refusal};

/// A condition on the facts, written as a map with one key:
///
/// ```yaml
/// when:
///   all:
///     - is: active_nephritis
///     - class: [III, IV]                                  # the newest biopsy shows any of these
///     - at_least: {fact: proteinuria, value: [3 g/g, 300 mg/mmol]}   # both forms, where both are printed
///     - above: {fact: egfr, value: 45 mL/min/1.73m²}
///     - not: {any: [{above: {fact: systolic, value: 165 mmHg}}, {is: substantial_fibrosis}]}
///     - given: [voclosporin, strong_cyp3a4_inhibitors]    # any of these drugs or classes, today or by the lines
///     - started: [calcineurin_inhibitors]                 # by the lines of the decision alone
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// `all: [...]`; an empty list always holds.
    All(Vec<Condition>),
    /// `any: [...]`
    Any(Vec<Condition>),
    /// `not: {...}`
    Not(Box<Condition>),
    /// `is: fact`
    Is(FactId),
    /// `class: [III, IV]`: the newest biopsy has at least one of these components.
    Class(Vec<Class>),
    /// `at_least: {fact, value}`: ≥
    AtLeast(Bound),
    /// `above: {fact, value}`: >
    Above(Bound),
    /// `at_most: {fact, value}`: ≤
    AtMost(Bound),
    /// `below: {fact, value}`: <
    Below(Bound),
    /// `given: [drug, class]`: any of them is taken today, or given by the lines of the decision.
    Given(Vec<DrugRef>),
    /// `started: [drug, class]`: any of them is started, added or switched to by the lines of the decision.
    Started(Vec<DrugRef>),
}

impl Default for Condition {
    fn default() -> Self {
        Self::All(Vec::new())
    }
}

/// A number fact and the limit it is held against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bound {
    /// The fact.
    pub fact: FactId,
    /// The limit as printed.
    pub value: Limit,
}

impl Condition {
    /// The facts it asks about, in the order written.
    pub fn facts(&self) -> Vec<FactId> {
        let mut facts = Vec::new();
        self.ask(&mut facts);
        facts
    }

    fn ask(&self, facts: &mut Vec<FactId>) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.ask(facts)),
            Self::Not(part) => part.ask(facts),
            Self::Is(fact) => facts.push(*fact),
            Self::Class(_) => facts.push(FactId::Class),
            Self::Given(_) | Self::Started(_) => {}
            Self::AtLeast(bound) | Self::Above(bound) | Self::AtMost(bound) | Self::Below(bound) => {
                facts.push(bound.fact);
            }
        }
    }

    /// What is wrong with how it asks: a number asked with `is`, a unit that its fact does not have.
    pub(super) fn faults(&self) -> Vec<Fault> {
        match self {
            Self::All(parts) => below("all", parts),
            Self::Any(parts) => below("any", parts),
            Self::Not(part) => part.faults().into_iter().map(|fault| fault.under(&[Key("not")])).collect(),
            Self::Class(_) | Self::Given(_) | Self::Started(_) => Vec::new(),
            Self::Is(fact) if fact.kind() == Kind::Flag => Vec::new(),
            Self::Is(fact) => vec![Fault { path: vec![Key("is")], fact: *fact, way: Way::YesOrNo }],
            Self::AtLeast(bound) => bound.faults("at_least"),
            Self::Above(bound) => bound.faults("above"),
            Self::AtMost(bound) => bound.faults("at_most"),
            Self::Below(bound) => bound.faults("below"),
        }
    }
}

/// A fact asked in a way that it cannot answer.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fault {
    /// Where in the condition.
    pub path: Vec<PathStep>,
    /// The fact.
    pub fact: FactId,
    /// How it was asked.
    pub way: Way,
}

/// How a fact was asked that has another kind of answer.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Way {
    /// As yes or no.
    YesOrNo,
    /// As a number.
    Number,
    /// In this unit, and not in one of these.
    Unit(Amount, Vec<String>),
}

impl Fault {
    fn under(mut self, steps: &[PathStep]) -> Self {
        self.path.splice(0..0, steps.iter().cloned());
        self
    }
}

fn below(key: &'static str, parts: &[Condition]) -> Vec<Fault> {
    let each = parts.iter().enumerate();
    each.flat_map(|(place, part)| part.faults().into_iter().map(move |fault| fault.under(&[Key(key), Index(place)])))
        .collect()
}

impl Bound {
    fn faults(&self, key: &'static str) -> Vec<Fault> {
        let fault = |at: &'static str, way| Fault { path: vec![Key(key), Key(at)], fact: self.fact, way };
        let Kind::Number(measure) = self.fact.kind() else { return vec![fault("fact", Way::Number)] };
        let known: Vec<String> = measure.symbols().map(str::to_owned).collect();
        let strangers = self.value.printed().iter().filter(|amount| measure.canonical(amount).is_none());
        strangers.map(|amount| fault("value", Way::Unit(amount.clone(), known.clone()))).collect()
    }
}

impl<'de> Deserialize<'de> for Condition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(OneKey)
    }
}

const WORDS: &[&str] =
    &["all", "any", "not", "is", "class", "at_least", "above", "at_most", "below", "given", "started"];

struct OneKey;

impl<'de> de::Visitor<'de> for OneKey {
    type Value = Condition;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a map with one key, of: {}", WORDS.join(", "))
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Condition, A::Error> {
        let Some(word) = map.next_key::<String>()? else {
            return Ok(Condition::default());
        };
        let condition = match word.as_str() {
            "all" => Condition::All(map.next_value()?),
            "any" => Condition::Any(map.next_value()?),
            "not" => Condition::Not(Box::new(map.next_value()?)),
            "is" => Condition::Is(map.next_value()?),
            "class" => Condition::Class(map.next_value()?),
            "at_least" => Condition::AtLeast(map.next_value()?),
            "above" => Condition::Above(map.next_value()?),
            "at_most" => Condition::AtMost(map.next_value()?),
            "below" => Condition::Below(map.next_value()?),
            "given" => Condition::Given(map.next_value()?),
            "started" => Condition::Started(map.next_value()?),
            other => return Err(de::Error::unknown_field(other, WORDS)),
        };
        match map.next_key::<String>()? {
            None => Ok(condition),
            Some(second) => {
                let (written, form) = (format!("{word}, {second}"), "{all: [{…}, {…}]}".to_owned());
                Err(Refusal::Form { written, form }.custom())
            }
        }
    }
}

impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(Some(1))?;
        match self {
            Self::All(parts) => map.serialize_entry("all", parts)?,
            Self::Any(parts) => map.serialize_entry("any", parts)?,
            Self::Not(part) => map.serialize_entry("not", part)?,
            Self::Is(fact) => map.serialize_entry("is", fact)?,
            Self::Class(classes) => map.serialize_entry("class", classes)?,
            Self::AtLeast(bound) => map.serialize_entry("at_least", bound)?,
            Self::Above(bound) => map.serialize_entry("above", bound)?,
            Self::AtMost(bound) => map.serialize_entry("at_most", bound)?,
            Self::Below(bound) => map.serialize_entry("below", bound)?,
            Self::Given(drugs) => map.serialize_entry("given", drugs)?,
            Self::Started(drugs) => map.serialize_entry("started", drugs)?,
        }
        map.end()
    }
}
