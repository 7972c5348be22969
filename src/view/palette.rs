//! The palette over a screen: what is typed, and what was found, with the letters that were typed standing out.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Widget};

use super::bars::Parts;
use super::cells::{line_width, print, print_line, truncate_line, width};
use super::field;
use super::look::Look;
use super::table::window;
use crate::app::{Choice, Chosen, Palette, State, Target};
use crate::text::{Words, words};

/// Columns that it takes at most.
const MOST_COLUMNS: u16 = 100;
/// Rows of choices that it takes at most.
const MOST_ROWS: u16 = 20;
/// Rows of the frame, of what is typed and of the line under it.
const FRAME_ROWS: u16 = 4;

/// Draws it over the body.
pub fn draw(palette: &Palette, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let words = words(state.lang);
    let (top, bottom) = (parts.head.y, parts.foot.y);
    let all = parts.body.width;
    let columns = if all < MOST_COLUMNS + 4 { all } else { MOST_COLUMNS };
    let rows = (bottom - top.min(bottom)).min(MOST_ROWS + FRAME_ROWS);
    if columns < 10 || rows <= FRAME_ROWS {
        return;
    }
    let area = Rect { x: parts.body.x + (parts.body.width - columns) / 2, y: top, width: columns, height: rows };
    Clear.render(area, buffer);
    buffer.set_style(area, look.text);
    Block::bordered().border_style(look.title).render(area, buffer);
    print(buffer, area.x + 2, area.y, columns - 4, &format!(" {} ", words.hand.palette), look.title);
    let note = format!(" {} ", (words.hand.found)(palette.choices.len(), palette.total));
    let cells = u16::try_from(width(&note)).unwrap_or(u16::MAX);
    if cells + 20 < columns {
        print(buffer, area.right() - 2 - cells, area.y, cells, &note, look.dim);
    }
    let inner = Rect { x: area.x + 2, y: area.y + 1, width: columns - 4, height: rows - 2 };
    draw_typed(palette, look, words, inner, buffer);
    let list = Rect { y: inner.y + 2, height: inner.height - 2, ..inner };
    if palette.choices.is_empty() {
        print(buffer, list.x, list.y, list.width, words.hand.found_none, look.dim);
    }
    for (y, row) in (list.y..).zip(window(palette.selected, palette.choices.len(), list.height)) {
        let Some(choice) = palette.choices.get(row) else { continue };
        let place = Rect { y, height: 1, ..list };
        draw_choice(choice, look, words, place, buffer);
        parts.answer(place, Target::Choice(row));
        if row == palette.selected {
            buffer.set_style(place, look.selected);
        }
    }
}

fn draw_typed(palette: &Palette, look: &Look, words: &Words, area: Rect, buffer: &mut Buffer) {
    let prompt = "› ";
    let taken = print(buffer, area.x, area.y, area.width, prompt, look.key);
    let room = area.width - taken;
    let laid = field::lay(&palette.text, room.into());
    let typed = laid.lines(look.input, room.into(), true).into_iter().nth(laid.cursor_row()).unwrap_or_default();
    print_line(buffer, area.x + taken, area.y, room, &typed);
    if palette.query().is_empty() {
        // The cursor stands before it.
        print(buffer, area.x + taken + 2, area.y, room.saturating_sub(2), words.hand.palette_hint, look.dim);
    }
    print(buffer, area.x, area.y + 1, area.width, &"─".repeat(area.width.into()), look.border);
}

/// What it is called, and on the right its key, or what kind of thing it is.
fn draw_choice(choice: &Choice, look: &Look, words: &Words, area: Rect, buffer: &mut Buffer) {
    let (right, style) = match choice.what {
        Chosen::Command(_) => (choice.keys.as_str(), look.key),
        Chosen::Page(_) => (words.hand.a_page, look.dim),
        Chosen::Case(_) => (words.hand.a_case, look.dim),
        Chosen::Past(_) => (words.hand.a_decision, look.dim),
    };
    let cells = u16::try_from(width(right)).unwrap_or(u16::MAX).min(area.width / 2);
    let room = area.width - cells - 2.min(area.width - cells);
    let said = marked(&choice.said, &choice.marks, look.text, look.found.add_modifier(Modifier::BOLD));
    let said = if line_width(&said) > room.into() { truncate_line(&said, room.into()) } else { said };
    print_line(buffer, area.x, area.y, room, &said);
    print(buffer, area.right() - cells, area.y, cells, right, style);
}

/// A text whose letters in these places stand out.
pub(super) fn marked(text: &str, marks: &[usize], plain: Style, found: Style) -> Line<'static> {
    let mut spans: Vec<Span<'static>> = Vec::new();
    for (place, letter) in text.chars().enumerate() {
        let style = if marks.binary_search(&place).is_ok() { found } else { plain };
        match spans.last_mut() {
            Some(last) if last.style == style => last.content.to_mut().push(letter),
            _ => spans.push(Span::styled(letter.to_string(), style)),
        }
    }
    Line::from(spans)
}
