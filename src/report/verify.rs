use schemars::JsonSchema;
use serde::Serialize;

use super::json;
use super::page::Page;
use super::plain::plain;
use super::touched::{self, TouchedRow};
use crate::domain::Day;
use crate::store::{Difference, Fault, Hash, LinkFault, Marked, SchemaFault, Verified};
use crate::text::{Lang, words};

/// Faults that are told one by one; the rest are counted. JSON has them all.
const MOST_TOLD: usize = 20;

/// Broken links of which it is told what they leave unproven; what follows the first holds that of all others.
const MOST_UNPROVEN: usize = 3;

/// Tables that the chain proves nothing of.
const OUTSIDE: [&str; 4] = ["access", "draft", "saved_query", "shown"];

/// A hash that was asked for, and the event it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    /// As it was given.
    pub hash: Hash,
    /// The event; none where the journal has none with this hash.
    pub found: Option<Marked>,
}

/// What recomputing the ledger found, in words: all whole, or the first broken link, what it touches, every fault; and
/// where a hash was asked for, whether it is in the journal.
pub fn verified_text(verified: &Verified, sought: Option<&Sought>, lang: Lang) -> String {
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
    let mut unproven = 0;
    for fault in verified.faults.iter().take(MOST_TOLD) {
        page.item(0, told(fault, lang));
        if let Fault::Link { touched: Some(touched), .. } = fault
            && unproven < MOST_UNPROVEN
        {
            unproven += 1;
            page.item(1, (words.keeping.unproven)(touched.from));
            touched::items(&mut page, 2, touched, lang);
        }
    }
    let rest = verified.faults.len().saturating_sub(MOST_TOLD);
    if rest > 0 {
        page.item(0, (words.verify.and_more)(rest));
    }
    if let Some(sought) = sought {
        page.paragraph(whereabouts(sought, lang));
    }
    page.paragraph(words.keeping.outside);
    if !verified.is_sound() {
        page.paragraph(words.verify.restore);
    }
    plain(&page, lang)
}

fn whereabouts(sought: &Sought, lang: Lang) -> String {
    let say = &words(lang).keeping;
    match &sought.found {
        Some(event) => {
            let day = lang.date(Day(event.at.date_naive()));
            (say.head_found)(sought.hash.as_str(), event.seq, &day, event.since)
        }
        None => (say.head_lost)(sought.hash.as_str()),
    }
}

pub(super) fn told(fault: &Fault, lang: Lang) -> String {
    let report = &words(lang).verify;
    match fault {
        Fault::File(why) => (report.file_damaged)(why),
        Fault::Schema { object, what } => (match what {
            SchemaFault::Missing => report.object_missing,
            SchemaFault::Changed => report.object_changed,
            SchemaFault::Foreign => report.object_foreign,
        })(object),
        Fault::Link { seq, case_id, at, actor, what, after, .. } => {
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
        Fault::Table { table, key, what, .. } => {
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
#[derive(Serialize, JsonSchema)]
struct Found<'a> {
    sound: bool,
    events: u64,
    /// Hash of the last event.
    head: &'a str,
    /// Number of the first event that does not hold in the chain.
    first_broken_link: Option<i64>,
    affected_cases: Vec<&'a str>,
    /// Tables outside the chain: nothing here proves what they hold.
    outside_the_chain: [&'static str; 4],
    /// The hash that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    head_sought: Option<SoughtRow<'a>>,
    faults: Vec<FaultRow<'a>>,
}

/// A hash that was asked for: where it is.
#[derive(Serialize, JsonSchema)]
struct SoughtRow<'a> {
    hash: &'a str,
    found: bool,
    /// Number of the event it belongs to.
    event: Option<i64>,
    /// RFC 3339, UTC.
    at: Option<String>,
    actor: Option<&'a str>,
    /// Events that follow it.
    since: Option<u64>,
}

/// One fault: its kind, where, and what, in codes.
#[derive(Serialize, Default, JsonSchema)]
pub(super) struct FaultRow<'a> {
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
    /// What stands from this event on, and is not proven any more; for the first broken links.
    #[serde(skip_serializing_if = "Option::is_none")]
    unproven: Option<TouchedRow<'a>>,
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
pub fn verified_json(verified: &Verified, sought: Option<&Sought>) -> String {
    let broken = verified.first_broken_link();
    json::printed(&Found {
        sound: verified.is_sound(),
        events: verified.events,
        head: &verified.head,
        first_broken_link: broken.and_then(|fault| if let Fault::Link { seq, .. } = fault { Some(*seq) } else { None }),
        affected_cases: verified.affected_cases().into_iter().collect(),
        outside_the_chain: OUTSIDE,
        head_sought: sought.map(|sought| SoughtRow {
            hash: sought.hash.as_str(),
            found: sought.found.is_some(),
            event: sought.found.as_ref().map(|event| event.seq),
            at: sought.found.as_ref().map(|event| event.at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true)),
            actor: sought.found.as_ref().map(|event| event.actor.as_str()),
            since: sought.found.as_ref().map(|event| event.since),
        }),
        faults: verified.faults.iter().map(row).collect(),
    })
}

pub(super) fn row(fault: &Fault) -> FaultRow<'_> {
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
        Fault::Link { seq, case_id, at, actor, what, after, touched } => FaultRow {
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
            unproven: touched.as_deref().map(TouchedRow::of),
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
        Fault::Table { table, key, case_id, what } => FaultRow {
            kind: "table",
            what: match what {
                Difference::Missing => "missing",
                Difference::Changed => "changed",
                Difference::Extra => "extra",
            },
            object: Some(table),
            case: case_id.as_deref(),
            key: Some(key),
            ..FaultRow::default()
        },
    }
}

/// The JSON Schema of what recomputing the ledger found.
pub fn verified_schema() -> serde_json::Value {
    json::schema::<Found>("regards verify --format json")
}
