//! The page of the meeting, the agenda and the case in it: at every size, in both languages.

use regards::app::{Action, Screen, State, update};
use regards::text::Lang;

use crate::picture::picture;
use crate::scene::*;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (160, 45)];

fn on(state: &mut State, name: &str) {
    let at = state.listed().iter().position(|one| one.person().name == name).unwrap();
    if let Screen::Meeting(screen) = &mut state.screen {
        screen.selected = at;
    }
}

/// What is drawn, at each size.
fn shots(name: &str, lang: Lang, state: &mut State) {
    for (width, height) in SIZES {
        update(state, Action::Resized(width, height));
        let name = format!("{name}-{width}x{height}-{}", lang.code());
        insta::assert_snapshot!(name, picture(&shot(state, width, height)));
    }
}

/// An hour and a quarter of a meeting: one case paused, one long over its time, somebody gone, somebody recused.
fn in_progress(lang: Lang) -> (State, Journal) {
    let (mut state, mut journal) = held(lang);
    on(&mut state, "Dr N. Nadal");
    journal.press(&mut state, "r<down><enter><esc>i<right><right><tab>");
    journal.paste(&mut state, "étude ALLEGORY");
    journal.press(&mut state, "<enter>");
    on(&mut state, "Dr X. Petit");
    journal.wait(&mut state, 4000);
    journal.press(&mut state, "<enter><esc><enter>");
    journal.wait(&mut state, 161);
    journal.press(&mut state, "n+m");
    journal.wait(&mut state, 371);
    (state, journal)
}

#[test]
fn the_form_that_opens_the_meeting() {
    for lang in [Lang::Fr, Lang::En] {
        let (mut state, mut journal) = (room(lang), Journal::new());
        journal.last = Some(last_meeting());
        journal.press(&mut state, "m");
        shots("meeting-opening", lang, &mut state);
    }
}

#[test]
fn the_sheet_the_quorum_and_the_time() {
    for lang in [Lang::Fr, Lang::En] {
        let (mut state, mut journal) = in_progress(lang);
        journal.press(&mut state, "<esc>m");
        on(&mut state, "Dr N. Nadal");
        shots("meeting-sheet", lang, &mut state);
    }
}

#[test]
fn the_agenda_in_a_meeting() {
    for lang in [Lang::Fr, Lang::En] {
        let (mut state, mut journal) = in_progress(lang);
        journal.press(&mut state, "<esc>");
        shots("meeting-agenda", lang, &mut state);
    }
}

#[test]
fn the_case_in_a_meeting() {
    for lang in [Lang::Fr, Lang::En] {
        let (mut state, _) = in_progress(lang);
        shots("meeting-case", lang, &mut state);
    }
}

#[test]
fn a_known_name_being_typed_before_the_quorum_is_reached() {
    for lang in [Lang::Fr, Lang::En] {
        let (mut state, mut journal) = (room(lang), Journal::new());
        journal.last = Some(last_meeting());
        journal.press(&mut state, "m<enter>");
        shots("meeting-begun", lang, &mut state);
        journal.press(&mut state, "a");
        journal.paste(&mut state, "r");
        shots("meeting-person", lang, &mut state);
    }
}

#[test]
fn the_close_and_what_is_chosen() {
    for lang in [Lang::Fr, Lang::En] {
        let (mut state, mut journal) = in_progress(lang);
        journal.drafts = vec!["LN-2026-003".parse().unwrap()];
        journal.press(&mut state, "<esc>mc");
        journal.paste(&mut state, "manque de temps");
        shots("meeting-closing", lang, &mut state);
        journal.press(&mut state, "<esc>");
        on(&mut state, "Dr N. Nadal");
        journal.press(&mut state, "x");
        shots("meeting-recusal", lang, &mut state);
    }
}

#[test]
fn at_80x24_the_head_of_a_case_holds_who_is_asked_what_the_clock_and_the_quorum() {
    for lang in [Lang::Fr, Lang::En] {
        let (state, _) = in_progress(lang);
        let seen = said(&shot(&state, 80, 24)).replace('\u{a0}', " ");
        for part in
            ["LN-2026-002", "06:11 / 06:00", "▲ ", "quorum ✓ 6", "80 kg", "Classe IV néphrotique à 5,2 g/g", "Nadal"]
        {
            assert!(seen.contains(part), "{part} is not on\n{seen}");
        }
    }
}

#[test]
fn dozens_of_people_scroll() {
    let (mut state, mut journal) = held(Lang::Fr);
    for number in 0..40 {
        journal.press(&mut state, "a");
        journal.paste(&mut state, &format!("Dr Numéro {number:02}"));
        journal.press(&mut state, "<enter>n<enter><esc>");
    }
    journal.press(&mut state, "<end>");
    let seen = said(&shot(&state, 80, 24));
    assert!(seen.contains("Dr Numéro 39") && !seen.contains("Dr Numéro 05"), "{seen}");
}
