//! Ranges of milligrams held against each other.

use rust_decimal::Decimal;

use super::{MgRange, Number, Pulse};

/// Every range that two sets of ranges share.
pub(super) fn meet(one: &[MgRange], other: &[MgRange]) -> Vec<MgRange> {
    let mut shared: Vec<MgRange> =
        one.iter().flat_map(|range| other.iter().filter_map(|with| range.shared(*with))).collect();
    shared.dedup();
    shared
}

/// Total mg of the pulses: as printed, else mg a day times days.
pub fn totals(pulses: &[Pulse]) -> Vec<MgRange> {
    let total = |pulse: &Pulse| {
        if let Some(total) = pulse.total_mg {
            return Some(MgRange { least: Some(total.least), most: total.most });
        }
        let daily = pulse.daily_mg?;
        let times = |mg: Number, days: Number| mg.0.checked_mul(days.0).map(Number);
        let least = times(daily.least, Number(pulse.days.least.0.max(Decimal::ONE)))?;
        Some(MgRange { least: Some(least), most: times(daily.most, pulse.days.most)? })
    };
    pulses.iter().filter_map(total).collect()
}
