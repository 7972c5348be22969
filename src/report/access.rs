use schemars::JsonSchema;
use serde::Serialize;

use super::json;
use super::page::{Grid, Page};
use super::plain::plain;
use crate::domain::Day;
use crate::store::{Access, Looked};
use crate::text::{Lang, words};

/// The access log, and what of it is older than it need be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accesses {
    /// The newest rows.
    pub rows: Vec<Access>,
    /// How many rows there are.
    pub total: u64,
    /// The day before which rows are older than asked for, or than the retention proposed.
    pub before: Day,
    /// How many are.
    pub older: u64,
    /// Whether they were taken away.
    pub purged: Purge,
}

/// What became of the older rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purge {
    /// Nobody asked.
    NotAsked,
    /// It was asked what would be taken away.
    Tried,
    /// They were taken away, and the journal says so.
    Done,
}

/// Who looked at what, the newest first, and how long that is kept. `masked` leaves out the words that were searched.
pub fn accesses_text(accesses: &Accesses, lang: Lang, masked: bool) -> String {
    let words = words(lang);
    let say = &words.keeping;
    let mut page = Page::default();
    if accesses.purged == Purge::NotAsked {
        let head = [say.access_when, say.access_who, say.access_did, say.access_what].map(str::to_owned).to_vec();
        page.grid(Grid { head, rows: accesses.rows.iter().map(|row| cells(row, lang, masked)).collect() });
        let shown = u64::try_from(accesses.rows.len()).unwrap_or(u64::MAX);
        page.paragraph((say.access_rows)(shown, accesses.total));
    }
    let before = lang.date(accesses.before);
    page.paragraph(match accesses.purged {
        Purge::NotAsked => (say.access_old)(accesses.older, &before, &accesses.before.to_string()),
        Purge::Tried => (say.access_tried)(accesses.older, &before),
        Purge::Done => (say.access_purged)(accesses.older, &before),
    });
    if accesses.purged != Purge::Done {
        page.paragraph(say.access_retention);
    }
    plain(&page, lang)
}

fn cells(row: &Access, lang: Lang, masked: bool) -> Vec<String> {
    let at = format!("{} {} UTC", lang.date(Day(row.at.date_naive())), row.at.format("%H:%M"));
    let did = (words(lang).keeping.looked)(&row.action).to_owned();
    vec![at, row.actor.clone(), did, target(row, masked).unwrap_or("–").to_owned()]
}

fn target(row: &Access, masked: bool) -> Option<&str> {
    let hidden = [Looked::Search.code(), Looked::Identity.code()].contains(&row.action.as_str());
    (!(masked && hidden)).then_some(row.target.as_str())
}

/// The access log as JSON.
#[derive(Serialize, JsonSchema)]
struct Told<'a> {
    /// How many rows there are, shown or not.
    total: u64,
    /// Rows of days before this one, YYYY-MM-DD, are older than asked for, or than the 12 months proposed.
    before: String,
    /// How many are.
    older: u64,
    /// Whether the older ones were taken away.
    purged: bool,
    /// The newest first, at most so many as were asked for.
    rows: Vec<Row<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Row<'a> {
    /// RFC 3339, UTC.
    at: String,
    actor: &'a str,
    /// `opened-case`, `opened-decision`, `searched`, `exported`, `identity-shown`.
    action: &'a str,
    /// A case, a decision, words; absent where words are masked.
    target: Option<&'a str>,
}

/// Who looked at what as JSON, the newest first.
pub fn accesses_json(accesses: &Accesses, masked: bool) -> String {
    let at = |row: &Access| row.at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
    json::printed(&Told {
        total: accesses.total,
        before: accesses.before.to_string(),
        older: accesses.older,
        purged: accesses.purged == Purge::Done,
        rows: accesses
            .rows
            .iter()
            .map(|row| Row { at: at(row), actor: &row.actor, action: &row.action, target: target(row, masked) })
            .collect(),
    })
}

/// The JSON Schema of who looked at what.
pub fn accesses_schema() -> serde_json::Value {
    json::schema::<Told>("regards access --format json")
}
