use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::{CaseId, Minutes, Mode};

/// A stretch of time; without an end it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Its beginning.
    pub from: DateTime<Utc>,
    /// Its end.
    pub to: Option<DateTime<Utc>>,
}

impl Span {
    /// Its length up to now; nothing where a clock went backwards.
    pub fn length(&self, now: DateTime<Utc>) -> TimeDelta {
        (self.to.unwrap_or(now) - self.from).max(TimeDelta::zero())
    }
}

/// How the time of a case stands to what it may take: amber from 80 %, red from 120 % (rcp.md 9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pace {
    /// Below 80 %.
    Calm,
    /// From 80 %.
    Amber,
    /// From 120 %.
    Red,
}

impl Pace {
    /// The pace after so much time of a budget, both in seconds.
    pub fn of(taken: i64, budget: i64) -> Self {
        match taken.saturating_mul(100) {
            part if part >= budget.saturating_mul(120) => Self::Red,
            part if part >= budget.saturating_mul(80) => Self::Amber,
            _ => Self::Calm,
        }
    }
}

/// How a case stands in its meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum PassageState {
    /// Not begun.
    #[default]
    Waiting,
    /// Its clock runs.
    Running,
    /// Its clock stands still.
    Paused,
    /// The room has done with it.
    Ended,
    /// Not reached: it goes to another meeting.
    CarriedOver,
}

/// The passage of one case through the meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Which case.
    pub case: CaseId,
    /// How it stands.
    pub state: PassageState,
    /// The stretches in which its clock ran.
    pub spans: Vec<Span>,
    /// The time it was given, where another than the charter's.
    pub budget: Option<Minutes>,
    /// How it is treated, where otherwise than its file says; with the rule and the reason.
    pub turned: Option<(Mode, Option<String>, String)>,
    /// Why it came late.
    pub added: Option<String>,
    /// Why it was carried over.
    pub carried: Option<String>,
}

impl Passage {
    /// A case of which nothing was said yet.
    pub fn of(case: CaseId) -> Self {
        let state = PassageState::default();
        Self { case, state, spans: Vec::new(), budget: None, turned: None, added: None, carried: None }
    }

    /// How long its clock ran, in whole seconds.
    pub fn seconds(&self, now: DateTime<Utc>) -> i64 {
        self.spans.iter().map(|span| span.length(now)).sum::<TimeDelta>().num_seconds()
    }

    pub(super) fn stop(&mut self, at: DateTime<Utc>, state: PassageState) {
        if let Some(span) = self.spans.last_mut().filter(|span| span.to.is_none()) {
            span.to = Some(at.max(span.from));
        }
        self.state = state;
    }

    pub(super) fn start(&mut self, at: DateTime<Utc>) {
        if self.state != PassageState::Running {
            self.spans.push(Span { from: at, to: None });
            self.state = PassageState::Running;
        }
    }
}
