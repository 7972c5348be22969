use ratatui::text::Line;

use super::cell::short;
use crate::knowledge::{Checked, Ground, Table, Topic, Verdict};
use crate::report::wording;
use crate::view::ink::{Ink, Phrase};
use crate::view::{mark, standing};

/// The common ground, and what the marks of this table mean.
pub(super) fn lines(ink: &Ink, table: &Table, is_roomy: bool) -> Vec<Line<'static>> {
    let mut lines: Vec<Line> = conflicts(ink, table).collect();
    lines.extend([regimens(ink, table).line(), start(ink, table).line()]);
    let cells = || table.rows.iter().flat_map(|row| &row.cells);
    let mut marks = wording::label_marks(ink.words, cells().flat_map(|cell| &cell.offers));
    if !marks.is_empty() {
        marks.push((ink.words.codes.country)(table.country.code()).to_owned());
    }
    let mut sure: Vec<Checked> = cells().flat_map(|cell| &cell.spoke).map(|said| said.checked).collect();
    sure.sort_unstable();
    sure.dedup();
    let named = |checked| Some(format!("{} {}", short(ink, checked), wording::checked(ink.words, checked)?));
    marks.extend(sure.into_iter().filter(|_| is_roomy).filter_map(named));
    if !marks.is_empty() {
        lines.push(ink.phrase().dim(&marks.join(" · ")).line());
    }
    lines
}

/// Each guideline that contradicts itself on what to start with.
fn conflicts<'a>(ink: &'a Ink, table: &'a Table) -> impl Iterator<Item = Line<'static>> + 'a {
    let cells = table.row(Topic::InitialTherapy).into_iter().flat_map(|row| &row.cells);
    cells.filter(|cell| cell.verdict == Verdict::Conflict).map(|cell| {
        let sentence = (ink.words.table.contradicts_itself)(name(table, &cell.guideline));
        ink.phrase().with(&format!("{} {sentence}", mark::CONFLICT), ink.look.conflict).line()
    })
}

fn regimens<'a>(ink: &Ink<'a>, table: &Table) -> Phrase<'a> {
    let words = ink.words;
    let phrase = ink.phrase().with(&titled(ink, words.table.common_ground), ink.look.title);
    match table.common.regimens_state {
        Ground::Found => found(ink, table, phrase),
        Ground::None => phrase.with(words.table.no_common_ground, ink.look.differ),
        Ground::NeedsData => phrase.lacks(words.verdict.needs_data),
        Ground::NothingToCompare => phrase.dim(words.guide.nothing_to_compare),
    }
}

fn found<'a>(ink: &Ink<'a>, table: &Table, mut phrase: Phrase<'a>) -> Phrase<'a> {
    for common in &table.common.regimens {
        let mut offers = table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.offers);
        let offer = offers.find(|offer| offer.regimen == common.regimen);
        let labels = offer.map(|offer| offer.labels.as_slice()).unwrap_or_default();
        let name = wording::regimen(ink.words, &common.regimen, labels);
        let mark = standing::mark(common.weakest);
        phrase = phrase.with(mark, standing::style(ink.look, common.weakest)).say(&name.replace(' ', "\u{a0}"));
    }
    phrase
}

fn start<'a>(ink: &Ink<'a>, table: &Table) -> Phrase<'a> {
    let (words, common) = (ink.words, &table.common);
    let phrase = ink.phrase().with(&titled(ink, words.table.dose_range), ink.look.title);
    let phrase = match common.start_state {
        Ground::Found => {
            let ranges: Vec<String> = common.start.iter().map(|range| wording::mg_range(ink.lang, *range)).collect();
            phrase.with(&ranges.join(", "), ink.look.agree)
        }
        Ground::None => phrase.with(&apart(ink, table), ink.look.differ),
        Ground::NeedsData => phrase.lacks(words.verdict.needs_data),
        Ground::NothingToCompare => phrase.dim(words.guide.nothing_to_compare),
    };
    if common.start_without_numbers.is_empty() {
        return phrase;
    }
    let names: Vec<&str> = common.start_without_numbers.iter().map(|id| name(table, id)).collect();
    phrase.dot().dim(&(words.guide.without_numbers)(&names.join(", ")))
}

fn apart(ink: &Ink, table: &Table) -> String {
    let pair = table.common.start_apart.as_ref().map(|(one, other)| (name(table, one), name(table, other)));
    pair.map_or_else(|| ink.words.app.none.to_owned(), |(one, other)| (ink.words.guide.ranges_apart)(one, other))
}

/// The name of a guideline in its column.
fn name<'a>(table: &'a Table, guideline: &'a str) -> &'a str {
    let column = table.columns.iter().find(|column| column.guideline == guideline);
    column.map_or(guideline, |column| column.name.as_str())
}

fn titled(ink: &Ink, title: &str) -> String {
    format!("{title}{}", ink.words.guide.colon)
}
