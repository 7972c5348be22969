//! Whether a glucocorticoid that the lines begin goes above every dose that a guideline prints for this patient.

use rust_decimal::Decimal;

use super::concordance::rounded;
use super::shorthand::uppermost;
use crate::clinic::daily_of;
use crate::domain::{Drug, Line, LineKind, Order, Weight};
use crate::knowledge::{Cell, Table, Topic, pulse_totals};

/// The statements whose printed dose the lines exceed; none where nothing is exceeded, or the guideline prints no dose.
/// A range counts by its upper end; a dose that cannot be read, or by a weight that is not known, exceeds nothing.
pub(super) fn exceeded(lines: &[Line], table: &Table, guideline: &str, weight: Option<Weight>) -> Vec<String> {
    let begun = |line: &&Line| line.is_given() && begins(line.kind);
    let mut statements = Vec::new();
    for line in lines.iter().filter(begun) {
        let exceeded = match line.drug {
            Some(Drug::Prednisone | Drug::Prednisolone) => {
                table.cell(Topic::GcStart, guideline).filter(|cell| exceeds_start(line, cell, weight))
            }
            Some(Drug::Methylprednisolone) => {
                table.cell(Topic::GcPulse, guideline).filter(|cell| exceeds_pulse(line, cell, weight))
            }
            _ => None,
        };
        statements.extend(exceeded.into_iter().flat_map(|cell| &cell.spoke).map(|said| said.id.clone()));
    }
    statements
}

const fn begins(kind: LineKind) -> bool {
    matches!(kind, LineKind::Start | LineKind::Add | LineKind::Increase | LineKind::Switch)
}

fn exceeds_start(line: &Line, cell: &Cell, weight: Option<Weight>) -> bool {
    // As the screen shows it, to one decimal: what the room reads there is not above it.
    let most = cell.doses.iter().filter_map(|range| range.mg).map(|mg| rounded(mg.most.0, 1)).max();
    is_above(daily(line, weight), most)
}

/// Above every printed dose of a day, or every printed total; a total of ranges is nobody's order.
fn exceeds_pulse(line: &Line, cell: &Cell, weight: Option<Weight>) -> bool {
    let daily = daily(line, weight);
    let printed: Option<Vec<Decimal>> = cell.pulses.iter().map(|pulse| pulse.daily_mg.map(|mg| mg.most.0)).collect();
    let total = line.order.as_ref().filter(|order| is_one(order)).and_then(|order| {
        let times = Decimal::from(order.times?);
        daily.and_then(|daily| daily.checked_mul(times))
    });
    let printed_total = pulse_totals(&cell.pulses).iter().map(|range| range.most.0).max();
    is_above(daily, printed.and_then(|all| all.into_iter().max())) || is_above(total, printed_total)
}

fn is_one(order: &Order) -> bool {
    order.times_most.is_none() && order.dose.as_ref().is_some_and(|dose| dose.most.is_none())
}

fn is_above(said: Option<Decimal>, printed: Option<Decimal>) -> bool {
    said.zip(printed).is_some_and(|(said, most)| said > most)
}

/// Milligrams of a day, or of one administration; the upper end of a range.
fn daily(line: &Line, weight: Option<Weight>) -> Option<Decimal> {
    daily_of(uppermost(line.order.as_ref()?)?, weight)
}
