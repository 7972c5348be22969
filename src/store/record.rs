use chrono::{DateTime, Utc};

pub use crate::meeting::{
    AfterAct, Agenda, Amendment, CellSaid, ChangedCell, DecisionAct, DecisionId, Deed, Did, GuidelineEdition,
    Hypothesis, Hypothesized, Locked, Logged, MeetingAct, Moment, PastDecision as Entry, Postponed, Postponement,
    Recorded, SessionAct, Status, SupposedFact, sha256,
};

/// Who does something, and when. The ledger reads no clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The moment, kept to the millisecond.
    pub at: DateTime<Utc>,
    /// The person or role, as the terminal knows them.
    pub actor: String,
}
