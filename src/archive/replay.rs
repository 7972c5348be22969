//! A meeting as its journal tells it, step by step: nothing of it is computed by the rules of today.

use chrono::{DateTime, FixedOffset, Utc};

use crate::domain::{CaseId, Day};
use crate::meeting::session::{Logged, Session, SessionAct};
use crate::meeting::{PastDecision, Postponed};

/// Something that happened at a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happened {
    /// An act of its life: somebody came, a case was begun, a break.
    Act(SessionAct),
    /// A version of a decision was locked.
    Decided(Box<PastDecision>),
    /// A case was put off.
    Postponed(Box<Postponed>),
}

/// One step of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Place in the journal.
    pub seq: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom it was recorded.
    pub actor: String,
    /// What.
    pub what: Happened,
}

impl Step {
    /// The case it is about.
    pub fn case(&self) -> Option<&CaseId> {
        match &self.what {
            Happened::Act(act) => act.case(),
            Happened::Decided(past) => Some(&past.case_id),
            Happened::Postponed(one) => Some(&one.postponement.case_id),
        }
    }
}

/// A meeting, step by step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replay {
    /// Its day.
    pub meeting: Day,
    /// Its steps, in the order of the journal; never empty.
    pub steps: Vec<Step>,
    /// How far the clock on the wall was from UTC that day; none where nobody said.
    pub offset: Option<FixedOffset>,
}

impl Replay {
    /// A meeting of which something is recorded; none where nothing is.
    pub fn of(
        meeting: Day,
        acts: Vec<Logged<SessionAct>>,
        decided: Vec<PastDecision>,
        postponed: Vec<Postponed>,
    ) -> Option<Self> {
        let acts = acts.into_iter().map(|act| Step {
            seq: act.seq,
            at: act.at,
            actor: act.actor,
            what: Happened::Act(act.what),
        });
        let decided = decided.into_iter().map(|past| Step {
            seq: past.seq,
            at: past.locked_at,
            actor: past.actor.clone(),
            what: Happened::Decided(Box::new(past)),
        });
        let postponed = postponed.into_iter().map(|one| Step {
            seq: one.seq,
            at: one.at,
            actor: one.actor.clone(),
            what: Happened::Postponed(Box::new(one)),
        });
        let mut steps: Vec<Step> = acts.chain(decided).chain(postponed).collect();
        steps.sort_by_key(|step| step.seq);
        (!steps.is_empty()).then_some(Self { meeting, steps, offset: None })
    }

    /// The meeting as it was right after this step; as it was before anything where there is no such step.
    pub fn session_at(&self, step: usize) -> Session {
        let mut session = Session::new(self.meeting);
        for step in self.steps.iter().take(step + 1) {
            if let Happened::Act(act) = &step.what {
                session.take(&Logged { seq: step.seq, at: step.at, actor: step.actor.clone(), what: act.clone() });
            }
        }
        session
    }
}
