//! Tables: columns that share the width by their importance, rows that wrap, a cursor that stays in sight.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::Line;

use super::cells::{clipped, print_aligned, truncate_line, wrap_line, wrapped_lines};
use super::look::Look;

/// Cells between two columns.
const GAP: u16 = 1;

/// How a column takes part in the width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Below this it is not shown at all.
    pub least: u16,
    /// Beyond this it gains nothing.
    pub most: u16,
    /// Who is served first: 0 before 1. The last are the first to go where the width is short.
    pub priority: u8,
    /// Where its words stand.
    pub alignment: Alignment,
}

impl Column {
    /// A column of one width.
    pub const fn fixed(width: u16, priority: u8) -> Self {
        Self { least: width, most: width, priority, alignment: Alignment::Left }
    }

    /// A column that grows.
    pub const fn growing(least: u16, most: u16, priority: u8) -> Self {
        Self { least, most, priority, alignment: Alignment::Left }
    }

    /// The same column with its words on the right, for numbers.
    #[must_use]
    pub const fn right(mut self) -> Self {
        self.alignment = Alignment::Right;
        self
    }
}

/// The width of each column in so many cells, gaps taken off; 0 for a column that is not shown.
pub fn widths(columns: &[Column], cells: u16) -> Vec<u16> {
    let mut shown: Vec<bool> = vec![true; columns.len()];
    while needed(columns, &shown) > u32::from(cells) {
        let last = (0..columns.len())
            .filter(|index| shown.get(*index) == Some(&true))
            .max_by_key(|index| columns.get(*index).map(|column| column.priority));
        let Some(shown) = last.and_then(|index| shown.get_mut(index)) else { break };
        *shown = false;
    }
    let mut free = u32::from(cells).saturating_sub(needed(columns, &shown));
    let mut widths: Vec<u16> =
        columns.iter().zip(&shown).map(|(column, shown)| if *shown { column.least } else { 0 }).collect();
    let mut priorities: Vec<u8> = columns.iter().map(|column| column.priority).collect();
    priorities.sort_unstable();
    priorities.dedup();
    for priority in priorities {
        free = grow(columns, &shown, &mut widths, priority, free);
    }
    widths
}

fn needed(columns: &[Column], shown: &[bool]) -> u32 {
    let least = columns.iter().zip(shown).filter(|(_, shown)| **shown).map(|(column, _)| u32::from(column.least));
    let (count, sum) = least.fold((0_u32, 0_u32), |(count, sum), least| (count + 1, sum + least));
    sum + count.saturating_sub(1) * u32::from(GAP)
}

/// Shares what is free evenly among the columns of one priority, and tells what is left.
fn grow(columns: &[Column], shown: &[bool], widths: &mut [u16], priority: u8, mut free: u32) -> u32 {
    loop {
        let mut growing: Vec<&mut u16> = columns
            .iter()
            .zip(shown)
            .zip(widths.iter_mut())
            .filter(|((column, shown), width)| **shown && column.priority == priority && **width < column.most)
            .map(|(_, width)| width)
            .collect();
        let count = u32::try_from(growing.len()).unwrap_or(u32::MAX);
        if count == 0 || free == 0 {
            return free;
        }
        for width in growing.iter_mut().take(usize::try_from(free).unwrap_or(usize::MAX)) {
            **width += 1;
        }
        free = free.saturating_sub(count);
    }
}

/// Which of so many rows of one line are in sight: the selected one stands in the middle, except near the ends.
pub fn window(selected: usize, rows: usize, height: u16) -> Range<usize> {
    let height = usize::from(height);
    let first = selected.saturating_sub(height / 2).min(rows.saturating_sub(height));
    first..(first + height).min(rows)
}

/// The first row in sight where rows have these heights: as many as possible before the selected one, all of it shown.
pub(super) fn first_in_sight(selected: usize, heights: &[u16], height: u16) -> usize {
    let total: u32 = heights.iter().copied().map(u32::from).sum();
    if total <= u32::from(height) {
        return 0;
    }
    let mut first = selected.min(heights.len().saturating_sub(1));
    let mut used = u32::from(heights.get(first).copied().unwrap_or(0));
    let after: u32 = heights.iter().skip(first + 1).copied().map(u32::from).sum();
    // Half of what is left goes before the cursor, more of it near the end.
    let room = u32::from(height).saturating_sub(used);
    let before = (room / 2).max(room.saturating_sub(after)) + used;
    while let Some(above) = first.checked_sub(1).and_then(|above| heights.get(above)) {
        used += u32::from(*above);
        if used > before {
            break;
        }
        first -= 1;
    }
    first
}

/// The part of a row that one of its columns takes.
pub fn cell_of(widths: &[u16], column: usize, row: Rect) -> Rect {
    let shown = widths.iter().take(column).filter(|width| **width > 0);
    let x = row.x + shown.map(|width| width + GAP).sum::<u16>();
    Rect { x, width: widths.get(column).copied().unwrap_or(0), ..row }
}

/// Where the cursor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The row.
    pub row: usize,
    /// The column, where one cell is meant and not the row.
    pub column: Option<usize>,
}

/// A table to draw.
pub struct Table<'a> {
    /// Its columns.
    pub columns: &'a [Column],
    /// Their heads; none for a table without.
    pub heads: &'a [Line<'a>],
    /// Its rows, a line for each column.
    pub rows: &'a [Vec<Line<'a>>],
    /// The cursor.
    pub cursor: Option<Cursor>,
    /// Lines that a row may wrap into; 1 cuts instead.
    pub most_lines: u16,
    /// The same, for the row under the cursor.
    pub most_at_cursor: u16,
}

impl Table<'_> {
    /// Draws the table and tells which rows are in sight, in part or whole.
    pub fn draw(&self, look: &Look, area: Rect, buffer: &mut Buffer) -> Range<usize> {
        let rows = self.draw_rows(look, area, buffer);
        let first = rows.first().map_or(0, |(row, _)| *row);
        first..rows.last().map_or(first, |(row, _)| row + 1)
    }

    /// Draws the table and tells where the rows are that are in sight.
    pub fn draw_rows(&self, look: &Look, area: Rect, buffer: &mut Buffer) -> Vec<(usize, Rect)> {
        let area = area.intersection(buffer.area);
        let widths = widths(self.columns, area.width);
        let mut y = area.y;
        if !self.heads.is_empty() && area.height > 0 {
            let heads: Vec<Line> = self.heads.iter().map(|head| head.clone().patch_style(look.dim)).collect();
            let heads: Vec<Vec<Line>> =
                heads.iter().zip(&widths).map(|(head, width)| vec![truncate_line(head, (*width).into())]).collect();
            self.row(&heads, &widths, Rect { y, height: 1, ..area }, buffer);
            y += 1;
        }
        let heights: Vec<u16> =
            self.rows.iter().enumerate().map(|(index, row)| self.height(index, row, &widths)).collect();
        let selected = self.cursor.map_or(0, |cursor| cursor.row);
        let first = first_in_sight(selected, &heights, area.bottom() - y);
        let mut seen = Vec::new();
        for (index, (row, height)) in self.rows.iter().zip(&heights).enumerate().skip(first) {
            let rect = Rect { y, height: (*height).min(area.bottom() - y), ..area };
            if rect.height == 0 {
                break;
            }
            self.row(&self.wrapped(index, row, &widths), &widths, rect, buffer);
            self.mark(look, index, &widths, rect, buffer);
            y += rect.height;
            seen.push((index, rect));
        }
        seen
    }

    /// Lines that the rows take in all in so many cells.
    pub fn lines(&self, cells: u16) -> usize {
        let widths = widths(self.columns, cells);
        let height = |(index, row): (usize, &Vec<Line>)| usize::from(self.height(index, row, &widths));
        self.rows.iter().enumerate().map(height).sum()
    }

    /// Lines that this row may wrap into.
    fn most(&self, index: usize) -> u16 {
        let at_cursor = self.cursor.is_some_and(|cursor| cursor.row == index);
        if at_cursor { self.most_at_cursor } else { self.most_lines }
    }

    /// The lines of each cell of a row.
    fn wrapped(&self, index: usize, row: &[Line], widths: &[u16]) -> Vec<Vec<Line<'static>>> {
        let lines = |cell: &Line, width: usize| {
            if self.most(index) <= 1 { vec![truncate_line(cell, width)] } else { wrap_line(cell, width) }
        };
        row.iter().zip(widths).map(|(cell, width)| lines(cell, (*width).into())).collect()
    }

    fn height(&self, index: usize, row: &[Line], widths: &[u16]) -> u16 {
        if self.most(index) <= 1 {
            return 1;
        }
        let lines = row.iter().zip(widths).map(|(cell, width)| wrapped_lines(cell, (*width).into())).max().unwrap_or(1);
        u16::try_from(lines).unwrap_or(u16::MAX).clamp(1, self.most(index).max(1))
    }

    /// Draws one row.
    fn row(&self, cells: &[Vec<Line<'static>>], widths: &[u16], area: Rect, buffer: &mut Buffer) {
        let mut x = area.x;
        for ((cell, width), column) in cells.iter().zip(widths).zip(self.columns) {
            if *width == 0 {
                continue;
            }
            let lines = clipped(cell, area.height.into(), (*width).into());
            for (y, line) in (area.y..area.bottom()).zip(&lines) {
                print_aligned(buffer, Rect { x, y, width: *width, height: 1 }, line, column.alignment);
            }
            x += width + GAP;
        }
    }

    /// Lays the cursor over its row or cell.
    fn mark(&self, look: &Look, index: usize, widths: &[u16], area: Rect, buffer: &mut Buffer) {
        let Some(cursor) = self.cursor.filter(|cursor| cursor.row == index) else { return };
        let area = match cursor.column {
            None => area,
            Some(column) => cell_of(widths, column, area),
        };
        buffer.set_style(area, look.selected);
    }
}
