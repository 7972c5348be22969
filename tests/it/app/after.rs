//! What comes after a decision, and what is due: keys in, acts out.

use regards::app::{Action, Effect, Notice, Place, Screen, State, update};
use regards::domain::{DocumentStatus, Fulfilment, NotDone, Outcome, PatientAnswer, Specialty};
use regards::meeting::{AfterAct, DecisionAct, Logged, OpenDraft, Recorded};
use regards::text::Lang;

use crate::scene::*;

/// The page of the last version of a decision.
fn passage() -> State {
    let mut state = room(Lang::Fr);
    press(&mut state, "a");
    update(&mut state, Action::Recalled(Box::new(recorded().remove(0))));
    state
}

fn act(effects: Vec<Effect>) -> AfterAct {
    match effects.into_iter().next_back() {
        Some(Effect::RecordAfter(act)) => act.done,
        other => panic!("nothing is recorded: {other:?}"),
    }
}

/// The decision after these acts.
fn after(acts: Vec<AfterAct>) -> Recorded {
    let mut recorded = recorded().remove(0);
    let decision = recorded.entry.id;
    let log = |(seq, done)| Logged {
        seq,
        at: "2026-11-27T09:00:00Z".parse().unwrap(),
        actor: "Dr C".to_owned(),
        what: DecisionAct { decision, done },
    };
    recorded.entry.signed = acts.iter().any(|act| matches!(act, AfterAct::Signed { .. }));
    recorded.after = (1..).zip(acts).map(log).collect();
    recorded
}

#[test]
fn signing_proposes_who_works_here_and_comes_back_signed() {
    let mut state = passage();
    "Dr C. Chef".clone_into(&mut state.actor);
    press(&mut state, "s");
    assert_eq!(state.place(), Place::Line);
    let AfterAct::Signed { by } = act(press(&mut state, "<enter>")) else { panic!("not signed") };
    assert_eq!(by, "Dr C. Chef");
    update(&mut state, Action::AfterRecorded(Box::new(after(vec![AfterAct::Signed { by }]))));
    assert_eq!((state.place(), state.notice.clone()), (Place::Passage, Some(Notice::Recorded)));
    let Screen::Passage(screen) = &state.screen else { panic!("no passage") };
    assert_eq!(screen.passage.entry.status(), DocumentStatus::Validated);
    let seen = said(&shot(&state, 160, 80));
    assert!(seen.contains("GEN-068") && seen.contains("signée par le Dr C. Chef"), "{seen}");
    press(&mut state, "s");
    assert_eq!(state.notice, Some(Notice::AlreadySigned));
    press(&mut state, "<esc>");
    assert_eq!(state.place(), Place::Archive, "one page, not two");
}

#[test]
fn the_patient_is_told_in_three_keys_where_it_is_said_who_tells() {
    let mut state = passage();
    press(&mut state, "t");
    assert_eq!(state.place(), Place::After);
    press(&mut state, "<enter>");
    assert!(matches!(state.notice, Some(Notice::AfterLacks(_))), "the answer is asked for");
    let AfterAct::Told { on, by, answer, .. } = act(press(&mut state, "<right><enter>")) else { panic!("not told") };
    assert_eq!((on, by.is_empty(), answer), (today(), false, PatientAnswer::Accepts));
}

#[test]
fn a_form_that_is_left_keeps_what_was_typed() {
    let mut state = passage();
    press(&mut state, "t<down>Elle veut en parler.<esc>");
    assert_eq!(state.place(), Place::Passage);
    press(&mut state, "t<up><right><right>");
    let AfterAct::Told { words, answer, .. } = act(press(&mut state, "<enter>")) else { panic!("not told") };
    assert_eq!((words.as_str(), answer), ("Elle veut en parler.", PatientAnswer::WantsTime));
}

#[test]
fn what_was_done_in_part_asks_why_and_figures_come_from_the_file_only_if_they_are_newer() {
    let mut state = passage();
    press(&mut state, "f<right><right>");
    press(&mut state, "<enter>");
    assert!(matches!(state.notice, Some(Notice::AfterLacks(regards::app::AfterLack::Reason))));
    let AfterAct::Followed(follow) = act(press(&mut state, "<right><right><enter>")) else { panic!("not followed") };
    assert_eq!((follow.fulfilment, follow.reason), (Fulfilment::Partial, Some(NotDone::PatientWish)));
    assert_eq!((follow.upcr, follow.egfr), (None, None), "the file says nothing since the decision");
}

#[test]
fn figures_since_the_decision_are_filled_in_with_their_day_and_unit() {
    let text = shipped("ln-2026-006-classe-v-1-6.yaml")
        .replace("labs:\n", "labs:\n  - {date: 2027-02-20, creatinine: 60 µmol/L, upcr: 80 mg/mmol}\n");
    let mut state = State::new(day("2027-02-26"), Lang::Fr, (80, 24), library());
    let file = regards::read::CaseFile::new("006.yaml".into(), text.as_bytes(), day("2027-02-26"));
    let entry = regards::app::Entry::new(file, day("2027-02-26"), Some(&library()));
    update(&mut state, Action::Read(vec![entry]));
    update(&mut state, Action::Recalled(Box::new(recorded().remove(0))));
    press(&mut state, "f");
    let seen = said(&shot(&state, 120, 40)).replace('\u{a0}', " ");
    assert!(seen.contains("80 mg/mmol") && seen.contains("du dossier, 20/02/2027"), "{seen}");
    let AfterAct::Followed(follow) = act(press(&mut state, "<left><left><enter>")) else { panic!("not followed") };
    assert_eq!((follow.months, follow.fulfilment), (3, Fulfilment::Complete));
    assert_eq!(follow.upcr.unwrap().replace('\u{a0}', " "), "80 mg/mmol");
}

#[test]
fn an_old_version_is_not_signed_and_a_new_one_after_a_signature_says_so() {
    let mut state = room(Lang::Fr);
    update(&mut state, Action::Recalled(Box::new(recorded().remove(1))));
    press(&mut state, "s");
    assert_eq!((state.place(), state.notice.clone()), (Place::Passage, Some(Notice::NotCurrent)));
    let signed = after(vec![AfterAct::Signed { by: "Dr C".to_owned() }]);
    let mut state = room(Lang::Fr);
    update(&mut state, Action::Recalled(Box::new(signed.clone())));
    press(&mut state, "mbiologie reçue<c-r><enter>");
    update(&mut state, Action::Locked("LN-2026-006".parse().unwrap()));
    assert_eq!(state.notice, Some(Notice::ToSignAgain));
    let mut again = signed;
    again.entry.signed = false;
    update(&mut state, Action::Recalled(Box::new(again)));
    assert!(said(&shot(&state, 160, 80)).contains("à signer de nouveau"));
}

/// Of a list only the entries that differ are said.
#[test]
fn who_stands_where_he_stood_is_not_a_difference() {
    use regards::domain::{Position, Specialty, Stand};
    use regards::meeting::{Change, Part, changes};
    let stand =
        |specialty, after| Stand { specialty, person: None, before: None, after: Some(after), words: String::new() };
    let mut before = recorded().remove(0).locked.decision;
    let kept = stand(Specialty::Nephrology, Position::Agrees);
    before.positions = vec![kept.clone(), stand(Specialty::Rheumatology, Position::Agrees)];
    let mut after = before.clone();
    after.positions = vec![kept, stand(Specialty::Rheumatology, Position::Disagrees)];
    let found = changes(&before, &after, Lang::En);
    let [Change::Replaced(Part::Positions, gone, new)] = found.as_slice() else { panic!("{found:?}") };
    assert!(!gone.contains("Nephrology") && !new.contains("Nephrology") && new.contains("Rheumatology"), "{found:?}");
}

#[test]
fn a_silent_round_begun_by_mistake_is_called_off_by_the_same_key() {
    use regards::meeting::Round;
    let mut state = room(Lang::Fr);
    press(&mut state, "/006<enter>d<f3>");
    let round = |state: &State| match &state.screen {
        Screen::Form(form) => form.talk.round,
        _ => panic!("no form"),
    };
    press(&mut state, "v");
    assert_eq!(round(&state), Round::Open);
    press(&mut state, "v");
    assert_eq!(round(&state), Round::None);
    press(&mut state, "v1v");
    assert_eq!(round(&state), Round::Open, "a position was given: Enter shows it");
}

#[test]
fn the_difference_of_versions_is_one_key_away() {
    let mut changed = recorded().remove(0);
    "Une autre raison.".clone_into(&mut changed.locked.decision.rationale);
    let mut state = room(Lang::En);
    update(&mut state, Action::Recalled(Box::new(changed)));
    press(&mut state, "v");
    let seen = said(&shot(&state, 120, 36));
    assert!(seen.contains("What changed since version 1") && seen.contains("[+Une autre raison.+]"), "{seen}");
    press(&mut state, "v");
    assert!(!said(&shot(&state, 120, 36)).contains("What changed"));
}

#[test]
fn what_is_due_is_on_the_agenda_and_one_key_does_it() {
    let mut state = room(Lang::Fr);
    let draft = OpenDraft {
        case_id: "LN-2026-001".parse().unwrap(),
        at: "2026-11-20T08:00:00Z".parse().unwrap(),
        author: "secretary".to_owned(),
    };
    let mut open = open_decision("LN-2026-006");
    open.decided_on = day("2026-11-20");
    update(&mut state, Action::Due(vec![open.clone()], vec![draft]));
    assert!(said(&shot(&state, 80, 24)).contains("2 à faire (u)"));
    assert!(matches!(press(&mut state, "u")[..], [Effect::FindDue]));
    assert_eq!(state.place(), Place::Due);
    let effects = press(&mut state, "<down>u");
    assert!(matches!(&effects[..], [Effect::Recall(id)] if *id == open.past.id), "{effects:?}");
    update(&mut state, Action::Recalled(Box::new(recorded().remove(0))));
    assert_eq!(state.place(), Place::After, "the patient is to be told");
    press(&mut state, "<esc><esc>");
    assert_eq!(state.place(), Place::Due);
    press(&mut state, "<up>u");
    assert_eq!(state.place(), Place::Form, "a draft is gone on with");
}

#[test]
fn without_quorum_nothing_is_held_back_and_the_record_says_so() {
    let mut state = room(Lang::Fr);
    state.session = meeting_of(&[("Dr N", Specialty::Nephrology), ("Dr I", Specialty::InternalMedicine)]);
    press(&mut state, "/006<enter>d<down><tab><tab>parce que<tab><down><c-r>");
    let seen = said(&shot(&state, 120, 36));
    assert!(seen.contains("AVIS DE STAFF, QUORUM NON ATTEINT") && seen.contains("une spécialité"), "{seen}");
    let effects = press(&mut state, "<enter>");
    let Some(Effect::Lock(locked, _)) = effects.into_iter().next() else { panic!("nothing is locked") };
    assert_eq!(locked.room.unwrap().quorum.short_by, 1);
}

/// A second decision would be refused at the lock, after everything was typed.
#[test]
fn a_case_decided_at_this_meeting_shows_its_decision_in_place_of_a_form() {
    for keys in ["/006<enter>d", "/006<enter><enter>d"] {
        let mut state = room(Lang::Fr);
        let past = recorded().remove(0);
        let standing = regards::meeting::Status::Decided(Box::new(past.entry.clone()));
        let standings = std::iter::once(("LN-2026-006".parse().unwrap(), standing)).collect();
        update(&mut state, Action::Standings(standings, Vec::new()));
        let effects = format!("{:?}", press(&mut state, keys));
        assert!(effects.contains("Recall("), "{keys}: {effects}");
        assert_eq!(state.place(), Place::Case);
        update(&mut state, Action::Recalled(Box::new(past)));
        assert_eq!((state.place(), state.notice.clone()), (Place::Passage, Some(Notice::AlreadyDecided)));
        press(&mut state, "m");
        assert_eq!(state.place(), Place::Form, "an amendment takes the case up again");
    }
}

#[test]
fn a_case_seen_before_shows_the_decision_before_and_the_new_one_names_it() {
    let mut state = room(Lang::Fr);
    let mut past = recorded().remove(0);
    past.entry.meeting = Some(day("2026-03-12"));
    past.locked.meeting = past.entry.meeting;
    let standing = regards::meeting::Status::Decided(Box::new(past.entry.clone()));
    let standings = std::iter::once(("LN-2026-006".parse().unwrap(), standing)).collect();
    update(&mut state, Action::Standings(standings, Vec::new()));
    let effects = press(&mut state, "/006<enter><enter>");
    assert!(
        matches!(effects.last(), Some(Effect::All(all)) if matches!(all[..], [Effect::FindEarlier(..)])),
        "{effects:?}"
    );
    update(&mut state, Action::Earlier("LN-2026-006".parse().unwrap(), Some(Box::new(past.clone()))));
    let seen = said(&shot(&state, 120, 36));
    assert!(seen.contains("déjà vu le 12/03/2026"), "{seen}");
    press(&mut state, "d");
    assert!(said(&shot(&state, 120, 36)).contains("Décision précédente, 12/03/2026"));
    assert!(!said(&shot(&state, 80, 24)).contains("Décision précédente"));
    press(&mut state, "<f4>");
    assert!(said(&shot(&state, 80, 24)).contains("Décision précédente"));
    let effects = press(&mut state, "<f4><down><tab><tab>parce que<tab><down><c-r><enter>");
    let Some(Effect::Lock(locked, _)) = effects.into_iter().next_back() else { panic!("nothing is locked") };
    assert_eq!(locked.previous, Some(past.entry.id));
}

#[test]
fn what_data_are_missing_is_proposed_as_what_is_awaited_and_from_whom() {
    let mut state = room(Lang::Fr);
    press(&mut state, "/006<enter>d");
    let lines = |state: &State| {
        let Screen::Form(form) = &state.screen else { panic!("no form") };
        regards::app::text_of(&form.lines)
    };
    let prefilled = lines(&state);
    press(&mut state, "<down><down><down><down><down>");
    let Screen::Form(form) = &state.screen else { panic!("no form") };
    assert_eq!(form.outcome, Some(Outcome::DeferredMissingData));
    assert!(lines(&state).contains("attendu"), "{}", lines(&state));
    press(&mut state, "<down>");
    assert_eq!(lines(&state), prefilled, "another outcome takes it back");
    press(&mut state, "<up><tab>x<s-tab><down>");
    assert!(lines(&state).ends_with('x'), "never over typed text");
}

/// Counted from the case screen: `d`, then every key until Enter that locks, the 20 letters of the reasons among them.
#[test]
fn a_decision_a_de_escalation_and_a_deferral_take_at_most_sixty_keys() {
    let reasons = "accord unanime salle";
    assert_eq!(reasons.chars().count(), 20);
    let ways = [
        ("decided", format!("d<down><tab><tab>{reasons}<tab><down><tab>m3<c-r><enter>")),
        ("de-escalation", format!("d<down><down><down><down><tab><tab>{reasons}<tab><down><tab>m6<c-r><enter>")),
        ("deferral", format!("d<down><down><down><down><down><tab><tab>{reasons}<tab>m1<c-r><enter>")),
    ];
    for (name, keys) in ways {
        let mut state = room(Lang::Fr);
        press(&mut state, "/006<enter><enter>");
        let count = key_count(&keys);
        let effects = press(&mut state, &keys);
        assert!(matches!(effects.last(), Some(Effect::Lock(..))), "{name}: {effects:?}");
        assert!(count <= 60, "{name}: {count} keys");
    }
}

/// How many keys these are.
fn key_count(keys: &str) -> usize {
    keys.split('<')
        .enumerate()
        .map(|(at, part)| match part.split_once('>') {
            Some((_, after)) if at > 0 => 1 + after.chars().count(),
            _ => part.chars().count(),
        })
        .sum()
}

#[test]
fn actions_are_done_or_dropped_with_a_reason_and_branches_met_or_not() {
    let mut recorded = recorded().remove(0);
    let plan = regards::meeting::Plan::of("bio m1 @Dr Nephro\nsi upcr m3 > -25 % : représenter", today());
    (recorded.locked.decision.actions, recorded.locked.decision.branches) = (plan.actions, plan.branches);
    let mut state = room(Lang::Fr);
    update(&mut state, Action::Recalled(Box::new(recorded.clone())));
    press(&mut state, "b");
    assert_eq!(state.place(), Place::Settle);
    assert!(matches!(act(press(&mut state, "1")), AfterAct::ActionEnded { action: 1, .. }));
    press(&mut state, "0");
    assert_eq!(state.place(), Place::Line);
    let AfterAct::ActionEnded { words, .. } = act(press(&mut state, "faite ailleurs<enter>")) else {
        panic!("not dropped")
    };
    assert_eq!(words, "faite ailleurs");
    let settled = act(press(&mut state, "<down>0"));
    assert!(matches!(&settled, AfterAct::BranchSettled { branch, met: false, .. } if branch == "B1"));
    let entry = recorded.entry.clone();
    let mut again = after(vec![settled]);
    (again.entry, again.locked) = (entry, recorded.locked);
    update(&mut state, Action::AfterRecorded(Box::new(again)));
    assert_eq!(state.place(), Place::Settle, "one goes on settling");
    let seen = said(&shot(&state, 80, 24));
    assert!(seen.contains("condition non remplie") && seen.contains("à faire"), "{seen}");
    press(&mut state, "<esc>");
    assert_eq!(state.place(), Place::Passage);
}
