//! A printed taper in mg a day for one weight.

use rust_decimal::Decimal;

use super::{FactId, Facts, MgRange, Number, Schedule, ScheduleStep, Span, Taper, TaperStep};

/// The steps for this weight. A printed cap lowers both ends of its step. Where a step in mg/kg has no cap of its own
/// (KDIGO's weeks 3-4; guidelines.md E.2) neither end rises above that of the step before [interpretation]. Doses printed in
/// mg stay as they are; where one lies above the step before at a low weight, the step says so.
pub(super) fn schedule(taper: &Taper, facts: &Facts) -> Schedule {
    let weight = facts.get(FactId::Weight).amount().map(|amount| amount.number.0);
    let mut steps: Vec<ScheduleStep> = Vec::new();
    for printed in &taper.steps {
        let before = steps.last().and_then(|step| step.daily);
        steps.push(step(printed, weight, before));
    }
    Schedule { scheme: taper.scheme, steps }
}

/// Whether a step could not be given in mg for want of the weight.
pub(super) fn lacks_weight(schedule: &Schedule) -> bool {
    schedule.steps.iter().any(|step| step.printed.mg_per_kg.is_some() && step.daily.is_none())
}

fn step(printed: &TaperStep, weight: Option<Decimal>, before: Option<MgRange>) -> ScheduleStep {
    let scaled = printed.mg_per_kg.and_then(|span| ends(span, weight?));
    let fixed = printed.mg.map(|mg| (mg.0, mg.0));
    let free = scaled.or(fixed);
    let limited = scaled.map(|ends| limit(ends, printed.cap_mg, before)).or(fixed);
    let changed = limited != free;
    let rises = before.zip(fixed).is_some_and(|(before, (mg, _))| mg > before.most.0);
    ScheduleStep {
        printed: printed.clone(),
        daily: limited.map(|(least, most)| MgRange { least: Some(rounded(least)), most: rounded(most) }),
        capped: changed && printed.cap_mg.is_some(),
        held: changed && printed.cap_mg.is_none(),
        rises,
    }
}

fn ends(span: Span, weight: Decimal) -> Option<(Decimal, Decimal)> {
    Some((span.least.0.checked_mul(weight)?, span.most.0.checked_mul(weight)?))
}

fn limit((least, most): (Decimal, Decimal), cap: Option<Number>, before: Option<MgRange>) -> (Decimal, Decimal) {
    match (cap, before) {
        (Some(cap), _) => (least.min(cap.0), most.min(cap.0)),
        (None, Some(before)) => (before.least.map_or(least, |end| least.min(end.0)), most.min(before.most.0)),
        (None, None) => (least, most),
    }
}

fn rounded(mg: Decimal) -> Number {
    Number(mg.normalize())
}
