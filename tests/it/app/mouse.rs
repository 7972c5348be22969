//! The mouse: a press goes to what is drawn there, a second one opens it, the wheel scrolls.

use chrono::TimeDelta;
use regards::app::{Action, Link, Panel, Place, Screen, State, update};
use regards::text::Lang;

use crate::scene::*;

/// A press on the first cell of this text, a while after the one before.
fn click(state: &mut State, (width, height): (u16, u16), text: &str) {
    let (column, row) = place_of(&drawn(state, width, height), text);
    later(state);
    update(state, Action::Click(column, row));
}

/// Long enough for a press not to be the second half of a double click.
fn later(state: &mut State) {
    let now = state.now + TimeDelta::seconds(2);
    update(state, Action::Now(now));
}

fn wheel(state: &mut State, down: bool, at: (u16, u16)) {
    update(state, Action::Wheel(down, at.0, at.1));
}

const SMALL: (u16, u16) = (80, 24);
const WALL: (u16, u16) = (160, 45);

#[test]
fn a_press_moves_the_cursor_of_the_agenda_and_a_second_one_opens() {
    for size in [SMALL, (120, 36)] {
        let mut state = room(Lang::Fr);
        click(&mut state, size, "LN-2026-003");
        assert_eq!(state.queue.current().unwrap().case_id().unwrap().as_str(), "LN-2026-003", "{size:?}");
        assert_eq!(state.place(), Place::Queue);
        click(&mut state, size, "LN-2026-003");
        assert!(matches!(&state.screen, Screen::Case(case) if case.opened.case.case.as_str() == "LN-2026-003"));
    }
}

#[test]
fn a_double_click_opens_the_row_it_chose_although_the_list_moved_under_it() {
    let mut state = room(Lang::Fr);
    let (column, row) = place_of(&drawn(&mut state, 80, 24), "LN-2026-010");
    update(&mut state, Action::Click(column, row));
    drawn(&mut state, 80, 24);
    update(&mut state, Action::Click(column, row));
    assert!(matches!(&state.screen, Screen::Case(case) if case.opened.case.case.as_str() == "LN-2026-010"));
}

#[test]
fn a_double_click_on_the_row_under_the_cursor_opens_it_and_nothing_in_it() {
    let mut state = room(Lang::Fr);
    let (column, row) = place_of(&drawn(&mut state, 80, 24), "LN-2026-001");
    update(&mut state, Action::Click(column, row));
    drawn(&mut state, 80, 24);
    let Screen::Case(before) = state.screen.clone() else { panic!("no case") };
    update(&mut state, Action::Click(column, row));
    let Screen::Case(after) = &state.screen else { panic!("it went further than the case") };
    assert_eq!((before.row, before.column), (after.row, after.column));
}

#[test]
fn a_cell_of_the_guidelines_and_a_figure_of_a_panel_take_the_cursor() {
    let mut state = room(Lang::Fr);
    press(&mut state, "/006<enter><enter>");
    let before = match &state.screen {
        Screen::Case(case) => (case.row, case.column),
        _ => panic!("no case"),
    };
    let buffer = drawn(&mut state, WALL.0, WALL.1);
    let (column, _) = place_of(&buffer, "KDIGO");
    let (_, row) = place_of(&buffer, "Corticoïdes, cible");
    update(&mut state, Action::Click(column, row));
    let Screen::Case(case) = &state.screen else { panic!("no case") };
    assert!((case.row, case.column) != before && case.column == 2, "{:?}", (case.row, case.column));
    click(&mut state, WALL, "SDI");
    let Screen::Case(case) = &state.screen else { panic!("no case") };
    assert_eq!(case.panel, Panel::Damage);
    click(&mut state, WALL, "SDI");
    assert_eq!(state.place(), Place::Origin, "a second press says where it comes from");
}

#[test]
fn the_tabs_of_a_small_screen_are_pressed() {
    let mut state = room(Lang::Fr);
    press(&mut state, "<enter>");
    click(&mut state, SMALL, "Dommages");
    assert!(matches!(&state.screen, Screen::Case(case) if case.panel == Panel::Damage));
}

#[test]
fn the_keys_of_the_footer_are_pressed() {
    let mut state = room(Lang::Fr);
    click(&mut state, SMALL, "décider");
    assert_eq!(state.place(), Place::Form);
    click(&mut state, SMALL, "Esc");
    click(&mut state, SMALL, "Esc");
    assert_eq!(state.place(), Place::Queue, "from the form to its case, from there to the agenda");
    let (column, row) = place_of(&drawn(&mut state, WALL.0, WALL.1), "↑↓");
    update(&mut state, Action::Click(column + 1, row));
    assert_eq!(state.queue.selected(), 1, "the second arrow is itself");
    later(&mut state);
    update(&mut state, Action::Click(column, row));
    assert_eq!(state.queue.selected(), 0);
}

#[test]
fn the_choices_of_the_palette_are_pressed_and_a_press_beside_it_closes_it() {
    let mut state = room(Lang::Fr);
    press(&mut state, ":00");
    click(&mut state, SMALL, "LN-2026-004");
    assert!(state.palette.is_some());
    click(&mut state, SMALL, "LN-2026-004");
    assert!(matches!(&state.screen, Screen::Case(case) if case.opened.case.case.as_str() == "LN-2026-004"));
    press(&mut state, ":");
    drawn(&mut state, WALL.0, WALL.1);
    later(&mut state);
    update(&mut state, Action::Click(0, 30));
    assert!(state.palette.is_none());
}

#[test]
fn a_key_of_the_help_is_done_where_it_was_asked_from() {
    let mut state = room(Lang::Fr);
    press(&mut state, "?");
    click(&mut state, WALL, "décisions passées");
    assert_eq!(state.place(), Place::Archive);
}

#[test]
fn the_wheel_moves_the_cursor_of_a_list_and_scrolls_a_page() {
    let mut state = room(Lang::Fr);
    drawn(&mut state, 80, 24);
    wheel(&mut state, true, (10, 10));
    assert_eq!(state.queue.selected(), 1);
    wheel(&mut state, false, (10, 10));
    wheel(&mut state, false, (10, 10));
    assert_eq!(state.queue.selected(), 0);
    press(&mut state, "?");
    drawn(&mut state, 80, 24);
    wheel(&mut state, true, (10, 10));
    assert!(matches!(&state.screen, Screen::Help(help) if help.scroll == 3));
}

#[test]
fn the_wheel_over_a_panel_scrolls_that_panel() {
    let mut state = room(Lang::Fr);
    press(&mut state, "<enter>");
    let at = place_of(&drawn(&mut state, WALL.0, WALL.1), "┌ Sécurité");
    wheel(&mut state, true, (at.0, at.1 + 1));
    assert!(matches!(&state.screen, Screen::Case(case) if case.panel == Panel::Safety));
}

#[test]
fn a_press_beside_a_line_that_is_typed_leaves_it() {
    let mut state = room(Lang::Fr);
    press(&mut state, "oune raison");
    click(&mut state, SMALL, "LN-2026-002");
    assert!(state.line.is_some());
    assert_eq!(state.queue.selected(), 0);
}

#[test]
fn on_the_rooms_screen_the_wheel_scrolls_and_nothing_is_pressed() {
    let mut state = room(Lang::Fr);
    state.link = Link::Following(Box::default());
    let at = place_of(&drawn(&mut state, 80, 24), "LN-2026-003");
    update(&mut state, Action::Click(at.0, at.1));
    update(&mut state, Action::Click(at.0, at.1));
    assert_eq!(state.queue.selected(), 0);
    assert!(matches!(state.screen, Screen::Queue));
    press(&mut state, "");
    state.screen = Screen::Passage(regards::app::PassageScreen {
        passage: Box::new(recorded().remove(0)),
        scroll: 0,
        shows_difference: false,
    });
    drawn(&mut state, 80, 24);
    wheel(&mut state, true, (5, 5));
    assert!(matches!(&state.screen, Screen::Passage(screen) if screen.scroll == 3));
}
