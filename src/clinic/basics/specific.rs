use super::{BasicsFound, answered};
use crate::clinic::dosing::first_taken;
use crate::clinic::{EyeBody, HcqStatus, Retina, egfr_series, egfr_slope, hcq_level_series, hcq_on, upcr_series};
use crate::domain::{BasicsItem, Case, Day, Drug, Field, Step, YesNo};

const TREATMENTS: &str = "treatments";
const NSAIDS: [Drug; 5] = [Drug::Ibuprofen, Drug::Naproxen, Drug::Ketoprofen, Drug::Diclofenac, Drug::Celecoxib];

pub(super) fn found(case: &Case, item: BasicsItem, day: Day) -> Option<BasicsFound> {
    match item {
        BasicsItem::Specific1 => match hcq_on(case, day).ok()?.map(|dose| dose.status) {
            Some(HcqStatus::Within) => Some(BasicsFound::ok(TREATMENTS)),
            Some(HcqStatus::Above) => Some(BasicsFound::to_do(TREATMENTS)),
            None => Some(BasicsFound::not_applicable(TREATMENTS)),
        },
        BasicsItem::Specific2 => retina(case, day),
        BasicsItem::Specific3 => level(case, day),
        BasicsItem::Specific4 => raas_blocker(case),
        BasicsItem::Specific5 => {
            first_taken(case, &[Drug::Dapagliflozin, Drug::Empagliflozin], day).map(|_| BasicsFound::ok(TREATMENTS))
        }
        BasicsItem::Specific6 if case.treatments.is_empty() => None,
        BasicsItem::Specific6 if first_taken(case, &NSAIDS, day).is_some() => Some(BasicsFound::to_do(TREATMENTS)),
        BasicsItem::Specific6 => Some(BasicsFound::ok(TREATMENTS)),
        BasicsItem::Specific7 => {
            let slope = egfr_series(case).and_then(|series| egfr_slope(&series)).ok();
            let newest = upcr_series(case).newest_by(day);
            slope.and(newest).map(|upcr| BasicsFound::ok("labs").on(upcr.date))
        }
        BasicsItem::Specific9 => education(case),
        BasicsItem::Specific10 => answered(&case.person.epices, "person.epices"),
        _ => None,
    }
}

/// The French schedule; an examination that is not on record is not one that was not done.
fn retina(case: &Case, day: Day) -> Option<BasicsFound> {
    const FROM: &str = "treatments.eye_exam";
    let Some(retina) = Retina::on(case, day).ok()? else {
        return Some(BasicsFound::not_applicable(TREATMENTS));
    };
    let next = retina.of(EyeBody::France2017)?.next;
    match retina.last_exam {
        Some(exam) if next > day => Some(BasicsFound::ok(FROM).on(exam).due(Some(next))),
        Some(exam) => Some(BasicsFound::to_do(FROM).on(exam).due(Some(next))),
        None => None,
    }
}

fn level(case: &Case, day: Day) -> Option<BasicsFound> {
    if hcq_on(case, day).ok()?.is_none() {
        return Some(BasicsFound::not_applicable(TREATMENTS));
    }
    hcq_level_series(case).newest_by(day).map(|level| BasicsFound::ok("labs.hcq_level").on(level.date))
}

fn raas_blocker(case: &Case) -> Option<BasicsFound> {
    const FROM: &str = "kidney.raasi_at_maximum";
    match case.kidney.raasi_at_maximum {
        Field::Known(YesNo::No) => Some(BasicsFound::to_do(FROM)),
        field => answered(&field, FROM),
    }
}

/// Education or an association: done by one, to do where one is planned, not for somebody who refused or needs none.
fn education(case: &Case) -> Option<BasicsFound> {
    let steps =
        [(case.person.education.known(), "person.education"), (case.person.association.known(), "person.association")];
    let of = |wanted: Step| steps.iter().find(|(step, _)| *step == Some(&wanted)).map(|(_, from)| *from);
    let declined = || of(Step::Refused).or_else(|| of(Step::NotNeeded)).map(BasicsFound::not_applicable);
    of(Step::Done).map(BasicsFound::ok).or_else(|| of(Step::Planned).map(BasicsFound::to_do)).or_else(declined)
}
