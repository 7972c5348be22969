use std::path::Path;

use schemars::JsonSchema;
use serde::Serialize;

use super::json;
use super::page::Page;
use super::plain::plain;
use super::touched::{self, TouchedRow};
use crate::store::{Present, Restoration};
use crate::text::{Lang, words};

/// What restoring a copy means, or meant: what the copy holds, what is lost, what is won, where the ledger before is kept.
pub fn restoration_text(restoration: &Restoration, done: Option<Option<&Path>>, lang: Lang) -> String {
    let words = words(lang);
    let say = &words.keeping;
    let mut page = Page::default();
    page.paragraph(if done.is_some() { say.restored } else { say.would_restore });
    let verified = &restoration.verified;
    page.item(
        0,
        (if verified.is_sound() { say.copy_sound } else { say.copy_damaged })(verified.events, restoration.format),
    );
    page.item(0, format!("{}{}{}", words.verify.head_hash, words.report.colon, verified.head));
    match &restoration.present {
        Present::Absent => page.item(0, say.nothing_there),
        Present::Unreadable(why) => page.item(0, (say.unreadable_there)(why)),
        Present::Read { shared, lost, gained, drafts } => {
            page.item(0, (say.shared)(*shared));
            if lost.events == 0 {
                page.item(0, say.nothing_lost);
            } else {
                page.item(0, say.lost);
                touched::items(&mut page, 1, lost, lang);
            }
            if *drafts > 0 {
                page.item(0, (say.drafts_lost)(*drafts));
            }
            if *gained > 0 {
                page.item(0, (say.gained)(*gained));
            }
        }
    }
    match done {
        Some(Some(kept)) => page.paragraph((say.kept)(&kept.display().to_string())),
        Some(None) => {}
        None => page.paragraph(say.dry_run),
    }
    plain(&page, lang)
}

/// What restoring a copy means, or meant, as JSON.
#[derive(Serialize, JsonSchema)]
struct Told<'a> {
    /// Whether it was done.
    restored: bool,
    /// Where the ledger before is kept.
    kept: Option<String>,
    copy: Copied<'a>,
    /// `absent`, `unreadable`, `read`.
    present: &'static str,
    /// Why it cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a str>,
    /// Number of the last event that both have.
    shared: Option<i64>,
    /// What the present ledger has and the copy has not.
    lost: Option<TouchedRow<'a>>,
    /// Texts being typed that the copy has not, or otherwise.
    drafts_lost: Option<u64>,
    /// Events the copy has and the present ledger has not.
    gained: Option<u64>,
}

/// The copy.
#[derive(Serialize, JsonSchema)]
struct Copied<'a> {
    /// Version of the form of its tables.
    format: i32,
    /// Whether its chain and every table made from it hold.
    sound: bool,
    /// How many events it has.
    events: u64,
    /// Hash of its last event.
    head: &'a str,
}

/// What restoring a copy means, or meant, as JSON.
pub fn restoration_json(restoration: &Restoration, done: Option<Option<&Path>>) -> String {
    let verified = &restoration.verified;
    let copy = Copied {
        format: restoration.format,
        sound: verified.is_sound(),
        events: verified.events,
        head: &verified.head,
    };
    let empty = Told {
        restored: done.is_some(),
        kept: done.flatten().map(|kept| kept.display().to_string()),
        copy,
        present: "absent",
        why: None,
        shared: None,
        lost: None,
        drafts_lost: None,
        gained: None,
    };
    json::printed(&match &restoration.present {
        Present::Absent => empty,
        Present::Unreadable(why) => Told { present: "unreadable", why: Some(why), ..empty },
        Present::Read { shared, lost, gained, drafts } => Told {
            present: "read",
            shared: Some(*shared),
            lost: Some(TouchedRow::of(lost)),
            drafts_lost: Some(*drafts),
            gained: Some(*gained),
            ..empty
        },
    })
}

/// The JSON Schema of what restoring a copy means, or meant.
pub fn restoration_schema() -> serde_json::Value {
    json::schema::<Told>("regards restore --format json")
}
