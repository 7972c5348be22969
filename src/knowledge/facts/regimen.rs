//! What is taken against the nephritis today: one immunosuppressant or several, and which.

use super::look::{Look, dated};
use super::{Evidence, Facts, Finding};
use crate::domain::{Drug, Treatment};
use crate::knowledge::{Datum, FactId, Truth};

pub(super) fn find(look: &Look<'_>, facts: &mut Facts) {
    for (fact, wanted) in [
        (FactId::OnBelimumab, is_belimumab as fn(Drug) -> bool),
        (FactId::OnCni, is_calcineurin_inhibitor),
        (FactId::OnAntiCd20, is_anti_cd20),
    ] {
        facts.set(fact, taking(look, wanted));
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
    known.iter().map(|fact| facts.get(*fact).clone()).chain([taking(look, is_azathioprine)]).collect()
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

/// A list of treatments that is given is complete; a case without any says nothing.
fn taking(look: &Look<'_>, wanted: fn(Drug) -> bool) -> Finding {
    match look.current().find(|(_, treatment)| wanted(treatment.drug)) {
        Some((place, treatment)) => Finding::flag(true, entry(place, treatment)),
        None if look.case.treatments.is_empty() => Finding::unknown(&[Datum::Treatments]),
        None => Finding::flag(false, Vec::new()),
    }
}

fn entry(place: usize, treatment: &Treatment) -> Vec<Evidence> {
    dated(Datum::Treatments, &treatment.drug, treatment.from, Datum::Treatments.code(), place)
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
    let given = given.filter(|(_, treatment)| is_cyclophosphamide(treatment.drug) && of_this_course(treatment));
    let Some((place, treatment)) = given.max_by_key(|(_, treatment)| treatment.from) else {
        return Finding::flag(false, Vec::new());
    };
    let followed = look.current().any(|(_, other)| is_mycophenolate(other.drug) || is_azathioprine(other.drug));
    Finding::flag(!followed, entry(place, treatment))
}

const fn is_belimumab(drug: Drug) -> bool {
    matches!(drug, Drug::Belimumab)
}

const fn is_calcineurin_inhibitor(drug: Drug) -> bool {
    matches!(drug, Drug::Voclosporin | Drug::Tacrolimus | Drug::Ciclosporin)
}

const fn is_anti_cd20(drug: Drug) -> bool {
    matches!(drug, Drug::Obinutuzumab | Drug::Rituximab)
}

const fn is_cyclophosphamide(drug: Drug) -> bool {
    matches!(drug, Drug::Cyclophosphamide)
}

const fn is_azathioprine(drug: Drug) -> bool {
    matches!(drug, Drug::Azathioprine)
}

const fn is_mycophenolate(drug: Drug) -> bool {
    matches!(drug, Drug::MycophenolateMofetil | Drug::MycophenolateSodium)
}
