//! The mouse, for those who reach for it: everything that it does, a key does too.

use chrono::{DateTime, TimeDelta, Utc};
use ratatui_textarea::{Input, Key};

use super::super::bindings::command;
use super::super::screen::{CaseScreen, Panel, Purpose, Screen};
use super::super::spots::Target;
use super::super::{Action, Command, Effect, Place, State};
use super::{archive, palette, scroll_of, step, themes, update};

/// Within this time a second press on the same cell is the second half of a double click, in milliseconds.
const DOUBLE: i64 = 400;
/// Lines that a notch of the wheel moves a page; in a list it moves the cursor by one row.
const NOTCH: usize = 3;

/// The last press: where, when, and what it did.
#[derive(Debug, Clone, Copy)]
pub struct Press {
    at: (u16, u16),
    when: DateTime<Utc>,
    done: Done,
}

/// What a press did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Done {
    /// Nothing that a second press adds to.
    Nothing,
    /// It put the cursor somewhere.
    Chose,
    /// It opened something.
    Opened,
}

/// The button was pressed on this cell: the cursor goes there; what it is on already is opened.
pub(super) fn click(state: &mut State, at: (u16, u16)) -> Option<Effect> {
    let now = state.now;
    let is_second = |last: &Press| last.at == at && now - last.when < TimeDelta::milliseconds(DOUBLE);
    let last = state.pressed.take().filter(is_second).map_or(Done::Nothing, |last| last.done);
    let (done, effect) = match last {
        Done::Opened => return None,
        // A list scrolls under the first half of a double click: the second half means the row that the first one chose.
        Done::Chose => (Done::Opened, open_at_cursor(state)),
        Done::Nothing => press(state, state.spots.at(at)),
    };
    state.pressed = Some(Press { at, when: now, done });
    effect
}

fn press(state: &mut State, target: Option<Target>) -> (Done, Option<Effect>) {
    if state.palette.is_some() {
        return press_on_palette(state, target);
    }
    if state.themes.is_some() {
        return press_on_themes(state, target);
    }
    match target {
        Some(Target::Key(command)) => return (Done::Nothing, update(state, Action::Do(command))),
        Some(Target::Listed(command)) => return (Done::Opened, press_listed(state, command)),
        _ => {}
    }
    // What acts as it is typed stands; a sentence that is being typed is not left by a click beside it.
    if state.line.as_ref().is_some_and(|line| matches!(line.purpose, Purpose::Filter | Purpose::Search | Purpose::Keys))
    {
        state.line = None;
    }
    let (None, Some(target)) = (&state.line, target) else { return (Done::Nothing, None) };
    if is_at(state, target) {
        return (Done::Opened, open_at_cursor(state));
    }
    state.notice = None;
    let chose = if matches!(target, Target::Panel(_)) { Done::Nothing } else { Done::Chose };
    (chose, go_to(state, target))
}

fn press_on_palette(state: &mut State, target: Option<Target>) -> (Done, Option<Effect>) {
    let Some(shown) = &mut state.palette else { return (Done::Nothing, None) };
    match target {
        Some(Target::Choice(row)) if shown.selected == row => (Done::Opened, palette::choose(state)),
        Some(Target::Choice(row)) => {
            shown.selected = row;
            (Done::Chose, None)
        }
        Some(Target::Key(command)) => (Done::Nothing, update(state, Action::Do(command))),
        _ => {
            state.palette = None;
            (Done::Nothing, None)
        }
    }
}

/// A click on a row wears it, a second one keeps it; beside the list it goes back.
fn press_on_themes(state: &mut State, target: Option<Target>) -> (Done, Option<Effect>) {
    match target {
        Some(Target::Choice(row)) if state.themes.as_ref().is_some_and(|themes| themes.selected == row) => {
            themes::keep(state);
            (Done::Opened, None)
        }
        Some(Target::Choice(row)) => (Done::Chose, themes::go_to(state, row)),
        Some(Target::Key(command)) => (Done::Nothing, update(state, Action::Do(command))),
        _ => (Done::Nothing, themes::leave(state)),
    }
}

/// A key of the list of keys: pressed where the list was asked from.
fn press_listed(state: &mut State, command: Command) -> Option<Effect> {
    let Screen::Help(help) = &state.screen else { return None };
    let of = help.of;
    state.line = None;
    state.screen = state.under.pop().unwrap_or(Screen::Queue);
    if state.place() == of { update(state, Action::Do(command)) } else { None }
}

/// What Enter does here.
fn open_at_cursor(state: &mut State) -> Option<Effect> {
    let enter = Input { key: Key::Enter, ctrl: false, alt: false, shift: false };
    let command = command(&state.keys, state.place(), &enter)?;
    update(state, Action::Do(command))
}

/// The row under the cursor, of a screen that is a list.
fn row(state: &State) -> Option<usize> {
    Some(match &state.screen {
        Screen::Queue => state.queue.selected(),
        Screen::Diagnostics(screen) => screen.selected,
        Screen::Archive(screen) => screen.selected,
        Screen::Precedents(screen) => screen.selected,
        Screen::Replay(screen) => screen.selected,
        Screen::Due(screen) => screen.selected,
        Screen::Settle(screen) => screen.selected,
        Screen::Papers(screen) => screen.selected,
        Screen::Stats(screen) => screen.selected,
        Screen::Behind(screen) => screen.selected,
        Screen::Resources(screen) => screen.selected,
        Screen::Meeting(screen) if state.place() == Place::Meeting => screen.selected,
        _ => return None,
    })
}

fn is_at(state: &State, target: Target) -> bool {
    match (target, &state.screen) {
        (Target::Cell(row, column), Screen::Case(case)) => {
            case.panel == Panel::Guidelines && (case.row, case.column) == (row, column)
        }
        (Target::Figure(panel, figure), Screen::Case(case)) => case.panel == panel && case.figure == figure,
        (Target::Row(at), _) => row(state) == Some(at),
        _ => false,
    }
}

fn go_to(state: &mut State, target: Target) -> Option<Effect> {
    match (target, &mut state.screen) {
        (Target::Cell(row, column), Screen::Case(case)) => {
            focus(case, Panel::Guidelines);
            (case.row, case.column) = (row, column);
        }
        (Target::Figure(panel, figure), Screen::Case(case)) => {
            focus(case, panel);
            case.figure = figure;
        }
        (Target::Panel(panel), Screen::Case(case)) => focus(case, panel),
        (Target::Row(to), _) => {
            let from = row(state)?;
            let by = isize::try_from(to).ok()? - isize::try_from(from).ok()?;
            step(state, by);
            return archive::more(state);
        }
        _ => {}
    }
    None
}

fn focus(case: &mut CaseScreen, panel: Panel) {
    if case.panel != panel {
        (case.panel, case.figure, case.scroll) = (panel, 0, 0);
    }
}

/// A notch of the wheel over this cell: a panel that it turns over gets the focus, for it is what is being read.
pub(super) fn wheel(state: &mut State, down: bool, at: (u16, u16)) -> Effect {
    let command = if down { Command::Down } else { Command::Up };
    let is_open = state.palette.is_some() || state.themes.is_some();
    if let (Some(panel), Screen::Case(case), false) = (state.spots.panel_at(at), &mut state.screen, is_open) {
        focus(case, panel);
    }
    let is_page = !is_open && state.line.is_none() && scroll_of(&mut state.screen).is_some() && !has_cursor(state);
    let effects = (0..if is_page { NOTCH } else { 1 }).filter_map(|_| update(state, Action::Do(command)));
    Effect::All(effects.collect())
}

/// A case has a cursor in all of its panels but those of running text.
fn has_cursor(state: &State) -> bool {
    let panel = if let Screen::Case(case) = &state.screen { Some(case.panel) } else { None };
    panel.is_some_and(|panel| panel == Panel::Guidelines || !panel.figures().is_empty())
}
