use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::json;
use super::page::Page;
use super::plain::plain;
use crate::archive::{CellChange, FactChange, ReadingChange, Rerun, Unreadable, Why};
use crate::domain::Day;
use crate::knowledge::Library;
use crate::meeting::PastDecision;
use crate::text::{Lang, Words, words};
use crate::wording;

/// What came of judging a decision anew.
#[derive(Debug, Clone, PartialEq)]
pub enum Rejudged {
    /// It was; perhaps nothing is said otherwise.
    Done(Box<Rerun>),
    /// Its case can no longer be read.
    Unreadable(Unreadable),
    /// What was locked is damaged.
    Damaged,
}

impl Rejudged {
    /// Whether nothing is said otherwise.
    pub fn is_same(&self) -> bool {
        matches!(self, Self::Done(rerun) if rerun.is_same())
    }
}

/// What was found in all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RerunTotals {
    /// Decisions that were judged anew.
    pub judged: usize,
    /// Those of them of which something is said otherwise.
    pub changed: usize,
    /// Those that could not be judged.
    pub unreadable: usize,
    /// Readings and cells that changed, by guideline.
    pub by_guideline: BTreeMap<String, (usize, usize)>,
}

impl RerunTotals {
    /// Counts one more.
    pub fn count(&mut self, one: &Rejudged) {
        let Rejudged::Done(rerun) = one else {
            self.unreadable += 1;
            return;
        };
        self.judged += 1;
        self.changed += usize::from(!rerun.is_same());
        for change in &rerun.readings {
            self.by_guideline.entry(change.guideline.clone()).or_default().0 += 1;
        }
        for change in &rerun.cells {
            self.by_guideline.entry(change.guideline.clone()).or_default().1 += 1;
        }
    }
}

/// The guidelines that the past is judged by, by their headings: `ACR 2024`.
pub fn rerun_editions(library: &Library) -> String {
    library.guidelines().iter().map(|one| library.column(one).heading()).collect::<Vec<_>>().join(", ")
}

/// A guideline as people call it; its id where it is not loaded.
pub fn heading(library: &Library, guideline: &str) -> String {
    library.guideline(guideline).map_or_else(|| guideline.to_owned(), |one| library.column(one).heading())
}

/// A reading that is another now, in words.
pub fn reading_said(change: &ReadingChange, words: &Words) -> String {
    (words.rerun.became)(words.label(change.then), words.label(change.now))
}

/// What a cell says otherwise, in words.
pub fn cell_said(change: &CellChange, words: &Words) -> String {
    let word = |verdict| wording::verdict(words, verdict);
    if change.then == change.now {
        (words.rerun.otherwise)(word(change.then))
    } else {
        (words.rerun.became)(word(change.then), word(change.now))
    }
}

/// Why, in words.
pub fn why_said(why: &Why, facts: &[FactChange], words: &Words) -> String {
    let say = &words.rerun;
    let written = |fact, written: &str| wording::written_value(words.lang, fact, written);
    match why {
        Why::Edition(then, now) => (say.edition)(then, now),
        Why::Speaks(id) => (say.speaks)(id),
        Why::Removed(id) => (say.removed)(id),
        Why::Silent(id) => (say.silent)(id),
        Why::Reworded(id) => (say.reworded)(id),
        Why::Fact(fact) => {
            let change = facts.iter().find(|one| one.fact == *fact);
            let (then, now) = change.map_or(("?", "?"), |one| (one.then.as_str(), one.now.as_str()));
            (say.fact)(wording::fact(words, *fact), &written(*fact, then), &written(*fact, now))
        }
        Why::Content => say.content.to_owned(),
    }
}

/// One decision of which something is said otherwise, or that cannot be judged, in words of at most 80 columns.
pub fn rejudged_text(past: &PastDecision, found: &Rejudged, library: &Library, lang: Lang) -> String {
    let words = words(lang);
    let say = &words.rerun;
    let mut page = Page::default();
    let day = past.meeting.unwrap_or(Day(past.locked_at.date_naive()));
    page.topic(format!("{} · {} · {}", past.case_id, lang.date(day), past.id));
    match found {
        Rejudged::Damaged => page.item(0, say.damaged),
        Rejudged::Unreadable(Unreadable::Case) => page.item(0, say.unreadable_case),
        Rejudged::Done(rerun) => changes(&mut page, rerun, library, words),
    }
    plain(&page, lang)
}

fn changes(page: &mut Page, rerun: &Rerun, library: &Library, words: &Words) {
    let say = &words.rerun;
    let named = |name: &str, said: &str| format!("{name}{}{said}", words.report.colon);
    let reasons = |why: &[Why]| why.iter().map(|why| why_said(why, &rerun.facts, words)).collect::<Vec<_>>();
    if !rerun.has_rows {
        page.item(0, say.no_rows);
    }
    page.items(0, rerun.absent.iter().map(|(guideline, edition)| (say.absent)(&format!("{guideline} {edition}"))));
    for change in &rerun.readings {
        let guideline = heading(library, &change.guideline);
        page.item(0, named(&format!("{} · {guideline}", say.readings), &reading_said(change, words)));
        page.items(1, reasons(&change.why));
    }
    for change in &rerun.cells {
        let guideline = heading(library, &change.guideline);
        let topic = wording::topic(words, change.topic);
        page.item(0, named(&format!("{topic} · {guideline}"), &cell_said(change, words)));
        page.items(1, reasons(&change.why));
    }
}

/// What was found in all, in words.
pub fn rerun_totals_text(totals: &RerunTotals, library: &Library, lang: Lang) -> String {
    let words = words(lang);
    let say = &words.rerun;
    let mut page = Page::default();
    if totals.judged + totals.unreadable == 0 {
        page.paragraph(say.nothing_to_rerun);
        return plain(&page, lang);
    }
    page.paragraph((say.total)(totals.judged, totals.changed));
    if totals.unreadable > 0 {
        page.paragraph((say.unreadable)(totals.unreadable));
    }
    for (guideline, (readings, cells)) in &totals.by_guideline {
        page.item(0, (say.column)(&heading(library, guideline), *readings, *cells));
    }
    page.paragraph(say.nothing_changes);
    plain(&page, lang)
}

/// Past decisions judged anew.
#[derive(Serialize, JsonSchema)]
struct Whole<'a> {
    /// Version of this form: 1.
    format: u32,
    /// The guidelines that they were judged by.
    editions: Vec<Edition<'a>>,
    /// Only those of which something is said otherwise, or that cannot be judged.
    decisions: Vec<Entry<'a>>,
    totals: Totals<'a>,
}

#[derive(Serialize, JsonSchema)]
struct Edition<'a> {
    guideline: &'a str,
    edition: &'a str,
}

#[derive(Serialize, Default, JsonSchema)]
struct Totals<'a> {
    /// Decisions that were judged anew.
    judged: usize,
    /// Those of them of which something is said otherwise.
    changed: usize,
    /// Those that could not be judged.
    unreadable: usize,
    by_guideline: Vec<Column<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Column<'a> {
    guideline: &'a str,
    /// Readings of decisions that are others now.
    readings: usize,
    /// Cells of the table that are.
    cells: usize,
}

/// Past decisions judged anew as one JSON object that is printed piece by piece, so that a million need no memory.
#[derive(Debug, Default)]
pub struct RerunJson {
    listed: usize,
}

impl RerunJson {
    /// The beginning.
    pub fn head(library: &Library) -> String {
        let editions =
            library.guidelines().iter().map(|one| Edition { guideline: &one.id, edition: &one.edition }).collect();
        around(editions, Totals::default()).0 + BEFORE
    }

    /// A decision.
    pub fn entry(&mut self, past: &PastDecision, found: &Rejudged) -> String {
        let comma = if self.listed > 0 { "," } else { "" };
        self.listed += 1;
        format!("{comma}\n    {}", json::printed(&entry(past, found)).trim_end().replace('\n', "\n    "))
    }

    /// The end.
    pub fn foot(&self, totals: &RerunTotals) -> String {
        let by_guideline = totals
            .by_guideline
            .iter()
            .map(|(guideline, (readings, cells))| Column { guideline, readings: *readings, cells: *cells })
            .collect();
        let (judged, changed, unreadable) = (totals.judged, totals.changed, totals.unreadable);
        let end = if self.listed > 0 { "\n  ]" } else { "]" };
        end.to_owned() + &around(Vec::new(), Totals { judged, changed, unreadable, by_guideline }).1
    }
}

/// What stands before the list of decisions, and after it.
const BEFORE: &str = "\"decisions\": [";

fn around(editions: Vec<Edition<'_>>, totals: Totals<'_>) -> (String, String) {
    let whole = json::printed(&Whole { format: 1, editions, decisions: Vec::new(), totals });
    let (before, after) = whole.split_once(BEFORE).unwrap_or_default();
    (before.to_owned(), after.trim_start_matches(']').to_owned())
}

#[derive(Serialize, JsonSchema)]
struct Entry<'a> {
    /// The version's UUID.
    id: String,
    case: &'a str,
    /// Its day, YYYY-MM-DD.
    meeting: Option<String>,
    /// Why it cannot be judged: `case`, `damaged`.
    #[serde(skip_serializing_if = "Option::is_none")]
    unreadable: Option<&'static str>,
    #[serde(flatten)]
    changes: Option<Changes<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Changes<'a> {
    /// The day that it was judged for, YYYY-MM-DD.
    day: String,
    /// Whether the rows of then can be read by this version of the program.
    rows: bool,
    /// Guidelines that were read then and are not loaded now.
    absent: Vec<Edition<'a>>,
    readings: Vec<ReadingPart<'a>>,
    cells: Vec<CellPart<'a>>,
    facts: Vec<FactPart<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct ReadingPart<'a> {
    guideline: &'a str,
    edition_then: &'a str,
    edition_now: &'a str,
    then: &'static str,
    now: &'static str,
    why: Vec<WhyPart<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct CellPart<'a> {
    guideline: &'a str,
    topic: &'static str,
    then: &'static str,
    now: &'static str,
    why: Vec<WhyPart<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct FactPart<'a> {
    fact: &'static str,
    then: &'a str,
    now: &'a str,
}

#[derive(Serialize, JsonSchema)]
struct WhyPart<'a> {
    /// `edition`, `speaks`, `removed`, `silent`, `reworded`, `fact`, `content`.
    code: &'static str,
    /// Id of the statement, or code of the fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    what: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    then: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    now: Option<&'a str>,
}

fn entry<'a>(past: &'a PastDecision, found: &'a Rejudged) -> Entry<'a> {
    let (unreadable, changes) = match found {
        Rejudged::Damaged => (Some("damaged"), None),
        Rejudged::Unreadable(Unreadable::Case) => (Some("case"), None),
        Rejudged::Done(rerun) => (None, Some(changed(rerun))),
    };
    let meeting = past.meeting.map(|day| day.to_string());
    Entry { id: past.id.to_string(), case: past.case_id.as_str(), meeting, unreadable, changes }
}

fn changed(rerun: &Rerun) -> Changes<'_> {
    Changes {
        day: rerun.day.to_string(),
        rows: rerun.has_rows,
        absent: rerun.absent.iter().map(|(guideline, edition)| Edition { guideline, edition }).collect(),
        readings: rerun
            .readings
            .iter()
            .map(|one| ReadingPart {
                guideline: &one.guideline,
                edition_then: &one.editions.0,
                edition_now: &one.editions.1,
                then: one.then.code(),
                now: one.now.code(),
                why: one.why.iter().map(|why| because(why, &rerun.facts)).collect(),
            })
            .collect(),
        cells: rerun
            .cells
            .iter()
            .map(|one| CellPart {
                guideline: &one.guideline,
                topic: one.topic.code(),
                then: one.then.code(),
                now: one.now.code(),
                why: one.why.iter().map(|why| because(why, &rerun.facts)).collect(),
            })
            .collect(),
        facts: rerun
            .facts
            .iter()
            .map(|one| FactPart { fact: one.fact.code(), then: &one.then, now: &one.now })
            .collect(),
    }
}

fn because<'a>(why: &'a Why, facts: &'a [FactChange]) -> WhyPart<'a> {
    let part = |code, what| WhyPart { code, what, then: None, now: None };
    match why {
        Why::Edition(then, now) => {
            WhyPart { code: "edition", what: None, then: Some(then.as_str()), now: Some(now.as_str()) }
        }
        Why::Speaks(id) => part("speaks", Some(id.as_str())),
        Why::Removed(id) => part("removed", Some(id.as_str())),
        Why::Silent(id) => part("silent", Some(id.as_str())),
        Why::Reworded(id) => part("reworded", Some(id.as_str())),
        Why::Fact(fact) => {
            let change = facts.iter().find(|one| one.fact == *fact);
            let (then, now) = (change.map(|one| one.then.as_str()), change.map(|one| one.now.as_str()));
            WhyPart { code: "fact", what: Some(fact.code()), then, now }
        }
        Why::Content => part("content", None),
    }
}

/// The JSON Schema of past decisions judged anew.
pub fn rerun_schema() -> serde_json::Value {
    json::schema::<Whole>("regards rerun --format json")
}
