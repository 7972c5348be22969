use super::{Asking, undecided};
use crate::knowledge::ranges::{meet, totals};
use crate::knowledge::{Cell, Ground, MgRange, Pulse, SharedPulse};

/// The pulses that satisfy all: mg in all, and mg a day. A guideline that prints no daily dose asks for none.
pub(super) fn pulse(asking: &Asking<'_>) -> SharedPulse {
    let printed: Vec<&&Cell> = asking.0.iter().filter(|cell| !cell.pulses.is_empty()).collect();
    let total = shared(printed.iter().map(|cell| totals(&cell.pulses)));
    let daily = shared(printed.iter().map(|cell| cell.pulses.iter().filter_map(daily).collect()));
    let state = undecided(asking.0.len(), printed.len(), asking.is_open());
    let meets = !(total.as_ref().is_some_and(Vec::is_empty) || daily.as_ref().is_some_and(Vec::is_empty));
    let state = state.unwrap_or(if meets { Ground::Found } else { Ground::None });
    let kept = |ranges: Option<Vec<MgRange>>| ranges.filter(|_| state == Ground::Found).unwrap_or_default();
    SharedPulse {
        state,
        total_mg: kept(total),
        daily_mg: kept(daily),
        without_numbers: asking.without_numbers(|cell| !cell.pulses.is_empty()),
    }
}

fn daily(pulse: &Pulse) -> Option<MgRange> {
    pulse.daily_mg.map(|mg| MgRange { least: Some(mg.least), most: mg.most })
}

/// What all who print a range share; none where none does.
fn shared(ranges: impl Iterator<Item = Vec<MgRange>>) -> Option<Vec<MgRange>> {
    ranges.filter(|ranges| !ranges.is_empty()).reduce(|shared, more| meet(&shared, &more))
}
