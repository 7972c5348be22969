//! The palette: over every screen, by a few letters, and nothing typed under it is lost.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use regards::app::{Action, Chosen, Command, Effect, Link, Palette, Place, Screen, State, text_of, update};
use regards::meeting::Moment;
use regards::text::Lang;
use regards::view;

use crate::scene::*;

fn palette(state: &State) -> &Palette {
    state.palette.as_ref().expect("the palette is open")
}

fn sees(state: &State) -> Vec<&str> {
    palette(state).choices.iter().map(|choice| choice.said.as_str()).collect()
}

fn past() -> Vec<Moment> {
    recorded().into_iter().map(|one| Moment::Decided(Box::new(one.entry))).collect()
}

/// The ledger answers the newest question.
fn sought(state: &mut State) {
    let newest = state.sought;
    update(state, Action::Sought(newest, past()));
}

/// From a form too: what is typed stays with its draft.
#[test]
fn the_pages_of_the_agenda_are_reached_from_everywhere() {
    for (from, typed) in [("/006<enter><enter>", "statist"), ("/006<enter>d<tab>mmf", "statist"), ("u", "statist")] {
        let mut state = room(Lang::Fr);
        press(&mut state, from);
        press(&mut state, "<c-p>");
        press(&mut state, typed);
        press(&mut state, "<enter>");
        assert_eq!(state.place(), Place::Stats, "{from}");
        press(&mut state, "<esc>");
        assert_eq!(state.place(), Place::Queue, "{from}");
    }
}

#[test]
fn with_nothing_typed_it_shows_the_keys_of_the_place_then_the_agenda() {
    let mut state = room(Lang::Fr);
    press(&mut state, ":");
    assert_eq!(state.place(), Place::Palette);
    let seen = palette(&state);
    assert_eq!((seen.choices[0].what.clone(), seen.choices[0].keys.as_str()), (Chosen::Command(Command::Open), "↵"));
    let cases = seen.choices.iter().filter(|choice| matches!(choice.what, Chosen::Case(_))).count();
    assert_eq!(cases, shipped_entries().len(), "every case of the agenda");
    assert!(
        seen.choices.iter().any(|choice| choice.what == Chosen::Command(Command::Theme)),
        "and those of everywhere"
    );
    assert!(seen.choices.iter().all(|choice| choice.what != Chosen::Command(Command::Palette)), "but not itself");
}

#[test]
fn accents_and_capitals_make_no_difference_and_the_letters_stand_out() {
    for typed in ["decider", "DÉCIDER"] {
        let mut state = room(Lang::Fr);
        press(&mut state, &format!(":{typed}"));
        let best = &palette(&state).choices[0];
        assert_eq!((best.said.as_str(), best.keys.as_str()), ("décider", "d"), "{typed}");
        assert_eq!(best.marks, (0..7).collect::<Vec<_>>(), "{typed}");
        press(&mut state, "<enter>");
        assert!(matches!(state.screen, Screen::Form(_)), "{typed}: it is done as its key does it");
        assert!(state.palette.is_none());
    }
}

#[test]
fn a_few_letters_in_their_order_are_enough_for_a_name_and_questions_hold_words() {
    let mut state = room(Lang::Fr);
    press(&mut state, ":dcsps");
    assert_eq!(sees(&state), ["décisions passées"], "letters strewn over a long question are no match");
    press(&mut state, "<esc>:l006");
    assert!(sees(&state)[0].starts_with("LN-2026-006"), "{:?}", sees(&state));
    press(&mut state, "<esc>:maximal iec");
    assert_eq!(sees(&state).len(), 1, "{:?}", sees(&state));
    assert!(sees(&state)[0].starts_with("LN-2026-006"));
}

#[test]
fn a_case_opens_by_its_number_and_esc_comes_back_to_where_one_was() {
    let mut state = room(Lang::Fr);
    press(&mut state, "a:006<enter>");
    let Screen::Case(case) = &state.screen else { panic!("no case: {:?}", state.place()) };
    assert_eq!(case.opened.case.case.as_str(), "LN-2026-006");
    press(&mut state, "<esc>");
    assert_eq!(state.place(), Place::Archive);
    press(&mut state, "<esc>");
    assert_eq!(state.queue.current().unwrap().case_id().unwrap().as_str(), "LN-2026-006", "the agenda is on it too");
}

#[test]
fn another_case_takes_the_place_of_the_one_on_the_screen() {
    let mut state = room(Lang::Fr);
    press(&mut state, "<enter>:006<enter>");
    press(&mut state, "<esc>");
    assert_eq!(state.place(), Place::Queue, "one step back is the agenda");
}

#[test]
fn a_filter_does_not_keep_a_case_from_being_opened() {
    let mut state = room(Lang::Fr);
    press(&mut state, "/009<enter>:006<enter>");
    let Screen::Case(case) = &state.screen else { panic!("no case") };
    assert_eq!(case.opened.case.case.as_str(), "LN-2026-006");
}

#[test]
fn over_a_form_control_p_opens_it_a_colon_is_text_and_nothing_is_lost() {
    let mut state = room(Lang::Fr);
    press(&mut state, "d<tab><tab>à revoir : non<c-p>dommages");
    assert_eq!(palette(&state).query(), "dommages", "the letters go into the palette");
    press(&mut state, "<esc>");
    let Screen::Form(form) = &state.screen else { panic!("no form") };
    assert_eq!(text_of(&form.rationale), "à revoir : non");
    press(&mut state, "<c-p>006<enter>");
    assert!(matches!(&state.screen, Screen::Case(case) if case.opened.case.case.as_str() == "LN-2026-006"));
    assert_eq!(text_of(&state.unsaved[0].rationale), "à revoir : non", "the form is kept as Esc keeps it");
}

#[test]
fn over_a_line_it_leaves_the_line_as_it_is_until_something_is_chosen() {
    let mut state = room(Lang::Fr);
    press(&mut state, "omanque la biopsie<c-p>x<esc>");
    assert_eq!(text_of(&state.line.as_ref().unwrap().text), "manque la biopsie");
    press(&mut state, "<c-p>006<enter>");
    assert!(state.line.is_none() && matches!(state.screen, Screen::Case(_)));
    assert_eq!(state.aside.as_ref().unwrap().1, "manque la biopsie", "the reason is there when it is asked for again");
}

#[test]
fn scores_and_a_taper_that_were_begun_are_kept() {
    let mut state = room(Lang::Fr);
    press(&mut state, "/006<enter><enter>s<right>");
    let Screen::Scores(screen) = &state.screen else { panic!("no scores") };
    assert!(screen.sheet.has_changes());
    press(&mut state, "<c-p>009<enter>");
    assert!(matches!(state.screen, Screen::Case(_)));
    assert_eq!(state.entered.len(), 1);
}

#[test]
fn the_ledger_is_asked_and_an_answer_to_an_older_question_is_dropped() {
    let mut state = room(Lang::Fr);
    assert!(press(&mut state, ":p").is_empty(), "one letter asks for everything");
    let effects = press(&mut state, "ro");
    let asked: Vec<(u64, &str)> = effects
        .iter()
        .map(|effect| match effect {
            Effect::Seek(number, words) => (*number, words.as_str()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(asked, [(2, "pr"), (3, "pro")]);
    update(&mut state, Action::Sought(2, past()));
    assert!(palette(&state).past.is_empty());
    update(&mut state, Action::Sought(3, past()));
    let found: Vec<&Chosen> = palette(&state).choices.iter().map(|choice| &choice.what).rev().take(2).collect();
    assert!(found.iter().all(|what| matches!(what, Chosen::Past(_))), "they stand last: {found:?}");
    press(&mut state, "<pgdn><pgdn><enter>");
    assert!(state.palette.is_none());
}

#[test]
fn a_past_decision_is_asked_for_in_full() {
    let mut state = room(Lang::Fr);
    press(&mut state, ":zzzz");
    sought(&mut state);
    let effects = press(&mut state, "<enter>");
    assert!(matches!(&effects[..], [Effect::All(all)] if matches!(&all[..], [Effect::Recall(_)])), "{effects:?}");
}

#[test]
fn what_is_typed_can_be_undone_and_the_cursor_stops_at_both_ends() {
    let mut state = room(Lang::Fr);
    press(&mut state, ":§");
    assert!(sees(&state).is_empty());
    press(&mut state, "<enter>");
    assert!(state.palette.is_some(), "nothing is chosen where nothing is found");
    press(&mut state, "<c-z><up><down><up><up>");
    assert_eq!(palette(&state).selected, 0);
    assert!(!sees(&state).is_empty());
}

#[test]
fn a_masked_session_shows_no_alias() {
    let aliases: Vec<String> =
        shipped_entries().iter().filter_map(|one| one.file.case()).map(|case| case.patient.alias.to_string()).collect();
    let mut state = room(Lang::Fr);
    press(&mut state, ":");
    assert!(sees(&state).iter().any(|said| said.contains(&aliases[0])));
    press(&mut state, "<esc>z:pr");
    sought(&mut state);
    for said in sees(&state) {
        assert!(aliases.iter().all(|alias| !said.contains(alias)), "{said}");
    }
}

#[test]
fn the_rooms_screen_has_none_and_does_not_see_that_of_the_leading_terminal() {
    let mut projector = room(Lang::Fr);
    projector.link = Link::Following(Box::default());
    press(&mut projector, ":<c-p>");
    assert!(projector.palette.is_none());
    let mut leading = room(Lang::Fr);
    leading.link = Link::Leading;
    let before = leading.shown();
    press(&mut leading, ":deci");
    assert_eq!(leading.shown(), before);
}

#[test]
fn it_is_drawn_at_every_size() {
    let mut state = room(Lang::Fr);
    press(&mut state, ":dec");
    for (width, height) in [(80, 24), (160, 45), (60, 18), (59, 17), (200, 1), (1, 1), (1, 60), (0, 0)] {
        let area = Rect::new(0, 0, width, height);
        view::draw(&state, &look(), area, &mut Buffer::empty(area));
    }
    let seen = said(&shot(&state, 80, 24));
    assert!(seen.contains("Palette") && seen.contains("› dec") && seen.contains("décider"), "{seen}");
}
