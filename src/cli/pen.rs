//! The ledger in the program's hands: what `update` asked to be written or found, done, and answered as an action.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use chrono::Utc;

use super::counter::Counter;
use super::documents::{self, offset_on};
use super::looks::Look;
use super::overdue::Overdue;
use super::precedents;
use super::searcher::{Asked, Searcher};
use super::trouble::sentence;
use super::wake::Wake;
use crate::app::{Action, Queue};
use crate::archive::Replay;
use crate::domain::{CaseId, Charter, Day, Paper, PaperForm};
use crate::meeting::{
    Agenda, DecisionAct, DecisionId, Draft, Hypothesis, Locked, MeetingAct, Postponement, Revision, Session,
};
use crate::report::Document;
use crate::store::{Act, BUSY_TIMEOUT, Key, Ledger, Looked, Marks, StoreError};
use crate::text::{Lang, words};

/// Rows of the archive that a screen can hold and a hand can scroll.
pub(super) const ROWS: usize = 500;

/// How long a key waits for a ledger that was locked at the key before.
pub(super) const IMPATIENT: Duration = Duration::from_millis(50);

/// How documents of the screen are written.
pub struct Writing<'a> {
    /// Where.
    pub folder: &'a Path,
    /// Whether names are covered.
    pub masked: bool,
    /// In which language.
    pub lang: Lang,
}

/// The ledger, open for writing or for reading only.
pub struct Pen {
    ledger: Ledger,
    path: PathBuf,
    key: Key,
    searcher: Option<Searcher>,
    /// The same for the palette: what is asked in it gives up no search of a list.
    seeker: Option<Searcher>,
    overdue: Option<Overdue>,
    counter: Option<Counter>,
    seen: i64,
    marks: Marks,
    lang: Lang,
}

/// What another terminal did since this was last asked.
#[derive(Debug, Clone, Copy, Default)]
pub struct News {
    /// It did anything at all: typed in a draft, perhaps.
    pub any: bool,
    /// It recorded an act.
    pub acts: bool,
    /// The leading terminal shows something else.
    pub shown: bool,
}

impl Pen {
    /// Opens the ledger, making it and its folder if there is none.
    ///
    /// # Errors
    /// What the store says.
    pub fn open(path: &Path, key: &Key, read_only: bool, lang: Lang) -> Result<Self, StoreError> {
        let ledger =
            if read_only { Ledger::open_read_only_with_key(path, key)? } else { Ledger::open_with_key(path, key)? };
        let seen = ledger.data_version()?;
        let marks = ledger.marks()?;
        Ok(Self {
            ledger,
            path: path.to_owned(),
            key: key.clone(),
            searcher: None,
            seeker: None,
            overdue: None,
            counter: None,
            seen,
            marks,
            lang,
        })
    }

    /// How the cases stand, and the orders recorded for their meetings.
    pub fn standings(&self, queue: &Queue) -> Action {
        let agendas = queue
            .meetings()
            .into_iter()
            .map(|meeting| self.ledger.agenda(meeting).map(|cases| Agenda { meeting, cases }));
        let standings = self.ledger.statuses(&queue.case_ids());
        let found =
            standings.and_then(|standings| Ok(Action::Standings(standings, agendas.collect::<Result<_, _>>()?)));
        answer(found, self.lang)
    }

    /// Records the order of an agenda.
    pub fn order(&mut self, agenda: &Agenda) -> Option<Action> {
        self.ledger.order_agenda(agenda, &act()).err().map(|error| self.failed(&error))
    }

    /// The draft of a case; nothing when there is none.
    pub fn find_draft(&self, case: &CaseId) -> Option<Action> {
        match self.ledger.draft(case) {
            Ok(None) => None,
            Ok(Some(kept)) => Some(Action::DraftFound(case.clone(), draft_of(&kept.body), kept.revision, kept.author)),
            Err(error) => Some(self.failed(&error)),
        }
    }

    /// Keeps a draft; what another terminal wrote meanwhile comes back instead.
    pub fn save_draft(&mut self, case: CaseId, draft: &Draft, upon: Option<Revision>) -> Action {
        let body = match serde_json::to_string(draft) {
            Ok(body) => body,
            Err(error) => return Action::Failed(error.to_string()),
        };
        let saved = self.ledger.save_draft(&case, &body, upon, &act());
        // Whoever types must not wait at every key for a program that keeps the ledger locked.
        let patience = if matches!(saved, Err(StoreError::Busy)) { IMPATIENT } else { BUSY_TIMEOUT };
        if let Err(error) = self.ledger.be_patient(patience) {
            return self.failed(&error);
        }
        match saved {
            Ok(revision) => Action::DraftSaved(case, revision),
            Err(StoreError::DraftConflict { theirs: Some(theirs) }) => {
                Action::DraftTaken(case, draft_of(&theirs.body), theirs.revision, theirs.author)
            }
            // The other terminal locked or dropped it: ours begins anew.
            Err(StoreError::DraftConflict { theirs: None }) => self.begin_draft(case, &body),
            Err(error) => self.failed(&error),
        }
    }

    fn begin_draft(&mut self, case: CaseId, body: &str) -> Action {
        let saved = self.ledger.save_draft(&case, body, None, &act());
        answer(saved.map(|revision| Action::DraftSaved(case, revision)), self.lang)
    }

    /// Locks a decision.
    pub fn lock(&mut self, locked: &Locked, made_from: Option<Revision>) -> Action {
        let done = self.ledger.lock(locked, made_from, &act());
        answer(done.map(|_| Action::Locked(locked.case_id.clone())), self.lang)
    }

    /// Puts a case off.
    pub fn postpone(&mut self, postponement: &Postponement) -> Action {
        answer(self.ledger.postpone(postponement, &act()).map(|()| Action::Postponed), self.lang)
    }

    /// Records what was supposed, as a hypothesis.
    pub fn suppose(&mut self, hypothesis: &Hypothesis) -> Action {
        answer(self.ledger.suppose(hypothesis, &act()).map(|()| Action::Supposed), self.lang)
    }

    /// The meeting of this day.
    pub fn meeting(&self, day: Day) -> Action {
        let acts = self.ledger.meeting_acts(day, 0);
        answer(acts.map(|acts| Action::Meeting(Box::new(Session::of(day, &acts)))), self.lang)
    }

    /// Records acts of a meeting; it comes back as it is then.
    pub fn record_meeting(&mut self, acts: &[MeetingAct]) -> Action {
        let Some(day) = acts.first().map(|act| act.meeting) else { return Action::LedgerChanged };
        match self.ledger.record_all(acts, &act()) {
            Ok(_) => self.meeting(day),
            Err(error) => self.failed(&error),
        }
    }

    /// The last meeting that was opened before this day.
    pub fn last_meeting(&self, day: Day) -> Option<Action> {
        let days = self.ledger.meeting_days(ROWS);
        let last = days.map(|days| days.into_iter().find(|other| *other < day));
        let found = last.and_then(|last| {
            let acts = last.map(|last| Ok((last, self.ledger.meeting_acts(last, 0)?)));
            acts.transpose()
        });
        match found {
            Ok(found) => found.map(|(last, acts)| Action::LastMeeting(Box::new(Session::of(last, &acts)))),
            Err(error) => Some(self.failed(&error)),
        }
    }

    /// Of which of these cases a draft is kept.
    pub fn drafts(&self, cases: Vec<CaseId>) -> Action {
        let mut kept = Vec::new();
        for case in cases {
            match self.ledger.draft(&case) {
                Ok(Some(_)) => kept.push(case),
                Ok(None) => {}
                Err(error) => return self.failed(&error),
            }
        }
        Action::Drafts(kept)
    }

    /// Everybody who ever took part.
    pub fn people(&self) -> Action {
        answer(self.ledger.participants(ROWS).map(Action::People), self.lang)
    }

    /// Records an act after a decision; the decision comes back as it is then.
    pub fn record_after(&mut self, done: &DecisionAct) -> Option<Action> {
        match self.ledger.record_after(done, &act()) {
            Ok(_) => match self.ledger.decision(done.decision) {
                Ok(recorded) => recorded.map(|recorded| Action::AfterRecorded(Box::new(recorded))),
                Err(error) => Some(self.failed(&error)),
            },
            Err(error) => Some(self.failed(&error)),
        }
    }

    /// What is due, found by a worker: the ledger may be large.
    pub fn due(&mut self, charter: Charter, today: Day, wakes: &Sender<Wake>) {
        let start = || Overdue::start(self.path.clone(), self.key.clone(), wakes.clone(), self.lang);
        self.overdue.get_or_insert_with(start).ask(charter, today);
    }

    /// The last decision on a case at another meeting than this one.
    pub fn earlier(&self, case: CaseId, meeting: Option<Day>) -> Action {
        let found = self.ledger.earlier(&case, meeting);
        answer(found.map(|past| Action::Earlier(case, past.map(Box::new))), self.lang)
    }

    /// The timeline of this case's patient.
    pub fn history(&self, case: &CaseId) -> Action {
        answer(self.ledger.history(case).map(|moments| Action::Found(0, moments)), self.lang)
    }

    /// One past decision in full.
    pub fn recall(&self, id: DecisionId) -> Option<Action> {
        match self.ledger.decision(id) {
            Ok(recorded) => recorded.map(|recorded| Action::Recalled(Box::new(recorded))),
            Err(error) => Some(self.failed(&error)),
        }
    }

    /// Two past decisions in full.
    pub fn pair(&self, one: crate::meeting::DecisionId, other: crate::meeting::DecisionId) -> Option<Action> {
        let both = self.ledger.decision(one).and_then(|found| Ok(found.zip(self.ledger.decision(other)?)));
        match both {
            Ok(both) => both.map(|(one, other)| Action::Pair(Box::new(one), Box::new(other))),
            Err(error) => Some(self.failed(&error)),
        }
    }

    /// Everything under a pseudonym.
    pub fn history_of(&self, alias: &crate::domain::Alias) -> Action {
        answer(self.ledger.history_of(alias).map(|moments| Action::Found(0, moments)), self.lang)
    }

    /// A past meeting, step by step.
    pub fn replay(&self, day: Day) -> Action {
        let told = |replay| Box::new(Replay { offset: Some(offset_on(day)), ..replay });
        answer(self.ledger.replay(day).map(|found| Action::Replay(day, found.map(told))), self.lang)
    }

    /// Looks for the past decisions nearest to a case, on a worker.
    pub fn look_for(&self, wanted: precedents::Wanted, wakes: &Sender<Wake>) {
        precedents::look_for(wanted, self.path.clone(), self.key.clone(), self.lang, wakes.clone());
    }

    /// Writes a document of a decision into the folder, and tells where.
    pub fn write_paper(&mut self, id: DecisionId, what: (Paper, PaperForm), how: &Writing<'_>) -> Action {
        let made = match self.ledger.decision(id) {
            Ok(Some(recorded)) => documents::paper(&recorded, what.0, None, how.masked, how.lang),
            Ok(None) => return self.failed(&StoreError::UnknownDecision(id)),
            Err(error) => return self.failed(&error),
        };
        self.written(&made, &format!("{} {id}", what.0.code()), what.1, how)
    }

    /// Writes the minutes of a meeting into the folder, and tells where.
    pub fn write_minutes(&mut self, day: Day, form: PaperForm, how: &Writing<'_>) -> Action {
        match documents::minutes_of(&self.ledger, day, how.lang, how.masked) {
            Ok(Some(made)) => self.written(&made, &format!("minutes {day}"), form, how),
            Ok(None) => Action::Failed((words(how.lang).documents.no_meeting)(&how.lang.date(day))),
            Err(error) => self.failed(&error),
        }
    }

    /// The document on the disk, and a row in the access log that it is.
    fn written(&mut self, made: &Document, target: &str, form: PaperForm, how: &Writing<'_>) -> Action {
        match documents::file(made, form, how.folder, how.lang) {
            Ok(sentence) => {
                let look = Look { looked: Looked::Export, target: target.to_owned(), act: act() };
                match self.looked(&look) {
                    Ok(()) => Action::PaperWritten(sentence),
                    Err(why) => Action::Failed((words(how.lang).keeping.not_logged)(&why)),
                }
            }
            Err(sentence) => Action::Failed(sentence),
        }
    }

    /// Writes down who looked at what; waits for nobody.
    ///
    /// # Errors
    /// A sentence.
    pub fn looked(&mut self, look: &Look) -> Result<(), String> {
        let impatient = |ledger: &mut Ledger| {
            ledger.be_patient(IMPATIENT)?;
            let logged = ledger.looked(look.looked, &look.target, &look.act);
            ledger.be_patient(BUSY_TIMEOUT)?;
            logged
        };
        impatient(&mut self.ledger).map_err(|error| sentence(&error, self.lang))
    }

    /// What another connection did to the ledger since this was last asked.
    pub fn news(&mut self) -> News {
        let now = self.ledger.data_version().unwrap_or(self.seen);
        if std::mem::replace(&mut self.seen, now) == now {
            return News::default();
        }
        let Ok(marks) = self.ledger.marks() else { return News { any: true, acts: true, shown: true } };
        let before = std::mem::replace(&mut self.marks, marks);
        News { any: true, acts: before.acts != self.marks.acts, shown: before.shown != self.marks.shown }
    }

    /// What the leading terminal shows.
    pub fn shown(&self) -> Action {
        match self.ledger.last_shown() {
            Ok(None) => Action::Shown(None),
            Ok(Some((body, by))) => {
                let shown = serde_json::from_str(&body);
                shown.map_or(Action::ShownUnreadable, |shown| Action::Shown(Some(Box::new((shown, by)))))
            }
            Err(error) => self.failed(&error),
        }
    }

    /// The worker that counts, so that no key waits for it.
    pub fn counter(&mut self, wakes: &Sender<Wake>) -> &mut Counter {
        let (path, key, lang) = (&self.path, &self.key, self.lang);
        drop(self.counter.take_if(|one| one.has_ended()));
        self.counter.get_or_insert_with(|| Counter::start(path.clone(), key.clone(), wakes.clone(), lang))
    }

    /// Has the worker count no further.
    pub fn stop_counting(&self) {
        if let Some(counter) = &self.counter {
            counter.stop();
        }
    }

    fn failed(&self, error: &StoreError) -> Action {
        failed(error, self.lang)
    }

    /// Searches on a worker, so that no key waits for it; only the newest question is answered.
    pub fn search(&mut self, asked: Asked, wakes: &Sender<Wake>) {
        let start = || Searcher::start(self.path.clone(), self.key.clone(), wakes.clone(), self.lang);
        let searcher = if asked.for_palette { &mut self.seeker } else { &mut self.searcher };
        drop(searcher.take_if(|one| one.has_ended()));
        searcher.get_or_insert_with(start).ask(asked);
    }

    /// Saves a search under a name; every saved one comes back.
    pub fn save_query(&mut self, name: String, query: &str) -> Action {
        let saved = self.ledger.save_query(&name, query, &act()).and_then(|()| self.ledger.saved_queries());
        answer(saved.map(|saved| Action::QuerySaved(name, saved)), self.lang)
    }
}

/// A draft's body; one that cannot be read any more comes back as text in the rationale, so that nothing is lost.
fn draft_of(body: &str) -> Draft {
    serde_json::from_str(body).unwrap_or_else(|_| Draft { rationale: body.to_owned(), ..Draft::default() })
}

/// Who works at this terminal.
pub fn actor() -> String {
    let actor = ["REGARDS_ACTOR", "USER", "LOGNAME", "USERNAME"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.trim().is_empty()));
    actor.unwrap_or_else(|| "regards".to_owned())
}

/// An act of this terminal, now.
pub fn act() -> Act {
    Act { at: Utc::now(), actor: actor() }
}

fn answer(result: Result<Action, StoreError>, lang: Lang) -> Action {
    result.unwrap_or_else(|error| failed(&error, lang))
}

/// What the ledger refused, as an action.
pub(super) fn failed(error: &StoreError, lang: Lang) -> Action {
    match error {
        StoreError::Moved => Action::LedgerRefused(sentence(error, lang)),
        _ => Action::Failed(sentence(error, lang)),
    }
}
