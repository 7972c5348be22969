use rust_decimal::Decimal;

use crate::knowledge::{FactId, Facts, Finding, Kind};

/// A yes/no finding from a number fact, in the number's first unit.
pub(super) fn threshold(facts: &Facts, of: FactId, holds: fn(Decimal) -> bool) -> Finding {
    let number = facts.get(of);
    let value = match (of.kind(), number.amount()) {
        (Kind::Number(measure), Some(amount)) => measure.canonical(amount),
        _ => None,
    };
    value
        .map_or_else(|| Finding::unknown(&number.missing), |value| Finding::flag(holds(value), number.evidence.clone()))
}
