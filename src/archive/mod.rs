//! What past decisions answer, without the disk: the filter language, the distance between two cases, the statistics.

pub mod filter;
mod precedent;
mod replay;
mod rerun;
pub mod stats;

pub use precedent::{Dimension, Distance, Likeness, Look, Nearness, Part, Precedent, Precedents, Traits, UNKNOWN};
pub use replay::{Happened, Replay, Step};
pub use rerun::{CellChange, FactChange, ReadingChange, Rerun, Unreadable, Why, rerun};
