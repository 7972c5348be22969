//! A meeting from its opening to its close, told by the acts that the journal holds: nothing of it is kept anywhere else.

mod act;
mod agenda;
mod founding;
mod passage;
mod quorum;
mod room;
mod then;

pub use act::{MeetingAct, Opening, SessionAct};
pub use agenda::{Item, Progress, Standing};
pub use founding::{SHIPPED as SHIPPED_CHARTER, charter, read_charter};
pub use passage::{Pace, Passage, PassageState, Span};
pub use quorum::{Quorum, quorum};
pub use room::{Attendee, BreakDue, Session, Stage};

use chrono::{DateTime, Utc};

/// Something recorded, with its place in the journal, when and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged<T> {
    /// Place in the journal.
    pub seq: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub actor: String,
    /// What.
    pub what: T,
}
