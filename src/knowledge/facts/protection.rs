//! Whether immunosuppression is under way, for what protects beside the treatment of the lupus.

use super::course::{is_glucocorticoid, taking, treatment_evidence};
use super::look::Look;
use super::{Evidence, Facts, Finding};
use crate::clinic::{ImmunosuppressedBy, immunosuppressed_by};
use crate::domain::{Drug, Treatment};
use crate::knowledge::{Datum, FactId, Truth};

pub(super) fn find(look: &Look<'_>, facts: &mut Facts) {
    facts.set(FactId::Immunosuppressed, immunosuppressed(look, facts));
    facts.set(FactId::UnderImmunosuppression, under_immunosuppression(look));
}

/// By the rule of the vaccines, with the treatments that make it so.
fn under_immunosuppression(look: &Look<'_>) -> Finding {
    match immunosuppressed_by(look.case, look.today) {
        Ok(by) => {
            let evidence = by.iter().flat_map(|one| treatments_of(look, *one)).collect();
            Finding::flag(!by.is_empty(), evidence)
        }
        Err(_) if look.case.treatments.is_empty() => Finding::unknown(&[Datum::Treatments]),
        Err(_) => Finding::unknown(&[Datum::Dose]),
    }
}

fn treatments_of(look: &Look<'_>, by: ImmunosuppressedBy) -> Vec<Evidence> {
    let is_meant = |one: &Treatment| match by {
        ImmunosuppressedBy::Drug(drug) => one.drug == drug && one.is_on(look.today),
        ImmunosuppressedBy::Glucocorticoid => is_glucocorticoid(one.drug) && one.is_on(look.today),
        ImmunosuppressedBy::Stopped(drug, _) => one.drug == drug && one.to.is_some_and(|last| last < look.today),
    };
    let meant = look.case.treatments.iter().enumerate().filter(|(_, one)| is_meant(one));
    meant.flat_map(|(place, one)| treatment_evidence(place, one)).collect()
}

/// Takes a systemic glucocorticoid or an immunosuppressant today, or has active nephritis, for which one is to start. A
/// list of treatments that is given is complete; a case without any says nothing (guidelines.md O and V.4, "PJP/zoster: IS
/// intensity"; which drugs count is an interpretation).
fn immunosuppressed(look: &Look<'_>, facts: &Facts) -> Finding {
    let off = facts.get(FactId::OffGlucocorticoid);
    let other = taking(look, |treatment| suppresses(treatment.drug));
    let parts = [&other, facts.get(FactId::OnMycophenolate), facts.get(FactId::ActiveNephritis)];
    let [another, mycophenolate, active] = parts.map(Finding::truth);
    let truth = Truth::any([!off.truth(), another, mycophenolate, active]);
    let telling = std::iter::once(off).chain(parts).filter(|part| !part.evidence.is_empty());
    let evidence = match truth {
        Truth::Yes if off.truth() == Truth::No => off.evidence.clone(),
        Truth::Yes => {
            parts.iter().find(|part| part.truth() == Truth::Yes).map_or_else(Vec::new, |part| part.evidence.clone())
        }
        _ => telling.flat_map(|part| part.evidence.clone()).collect(),
    };
    Finding::of(&truth, evidence)
}

fn suppresses(drug: Drug) -> bool {
    matches!(
        drug,
        Drug::Cyclophosphamide
            | Drug::Azathioprine
            | Drug::Methotrexate
            | Drug::Leflunomide
            | Drug::Tacrolimus
            | Drug::Ciclosporin
            | Drug::Voclosporin
            | Drug::Belimumab
            | Drug::Anifrolumab
            | Drug::Rituximab
            | Drug::Obinutuzumab
    )
}
