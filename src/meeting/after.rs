//! What happens to a decision after it is locked: it is signed, told, followed up, closed. Each is an act of its own.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DecisionId, Logged};
use crate::domain::{ActionEnd, CourseOutcome, Day, DocumentStatus, Fulfilment, NotDone, PatientAnswer};

/// What came of a decision, at one look back (rcp.md 8.6). Figures as they are written, with their units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FollowUp {
    /// The day of the look back.
    pub on: Day,
    /// Months after the decision that it stands for: 3, 6, 12.
    pub months: u32,
    /// How far the decision was carried out.
    pub fulfilment: Fulfilment,
    /// How far each of its lines was, by its place from 1; empty where nobody said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub per_line: Vec<(u32, Fulfilment)>,
    /// Why not, or not wholly; always given for `none` and `partial`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<NotDone>,
    /// What came of it for the kidney.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<CourseOutcome>,
    /// UPCR then, with its unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upcr: Option<String>,
    /// eGFR then, with its unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub egfr: Option<String>,
    /// SLEDAI-2K then, in points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sledai: Option<u32>,
    /// Prednisone then, with its unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub steroid: Option<String>,
    /// Side effects, and what one learns from it, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// One act after a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "act", rename_all = "kebab-case")]
pub enum AfterAct {
    /// The coordinator validates this version.
    Signed {
        /// Who signs, as the minutes name them; never blank.
        by: String,
    },
    /// The patient was told.
    Told {
        /// The day.
        on: Day,
        /// By whom, never blank.
        by: String,
        /// What the patient answers.
        answer: PatientAnswer,
        /// In their words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
    },
    /// What came of it.
    Followed(FollowUp),
    /// An action of the decision is done or dropped.
    ActionEnded {
        /// Its place among the decision's actions, from 1.
        action: u32,
        /// The day.
        on: Day,
        /// How it ended.
        end: ActionEnd,
        /// Why, where it was dropped.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
    },
    /// A branch was looked at: its condition was met or not, and what was done then.
    BranchSettled {
        /// Its id, e.g. `B1`.
        branch: String,
        /// The day.
        on: Day,
        /// Whether its condition was met.
        met: bool,
        /// What was seen, in words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
    },
    /// The record is closed: nothing more is due.
    Closed {
        /// Why nothing more is due; may be blank.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
    },
}

impl AfterAct {
    /// What the database calls it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Signed { .. } => "signed",
            Self::Told { .. } => "told",
            Self::Followed(_) => "followed",
            Self::ActionEnded { .. } => "action-ended",
            Self::BranchSettled { .. } => "branch-settled",
            Self::Closed { .. } => "closed",
        }
    }

    /// The day it is about, where it is about one.
    pub fn day(&self) -> Option<Day> {
        match self {
            Self::Told { on, .. } | Self::ActionEnded { on, .. } | Self::BranchSettled { on, .. } => Some(*on),
            Self::Followed(follow) => Some(follow.on),
            Self::Signed { .. } | Self::Closed { .. } => None,
        }
    }

    /// What may not be missing and is; none where all is said.
    pub fn lacks(&self) -> Option<&'static str> {
        let blank = |words: &str, what| words.trim().is_empty().then_some(what);
        match self {
            Self::Signed { by } => blank(by, "who signs"),
            Self::Told { by, .. } => blank(by, "who told the patient"),
            Self::Followed(follow) => {
                let needs = matches!(follow.fulfilment, Fulfilment::None | Fulfilment::Partial);
                (needs && follow.reason.is_none()).then_some("the reason why it was not carried out")
            }
            Self::ActionEnded { end: ActionEnd::Dropped, words, .. } => blank(words, "why the action was dropped"),
            _ => None,
        }
    }
}

/// An act after a decision, and the version it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionAct {
    /// The version.
    pub decision: DecisionId,
    /// What was done.
    pub done: AfterAct,
}

/// The state of this version's document: signing and closing are of a version; a new one is neither signed nor closed.
pub fn document_status(acts: &[Logged<DecisionAct>], version: DecisionId) -> DocumentStatus {
    let closed =
        acts.iter().any(|act| act.what.decision == version && matches!(act.what.done, AfterAct::Closed { .. }));
    let signed =
        |act: &&Logged<DecisionAct>| act.what.decision == version && matches!(act.what.done, AfterAct::Signed { .. });
    match (closed, acts.iter().any(|act| signed(&act))) {
        (true, _) => DocumentStatus::Closed,
        (false, true) => DocumentStatus::Validated,
        (false, false) => DocumentStatus::Completed,
    }
}
