//! Facts that follow from other facts: thresholds without a guideline's statement, prognosis, risk.

use rust_decimal::Decimal;

use super::threshold::threshold;
use super::{Facts, Finding};
use crate::knowledge::{FactId, Truth};

pub(super) fn find(facts: &mut Facts) {
    low_filtration(facts);
    poor_prognosis(facts);
    high_ckd_risk(facts);
}

/// eGFR below 60 at baseline (EULAR 2025 Table 2).
fn low_filtration(facts: &mut Facts) {
    let low = threshold(facts, FactId::BaselineEgfr, |egfr| egfr < Decimal::from(60));
    facts.set(FactId::LowFiltration, low);
}

/// The factors of poor prognosis for response or kidney function of EULAR 2025 (Table 2; guidelines.md B.1).
pub const POOR_PROGNOSIS: [FactId; 8] = [
    FactId::LowFiltration,
    FactId::PreviousFlare,
    FactId::NephroticRange,
    FactId::Hypertension,
    FactId::Male,
    FactId::ChronicityWithActivity,
    FactId::AnyCrescents,
    FactId::SevereInterstitialInflammation,
];

fn poor_prognosis(facts: &mut Facts) {
    let truth = Truth::any(POOR_PROGNOSIS.iter().map(|factor| facts.get(*factor).truth()));
    let speaking = POOR_PROGNOSIS.iter().filter(|factor| facts.get(**factor).truth() == truth);
    let evidence = speaking.flat_map(|factor| facts.get(*factor).evidence.clone()).collect();
    facts.set(FactId::PoorPrognosis, Finding::of(&truth, evidence));
}

/// KDIGO 2024 PP 10.2.3.1.5: high risk of kidney failure from severe chronic kidney disease; no number is printed. Here
/// eGFR below 30, which KDIGO's own stages call severely decreased, or substantial fibrosis on the biopsy (guidelines.md
/// D, row "high chronicity/fibrosis") [inference].
fn high_ckd_risk(facts: &mut Facts) {
    let low = threshold(facts, FactId::Egfr, |egfr| egfr < Decimal::from(30));
    let fibrosis = facts.get(FactId::SubstantialFibrosis);
    let truth = Truth::any([low.truth(), fibrosis.truth()]);
    let evidence = [low.evidence, fibrosis.evidence.clone()].concat();
    facts.set(FactId::HighCkdRisk, Finding::of(&truth, evidence));
}
