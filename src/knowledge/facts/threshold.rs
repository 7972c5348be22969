use rust_decimal::Decimal;

use crate::knowledge::{FactId, Facts, Finding, Kind};

/// Establishes a yes/no fact from a number, in the number's first unit.
pub(super) fn threshold(facts: &mut Facts, fact: FactId, of: FactId, holds: fn(Decimal) -> bool) {
    let number = facts.get(of);
    let value = match (of.kind(), number.amount()) {
        (Kind::Number(measure), Some(amount)) => measure.canonical(amount),
        _ => None,
    };
    let finding = value.map_or_else(
        || Finding::unknown(&number.missing),
        |value| Finding::flag(holds(value), number.evidence.clone()),
    );
    facts.set(fact, finding);
}
