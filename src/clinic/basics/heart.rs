use super::{BasicsFound, answered};
use crate::clinic::dosing::first_taken;
use crate::clinic::pressure::pressures;
use crate::clinic::series::of_labs;
use crate::clinic::{AplReading, Score2, score2_on};
use crate::domain::{BasicsItem, Case, Day, Drug, Tobacco};

const STATINS: [Drug; 3] = [Drug::Atorvastatin, Drug::Rosuvastatin, Drug::Pravastatin];

pub(super) fn found(case: &Case, item: BasicsItem, day: Day) -> Option<BasicsFound> {
    match item {
        BasicsItem::A1 => tobacco(case),
        BasicsItem::A2 => pressure(case, day),
        BasicsItem::A3 => lipids(case, day),
        BasicsItem::A5 => {
            let both = case.patient.weight.known().and(case.patient.height.known().map(|_| ()));
            both.map(|()| BasicsFound::ok("patient.height"))
        }
        BasicsItem::A6 => match score2_on(case, day) {
            Ok(Score2::Risk(risk)) => Some(BasicsFound::ok("labs").on(risk.total_cholesterol.date)),
            Ok(Score2::DoesNotApply(_)) => Some(BasicsFound::not_applicable("patient, background")),
            Err(_) => None,
        },
        BasicsItem::A7 => antiphospholipids(case, day),
        BasicsItem::A8 => first_taken(case, &STATINS, day).map(|_| BasicsFound::ok("treatments")),
        _ => None,
    }
}

/// To do while she smokes: help to stop.
fn tobacco(case: &Case) -> Option<BasicsFound> {
    const FROM: &str = "person.tobacco";
    match case.person.tobacco.known() {
        Some(Tobacco::Current) => Some(BasicsFound::to_do(FROM)),
        _ => answered(&case.person.tobacco, FROM),
    }
}

fn pressure(case: &Case, day: Day) -> Option<BasicsFound> {
    const FROM: &str = "blood_pressure";
    let (_, newest) = pressures(case, day).into_iter().next()?;
    let found = if newest.value.is_raised() { BasicsFound::to_do(FROM) } else { BasicsFound::ok(FROM) };
    Some(found.on(newest.date))
}

fn lipids(case: &Case, day: Day) -> Option<BasicsFound> {
    let newest = of_labs(case, |lab| lab.ldl).newest_by(day)?;
    Some(BasicsFound::lasting("labs.ldl", newest.date, 12, day))
}

/// Twice, twelve weeks apart: what waits for its second test is due from that day.
fn antiphospholipids(case: &Case, day: Day) -> Option<BasicsFound> {
    const TESTS: &str = "background.apl_tests";
    match AplReading::on(case, day) {
        Ok(reading) if reading.is_confirmed() && reading.lacks.is_empty() => Some(BasicsFound::ok(TESTS)),
        Ok(reading) => Some(BasicsFound::to_do(TESTS).due(reading.confirm_from)),
        Err(_) if !case.background.apl_tests.is_empty() => Some(BasicsFound::to_do(TESTS)),
        Err(_) => answered(&case.background.apl, "background.apl"),
    }
}
