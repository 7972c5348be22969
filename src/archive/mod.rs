//! What past decisions answer, without the disk: the filter language, the distance between two cases, the statistics.

mod precedent;

pub use precedent::{
    ClassGroup, Dimension, Distance, Extrarenal, Likeness, Nearness, Part, Pregnancy, Traits, UNKNOWN,
};
