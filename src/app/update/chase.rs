//! What is awaited for the cases of the agenda: the list, and from it to a case.

use super::super::chase::ChaseScreen;
use super::super::screen::Screen;
use super::super::{Command, Effect, State};
use super::{case, open};
use crate::meeting::Chased;

pub(super) fn begin(state: &mut State) {
    let screen = ChaseScreen { cases: cases(state), ..ChaseScreen::default() };
    open(state, Screen::Chase(Box::new(screen)));
}

fn cases(state: &State) -> Vec<Chased> {
    state.queue.shown().into_iter().filter_map(|entry| entry.brief.as_ref()?.chased.clone()).collect()
}

/// The files were read again: what is awaited is told anew.
pub(super) fn follow(state: &mut State) {
    if !std::iter::once(&state.screen).chain(&state.under).any(|screen| matches!(screen, Screen::Chase(_))) {
        return;
    }
    let cases = cases(state);
    for screen in std::iter::once(&mut state.screen).chain(state.under.iter_mut()) {
        if let Screen::Chase(screen) = screen {
            screen.cases.clone_from(&cases);
            screen.selected = screen.selected.min(screen.rows().len().saturating_sub(1));
        }
    }
}

/// Moves the cursor by so many rows.
pub(super) fn step(state: &mut State, by: isize) {
    if let Screen::Chase(screen) = &mut state.screen {
        let last = screen.rows().len().saturating_sub(1);
        screen.selected = screen.selected.saturating_add_signed(by).min(last);
    }
}

/// What a key does on this screen; a key that is not of this screen is handed back.
pub(super) fn perform(state: &mut State, command: Command) -> Result<Option<Effect>, Command> {
    if command == Command::Chase {
        begin(state);
        return Ok(None);
    }
    let Screen::Chase(screen) = &mut state.screen else { return Err(command) };
    match command {
        Command::NextPanel | Command::PreviousPanel => {
            let kinds: Vec<_> = std::iter::once(None).chain(screen.informants().into_iter().map(Some)).collect();
            let at = kinds.iter().position(|kind| *kind == screen.informant).unwrap_or(0);
            let by = if command == Command::NextPanel { 1 } else { kinds.len() - 1 };
            screen.informant = kinds.get((at + by) % kinds.len()).copied().flatten();
            screen.selected = 0;
        }
        Command::Open => {
            let rows = screen.rows();
            let path = rows.get(screen.selected).and_then(|row| screen.cases.get(row.case)).map(|one| one.path.clone());
            if path.is_some() {
                state.queue.cursor = path;
                case::open_case(state);
            }
        }
        other => return Err(other),
    }
    Ok(None)
}
