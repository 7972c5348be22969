//! What if: opened on a case, turned with the arrows, left with the truth restored.

use std::sync::Arc;

use super::super::form::{area, text_of};
use super::super::screen::{Line, Purpose, Screen, WhyScreen};
use super::super::{Effect, Notice, State, WhatIfScreen};
use super::{decide, open, refused};
use crate::knowledge::{FactId, Value};

pub(super) fn begin(state: &mut State) {
    if matches!(state.screen, Screen::Case(_)) {
        // A value that was begun is of the case that it was begun on.
        state.left_lines.retain(|(purpose, _)| !matches!(purpose, Purpose::Suppose(_)));
        let Screen::Case(case) = &state.screen else { return };
        let screen = WhatIfScreen::new(Arc::clone(&case.opened));
        open(state, Screen::WhatIf(Box::new(screen)));
    }
}

fn here(state: &mut State) -> Option<&mut WhatIfScreen> {
    if let Screen::WhatIf(screen) = &mut state.screen { Some(screen) } else { None }
}

pub(super) fn turn_side(state: &mut State) {
    if let Some(screen) = here(state) {
        screen.in_cells = !screen.in_cells;
    }
}

pub(super) fn turn_value(state: &mut State, by: isize) {
    if let Some(screen) = here(state).filter(|screen| !screen.in_cells) {
        screen.turn(by);
    }
}

pub(super) fn unknown(state: &mut State) {
    if let Some((screen, fact)) = under_cursor(state) {
        screen.suppose(fact, Value::Unknown);
    }
}

pub(super) fn restore(state: &mut State) {
    if let Some((screen, fact)) = under_cursor(state) {
        screen.restore(fact);
    }
}

pub(super) fn restore_all(state: &mut State) {
    if let Some(screen) = here(state) {
        screen.restore_all();
    }
}

/// The fact under the cursor, while the cursor is among the facts.
fn under_cursor(state: &mut State) -> Option<(&mut WhatIfScreen, FactId)> {
    let screen = here(state).filter(|screen| !screen.in_cells)?;
    let fact = screen.fact()?;
    Some((screen, fact))
}

/// Enter: a value to type, or why a changed cell says what it would say.
pub(super) fn enter(state: &mut State) {
    let Some(screen) = here(state) else { return };
    if !screen.in_cells {
        if let Some(fact) = screen.fact() {
            decide::begin_line(state, Purpose::Suppose(fact), "");
        }
        return;
    }
    let Some(one) = screen.changed.get(screen.cell) else { return };
    let why = WhyScreen { opened: Arc::clone(&screen.supposed), row: one.row, column: one.column, scroll: 0 };
    open(state, Screen::Why(why));
}

/// A typed value; one that cannot be said of the fact stays on the line with the reason.
pub(super) fn accept_value(state: &mut State, line: Line, fact: FactId) {
    let written = text_of(&line.text);
    if written.trim().is_empty() {
        return;
    }
    let refusal = here(state).and_then(|screen| screen.write(fact, &written).err());
    if let Some(refusal) = refusal {
        state.notice = Some(Notice::Refused(refusal));
        state.line = Some(line);
    }
}

/// Asks for the remark that a hypothesis is recorded with.
pub(super) fn begin_record(state: &mut State) -> Option<Effect> {
    if state.read_only {
        return refused(state);
    }
    let screen = here(state)?;
    if screen.suppositions().is_empty() {
        state.notice = Some(Notice::NothingSupposed);
        return None;
    }
    let case = screen.truth.case.case.clone();
    let kept = state.remark.as_ref().filter(|(of, _)| *of == case).map_or("", |(_, remark)| remark.as_str());
    state.line = Some(Line { text: area(kept), purpose: Purpose::Remark(case) });
    None
}

/// The remark is kept until the ledger has taken the hypothesis down.
pub(super) fn record(state: &mut State, remark: String) -> Option<Effect> {
    let lang = state.lang;
    let hypothesis = here(state)?.hypothesis(lang, &remark);
    state.remark = Some((hypothesis.case_id.clone(), remark));
    Some(Effect::Suppose(Box::new(hypothesis)))
}

/// Leaves everything that is only supposed: what follows is about the case as it is.
pub(super) fn leave(state: &mut State) {
    while is_supposed(&state.screen) {
        state.screen = state.under.pop().unwrap_or(Screen::Queue);
    }
}

fn is_supposed(screen: &Screen) -> bool {
    match screen {
        Screen::WhatIf(_) => true,
        Screen::Why(why) => why.opened.is_supposed(),
        _ => false,
    }
}
