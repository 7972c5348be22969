use schemars::JsonSchema;
use serde::Serialize;

use super::json;
use super::plain::padded;
use crate::archive::filter::SavedQuery;
use crate::text::visible;

/// Saved queries, a line each: the name, the query.
pub fn saved_text(saved: &[SavedQuery]) -> String {
    let widest = saved.iter().map(|one| one.name.chars().count()).max().unwrap_or(0) + 1;
    let line = |one: &SavedQuery| {
        let name = visible(&format!("@{}", one.name)).into_owned();
        format!("{}  {}\n", padded(&name, widest), visible(&one.text))
    };
    saved.iter().map(line).collect()
}

/// A saved query as JSON.
#[derive(Serialize, JsonSchema)]
struct Row<'a> {
    /// Without its @.
    name: &'a str,
    /// In the filter language, with its English names.
    query: &'a str,
    saved_by: &'a str,
    /// RFC 3339, UTC.
    saved_at: String,
}

/// Saved queries as a JSON array, by name.
pub fn saved_json(saved: &[SavedQuery]) -> String {
    fn row(one: &SavedQuery) -> Row<'_> {
        let saved_at = one.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
        Row { name: &one.name, query: &one.text, saved_by: &one.by, saved_at }
    }
    json::printed(&saved.iter().map(row).collect::<Vec<_>>())
}

/// The JSON Schema of saved queries.
pub fn saved_schema() -> serde_json::Value {
    json::schema::<Vec<Row>>("regards search --saved --format json")
}
