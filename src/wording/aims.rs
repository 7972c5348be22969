//! What is aimed at: the values that guidelines, target states and the laboratory draw a line at, and whose they are.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::knowledge::{Amount, Cell, Goal, Measure, Operator, Table, Topic};
use crate::text::Lang;

/// A value to reach: its operator, and who sets it.
pub struct Aim {
    /// The value, in the unit of its chart.
    pub value: Decimal,
    /// `<`, `≤`, `≥`.
    pub sign: &'static str,
    /// Who sets it.
    pub names: Vec<String>,
}

impl Aim {
    /// An aim of one.
    pub fn new(value: Decimal, sign: &'static str, name: &str) -> Self {
        Self { value, sign, names: vec![name.to_owned()] }
    }

    /// Where its line runs, and what stands beside it, such as `≤ 0,7 EULAR`.
    pub fn labelled(&self, lang: Lang, decimals: u32) -> Option<(f64, String)> {
        let number = lang.number(self.value, decimals);
        let label = format!(" {}\u{a0}{number} {}", self.sign, self.names.join(" "));
        Some((self.value.to_f64()?, label.trim_end().to_owned()))
    }
}

/// Adds an aim; of the same value and operator there is one, with the names of all who set it.
pub fn add(aims: &mut Vec<Aim>, aim: Aim) {
    match aims.iter_mut().find(|known| known.value == aim.value && known.sign == aim.sign) {
        Some(known) => {
            let new = aim.names.into_iter().filter(|name| !known.names.contains(name)).collect::<Vec<_>>();
            known.names.extend(new);
        }
        None => aims.push(aim),
    }
}

/// What the guidelines expect of proteinuria at twelve months, in this unit.
pub fn proteinuria(table: &Table, unit: &str) -> Vec<Aim> {
    of_guidelines(table, Topic::Response12m, |cell| {
        let aims = cell.expectations.iter().filter(|expectation| expectation.goal != Goal::Partial);
        let ceilings = aims.flat_map(|expectation| &expectation.proteinuria);
        let levels = ceilings.filter(|ceiling| ceiling.fall.is_none());
        levels
            .filter_map(|ceiling| {
                let level = level(ceiling.amount.as_ref()?, unit)?;
                Some((level, if ceiling.operator == Operator::Below { "<" } else { "≤" }))
            })
            .collect()
    })
}

/// An amount of proteinuria in this unit: as printed where it is printed in it.
fn level(amount: &Amount, unit: &str) -> Option<Decimal> {
    if amount.unit == unit {
        return Some(amount.number.0);
    }
    let one = Measure::Proteinuria.canonical(&Amount::new(Decimal::ONE, unit))?;
    Measure::Proteinuria.canonical(amount)?.checked_div(one)
}

/// The least filtration that the guidelines expect at twelve months, mL/min/1.73 m².
pub fn filtration(table: &Table) -> Vec<Aim> {
    of_guidelines(table, Topic::Response12m, |cell| {
        let least = cell.expectations.iter().filter_map(|expectation| expectation.egfr_least.as_ref());
        least.map(|amount| (amount.number.0, "≥")).collect()
    })
}

/// The lowest prednisone that the guidelines want to reach, mg a day.
pub fn glucocorticoid(table: &Table) -> Vec<Aim> {
    of_guidelines(table, Topic::GcTarget, |cell| {
        cell.targets
            .iter()
            .map(|target| (target.at_most_mg.0, "≤"))
            .min_by_key(|(value, _)| *value)
            .into_iter()
            .collect()
    })
}

fn of_guidelines(table: &Table, topic: Topic, of: impl Fn(&Cell) -> Vec<(Decimal, &'static str)>) -> Vec<Aim> {
    let mut aims = Vec::new();
    let cells = table.row(topic).into_iter().flat_map(|row| row.cells.iter().zip(&table.columns));
    for (cell, column) in cells {
        for (value, sign) in of(cell) {
            add(&mut aims, Aim::new(value, sign, &column.name));
        }
    }
    aims
}
