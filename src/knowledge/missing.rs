//! What is missing, ranked by how many answers it would settle.

use std::collections::BTreeMap;

use super::{Cell, Datum, Table, Verdict};

/// A missing datum, and how much hangs on it.
///
/// An answer is open where the verdict of a cell is `needs_data`; what it hangs on is what the statement, the offer or the
/// silence that decides it lacks ([`Cell::hangs_on`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing {
    /// What is missing.
    pub datum: Datum,
    /// Open answers that hang on it alone: it settles them.
    pub settles: usize,
    /// Open answers that hang on it and on others: it settles them with those.
    pub with_others: usize,
    /// Cells it could change in all, those among them.
    pub touched: usize,
}

/// What is missing, first what settles most; then what settles most with others, then what could change most.
pub fn missing(table: &Table) -> Vec<Missing> {
    let mut found: BTreeMap<Datum, Missing> = BTreeMap::new();
    for cell in table.rows.iter().flat_map(|row| &row.cells) {
        let hangs_on = hangs_on(cell);
        let others = cell.missing.iter().filter(|datum| !hangs_on.contains(datum));
        for datum in hangs_on.iter().chain(others) {
            let entry =
                found.entry(*datum).or_insert(Missing { datum: *datum, settles: 0, with_others: 0, touched: 0 });
            let is_asked = hangs_on.contains(datum);
            entry.settles += usize::from(is_asked && hangs_on.len() == 1);
            entry.with_others += usize::from(is_asked && hangs_on.len() > 1);
            entry.touched += 1;
        }
    }
    let mut missing: Vec<Missing> = found.into_values().collect();
    missing.sort_by_key(|entry| std::cmp::Reverse((entry.settles, entry.with_others, entry.touched)));
    missing
}

/// What an open answer hangs on; in a table kept before that was said, everything the cell lacks.
fn hangs_on(cell: &Cell) -> &[Datum] {
    match cell.verdict {
        Verdict::NeedsData if cell.hangs_on.is_empty() => &cell.missing,
        Verdict::NeedsData => &cell.hangs_on,
        _ => &[],
    }
}
