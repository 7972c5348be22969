//! The list of themes over a screen: small, for the screen around it is what is being looked at.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Clear, Widget};

use super::bars::Parts;
use super::cells::{print, width, wrap};
use super::look::Look;
use super::table::window;
use crate::app::{State, Target, ThemeRow, Themes};
use crate::text::{Words, words};

/// Columns that it takes at most, and its frame of them.
const MOST_COLUMNS: u16 = 46;
const FRAME_COLUMNS: u16 = 4;
/// Rows of the frame, of the sample and of the line under the list.
const FRAME_ROWS: u16 = 4;

/// Draws it in the corner of the body.
pub fn draw(themes: &Themes, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let words = words(state.lang);
    let (top, bottom) = (parts.body.y, parts.foot.y);
    let columns = parts.body.width.min(MOST_COLUMNS);
    if columns <= FRAME_COLUMNS {
        return;
    }
    let inner_columns = columns - FRAME_COLUMNS;
    let (said, is_fault) = said(themes, words);
    let said = wrap(&said, inner_columns.into());
    let count = |rows: usize| u16::try_from(rows).unwrap_or(u16::MAX);
    let room = bottom.saturating_sub(top);
    let wanted = count(themes.rows.len()).saturating_add(count(said.len())).saturating_add(FRAME_ROWS);
    let rows = room.min(wanted);
    let listed = rows.saturating_sub(FRAME_ROWS + count(said.len()));
    if listed == 0 {
        return;
    }
    let area = Rect { x: parts.body.right() - columns, y: top, width: columns, height: rows };
    Clear.render(area, buffer);
    buffer.set_style(area, look.text);
    Block::bordered().border_style(look.title).render(area, buffer);
    print(buffer, area.x + 2, area.y, inner_columns, &format!(" {} ", words.hand.themes), look.title);
    let inner = Rect { x: area.x + 2, y: area.y + 1, width: inner_columns, height: rows - 2 };
    let list = Rect { height: listed, ..inner };
    for (y, at) in (list.y..).zip(window(themes.selected, themes.rows.len(), listed)) {
        let Some(row) = themes.rows.get(at) else { continue };
        let place = Rect { y, height: 1, ..list };
        draw_row(row, look, words, place, buffer);
        parts.answer(place, Target::Choice(at));
        if at == themes.selected {
            buffer.set_style(place, look.selected);
        }
    }
    draw_sample(look, Rect { y: list.bottom(), height: 1, ..inner }, buffer);
    let line = "─".repeat(inner.width.into());
    print(buffer, inner.x, list.bottom() + 1, inner.width, &line, look.border);
    let style = if is_fault { look.error } else { look.dim };
    for (y, line) in (list.bottom() + 2..inner.bottom()).zip(said) {
        print(buffer, inner.x, y, inner.width, &line, style);
    }
}

/// What is wrong with the theme under the cursor, else what there is to know.
fn said(themes: &Themes, words: &Words) -> (String, bool) {
    let Some(row) = themes.at_hand() else { return (String::new(), false) };
    if let Some(fault) = &row.fault {
        return (fault.clone(), true);
    }
    let for_ever = themes.config.as_ref().map(|file| (words.hand.theme_for_ever)(&row.name, file));
    let alike = themes.alike.then(|| words.hand.themes_alike.to_owned());
    (alike.into_iter().chain(for_ever).collect::<Vec<_>>().join(" "), false)
}

/// The name, and on the right whose it is or that it cannot be taken.
fn draw_row(row: &ThemeRow, look: &Look, words: &Words, area: Rect, buffer: &mut Buffer) {
    let (right, style) = match (&row.fault, row.own) {
        (Some(_), _) => (words.hand.broken_theme, look.error),
        (None, true) => (words.hand.own_theme, look.dim),
        (None, false) => ("", look.dim),
    };
    let cells = u16::try_from(width(right)).unwrap_or(u16::MAX).min(area.width / 2);
    let room = area.width - cells - 2.min(area.width - cells);
    print(buffer, area.x, area.y, room, &row.name, if row.fault.is_some() { look.dim } else { look.text });
    print(buffer, area.right() - cells, area.y, cells, right, style);
}

/// The meanings in this theme, whether the screen under the list shows them or not.
fn draw_sample(look: &Look, area: Rect, buffer: &mut Buffer) {
    let signs = [
        look.agree,
        look.close,
        look.differ,
        look.conflict,
        look.preferred,
        look.option,
        look.caution,
        look.avoid,
        look.kdigo_green,
        look.kdigo_yellow,
        look.kdigo_orange,
        look.kdigo_red,
    ];
    for (x, style) in (area.x..area.right().saturating_sub(1)).step_by(3).zip(signs) {
        print(buffer, x, area.y, 2, "■ ", style);
    }
}
