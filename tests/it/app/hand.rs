//! What a hand reaches for: the help that searches, undo, text that Esc does not lose, half pages, the footer.

use regards::app::{
    Action, Effect, Place, Purpose, Screen, SortBy, State, Step, bindings, key_names as keys, text_of, update,
};
use regards::meeting::Moment;
use regards::text::Lang;

use crate::scene::*;

fn help(state: &State, width: u16, height: u16) -> String {
    said(&shot(state, width, height))
}

#[test]
fn the_help_finds_keys_by_words_on_this_screen_and_on_all() {
    let mut state = room(Lang::Fr);
    press(&mut state, "?/decisions");
    let seen = help(&state, 80, 24);
    assert!(seen.contains("décisions passées") && !seen.contains("postposer"), "{seen}");
    assert!(!seen.contains("trier"), "what does not fit is left out: {seen}");
    press(&mut state, "<c-u>");
    press(&mut state, "<esc>/verrouiller");
    assert!(help(&state, 80, 24).contains("tous les écrans"), "nothing here: all screens are offered");
    press(&mut state, "<tab>");
    let seen = help(&state, 80, 24);
    assert!(seen.contains("Relecture") || seen.to_lowercase().contains("relecture"), "{seen}");
    assert!(seen.contains("verrouiller"), "{seen}");
}

#[test]
fn the_help_finds_keys_by_their_names() {
    let mut state = room(Lang::En);
    press(&mut state, "<enter>?/f3");
    let seen = help(&state, 80, 24);
    assert!(seen.contains("F3"), "{seen}");
    assert!(!seen.contains("PgDn"), "{seen}");
}

#[test]
fn esc_clears_what_is_looked_for_then_closes() {
    let mut state = room(Lang::Fr);
    press(&mut state, "?/tri<enter>");
    assert_eq!(state.place(), Place::Help);
    let query = |state: &State| match &state.screen {
        Screen::Help(help) => help.query.clone(),
        other => panic!("no help: {other:?}"),
    };
    assert_eq!(query(&state), "tri");
    press(&mut state, "<esc>");
    assert_eq!(query(&state), "");
    press(&mut state, "/abc<esc>");
    assert_eq!(query(&state), "", "while it is typed too");
    press(&mut state, "<esc>");
    assert_eq!(state.place(), Place::Queue);
}

#[test]
fn every_place_with_keys_is_in_the_help_and_says_what_it_is_for() {
    for binding in bindings().iter().filter(|binding| binding.place != Place::Projector) {
        assert!(keys::PLACES.contains(&binding.place), "{:?}", binding.place);
    }
    for lang in [Lang::Fr, Lang::En] {
        for place in keys::PLACES {
            assert!(keys::place_purpose(place, regards::text::words(lang)).ends_with('.'), "{place:?}");
        }
    }
    let mut state = room(Lang::Fr);
    press(&mut state, "?");
    assert!(help(&state, 80, 24).contains("dans l'ordre où ils passent"));
    assert!(help(&state, 120, 60).contains("--no-mouse"));
}

/// At the smallest usual size the way out and the help are named on every screen that has them.
#[test]
fn the_footer_always_names_the_help_and_the_way_back() {
    for lang in [Lang::Fr, Lang::En] {
        for (keys, help, back) in [
            ("", "? ", None),
            ("/006<enter>", "? ", Some("Esc ")),
            ("<enter>", "? ", Some("Esc ")),
            ("<enter><enter>", "? ", Some("Esc ")),
            ("<enter>w", "? ", Some("Esc ")),
            ("<enter>t", "? ", Some("Esc ")),
            ("<enter>r", "? ", Some("Esc ")),
            ("<enter>s", "? ", Some("Esc ")),
            ("<enter>i", "? ", Some("Esc ")),
            ("a", "? ", Some("Esc ")),
            ("u", "? ", Some("Esc ")),
            ("s", "? ", Some("Esc ")),
            ("g", "? ", Some("Esc ")),
            ("d", "F1 ", Some("Esc ")),
            ("d<f3>", "? ", Some("Esc ")),
            ("m", "F1 ", Some("Esc ")),
            ("m<esc>m", "F1 ", Some("Esc ")),
        ] {
            let mut state = room(lang);
            press(&mut state, keys);
            state.notice = None;
            let buffer = shot(&state, 80, 24);
            let foot: String = (0..80).map(|column| buffer[(column, 23)].symbol()).collect();
            assert!(foot.contains(help), "{keys}: {foot}");
            assert!(back.is_none_or(|back| foot.contains(back)), "{keys}: {foot}");
        }
    }
}

#[test]
fn control_z_undoes_what_was_typed_and_control_y_brings_it_back() {
    let mut state = room(Lang::Fr);
    press(&mut state, "d<tab><tab>a");
    let rationale = |state: &State| match &state.screen {
        Screen::Form(form) => text_of(&form.rationale),
        other => panic!("no form: {other:?}"),
    };
    let effects = press(&mut state, "<c-z>");
    assert_eq!(rationale(&state), "");
    assert!(matches!(&effects[..], [Effect::SaveDraft(..)]), "what is undone is on disk too: {effects:?}");
    press(&mut state, "<c-y>");
    assert_eq!(rationale(&state), "a");
    press(&mut state, "<f6>");
    assert_eq!(rationale(&state), "");
    press(&mut state, "<c-z>");
    assert_eq!(rationale(&state), "a", "an emptied field comes back");
}

#[test]
fn control_z_in_a_filter_filters_anew() {
    let mut state = room(Lang::Fr);
    press(&mut state, "/é");
    press(&mut state, "<c-z>");
    assert_eq!(state.queue.filter, "");
    assert_eq!(state.queue.shown().len(), shipped_entries().len());
}

#[test]
fn control_u_empties_the_line_and_control_z_brings_it_back() {
    let mut state = room(Lang::Fr);
    press(&mut state, "/é<c-u>003");
    assert_eq!(state.queue.filter, "003");
    press(&mut state, "<c-u>");
    assert_eq!(state.queue.filter, "");
    press(&mut state, "<c-z>");
    assert_eq!(state.queue.filter, "003");
}

#[test]
fn what_if_goes_back_one_change_at_a_time_and_forth() {
    let mut state = room(Lang::Fr);
    press(&mut state, "<enter>w<right>");
    let supposed = |state: &State| match &state.screen {
        Screen::WhatIf(screen) => screen.suppositions().clone(),
        other => panic!("no what-if: {other:?}"),
    };
    let once = supposed(&state);
    press(&mut state, "<down><down><right>");
    let twice = supposed(&state);
    assert_ne!(once, twice);
    press(&mut state, "<c-z>");
    assert_eq!(supposed(&state), once);
    press(&mut state, "<c-z>");
    assert!(supposed(&state).is_empty());
    press(&mut state, "<c-z>");
    assert_eq!(state.notice, Some(regards::app::Notice::NothingToUndo));
    press(&mut state, "<c-y><c-y>");
    assert_eq!(supposed(&state), twice);
    press(&mut state, "a<c-z>");
    assert_eq!(supposed(&state), twice, "everything taken back at once comes back at once");
}

#[test]
fn the_agenda_takes_back_moves_and_sorts() {
    let mut state = room(Lang::Fr);
    let order = |state: &State| state.queue.case_ids();
    let before = order(&state);
    press(&mut state, "--t");
    assert_eq!(state.queue.sort, SortBy::Missing);
    press(&mut state, "<c-z>");
    assert_eq!(state.queue.sort, SortBy::Agenda);
    let effects = press(&mut state, "<c-z><c-z>");
    assert_eq!(order(&state), before);
    assert!(matches!(&effects[..], [Effect::OrderAgenda(_), Effect::OrderAgenda(agenda)] if !agenda.cases.is_empty()));
    press(&mut state, "<c-z>");
    assert_eq!(state.notice, Some(regards::app::Notice::NothingToUndo));
}

/// A line that is left with Esc is there when it is asked for again.
#[test]
fn esc_loses_no_line() {
    let mut state = room(Lang::Fr);
    press(&mut state, "<enter>w<enter>1,<esc>");
    let typed = |state: &State| text_of(&state.line.as_ref().expect("a line").text);
    press(&mut state, "<enter>");
    assert_eq!(typed(&state), "1,");
    press(&mut state, "<esc><esc>w<enter>");
    assert_eq!(typed(&state), "", "of another what-if it is not");

    let mut state = room(Lang::Fr);
    press(&mut state, "a/class:V<enter>wessai<esc>w");
    assert_eq!(typed(&state), "essai");

    for (key, purpose) in [("s", "Sign"), ("x", "Close")] {
        let mut state = room(Lang::Fr);
        update(&mut state, Action::Recalled(Box::new(recorded().remove(0))));
        press(&mut state, &format!("{key}Dr Z<esc>{key}"));
        let line = state.line.as_ref().expect("a line");
        assert!(matches!(line.purpose, Purpose::Sign(_) | Purpose::Close(_)), "{purpose}");
        assert_eq!(text_of(&line.text), "Dr Z", "{purpose}");
    }
}

/// What was begun on the page of the meeting is there when it is begun again.
#[test]
fn esc_loses_nothing_of_the_page_of_the_meeting() {
    let mut state = room(Lang::Fr);
    press(&mut state, "mDr Chaire<esc>m");
    let Screen::Meeting(screen) = &state.screen else { panic!("no page") };
    let Step::Opening(form) = &screen.step else { panic!("no opening") };
    assert_eq!(text_of(&form.chair), "Dr Chaire");
}

#[test]
fn half_pages_and_pages_move_every_list() {
    let mut state = room(Lang::Fr);
    update(&mut state, Action::Resized(80, 24));
    press(&mut state, "<c-d>");
    let half = state.queue.selected();
    assert_eq!(half, 9);
    press(&mut state, "<c-u>");
    assert_eq!(state.queue.selected(), 0);
    press(&mut state, "<c-f>");
    assert!(state.queue.selected() > half);
    press(&mut state, "<c-b>");
    assert_eq!(state.queue.selected(), 0);
    let mut state = room(Lang::Fr);
    press(&mut state, "a");
    let found: Vec<Moment> =
        recorded().into_iter().cycle().take(60).map(|one| Moment::Decided(Box::new(one.entry))).collect();
    update(&mut state, Action::Found(1, found));
    press(&mut state, "<c-d>");
    assert!(matches!(&state.screen, Screen::Archive(archive) if archive.selected == 9));
    press(&mut state, "<end><home>");
    assert!(matches!(&state.screen, Screen::Archive(archive) if archive.selected == 0));
    let mut state = room(Lang::Fr);
    press(&mut state, "<enter>s<c-d>");
    let Screen::Scores(screen) = &state.screen else { panic!("no scores") };
    let before = screen.row;
    assert!(before > 1);
    press(&mut state, "<c-u>");
    assert!(matches!(&state.screen, Screen::Scores(screen) if screen.row < before));
}
