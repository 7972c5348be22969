//! Statistics in words, as text, Markdown and JSON: figure by figure, from the catalogue. Counts nothing itself.

mod cases;
mod json;
mod matrix;
mod names;
mod said;
mod text;

pub use cases::{behind_said, cases_json, cases_schema, cases_text};
pub use json::{catalogue_json, stats_json, stats_schema};
pub use matrix::matrix_said;
pub use names::{answer_said, guideline, part_said};
pub use said::{
    Bar, DAYS_A_MONTH, Entry, PartSaid, count_said, extent_said, half_said, in_months, parts_said, percent,
    period_said, share_said,
};
pub use text::{READ_AT, catalogue_markdown, catalogue_text, command_of, stats_markdown, stats_text};
