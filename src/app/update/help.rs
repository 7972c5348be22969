//! The list of keys: what is looked for in it, and whether it is of every place.

use super::super::screen::{HelpScreen, Screen};
use super::super::{Command, Effect, State};

/// A key of the list; the command again where it is none.
pub(super) fn perform(state: &mut State, command: Command) -> Result<Option<Effect>, Command> {
    let is_typed = state.line.is_some();
    let Some(help) = shown(state) else { return Err(command) };
    match command {
        Command::AllPlaces => {
            help.is_of_all = !help.is_of_all;
            help.scroll = 0;
            Ok(None)
        }
        // What was looked for goes first, then the list.
        Command::Back if !is_typed && !help.query.is_empty() => {
            help.query.clear();
            help.scroll = 0;
            Ok(None)
        }
        other => Err(other),
    }
}

/// Looks for this among the keys, from the first line on.
pub(super) fn look_for(state: &mut State, query: String) {
    if let Some(help) = shown(state) {
        help.query = query;
        help.scroll = 0;
    }
}

fn shown(state: &mut State) -> Option<&mut HelpScreen> {
    if let Screen::Help(help) = &mut state.screen { Some(help) } else { None }
}
