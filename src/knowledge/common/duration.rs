use super::{needs_data, undecided};
use crate::knowledge::{Cell, CountedFrom, DurationOf, Elapsed, Ground, SharedDuration};

/// The shortest durations that satisfy all. Treatment starts before the response, which comes before the complete one:
/// as many months counted from a later day are longer.
pub(super) fn duration(cells: &[Cell]) -> SharedDuration {
    let asking: Vec<&Cell> = cells.iter().filter(|cell| cell.verdict.speaks()).collect();
    let printed = asking.iter().filter(|cell| !cell.durations.is_empty());
    let without = asking.iter().filter(|cell| cell.durations.is_empty() && !needs_data(cell));
    let state = undecided(asking.len(), printed.clone().count(), asking.iter().any(|cell| needs_data(cell)));
    let each: Vec<DurationOf> = printed
        .flat_map(|cell| {
            let of = |elapsed: &Elapsed| DurationOf { guideline: cell.guideline.clone(), elapsed: elapsed.clone() };
            cell.durations.iter().map(of)
        })
        .collect();
    let each = if state.is_none() { each } else { Vec::new() };
    SharedDuration {
        state: state.unwrap_or(Ground::Found),
        demands: longest(&each),
        each,
        without_numbers: without.map(|cell| cell.guideline.clone()).collect(),
    }
}

/// Those that no other one makes superfluous.
fn longest(each: &[DurationOf]) -> Vec<DurationOf> {
    let mut kept: Vec<DurationOf> = Vec::new();
    for one in each {
        if kept.iter().any(|other| covers(other, one)) {
            continue;
        }
        kept.retain(|other| !covers(one, other));
        kept.push(one.clone());
    }
    kept
}

fn covers(one: &DurationOf, other: &DurationOf) -> bool {
    let (one, other) = (&one.elapsed.duration, &other.elapsed.duration);
    let (from, than) = (one.counted_from, other.counted_from);
    let is_later = matches!((lateness(from), lateness(than)), (Some(from), Some(than)) if from >= than);
    one.least_months >= other.least_months && (from == than || is_later)
}

/// The order of the days in a course of treatment; none for a day that has no place in it.
const fn lateness(from: CountedFrom) -> Option<u8> {
    match from {
        CountedFrom::Start => Some(0),
        CountedFrom::Response => Some(1),
        CountedFrom::CompleteResponse => Some(2),
        CountedFrom::CompatibleDrugs => None,
    }
}
