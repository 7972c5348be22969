use super::{PassageState, Session};
use crate::domain::{CaseId, Mode};
use crate::meeting::Status;

/// A case of the agenda: how its file says it is treated, and what the ledger says of it.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a> {
    /// Which case.
    pub case: &'a CaseId,
    /// How its file says it is treated.
    pub mode: Option<Mode>,
    /// What the ledger says of it for this meeting.
    pub status: Option<&'a Status>,
}

/// How a case of the agenda stands in its meeting; the decision counts before the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Its clock runs.
    Running,
    /// Its clock stands still.
    Paused,
    /// It came after the opening, and nobody said why.
    Late,
    /// To be discussed.
    ToDiscuss,
    /// To be recorded only, under its rule.
    ToRecord,
    /// The room has done with it without a decision.
    Ended,
    /// Not reached: it goes to another meeting.
    CarriedOver,
    /// Put off, with a reason.
    Postponed,
    /// A decision is in force.
    Decided,
}

impl Standing {
    /// Every standing, in order.
    pub const ALL: [Self; 9] = [
        Self::Running,
        Self::Paused,
        Self::Late,
        Self::ToDiscuss,
        Self::ToRecord,
        Self::Ended,
        Self::CarriedOver,
        Self::Postponed,
        Self::Decided,
    ];

    /// Whether the room has still to do with it.
    pub fn is_left(self) -> bool {
        self <= Self::ToRecord
    }

    /// What JSON calls it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Late => "late",
            Self::ToDiscuss => "to-discuss",
            Self::ToRecord => "to-record",
            Self::Ended => "ended",
            Self::CarriedOver => "carried-over",
            Self::Postponed => "postponed",
            Self::Decided => "decided",
        }
    }
}

/// What of an agenda is done and left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Cases in all.
    pub cases: usize,
    /// Cases left.
    pub left: usize,
    /// Cases that the room has done with: neither put off nor carried over.
    pub done: usize,
    /// What all cases may take, in seconds.
    pub planned: i64,
    /// What the cases left may still take, in seconds.
    pub time_left: i64,
}

impl Session {
    /// How a case stands.
    pub fn standing(&self, item: Item<'_>) -> Standing {
        match item.status {
            Some(Status::Decided(_)) => return Standing::Decided,
            Some(Status::Postponed(_)) => return Standing::Postponed,
            None => {}
        }
        let state = self.passage(item.case).map_or(PassageState::Waiting, |passage| passage.state);
        match state {
            PassageState::Running => Standing::Running,
            PassageState::CarriedOver => Standing::CarriedOver,
            PassageState::Ended => Standing::Ended,
            _ if self.is_late(item.case) => Standing::Late,
            PassageState::Paused => Standing::Paused,
            PassageState::Waiting if self.mode(item.case, item.mode) == Mode::Record => Standing::ToRecord,
            PassageState::Waiting => Standing::ToDiscuss,
        }
    }

    /// What of this agenda is done and left; the times need a charter, and are nothing without one.
    pub fn progress<'a>(&self, agenda: impl Iterator<Item = Item<'a>>, now: chrono::DateTime<chrono::Utc>) -> Progress {
        let mut progress = Progress::default();
        for item in agenda {
            let clock = self.clock(item.case, self.mode(item.case, item.mode), now);
            let (taken, budget) = clock.map_or((0, 0), |(taken, budget, _)| (taken, budget));
            progress.cases += 1;
            progress.planned += budget;
            progress.done += usize::from(matches!(self.standing(item), Standing::Ended | Standing::Decided));
            if self.standing(item).is_left() {
                progress.left += 1;
                progress.time_left += (budget - taken).max(0);
            }
        }
        progress
    }

    /// Who takes no part in a case, of those who are there.
    pub fn recused(&self, case: &CaseId) -> impl Iterator<Item = &super::Attendee> {
        let case = case.clone();
        self.people.iter().filter(move |one| one.is_there() && one.recused.contains(&case))
    }
}
