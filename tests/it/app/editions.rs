//! The editions of the guidelines: from where they are opened, between which one goes, where one comes back to.

use regards::app::{Action, Drawn, Notice, Place, Screen, State, update};
use regards::text::Lang;

use crate::scene::*;

fn at(state: &State) -> (usize, usize) {
    match &state.screen {
        Screen::Editions(screen) => (screen.column, screen.scroll),
        other => panic!("{other:?}"),
    }
}

#[test]
fn they_open_from_the_agenda_a_case_and_why_on_the_column_under_the_cursor() {
    let mut state = room_of_four(Lang::Fr);
    press(&mut state, "g");
    assert_eq!((state.place(), at(&state)), (Place::Editions, (0, 0)));
    press(&mut state, "<esc>");
    assert_eq!(state.place(), Place::Queue);
    press(&mut state, "<enter><right><right>g");
    assert_eq!(at(&state), (2, 0));
    press(&mut state, "<esc><enter><right>g");
    assert_eq!(at(&state), (3, 0));
    press(&mut state, "<esc>");
    assert_eq!(state.place(), Place::Why);
}

#[test]
fn left_and_right_go_between_them_and_up_and_down_read_one() {
    let mut state = room_of_four(Lang::Fr);
    press(&mut state, "g<down><down><down>");
    assert_eq!(at(&state), (0, 3));
    press(&mut state, "<right>");
    assert_eq!(at(&state), (1, 0), "another one is read from its beginning");
    press(&mut state, "<right><right><right><right>");
    assert_eq!(at(&state).0, 3, "the last one is the last");
    press(&mut state, "<left><left><left><left>");
    assert_eq!(at(&state).0, 0);
    press(&mut state, "<end>");
    update(&mut state, Action::Drawn(Drawn { reach: 12, ..Drawn::default() }));
    assert_eq!(at(&state), (0, 12), "no further than there is to read");
}

#[test]
fn files_that_are_not_loaded_are_said_with_the_command_that_shows_why() {
    let mut state = room_of_four(Lang::Fr);
    update(&mut state, Action::GuidelinesRefused(vec!["my/a.yaml".to_owned(), "my/b.yml".to_owned()]));
    assert_eq!(state.notice, Some(Notice::GuidelinesRefused("my/a.yaml, my/b.yml".to_owned())));
    let text = said(&shot(&state, 120, 36));
    assert!(text.contains("my/a.yaml, my/b.yml") && text.contains("regards guidelines check"), "{text}");
}
