//! The screens of past decisions beside a case: precedents, one judged anew, two compared.

use std::sync::Arc;

use super::Effect;
use super::opened::Opened;
use crate::archive::{Happened, Precedent, Precedents, Replay, Rerun, Step, Traits, Unreadable};
use crate::meeting::session::Session;
use crate::meeting::{DecisionId, Profile, Recorded};

/// The past decisions nearest to a case.
#[derive(Debug, Clone)]
pub struct PrecedentsScreen {
    /// The case.
    pub opened: Arc<Opened>,
    /// What it is compared on.
    pub of: Traits,
    /// The nearest; none until the ledger answers.
    pub found: Option<Precedents>,
    /// The row under the cursor.
    pub selected: usize,
    /// Whether the case is another now than the one that was asked for.
    pub(super) is_stale: bool,
}

impl PrecedentsScreen {
    /// Nothing is found yet.
    pub fn of(opened: Arc<Opened>) -> Self {
        let of = Traits::from(&Profile::of_patient(&opened.case, &opened.facts));
        Self { opened, of, found: None, selected: 0, is_stale: false }
    }

    /// The file was read again: what is found stays until the ledger answers for the case as it is now.
    pub(super) fn follow(&mut self, opened: Arc<Opened>) {
        let of = Traits::from(&Profile::of_patient(&opened.case, &opened.facts));
        self.is_stale = of != self.of;
        (self.opened, self.of) = (opened, of);
    }

    /// What is asked of the ledger.
    pub(super) fn ask(&self) -> Effect {
        let case = &self.opened.case;
        Effect::FindPrecedents(Box::new(self.of.clone()), case.case.clone(), case.patient.alias.clone())
    }

    /// What was found; the cursor stays on its decision.
    pub(super) fn take(&mut self, found: Precedents) {
        let before = self.at_hand().map(|one| one.past.id);
        let same = found.nearest.iter().position(|one| Some(one.past.id) == before);
        self.selected = same.unwrap_or(self.selected).min(found.nearest.len().saturating_sub(1));
        self.found = Some(found);
    }

    /// The precedent under the cursor.
    pub fn at_hand(&self) -> Option<&Precedent> {
        self.found.as_ref()?.nearest.get(self.selected)
    }
}

/// A past decision judged anew.
#[derive(Debug, Clone)]
pub struct RerunScreen {
    /// The decision.
    pub passage: Box<Recorded>,
    /// What is said otherwise, or why it cannot be said.
    pub found: Result<Rerun, Unreadable>,
    /// First line drawn.
    pub scroll: usize,
}

/// Two decisions beside each other.
#[derive(Debug, Clone)]
pub struct CompareScreen {
    /// The older.
    pub before: Box<Recorded>,
    /// The newer.
    pub after: Box<Recorded>,
    /// First line drawn.
    pub scroll: usize,
}

/// A past meeting, step by step.
#[derive(Debug, Clone)]
pub struct ReplayScreen {
    /// The meeting.
    pub replay: Replay,
    /// The step under the cursor.
    pub selected: usize,
    /// The room as it was right after it.
    pub room: Session,
}

impl ReplayScreen {
    /// The meeting at its first step.
    pub fn of(replay: Replay) -> Self {
        let room = replay.session_at(0);
        Self { replay, selected: 0, room }
    }

    /// The step under the cursor.
    pub fn at_hand(&self) -> Option<&Step> {
        self.replay.steps.get(self.selected)
    }

    /// The decision that the step is about: the one it locked, else the last one on its case up to the end of the meeting.
    pub fn decision(&self) -> Option<DecisionId> {
        let step = self.at_hand()?;
        let decided = |step: &Step| match &step.what {
            Happened::Decided(past) => Some(past.id),
            _ => None,
        };
        let of_case = || {
            let case = step.case()?;
            self.replay.steps.iter().rev().filter(|other| other.case() == Some(case)).find_map(decided)
        };
        decided(step).or_else(of_case)
    }

    /// So many steps on, or back.
    pub(super) fn step(&mut self, by: isize) {
        let last = self.replay.steps.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
        self.room = self.replay.session_at(self.selected);
    }
}
