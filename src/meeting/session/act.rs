use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::{CaseId, Charter, Day, Gathering, Interest, Minutes, Mode, Participant, Presence, Reach};

/// How a meeting is opened (rcp.md 8.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Opening {
    /// Its name.
    pub title: String,
    /// How far it reaches.
    pub reach: Reach,
    /// How it is held.
    pub gathering: Gathering,
    /// Where; empty where nobody said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Who chairs, never blank.
    pub chair: String,
    /// Who takes down, never blank.
    pub secretary: String,
    /// What it agreed upon for itself, as it was that day.
    pub charter: Charter,
    /// The cases on the agenda when it was opened, in order: what comes later is late, and says why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<CaseId>,
}

/// Longest name on an attendance sheet, in characters.
const LONGEST_NAME: usize = 80;

/// What is wrong with a name; none where it can stand on a sheet that is never changed.
fn misnamed(name: &str, what: &'static str) -> Option<&'static str> {
    if name.trim().is_empty() {
        return Some(what);
    }
    let is_bad = name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control);
    is_bad.then_some("a name of at most 80 letters on one line")
}

/// One act of the life of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "act", rename_all = "kebab-case")]
pub enum SessionAct {
    /// The meeting is opened; or opened again after it was closed.
    Opened(Box<Opening>),
    /// Somebody comes, or is corrected.
    Joined {
        /// Who.
        person: Participant,
        /// How.
        presence: Presence,
    },
    /// Somebody leaves.
    Left {
        /// Their name.
        person: String,
    },
    /// An interest is declared.
    Declared {
        /// Who.
        person: String,
        /// Of what kind; `none` is a declaration too.
        interest: Interest,
        /// In their words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
    },
    /// Somebody takes no part in a case.
    Recused {
        /// Who.
        person: String,
        /// Which case.
        case: CaseId,
    },
    /// Somebody takes part in a case again.
    Returned {
        /// Who.
        person: String,
        /// Which case.
        case: CaseId,
    },
    /// A case comes onto the agenda after the opening.
    Added {
        /// Which.
        case: CaseId,
        /// Why so late, never blank.
        reason: String,
    },
    /// A case is discussed that was to be recorded, or the other way round.
    Turned {
        /// Which.
        case: CaseId,
        /// How it is treated from now on.
        mode: Mode,
        /// The named rule, where it is only recorded.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rule: Option<String>,
        /// Why; may be blank for a case that is discussed after all.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// A case is given more or less time.
    Budgeted {
        /// Which.
        case: CaseId,
        /// How long it may take.
        time: Minutes,
    },
    /// The clock of a case runs: from its beginning, or again after a pause. Any other clock stops.
    Started {
        /// Which.
        case: CaseId,
    },
    /// The clock of a case stands still.
    Paused {
        /// Which.
        case: CaseId,
    },
    /// The room has done with a case.
    Ended {
        /// Which.
        case: CaseId,
    },
    /// A break begins.
    BreakBegan,
    /// The break is over.
    BreakEnded,
    /// A case was not reached and goes to another meeting.
    CarriedOver {
        /// Which.
        case: CaseId,
        /// Why, never blank.
        reason: String,
    },
    /// The meeting is closed.
    Closed,
}

impl SessionAct {
    /// What the database calls it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Opened(_) => "opened",
            Self::Joined { .. } => "joined",
            Self::Left { .. } => "left",
            Self::Declared { .. } => "declared",
            Self::Recused { .. } => "recused",
            Self::Returned { .. } => "returned",
            Self::Added { .. } => "added",
            Self::Turned { .. } => "turned",
            Self::Budgeted { .. } => "budgeted",
            Self::Started { .. } => "started",
            Self::Paused { .. } => "paused",
            Self::Ended { .. } => "ended",
            Self::BreakBegan => "break-began",
            Self::BreakEnded => "break-ended",
            Self::CarriedOver { .. } => "carried-over",
            Self::Closed => "closed",
        }
    }

    /// The case it is about.
    pub fn case(&self) -> Option<&CaseId> {
        match self {
            Self::Recused { case, .. }
            | Self::Returned { case, .. }
            | Self::Added { case, .. }
            | Self::Turned { case, .. }
            | Self::Budgeted { case, .. }
            | Self::Started { case }
            | Self::Paused { case }
            | Self::Ended { case }
            | Self::CarriedOver { case, .. } => Some(case),
            _ => None,
        }
    }

    /// The person it is about.
    pub fn person(&self) -> Option<&str> {
        match self {
            Self::Joined { person, .. } => Some(&person.name),
            Self::Left { person }
            | Self::Declared { person, .. }
            | Self::Recused { person, .. }
            | Self::Returned { person, .. } => Some(person),
            _ => None,
        }
    }

    /// What may not be blank and is; none where all is said.
    pub fn lacks(&self) -> Option<&'static str> {
        let blank = |words: &str, what| words.trim().is_empty().then_some(what);
        match self {
            Self::Opened(opening) => {
                misnamed(&opening.chair, "the chair").or_else(|| misnamed(&opening.secretary, "the secretary"))
            }
            Self::Joined { person, .. } => misnamed(&person.name, "the name"),
            Self::Added { reason, .. } => blank(reason, "the reason for the late addition"),
            Self::CarriedOver { reason, .. } => blank(reason, "the reason for carrying over"),
            Self::Turned { mode: Mode::Record, rule, .. } => {
                blank(rule.as_deref().unwrap_or_default(), "the rule under which a case is only recorded")
            }
            _ => None,
        }
    }
}

/// An act, and the meeting it belongs to: one meeting a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingAct {
    /// Day of the meeting.
    pub meeting: Day,
    /// What was done.
    pub done: SessionAct,
}
