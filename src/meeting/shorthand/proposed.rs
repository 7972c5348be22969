//! Lines as the safety rules see them; where the words can be read in two ways they mean no dose.

use rust_decimal::Decimal;

use super::item::Item;
use super::order::one_amount;
use super::read::read;
use crate::domain::{Dose, Line, Order, OrderedDose, Per, Rhythm, TimeUnit};
use crate::knowledge::Proposed;

/// A line as the safety rules see it; none where it names no drug, or is not given as the decision stands.
pub fn proposed(line: &Line) -> Option<Proposed> {
    let drug = line.drug.filter(|_| line.is_given())?;
    let order = line.order.as_ref();
    Some(Proposed { kind: line.kind, drug, dose: order.and_then(dose), times: order.and_then(times) })
}

/// The lines of a draft's text as the safety rules see them.
pub fn proposed_by(text: &str) -> Vec<Proposed> {
    let lines =
        read(text).into_iter().filter_map(|said| if let Item::Line(line) = said.item { Some(line) } else { None });
    lines.filter_map(|line| proposed(&line)).collect()
}

/// The dose of an order where a range counts by its upper end, and a limit as what it allows.
pub fn uppermost(order: &Order) -> Option<Dose> {
    let said = order.dose.as_ref()?;
    let amount = said.most.unwrap_or(said.amount);
    dose(&Order { dose: Some(OrderedDose { limit: None, most: None, amount, ..*said }), ..order.clone() })
}

fn dose(order: &Order) -> Option<Dose> {
    let said = order.dose.as_ref()?;
    let (amount, unit) = one_amount(said)?;
    let dose = |amount, per| Some(Dose { amount, unit, per });
    match (said.per, &order.rhythm) {
        (Some(per), _) => dose(amount, per),
        (None, Some(Rhythm::Times { count, per })) => dose(amount.checked_mul(Decimal::from(*count))?, *per),
        (None, _) => dose(amount, Per::Administration),
    }
}

/// How many administrations: as said, or one for each day that it is given for; none where that is left open.
fn times(order: &Order) -> Option<u16> {
    if order.times_most.is_some() {
        return None;
    }
    let days = order.duration.filter(|duration| duration.unit == TimeUnit::Day).map(|duration| duration.count);
    let marks = match &order.rhythm {
        Some(Rhythm::At { marks, then_every: None }) => u16::try_from(marks.len()).ok(),
        _ => None,
    };
    order.times.or(days).or(marks)
}
