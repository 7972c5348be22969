//! Rows on which no guideline speaks for this patient: folded, unfolded, never under the cursor while they are folded.

use regards::app::{CaseScreen, Screen, State};
use regards::knowledge::Topic;
use regards::text::Lang;

use crate::scene::*;

fn case(state: &State) -> &CaseScreen {
    match &state.screen {
        Screen::Case(case) => case,
        other => panic!("not a case: {other:?}"),
    }
}

fn topic(state: &State) -> Topic {
    let case = case(state);
    case.opened.table.rows[case.row].topic
}

#[test]
fn the_cursor_steps_over_folded_rows() {
    let mut state = room(Lang::Fr);
    press(&mut state, "/LN-2026-006<enter><enter>");
    let speaking = case(&state).opened.table.speaking();
    assert!(speaking.len() < case(&state).opened.table.rows.len());
    let mut seen = vec![case(&state).row];
    for _ in 1..speaking.len() {
        press(&mut state, "<down>");
        seen.push(case(&state).row);
    }
    assert_eq!(seen, speaking);
    press(&mut state, "<down><down>");
    assert_eq!(Some(&case(&state).row), speaking.last(), "the end is the last row in sight");
    press(&mut state, "<home>");
    assert_eq!(case(&state).row, speaking[0]);
    press(&mut state, "<end>");
    assert_eq!(Some(&case(&state).row), speaking.last());
}

/// Without nephritis only hydroxychloroquine and monitoring are left: the cursor is there from the start.
#[test]
fn the_cursor_begins_on_the_first_row_in_sight() {
    let mut state = room(Lang::Fr);
    press(&mut state, "/LS-2026-011<enter><enter>");
    assert_eq!(topic(&state), Topic::Hydroxychloroquine);
    press(&mut state, "<down><down>");
    assert_eq!(topic(&state), Topic::Monitoring);
}

#[test]
fn one_key_unfolds_and_folds() {
    let mut state = room(Lang::Fr);
    press(&mut state, "/LS-2026-011<enter><enter>v<home>");
    assert_eq!(topic(&state), Topic::Biopsy);
    assert_eq!(case(&state).rows().len(), case(&state).opened.table.rows.len());
    press(&mut state, "v");
    assert_eq!(topic(&state), Topic::Hydroxychloroquine, "a cursor on a folded row goes to the next in sight");
    press(&mut state, "v<end>v");
    assert_eq!(topic(&state), Topic::Monitoring, "or to the last one");
}

#[test]
fn why_opens_on_the_row_under_the_cursor() {
    let mut state = room(Lang::Fr);
    press(&mut state, "/LS-2026-011<enter><enter><enter>");
    let Screen::Why(why) = &state.screen else { panic!("not why") };
    assert_eq!(why.opened.table.rows[why.row].topic, Topic::Hydroxychloroquine);
}

/// The next case may fold the row that this one stood on; what was unfolded stays so.
#[test]
fn another_case_keeps_the_cursor_in_sight() {
    let mut state = room(Lang::Fr);
    press(&mut state, "<enter>");
    for _ in 0..11 {
        let shown = case(&state);
        assert!(shown.rows().contains(&shown.row), "{}", shown.opened.case.case);
        press(&mut state, "n");
    }
    press(&mut state, "v");
    let before = case(&state).is_unfolded;
    press(&mut state, "b");
    assert!(before && case(&state).is_unfolded);
}
