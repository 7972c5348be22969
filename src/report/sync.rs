//! Journals of several centres: what was sent, what was taken into a shared archive, whether it holds.

use schemars::JsonSchema;
use serde::Serialize;

use super::json;
use super::page::Page;
use super::plain::plain;
use super::verify::{FaultRow, row, told};
use crate::store::{CentreHead, Refusal, Sent, SharedVerified, Taken};
use crate::text::{Lang, words};

/// What was written of a journal, and what it carries, in words.
pub fn sent_text(sent: &Sent, to: &str, lang: Lang) -> String {
    let say = &words(lang).sync;
    let mut page = Page::default();
    page.paragraph(match sent.entries() {
        0 => (say.nothing_new)(sent.centre.as_str(), sent.last),
        entries => (say.sent)(entries, sent.centre.as_str(), to),
    });
    page.paragraph(format!("{}{}{}", words(lang).verify.head_hash, words(lang).report.colon, sent.head));
    page.paragraph(say.carries);
    plain(&page, lang)
}

/// What was written of a journal, as JSON.
#[derive(Serialize, JsonSchema)]
struct SentRow<'a> {
    /// Its short name.
    centre: &'a str,
    /// The file.
    written: &'a str,
    /// How many were written.
    entries: u64,
    /// The first entry that was written; one more than `last` where none was.
    first: i64,
    /// The last entry of the journal.
    last: i64,
    /// Hash of the last entry.
    head: &'a str,
}

/// What was written of a journal, as JSON.
pub fn sent_json(sent: &Sent, to: &str) -> String {
    let centre = sent.centre.as_str();
    json::printed(&SentRow {
        centre,
        written: to,
        entries: sent.entries(),
        first: sent.first,
        last: sent.last,
        head: &sent.head,
    })
}

/// What was taken of each file, or why nothing was; then how far each centre's journal goes.
pub fn taken_text(taken: &[Taken], centres: &[CentreHead], lang: Lang) -> String {
    let (say, colon) = (&words(lang).sync, words(lang).report.colon);
    let mut page = Page::default();
    for one in taken {
        let file = one.file.display();
        page.item(
            0,
            match &one.result {
                Ok((new, known)) => format!("{file}{colon}{}", (say.took)(*new, *known)),
                Err(refusal) => format!("{file}{colon}{}{colon}{}", say.refused, why(refusal, lang)),
            },
        );
    }
    heads(&mut page, centres, lang);
    plain(&page, lang)
}

fn heads(page: &mut Page, centres: &[CentreHead], lang: Lang) {
    let say = &words(lang).sync;
    if centres.is_empty() {
        page.paragraph(say.empty);
    }
    for centre in centres {
        page.paragraph((say.centre)(&centre.centre, centre.events, &centre.head));
    }
}

fn why(refusal: &Refusal, lang: Lang) -> String {
    let say = &words(lang).sync;
    match refusal {
        Refusal::Unreadable(why) => (say.unreadable)(why),
        Refusal::NotAJournal => say.not_a_journal.to_owned(),
        Refusal::Newer { found, known } => (say.newer)(*found, *known),
        Refusal::Broken { line } => (say.broken)(*line),
        Refusal::Changed { seq } => (say.changed)(*seq),
        Refusal::Cut { last, found } => (say.cut)(*last, *found),
        Refusal::Gap { from, to } => (say.gap)(*from, *to),
        Refusal::Fork { seq } => (say.fork)(*seq),
        Refusal::OtherCentre(named) => (say.other_centre)(named.as_str()),
        Refusal::Twin(centre) => (say.twin)(centre),
        Refusal::NotReached => say.not_reached.to_owned(),
    }
}

/// Why nothing of a file was taken: a code, and where.
#[derive(Serialize, Default, JsonSchema)]
struct RefusalRow<'a> {
    /// `unreadable`, `not-a-journal`, `newer`, `broken`, `changed`, `cut`, `gap`, `fork`, `other-centre`, `twin`,
    /// `not-reached`.
    code: &'static str,
    /// The line of the file that is broken, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    /// The entry; of a gap the first that is missing, of a cut the last that is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<i64>,
    /// The other centre.
    #[serde(skip_serializing_if = "Option::is_none")]
    centre: Option<&'a str>,
}

impl<'a> RefusalRow<'a> {
    fn of(refusal: &'a Refusal) -> Self {
        let at = |code, entry: &i64| Self { code, entry: Some(*entry), ..Self::default() };
        match refusal {
            Refusal::Unreadable(_) => Self { code: "unreadable", ..Self::default() },
            Refusal::NotReached => Self { code: "not-reached", ..Self::default() },
            Refusal::NotAJournal => Self { code: "not-a-journal", ..Self::default() },
            Refusal::Newer { .. } => Self { code: "newer", ..Self::default() },
            Refusal::Broken { line } => Self { code: "broken", line: Some(*line), ..Self::default() },
            Refusal::Changed { seq } => at("changed", seq),
            Refusal::Cut { found, .. } => at("cut", found),
            Refusal::Gap { from, .. } => at("gap", from),
            Refusal::Fork { seq } => at("fork", seq),
            Refusal::OtherCentre(named) => {
                Self { code: "other-centre", centre: Some(named.as_str()), ..Self::default() }
            }
            Refusal::Twin(centre) => Self { code: "twin", centre: Some(centre), ..Self::default() },
        }
    }
}

/// A centre's journal in the archive.
#[derive(Serialize, JsonSchema)]
struct CentreRow<'a> {
    /// Its short name.
    centre: &'a str,
    /// How many the archive has of it.
    entries: u64,
    /// When the last was recorded, RFC 3339, UTC.
    last_at: &'a str,
    /// Hash of the last entry.
    head: &'a str,
    /// Only where the chain was recomputed.
    #[serde(skip_serializing_if = "Option::is_none")]
    faults: Option<Vec<FaultRow<'a>>>,
}

fn centre_row(centre: &CentreHead, is_recomputed: bool) -> CentreRow<'_> {
    CentreRow {
        centre: &centre.centre,
        entries: centre.events,
        last_at: &centre.last_at,
        head: &centre.head,
        faults: is_recomputed.then(|| centre.faults.iter().map(row).collect()),
    }
}

/// What was taken of a file.
#[derive(Serialize, JsonSchema)]
struct FileRow<'a> {
    file: String,
    /// Whose journal it is; `null` where that could not be read.
    centre: Option<&'a str>,
    /// Entries that the archive had not.
    taken: u64,
    /// Entries that it had, the same.
    known: u64,
    /// Why nothing was taken; `null` where it was.
    refused: Option<RefusalRow<'a>>,
}

/// What was taken of each file, as JSON; then how far each centre's journal goes.
#[derive(Serialize, JsonSchema)]
struct TakenRow<'a> {
    files: Vec<FileRow<'a>>,
    centres: Vec<CentreRow<'a>>,
}

/// What was taken of each file, as JSON.
pub fn taken_json(taken: &[Taken], centres: &[CentreHead]) -> String {
    let file = |one: &'_ Taken| {
        let (new, known) = *one.result.as_ref().unwrap_or(&(0, 0));
        (one.file.display().to_string(), new, known)
    };
    let files = taken.iter().map(|one| {
        let (file, taken, known) = file(one);
        let centre = one.centre.as_ref().map(crate::store::Centre::as_str);
        FileRow { file, centre, taken, known, refused: one.result.as_ref().err().map(RefusalRow::of) }
    });
    let centres = centres.iter().map(|centre| centre_row(centre, false)).collect();
    json::printed(&TakenRow { files: files.collect(), centres })
}

/// What recomputing a shared archive found, in words.
pub fn shared_verified_text(verified: &SharedVerified, lang: Lang) -> String {
    let say = &words(lang).sync;
    let mut page = Page::default();
    heads(&mut page, &verified.centres, lang);
    for fault in &verified.faults {
        page.item(0, told(fault, lang));
    }
    for centre in &verified.centres {
        for fault in &centre.faults {
            page.item(0, format!("{}{}{}", centre.centre, words(lang).report.colon, told(fault, lang)));
        }
    }
    page.paragraph(if verified.is_sound() { say.sound } else { say.not_sound });
    plain(&page, lang)
}

/// What recomputing a shared archive found, as JSON.
#[derive(Serialize, JsonSchema)]
struct SharedRow<'a> {
    sound: bool,
    centres: Vec<CentreRow<'a>>,
    /// Of the file, its tables and its triggers.
    faults: Vec<FaultRow<'a>>,
}

/// What recomputing a shared archive found, as JSON.
pub fn shared_verified_json(verified: &SharedVerified) -> String {
    json::printed(&SharedRow {
        sound: verified.is_sound(),
        centres: verified.centres.iter().map(|centre| centre_row(centre, true)).collect(),
        faults: verified.faults.iter().map(row).collect(),
    })
}

/// The JSON Schema of what was written of a journal.
pub fn sent_schema() -> serde_json::Value {
    json::schema::<SentRow>("regards sync export --output FILE --format json")
}

/// The JSON Schema of what was taken of each file.
pub fn taken_schema() -> serde_json::Value {
    json::schema::<TakenRow>("regards sync import --format json")
}

/// The JSON Schema of what recomputing a shared archive found.
pub fn shared_verified_schema() -> serde_json::Value {
    json::schema::<SharedRow>("regards sync verify --format json")
}
