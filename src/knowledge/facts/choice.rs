//! Facts that bear on the choice of a treatment beside the disease itself.

use super::course::treatment_evidence;
use super::look::{Look, apl, asked, dated, undated, yes_no};
use super::lupus::nested;
use super::{Facts, Finding};
use crate::domain::{Adherence, AplProfile, Drug, Field, PregnancyStatus, Sex, Treatment, Wish};
use crate::knowledge::{Datum, FactId};

pub(super) fn find(look: &Look<'_>, facts: &mut Facts) {
    let background = &look.case.background;
    for (fact, field, what) in [
        (FactId::MycophenolateIntolerance, background.mycophenolate_intolerance, Datum::MycophenolateIntolerance),
        (FactId::CyclophosphamideUnfit, background.cyclophosphamide_unfit, Datum::CyclophosphamideUnfit),
        (FactId::CombinationUnavailable, background.combination_unavailable, Datum::CombinationUnavailable),
    ] {
        facts.set(fact, yes_no(field, what));
    }
    facts.set(FactId::HydroxychloroquineContraindicated, hydroxychloroquine_contraindicated(look));
    facts.set(FactId::CyclophosphamideBefore, cyclophosphamide_before(look));
    let positive = apl(look, |profile| *profile != AplProfile::Negative);
    let high = apl(look, |profile| matches!(profile, AplProfile::HighRisk | AplProfile::TriplePositive));
    nested(facts, (FactId::AplPositive, positive), (FactId::AplHighRisk, high), Datum::Apl);
    // ACR speaks of non-adherence, KDIGO of difficulty in adhering: partial adherence is a difficulty.
    facts.set(
        FactId::PoorAdherence,
        asked(&look.case.person.adherence, Datum::Adherence, |adherence| *adherence != Adherence::Good),
    );
    pregnancy(look, facts);
}

/// Some stated as received before, or a course listed that is over.
fn cyclophosphamide_before(look: &Look<'_>) -> Finding {
    let treatments = look.case.treatments.iter().enumerate();
    let over = |one: &Treatment| one.to.is_some_and(|to| to < look.today);
    let mut given = treatments.filter(|(_, one)| one.drug == Drug::Cyclophosphamide && over(one));
    if let Some((place, course)) = given.next() {
        return Finding::flag(true, treatment_evidence(place, course));
    }
    let stated = &look.case.background.cyclophosphamide_before;
    asked(stated, Datum::CyclophosphamideBefore, |grams| !grams.value().is_zero())
}

/// As the case says; where it does not speak of it and hydroxychloroquine is being taken, there is none on record.
fn hydroxychloroquine_contraindicated(look: &Look<'_>) -> Finding {
    let field = look.case.background.hydroxychloroquine_contraindicated;
    let taken = look.current().find(|(_, treatment)| treatment.drug == Drug::Hydroxychloroquine);
    match (field, taken) {
        (Field::Absent, Some((place, treatment))) => {
            let series = Datum::Treatments.code();
            Finding::flag(false, dated(Datum::Treatments, &treatment.drug, treatment.from, series, place))
        }
        _ => yes_no(field, Datum::HydroxychloroquineContraindicated),
    }
}

/// Only a woman's own pregnancy is meant: what the guidelines say of it is not said of a father.
fn pregnancy(look: &Look<'_>, facts: &mut Facts) {
    let pregnancy = &look.case.pregnancy;
    let status = match (&pregnancy.status, look.case.patient.sex) {
        (Field::Absent, Sex::Male) => Finding::flag(false, undated(Datum::Sex, &Sex::Male)),
        (status, _) => asked(status, Datum::PregnancyStatus, |status| *status == PregnancyStatus::Pregnant),
    };
    facts.set(FactId::Pregnant, status);
    let wish = match (&pregnancy.status, &pregnancy.wish) {
        _ if look.case.patient.sex == Sex::Male => Finding::flag(false, undated(Datum::Sex, &Sex::Male)),
        (Field::Known(status @ PregnancyStatus::NotApplicable), _) => {
            Finding::flag(false, undated(Datum::PregnancyStatus, &status))
        }
        (_, wish) => asked(wish, Datum::PregnancyWish, |wish| {
            matches!(wish, Wish::Now | Wish::WithinOneYear | Wish::WithinTwoYears)
        }),
    };
    facts.set(FactId::PregnancyWish, wish);
}
