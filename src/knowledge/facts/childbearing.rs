//! Facts about a pregnancy that is, or could be, for the safety rules.

use super::dosing::on_record;
use super::look::{Look, asked, undated, yes_no};
use super::{Facts, Finding};
use crate::domain::{Field, PregnancyTest, Screening};
use crate::knowledge::{Amount, Datum, FactId, Truth};

pub(super) fn find(look: &Look<'_>, facts: &mut Facts) {
    let pregnancy = &look.case.pregnancy;
    facts.set(FactId::CareAgreementInForce, care_agreement(look));
    let test = asked(&pregnancy.test, Datum::PregnancyTest, |test| *test == PregnancyTest::NotDone);
    facts.set(FactId::PregnancyTestLacking, test);
    facts.set(FactId::PregnancyWeeks, weeks(look, facts));
    let anti_ssa = asked(&look.case.background.anti_ssa, Datum::AntiSsa, |found| *found == Screening::Positive);
    facts.set(FactId::AntiSsaPositive, anti_ssa);
    facts.set(FactId::FetalEchoPlanned, yes_no(pregnancy.fetal_echo_planned, Datum::FetalEcho));
    let fertility = &look.case.background.fertility_discussed;
    let discussed = match fertility {
        Field::Known(crate::domain::YesNo::No) => Finding::flag(false, undated(Datum::Fertility, &"no")),
        field => on_record(field, Datum::Fertility),
    };
    facts.set(FactId::FertilityOnRecord, discussed);
}

/// Signed every year (ANSM; damage.md E): one of twelve months ago or more is no longer in force.
fn care_agreement(look: &Look<'_>) -> Finding {
    asked(&look.case.pregnancy.care_agreement, Datum::CareAgreement, |day| {
        *day <= look.today && look.today.months_since(*day) < 12
    })
}

/// Of a present pregnancy; without one there is nothing to count.
fn weeks(look: &Look<'_>, facts: &Facts) -> Finding {
    let pregnant = facts.get(FactId::Pregnant);
    match (pregnant.truth(), look.case.pregnancy.weeks.known()) {
        (Truth::No, _) => Finding::number(Amount::new(0.into(), "weeks"), pregnant.evidence.clone()),
        (_, Some(weeks)) => {
            Finding::number(Amount::new((*weeks).into(), "weeks"), undated(Datum::PregnancyWeeks, weeks))
        }
        (_, None) => Finding::unknown(&[Datum::PregnancyWeeks]),
    }
}
