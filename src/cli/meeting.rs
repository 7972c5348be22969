//! `regards meeting`: the life of a meeting without the screen. Each order records acts in the journal, as the keys of the page
//! do, and answers with a sentence, or with the whole meeting in JSON (`--format json`).
//!
//! Exit codes: 0 recorded or shown; 1 the meeting is not in a state for it (not open, nobody of that name, a late case without its
//! reason, cases left without one), said in a sentence; 2 the words of the call are off; 3 the database or a file is out of reach.
//!
//! JSON of `show` and of every order: see [`crate::report::Meeting`]. JSON of `list`: an array of `{"meeting", "title", "stage",
//! "chair", "secretary", "people", "seconds"}`, the newest first.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use super::args::{Format, MeetingOrder, Opens};
use super::aside;
use super::documents::offset_on;
use super::settings::Settings;
use super::trouble::sentence;
use crate::app::{Action, Entry, State, update};
use crate::domain::{CaseId, Day, Mode, Participant, Presence};
use crate::knowledge::Library;
use crate::meeting::session::{Attendee, Item, Opening, PassageState, Session, Stage};
use crate::meeting::{Agenda, MeetingAct, SessionAct};
use crate::report;
use crate::store::{self, Ledger, StoreError};
use crate::text::{MeetingOrderWords, Veil, words};

/// Meetings that `list` tells of.
const MOST_LISTED: usize = 1000;

/// Why an order was not carried out.
enum Refused {
    /// The meeting is not in a state for it.
    State(String),
    /// The words of the call are off.
    Usage(String),
    /// The database would not.
    Store(StoreError),
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Carries an order out.
///
/// # Errors
/// When the output cannot be written.
pub fn meeting(
    order: &MeetingOrder,
    day: Option<&str>,
    cases: Option<PathBuf>,
    format: Format,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let answered = match order {
        MeetingOrder::List => list(format, settings),
        _ => Desk::open(order, day, cases, settings).and_then(|mut desk| desk.obey(order, format)),
    };
    match answered {
        Ok(said) => {
            let said = if settings.masked { masked(&said, settings) } else { said };
            writeln!(out, "{}", said.trim_end())?;
            Ok(0)
        }
        Err(Refused::State(why)) => refused(&why, 1, err),
        Err(Refused::Usage(why)) => refused(&why, 2, err),
        Err(Refused::Store(error)) => refused(&sentence(&error, settings.lang), 3, err),
    }
}

/// What is said without the names of those who ever took part.
fn masked(said: &str, settings: &Settings) -> String {
    let known = settings.ledger_to_read().and_then(|ledger| ledger.participants(usize::MAX)).unwrap_or_default();
    Veil::over(known.iter().map(|one| one.name.as_str()), std::iter::empty()).veiled(said)
}

fn refused(why: &str, code: u8, err: &mut dyn Write) -> io::Result<u8> {
    aside(err, &why)?;
    Ok(code)
}

/// Every meeting that was opened.
fn list(format: Format, settings: &Settings) -> Result<String, Refused> {
    let ledger = settings.ledger_to_read()?;
    let days = ledger.meeting_days(MOST_LISTED)?;
    let held = days.into_iter().map(|day| Ok(Session::of(day, &ledger.meeting_acts(day, 0)?)));
    let held: Vec<Session> = held.collect::<Result<_, StoreError>>()?;
    let now = chrono::Utc::now();
    Ok(match format {
        Format::Json => report::meetings_json(&held, now),
        _ if held.is_empty() => words(settings.lang).meeting_order.none_held.to_owned(),
        _ => report::meetings_text(&held, settings.lang),
    })
}

/// The ledger and the meeting at hand, as a screen would have them.
struct Desk<'a> {
    ledger: Ledger,
    state: State,
    settings: &'a Settings,
    say: &'static MeetingOrderWords,
}

impl<'a> Desk<'a> {
    fn open(
        order: &MeetingOrder,
        day: Option<&str>,
        cases: Option<PathBuf>,
        settings: &'a Settings,
    ) -> Result<Self, Refused> {
        let say = &words(settings.lang).meeting_order;
        let day: Option<Day> = match day.map(str::parse).transpose() {
            Ok(day) => day,
            Err(refusal) => return Err(Refused::Usage((words(settings.lang).refusal)(&refusal))),
        };
        let only_looks = matches!(order, MeetingOrder::Show);
        if settings.read_only && !only_looks {
            return Err(Refused::State(say.not_written.to_owned()));
        }
        let ledger = if only_looks {
            settings.ledger_to_read()?
        } else {
            settings.make_ledger_folder()?;
            Ledger::open_with_key(&settings.ledger, &settings.key)?
        };
        let mut state = State::new(settings.today, settings.lang, (80, 24), Arc::new(Library::shipped()));
        state.own_charter.clone_from(&settings.charter);
        state.offset = chrono::Local::now().fixed_offset().timezone();
        update(&mut state, Action::Now(settings.now()));
        update(&mut state, Action::Read(entries(cases, settings)));
        let mut desk = Self { ledger, state, settings, say };
        let day = match day {
            Some(day) => day,
            None => desk.usual_day()?,
        };
        desk.look(day)?;
        Ok(desk)
    }

    /// The meeting that is open, else the next one of the agenda, else the last one, else today's.
    fn usual_day(&self) -> Result<Day, Refused> {
        if let Some(last) = self.ledger.meeting_days(1)?.first().copied() {
            let session = Session::of(last, &self.ledger.meeting_acts(last, 0)?);
            if session.is_open() {
                return Ok(last);
            }
        }
        Ok(self.state.meeting())
    }

    /// Takes the meeting in as the journal tells it.
    fn look(&mut self, day: Day) -> Result<(), Refused> {
        let agenda = self.ledger.agenda(Some(day))?;
        let standings = self.ledger.statuses(&self.state.queue.case_ids())?;
        update(&mut self.state, Action::Standings(standings, vec![Agenda { meeting: Some(day), cases: agenda }]));
        let acts = self.ledger.meeting_acts(day, 0)?;
        self.state.session = Session::of(day, &acts);
        Ok(())
    }

    fn obey(&mut self, order: &MeetingOrder, format: Format) -> Result<String, Refused> {
        let day = self.state.session.meeting;
        let acts = self.acts(order)?;
        let mut said = (self.say.recorded)(&self.settings.lang.date(day));
        if !acts.is_empty() {
            if let Some(act) = acts.iter().find(|act| act.lacks().is_some()) {
                return Err(Refused::Usage(self.lacking(act)));
            }
            let acts: Vec<MeetingAct> = acts.into_iter().map(|done| MeetingAct { meeting: day, done }).collect();
            self.ledger.record_all(&acts, &self.settings.act())?;
            self.look(day)?;
            update(&mut self.state, Action::Now(self.settings.now()));
        }
        if format == Format::Json {
            return Ok(self.report().json());
        }
        if matches!(order, MeetingOrder::Show) {
            said = self.report().text(self.settings.lang);
        }
        Ok(said)
    }

    /// What an act must say and does not.
    fn lacking(&self, act: &SessionAct) -> String {
        let words = &words(self.settings.lang).meeting;
        match act {
            SessionAct::Opened(_) => words.nobody_chairs.to_owned(),
            SessionAct::Joined { .. } => (self.say.blank)(words.person),
            _ => (self.say.blank)(self.say.reason),
        }
    }

    fn acts(&self, order: &MeetingOrder) -> Result<Vec<SessionAct>, Refused> {
        use MeetingOrder as M;
        if !matches!(order, M::Show | M::List | M::Open(_)) {
            self.is_open()?;
        }
        Ok(match order {
            M::Show | M::List => Vec::new(),
            M::Open(opens) => vec![self.opening(opens)?],
            M::Join { name, specialty, role, presence, centre } => {
                let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
                let person = Participant { name, specialty: *specialty, role: *role, centre: centre.clone() };
                vec![self.joining(person, *presence)?]
            }
            M::Leave { name } => match self.person(name)? {
                one if one.is_there() => vec![SessionAct::Left { person: one.person.name.clone() }],
                one => return Err(Refused::State((self.say.is_gone)(&one.person.name))),
            },
            M::Recuse { name, case, back } => {
                let (person, case) = (self.person(name)?.person.name.clone(), self.case(case)?);
                vec![if *back { SessionAct::Returned { person, case } } else { SessionAct::Recused { person, case } }]
            }
            M::Interest { name, kind, words } => {
                let person = self.person(name)?.person.name.clone();
                vec![SessionAct::Declared { person, interest: *kind, words: words.join(" ") }]
            }
            M::Start { case } => {
                let case = self.case(case)?;
                self.said_why(&case)?;
                self.state.session.starting(case)
            }
            M::Pause { case } => vec![SessionAct::Paused { case: self.begun(case, &[PassageState::Running])? }],
            M::End { case } => {
                vec![SessionAct::Ended { case: self.begun(case, &[PassageState::Running, PassageState::Paused])? }]
            }
            M::Turn { case, mode, rule, reason } => {
                if *mode == Mode::Record && rule.as_deref().is_none_or(|rule| rule.trim().is_empty()) {
                    return Err(Refused::Usage(self.say.rule_needed.to_owned()));
                }
                let (case, rule) = (self.case(case)?, rule.clone().filter(|_| *mode == Mode::Record));
                vec![SessionAct::Turned { case, mode: *mode, rule, reason: reason.clone() }]
            }
            M::Budget { case, time } => vec![SessionAct::Budgeted { case: self.case(case)?, time: *time }],
            M::Add { case, reason } => vec![SessionAct::Added { case: self.case(case)?, reason: reason.clone() }],
            M::Break => match self.state.session.stage {
                Stage::Break => return Err(Refused::State(self.say.in_break.to_owned())),
                _ => vec![SessionAct::BreakBegan],
            },
            M::Resume => match self.state.session.stage {
                Stage::Break => vec![SessionAct::BreakEnded],
                _ => return Err(Refused::State(self.say.no_break.to_owned())),
            },
            M::Carry { case, reason } => {
                let case = self.case(case)?;
                if !self.state.left().contains(&case) {
                    return Err(Refused::State((self.say.not_left)(case.as_str())));
                }
                vec![SessionAct::CarriedOver { case, reason: reason.clone() }]
            }
            M::Close { carry_reason } => self.closing(carry_reason.as_deref())?,
        })
    }

    fn is_open(&self) -> Result<(), Refused> {
        let session = &self.state.session;
        let closed = || Refused::State((self.say.no_meeting)(&self.settings.lang.date(session.meeting)));
        if session.is_open() { Ok(()) } else { Err(closed()) }
    }

    /// The opening; what is not said is as it was, or as at the last meeting.
    fn opening(&self, opens: &Opens) -> Result<SessionAct, Refused> {
        let day = self.state.session.meeting;
        let before = match &self.state.session.opening {
            Some(opening) => Some(opening.clone()),
            None => self.last_opening(day)?,
        };
        let named = |asked: &Option<String>, of: fn(&Opening) -> &String| {
            asked.clone().or_else(|| before.as_ref().map(|opening| of(opening).clone())).unwrap_or_default()
        };
        let charter = self.state.charter().cloned();
        let charter = charter.ok_or_else(|| Refused::Usage((self.say.blank)("charter")))?;
        let again = self.state.session.opening.as_ref();
        let planned = || self.state.agenda().iter().filter_map(|entry| entry.case_id().cloned()).collect();
        let title = Some(named(&opens.title, |opening| &opening.title)).filter(|title| !title.is_empty());
        Ok(SessionAct::Opened(Box::new(Opening {
            title: title.unwrap_or_else(|| charter.name.clone()),
            reach: opens.reach.or(before.as_ref().map(|one| one.reach)).unwrap_or(crate::domain::Reach::Local),
            gathering: opens
                .gathering
                .or(before.as_ref().map(|one| one.gathering))
                .unwrap_or(crate::domain::Gathering::Room),
            place: named(&opens.place, |opening| &opening.place),
            chair: named(&opens.chair, |opening| &opening.chair),
            secretary: named(&opens.secretary, |opening| &opening.secretary),
            charter,
            agenda: again.map_or_else(planned, |opening| opening.agenda.clone()),
        })))
    }

    fn last_opening(&self, day: Day) -> Result<Option<Opening>, Refused> {
        let days = self.ledger.meeting_days(MOST_LISTED)?;
        let Some(last) = days.into_iter().find(|other| *other < day) else { return Ok(None) };
        Ok(Session::of(last, &self.ledger.meeting_acts(last, 0)?).opening)
    }

    fn joining(&self, person: Participant, presence: Presence) -> Result<SessionAct, Refused> {
        let known = self.state.session.people.iter().find(|one| one.person.name == person.name);
        if known.is_some_and(|one| one.is_there() && one.person == person && one.presence == presence) {
            return Err(Refused::State((self.say.is_there)(&person.name)));
        }
        Ok(SessionAct::Joined { person, presence })
    }

    fn person(&self, name: &str) -> Result<&Attendee, Refused> {
        let meant = crate::text::fold(name.trim());
        let found = self.state.session.people.iter().find(|one| crate::text::fold(&one.person.name) == meant);
        found.ok_or_else(|| Refused::State((self.say.nobody_of_that_name)(name)))
    }

    fn case(&self, case: &str) -> Result<CaseId, Refused> {
        let cases = self.state.queue.case_ids();
        let found = cases.into_iter().find(|one| one.as_str().eq_ignore_ascii_case(case));
        found.ok_or_else(|| Refused::Usage((self.say.no_such_case)(case)))
    }

    /// A case that came late has said why.
    fn said_why(&self, case: &CaseId) -> Result<(), Refused> {
        if self.state.session.is_late(case) {
            let order = format!("regards meeting add {case} --reason …");
            return Err(Refused::State((self.say.late_first)(case.as_str(), &order)));
        }
        Ok(())
    }

    /// A case whose passage is in one of these states.
    fn begun(&self, case: &str, states: &[PassageState]) -> Result<CaseId, Refused> {
        let case = self.case(case)?;
        let state = self.state.session.passage(&case).map(|passage| passage.state);
        if state.is_some_and(|state| states.contains(&state)) {
            return Ok(case);
        }
        Err(Refused::State((self.say.not_begun)(case.as_str())))
    }

    fn closing(&self, reason: Option<&str>) -> Result<Vec<SessionAct>, Refused> {
        let left = self.state.left();
        let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
        let carried = match reason {
            _ if left.is_empty() => Vec::new(),
            Some(reason) => {
                left.into_iter().map(|case| SessionAct::CarriedOver { case, reason: reason.to_owned() }).collect()
            }
            None => {
                let cases: Vec<String> = left.iter().map(ToString::to_string).collect();
                return Err(Refused::State((self.say.left_to_carry)(&cases.join(", "))));
            }
        };
        Ok(carried.into_iter().chain([SessionAct::Closed]).collect())
    }

    fn report(&self) -> report::Meeting<'_> {
        let agenda = self.state.agenda();
        let rows = agenda.into_iter().filter_map(|entry| {
            let case = entry.file.case()?;
            let item = Item { case: &case.case, mode: case.mode, status: self.state.queue.standing(entry) };
            Some(report::MeetingCase { item, question: case.question.as_str(), rule: case.rule.as_deref() })
        });
        let (session, now) = (&self.state.session, self.state.now);
        let offset = offset_on(session.meeting);
        report::Meeting { session, agenda: rows.collect(), now, offset }
    }
}

/// The case files of the folder that was named, or of the usual one.
fn entries(cases: Option<PathBuf>, settings: &Settings) -> Vec<Entry> {
    let found = store::find(&cases.map_or_else(|| settings.cases.clone(), |cases| vec![cases]));
    let load = |path: &PathBuf| Entry::new(store::load(path, settings.today), settings.today, None);
    found.files.iter().map(load).collect()
}
