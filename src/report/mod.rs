//! A case, what the ledger tells of itself, and documents, as text, Markdown, JSON, HTML, PDF and Word. Computes nothing of its own.

mod access;
mod activity;
mod answers;
mod chase;
mod cited;
mod common;
mod comparison;
mod damage;
mod decision;
mod document;
mod due;
mod editions;
mod export;
mod figures;
mod head;
mod history;
mod hypothesis;
mod json;
mod labs;
mod list;
mod markdown;
mod marks;
mod meeting;
mod page;
mod plain;
mod precedent;
pub mod qr;
mod reasons;
mod remark;
mod replay;
mod rerun;
mod restore;
mod safety;
mod saved;
mod sheet;
mod show;
mod sources;
pub mod stats;
mod sync;
mod taper;
mod touched;
mod verify;

pub use access::{Accesses, Purge, accesses_json, accesses_schema, accesses_text};
pub use chase::{Chase, chase_schema, rows_said};
pub use comparison::{
    came_between, comparison_json, comparison_schema, comparison_text, follow_said, part_name, patient_changes,
};
pub use decision::{
    decision_json, decision_schema, decision_text, gap_said, read_back_json, read_back_schema, read_back_text,
};
pub use document::{Document, Minutes, Papers, Unmade, letters, weight_then};
pub use due::{due_json, due_schema, due_text, task_said};
pub use editions::{editions_json, editions_markdown, editions_schema, editions_text};
pub use export::{Export, Named, Naming, Traits, cell, dictionary, exported_schema};
pub use history::{cases, deed_said, history_json, history_schema, history_text, moment_day};
pub use json::show_schema;
pub use labs::{Labs, labs_schema};
pub use list::{decisions_json, decisions_schema, decisions_text};
pub use meeting::{Meeting, MeetingCase, meeting_schema, meetings_json, meetings_schema, meetings_text};
pub use precedent::{
    apart_said, came_said, decided_said, likeness_said, precedent_day, precedents_json, precedents_schema,
    precedents_text, trait_said,
};
pub use remark::{remark_said, remarks_text};
pub use replay::{replay_json, replay_schema, replay_text, room_said, step_said, step_time};
pub use rerun::{
    Rejudged, RerunJson, RerunTotals, cell_said, heading, reading_said, rejudged_text, rerun_editions, rerun_schema,
    rerun_totals_text, why_said,
};
pub use restore::{restoration_json, restoration_schema, restoration_text};
pub use saved::{saved_json, saved_schema, saved_text};
pub use sheet::Sheet;
pub use sync::{
    sent_json, sent_schema, sent_text, shared_verified_json, shared_verified_schema, shared_verified_text, taken_json,
    taken_schema, taken_text,
};
pub use verify::{Sought, verified_json, verified_schema, verified_text};
