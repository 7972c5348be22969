//! Documents of a decision, minutes of a meeting: which, as what, written at Enter.

use super::super::papers::{PapersOf, PapersScreen};
use super::super::screen::Screen;
use super::super::{Command, Effect, State};
use super::{open, refused};
use crate::domain::PaperForm;

/// A key that opens the choice, or one on it; the command comes back where it means nothing special here.
pub(super) fn perform(state: &mut State, command: Command) -> Result<Option<Effect>, Command> {
    match (&mut state.screen, command) {
        (Screen::Passage(screen), Command::Papers) => {
            let of = PapersOf::Decision(screen.passage.clone());
            open(state, Screen::Papers(PapersScreen { of, selected: 0, form: 0 }));
        }
        (Screen::Meeting(_), Command::Papers) => {
            let of = PapersOf::Meeting(state.meeting());
            open(state, Screen::Papers(PapersScreen { of, selected: 0, form: 0 }));
        }
        (Screen::Papers(screen), Command::Left | Command::Right) => {
            let all = PaperForm::ALL.len();
            screen.form = (screen.form + if command == Command::Right { 1 } else { all - 1 }) % all;
        }
        (Screen::Papers(_), Command::Accept) => return Ok(write(state)),
        _ => return Err(command),
    }
    Ok(None)
}

/// Has the document written, where this session writes at all.
fn write(state: &mut State) -> Option<Effect> {
    if state.read_only {
        return refused(state);
    }
    let Screen::Papers(screen) = &state.screen else { return None };
    Some(match (&screen.of, screen.paper()) {
        (PapersOf::Decision(recorded), Some(paper)) => Effect::WritePaper(recorded.entry.id, paper, screen.form()),
        (PapersOf::Meeting(day), _) => Effect::WriteMinutes(*day, screen.form()),
        (PapersOf::Decision(_), None) => return None,
    })
}
