//! A laboratory's table: pasted on a case, shown, written.

use std::path::Path;
use std::sync::Arc;

use super::super::labs::LabsScreen;
use super::super::screen::Screen;
use super::super::{Command, Effect, Notice, State};
use super::{open, page, refused, rows_of, scroll_by};

/// Where a table is pasted on the screen of a case.
pub(super) fn begin(state: &mut State) -> Option<Effect> {
    let Screen::Case(case) = &state.screen else { return None };
    let opened = Arc::clone(&case.opened);
    if state.read_only {
        return refused(state);
    }
    let mut screen = state.tables.remove(&opened.case.case).unwrap_or_else(|| LabsScreen::new(Arc::clone(&opened)));
    screen.follow(opened);
    open(state, Screen::Labs(Box::new(screen)));
    None
}

/// A table that was pasted on a case, or where one is awaited; whether it was taken.
pub(super) fn paste(state: &mut State, text: &str) -> bool {
    // A word is no table: it was meant for something else.
    let is_table = text.trim().contains(['\n', '\r', '\t', ';']);
    if matches!(state.screen, Screen::Case(_)) && is_table {
        begin(state);
    }
    let Screen::Labs(screen) = &mut state.screen else { return false };
    screen.paste(text);
    true
}

/// What a key does on this screen; a key that is not of this screen is handed back.
pub(super) fn perform(state: &mut State, command: Command) -> Result<Option<Effect>, Command> {
    use Command as C;
    let rows = page(state);
    if command == C::Labs {
        return Ok(begin(state));
    }
    let Screen::Labs(screen) = &mut state.screen else { return Err(command) };
    match command {
        C::Accept => return Ok(write(state)),
        C::Back => leave(state),
        C::Left | C::Right => screen.turn_unit(if command == C::Right { 1 } else { -1 }),
        C::NextField | C::PreviousField => {
            let last = screen.asked().len().saturating_sub(1);
            screen.next_unit(if command == C::NextField { 1 } else { last });
        }
        C::Toggle => screen.turn_replacing(),
        other => scroll_by(&mut screen.scroll, rows_of(other, rows).ok_or(other)?),
    }
    Ok(None)
}

/// The room accepts what is shown.
fn write(state: &mut State) -> Option<Effect> {
    if state.read_only {
        return refused(state);
    }
    let Screen::Labs(screen) = &state.screen else { return None };
    let outcome = screen.preview.as_ref().and_then(|preview| preview.outcome.as_ref().ok());
    let Some(outcome) = outcome.filter(|outcome| outcome.opened.is_some()) else {
        state.notice = Some(Notice::NoNewValue);
        return None;
    };
    let file = &screen.opened.file;
    Some(Effect::WriteCase { path: file.path.clone(), read: file.text.to_string(), written: outcome.written.clone() })
}

/// Leaves the table; it is kept for the next time.
fn leave(state: &mut State) {
    let left = std::mem::replace(&mut state.screen, state.under.pop().unwrap_or(Screen::Queue));
    if let Screen::Labs(screen) = left
        && screen.table.is_some()
    {
        state.tables.insert(screen.opened.case.case.clone(), *screen);
        state.notice = Some(Notice::TableKept);
    }
}

/// The file holds the values: back to the case.
pub(super) fn written(state: &mut State, path: &Path) {
    let is_it = |screen: &Screen| matches!(screen, Screen::Labs(screen) if screen.opened.file.path == *path);
    if is_it(&state.screen) {
        state.screen = state.under.pop().unwrap_or(Screen::Queue);
    } else {
        state.under.retain(|screen| !is_it(screen));
    }
}
