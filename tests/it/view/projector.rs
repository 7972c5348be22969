//! The room's screen at the size of a projector, both languages, in its own theme and in those of terminals.

use regards::app::{Action, Link, State, update};
use regards::meeting::{OnShow, Shown};
use regards::text::Lang;
use regards::view::{self, Depth, Look, Theme};

use crate::picture::picture;
use crate::scene::*;

fn projector(lang: Lang) -> State {
    let mut state = room(lang);
    state.link = Link::Following(Box::default());
    (state.masked, state.read_only) = (true, true);
    state
}

/// The room's screen once the leader pressed these keys.
fn following(lang: Lang, keys: &str) -> State {
    let (mut leader, mut state) = (room(Lang::Fr), projector(lang));
    press(&mut leader, "<f2>");
    press(&mut leader, keys);
    update(&mut state, Action::Shown(Some(Box::new((leader.shown().unwrap(), "Dr A. Martin".to_owned())))));
    state
}

fn waiting(lang: Lang, day: &str) -> State {
    let mut state = projector(lang);
    let shown = Shown {
        leader: "chair".to_owned(),
        day: crate::scene::day(day),
        what: OnShow::Agenda { case: None },
        said: None,
        large: false,
    };
    update(&mut state, Action::Shown(Some(Box::new((shown, "Dr A. Martin".to_owned())))));
    state
}

#[test]
fn the_rooms_screen_in_both_languages() {
    for lang in Lang::ALL {
        let code = lang.code();
        let mut nobody = projector(*lang);
        update(&mut nobody, Action::Shown(None));
        for (name, state) in [
            ("agenda", following(*lang, "<down><down>")),
            ("case", following(*lang, "/006<enter><enter><down><right>")),
            ("nobody", nobody),
            ("other-day", waiting(*lang, "2026-11-20")),
        ] {
            insta::assert_snapshot!(format!("projector-{name}-80x24-{code}"), picture(&shot(&state, 80, 24)));
        }
    }
}

/// A theme changes colours, never words.
#[test]
fn every_theme_draws_the_rooms_screen() {
    let state = following(Lang::Fr, "/006<enter><enter><down><right>");
    let area = ratatui::layout::Rect::new(0, 0, 80, 24);
    let drawn = |theme: &str| {
        let mut buffer = ratatui::buffer::Buffer::empty(area);
        view::draw(&state, &Look::new(&Theme::shipped(theme).unwrap(), Depth::True), area, &mut buffer);
        buffer
    };
    let words = said(&drawn("projector"));
    for theme in Theme::names() {
        assert_eq!(said(&drawn(theme)), words, "{theme}");
    }
    insta::assert_snapshot!("projector-case-80x24-fr-light", picture(&drawn("light")));
    insta::assert_snapshot!("projector-case-80x24-fr-projector", picture(&drawn(Theme::PROJECTOR)));
}

#[test]
fn the_leading_terminal_says_that_the_room_sees_it() {
    for lang in Lang::ALL {
        let mut state = room(*lang);
        let word = if *lang == Lang::Fr { "projeté" } else { "projected" };
        press(&mut state, "<enter>");
        assert!(!said(&shot(&state, 80, 24)).contains(word));
        press(&mut state, "<f2>");
        state.notice = None;
        assert!(said(&shot(&state, 80, 24)).lines().last().unwrap().contains(word), "{}", said(&shot(&state, 80, 24)));
    }
}
