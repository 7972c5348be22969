//! The guidelines side by side: one row a topic, one column a guideline, how they agree, and their common ground.

mod cell;
mod common;
mod foot;
mod items;
mod stacked;

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use cell::items;
pub use cell::{Beside, cell};
pub use foot::{reading, row_lines};
use items::Items;

use crate::knowledge::{Advice, Agreement, Cell, Column, Row, Table, Topic};
use crate::text::Lang;
use crate::view::Look;
use crate::view::cells::{line_width, print_line, truncate_line, wrapped_lines};
use crate::view::ink::{Ink, Phrase};
use crate::view::prose::{self, Hidden};
use crate::view::table::{self, Cursor};
use crate::view::{mark, standing};
use crate::wording;

/// Below this a guideline's column says too little a line: the columns are stacked instead.
const LEAST_COLUMN: u16 = 20;
/// Fewer columns than this beside each other compare too little: they are stacked instead.
const ENOUGH: usize = 3;
/// From this size on the common ground has the response and the duration, and the last line says how sure the entries are.
const ROOMY: (u16, u16) = (100, 20);
/// Beside each other, rows that the cursor is not on say no more than this: more of them are seen at once. Where even so
/// not all rows are in sight, they say what fits in one line.
const LINES_ELSEWHERE: u16 = 2;
/// Below this height the common ground gives way to the table.
const LEAST_HEIGHT: u16 = 8;

/// How a comparison is being read.
#[derive(Default)]
pub struct Reading {
    /// The cursor: a row of the table and a guideline.
    pub cursor: Option<(usize, usize)>,
    /// Whether the rows on which no guideline speaks for this patient are shown.
    pub is_unfolded: bool,
    /// The key that shows them or folds them away, where it is at hand.
    pub fold_key: Option<String>,
    /// What there is to say of the row under the cursor.
    pub remark: Option<Line<'static>>,
    /// The cells (row, guideline) that a hypothesis changes: they are marked.
    pub changed: Vec<(usize, usize)>,
}

/// What of a comparison was drawn.
pub struct Seen {
    /// Topics out of sight.
    pub hidden: Hidden,
    /// Where each cell is: its place, its row and its guideline.
    pub cells: Vec<(Rect, (usize, usize))>,
}

/// Draws any comparison, this patient's of today or one that was locked: nothing but the table is asked. Tells what
/// of it is in sight.
pub fn draw_table(table: &Table, reading: &Reading, lang: Lang, look: &Look, area: Rect, buffer: &mut Buffer) -> Seen {
    let area = area.intersection(buffer.area);
    let ink = Ink::new(look, lang);
    let is_roomy = area.width >= ROOMY.0 && area.height >= ROOMY.1;
    let below = foot::rows(&ink, table, reading, area, is_roomy);
    let height = u16::try_from(below.len()).unwrap_or(area.height).min(area.height);
    let (above, foot) = split(area, height);
    let seen = match beside_each_other(table, area.width, reading.cursor) {
        Some(columns) => wide(&ink, table, &columns, reading, above, buffer),
        None => stacked::draw(&ink, table, reading, above, buffer),
    };
    for (y, row) in (foot.y..foot.bottom()).zip(&below) {
        print_line(buffer, foot.x, y, foot.width, row);
    }
    seen
}

/// Any comparison as lines of a page: each topic whole, then the common ground.
pub fn lines(table: &Table, lang: Lang, look: &Look, cells: u16) -> Vec<Line<'static>> {
    let ink = Ink::new(look, lang);
    let rows = table.rows.iter().flat_map(|row| stacked::block(&ink, table, row, &[], stacked::Shown::Page, cells));
    let mut lines: Vec<Line> = rows.map(|(_, line)| line).collect();
    lines.push(Line::default());
    let common: Vec<Line> =
        common::lines(&ink, table, true).into_iter().chain(common::marks(&ink, table, true)).collect();
    lines.extend(prose::rows(&common, cells.into()));
    lines
}

fn split(area: Rect, foot: u16) -> (Rect, Rect) {
    let above = Rect { height: area.height - foot, ..area };
    (above, Rect { y: above.bottom(), height: foot, ..area })
}

/// The columns that stand beside each other in so many cells: all of them where they fit; else, around the cursor, as many as
/// fit, while those are enough to compare. None where they are stacked.
fn beside_each_other(table: &Table, cells: u16, cursor: Option<(usize, usize)>) -> Option<Range<usize>> {
    let room =
        |(topic, agreement): (u16, u16)| usize::from(cells.saturating_sub(topic + agreement + 1) / (LEAST_COLUMN + 1));
    let all = table.columns.len();
    if all <= room(sides(cells, true)) {
        return Some(0..all);
    }
    let room = room(sides(cells, false));
    let (_, column) = cursor.filter(|_| room >= ENOUGH)?;
    // No further to the right than the cursor needs: the shipped ones stay in sight as long as they can.
    let first = (column + 1).saturating_sub(room).min(all - room);
    Some(first..first + room)
}

/// The widths of the topic and of the agreement, whose head also names what is out of sight where not all columns are seen.
fn sides(cells: u16, sees_all: bool) -> (u16, u16) {
    let agreement = if sees_all { cells / 6 } else { cells / 5 };
    ((cells / 6 + 2).clamp(14, 22), agreement.clamp(14, 30))
}

impl Reading {
    /// The rows in sight with their places in the table.
    fn rows<'a>(&self, table: &'a Table) -> Vec<(usize, &'a Row)> {
        let speaking = table.speaking();
        let all = table.rows.iter().enumerate();
        let is_shown = |place: &usize| speaking.contains(place) || self.changed.iter().any(|(row, _)| row == place);
        all.filter(|(place, _)| self.is_unfolded || is_shown(place)).collect()
    }

    /// The guidelines of a row whose cells are changed.
    fn changed_in(&self, row: usize) -> Vec<usize> {
        self.changed.iter().filter(|(at, _)| *at == row).map(|(_, column)| *column).collect()
    }
}

fn wide(ink: &Ink, table: &Table, seen: &Range<usize>, reading: &Reading, area: Rect, buffer: &mut Buffer) -> Seen {
    let cursor = reading.cursor;
    let (topic, agreement) = sides(area.width, seen.len() == table.columns.len());
    let mut columns = vec![table::Column::fixed(topic, 0)];
    columns.extend(seen.clone().map(|_| table::Column::growing(LEAST_COLUMN, u16::MAX, 1)));
    columns.push(table::Column::fixed(agreement, 0));
    let is_open = |place: usize| cursor.is_none_or(|(row, _)| row == place);
    let one = |(place, row): &(usize, &Row)| {
        let changed = reading.changed_in(*place);
        cells(ink, table, row, seen, &changed, is_open(*place))
    };
    let all = reading.rows(table);
    let widths = table::widths(&columns, area.width);
    let lines_open = |open: &(usize, &Row)| {
        let lines =
            one(open).into_iter().zip(&widths).map(|(items, width)| wrapped_lines(&items.line(), (*width).into()));
        lines.max().unwrap_or(1)
    };
    let in_sight = in_sight(&all, cursor, area.height, lines_open);
    let shown = all.get(in_sight.clone()).unwrap_or_default();
    let said: Vec<Vec<Items>> = shown.iter().map(one).collect();
    let rows: Vec<Vec<Line>> = said.iter().map(|row| row.iter().map(Items::line).collect()).collect();
    let at = |(row, column): (usize, usize)| {
        let row = shown.iter().position(|(place, _)| *place == row)?;
        Some(Cursor { row, column: Some(column.saturating_sub(seen.start) + 1) })
    };
    let heads = heads(ink, table, seen);
    let of = |rows, most_lines| table::Table {
        columns: &columns,
        heads: &heads,
        rows,
        cursor: cursor.and_then(at),
        most_lines,
        most_at_cursor: u16::MAX,
    };
    let height = usize::from(area.height);
    // As many rows as lines do not fit whatever they say: nothing is wrapped to find that out.
    let fit = || all.len() < height && of(&rows, LINES_ELSEWHERE).lines(area.width) < height;
    let most = match cursor {
        None => u16::MAX,
        Some(_) if fit() => LINES_ELSEWHERE,
        Some(_) => 1,
    };
    // Where one line each leaves some over, the first rows that are cut have two.
    let mut spare =
        if most == 1 && all.len() < height { height.saturating_sub(1 + of(&rows, 1).lines(area.width)) } else { 0 };
    let most_drawn = if spare > 0 { LINES_ELSEWHERE } else { most };
    let mut short = |whole: &[Line<'static>], row: &[Items]| {
        let is_cut = || whole.iter().zip(&widths).any(|(line, width)| line_width(line) > usize::from(*width));
        let lines = if spare > 0 && is_cut() { LINES_ELSEWHERE } else { most };
        spare -= usize::from(lines - most).min(spare);
        let cell = |(items, width): (&Items, &u16)| {
            let line = items.within((*width).into(), lines.into());
            if lines == 1 { truncate_line(&line, (*width).into()) } else { line }
        };
        row.iter().zip(&widths).map(cell).collect()
    };
    let shortened = shown
        .iter()
        .zip(rows.iter().zip(&said))
        .map(|((place, _), (whole, said))| if is_open(*place) { whole.clone() } else { short(whole, said) });
    let shortened: Vec<Vec<Line>> = shortened.collect();
    let drawn = of(&shortened, most_drawn).draw_rows(ink.look, area, buffer);
    let mut places = Vec::new();
    for (at, place) in &drawn {
        let Some((row, _)) = shown.get(*at) else { continue };
        let cell = |column: usize| (table::cell_of(&widths, column - seen.start + 1, *place), (*row, column));
        places.extend(seen.clone().map(cell));
    }
    let above = in_sight.start + drawn.first().map_or(0, |(at, _)| *at);
    let below = all.len().saturating_sub(drawn.last().map_or(above, |(at, _)| in_sight.start + at + 1));
    Seen { hidden: Hidden { above, below }, cells: places }
}

/// The rows that can be in sight around the cursor, where more of them than the place has lines would each say one: nothing is
/// made of the others.
fn in_sight(
    rows: &[(usize, &Row)],
    cursor: Option<(usize, usize)>,
    height: u16,
    lines_open: impl Fn(&(usize, &Row)) -> usize,
) -> Range<usize> {
    let at = cursor.and_then(|(row, _)| rows.iter().position(|(place, _)| *place == row));
    let open = at.and_then(|at| rows.get(at));
    let (Some(at), Some(open), true) = (at, open, rows.len() >= usize::from(height)) else { return 0..rows.len() };
    let mut heights = vec![1; rows.len()];
    if let Some(height) = heights.get_mut(at) {
        *height = u16::try_from(lines_open(open)).unwrap_or(u16::MAX).max(1);
    }
    let first = table::first_in_sight(at, &heights, height.saturating_sub(1));
    let ends = heights.iter().skip(first).scan(0_u16, |used, lines| {
        let before = *used;
        *used = used.saturating_add(*lines);
        (before < height).then_some(())
    });
    first..first + ends.count()
}

/// The names of the columns; beside them, those that are out of sight on either side.
fn heads(ink: &Ink, table: &Table, shown: &Range<usize>) -> Vec<Line<'static>> {
    let named = |columns: &[Column]| columns.iter().map(Column::heading).collect::<Vec<_>>();
    let (before, rest) = table.columns.split_at(shown.start.min(table.columns.len()));
    let (seen, after) = rest.split_at(shown.len().min(rest.len()));
    let mut heads = vec![hidden(ink, "◂", &named(before)).line()];
    heads.extend(seen.iter().map(|column| {
        let local = if column.local { ink.words.editions.local_short } else { "" };
        ink.phrase().with(&column.heading(), Modifier::BOLD.into()).with(local, ink.look.warning).line()
    }));
    heads.push(ink.phrase().say(ink.words.table.agreement).then(hidden(ink, "▸", &named(after))).line());
    heads
}

/// Columns that are out of sight on one side, the nearest first to be named.
fn hidden<'a>(ink: &Ink<'a>, mark: &str, names: &[String]) -> Phrase<'a> {
    match names {
        [] => ink.phrase(),
        [name] => ink.phrase().with(&format!("{mark} {name}"), ink.look.key),
        names => ink.phrase().with(&format!("{mark} +{}", names.len()), ink.look.key),
    }
}

/// A row; why the guidelines agree or not is said of the row that is open.
fn cells<'a>(
    ink: &'a Ink<'a>,
    table: &Table,
    row: &Row,
    shown: &Range<usize>,
    changed: &[usize],
    is_open: bool,
) -> Vec<Items<'a>> {
    let topic = ink.phrase().with(wording::topic(ink.words, row.topic), Modifier::BOLD.into());
    let mut cells = vec![Items::of(ink, topic)];
    let seen = row.cells.iter().enumerate().skip(shown.start).take(shown.len());
    cells.extend(seen.map(|(at, one)| {
        let mut items = items(ink, one, &beside(table, one), table.today);
        if changed.contains(&at) {
            items.mark(&Span::styled(mark::CHANGED, ink.look.changed));
        }
        items
    }));
    cells.push(Items::of(ink, if is_open { reasoned(ink, row.agreement) } else { accord(ink, row.agreement) }));
    cells
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
    reasoned(ink, agreement).line()
}

fn reasoned<'a>(ink: &Ink<'a>, agreement: Agreement) -> Phrase<'a> {
    let phrase = accord(ink, agreement);
    match wording::reason(ink.words, agreement.reason) {
        Some(reason) => phrase.dim(reason),
        None => phrase,
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
