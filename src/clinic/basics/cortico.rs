use rust_decimal::Decimal;

use super::{BasicsFound, answered};
use crate::clinic::dosing::first_taken;
use crate::clinic::{cumulative_over_a_year, daily_steroid};
use crate::domain::{BasicsItem, Case, Day, Drug, Field, FractureRisk};

const TREATMENTS: &str = "treatments";

pub(super) fn found(case: &Case, item: BasicsItem, day: Day) -> Option<BasicsFound> {
    let dose = daily_steroid(case, day).ok().map(|dose| dose.milligrams);
    let without = dose.is_some_and(|dose| dose.is_zero());
    match item {
        BasicsItem::C1 if dose.is_some_and(|dose| dose > Decimal::from(5)) => Some(BasicsFound::to_do(TREATMENTS)),
        BasicsItem::C1 => dose.map(|_| BasicsFound::ok(TREATMENTS)),
        BasicsItem::C2 => cumulative_over_a_year(case, day).ok().map(|_| BasicsFound::ok(TREATMENTS)),
        BasicsItem::C3 => fracture(case, day).or_else(|| without.then_some(BasicsFound::not_applicable(TREATMENTS))),
        BasicsItem::C4 | BasicsItem::C8 if without => Some(BasicsFound::not_applicable(TREATMENTS)),
        BasicsItem::C4 => first_taken(case, &[Drug::Calcium, Drug::VitaminD], day).map(|_| BasicsFound::ok(TREATMENTS)),
        BasicsItem::C5 => bone_drug(case, day),
        BasicsItem::C9 => mood(case, day),
        _ => None,
    }
}

/// Repeated every one or two years (ACR 2022): after two it is due.
fn fracture(case: &Case, day: Day) -> Option<BasicsFound> {
    const FROM: &str = "prevention.fracture_risk";
    let prevention = &case.prevention;
    match (prevention.fracture_risk, prevention.fracture_assessed.known()) {
        (Field::Known(_), Some(date)) => Some(BasicsFound::lasting(FROM, *date, 24, day)),
        (risk, _) => answered(&risk, FROM),
    }
}

/// All adults of moderate risk or more are offered treatment (ACR 2022).
fn bone_drug(case: &Case, day: Day) -> Option<BasicsFound> {
    match case.prevention.fracture_risk.known()? {
        FractureRisk::Low => Some(BasicsFound::not_applicable("prevention.fracture_risk")),
        _ if first_taken(case, &[Drug::Alendronate], day).is_some() => Some(BasicsFound::ok(TREATMENTS)),
        _ => None,
    }
}

fn mood(case: &Case, day: Day) -> Option<BasicsFound> {
    let visits = case.activity.iter().filter(|visit| visit.date <= day);
    let asked = visits.filter(|visit| {
        visit.type2.as_ref().is_some_and(|type2| type2.mood.known().is_some() && type2.sleep.known().is_some())
    });
    asked.map(|visit| visit.date).max().map(|date| BasicsFound::ok("activity.type2").on(date))
}
