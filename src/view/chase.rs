//! What is awaited for the cases of the agenda, by who can tell it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::cells::print_wrapped;
use super::look::Look;
use super::page::Page;
use super::{mark, shown};
use crate::app::{ChaseRow, ChaseScreen, State};
use crate::meeting::Chased;
use crate::report::rows_said;
use crate::text::{Words, words};
use crate::wording;

/// Draws the list, the row under the cursor in sight.
pub fn draw(screen: &ChaseScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let words = words(state.lang);
    let say = &words.chase;
    let rows = screen.rows();
    let title = Line::from(vec![
        Span::styled(say.title, look.title),
        Span::raw(format!(" · {}", (say.cases)(screen.cases.len()))),
    ]);
    let right = if rows.is_empty() { String::new() } else { (words.queue.position)(screen.selected + 1, rows.len()) };
    bar(look, parts.head, buffer, &title, &Line::raw(right));
    let inner = Rect { x: parts.body.x + 1, width: parts.body.width.saturating_sub(2), ..parts.body };
    if rows.is_empty() {
        print_wrapped(buffer, inner, &Line::from(Span::styled(say.nothing, look.dim)));
        return;
    }
    let taken = print_wrapped(buffer, inner, &kinds(screen, look, words)).min(inner.height);
    let list = Rect { y: parts.body.y + taken, height: parts.body.height - taken, ..parts.body };
    let mut page = Page::of(list);
    let mut informant = None;
    for (place, row) in rows.iter().enumerate() {
        if informant != Some(row.informant) {
            informant = Some(row.informant);
            page.blank();
            page.words((say.informant)(row.informant.code()), look.title);
        }
        if let Some(case) = screen.cases.get(row.case) {
            write(&mut page, case, *row, place == screen.selected, state, look);
        }
    }
    page.draw_focus(look, list, buffer);
}

/// Those who are asked, with how many data each, the one that is shown marked.
fn kinds(screen: &ChaseScreen, look: &Look, words: &Words) -> Line<'static> {
    let count = |of: Option<crate::knowledge::Informant>| {
        let data = screen.cases.iter().flat_map(|case| &case.awaited);
        data.filter(|one| of.is_none_or(|of| one.missing.datum.informant() == of)).count()
    };
    let each = screen.informants().into_iter().map(|one| (Some(one), (words.chase.informant)(one.code())));
    let mut spans = Vec::new();
    for (kind, name) in std::iter::once((None, words.due.all_kinds)).chain(each) {
        if !spans.is_empty() {
            spans.push(Span::raw("  "));
        }
        let style = if kind == screen.informant { look.selected } else { look.dim };
        spans.push(Span::styled(format!(" {name}\u{a0}{} ", count(kind)), style));
    }
    Line::from(spans)
}

/// A case with what is awaited of it from one who is asked; under the cursor with the questions and what waits.
fn write(page: &mut Page, case: &Chased, row: ChaseRow, on: bool, state: &State, look: &Look) {
    let words = words(state.lang);
    let first = page.height();
    let (sign, style) = if on { (mark::CURSOR, look.title) } else { (" ", look.text) };
    let who = state.queue.entry(&case.path).and_then(|entry| entry.file.case());
    let alias = who.map(|case| shown::alias(state, &case.patient.alias).to_owned()).unwrap_or_default();
    let known = (words.chase.complete)(case.completeness.known, case.completeness.asked);
    let from =
        case.requester.as_ref().filter(|_| row.informant == crate::knowledge::Informant::Requester && !state.masked);
    let from = from.map(|name| format!(" · {}", (words.chase.from)(name))).unwrap_or_default();
    let head = Line::from(vec![
        Span::styled(format!("{sign} "), look.key),
        Span::styled(format!("{}  {alias}{from}", case.case), style),
        Span::styled(format!("  {known}"), look.dim),
    ]);
    page.line(&head);
    for datum in case.from(row.informant) {
        let name = wording::datum(words, datum.missing.datum);
        let weight = wording::weight(words, &datum.missing);
        let lead = Line::from(vec![
            Span::raw("    "),
            Span::styled(format!("{} {name}", mark::NEEDS_DATA), look.needs_data),
            Span::raw("  "),
        ]);
        let indent = super::cells::line_width(&lead);
        page.hanging(lead, indent, &weight, look.dim);
        if on {
            page.hanging(Line::default(), 6, wording::ask(words, datum.missing.datum), look.text);
            page.hanging(Line::default(), 6, &(words.chase.waiting)(&rows_said(datum, words)), look.dim);
        }
    }
    if on {
        page.focus(first..page.height());
    }
}
