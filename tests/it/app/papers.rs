//! Documents chosen with keys: which, as what, written by an effect.

use regards::app::{Action, Effect, Notice, Place, Screen, State, update};
use regards::domain::{Outcome, Paper, PaperForm};
use regards::text::Lang;

use crate::scene::*;

fn passage(lang: Lang) -> State {
    let mut state = room(lang);
    press(&mut state, "a");
    update(&mut state, Action::Recalled(Box::new(recorded().remove(0))));
    state
}

#[test]
fn a_document_of_a_decision_is_chosen_and_written() {
    let mut state = passage(Lang::Fr);
    let id = recorded().remove(0).entry.id;
    press(&mut state, "i");
    assert_eq!(state.place(), Place::Papers);
    let effects = press(&mut state, "<enter>");
    assert!(matches!(effects[..], [Effect::WritePaper(of, Paper::Sheet, PaperForm::Pdf)] if of == id), "{effects:?}");
    let effects = press(&mut state, "<down><right><enter>");
    assert!(matches!(effects[..], [Effect::WritePaper(_, Paper::Letter, PaperForm::Docx)]), "{effects:?}");
    let effects = press(&mut state, "<down><down><left><left><enter>");
    assert!(matches!(effects[..], [Effect::WritePaper(_, Paper::Plan, PaperForm::Text)]), "{effects:?}");
    update(&mut state, Action::PaperWritten("Écrit : plan.txt".to_owned()));
    assert_eq!(state.notice, Some(Notice::PaperWritten("Écrit : plan.txt".to_owned())));
    press(&mut state, "i");
    assert_eq!(state.place(), Place::Passage);
}

#[test]
fn there_is_no_plan_for_a_patient_who_died() {
    let mut state = room(Lang::Fr);
    press(&mut state, "a");
    let mut past = recorded().remove(0);
    past.locked.decision.outcome = Outcome::Deceased;
    update(&mut state, Action::Recalled(Box::new(past)));
    let effects = press(&mut state, "i<down><down><down><enter>");
    assert!(matches!(effects[..], [Effect::WritePaper(_, Paper::Letter, _)]), "{effects:?}");
    assert!(!said(&shot(&state, 80, 24)).contains("Plan de soins"));
}

#[test]
fn a_session_that_writes_nothing_writes_no_document() {
    let mut state = passage(Lang::En);
    state.read_only = true;
    press(&mut state, "i");
    assert!(said(&shot(&state, 80, 24)).contains("writes nothing"));
    assert!(press(&mut state, "<enter>").is_empty());
    assert_eq!(state.notice, Some(Notice::ReadOnly));
}

#[test]
fn minutes_are_written_from_the_page_of_the_meeting() {
    let (mut state, mut journal) = held(Lang::Fr);
    let (acts, effects) = journal.press(&mut state, "n<right><right><down><enter>");
    assert!(acts.is_empty());
    let day = state.meeting();
    assert!(matches!(effects[..], [Effect::WriteMinutes(of, PaperForm::Html)] if of == day), "{effects:?}");
    press(&mut state, "<esc>");
    assert!(matches!(state.screen, Screen::Meeting(_)));
}
