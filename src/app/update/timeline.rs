//! The timeline of a case: opened on it, moved in time, its marks opened.

use std::sync::Arc;

use super::super::screen::Screen;
use super::super::timeline::{Happening, TimelineScreen};
use super::super::{Effect, State};
use super::open;

pub(super) fn begin(state: &mut State) -> Option<Effect> {
    let Screen::Case(case) = &state.screen else { return None };
    let screen = TimelineScreen::of(Arc::clone(&case.opened));
    let asked = Effect::History(case.opened.case.case.clone());
    open(state, Screen::Timeline(Box::new(screen)));
    Some(asked)
}

/// Moves the timeline, where it is on the screen.
pub(super) fn with(state: &mut State, act: impl FnOnce(&mut TimelineScreen)) {
    if let Screen::Timeline(screen) = &mut state.screen {
        act(screen);
    }
}

/// Enter: a decision in full; of another mark, all its words.
pub(super) fn enter(state: &mut State) -> Option<Effect> {
    let width = state.size.0;
    let Screen::Timeline(screen) = &mut state.screen else { return None };
    let axis = screen.axis(width);
    let here = screen.marks_here(&axis);
    let decision = here.iter().find_map(|mark| match &mark.what {
        Happening::Decided(past) => Some(past.id),
        _ => None,
    });
    if decision.is_none() && !here.is_empty() {
        screen.is_told = !screen.is_told;
    }
    decision.map(Effect::Recall)
}
