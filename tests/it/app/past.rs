use regards::app::{Action, Effect, Notice, Place, Screen, update};
use regards::archive::Traits;
use regards::meeting::{ClassGroup, Moment, PregnancyProject};
use regards::text::Lang;

use crate::scene::*;

#[test]
fn one_key_from_the_case_asks_for_its_precedents_and_enter_opens_one() {
    let mut state = room(Lang::Fr);
    let effects = press(&mut state, "/006<enter><enter>p");
    let Some(Effect::FindPrecedents(of, case, _)) = effects.last().cloned() else { panic!("{effects:?}") };
    assert_eq!(
        (of.class, of.upcr, of.flares, of.pregnancy),
        (Some(ClassGroup::PureV), Some(1.6), Some(1), Some(PregnancyProject::Wish))
    );
    assert!(press(&mut state, "<enter>").is_empty(), "nothing is found yet");
    update(&mut state, Action::Precedents("LN-2026-001".parse().unwrap(), Box::new(precedents_of(&of))));
    assert!(matches!(&state.screen, Screen::Precedents(screen) if screen.found.is_none()), "those of another case");
    let found = precedents_of(&of);
    let id = found.nearest[1].past.id;
    update(&mut state, Action::Precedents(case.clone(), Box::new(found)));
    let effects = press(&mut state, "<down><down><enter>");
    assert!(matches!(effects[..], [Effect::Recall(recalled)] if recalled == id), "{effects:?}");
    update(&mut state, Action::Recalled(Box::new(recorded().remove(0))));
    assert_eq!(state.place(), Place::Passage);
    press(&mut state, "<esc>");
    assert!(matches!(&state.screen, Screen::Precedents(screen) if screen.selected == 1), "the cursor is where it was");
    let asked = update(&mut state, Action::LedgerChanged);
    assert!(matches!(asked, Some(Effect::All(all)) if matches!(all[..], [Effect::FindPrecedents(..), _])));
    press(&mut state, "p");
    assert_eq!(state.place(), Place::Case);
    press(&mut state, "<f3>");
    assert_eq!(state.place(), Place::Positions, "positions have moved to the key they have in the form");
}

#[test]
fn a_case_is_compared_on_what_its_file_says() {
    let mut state = room(Lang::Fr);
    let effects = press(&mut state, "/010<enter><enter>p");
    let Some(Effect::FindPrecedents(of, ..)) = effects.last().cloned() else { panic!("{effects:?}") };
    assert_ne!(*of, Traits::default());
}

#[test]
fn two_decisions_are_marked_and_compared() {
    let mut state = room(Lang::Fr);
    press(&mut state, "a");
    let past: Vec<Moment> = recorded().into_iter().map(|one| Moment::Decided(Box::new(one.entry))).collect();
    let put_off = Moment::Postponed(put_off("LN-2026-006", "biopsie attendue"));
    update(&mut state, Action::Found(1, past.into_iter().chain([put_off]).collect()));
    assert!(press(&mut state, "v").is_empty());
    assert_eq!(state.notice, Some(Notice::Marked));
    assert!(press(&mut state, "v").is_empty(), "the same again takes the mark away");
    assert!(press(&mut state, "<down><down>v").is_empty());
    assert_eq!(state.notice, Some(Notice::OnlyDecisionsCompare));
    let effects = press(&mut state, "<up>v<up>v");
    let [after, before] = <[_; 2]>::try_from(recorded()).unwrap();
    assert!(
        matches!(effects[..], [Effect::FindPair(one, other)] if one == before.entry.id && other == after.entry.id),
        "{effects:?}"
    );
    update(&mut state, Action::Pair(Box::new(after.clone()), Box::new(before.clone())));
    let Screen::Compare(screen) = &state.screen else { panic!() };
    assert_eq!((screen.before.entry.id, screen.after.entry.id), (before.entry.id, after.entry.id), "the older first");
    press(&mut state, "v");
    assert_eq!(state.place(), Place::Archive);
}

#[test]
fn a_past_decision_is_judged_anew_with_a_key() {
    let mut state = room(Lang::Fr);
    update(&mut state, Action::Recalled(Box::new(recorded().remove(0))));
    assert!(press(&mut state, "r").is_empty());
    let Screen::Rerun(screen) = &state.screen else { panic!() };
    assert!(screen.found.as_ref().unwrap().is_same());
    press(&mut state, "r");
    assert_eq!(state.place(), Place::Passage);
}

#[test]
fn a_meeting_is_replayed_from_its_page_and_from_a_past_decision() {
    let mut state = room(Lang::Fr);
    press(&mut state, "a");
    let past: Vec<Moment> = recorded().into_iter().map(|one| Moment::Decided(Box::new(one.entry))).collect();
    update(&mut state, Action::Found(1, past));
    let effects = press(&mut state, "m");
    let [Effect::FindReplay(asked)] = effects[..] else { panic!("{effects:?}") };
    assert_eq!(asked, day("2026-11-26"));
    update(&mut state, Action::Replay(asked, None));
    assert_eq!((state.place(), &state.notice), (Place::Archive, &Some(Notice::NoMeetingThen(asked))));
    update(&mut state, Action::Replay(asked, replayed().map(Box::new)));
    let there = |state: &regards::app::State| match &state.screen {
        Screen::Replay(screen) => screen.room.people.iter().filter(|one| one.is_there()).count(),
        other => panic!("{other:?}"),
    };
    assert_eq!(there(&state), 0);
    assert!(press(&mut state, "<enter>").is_empty());
    assert_eq!(state.notice, Some(Notice::NothingBehind));
    press(&mut state, "<down><right>");
    assert_eq!(there(&state), 2, "the room follows the cursor");
    let effects = press(&mut state, "<down><enter>");
    assert!(matches!(effects[..], [Effect::Recall(_)]), "a case that begins has the decision it came to: {effects:?}");
    press(&mut state, "<end>");
    assert_eq!(there(&state), 0, "all left when it was closed");
    press(&mut state, "m");
    assert_eq!(state.place(), Place::Archive);
    press(&mut state, "<esc>");

    let (mut state, mut journal) = held(Lang::Fr);
    let (_, effects) = journal.press(&mut state, "v");
    assert!(matches!(effects[..], [Effect::FindReplay(meeting)] if meeting == state.meeting()), "{effects:?}");
}
