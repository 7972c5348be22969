//! A decision's draft, its lines, its concordance with each guideline. Never touches the disk.

mod concordance;
mod dose;
mod draft;
mod line;
mod merge;
mod record;

pub use concordance::{concordance, prefill};
pub use dose::{proposed, proposed_by};
pub use draft::{Draft, Lack, RATIONALE_MOST};
pub use line::{line, printed};
pub use merge::merged;
pub use record::{
    Agenda, Amendment, CellSaid, ChangedCell, DecisionId, GuidelineEdition, Hypothesis, Hypothesized, Locked, Moment,
    PastDecision, Postponed, Postponement, Recorded, Revision, Status, SupposedFact, sha256,
};
