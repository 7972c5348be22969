//! What a version of a decision says otherwise than the one before it.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::look::Look;
use super::mark;
use super::page::Page;
use crate::app::State;
use crate::domain::Decision;
use crate::meeting::{Change, Piece, Recorded, changes};
use crate::report::part_name;
use crate::text::{Words, words};

/// Writes the difference on the page.
pub fn write(page: &mut Page, recorded: &Recorded, state: &State, look: &Look) {
    let words = words(state.lang);
    let say = &words.after;
    let Some(before) = &recorded.before else {
        page.words(say.first_version, look.dim);
        return;
    };
    page.words(&(say.differs_from)(recorded.entry.version.saturating_sub(1)), look.title);
    if let Some(amends) = &recorded.locked.amends {
        page.hanging(Line::raw("  "), 2, &format!("{} · {}", words.screens.because, amends.reason), look.text);
    }
    write_changes(page, before, &recorded.locked.decision, state, look);
}

/// Writes what a later decision says otherwise than an earlier one.
pub fn write_changes(page: &mut Page, before: &Decision, after: &Decision, state: &State, look: &Look) {
    let words = words(state.lang);
    let say = &words.after;
    let changes = changes(before, after, state.lang);
    if changes.is_empty() {
        page.blank();
        page.words(say.no_difference, look.dim);
    }
    let mut lines_named = false;
    for change in &changes {
        match change {
            Change::Replaced(part, before, after) => {
                heading(page, part_name(*part, words), look);
                was_and_is(page, before, after, look, words);
            }
            Change::Reworded(part, pieces) => {
                heading(page, part_name(*part, words), look);
                page.set_in(&reworded(pieces, look), 2, 2);
            }
            line => {
                if !std::mem::replace(&mut lines_named, true) {
                    heading(page, say.lines, look);
                }
                write_line(page, line, look, words);
            }
        }
    }
    page.row(Line::default());
}

/// The name of a part.
pub fn heading(page: &mut Page, text: &str, look: &Look) {
    page.blank();
    page.words(text, look.title);
}

/// What was said, and what is said now.
pub fn was_and_is(page: &mut Page, before: &str, after: &str, look: &Look, words: &Words) {
    let indent = 13;
    for (name, text, style) in [(words.after.was, before, look.dim), (words.after.is, after, look.changed)] {
        let text = if text.is_empty() { words.after.nothing_said } else { text };
        page.hanging(Line::from(Span::styled(format!("  {name}"), look.dim)), indent, text, style);
    }
}

fn write_line(page: &mut Page, change: &Change, look: &Look, words: &Words) {
    let say = &words.after;
    let mut row = |sign: &str, name: &str, text: &str, style: Style| {
        let lead = Line::from(Span::styled(format!("  {sign} {name}"), style));
        page.hanging(lead, 16, text, style);
    };
    match change {
        Change::Added(line) => row("+", say.added, line, look.ok),
        Change::Removed(line) => row("-", say.removed, line, look.avoid),
        Change::Changed(before, after) => {
            row(mark::CHANGED, say.was, before, look.dim);
            row(" ", say.is, after, look.changed);
        }
        Change::Replaced(..) | Change::Reworded(..) => {}
    }
}

/// What is gone in brackets with a minus, what is new with a plus: the mark carries it, the colour repeats it.
fn reworded(pieces: &[Piece], look: &Look) -> Line<'static> {
    let mut spans = Vec::new();
    for piece in pieces {
        if !spans.is_empty() {
            spans.push(Span::raw(" "));
        }
        spans.push(match piece {
            Piece::Same(text) => Span::styled(text.clone(), look.text),
            Piece::Gone(text) => Span::styled(format!("[-{text}-]"), look.avoid),
            Piece::New(text) => Span::styled(format!("[+{text}+]"), look.ok),
        });
    }
    Line::from(spans)
}
