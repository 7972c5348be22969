use super::{Facts, Statement, Truth};

/// A statement with whether it speaks for this patient.
#[derive(Debug)]
pub(super) struct Judged<'a> {
    pub statement: &'a Statement,
    pub truth: Truth,
}

impl<'a> Judged<'a> {
    pub fn of(statement: &'a Statement, facts: &Facts) -> Self {
        Self { statement, truth: facts.judge(&statement.when) }
    }
}
