//! What is due after decisions, from what the journal says of those that are open.

use chrono::{DateTime, Days, Months, Utc};

use super::{DecisionId, PastDecision};
use crate::domain::codes::codes;
use crate::domain::{Alias, CaseId, Charter, Day, Outcome, QuorumStatus, Specialty, Trigger};

/// An action of a decision that is neither done nor dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenAction {
    /// Its place among the decision's actions, from 1.
    pub number: u32,
    /// What.
    pub what: String,
    /// Who does it.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<Day>,
}

/// A branch of a decision that nobody settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenBranch {
    /// `B1`, `B2`…
    pub id: String,
    /// What must happen, as said.
    pub words: String,
    /// When it is looked at.
    pub due: Option<Day>,
    /// The same as it was understood.
    pub trigger: Trigger,
    /// The day from which the case file says that it happened; none where it does not say so.
    pub met: Option<Day>,
}

/// A decision in force whose record is not closed, and what was done after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenDecision {
    /// Its row.
    pub past: PastDecision,
    /// The day of the meeting that held it; of its locking where none was open.
    pub decided_on: Day,
    /// Whether the patient was told.
    pub told: bool,
    /// Who tells the patient.
    pub teller: Option<String>,
    /// By when.
    pub tell_by: Option<Day>,
    /// The looks back that were made, in months.
    pub followed: Vec<u32>,
    /// Whether enough specialties were there; none where no meeting was open.
    pub quorum: Option<QuorumStatus>,
    /// How many specialties were lacking.
    pub short_by: u32,
    /// What the rule asked for besides.
    pub lacking: Vec<Vec<Specialty>>,
    /// Whether the same case has a later decision.
    pub has_later: bool,
    /// The day the case comes back, where the lines say one.
    pub represent: Option<Day>,
    /// Its open actions.
    pub actions: Vec<OpenAction>,
    /// Its open branches.
    pub branches: Vec<OpenBranch>,
}

/// A decision that was begun and is not locked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenDraft {
    /// The case.
    pub case_id: CaseId,
    /// When it was last typed in.
    pub at: DateTime<Utc>,
    /// By whom.
    pub author: String,
}

/// Why a case comes back to the meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Its day has come.
    Day,
    /// It was decided without quorum: so many specialties were lacking, and one of each of these lists.
    Quorum(u32, Vec<Vec<Specialty>>),
    /// The day has come on which this branch is looked at.
    Branch(String, String),
    /// The case file says that this branch has happened.
    Met(String, String),
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Todo {
    /// The decision is not signed.
    Sign,
    /// The patient is not told; by whom.
    Tell(Option<String>),
    /// A look back, so many months after.
    Follow(u32),
    /// An action past its day, or without one.
    Act(OpenAction),
    /// The case comes back.
    Represent(Why),
    /// A decision that was begun, and by whom.
    Finish(String),
}

codes! {
    /// The kinds of what is due, in the order in which they are counted.
    TaskKind {
        Sign = "sign", Tell = "tell", Follow = "follow-up", Act = "action", Branch = "branch", Return = "present-again",
        Finish = "draft",
    }
}

/// How many tasks there are of each kind, in the order of [`TaskKind::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TaskCounts([u64; 7]);

impl TaskCounts {
    /// Counts these too.
    pub fn add(&mut self, tasks: &[Task]) {
        for task in tasks {
            if let Some(count) = self.0.get_mut(task.kind() as usize) {
                *count += 1;
            }
        }
    }

    /// Those of both.
    #[must_use]
    pub fn with(mut self, other: Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(count, more)| *count += more);
        self
    }

    /// How many of a kind.
    pub fn of(&self, kind: TaskKind) -> u64 {
        self.0.get(kind as usize).copied().unwrap_or(0)
    }

    /// How many in all.
    pub fn all(&self) -> u64 {
        self.0.iter().sum()
    }
}

/// Something to do, for which case, and since when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// What.
    pub todo: Todo,
    /// The case.
    pub case_id: CaseId,
    /// The patient's pseudonym; none of a draft.
    pub alias: Option<Alias>,
    /// The decision; none of a draft.
    pub decision: Option<DecisionId>,
    /// The day that the decision was taken; none of a draft.
    pub decided_on: Option<Day>,
    /// Since when.
    pub since: Day,
}

impl Task {
    /// What kind of thing it is.
    pub const fn kind(&self) -> TaskKind {
        match &self.todo {
            Todo::Sign => TaskKind::Sign,
            Todo::Tell(_) => TaskKind::Tell,
            Todo::Follow(_) => TaskKind::Follow,
            Todo::Act(_) => TaskKind::Act,
            Todo::Represent(Why::Branch(..) | Why::Met(..)) => TaskKind::Branch,
            Todo::Represent(Why::Day | Why::Quorum(..)) => TaskKind::Return,
            Todo::Finish(_) => TaskKind::Finish,
        }
    }

    /// Whom it names.
    pub fn names(&self) -> Option<&str> {
        match &self.todo {
            Todo::Tell(who) => who.as_deref(),
            Todo::Act(action) => action.owner.as_deref(),
            Todo::Finish(author) => Some(author),
            Todo::Sign | Todo::Follow(_) | Todo::Represent(_) => None,
        }
    }
}

/// Everything that is due today, what is due longest first.
pub fn tasks(open: &[OpenDecision], drafts: &[OpenDraft], charter: &Charter, today: Day) -> Vec<Task> {
    let of_decisions = open.iter().flat_map(|one| of_decision(one, charter, today));
    let of_drafts = drafts.iter().map(|draft| Task {
        todo: Todo::Finish(draft.author.clone()),
        case_id: draft.case_id.clone(),
        alias: None,
        decision: None,
        decided_on: None,
        since: Day(draft.at.date_naive()),
    });
    let mut tasks: Vec<Task> = of_decisions.chain(of_drafts).collect();
    tasks.sort_by(|one, other| (one.since, &one.case_id).cmp(&(other.since, &other.case_id)));
    tasks
}

/// What is due today of one decision.
pub fn of_decision(one: &OpenDecision, charter: &Charter, today: Day) -> Vec<Task> {
    let found = [unsigned(one, charter), untold(one), follow_up(one, charter, today)].into_iter().flatten();
    // One without a day is open from the decision on: nothing else would ever recall it.
    let actions = one.actions.iter().map(|action| (Todo::Act(action.clone()), action.due.unwrap_or(one.decided_on)));
    let due = found.chain(actions).chain(represented(one)).filter(|(todo, since)| match todo {
        // A day to do something on is kept as long as it lasts; one to come back on begins it.
        Todo::Act(action) if action.due.is_some() => *since < today,
        _ => *since <= today,
    });
    due.map(|(todo, since)| Task {
        todo,
        case_id: one.past.case_id.clone(),
        alias: Some(one.past.alias.clone()),
        decision: Some(one.past.id),
        decided_on: Some(one.decided_on),
        since,
    })
    .collect()
}

fn unsigned(one: &OpenDecision, charter: &Charter) -> Option<(Todo, Day)> {
    let late = one.decided_on.0.checked_add_days(Days::new(u64::from(charter.sign_within_days) + 1))?;
    (!one.past.signed).then_some((Todo::Sign, Day(late)))
}

/// From the moment of the decision on: it is to be told until somebody says that it was.
fn untold(one: &OpenDecision) -> Option<(Todo, Day)> {
    let is_told_of = !matches!(one.past.outcome, Outcome::Withdrawn | Outcome::Deceased);
    (is_told_of && !one.told).then(|| (Todo::Tell(one.teller.clone()), one.decided_on))
}

/// The newest look back whose day has come; one that was made later stands for those before it.
fn follow_up(one: &OpenDecision, charter: &Charter, today: Day) -> Option<(Todo, Day)> {
    if one.has_later || !is_carried_out(one.past.outcome) {
        return None;
    }
    let day = |months: u32| one.decided_on.0.checked_add_months(Months::new(months)).map(Day);
    let come = charter.follow_up_months.iter().filter_map(|months| Some((*months, day(*months)?)));
    let (months, since) = come.filter(|(_, since)| *since <= today).max_by_key(|(months, _)| *months)?;
    let is_made = one.followed.iter().any(|made| *made >= months);
    (!is_made).then_some((Todo::Follow(months), since))
}

/// Whether there is something to carry out.
fn is_carried_out(outcome: Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Decided
            | Outcome::DecidedConditional
            | Outcome::ContinueUnchanged
            | Outcome::DeEscalate
            | Outcome::ReferredHigher
            | Outcome::TrialProposed
    )
}

/// Why the case comes back; nothing where it has come back since.
fn represented(one: &OpenDecision) -> Vec<(Todo, Day)> {
    if one.has_later || matches!(one.past.outcome, Outcome::Withdrawn | Outcome::Deceased) {
        return Vec::new();
    }
    let mut found = Vec::new();
    if one.quorum == Some(QuorumStatus::NotReached) {
        found.push((Why::Quorum(one.short_by, one.lacking.clone()), one.decided_on));
    }
    let days = one.past.next.into_iter().chain(one.represent).min();
    found.extend(days.map(|day| (Why::Day, day)));
    for branch in &one.branches {
        let said = || (branch.id.clone(), branch.words.clone());
        match (branch.met, branch.due) {
            (Some(met), _) => found.push((Why::Met(said().0, said().1), met)),
            (None, Some(due)) => found.push((Why::Branch(said().0, said().1), due)),
            (None, None) => {}
        }
    }
    found.into_iter().map(|(why, since)| (Todo::Represent(why), since)).collect()
}
