//! The behaviour: keys in, state and effects out.

mod after;
mod archive;
mod decide;
mod editions;
mod enlarge;
mod figures;
mod fold;
mod follow;
mod form;
mod identity;
mod keys;
mod meeting;
mod monkey;
mod papers;
mod past;
mod queue;
mod scores;
mod search;
mod stats;
mod table;
mod taper;
mod timeline;
mod two;
mod whatif;
