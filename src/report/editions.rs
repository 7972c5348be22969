//! The editions of the guidelines: where they come from, who vouches for the entries, what they cover, what is not verified.

use schemars::JsonSchema;
use serde::Serialize;

use super::head::{listed, named};
use super::json;
use super::markdown::markdown;
use super::page::{Grid, Page};
use super::plain::plain;
use super::sources::published;
use crate::domain::Day;
use crate::knowledge::{Caution, Checked, Coverage, Further, Guideline, Library, Quiet, Source, Topic, Words};
use crate::text::{Lang, words};
use crate::wording;

/// The editions as text of at most 80 columns.
pub fn editions_text(library: &Library, today: Day, lang: Lang) -> String {
    plain(&page(library, today, lang), lang)
}

/// The editions as Markdown.
pub fn editions_markdown(library: &Library, today: Day, lang: Lang) -> String {
    markdown(&page(library, today, lang))
}

fn page(library: &Library, today: Day, lang: Lang) -> Page {
    let words = words(lang);
    let mut page = Page::default();
    page.title(words.editions.title);
    let refused = library.refused_names();
    if !refused.is_empty() {
        page.paragraph((words.editions.refused)(&refused.join(", ")));
    }
    for guideline in library.guidelines() {
        page.section(heading(guideline, library, lang));
        edition(&mut page, guideline, today, lang);
    }
    page.section(words.editions.coverage);
    page.grid(coverage(library, lang));
    page
}

fn edition(page: &mut Page, guideline: &Guideline, today: Day, lang: Lang) {
    let words = words(lang);
    page.items(0, source(&guideline.source, today, lang));
    page.item(0, named(lang, words.report.scale, guideline.scale.said(lang)));
    page.items(0, guideline.not_read.as_ref().map(|words| words.said(lang).to_owned()));
    page.item(0, named(lang, words.editions.counts, &counts(guideline, lang)));
    for further in &guideline.further {
        page.item(0, named(lang, words.editions.further, &further.name));
        page.items(1, source(&further.source, today, lang));
    }
    page.items(0, guideline.cautions.iter().map(|caution| wording::caution(lang, caution)));
}

fn heading(guideline: &Guideline, library: &Library, lang: Lang) -> String {
    let column = library.column(guideline);
    let local = if column.local { format!(" ({})", words(lang).editions.local) } else { String::new() };
    format!("{}{local}", column.heading())
}

fn source(source: &Source, today: Day, lang: Lang) -> Vec<String> {
    let words = words(lang);
    let checked = match (&source.checked_by, source.checked_on) {
        (Some(who), Some(day)) => (words.table.checked_by)(who, &lang.date(day)),
        _ => words.report.not_checked.to_owned(),
    };
    let next = (words.report.next_check)(&lang.date(source.next_check));
    let overdue = if source.next_check < today { format!("{next} {}", words.panel.overdue) } else { next };
    vec![
        published(source),
        listed(lang, [(words.report.entered_by)(&source.entered_by), checked, overdue]),
        named(lang, words.report.read, source.read.said(lang)),
    ]
}

/// `12 read in the source, 3 from memory`.
fn counts(guideline: &Guideline, lang: Lang) -> String {
    let said = |(checked, count): (Checked, usize)| {
        named(lang, (words(lang).codes.checked)(checked.code()), &count.to_string())
    };
    listed(lang, guideline.sources().into_iter().map(said))
}

fn coverage(library: &Library, lang: Lang) -> Grid {
    let words = words(lang);
    let names = library.guidelines().iter().map(|guideline| library.column(guideline).heading());
    let head = std::iter::once(words.report.topic.to_owned()).chain(names).collect();
    let columns: Vec<Vec<Coverage>> = library.guidelines().iter().map(Guideline::coverage).collect();
    let row = |(place, topic): (usize, &Topic)| {
        let cells = columns.iter().filter_map(|column| column.get(place));
        let name = wording::topic(words, *topic).to_owned();
        std::iter::once(name).chain(cells.map(|covered| wording::covered(words, *covered))).collect()
    };
    Grid { head, rows: Topic::ALL.iter().enumerate().map(row).collect() }
}

/// The editions as JSON, in every language at once.
#[derive(Serialize, JsonSchema)]
struct Report<'a> {
    /// Version of this form: 1.
    format: u32,
    /// The day on which checks fall due.
    today: String,
    guidelines: Vec<Entry<'a>>,
    /// Files that are not loaded, for what is wrong with them.
    refused: Vec<String>,
}

#[derive(Serialize, JsonSchema)]
struct Entry<'a> {
    id: &'a str,
    name: &'a str,
    edition: &'a str,
    /// Whether it comes from a folder of the user's.
    local: bool,
    source: &'a Source,
    /// Whether its next check is.
    overdue: bool,
    further: &'a [Further],
    scale: &'a Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_read: Option<&'a Words>,
    cautions: &'a [Caution],
    /// How many statements rest on what.
    sources: Vec<Count>,
    /// An entry a topic.
    coverage: Vec<Covered>,
}

#[derive(Serialize, JsonSchema)]
struct Count {
    checked: Checked,
    statements: usize,
}

#[derive(Serialize, JsonSchema)]
struct Covered {
    topic: Topic,
    /// How many there are.
    statements: usize,
    /// Where there are none: why.
    quiet: Option<Quiet>,
    /// How sure the least sure of them is.
    weakest: Option<Checked>,
}

/// The editions as JSON.
pub fn editions_json(library: &Library, today: Day) -> String {
    let edition = |guideline| Entry::of(guideline, library, today);
    json::printed(&Report {
        format: 1,
        today: today.to_string(),
        guidelines: library.guidelines().iter().map(edition).collect(),
        refused: library.refused_names(),
    })
}

impl<'a> Entry<'a> {
    fn of(guideline: &'a Guideline, library: &Library, today: Day) -> Self {
        let covered = |covered: Coverage| Covered {
            topic: covered.topic,
            statements: covered.statements,
            quiet: covered.quiet,
            weakest: covered.weakest,
        };
        Self {
            id: &guideline.id,
            name: &guideline.name,
            edition: &guideline.edition,
            local: library.is_local(&guideline.id),
            source: &guideline.source,
            overdue: guideline.source.next_check < today,
            further: &guideline.further,
            scale: &guideline.scale,
            not_read: guideline.not_read.as_ref(),
            cautions: &guideline.cautions,
            sources: guideline
                .sources()
                .into_iter()
                .map(|(checked, statements)| Count { checked, statements })
                .collect(),
            coverage: guideline.coverage().into_iter().map(covered).collect(),
        }
    }
}

/// The JSON Schema of the editions.
pub fn editions_schema() -> serde_json::Value {
    json::schema::<Report>("regards guidelines --format json")
}
