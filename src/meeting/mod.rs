//! The meeting: its life from opening to close, a decision's draft, its lines, its concordance with each guideline, and what
//! happens to it afterwards. Never touches the disk.

mod after;
mod ceiling;
mod chase;
mod concordance;
mod deliberation;
mod difference;
mod draft;
mod due;
mod merge;
mod profile;
mod record;
mod remark;
pub mod session;
mod shorthand;
mod shown;
mod trigger;

pub use after::{AfterAct, DecisionAct, FollowUp, document_status};
pub use chase::{AwaitedDatum, Chased};
pub use concordance::{Proposal, concordance, continued, proposal};
pub use deliberation::{Deliberation, Gap, Round, Seat, Voice, awaited, gaps, given, seats, uses};
pub use difference::{Change, Part, Piece, changes};
pub use draft::{Draft, Lack, RATIONALE_MOST};
pub use due::{
    OpenAction, OpenBranch, OpenDecision, OpenDraft, Task, TaskCounts, TaskKind, Todo, Why, of_decision, tasks,
};
pub use merge::{DraftPart, merged};
pub use profile::{ClassGroup, ExtrarenalLevel, PregnancyProject, Profile};
pub use record::{
    Agenda, Amendment, CellSaid, ChangedCell, DecisionId, Deed, Did, GuidelineEdition, Hypothesis, Hypothesized,
    Locked, Moment, PastDecision, PersonThen, Postponed, Postponement, Recorded, Revision, RoomThen, Status,
    SupposedFact, sha256,
};
pub use remark::{Remark, is_dose_open, remarks};
pub use session::{Logged, MeetingAct, Session, SessionAct};
pub use shorthand::{
    Consequence, Item, Plan, Said, condition, drug_named, hides_drug, ordered, print, printed, proposed, proposed_by,
    read,
};
pub use shown::{JustDone, OnShow, Shown};
pub use trigger::met;
