//! The guidelines side by side: one row a topic, one column a guideline, how they agree, and their common ground.

mod cell;
mod common;
mod stacked;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

pub use cell::{Beside, cell};

use crate::knowledge::{Advice, Agreement, Cell, Row, Table, Topic};
use crate::report::wording;
use crate::text::Lang;
use crate::view::Look;
use crate::view::ink::{Ink, Phrase};
use crate::view::prose::{self, Hidden};
use crate::view::table::{self, Cursor};
use crate::view::{mark, standing};

/// Below this a guideline's column says too little a line: the columns are stacked instead.
const LEAST_COLUMN: u16 = 20;
/// From this size on the last line says how sure the entries are, too.
const ROOMY: (u16, u16) = (100, 18);
/// Beside each other, rows that the cursor is not on say no more than this: more of them are seen at once.
const LINES_ELSEWHERE: u16 = 2;
/// Below this height the common ground gives way to the table.
const LEAST_HEIGHT: u16 = 8;

/// Draws any comparison, this patient's of today or one that was locked: nothing but the table is asked. The cursor is
/// a row and a guideline. Tells how many topics are out of sight.
pub fn draw_table(
    table: &Table,
    cursor: Option<(usize, usize)>,
    lang: Lang,
    look: &Look,
    area: Rect,
    buffer: &mut Buffer,
) -> Hidden {
    draw_changed(table, &[], cursor, lang, look, area, buffer)
}

/// As [`draw_table`], the cells at these places (row, guideline) marked as changed by a hypothesis.
pub fn draw_changed(
    table: &Table,
    changed: &[(usize, usize)],
    cursor: Option<(usize, usize)>,
    lang: Lang,
    look: &Look,
    area: Rect,
    buffer: &mut Buffer,
) -> Hidden {
    let area = area.intersection(buffer.area);
    let ink = Ink::new(look, lang);
    let is_roomy = area.width >= ROOMY.0 && area.height >= ROOMY.1;
    let below = if area.height >= LEAST_HEIGHT { common::lines(&ink, table, is_roomy) } else { Vec::new() };
    let most = area.height / 3;
    let height = u16::try_from(prose::rows(&below, area.width.into()).len()).unwrap_or(most).min(most);
    let (above, foot) = split(area, height);
    let seen = if is_wide(table, area.width) {
        wide(&ink, table, changed, cursor, above, buffer)
    } else {
        stacked::draw(&ink, table, changed, cursor, above, buffer)
    };
    prose::draw(&below, 0, foot, buffer);
    seen
}

/// Any comparison as lines of a page: each topic whole, then the common ground.
pub fn lines(table: &Table, lang: Lang, look: &Look, cells: u16) -> Vec<Line<'static>> {
    let ink = Ink::new(look, lang);
    let rows = table.rows.iter().flat_map(|row| stacked::block(&ink, table, row, &[], stacked::Shown::Page, cells));
    let mut lines: Vec<Line> = rows.map(|(_, line)| line).collect();
    lines.push(Line::default());
    lines.extend(prose::rows(&common::lines(&ink, table, true), cells.into()));
    lines
}

fn split(area: Rect, foot: u16) -> (Rect, Rect) {
    let above = Rect { height: area.height - foot, ..area };
    (above, Rect { y: above.bottom(), height: foot, ..area })
}

fn is_wide(table: &Table, cells: u16) -> bool {
    let columns = u16::try_from(table.columns.len()).unwrap_or(u16::MAX);
    let (topic, agreement) = sides(cells);
    cells >= (LEAST_COLUMN + 1).saturating_mul(columns).saturating_add(topic + agreement + 1)
}

/// The widths of the topic and of the agreement.
fn sides(cells: u16) -> (u16, u16) {
    ((cells / 7).clamp(14, 24), (cells / 5).clamp(14, 32))
}

fn wide(
    ink: &Ink,
    table: &Table,
    changed: &[(usize, usize)],
    cursor: Option<(usize, usize)>,
    area: Rect,
    buffer: &mut Buffer,
) -> Hidden {
    let (topic, agreement) = sides(area.width);
    let mut columns = vec![table::Column::fixed(topic, 0)];
    columns.extend(table.columns.iter().map(|_| table::Column::growing(LEAST_COLUMN, u16::MAX, 1)));
    columns.push(table::Column::fixed(agreement, 0));
    let is_open = |place: usize| cursor.is_none_or(|(row, _)| row == place);
    let rows: Vec<Vec<Line>> = table
        .rows
        .iter()
        .enumerate()
        .map(|(place, row)| cells(ink, table, row, &of_row(changed, place), is_open(place)))
        .collect();
    let drawn = table::Table {
        columns: &columns,
        heads: &heads(ink, table),
        rows: &rows,
        cursor: cursor.map(|(row, column)| Cursor { row, column: Some(column + 1) }),
        most_lines: if cursor.is_some() { LINES_ELSEWHERE } else { u16::MAX },
        most_at_cursor: u16::MAX,
    };
    let seen = drawn.draw(ink.look, area, buffer);
    Hidden { above: seen.start, below: rows.len().saturating_sub(seen.end) }
}

fn heads(ink: &Ink, table: &Table) -> Vec<Line<'static>> {
    let names = table.columns.iter().map(|column| Line::from(format!("{} {}", column.name, column.edition)));
    let mut heads = vec![Line::default()];
    heads.extend(names.map(|name| name.patch_style(Modifier::BOLD)));
    heads.push(Line::from(ink.words.table.agreement));
    heads
}

/// A row; why the guidelines agree or not is said of the row that is open.
fn cells(ink: &Ink, table: &Table, row: &Row, changed: &[usize], is_open: bool) -> Vec<Line<'static>> {
    let topic = Line::from(Span::raw(wording::topic(ink.words, row.topic))).patch_style(Modifier::BOLD);
    let mut cells = vec![topic];
    let said = |(at, one)| marked(ink, changed.contains(&at), cell(ink, one, &beside(table, one), table.today));
    cells.extend(row.cells.iter().enumerate().map(said));
    cells.push(if is_open { agreement(ink, row.agreement) } else { accord(ink, row.agreement).line() });
    cells
}

/// The guidelines of a row whose cells are changed.
fn of_row(changed: &[(usize, usize)], row: usize) -> Vec<usize> {
    changed.iter().filter(|(at, _)| *at == row).map(|(_, column)| *column).collect()
}

/// What a cell says, with the mark of a change before it.
pub(super) fn marked(ink: &Ink, is_changed: bool, mut line: Line<'static>) -> Line<'static> {
    if is_changed {
        line.spans.insert(0, Span::raw("\u{a0}"));
        line.spans.insert(0, Span::styled(mark::CHANGED, ink.look.changed));
    }
    line
}

/// How the guidelines of a row stand to each other, and why.
pub(super) fn agreement(ink: &Ink, agreement: Agreement) -> Line<'static> {
    let phrase = accord(ink, agreement);
    match wording::reason(ink.words, agreement.reason) {
        Some(reason) => phrase.dim(reason).line(),
        None => phrase.line(),
    }
}

/// How the guidelines of a row stand to each other, in a word.
pub(super) fn accord<'a>(ink: &Ink<'a>, agreement: Agreement) -> Phrase<'a> {
    let (mark, style) = standing::accord(ink.look, agreement.accord);
    let word = wording::accord(ink.words, agreement.accord);
    ink.phrase().with(&format!("{mark}\u{a0}{word}"), style)
}

/// Advice that decides what to start with: it stays beside the regimens even where the row of the class says it too.
const DECISIVE: [Advice; 5] = [
    Advice::Immunosuppression,
    Advice::NoKidneyImmunosuppression,
    Advice::LedByExtrarenal,
    Advice::AsMinimalChange,
    Advice::NoThreshold,
];

/// What the rows of the class and of initial therapy say for a row of therapy.
pub(super) fn beside(table: &Table, cell: &Cell) -> Beside {
    let is_first = cell.topic == Topic::InitialTherapy;
    if !is_first && cell.topic.agent().is_none() {
        return Beside::default();
    }
    let class = table.cell(Topic::ClassRule, &cell.guideline);
    let said = class.into_iter().flat_map(|class| class.advises.iter().copied());
    let first = table.cell(Topic::InitialTherapy, &cell.guideline);
    Beside {
        said: said.filter(|advice| !(is_first && cell.offers.is_empty() && DECISIVE.contains(advice))).collect(),
        missing: first.map(|first| first.missing.clone()).unwrap_or_default(),
    }
}
