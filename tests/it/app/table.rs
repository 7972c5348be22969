//! Round the table: keys in, voices out.

use regards::app::{Action, Effect, Form, Place, Screen, State, update};
use regards::domain::{Agreement, Position, Specialty};
use regards::meeting::{Draft, Revision, Round};
use regards::text::Lang;

use crate::scene::*;

fn three() -> State {
    let mut state = room(Lang::Fr);
    state.session = meeting_of(&[
        ("Dr N. Rein", Specialty::Nephrology),
        ("Dr I. Interne", Specialty::InternalMedicine),
        ("Dr P. Lame", Specialty::Pathology),
    ]);
    press(&mut state, "/006<enter><enter><f3>");
    assert_eq!(state.place(), Place::Positions);
    state
}

fn form(state: &State) -> &Form {
    let Screen::Form(form) = &state.screen else { panic!("no form") };
    form
}

fn kept(effects: Vec<Effect>) -> Draft {
    match effects.into_iter().next_back() {
        Some(Effect::SaveDraft(_, draft, _)) => draft,
        other => panic!("nothing is kept: {other:?}"),
    }
}

#[test]
fn one_key_a_person_and_every_key_is_kept() {
    let mut state = three();
    let draft = kept(press(&mut state, "113"));
    let after: Vec<_> =
        draft.deliberation.voices.values().map(|voice| (voice.name.clone().unwrap(), voice.after)).collect();
    assert!(after.contains(&("Dr P. Lame".to_owned(), Some(Position::Disagrees))), "{after:?}");
    assert_eq!(draft.deliberation.proposed(), Some(Agreement::Majority));
    press(&mut state, "<esc>");
    assert_eq!(state.place(), Place::Case, "back to the case it was asked from");
}

#[test]
fn the_silent_round_shows_how_many_and_not_what() {
    let mut state = three();
    press(&mut state, "v12");
    assert_eq!(form(&state).talk.round, Round::Open);
    let seen = said(&shot(&state, 120, 36));
    assert!(seen.contains("2 sur 3 donnés") && !seen.contains("hésite · "), "{seen}");
    let hidden = seen.lines().filter(|line| line.contains("Dr I. Interne")).collect::<String>();
    assert!(hidden.contains("donné") && !hidden.contains("hésite"), "{hidden}");
    press(&mut state, "3");
    assert_eq!(form(&state).talk.round, Round::Closed, "all are in");
    let seen = said(&shot(&state, 120, 36));
    assert!(seen.lines().any(|line| line.contains("Dr I. Interne") && line.contains("hésite")), "{seen}");
    let draft = kept(press(&mut state, "<up><up><up>1"));
    let nephrology = &draft.deliberation.voices["Dr N. Rein"];
    assert_eq!((nephrology.before, nephrology.after), (Some(Position::Agrees), Some(Position::Agrees)));
}

#[test]
fn the_chair_may_close_the_round_before_all_are_in() {
    let mut state = three();
    press(&mut state, "v1<enter>");
    assert_eq!(form(&state).talk.round, Round::Closed);
    assert_eq!(state.place(), Place::Positions);
    press(&mut state, "<enter>");
    assert_eq!(state.place(), Place::Form);
}

#[test]
fn what_is_hidden_here_is_hidden_on_the_other_terminal() {
    let mut state = three();
    let draft = kept(press(&mut state, "v1"));
    let mut other = three();
    update(&mut other, Action::DraftFound("LN-2026-006".parse().unwrap(), draft, Revision(3), "secretary".to_owned()));
    assert_eq!(other.place(), Place::Positions);
    let seen = said(&shot(&other, 120, 36));
    assert!(seen.contains("1 sur 3 donnés"), "{seen}");
    assert!(!seen.lines().any(|line| line.contains("Dr N. Rein") && line.contains("d'accord")), "{seen}");
}

#[test]
fn a_dissent_has_its_words_and_no_name_unless_it_is_wished() {
    let mut state = three();
    let draft = kept(press(&mut state, "<down><down>xrebiopsier<enter>"));
    let voice = &draft.deliberation.voices["Dr P. Lame"];
    assert_eq!((voice.dissents, voice.words.as_str(), voice.named, voice.minuted), (true, "rebiopsier", false, true));
    assert_eq!(draft.deliberation.dissents()[0].person, None);
    let draft = kept(press(&mut state, "nm"));
    let voice = &draft.deliberation.voices["Dr P. Lame"];
    assert_eq!((voice.named, voice.minuted), (true, false));
    let draft = kept(press(&mut state, "x<esc>x<back><back><back><back><back><back><back><back><back><back><enter>"));
    assert!(draft.deliberation.dissents().is_empty(), "without words it is taken back");
}

#[test]
fn without_attendance_there_is_a_row_a_specialty() {
    let mut state = room(Lang::En);
    press(&mut state, "/006<enter>d<f3>");
    assert_eq!(state.place(), Place::Positions);
    let seen = said(&shot(&state, 80, 24));
    assert!(seen.contains("Nephrology") && seen.contains("No attendance"), "{seen}");
    press(&mut state, "1<f3>");
    assert_eq!(state.place(), Place::Form);
    assert_eq!(form(&state).talk.voices["nephrology"].after, Some(Position::Agrees));
}

#[test]
fn the_positions_are_read_back_and_locked_and_name_nobody_who_did_not_wish_it() {
    let mut state = three();
    press(&mut state, "11<f3>");
    assert_eq!(state.place(), Place::Form);
    press(&mut state, "<f3><down><down>xrebiopsier<enter><f3><down><tab><tab>parce que<tab><down><c-r>");
    let seen = said(&shot(&state, 160, 80));
    assert!(seen.contains("Désaccords formels") && seen.contains("rebiopsier"), "{seen}");
    assert!(!seen.contains("Dr P. Lame"), "{seen}");
    let effects = press(&mut state, "<enter>");
    let Some(Effect::Lock(locked, _)) = effects.into_iter().next() else { panic!("nothing is locked") };
    assert_eq!(locked.decision.dissent.len(), 1);
    assert_eq!(locked.decision.positions.len(), 2);
}
