//! Files that change while the program runs: new, gone, renamed, broken; what is open follows.

use std::path::PathBuf;

use regards::app::{Action, Effect, Notice, Screen, State, update};
use regards::text::Lang;

use crate::scene::*;

const FILE: &str = "ln-2026-006-classe-v-1-6.yaml";

fn paths(state: &State) -> Vec<String> {
    state.queue.entries.iter().map(|entry| entry.path().to_string_lossy().into_owned()).collect()
}

fn opened_file(state: &State) -> PathBuf {
    match &state.screen {
        Screen::Case(screen) => screen.opened.file.path.clone(),
        other => panic!("no case: {other:?}"),
    }
}

fn on_case() -> State {
    let mut state = room(Lang::Fr);
    press(&mut state, "/006<enter><enter>");
    state
}

#[test]
fn a_file_that_an_editor_puts_away_and_back_keeps_its_place() {
    let mut state = room(Lang::Fr);
    let before = paths(&state);
    update(&mut state, Action::Gone(PathBuf::from(FILE)));
    assert_eq!(paths(&state).len(), before.len() - 1);
    update(&mut state, Action::Read(vec![entry(FILE, &shipped(FILE))]));
    assert_eq!(paths(&state), before);
}

#[test]
fn a_new_file_comes_at_the_end_of_the_agenda() {
    let mut state = room(Lang::Fr);
    let order = paths(&state);
    update(&mut state, Action::Read(vec![entry("aa.yaml", &shipped(FILE).replace("LN-2026-006", "LN-2026-900"))]));
    assert_eq!(paths(&state), [order, vec!["aa.yaml".to_owned()]].concat());
}

#[test]
fn an_open_case_follows_its_file_to_another_name() {
    for gone_first in [true, false] {
        let mut state = on_case();
        let (gone, read) = (
            Action::Gone(PathBuf::from(FILE)),
            Action::Read(vec![entry("autre.yaml", &shipped(FILE).replace("1.6 g/g", "1.5 g/g"))]),
        );
        for action in if gone_first { [gone, read] } else { [read, gone] } {
            update(&mut state, action);
        }
        assert_eq!(opened_file(&state), PathBuf::from("autre.yaml"));
        assert_ne!(state.notice, Some(Notice::FileGone), "gone first: {gone_first}");
    }
}

#[test]
fn a_case_whose_file_is_gone_says_so() {
    let mut state = on_case();
    update(&mut state, Action::Gone(PathBuf::from(FILE)));
    assert_eq!(state.notice, Some(Notice::FileGone));
    assert_eq!(opened_file(&state), PathBuf::from(FILE), "what the room looks at stays on the screen");
    assert!(said(&shot(&state, 120, 36)).contains("LN-2026-006"));
}

#[test]
fn a_case_whose_file_breaks_says_so_and_follows_when_it_is_mended() {
    let mut state = on_case();
    update(&mut state, Action::Read(vec![entry(FILE, "case: [")]));
    assert_eq!(state.notice, Some(Notice::FileHasErrors));
    let mended = shipped(FILE).replace("question:", "# relu\nquestion:");
    update(&mut state, Action::Read(vec![entry(FILE, &mended)]));
    assert_eq!(state.notice, Some(Notice::Reread));
    match &state.screen {
        Screen::Case(screen) => assert!(screen.opened.file.text.contains("# relu")),
        other => panic!("{other:?}"),
    }
}

#[test]
fn open_precedents_are_looked_for_anew_when_the_case_is_another() {
    let mut state = on_case();
    press(&mut state, "p");
    assert!(matches!(state.screen, Screen::Precedents(_)));
    let effect =
        update(&mut state, Action::Read(vec![entry(FILE, &shipped(FILE).replace("class: [V]", "class: [IV]"))]));
    let asks = |effect: &Effect| matches!(effect, Effect::FindPrecedents(..));
    let is_asked = match &effect {
        Some(Effect::All(several)) => several.iter().any(asks),
        Some(one) => asks(one),
        None => false,
    };
    assert!(is_asked, "{effect:?}");
    let effect =
        update(&mut state, Action::Read(vec![entry(FILE, &shipped(FILE).replace("class: [V]", "class: [IV] #"))]));
    assert!(!format!("{effect:?}").contains("FindPrecedents"), "nothing it is compared on is another");
}

#[test]
fn only_case_files_are_taken_for_cases() {
    use regards::store::is_case_file;
    use std::path::Path;
    for name in [".ln.yaml.swp", "ln.yaml~", "4913", "#ln.yaml#", ".#ln.yaml", "ln.yaml.bak", ".regards-new-1.draft"] {
        assert!(!is_case_file(Path::new(name)), "{name}");
    }
    assert!(is_case_file(Path::new("ln.yaml")) && is_case_file(Path::new("ln.yml")));
}
