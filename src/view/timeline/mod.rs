//! One case over time: curves, treatments and marks on one axis, with a cursor that reads them.

mod curve;
mod lane;
mod layout;
mod marks;
mod plot;
mod readout;
mod ticks;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::cells::{print, print_line, width};
use super::ink::Ink;
use super::look::Look;
use super::prose::Hidden;
use crate::app::{Axis, State, TimelineScreen};
use crate::domain::Day;
use layout::Rows;

/// What all the rows are drawn with: one axis, one cursor, the same columns.
struct Frame<'a> {
    ink: Ink<'a>,
    screen: &'a TimelineScreen,
    axis: Axis,
    /// The first column of the axis.
    left: u16,
    /// The column after the last of the axis.
    right: u16,
    /// The column after the last of the screen.
    end: u16,
    /// Whether what could identify somebody is hidden.
    is_masked: bool,
}

/// Draws the timeline.
pub fn draw(screen: &TimelineScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let body = parts.body.intersection(buffer.area);
    let ink = Ink::new(look, state.lang);
    let axis = screen.axis(body.width);
    let left = body.x + TimelineScreen::margins(body.width).0;
    if left + axis.columns > body.right() || body.height == 0 {
        return;
    }
    let right = left + axis.columns;
    let frame = Frame { ink, screen, axis, left, right, end: body.right(), is_masked: state.masked };
    frame.head(parts.head, buffer);
    let told = frame.told();
    let legend = readout::legend(&frame, body.width.saturating_sub(2));
    let rows = layout::rows(screen, &told, u16::try_from(legend.len()).unwrap_or(1), body);
    ticks::draw(&frame, rows.ticks, buffer);
    marks::draw(&frame, rows.marks, buffer);
    for (index, area) in &rows.curves {
        curve::draw(&frame, *index, *area, buffer);
    }
    for (index, area) in &rows.lanes {
        lane::draw(&frame, *index, *area, buffer);
    }
    frame.cursor(&rows, buffer);
    readout::draw(&frame, &told, &legend, &rows, buffer);
    frame.hidden(&rows, buffer);
}

/// Whether a letter of words stands in this cell, and not a line of a plot.
fn is_word(buffer: &Buffer, x: u16, y: u16) -> bool {
    let letter = buffer.cell((x, y)).and_then(|cell| cell.symbol().chars().next());
    letter.is_some_and(|letter| letter.is_alphanumeric() || "()→·,".contains(letter))
}

impl Frame<'_> {
    fn head(&self, area: Rect, buffer: &mut Buffer) {
        let (words, lang) = (self.ink.words, self.ink.lang);
        let left = vec![
            Span::styled(words.timeline.title, self.ink.look.title),
            Span::raw(format!(" · {}", self.screen.opened.case.case)),
        ];
        let right = format!("{} – {}", lang.date(self.axis.first), lang.date(self.axis.last));
        bar(self.ink.look, area, buffer, &Line::from(left), &Line::raw(right));
    }

    /// The column of the screen that a day falls into.
    fn x(&self, day: Day) -> Option<u16> {
        self.axis.column(day).map(|column| self.left + column)
    }

    /// The names at the left of the axis, the border between, and nothing else.
    fn gutter(&self, area: Rect, is_here: bool, name: &str, buffer: &mut Buffer) {
        let look = self.ink.look;
        for y in area.y..area.bottom() {
            print(buffer, self.left - 1, y, 1, "│", look.border);
        }
        let lead = if is_here { "▸" } else { " " };
        print(buffer, area.x, area.y, 1, lead, look.key);
        let style = if is_here { look.title } else { look.text };
        print(buffer, area.x + 1, area.y, self.left.saturating_sub(area.x + 2), name, style);
    }

    /// Words in the margin at the right, set against its end where there is room.
    fn margin(&self, y: u16, line: &Line, buffer: &mut Buffer) {
        print_line(buffer, self.right + 1, y, self.end.saturating_sub(self.right + 1), line);
    }

    /// Cells of the margin at the right.
    fn margin_width(&self) -> usize {
        usize::from(self.end.saturating_sub(self.right + 1))
    }

    /// The line of the cursor through everything: a mark where nothing is drawn, the cursor's look where something is.
    fn cursor(&self, rows: &Rows, buffer: &mut Buffer) {
        let Some(x) = self.x(self.screen.cursor) else { return };
        for y in rows.marks.y..rows.end_of_plots() {
            let is_in_words = [x.saturating_sub(1), x + 1].into_iter().any(|x| is_word(buffer, x, y));
            if let Some(cell) = buffer.cell_mut((x, y)) {
                if cell.symbol() == " " && !is_in_words {
                    cell.set_symbol("┊");
                    cell.set_style(self.ink.look.key);
                }
                cell.set_style(self.ink.look.selected);
            }
        }
    }

    /// How many rows of curves and of treatments are out of sight, at the foot of the names.
    fn hidden(&self, rows: &Rows, buffer: &mut Buffer) {
        let note = |hidden: Hidden, y: u16, buffer: &mut Buffer| {
            let note = hidden.note();
            let cells = u16::try_from(width(&note)).unwrap_or(0);
            if cells > 0 && self.left > cells + 1 {
                print(buffer, self.left - 1 - cells, y, cells, &note, self.ink.look.key);
            }
        };
        note(rows.hidden_curves, rows.ticks.y, buffer);
        note(rows.hidden_lanes, rows.foot.y.saturating_sub(1), buffer);
    }
}
