//! A case over time, drawn: one axis for all rows, at every size, in both languages and every theme.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use regards::app::{Action, Place, State, update};
use regards::meeting::Moment;
use regards::text::Lang;
use regards::view::{self, Depth, Look, Theme};

use crate::picture::picture;
use crate::scene::*;

fn timeline(case: &str, lang: Lang) -> State {
    let mut state = room(lang);
    press(&mut state, &format!("/{case}<enter><enter>t"));
    assert_eq!(state.place(), Place::Timeline);
    state
}

/// The case of class V at 1.6 g/g with what the ledger tells of it.
fn with_past(lang: Lang, size: (u16, u16)) -> State {
    let mut state = timeline("006", lang);
    state.size = size;
    let decided = recorded().into_iter().map(|one| Moment::Decided(Box::new(one.entry)));
    let past = decided.chain([Moment::Postponed(put_off("LN-2026-006", "Biopsie attendue, dossier incomplet."))]);
    update(&mut state, Action::Found(0, past.collect()));
    state
}

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (160, 45)];

#[test]
fn the_whole_course_at_every_size() {
    for (width, height) in SIZES {
        for lang in Lang::ALL {
            let state = with_past(*lang, (width, height));
            let name = format!("006-{width}x{height}-{}", lang.code());
            insta::assert_snapshot!(name, picture(&shot(&state, width, height)));
        }
    }
}

#[test]
fn a_flare_seen_from_near_with_the_biopsy_told() {
    let mut state = with_past(Lang::Fr, (80, 24));
    press(&mut state, "<s-tab><s-tab>++<down><down><enter>");
    insta::assert_snapshot!("006-near-80x24-fr", picture(&shot(&state, 80, 24)));
}

#[test]
fn years_of_treatments_under_the_cursor() {
    let mut state = timeline("012", Lang::Fr);
    press(&mut state, &"<down>".repeat(14));
    insta::assert_snapshot!("012-lanes-80x24-fr", said(&shot(&state, 80, 24)));
    insta::assert_snapshot!("012-160x45-en", said(&shot(&timeline("012", Lang::En), 160, 45)));
    insta::assert_snapshot!("007-120x36-fr", said(&shot(&timeline("007", Lang::Fr), 120, 36)));
    insta::assert_snapshot!("002-80x24-en", said(&shot(&timeline("002", Lang::En), 80, 24)));
}

#[test]
fn every_row_has_its_unit_and_its_own_date() {
    let said = said(&shot(&timeline("006", Lang::Fr), 80, 24));
    let rows = [
        ("UPCR g/g", "1,6 17/11/2026"),
        ("DFGe mL/min/1,73\u{a0}m²", "110 17/11/2026"),
        ("C3 g/L", "0,78 17/11/2026"),
        ("C4 g/L", "0,11 17/11/2026"),
        ("Anti-ADN UI/mL", "45 17/11/2026"),
        ("Prednisone mg/j", "10 19/10/2026"),
        ("SLEDAI-2K points", "8 17/11/2026"),
        ("HCQ sang ng/mL", "420 17/11/2026"),
    ];
    for (name, value) in rows {
        let row = said.lines().find(|row| row.contains(name)).unwrap_or_else(|| panic!("{name}\n{said}"));
        assert!(row.contains(value), "{row}");
    }
}

/// The columns of everything are those of one axis: the dose that changes on a day, and the mark of that day.
#[test]
fn a_mark_and_a_dose_of_one_day_stand_in_one_column() {
    let mut state = timeline("007", Lang::Fr);
    state.size = (160, 45);
    press(&mut state, "<s-tab><s-tab>++");
    let buffer = shot(&state, 160, 45);
    let column = |row: u16, sign: &str| (23..128).find(|x| buffer[(*x, row)].symbol() == sign);
    let of =
        |name: &str| (0..45).find(|y| (0..23).map(|x| buffer[(x, *y)].symbol()).collect::<String>().contains(name));
    let began = column(of("MMF").unwrap(), "├").unwrap();
    assert_eq!(buffer[(began, 2)].symbol(), "H", "the admission and the first day of mycophenolate are one day");
}

#[test]
fn a_score_that_is_a_lower_bound_says_so() {
    let mut state = timeline("007", Lang::Fr);
    state.size = (160, 45);
    press(&mut state, "<s-tab><s-tab><s-tab><s-tab><left>");
    let said = said(&shot(&state, 160, 45));
    assert!(said.lines().any(|row| row.contains("SLEDAI-2K") && row.contains("≥\u{a0}2 points 14/11/2022")), "{said}");
}

#[test]
fn what_lies_out_of_sight_is_said_and_not_shown_as_now() {
    let mut state = timeline("006", Lang::Fr);
    press(&mut state, "+++++");
    for _ in 0..60 {
        press(&mut state, "<pgup>");
    }
    let first = said(&shot(&state, 80, 24));
    assert!(first.contains("15/03/2021 – 15/06/2021"), "{first}");
    assert!(!first.contains("/2026"), "nothing of today is in it\n{first}");
    press(&mut state, "<pgdn><pgdn><pgdn>");
    let said = said(&shot(&state, 80, 24));
    assert!(said.contains("0,1 14/06/2021") && said.contains("aucune valeur sur cette période"), "{said}");
}

#[test]
fn the_words_of_a_person_are_hidden_with_identities() {
    let mut state = timeline("006", Lang::Fr);
    press(&mut state, "<s-tab><s-tab>");
    assert!(said(&shot(&state, 120, 36)).contains("Protéinurie à 1,9"));
    press(&mut state, "z");
    let hidden = said(&shot(&state, 120, 36));
    assert!(!hidden.contains("Protéinurie à 1,9") && hidden.contains("poussée rénale"), "{hidden}");
}

#[test]
fn every_theme_says_the_same_words() {
    let state = with_past(Lang::Fr, (80, 24));
    let text = said(&shot(&state, 80, 24));
    let area = Rect::new(0, 0, 80, 24);
    for theme in Theme::names() {
        for depth in [Depth::None, Depth::Sixteen, Depth::Indexed, Depth::True] {
            let look = Look::new(&Theme::shipped(theme).unwrap(), depth);
            let mut buffer = Buffer::empty(area);
            view::draw(&state, &look, area, &mut buffer);
            assert_eq!(said(&buffer), text, "{theme} {depth:?}");
        }
    }
}

#[test]
fn no_size_and_no_case_is_too_much() {
    for case in ["001", "006", "009", "010", "011", "012"] {
        let mut state = timeline(case, Lang::En);
        for (keys, width, height) in [("", 60, 18), ("++", 61, 90), ("<end>+++", 300, 19), ("<down><enter>", 79, 25)] {
            state.size = (width, height);
            press(&mut state, keys);
            shot(&state, width, height);
        }
        for width in (1..200_u16).step_by(13) {
            for height in (1..60_u16).step_by(5) {
                shot(&state, width, height);
            }
        }
    }
}
