//! A case as text, Markdown and JSON. Computes nothing of its own.

mod activity;
mod answers;
mod cited;
mod common;
mod damage;
mod decision;
mod due;
mod editions;
mod figures;
mod head;
mod hypothesis;
mod json;
mod list;
mod markdown;
mod marks;
mod page;
mod plain;
mod reasons;
mod safety;
mod sheet;
mod show;
mod sources;
mod taper;
mod verify;

pub use decision::{decision_json, decision_text, gap_said, read_back_json, read_back_text};
pub use due::{due_json, due_text, task_said};
pub use editions::{editions_json, editions_markdown, editions_text};
pub use list::{decisions_json, decisions_text};
pub use sheet::Sheet;
pub use verify::{verified_json, verified_text};
