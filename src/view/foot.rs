//! The last line: the keys that matter most here, each answering a click, and what is true of the whole session.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::bars::{MOST_ROWS_READ, Parts, bar};
use super::cells::width;
use super::keys::{Entry, entries};
use super::look::Look;
use crate::app::{Command, Link, Place, Screen, State, Target, keys_of};
use crate::text::{Words, words};

/// Cells between two keys.
const GAP: usize = 2;

/// Draws the keys of the place; where not all have room, the arrows that every hand knows go
/// first, then those that matter least; never the one that shows
/// them all nor the one that leads back.
pub fn draw(state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let area = parts.foot;
    let words = words(state.lang);
    let place = state.place();
    let mut shown = entries(place, keys_of(&state.keys, place).filter(|binding| binding.footer), words);
    shown.retain(|entry| !is_idle(state, entry.command));
    let states = states(state, words);
    let reserved = if states.is_empty() { 0 } else { width(&states) + 2 };
    let room = usize::from(area.width).saturating_sub(2 + reserved);
    while cells(&shown) > room {
        let is_arrows = |entry: &Entry| entry.command == Command::Up && entry.second == Some(Command::Down);
        let arrows = shown.iter().position(is_arrows);
        let last = arrows.or_else(|| shown.iter().rposition(|entry| !is_kept(entry.command)));
        let Some(last) = last else { break };
        shown.remove(last);
    }
    let spans = spans(&shown, look);
    let states = Line::from(Span::styled(states, look.warning));
    bar(look, area, buffer, &Line::from(spans), &states);
    answer(&shown, parts);
}

/// What the footer never gives up.
fn is_kept(command: Command) -> bool {
    matches!(command, Command::Help | Command::Back)
}

/// Whether a key has nothing to do just now: the footer does not name it then.
fn is_idle(state: &State, command: Command) -> bool {
    match (state.place(), command) {
        (Place::Queue, Command::Back) => state.queue.filter.is_empty(),
        (Place::Queue, Command::Diagnostics) => {
            state.queue.current().is_none_or(|entry| entry.file.reading.remarks.is_empty())
        }
        (Place::Queue, Command::Decide | Command::Postpone) => {
            state.queue.current().is_none_or(|entry| entry.file.case().is_none())
        }
        (Place::Passage, Command::Sign) => {
            matches!(&state.screen, Screen::Passage(screen) if screen.passage.entry.signed)
        }
        (Place::Passage, Command::Difference) => {
            matches!(&state.screen, Screen::Passage(screen) if screen.passage.before.is_none())
        }
        _ => false,
    }
}

fn cells(entries: &[Entry]) -> usize {
    let each = entries.iter().map(|entry| width(&entry.keys) + 1 + width(entry.act) + GAP);
    each.sum::<usize>().saturating_sub(GAP)
}

fn spans(entries: &[Entry], look: &Look) -> Vec<Span<'static>> {
    let mut spans: Vec<Span> = Vec::new();
    for entry in entries {
        if !spans.is_empty() {
            spans.push(Span::raw(" ".repeat(GAP)));
        }
        spans.push(Span::styled(entry.keys.clone(), look.key));
        spans.push(Span::raw(format!(" {}", entry.act)));
    }
    spans
}

/// A click on a key presses it; of two arrows in one entry, the second is also what its words stand for.
fn answer(entries: &[Entry], parts: &Parts) {
    let area = parts.foot;
    let mut x = usize::from(area.x) + 1;
    for entry in entries {
        let all = width(&entry.keys) + 1 + width(entry.act);
        let first = if entry.second.is_some() { 1 } else { all };
        let place = |from: usize, cells: usize| {
            let short = |cells: usize| u16::try_from(cells).unwrap_or(u16::MAX);
            Rect { x: short(from), width: short(cells), ..area }.intersection(area)
        };
        parts.answer(place(x, first), Target::Key(entry.command));
        if let Some(second) = entry.second {
            parts.answer(place(x + first, all - first), Target::Key(second));
        }
        x += all + GAP;
    }
}

/// What is true of the whole session: nothing may be written, identities are hidden, the room sees it.
fn states(state: &State, words: &Words) -> String {
    let link = match state.link {
        Link::Apart => None,
        Link::Leading => Some(words.live.leads),
        Link::Following(_) => Some(words.live.screen),
    };
    let read_only = (state.read_only && !state.is_projector()).then_some(words.app.read_only);
    let masked = state.masked.then_some(words.screens.masked);
    let large = state.large.then_some(words.live.large_state);
    let beyond = rows_beyond(state).map(|rows| (words.live.rows_beyond)(rows, MOST_ROWS_READ));
    let said: Vec<&str> =
        link.into_iter().chain(read_only).chain(masked).chain(large).chain(beyond.as_deref()).collect();
    said.join(" · ")
}

/// Rows of the room's screen where they are more than its back row reads; large type is read all the same.
pub fn rows_beyond(state: &State) -> Option<u16> {
    let rows = state.size.1;
    (state.is_projector() && !state.large && rows > MOST_ROWS_READ).then_some(rows)
}
