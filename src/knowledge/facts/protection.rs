//! Whether immunosuppression is under way, for what protects beside the treatment of the lupus.

use super::course::taking;
use super::look::Look;
use super::{Facts, Finding};
use crate::domain::Drug;
use crate::knowledge::{FactId, Truth};

pub(super) fn find(look: &Look<'_>, facts: &mut Facts) {
    facts.set(FactId::Immunosuppressed, immunosuppressed(look, facts));
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
