//! The palette: opened over any screen, typed in, and what is chosen in it done.

use std::path::Path;

use ratatui_textarea::Input;

use super::super::form::pasted;
use super::super::meeting::Step;
use super::super::palette::{self, Chosen, Palette};
use super::super::screen::Screen;
use super::super::{Action, Command, Effect, State};
use super::{case, meeting, page, perform as perform_anywhere, rows_of, update};
use crate::meeting::Moment;

/// Letters from which on the ledger is asked.
const ENOUGH: usize = 2;
/// Screens that one way out of what is being typed can lead through: a line, the positions, the read-back, the form.
const MOST_STEPS_BACK: usize = 6;

/// Opens it over the screen and over the line that is being typed, which stays as it is.
pub(super) fn begin(state: &mut State) {
    let palette = Palette::over(state.place(), state.sought);
    put(state, palette);
}

fn put(state: &mut State, mut palette: Palette) {
    palette::find(state, &mut palette);
    state.palette = Some(Box::new(palette));
}

/// What can be found is another now: files were read, the language is another.
pub(super) fn refresh(state: &mut State) {
    if let Some(palette) = state.palette.take() {
        put(state, *palette);
    }
}

/// A key of the palette.
pub(super) fn perform(state: &mut State, command: Command) -> Option<Effect> {
    let rows = page(state);
    let palette = state.palette.as_mut()?;
    let last = palette.choices.len().saturating_sub(1);
    match command {
        Command::Accept => return choose(state),
        Command::Undo | Command::Redo => {
            let _ = if command == Command::Undo { palette.text.undo() } else { palette.text.redo() };
            return typed(state);
        }
        Command::Quit => {
            state.palette = None;
            return perform_anywhere(state, command);
        }
        other => match rows_of(other, rows) {
            Some(by) => palette.selected = palette.selected.saturating_add_signed(by).min(last),
            None => state.palette = None,
        },
    }
    None
}

/// A letter of what is looked for.
pub(super) fn type_key(state: &mut State, input: Input) -> Option<Effect> {
    state.palette.as_mut()?.text.input(input);
    typed(state)
}

/// Pasted text, as one line.
pub(super) fn paste(state: &mut State, text: &str) -> Option<Effect> {
    let text = pasted(text).split_whitespace().collect::<Vec<_>>().join(" ");
    state.palette.as_mut()?.text.insert_str(text);
    typed(state)
}

/// Another thing is looked for: here at once, in the ledger by a question that the screen does not wait for.
fn typed(state: &mut State) -> Option<Effect> {
    state.sought += 1;
    let mut palette = state.palette.take()?;
    palette.selected = 0;
    palette.asked = state.sought;
    let query = palette.query();
    let asks = query.trim().chars().count() >= ENOUGH;
    if !asks {
        palette.past.clear();
    }
    put(state, *palette);
    asks.then_some(Effect::Seek(state.sought, query))
}

/// The ledger answered; an answer to an older question is dropped.
pub(super) fn sought(state: &mut State, number: u64, found: Vec<Moment>) {
    if let Some(palette) = state.palette.as_mut().filter(|palette| palette.asked == number) {
        palette.past = found;
        refresh(state);
    }
}

/// Does what is under the cursor.
pub(super) fn choose(state: &mut State) -> Option<Effect> {
    let chosen = state.palette.as_ref()?.at_hand()?.what.clone();
    state.palette = None;
    match chosen {
        Chosen::Command(command) => update(state, Action::Do(command)),
        Chosen::Page(command) => Some(to_page(state, command)),
        Chosen::Case(path) => Some(to_case(state, &path)),
        Chosen::Past(id) => {
            let mut effects = leave_typed(state);
            effects.push(Effect::Recall(id));
            Some(Effect::All(effects))
        }
    }
}

/// Goes back to the agenda as Esc does, which keeps what was typed, and opens one of its pages.
fn to_page(state: &mut State, command: Command) -> Effect {
    let mut effects = leave_typed(state);
    for _ in 0..MOST_STEPS_BACK {
        if matches!(state.screen, Screen::Queue) {
            effects.extend(update(state, Action::Do(command)));
            break;
        }
        effects.extend(perform_anywhere(state, Command::Back));
    }
    Effect::All(effects)
}

/// Opens a case as the agenda does: Esc comes back to where one was; another case on the screen gives it its place.
fn to_case(state: &mut State, path: &Path) -> Effect {
    let mut effects = leave_typed(state);
    if matches!(&state.screen, Screen::Case(case) if case.opened.file.path == path) {
        return Effect::All(effects);
    }
    if !state.queue.shown().iter().any(|entry| entry.path() == path) {
        state.queue.filter.clear();
    }
    state.queue.cursor = Some(path.to_owned());
    if matches!(state.screen, Screen::Case(_)) {
        state.screen = state.under.pop().unwrap_or(Screen::Queue);
    }
    case::open_case(state);
    effects.extend(meeting::arrive(state));
    Effect::All(effects)
}

/// Leaves what is being typed as Esc does, which keeps it: two forms on one case would write over each other.
fn leave_typed(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    for _ in 0..MOST_STEPS_BACK {
        let is_typed = state.line.is_some()
            || match &state.screen {
                Screen::Form(_) | Screen::ReadBack(_) | Screen::After(_) | Screen::Scores(_) | Screen::Taper(_) => true,
                Screen::Meeting(screen) => !matches!(screen.step, Step::Room),
                _ => false,
            };
        if !is_typed {
            break;
        }
        effects.extend(perform_anywhere(state, Command::Back));
    }
    effects
}
