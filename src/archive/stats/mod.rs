//! Statistics of past decisions: the mathematics, each with its source, the catalogue of figures, and what a figure says of
//! the rows of its view.

mod answer;
mod catalogue;
mod control;
mod figure;
mod kappa;
mod mask;
mod proportion;
mod spread;
mod summary;
mod survival;

pub use answer::{Amounts, Answer, Half, More, Part, Rows, Share, Tally};
pub use catalogue::{CATALOGUE, NOT_RECORDED, not_recorded};
pub use control::{Control, LEAST_POINTS};
pub use figure::{Behind, Chosen, Figure, Kind, Names, Of, Period, Section, Unit};
pub use kappa::{Concord, LEAST_CASES};
pub use mask::{Shown, masked, masked_alone};
pub use proportion::{Interval, LEAST, Proportion};
pub use spread::Spread;
pub use summary::{Summary, quantile};
pub use survival::{Curve, Followed, Step};
