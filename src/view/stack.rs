//! A list whose rows are a line of columns with a sentence under it; under the cursor the sentence is shown whole.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::cells::{print_line, wrap_line};
use super::look::Look;
use super::table::{Column, Table, first_in_sight};

/// Cells that the sentence is set in by.
const INDENT: u16 = 2;

/// A row: its columns, and the sentence under them.
pub struct Row {
    /// A line for each column.
    pub cells: Vec<Line<'static>>,
    /// The sentence.
    pub below: Line<'static>,
}

/// A list to draw.
pub struct Stack<'a> {
    /// Its columns.
    pub columns: &'a [Column],
    /// Their heads.
    pub heads: &'a [Line<'a>],
    /// Its rows.
    pub rows: &'a [Row],
    /// The row under the cursor.
    pub selected: usize,
}

impl Stack<'_> {
    /// Draws the list with its cursor in sight; tells which rows are in sight, and where.
    pub fn draw(&self, look: &Look, area: Rect, buffer: &mut Buffer) -> Vec<(usize, Rect)> {
        let heads = Table {
            columns: self.columns,
            heads: self.heads,
            rows: &[],
            cursor: None,
            most_lines: 1,
            most_at_cursor: 1,
        };
        heads.draw(look, Rect { height: area.height.min(1), ..area }, buffer);
        let area = Rect { y: area.y + 1.min(area.height), height: area.height.saturating_sub(1), ..area };
        let sentences: Vec<Vec<Line>> =
            self.rows.iter().enumerate().map(|(at, row)| self.sentence(at, row, area)).collect();
        let heights: Vec<u16> = sentences.iter().map(|lines| 1 + u16::try_from(lines.len()).unwrap_or(0)).collect();
        let mut y = area.y;
        let mut seen = Vec::new();
        let first = first_in_sight(self.selected, &heights, area.height);
        for (at, (row, sentence)) in self.rows.iter().zip(&sentences).enumerate().skip(first) {
            let height = (1 + u16::try_from(sentence.len()).unwrap_or(0)).min(area.bottom() - y);
            if height == 0 {
                break;
            }
            let place = Rect { y, height, ..area };
            let cells = std::slice::from_ref(&row.cells);
            let line = Table {
                columns: self.columns,
                heads: &[],
                rows: cells,
                cursor: None,
                most_lines: 1,
                most_at_cursor: 1,
            };
            line.draw(look, Rect { height: 1, ..place }, buffer);
            for (y, line) in (y + 1..place.bottom()).zip(sentence) {
                print_line(buffer, area.x + INDENT, y, area.width.saturating_sub(INDENT), line);
            }
            if at == self.selected {
                buffer.set_style(place, look.selected);
            }
            seen.push((at, place));
            y += height;
        }
        seen
    }

    fn sentence(&self, at: usize, row: &Row, area: Rect) -> Vec<Line<'static>> {
        let cells = usize::from(area.width.saturating_sub(INDENT));
        if at == self.selected {
            wrap_line(&row.below, cells)
        } else {
            vec![super::cells::truncate_line(&row.below, cells)]
        }
    }
}

/// The rows of a long list that can be in sight around the cursor, so that the others need not be made.
pub fn around(selected: usize, count: usize, height: u16) -> std::ops::Range<usize> {
    let height = usize::from(height);
    selected.saturating_sub(height)..(selected + height + 1).min(count)
}
