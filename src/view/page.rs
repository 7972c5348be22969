//! Pages: lines that may be longer than their place, with a margin and a sign that more follows.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::cells::{line_width, print, print_line, wrap_line};
use super::look::Look;

/// Cells kept free on either side.
const MARGIN: u16 = 1;

/// Lines, wrapped to the width of a place.
pub struct Page {
    width: usize,
    lines: Vec<Line<'static>>,
    focus: Range<usize>,
    cursor: Option<usize>,
}

impl Page {
    /// An empty page as wide as this place, margins taken off.
    pub fn of(area: Rect) -> Self {
        Self { width: area.width.saturating_sub(2 * MARGIN).into(), lines: Vec::new(), focus: 0..0, cursor: None }
    }

    /// Cells of a line.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Lines so far.
    pub fn height(&self) -> usize {
        self.lines.len()
    }

    /// An empty line, unless the page begins or the line above is empty.
    pub fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.spans.is_empty()) {
            self.lines.push(Line::default());
        }
    }

    /// A line as it is: what does not fit is cut.
    pub fn row(&mut self, line: Line<'static>) {
        self.lines.push(line);
    }

    /// Words in one style, wrapped.
    pub fn words(&mut self, text: &str, style: Style) {
        self.hanging(Line::default(), 0, text, style);
    }

    /// A line wrapped.
    pub fn line(&mut self, line: &Line<'_>) {
        self.lines.extend(wrap_line(line, self.width));
    }

    /// A lead, then words beside it; each further line of theirs begins under the first.
    pub fn hanging(&mut self, lead: Line<'static>, indent: usize, text: &str, style: Style) {
        let indent = indent.min(self.width / 2);
        let mut lead = Some(lead);
        if lead.as_ref().is_some_and(|lead| line_width(lead) > indent) {
            self.lines.extend(lead.take().map(|lead| wrap_line(&lead, self.width)).unwrap_or_default());
        }
        let paragraphs = if text.is_empty() { vec![""] } else { text.lines().collect() };
        for paragraph in paragraphs {
            let body = Line::from(Span::styled(paragraph.to_owned(), style));
            for wrapped in wrap_line(&body, self.width - indent) {
                let mut line = lead.take().unwrap_or_default();
                let gap = indent.saturating_sub(line_width(&line));
                if gap > 0 {
                    line.spans.push(Span::raw(" ".repeat(gap)));
                }
                line.spans.extend(wrapped.spans);
                self.lines.push(line);
            }
        }
    }

    /// A line that begins at `first`; what wraps of it is set in by `rest`.
    pub fn set_in(&mut self, line: &Line<'_>, first: usize, rest: usize) {
        let cells = self.width.saturating_sub(rest.max(first)).max(1);
        for (place, mut row) in wrap_line(line, cells).into_iter().enumerate() {
            row.spans.insert(0, Span::raw(" ".repeat(if place == 0 { first } else { rest })));
            self.lines.push(row);
        }
    }

    /// A label and its value; longer labels push the value to the right.
    pub fn pair(&mut self, look: &Look, label: &str, indent: usize, value: &str, style: Style) {
        let lead = Line::from(Span::styled(label.to_owned(), look.dim));
        let indent = indent.max(line_width(&lead) + 2);
        self.hanging(lead, indent, value, style);
    }

    /// These lines must be in sight.
    pub fn focus(&mut self, lines: Range<usize>) {
        self.focus = lines;
    }

    /// The lines that must be in sight.
    pub fn focused(&self) -> Range<usize> {
        self.focus.clone()
    }

    /// The line of the cursor: it is in sight even where the focus is higher than the place.
    pub fn cursor(&mut self, line: usize) {
        self.cursor = Some(line);
    }

    /// Draws the page from a line on, and tells the furthest line it can be drawn from.
    pub fn draw(&self, look: &Look, area: Rect, buffer: &mut Buffer, scroll: usize) -> usize {
        let height = usize::from(area.height);
        let reach = self.lines.len().saturating_sub(height);
        let first = scroll.min(reach);
        let x = area.x + MARGIN.min(area.width);
        let most = area.width.saturating_sub(2 * MARGIN);
        for (y, line) in (area.y..area.bottom()).zip(self.lines.iter().skip(first)) {
            print_line(buffer, x, y, most, line);
        }
        if area.height > 0 && area.width > 0 {
            let edge = area.right() - 1;
            if first > 0 {
                print(buffer, edge, area.y, 1, "▲", look.dim);
            }
            if first < reach {
                print(buffer, edge, area.bottom() - 1, 1, "▼", look.dim);
            }
        }
        reach
    }

    /// Draws the page with its focus in sight: from the beginning as long as that shows it.
    pub fn draw_focus(&self, look: &Look, area: Rect, buffer: &mut Buffer) {
        let height = usize::from(area.height);
        let above = self.focus.end.saturating_sub(height).min(self.focus.start);
        let first = self.cursor.map_or(above, |line| above.max((line + 1).saturating_sub(height)));
        self.draw(look, area, buffer, first);
    }
}
