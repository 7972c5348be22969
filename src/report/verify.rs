use serde::Serialize;

use super::json;
use super::page::Page;
use super::plain::plain;
use crate::store::{Difference, Fault, LinkFault, SchemaFault, Verified};
use crate::text::{Lang, words};

/// Faults that are told one by one; the rest are counted. JSON has them all.
const MOST_TOLD: usize = 20;

/// What recomputing the ledger found, in words: all whole, or the first broken link, what it touches, every fault.
pub fn verified_text(verified: &Verified, lang: Lang) -> String {
    let words = words(lang);
    let mut page = Page::default();
    let events = usize::try_from(verified.events).unwrap_or(usize::MAX);
    if verified.is_sound() {
        page.paragraph((words.verify.chain_whole)(events));
    } else if let Some(Fault::Link { seq, .. }) = verified.first_broken_link() {
        page.paragraph((words.verify.chain_broken)(seq.unsigned_abs()));
    } else {
        page.paragraph((words.verify.whole_but)(events));
    }
    page.paragraph(format!("{}{}{}", words.verify.head_hash, words.report.colon, verified.head));
    let cases = verified.affected_cases();
    if !cases.is_empty() {
        let cases: Vec<&str> = cases.into_iter().collect();
        page.paragraph(format!("{}{}{}", words.verify.affected_cases, words.report.colon, cases.join(", ")));
    }
    page.items(0, verified.faults.iter().take(MOST_TOLD).map(|fault| told(fault, lang)));
    let rest = verified.faults.len().saturating_sub(MOST_TOLD);
    if rest > 0 {
        page.item(0, (words.verify.and_more)(rest));
    }
    if !verified.is_sound() {
        page.paragraph(words.verify.restore);
    }
    plain(&page)
}

fn told(fault: &Fault, lang: Lang) -> String {
    let report = &words(lang).verify;
    match fault {
        Fault::File(why) => (report.file_damaged)(why),
        Fault::Schema { object, what } => (match what {
            SchemaFault::Missing => report.object_missing,
            SchemaFault::Changed => report.object_changed,
            SchemaFault::Foreign => report.object_foreign,
        })(object),
        Fault::Link { seq, case_id, at, actor, what, after } => {
            let case = case_id.as_deref().unwrap_or(report.no_case);
            let event = (report.event)(*seq, case, at, actor);
            let broken = match what {
                LinkFault::Content => report.content_changed.to_owned(),
                LinkFault::Previous => report.does_not_follow.to_owned(),
                LinkFault::Gap(from) => (report.gap)(*from),
            };
            format!("{event} {broken}{}{}", words(lang).report.semicolon, (report.events_after)(*after))
        }
        Fault::Unreadable { seq, why, .. } => (report.unreadable)(*seq, why),
        Fault::Table { table, key, what } => {
            let key: Vec<String> = key.iter().map(ToString::to_string).collect();
            (match what {
                Difference::Missing => report.row_missing,
                Difference::Changed => report.row_changed,
                Difference::Extra => report.row_extra,
            })(table, &key.join(", "))
        }
    }
}

/// What recomputing the ledger found, as JSON.
#[derive(Serialize)]
struct Found<'a> {
    sound: bool,
    events: u64,
    /// Hash of the last event.
    head: &'a str,
    /// Number of the first event that does not hold in the chain.
    first_broken_link: Option<i64>,
    affected_cases: Vec<&'a str>,
    faults: Vec<FaultRow<'a>>,
}

/// One fault: its kind, where, and what, in codes.
#[derive(Serialize, Default)]
struct FaultRow<'a> {
    /// `file`, `schema`, `link`, `unreadable`, `table`.
    kind: &'static str,
    /// What is wrong: `damaged`; `missing`, `changed`, `foreign`; `content`, `previous`, `gap`; `unreadable`; `extra`.
    what: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    actor: Option<&'a str>,
    /// Events that follow.
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<u64>,
    /// First event that is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    missing_from: Option<i64>,
    /// Table, trigger or view.
    #[serde(skip_serializing_if = "Option::is_none")]
    object: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<&'a [i64]>,
    /// The system's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a str>,
}

/// What recomputing the ledger found, as JSON: every fault.
pub fn verified_json(verified: &Verified) -> String {
    let broken = verified.first_broken_link();
    json::printed(&Found {
        sound: verified.is_sound(),
        events: verified.events,
        head: &verified.head,
        first_broken_link: broken.and_then(|fault| if let Fault::Link { seq, .. } = fault { Some(*seq) } else { None }),
        affected_cases: verified.affected_cases().into_iter().collect(),
        faults: verified.faults.iter().map(row).collect(),
    })
}

fn row(fault: &Fault) -> FaultRow<'_> {
    match fault {
        Fault::File(why) => FaultRow { kind: "file", what: "damaged", why: Some(why), ..FaultRow::default() },
        Fault::Schema { object, what } => FaultRow {
            kind: "schema",
            what: match what {
                SchemaFault::Missing => "missing",
                SchemaFault::Changed => "changed",
                SchemaFault::Foreign => "foreign",
            },
            object: Some(object),
            ..FaultRow::default()
        },
        Fault::Link { seq, case_id, at, actor, what, after } => FaultRow {
            kind: "link",
            what: match what {
                LinkFault::Content => "content",
                LinkFault::Previous => "previous",
                LinkFault::Gap(_) => "gap",
            },
            event: Some(*seq),
            case: case_id.as_deref(),
            at: Some(at),
            actor: Some(actor),
            after: Some(*after),
            missing_from: if let LinkFault::Gap(from) = what { Some(*from) } else { None },
            ..FaultRow::default()
        },
        Fault::Unreadable { seq, case_id, why } => FaultRow {
            kind: "unreadable",
            what: "unreadable",
            event: Some(*seq),
            case: case_id.as_deref(),
            why: Some(why),
            ..FaultRow::default()
        },
        Fault::Table { table, key, what } => FaultRow {
            kind: "table",
            what: match what {
                Difference::Missing => "missing",
                Difference::Changed => "changed",
                Difference::Extra => "extra",
            },
            object: Some(table),
            key: Some(key),
            ..FaultRow::default()
        },
    }
}
