//! What stands under the table: what there is to say of the row under the cursor, the common ground, the folded rows.

use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::Line;

use super::{LEAST_HEIGHT, Reading, common, stacked};
use crate::app::{Binding, CaseScreen, Command, Place};
use crate::knowledge::{Table, Topic};
use crate::view::cells::{clipped, truncate_line};
use crate::view::ink::Ink;
use crate::view::keys::key_of;
use crate::view::{mark, prose};
use crate::wording;

/// From this height on the folded topics have their line.
const LEAST_FOLDED: u16 = 5;

/// The rows of the response and of the duration.
const COURSE: [Topic; 6] = [
    Topic::Response3m,
    Topic::Response6m,
    Topic::Response12m,
    Topic::Response24m,
    Topic::Maintenance,
    Topic::Withdrawal,
];

/// The rows of the foot: the folded topics in one, the remark in a few, the common ground in a third of the place at most,
/// the marks in one. Half of the place is the table's: what is beyond gives way, the marks first, then the folded topics.
pub(super) fn rows(ink: &Ink, table: &Table, reading: &Reading, area: Rect, is_roomy: bool) -> Vec<Line<'static>> {
    let cells = usize::from(area.width);
    let folded = folded(ink, table, reading).filter(|_| area.height > LEAST_FOLDED);
    let mut folded: Vec<Line> = folded.map(|line| truncate_line(&line, cells)).into_iter().collect();
    if area.height < LEAST_HEIGHT {
        return folded;
    }
    let half = usize::from(area.height / 2);
    let most = usize::from((area.height / 6).max(2));
    let remark = reading.remark.as_ref().map(|line| cut(line, most, cells)).unwrap_or_default();
    let common = prose::rows(&common::lines(ink, table, is_roomy && asks_course(table, reading)), cells);
    let said: Vec<Line> = remark.into_iter().chain(common.into_iter().take(usize::from(area.height / 3))).collect();
    let mut marks: Vec<Line> =
        common::marks(ink, table, is_roomy).map(|line| truncate_line(&line, cells)).into_iter().collect();
    marks.truncate(half.saturating_sub(said.len() + folded.len()));
    folded.truncate(half.saturating_sub(said.len()));
    folded.into_iter().chain(said).chain(marks).take(half).collect()
}

/// What the response and the duration have in common is said on their own rows; elsewhere the table has its place.
fn asks_course(table: &Table, reading: &Reading) -> bool {
    let at_cursor = |(row, _): (usize, usize)| table.rows.get(row).is_some_and(|row| COURSE.contains(&row.topic));
    reading.cursor.is_none_or(at_cursor)
}

/// A line in so many rows at most, what is left out marked.
fn cut(line: &Line<'static>, most: usize, cells: usize) -> Vec<Line<'static>> {
    clipped(&prose::rows(std::slice::from_ref(line), cells), most, cells)
}

/// The topics on which no guideline speaks for this patient: how many, the key that shows them or folds them away, names.
fn folded(ink: &Ink, table: &Table, reading: &Reading) -> Option<Line<'static>> {
    let silent = table.silent_topics();
    if silent.is_empty() {
        return None;
    }
    let ranked = &ink.words.ranked;
    let hint = if reading.is_unfolded { ranked.folds } else { ranked.unfolds };
    let hint = reading.fold_key.as_deref().map(hint);
    Some(ink.phrase().with(&wording::silent(ink.words, &silent, hint.as_deref()), ink.look.silent).line())
}

/// How the case on the screen is being read: the cursor where the panel has the focus, and what explains its row.
pub fn reading(ink: &Ink, keys: &[Binding], screen: &CaseScreen, has_focus: bool) -> Reading {
    // Without the cursor the key is not at hand.
    let fold_key = has_focus.then(|| key_of(keys, Place::Case, Command::Unfold));
    Reading {
        cursor: has_focus.then_some((screen.row, screen.column)),
        is_unfolded: screen.is_unfolded,
        fold_key,
        remark: has_focus.then(|| explained(ink, keys, screen)).flatten(),
        changed: Vec::new(),
    }
}

/// What the guidelines say on the row under the cursor, each line with whether it is of the guideline under it, and how they
/// differ.
pub fn row_lines(ink: &Ink, keys: &[Binding], screen: &CaseScreen, cells: u16) -> Vec<(bool, Line<'static>)> {
    let table = &screen.opened.table;
    let Some(row) = table.rows.get(screen.row) else { return Vec::new() };
    let block = stacked::block(ink, table, row, &[], stacked::Shown::Cursor, cells);
    let said = block.into_iter().map(|(of, line)| (of == Some(screen.column), line));
    let remark = explained(ink, keys, screen).map(|line| line.patch_style(Modifier::BOLD));
    let remark = remark.map(|line| prose::rows(&[line], cells.into())).unwrap_or_default();
    let between = (!remark.is_empty()).then(Line::default);
    said.chain(between.into_iter().chain(remark).map(|line| (false, line))).collect()
}

/// The first difference that matters on the row under the cursor, else what all say alike; how many more there are.
fn explained(ink: &Ink, keys: &[Binding], screen: &CaseScreen) -> Option<Line<'static>> {
    let row = screen.opened.table.rows.get(screen.row)?;
    let first = screen.opened.library.difference(row.differences.first()?)?;
    let (mark, style) = if first.same { (mark::AGREE, ink.look.agree) } else { (mark::DIFFER, ink.look.differ) };
    let phrase = ink.phrase().with(mark, style).say(first.said(ink.lang));
    let more = row.differences.len() - 1;
    let key = key_of(keys, Place::Case, Command::Open);
    Some(if more > 0 { phrase.dim(&(ink.words.ranked.more)(more, &key)) } else { phrase }.line())
}
