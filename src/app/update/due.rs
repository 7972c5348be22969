//! What is due: found at the start, after each act, and when the list is asked for.

use super::super::screen::{DueScreen, Screen};
use super::super::{Command, Effect, Notice, State};
use super::{case, decide, open};
use crate::domain::CaseId;
use crate::meeting::session::charter;
use crate::meeting::{OpenDecision, OpenDraft, Task, TaskKind, Todo, met, tasks};

pub(super) fn begin(state: &mut State) -> Effect {
    open(state, Screen::Due(DueScreen::default()));
    Effect::FindDue
}

/// What the journal says is open.
pub(super) fn learn(state: &mut State, open: Vec<OpenDecision>, drafts: Vec<OpenDraft>) {
    state.open_records = (open, drafts);
    reckon(state);
}

/// Says anew what is due, where the journal or the case files say otherwise.
pub(super) fn reckon(state: &mut State) {
    let today = state.today;
    let (open, drafts) = &mut state.open_records;
    for one in open.iter_mut().filter(|one| !one.branches.is_empty()) {
        let file = state.queue.entries.iter().find(|entry| entry.case_id() == Some(&one.past.case_id));
        let Some(case) = file.and_then(|entry| entry.file.case()) else { continue };
        for branch in &mut one.branches {
            branch.met = met(&branch.trigger, case, one.decided_on, today);
        }
    }
    let (open, drafts) = (&*open, &*drafts);
    let charter = state.session.charter().or_else(|| charter().as_ref().ok());
    let due = charter.map(|charter| tasks(open, drafts, charter, today)).unwrap_or_default();
    state.due = due;
    step(state, 0);
}

/// What is due, of the kind that is shown.
pub fn shown(state: &State) -> Vec<&Task> {
    let kind = if let Screen::Due(screen) = &state.screen { screen.kind } else { None };
    state.due.iter().filter(|task| kind.is_none_or(|kind| task.kind() == kind)).collect()
}

/// Moves the cursor by so many rows.
pub(super) fn step(state: &mut State, by: isize) {
    let last = shown(state).len().saturating_sub(1);
    if let Screen::Due(screen) = &mut state.screen {
        screen.selected = screen.selected.saturating_add_signed(by).min(last);
    }
}

/// The next kind of which something is due, or the one before; after the last, all.
fn turn_kind(state: &mut State, forward: bool) {
    let Screen::Due(screen) = &state.screen else { return };
    let is_due = |kind: &TaskKind| state.due.iter().any(|task| task.kind() == *kind);
    let kinds = TaskKind::ALL.iter().copied().filter(is_due).map(Some);
    let kinds: Vec<Option<TaskKind>> = std::iter::once(None).chain(kinds).collect();
    let at = kinds.iter().position(|kind| *kind == screen.kind).unwrap_or(0);
    let by = if forward { 1 } else { kinds.len() - 1 };
    let kind = kinds.get((at + by) % kinds.len()).copied().flatten();
    if let Screen::Due(screen) = &mut state.screen {
        (screen.kind, screen.selected) = (kind, 0);
    }
}

fn at_cursor(state: &State) -> Option<Task> {
    let Screen::Due(screen) = &state.screen else { return None };
    shown(state).get(screen.selected).map(|task| (*task).clone())
}

/// Enter opens the decision; the key of acting also begins what is due.
pub(super) fn perform(state: &mut State, command: Command) -> Result<Option<Effect>, Command> {
    if !matches!(state.screen, Screen::Due(_)) {
        return Err(command);
    }
    let acts = match command {
        Command::Open => false,
        Command::Act => true,
        Command::NextPanel | Command::PreviousPanel => {
            turn_kind(state, command == Command::NextPanel);
            return Ok(None);
        }
        other => return Err(other),
    };
    let Some(task) = at_cursor(state) else { return Ok(None) };
    Ok(match (&task.todo, task.decision) {
        (Todo::Finish(_), _) => finish(state, &task.case_id),
        (Todo::Represent(_), _) if acts => to_case(state, &task.case_id),
        (_, Some(id)) => {
            if let Screen::Due(screen) = &mut state.screen {
                screen.acting = acts.then(|| task.todo.clone());
            }
            Some(Effect::Recall(id))
        }
        (_, None) => None,
    })
}

/// The case of a task, where its file is on the agenda.
fn to_case(state: &mut State, case: &CaseId) -> Option<Effect> {
    let entry = state.queue.entries.iter().find(|entry| entry.case_id() == Some(case));
    let Some(path) = entry.map(|entry| entry.path().to_owned()) else {
        state.notice = Some(Notice::NotOnAgenda);
        return None;
    };
    state.queue.filter.clear();
    state.queue.cursor = Some(path);
    case::open_case(state);
    None
}

fn finish(state: &mut State, case: &CaseId) -> Option<Effect> {
    to_case(state, case);
    if matches!(state.screen, Screen::Due(_)) { None } else { decide::decide(state) }
}
