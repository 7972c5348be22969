//! Where a figure comes from: what went into it with its days, its criteria, its rule, what it lacks, who published it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::cells::width;
use super::ink::{Ink, Phrase};
use super::look::Look;
use super::mark;
use super::panel::figures;
use super::panel_frame::{frame, note_hidden};
use super::prose::{self, Hidden};
use crate::app::{Opened, OriginScreen, State};
use crate::clinic::{Checked, FigureId, Source, Verdict};
use crate::wording;
use crate::wording::figure::{self, Criterion, Grid, Input, Row};

/// Draws the screen, and tells what is out of sight.
pub fn draw(screen: &OriginScreen, state: &State, look: &Look, area: Rect, buffer: &mut Buffer) -> Hidden {
    let area = area.intersection(buffer.area);
    buffer.set_style(area, look.text);
    let ink = Ink::new(look, state.lang);
    let Some(id) = screen.panel.figures().get(screen.figure).copied() else { return Hidden::default() };
    let opened = screen.opened.as_ref();
    let title = format!("{} · {} · {}", ink.words.origin.title, opened.case.case, figure::name(id, ink.words));
    let inside = frame(&title, true, look, area, buffer);
    let lines = lines(&ink, id, (opened, state.masked), usize::from(inside.width));
    let hidden = prose::draw(&lines, screen.scroll, inside, buffer);
    note_hidden(hidden, look, area, buffer);
    hidden
}

fn lines(ink: &Ink, id: FigureId, (opened, masked): (&Opened, bool), cells: usize) -> Vec<Line<'static>> {
    let (words, origin) = (&ink.words.origin, figure::origin(id, &opened.at(ink.lang, masked)));
    let mut lines = figures::lines(ink, id, opened, masked);
    if origin.inputs.is_empty() && origin.criteria.is_empty() && origin.grids.is_empty() {
        lines.push(Line::default());
        lines.push(ink.phrase().dim(words.nothing).line());
    }
    part(ink, &mut lines, words.inputs, inputs(ink, &origin.inputs));
    part(ink, &mut lines, words.criteria, origin.criteria.iter().flat_map(|one| criterion(ink, one)).collect());
    for one in &origin.grids {
        part(ink, &mut lines, &one.title, grid(ink, one, cells));
    }
    part(ink, &mut lines, words.rule, origin.rules.iter().map(|rule| ink.phrase().say(rule).line()).collect());
    part(ink, &mut lines, words.lacks, origin.lacks.iter().map(|lack| ink.phrase().lacks(lack).line()).collect());
    part(ink, &mut lines, words.notes, origin.notes.iter().map(|note| ink.phrase().say(note).line()).collect());
    part(ink, &mut lines, words.sources, origin.sources.iter().map(|one| source(ink, *one)).collect());
    lines
}

/// A part under its title; nothing where there is nothing in it.
fn part(ink: &Ink, lines: &mut Vec<Line<'static>>, title: &str, part: Vec<Line<'static>>) {
    if part.is_empty() {
        return;
    }
    lines.push(Line::default());
    if !title.is_empty() {
        lines.push(ink.heading(title));
    }
    lines.extend(part);
}

fn inputs(ink: &Ink, inputs: &[Input]) -> Vec<Line<'static>> {
    let widest = inputs.iter().map(|input| width(&input.name)).max().unwrap_or_default();
    let one = |input: &Input| {
        let name = format!("{}{}  ", input.name, "\u{a0}".repeat(widest.saturating_sub(width(&input.name))));
        let mut line = ink.phrase().dim(&name).line();
        line.spans.extend(figures::spans(ink.look, &input.value));
        if let Some(day) = input.day {
            line.spans.push(Span::styled(format!(" {}", ink.on(day)), ink.look.dim));
        }
        line
    };
    inputs.iter().map(one).collect()
}

/// A condition with its mark, then what was found, then the word of the verdict.
fn criterion(ink: &Ink, one: &Criterion) -> Vec<Line<'static>> {
    let (sign, word, style) = verdict(ink, one);
    let mut line = ink.phrase().with(sign, style).say(&one.asks).line();
    if !one.found.is_empty() {
        line.spans.extend(ink.phrase().dim(" ·").line().spans);
        line.spans.push(Span::raw(" "));
        line.spans.extend(figures::spans(ink.look, &one.found));
    }
    line.spans.extend(ink.phrase().dim(" ·").with(&word, style).line().spans);
    vec![line]
}

fn verdict(ink: &Ink, one: &Criterion) -> (&'static str, String, Style) {
    let (reached, missed) =
        if one.is_goal { (ink.look.ok, ink.look.warning) } else { (ink.look.warning, ink.look.dim) };
    match &one.verdict {
        Verdict::Yes => (mark::OK, ink.words.panel.met.to_owned(), reached),
        Verdict::No => (mark::FAILED, ink.words.panel.not_met.to_owned(), missed),
        Verdict::Unknown(needs) => {
            let lacks = (ink.words.activity.cannot_say)(&wording::needs(ink.words, needs));
            (mark::NEEDS_DATA, lacks, ink.look.needs_data)
        }
    }
}

/// Rows and columns where they fit, else one line a cell.
fn grid(ink: &Ink, grid: &Grid, cells: usize) -> Vec<Line<'static>> {
    let wide = |row: &Row| width(&figure::plain(row));
    let column = |place: usize| {
        let body = grid.rows.iter().filter_map(|row| row.get(place)).map(wide).max().unwrap_or_default();
        grid.head.get(place).map_or(0, |head| width(head)).max(body)
    };
    let widths: Vec<usize> = (0..grid.head.len()).map(column).collect();
    if widths.iter().sum::<usize>() + 2 * widths.len() > cells {
        return grid.rows.iter().flat_map(|row| stacked(ink, grid, row)).collect();
    }
    let padding = |width: usize, taken: usize| Span::raw("\u{a0}".repeat(width.saturating_sub(taken) + 2));
    let head = grid.head.iter().zip(&widths).flat_map(|(head, cells)| {
        [Span::styled(head.replace(' ', "\u{a0}"), ink.look.dim), padding(*cells, width(head))]
    });
    let mut lines = vec![Line::from(head.collect::<Vec<_>>())];
    lines.extend(grid.rows.iter().map(|row| {
        let cells = row.iter().zip(&widths).flat_map(|(cell, width)| {
            let mut spans = figures::spans(ink.look, cell);
            for span in &mut spans {
                span.content = span.content.replace(' ', "\u{a0}").into();
            }
            spans.push(padding(*width, wide(cell)));
            spans
        });
        Line::from(cells.collect::<Vec<_>>())
    }));
    lines
}

/// A row of a grid that is too wide: its cells one under the other, each after the head of its column.
fn stacked(ink: &Ink, grid: &Grid, row: &[Row]) -> Vec<Line<'static>> {
    let cell = |(place, (head, cell)): (usize, (&String, &Row))| {
        let mut line =
            if place == 0 { Line::default() } else { ink.phrase().dim(&format!("\u{a0}\u{a0}{head}")).line() };
        if place > 0 {
            line.spans.push(Span::raw(" "));
        }
        line.spans.extend(figures::spans(ink.look, cell));
        line
    };
    grid.head.iter().zip(row).enumerate().filter(|(_, (_, cell))| !cell.is_empty()).map(cell).collect()
}

fn source(ink: &Ink, source: Source) -> Line<'static> {
    let phrase: Phrase = ink.phrase().say(source.name).dim(source.reference);
    let checked = format!("[{}]", (ink.words.codes.checked)(source.checked.code()));
    let style = if source.checked == Checked::Primary { ink.look.dim } else { ink.look.needs_data };
    phrase.with(&checked, style).line()
}
