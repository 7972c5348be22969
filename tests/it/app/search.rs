//! Past decisions searched in the filter language: keys in, state and searches out.

use regards::app::{Action, ArchiveScreen, Effect, Notice, Place, Screen, State, completion, update};
use regards::archive::filter::{After, Count, SavedQuery, SortValue};
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
    recorded().into_iter().map(|one| Moment::Decided(Box::new(one.entry))).collect()
}

fn saved(name: &str, text: &str) -> SavedQuery {
    SavedQuery {
        name: name.to_owned(),
        text: text.to_owned(),
        by: "Dr A".to_owned(),
        at: "2026-01-01T00:00:00Z".parse().unwrap(),
    }
}

fn open() -> State {
    let mut state = room(Lang::Fr);
    press(&mut state, "a");
    update(&mut state, Action::Found(1, moments()));
    state
}

fn offered(state: &State) -> Vec<String> {
    completion(state).candidates.into_iter().map(|one| one.insert).collect()
}

fn typed(state: &State) -> String {
    state.line.as_ref().unwrap().text.lines().concat()
}

#[test]
fn a_word_is_completed_with_tab_and_the_arrows_choose() {
    let mut state = open();
    press(&mut state, "/cla");
    assert_eq!(state.place(), Place::Search);
    assert_eq!(offered(&state), ["classe:"]);
    let effects = press(&mut state, "<tab>");
    assert!(matches!(&effects[..], [Effect::Search(_, line)] if line == "classe:"), "{effects:?}");
    press(&mut state, "mi<tab> prem");
    assert_eq!(typed(&state), "classe:mixed_v prem");
    press(&mut state, "<tab>beli<tab>");
    assert_eq!(typed(&state), "classe:mixed_v premier:belimumab");
    press(&mut state, " quorum:");
    assert_eq!(offered(&state), ["oui", "non", "inconnu", "aucun"]);
    press(&mut state, "<down><down><up><tab>");
    assert_eq!(typed(&state), "classe:mixed_v premier:belimumab quorum:non");
    press(&mut state, "<enter>");
    assert_eq!(archive(&state).query, "classe:mixed_v premier:belimumab quorum:non", "Enter keeps the line");
    assert_eq!(state.place(), Place::Archive);
}

#[test]
fn where_nothing_is_begun_tab_offers_everything() {
    let mut state = open();
    press(&mut state, "/");
    assert!(offered(&state).is_empty(), "nothing hides the list unasked");
    press(&mut state, "<tab>");
    assert!(offered(&state).len() > 50);
    press(&mut state, "<down><tab>");
    assert_eq!(typed(&state), "upcr>");
    press(&mut state, "2 ");
    assert!(offered(&state).is_empty());
}

#[test]
fn arrows_move_in_the_list_where_nothing_is_offered() {
    let mut state = open();
    press(&mut state, "/xyz");
    let asked = archive(&state).asked;
    update(&mut state, Action::Found(asked, moments()));
    press(&mut state, "<down>");
    assert_eq!(archive(&state).selected, 1);
}

#[test]
fn esc_and_enter_lose_nothing_that_was_typed() {
    let mut state = open();
    press(&mut state, "/clas:III upcr><esc>");
    assert_eq!(archive(&state).query, "clas:III upcr>");
    press(&mut state, "/");
    assert_eq!(typed(&state), "clas:III upcr>");
}

#[test]
fn one_key_turns_the_order_and_writes_it_into_the_line() {
    let mut state = open();
    press(&mut state, "/beli<enter>");
    let effects = press(&mut state, "t");
    assert!(matches!(&effects[..], [Effect::Search(_, line)] if line == "beli tri:oldest"), "{effects:?}");
    press(&mut state, "t");
    assert_eq!(archive(&state).query, "beli tri:-upcr");
    for _ in 2..10 {
        press(&mut state, "t");
    }
    assert_eq!(archive(&state).query, "beli", "round to the newest first");
}

#[test]
fn a_search_is_saved_under_a_name_and_picked_by_it() {
    let mut state = open();
    press(&mut state, "w");
    assert_eq!(state.notice, Some(Notice::NothingToSave));
    press(&mut state, "@");
    assert_eq!(state.notice, Some(Notice::NoneSaved));
    press(&mut state, "/classe:V upcr>2<enter>w");
    press(&mut state, "à revoir<enter>");
    assert!(matches!(state.notice, Some(Notice::BadQueryName(_))));
    assert_eq!(typed(&state), "à revoir", "what was typed stays");
    press(&mut state, &"<back>".repeat(8));
    press(&mut state, "lourds");
    let effects = press(&mut state, "<enter>");
    assert!(
        matches!(&effects[..], [Effect::SaveQuery(name, line)] if name == "lourds" && line == "class:V upcr>2"),
        "{effects:?}"
    );
    update(&mut state, Action::QuerySaved("lourds".to_owned(), vec![saved("lourds", "class:V upcr>2")]));
    assert_eq!(state.notice, Some(Notice::QuerySaved("lourds".to_owned())));
    press(&mut state, "@");
    assert_eq!(typed(&state), "classe:V upcr>2 @");
    assert_eq!(offered(&state), ["@lourds"]);
    press(&mut state, "<tab>");
    assert_eq!(archive(&state).query, "classe:V upcr>2 @lourds");
}

#[test]
fn a_faulty_search_is_not_saved_and_nothing_is_where_nothing_may_be_written() {
    let mut state = open();
    press(&mut state, "/clas:V<enter>wnom<enter>");
    assert_eq!(state.notice, Some(Notice::FaultySearch));
    state.read_only = true;
    press(&mut state, "w");
    assert!(state.line.is_none());
    assert_eq!(state.notice, Some(Notice::ReadOnly));
}

#[test]
fn the_next_page_is_asked_for_at_the_end_of_the_list_once() {
    let mut state = open();
    let end = After { seq: 2, by: SortValue::None };
    update(&mut state, Action::PageEnds(1, Some(end.clone())));
    update(&mut state, Action::Counted(1, Count::MoreThan(10_000)));
    assert_eq!(archive(&state).count, Some(Count::MoreThan(10_000)));
    assert!(press(&mut state, "<up>").is_empty());
    let effects = press(&mut state, "<end>");
    assert!(matches!(&effects[..], [Effect::SearchMore(1, _, after)] if *after == end), "{effects:?}");
    assert!(press(&mut state, "<down>").is_empty(), "it is asked for once");
    let count = archive(&state).found.as_ref().unwrap().len();
    update(&mut state, Action::More(7, moments(), None));
    assert_eq!(archive(&state).found.as_ref().unwrap().len(), count, "of another search");
    update(&mut state, Action::More(1, moments(), None));
    assert_eq!(archive(&state).found.as_ref().unwrap().len(), count * 2);
    press(&mut state, "/x");
    assert_eq!(archive(&state).count, None, "another search is counted anew");
}
