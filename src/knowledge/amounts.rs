//! Amounts of a cell in this patient's numbers: mg for this weight, ceilings of proteinuria from this baseline.

use chrono::Months;
use rust_decimal::Decimal;

use super::judged::Judged;
use super::schedule;
use super::{
    Amount, Ceiling, Cell, CountedFrom, Datum, DoseRange, Elapsed, Expectation, FactId, Facts, Kind, Limit, MgRange,
    Milestone, Number, Operator, Start, Topic, Truth,
};
use crate::domain::Day;

/// Adds the amounts of the statements that spoke.
pub(super) fn fill(cell: &mut Cell, heard: &[&Judged<'_>], facts: &Facts) {
    for statement in heard.iter().filter(|judged| judged.truth == Truth::Yes).map(|judged| judged.statement) {
        cell.pulses.extend(statement.pulse.clone());
        cell.targets.extend(statement.target.iter().cloned());
        cell.tapers.extend(statement.taper.as_ref().map(|taper| schedule::schedule(taper, facts)));
        cell.doses.extend(statement.start.iter().map(|start| dose(start, facts)));
        cell.expectations.extend(statement.response.iter().map(|milestone| expect(milestone, cell.topic, facts)));
        cell.durations.extend(statement.duration.as_ref().map(|duration| {
            let since = match duration.counted_from {
                CountedFrom::Start => FactId::MonthsSinceStart,
                CountedFrom::Response => FactId::MonthsSinceResponse,
                CountedFrom::CompleteResponse => FactId::MonthsSinceCompleteResponse,
                CountedFrom::CompatibleDrugs => FactId::MonthsOffTeratogen,
            };
            let months = facts.get(since).amount().map(|amount| amount.number);
            Elapsed { duration: duration.clone(), months }
        }));
    }
    if cell.doses.iter().any(|dose| dose.mg.is_none()) || cell.tapers.iter().any(schedule::lacks_weight) {
        lack(cell, &[Datum::Weight]);
    }
    if cell
        .expectations
        .iter()
        .any(|expectation| expectation.proteinuria.iter().any(|ceiling| ceiling.amount.is_none()))
    {
        lack(cell, &facts.get(FactId::BaselineProteinuria).missing);
    }
}

/// Adds to what is missing in a cell.
pub(super) fn lack(cell: &mut Cell, data: &[Datum]) {
    cell.missing.extend(data);
    cell.missing.sort_unstable();
    cell.missing.dedup();
}

/// The oral start in mg/d for this weight: the cap lowers both ends, then the floor raises the lower one. Below a certain
/// weight a floor can lie above the upper end: the range is then empty, and says so by its ends.
fn dose(start: &Start, facts: &Facts) -> DoseRange {
    let weight = facts.get(FactId::Weight).amount().map(|amount| amount.number.0);
    let scaled = |per_kg: Number| weight.and_then(|weight| per_kg.0.checked_mul(weight));
    let cap = |mg: Decimal| start.cap_mg.map_or(mg, |cap| mg.min(cap.0));
    let from = start.from_mg_per_kg.and_then(scaled);
    let to = scaled(start.to_mg_per_kg);
    let capped_from = from.map(cap);
    let least = match (capped_from, start.floor_mg) {
        (Some(mg), Some(floor)) => Some(mg.max(floor.0)),
        (None, Some(floor)) => Some(floor.0),
        (mg, None) => mg,
    };
    let mg = to.map(|to| MgRange { least: least.map(round), most: round(cap(to)) });
    DoseRange {
        scheme: start.scheme,
        from_mg_per_kg: start.from_mg_per_kg,
        to_mg_per_kg: start.to_mg_per_kg,
        floored: mg.is_some() && least != capped_from,
        capped: to.is_some_and(|to| cap(to) != to),
        mg,
        weeks: start.weeks,
    }
}

fn round(mg: Decimal) -> Number {
    Number(mg.normalize())
}

fn expect(milestone: &Milestone, topic: Topic, facts: &Facts) -> Expectation {
    let proteinuria = ceilings(milestone, facts);
    let limits = filtration_limits(milestone, facts);
    let known = limits.iter().filter_map(|(limit, _)| limit.clone());
    let egfr_least = known.min_by_key(|limit| limit.number);
    let reached = reached(milestone, &proteinuria, &limits, facts);
    Expectation {
        goal: milestone.goal,
        proteinuria,
        egfr_least,
        egfr_within: milestone.gfr_within,
        egfr_is_open: limits.iter().any(|(limit, _)| limit.is_none()),
        due: due(milestone, topic, facts),
        reached,
    }
}

/// What eGFR is held against, with the fact each limit comes from: a printed floor and shares of earlier values.
fn filtration_limits(milestone: &Milestone, facts: &Facts) -> Vec<(Option<Amount>, FactId)> {
    let floor = milestone.gfr_floor.map(|floor| (Some(Amount::new(floor.0, FILTRATION)), FactId::Egfr));
    let share = |share: Option<Number>, of: FactId| {
        share.map(|share| (facts.get(of).amount().and_then(|amount| part(amount, share.0)), of))
    };
    let baseline = share(milestone.gfr_at_least, FactId::BaselineEgfr);
    let preflare = share(milestone.gfr_preflare_at_least, FactId::PreflareEgfr);
    [floor, baseline, preflare].into_iter().flatten().collect()
}

const FILTRATION: &str = "mL/min/1.73m²";

/// This share (%) of an amount, in its unit.
fn part(amount: &Amount, share: Decimal) -> Option<Amount> {
    let value = amount.number.0.checked_mul(share)?.checked_div(Decimal::ONE_HUNDRED)?;
    Some(Amount::new(value.normalize(), &amount.unit))
}

fn ceilings(milestone: &Milestone, facts: &Facts) -> Vec<Ceiling> {
    let baseline = facts.get(FactId::BaselineProteinuria).amount();
    // In the unit of the newest value, where the limit is printed in it: that is the one it is held against.
    let reported = facts.get(FactId::Proteinuria).amount().or(baseline);
    let fall = milestone.fall_at_least.map(|fall| Ceiling {
        fall: Some(fall),
        operator: Operator::AtMost,
        amount: baseline.and_then(|baseline| part(baseline, Decimal::ONE_HUNDRED - fall.0)),
    });
    let level = |limit: &Limit, operator| {
        let same_unit = reported.and_then(|known| limit.printed().iter().find(|amount| amount.unit == known.unit));
        Ceiling { fall: None, operator, amount: same_unit.or(limit.first()).cloned() }
    };
    let below = milestone.below.as_ref().map(|limit| level(limit, Operator::Below));
    let at_most = milestone.at_most.as_ref().map(|limit| level(limit, Operator::AtMost));
    [fall, below, at_most].into_iter().flatten().collect()
}

/// Whether the newest values reach it. While no treatment has started there is nothing to reach.
fn reached(
    milestone: &Milestone,
    ceilings: &[Ceiling],
    filtration: &[(Option<Amount>, FactId)],
    facts: &Facts,
) -> Truth {
    let started = facts.get(FactId::MonthsSinceStart);
    if started.amount().is_none() {
        return Truth::Unknown(started.missing.iter().copied().collect());
    }
    let proteinuria = ceilings.iter().map(|ceiling| {
        let limit = ceiling.amount.clone();
        held(facts, FactId::Proteinuria, limit.as_ref(), FactId::BaselineProteinuria, |value, limit| {
            match ceiling.operator {
                Operator::Below => value < limit,
                _ => value <= limit,
            }
        })
    });
    let kept = filtration
        .iter()
        .map(|(limit, of)| held(facts, FactId::Egfr, limit.as_ref(), *of, |value, limit| value >= limit));
    let filtration = if milestone.gfr_floor.is_some() { Truth::any(kept) } else { Truth::all(kept) };
    let unaided = if milestone.without_rescue { !facts.get(FactId::Rescue).truth() } else { Truth::Yes };
    // KDIGO's tolerance is itself a range, 10 to 15 %: within the narrow one it holds, beyond the wide one it fails.
    let within = milestone.gfr_within.map(|span| {
        let baseline = facts.get(FactId::BaselineEgfr).amount();
        let least = |tolerance: Number| {
            let limit = baseline.and_then(|baseline| part(baseline, Decimal::ONE_HUNDRED - tolerance.0));
            held(facts, FactId::Egfr, limit.as_ref(), FactId::BaselineEgfr, |value, limit| value >= limit)
        };
        match (least(span.least), least(span.most)) {
            (Truth::No, Truth::Yes) => Truth::Unknown(std::collections::BTreeSet::new()),
            (_, wide) => wide,
        }
    });
    Truth::all(proteinuria.chain([filtration, unaided]).chain(within))
}

fn held(
    facts: &Facts,
    fact: FactId,
    limit: Option<&Amount>,
    baseline: FactId,
    holds: impl Fn(Decimal, Decimal) -> bool,
) -> Truth {
    let finding = facts.get(fact);
    let Kind::Number(measure) = fact.kind() else { return Truth::Unknown(std::collections::BTreeSet::new()) };
    let value = finding.amount().and_then(|amount| measure.canonical(amount));
    let edge = limit.and_then(|amount| measure.canonical(amount));
    match (value, edge) {
        (Some(value), Some(edge)) => Truth::of(holds(value, edge)),
        (None, _) => Truth::Unknown(finding.missing.iter().copied().collect()),
        _ => Truth::Unknown(facts.get(baseline).missing.iter().copied().collect()),
    }
}

/// The day a milestone falls due: that of its row, or the later one that the guideline grants.
fn due(milestone: &Milestone, topic: Topic, facts: &Facts) -> Option<Day> {
    let months = match topic {
        Topic::Response3m => 3,
        Topic::Response6m => 6,
        Topic::Response12m => 12,
        Topic::Response24m => 24,
        _ => return None,
    };
    let months = milestone.by_month.unwrap_or(months);
    let start = facts.course_start()?;
    start.0.checked_add_months(Months::new(months)).map(Day)
}
