//! A case in large type, for the back of the room: the question in bold, the class, the UPCR and the eGFR as large as they fit,
//! and under them what the guidelines say on the row under the cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::head;
use crate::app::{Binding, CaseScreen, Opened, State, class_name};
use crate::clinic;
use crate::view::big::{self, Size};
use crate::view::cells::{line_width, print, print_line, width};
use crate::view::ink::Ink;
use crate::view::panel::guidelines;
use crate::view::prose::Hidden;

/// Cells between two figures.
const GAP: usize = 3;
/// Rows under a figure.
const BELOW: usize = 2;
/// Rows that are left for what the guidelines say.
const KEPT: usize = 9;
/// A line that is read from afar is no wider than this.
const MOST_WIDTH: u16 = 110;

/// A figure: what it is called, its value, and what stands under it.
struct Figure {
    label: String,
    /// The value in the ways it may be drawn, the fullest first: in large type, and beside it in bold. Empty for a value that is
    /// not known.
    ways: Vec<(String, String)>,
    /// The value in plain words.
    plain: Line<'static>,
    below: [Line<'static>; BELOW],
}

/// Draws who it is, the question and the figures, and tells how many rows they took.
pub(super) fn head(ink: &Ink, screen: &CaseScreen, state: &State, area: Rect, buffer: &mut Buffer) -> u16 {
    let mut y = area.y + head::draw_who(ink, screen, state, area, buffer);
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let airy = area.height >= 20;
    y += u16::from(airy);
    let question = head::question(&screen.opened, area.width.min(MOST_WIDTH + 2));
    for line in question.into_iter().chain(head::improbable(ink, &screen.opened)) {
        if y < area.bottom() {
            print_line(buffer, inner.x, y, inner.width, &line);
            y += 1;
        }
    }
    y += u16::from(airy);
    let left = usize::from(area.bottom().saturating_sub(y));
    let figures = figures(ink, &screen.opened);
    let rows = match fitting(&figures, usize::from(inner.width), left.saturating_sub(KEPT)) {
        Some((size, way)) => draw_figures(ink, &figures, size, way, Rect { y, ..inner }, buffer),
        None => draw_plain(&figures, Rect { y, height: area.bottom().saturating_sub(y), ..inner }, buffer),
    };
    (y + rows + 1).min(area.bottom()) - area.y
}

/// The figures in large type, each under its name; tells the rows they took.
fn draw_figures(ink: &Ink, figures: &[Figure], size: Size, way: usize, area: Rect, buffer: &mut Buffer) -> u16 {
    let bold = ink.look.text.add_modifier(Modifier::BOLD);
    let rows = u16::try_from(size.rows()).unwrap_or(u16::MAX);
    let mut x = area.x;
    for figure in figures {
        let most = area.right().saturating_sub(x);
        print(buffer, x, area.y, most, &figure.label, ink.look.title);
        if let Some((large, beside)) = figure.way(way) {
            let lines = big::lines(large, size, bold).unwrap_or_default();
            for (y, line) in (area.y + 1..).zip(&lines) {
                print_line(buffer, x, y, most, line);
            }
            let drawn = u16::try_from(size.width(large).unwrap_or(0)).unwrap_or(u16::MAX);
            // On the line that the letters stand on: their last row is for what hangs below it.
            let foot = area.y + rows - u16::from(size == Size::Huge);
            print(buffer, x + drawn + 1, foot, most.saturating_sub(drawn + 1), beside, bold);
        } else {
            print_line(buffer, x, area.y + rows / 2 + 1, most, &figure.plain);
        }
        for (y, line) in (area.y + 1 + rows..).zip(&figure.below) {
            print_line(buffer, x, y, most, line);
        }
        x = x.saturating_add(u16::try_from(figure.width(size, way) + GAP).unwrap_or(u16::MAX));
    }
    rows + 1 + u16::try_from(BELOW).unwrap_or(0)
}

/// The figures in bold, a line each, where there is no room for more.
fn draw_plain(figures: &[Figure], area: Rect, buffer: &mut Buffer) -> u16 {
    let label = figures.iter().map(|figure| width(&figure.label)).max().unwrap_or(0) + 2;
    for (y, figure) in (area.y..area.bottom()).zip(figures) {
        let mut spans = vec![Span::raw(format!("{}{}", figure.label, " ".repeat(label - width(&figure.label))))];
        spans.extend(figure.plain.spans.iter().cloned());
        for below in &figure.below {
            spans.push(Span::raw("  "));
            spans.extend(below.spans.iter().cloned());
        }
        print_line(buffer, area.x, y, area.width, &Line::from(spans));
    }
    u16::try_from(figures.len()).unwrap_or(0).min(area.height)
}

impl Figure {
    /// The value drawn this way, or the barest one it has.
    fn way(&self, way: usize) -> Option<(&str, &str)> {
        let way = self.ways.get(way).or_else(|| self.ways.last());
        way.map(|(large, beside)| (large.as_str(), beside.as_str()))
    }

    /// Cells that it takes.
    fn width(&self, size: Size, way: usize) -> usize {
        let value = match self.way(way) {
            Some((large, beside)) => {
                let beside = if beside.is_empty() { 0 } else { width(beside) + 1 };
                size.width(large).unwrap_or(usize::MAX / 8) + beside
            }
            None => line_width(&self.plain),
        };
        value.max(width(&self.label)).max(self.below.iter().map(line_width).max().unwrap_or(0))
    }
}

/// The largest type in which the figures stand beside each other, and in which way each is drawn.
fn fitting(figures: &[Figure], cells: usize, rows: usize) -> Option<(Size, usize)> {
    let ways = figures.iter().map(|figure| figure.ways.len()).max().unwrap_or(0);
    let all = Size::ALL.into_iter().flat_map(|size| (0..ways).map(move |way| (size, way)));
    let taken = |size: Size, way: usize| -> usize {
        let each: usize = figures.iter().map(|figure| figure.width(size, way)).sum();
        each + GAP * figures.len().saturating_sub(1)
    };
    all.into_iter().find(|(size, way)| size.rows() + 1 + BELOW <= rows && taken(*size, *way) <= cells)
}

fn figures(ink: &Ink, opened: &Opened) -> Vec<Figure> {
    vec![class(ink, opened), upcr(ink, opened), egfr(ink, opened)]
}

fn class(ink: &Ink, opened: &Opened) -> Figure {
    let label = ink.words.queue.class.to_owned();
    let Some(biopsy) = head::newest_biopsy(opened) else {
        let plain = ink.phrase().lacks(ink.words.panel.no_biopsy).line();
        return Figure { label, ways: Vec::new(), plain, below: Default::default() };
    };
    let class = class_name(&biopsy.class);
    let activity = biopsy.activity.known().map(|index| u32::from(index.0));
    let chronicity = biopsy.chronicity.known().map(|index| u32::from(index.0));
    let phrase = head::index(ink, ink.words.case.activity_index, activity, 24, ink.phrase());
    let phrase = head::index(ink, ink.words.case.chronicity_index, chronicity, 12, phrase);
    Figure {
        label,
        plain: bold(&class),
        ways: vec![(class, String::new())],
        below: [phrase.line(), Line::raw(ink.on(biopsy.date))],
    }
}

fn upcr(ink: &Ink, opened: &Opened) -> Figure {
    let label = ink.words.unit.upcr.to_owned();
    let series = clinic::upcr_series(&opened.case);
    let Some(newest) = series.newest_by(opened.today) else { return unknown(ink, label) };
    let change = series.change();
    let arrow = change.as_ref().map(|change| head::arrow(change.from.value.value().cmp(&change.to.value.value())));
    let before = change.as_ref().map(|change| ink.lang.quantity(&change.from.value));
    let value = ink.lang.quantity(&newest.value);
    let (number, unit) = value.rsplit_once('\u{a0}').unwrap_or((&value, ""));
    let with_arrow = arrow.map(|arrow| (format!("{value} {arrow}"), String::new()));
    let beside = format!("{unit} {}", arrow.unwrap_or_default()).trim_end().to_owned();
    let bare = [(value.clone(), arrow.unwrap_or_default().to_owned()), (number.to_owned(), beside)];
    let was = before.map(|before| (ink.words.live.was)(&before)).unwrap_or_default();
    Figure {
        label,
        plain: bold(format!("{value} {}", arrow.unwrap_or_default()).trim_end()),
        ways: with_arrow.into_iter().chain(bare).collect(),
        below: [ink.phrase().dim(&was).line(), Line::raw(ink.on(newest.date))],
    }
}

fn egfr(ink: &Ink, opened: &Opened) -> Figure {
    let label = ink.words.unit.egfr.to_owned();
    let newest = clinic::egfr_series(&opened.case).ok().and_then(|series| series.newest_by(opened.today));
    let Some(newest) = newest else { return unknown(ink, label) };
    let value = crate::wording::printed_egfr(ink.lang, newest.value);
    let unit = ink.words.unit.egfr_unit;
    Figure {
        label,
        plain: bold(&format!("{value}\u{a0}{unit}")),
        ways: vec![(value, unit.to_owned())],
        below: [Line::raw(newest.value.stage().name()), Line::raw(ink.on(newest.date))],
    }
}

fn unknown(ink: &Ink, label: String) -> Figure {
    let plain = ink.phrase().lacks(ink.words.app.not_stated).line();
    Figure { label, ways: Vec::new(), plain, below: Default::default() }
}

fn bold(text: &str) -> Line<'static> {
    Line::from(Span::styled(text.to_owned(), Style::new().add_modifier(Modifier::BOLD)))
}

/// Draws what the guidelines say on the row under the cursor and how they differ, and tells what is out of sight: rows of it,
/// and topics.
pub(super) fn row(ink: &Ink, keys: &[Binding], screen: &CaseScreen, area: Rect, buffer: &mut Buffer) -> Hidden {
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2).min(MOST_WIDTH), ..area };
    let lines = guidelines::row_lines(ink, keys, screen, inner.width);
    let height = usize::from(area.height);
    // The guideline under the cursor is in sight.
    let end = lines.iter().rposition(|(is_meant, _)| *is_meant).map_or(0, |last| last + 1);
    let first = end.saturating_sub(height);
    for (y, (is_meant, line)) in (area.y..area.bottom()).zip(lines.iter().skip(first)) {
        print_line(buffer, inner.x, y, inner.width, line);
        if *is_meant {
            buffer.set_style(Rect { y, height: 1, ..inner }, ink.look.selected);
        }
    }
    let below = lines.len().saturating_sub(first + height);
    if below > 0 && area.height > 0 {
        print(buffer, area.right().saturating_sub(1), area.bottom() - 1, 1, "▼", ink.look.dim);
    }
    Hidden { above: first, below }
}
