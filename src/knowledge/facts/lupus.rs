//! Facts about the patient and the lupus.

use rust_decimal::Decimal;

use super::look::{Look, asked, undated, yes_no};
use super::threshold::threshold;
use super::{Facts, Finding};
use crate::domain::{Comorbidity, Field, Severity, Sex};
use crate::knowledge::{Amount, Datum, FactId, Truth};

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
    let supposed = Some(facts.get(FactId::Age)).filter(|age| age.is_supposed());
    let child = supposed.map_or(child, |_| threshold(facts, FactId::Age, |years| years < Decimal::from(18)));
    facts.set(FactId::Child, child);
    for (fact, wanted) in [
        (FactId::Hypertension, Comorbidity::Hypertension),
        (FactId::Diabetes, Comorbidity::Diabetes),
        (FactId::HeartFailure, Comorbidity::HeartFailure),
        (FactId::RecentInfection, Comorbidity::Infection),
        (FactId::Aps, Comorbidity::Aps),
    ] {
        facts.set(fact, comorbidity(look, wanted));
    }
}

/// A condition beside lupus: a list that is given is complete, one that is not given says nothing.
pub(super) fn comorbidity(look: &Look<'_>, wanted: Comorbidity) -> Finding {
    let Field::Known(list) = &look.case.background.comorbidities else {
        return Finding::unknown(&[Datum::Comorbidities]);
    };
    let written: Vec<&str> = list.iter().map(|entry| entry.code()).collect();
    Finding::flag(list.contains(&wanted), undated(Datum::Comorbidities, &format!("[{}]", written.join(", "))))
}

/// First, previous and repeated kidney flares, from their number, this one included. KDIGO 2024 says "repeated"
/// without a number: here more than one. A patient with a flare has the first one or had another before: what is supposed
/// of the one is heard for the other.
fn flares(look: &Look<'_>, facts: &mut Facts) {
    let flares = &look.case.lupus.flares;
    let had = flares.known().is_none_or(|number| *number > 0);
    let several = || asked(flares, Datum::Flares, |number| *number > 1);
    facts.set(FactId::FirstFlare, asked(flares, Datum::Flares, |number| *number == 1));
    let previous = opposite(facts.get(FactId::FirstFlare), had).unwrap_or_else(several);
    facts.set(FactId::PreviousFlare, previous);
    let previous = facts.get(FactId::PreviousFlare).clone();
    facts.set(FactId::RepeatedFlares, if previous.is_supposed() { previous } else { several() });
    let repeated = facts.get(FactId::RepeatedFlares).clone();
    if repeated.is_supposed() {
        facts.set(FactId::PreviousFlare, repeated);
    }
    if let Some(first) = opposite(facts.get(FactId::PreviousFlare), had) {
        facts.set(FactId::FirstFlare, first);
    }
    let failed = look.case.lupus.failed_courses.known().map_or_else(
        || Finding::unknown(&[Datum::FailedCourses]),
        |number| Finding::number(Amount::new((*number).into(), ""), undated(Datum::FailedCourses, &number)),
    );
    facts.set(FactId::FailedCourses, failed);
}

/// The other of two answers, where one is supposed; a no says something of the other only where there was a flare.
fn opposite(finding: &Finding, had: bool) -> Option<Finding> {
    let heard = finding.is_supposed() && (had || finding.truth() != Truth::No);
    heard.then(|| Finding::of(&!finding.truth(), finding.evidence.clone()))
}

/// Activity outside the kidney; moderate to severe as the requester judges it (ACR 2024 A-11 text).
fn extrarenal(look: &Look<'_>, facts: &mut Facts) {
    let (any, strong) = match &look.case.extrarenal {
        Field::Known(list) => {
            let written: Vec<String> =
                list.iter().map(|entry| format!("{}: {}", entry.organ, entry.severity)).collect();
            let evidence = undated(Datum::Extrarenal, &format!("[{}]", written.join(", ")));
            let strong = list.iter().any(|entry| entry.severity >= Severity::Moderate);
            (Finding::flag(!list.is_empty(), evidence.clone()), Finding::flag(strong, evidence))
        }
        _ => (Finding::unknown(&[Datum::Extrarenal]), Finding::unknown(&[Datum::Extrarenal])),
    };
    nested(facts, (FactId::ExtrarenalActivity, any), (FactId::ExtrarenalModerateSevere, strong), Datum::Extrarenal);
}

/// Two facts of which the second is a stronger form of the first: where one is supposed, the other follows as far as it
/// must, and is unknown where it need not.
pub(super) fn nested(
    facts: &mut Facts,
    (wide, any): (FactId, Finding),
    (narrow, strong): (FactId, Finding),
    what: Datum,
) {
    facts.set(wide, any);
    facts.set(narrow, strong);
    let (any, strong) = (facts.get(wide).clone(), facts.get(narrow).clone());
    match (any.truth(), strong.truth()) {
        (Truth::No | Truth::Unknown(_), Truth::Yes) if strong.is_supposed() => {
            facts.set(wide, Finding::flag(true, strong.evidence));
        }
        (Truth::No, Truth::Yes | Truth::Unknown(_)) if any.is_supposed() => {
            facts.set(narrow, Finding::flag(false, any.evidence));
        }
        (Truth::Yes, Truth::No) if any.is_supposed() => facts.set(narrow, Finding::unknown(&[what])),
        (Truth::Unknown(_), _) if any.is_supposed() => facts.set(narrow, Finding::unknown(&any.missing)),
        _ => {}
    }
}
