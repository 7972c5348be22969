use super::{BasicsFound, answered};
use crate::clinic::dosing::first_taken;
use crate::domain::{
    AplProfile, BasicsItem, Case, Contraception, Day, Drug, Field, PregnancyStatus, PregnancyTest, Sex, Wish, YesNo,
};

const WISH: &str = "pregnancy.wish";
const CONTRACEPTION: &str = "pregnancy.contraception";
const TREATMENTS: &str = "treatments";

/// Drugs that harm an unborn child (damage.md A4, B3).
const TERATOGENS: [Drug; 4] =
    [Drug::MycophenolateMofetil, Drug::MycophenolateSodium, Drug::Cyclophosphamide, Drug::Methotrexate];

pub(super) fn found(case: &Case, item: BasicsItem, day: Day) -> Option<BasicsFound> {
    let pregnancy = &case.pregnancy;
    match item {
        BasicsItem::B1 => answered(&pregnancy.wish, WISH),
        BasicsItem::B4 => fertility(case, day),
        _ if case.patient.sex == Sex::Male => Some(BasicsFound::not_applicable("patient.sex")),
        _ if pregnancy.status.known() == Some(&PregnancyStatus::NotApplicable) && item != BasicsItem::B8 => {
            Some(BasicsFound::not_applicable("pregnancy.status"))
        }
        BasicsItem::B2 => contraception(case),
        BasicsItem::B3 => teratogen(case, day),
        BasicsItem::B5 => preconception(case),
        BasicsItem::B6 => antibodies(case),
        BasicsItem::B7 => aspirin(case, day),
        _ => None,
    }
}

/// No oestrogen with antiphospholipids, and what is active is left to the room; none at all is to be discussed unless a
/// child is wished for or on its way.
fn contraception(case: &Case) -> Option<BasicsFound> {
    let pregnancy = &case.pregnancy;
    let expects = pregnancy.status.known() == Some(&PregnancyStatus::Pregnant)
        || matches!(pregnancy.wish.known(), Some(Wish::Now));
    let method = match pregnancy.contraception {
        Field::Absent => return None,
        _ if expects => return Some(BasicsFound::not_applicable(WISH)),
        Field::Unknown => Contraception::None,
        Field::Known(method) => method,
    };
    match (method, case.background.apl.known()) {
        (Contraception::Oestrogen, Some(AplProfile::Negative)) if case.kidney.biopsies.is_empty() => {
            Some(BasicsFound::ok(CONTRACEPTION))
        }
        (Contraception::Oestrogen, None) if case.kidney.biopsies.is_empty() => None,
        (Contraception::None | Contraception::Oestrogen, _) => Some(BasicsFound::to_do(CONTRACEPTION)),
        _ => Some(BasicsFound::ok(CONTRACEPTION)),
    }
}

/// Effective contraception, a negative test, and for mycophenolate the care agreement of the year.
fn teratogen(case: &Case, day: Day) -> Option<BasicsFound> {
    if case.treatments.is_empty() {
        return None;
    }
    let Some(drug) = first_taken(case, &TERATOGENS, day) else {
        return Some(BasicsFound::not_applicable(TREATMENTS));
    };
    let pregnancy = &case.pregnancy;
    let effective = pregnancy
        .contraception
        .known()
        .map(|method| !matches!(method, Contraception::None | Contraception::Barrier | Contraception::NotApplicable));
    let tested = pregnancy.test.known().map(|test| *test == PregnancyTest::Negative);
    let mycophenolate = matches!(drug, Drug::MycophenolateMofetil | Drug::MycophenolateSodium);
    let agreement = pregnancy.care_agreement.known().copied();
    let signed = agreement.map(|date| BasicsFound::lasting("pregnancy.care_agreement", date, 12, day));
    match (effective, tested, signed) {
        (Some(false), ..) => Some(BasicsFound::to_do(CONTRACEPTION)),
        (_, Some(false), _) => Some(BasicsFound::to_do("pregnancy.test")),
        (Some(true), Some(true), Some(signed)) if mycophenolate => Some(signed),
        (Some(true), Some(true), None) if mycophenolate => {
            answered(&pregnancy.care_agreement, "pregnancy.care_agreement")
        }
        (Some(true), Some(true), _) => Some(BasicsFound::ok(CONTRACEPTION)),
        _ => None,
    }
}

/// Asked before cyclophosphamide; without any it does not apply.
fn fertility(case: &Case, day: Day) -> Option<BasicsFound> {
    let discussed = "background.fertility_discussed";
    match case.background.fertility_discussed {
        Field::Known(YesNo::Yes) => Some(BasicsFound::ok(discussed)),
        Field::Known(YesNo::No) if first_taken(case, &[Drug::Cyclophosphamide], day).is_some() => {
            Some(BasicsFound::to_do(discussed))
        }
        _ if case.treatments.is_empty() => None,
        _ if case.treatments.iter().all(|entry| entry.drug != Drug::Cyclophosphamide) => {
            Some(BasicsFound::not_applicable(TREATMENTS))
        }
        _ => None,
    }
}

fn preconception(case: &Case) -> Option<BasicsFound> {
    (case.pregnancy.wish.known() == Some(&Wish::None)).then_some(BasicsFound::not_applicable(WISH))
}

fn antibodies(case: &Case) -> Option<BasicsFound> {
    let ssa = answered(&case.background.anti_ssa, "background.anti_ssa")?;
    let apl = answered(&case.background.apl, "background.apl")?;
    Some(if ssa.state == super::BasicsState::Ok { apl } else { ssa })
}

fn aspirin(case: &Case, day: Day) -> Option<BasicsFound> {
    let taken = || first_taken(case, &[Drug::Aspirin], day).is_some();
    match (case.pregnancy.status.known()?, case.pregnancy.wish.known()) {
        (PregnancyStatus::Pregnant, _) if taken() => Some(BasicsFound::ok(TREATMENTS)),
        (PregnancyStatus::Pregnant, _) => Some(BasicsFound::to_do("pregnancy.status")),
        (_, Some(Wish::None)) => Some(BasicsFound::not_applicable(WISH)),
        _ => None,
    }
}
