//! The search of past decisions as it is drawn: what is offered, the caret under a mistake, the count.

use regards::app::{Action, State, update};
use regards::archive::filter::{Count, SavedQuery};
use regards::meeting::Moment;
use regards::text::Lang;

use crate::scene::*;

fn archive(lang: Lang, line: &str) -> State {
    let mut state = room(lang);
    press(&mut state, "a");
    let saved = SavedQuery {
        name: "lourds".to_owned(),
        text: "class:III,IV upcr>3".to_owned(),
        by: "Dr A".to_owned(),
        at: "2026-01-01T00:00:00Z".parse().unwrap(),
    };
    update(&mut state, Action::SavedQueries(vec![saved]));
    press(&mut state, line);
    let asked = match &state.screen {
        regards::app::Screen::Archive(archive) => archive.asked,
        other => panic!("{other:?}"),
    };
    let moments = recorded().into_iter().map(|one| Moment::Decided(Box::new(one.entry))).collect();
    update(&mut state, Action::Found(asked, moments));
    update(&mut state, Action::Counted(asked, Count::Exactly(3417)));
    state
}

fn rows(lang: Lang, line: &str, size: (u16, u16)) -> Vec<String> {
    let state = archive(lang, line);
    let area = ratatui::layout::Rect::new(0, 0, size.0, size.1);
    let mut buffer = ratatui::buffer::Buffer::empty(area);
    regards::view::draw(&state, &look(), area, &mut buffer);
    let row = |y| (0..size.0).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    (0..size.1).map(row).collect()
}

#[test]
fn a_caret_stands_under_the_word_that_is_not_understood() {
    for size in [(80, 24), (120, 36)] {
        let rows = rows(Lang::Fr, "/rechute clas:III", size);
        let line = rows.iter().position(|row| row.contains("clas:III") && row.starts_with(" Recherche")).unwrap();
        let column = rows[line].chars().collect::<String>().find("clas:").unwrap();
        assert_eq!(rows[line + 1].trim(), "^^^^");
        assert_eq!(rows[line + 1].find('^'), Some(column));
        assert!(rows[line + 2].contains("Plutôt «\u{a0}classe:\u{a0}»"), "{}", rows[line + 2]);
        assert!(rows[line + 3].contains("Tab"), "the keys stand below: {}", rows[line + 3]);
    }
}

#[test]
fn a_long_line_shows_the_place_that_is_typed_with_its_caret() {
    let long = format!("/{}clas:III", "observance ".repeat(12));
    let rows = rows(Lang::En, &long, (80, 24));
    let line = rows.iter().position(|row| row.contains("clas:III")).unwrap();
    assert_eq!(rows[line + 1].find('^'), rows[line].find("clas:"));
}

#[test]
fn what_may_stand_next_is_offered_above_the_line_with_its_meaning() {
    let rows = rows(Lang::Fr, "/quorum:", (80, 24));
    let line = rows.iter().position(|row| row.starts_with(" Recherche")).unwrap();
    assert!(rows[line - 4].trim_start().starts_with("oui"));
    assert!(rows[line - 1].contains("aucun"));
    assert!(rows[line + 2].contains("Attendu après"), "{}", rows[line + 2]);
    assert!(rows[0].contains("Décisions passées"));
}

#[test]
fn the_count_and_the_order_always_stand_below_the_list() {
    for (lang, said) in
        [(Lang::Fr, "3\u{a0}417 décisions · les plus récentes d'abord"), (Lang::En, "3,417 decisions · newest first")]
    {
        for line in ["", "/beli<enter>", "/beli"] {
            assert!(rows(lang, line, (80, 24))[22].contains(said), "{line}");
        }
    }
    assert!(rows(Lang::En, "/beli sort:-upcr<enter>", (80, 24))[22].contains("highest UPCR first"));
    assert!(rows(Lang::En, "/clas:V<enter>", (80, 24))[22].contains("is no filter"));
}
