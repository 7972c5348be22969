//! The page of the meeting: its quorum, its time, its attendance sheet, and what is being typed or chosen over it.

mod choice;
mod form;
mod sheet;
mod top;
pub mod wall;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::look::Look;
use super::page::Page;
use crate::app::{MeetingScreen, State, Step};
use crate::meeting::session::Stage;
use crate::text::words;

/// Draws the page.
pub fn draw(screen: &MeetingScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    draw_head(state, look, parts.head, buffer);
    let drawing = Drawing { screen, state, look };
    let body = parts.body;
    match &screen.step {
        Step::Room => {
            let below = drawing.write(body, buffer, |page| drawing.top(page));
            drawing.sheet(below, true, buffer);
        }
        Step::Opening(form) => {
            drawing.write(body, buffer, |page| drawing.opening(page, form));
        }
        Step::Person(form) => {
            let below = drawing.write(body, buffer, |page| drawing.person(page, form));
            drawing.sheet(below, false, buffer);
        }
        Step::Interest(form) => {
            let below = drawing.write(body, buffer, |page| drawing.interest(page, form));
            drawing.sheet(below, false, buffer);
        }
        Step::Recusal { person, selected } => drawing.recusal(person, *selected, body, buffer),
        Step::LastTime { people, selected } => drawing.last_time(people, *selected, body, buffer),
        Step::Closing(form) => drawing.closing(form, body, buffer),
    }
}

struct Drawing<'a> {
    screen: &'a MeetingScreen,
    state: &'a State,
    look: &'a Look,
}

impl Drawing<'_> {
    /// Draws a page from the top of a place, and tells what is left of the place under it.
    fn write(&self, area: Rect, buffer: &mut Buffer, write: impl FnOnce(&mut Page)) -> Rect {
        let mut page = Page::of(area);
        write(&mut page);
        let height = u16::try_from(page.height()).unwrap_or(u16::MAX).min(area.height);
        page.draw(self.look, Rect { height, ..area }, buffer, 0);
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        Rect { y: area.y + height, height: area.height - height, ..inner }
    }
}

/// Its name and day on the left, how far it has come on the right.
fn draw_head(state: &State, look: &Look, area: Rect, buffer: &mut Buffer) {
    let words = words(state.lang);
    let mut left = vec![Span::styled(words.meeting.title, look.title)];
    if let Some(opening) = &state.session.opening {
        left.push(Span::raw(format!(" · {}", opening.title)));
    }
    left.push(Span::raw(format!(" · {}", state.lang.date(state.meeting()))));
    bar(look, area, buffer, &Line::from(left), &Line::raw(stage(state)));
}

/// How far the meeting has come, in words.
pub fn stage(state: &State) -> String {
    let words = &words(state.lang).meeting;
    let session = &state.session;
    let opened = session.open.last();
    match session.stage {
        Stage::Planned => words.planned.to_owned(),
        Stage::Open => opened.map_or_else(String::new, |span| (words.open_since)(&wall::time(state, span.from))),
        Stage::Break => words.in_break.to_owned(),
        Stage::Closed => {
            let closed = opened.and_then(|span| span.to);
            closed.map_or_else(|| words.closed.to_owned(), |at| (words.closed_at)(&wall::time(state, at)))
        }
    }
}
