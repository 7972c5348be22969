//! The figures of a panel, one under the other, with a cursor that asks of each where it comes from.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::Opened;
use crate::clinic::FigureId;
use crate::view::cells::print_line;
use crate::view::ink::Ink;
use crate::view::look::Look;
use crate::view::prose::{self, Hidden};
use crate::view::{mark, standing};
use crate::wording::figure::{self, Row, Tone};

/// The style of a tone.
pub fn style(look: &Look, tone: Tone) -> Style {
    match tone {
        Tone::Plain => Style::default(),
        Tone::Strong => look.title,
        Tone::Quiet => look.dim,
        Tone::Good => look.ok,
        Tone::Warning => look.warning,
        Tone::Lacking => look.needs_data,
        Tone::Curve => look.series_1,
        Tone::Risk(risk) => standing::kidney_risk(look, risk),
    }
}

/// A row as spans.
pub fn spans(look: &Look, row: &Row) -> Vec<Span<'static>> {
    row.iter().map(|part| Span::styled(part.text.clone(), style(look, part.tone))).collect()
}

/// A figure as lines: its name, then what it says.
pub fn lines(ink: &Ink, id: FigureId, opened: &Opened, masked: bool) -> Vec<Line<'static>> {
    let told = opened.told(id, ink.lang, masked);
    let mut lines: Vec<Line<'static>> = told.iter().map(|row| Line::from(spans(ink.look, row))).collect();
    if lines.is_empty() {
        lines.push(Line::default());
    }
    for (place, line) in lines.iter_mut().enumerate() {
        let lead = if place == 0 {
            Span::styled(format!("{} ", figure::name(id, ink.words)), ink.look.dim)
        } else {
            Span::raw("\u{a0}\u{a0}")
        };
        line.spans.insert(0, lead);
    }
    lines
}

/// Draws the figures with the one under the cursor in sight; tells what is hidden, and where each row of a figure is.
pub fn draw(
    ink: &Ink,
    (opened, masked): (&Opened, bool),
    ids: &[FigureId],
    cursor: Option<usize>,
    area: Rect,
    buffer: &mut Buffer,
) -> (Hidden, Vec<(usize, Rect)>) {
    let area = area.intersection(buffer.area);
    let cells = usize::from(area.width).saturating_sub(1);
    let mut rows: Vec<Line<'static>> = Vec::new();
    let mut of: Vec<usize> = Vec::new();
    let mut meant = 0..0;
    let height = usize::from(area.height);
    let mut beyond = 0;
    for (place, id) in ids.iter().enumerate() {
        let begins = rows.len();
        let said = lines(ink, *id, opened, masked);
        // Without a cursor the first rows are in sight: the others are only counted.
        if cursor.is_none() && begins >= height {
            beyond += prose::counted(&said, cells);
            continue;
        }
        rows.extend(prose::rows(&said, cells));
        of.resize(rows.len(), place);
        if cursor == Some(place) {
            meant = begins..rows.len();
        }
    }
    let above = meant.end.saturating_sub(height).min(meant.start);
    for (y, (place, row)) in (area.y..area.bottom()).zip(rows.iter().enumerate().skip(above)) {
        let is_meant = cursor.is_some() && meant.contains(&place);
        if is_meant {
            buffer.set_style(Rect { y, height: 1, ..area }, ink.look.selected);
        }
        let pointer = if cursor.is_some() && place == meant.start { mark::CURSOR } else { "\u{a0}" };
        let mut line = Line::from(Span::styled(pointer, ink.look.key));
        line.spans.extend(row.spans.iter().cloned());
        if is_meant {
            line.spans.iter_mut().for_each(|span| span.style = span.style.patch(ink.look.selected));
        }
        print_line(buffer, area.x, y, area.width, &line);
    }
    let seen = of.iter().skip(above).zip(area.y..area.bottom()).map(|(of, y)| (*of, Rect { y, height: 1, ..area }));
    (Hidden { above, below: (rows.len() + beyond).saturating_sub(above + height) }, seen.collect())
}
