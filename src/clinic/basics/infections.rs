use rust_decimal::Decimal;

use super::{BasicsFound, BasicsState, answered};
use crate::clinic::dosing::first_taken;
use crate::clinic::immunosuppression::ANTI_CD20;
use crate::clinic::series::of_labs;
use crate::clinic::{Vaccine, VaccineStatus, Verdict, daily_steroid, immunosuppressed, vaccines};
use crate::domain::{BasicsItem, Case, Day, Drug, Field, LastDose, Screening, Step, YesNo};

pub(super) fn found(case: &Case, item: BasicsItem, day: Day) -> Option<BasicsFound> {
    match item {
        BasicsItem::I1 => vaccine(case, Vaccine::Influenza, "vaccines.influenza", day),
        BasicsItem::I2 => vaccine(case, Vaccine::Pneumococcus, "vaccines.pneumococcus", day),
        BasicsItem::I3 => vaccine(case, Vaccine::Zoster, "vaccines.zoster", day),
        BasicsItem::I4 => vaccine(case, Vaccine::Covid, "vaccines.covid", day),
        BasicsItem::I5 => vaccine(case, Vaccine::Hpv, "vaccines.hpv", day),
        BasicsItem::I6 => vaccine(case, Vaccine::Dtcap, "vaccines.dtcap", day),
        BasicsItem::I7 => hepatitis_b(case),
        BasicsItem::I8 => live(case, day),
        BasicsItem::I9 => screening(case),
        BasicsItem::I10 => pneumocystis(case, day),
        BasicsItem::I11 => immunoglobulins(case, day),
        _ => None,
    }
}

fn vaccine(case: &Case, wanted: Vaccine, from: &'static str, day: Day) -> Option<BasicsFound> {
    let (_, status) = vaccines(case, day).into_iter().find(|(vaccine, _)| *vaccine == wanted)?;
    match status {
        VaccineStatus::Done(last) => Some(BasicsFound { date: last, ..BasicsFound::ok(from) }),
        VaccineStatus::Due(_) => Some(BasicsFound::to_do(from)),
        VaccineStatus::DueFrom(due) => Some(BasicsFound::ok(from).due(Some(due))),
        VaccineStatus::NotDue => Some(BasicsFound::not_applicable(from)),
        VaccineStatus::ByCalendar(Some(LastDose::On(last))) => Some(BasicsFound::ok(from).on(last)),
        VaccineStatus::ByCalendar(_) | VaccineStatus::Unknown(_) => None,
    }
}

/// A status that is known is in order; somebody who is not immune is to be vaccinated or told why not.
fn hepatitis_b(case: &Case) -> Option<BasicsFound> {
    const FROM: &str = "background.hbv";
    match case.background.hbv.known() {
        Some(Screening::Negative) => Some(BasicsFound::to_do(FROM)),
        _ => answered(&case.background.hbv, FROM),
    }
}

fn live(case: &Case, day: Day) -> Option<BasicsFound> {
    const FROM: &str = "vaccines.live_planned";
    match (immunosuppressed(case, day), case.prevention.vaccines.live_planned) {
        (Verdict::No, _) => Some(BasicsFound::not_applicable("treatments")),
        (Verdict::Yes, Field::Known(YesNo::Yes)) => Some(BasicsFound::to_do(FROM)),
        (_, Field::Known(YesNo::No)) => Some(BasicsFound::ok(FROM)),
        _ => None,
    }
}

/// HBV, HCV, HIV and tuberculosis; the file has no field for varicella.
fn screening(case: &Case) -> Option<BasicsFound> {
    let background = &case.background;
    let all = [
        answered(&background.hbv, "background.hbv"),
        answered(&background.hcv, "background.hcv"),
        answered(&background.hiv, "background.hiv"),
        answered(&background.tuberculosis, "background.tuberculosis"),
    ];
    let all: Vec<BasicsFound> = all.into_iter().collect::<Option<_>>()?;
    let open = all.iter().copied().find(|found| found.state == BasicsState::ToDo);
    open.or(Some(BasicsFound::ok("background")))
}

/// A decision on record; without one it is due above 15 mg of prednisone a day (EULAR 2022).
fn pneumocystis(case: &Case, day: Day) -> Option<BasicsFound> {
    const FROM: &str = "prevention.pjp_prophylaxis";
    match case.prevention.pjp_prophylaxis {
        Field::Known(Step::NotNeeded) => Some(BasicsFound::not_applicable(FROM)),
        Field::Known(_) => Some(BasicsFound::ok(FROM)),
        Field::Absent | Field::Unknown => {
            let dose = daily_steroid(case, day).ok()?.milligrams;
            let high = dose > Decimal::from(15);
            let others = first_taken(case, &[Drug::Cyclophosphamide, Drug::Rituximab, Drug::Obinutuzumab], day);
            let none = !high && others.is_none();
            match (high, none) {
                (true, _) => Some(BasicsFound::to_do("treatments")),
                (_, true) => Some(BasicsFound::not_applicable("treatments")),
                _ => None,
            }
        }
    }
}

/// The level of IgG under an antibody against CD20 or belimumab.
fn immunoglobulins(case: &Case, day: Day) -> Option<BasicsFound> {
    if case.treatments.is_empty() {
        return None;
    }
    let drugs = [&ANTI_CD20[..], &[Drug::Belimumab]].concat();
    if first_taken(case, &drugs, day).is_none() {
        return Some(BasicsFound::not_applicable("treatments"));
    }
    let newest = of_labs(case, |lab| lab.igg).newest_by(day);
    newest.map(|igg| BasicsFound::ok("labs.igg").on(igg.date))
}
