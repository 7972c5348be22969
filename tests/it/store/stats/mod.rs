//! Every figure of the catalogue against a ledger whose truth is known because it was planned: `world` plans decisions and
//! writes them through the public acts; `truth` says from the plan alone which rows each figure must have; `check` counts
//! those rows by the plain definitions and compares them with what the ledger says.

mod check;
mod command;
mod measure;
mod plan;
mod truth;
mod world;
