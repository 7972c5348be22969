//! Text being typed: wrapped, safe to show, its cursor a reversed cell.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui_textarea::TextArea;

use super::cells::width;
use crate::text::visible;

/// Text being typed, laid out.
pub struct Laid {
    rows: Vec<Vec<String>>,
    cursor: (usize, usize),
}

/// Lays the text out in rows of at most so many cells, broken after spaces where there are any.
pub fn lay(area: &TextArea<'_>, cells: usize) -> Laid {
    // The cursor may stand after the last letter of a full row.
    let cells = cells.saturating_sub(1).max(1);
    let (at_line, at_char) = (area.cursor().0, area.cursor().1);
    let mut laid = Laid { rows: Vec::new(), cursor: (0, 0) };
    for (index, text) in area.lines().iter().enumerate() {
        let first = laid.rows.len();
        laid.rows.extend(rows(text, cells));
        if index == at_line {
            let before: String = text.chars().take(at_char).collect();
            laid.cursor = place(laid.rows.get(first..).unwrap_or_default(), glyphs(&before).len());
            laid.cursor.0 += first;
        }
    }
    laid
}

fn glyphs(text: &str) -> Vec<String> {
    let shown = Span::raw(visible(text));
    shown.styled_graphemes(Style::default()).map(|grapheme| grapheme.symbol.to_owned()).collect()
}

fn rows(text: &str, cells: usize) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row: Vec<String> = Vec::new();
    let mut used = 0;
    for glyph in glyphs(text) {
        let wide = width(&glyph);
        if used + wide > cells && !row.is_empty() {
            let cut = row.iter().rposition(|glyph| glyph == " ").map_or(row.len(), |space| space + 1);
            let rest = row.split_off(cut);
            used = rest.iter().map(|glyph| width(glyph)).sum();
            rows.push(std::mem::replace(&mut row, rest));
        }
        used += wide;
        row.push(glyph);
    }
    rows.push(row);
    rows
}

/// The row, and the glyph in it, of the cursor that stands before this glyph of the text.
fn place(rows: &[Vec<String>], glyph: usize) -> (usize, usize) {
    let mut left = glyph;
    for (index, row) in rows.iter().enumerate() {
        if left < row.len() || index + 1 == rows.len() {
            return (index, left.min(row.len()));
        }
        left -= row.len();
    }
    (0, 0)
}

impl Laid {
    /// The row of the cursor.
    pub fn cursor_row(&self) -> usize {
        self.cursor.0
    }

    /// The rows as lines, each filled up to so many cells; with the cursor where it is being typed in.
    pub fn lines(&self, style: Style, cells: usize, typed: bool) -> Vec<Line<'static>> {
        let row = |(index, glyphs): (usize, &Vec<String>)| {
            let cursor = (typed && index == self.cursor.0).then_some(self.cursor.1);
            line(glyphs, style, cells, cursor)
        };
        self.rows.iter().enumerate().map(row).collect()
    }
}

fn line(glyphs: &[String], style: Style, cells: usize, cursor: Option<usize>) -> Line<'static> {
    let used: usize = glyphs.iter().map(|glyph| width(glyph)).sum();
    let mut spans = Vec::new();
    let reversed = if style.add_modifier.contains(Modifier::REVERSED) {
        style.remove_modifier(Modifier::REVERSED)
    } else {
        style.add_modifier(Modifier::REVERSED)
    };
    match cursor {
        None => spans.push(Span::styled(glyphs.concat(), style)),
        Some(at) => {
            let (before, after) = glyphs.split_at(at.min(glyphs.len()));
            spans.push(Span::styled(before.concat(), style));
            match after.split_first() {
                Some((under, rest)) => {
                    spans.push(Span::styled(under.clone(), reversed));
                    spans.push(Span::styled(rest.concat(), style));
                }
                None => spans.push(Span::styled(" ", reversed)),
            }
        }
    }
    let used = used + usize::from(cursor.is_some_and(|at| at >= glyphs.len()));
    spans.push(Span::styled(" ".repeat(cells.saturating_sub(used)), style));
    spans.retain(|span| !span.content.is_empty());
    Line::from(spans)
}
