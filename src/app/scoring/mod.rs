//! Scores entered by key for one visit of a case, shown as the lines of the file that change, then written.

mod ask;
mod lines;
mod sheet;

use std::sync::Arc;

use ratatui_textarea::{Input, Key};

pub use ask::{Ask, Manner, Page, Said};
pub use lines::{Fate, FileLine, changed_lines};
pub use sheet::Sheet;

use super::Opened;
use crate::clinic::Tick;
use crate::domain::Day;
use crate::read::{self, CaseFile, Edit, Refused};

/// Most digits that are typed for one answer.
const DIGITS: usize = 3;
/// What is typed of a month, and the part before its dash.
const MONTH: &str = "YYYY-MM";
const YEAR: &str = "YYYY";

/// The entry of scores.
#[derive(Debug, Clone)]
pub struct ScoresScreen {
    /// The case as its file says.
    pub opened: Arc<Opened>,
    /// What is entered.
    pub sheet: Sheet,
    /// The page on the screen.
    pub page: Page,
    /// What the cursor is on, by its place on the page.
    pub row: usize,
    /// Digits being typed for it.
    pub typed: String,
    /// Whether leaving was asked for once, with something entered.
    pub leaving: bool,
    /// What is to be written, where it is being shown.
    pub preview: Option<Preview>,
}

/// What is to be written, before it is.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The text of the file after, or why it cannot be changed.
    pub outcome: Result<Outcome, Refused>,
    /// First line drawn.
    pub scroll: usize,
}

/// The file after the change.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Its text.
    pub written: String,
    /// The lines that change.
    pub lines: Vec<FileLine>,
    /// The case it tells; none where it could not be read.
    pub opened: Option<Arc<Opened>>,
}

impl Preview {
    /// The file of this case after these edits.
    pub(super) fn of(opened: &Opened, edits: &[Edit]) -> Self {
        let file = &opened.file;
        let outcome = read::edited(&file.text, edits).map(|written| {
            let after = CaseFile::new(file.path.clone(), written.as_bytes(), opened.today);
            let opened = Opened::new(&after, opened.today, &opened.library).map(Arc::new);
            Outcome { lines: changed_lines(&file.text, &written), written, opened }
        });
        Self { outcome, scroll: 0 }
    }
}

impl ScoresScreen {
    /// The entry for today, or what was entered of this case before.
    pub fn new(opened: Arc<Opened>, kept: Option<Sheet>) -> Self {
        let mut sheet = kept.unwrap_or_else(|| Sheet::of(&opened.case, opened.today, opened.today));
        sheet.follow(&opened.case);
        let page = Page::default();
        Self { opened, sheet, page, row: 0, typed: String::new(), leaving: false, preview: None }
    }

    /// What the cursor is on.
    pub fn ask(&self) -> Option<Ask> {
        self.page.asks().get(self.row).copied()
    }

    /// The day of the newest visit, where it is not today's.
    pub fn newest(&self) -> Option<Day> {
        let today = self.opened.today;
        let days = self.opened.case.activity.iter().map(|visit| visit.date).filter(|day| *day <= today);
        days.max().filter(|day| *day != today)
    }

    /// From today's visit to the newest one or back, as long as nothing is entered; whether it could be done.
    pub(super) fn turn_visit(&mut self) -> bool {
        let today = self.opened.today;
        let other = if self.sheet.date == today { self.newest() } else { Some(today) };
        let Some(other) = other.filter(|_| !self.sheet.has_changes()) else { return false };
        let length = self.sheet.length;
        self.sheet = Sheet::of(&self.opened.case, other, today);
        self.sheet.length = length;
        self.typed.clear();
        true
    }

    pub(super) fn turn_page(&mut self, by: usize) {
        let at = Page::ALL.iter().position(|page| *page == self.page).unwrap_or(0);
        self.page = Page::ALL.get((at + by) % Page::ALL.len()).copied().unwrap_or_default();
        self.row = 0;
        self.typed.clear();
    }

    pub(super) fn step(&mut self, by: isize) {
        let last = self.page.asks().len().saturating_sub(1);
        self.row = self.row.saturating_add_signed(by).min(last);
        self.typed.clear();
    }

    /// A digit, or a digit taken back. On items 1 is present and 0 absent, and the cursor goes on; before the first item
    /// it is the first that is answered.
    pub(super) fn type_key(&mut self, input: &Input) {
        if self.ask() == Some(Ask::Window) && matches!(input.key, Key::Char('0' | '1')) {
            self.step(1);
        }
        let Some(ask) = self.ask().filter(|_| !input.ctrl && !input.alt) else { return };
        match (ask, input.key) {
            (Ask::Item(item), Key::Char(digit @ ('0' | '1'))) => {
                self.sheet.tick(item, if digit == '1' { Tick::Present } else { Tick::Absent });
                self.step(1);
            }
            (Ask::Damage(_), Key::Char(digit)) if digit.is_ascii_digit() && self.typed.len() < MONTH.len() => {
                if self.typed.len() == YEAR.len() {
                    self.typed.push('-');
                }
                self.typed.push(digit);
                if self.sheet.write(ask, &self.typed) {
                    self.typed.clear();
                }
            }
            (Ask::Damage(_), Key::Backspace) if !self.typed.is_empty() => {
                self.typed.pop();
            }
            (_, Key::Char(digit)) if digit.is_ascii_digit() && self.typed.len() < DIGITS => {
                let typed = format!("{}{digit}", self.typed);
                if self.sheet.write(ask, &typed) || ask.manner() == Manner::Length {
                    self.typed = typed;
                }
            }
            (_, Key::Backspace) => {
                self.typed.pop();
                if self.typed.is_empty() {
                    self.sheet.forget(ask);
                } else {
                    self.sheet.write(ask, &self.typed);
                }
            }
            _ => {}
        }
    }

    /// Shows what is to be written.
    pub(super) fn show(&mut self) {
        self.typed.clear();
        self.preview = Some(Preview::of(&self.opened, &self.sheet.edits()));
    }

    /// The file was read again: what is entered stays, and what is to be written is made again.
    pub(super) fn follow(&mut self, opened: Arc<Opened>) {
        self.sheet.follow(&opened.case);
        self.opened = opened;
        if self.preview.is_some() {
            self.show();
        }
    }
}
