use super::{Statement, Truth};

/// A statement with whether it speaks for this patient.
#[derive(Debug)]
pub(super) struct Judged<'a> {
    pub statement: &'a Statement,
    pub truth: Truth,
}
