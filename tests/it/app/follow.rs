//! The room's screen goes where the leading terminal goes, and shows nothing that is not the room's affair.

use regards::app::{Action, Effect, Link, Notice, Panel, Place, Screen, State, Waiting, text_of, update};
use regards::knowledge::FactId;
use regards::meeting::{Draft, OnShow, Revision, Shown};
use regards::text::Lang;

use crate::scene::*;

/// The chair's terminal, leading.
fn leader() -> State {
    let mut state = room(Lang::Fr);
    "chair".clone_into(&mut state.terminal);
    press(&mut state, "<f2>");
    assert!(matches!(state.link, Link::Leading));
    state
}

/// The room's screen.
fn projector() -> State {
    let mut state = room(Lang::Fr);
    state.link = Link::Following(Box::default());
    state.masked = true;
    state.read_only = true;
    state
}

/// What the leader shows, through the ledger, to the room's screen.
fn pass(leader: &State, projector: &mut State) -> Option<Effect> {
    let written = serde_json::to_string(&leader.shown().unwrap()).unwrap();
    let shown: Shown = serde_json::from_str(&written).unwrap();
    update(projector, Action::Shown(Some(Box::new((shown, "Dr A".to_owned())))))
}

/// The room's screen after these keys on the leader.
fn after(keys: &str) -> (State, State) {
    let (mut leader, mut projector) = (leader(), projector());
    press(&mut leader, keys);
    pass(&leader, &mut projector);
    (leader, projector)
}

/// Both screens say the same but for head, foot and what is hidden.
fn same_body(leader: &State, projector: &State) {
    let mut masked = leader.clone();
    (masked.masked, masked.notice) = (true, None);
    let body = |state: &State| {
        let text = said(&shot(state, 120, 36));
        text.lines().skip(1).take(32).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(body(&masked), body(projector));
}

#[test]
fn every_screen_of_the_room_is_followed() {
    for keys in [
        "<down><down>",
        "<down><down><enter>",
        "<enter><down><right>",
        "<enter><tab><down>",
        "<enter><tab>f",
        "<enter>v<down><down>",
        "<enter><down><enter>",
        "<enter><tab><down><enter>",
        "<enter>w<right><down><right>",
        "<enter>w<right><tab><enter>",
        "<enter>r<right>+",
        "<enter>ra<right>vo",
        "<enter>t<left><left>+",
        "g<right>",
        "<enter>i<down>",
    ] {
        let (leader, projector) = after(keys);
        same_body(&leader, &projector);
    }
}

#[test]
fn what_is_no_affair_of_the_room_leaves_the_case_on_its_screen() {
    for keys in ["<enter>?", "<enter>a", "<enter>s", "<enter>h", "<enter>x", "<enter>oson nom complet"] {
        let (_, projector) = after(keys);
        assert!(matches!(projector.screen, Screen::Case(_)), "{keys}");
        let text = said(&shot(&projector, 120, 36));
        assert!(!text.contains("son nom"), "{text}");
    }
    let (_, projector) = after("/006");
    assert!(matches!(projector.screen, Screen::Queue));
    assert_eq!(projector.queue.filter, "", "a filter is not shown");
}

#[test]
fn identities_are_hidden_and_no_key_shows_them() {
    let (_, mut projector) = after("/006<enter><enter>");
    for key in ["z", "<enter>", "d", "a", "m", "<f2>", "<esc>", "?", "w"] {
        assert!(press(&mut projector, key).is_empty(), "{key}");
        assert!(projector.masked && matches!(projector.screen, Screen::Case(_)), "{key}");
    }
    let text = said(&shot(&projector, 160, 45));
    assert!(text.contains("LN-2026-006") && !text.contains("H. B.") && !text.contains("Martin"), "{text}");
    assert!(matches!(press(&mut projector, "q")[..], [Effect::Quit]));
}

#[test]
fn its_own_arrows_scroll_and_move_nothing() {
    let (leader, mut projector) = after("/006<enter><enter><enter>");
    let Screen::Why(before) = &projector.screen else { panic!() };
    let (row, column) = (before.row, before.column);
    press(&mut projector, "<down><down>");
    let Screen::Why(why) = &projector.screen else { panic!() };
    assert_eq!((why.row, why.column, why.scroll), (row, column, 2));
    pass(&leader, &mut projector);
    let Screen::Why(why) = &projector.screen else { panic!() };
    assert_eq!(why.scroll, 2, "the same place stays where it was scrolled to");
    let (leader, mut projector) = after("<enter>");
    press(&mut projector, "<down><down>");
    same_body(&leader, &projector);
}

fn draft() -> Draft {
    Draft { rationale: "Accord de tous".to_owned(), lines: "mmf 2 g/j".to_owned(), ..Draft::default() }
}

#[test]
fn a_decision_is_shown_as_its_draft_has_it() {
    let (mut leader, mut projector) = (leader(), projector());
    press(&mut leader, "/006<enter><enter>d<tab><tab>pas encore sur le disque");
    let effect = pass(&leader, &mut projector);
    let Some(Effect::FindDraft(case)) = effect else { panic!("{effect:?}") };
    assert!(!said(&shot(&projector, 120, 36)).contains("pas encore"), "only what the ledger holds is shown");
    update(&mut projector, Action::DraftFound(case.clone(), draft(), Revision(3), "Dr A".to_owned()));
    let Screen::Form(form) = &projector.screen else { panic!() };
    assert_eq!(text_of(&form.rationale), "Accord de tous");
    assert_eq!(form.field, regards::app::Field::Rationale, "the field goes with the leader's");
    let effect = update(&mut projector, Action::DraftsChanged);
    assert!(matches!(effect, Some(Effect::FindDraft(_))), "and every key of whoever types is looked for");
    assert!(pass(&leader, &mut projector).is_none(), "what is known is not asked again");
}

#[test]
fn the_read_back_is_shown_whole_and_what_becomes_of_it_said() {
    let (mut leader, mut projector) = (leader(), projector());
    press(&mut leader, "/006<enter>d<down><tab><tab>Accord de tous<tab><down><tab>3 mois<c-r>");
    assert_eq!(leader.place(), Place::ReadBack);
    let Screen::ReadBack(read_back) = &leader.screen else { panic!() };
    let (draft, case) = (read_back.form.draft(), read_back.form.opened.case.case.clone());
    pass(&leader, &mut projector);
    update(&mut projector, Action::DraftFound(case.clone(), draft, Revision(9), "Dr A".to_owned()));
    let Screen::ReadBack(shown) = &projector.screen else { panic!("{:?}", projector.screen) };
    assert_eq!(shown.decision, read_back.decision);
    press(&mut leader, "<down><down>");
    pass(&leader, &mut projector);
    let Screen::ReadBack(shown) = &projector.screen else { panic!("{:?}", projector.screen) };
    assert_eq!(shown.scroll, 2, "the room reads along");
    press(&mut leader, "<up><up>");
    pass(&leader, &mut projector);
    let text = said(&shot(&projector, 120, 60));
    assert!(text.contains("La salle est-elle d'accord") && !text.contains("verrouille"), "{text}");
    update(&mut leader, Action::Locked(case));
    pass(&leader, &mut projector);
    assert_eq!(projector.notice, Some(Notice::Locked));
    assert!(matches!(projector.screen, Screen::Case(_)));
    press(&mut leader, "<esc>");
    pass(&leader, &mut projector);
    assert_eq!(projector.notice, None);
}

#[test]
fn a_hypothesis_is_shown_as_one() {
    let (mut leader, mut projector) = (leader(), projector());
    press(&mut leader, "/006<enter><enter>w");
    suppose(&mut leader, FactId::Proteinuria, "3,6");
    pass(&leader, &mut projector);
    let Screen::WhatIf(screen) = &projector.screen else { panic!() };
    assert!(!screen.suppositions().is_empty());
    same_body(&leader, &projector);
}

#[test]
fn where_there_is_nothing_to_show_it_says_why() {
    let mut screen = projector();
    update(&mut screen, Action::Shown(None));
    assert!(matches!(screen.screen, Screen::Waiting(Waiting::Nobody)));
    let (mut leader, _) = after("<enter>");
    leader.today = day("2026-11-24");
    pass(&leader, &mut screen);
    assert!(matches!(&screen.screen, Screen::Waiting(Waiting::Day(by, _)) if by == "Dr A"));
    leader.today = today();
    pass(&leader, &mut screen);
    assert!(matches!(screen.screen, Screen::Case(_)));
    screen.queue.entries.clear();
    pass(&leader, &mut screen);
    assert!(matches!(screen.screen, Screen::Waiting(Waiting::Case(_))));
    update(&mut screen, Action::Read(shipped_entries()));
    assert!(matches!(screen.screen, Screen::Case(_)), "its file came");
    let shown = Shown { leader: "chair".to_owned(), day: today(), what: OnShow::Nothing, said: None, large: false };
    update(&mut screen, Action::Shown(Some(Box::new((shown, "Dr A".to_owned())))));
    assert!(matches!(screen.screen, Screen::Waiting(Waiting::Nobody)));
    update(&mut screen, Action::ShownUnreadable);
    assert!(matches!(screen.screen, Screen::Waiting(Waiting::Unreadable)));
    update(&mut screen, Action::LedgerRefused("rien".to_owned()));
    assert!(matches!(screen.screen, Screen::Waiting(Waiting::Ledger(_))));
    let effect = update(&mut screen, Action::LedgerOpened(true));
    assert!(matches!(effect, Some(Effect::All(several)) if several.iter().any(|one| matches!(one, Effect::FindShown))));
}

#[test]
fn one_terminal_leads_the_last_that_asked() {
    let mut one = leader();
    assert_eq!(one.notice, Some(Notice::Leading));
    let mut two = leader();
    "other".clone_into(&mut two.terminal);
    let taken = Action::Shown(Some(Box::new((two.shown().unwrap(), "Dr B".to_owned()))));
    update(&mut one, taken);
    assert!(matches!(one.link, Link::Apart));
    assert_eq!(one.notice, Some(Notice::LeadTaken("Dr B".to_owned())));
    assert_eq!(one.shown(), None);
    assert!(matches!(press(&mut two, "<f2>")[..], [Effect::StopLeading]));
    assert_eq!((two.shown(), two.notice), (None, Some(Notice::LeadEnded)));
    let mut reader = room(Lang::Fr);
    reader.read_only = true;
    press(&mut reader, "<f2>");
    assert_eq!((reader.shown(), reader.notice), (None, Some(Notice::ReadOnly)));
}

#[test]
fn the_key_that_leads_works_while_text_is_typed() {
    let mut state = room(Lang::Fr);
    press(&mut state, "<enter>d<tab><tab>phrase<f2>");
    assert!(matches!(state.shown().unwrap().what, OnShow::Form { field: 2, .. }));
    let Screen::Form(form) = &state.screen else { panic!() };
    assert_eq!(text_of(&form.rationale), "phrase");
}

#[test]
fn a_terminal_that_nobody_touches_hides_identities_until_a_key_is_pressed() {
    let mut state = room(Lang::Fr);
    press(&mut state, "<enter>");
    update(&mut state, Action::Idle);
    assert!(state.masked);
    assert!(press(&mut state, "d").is_empty());
    assert!(!state.masked && matches!(state.screen, Screen::Case(_)), "the first key only shows them again");
    press(&mut state, "zd<tab><tab>a");
    update(&mut state, Action::Idle);
    press(&mut state, "b");
    let Screen::Form(form) = &state.screen else { panic!() };
    assert_eq!(text_of(&form.rationale), "ab", "what is typed is never dropped");
    assert!(state.masked, "what a hand hid stays hidden");
}

#[test]
fn the_first_letter_after_a_rest_is_typed_wherever_text_is() {
    let mut state = room(Lang::Fr);
    press(&mut state, "?/");
    assert_eq!(state.place(), Place::HelpSearch);
    update(&mut state, Action::Idle);
    press(&mut state, "d");
    assert!(matches!(&state.line, Some(line) if text_of(&line.text) == "d"));
    let mut state = room(Lang::Fr);
    press(&mut state, "<c-p>");
    let names = |state: &State| said(&shot(state, 160, 60)).contains("H. B.");
    assert!(names(&state));
    update(&mut state, Action::Idle);
    assert!(!names(&state), "what the palette found is hidden too");
    press(&mut state, "d");
    assert_eq!(state.palette.as_ref().unwrap().query(), "d");
}

#[test]
fn the_panel_goes_with_the_leader() {
    let (_, projector) = after("<enter><tab><tab>");
    assert!(matches!(&projector.screen, Screen::Case(case) if case.panel == Panel::Damage));
}

#[test]
fn the_page_of_the_meeting_is_shown_without_what_was_said_of_interests() {
    use regards::domain::Interest;
    let (mut leader, _) = held(Lang::Fr);
    "chair".clone_into(&mut leader.terminal);
    let person = &mut leader.session.people[0];
    person.interests.push((Interest::Industry, "conseil pour un laboratoire".to_owned()));
    let mut screen = projector();
    update(&mut screen, Action::Meeting(Box::new(leader.session.clone())));
    press(&mut leader, "<f2>");
    pass(&leader, &mut screen);
    assert!(matches!(screen.screen, Screen::Meeting(_)));
    let name = leader.session.people[0].person.name.clone();
    let text = said(&shot(&screen, 120, 36));
    assert!(text.contains(&name) && !text.contains("laboratoire"), "{text}");
    assert!(said(&shot(&leader, 120, 36)).contains("laboratoire"));
}

#[test]
fn whoever_dissents_is_never_named_before_the_room() {
    use regards::domain::{Dissent, Specialty};
    let mut passage = recorded().remove(0);
    passage.locked.decision.dissent = vec![Dissent {
        specialty: Specialty::Nephrology,
        person: Some("Dr Z. Nommé".to_owned()),
        words: "biopsie d'abord".to_owned(),
        minuted: true,
    }];
    let (mut leader, mut screen) = (leader(), projector());
    update(&mut leader, Action::Recalled(Box::new(passage.clone())));
    let effect = pass(&leader, &mut screen);
    assert!(matches!(effect, Some(Effect::Recall(_))));
    update(&mut screen, Action::Recalled(Box::new(passage)));
    assert!(said(&shot(&leader, 120, 160)).contains("Nommé"));
    let text = said(&shot(&screen, 120, 160));
    assert!(text.contains("biopsie d'abord") && !text.contains("Nommé"), "{text}");
}

/// Names that people typed into a question are covered before the room, as the alias and the requester are.
#[test]
fn a_name_in_a_question_is_covered_on_a_masked_screen() {
    let text = shipped("ln-2026-006-classe-v-1-6.yaml");
    let text = text.replace("Classe V pure à 1,6 g/g", "H. B. du Dr Martin, classe V pure à 1,6 g/g");
    let mut state = room(regards::text::Lang::Fr);
    update(&mut state, Action::Read(vec![entry("ln-2026-006-classe-v-1-6.yaml", &text)]));
    press(&mut state, "/006<enter>");
    assert!(said(&shot(&state, 120, 36)).contains("du Dr Martin"));
    press(&mut state, "z");
    for keys in ["", "<enter>", "t"] {
        press(&mut state, keys);
        let seen = said(&shot(&state, 120, 36));
        assert!(!seen.contains("H. B.") && !seen.contains("Martin"), "{seen}");
    }
}
