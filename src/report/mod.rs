//! A case, and what the ledger tells of itself, as text, Markdown and JSON. Computes nothing of its own.

mod access;
mod activity;
mod answers;
mod cited;
mod common;
mod damage;
mod editions;
mod figures;
mod head;
mod hypothesis;
mod json;
mod list;
mod markdown;
mod marks;
mod meeting;
mod page;
mod plain;
mod reasons;
mod restore;
mod safety;
mod sheet;
mod show;
mod sources;
mod taper;
mod touched;
mod verify;

pub use access::{Accesses, Purge, accesses_json, accesses_text};
pub use editions::{editions_json, editions_markdown, editions_text};
pub use list::{decisions_json, decisions_text};
pub use meeting::{Meeting, MeetingCase, meetings_json, meetings_text};
pub use restore::{restoration_json, restoration_text};
pub use sheet::Sheet;
pub use verify::{Sought, verified_json, verified_text};
