//! Safety rules, `safety.yaml`, judged on a case and on the lines of a decision. Never silent on what is unknown: a rule
//! that may fire says what it lacks.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::safety_label::label_alerts;
use super::{Amount, Checked, Condition, Datum, DrugRef, Evidence, FactId, Facts, Given, Level, Library, Truth, Words};
use crate::domain::{Day, Drug};

/// The file of the rules.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SafetyRules {
    /// Who wrote the entries.
    pub entered_by: String,
    /// When they must be checked again; none in an empty library.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_check: Option<Day>,
    /// The rules, in their order.
    pub rules: Vec<SafetyRule>,
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SafetyRule {
    /// `S01`.
    pub id: String,
    /// How loud it speaks.
    pub level: Level,
    /// What it is about, in a few words.
    pub name: Words,
    /// How sure the entry is of it: the weakest of its parts.
    pub checked: Checked,
    /// As of this day, month or year; `n. d.` where no date was read.
    pub as_of: String,
    /// Where it was read; nothing for what is from memory.
    pub source: Vec<Reference>,
    /// When it fires.
    pub when: Condition,
    /// What is wrong and what to do, in our own words.
    pub fr: String,
    /// The same in English.
    pub en: String,
    /// What its source also asks and no case file says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_judged: Option<Words>,
}

/// Where a rule was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Short name with its year.
    pub name: String,
    /// Journal, number or identifier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// DOI without the resolver.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doi: Option<String>,
}

/// What one rule says of a patient, whole: a past decision shows what the room saw from this alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alert {
    /// The rule's id; `label` for what the label of a started drug says.
    pub rule: String,
    /// How loud it speaks.
    pub level: Level,
    /// Whether it fires; else it cannot say.
    pub fires: bool,
    /// What would settle it; empty where it fires.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Datum>,
    /// What speaks for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<Ground>,
    /// The drugs it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drugs: Vec<Drug>,
    /// What it is about, in a few words.
    pub name: Words,
    /// What is wrong and what to do.
    pub said: Words,
    /// What no case file says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_judged: Option<Words>,
    /// Where it was read.
    pub source: Vec<Reference>,
    /// As of when.
    pub as_of: String,
    /// How sure the entry is of it.
    pub checked: Checked,
}

/// One thing that speaks for an alert: a fact with its value, or a drug that is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ground {
    /// The fact; none for a drug.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fact: Option<FactId>,
    /// Its number, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
}

impl Alert {
    /// Whether it rests on a line of the decision.
    pub fn is_on_line(&self) -> bool {
        self.missing.contains(&Datum::LineDose)
            || self.grounds.iter().flat_map(|ground| &ground.evidence).any(|one| one.what == Datum::Line)
    }
}

/// The alerts of a case, or of a case with the lines of a decision: what fires first, the loudest first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Alerts(pub Vec<Alert>);

impl Alerts {
    /// Those that fire, the loudest first.
    pub fn firing(&self) -> impl Iterator<Item = &Alert> {
        self.0.iter().filter(|alert| alert.fires)
    }

    /// Those that fire at this level.
    pub fn at(&self, level: Level) -> impl Iterator<Item = &Alert> {
        self.firing().filter(move |alert| alert.level == level)
    }

    /// Those that cannot say.
    pub fn waiting(&self) -> impl Iterator<Item = &Alert> {
        self.0.iter().filter(|alert| !alert.fires)
    }

    /// What is missing, first what most rules wait for, each with these rules; data that the same rules wait for together.
    pub fn missing(&self) -> Vec<(Vec<Datum>, Vec<&Alert>)> {
        let data: BTreeSet<Datum> = self.waiting().flat_map(|alert| alert.missing.iter().copied()).collect();
        let mut missing: Vec<(Vec<Datum>, Vec<&Alert>)> = Vec::new();
        for datum in data {
            let of: Vec<&Alert> = self.waiting().filter(|alert| alert.missing.contains(&datum)).collect();
            match missing.iter_mut().find(|(_, alerts)| *alerts == of) {
                Some((together, _)) => together.push(datum),
                None => missing.push((vec![datum], of)),
            }
        }
        missing.sort_by_key(|(_, alerts)| std::cmp::Reverse(alerts.len()));
        missing
    }
}

/// What the rules, and the labels of drugs that lines start, say of these facts.
pub fn safety(library: &Library, facts: &Facts) -> Alerts {
    let rules = library.safety().rules.iter().filter_map(|rule| alert(rule, facts));
    let mut alerts: Vec<Alert> = rules.chain(label_alerts(library.formulary(), facts)).collect();
    alerts.sort_by_key(|alert| (!alert.fires, alert.level));
    Alerts(alerts)
}

fn alert(rule: &SafetyRule, facts: &Facts) -> Option<Alert> {
    let truth = facts.judge(&rule.when);
    if truth == Truth::No {
        return None;
    }
    let mut grounds = Grounds { facts, found: Vec::new(), drugs: BTreeSet::new() };
    grounds.walk(&rule.when, truth == Truth::Yes);
    Some(Alert {
        rule: rule.id.clone(),
        level: rule.level,
        fires: truth == Truth::Yes,
        missing: truth.missing().collect(),
        grounds: grounds.found,
        drugs: grounds.drugs.into_iter().collect(),
        name: rule.name.clone(),
        said: Words { fr: rule.fr.clone(), en: rule.en.clone() },
        not_judged: rule.not_judged.clone(),
        source: rule.source.clone(),
        as_of: rule.as_of.clone(),
        checked: rule.checked,
    })
}

/// What speaks for a condition: its parts that hold, down to facts and drugs. Where it cannot be said, what is known of the
/// parts that wait is told as well, for a dose that is missing stands on a line that is there.
struct Grounds<'a> {
    facts: &'a Facts,
    found: Vec<Ground>,
    drugs: BTreeSet<Drug>,
}

impl Grounds<'_> {
    fn walk(&mut self, condition: &Condition, is_settled: bool) {
        let truth = self.facts.judge(condition);
        if truth == Truth::No || (is_settled && truth.is_unknown()) {
            return;
        }
        match condition {
            Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| self.walk(part, is_settled)),
            Condition::Not(part) => part.facts().into_iter().for_each(|fact| self.fact(fact)),
            Condition::Is(fact) => self.fact(*fact),
            Condition::Class(_) => self.fact(FactId::Class),
            Condition::AtLeast(bound)
            | Condition::Above(bound)
            | Condition::AtMost(bound)
            | Condition::Below(bound) => {
                self.fact(bound.fact);
            }
            Condition::Given(drugs) => self.drugs(drugs, |_| true),
            Condition::Started(drugs) => self.drugs(drugs, |given| given.is_started),
        }
    }

    fn drugs(&mut self, drugs: &[DrugRef], is_meant: fn(&Given) -> bool) {
        for given in self.facts.board().among(drugs).filter(|given| is_meant(given)) {
            if self.drugs.insert(given.drug) {
                self.found.push(Ground { fact: None, amount: None, evidence: vec![given.evidence.clone()] });
            }
        }
    }

    fn fact(&mut self, fact: FactId) {
        let finding = self.facts.get(fact);
        let is_told = self.found.iter().any(|ground| ground.fact == Some(fact));
        if !is_told && !finding.evidence.is_empty() {
            // An age is told without the birth month it comes from; the sex needs no telling.
            let is_told = |one: &&Evidence| !matches!(one.what, Datum::Born | Datum::Sex);
            let evidence = finding.evidence.iter().filter(is_told).cloned().collect();
            self.found.push(Ground { fact: Some(fact), amount: finding.amount().cloned(), evidence });
        }
    }
}
