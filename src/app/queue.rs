//! The agenda: its cases in order, the filter, the sort, the cursor.

use std::collections::HashMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::{Entry, Judged};
use crate::domain::{Case, CaseId, Day};
use crate::meeting::{Agenda, Status};
use crate::text::fold;

/// What the agenda is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SortBy {
    /// The order of the meeting.
    #[default]
    Agenda,
    /// The most missing facts first.
    Missing,
    /// The highest UPCR first.
    Upcr,
    /// The lowest eGFR first.
    Egfr,
    /// To discuss first, then postponed, then decided.
    Status,
}

impl SortBy {
    /// The next one, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Agenda => Self::Missing,
            Self::Missing => Self::Upcr,
            Self::Upcr => Self::Egfr,
            Self::Egfr => Self::Status,
            Self::Status => Self::Agenda,
        }
    }
}

/// A change of the agenda that can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rearranged {
    /// The first was moved into the place of the second, its neighbour.
    Moved(PathBuf, PathBuf),
    /// It was sorted by this before.
    Sorted(SortBy),
}

/// Changes that can be taken back, one after the other.
const MOST_UNDONE: usize = 100;

/// The agenda as loaded.
#[derive(Debug, Clone, Default)]
pub struct Queue {
    /// The cases in the order of the meeting.
    pub entries: Vec<Entry>,
    /// Whether all files were read.
    pub complete: bool,
    /// What the ledger says of each case.
    pub standings: HashMap<CaseId, Status>,
    /// What is typed into the filter.
    pub filter: String,
    /// The sort.
    pub sort: SortBy,
    /// The path of the entry the cursor is on: it stays on its case whatever is read or sorted.
    pub cursor: Option<PathBuf>,
    /// What was changed here, the newest last.
    pub rearranged: Vec<Rearranged>,
    /// Files that are gone, each with its place.
    lost: Vec<(PathBuf, usize)>,
}

impl Queue {
    /// The entries that are shown, in the order they are shown.
    pub fn shown(&self) -> Vec<&Entry> {
        let words: Vec<String> = self.filter.split_whitespace().map(fold).collect();
        let mut shown: Vec<&Entry> =
            self.entries.iter().filter(|entry| words.iter().all(|word| entry.folded.contains(word))).collect();
        match self.sort {
            SortBy::Agenda => {}
            SortBy::Missing => shown.sort_by_key(|entry| std::cmp::Reverse(entry.missing())),
            SortBy::Upcr => shown.sort_by_key(|entry| std::cmp::Reverse(entry.upcr())),
            SortBy::Egfr => shown.sort_by(|a, b| a.egfr().total_cmp(&b.egfr())),
            SortBy::Status => shown.sort_by_key(|entry| match self.standing(entry) {
                None => 0,
                Some(Status::Postponed(_)) => 1,
                Some(Status::Decided(_)) => 2,
            }),
        }
        shown
    }

    /// What the journal says of this entry's case for its meeting; none while it is to be discussed.
    pub fn standing(&self, entry: &Entry) -> Option<&Status> {
        self.standing_of(entry.file.case()?)
    }

    /// The same of a case.
    pub fn standing_of(&self, case: &Case) -> Option<&Status> {
        self.standings.get(&case.case).filter(|status| status.meeting() == case.meeting)
    }

    /// The index, among the shown, of the entry under the cursor.
    pub fn selected(&self) -> usize {
        self.place_of_cursor(&self.shown())
    }

    /// The same, where what is shown is at hand.
    pub fn place_of_cursor(&self, shown: &[&Entry]) -> usize {
        // As text: paths that are compared part by part take most of a key among ten thousand.
        let cursor = self.cursor.as_deref().map(Path::as_os_str);
        shown.iter().position(|entry| Some(entry.path().as_os_str()) == cursor).unwrap_or(0)
    }

    /// The entry under the cursor.
    pub fn current(&self) -> Option<&Entry> {
        let shown = self.shown();
        shown.get(self.place_of_cursor(&shown)).copied()
    }

    /// The entry of this path.
    pub fn entry(&self, path: &Path) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.path().as_os_str() == path.as_os_str())
    }

    /// Moves the cursor by this many entries, stopping at both ends.
    pub(super) fn step(&mut self, by: isize) {
        let shown = self.shown();
        let last = shown.len().saturating_sub(1);
        let next = self.selected().saturating_add_signed(by).min(last);
        self.cursor = shown.get(next).map(|entry| entry.path().to_owned());
    }

    /// Takes in files read, or read again; new ones go to the end, and one that an editor put away and back to where it was.
    pub(super) fn take(&mut self, read: Vec<Entry>) {
        // One look at what is known for all of them: ten thousand files come by the hundred.
        let mut read: Vec<Option<Entry>> = read.into_iter().map(Some).collect();
        let mut places: HashMap<OsString, usize> = HashMap::with_capacity(read.len());
        let paths: Vec<OsString> = read.iter().flatten().map(|entry| entry.path().into()).collect();
        for (place, path) in paths.into_iter().enumerate() {
            // Of a file read twice the last reading is meant.
            if let Some(before) = places.insert(path, place).and_then(|before| read.get_mut(before)) {
                *before = None;
            }
        }
        for known in &mut self.entries {
            let again = places.get(known.path().as_os_str()).and_then(|place| read.get_mut(*place)?.take());
            if let Some(again) = again {
                *known = again;
            }
        }
        for entry in read.into_iter().flatten() {
            let was = self.lost.iter().position(|(path, _)| path == entry.path()).map(|lost| self.lost.remove(lost).1);
            let at = was.unwrap_or(usize::MAX).min(self.entries.len());
            self.entries.insert(at, entry);
        }
    }

    /// Takes in what the guidelines lack of these files.
    pub(super) fn judge(&mut self, judged: Vec<Judged>) {
        let mut judged: HashMap<OsString, Judged> = judged.into_iter().map(|one| (one.path().into(), one)).collect();
        for entry in &mut self.entries {
            let of = judged.remove(entry.path().as_os_str());
            entry.judge(of);
        }
    }

    /// A file is gone: the cursor goes to the entry that takes its place.
    pub(super) fn lose(&mut self, path: &Path) {
        let at = self.selected();
        if let Some(was) = self.entries.iter().position(|entry| entry.path() == path) {
            self.lost.push((path.to_owned(), was));
        }
        self.entries.retain(|entry| entry.path() != path);
        if self.cursor.as_deref() == Some(path) {
            let shown = self.shown();
            self.cursor = shown.get(at).or(shown.last()).map(|entry| entry.path().to_owned());
        }
    }

    /// Moves the entry under the cursor by one place on the agenda; says whether anything moved.
    pub(super) fn reorder(&mut self, down: bool) -> bool {
        if self.sort != SortBy::Agenda || !self.filter.is_empty() {
            return false;
        }
        let at = self.selected();
        let other = if down { at + 1 } else { at.wrapping_sub(1) };
        if other >= self.entries.len() {
            return false;
        }
        self.cursor = self.entries.get(at).map(|entry| entry.path().to_owned());
        self.entries.swap(at, other);
        let path = |at: usize| self.entries.get(at).map(|entry| entry.path().to_owned());
        if let (Some(moved), Some(neighbour)) = (path(other), path(at)) {
            self.remember(Rearranged::Moved(moved, neighbour));
        }
        true
    }

    /// Sorts by the next column.
    pub(super) fn turn_sort(&mut self) {
        self.remember(Rearranged::Sorted(self.sort));
        self.sort = self.sort.next();
    }

    fn remember(&mut self, change: Rearranged) {
        self.rearranged.push(change);
        let beyond = self.rearranged.len().saturating_sub(MOST_UNDONE);
        self.rearranged.drain(..beyond);
    }

    /// Takes the last change back and tells which it was; one that another hand overtook is passed over.
    pub(super) fn undo(&mut self) -> Option<Rearranged> {
        while let Some(change) = self.rearranged.pop() {
            match &change {
                Rearranged::Sorted(sort) => self.sort = *sort,
                Rearranged::Moved(moved, neighbour) => {
                    let place = |path: &Path| self.entries.iter().position(|entry| entry.path() == path);
                    let (Some(at), Some(other)) = (place(moved), place(neighbour)) else { continue };
                    if at.abs_diff(other) != 1 {
                        continue;
                    }
                    self.entries.swap(at, other);
                    self.cursor = Some(moved.clone());
                }
            }
            return Some(change);
        }
        None
    }

    /// Puts the cases into the recorded orders; those that were not on the agenda then come after.
    pub(super) fn order(&mut self, agendas: &[Agenda]) {
        let recorded: HashMap<&CaseId, usize> =
            agendas.iter().flat_map(|agenda| agenda.cases.iter().enumerate().map(|(at, case)| (case, at))).collect();
        if recorded.is_empty() {
            return;
        }
        let place = |entry: &Entry| entry.case_id().and_then(|case| recorded.get(case)).copied();
        self.entries.sort_by_key(|entry| place(entry).unwrap_or(usize::MAX));
    }

    /// The meetings of the cases, each once.
    pub fn meetings(&self) -> Vec<Option<Day>> {
        let mut meetings: Vec<_> = self.entries.iter().filter_map(|e| e.file.case()).map(|case| case.meeting).collect();
        meetings.sort();
        meetings.dedup();
        meetings
    }

    /// The next meeting of the cases, today's included; else their last one, else today.
    pub fn next_meeting(&self, today: Day) -> Day {
        let days: Vec<Day> = self.meetings().into_iter().flatten().collect();
        days.iter().copied().find(|day| *day >= today).or(days.last().copied()).unwrap_or(today)
    }

    /// The agenda of this meeting as it stands.
    pub fn agenda(&self, meeting: Option<Day>) -> Agenda {
        let cases = self.entries.iter().filter_map(|entry| entry.file.case()).filter(|case| case.meeting == meeting);
        Agenda { meeting, cases: cases.map(|case| case.case.clone()).collect() }
    }

    /// The numbers of all cases.
    pub fn case_ids(&self) -> Vec<CaseId> {
        self.entries.iter().filter_map(|entry| entry.case_id().cloned()).collect()
    }
}
