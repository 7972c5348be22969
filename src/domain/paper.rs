use super::Outcome;
use super::codes::codes;

codes! {
    /// A document of a decision.
    Paper {
        /// The sheet of the case (fiche RCP).
        Sheet = "sheet",
        /// The letter to the requester.
        Letter = "letter",
        /// The patient's plan.
        Plan = "plan",
    }
    /// What a document is written as.
    PaperForm {
        Pdf = "pdf",
        /// Word.
        Docx = "docx",
        /// One file that needs no other, and prints well.
        Html = "html",
        Markdown = "markdown",
        /// Text of 80 columns.
        Text = "text",
    }
}

impl Paper {
    /// The documents of a decision with this outcome: there is no plan for a patient who died.
    pub const fn of(outcome: Outcome) -> &'static [Self] {
        match outcome {
            Outcome::Deceased => &[Self::Sheet, Self::Letter],
            _ => Self::ALL,
        }
    }
}

impl PaperForm {
    /// How the name of its files ends.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
        }
    }

    /// Whether a terminal can show it.
    pub const fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::Markdown | Self::Html)
    }
}
