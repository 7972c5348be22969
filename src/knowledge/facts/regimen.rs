//! What is taken against the nephritis today: one immunosuppressant or several, and which.

use super::course::{taking, treatment_evidence};
use super::look::Look;
use super::{Evidence, Facts, Finding};
use crate::domain::{Drug, Treatment};
use crate::knowledge::{Datum, DrugClass, FactId, Truth};

pub(super) fn find(look: &Look<'_>, facts: &mut Facts) {
    for (fact, wanted) in [
        (FactId::OnBelimumab, (|drug| drug == Drug::Belimumab) as fn(Drug) -> bool),
        (FactId::OnCni, |drug| DrugClass::CalcineurinInhibitors.has(drug)),
        (FactId::OnAntiCd20, |drug| DrugClass::AntiCd20.has(drug)),
    ] {
        facts.set(fact, taking(look, |treatment| wanted(treatment.drug)));
    }
    let taken = taken(look, facts);
    let (dual, triple) = (exactly_one(&taken), more_than_one(&taken));
    let evidence: Vec<Evidence> = taken.into_iter().flat_map(|finding| finding.evidence).collect();
    facts.set(FactId::DualRegimen, Finding::of(&dual, evidence.clone()));
    facts.set(FactId::TripleRegimen, Finding::of(&triple, evidence));
    facts.set(FactId::CyclophosphamideToFollow, cyclophosphamide_to_follow(look));
}

/// Whether each immunosuppressant that the regimens of the three guidelines are made of (guidelines.md B) is taken.
fn taken(look: &Look<'_>, facts: &Facts) -> Vec<Finding> {
    let known =
        [FactId::OnMycophenolate, FactId::OnCyclophosphamide, FactId::OnBelimumab, FactId::OnCni, FactId::OnAntiCd20];
    known
        .iter()
        .map(|fact| facts.get(*fact).clone())
        .chain([taking(look, |treatment| treatment.drug == Drug::Azathioprine)])
        .collect()
}

/// ACR 2024 counts the glucocorticoid: dual therapy is a glucocorticoid with one immunosuppressant, triple therapy with two
/// (A-8, figure 3). Here the immunosuppressants taken today are counted, whether or not the glucocorticoid is still given:
/// in maintenance it is withdrawn first [interpretation]. Methotrexate, anifrolumab and others are not counted.
fn exactly_one(taken: &[Finding]) -> Truth {
    let any = Truth::any(taken.iter().map(Finding::truth));
    Truth::all([any, !more_than_one(taken)])
}

fn more_than_one(taken: &[Finding]) -> Truth {
    let pairs = taken.iter().enumerate().flat_map(|(place, one)| {
        taken.iter().skip(place + 1).map(move |other| Truth::all([one.truth(), other.truth()]))
    });
    Truth::any(pairs)
}

/// Cyclophosphamide was given in this course, and neither mycophenolate nor azathioprine is taken yet (EULAR 2025 R6 text;
/// ACR 2024 A-8 text: mycophenolate then takes over).
fn cyclophosphamide_to_follow(look: &Look<'_>) -> Finding {
    if look.case.treatments.is_empty() {
        return Finding::unknown(&[Datum::Treatments]);
    }
    let started = look.case.course.started.known();
    let of_this_course = |treatment: &Treatment| {
        treatment.from <= look.today && treatment.to.is_none_or(|last| started.is_none_or(|started| last >= *started))
    };
    let given = look.case.treatments.iter().enumerate();
    let given = given.filter(|(_, treatment)| treatment.drug == Drug::Cyclophosphamide && of_this_course(treatment));
    let Some((place, treatment)) = given.max_by_key(|(_, treatment)| treatment.from) else {
        return Finding::flag(false, Vec::new());
    };
    let followed =
        look.current().any(|(_, other)| DrugClass::Mycophenolates.has(other.drug) || other.drug == Drug::Azathioprine);
    Finding::flag(!followed, treatment_evidence(place, treatment))
}
