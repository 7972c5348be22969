//! What if: facts supposed otherwise, one after the other, and what the guidelines would then say. The truth is kept
//! beside it, and nothing of this outlives the screen unless the room has it recorded as a hypothesis.

mod question;
mod steps;

use std::sync::Arc;

use question::entries;
pub use question::{Group, Question};

use super::Opened;
use crate::domain::Refusal;
use crate::knowledge::{self, Changed, FactId, Finding, Suppositions, Table, Value};
use crate::meeting::{CellSaid, ChangedCell, GuidelineEdition, Hypothesis, SupposedFact, sha256};
use crate::text::Lang;

/// What if: the truth, what is supposed of it, and what changes.
#[derive(Debug, Clone)]
pub struct WhatIfScreen {
    /// The case as it is.
    pub truth: Arc<Opened>,
    /// The case as it is supposed.
    pub supposed: Arc<Opened>,
    /// The facts that can be changed, by group.
    pub entries: Vec<Question>,
    /// The entry under the cursor.
    pub fact: usize,
    /// The cells that say something else.
    pub changed: Vec<Changed>,
    /// The changed cell under the cursor.
    pub cell: usize,
    /// Whether the cursor is among the changed cells, not among the facts.
    pub in_cells: bool,
    /// What was supposed before each change, the newest last.
    before: Vec<Suppositions>,
    /// What was supposed before each change was taken back, the newest last.
    after: Vec<Suppositions>,
}

impl WhatIfScreen {
    /// Nothing supposed yet.
    pub fn new(truth: Arc<Opened>) -> Self {
        let entries = entries(&truth);
        let supposed = Arc::clone(&truth);
        let (changed, before, after) = (Vec::new(), Vec::new(), Vec::new());
        Self { truth, supposed, entries, fact: 0, changed, cell: 0, in_cells: false, before, after }
    }

    /// The fact under the cursor.
    pub fn fact(&self) -> Option<FactId> {
        self.entries.get(self.fact).map(|entry| entry.fact)
    }

    /// What is supposed.
    pub fn suppositions(&self) -> &Suppositions {
        self.supposed.facts.supposed()
    }

    /// How many of the changed cells have another word.
    pub fn verdicts(&self) -> usize {
        self.changed.iter().filter(|one| one.is_verdict()).count()
    }

    /// Supposes of a fact what is written.
    ///
    /// # Errors
    /// Why it cannot be said of it.
    pub(super) fn write(&mut self, fact: FactId, written: &str) -> Result<(), Refusal> {
        let mut read = Suppositions::default();
        let done = read.suppose(fact, written);
        // A bare number has the unit that is shown beside it.
        if let (Err(Refusal::UnitMissing { .. }), Some(unit)) = (&done, self.unit(fact)) {
            read.suppose(fact, &format!("{} {unit}", written.trim()))?;
        } else {
            done?;
        }
        if let Some(supposed) = read.get(fact) {
            self.suppose(fact, supposed.value().clone());
        }
        Ok(())
    }

    /// The unit that a bare number has here: that of the value, else the one that meetings speak in.
    pub fn unit(&self, fact: FactId) -> Option<String> {
        let known = [&self.supposed, &self.truth].into_iter().find_map(|opened| opened.facts.get(fact).amount());
        known.map(|amount| amount.unit.clone()).or_else(|| steps::unit(fact)).filter(|unit| !unit.is_empty())
    }

    /// To the next value of the fact under the cursor, or the one before.
    pub(super) fn turn(&mut self, by: isize) {
        let Some(fact) = self.fact() else { return };
        let truth = &self.truth.facts.get(fact).value;
        let now = &self.supposed.facts.get(fact).value;
        if let Some(value) = steps::turned(fact, truth, now, by) {
            self.suppose(fact, value);
        }
    }

    /// Supposes this; what is supposed to be as it is, is not supposed.
    pub(super) fn suppose(&mut self, fact: FactId, value: Value) {
        let mut supposed = self.suppositions().clone();
        if self.truth.facts.get(fact).value == value {
            supposed.remove(fact);
        } else {
            supposed.suppose_value(fact, value);
        }
        self.change(&supposed);
    }

    /// Takes back what is supposed of this fact.
    pub(super) fn restore(&mut self, fact: FactId) {
        let mut supposed = self.suppositions().clone();
        if supposed.remove(fact) {
            self.change(&supposed);
        }
    }

    /// Takes back everything.
    pub(super) fn restore_all(&mut self) {
        self.change(&Suppositions::default());
    }

    /// Supposes what was supposed before the last change, or, with `undoes` not, before that was taken back; says whether
    /// there was any.
    pub(super) fn go_back(&mut self, undoes: bool) -> bool {
        let (from, to) = if undoes { (&mut self.before, &mut self.after) } else { (&mut self.after, &mut self.before) };
        let Some(supposed) = from.pop() else { return false };
        to.push(self.supposed.facts.supposed().clone());
        self.take(&supposed);
        true
    }

    fn change(&mut self, supposed: &Suppositions) {
        let now = self.suppositions().clone();
        if now != *supposed {
            self.before.push(now);
            self.after.clear();
            self.take(supposed);
        }
    }

    /// The case was read again: the same is supposed of it.
    pub(super) fn follow(&mut self, truth: Arc<Opened>) {
        let supposed = self.suppositions().clone();
        self.entries = entries(&truth);
        self.fact = self.fact.min(self.entries.len().saturating_sub(1));
        self.truth = truth;
        self.take(&supposed);
    }

    /// What another terminal supposes, its cursor with it.
    pub(super) fn show(&mut self, supposed: &Suppositions, fact: usize, (cell, in_cells): (usize, bool)) {
        if self.suppositions() != supposed {
            self.take(supposed);
        }
        self.fact = fact.min(self.entries.len().saturating_sub(1));
        self.cell = cell.min(self.changed.len().saturating_sub(1));
        self.in_cells = in_cells;
    }

    fn take(&mut self, supposed: &Suppositions) {
        self.supposed =
            if supposed.is_empty() { Arc::clone(&self.truth) } else { Arc::new(self.truth.supposing(supposed)) };
        self.changed = knowledge::changed(&self.truth.table, &self.supposed.table);
        self.cell = self.cell.min(self.changed.len().saturating_sub(1));
    }

    /// What is recorded with this remark.
    pub(super) fn hypothesis(&self, lang: Lang, remark: &str) -> Hypothesis {
        let (case, facts) = (&self.truth.case, &self.truth.facts);
        let edition = |one: &knowledge::Column| GuidelineEdition {
            guideline: one.guideline.clone(),
            edition: one.edition.clone(),
        };
        Hypothesis {
            case_id: case.case.clone(),
            alias: case.patient.alias.clone(),
            meeting: case.meeting,
            day: self.truth.today,
            question: case.question.clone(),
            class: self.truth.shown(lang).class,
            case_sha256: sha256(&self.truth.file.text),
            supposed: supposed_facts(facts, self.suppositions()),
            changed: changed_cells(&self.changed, &self.truth.table, &self.supposed.table),
            editions: self.truth.table.columns.iter().map(edition).collect(),
            language: lang.code().to_owned(),
            remark: remark.to_owned(),
        }
    }
}

/// What is supposed beside what is true, in codes.
fn supposed_facts(truth: &knowledge::Facts, supposed: &Suppositions) -> Vec<SupposedFact> {
    let written = |finding: &Finding| knowledge::Supposed::of(finding.value.clone()).written();
    let one = |(fact, supposed): (FactId, &knowledge::Supposed)| SupposedFact {
        fact: fact.code().to_owned(),
        truth: written(truth.get(fact)),
        supposed: supposed.written(),
    };
    supposed.iter().map(one).collect()
}

fn changed_cells(changed: &[Changed], before: &Table, after: &Table) -> Vec<ChangedCell> {
    let said = |table: &Table, one: &Changed| {
        let cell = table.rows.get(one.row)?.cells.get(one.column)?;
        let offers = cell.offers.iter().map(|offer| (offer.regimen.clone(), offer.standing.code().to_owned()));
        Some((cell.guideline.clone(), CellSaid { verdict: cell.verdict.code().to_owned(), offers: offers.collect() }))
    };
    let cell = |one: &Changed| {
        let ((guideline, before), (_, after)) = (said(before, one)?, said(after, one)?);
        Some(ChangedCell { topic: one.topic.code().to_owned(), guideline, before, after })
    };
    changed.iter().filter_map(cell).collect()
}
