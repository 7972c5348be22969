use schemars::JsonSchema;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::json;
use super::plain::{COLUMNS, padded, wrap};
use crate::meeting::PastDecision;
use crate::text::{Lang, visible, words};

/// Past decisions, one an aligned row with the beginning of its reasons beneath; `masked` leaves the pseudonyms out.
pub fn decisions_text(decisions: &[PastDecision], lang: Lang, masked: bool) -> String {
    let rows: Vec<Vec<String>> = decisions.iter().map(|past| cells(past, lang, masked)).collect();
    let head = headings(lang);
    let all = || std::iter::once(&head).chain(&rows);
    let width =
        |column: usize| all().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| padded(cell, *width)).collect();
        format!("{}\n", cells.join("  ").trim_end())
    };
    let mut text = String::new();
    if decisions.is_empty() {
        return text;
    }
    text.push_str(&line(&head));
    for (row, past) in rows.iter().zip(decisions) {
        text.push_str(&line(row));
        text.push_str(&beginning(&past.rationale));
    }
    text
}

fn headings(lang: Lang) -> Vec<String> {
    let words = words(lang);
    let queue = &words.queue;
    [words.archive.date, queue.case, queue.alias, queue.class, queue.upcr, queue.egfr, words.decision.outcome]
        .map(str::to_owned)
        .to_vec()
}

fn cells(past: &PastDecision, lang: Lang, masked: bool) -> Vec<String> {
    let words = words(lang);
    let none = || "–".to_owned();
    let day = past.meeting.map_or_else(none, |day| lang.date(day));
    let alias = if masked { none() } else { past.alias.to_string() };
    let version =
        if past.version > 1 { format!(" ({} {})", words.decision.version, past.version) } else { String::new() };
    let egfr = past.egfr.as_deref().map(|egfr| egfr.split([' ', '\u{a0}']).next().unwrap_or(egfr).to_owned());
    let class = if past.class.is_empty() { none() } else { past.class.clone() };
    let cells = [
        day,
        past.case_id.to_string(),
        alias,
        class,
        past.upcr.clone().unwrap_or_else(none),
        egfr.unwrap_or_else(none),
        format!("{}{version}", words.label(past.outcome)),
    ];
    cells.iter().map(|cell| visible(cell).into_owned()).collect()
}

/// The first line of the reasons, with `…` where there is more.
fn beginning(rationale: &str) -> String {
    let lines = wrap(&visible(rationale), COLUMNS - 6);
    let more = if lines.len() > 1 { " …" } else { "" };
    lines.first().map_or_else(String::new, |line| format!("    {line}{more}\n"))
}

/// A decision in a list, as JSON.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Row<'a> {
    /// This version's UUID.
    id: String,
    version: u32,
    is_current: bool,
    /// The version it replaces.
    #[serde(skip_serializing_if = "Option::is_none")]
    amends: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amend_reason: Option<&'a str>,
    case: &'a str,
    /// The pseudonym; absent where identities are masked.
    #[serde(skip_serializing_if = "Option::is_none")]
    alias: Option<&'a str>,
    /// Day of the meeting, YYYY-MM-DD.
    meeting: Option<String>,
    question: &'a str,
    /// `III+V`; empty where no biopsy says one.
    class: &'a str,
    /// As shown, with its unit.
    upcr: Option<&'a str>,
    /// As shown, with its unit.
    egfr: Option<&'a str>,
    /// Code of the outcome.
    outcome: &'static str,
    rationale: &'a str,
    /// When the case is looked at again, YYYY-MM-DD.
    next: Option<String>,
    /// RFC 3339, UTC.
    locked_at: String,
    locked_by: &'a str,
    /// State of its document: GEN-067 completed, to be signed; GEN-068 signed; GEN-069 closed.
    status: &'static str,
}

/// Past decisions as a JSON array, in the order given; `masked` leaves the pseudonyms out.
pub fn decisions_json(decisions: &[PastDecision], masked: bool) -> String {
    json::printed(&decisions.iter().map(|past| row(past, masked)).collect::<Vec<_>>())
}

pub(super) fn row(past: &PastDecision, masked: bool) -> Row<'_> {
    Row {
        id: past.id.to_string(),
        version: past.version,
        is_current: past.is_current,
        amends: past.amends.as_ref().map(|amendment| amendment.decision.to_string()),
        amend_reason: past.amends.as_ref().map(|amendment| amendment.reason.as_str()),
        case: past.case_id.as_str(),
        alias: (!masked).then_some(past.alias.as_str()),
        meeting: past.meeting.map(|day| day.to_string()),
        question: past.question.as_str(),
        class: &past.class,
        upcr: past.upcr.as_deref(),
        egfr: past.egfr.as_deref(),
        outcome: past.outcome.code(),
        rationale: &past.rationale,
        next: past.next.map(|day| day.to_string()),
        locked_at: past.locked_at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        locked_by: &past.actor,
        status: past.status().code(),
    }
}

/// The JSON Schema of a list of decisions.
pub fn decisions_schema() -> serde_json::Value {
    json::schema::<Vec<Row>>("regards list --format json, regards search --format json")
}
