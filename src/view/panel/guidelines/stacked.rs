//! Where the columns do not fit beside each other they stand under each other, and a line says how they differ.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use super::{Reading, Seen, accord, agreement, beside, cell, marked};
use crate::knowledge::{Row, Table};
use crate::view::cells::{line_width, pad, print_line, width, wrap_line};
use crate::view::ink::{Ink, Phrase};
use crate::view::mark;
use crate::view::prose::Hidden;
use crate::view::table::first_in_sight;
use crate::wording;

/// Rows of one topic, each with the guideline it is of, where it is of one.
pub(super) type Block = Vec<(Option<usize>, Line<'static>)>;

pub(super) fn draw(ink: &Ink, table: &Table, reading: &Reading, area: Rect, buffer: &mut Buffer) -> Seen {
    let shown = reading.rows(table);
    let cursor = reading.cursor.and_then(|(row, column)| {
        let row = shown.iter().position(|(place, _)| *place == row)?;
        Some((row, column))
    });
    let selected = cursor.map_or(0, |(row, _)| row);
    let blocks: Vec<Block> = shown
        .iter()
        .enumerate()
        .map(|(place, (at, row))| {
            let at_cursor = cursor.is_some_and(|(at, _)| at == place);
            let shown = if at_cursor { Shown::Cursor } else { Shown::Elsewhere };
            block(ink, table, row, &reading.changed_in(*at), shown, area.width)
        })
        .collect();
    let heights: Vec<u16> = blocks.iter().map(|block| u16::try_from(block.len()).unwrap_or(u16::MAX)).collect();
    let first = first_in_sight(selected, &heights, area.height);
    let mut y = area.y;
    let mut whole = first;
    let mut cells = Vec::new();
    for (place, block) in blocks.iter().enumerate().skip(first) {
        let skipped = if place == selected { skipped(block, cursor, area.height) } else { 0 };
        for (of, line) in block.iter().skip(skipped).take(usize::from(area.bottom() - y)) {
            print_line(buffer, area.x, y, area.width, line);
            let is_meant = cursor.is_some_and(|(row, column)| row == place && of.is_some_and(|of| of == column));
            if is_meant {
                buffer.set_style(Rect { y, height: 1, ..area }, ink.look.selected);
            }
            if let (Some((row, _)), Some(column)) = (shown.get(place), of) {
                cells.push((Rect { y, height: 1, ..area }, (*row, *column)));
            }
            y += 1;
        }
        if y < area.bottom() || block.len() <= usize::from(area.height) {
            whole = place + 1;
        }
        if y >= area.bottom() {
            break;
        }
    }
    Seen { hidden: Hidden { above: first, below: blocks.len().saturating_sub(whole) }, cells }
}

/// Lines at the head of the block under the cursor that give way, so that the guideline under it is in sight where the block is
/// higher than its place: its first line at the least.
fn skipped(block: &Block, cursor: Option<(usize, usize)>, height: u16) -> usize {
    let Some((_, column)) = cursor else { return 0 };
    let end = block.iter().rposition(|(of, _)| *of == Some(column)).map_or(0, |last| last + 1);
    let first = block.iter().position(|(of, _)| *of == Some(column)).unwrap_or(0);
    end.saturating_sub(height.into()).min(first)
}

/// What a row shows beyond what its guidelines say.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// On a page: why they agree or not.
    Page,
    /// Under the cursor: that, and the pointer.
    Cursor,
    /// Elsewhere: whether they agree.
    Elsewhere,
}

/// The topic with the agreement, then each guideline. Where none has anything to say one line says so.
pub(super) fn block(ink: &Ink, table: &Table, row: &Row, changed: &[usize], shown: Shown, cells: u16) -> Block {
    let is_selected = shown == Shown::Cursor;
    let topic = wording::topic(ink.words, row.topic);
    // Hard spaces: a line does not begin with a soft one once it is wrapped.
    let pointer = if is_selected { mark::CURSOR } else { "\u{a0}" };
    let title = ink.phrase().with(&format!("{pointer}\u{a0}{topic}"), Modifier::BOLD.into());
    if row.cells.iter().all(|cell| !cell.verdict.speaks()) && !is_selected && changed.is_empty() {
        let line = title.then(quiet(ink, row)).line();
        return wrapped(&line, 4, cells).into_iter().map(|line| (None, line)).collect();
    }
    let head = match shown {
        Shown::Elsewhere => accord(ink, row.agreement).line(),
        Shown::Page | Shown::Cursor => agreement(ink, row.agreement),
    };
    let mut line = title.line();
    line.spans.push(Span::raw(" "));
    line.spans.extend(head.spans);
    let mut block: Block = wrapped(&line, 4, cells).into_iter().map(|line| (None, line)).collect();
    let names: Vec<String> = table.columns.iter().map(|column| format!("   {}", column.heading())).collect();
    let label = names.iter().map(|name| width(name)).max().unwrap_or(0) + 2;
    for (column, (name, said)) in names.iter().zip(&row.cells).enumerate() {
        let text = wrap_line(
            &marked(ink, changed.contains(&column), cell(ink, said, &beside(table, said), table.today)),
            usize::from(cells).saturating_sub(label).max(1),
        );
        for (place, line) in text.into_iter().enumerate() {
            let before = if place == 0 { name.as_str() } else { "" };
            let mut spans = vec![Span::styled(pad(before, label, Alignment::Left), ink.look.dim)];
            spans.extend(line.spans);
            block.push((Some(column), Line::from(spans)));
        }
    }
    block
}

/// Silence of all of them: what each of them is silent by, once where it is the same.
fn quiet<'a>(ink: &Ink<'a>, row: &Row) -> Phrase<'a> {
    let mut verdicts: Vec<_> = row.cells.iter().map(|cell| cell.verdict).collect();
    verdicts.dedup();
    let words: Vec<&str> = verdicts.into_iter().map(|verdict| wording::verdict(ink.words, verdict)).collect();
    ink.phrase().with(&format!("{} {}", mark::SILENT, words.join(", ")), ink.look.silent)
}

fn wrapped(line: &Line, indent: usize, cells: u16) -> Vec<Line<'static>> {
    let cells = usize::from(cells).max(1);
    if line_width(line) <= cells {
        return wrap_line(line, cells);
    }
    let set_in = |(place, mut line): (usize, Line<'static>)| {
        if place > 0 {
            line.spans.insert(0, Span::raw(" ".repeat(indent)));
        }
        line
    };
    wrap_line(line, cells.saturating_sub(indent).max(1)).into_iter().enumerate().map(set_in).collect()
}
