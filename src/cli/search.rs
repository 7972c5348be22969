//! Past decisions from the command line: searched in the filter language, counted, sorted; queries saved by name.

use std::io::{self, IsTerminal, Write};

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;

use super::args::Format;
use super::aside;
use super::keeping::refused;
use super::looks::log;
use super::pen::act;
use super::settings::Settings;
use crate::archive::filter::{Count, Fault, Query, SavedQuery, Sort, is_name, parse, print, with_sort};
use crate::report;
use crate::store::{Ledger, Looked, Page, StoreError};
use crate::text::{Lang, visible, words};

/// Decisions are counted up to so many.
pub const MOST_COUNTED: u64 = 10_000;

/// How found decisions are answered.
#[derive(Debug, Clone, Args)]
pub struct SearchParts {
    /// newest, oldest, upcr, egfr, meeting or case; -upcr for the highest first
    #[arg(long, value_name = "ORDER", allow_hyphen_values = true)]
    pub sort: Option<String>,
    /// Say only how many there are
    #[arg(long)]
    pub count: bool,
    /// At most this many
    #[arg(long, default_value_t = 50)]
    pub limit: usize,
    /// text or json
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// What is done with saved queries.
#[derive(Debug, Clone, Default, Args)]
pub struct SavedParts {
    /// Save the query under a name; @NAME stands for it from then on
    #[arg(long, value_name = "NAME")]
    pub save: Option<String>,
    /// List the saved queries
    #[arg(long, conflicts_with_all = ["save", "words"])]
    pub saved: bool,
    /// Forget the query of this name
    #[arg(long, value_name = "NAME", conflicts_with_all = ["save", "saved", "words"])]
    pub forget: Option<String>,
}

/// Prints past decisions: the newest, or those that the query finds.
///
/// # Errors
/// When the output cannot be written.
pub fn search(
    typed: &[String],
    parts: &SearchParts,
    queries: &SavedParts,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    if queries.saved {
        return saved(parts.format, settings, out, err);
    }
    if let Some(name) = &queries.forget {
        return forget(name, settings, out, err);
    }
    let line = match ordered(&typed.join(" "), parts.sort.as_deref(), settings.lang) {
        Ok(line) => line,
        Err(sentence) => {
            aside(err, &visible(&sentence))?;
            return Ok(2);
        }
    };
    let ledger = match settings.ledger_or_empty() {
        Ok(ledger) => ledger,
        Err(error) => return refused(&error, settings, err),
    };
    let (query, known) = match understood(&line, &ledger, settings, err)? {
        Ok(understood) => understood,
        Err(code) => return Ok(code),
    };
    if let Some(name) = &queries.save {
        drop(ledger);
        return save(name, &query, &known, settings, out, err);
    }
    let count = ledger.how_many(&query, MOST_COUNTED);
    let page = if parts.count { Ok(Page::default()) } else { ledger.find(&query, parts.limit, None) };
    let (count, page) = match count.and_then(|count| Ok((count, page?))) {
        Ok(found) => found,
        Err(error) => return refused(&error, settings, err),
    };
    drop(ledger);
    answer(&line, count, &page, parts, settings, out)?;
    let (looked, target) = if line.trim().is_empty() { (Looked::Export, "") } else { (Looked::Search, line.as_str()) };
    log(looked, target, settings, err)?;
    Ok(0)
}

/// What a line asks, with the saved queries it may name; or the exit code, once what was not understood is said.
pub fn understood(
    line: &str,
    ledger: &Ledger,
    settings: &Settings,
    err: &mut dyn Write,
) -> io::Result<Result<(Query, Vec<SavedQuery>), u8>> {
    let known = match ledger.saved_queries() {
        Ok(known) => known,
        Err(error) => return refused(&error, settings, err).map(Err),
    };
    let parsed = parse(line, &known);
    if parsed.faults.is_empty() {
        return Ok(Ok((parsed.query, known)));
    }
    // It has colours of its own, and shows no word of the line as it was typed.
    writeln!(err, "{}", pointed(line, &parsed.faults, settings.lang))?;
    Ok(Err(2))
}

/// The line with the order that was named beside it.
fn ordered(line: &str, sort: Option<&str>, lang: Lang) -> Result<String, String> {
    let Some(written) = sort else { return Ok(line.to_owned()) };
    let known: Vec<&str> = Sort::ALL.iter().map(|sort| sort.code()).collect();
    let unknown = || (words(lang).filter.unknown_order)(written, &known.join(", "));
    Sort::named(written).map(|sort| with_sort(line, sort, lang)).ok_or_else(unknown)
}

fn answer(
    line: &str,
    count: Count,
    page: &Page,
    parts: &SearchParts,
    settings: &Settings,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lang = settings.lang;
    match parts.format {
        Format::Json if parts.count => {
            let (count, exact) = match count {
                Count::Exactly(n) => (n, true),
                Count::MoreThan(n) => (n, false),
            };
            writeln!(out, "{}", serde_json::to_string(&Counted { count, exact })?)
        }
        Format::Json => writeln!(out, "{}", report::decisions_json(&page.entries, settings.masked).trim_end()),
        _ if parts.count => writeln!(out, "{}", counted(count, lang)),
        _ if page.entries.is_empty() => {
            let archive = &words(lang).archive;
            writeln!(out, "{}", if line.trim().is_empty() { archive.nothing_yet } else { archive.nothing_found })
        }
        _ => {
            writeln!(out, "{}", report::decisions_text(&page.entries, lang, settings.masked).trim_end())?;
            let shown = u64::try_from(page.entries.len()).unwrap_or(u64::MAX);
            let all = counted(count, lang);
            let said = if page.next.is_some() { (words(lang).filter.shown_of)(shown, &all) } else { all };
            writeln!(out, "\n{said}")
        }
    }
}

/// How many there are, as JSON.
#[derive(Serialize, JsonSchema)]
struct Counted {
    count: u64,
    /// Whether there are not more.
    exact: bool,
}

/// The JSON Schema of how many there are.
pub(super) fn counted_schema() -> serde_json::Value {
    super::schema::of::<Counted>("regards list, search --count --format json")
}

/// How many there are, in words.
pub fn counted(count: Count, lang: Lang) -> String {
    let say = &words(lang).filter;
    match count {
        Count::Exactly(n) => (say.counted)(n),
        Count::MoreThan(n) => (say.more_than)(n),
    }
}

/// The line with a caret under each word that was not understood, and what was expected.
fn pointed(line: &str, faults: &[Fault], lang: Lang) -> String {
    let colour = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let shown = visible(line).into_owned();
    // What a terminal might obey is shown as marks, which may be of another length.
    let place = |at: usize| visible(line.get(..at).unwrap_or_default()).len().min(shown.len());
    let sentences: Vec<String> = faults.iter().map(|fault| visible(&fault.said(line, lang)).into_owned()).collect();
    let groups: Vec<_> = faults
        .iter()
        .zip(&sentences)
        .map(|(fault, sentence)| {
            let span = place(fault.span.start)..place(fault.span.end);
            let snippet = Snippet::source(shown.as_str()).annotation(AnnotationKind::Primary.span(span));
            Level::ERROR.with_name(words(lang).error.error).primary_title(sentence.as_str()).element(snippet)
        })
        .collect();
    renderer.render(&groups)
}

fn save(
    name: &str,
    query: &Query,
    known: &[SavedQuery],
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let say = &words(settings.lang).filter;
    let name = name.trim_start_matches('@');
    if !is_name(name) {
        aside(err, &(say.bad_name)(&visible(name)))?;
        return Ok(2);
    }
    let text = print(query, known, Lang::En);
    write(settings, err, |ledger| ledger.save_query(name, &text, &act()))?.map_or(Ok(3), |()| {
        writeln!(out, "{}", (say.saved)(name))?;
        Ok(0)
    })
}

fn forget(name: &str, settings: &Settings, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let say = &words(settings.lang).filter;
    let name = name.trim_start_matches('@');
    match write(settings, err, |ledger| ledger.forget_query(name))? {
        Some(true) => {
            writeln!(out, "{}", (say.forgotten)(name))?;
            Ok(0)
        }
        Some(false) => {
            aside(err, &(say.not_saved)(&visible(name)))?;
            Ok(1)
        }
        None => Ok(3),
    }
}

/// Does something to the ledger, where it may be written; else says why not.
fn write<T>(
    settings: &Settings,
    err: &mut dyn Write,
    done: impl FnOnce(&mut Ledger) -> Result<T, StoreError>,
) -> io::Result<Option<T>> {
    if settings.read_only {
        aside(err, &words(settings.lang).screens.read_only)?;
        return Ok(None);
    }
    match Ledger::open_with_key(&settings.ledger, &settings.key).and_then(|mut ledger| done(&mut ledger)) {
        Ok(done) => Ok(Some(done)),
        Err(error) => refused(&error, settings, err).map(|_| None),
    }
}

fn saved(format: Format, settings: &Settings, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let found = settings.ledger_to_read().and_then(|ledger| ledger.saved_queries());
    let found = match found {
        Ok(found) => found,
        Err(error) => return refused(&error, settings, err),
    };
    match format {
        Format::Json => writeln!(out, "{}", report::saved_json(&found).trim_end())?,
        _ if found.is_empty() => writeln!(out, "{}", words(settings.lang).filter.none_saved)?,
        _ => write!(out, "{}", report::saved_text(&found))?,
    }
    Ok(0)
}
