//! The drugs that are given: taken today, or given by the lines of a decision.

use serde::{Deserialize, Serialize};

use super::Evidence;
use super::course::treatment_evidence;
use super::look::Look;
use super::plan::name_lines;
use crate::domain::{Drug, LineKind};
use crate::knowledge::{Datum, DrugRef, Proposed, Truth};

/// What is given, with what says so.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Board {
    given: Vec<Given>,
    /// Whether the case lists its treatments at all.
    is_listed: bool,
    /// Drugs taken today that the list of drugs has no name for.
    unnamed: Vec<Evidence>,
}

/// One drug given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// The drug.
    pub drug: Drug,
    /// Whether a line of the decision starts it, adds it or switches to it.
    pub is_started: bool,
    /// The entry of the case, or the line.
    pub evidence: Evidence,
}

impl Board {
    /// What the case says, the lines applied to it.
    pub(super) fn of(look: &Look<'_>, is_listed: bool, proposed: &[Proposed]) -> Self {
        let mut board = Self { is_listed, ..Self::default() };
        for (place, treatment) in look.current() {
            let mut evidence = treatment_evidence(place, treatment);
            if treatment.drug == Drug::Other {
                let named = treatment.name.clone().unwrap_or_else(|| Drug::Other.code().to_owned());
                board.unnamed.extend(evidence.drain(..).map(|one| Evidence { written: named.clone(), ..one }));
            }
            let one = evidence.pop();
            board.given.extend(one.map(|evidence| Given { drug: treatment.drug, is_started: false, evidence }));
        }
        for line in proposed.iter().filter(|line| starts(line.kind)) {
            for given in board.given.iter_mut().filter(|given| given.drug == line.drug) {
                given.is_started = true;
            }
        }
        board
    }

    /// What rests on a treatment that a line added says so.
    pub(super) fn name_lines(&mut self, own: usize) {
        self.given.iter_mut().for_each(|given| name_lines(std::slice::from_mut(&mut given.evidence), own));
    }

    /// What is given.
    pub fn given(&self) -> &[Given] {
        &self.given
    }

    /// Whether any of these drugs is given. A list of treatments that is given is complete; a case without any says
    /// nothing, and a drug without a name of ours may belong to a class.
    pub(super) fn gives(&self, drugs: &[DrugRef]) -> Truth {
        let is_open = drugs.iter().any(|one| one.is_open());
        match () {
            () if self.among(drugs).next().is_some() => Truth::Yes,
            () if !self.is_listed => Truth::Unknown([Datum::Treatments].into()),
            () if is_open && !self.unnamed.is_empty() => Truth::Unknown([Datum::OtherDrug].into()),
            () => Truth::No,
        }
    }

    /// Whether the lines start any of these drugs: what no line says is not started.
    pub(super) fn starts(&self, drugs: &[DrugRef]) -> Truth {
        Truth::of(self.among(drugs).any(|given| given.is_started))
    }

    /// Those of these drugs that are given.
    pub fn among<'a>(&'a self, drugs: &'a [DrugRef]) -> impl Iterator<Item = &'a Given> {
        self.given.iter().filter(move |given| drugs.iter().any(|one| one.means(given.drug)))
    }
}

fn starts(kind: LineKind) -> bool {
    matches!(kind, LineKind::Start | LineKind::Add | LineKind::Switch)
}
