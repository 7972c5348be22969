//! The decision before, in few lines: beside the new one, and in the head of the case.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::look::Look;
use super::page::Page;
use super::{said, standing_after};
use crate::app::State;
use crate::domain::{CaseId, Day, LineKind};
use crate::meeting::{AfterAct, Plan, Recorded};
use crate::report::weight_then;
use crate::text::{Words, words};

/// The decision on this case at another meeting, where there is one.
pub fn of<'a>(state: &'a State, case: &CaseId) -> Option<&'a Recorded> {
    state.earlier.get(case)?.as_deref()
}

/// The day it was taken.
fn day(recorded: &Recorded) -> Day {
    let held = recorded.locked.room.as_ref().map(|room| room.meeting).or(recorded.entry.meeting);
    held.unwrap_or(Day(recorded.entry.locked_at.date_naive()))
}

/// `seen on 12 March 2026: MMF + belimumab, carried out in part`.
pub fn brief(recorded: &Recorded, state: &State) -> String {
    let words = words(state.lang);
    let mut what = drugs(recorded, words);
    if what.is_empty() {
        words.label(recorded.locked.decision.outcome).clone_into(&mut what);
    }
    if let Some(fulfilment) = fulfilment(recorded) {
        what = format!("{what}, {}", words.label(fulfilment));
    }
    (words.deliberation.seen_before)(&state.lang.date(day(recorded)), &what)
}

/// The drugs that were given, by the names a meeting uses.
fn drugs(recorded: &Recorded, words: &Words) -> String {
    let given = |kind: LineKind| !matches!(kind, LineKind::Stop | LineKind::Hold | LineKind::Other);
    let lines = recorded.locked.decision.lines.iter().filter(|line| given(line.kind));
    let mut names: Vec<&str> = lines.filter_map(|line| line.drug).map(words.drug_short).collect();
    let mut seen = std::collections::BTreeSet::new();
    names.retain(|name| seen.insert(*name));
    names.join(" + ")
}

/// How far it was carried out, as last said.
fn fulfilment(recorded: &Recorded) -> Option<crate::domain::Fulfilment> {
    recorded.after.iter().rev().find_map(|act| match &act.what.done {
        AfterAct::Followed(follow) => Some(follow.fulfilment),
        _ => None,
    })
}

/// Draws it in a place of its own.
pub fn draw(recorded: &Recorded, state: &State, look: &Look, area: Rect, buffer: &mut Buffer) {
    let words = words(state.lang);
    let decided = &recorded.locked.decision;
    let mut page = Page::of(area);
    page.words(&(words.deliberation.previous)(&state.lang.date(day(recorded))), look.title);
    page.words(recorded.locked.question.as_str(), look.dim);
    page.words(words.label(decided.outcome), look.text);
    page.blank();
    said::as_locked(&mut page, &Plan::from(decided), weight_then(&recorded.locked), state.lang, look);
    page.blank();
    page.hanging(Line::raw("  "), 2, &decided.rationale, look.text);
    page.blank();
    if let Some(next) = decided.next {
        page.pair(look, words.deliberation.looked_at_again, 2, &state.lang.date(next), look.text);
    }
    standing_after::write(&mut page, recorded, state, look);
    page.draw(look, area, buffer, 0);
}
