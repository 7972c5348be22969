//! Two past decisions beside each other: who the patient was, what was decided otherwise, and why.

use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::difference::{heading, was_and_is, write_changes};
use super::look::Look;
use super::page::Page;
use super::shown;
use crate::app::{CompareScreen, State};
use crate::domain::Day;
use crate::meeting::Recorded;
use crate::report::{came_between, follow_said, patient_changes};
use crate::text::words;

/// Draws the comparison, and tells how far it can be scrolled.
pub fn draw(screen: &CompareScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) -> usize {
    let words = words(state.lang);
    let say = &words.compare;
    let (before, after) = (&screen.before, &screen.after);
    let title = format!("{} · {} · {}", say.title, name(before, state), name(after, state));
    bar(look, parts.head, buffer, &Line::from(Span::styled(title, look.title)), &Line::default());
    let mut page = Page::of(parts.body);
    page.row(Line::default());
    if before.locked.case_id != after.locked.case_id {
        page.words(say.other_cases, look.warning);
    }
    write_patient(&mut page, before, after, state, look);
    page.blank();
    page.words(say.decision, look.title);
    write_changes(&mut page, &before.locked.decision, &after.locked.decision, state, look);
    write_why(&mut page, before, after, state, look);
    page.draw(look, parts.body, buffer, screen.scroll)
}

/// Day, case, alias, version.
fn name(one: &Recorded, state: &State) -> String {
    let words = words(state.lang);
    let alias = shown::alias(state, &one.locked.alias);
    format!("{} {alias} {}", state.lang.date(day(one)), (words.screens.version)(one.entry.version))
}

fn day(one: &Recorded) -> Day {
    one.entry.meeting.unwrap_or(Day(one.entry.locked_at.date_naive()))
}

/// What cases are compared on, where it is another.
fn write_patient(page: &mut Page, before: &Recorded, after: &Recorded, state: &State, look: &Look) {
    let words = words(state.lang);
    page.words(words.compare.patient, look.title);
    let changes = patient_changes(before, after, state.lang);
    if changes.is_empty() {
        page.words(words.compare.same_patient, look.dim);
    }
    for (dimension, was, is) in changes {
        heading(page, (words.precedent.dimension)(dimension.code()), look);
        was_and_is(page, &was, &is, look, words);
    }
}

/// The reasons of both in the room's words, why the later was amended, and what had come of the first.
fn write_why(page: &mut Page, before: &Recorded, after: &Recorded, state: &State, look: &Look) {
    let words = words(state.lang);
    let say = &words.compare;
    page.blank();
    page.words(say.why, look.title);
    for one in [before, after] {
        page.pair(look, &state.lang.date(day(one)), 14, &one.locked.decision.rationale, look.text);
    }
    if let Some(amends) = &after.locked.amends {
        page.pair(look, say.amended, 14, &amends.reason, look.text);
    }
    let came = came_between(before, after);
    if !came.is_empty() {
        page.blank();
        page.words(say.came, look.title);
    }
    for follow in came {
        let when = (words.after.followed)(&state.lang.date(follow.on), follow.months);
        page.pair(look, &when, 14, &follow_said(follow, words), look.text);
    }
    page.row(Line::default());
}
