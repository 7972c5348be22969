//! The room's screen while it has nothing to show: one sentence that says what to do.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::cells::{print, wrap};
use super::foot::rows_beyond;
use super::keys::key_of;
use super::look::Look;
use crate::app::{Command, Place, State, Waiting};
use crate::text::{Words, words};

/// A sentence that is read from the back of a room is no wider than this.
const MOST_WIDTH: u16 = 60;

/// Draws the sentence in the middle of the screen.
pub fn draw(why: &Waiting, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let words = words(state.lang);
    bar(look, parts.head, buffer, &Line::from(Span::styled(words.live.screen, look.title)), &Line::default());
    let mut sentence = sentence(why, state, words);
    if let Some(rows) = rows_beyond(state) {
        let key = key_of(&state.keys, Place::Projector, Command::Large);
        sentence = format!("{sentence}\n\n{}", (words.live.many_rows)(rows, &key));
    }
    let cells = parts.body.width.saturating_sub(4).min(MOST_WIDTH);
    let rows = u16::try_from(wrap(&sentence, cells.into()).len()).unwrap_or(u16::MAX).min(parts.body.height);
    let place = Rect {
        x: parts.body.x + (parts.body.width - cells) / 2,
        y: parts.body.y + (parts.body.height - rows) / 2,
        width: cells,
        height: rows,
    };
    let style = look.text.add_modifier(Modifier::BOLD);
    for (y, line) in (place.y..place.bottom()).zip(wrap(&sentence, cells.into())) {
        print(buffer, place.x, y, cells, &line, style);
    }
}

fn sentence(why: &Waiting, state: &State, words: &Words) -> String {
    let live = &words.live;
    match why {
        Waiting::Nobody => (live.nobody)(&key_of(&state.keys, Place::Queue, Command::Lead)),
        Waiting::Unreadable => live.unreadable.to_owned(),
        Waiting::Case(case) => (live.no_case)(case.as_str()),
        Waiting::Day(by, day) => (live.other_day)(by, &state.lang.date(*day), &state.lang.date(state.today)),
        Waiting::Ledger(sentence) => sentence.clone(),
    }
}
