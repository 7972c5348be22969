//! Ctrl-Z and Ctrl-Y: of a text by its editor, of what-if and of the agenda by what they were before.

use ratatui_textarea::{Input, Key};

use super::super::queue::Rearranged;
use super::super::screen::Screen;
use super::super::{Action, Command, Effect, Notice, State};
use super::{taper, update};

/// Takes the last change back, or takes that back.
pub(super) fn perform(state: &mut State, command: Command) -> Option<Effect> {
    let undoes = command == Command::Undo;
    if state.line.is_some() {
        return in_text(state, undoes);
    }
    let is_done = match &mut state.screen {
        Screen::Taper(_) => {
            taper::perform(state, command);
            return None;
        }
        Screen::WhatIf(screen) => screen.go_back(undoes),
        Screen::Queue => {
            let undone = in_agenda(state);
            if undone.is_some() {
                return undone.flatten();
            }
            false
        }
        _ => return in_text(state, undoes),
    };
    if !is_done {
        state.notice = Some(if undoes { Notice::NothingToUndo } else { Notice::NothingToRedo });
    }
    None
}

/// The keys of the editor: what follows from another text follows from them too.
fn in_text(state: &mut State, undoes: bool) -> Option<Effect> {
    let key = Key::Char(if undoes { 'u' } else { 'r' });
    update(state, Action::Type(Input { key, ctrl: true, alt: false, shift: false }))
}

/// The last move or sort of the agenda taken back, and what the world must do; none where there is none.
#[expect(clippy::option_option, reason = "nothing to undo, and an undo that the world need not know of")]
fn in_agenda(state: &mut State) -> Option<Option<Effect>> {
    let was = state.queue.undo()?;
    let Rearranged::Moved(path, _) = was else { return Some(None) };
    let meeting = state.queue.entry(&path).and_then(|entry| entry.file.case()).and_then(|case| case.meeting);
    Some(Some(Effect::OrderAgenda(state.queue.agenda(meeting))))
}
