//! Statistics of past decisions: the mathematics, each with its source, and the catalogue of figures.

mod control;
mod kappa;
mod mask;
mod proportion;
mod spread;
mod summary;
mod survival;

pub use control::{Control, LEAST_POINTS};
pub use kappa::{Concord, LEAST_CASES};
pub use mask::{Shown, masked, masked_alone};
pub use proportion::{Interval, LEAST, Proportion};
pub use spread::Spread;
pub use summary::{Summary, quantile};
pub use survival::{Curve, Followed, Step};
