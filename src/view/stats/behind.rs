//! The cases behind a number: the list of past decisions, with what they are behind of.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::{ArchiveScreen, BehindScreen, State};
use crate::report::stats::{behind_said, period_said};
use crate::text::words;
use crate::view::archive::{draw_list, say};
use crate::view::bars::{Parts, bar};
use crate::view::look::Look;

/// Draws the list.
pub fn draw(screen: &BehindScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let words = words(state.lang);
    let title = Line::from(vec![
        Span::styled((words.stats.cases)(screen.total), look.title),
        Span::raw(format!(" · {}", behind_said(&screen.behind, state.lang))),
    ]);
    bar(look, parts.head, buffer, &title, &Line::raw(period_said(screen.period, state.lang)));
    let inner = Rect { x: parts.body.x + 1, width: parts.body.width.saturating_sub(2), ..parts.body };
    match &screen.found {
        None => say(words.screens.reading, look, inner, buffer),
        Some(found) if found.is_empty() => say(words.archive.nothing_found, look, inner, buffer),
        Some(found) => {
            let list = ArchiveScreen { selected: screen.selected, ..ArchiveScreen::default() };
            draw_list(found, &list, state, look, (parts, inner), buffer);
        }
    }
}
