//! Who stands where: one row a person, before the talk and after it, and who dissents.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::cells::width;
use super::look::Look;
use super::page::Page;
use super::stack::around;
use super::table::{Column, Cursor, Table};
use super::{mark, shown};
use crate::app::{Form, State, TableScreen, table_of};
use crate::domain::Position;
use crate::meeting::{Round, Seat, Voice};
use crate::text::{Words, words};

/// Draws the table.
pub fn draw(form: &Form, table: TableScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let words = words(state.lang);
    let say = &words.deliberation;
    let seats = table_of(form, &state.session);
    let title = Line::from(Span::styled(format!("{} · {}", say.positions, form.opened.case.case), look.title));
    let given = (say.given)(form.talk.kept().given(&seats), seats.len());
    let right = if form.talk.round == Round::Open {
        Line::from(Span::styled(format!("{} · {given}", say.silent_round), look.warning))
    } else {
        let kept = form.talk.kept();
        let agreement = kept.proposed_by(&seats).map(|one| (say.proposed)(words.label(one)));
        let spoke = kept.spoke(&seats);
        // Of a few voices nothing follows for the room.
        let some = || if spoke > 0 { (say.given)(spoke, seats.len()) } else { String::new() };
        Line::raw(agreement.unwrap_or_else(some))
    };
    bar(look, parts.head, buffer, &title, &right);
    let mut head = Page::of(parts.body);
    head.words(&shown::head(&form.opened, state, words), look.title);
    head.words(form.opened.case.question.as_str(), look.text);
    if seats.iter().all(|seat| seat.name.is_none()) {
        head.words(say.by_specialty, look.dim);
    }
    head.row(Line::default());
    let height = u16::try_from(head.height()).unwrap_or(0).min(parts.body.height / 2);
    head.draw(look, Rect { height, ..parts.body }, buffer, 0);
    let statement = statement(form, &seats, table.selected, look, words, parts.body);
    let below = u16::try_from(statement.height()).unwrap_or(0).min(6);
    let list = Rect {
        x: parts.body.x + 1,
        y: parts.body.y + height,
        width: parts.body.width.saturating_sub(2),
        height: parts.body.height.saturating_sub(height + below),
    };
    draw_seats(form, &seats, table.selected, look, words, list, buffer);
    statement.draw(look, Rect { y: list.bottom(), height: below, ..parts.body }, buffer, 0);
}

fn draw_seats(
    form: &Form,
    seats: &[Seat],
    selected: usize,
    look: &Look,
    words: &Words,
    area: Rect,
    buffer: &mut Buffer,
) {
    let say = &words.deliberation;
    let selected = selected.min(seats.len().saturating_sub(1));
    let near = around(selected, seats.len(), area.height);
    let first = near.start;
    let silent = form.talk.round == Round::Open;
    let columns = [
        Column::fixed(widest(seats, words), 3),
        Column::fixed(14, 1),
        Column::fixed(14, 0),
        Column::growing(12, u16::MAX, 5),
    ];
    let heads = [say.positions, say.before, say.after, say.dissent].map(Line::raw);
    let rows: Vec<Vec<Line>> = seats
        .get(near)
        .unwrap_or_default()
        .iter()
        .map(|seat| row(seat, form.talk.voices.get(&seat.key), silent, look, words))
        .collect();
    let cursor = Some(Cursor { row: selected - first, column: None });
    let table = Table { columns: &columns, heads: &heads, rows: &rows, cursor, most_lines: 1, most_at_cursor: 1 };
    table.draw(look, area, buffer);
}

/// Cells of the longest name, within reason.
fn widest(seats: &[Seat], words: &Words) -> u16 {
    let longest = seats.iter().map(|seat| width(&who(seat, words))).max().unwrap_or(0);
    u16::try_from(longest).unwrap_or(u16::MAX).clamp(12, 34)
}

/// Whose seat it is.
fn who(seat: &Seat, words: &Words) -> String {
    let specialty = words.label(seat.specialty);
    seat.name.as_ref().map_or_else(|| specialty.to_owned(), |name| format!("{name} · {specialty}"))
}

fn row(seat: &Seat, voice: Option<&Voice>, silent: bool, look: &Look, words: &Words) -> Vec<Line<'static>> {
    let say = &words.deliberation;
    let who = who(seat, words);
    let before = voice.and_then(|voice| voice.before);
    // In the silent round nothing is shown of what anybody thinks, what was said before it included.
    let voice = voice.filter(|_| !silent);
    let before = match (silent, before) {
        (true, Some(_)) => Line::from(Span::styled(format!("{} {}", mark::OK, say.said), look.ok)),
        (true, None) => Line::from(Span::styled(say.waiting, look.dim)),
        (false, before) => position(before, look, words),
    };
    let after = position(voice.and_then(|voice| voice.after), look, words);
    let said = voice.map(|voice| dissent(voice, words)).unwrap_or_default();
    vec![Line::raw(who), before, after, Line::from(Span::styled(said, look.warning))]
}

/// A dissent with its two marks; a reservation as it was said.
fn dissent(voice: &Voice, words: &Words) -> String {
    let say = &words.deliberation;
    if !voice.dissents {
        return voice.words.clone();
    }
    let named = if voice.named { say.named } else { say.not_named };
    let minuted = if voice.minuted { say.minuted } else { say.not_minuted };
    format!("{} {named}, {minuted} · {}", mark::DIFFER, voice.words)
}

/// A position with its mark.
pub fn position(position: Option<Position>, look: &Look, words: &Words) -> Line<'static> {
    let Some(position) = position else { return Line::from(Span::styled(mark::SILENT, look.dim)) };
    let (sign, style): (&str, Style) = match position {
        Position::Agrees => (mark::OK, look.ok),
        Position::Unsure => (mark::CLOSE, look.caution),
        Position::Disagrees => (mark::DIFFER, look.differ),
        Position::Abstains => (mark::NOT_APPLICABLE, look.dim),
    };
    Line::from(Span::styled(format!("{sign} {}", words.label(position)), style))
}

/// The whole statement of the person under the cursor.
fn statement(form: &Form, seats: &[Seat], selected: usize, look: &Look, words: &Words, area: Rect) -> Page {
    let mut page = Page::of(area);
    let is_silent = form.talk.round == Round::Open;
    let voice = seats.get(selected).filter(|_| !is_silent).and_then(|seat| form.talk.voices.get(&seat.key));
    if let Some(voice) = voice.filter(|voice| !voice.words.is_empty()) {
        page.row(Line::default());
        page.words(&dissent(voice, words), look.text);
    }
    page
}
