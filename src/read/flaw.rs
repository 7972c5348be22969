//! What is wrong with a guideline file although its form is right.

use serde::Serialize;

use crate::domain::Day;

/// A fault of a guideline's content; the `text` room gives it words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flaw {
    /// The file says nothing.
    NothingSaid,
    /// More than one document in the file.
    ManyGuidelines,
    /// A fact that is a number or a class, asked with `is`.
    AskedAsYesOrNo {
        /// The fact.
        fact: String,
    },
    /// A fact that is not a number, held against a limit.
    AskedAsNumber {
        /// The fact.
        fact: String,
    },
    /// A limit in a unit that its fact does not have.
    UnitOfFact {
        /// The limit as written.
        written: String,
        /// The fact.
        fact: String,
        /// The units it has.
        known: Vec<String>,
    },
    /// A regimen that the formulary does not have.
    UnknownRegimen {
        /// The code as written.
        written: String,
        /// The codes there are.
        known: Vec<String>,
        /// The nearest of them, if one is near.
        nearest: Option<String>,
    },
    /// `conflicts_with` or `from` that names nothing of this file.
    NamesNothing {
        /// The key.
        key: String,
        /// The id as written.
        written: String,
        /// The ids there are.
        known: Vec<String>,
        /// The nearest of them, if one is near.
        nearest: Option<String>,
    },
    /// An id used twice in the file.
    UsedTwice {
        /// The id.
        id: String,
    },
    /// The id of another guideline that is loaded.
    TakenId {
        /// The id.
        id: String,
    },
    /// A verdict under `drugs` that does not lower anything.
    DoesNotLower {
        /// The verdict.
        verdict: String,
    },
    /// A verdict that is computed and cannot be stated.
    IsComputed {
        /// The verdict.
        verdict: String,
    },
    /// A statement without the guideline's own number.
    NoNumber,
    /// Who checked without when, or when without who.
    HalfChecked {
        /// The key that lacks.
        key: String,
    },
    /// Topics with neither a statement nor a declared silence.
    Unanswered {
        /// The topics.
        topics: Vec<String>,
    },
    /// The day of the next check has passed.
    Overdue {
        /// That day.
        day: Day,
    },
}

impl Flaw {
    /// Whether it keeps the guideline out; else somebody should look.
    pub fn is_error(&self) -> bool {
        !matches!(self, Self::Overdue { .. })
    }

    /// Whether it says that something lacks, which may only have been set aside with another fault.
    pub(super) fn is_of_absence(&self) -> bool {
        matches!(self, Self::Unanswered { .. } | Self::NamesNothing { .. })
    }

    /// What JSON calls it.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::NothingSaid => "empty-file",
            Self::ManyGuidelines => "many-documents",
            Self::AskedAsYesOrNo { .. } => "asked-as-yes-or-no",
            Self::AskedAsNumber { .. } => "asked-as-number",
            Self::UnitOfFact { .. } => "unit-of-fact",
            Self::UnknownRegimen { .. } => "unknown-regimen",
            Self::NamesNothing { .. } => "names-nothing",
            Self::UsedTwice { .. } => "id-used-twice",
            Self::TakenId { .. } => "id-taken",
            Self::DoesNotLower { .. } => "does-not-lower",
            Self::IsComputed { .. } => "verdict-is-computed",
            Self::NoNumber => "no-number",
            Self::HalfChecked { .. } => "half-checked",
            Self::Unanswered { .. } => "topic-unanswered",
            Self::Overdue { .. } => "check-overdue",
        }
    }
}
