//! Facts that need time: the course of treatment, what is being taken, and whether the nephritis is to be treated now.

use rust_decimal::Decimal;

use super::absence::no_kidney_disease;
use super::histology::Sample;
use super::look::{Look, dated, undated, yes_no};
use super::{Evidence, Facts, Finding};
use crate::domain::{Class, Day, DoseUnit, Drug, Field, Per, Route, Treatment, YesNo};
use crate::knowledge::{Amount, Datum, FactId, Truth};

pub(super) fn find(look: &Look<'_>, facts: &mut Facts) {
    let course = &look.case.course;
    let months = |field, what| since(look, field, what);
    facts.set(FactId::MonthsSinceStart, months(course.started, Datum::Started));
    facts.set(FactId::MonthsSinceResponse, months(course.response, Datum::Response));
    facts.set(FactId::MonthsSinceCompleteResponse, months(course.complete_response, Datum::CompleteResponse));
    let (started, evidence) = recorded(course.started, Datum::Started);
    facts.set(FactId::TreatmentStarted, Finding::of(&started, evidence));
    let (response, evidence) = recorded(course.response, Datum::Response);
    let (complete, more) = recorded(course.complete_response, Datum::CompleteResponse);
    let both = [evidence, more.clone()].concat();
    facts.set(FactId::InResponse, Finding::of(&Truth::any([response, complete.clone()]), both));
    facts.set(FactId::InCompleteResponse, Finding::of(&complete, more));
    facts.set(FactId::Rescue, yes_no(course.rescue, Datum::Rescue));
    facts.set(FactId::ActiveNephritis, active_nephritis(look, facts));
    taken(look, facts);
    facts.set(FactId::RaasBlockerAtMaximum, yes_no(look.case.kidney.raasi_at_maximum, Datum::RaasiAtMaximum));
}

/// Whole months since a day of the course.
fn since(look: &Look<'_>, field: Field<Day>, what: Datum) -> Finding {
    field.known().filter(|day| **day <= look.today).map_or_else(
        || Finding::unknown(&[what]),
        |day| Finding::number(Amount::new(look.today.months_since(*day).into(), "months"), undated(what, &day)),
    )
}

/// Whether an event of the course is recorded: a day that is not written has not come; `unknown` is unknown.
fn recorded(field: Field<Day>, what: Datum) -> (Truth, Vec<Evidence>) {
    match field {
        Field::Known(day) => (Truth::Yes, undated(what, &day)),
        Field::Absent => (Truth::No, Vec::new()),
        Field::Unknown => (Truth::Unknown([what].into()), Vec::new()),
    }
}

/// Active nephritis that a treatment is to be started or changed for. No where the case says that there is no kidney
/// disease, in class I, II or VI alone, in class III or IV without active lesions, and once a response is recorded, unless
/// a biopsy after it shows active lesions. Class V without III or IV carries no letters: without a response it is taken as
/// active. A case that says after a response that the kidney worsens waits for the biopsy that would settle it (ACR A-3,
/// EULAR R9); after such a biopsy a pure class V that worsens is active.
fn active_nephritis(look: &Look<'_>, facts: &Facts) -> Finding {
    let Some((place, biopsy)) = look.biopsy() else {
        let absence = no_kidney_disease(look);
        return Finding::of(&!absence.truth(), absence.evidence);
    };
    let sample = Sample { biopsy, place };
    let mut evidence = sample.class_evidence();
    let membranous = biopsy.class.contains(&Class::V);
    if !sample.proliferative() && !membranous {
        return Finding::flag(false, evidence);
    }
    let (active_lesions, shown) =
        if sample.proliferative() { sample.active_lesions() } else { (Truth::Yes, Vec::new()) };
    evidence.extend(shown);
    let active = if membranous { Truth::any([active_lesions.clone(), Truth::Yes]) } else { active_lesions.clone() };
    let response = facts.get(FactId::InResponse);
    let answered_before = response_day(look).is_some_and(|day| day < biopsy.date);
    let worsening = look.case.kidney.worsening.known() == Some(&YesNo::Yes);
    let quiet = match response.truth() {
        Truth::Yes if answered_before && sample.proliferative() => !active_lesions,
        Truth::Yes if worsening && answered_before => Truth::No,
        Truth::Yes if worsening => Truth::Unknown([Datum::Biopsy].into()),
        truth => truth,
    };
    evidence.extend(response.evidence.clone());
    Finding::of(&Truth::all([active, !quiet]), evidence)
}

fn response_day(look: &Look<'_>) -> Option<Day> {
    let course = &look.case.course;
    course.response.known().or(course.complete_response.known()).copied()
}

/// What is taken today. A list of treatments that is given is complete; a case without any says nothing.
fn taken(look: &Look<'_>, facts: &mut Facts) {
    for (fact, wanted) in [
        (FactId::OnHydroxychloroquine, is_antimalarial as fn(Drug) -> bool),
        (FactId::OnRaasBlocker, is_raas_blocker),
        (FactId::OnMycophenolate, is_mycophenolate),
        (FactId::OnTeratogen, is_teratogen),
    ] {
        let found = look.current().find(|(_, treatment)| wanted(treatment.drug));
        facts.set(fact, taking(look, found));
    }
    glucocorticoid(look, facts);
}

fn taking(look: &Look<'_>, found: Option<(usize, &Treatment)>) -> Finding {
    match found {
        Some((place, treatment)) => Finding::flag(true, treatment_evidence(place, treatment)),
        None if look.case.treatments.is_empty() => Finding::unknown(&[Datum::Treatments]),
        None => Finding::flag(false, Vec::new()),
    }
}

fn treatment_evidence(place: usize, treatment: &Treatment) -> Vec<Evidence> {
    let dose = treatment.dose.known().map(|dose| format!(" {dose}")).unwrap_or_default();
    let written = format!("{}{dose}", treatment.drug);
    dated(Datum::Treatments, &written, treatment.from, Datum::Treatments.code(), place)
}

fn glucocorticoid(look: &Look<'_>, facts: &mut Facts) {
    let systemic = |treatment: &Treatment| is_glucocorticoid(treatment.drug) && treatment.route != Some(Route::Topical);
    let current = look.current().find(|(_, treatment)| systemic(treatment));
    let off = match taking(look, current) {
        Finding { value: super::Value::Flag(on), evidence, .. } => Finding::flag(!on, evidence),
        unknown => unknown,
    };
    let taken = look.case.treatments.iter().enumerate().filter(|(_, treatment)| systemic(treatment));
    let last =
        taken.filter_map(|(place, treatment)| Some((treatment.to?, place, treatment))).max_by_key(|(to, _, _)| *to);
    let months = match (current, last) {
        (None, Some((to, place, treatment))) => {
            let months = Amount::new(look.today.months_since(to).into(), "months");
            Finding::number(months, treatment_evidence(place, treatment))
        }
        (Some((place, treatment)), _) => {
            Finding::number(Amount::new(Decimal::ZERO, "months"), treatment_evidence(place, treatment))
        }
        (None, None) => Finding::unknown(&[Datum::Treatments]),
    };
    facts.set(FactId::OffGlucocorticoid, off);
    facts.set(FactId::MonthsOffGlucocorticoid, months);
    facts.set(FactId::Prednisone, prednisone(look));
}

/// Daily prednisone or prednisolone by mouth today, mg; none where another glucocorticoid is taken instead.
fn prednisone(look: &Look<'_>) -> Finding {
    let mut sum = Decimal::ZERO;
    let mut evidence = Vec::new();
    for (place, treatment) in look.current().filter(|(_, treatment)| is_glucocorticoid(treatment.drug)) {
        let by_day = treatment.dose.known().filter(|dose| dose.per == Per::Day && dose.unit == DoseUnit::Milligram);
        match (treatment.drug, by_day) {
            (Drug::Prednisone | Drug::Prednisolone, Some(dose)) => sum += dose.amount,
            _ => return Finding::unknown(&[Datum::Treatments]),
        }
        evidence.extend(treatment_evidence(place, treatment));
    }
    if look.case.treatments.is_empty() {
        return Finding::unknown(&[Datum::Treatments]);
    }
    Finding::number(Amount::new(sum, "mg/d"), evidence)
}

fn is_antimalarial(drug: Drug) -> bool {
    matches!(drug, Drug::Hydroxychloroquine | Drug::Chloroquine)
}

fn is_mycophenolate(drug: Drug) -> bool {
    matches!(drug, Drug::MycophenolateMofetil | Drug::MycophenolateSodium)
}

fn is_raas_blocker(drug: Drug) -> bool {
    matches!(
        drug,
        Drug::Ramipril
            | Drug::Perindopril
            | Drug::Enalapril
            | Drug::Lisinopril
            | Drug::Irbesartan
            | Drug::Losartan
            | Drug::Candesartan
            | Drug::Valsartan
    )
}

/// Drugs to stop before a pregnancy in all three guidelines: mycophenolate, cyclophosphamide, RAAS blockers
/// (guidelines.md L).
fn is_teratogen(drug: Drug) -> bool {
    is_mycophenolate(drug) || is_raas_blocker(drug) || drug == Drug::Cyclophosphamide
}

fn is_glucocorticoid(drug: Drug) -> bool {
    matches!(
        drug,
        Drug::Prednisone
            | Drug::Prednisolone
            | Drug::Methylprednisolone
            | Drug::Hydrocortisone
            | Drug::Dexamethasone
            | Drug::Betamethasone
    )
}
