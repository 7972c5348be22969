use regards::app::{Action, Screen, State, text_of, update};
use regards::text::Lang;

use crate::scene::*;

fn typing() -> State {
    let mut state = room(Lang::Fr);
    press(&mut state, "d<tab><tab>");
    state
}

fn rationale(state: &State) -> String {
    match &state.screen {
        Screen::Form(form) => text_of(&form.rationale),
        other => panic!("no form: {other:?}"),
    }
}

#[test]
fn pasted_text_keeps_its_lines_and_its_words_apart() {
    let mut state = typing();
    update(&mut state, Action::Paste("mmf\t2 g/j\r\nnon\u{1b}[2J\u{7} jamais\re\u{301}".to_owned()));
    assert_eq!(rationale(&state), "mmf 2 g/j\nnon[2J jamais\né");
}

#[test]
fn a_field_of_one_line_stays_one_line() {
    let mut state = typing();
    press(&mut state, "<s-tab><s-tab><s-tab>");
    update(&mut state, Action::Paste("3\nmois".to_owned()));
    press(&mut state, "<c-m>");
    let Screen::Form(form) = &state.screen else { panic!("no form") };
    assert_eq!(text_of(&form.next), "3 mois");
}

#[test]
fn a_paste_where_nothing_is_typed_changes_nothing() {
    let mut state = room(Lang::Fr);
    assert!(update(&mut state, Action::Paste("d".to_owned())).is_none());
    press(&mut state, "d");
    assert!(update(&mut state, Action::Paste("d".to_owned())).is_none(), "a closed list takes no text");
}

#[test]
fn the_form_reads_its_lines_again_when_the_case_changes_on_disk() {
    let mut state = room(Lang::Fr);
    press(&mut state, "/006<enter>d");
    let Screen::Form(form) = &state.screen else { panic!("no form") };
    let before = form.concordance.clone();
    let text = shipped("ln-2026-006-classe-v-1-6.yaml").replace("class: [V]", "class: [IV]");
    update(&mut state, Action::Read(vec![entry("ln-2026-006-classe-v-1-6.yaml", &text)]));
    let Screen::Form(form) = &state.screen else { panic!("no form") };
    assert_ne!(form.concordance, before, "class IV is judged otherwise");
}
