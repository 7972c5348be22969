//! Four guidelines on the screen: all of them where they fit, and the one under the cursor everywhere.

use ratatui::layout::Position;
use regards::app::State;
use regards::text::Lang;

use crate::picture::picture;
use crate::scene::*;

fn case(lang: Lang) -> State {
    let mut state = room_of_four(lang);
    press(&mut state, "/001<enter><enter>");
    state
}

/// The words of the cells that the cursor lies on.
fn under_cursor(state: &State, width: u16, height: u16) -> String {
    let buffer = shot(state, width, height);
    let lies =
        |at: &Position| at.y > 2 && at.y + 2 < height && buffer[*at].modifier.contains(look().selected.add_modifier);
    buffer.area.positions().filter(lies).map(|at| buffer[at].symbol().to_owned()).collect()
}

#[test]
fn all_four_and_their_agreement_stand_beside_each_other_on_a_wide_terminal() {
    insta::assert_snapshot!("four_160x45", picture(&shot(&case(Lang::Fr), 160, 45)));
    let text = said(&shot(&case(Lang::Fr), 160, 45));
    for head in ["EULAR 2025", "ACR 2024", "KDIGO 2024", "PNDS 2020\u{a0}⌂ (local)", "Accord"] {
        assert!(text.contains(head), "{head}\n{text}");
    }
    assert!(!text.contains('◂'));
}

#[test]
fn where_they_do_not_fit_the_heads_say_which_are_out_of_sight() {
    let mut state = case(Lang::En);
    let first = said(&shot(&state, 120, 36));
    assert!(first.contains("▸ PNDS 2020") && first.contains("EULAR 2025"), "{first}");
    press(&mut state, "<right><right>");
    assert!(said(&shot(&state, 120, 36)).contains("▸ PNDS 2020"), "the shipped ones stay as long as they can");
    press(&mut state, "<right>");
    insta::assert_snapshot!("four_120x36", picture(&shot(&state, 120, 36)));
    let last = said(&shot(&state, 120, 36));
    assert!(last.contains("◂ EULAR 2025") && last.contains("PNDS 2020\u{a0}⌂ (local)"), "{last}");
}

#[test]
fn the_guideline_under_the_cursor_is_in_sight_at_every_size_and_row() {
    for (width, height) in [(60, 18), (80, 24), (100, 30), (120, 36), (160, 45)] {
        for column in 0..4 {
            let mut state = case(Lang::Fr);
            press(&mut state, &"<right>".repeat(column));
            for row in 0..18 {
                let words = under_cursor(&state, width, height);
                assert!(!look().selected.add_modifier.is_empty());
                assert!(!words.trim().is_empty(), "{width}x{height}, row {row}, column {column}");
                press(&mut state, "<down>");
            }
        }
    }
}

#[test]
fn stacked_they_are_told_apart_on_a_projector() {
    let mut state = case(Lang::Fr);
    press(&mut state, "<right><right><right>");
    insta::assert_snapshot!("four_80x24", picture(&shot(&state, 80, 24)));
}

#[test]
fn why_tells_that_a_protocol_is_local_and_what_of_it_was_not_read() {
    let mut state = case(Lang::Fr);
    press(&mut state, "<right><right><right><enter>");
    let text = said(&shot(&state, 160, 45));
    assert!(text.contains("▸ PNDS 2020\u{a0}⌂") && text.contains("source secondaire"), "{text}");
    assert!(text.contains("protocole local"), "{text}");
    press(&mut state, "<esc><end><enter>");
    assert!(said(&shot(&state, 160, 45)).contains("▫ Non lu"));
}
