use ratatui::text::Line;

use super::cell::short;
use crate::knowledge::{Checked, Ground, Table, Topic, Verdict};
use crate::view::ink::{Ink, Phrase};
use crate::view::{mark, standing};
use crate::wording::{self, Part};

/// The common ground, with or without that of the response and the duration.
pub(super) fn lines(ink: &Ink, table: &Table, with_course: bool) -> Vec<Line<'static>> {
    let mut lines: Vec<Line> = conflicts(ink, table).collect();
    lines.push(regimens(ink, table).line());
    let ground = &ink.words.ground;
    lines.extend(parts(ink, ground.glucocorticoid, &wording::glucocorticoid(ink.lang, table), true));
    let course = if with_course { wording::course(ink.lang, table) } else { Vec::new() };
    lines.extend(parts(ink, ground.response, &course, false));
    lines
}

/// What the marks of this table mean; where there is room, how sure its entries are.
pub(super) fn marks(ink: &Ink, table: &Table, is_roomy: bool) -> Option<Line<'static>> {
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
    (!marks.is_empty()).then(|| ink.phrase().dim(&marks.join(" · ")).line())
}

/// Each guideline that contradicts itself on what to start with.
fn conflicts<'a>(ink: &'a Ink, table: &'a Table) -> impl Iterator<Item = Line<'static>> + 'a {
    let cells = table.row(Topic::InitialTherapy).into_iter().flat_map(|row| &row.cells);
    cells.filter(|cell| cell.verdict == Verdict::Conflict).map(|cell| {
        let sentence = (ink.words.table.contradicts_itself)(table.name(&cell.guideline));
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
        phrase = phrase.marked(mark, standing::style(ink.look, common.weakest), &name.replace(' ', "\u{a0}"));
    }
    phrase
}

/// The parts of the common ground in one line: what is shared, or what keeps them apart. Where fewer than two speak on any
/// of them it says so once, where there must be an answer.
fn parts(ink: &Ink, title: &str, parts: &[Part], must_answer: bool) -> Option<Line<'static>> {
    let mut phrase = ink.phrase().with(&titled(ink, title), ink.look.title);
    let told: Vec<&Part> = parts.iter().filter(|part| part.state != Ground::NothingToCompare).collect();
    if told.is_empty() {
        let without: Vec<&str> = parts.iter().flat_map(|part| &part.without_numbers).map(String::as_str).collect();
        let phrase = phrase.dim(ink.words.guide.nothing_to_compare);
        return must_answer.then(|| without_numbers(ink, &without, phrase).line());
    }
    for (place, part) in told.into_iter().enumerate() {
        if place > 0 {
            phrase = phrase.dot();
        }
        phrase = phrase.dim(&part.label);
        phrase = match part.state {
            Ground::Found => phrase.with(&part.text, ink.look.agree),
            Ground::None => phrase.with(&part.text, ink.look.differ),
            Ground::NeedsData | Ground::NothingToCompare => phrase.lacks(&part.text),
        };
        let without: Vec<&str> = part.without_numbers.iter().map(String::as_str).collect();
        phrase = without_numbers(ink, &without, phrase);
    }
    Some(phrase.line())
}

fn without_numbers<'a>(ink: &Ink, names: &[&str], phrase: Phrase<'a>) -> Phrase<'a> {
    let mut names = names.to_vec();
    names.dedup();
    if names.is_empty() {
        phrase
    } else {
        phrase.dim(&format!("({})", (ink.words.guide.without_numbers)(&names.join(", "))))
    }
}

fn titled(ink: &Ink, title: &str) -> String {
    format!("{title}{}", ink.words.guide.colon)
}
