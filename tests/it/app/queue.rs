use std::path::PathBuf;
use std::sync::Arc;

use regards::app::{Action, Effect, Entry, Judged, Notice, Place, Screen, SortBy, State, update};
use regards::text::Lang;

use crate::scene::*;

fn current(state: &State) -> String {
    state.queue.current().unwrap().case_id().map_or_else(|| "broken".to_owned(), ToString::to_string)
}

fn shown(state: &State) -> usize {
    state.queue.shown().len()
}

#[test]
fn the_cursor_stops_at_both_ends() {
    let mut state = room(Lang::Fr);
    press(&mut state, "<up>");
    assert_eq!(current(&state), "LN-2026-001");
    press(&mut state, "<down><down>");
    assert_eq!(current(&state), "LN-2026-003");
    press(&mut state, "<end><down>");
    assert_eq!(current(&state), "LS-2026-012");
    press(&mut state, "<home>");
    assert_eq!(current(&state), "LN-2026-001");
    press(&mut state, "jjk");
    assert_eq!(current(&state), "LN-2026-002");
}

#[test]
fn a_page_is_a_screenful() {
    let mut state = room(Lang::Fr);
    state.size = (80, 10);
    press(&mut state, "<pgdn>");
    assert_eq!(current(&state), "LN-2026-005");
    state.size = (1, 1);
    press(&mut state, "<pgdn>");
    assert_eq!(current(&state), "LN-2026-006");
}

#[test]
fn the_filter_acts_as_it_is_typed_and_esc_takes_it_back() {
    let mut state = room(Lang::Fr);
    press(&mut state, "/NEPHRO");
    assert_eq!(state.place(), Place::Line);
    assert!(shown(&state) < 12 && shown(&state) > 0, "accents and capitals do not count");
    press(&mut state, "<esc>");
    assert_eq!((state.place(), shown(&state)), (Place::Queue, 12));
    press(&mut state, "/ 006 <enter>");
    assert_eq!((state.place(), shown(&state)), (Place::Queue, 1));
    assert_eq!(current(&state), "LN-2026-006");
    press(&mut state, "<esc>");
    assert_eq!(shown(&state), 12);
}

#[test]
fn letters_are_text_while_the_filter_is_typed() {
    let mut state = room(Lang::Fr);
    let effects = press(&mut state, "/qdlz?");
    assert!(effects.is_empty());
    assert_eq!(state.queue.filter, "qdlz?");
    assert!(!state.masked);
    update(&mut state, Action::Paste("\u{1b}a\tb\n".to_owned()));
    assert_eq!(state.queue.filter, "qdlz?a b", "what is pasted is one line without control characters");
}

#[test]
fn arrows_move_in_the_agenda_while_the_filter_is_typed() {
    let mut state = room(Lang::Fr);
    press(&mut state, "/ln<down><down>");
    assert_eq!(current(&state), "LN-2026-003");
    press(&mut state, "<enter><enter>");
    assert!(matches!(&state.screen, Screen::Case(case) if case.opened.case.case.as_str() == "LN-2026-003"));
}

#[test]
fn the_sort_goes_round_and_the_cursor_stays_on_its_case() {
    let mut state = room(Lang::Fr);
    press(&mut state, "<down>");
    let case = current(&state);
    for _ in 0..5 {
        press(&mut state, "t");
        assert_eq!(current(&state), case);
    }
    assert_eq!(state.queue.sort, SortBy::Agenda);
    press(&mut state, "tt<home>");
    assert_eq!(current(&state), "LN-2026-004", "the highest UPCR: 6.0 g/g");
    press(&mut state, "t<home>");
    assert_eq!(current(&state), "LN-2026-010", "the lowest eGFR");
}

#[test]
fn the_agenda_is_reordered_only_as_it_stands() {
    let mut state = room(Lang::Fr);
    let effects = press(&mut state, "-");
    let Some(Effect::OrderAgenda(agenda)) = effects.first() else { panic!("{effects:?}") };
    let first: Vec<&str> = agenda.cases.iter().take(2).map(regards::domain::CaseId::as_str).collect();
    assert_eq!(first, ["LN-2026-002", "LN-2026-001"]);
    assert_eq!(current(&state), "LN-2026-001", "the cursor goes with its case");
    press(&mut state, "+");
    assert!(press(&mut state, "+").is_empty(), "the first cannot go up");
    press(&mut state, "t-");
    assert_eq!(state.notice, Some(Notice::CannotReorder));
}

#[test]
fn a_file_with_errors_opens_on_what_is_wrong() {
    let mut state = room(Lang::Fr);
    update(&mut state, Action::Read(vec![entry("cases/zz.yaml", "format: 1\ncase: X\n")]));
    press(&mut state, "<end><enter>");
    assert_eq!(state.place(), Place::Diagnostics);
    press(&mut state, "<down>");
    let effects = press(&mut state, "e");
    assert!(
        matches!(&effects[..], [Effect::Edit(path, line)] if path.ends_with("zz.yaml") && *line >= 1),
        "{effects:?}"
    );
    press(&mut state, "<esc>x");
    assert_eq!(state.place(), Place::Diagnostics);
    press(&mut state, "<esc>");
    assert_eq!(state.place(), Place::Queue);
}

#[test]
fn a_file_that_changes_is_read_again_and_the_open_case_follows() {
    let mut state = room(Lang::Fr);
    press(&mut state, "<enter>");
    let text = shipped("ln-2026-001-polyarthrite.yaml").replace("alias: L. M.", "alias: N. N.");
    update(&mut state, Action::Read(vec![entry("ln-2026-001-polyarthrite.yaml", &text)]));
    assert_eq!(state.notice, Some(Notice::Reread));
    assert_eq!(state.queue.entries.len(), 12);
    let Screen::Case(case) = &state.screen else { panic!("the case is open") };
    assert_eq!(case.opened.case.patient.alias.as_str(), "N. N.");
    update(&mut state, Action::Read(vec![entry("ln-2026-001-polyarthrite.yaml", "format: 1\n")]));
    let Screen::Case(case) = &state.screen else { panic!("the case is open") };
    assert_eq!(case.opened.case.patient.alias.as_str(), "N. N.", "a broken file leaves what was seen");
}

#[test]
fn the_cursor_goes_to_the_neighbour_of_a_file_that_is_gone() {
    let mut state = room(Lang::Fr);
    press(&mut state, "<down><down>");
    update(&mut state, Action::Gone(PathBuf::from("ln-2026-003-classe-v-0-7.yaml")));
    assert_eq!(current(&state), "LN-2026-004");
    press(&mut state, "<end>");
    update(&mut state, Action::Gone(PathBuf::from("ls-2026-012-desescalade.yaml")));
    assert_eq!(current(&state), "LS-2026-011");
}

#[test]
fn a_case_is_put_off_with_a_reason_that_is_never_lost() {
    let mut state = room(Lang::Fr);
    press(&mut state, "o<enter>");
    assert_eq!(state.place(), Place::Line, "a reason is asked for");
    press(&mut state, "biopsie attendue<esc>");
    assert_eq!(state.place(), Place::Queue);
    press(&mut state, "<down>o");
    let empty = state.line.as_ref().unwrap().text.lines().concat();
    assert_eq!(empty, "", "another case has another reason");
    press(&mut state, "<esc><up>o");
    let effects = press(&mut state, " demain<enter>");
    let [Effect::Postpone(postponement)] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(postponement.case_id.as_str(), "LN-2026-001");
    assert_eq!(postponement.meeting, Some(day("2026-11-26")));
}

#[test]
fn a_reason_that_the_ledger_refused_is_there_again() {
    let mut state = room(Lang::Fr);
    press(&mut state, "obiopsie attendue<enter>");
    update(&mut state, Action::Failed("the disk is full".to_owned()));
    assert_eq!(state.notice, Some(Notice::Failed("the disk is full".to_owned())));
    press(&mut state, "o");
    assert_eq!(state.line.as_ref().unwrap().text.lines().concat(), "biopsie attendue");
    press(&mut state, "<enter>");
    let effect = update(&mut state, Action::Postponed);
    assert!(matches!(effect, Some(Effect::Standings)));
    press(&mut state, "o");
    assert_eq!(state.line.as_ref().unwrap().text.lines().concat(), "");
}

#[test]
fn nothing_is_written_in_a_session_that_only_reads() {
    let mut state = room(Lang::Fr);
    state.read_only = true;
    for key in ["o", "d"] {
        assert!(press(&mut state, key).is_empty());
        assert_eq!((state.notice.clone(), state.place()), (Some(Notice::ReadOnly), Place::Queue));
    }
}

#[test]
fn mask_language_and_theme_are_one_key_each() {
    let mut state = room(Lang::Fr);
    let effects = press(&mut state, "zlc");
    assert!(state.masked);
    assert_eq!(state.lang, Lang::En);
    assert!(matches!(effects[..], [Effect::FindThemes]));
    press(&mut state, "?");
    assert_eq!(state.place(), Place::Help);
    press(&mut state, "?");
    assert_eq!(state.place(), Place::Queue);
    assert!(matches!(press(&mut state, "q")[..], [Effect::Quit]));
    assert!(matches!(press(&mut state, "/<c-c>")[..], [Effect::Quit]), "also while text is typed");
}

/// What is improbable is computed with, so it is said where the results are seen.
#[test]
fn an_improbable_value_is_marked_on_the_agenda_and_on_the_case() {
    let name = "ln-2026-006-classe-v-1-6.yaml";
    let mut state = room(Lang::Fr);
    let text = shipped(name).replace("weight: 65 kg", "weight: 650 kg");
    update(&mut state, Action::Read(vec![entry(name, &text)]));
    press(&mut state, "/006<enter>");
    for (width, height) in [(80, 24), (120, 36)] {
        assert!(said(&shot(&state, width, height)).contains("⚠ Classe V pure"), "{width}x{height}");
    }
    press(&mut state, "<enter>");
    for large in [false, true] {
        state.large = large;
        for (width, height) in [(80, 24), (120, 36)] {
            let seen = said(&shot(&state, width, height)).replace('\u{a0}', " ");
            assert!(seen.contains("⚠ Improbable, à vérifier avant de conclure : 650 kg"), "{width}x{height}\n{seen}");
        }
    }
}

#[test]
fn files_that_come_together_each_take_their_own_place() {
    let mut state = room(Lang::Fr);
    let all = shipped_entries();
    let paths = |state: &State| state.queue.entries.iter().map(|entry| entry.path().to_owned()).collect::<Vec<_>>();
    let before = paths(&state);
    let mut new = all[0].clone();
    Arc::make_mut(&mut new.file).path = "cases/new.yaml".into();
    let mut again = new.clone();
    Arc::make_mut(&mut again.file).text = "# read twice\n".into();
    update(&mut state, Action::Read(vec![all[3].clone(), new, all[1].clone(), again]));
    assert_eq!(paths(&state)[..before.len()], before, "what is known stays where it is");
    assert_eq!(state.queue.entries.len(), before.len() + 1, "a file read twice is there once");
    assert_eq!(&*state.queue.entries[before.len()].file.text, "# read twice\n", "as it was read last");
}

/// Files are read before they are judged: the agenda is whole sooner, and what the guidelines lack comes to its rows after.
#[test]
fn what_the_guidelines_lack_comes_to_the_row_it_is_of() {
    let (mut state, whole) = (State::new(today(), Lang::Fr, (80, 24), library()), shipped_entries());
    let unjudged = |entry: &Entry| Entry::new(Arc::clone(&entry.file), today(), None);
    update(&mut state, Action::Read(whole.iter().map(unjudged).collect()));
    update(&mut state, Action::ReadAll);
    press(&mut state, "r");
    let rows = |state: &State| match &state.screen {
        Screen::Chase(screen) => screen.rows().len(),
        other => panic!("{other:?}"),
    };
    assert_eq!(rows(&state), 0, "nothing is judged");

    update(&mut state, Action::Gone(whole[0].path().to_owned()));
    let judged = whole.iter().rev().filter_map(|entry| Judged::of(&entry.file, today(), &library()));
    update(&mut state, Action::Judged(judged.collect()));
    assert_eq!(state.queue.entries.len(), whole.len() - 1, "a file that is gone stays gone");
    for (entry, known) in state.queue.entries.iter().zip(&whole[1..]) {
        assert_eq!((entry.path(), &entry.brief), (known.path(), &known.brief));
    }
    assert!(rows(&state) > 0, "the open list follows");
}
