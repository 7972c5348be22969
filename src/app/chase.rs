//! What is awaited for the cases of the agenda.

use crate::knowledge::Informant;
use crate::meeting::Chased;

/// What is awaited, grouped by who can tell it.
#[derive(Debug, Clone, Default)]
pub struct ChaseScreen {
    /// The cases, in the order of the agenda.
    pub cases: Vec<Chased>,
    /// What the cursor is on, among the rows.
    pub selected: usize,
    /// Who is asked; none where all are.
    pub informant: Option<Informant>,
}

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChaseRow {
    /// Who is asked.
    pub informant: Informant,
    /// For which case, by its place in the list.
    pub case: usize,
}

impl ChaseScreen {
    /// One row for each case and each who is asked for it.
    pub fn rows(&self) -> Vec<ChaseRow> {
        let asked = Informant::ALL.iter().copied().filter(|one| self.informant.is_none_or(|only| only == *one));
        asked
            .flat_map(|informant| {
                let awaits = move |(_, case): &(usize, &Chased)| case.from(informant).next().is_some();
                self.cases.iter().enumerate().filter(awaits).map(move |(case, _)| ChaseRow { informant, case })
            })
            .collect()
    }

    /// Those of whom something is awaited.
    pub fn informants(&self) -> Vec<Informant> {
        let is_asked = |one: &Informant| self.cases.iter().any(|case| case.from(*one).next().is_some());
        Informant::ALL.iter().copied().filter(is_asked).collect()
    }
}
