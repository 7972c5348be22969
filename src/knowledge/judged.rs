use super::{Statement, Truth};

/// A statement with whether it speaks for this patient.
#[derive(Debug, Clone)]
pub(super) struct Judged<'a> {
    pub statement: &'a Statement,
    pub truth: Truth,
}
