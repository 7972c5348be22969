//! Facts that need time: the course of treatment, what is being taken, and whether the nephritis is to be treated now.

use rust_decimal::Decimal;

use super::absence::no_kidney_disease;
use super::histology::active_lesions;
use super::look::{Look, dated, undated, yes_no};
use super::{Evidence, Facts, Finding, Value};
use crate::clinic::Glucocorticoid;
use crate::domain::{Class, Day, DoseUnit, Drug, Field, Per, Route, Treatment};
use crate::knowledge::{Amount, Datum, DrugClass, FactId, Truth};

/// When the course began and what came of it: baselines and activity follow from it.
pub(super) fn times(look: &Look<'_>, facts: &mut Facts) {
    let course = &look.case.course;
    for (month, event, day, what) in [
        (FactId::MonthsSinceStart, FactId::TreatmentStarted, course.started, Datum::Started),
        (
            FactId::MonthsSinceCompleteResponse,
            FactId::InCompleteResponse,
            course.complete_response,
            Datum::CompleteResponse,
        ),
        (FactId::MonthsSinceResponse, FactId::InResponse, course.response, Datum::Response),
    ] {
        facts.set(month, since(look, day, what));
        let has_come = if event == FactId::InResponse { response(look, facts) } else { came(facts, month, day, what) };
        facts.set(event, has_come);
        if facts.get(event).truth() != Truth::Yes && !facts.get(month).is_supposed() {
            facts.set(month, Finding::unknown(&[what]));
        }
    }
    facts.set(FactId::Rescue, yes_no(course.rescue, Datum::Rescue));
}

/// A complete response is one.
fn response(look: &Look<'_>, facts: &Facts) -> Finding {
    let any = came(facts, FactId::MonthsSinceResponse, look.case.course.response, Datum::Response);
    let complete = facts.get(FactId::InCompleteResponse);
    Finding::of(&Truth::any([any.truth(), complete.truth()]), [any.evidence, complete.evidence.clone()].concat())
}

/// Whether an event of the course has come; where the months since are supposed, it has, or is not known.
fn came(facts: &Facts, months: FactId, day: Field<Day>, what: Datum) -> Finding {
    let since = facts.get(months);
    if since.is_supposed() {
        let known = since.amount().is_some();
        return if known { Finding::flag(true, since.evidence.clone()) } else { Finding::unknown(&since.missing) };
    }
    let (truth, evidence) = recorded(day, what);
    Finding::of(&truth, evidence)
}

/// The histology must be established before.
pub(super) fn find(look: &Look<'_>, facts: &mut Facts) {
    let active = active_nephritis(look, facts);
    facts.set(FactId::ActiveNephritis, active);
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
    let class = facts.get(FactId::Class);
    let classes = match &class.value {
        Value::Classes(found) if !found.is_empty() => found,
        _ if look.biopsy().is_some() || class.is_supposed() => return Finding::unknown(&class.missing),
        _ => {
            let absence = no_kidney_disease(look, facts);
            return Finding::of(&!absence.truth(), absence.evidence);
        }
    };
    let mut evidence = class.evidence.clone();
    let proliferative = facts.get(FactId::Proliferative).truth();
    let membranous = classes.contains(&Class::V);
    if proliferative == Truth::No && !membranous {
        return Finding::flag(false, evidence);
    }
    let lesions = lesions(look, facts);
    if proliferative != Truth::No {
        evidence.extend(lesions.evidence.clone());
    }
    let active = if membranous { Truth::Yes } else { Truth::all([proliferative.clone(), lesions.truth()]) };
    let response = facts.get(FactId::InResponse);
    let biopsied = look.biopsy().map(|(_, biopsy)| biopsy.date);
    let answered_before = biopsied.is_some_and(|biopsied| response_day(look).is_some_and(|day| day < biopsied));
    let worsening = facts.get(FactId::Worsening).truth() == Truth::Yes;
    let quiet = match response.truth() {
        Truth::Yes if answered_before && proliferative == Truth::Yes => !lesions.truth(),
        Truth::Yes if worsening && answered_before => Truth::No,
        Truth::Yes if worsening => Truth::Unknown([Datum::Biopsy].into()),
        truth => truth,
    };
    evidence.extend(response.evidence.clone());
    Finding::of(&Truth::all([active, !quiet]), evidence)
}

/// Active lesions; where it is supposed that there are chronic ones only, or not only, that is heard.
fn lesions(look: &Look<'_>, facts: &Facts) -> Finding {
    let chronic = facts.get(FactId::ChronicOnly);
    if chronic.is_supposed() && facts.get(FactId::MixedV).truth() == Truth::No {
        return Finding::of(&!chronic.truth(), chronic.evidence.clone());
    }
    active_lesions(look, facts)
}

fn response_day(look: &Look<'_>) -> Option<Day> {
    let course = &look.case.course;
    course.response.known().or(course.complete_response.known()).copied()
}

/// What is taken today.
fn taken(look: &Look<'_>, facts: &mut Facts) {
    for (fact, wanted) in [
        (FactId::OnHydroxychloroquine, (|drug| DrugClass::Antimalarials.has(drug)) as fn(Drug) -> bool),
        (FactId::OnRaasBlocker, |drug| DrugClass::RaasBlockers.has(drug)),
        (FactId::OnMycophenolate, |drug| DrugClass::Mycophenolates.has(drug)),
        (FactId::OnCyclophosphamide, |drug| drug == Drug::Cyclophosphamide),
    ] {
        facts.set(fact, taking(look, |treatment| wanted(treatment.drug)));
    }
    let teratogen = teratogen(look, facts);
    facts.set(FactId::OnTeratogen, teratogen);
    glucocorticoid(look, facts);
}

fn teratogen(look: &Look<'_>, facts: &Facts) -> Finding {
    let all = [FactId::OnMycophenolate, FactId::OnCyclophosphamide, FactId::OnRaasBlocker].map(|fact| facts.get(fact));
    if !all.iter().any(|finding| finding.is_supposed()) {
        return taking(look, |treatment| is_teratogen(treatment.drug));
    }
    let evidence = all.iter().flat_map(|finding| finding.evidence.clone()).collect();
    Finding::of(&Truth::any(all.map(Finding::truth)), evidence)
}

/// Whether such a treatment is taken today. A list of treatments that is given is complete; a case without any says nothing.
pub(super) fn taking(look: &Look<'_>, is_such: impl Fn(&Treatment) -> bool) -> Finding {
    match look.current().find(|(_, treatment)| is_such(treatment)) {
        Some((place, treatment)) => Finding::flag(true, treatment_evidence(place, treatment)),
        None if look.case.treatments.is_empty() => Finding::unknown(&[Datum::Treatments]),
        None => Finding::flag(false, Vec::new()),
    }
}

pub(super) fn treatment_evidence(place: usize, treatment: &Treatment) -> Vec<Evidence> {
    let dose = treatment.dose.known().map(|dose| format!(" {dose}")).unwrap_or_default();
    let written = format!("{}{dose}", treatment.drug);
    dated(Datum::Treatments, &written, treatment.from, Datum::Treatments.code(), place)
}

fn glucocorticoid(look: &Look<'_>, facts: &mut Facts) {
    let systemic = |treatment: &Treatment| is_glucocorticoid(treatment.drug) && treatment.route != Some(Route::Topical);
    let current = look.current().find(|(_, treatment)| systemic(treatment));
    let off = match taking(look, systemic) {
        Finding { value: Value::Flag(on), evidence, .. } => Finding::flag(!on, evidence),
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
    facts.set(FactId::Prednisone, prednisone(look));
    facts.set(FactId::MonthsOffGlucocorticoid, months);
    let off = off_by_supposition(facts).unwrap_or(off);
    facts.set(FactId::OffGlucocorticoid, off);
    if facts.get(FactId::OffGlucocorticoid).is_supposed() {
        follow_glucocorticoid(facts);
    }
}

/// A supposed dose, or supposed months without one, say whether a glucocorticoid is taken.
fn off_by_supposition(facts: &Facts) -> Option<Finding> {
    let none = |finding: &Finding, off: fn(Decimal) -> bool| match finding.amount() {
        Some(amount) => Finding::flag(off(amount.number.0), finding.evidence.clone()),
        None => Finding::unknown(&finding.missing),
    };
    let (dose, months) = (facts.get(FactId::Prednisone), facts.get(FactId::MonthsOffGlucocorticoid));
    if dose.is_supposed() {
        Some(none(dose, |mg| mg.is_zero()))
    } else if months.is_supposed() {
        Some(none(months, |months| !months.is_zero()))
    } else {
        None
    }
}

/// The dose and the months that are not themselves supposed follow from whether a glucocorticoid is taken: one stopped
/// today has been off for no month.
fn follow_glucocorticoid(facts: &mut Facts) {
    let off = facts.get(FactId::OffGlucocorticoid).clone();
    let zero = |unit| Finding::number(Amount::new(Decimal::ZERO, unit), off.evidence.clone());
    let unknown = || Finding::unknown(&[Datum::Treatments]);
    let is_none = facts.get(FactId::Prednisone).amount().is_some_and(|dose| dose.number.0.is_zero());
    if !facts.get(FactId::Prednisone).is_supposed() {
        match off.truth() {
            Truth::Yes => facts.set(FactId::Prednisone, zero("mg/d")),
            // What the file says of it, or lacks, holds.
            Truth::No if !is_none => {}
            _ => facts.set(FactId::Prednisone, unknown()),
        }
    }
    if !facts.get(FactId::MonthsOffGlucocorticoid).is_supposed() {
        match off.truth() {
            Truth::No => facts.set(FactId::MonthsOffGlucocorticoid, zero("months")),
            Truth::Yes if facts.get(FactId::MonthsOffGlucocorticoid).amount().is_some() => {}
            _ => facts.set(FactId::MonthsOffGlucocorticoid, unknown()),
        }
    }
}

/// Daily prednisone or prednisolone by mouth today, mg; none where another glucocorticoid is taken instead.
fn prednisone(look: &Look<'_>) -> Finding {
    let mut sum = Decimal::ZERO;
    let mut evidence = Vec::new();
    for (place, treatment) in look.current().filter(|(_, treatment)| is_glucocorticoid(treatment.drug)) {
        let by_day = treatment.dose.known().filter(|dose| dose.per == Per::Day && dose.unit == DoseUnit::Milligram);
        match (treatment.drug, by_day) {
            (Drug::Prednisone | Drug::Prednisolone, Some(dose)) => sum += dose.amount,
            (Drug::Prednisone | Drug::Prednisolone, None) if treatment.dose.known().is_none() => {
                return Finding::unknown(&[Datum::Dose]);
            }
            _ => return Finding::unknown(&[Datum::Treatments]),
        }
        evidence.extend(treatment_evidence(place, treatment));
    }
    if look.case.treatments.is_empty() {
        return Finding::unknown(&[Datum::Treatments]);
    }
    Finding::number(Amount::new(sum, "mg/d"), evidence)
}

/// Drugs to stop before a pregnancy in all three guidelines: mycophenolate, cyclophosphamide, RAAS blockers
/// (guidelines.md L).
fn is_teratogen(drug: Drug) -> bool {
    [DrugClass::Mycophenolates, DrugClass::RaasBlockers].iter().any(|class| class.has(drug))
        || drug == Drug::Cyclophosphamide
}

pub(super) fn is_glucocorticoid(drug: Drug) -> bool {
    Glucocorticoid::of(drug).is_some()
}
