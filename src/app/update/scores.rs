//! Scores: entered, shown as the lines that change, written.

use std::path::Path;
use std::sync::Arc;

use super::super::screen::Screen;
use super::super::{Command, Effect, Manner, Notice, ScoresScreen, State};
use super::{open, page, refused, rows_of, scroll_by};

/// Millimetres that a page key moves a mark by.
const LEAP: i32 = 10;

pub(super) fn begin(state: &mut State) -> Option<Effect> {
    let Screen::Case(case) = &state.screen else { return None };
    let opened = Arc::clone(&case.opened);
    if state.read_only {
        return refused(state);
    }
    let kept = state.entered.remove(&opened.case.case);
    open(state, Screen::Scores(Box::new(ScoresScreen::new(opened, kept))));
    None
}

/// What a key does on this screen; a key that is not of this screen is handed back.
pub(super) fn perform(state: &mut State, command: Command) -> Result<Option<Effect>, Command> {
    use Command as C;
    let rows = page(state);
    let Screen::Scores(screen) = &mut state.screen else { return Err(command) };
    let was_leaving = std::mem::take(&mut screen.leaving);
    if screen.preview.is_some() {
        return perform_preview(state, command);
    }
    let ask = screen.ask();
    match (command, ask) {
        (C::PageUp | C::PageDown, Some(ask)) if matches!(ask.manner(), Manner::Line(_)) => {
            screen.sheet.turn(ask, if command == C::PageUp { LEAP } else { -LEAP });
        }
        (C::Left | C::Right, Some(ask)) => {
            screen.typed.clear();
            screen.sheet.turn(ask, if command == C::Right { 1 } else { -1 });
        }
        (C::NextPanel, _) => screen.turn_page(1),
        (C::PreviousPanel, _) => screen.turn_page(super::super::ScorePage::ALL.len() - 1),
        (C::Unknown, Some(ask)) => screen.sheet.forget(ask),
        (C::Restore, Some(ask)) => screen.sheet.restore(ask),
        (C::RestoreAll, _) => screen.sheet.restore_all(),
        (C::OtherVisit, _) => {
            if !screen.turn_visit() {
                state.notice = Some(Notice::VisitStays);
            }
        }
        (C::Open, _) if screen.sheet.edits().is_empty() => state.notice = Some(Notice::NothingEntered),
        (C::Open, _) => screen.show(),
        (C::Back, _) => leave(state, was_leaving),
        (other, _) => screen.step(rows_of(other, rows).ok_or(other)?),
    }
    Ok(None)
}

fn perform_preview(state: &mut State, command: Command) -> Result<Option<Effect>, Command> {
    use Command as C;
    let rows = page(state);
    if command == C::Accept {
        return Ok(write(state));
    }
    let Screen::Scores(screen) = &mut state.screen else { return Err(command) };
    let Some(preview) = &mut screen.preview else { return Err(command) };
    match command {
        C::Back => screen.preview = None,
        other => scroll_by(&mut preview.scroll, rows_of(other, rows).ok_or(other)?),
    }
    Ok(None)
}

/// The room accepts what is shown.
fn write(state: &mut State) -> Option<Effect> {
    if state.read_only {
        return refused(state);
    }
    let Screen::Scores(screen) = &state.screen else { return None };
    let outcome = screen.preview.as_ref()?.outcome.as_ref().ok()?;
    outcome.opened.as_ref()?;
    let file = &screen.opened.file;
    Some(Effect::WriteCase { path: file.path.clone(), read: file.text.to_string(), written: outcome.written.clone() })
}

/// Leaves the entry; with something entered only when asked twice, and it is kept for the next time.
fn leave(state: &mut State, was_leaving: bool) {
    let Screen::Scores(screen) = &mut state.screen else { return };
    if screen.sheet.has_changes() {
        if !was_leaving {
            screen.leaving = true;
            state.notice = Some(Notice::NotWritten);
            return;
        }
        let (case, sheet) = (screen.opened.case.case.clone(), screen.sheet.clone());
        state.entered.insert(case, sheet);
        state.notice = Some(Notice::EntryKept);
    }
    state.screen = state.under.pop().unwrap_or(Screen::Queue);
}

/// The file holds what was entered: back to the case, which follows its file by itself.
pub(super) fn written(state: &mut State, path: &Path) {
    let is_it = |screen: &Screen| matches!(screen, Screen::Scores(screen) if screen.opened.file.path == *path);
    for screen in std::iter::once(&state.screen).chain(&state.under) {
        if let Screen::Scores(screen) = screen
            && screen.opened.file.path == *path
            && screen.sheet.has_unwritable()
        {
            state.entered.insert(screen.opened.case.case.clone(), screen.sheet.clone());
        }
    }
    if is_it(&state.screen) {
        state.screen = state.under.pop().unwrap_or(Screen::Queue);
    } else {
        state.under.retain(|screen| !is_it(screen));
    }
    state.notice = Some(Notice::CaseWritten);
}

/// Whether something is entered and not written.
pub(super) fn is_unwritten(state: &State) -> bool {
    let entered = |screen: &Screen| matches!(screen, Screen::Scores(screen) if screen.sheet.has_changes());
    !state.entered.is_empty() || entered(&state.screen) || state.under.iter().any(entered)
}
