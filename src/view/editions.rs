//! The editions of the guidelines, one at a time: where it was published, who vouches for the entry, what it covers, what is
//! not verified.

use ratatui::buffer::Buffer;
use ratatui::layout::Alignment;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::cells::{pad, wrap};
use super::ink::Ink;
use super::look::Look;
use super::mark;
use super::page::Page;
use super::why::{caution_line, published, tabs, vouched};
use crate::app::{EditionsScreen, State};
use crate::domain::Day;
use crate::knowledge::{CautionKind, Checked, Coverage, Guideline, Quiet, Source};
use crate::wording;

/// Cells that the topics of the coverage take, and those that the numbers take.
const TOPIC: usize = 34;
const NUMBER: usize = 10;

/// Draws the edition of one guideline, and tells how far it can be scrolled.
pub fn draw(screen: &EditionsScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) -> usize {
    let ink = Ink::new(look, state.lang);
    let guidelines = state.library.guidelines();
    let at = screen.column.min(guidelines.len().saturating_sub(1));
    let title = Line::from(Span::styled(ink.words.editions.title, look.title));
    bar(look, parts.head, buffer, &title, &Line::raw(format!("{}/{}", at + 1, guidelines.len())));
    let mut page = Page::of(parts.body);
    page.line(&tabs(&ink, guidelines.iter().map(|guideline| state.library.column(guideline).heading()), at));
    let refused = state.library.refused_names();
    if !refused.is_empty() {
        page.words(&format!("{} {}", mark::WARNING, (ink.words.editions.refused)(&refused.join(", "))), look.warning);
    }
    if let Some(guideline) = guidelines.get(at) {
        write(&mut page, &ink, guideline, state.library.is_local(&guideline.id), state.today);
    }
    page.draw(look, parts.body, buffer, screen.scroll)
}

fn write(page: &mut Page, ink: &Ink, guideline: &Guideline, is_local: bool, today: Day) {
    let words = ink.words;
    let edition = format!("{} {}", guideline.name, guideline.edition);
    let local = if is_local { words.editions.local } else { "" };
    page.row(Line::default());
    let title = ink.phrase().with(&edition, Modifier::BOLD.into()).with(local, ink.look.warning);
    page.line(&title.dot().say(&guideline.source.title).line());
    source(page, ink, &guideline.source, today);
    page.line(&ink.labelled(words.table.grade).say(guideline.scale.said(ink.lang)).line());
    if let Some(unread) = &guideline.not_read {
        let said = format!("{} {}", mark::NOT_READ, unread.said(ink.lang));
        page.words(&said, ink.look.needs_data);
    }
    counts(page, ink, guideline);
    coverage(page, ink, guideline);
    cautions(page, ink, guideline);
    further(page, ink, guideline, today);
    page.row(Line::default());
}

fn source(page: &mut Page, ink: &Ink, source: &Source, today: Day) {
    page.line(&published(ink, source));
    page.line(&ink.labelled(ink.words.panel.read).say(source.read.said(ink.lang)).line());
    page.line(&vouched(ink, today, source));
}

/// How many statements were read in the guideline itself, elsewhere, from memory, or concluded.
fn counts(page: &mut Page, ink: &Ink, guideline: &Guideline) {
    let mut phrase = ink.labelled(ink.words.editions.counts);
    for (checked, count) in guideline.sources() {
        let said = format!("{}{} {count}", (ink.words.codes.checked)(checked.code()), ink.words.guide.colon);
        phrase = phrase.dot().with(&said, sure(ink, checked));
    }
    page.line(&phrase.line());
}

/// What is less than read in the source stands out.
fn sure(ink: &Ink, checked: Checked) -> Style {
    if checked == Checked::Verified { ink.look.ok } else { ink.look.warning }
}

fn coverage(page: &mut Page, ink: &Ink, guideline: &Guideline) {
    let words = &ink.words.editions;
    page.row(Line::default());
    page.words(words.coverage, ink.look.title);
    let (dim, heads) = (ink.look.dim, (words.topic, words.statements, words.weakest));
    covered(page, (heads.0, dim), heads.1, (heads.2, dim));
    for row in guideline.coverage() {
        let number = if row.statements > 0 { row.statements.to_string() } else { mark::SILENT.to_owned() };
        let (said, style) = said(ink, row);
        covered(page, (wording::topic(ink.words, row.topic), ink.look.text), &number, (&said, style));
    }
}

/// A row of the coverage: what it says wraps within its own column.
fn covered(page: &mut Page, topic: (&str, Style), number: &str, said: (&str, Style)) {
    let number = pad(number, NUMBER, Alignment::Right);
    let mut lead = format!("{} {number}  ", pad(topic.0, TOPIC, Alignment::Left));
    let indent = lead.chars().count();
    for line in wrap(said.0, page.width().saturating_sub(indent).max(1)) {
        let lead = std::mem::replace(&mut lead, " ".repeat(indent));
        page.row(Line::from(vec![Span::styled(lead, topic.1), Span::styled(line, said.1)]));
    }
}

/// How sure the least sure statement of a row is, or how the row is silent.
fn said(ink: &Ink, covered: Coverage) -> (String, Style) {
    let quiet = covered.quiet.map(|quiet| {
        let mark = if quiet == Quiet::NotRead { mark::NOT_READ } else { mark::SILENT };
        format!("{mark} {}", wording::quiet(ink.words, quiet))
    });
    let weakest = covered.weakest.map(|weakest| (ink.words.codes.checked)(weakest.code()).to_owned());
    let style = match covered {
        Coverage { weakest: Some(checked), .. } => sure(ink, checked),
        Coverage { quiet: Some(Quiet::NotRead), .. } => ink.look.needs_data,
        _ => ink.look.silent,
    };
    (weakest.into_iter().chain(quiet).collect::<Vec<_>>().join(" · "), style)
}

/// Where it contradicts itself, then what of it is not verified.
fn cautions(page: &mut Page, ink: &Ink, guideline: &Guideline) {
    page.row(Line::default());
    page.words(ink.words.editions.cautions, ink.look.title);
    if guideline.cautions.is_empty() {
        page.words(ink.words.editions.no_caution, ink.look.dim);
    }
    for kind in CautionKind::ALL {
        for caution in guideline.cautions.iter().filter(|caution| caution.kind == *kind) {
            page.line(&caution_line(ink, caution));
        }
    }
}

fn further(page: &mut Page, ink: &Ink, guideline: &Guideline, today: Day) {
    for (place, further) in guideline.further.iter().enumerate() {
        page.row(Line::default());
        if place == 0 {
            page.words(ink.words.editions.further, ink.look.title);
        }
        let name = ink.phrase().with(&further.name, Modifier::BOLD.into());
        page.line(&name.dot().say(&further.source.title).line());
        source(page, ink, &further.source, today);
    }
}
