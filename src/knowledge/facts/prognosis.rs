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

/// After a fact is stated as such, those that follow from it are established again; before a treatment starts, the
/// newest value is the baseline.
pub(super) fn follow(facts: &mut Facts, stated: FactId) {
    let before_treatment = facts.get(FactId::TreatmentStarted).truth() == Truth::No;
    let baseline = match stated {
        FactId::Proteinuria => {
            super::laboratory::nephrotic(facts);
            Some(FactId::BaselineProteinuria)
        }
        FactId::Egfr => Some(FactId::BaselineEgfr),
        _ => None,
    };
    if let Some(baseline) = baseline.filter(|_| before_treatment) {
        let finding = facts.get(stated).clone();
        facts.set(baseline, finding);
    }
    let derived = [FactId::LowFiltration, FactId::PoorPrognosis, FactId::HighCkdRisk];
    if !derived.contains(&stated) {
        find(facts);
    }
}

/// eGFR below 60 at baseline (EULAR 2025 Table 2).
fn low_filtration(facts: &mut Facts) {
    threshold(facts, FactId::LowFiltration, FactId::BaselineEgfr, |egfr| egfr < Decimal::from(60));
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
    threshold(facts, FactId::HighCkdRisk, FactId::Egfr, |egfr| egfr < Decimal::from(30));
    let low = facts.get(FactId::HighCkdRisk);
    let fibrosis = facts.get(FactId::SubstantialFibrosis);
    let truth = Truth::any([low.truth(), fibrosis.truth()]);
    let evidence = [low.evidence.clone(), fibrosis.evidence.clone()].concat();
    facts.set(FactId::HighCkdRisk, Finding::of(&truth, evidence));
}
