//! What past decisions answer, without the disk: the filter language, the distance between two cases, the statistics.

mod precedent;
mod rerun;

pub use precedent::{
    ClassGroup, Dimension, Distance, Extrarenal, Likeness, Nearness, Part, Pregnancy, Traits, UNKNOWN,
};
pub use rerun::{CellChange, FactChange, ReadingChange, Rerun, Unreadable, Why, rerun};
