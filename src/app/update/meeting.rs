//! The life of the meeting: opened, its sheet, its clocks, its breaks, closed; each act goes to the journal.

use ratatui_textarea::Input;

use super::super::action::{Command, Effect};
use super::super::form::{area, pasted, text_of};
use super::super::meeting::{
    ClosingForm, InterestForm, Listed, MeetingScreen, OpeningForm, PersonForm, Step, Told, as_last_time, usual_presence,
};
use super::super::screen::{Line, Purpose, Screen, Then};
use super::super::{Notice, State};
use super::case::case_at_hand;
use super::{decide, open, page, refused, rows_of};
use crate::domain::{CaseId, Interest, Minutes, Mode, Participant, Presence, Role};
use crate::meeting::session::{Attendee, PassageState, Stage, Standing};
use crate::meeting::{MeetingAct, Session, SessionAct};

/// Opens the page of the meeting, with the form that opens it where it is not open.
pub(super) fn begin(state: &mut State) -> Effect {
    let step = if state.session.stage == Stage::Planned {
        let fresh = opening(state);
        kept_or(state, fresh)
    } else {
        Step::Room
    };
    open(state, Screen::Meeting(Box::new(MeetingScreen { step, selected: 0 })));
    let day = state.meeting();
    Effect::All(vec![Effect::FindMeeting(day), Effect::FindPeople, Effect::FindLastMeeting(day)])
}

fn opening(state: &State) -> Step {
    let of_last = state.last.as_ref().and_then(|last| last.opening.as_ref());
    let before = state.session.opening.as_ref().or(of_last);
    Step::Opening(Box::new(OpeningForm::new(before, state.charter())))
}

/// A key of the page; the command comes back where it means nothing special here.
pub(super) fn perform(state: &mut State, command: Command) -> Result<Option<Effect>, Command> {
    use Command as C;
    let leap = rows_of(command, page(state));
    let Screen::Meeting(screen) = &mut state.screen else { return Err(command) };
    if state.line.is_some() {
        return Err(command);
    }
    Ok(match (&mut screen.step, command) {
        (Step::Room, C::Open) => come_or_go(state),
        (Step::Room, C::AddPerson) => begin_person(state),
        (Step::Room, C::CorrectPerson) => correct(state),
        (Step::Room, C::TurnPresence) => turn_presence(state),
        (Step::Room, C::Declare) => begin_interest(state),
        (Step::Room, C::Recuse) => recuse(state),
        (Step::Room, C::RecuseOther) => begin_recusal(state),
        (Step::Room, C::AsLastTime) => begin_last_time(state),
        (Step::Room, C::Break) => turn_break(state),
        (Step::Room, C::CloseMeeting) => begin_closing(state),
        (Step::Room, C::OpeningSheet) => reopen(state),
        (Step::Room, _) => return Err(command),
        (_, C::Back) => {
            let left = std::mem::replace(&mut screen.step, Step::Room);
            keep_step(state, left);
            if state.session.stage == Stage::Planned {
                return Err(command);
            }
            None
        }
        (_, C::NextField) => move_in(state, 1, true),
        (_, C::PreviousField) => move_in(state, -1, true),
        (_, C::Down) => move_in(state, 1, false),
        (_, C::Up) => move_in(state, -1, false),
        (Step::LastTime { .. } | Step::Recusal { .. }, _) if leap.is_some() => move_in(state, leap.unwrap_or(0), false),
        (Step::LastTime { people, selected }, C::Toggle) => {
            people.get_mut(*selected).into_iter().for_each(|(.., comes)| *comes = !*comes);
            None
        }
        (Step::Recusal { .. }, C::Toggle | C::Accept) => choose_recusal(state),
        (_, C::Accept) => accept(state),
        _ => return Err(command),
    })
}

/// A key for the text that is being typed on the page.
pub(super) fn type_key(state: &mut State, input: &Input) {
    let lang = state.lang;
    let Screen::Meeting(screen) = &mut state.screen else { return };
    match &mut screen.step {
        Step::Opening(form) => form.input(input, &state.known),
        Step::Person(form) => form.input(input, lang),
        Step::Interest(form) => form.input(input),
        Step::Closing(form) => form.input(input),
        Step::Room | Step::Recusal { .. } | Step::LastTime { .. } => {}
    }
}

/// Pasted text on the page.
pub(super) fn paste(state: &mut State, text: &str) {
    let text = pasted(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let Screen::Meeting(screen) = &mut state.screen else { return };
    match &mut screen.step {
        Step::Opening(form) => form.paste(&text),
        Step::Person(form) => form.paste(&text),
        Step::Interest(form) if form.in_words => {
            form.words.insert_str(&text);
        }
        Step::Closing(form) => form.paste(&text),
        _ => {}
    }
}

/// The cursor within what the page is doing; `fields` where Tab says so, which never means a candidate.
fn move_in(state: &mut State, by: isize, fields: bool) -> Option<Effect> {
    let cases = state.agenda().len();
    let candidates = match &state.screen {
        Screen::Meeting(screen) => match &screen.step {
            Step::Person(form) => form.candidates(state).len(),
            _ => 0,
        },
        _ => 0,
    };
    let Screen::Meeting(screen) = &mut state.screen else { return None };
    let step = |at: &mut usize, count: usize| *at = at.saturating_add_signed(by).min(count.saturating_sub(1));
    match &mut screen.step {
        Step::Room => {}
        Step::Opening(form) => form.turn(by),
        Step::Person(form) if !fields && candidates > 0 => step(&mut form.candidate, candidates),
        Step::Person(form) => form.turn(by),
        Step::Interest(form) => form.in_words = !form.in_words,
        Step::Recusal { selected, .. } => step(selected, cases),
        Step::LastTime { people, selected } => step(selected, people.len()),
        Step::Closing(form) => step(&mut form.selected, form.cases.len() + 1),
    }
    None
}

/// Enter over what the page is doing.
fn accept(state: &mut State) -> Option<Effect> {
    let Screen::Meeting(screen) = &mut state.screen else { return None };
    match &mut screen.step {
        Step::Opening(_) => accept_opening(state),
        Step::Person(_) => accept_person(state),
        Step::Interest(form) => {
            let declared = SessionAct::Declared {
                person: form.person.clone(),
                interest: form.interest,
                words: text_of(&form.words).trim().to_owned(),
            };
            record(state, vec![declared])
        }
        Step::LastTime { people, .. } => {
            let come = people.iter().filter(|(.., comes)| *comes);
            let acts: Vec<_> = come.map(|(person, presence, _)| joined(person, *presence)).collect();
            if acts.is_empty() {
                screen.step = Step::Room;
                return None;
            }
            record(state, acts)
        }
        Step::Closing(_) => accept_closing(state),
        Step::Room | Step::Recusal { .. } => None,
    }
}

/// Opens the meeting; the chair and the secretary, where they are known, are on its sheet at once.
fn accept_opening(state: &mut State) -> Option<Effect> {
    let charter = state.charter().cloned()?;
    let before = state.session.opening.as_ref().map(|opening| opening.agenda.clone());
    let planned = || {
        let cases = state.agenda();
        cases.iter().filter_map(|entry| entry.case_id().cloned()).collect()
    };
    let agenda = before.unwrap_or_else(planned);
    let Screen::Meeting(screen) = &mut state.screen else { return None };
    let Step::Opening(form) = &mut screen.step else { return None };
    form.asked = true;
    if let Some(lacking) = form.lacks() {
        form.field = lacking;
        state.notice = Some(Notice::Meeting(Told::NobodyChairs));
        return None;
    }
    let opening = form.opening(charter, agenda);
    let presence = usual_presence(Some(opening.gathering));
    let mut acts = vec![SessionAct::Opened(Box::new(opening.clone()))];
    for (name, role) in [(&opening.chair, Role::Chair), (&opening.secretary, Role::Secretary)] {
        let there = state.session.people.iter().find(|one| one.person.name == *name && one.is_there());
        let known = state.known.iter().find(|one| one.name == *name).filter(|_| there.is_none());
        acts.extend(known.map(|one| joined(&Participant { role, ..one.clone() }, presence)));
    }
    record(state, acts)
}

/// Those who chair and take down and are not on the sheet.
fn unlisted(state: &State) -> Vec<(String, Role)> {
    let Some(opening) = &state.session.opening else { return Vec::new() };
    let listed = |name: &str| state.session.people.iter().any(|one| one.person.name == name);
    let both = [(&opening.chair, Role::Chair), (&opening.secretary, Role::Secretary)];
    both.into_iter().filter(|(name, _)| !listed(name)).map(|(name, role)| (name.clone(), role)).collect()
}

/// The journal tells the meeting anew.
pub(super) fn told(state: &mut State, session: Session) {
    let before = if session.meeting == state.session.meeting { state.session.stage } else { session.stage };
    state.session = session;
    follow(state, before);
}

/// What was asked for is there, and the page goes on.
fn follow(state: &mut State, before: Stage) {
    let reached = state.session.stage;
    let last = state.listed().len().saturating_sub(1);
    let missing = unlisted(state);
    let presence = usual(state);
    if reached != before && matches!((before, reached), (Stage::Planned | Stage::Closed, Stage::Open)) {
        state.notice = Some(Notice::Meeting(Told::Opened));
    }
    if reached != before && reached == Stage::Closed {
        state.notice = Some(Notice::Meeting(Told::Closed));
    }
    let Screen::Meeting(screen) = &mut state.screen else { return };
    screen.selected = screen.selected.min(last);
    let is_said = match &screen.step {
        Step::Opening(form) => form.asked && reached != Stage::Planned,
        Step::Closing(_) => reached == Stage::Closed,
        Step::Interest(form) => {
            let declared = |(interest, words): &(Interest, String)| {
                *interest == form.interest && words == text_of(&form.words).trim()
            };
            let person = state.session.people.iter().find(|one| one.person.name == form.person);
            person.is_some_and(|one| one.interests.last().is_some_and(declared))
        }
        Step::LastTime { people, .. } => people.iter().filter(|(.., comes)| *comes).all(|(person, ..)| {
            state.session.people.iter().any(|one| one.is_there() && one.person.name == person.name)
        }),
        _ => false,
    };
    match &mut screen.step {
        Step::Opening(_) if is_said && !missing.is_empty() => {
            let mut form = PersonForm { next: missing, ..PersonForm::new(presence) };
            form.begin_next();
            screen.step = Step::Person(Box::new(form));
        }
        Step::Person(form) => {
            let person = form.person();
            let is_there = |one: &&crate::meeting::session::Attendee| {
                one.is_there() && Some(&one.person) == person.as_ref() && one.presence == form.presence
            };
            if form.asked && state.session.people.iter().any(|one| is_there(&one)) {
                if form.corrects {
                    screen.step = Step::Room;
                } else {
                    form.last = Some(form.named());
                    form.begin_next();
                }
            }
        }
        _ if is_said => screen.step = Step::Room,
        _ => {}
    }
}

/// The meeting before tells how it was opened: a form in which nothing was typed yet takes it over.
pub(super) fn prefill(state: &mut State) {
    let fresh = opening(state);
    if let Screen::Meeting(screen) = &mut state.screen
        && let Step::Opening(form) = &screen.step
        && !form.asked
        && [&form.chair, &form.secretary, &form.place].iter().all(|text| text_of(text).is_empty())
    {
        screen.step = fresh;
    }
}

fn accept_person(state: &mut State) -> Option<Effect> {
    let taken = match &state.screen {
        Screen::Meeting(screen) => match &screen.step {
            Step::Person(form) => form.candidates(state).get(form.candidate).map(|one| (*one).clone()),
            _ => None,
        },
        _ => None,
    };
    let Screen::Meeting(screen) = &mut state.screen else { return None };
    let Step::Person(form) = &mut screen.step else { return None };
    if let Some(known) = taken {
        let (presence, last, next) = (form.presence, form.last.take(), std::mem::take(&mut form.next));
        **form = PersonForm { corrects: false, last, next, ..PersonForm::of(&known, presence) };
    }
    form.asked = true;
    if let Some(lacking) = form.lacks() {
        // A name that was just typed is not yet one that lacks a specialty.
        form.asked = form.field == lacking;
        form.field = lacking;
        return None;
    }
    let (person, presence) = (form.person()?, form.presence);
    let is_same = |one: &Attendee| one.is_there() && one.person == person && one.presence == presence;
    if form.corrects && state.session.people.iter().any(is_same) {
        // Nothing was corrected: nobody comes a second time.
        set_step(state, Step::Room);
        return None;
    }
    let recorded = record(state, vec![joined(&person, presence)])?;
    Some(Effect::All(vec![recorded, Effect::FindPeople]))
}

/// How somebody comes to the meeting at hand, where nobody said.
fn usual(state: &State) -> Presence {
    usual_presence(state.session.opening.as_ref().map(|opening| opening.gathering))
}

fn joined(person: &Participant, presence: Presence) -> SessionAct {
    SessionAct::Joined { person: person.clone(), presence }
}

/// Records acts of the meeting at hand, where it may be written.
fn record(state: &mut State, acts: Vec<SessionAct>) -> Option<Effect> {
    if state.read_only {
        return refused(state);
    }
    let meeting = state.meeting();
    Some(Effect::RecordMeeting(acts.into_iter().map(|done| MeetingAct { meeting, done }).collect()))
}

/// Whether acts of the meeting can be taken; else it is said why not.
fn is_open(state: &mut State) -> bool {
    if !state.session.is_open() {
        let is_closed = state.session.stage == Stage::Closed;
        state.notice = Some(Notice::Meeting(if is_closed { Told::Closed } else { Told::NotOpen }));
    }
    state.session.is_open()
}

/// The person under the cursor: who, how they last were there, whether they are there now.
fn selected(state: &State) -> Option<(Participant, Presence, bool)> {
    let Screen::Meeting(screen) = &state.screen else { return None };
    let usual = usual(state);
    state.listed().get(screen.selected).map(|listed| match listed {
        Listed::OnSheet(one) => (one.person.clone(), one.presence, one.is_there()),
        Listed::Known(person) => ((*person).clone(), usual, false),
    })
}

/// The person under the cursor, if they are there; else it is said that they are not.
fn present(state: &mut State) -> Option<(Participant, Presence)> {
    if !is_open(state) {
        return None;
    }
    let found = selected(state).filter(|(.., is_there)| *is_there);
    if found.is_none() {
        state.notice = Some(Notice::Meeting(Told::NotThere));
    }
    found.map(|(person, presence, _)| (person, presence))
}

fn come_or_go(state: &mut State) -> Option<Effect> {
    if !is_open(state) {
        return None;
    }
    let (person, presence, is_there) = selected(state)?;
    if is_there {
        return record(state, vec![SessionAct::Left { person: person.name }]);
    }
    // Who comes in goes to the end of the sheet: the cursor stays in front of the next one.
    let is_known = state.listed().iter().any(|one| matches!(one, Listed::Known(known) if known.name == person.name));
    if let Screen::Meeting(screen) = &mut state.screen {
        screen.selected += usize::from(is_known);
    }
    record(state, vec![joined(&person, presence)])
}

fn begin_person(state: &mut State) -> Option<Effect> {
    if state.read_only {
        return refused(state);
    }
    if is_open(state) {
        let presence = usual(state);
        let next = unlisted(state);
        let mut form = PersonForm { next, ..PersonForm::new(presence) };
        if !form.next.is_empty() {
            form.begin_next();
        }
        set_step(state, Step::Person(Box::new(form)));
    }
    None
}

/// What was typed on the page and is left is kept for when the same is begun again; an opening only where it says something
/// else than it would anyway.
fn keep_step(state: &mut State, left: Step) {
    let is_empty = match &left {
        Step::Opening(form) => matches!(opening(state), Step::Opening(fresh) if fresh.says_as(form)),
        Step::Person(form) => text_of(&form.name).trim().is_empty(),
        Step::Interest(form) => text_of(&form.words).trim().is_empty(),
        Step::Closing(form) => {
            form.cases.iter().map(|(_, own)| own).chain([&form.reason]).all(|text| text_of(text).is_empty())
        }
        Step::Room | Step::Recusal { .. } | Step::LastTime { .. } => true,
    };
    state.left_steps.retain(|other| !other.is_about_the_same(&left));
    if !is_empty {
        state.left_steps.push(left);
    }
}

/// What was left of this, else this.
fn kept_or(state: &mut State, step: Step) -> Step {
    let kept = state.left_steps.iter().position(|other| other.is_about_the_same(&step));
    kept.map_or(step, |at| state.left_steps.remove(at))
}

fn set_step(state: &mut State, step: Step) {
    let step = kept_or(state, step);
    if let Screen::Meeting(screen) = &mut state.screen {
        screen.step = step;
    }
}

fn correct(state: &mut State) -> Option<Effect> {
    if state.read_only {
        return refused(state);
    }
    let (person, presence) = present(state)?;
    set_step(state, Step::Person(Box::new(PersonForm::of(&person, presence))));
    None
}

fn turn_presence(state: &mut State) -> Option<Effect> {
    let (person, presence) = present(state)?;
    let next = match presence {
        Presence::Room => Presence::Video,
        Presence::Video => Presence::Phone,
        Presence::Phone => Presence::Room,
    };
    record(state, vec![joined(&person, next)])
}

fn begin_interest(state: &mut State) -> Option<Effect> {
    if state.read_only {
        return refused(state);
    }
    let (person, _) = present(state)?;
    let form = InterestForm { person: person.name, interest: Interest::None, words: area(""), in_words: false };
    set_step(state, Step::Interest(Box::new(form)));
    None
}

/// Of the case whose clock runs at once; else the case is asked for.
fn recuse(state: &mut State) -> Option<Effect> {
    let Some(case) = state.session.running().map(|passage| passage.case.clone()) else { return begin_recusal(state) };
    let (person, _) = present(state)?;
    turn_recusal(state, person.name, case)
}

fn begin_recusal(state: &mut State) -> Option<Effect> {
    if state.read_only {
        return refused(state);
    }
    let (person, _) = present(state)?;
    let running = state.session.running().map(|passage| &passage.case);
    let agenda = state.agenda();
    let selected = agenda.iter().position(|entry| running.is_some() && entry.case_id() == running).unwrap_or(0);
    set_step(state, Step::Recusal { person: person.name, selected });
    None
}

fn choose_recusal(state: &mut State) -> Option<Effect> {
    let Screen::Meeting(screen) = &state.screen else { return None };
    let Step::Recusal { person, selected } = &screen.step else { return None };
    let case = state.agenda().get(*selected)?.case_id()?.clone();
    turn_recusal(state, person.clone(), case)
}

fn turn_recusal(state: &mut State, person: String, case: CaseId) -> Option<Effect> {
    let known = state.session.people.iter().find(|one| one.person.name == person);
    let is_recused = known.is_some_and(|one| one.recused.contains(&case));
    let act = if is_recused { SessionAct::Returned { person, case } } else { SessionAct::Recused { person, case } };
    record(state, vec![act])
}

fn begin_last_time(state: &mut State) -> Option<Effect> {
    if state.read_only {
        return refused(state);
    }
    if is_open(state) {
        let people = as_last_time(&state.session, state.last.as_ref());
        if people.is_empty() {
            state.notice = Some(Notice::Meeting(Told::NobodyLeft));
        } else {
            set_step(state, Step::LastTime { people, selected: 0 });
        }
    }
    None
}

fn turn_break(state: &mut State) -> Option<Effect> {
    if !is_open(state) {
        return None;
    }
    let act = if state.session.stage == Stage::Break { SessionAct::BreakEnded } else { SessionAct::BreakBegan };
    record(state, vec![act])
}

/// What the opening says, to be corrected; of a closed meeting, to be opened again.
fn reopen(state: &mut State) -> Option<Effect> {
    if state.read_only {
        return refused(state);
    }
    let step = opening(state);
    set_step(state, step);
    None
}

fn begin_closing(state: &mut State) -> Option<Effect> {
    if state.read_only {
        return refused(state);
    }
    if !is_open(state) {
        return None;
    }
    let left = state.left();
    let typed = state.unsaved.iter().map(|form| form.opened.case.case.clone()).collect();
    let form = ClosingForm {
        cases: left.iter().map(|case| (case.clone(), area(""))).collect(),
        reason: area(""),
        selected: 0,
        drafts: typed,
        asked: false,
    };
    set_step(state, Step::Closing(Box::new(form)));
    (!left.is_empty()).then_some(Effect::FindDrafts(left))
}

/// The cases of which a draft is kept.
pub(super) fn drafts_came(state: &mut State, drafts: Vec<CaseId>) {
    if let Screen::Meeting(screen) = &mut state.screen
        && let Step::Closing(form) = &mut screen.step
    {
        form.drafts.extend(drafts);
    }
}

fn accept_closing(state: &mut State) -> Option<Effect> {
    let left = state.left();
    let Screen::Meeting(screen) = &mut state.screen else { return None };
    let Step::Closing(form) = &mut screen.step else { return None };
    form.asked = true;
    let mut acts = Vec::new();
    for case in left {
        let Some(reason) = form.reason_of(&case) else {
            form.selected = 0;
            return None;
        };
        acts.push(SessionAct::CarriedOver { case, reason });
    }
    acts.push(SessionAct::Closed);
    record(state, acts)
}

/// A case is opened from the agenda: its clock runs, unless another's does.
pub(super) fn arrive(state: &mut State) -> Option<Effect> {
    let Screen::Case(screen) = &state.screen else { return None };
    let case = screen.opened.case.case.clone();
    let entry = state.queue.entry(&screen.opened.file.path)?;
    let begins = state.session.stage == Stage::Open
        && !state.read_only
        && state.session.running().is_none()
        && state.is_on_agenda(entry)
        && state.standing(entry).is_some_and(Standing::is_left);
    if begins { start(state, case) } else { None }
}

/// Starts the clock of the case on the screen, or lets it stand still.
pub(super) fn turn_clock(state: &mut State) -> Option<Effect> {
    if state.read_only {
        return refused(state);
    }
    if !is_open(state) {
        return None;
    }
    let case = case_at_hand(state)?;
    match state.session.passage(&case).map(|passage| passage.state) {
        Some(PassageState::Running) => record(state, vec![SessionAct::Paused { case }]),
        _ => start(state, case),
    }
}

/// A case that came late says why first.
fn start(state: &mut State, case: CaseId) -> Option<Effect> {
    if state.session.is_late(&case) {
        return ask(state, Purpose::Late(case, Then::Start));
    }
    let acts = state.session.starting(case);
    record(state, acts)
}

fn ask(state: &mut State, purpose: Purpose) -> Option<Effect> {
    let kept = state.why.take_if(|(of, _)| *of == purpose).map(|(_, text)| text).unwrap_or_default();
    state.line = Some(Line { text: area(&kept), purpose });
    None
}

/// Whether the case that is to be decided came late and nobody said why: that is asked first.
pub(super) fn asks_why(state: &mut State) -> bool {
    let Some(case) = case_at_hand(state).filter(|_| !state.read_only) else { return false };
    let is_decided = matches!(state.queue.standings.get(&case), Some(crate::meeting::Status::Decided(_)));
    if is_decided || !state.session.is_late(&case) {
        return false;
    }
    ask(state, Purpose::Late(case, Then::Decide));
    true
}

/// Why a case came late was said.
pub(super) fn accept_late(state: &mut State, case: CaseId, reason: String, then: Then) -> Option<Effect> {
    let mut acts = vec![SessionAct::Added { case: case.clone(), reason }];
    if then == Then::Start {
        acts.extend(state.session.starting(case));
        return record(state, acts);
    }
    let recorded = record(state, acts);
    Some(Effect::All(recorded.into_iter().chain(decide::decide(state)).collect()))
}

/// The case under the cursor is discussed after all, or recorded only: that asks for a reason, or for the rule.
pub(super) fn begin_turn(state: &mut State) -> Option<Effect> {
    if state.read_only {
        return refused(state);
    }
    if !is_open(state) {
        return None;
    }
    let case = state.queue.current()?.file.case()?;
    let (number, in_file) = (case.case.clone(), case.mode);
    let to = match state.session.mode(&number, in_file) {
        Mode::Record => Mode::Discuss,
        Mode::Discuss => Mode::Record,
    };
    ask(state, Purpose::Turn(number, to))
}

pub(super) fn accept_turn(state: &mut State, case: CaseId, mode: Mode, said: String) -> Option<Effect> {
    let (rule, reason) = if mode == Mode::Record { (Some(said), String::new()) } else { (None, said) };
    state.notice = Some(Notice::Meeting(Told::Turned(case.clone())));
    record(state, vec![SessionAct::Turned { case, mode, rule, reason }])
}

/// A minute more for the case on the screen, or less.
pub(super) fn change_time(state: &mut State, by: i64) -> Option<Effect> {
    if state.read_only {
        return refused(state);
    }
    if !is_open(state) {
        return None;
    }
    let Screen::Case(screen) = &state.screen else { return None };
    let case = screen.opened.case.case.clone();
    let mode = state.session.mode(&case, screen.opened.case.mode);
    let minutes = state.session.budget(&case, mode)? / 60 + by;
    let time = u32::try_from(minutes).ok().and_then(|minutes| Minutes::new(minutes).ok());
    let Some(time) = time else {
        state.notice = Some(Notice::Meeting(Told::NoSuchTime));
        return None;
    };
    record(state, vec![SessionAct::Budgeted { case, time }])
}

/// A case was decided: the room has done with it in the same breath.
pub(super) fn decided(state: &mut State, case: &CaseId) -> Option<Effect> {
    let passage = state.session.passage(case).filter(|_| state.session.is_open())?;
    let was_begun = matches!(passage.state, PassageState::Running | PassageState::Paused);
    if was_begun { record(state, vec![SessionAct::Ended { case: case.clone() }]) } else { None }
}

/// Moves the cursor over the people.
pub(super) fn step(state: &mut State, by: isize) {
    let last = state.listed().len().saturating_sub(1);
    if let Screen::Meeting(screen) = &mut state.screen {
        screen.selected = screen.selected.saturating_add_signed(by).min(last);
    }
}
