use rust_decimal::Decimal;

use super::gap::Start;
use super::{Asking, undecided};
use crate::knowledge::{Cell, Ground, MgRange, Scheme, SharedTarget, Target, TargetOf};

/// The ceilings of daily prednisone that satisfy all. Of the schemes a guideline leaves the choice of, those count whose own
/// start is among the shared starts, so that start and target can be held together; of these the most lenient.
/// While the shared starts are open, so is the choice of scheme.
pub(super) fn target(asking: &Asking<'_>, starting: &Asking<'_>, shared: &Start) -> SharedTarget {
    let printed: Vec<&&Cell> = asking.0.iter().filter(|cell| !cell.targets.is_empty()).collect();
    let has_schemes = printed.iter().any(|cell| cell.targets.len() > 1);
    let is_open = asking.is_open() || has_schemes && shared.state == Ground::NeedsData;
    let state = undecided(asking.0.len(), printed.len(), is_open);
    let demands = printed.iter().filter_map(|cell| {
        let start = starting.0.iter().find(|start| start.guideline == cell.guideline);
        lenient(cell, &schemes(start.copied(), &shared.shared))
    });
    SharedTarget {
        state: state.unwrap_or(Ground::Found),
        demands: if state.is_none() { strictest(demands.collect()) } else { Vec::new() },
        without_numbers: asking.without_numbers(|cell| !cell.targets.is_empty()),
    }
}

/// The schemes whose start is among the shared ones; none where nothing is shared.
fn schemes(start: Option<&Cell>, shared: &[MgRange]) -> Vec<Scheme> {
    let doses = start.into_iter().flat_map(|cell| &cell.doses);
    let meets = |mg: MgRange| shared.iter().any(|range| range.shared(mg).is_some());
    doses.filter(|dose| dose.mg.is_some_and(meets)).map(|dose| dose.scheme).collect()
}

fn lenient(cell: &Cell, schemes: &[Scheme]) -> Option<TargetOf> {
    let fitting = cell.targets.iter().filter(|target| schemes.is_empty() || schemes.contains(&target.scheme));
    let most = fitting.max_by_key(|target| (target.at_most_mg, days(target)))?;
    Some(TargetOf { guideline: cell.guideline.clone(), target: most.clone() })
}

/// The last day it may be reached on: a month is 30.4375 days, the mean of the calendar.
fn days(target: &Target) -> Option<Decimal> {
    let weeks = target.weeks.and_then(|weeks| weeks.most.0.checked_mul(Decimal::from(7)));
    weeks.or_else(|| target.months.and_then(|months| months.most.0.checked_mul(Decimal::new(304_375, 4))))
}

/// Those that no other one makes superfluous: as low, and no later.
fn strictest(demands: Vec<TargetOf>) -> Vec<TargetOf> {
    let mut kept: Vec<TargetOf> = Vec::new();
    for one in demands {
        if kept.iter().any(|other| covers(other, &one)) {
            continue;
        }
        kept.retain(|other| !covers(&one, other));
        kept.push(one);
    }
    kept
}

fn covers(one: &TargetOf, other: &TargetOf) -> bool {
    let no_later = match (days(&one.target), days(&other.target)) {
        (Some(one), Some(other)) => one <= other,
        (_, None) => true,
        (None, Some(_)) => false,
    };
    one.target.at_most_mg <= other.target.at_most_mg && no_later
}
