//! Journals of several centres in one archive. The journal is what is exchanged: it only grows and each entry is bound to
//! the one before, so that merging is comparing. Two centres never mix, whatever their cases are called.

mod centre;
mod chains;
mod file;
mod postgres;
mod shared;
mod take;

pub use centre::Centre;
pub use chains::{CentreHead, SharedVerified};
pub use file::Sent;
pub use postgres::postgres_views;
pub use shared::SharedArchive;
pub use take::{Intake, Refusal, Taken};
