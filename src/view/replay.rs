//! A past meeting, step by step: its journal, and the room as it was at the step under the cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::look::Look;
use super::page::Page;
use super::table::{Column, Cursor, Table};
use crate::app::{ReplayScreen, State};
use crate::archive::{Happened, Step};
use crate::meeting::session::SessionAct;
use crate::report::{room_said, step_said, step_time};
use crate::text::words;

/// From this width on the room stands beside the journal.
const BESIDE: u16 = 116;
/// Cells of the room beside the journal.
const ASIDE: u16 = 46;
/// Rows of the room under it.
const UNDER: u16 = 9;

/// Draws the meeting.
pub fn draw(screen: &ReplayScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let words = words(state.lang);
    let say = &words.replay;
    let steps = &screen.replay.steps;
    let title = format!("{} · {}", say.title, state.lang.date(screen.replay.meeting));
    let right = (say.step)(screen.selected + 1, steps.len());
    bar(look, parts.head, buffer, &Line::from(Span::styled(title, look.title)), &Line::raw(right));
    let body = Rect { x: parts.body.x + 1, width: parts.body.width.saturating_sub(2), ..parts.body };
    let (journal, room) = if body.width >= BESIDE {
        let journal = Rect { width: body.width - ASIDE - 2, ..body };
        (journal, Rect { x: journal.right() + 2, width: ASIDE, ..body })
    } else {
        let rows = UNDER.min(body.height / 2);
        let journal = Rect { height: body.height - rows, ..body };
        (journal, Rect { y: journal.bottom(), height: rows, ..body })
    };
    draw_journal(screen, state, look, (parts, journal), buffer);
    draw_room(screen, state, look, room, buffer);
}

fn draw_journal(screen: &ReplayScreen, state: &State, look: &Look, (parts, area): (&Parts, Rect), buffer: &mut Buffer) {
    let steps = &screen.replay.steps;
    let near = super::stack::around(screen.selected, steps.len(), area.height);
    let first = near.start;
    let row = |(place, step): (usize, &Step)| {
        let style = match &step.what {
            Happened::Decided(_) => look.ok,
            Happened::Postponed(_) | Happened::Act(SessionAct::CarriedOver { .. }) => look.warning,
            Happened::Act(_) => look.text,
        };
        // Of a clock it is told how it stood then: the room of that step is needed.
        let room = screen.replay.session_at(place);
        vec![
            Line::from(Span::styled(step_time(step, screen.replay.offset.unwrap_or(state.offset)), look.dim)),
            Line::from(Span::styled(step_said(step, &room, state.lang), style)),
        ]
    };
    let rows: Vec<Vec<Line>> = steps.iter().enumerate().skip(first).take(near.len()).map(row).collect();
    let columns = [Column::fixed(8, 0), Column::growing(20, u16::MAX, 1)];
    let cursor = Some(Cursor { row: screen.selected - first, column: None });
    let table = Table { columns: &columns, heads: &[], rows: &rows, cursor, most_lines: 2, most_at_cursor: 4 };
    parts.answer_rows(first, &table.draw_rows(look, area, buffer));
}

fn draw_room(screen: &ReplayScreen, state: &State, look: &Look, area: Rect, buffer: &mut Buffer) {
    let words = words(state.lang);
    let say = &words.replay;
    let Some(step) = screen.at_hand() else { return };
    let area = Rect { x: area.x.saturating_sub(1), width: area.width + 2, ..area };
    let mut page = Page::of(area);
    page.words(
        &format!("{} · {}", say.room, step_time(step, screen.replay.offset.unwrap_or(state.offset))),
        look.title,
    );
    for line in room_said(step, &screen.room, state.lang) {
        page.words(&line, look.text);
    }
    page.words(&(say.by)(&step.actor), look.dim);
    page.words(say.nothing_recomputed, look.dim);
    page.draw(look, area, buffer, 0);
}
