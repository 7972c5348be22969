//! Two tables of the same patient held against each other: the cells that say something else.

use super::{Cell, Table, Topic, Verdict};

/// A cell that says something else in another table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changed {
    /// The row, in both tables.
    pub row: usize,
    /// The guideline's column, in both tables.
    pub column: usize,
    /// The topic of the row.
    pub topic: Topic,
    /// Its word before.
    pub before: Verdict,
    /// Its word after.
    pub after: Verdict,
}

impl Changed {
    /// Whether the word itself is another one; else what it stands with: regimens, amounts, advice, warnings.
    pub fn is_verdict(&self) -> bool {
        self.before != self.after
    }
}

/// The cells that say something else: other words first, then the same words about other regimens or amounts; each in
/// the order of the rows.
pub fn changed(before: &Table, after: &Table) -> Vec<Changed> {
    let mut found: Vec<Changed> = Vec::new();
    for (row, (old, new)) in before.rows.iter().zip(&after.rows).enumerate() {
        for (column, (old, new)) in old.cells.iter().zip(&new.cells).enumerate() {
            if says_otherwise(old, new) {
                let (before, after) = (old.verdict, new.verdict);
                found.push(Changed { row, column, topic: old.topic, before, after });
            }
        }
    }
    found.sort_by_key(|one| !one.is_verdict());
    found
}

/// Whether a cell says something else than it did.
pub fn says_otherwise(before: &Cell, after: &Cell) -> bool {
    said(before) != said(after)
}

/// What a cell says, without how it came to say it; what is missing is said only where it keeps the cell from speaking.
fn said(cell: &Cell) -> Cell {
    let mut said = Cell { spoke: Vec::new(), waiting: Vec::new(), ..cell.clone() };
    if cell.verdict != Verdict::NeedsData {
        said.missing.clear();
    }
    for offer in &mut said.offers {
        offer.statements.clear();
        offer.missing.clear();
    }
    said
}
