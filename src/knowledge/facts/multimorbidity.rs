//! Several conditions beside lupus.

use std::collections::BTreeSet;

use super::look::{Look, undated};
use super::{Facts, Finding};
use crate::domain::{Comorbidity, Field};
use crate::knowledge::{Datum, FactId};

/// EULAR 2025 (R4 text) asks for caution with B-cell depletion in multimorbidity, without a number: here two or more of the
/// listed conditions that last; a recent infection and an allergy are not counted [interpretation].
pub(super) fn find(look: &Look<'_>, facts: &mut Facts) {
    let Field::Known(list) = &look.case.background.comorbidities else {
        facts.set(FactId::Multimorbidity, Finding::unknown(&[Datum::Comorbidities]));
        return;
    };
    let lasts = |entry: &&Comorbidity| !matches!(entry, Comorbidity::Infection | Comorbidity::SulfaAllergy);
    let written: Vec<&str> = list.iter().map(|entry| entry.code()).collect();
    let evidence = undated(Datum::Comorbidities, &format!("[{}]", written.join(", ")));
    let lasting: BTreeSet<&str> = list.iter().filter(lasts).map(|entry| entry.code()).collect();
    facts.set(FactId::Multimorbidity, Finding::flag(lasting.len() >= 2, evidence));
}
