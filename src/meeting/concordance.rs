//! How a decision's lines read against each guideline.

use crate::domain::{Concordance, Line, Outcome};
use crate::knowledge::Table;
use crate::text::Lang;

/// The reading of each guideline.
pub fn concordance(_: Option<Outcome>, _: &[Line], _: &Table) -> Vec<Concordance> {
    Vec::new()
}

/// The lines a form begins with: the regimen under the cursor.
pub fn prefill(_: &Table, _: usize, _: usize, _: Lang) -> String {
    String::new()
}
