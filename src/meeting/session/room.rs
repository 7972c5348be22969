use chrono::{DateTime, Utc};

use super::{Logged, Opening, Pace, Passage, PassageState, SessionAct, Span};
use crate::domain::{CaseId, Charter, Day, Interest, Mode, Participant, Presence};

/// How far a meeting has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Stage {
    /// Not opened yet.
    #[default]
    Planned,
    /// Open.
    Open,
    /// In a break.
    Break,
    /// Closed.
    Closed,
}

/// Somebody on the attendance sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendee {
    /// Who.
    pub person: Participant,
    /// How they are, or last were, there.
    pub presence: Presence,
    /// When they were there.
    pub stays: Vec<Span>,
    /// The interests they declared; none where they were not asked.
    pub interests: Vec<(Interest, String)>,
    /// The cases they take no part in.
    pub recused: Vec<CaseId>,
}

impl Attendee {
    /// Whether they are there now.
    pub fn is_there(&self) -> bool {
        self.stays.last().is_some_and(|stay| stay.to.is_none())
    }
}

/// Why a break is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BreakDue {
    /// So many minutes without one.
    Minutes(i64),
    /// So many cases without one.
    Cases(usize),
}

/// A meeting as its acts tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its day.
    pub meeting: Day,
    /// How far it has come.
    pub stage: Stage,
    /// How it was opened.
    pub opening: Option<Opening>,
    /// When it was open.
    pub open: Vec<Span>,
    /// Its breaks.
    pub breaks: Vec<Span>,
    /// Everybody who was there, in the order they came.
    pub people: Vec<Attendee>,
    /// The cases of which something was said, in the order in which it was first said.
    pub passages: Vec<Passage>,
    /// The journal's number of its last act.
    pub seq: i64,
}

impl Session {
    /// A meeting of which nothing is recorded.
    pub fn new(meeting: Day) -> Self {
        Self {
            meeting,
            stage: Stage::default(),
            opening: None,
            open: Vec::new(),
            breaks: Vec::new(),
            people: Vec::new(),
            passages: Vec::new(),
            seq: 0,
        }
    }

    /// The meeting that these acts tell, in the order of the journal.
    pub fn of(meeting: Day, acts: &[Logged<SessionAct>]) -> Self {
        let mut session = Self::new(meeting);
        for act in acts {
            session.take(act);
        }
        session
    }

    /// Takes one more act in. Two terminals may say the same twice: the second time changes nothing.
    pub fn take(&mut self, act: &Logged<SessionAct>) {
        let at = act.at;
        self.seq = act.seq;
        match &act.what {
            SessionAct::Opened(opening) => self.open(opening, at),
            SessionAct::Joined { person, presence } => self.join(person, *presence, at),
            SessionAct::Left { person } => self.leave(person, at),
            SessionAct::Declared { person, interest, words } => {
                if let Some(one) = self.attendee_mut(person) {
                    one.interests.push((*interest, words.clone()));
                }
            }
            SessionAct::Recused { person, case } => {
                if let Some(one) = self.attendee_mut(person).filter(|one| !one.recused.contains(case)) {
                    one.recused.push(case.clone());
                }
            }
            SessionAct::Returned { person, case } => {
                if let Some(one) = self.attendee_mut(person) {
                    one.recused.retain(|other| other != case);
                }
            }
            SessionAct::BreakBegan => self.begin_break(at),
            SessionAct::BreakEnded => self.end_break(at),
            SessionAct::Closed => self.close(at),
            other => self.pass(other, at),
        }
    }

    fn pass(&mut self, act: &SessionAct, at: DateTime<Utc>) {
        let Some(case) = act.case() else { return };
        if matches!(act, SessionAct::Started { .. }) {
            for other in self.passages.iter_mut().filter(|other| other.case != *case) {
                if other.state == PassageState::Running {
                    other.stop(at, PassageState::Paused);
                }
            }
        }
        // What is said after the close is written down, and no clock runs for it.
        let closed = self.stage == Stage::Closed;
        let passage = self.passage_mut(case);
        match act {
            SessionAct::Added { reason, .. } => passage.added = Some(reason.clone()),
            SessionAct::Turned { mode, rule, reason, .. } => {
                passage.turned = Some((*mode, rule.clone(), reason.clone()));
            }
            SessionAct::Budgeted { time, .. } => passage.budget = Some(*time),
            SessionAct::Started { .. } if !closed => passage.start(at),
            SessionAct::Paused { .. } if passage.state == PassageState::Running => {
                passage.stop(at, PassageState::Paused);
            }
            SessionAct::Ended { .. } => passage.stop(at, PassageState::Ended),
            SessionAct::CarriedOver { reason, .. } => {
                passage.stop(at, PassageState::CarriedOver);
                passage.carried = Some(reason.clone());
            }
            _ => {}
        }
    }

    fn open(&mut self, opening: &Opening, at: DateTime<Utc>) {
        self.opening = Some(opening.clone());
        if matches!(self.stage, Stage::Planned | Stage::Closed) {
            self.open.push(Span { from: at, to: None });
            self.stage = Stage::Open;
        }
    }

    /// After the close somebody can still be corrected on the sheet, and is not there for it.
    fn join(&mut self, person: &Participant, presence: Presence, at: DateTime<Utc>) {
        let stay = (self.stage != Stage::Closed).then_some(Span { from: at, to: None });
        match self.attendee_mut(&person.name) {
            Some(known) => {
                known.person = person.clone();
                known.presence = presence;
                if !known.is_there() {
                    known.stays.extend(stay);
                }
            }
            None => self.people.push(Attendee {
                person: person.clone(),
                presence,
                stays: stay.into_iter().collect(),
                interests: Vec::new(),
                recused: Vec::new(),
            }),
        }
    }

    fn leave(&mut self, person: &str, at: DateTime<Utc>) {
        let stay = self.attendee_mut(person).and_then(|one| one.stays.last_mut());
        if let Some(stay) = stay.filter(|stay| stay.to.is_none()) {
            stay.to = Some(at.max(stay.from));
        }
    }

    fn begin_break(&mut self, at: DateTime<Utc>) {
        if self.stage != Stage::Open {
            return;
        }
        for passage in &mut self.passages {
            if passage.state == PassageState::Running {
                passage.stop(at, PassageState::Paused);
            }
        }
        self.breaks.push(Span { from: at, to: None });
        self.stage = Stage::Break;
    }

    fn end_break(&mut self, at: DateTime<Utc>) {
        if self.stage == Stage::Break {
            self.stage = Stage::Open;
            if let Some(span) = self.breaks.last_mut() {
                span.to = Some(at.max(span.from));
            }
        }
    }

    fn close(&mut self, at: DateTime<Utc>) {
        self.end_break(at);
        if self.stage != Stage::Open {
            return;
        }
        for passage in &mut self.passages {
            if passage.state == PassageState::Running {
                passage.stop(at, PassageState::Paused);
            }
        }
        for one in &mut self.people {
            if let Some(stay) = one.stays.last_mut().filter(|stay| stay.to.is_none()) {
                stay.to = Some(at.max(stay.from));
            }
        }
        if let Some(span) = self.open.last_mut() {
            span.to = Some(at.max(span.from));
        }
        self.stage = Stage::Closed;
    }

    fn attendee_mut(&mut self, name: &str) -> Option<&mut Attendee> {
        self.people.iter_mut().find(|one| one.person.name == name)
    }

    fn passage_mut(&mut self, case: &CaseId) -> &mut Passage {
        let at = self.passages.iter().position(|passage| passage.case == *case).unwrap_or_else(|| {
            self.passages.push(Passage::of(case.clone()));
            self.passages.len() - 1
        });
        #[expect(clippy::indexing_slicing, reason = "the place was just found or made")]
        &mut self.passages[at]
    }
}

impl Session {
    /// Whether acts of the meeting can be taken: it is open, or in a break.
    pub fn is_open(&self) -> bool {
        matches!(self.stage, Stage::Open | Stage::Break)
    }

    /// The passage of a case; none where nothing was said of it.
    pub fn passage(&self, case: &CaseId) -> Option<&Passage> {
        self.passages.iter().find(|passage| passage.case == *case)
    }

    /// The passage whose clock runs.
    pub fn running(&self) -> Option<&Passage> {
        self.passages.iter().find(|passage| passage.state == PassageState::Running)
    }

    /// What the meeting agreed upon for itself.
    pub fn charter(&self) -> Option<&Charter> {
        self.opening.as_ref().map(|opening| &opening.charter)
    }

    /// How a case is treated: as was said in the room, else as its file says, else it is discussed.
    pub fn mode(&self, case: &CaseId, in_file: Option<Mode>) -> Mode {
        let turned = self.passage(case).and_then(|passage| passage.turned.as_ref()).map(|(mode, ..)| *mode);
        turned.or(in_file).unwrap_or(Mode::Discuss)
    }

    /// How long a case may take, in seconds; none before the meeting is opened.
    pub fn budget(&self, case: &CaseId, mode: Mode) -> Option<i64> {
        let time = &self.charter()?.time;
        let usual = if mode == Mode::Record { time.record } else { time.discuss };
        Some(self.passage(case).and_then(|passage| passage.budget).unwrap_or(usual).seconds())
    }

    /// How long a case took so far and may take, in seconds, and what that means.
    pub fn clock(&self, case: &CaseId, mode: Mode, now: DateTime<Utc>) -> Option<(i64, i64, Pace)> {
        let budget = self.budget(case, mode)?;
        let taken = self.passage(case).map_or(0, |passage| passage.seconds(now));
        Some((taken, budget, Pace::of(taken, budget)))
    }

    /// The acts that start the clock of a case: they end the break, where there is one.
    pub fn starting(&self, case: CaseId) -> Vec<SessionAct> {
        let in_break = self.stage == Stage::Break;
        in_break.then_some(SessionAct::BreakEnded).into_iter().chain([SessionAct::Started { case }]).collect()
    }

    /// Whether a case came after the opening, and nobody said why yet.
    pub fn is_late(&self, case: &CaseId) -> bool {
        let planned = self.opening.as_ref().is_none_or(|opening| opening.agenda.contains(case));
        self.is_open() && !planned && self.passage(case).is_none_or(|passage| passage.added.is_none())
    }

    /// Whether a break is due: by time, or by the number of cases since the last one (rcp.md 2: fatigue).
    pub fn break_due(&self, now: DateTime<Utc>) -> Option<BreakDue> {
        let time = self.charter().filter(|_| self.stage == Stage::Open).map(|charter| &charter.time)?;
        let opened = self.open.last()?.from;
        let since = self.breaks.iter().filter_map(|span| span.to).max().map_or(opened, |end| end.max(opened));
        let minutes = (now - since).num_minutes();
        if minutes >= i64::from(time.break_after.get()) {
            return Some(BreakDue::Minutes(minutes));
        }
        let begun = |passage: &&Passage| passage.spans.iter().any(|span| span.from >= since);
        let cases = self.passages.iter().filter(begun).count();
        (cases >= usize::try_from(time.break_after_cases).unwrap_or(usize::MAX)).then_some(BreakDue::Cases(cases))
    }

    /// How long the meeting has been open, breaks left out, in seconds.
    pub fn seconds(&self, now: DateTime<Utc>) -> i64 {
        let sum = |spans: &[Span]| spans.iter().map(|span| span.length(now).num_seconds()).sum::<i64>();
        (sum(&self.open) - sum(&self.breaks)).max(0)
    }
}
