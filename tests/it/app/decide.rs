use std::collections::BTreeSet;

use regards::app::{Action, Effect, Field, Form, Notice, Place, Screen, State, text_of, update};
use regards::domain::{DepartureReason, Outcome, Reading};
use regards::knowledge::{Level, Topic};
use regards::meeting::{Draft, DraftPart, Revision};
use regards::text::Lang;

use crate::scene::*;

fn form(state: &State) -> &Form {
    match &state.screen {
        Screen::Form(form) => form,
        other => panic!("no form: {other:?}"),
    }
}

/// The form of the case where the guidelines differ most.
fn begun() -> State {
    let mut state = room(Lang::Fr);
    let effects = press(&mut state, "/006<enter>d");
    assert!(matches!(&effects[..], [Effect::FindDraft(case)] if case.as_str() == "LN-2026-006"), "{effects:?}");
    state
}

fn draft(rationale: &str) -> Draft {
    Draft { rationale: rationale.to_owned(), ..Draft::default() }
}

fn case() -> regards::domain::CaseId {
    "LN-2026-006".parse().unwrap()
}

#[test]
fn the_form_opens_prefilled_and_every_key_is_kept() {
    let mut state = begun();
    assert!(!text_of(&form(&state).lines).is_empty(), "the regimen under the cursor");
    assert_eq!(form(&state).field, Field::Outcome);
    let effects = press(&mut state, "<down>");
    let [Effect::SaveDraft(_, kept, None)] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(kept.outcome, Some(Outcome::Decided));
    assert!(!form(&state).saved);
    update(&mut state, Action::DraftSaved(case(), Revision(1)));
    assert!(form(&state).saved);
    let effects = press(&mut state, "<tab><tab>q");
    let [Effect::SaveDraft(_, kept, Some(Revision(1)))] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(kept.rationale, "q", "letters are text in the form");
}

#[test]
fn fields_follow_each_other_and_a_departure_has_one_only_while_it_is_one() {
    let mut state = begun();
    let departed = form(&state).concordance.iter().filter(|one| one.reading == Reading::Deviates).count();
    assert!(departed > 0, "KDIGO 2024 advises against immunosuppression here");
    let before_next = |state: &State| form(state).fields().iter().position(|field| *field == Field::Next).unwrap();
    assert_eq!(before_next(&state), 3 + departed);
    press(&mut state, &"<down>".repeat(20));
    assert_eq!(form(&state).outcome, Some(Outcome::Deceased), "the list ends with the last");
    assert_eq!(before_next(&state), 3, "nothing is decided on treatment");
    let last = form(&state).fields().pop().unwrap();
    press(&mut state, "<s-tab>");
    assert_eq!(form(&state).field, last);
    press(&mut state, "<enter>");
    assert_eq!(form(&state).field, Field::Outcome, "Enter goes on, and round");
}

#[test]
fn the_list_of_outcomes_does_not_go_round() {
    let mut state = begun();
    press(&mut state, "<up>");
    assert_eq!(form(&state).outcome, None);
    press(&mut state, "<down><up><left>");
    assert_eq!(form(&state).outcome, Some(Outcome::Decided));
}

#[test]
fn an_outcome_that_was_changed_comes_back() {
    let mut state = begun();
    press(&mut state, "<down><down><c-z>");
    assert_eq!(form(&state).outcome, Some(Outcome::Decided));
    press(&mut state, "<c-y>");
    assert_eq!(form(&state).outcome, Some(Outcome::DecidedConditional));
    press(&mut state, "<c-z><c-z>");
    assert_eq!(form(&state).outcome, None);
    assert!(press(&mut state, "<c-z>").is_empty(), "there is nothing more to take back");
}

#[test]
fn letters_typed_on_the_outcome_are_lines() {
    for typed in ["mmf 2 g/j ; pred 10", "+béli 200 mg"] {
        let mut state = begun();
        let proposed = text_of(&form(&state).lines);
        press(&mut state, typed);
        assert_eq!((form(&state).outcome, form(&state).field.clone()), (None, Field::Lines));
        assert_eq!(text_of(&form(&state).lines), format!("{proposed}\n{typed}"));
        let mut state = begun();
        update(&mut state, Action::Paste(typed.to_owned()));
        assert_eq!(text_of(&form(&state).lines), format!("{proposed}\n{typed}"), "pasted too");
    }
}

#[test]
fn one_goes_on_typing_where_the_kept_draft_ends() {
    let lines = Draft { lines: "mmf 2 g/j".to_owned(), outcome: Some(Outcome::Decided), ..Draft::default() };
    let reasons = Draft { rationale: "Rechute, fo".to_owned(), ..lines.clone() };
    for (kept, field) in [(lines, Field::Lines), (reasons, Field::Rationale)] {
        let mut state = begun();
        update(&mut state, Action::DraftFound(case(), kept.clone(), Revision(4), "Dr B".to_owned()));
        press(&mut state, "rte dose");
        let form = form(&state);
        assert_eq!((form.outcome, form.field.clone()), (kept.outcome, field));
        let typed = if kept.rationale.is_empty() { text_of(&form.lines) } else { text_of(&form.rationale) };
        assert!(typed.ends_with("rte dose"), "{typed}");
    }
}

#[test]
fn only_a_regimen_that_stands_alone_is_called_the_first_choice() {
    let mut said_of = BTreeSet::new();
    for column in 0..3 {
        let mut state = room(Lang::Fr);
        press(&mut state, &format!("/006<enter>{}d", "<right>".repeat(column)));
        let Some(proposal) = form(&state).whose().cloned() else { continue };
        let cell = form(&state).opened.table.cell(Topic::InitialTherapy, &proposal.guideline).unwrap();
        let mut offers = cell.offers.iter().filter(|offer| offer.standing.accepts());
        let first = offers.next().unwrap().standing;
        let is_alone = offers.all(|other| other.standing != first);
        let seen = said(&shot(&state, 160, 45)).replace('\u{a0}', " ");
        let words = if is_alone { "premier choix" } else { "un des choix de" };
        assert!(seen.contains(&format!(", {words} ")), "{seen}");
        said_of.insert(is_alone);
    }
    assert!(said_of.contains(&false));
}

/// What the bar counts is what the page lists.
#[test]
fn the_read_back_lists_every_alert_that_its_head_counts() {
    let mut state = begun();
    press(&mut state, "<down><tab><f6>mmf 2 g/j ; régime sans sel<tab>Parce que.<tab><down><c-r>");
    let Screen::ReadBack(screen) = &state.screen else { panic!("{:?}", state.notice) };
    let (waiting, known) = (screen.form.safety.waiting().count(), screen.form.safety.at(Level::Info).count());
    let seen = said(&shot(&state, 110, 120)).replace('\u{a0}', " ");
    assert!(waiting > 0 && seen.contains(&format!("?{waiting}")), "{seen}");
    assert!(seen.contains(&format!("{waiting} règle")), "{seen}");
    assert_eq!(seen.matches("à savoir :").count(), known, "{seen}");
    assert!(seen.contains("? gardé tel quel"), "{seen}");
}

#[test]
fn esc_loses_nothing() {
    let mut state = begun();
    press(&mut state, "<down><tab><tab>une phrase");
    update(&mut state, Action::DraftSaved(case(), Revision(4)));
    let kept = form(&state).draft();
    press(&mut state, "<esc>");
    assert_eq!(state.place(), Place::Case);
    press(&mut state, "d");
    update(&mut state, Action::DraftFound(case(), kept.clone(), Revision(4), "Dr B".to_owned()));
    assert_eq!(form(&state).draft(), kept);
    assert_eq!((form(&state).revision, form(&state).saved), (Some(Revision(4)), true));
    assert_eq!(state.notice, Some(Notice::DraftFound));
    let before = text_of(&form(&state).rationale);
    let mut typed = state.clone();
    if let Screen::Form(form) = &mut typed.screen {
        form.field = Field::Rationale;
    }
    press(&mut typed, "!");
    assert_eq!(text_of(&form(&typed).rationale), format!("{before}!"), "one goes on where the draft ends");
}

#[test]
fn what_is_typed_before_the_kept_draft_comes_is_kept_with_it() {
    let mut state = begun();
    press(&mut state, "<tab><tab>nouvelle");
    let effect = update(&mut state, Action::DraftFound(case(), draft("ancienne"), Revision(2), "Dr B".to_owned()));
    let rationale = text_of(&form(&state).rationale);
    assert!(rationale.contains("ancienne") && rationale.contains("nouvelle"), "{rationale}");
    assert!(matches!(effect, Some(Effect::SaveDraft(_, _, Some(Revision(2))))), "both are saved at once");
}

#[test]
fn a_draft_taken_by_another_terminal_loses_no_text() {
    let mut state = begun();
    press(&mut state, "<tab><tab>ma phrase");
    update(&mut state, Action::DraftTaken(case(), draft("leur phrase"), Revision(7), "Dr B".to_owned()));
    let rationale = text_of(&form(&state).rationale);
    assert!(rationale.contains("ma phrase") && rationale.contains("leur phrase"), "{rationale}");
    assert_eq!(
        state.notice,
        Some(Notice::DraftTaken(
            "Dr B".to_owned(),
            vec![DraftPart::Lines, DraftPart::Rationale, DraftPart::Deliberation]
        ))
    );
    assert_eq!(form(&state).field, Field::Rationale, "the cursor stays in its field");
    let same = form(&state).draft();
    let again = update(&mut state, Action::DraftTaken(case(), same, Revision(8), "Dr B".to_owned()));
    assert!(again.is_none(), "nothing is left to save when both are the same");
}

#[test]
fn a_draft_of_another_case_changes_nothing() {
    let mut state = begun();
    let before = form(&state).draft();
    update(
        &mut state,
        Action::DraftFound("LN-2026-001".parse().unwrap(), draft("autre"), Revision(1), "Dr B".to_owned()),
    );
    assert_eq!(form(&state).draft(), before);
}

#[test]
fn an_incomplete_decision_is_not_read_back_and_the_cursor_goes_to_what_lacks() {
    let mut state = begun();
    press(&mut state, "<tab><tab><c-r>");
    assert_eq!((state.place(), state.notice.clone()), (Place::Form, Some(Notice::Incomplete)));
    assert_eq!(form(&state).field, Field::Outcome);
    press(&mut state, "<down><c-r>");
    assert_eq!(form(&state).field, Field::Rationale);
    press(&mut state, "parce que<c-r>");
    assert!(matches!(&form(&state).field, Field::Departure(guideline) if guideline == "kdigo-2024"));
    press(&mut state, "<down><tab>hier<c-r>");
    assert_eq!(form(&state).field, Field::Next);
}

#[test]
fn read_back_corrected_read_back_locked() {
    let mut state = begun();
    press(&mut state, "<down><tab><tab>parce que<tab><down><tab>3 mois<c-r>");
    assert_eq!(state.place(), Place::ReadBack);
    press(&mut state, "<esc>");
    assert_eq!((state.place(), form(&state).field.clone()), (Place::Form, Field::Next), "back where the cursor was");
    press(&mut state, "<c-r>");
    let effects = press(&mut state, "<enter><enter>");
    let [Effect::Lock(locked, _)] = &effects[..] else { panic!("Enter locks once: {effects:?}") };
    assert_eq!(locked.decision.outcome, Outcome::Decided);
    assert_eq!(locked.decision.rationale, "parce que");
    assert_eq!(locked.decision.departures[0].reason, DepartureReason::PatientChoice);
    assert_eq!(locked.decision.next, Some(day("2027-02-23")));
    assert_eq!(locked.case_yaml, shipped("ln-2026-006-classe-v-1-6.yaml"));
    assert_eq!(locked.editions.len(), 3);
    assert!(locked.table.get("rows").is_some(), "the rows as shown are kept");
    let effect = update(&mut state, Action::Locked(case()));
    let Some(Effect::All(asked)) = effect else { panic!("{effect:?}") };
    assert!(matches!(asked[..], [Effect::Standings, Effect::FindDue]), "the agenda says how much is due: {asked:?}");
    assert_eq!((state.place(), state.notice), (Place::Case, Some(Notice::Locked)));
}

#[test]
fn a_lock_that_failed_can_be_tried_again() {
    let mut state = begun();
    press(&mut state, "<down><tab><tab>parce que<tab><down><c-r><enter>");
    update(&mut state, Action::Failed("the disk is full".to_owned()));
    assert_eq!(state.place(), Place::ReadBack);
    assert!(matches!(press(&mut state, "<enter>")[..], [Effect::Lock(..)]));
}

#[test]
fn another_terminals_draft_calls_the_read_back_off() {
    let mut state = begun();
    press(&mut state, "<down><tab><tab>parce que<tab><down><c-r><enter>");
    update(&mut state, Action::DraftTaken(case(), draft("autre raison"), Revision(3), "Dr B".to_owned()));
    let rationale = text_of(&form(&state).rationale);
    assert!(rationale.contains("parce que") && rationale.contains("autre raison"));
}

#[test]
fn an_amendment_begins_with_what_was_locked_and_asks_why() {
    let mut state = room(Lang::Fr);
    press(&mut state, "a");
    update(&mut state, Action::Recalled(Box::new(recorded().remove(1))));
    press(&mut state, "m");
    assert_eq!((state.place(), state.notice.clone()), (Place::Passage, Some(Notice::NotCurrent)), "only the last one");
    press(&mut state, "<esc>");
    let current = recorded().remove(0);
    update(&mut state, Action::Recalled(Box::new(current.clone())));
    press(&mut state, "m");
    assert_eq!(form(&state).field, Field::AmendReason);
    assert_eq!(form(&state).outcome, Some(current.locked.decision.outcome));
    press(&mut state, "<c-r>");
    assert_eq!(state.notice, Some(Notice::Incomplete));
    press(&mut state, "biologie reçue<c-r>");
    let effects = press(&mut state, "<enter>");
    let [Effect::Lock(locked, _)] = &effects[..] else { panic!("{effects:?}") };
    let amends = locked.amends.as_ref().unwrap();
    assert_eq!((amends.decision, amends.reason.as_str()), (current.entry.id, "biologie reçue"));
    assert_eq!(locked.case_yaml, current.locked.case_yaml);
    let effect = update(&mut state, Action::Locked(case()));
    assert_eq!(state.place(), Place::Archive, "the passage shown is no longer the last");
    assert!(matches!(effect, Some(Effect::Search(..))), "and the list is asked for again");
}

#[test]
fn a_decision_of_the_room_takes_few_keys() {
    let mut state = begun();
    // Outcome, lines as prefilled, a short reason, one departure, a date, read back, lock.
    let keys = "<down><tab><tab>accord unanime, cf. tableau<tab><down><tab>m3<c-r><enter>";
    let effects = press(&mut state, keys);
    assert!(matches!(effects.last(), Some(Effect::Lock(..))));
}

#[test]
fn a_form_left_while_its_draft_is_refused_is_there_again_and_leaving_is_asked_twice() {
    let mut state = begun();
    press(&mut state, "<tab><tab>pas sur le disque");
    update(&mut state, Action::Failed("the disk is full".to_owned()));
    press(&mut state, "<esc>");
    assert_eq!((state.place(), state.notice.clone()), (Place::Case, Some(Notice::Unsaved)));
    assert!(matches!(press(&mut state, "q")[..], [Effect::SaveDraft(..)]), "it is tried once more");
    assert!(matches!(press(&mut state, "d")[..], [Effect::SaveDraft(..)]));
    assert_eq!(text_of(&form(&state).rationale), "pas sur le disque");
    assert!(matches!(press(&mut state, "<c-c>")[..], [Effect::SaveDraft(..)]), "asked anew");
    assert!(matches!(press(&mut state, "<c-c>")[..], [Effect::Quit]));
}

#[test]
fn a_ledger_that_refused_is_tried_again_when_something_is_to_be_written() {
    let mut state = room(Lang::Fr);
    update(&mut state, Action::LedgerRefused("the disk is full".to_owned()));
    assert!(matches!(press(&mut state, "d")[..], [Effect::OpenLedger]));
    assert!(matches!(press(&mut state, "o")[..], [Effect::OpenLedger]));
    update(&mut state, Action::LedgerOpened(false));
    assert!(state.unrecorded.is_none());
    press(&mut state, "d");
    assert_eq!(state.place(), Place::Form);
}
