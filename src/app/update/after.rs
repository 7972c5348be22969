//! What comes after a decision, from its page: signed, told, followed up, settled, closed.

use super::super::after::{AfterScreen, AfterSheet};
use super::super::form::text_of;
use super::super::screen::{PassageScreen, Purpose, Screen, SettleScreen};
use super::super::{Command, Effect, Notice, State};
use super::{decide, open, refused};
use crate::domain::{ActionEnd, CaseId, Charter, Role};
use crate::meeting::session::charter;
use crate::meeting::{AfterAct, DecisionAct, DecisionId, Recorded, Todo};

/// A key of a past decision, or of a form about it; the command again where it is none.
pub(super) fn perform(state: &mut State, command: Command) -> Result<Option<Effect>, Command> {
    if state.line.is_some() {
        return Err(command);
    }
    if let Screen::After(screen) = &mut state.screen {
        match command {
            Command::Up | Command::PreviousField => screen.step(-1),
            Command::Down | Command::NextField => screen.step(1),
            Command::Left => screen.turn(-1),
            Command::Right => screen.turn(1),
            Command::Accept => return Ok(record(state)),
            other => return Err(other),
        }
        return Ok(None);
    }
    match command {
        Command::Settle => Ok(begin_settle(state)),
        Command::Done => Ok(settle(state, true)),
        Command::NotDone => Ok(settle(state, false)),
        Command::Sign => Ok(begin_sign(state)),
        Command::Tell => Ok(begin(state, AfterSheet::Told)),
        Command::FollowUp => Ok(begin(state, AfterSheet::Followed)),
        Command::CloseRecord => Ok(begin_close(state)),
        Command::Difference => {
            if let Screen::Passage(screen) = &mut state.screen {
                screen.shows_difference = !screen.shows_difference;
                screen.scroll = 0;
            }
            Ok(None)
        }
        other => Err(other),
    }
}

/// The decision on the screen, where something may be recorded of it.
fn at_hand(state: &mut State) -> Result<Box<Recorded>, Option<Box<Effect>>> {
    if state.read_only {
        return Err(refused(state).map(Box::new));
    }
    let Screen::Passage(screen) = &state.screen else { return Err(None) };
    if !screen.passage.entry.is_current {
        state.notice = Some(Notice::NotCurrent);
        return Err(None);
    }
    Ok(screen.passage.clone())
}

fn begin_sign(state: &mut State) -> Option<Effect> {
    let recorded = match at_hand(state) {
        Ok(recorded) => recorded,
        Err(effect) => return effect.map(|effect| *effect),
    };
    if recorded.entry.signed {
        state.notice = Some(Notice::AlreadySigned);
        return None;
    }
    let by = signer(state, &recorded);
    decide::begin_line(state, Purpose::Sign(recorded.entry.id), &by);
    // The name is proposed: the first letter that is typed takes its place.
    if let Some(line) = state.line.as_mut().filter(|line| text_of(&line.text) == by) {
        line.text.select_all();
    }
    None
}

/// Who signs, as far as it is known: who coordinated the meeting, else who chaired it, else who signed last, else who works
/// at this terminal.
fn signer(state: &State, recorded: &Recorded) -> String {
    let room = recorded.locked.room.as_ref();
    let coordinator = room.and_then(|room| room.people.iter().find(|one| one.person.role == Role::Coordinator));
    let of_room = coordinator.map(|one| one.person.name.clone()).or_else(|| room.map(|room| room.chair.clone()));
    of_room.or_else(|| state.signer.clone()).unwrap_or_else(|| state.actor.clone())
}

fn begin_close(state: &mut State) -> Option<Effect> {
    let recorded = match at_hand(state) {
        Ok(recorded) => recorded,
        Err(effect) => return effect.map(|effect| *effect),
    };
    if recorded.entry.closed {
        state.notice = Some(Notice::AlreadyClosed);
        return None;
    }
    decide::begin_line(state, Purpose::Close(recorded.entry.id), "");
    None
}

fn begin(state: &mut State, sheet: AfterSheet) -> Option<Effect> {
    let recorded = match at_hand(state) {
        Ok(recorded) => recorded,
        Err(effect) => return effect.map(|effect| *effect),
    };
    let kept =
        state.after_kept.take().filter(|kept| kept.sheet == sheet && kept.recorded.entry.id == recorded.entry.id);
    let screen = match (kept, sheet) {
        (Some(kept), _) => AfterScreen { recorded, ..*kept },
        (None, AfterSheet::Told) => AfterScreen::told(recorded, state.today),
        (None, AfterSheet::Followed) => {
            let case = case_file(state, &recorded.locked.case_id);
            AfterScreen::followed(recorded, case, charter_at_hand(state), state.today, state.lang)
        }
    };
    open(state, Screen::After(Box::new(screen)));
    None
}

fn begin_settle(state: &mut State) -> Option<Effect> {
    let passage = match at_hand(state) {
        Ok(passage) => passage,
        Err(effect) => return effect.map(|effect| *effect),
    };
    let decided = &passage.locked.decision;
    if decided.actions.is_empty() && decided.branches.is_empty() {
        state.notice = Some(Notice::NothingToSettle);
        return None;
    }
    open(state, Screen::Settle(SettleScreen { passage, selected: 0 }));
    None
}

/// The action under the cursor is done or dropped, which asks why; the condition of the branch is met or not.
fn settle(state: &mut State, is_done: bool) -> Option<Effect> {
    let Screen::Settle(screen) = &state.screen else { return None };
    let (decision, decided) = (screen.passage.entry.id, &screen.passage.locked.decision);
    let on = state.today;
    if screen.selected < decided.actions.len() {
        let action = u32::try_from(screen.selected + 1).ok()?;
        if !is_done {
            decide::begin_line(state, Purpose::Drop(decision, action), "");
            return None;
        }
        let done = AfterAct::ActionEnded { action, on, end: ActionEnd::Done, words: String::new() };
        return Some(Effect::RecordAfter(Box::new(DecisionAct { decision, done })));
    }
    let branch = decided.branches.get(screen.selected - decided.actions.len())?.id.clone();
    let done = AfterAct::BranchSettled { branch, on, met: is_done, words: String::new() };
    Some(Effect::RecordAfter(Box::new(DecisionAct { decision, done })))
}

/// Why an action is dropped was typed.
pub(super) fn dropped(state: &State, decision: DecisionId, action: u32, words: String) -> Effect {
    let done = AfterAct::ActionEnded { action, on: state.today, end: ActionEnd::Dropped, words };
    Effect::RecordAfter(Box::new(DecisionAct { decision, done }))
}

/// The case of this number, as its file says it now.
fn case_file<'a>(state: &'a State, case: &CaseId) -> Option<&'a crate::domain::Case> {
    let entry = state.queue.entries.iter().find(|entry| entry.case_id() == Some(case))?;
    entry.file.case()
}

/// What the meeting at hand agreed upon, else what the program ships.
pub(super) fn charter_at_hand(state: &State) -> Option<&Charter> {
    state.session.charter().or_else(|| charter().as_ref().ok())
}

fn record(state: &mut State) -> Option<Effect> {
    let today = state.today;
    let Screen::After(screen) = &mut state.screen else { return None };
    if screen.recording {
        return None;
    }
    match screen.act(today) {
        Ok(done) => {
            screen.recording = true;
            Some(Effect::RecordAfter(Box::new(done)))
        }
        Err(lack) => {
            screen.go_to(lack);
            state.notice = Some(Notice::AfterLacks(lack));
            None
        }
    }
}

/// The name of who signs was accepted.
pub(super) fn sign(state: &mut State, decision: DecisionId, by: String) -> Effect {
    state.signer = Some(by.clone());
    Effect::RecordAfter(Box::new(DecisionAct { decision, done: AfterAct::Signed { by } }))
}

/// The record is closed.
pub(super) fn close(decision: DecisionId, words: String) -> Effect {
    Effect::RecordAfter(Box::new(DecisionAct { decision, done: AfterAct::Closed { words } }))
}

/// A form that is left keeps what was typed, as long as the program runs.
pub(super) fn keep(state: &mut State, screen: AfterScreen) {
    state.after_kept = Some(Box::new(screen));
}

/// A decision comes, or comes again: in the place of the page it was asked from, else over what is shown.
pub(super) fn recalled(state: &mut State, passage: Box<Recorded>) -> Option<Effect> {
    let is_same = |screen: &Screen| {
        matches!(screen, Screen::Passage(shown)
            if shown.passage.versions.first().map(|one| one.id) == passage.versions.first().map(|one| one.id)
                && shown.passage.entry.id == passage.entry.id)
    };
    if is_same(&state.screen) {
        if let Screen::Passage(shown) = &mut state.screen {
            shown.passage = passage;
        }
        return None;
    }
    let acting = match &mut state.screen {
        Screen::Due(screen) => screen.acting.take(),
        _ => None,
    };
    open(state, Screen::Passage(PassageScreen { passage, scroll: 0, shows_difference: false }));
    match acting? {
        Todo::Sign => begin_sign(state),
        Todo::Tell(_) => begin(state, AfterSheet::Told),
        Todo::Follow(_) => begin(state, AfterSheet::Followed),
        Todo::Act(_) => begin_settle(state),
        _ => None,
    }
}

/// What was asked for is recorded: the decision's page shows it.
pub(super) fn recorded(state: &mut State, passage: Box<Recorded>) -> Effect {
    if matches!(&state.screen, Screen::After(screen) if screen.recorded.entry.id == passage.entry.id) {
        state.screen = state.under.pop().unwrap_or(Screen::Queue);
    }
    let case = passage.locked.case_id.clone();
    state.earlier.remove(&case);
    if let Screen::Settle(screen) = &mut state.screen
        && screen.passage.entry.id == passage.entry.id
    {
        screen.passage.clone_from(&passage);
        for under in &mut state.under {
            if let Screen::Passage(shown) = under
                && shown.passage.entry.id == passage.entry.id
            {
                shown.passage.clone_from(&passage);
            }
        }
    } else {
        recalled(state, passage);
    }
    state.notice = Some(Notice::Recorded);
    Effect::All(vec![Effect::Standings, Effect::FindDue])
}
