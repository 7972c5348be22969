//! The list of themes: worn at once, kept or given back, and nothing typed under it.

use regards::app::{Action, Effect, Place, Screen, State, Target, ThemeRow, Themes, update};
use regards::text::Lang;

use crate::scene::*;

const NAMES: [&str; 4] = ["dark", "light", "mine", "broken"];

fn found() -> Themes {
    let row = |name: &&str| ThemeRow {
        name: (*name).to_owned(),
        own: matches!(*name, "mine" | "broken"),
        fault: (*name == "broken").then(|| "Le thème broken est illisible".to_owned()),
    };
    let config = Some("~/.config/regards/config.yaml".to_owned());
    Themes { rows: NAMES.iter().map(row).collect(), selected: 0, before: "dark".to_owned(), config, alike: false }
}

fn opened(keys: &str) -> State {
    let mut state = room(Lang::Fr);
    let effects = press(&mut state, keys);
    assert!(effects.iter().any(|effect| matches!(effect, Effect::FindThemes)), "{effects:?}");
    update(&mut state, Action::Themes(found()));
    assert_eq!(state.place(), Place::Themes);
    state
}

/// The themes that the screen puts on, in order.
fn worn(effects: &[Effect]) -> Vec<&str> {
    let mut worn = Vec::new();
    for effect in effects {
        match effect {
            Effect::Theme(name) => worn.push(name.as_str()),
            Effect::All(several) => worn.extend(self::worn(several)),
            _ => {}
        }
    }
    worn
}

#[test]
fn the_screen_wears_what_the_cursor_is_on_and_enter_keeps_it() {
    for (keys, expected) in
        [("<down>", vec!["light"]), ("c", vec!["light"]), ("jk", vec!["light", "dark"]), ("cc", vec!["light", "mine"])]
    {
        let mut state = opened("c");
        let effects = press(&mut state, keys);
        assert_eq!(worn(&effects), expected, "{keys}");
        assert!(worn(&press(&mut state, "<enter>")).is_empty(), "it is on already");
        assert_eq!(state.place(), Place::Queue);
    }
}

#[test]
fn esc_gives_the_one_before_back() {
    let mut state = opened("c");
    press(&mut state, "cc");
    assert_eq!(worn(&press(&mut state, "<esc>")), ["dark"]);
    assert_eq!(state.place(), Place::Queue);
}

#[test]
fn c_comes_round_and_the_arrows_stop_at_the_ends() {
    let mut state = opened("c");
    assert_eq!(worn(&press(&mut state, "cccc")), ["light", "mine", "dark"], "the broken one is passed over unworn");
    assert!(worn(&press(&mut state, "<up>")).is_empty());
}

#[test]
fn what_cannot_be_read_can_be_looked_at_but_not_taken() {
    let mut state = opened("c");
    assert_eq!(worn(&press(&mut state, "jjj")), ["light", "mine"]);
    assert!(shown(&mut state).contains("est illisible"), "{}", shown(&mut state));
    press(&mut state, "<enter>");
    assert_eq!(state.place(), Place::Themes, "the list stays");
    assert_eq!(worn(&press(&mut state, "<esc>")), ["dark"]);
}

#[test]
fn nothing_is_typed_into_what_lies_under_it() {
    let mut state = room(Lang::Fr);
    press(&mut state, "d");
    update(&mut state, Action::Paste("à discuter".to_owned()));
    update(&mut state, Action::Themes(found()));
    let before = shown_text(&state);
    press(&mut state, "xyz");
    update(&mut state, Action::Paste("perdu".to_owned()));
    press(&mut state, "<esc>");
    assert_eq!(shown_text(&state), before);
    assert!(matches!(state.screen, Screen::Form(_)));
}

fn shown_text(state: &State) -> String {
    let Screen::Form(form) = &state.screen else { panic!("{:?}", state.place()) };
    format!("{:?}", form.draft())
}

#[test]
fn leaving_the_program_from_the_list_gives_the_theme_back_first() {
    let mut state = opened("c");
    press(&mut state, "c");
    let effects = press(&mut state, "q");
    assert_eq!(worn(&effects), ["dark"]);
    assert!(matches!(&effects[..], [Effect::All(all)] if matches!(all.last(), Some(Effect::Quit))), "{effects:?}");
}

#[test]
fn a_click_wears_a_second_one_keeps_and_one_beside_it_gives_back() {
    let mut state = opened("c");
    shown(&mut state);
    let row = |state: &State, at| {
        let spot = state.spots.0.iter().find(|spot| spot.target == Target::Choice(at)).expect("every row answers");
        (spot.from.0 + 1, spot.from.1)
    };
    let (column, line) = row(&state, 1);
    let effect = update(&mut state, Action::Click(column, line));
    assert_eq!(worn(&effect.into_iter().collect::<Vec<_>>()), ["light"]);
    update(&mut state, Action::Click(column, line));
    assert_eq!(state.place(), Place::Queue);
    let mut state = opened("c");
    press(&mut state, "c");
    shown(&mut state);
    let effect = update(&mut state, Action::Click(1, 20));
    assert_eq!(worn(&effect.into_iter().collect::<Vec<_>>()), ["dark"]);
}

fn shown(state: &mut State) -> String {
    let buffer = drawn(state, 80, 24);
    let row = |y| (0..80).map(|x| buffer[(x, y)].symbol()).collect::<String>();
    (0..24).map(row).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_list_says_how_a_theme_is_kept_for_ever() {
    let mut state = opened("c");
    press(&mut state, "c");
    let seen = shown(&mut state);
    for words in ["Thèmes", "theme: light", "config.yaml", "à vous", "illisible", "garder pour cette session"] {
        assert!(seen.contains(words), "{words}: {seen}");
    }
    state.lang = Lang::En;
    let seen = shown(&mut state);
    for words in ["Themes", "For ever: the line “theme: light”", "yours", "unreadable", "keep for this session"] {
        assert!(seen.contains(words), "{words}: {seen}");
    }
}

#[test]
fn where_every_theme_looks_the_same_it_says_so() {
    let mut state = room(Lang::En);
    update(&mut state, Action::Themes(Themes { alike: true, ..found() }));
    assert!(shown(&mut state).contains("its own colours only"), "{}", shown(&mut state));
}
