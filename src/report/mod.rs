//! A case as text, Markdown and JSON. Computes nothing of its own.

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
mod safety;
mod sheet;
mod show;
mod sources;
mod taper;
mod verify;

pub use editions::{editions_json, editions_markdown, editions_text};
pub use list::{decisions_json, decisions_text};
pub use meeting::{Meeting, MeetingCase, meetings_json, meetings_text};
pub use sheet::Sheet;
pub use verify::{verified_json, verified_text};
