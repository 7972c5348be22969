use rust_decimal::Decimal;

use super::{needs_data, undecided};
use crate::knowledge::{
    Amount, Ceiling, Cell, Expectation, Ground, Measure, Operator, SharedResponse, Span, Topic, Verdict,
};

/// The response that satisfies all at this milestone. What a row demands is the first expectation of each guideline; those
/// after it grade the response.
pub(super) fn response(topic: Topic, cells: &[Cell]) -> SharedResponse {
    let speaks = |cell: &&Cell| cell.verdict.speaks() && cell.verdict != Verdict::Judgement;
    let asking: Vec<&Cell> = cells.iter().filter(speaks).collect();
    let demands: Vec<&Expectation> = asking.iter().filter_map(|cell| cell.expectations.first()).collect();
    let proteinuria = strictest(demands.iter().flat_map(|demand| &demand.proteinuria));
    let is_open = asking.iter().any(|cell| needs_data(cell))
        || proteinuria.is_err()
        || demands.iter().any(|demand| demand.egfr_is_open);
    let without = asking.iter().filter(|cell| cell.expectations.is_empty() && !needs_data(cell));
    let state = undecided(asking.len(), demands.len(), is_open).unwrap_or(Ground::Found);
    let is_found = state == Ground::Found;
    SharedResponse {
        topic,
        state,
        proteinuria: proteinuria.ok().flatten().filter(|_| is_found),
        egfr_least: most(demands.iter().filter_map(|demand| demand.egfr_least.as_ref())).filter(|_| is_found),
        egfr_within: narrowest(demands.iter().filter_map(|demand| demand.egfr_within)).filter(|_| is_found),
        without_numbers: without.map(|cell| cell.guideline.clone()).collect(),
    }
}

/// The lowest ceiling; an error where one of them hangs on a baseline that is not known, unless all ask for a fall alone:
/// the greatest fall is then the strictest whatever the baseline.
fn strictest<'a>(ceilings: impl Iterator<Item = &'a Ceiling> + Clone) -> Result<Option<Ceiling>, ()> {
    if ceilings.clone().all(|ceiling| ceiling.fall.is_some()) {
        return Ok(ceilings.max_by_key(|ceiling| ceiling.fall).cloned());
    }
    let level = |ceiling: &'a Ceiling| -> Option<(Decimal, bool, &'a Ceiling)> {
        let level = Measure::Proteinuria.canonical(ceiling.amount.as_ref()?)?;
        Some((level, ceiling.operator != Operator::Below, ceiling))
    };
    let levels: Option<Vec<_>> = ceilings.map(level).collect();
    let strictest = levels.ok_or(())?.into_iter().min_by_key(|(level, includes, _)| (*level, *includes));
    Ok(strictest.map(|(_, _, ceiling)| ceiling.clone()))
}

fn most<'a>(limits: impl Iterator<Item = &'a Amount>) -> Option<Amount> {
    limits.max_by_key(|limit| limit.number).cloned()
}

fn narrowest(spans: impl Iterator<Item = Span>) -> Option<Span> {
    spans.min_by_key(|span| (span.least, span.most))
}
