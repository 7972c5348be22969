use regards::app::{Action, ArchiveScreen, Effect, Place, Screen, State, update};
use regards::meeting::Moment;
use regards::text::Lang;

use crate::scene::*;

fn archive(state: &State) -> &ArchiveScreen {
    match &state.screen {
        Screen::Archive(archive) => archive,
        other => panic!("no list of decisions: {other:?}"),
    }
}

fn moments() -> Vec<Moment> {
    let decided = recorded().into_iter().map(|one| Moment::Decided(Box::new(one.entry)));
    decided.chain([Moment::Postponed(put_off("LN-2026-006", "biopsie attendue"))]).collect()
}

fn open() -> State {
    let mut state = room(Lang::Fr);
    let effects = press(&mut state, "a");
    let [Effect::Search(number, words)] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(words, "");
    update(&mut state, Action::Found(*number, moments()));
    state
}

#[test]
fn past_decisions_are_listed_opened_and_left() {
    let mut state = open();
    assert_eq!(archive(&state).found.as_ref().unwrap().len(), 3);
    let effects = press(&mut state, "<down><enter>");
    let [Effect::Recall(id)] = effects[..] else { panic!("{effects:?}") };
    let recorded = recorded().into_iter().find(|one| one.entry.id == id).unwrap();
    update(&mut state, Action::Recalled(Box::new(recorded)));
    assert_eq!(state.place(), Place::Passage);
    press(&mut state, "<esc>");
    assert_eq!(archive(&state).selected, 1, "the cursor is where it was");
    assert!(press(&mut state, "<down><enter>").is_empty(), "a postponement has no more to show");
    let effects = press(&mut state, "<esc>");
    assert_eq!(state.place(), Place::Queue);
    assert!(matches!(effects[..], [Effect::Standings]), "what was amended shows on the agenda");
}

#[test]
fn a_search_acts_as_it_is_typed_and_late_answers_are_dropped() {
    let mut state = open();
    let effects = press(&mut state, "/bé");
    let [Effect::Search(first, _), Effect::Search(second, words)] = &effects[..] else { panic!("{effects:?}") };
    assert!(first < second);
    assert_eq!(words, "bé");
    update(&mut state, Action::Found(*first, Vec::new()));
    assert_eq!(archive(&state).found.as_ref().unwrap().len(), 3, "an answer to an older query");
    update(&mut state, Action::Found(*second, Vec::new()));
    assert!(archive(&state).found.as_ref().unwrap().is_empty());
    press(&mut state, "<esc>");
    assert_eq!(archive(&state).query, "bé", "Esc leaves the words");
}

#[test]
fn a_timeline_opens_over_the_list_and_each_keeps_its_own() {
    let mut state = open();
    let effects = press(&mut state, "h");
    assert!(matches!(&effects[..], [Effect::History(case)] if case.as_str() == "LN-2026-006"));
    assert!(archive(&state).found.is_none());
    update(&mut state, Action::Found(1, Vec::new()));
    assert!(archive(&state).found.is_none(), "the list's answer does not come here");
    update(&mut state, Action::Found(0, moments()));
    assert_eq!(archive(&state).found.as_ref().unwrap().len(), 3);
    let effects = press(&mut state, "h");
    assert!(matches!(&effects[..], [Effect::HistoryOf(alias)] if alias.as_str() == "H. B."), "{effects:?}");
    update(&mut state, Action::Found(0, moments()));
    let asked = update(&mut state, Action::LedgerChanged);
    assert!(
        matches!(asked, Some(Effect::All(all)) if matches!(all[..], [Effect::HistoryOf(_), Effect::FindMeeting(_)]))
    );
    let effects = press(&mut state, "h");
    assert!(matches!(&effects[..], [Effect::History(_)]), "and back to the case: {effects:?}");
    update(&mut state, Action::Found(0, moments()));
    let asked = update(&mut state, Action::LedgerChanged);
    assert!(matches!(asked, Some(Effect::All(all)) if matches!(all[..], [Effect::History(_), Effect::FindMeeting(_)])));
    press(&mut state, "<esc>");
    assert!(archive(&state).of.is_none());
    let asked = update(&mut state, Action::LedgerChanged);
    assert!(
        matches!(asked, Some(Effect::All(all)) if matches!(all[..], [Effect::Search(1, _), Effect::FindMeeting(_)]))
    );
}

#[test]
fn a_search_in_a_timeline_is_a_search_of_everything() {
    let mut state = open();
    press(&mut state, "h");
    let effects = press(&mut state, "/x");
    assert!(matches!(effects[..], [Effect::Search(number, _)] if number > 1));
    assert!(archive(&state).of.is_none());
}

#[test]
fn the_timeline_of_the_case_at_hand_opens_from_the_agenda_and_from_the_case() {
    for keys in ["h", "<enter>h"] {
        let mut state = room(Lang::Fr);
        let effects = press(&mut state, keys);
        assert!(matches!(&effects[..], [Effect::History(case)] if case.as_str() == "LN-2026-001"), "{keys}");
    }
}

#[test]
fn scrolling_stops_at_the_end_and_comes_back_at_once() {
    let mut state = open();
    update(&mut state, Action::Recalled(Box::new(recorded().remove(0))));
    press(&mut state, "<end>");
    let drawn = regards::view::draw(
        &state,
        &look(),
        ratatui::layout::Rect::new(0, 0, 80, 24),
        &mut ratatui::buffer::Buffer::empty(ratatui::layout::Rect::new(0, 0, 80, 24)),
    );
    let reach = drawn.reach;
    update(&mut state, Action::Drawn(drawn));
    press(&mut state, "<up>");
    let Screen::Passage(screen) = &state.screen else { panic!("no passage") };
    assert_eq!(screen.scroll, reach - 1);
}

/// Whoever amends a decision and presses Enter opens that one, not its neighbour: it could be signed in its place.
#[test]
fn the_cursor_stays_on_its_decision_when_a_new_version_takes_another_row() {
    let mut state = open();
    let [second, first] = &recorded()[..] else { panic!() };
    let other = |seq: i64| {
        let mut entry = first.entry.clone();
        (entry.seq, entry.case_id) = (seq, "LN-2026-001".parse().unwrap());
        entry.id = uuid::Uuid::from_u128(u128::from(seq.unsigned_abs())).into();
        entry.amends = None;
        Moment::Decided(Box::new(entry))
    };
    let mine = |entry: &regards::meeting::PastDecision| Moment::Decided(Box::new(entry.clone()));
    update(&mut state, Action::Found(1, vec![other(90), mine(&first.entry)]));
    press(&mut state, "<end>");
    update(&mut state, Action::Found(1, vec![mine(&second.entry), other(90)]));
    assert_eq!(archive(&state).selected, 0);
    let effects = press(&mut state, "<enter>");
    assert!(matches!(&effects[..], [Effect::Recall(id)] if *id == second.entry.id), "{effects:?}");
}
