//! Lines that wrap, with the rest of a line set in, and scroll as a whole.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::cells::{line_width, print_line, wrap_line, wrapped_lines};

/// Cells by which what wraps is set in.
const INDENT: usize = 2;

/// What lies outside the place that lines were drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hidden {
    /// Rows above.
    pub above: usize,
    /// Rows below.
    pub below: usize,
}

impl Hidden {
    /// `↑2 ↓14`; nothing where all is in sight.
    pub fn note(self) -> String {
        let part = |arrow: &str, rows: usize| if rows > 0 { format!("{arrow}{rows}") } else { String::new() };
        let parts = [part("↑", self.above), part("↓", self.below)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// The lines in rows of at most so many cells; what wraps is set in.
pub fn rows(lines: &[Line], cells: usize) -> Vec<Line<'static>> {
    lines.iter().flat_map(|line| hanging(line, cells)).collect()
}

/// How many rows [`rows`] makes of them.
pub fn counted(lines: &[Line], cells: usize) -> usize {
    lines.iter().map(|line| wrapped_lines(line, if is_set_in(line, cells) { cells - INDENT } else { cells })).sum()
}

/// Whether the line wraps where there is room to set in what follows.
fn is_set_in(line: &Line, cells: usize) -> bool {
    line_width(line) > cells && cells > INDENT * 4
}

fn hanging(line: &Line, cells: usize) -> Vec<Line<'static>> {
    if !is_set_in(line, cells) {
        return wrap_line(line, cells);
    }
    let set_in = |(place, mut row): (usize, Line<'static>)| {
        if place > 0 {
            row.spans.insert(0, Span::raw(" ".repeat(INDENT)));
        }
        row
    };
    wrap_line(line, cells - INDENT).into_iter().enumerate().map(set_in).collect()
}

/// Draws the lines from row `scroll` on, which stops where the last row is in sight, and tells what is hidden.
pub fn draw(lines: &[Line], scroll: usize, area: Rect, buffer: &mut Buffer) -> Hidden {
    let area = area.intersection(buffer.area);
    let rows = rows(lines, area.width.into());
    let height = usize::from(area.height);
    let above = scroll.min(rows.len().saturating_sub(height));
    for (y, row) in (area.y..area.bottom()).zip(rows.iter().skip(above)) {
        print_line(buffer, area.x, y, area.width, row);
    }
    Hidden { above, below: rows.len().saturating_sub(above + height) }
}
