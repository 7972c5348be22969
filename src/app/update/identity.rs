//! The card that says who the patient is: opened on a case, closed as soon as identities are hidden.

use std::sync::Arc;

use super::super::screen::{IdentityScreen, Screen};
use super::super::{Notice, State};
use super::open;

/// Opens the card of the case on the screen; else says why it stays closed.
pub(super) fn show(state: &mut State) {
    let Screen::Case(screen) = &state.screen else { return };
    let opened = Arc::clone(&screen.opened);
    match state.identities.of(&opened.case, state.masked) {
        Ok(_) => open(state, Screen::Identity(IdentityScreen { opened })),
        Err(why) => state.notice = Some(Notice::IdentityWithheld(why)),
    }
}

/// Hides what could identify somebody, or shows it again: a card that is open does not come back by itself.
pub(super) fn mask(state: &mut State) {
    state.masked = !state.masked;
    if !state.masked {
        return;
    }
    state.under.retain(|screen| !matches!(screen, Screen::Identity(_)));
    if matches!(state.screen, Screen::Identity(_)) {
        state.screen = state.under.pop().unwrap_or(Screen::Queue);
    }
}
