//! The behaviour: keys in, state and effects out.

mod archive;
mod decide;
mod editions;
mod enlarge;
mod figures;
mod fold;
mod form;
mod identity;
mod monkey;
mod queue;
mod scores;
mod taper;
mod timeline;
mod whatif;
