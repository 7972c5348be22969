//! The course of a case over one axis of time: a window on it, a cursor in it.

mod axis;
mod happening;

use std::sync::Arc;

pub use axis::Axis;
use axis::later;
pub use happening::{Happening, Mark};

use super::opened::Opened;
use crate::clinic::{Chronicle, Trace};
use crate::domain::Day;
use crate::meeting::Moment;

/// The nearest that the window comes: three months, in days.
const CLOSEST: i64 = 92;

/// Cells left and right of the axis, by the width of the screen: names with their units, values with their days.
const MARGINS: [(u16, (u16, u16)); 3] = [(150, (23, 32)), (110, (22, 28)), (0, (21, 18))];

/// One case over time.
#[derive(Debug, Clone)]
pub struct TimelineScreen {
    /// The case.
    pub opened: Arc<Opened>,
    /// What there is to draw of it; computed once, not at every frame.
    pub chronicle: Arc<Chronicle>,
    /// What the ledger tells of the case; `None` until it answers.
    pub past: Option<Vec<Moment>>,
    /// What happened, by its days.
    pub marks: Vec<Mark>,
    /// The curve under the cursor, then the lanes below the last curve.
    pub row: usize,
    /// The day under the cursor.
    pub cursor: Day,
    /// The first day in sight.
    pub first: Day,
    /// The last day in sight.
    pub last: Day,
    /// Whether the words of the mark under the cursor are shown in full.
    pub is_told: bool,
}

impl TimelineScreen {
    /// The whole course of a case, the cursor on this day.
    pub fn of(opened: Arc<Opened>) -> Self {
        let chronicle = Arc::new(Chronicle::of(&opened.case, opened.today));
        let (first, last) = chronicle.span;
        let marks = happening::marks(&opened, &[]);
        let cursor = opened.today;
        let mut screen = Self { opened, chronicle, past: None, marks, row: 0, cursor, first, last, is_told: false };
        screen.show_everything();
        screen
    }

    /// The cells left and right of the axis on a screen of this width.
    pub fn margins(width: u16) -> (u16, u16) {
        MARGINS.into_iter().find(|(least, _)| width >= *least).map_or((0, 0), |(_, margins)| margins)
    }

    /// The axis of time on a screen of this width.
    pub fn axis(&self, width: u16) -> Axis {
        let (left, right) = Self::margins(width);
        Axis { first: self.first, last: self.last, columns: width.saturating_sub(left + right).max(1) }
    }

    /// The curve under the cursor; the last one while the cursor is on a lane.
    pub fn trace(&self) -> usize {
        self.row.min(self.chronicle.traces.len().saturating_sub(1))
    }

    /// The lane under the cursor.
    pub fn lane(&self) -> Option<usize> {
        self.row.checked_sub(self.chronicle.traces.len())
    }

    /// The curves.
    pub fn traces(&self) -> &[Trace] {
        &self.chronicle.traces
    }

    /// The marks in the cursor's column, the nearest first.
    pub fn marks_here(&self, axis: &Axis) -> Vec<&Mark> {
        let here = axis.column(self.cursor);
        let mut marks: Vec<&Mark> = self.marks.iter().filter(|mark| axis.column(mark.day) == here).collect();
        marks.sort_by_key(|mark| mark.day.days_since(self.cursor).abs());
        marks
    }

    /// Takes the ledger's answer.
    pub fn take(&mut self, past: &[Moment]) {
        if past.iter().any(|moment| *moment.case_id() != self.opened.case.case) {
            return;
        }
        let shown_whole = self.is_whole();
        self.marks = happening::marks(&self.opened, past);
        self.past = Some(past.to_vec());
        if shown_whole {
            self.show_everything();
        }
    }

    /// The case as its file says it now.
    pub fn follow(&mut self, fresh: Arc<Opened>) {
        let shown_whole = self.is_whole();
        self.chronicle = Arc::new(Chronicle::of(&fresh.case, fresh.today));
        self.marks = happening::marks(&fresh, self.past.as_deref().unwrap_or_default());
        self.opened = fresh;
        self.row = self.row.min(self.rows().saturating_sub(1));
        if shown_whole {
            self.show_everything();
        }
        self.look_at(self.cursor);
    }

    /// Moves the row under the cursor.
    pub fn step(&mut self, by: isize) {
        self.row = self.row.saturating_add_signed(by).min(self.rows().saturating_sub(1));
    }

    fn rows(&self) -> usize {
        self.chronicle.traces.len() + self.chronicle.lanes.len()
    }

    /// Moves the cursor by one column of a screen of this width, at least by a day; past an edge, the window follows.
    pub fn sideways(&mut self, by: isize, width: u16) {
        let axis = self.axis(width);
        let column = axis.column(self.cursor).unwrap_or(0);
        let day = if by < 0 {
            let before = later(self.cursor, -1);
            column.checked_sub(1).map_or(before, |column| axis.day(column).min(before))
        } else {
            let after = later(self.cursor, 1);
            if column + 1 < axis.columns { axis.day(column + 1).max(after) } else { after }
        };
        self.look_at(day);
    }

    /// To the next mark, or the one before.
    pub fn turn_mark(&mut self, forward: bool) {
        let days = || self.marks.iter().map(|mark| mark.day);
        let next =
            if forward { days().find(|day| *day > self.cursor) } else { days().rev().find(|day| *day < self.cursor) };
        if let Some(day) = next {
            self.look_at(day);
        }
    }

    /// To the last day.
    pub fn go_to_the_end(&mut self) {
        self.look_at(self.whole().1);
    }

    /// Half of the window, or twice as much, around the cursor: from everything to three months.
    pub fn zoom(&mut self, closer: bool) {
        let days = self.days();
        let (first, last) = self.whole();
        let wanted = if closer { (days / 2).max(CLOSEST) } else { days * 2 };
        let wanted = wanted.min(last.days_since(first));
        let before = self.cursor.days_since(self.first) * wanted / days;
        self.show(later(self.cursor, -before), wanted);
    }

    /// Moves the window by half of itself, the cursor with it.
    pub fn pan(&mut self, by: isize) {
        let half = (self.days() / 2).max(1) * if by < 0 { -1 } else { 1 };
        let (first, last) = self.whole();
        self.show(later(self.first, half), self.days());
        self.cursor = later(self.cursor, half).clamp(first, last);
        self.look_at(self.cursor);
    }

    /// The whole course in sight.
    pub fn show_everything(&mut self) {
        let (first, last) = self.whole();
        (self.first, self.last) = (first, last);
        self.cursor = self.cursor.clamp(first, last);
    }

    /// The course as far as it goes, and at least three months.
    fn whole(&self) -> (Day, Day) {
        let days = self.marks.iter().map(|mark| mark.day);
        let (first, last) = days.fold(self.chronicle.span, |(first, last), day| (first.min(day), last.max(day)));
        (first.min(later(last, -CLOSEST)), last)
    }

    fn is_whole(&self) -> bool {
        (self.first, self.last) == self.whole()
    }

    fn days(&self) -> i64 {
        self.last.days_since(self.first).max(1)
    }

    /// The window of so many days from this one on, inside the whole.
    fn show(&mut self, first: Day, days: i64) {
        let (least, most) = self.whole();
        let days = days.min(most.days_since(least));
        self.first = first.clamp(least, later(most, -days));
        self.last = later(self.first, days);
    }

    /// The cursor on a day of the course; a window that does not show it comes to it, a quarter of itself beyond.
    fn look_at(&mut self, day: Day) {
        let (first, last) = self.whole();
        self.cursor = day.clamp(first, last);
        self.is_told = false;
        let days = self.days();
        if self.cursor < self.first {
            self.show(later(self.cursor, -(days * 3 / 4)), days);
        } else if self.cursor > self.last {
            self.show(later(self.cursor, -(days / 4)), days);
        }
    }
}
