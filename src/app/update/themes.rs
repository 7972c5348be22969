//! The list of themes: the screen wears the one under the cursor at once, and keeps it or goes back.

use super::super::{Command, Effect, State, Themes};
use super::perform as perform_anywhere;

/// Opens the list on the theme in force.
pub(super) fn open(state: &mut State, themes: Themes) {
    state.themes = Some(Box::new(themes));
}

/// A key of the list.
pub(super) fn perform(state: &mut State, command: Command) -> Option<Effect> {
    let themes = state.themes.as_ref()?;
    let last = themes.rows.len().saturating_sub(1);
    let at = themes.selected;
    let to = match command {
        Command::Up => at.saturating_sub(1),
        Command::Down => at + 1,
        Command::Theme => (at + 1) % (last + 1),
        Command::First => 0,
        Command::Last => last,
        Command::Accept => {
            keep(state);
            return None;
        }
        Command::Quit => {
            let effects = leave(state).into_iter().chain(perform_anywhere(state, command));
            return Some(Effect::All(effects.collect()));
        }
        _ => return leave(state),
    };
    go_to(state, to.min(last))
}

/// Puts the cursor on a row: the screen wears it, unless it cannot be worn.
pub(super) fn go_to(state: &mut State, row: usize) -> Option<Effect> {
    let themes = state.themes.as_mut()?;
    let moves = std::mem::replace(&mut themes.selected, row) != row;
    let theme = themes.at_hand().filter(|theme| moves && theme.fault.is_none())?;
    Some(Effect::Theme(theme.name.clone()))
}

/// Keeps what is under the cursor for the session; what cannot be worn cannot be kept.
pub(super) fn keep(state: &mut State) {
    if state.themes.as_ref().and_then(|themes| themes.at_hand()).is_some_and(|theme| theme.fault.is_none()) {
        state.themes = None;
    }
}

/// Goes back to the theme of before.
pub(super) fn leave(state: &mut State) -> Option<Effect> {
    state.themes.take().map(|themes| Effect::Theme(themes.before))
}
