//! A past decision judged anew: what the guidelines of this program say otherwise of it, and why.

use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::look::Look;
use super::page::Page;
use super::{mark, shown};
use crate::app::{RerunScreen, State};
use crate::archive::{Rerun, Unreadable, Why};
use crate::report::{cell_said, heading, reading_said, rerun_editions, why_said};
use crate::text::{Words, words};
use crate::wording;

/// Draws it, and tells how far it can be scrolled.
pub fn draw(screen: &RerunScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) -> usize {
    let words = words(state.lang);
    let say = &words.rerun;
    let entry = &screen.passage.entry;
    let alias = shown::alias(state, &entry.alias);
    let title = format!("{} · {} · {alias}", say.title, entry.case_id);
    let version = (words.screens.version)(entry.version);
    bar(look, parts.head, buffer, &Line::from(Span::styled(title, look.title)), &Line::raw(version));
    let mut page = Page::of(parts.body);
    page.row(Line::default());
    page.words(&(say.with)(&rerun_editions(&state.library)), look.text);
    match &screen.found {
        Err(Unreadable::Case) => page.words(say.unreadable_case, look.warning),
        Ok(rerun) => write(&mut page, rerun, state, look),
    }
    page.draw(look, parts.body, buffer, screen.scroll)
}

fn write(page: &mut Page, rerun: &Rerun, state: &State, look: &Look) {
    let words = words(state.lang);
    let say = &words.rerun;
    page.words(&(say.of_day)(&state.lang.date(rerun.day)), look.dim);
    if !rerun.has_rows {
        page.words(say.no_rows, look.warning);
    }
    for (guideline, edition) in &rerun.absent {
        page.words(&(say.absent)(&format!("{guideline} {edition}")), look.warning);
    }
    page.blank();
    if rerun.is_same() {
        page.words(&format!("{} {}", mark::OK, say.same), look.ok);
    }
    if !rerun.readings.is_empty() {
        page.words(say.readings, look.title);
    }
    for change in &rerun.readings {
        let guideline = heading(&state.library, &change.guideline);
        changed(page, &guideline, &reading_said(change, words), words, look);
        because(page, &change.why, rerun, state, look);
    }
    if !rerun.cells.is_empty() {
        page.blank();
        page.words(say.cells, look.title);
    }
    for change in &rerun.cells {
        let name = format!("{} · {}", wording::topic(words, change.topic), heading(&state.library, &change.guideline));
        changed(page, &name, &cell_said(change, words), words, look);
        because(page, &change.why, rerun, state, look);
    }
    page.blank();
    page.words(say.nothing_changes, look.dim);
    page.row(Line::default());
}

fn changed(page: &mut Page, name: &str, said: &str, words: &Words, look: &Look) {
    let line = Line::from(vec![
        Span::styled(format!("{} ", mark::CHANGED), look.changed),
        Span::styled(format!("{name}{}", words.report.colon), look.text),
        Span::styled(said.to_owned(), look.changed),
    ]);
    page.set_in(&line, 2, 4);
}

fn because(page: &mut Page, why: &[Why], rerun: &Rerun, state: &State, look: &Look) {
    for why in why {
        let said = why_said(why, &rerun.facts, words(state.lang));
        page.set_in(&Line::from(Span::styled(said, look.dim)), 6, 8);
    }
}
