//! Facts about the patient and the lupus.

use super::look::{Look, asked, undated, yes_no};
use super::{Facts, Finding};
use crate::domain::{Comorbidity, Field, Severity, Sex};
use crate::knowledge::{Amount, Datum, FactId};

pub(super) fn find(look: &Look<'_>, facts: &mut Facts) {
    patient(look, facts);
    flares(look, facts);
    extrarenal(look, facts);
    let kidney = &look.case.kidney;
    facts.set(FactId::RapidlyProgressive, yes_no(kidney.rapidly_progressive, Datum::RapidlyProgressive));
    facts.set(FactId::Worsening, yes_no(kidney.worsening, Datum::Worsening));
    facts.set(FactId::Schistocytes, yes_no(kidney.schistocytes, Datum::Schistocytes));
}

fn patient(look: &Look<'_>, facts: &mut Facts) {
    let patient = &look.case.patient;
    facts.set(FactId::Male, Finding::flag(patient.sex == Sex::Male, undated(Datum::Sex, &patient.sex)));
    let weight = patient.weight.known().map_or_else(
        || Finding::unknown(&[Datum::Weight]),
        |weight| Finding::number(Amount::new(weight.value(), "kg"), undated(Datum::Weight, &weight)),
    );
    facts.set(FactId::Weight, weight);
    let age = patient.age_on(look.today);
    let evidence = |years: u32| {
        let written = patient.born.map_or_else(|| format!("{years} years"), |born| born.to_string());
        undated(Datum::Born, &written)
    };
    let (years, child) = age.map_or_else(
        || (Finding::unknown(&[Datum::Born]), Finding::unknown(&[Datum::Born])),
        |years| {
            let number = Finding::number(Amount::new(years.into(), "years"), evidence(years));
            (number, Finding::flag(years < 18, evidence(years)))
        },
    );
    facts.set(FactId::Age, years);
    facts.set(FactId::Child, child);
    for (fact, wanted) in [
        (FactId::Hypertension, Comorbidity::Hypertension),
        (FactId::Diabetes, Comorbidity::Diabetes),
        (FactId::HeartFailure, Comorbidity::HeartFailure),
        (FactId::RecentInfection, Comorbidity::Infection),
    ] {
        facts.set(fact, comorbidity(look, wanted));
    }
}

/// A condition beside lupus: a list that is given is complete, one that is not given says nothing.
fn comorbidity(look: &Look<'_>, wanted: Comorbidity) -> Finding {
    let Field::Known(list) = &look.case.background.comorbidities else {
        return Finding::unknown(&[Datum::Comorbidities]);
    };
    let written: Vec<&str> = list.iter().map(|entry| entry.code()).collect();
    Finding::flag(list.contains(&wanted), undated(Datum::Comorbidities, &format!("[{}]", written.join(", "))))
}

/// First, previous and repeated kidney flares, from their number, this one included. KDIGO 2024 says "repeated"
/// without a number: here more than one.
fn flares(look: &Look<'_>, facts: &mut Facts) {
    let flares = &look.case.lupus.flares;
    facts.set(FactId::FirstFlare, asked(flares, Datum::Flares, |number| *number == 1));
    facts.set(FactId::PreviousFlare, asked(flares, Datum::Flares, |number| *number > 1));
    facts.set(FactId::RepeatedFlares, asked(flares, Datum::Flares, |number| *number > 1));
    let failed = look.case.lupus.failed_courses.known().map_or_else(
        || Finding::unknown(&[Datum::FailedCourses]),
        |number| Finding::number(Amount::new((*number).into(), ""), undated(Datum::FailedCourses, &number)),
    );
    facts.set(FactId::FailedCourses, failed);
}

/// Activity outside the kidney; moderate to severe as the requester judges it (ACR 2024 A-11 text).
fn extrarenal(look: &Look<'_>, facts: &mut Facts) {
    let Field::Known(list) = &look.case.extrarenal else {
        facts.set(FactId::ExtrarenalActivity, Finding::unknown(&[Datum::Extrarenal]));
        facts.set(FactId::ExtrarenalModerateSevere, Finding::unknown(&[Datum::Extrarenal]));
        return;
    };
    let written: Vec<String> = list.iter().map(|entry| format!("{}: {}", entry.organ, entry.severity)).collect();
    let evidence = undated(Datum::Extrarenal, &format!("[{}]", written.join(", ")));
    let strong = list.iter().any(|entry| entry.severity >= Severity::Moderate);
    facts.set(FactId::ExtrarenalActivity, Finding::flag(!list.is_empty(), evidence.clone()));
    facts.set(FactId::ExtrarenalModerateSevere, Finding::flag(strong, evidence));
}
