mod item;
mod look;

pub use item::{FivePoint, PointItem, PointState};

use look::Look;

use super::{Checked, Source, Strategy};
use crate::domain::{Case, Day};

/// The five points of the talk. What each asks for is in its slides; the rules that call it done are this program's.
pub const FIVE_POINTS: Source =
    Source { name: "Chiche (Marseille)", reference: "A-E-S-D-R", checked: Checked::Proposal };

/// A line of a checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PointLine {
    /// What is asked.
    pub item: PointItem,
    /// How it stands.
    pub state: PointState,
    /// The day it rests on, where it has one.
    pub date: Option<Day>,
}

/// One of the five points with its checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checklist {
    /// Which.
    pub point: FivePoint,
    /// Its lines, in order.
    pub lines: Vec<PointLine>,
}

impl Checklist {
    /// To do where one line is; else not stated where one line is not; else done.
    pub fn state(&self) -> PointState {
        let has = |state| self.lines.iter().any(|line| line.state == state);
        match (has(PointState::ToDo), has(PointState::NotStated)) {
            (true, _) => PointState::ToDo,
            (false, true) => PointState::NotStated,
            (false, false) => PointState::Done,
        }
    }

    /// The items that stand so.
    pub fn items(&self, state: PointState) -> impl Iterator<Item = PointItem> {
        self.lines.iter().filter(move |line| line.state == state).map(|line| line.item)
    }

    /// Lines done, and lines that are for this patient.
    pub fn count(&self) -> (usize, usize) {
        let counted = self.lines.iter().filter(|line| line.state != PointState::NotApplicable).count();
        (self.items(PointState::Done).count(), counted)
    }
}

/// What the rooms below have made of the guidelines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recommended {
    /// Guidelines that were judged.
    pub judged: usize,
    /// Answers that wait for data.
    pub waiting: usize,
}

/// The five points of a case on this day.
pub fn five_points(case: &Case, today: Day, strategy: &Strategy, recommended: Recommended) -> [Checklist; 5] {
    let look = Look { case, today };
    [
        Checklist { point: FivePoint::Announcement, lines: look.announcement() },
        Checklist { point: FivePoint::Evaluation, lines: look.evaluation() },
        Checklist { point: FivePoint::Strategy, lines: look.strategy(strategy) },
        Checklist { point: FivePoint::Decision, lines: look.decision() },
        Checklist { point: FivePoint::Recommendations, lines: look.recommendations(recommended) },
    ]
}
