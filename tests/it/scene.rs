//! A meeting room for tests: the shipped cases on the agenda, keys in, effects out, a picture of the screen.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, OnceLock};

use chrono::{DateTime, Utc};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui_textarea::{Input, Key};
use regards::app::{Action, Effect, Entry, Screen, State, update};
use regards::archive::{Look as LookBack, Precedent, Precedents, Replay, Traits};
use regards::domain::{
    CaseId, CourseOutcome, Day, Drug, Fulfilment, Gathering, Participant, Presence, Reach, Reading, Role, Specialty,
};
use regards::knowledge::{FactId, Library, Shelf};
use regards::meeting::session::{Logged, Opening, Session, SessionAct, charter};
use regards::meeting::{
    Amendment, DecisionId, Hypothesized, Locked, OpenDecision, PastDecision, Postponed, Postponement, Recorded,
};
use regards::read::{CaseFile, SourceFile};
use regards::text::Lang;
use regards::view::{self, Depth, Look, Theme};

pub fn day(written: &str) -> Day {
    written.parse().unwrap()
}

/// The day of the room's calendar.
pub fn today() -> Day {
    day("2026-11-23")
}

/// The shipped guidelines, parsed once for all tests.
pub fn library() -> Arc<Library> {
    static LIBRARY: OnceLock<Arc<Library>> = OnceLock::new();
    Arc::clone(LIBRARY.get_or_init(|| Arc::new(Library::shipped())))
}

/// The file of this name with this text, as the reader would hand it over.
pub fn entry(name: &str, text: &str) -> Entry {
    Entry::new(CaseFile::new(PathBuf::from(name), text.as_bytes(), today()), today(), Some(&library()))
}

/// The text of a shipped case.
pub fn shipped(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("cases").join(name)).unwrap()
}

/// The shipped cases, in the order of their names; read once for all tests.
pub fn shipped_entries() -> Vec<Entry> {
    static ENTRIES: OnceLock<Vec<Entry>> = OnceLock::new();
    ENTRIES.get_or_init(read_shipped).clone()
}

fn read_shipped() -> Vec<Entry> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names.iter().map(|name| entry(name, &shipped(name))).collect()
}

/// The shipped cases on the agenda, the cursor on the first; entered once for all tests.
pub fn room(lang: Lang) -> State {
    static ROOMS: LazyLock<Mutex<Vec<State>>> =
        LazyLock::new(|| Mutex::new(Lang::ALL.iter().map(|lang| room_of(*lang, library())).collect()));
    ROOMS.lock().unwrap().iter().find(|room| room.lang == lang).unwrap().clone()
}

/// The same with the shipped example of a protocol as a fourth column.
pub fn room_of_four(lang: Lang) -> State {
    static LIBRARY: OnceLock<Arc<Library>> = OnceLock::new();
    room_of(lang, Arc::clone(LIBRARY.get_or_init(|| Arc::new(with_example()))))
}

/// The shipped guidelines and the example, as `--guidelines src/knowledge/protocols` loads them.
pub fn with_example() -> Library {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/knowledge/protocols");
    let today = "2026-11-23".parse().unwrap();
    Library::with(Some(Shelf {
        folder,
        today,
        open: |folder, read| {
            let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
            paths.sort();
            paths.into_iter().map(|path| SourceFile::read(path.clone(), &fs::read(&path).unwrap(), read)).collect()
        },
    }))
}

fn room_of(lang: Lang, library: Arc<Library>) -> State {
    let mut state = State::new(today(), lang, (80, 24), library);
    update(&mut state, Action::Read(shipped_entries()));
    update(&mut state, Action::ReadAll);
    state
}

/// Presses keys, written as people write them (`d`, `<enter>`, `<c-r>`), and returns what the world was asked to do.
pub fn press(state: &mut State, keys: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    for input in inputs(keys) {
        let action = state.press(input);
        effects.extend(update(state, action));
    }
    effects
}

fn inputs(keys: &str) -> Vec<Input> {
    let mut inputs = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
        let (name, after) = named.unwrap_or_else(|| rest.split_at(first.len_utf8()));
        rest = after;
        let (ctrl, name) = name.strip_prefix("c-").map_or((false, name), |name| (true, name));
        let (shift, name) = name.strip_prefix("s-").map_or((false, name), |name| (true, name));
        let key = match name {
            "enter" => Key::Enter,
            "esc" => Key::Esc,
            "tab" => Key::Tab,
            "up" => Key::Up,
            "down" => Key::Down,
            "left" => Key::Left,
            "right" => Key::Right,
            "home" => Key::Home,
            "end" => Key::End,
            "pgup" => Key::PageUp,
            "pgdn" => Key::PageDown,
            "back" => Key::Backspace,
            "f1" => Key::F(1),
            "f3" => Key::F(3),
            "f4" => Key::F(4),
            "f6" => Key::F(6),
            "f2" => Key::F(2),
            "f8" => Key::F(8),
            letter => Key::Char(letter.chars().next().unwrap()),
        };
        inputs.push(Input { key, ctrl, alt: false, shift });
    }
    inputs
}

/// The screen at this size, drawn as the program draws it: the mouse may be pressed on it.
pub fn drawn(state: &mut State, width: u16, height: u16) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    update(state, Action::Resized(width, height));
    let mut buffer = Buffer::empty(area);
    let drawn = view::draw(state, &look(), area, &mut buffer);
    update(state, Action::Drawn(drawn));
    buffer
}

/// Column and row of the first cell of a text on the screen.
pub fn place_of(buffer: &Buffer, text: &str) -> (u16, u16) {
    for row in 0..buffer.area.height {
        let cells: Vec<&str> = (0..buffer.area.width).map(|column| buffer[(column, row)].symbol()).collect();
        let found = (0..cells.len()).find(|at| cells[*at..].concat().starts_with(text));
        if let Some(column) = found {
            return (u16::try_from(column).unwrap(), row);
        }
    }
    panic!("`{text}` is not on the screen:\n{}", said(buffer));
}

/// The screen at this size, in 16 colours.
pub fn shot(state: &State, width: u16, height: u16) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    view::draw(state, &look(), area, &mut buffer);
    buffer
}

pub fn look() -> Look {
    static LOOK: OnceLock<Look> = OnceLock::new();
    *LOOK.get_or_init(|| Look::new(&Theme::shipped("dark").unwrap(), Depth::Sixteen))
}

/// What the screen says, without its styles.
pub fn said(buffer: &Buffer) -> String {
    crate::picture::letters(buffer)
}

/// A decision of the room on the case of this file, locked and read back from the ledger; and its second version.
pub fn recorded() -> Vec<Recorded> {
    static RECORDED: LazyLock<Vec<Recorded>> = LazyLock::new(record);
    RECORDED.clone()
}

fn record() -> Vec<Recorded> {
    let sealed = locked("LN-2026-006");
    let first = past(&sealed, 1, false, None);
    let amends = Amendment { decision: first.id, reason: "biologie reçue après la réunion".to_owned() };
    let again = Locked { amends: Some(amends.clone()), ..sealed.clone() };
    let second = past(&again, 2, true, Some(amends));
    let versions = vec![first.clone(), second.clone()];
    vec![
        Recorded {
            entry: second,
            before: Some(Box::new(sealed.decision.clone())),
            locked: again,
            versions: versions.clone(),
            after: Vec::new(),
            follows: None,
        },
        Recorded { entry: first, locked: sealed, versions, before: None, after: Vec::new(), follows: None },
    ]
}

fn id(number: u32) -> DecisionId {
    format!("01980000-0000-7000-8000-{number:012}").parse().unwrap()
}

fn past(locked: &Locked, version: u32, is_current: bool, amends: Option<Amendment>) -> PastDecision {
    PastDecision {
        seq: version.into(),
        id: id(version),
        version,
        is_current,
        amends,
        case_id: locked.case_id.clone(),
        alias: locked.alias.clone(),
        meeting: locked.meeting,
        question: locked.question.clone(),
        class: locked.class.clone(),
        upcr: locked.upcr.clone(),
        egfr: locked.egfr.clone(),
        outcome: locked.decision.outcome,
        rationale: locked.decision.rationale.clone(),
        next: locked.decision.next,
        locked_at: format!("2026-11-26T14:0{version}:00Z").parse().unwrap(),
        actor: "Dr A. Martin".to_owned(),
        signed: false,
        closed: false,
    }
}

/// What a room locks that takes this case of the agenda through the form.
pub fn locked(case: &str) -> Locked {
    let mut state = room(Lang::Fr);
    press(&mut state, &format!("/{case}<enter>d<down><tab><tab>"));
    update(&mut state, Action::Paste("Protéinurie persistante malgré le blocage ; désir de grossesse.".to_owned()));
    press(&mut state, "<tab><down><down><tab>3 mois<c-r>");
    let effects = press(&mut state, "<enter>");
    match effects.into_iter().next() {
        Some(Effect::Lock(locked, _)) => *locked,
        other => panic!("nothing was locked: {other:?}"),
    }
}

/// A postponement as the ledger tells of it.
pub fn put_off(case: &str, reason: &str) -> Postponed {
    let postponement = Postponement {
        case_id: case.parse().unwrap(),
        alias: "H. B.".parse().unwrap(),
        meeting: Some(day("2026-10-22")),
        reason: reason.to_owned(),
    };
    Postponed { seq: 9, postponement, at: "2026-10-22T15:30:00Z".parse().unwrap(), actor: "Dr A. Martin".to_owned() }
}

/// The cursor of what-if on this fact, and a value typed for it.
pub fn suppose(state: &mut State, fact: FactId, written: &str) {
    if let Screen::WhatIf(screen) = &mut state.screen {
        screen.fact = screen.entries.iter().position(|entry| entry.fact == fact).unwrap();
    }
    press(state, "<enter>");
    update(state, Action::Paste(written.to_owned()));
    press(state, "<enter>");
}

/// What a room supposed of the case of class V at 1.6 g/g, as the ledger tells of it.
pub fn hypothesized() -> Hypothesized {
    static HYPOTHESIZED: LazyLock<Hypothesized> = LazyLock::new(hypothesize);
    HYPOTHESIZED.clone()
}

fn hypothesize() -> Hypothesized {
    let mut state = room(Lang::Fr);
    press(&mut state, "/006<enter><enter>w");
    suppose(&mut state, FactId::Class, "III+V");
    suppose(&mut state, FactId::Proteinuria, "3,6");
    press(&mut state, "s");
    update(&mut state, Action::Paste("Si la biopsie de contrôle montrait une classe III+V.".to_owned()));
    let effects = press(&mut state, "<enter>");
    match effects.into_iter().next() {
        Some(Effect::Suppose(hypothesis)) => Hypothesized {
            seq: 12,
            hypothesis: *hypothesis,
            at: "2026-11-26T14:20:00Z".parse().unwrap(),
            actor: "Dr A. Martin".to_owned(),
        },
        other => panic!("nothing was recorded: {other:?}"),
    }
}

/// A journal that answers what the room records of its meeting, with a clock that tests set.
pub struct Journal {
    pub acts: Vec<Logged<SessionAct>>,
    pub now: DateTime<Utc>,
    /// The meeting before.
    pub last: Option<Session>,
    /// The cases of which a draft is kept.
    pub drafts: Vec<CaseId>,
}

impl Journal {
    pub fn new() -> Self {
        Self { acts: Vec::new(), now: "2026-11-26T13:00:00Z".parse().unwrap(), last: None, drafts: Vec::new() }
    }

    /// The clock goes on.
    pub fn wait(&mut self, state: &mut State, seconds: i64) {
        self.now += chrono::TimeDelta::seconds(seconds);
        update(state, Action::Now(self.now));
    }

    /// Presses keys, answers what is asked of the journal, and tells the acts that were recorded and the other effects.
    pub fn press(&mut self, state: &mut State, keys: &str) -> (Vec<SessionAct>, Vec<Effect>) {
        let before = self.acts.len();
        let mut others = Vec::new();
        update(state, Action::Now(self.now));
        for input in inputs(keys) {
            let action = state.press(input);
            others.extend(self.take(state, action));
        }
        (self.acts.iter().skip(before).map(|act| act.what.clone()).collect(), others)
    }

    /// Types a text.
    pub fn paste(&mut self, state: &mut State, text: &str) {
        self.take(state, Action::Paste(text.to_owned()));
    }

    pub fn take(&mut self, state: &mut State, action: Action) -> Vec<Effect> {
        let mut others = Vec::new();
        let mut effects: Vec<Effect> = update(state, action).into_iter().collect();
        while !effects.is_empty() {
            match effects.remove(0) {
                Effect::All(several) => {
                    effects.splice(0..0, several);
                }
                effect => match self.answer(state, &effect) {
                    Some(answer) => effects.extend(update(state, answer)),
                    None => others.push(effect),
                },
            }
        }
        others
    }

    fn answer(&mut self, state: &State, effect: &Effect) -> Option<Action> {
        match effect {
            Effect::RecordMeeting(acts) => {
                for act in acts {
                    assert_eq!(act.done.lacks(), None, "{act:?}");
                    let seq = i64::try_from(self.acts.len()).unwrap() + 1;
                    self.acts.push(Logged { seq, at: self.now, actor: "S. B.".to_owned(), what: act.done.clone() });
                }
                Some(Action::Meeting(Box::new(Session::of(state.meeting(), &self.acts))))
            }
            Effect::FindMeeting(day) => Some(Action::Meeting(Box::new(Session::of(*day, &self.acts)))),
            Effect::FindLastMeeting(_) => self.last.clone().map(|last| Action::LastMeeting(Box::new(last))),
            Effect::FindDrafts(_) => Some(Action::Drafts(self.drafts.clone())),
            Effect::FindPeople => {
                let before = self.last.iter().flat_map(|last| &last.people).map(|one| one.person.clone());
                let here = state.session.people.iter().map(|one| one.person.clone());
                let mut people: Vec<Participant> = here.collect();
                for one in before {
                    if people.iter().all(|known| known.name != one.name) {
                        people.push(one);
                    }
                }
                Some(Action::People(people))
            }
            _ => None,
        }
    }
}

/// People of a lupus meeting, a dozen.
pub const PEOPLE: [(&str, Specialty, Role); 12] = [
    ("Pr L. Caron", Specialty::InternalMedicine, Role::Chair),
    ("S. Bernard", Specialty::Other, Role::Secretary),
    ("Dr N. Nadal", Specialty::Nephrology, Role::Expert),
    ("Dr P. Roche", Specialty::Pathology, Role::Expert),
    ("Dr A. Martin", Specialty::InternalMedicine, Role::Presenter),
    ("F. Pons", Specialty::Pharmacy, Role::Expert),
    ("Dr O. Blanc", Specialty::Obstetrics, Role::Expert),
    ("Dr I. Vidal", Specialty::Immunology, Role::Expert),
    ("Dr R. Roux", Specialty::Rheumatology, Role::Expert),
    ("I. Marchand", Specialty::Nursing, Role::Expert),
    ("Dr D. Faure", Specialty::Dermatology, Role::Expert),
    ("Dr X. Petit", Specialty::Nephrology, Role::Guest),
];

pub fn participant(name: &str) -> Participant {
    let (name, specialty, role) = *PEOPLE.iter().find(|(known, ..)| *known == name).unwrap();
    Participant { name: name.to_owned(), specialty, role, centre: (name == "Dr P. Roche").then(|| "Nice".to_owned()) }
}

/// The meeting of October, with all of them.
pub fn last_meeting() -> Session {
    let charter = regards::meeting::session::charter().clone().unwrap();
    let opening = Opening {
        title: "RCP lupus".to_owned(),
        reach: Reach::Regional,
        gathering: Gathering::Hybrid,
        place: "Marseille".to_owned(),
        chair: "Pr L. Caron".to_owned(),
        secretary: "S. Bernard".to_owned(),
        charter,
        agenda: Vec::new(),
    };
    let joined = PEOPLE.iter().map(|(name, ..)| {
        let presence = if *name == "Dr P. Roche" { Presence::Video } else { Presence::Room };
        SessionAct::Joined { person: participant(name), presence }
    });
    let acts = [SessionAct::Opened(Box::new(opening))].into_iter().chain(joined).chain([SessionAct::Closed]);
    let logged =
        |(seq, what)| Logged { seq, at: "2026-10-22T13:00:00Z".parse().unwrap(), actor: "S. B.".to_owned(), what };
    Session::of(day("2026-10-22"), &(1..).zip(acts).map(logged).collect::<Vec<_>>())
}

/// A room in which the meeting was opened as the last one and everybody of it came.
pub fn held(lang: Lang) -> (State, Journal) {
    let (mut state, mut journal) = (room(lang), Journal::new());
    journal.last = Some(last_meeting());
    journal.press(&mut state, "m<enter>t<enter>");
    assert_eq!(state.session.people.len(), 12);
    (state, journal)
}

/// A meeting that is open on the day of the shipped cases, with these people in the room.
pub fn meeting_of(people: &[(&str, Specialty)]) -> Session {
    let opening = Opening {
        title: "RCP lupus".to_owned(),
        reach: Reach::Local,
        gathering: Gathering::Room,
        place: String::new(),
        chair: "Dr C. Chef".to_owned(),
        secretary: "S. B.".to_owned(),
        charter: charter().clone().unwrap(),
        agenda: shipped_entries().iter().filter_map(|entry| entry.case_id().cloned()).collect(),
    };
    let joined = people.iter().map(|(name, specialty)| SessionAct::Joined {
        person: Participant { name: (*name).to_owned(), specialty: *specialty, role: Role::Expert, centre: None },
        presence: Presence::Room,
    });
    let acts = std::iter::once(SessionAct::Opened(Box::new(opening))).chain(joined);
    let log =
        |(seq, what)| Logged { seq, at: "2026-11-26T13:00:00Z".parse().unwrap(), actor: "S. B.".to_owned(), what };
    Session::of(day("2026-11-26"), &(1..).zip(acts).map(log).collect::<Vec<_>>())
}

/// A decision on the case of this number as it is open in the journal: locked on 26 November 2026, nothing done since.
pub fn open_decision(case: &str) -> OpenDecision {
    let mut past = recorded().remove(0).entry;
    past.case_id = case.parse().unwrap();
    past.next = None;
    OpenDecision {
        decided_on: day("2026-11-26"),
        told: false,
        teller: None,
        tell_by: None,
        followed: Vec::new(),
        quorum: None,
        short_by: 0,
        lacking: Vec::new(),
        has_later: false,
        represent: None,
        actions: Vec::new(),
        branches: Vec::new(),
        past,
    }
}

/// The decisions of the room as precedents of a case: one like it and followed, one far from it.
pub fn precedents_of(of: &Traits) -> Precedents {
    let past = recorded().remove(0).entry;
    let near = Traits { upcr: of.upcr.map(|upcr| upcr * 1.3), ..of.clone() };
    let far = Traits { upcr: Some(8.4), egfr: Some(31.0), flares: Some(3), failed_courses: None, ..near.clone() };
    let precedent = |case: &str, traits: Traits, look: Option<LookBack>| Precedent {
        past: PastDecision { case_id: case.parse().unwrap(), ..past.clone() },
        distance: of.distance(&traits),
        traits,
        regimen: Some(vec![Drug::Belimumab, Drug::MycophenolateMofetil]),
        steroid_start: Some(25.0),
        readings: ["eular-2025", "acr-2024", "kdigo-2024"]
            .into_iter()
            .zip([Reading::Concordant, Reading::Partly, Reading::Deviates])
            .map(|(id, reading)| (id.to_owned(), id.rsplit('-').next().unwrap().to_owned(), reading))
            .collect(),
        look,
        same_alias: case == "LN-2025-014",
    };
    let look = LookBack {
        day: day("2026-05-20"),
        months: 6,
        fulfilment: Fulfilment::Partial,
        outcome: Some(CourseOutcome::Partial),
        upcr: Some(0.8),
        egfr: Some(92.0),
    };
    Precedents {
        nearest: vec![precedent("LN-2025-014", near, Some(look)), precedent("LN-2024-031", far, None)],
        own: 1,
    }
}

/// A meeting of three steps and a decision.
pub fn replayed() -> Option<Replay> {
    let session = last_meeting();
    let opening = session.opening.unwrap();
    let past = recorded().remove(0).entry;
    let case = || past.case_id.clone();
    let joined = |name: &str| SessionAct::Joined { person: participant(name), presence: Presence::Room };
    let acts = [
        SessionAct::Opened(Box::new(opening)),
        joined("Dr N. Nadal"),
        joined("Dr A. Martin"),
        SessionAct::Started { case: case() },
        SessionAct::Paused { case: case() },
        SessionAct::Started { case: case() },
        SessionAct::Ended { case: case() },
        SessionAct::CarriedOver { case: "LN-2026-002".parse().unwrap(), reason: "temps écoulé".to_owned() },
        SessionAct::Closed,
    ];
    let start: DateTime<Utc> = "2026-11-26T13:00:00Z".parse().unwrap();
    let log = |(number, what): (i64, SessionAct)| Logged {
        seq: number * 10,
        at: start + chrono::TimeDelta::seconds(number * 75),
        actor: "S. B.".to_owned(),
        what,
    };
    let acts = (1..).zip(acts).map(log).collect();
    let decided =
        PastDecision { seq: 65, locked_at: start + chrono::TimeDelta::seconds(500), amends: None, version: 1, ..past };
    Replay::of(day("2026-11-26"), acts, vec![decided], Vec::new())
}
