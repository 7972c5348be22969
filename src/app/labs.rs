//! A laboratory's table on its way into a case file: pasted, held against the file, shown, written.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Opened;
use super::scoring::Preview;
use crate::read::{self, LabPlan, LabSeries, LabTable, NoTable};

/// A table and what it would change.
#[derive(Debug, Clone)]
pub struct LabsScreen {
    /// The case as its file says.
    pub opened: Arc<Opened>,
    /// What was pasted.
    pub text: String,
    /// Units that were told of titles that have none.
    pub told: BTreeMap<String, String>,
    /// What was read; none before something was pasted.
    pub table: Option<Result<LabTable, NoTable>>,
    /// The values against the file.
    pub plan: LabPlan,
    /// Whether values that the file gives otherwise are replaced.
    pub replaces: bool,
    /// Which of the titles without a unit has the cursor.
    pub asking: usize,
    /// What will be written; none where nothing would change.
    pub preview: Option<Preview>,
    /// First line drawn.
    pub scroll: usize,
}

impl LabsScreen {
    /// Nothing is pasted yet.
    pub fn new(opened: Arc<Opened>) -> Self {
        Self {
            opened,
            text: String::new(),
            told: BTreeMap::new(),
            table: None,
            plan: LabPlan::default(),
            replaces: false,
            asking: 0,
            preview: None,
            scroll: 0,
        }
    }

    /// Another table takes the place of the one before.
    pub(super) fn paste(&mut self, text: &str) {
        self.text = text.replace("\r\n", "\n").replace('\r', "\n");
        self.told.clear();
        (self.asking, self.scroll, self.replaces) = (0, 0, false);
        self.weigh();
    }

    /// Holds the table against the file anew.
    fn weigh(&mut self) {
        if self.text.trim().is_empty() {
            return;
        }
        let table = read::lab_table(&self.text, &self.told, self.opened.today);
        self.plan = table.as_ref().map(|table| LabPlan::of(table, &self.opened.case)).unwrap_or_default();
        self.table = Some(table);
        let edits = self.plan.edits(self.replaces);
        self.preview = (!edits.is_empty()).then(|| Preview::of(&self.opened, &edits));
    }

    /// The titles that have no unit and need one, those that were told one included.
    pub fn asked(&self) -> Vec<(&LabSeries, Option<&String>)> {
        let Some(Ok(table)) = &self.table else { return Vec::new() };
        let is_asked = |series: &&LabSeries| !series.asks.is_empty() || self.told.contains_key(&series.title);
        table.series.iter().filter(is_asked).map(|series| (series, self.told.get(&series.title))).collect()
    }

    /// Another unit for the title under the cursor; after the last one none.
    pub(super) fn turn_unit(&mut self, by: isize) {
        let Some((title, units)) = self.asked().get(self.asking).map(|(series, _)| {
            let untold = BTreeMap::new();
            let bare = read::lab_table(&self.text, &untold, self.opened.today);
            let asks = bare
                .ok()
                .and_then(|table| table.series.into_iter().find(|one| one.title == series.title).map(|one| one.asks));
            (series.title.clone(), asks.unwrap_or_default())
        }) else {
            return;
        };
        let now = self.told.get(&title).and_then(|told| units.iter().position(|unit| unit == told));
        let count = units.len() + 1;
        let next = now.map_or(0, |at| at + 1).checked_add_signed(by).map_or(count - 1, |next| next % count);
        match next.checked_sub(1).and_then(|next| units.get(next)) {
            Some(unit) => self.told.insert(title, (*unit).to_owned()),
            None => self.told.remove(&title),
        };
        self.weigh();
    }

    pub(super) fn next_unit(&mut self, by: usize) {
        let count = self.asked().len().max(1);
        self.asking = (self.asking + by) % count;
    }

    /// Replaces what the file gives otherwise, or not any more.
    pub(super) fn turn_replacing(&mut self) {
        self.replaces = !self.replaces && !self.plan.conflicts.is_empty();
        self.weigh();
    }

    /// The file was read again.
    pub(super) fn follow(&mut self, opened: Arc<Opened>) {
        self.opened = opened;
        self.weigh();
    }
}
