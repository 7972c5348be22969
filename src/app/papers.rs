use crate::domain::{Day, Paper, PaperForm};
use crate::meeting::Recorded;

/// What documents are chosen of.
#[derive(Debug, Clone)]
pub enum PapersOf {
    /// A decision: its sheet, the letter, the patient's plan.
    Decision(Box<Recorded>),
    /// A meeting: its minutes.
    Meeting(Day),
}

/// Which document is written, and as what.
#[derive(Debug, Clone)]
pub struct PapersScreen {
    /// Of what.
    pub of: PapersOf,
    /// The document under the cursor.
    pub selected: usize,
    /// What it is written as, by its place in [`PaperForm::ALL`].
    pub form: usize,
}

impl PapersScreen {
    /// The documents to choose from; none of a meeting, of which there is only one.
    pub fn papers(&self) -> &'static [Paper] {
        match &self.of {
            PapersOf::Decision(recorded) => Paper::of(recorded.locked.decision.outcome),
            PapersOf::Meeting(_) => &[],
        }
    }

    /// The document under the cursor, where there are several.
    pub fn paper(&self) -> Option<Paper> {
        self.papers().get(self.selected).copied()
    }

    /// What it is written as.
    pub fn form(&self) -> PaperForm {
        PaperForm::ALL.get(self.form).copied().unwrap_or(PaperForm::Pdf)
    }
}
