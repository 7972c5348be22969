//! A decision's draft, its lines, its concordance with each guideline. Never touches the disk.

mod concordance;
mod draft;
mod merge;
mod record;
mod shorthand;

pub use concordance::{concordance, prefill};
pub use draft::{Draft, Lack, RATIONALE_MOST};
pub use merge::merged;
pub use record::{
    Agenda, Amendment, CellSaid, ChangedCell, DecisionId, GuidelineEdition, Hypothesis, Hypothesized, Locked, Moment,
    PastDecision, Postponed, Postponement, Recorded, Revision, Status, SupposedFact, sha256,
};
pub use shorthand::{Consequence, Item, Plan, Said, condition, ordered, print, printed, proposed, proposed_by, read};
