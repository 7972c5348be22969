//! What is awaited for several cases, grouped by who can tell it: what a decision deferred for missing data waits for.

use std::path::PathBuf;

use crate::domain::{Case, CaseId};
use crate::knowledge::{Completeness, Datum, Facts, Informant, Missing, Table, Topic, awaited, completeness, waiting};

/// What one case awaits.
#[derive(Debug, Clone, PartialEq)]
pub struct Chased {
    /// The file.
    pub path: PathBuf,
    /// The case.
    pub case: CaseId,
    /// Its pseudonym.
    pub alias: String,
    /// Who asked.
    pub requester: Option<String>,
    /// How much of what the guidelines ask is known.
    pub completeness: Completeness,
    /// What is awaited, first what settles most.
    pub awaited: Vec<AwaitedDatum>,
}

/// Something that is awaited.
#[derive(Debug, Clone, PartialEq)]
pub struct AwaitedDatum {
    /// What, and how much hangs on it.
    pub missing: Missing,
    /// Rows that wait for it, each with its guidelines as they are called.
    pub rows: Vec<(Topic, Vec<String>)>,
}

impl Chased {
    /// What this case awaits.
    pub fn of(path: PathBuf, case: &Case, facts: &Facts, table: &Table) -> Self {
        let heading = |id: &str| {
            let column = table.columns.iter().find(|column| column.guideline == id);
            column.map_or_else(|| id.to_owned(), crate::knowledge::Column::heading)
        };
        let rows = |datum: Datum| {
            let rows = waiting(table, datum).into_iter();
            rows.map(|(topic, ids)| (topic, ids.into_iter().map(heading).collect())).collect()
        };
        let awaited = awaited(table).into_iter().map(|missing| AwaitedDatum { missing, rows: rows(missing.datum) });
        Self {
            path,
            case: case.case.clone(),
            alias: case.patient.alias.to_string(),
            requester: case.requester.as_ref().map(|requester| requester.name.clone()),
            completeness: completeness(table, facts),
            awaited: awaited.collect(),
        }
    }

    /// What this informant can tell of it.
    pub fn from(&self, informant: Informant) -> impl Iterator<Item = &AwaitedDatum> {
        self.awaited.iter().filter(move |one| one.missing.datum.informant() == informant)
    }
}
