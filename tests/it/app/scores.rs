use regards::app::{
    Action, Ask, Effect, Fate, Notice, Outcome, Place, Said, ScoresScreen, Screen, State, changed_lines, update,
};
use regards::clinic::{Attribution, EpicesScore, Tick};
use regards::domain::{SdiItem, SledaiItem};
use regards::read::{Edit, Setting};
use regards::text::Lang;
use rust_decimal::Decimal;

use crate::scene::*;

const FILE: &str = "ln-2026-006-classe-v-1-6.yaml";

fn screen(state: &State) -> &ScoresScreen {
    match &state.screen {
        Screen::Scores(screen) => screen,
        other => panic!("no scores: {other:?}"),
    }
}

/// A new visit of the case of class V at 1.6 g/g.
fn begun() -> State {
    let mut state = room(Lang::Fr);
    press(&mut state, "/006<enter><enter>");
    assert!(press(&mut state, "s").is_empty());
    assert_eq!(state.place(), Place::Scores);
    state
}

/// The correction of its newest visit.
fn correcting() -> State {
    let mut state = begun();
    press(&mut state, "t");
    assert_eq!(screen(&state).sheet.date, day("2026-11-17"));
    state
}

fn to(state: &mut State, ask: Ask) {
    press(state, "<home>");
    while screen(state).ask() != Some(ask) {
        let before = screen(state).row;
        press(state, "<down>");
        assert!(screen(state).row > before, "{ask:?} is not on the page");
    }
}

fn said_of(state: &State, ask: Ask) -> Said {
    screen(state).sheet.said(ask)
}

fn number(written: &str) -> Said {
    Said::Number(written.parse::<Decimal>().unwrap())
}

fn settings(state: &State) -> Vec<(&'static str, Option<String>)> {
    match screen(state).sheet.edits().as_slice() {
        [] => Vec::new(),
        [Edit::Dated { list: "activity", settings, .. }] => {
            settings.iter().map(|Setting { key, value }| (*key, value.clone())).collect()
        }
        other => panic!("other edits: {other:?}"),
    }
}

fn outcome(state: &State) -> &Outcome {
    screen(state).preview.as_ref().expect("nothing is shown").outcome.as_ref().expect("refused")
}

fn is(key: &'static str, value: &str) -> (&'static str, Option<String>) {
    (key, Some(value.to_owned()))
}

#[test]
fn a_new_visit_states_nothing_and_assesses_no_item() {
    let state = begun();
    let sheet = &screen(&state).sheet;
    assert_eq!((sheet.date, sheet.is_new), (today(), true));
    let total = sheet.sledai().total();
    assert_eq!((total.points, total.missing), (0, 24));
    for ask in Ask::VISIT.into_iter().chain(Ask::SLE_DAS).chain(Ask::TYPE2).chain([Ask::Pga, Ask::Ptga, Ask::Window]) {
        assert_eq!(sheet.said(ask), Said::NotStated, "{ask:?}");
    }
    assert!(settings(&state).is_empty());
}

#[test]
fn a_correction_is_what_the_file_says() {
    let state = correcting();
    let sheet = &screen(&state).sheet;
    assert!(!sheet.is_new && !sheet.has_changes());
    let total = sheet.sledai().total();
    assert_eq!((total.points, total.missing), (8, 0));
    assert_eq!((sheet.said(Ask::Pga), sheet.mark(Ask::Pga)), (number("1.2"), Some(40)));
    assert_eq!((sheet.said(Ask::Ptga), sheet.mark(Ask::Ptga)), (number("66"), Some(66)));
    assert_eq!((sheet.said(Ask::Gut), sheet.said(Ask::Fatigue)), (Said::Code("no"), number("7")));
    assert!(settings(&state).is_empty());
}

#[test]
fn an_item_goes_round_its_five_states_and_the_total_follows() {
    let mut state = begun();
    let rash = Ask::Item(SledaiItem::Rash);
    to(&mut state, rash);
    let mut seen = Vec::new();
    for key in [" ", "<right>", " ", " ", " "] {
        press(&mut state, key);
        let total = screen(&state).sheet.sledai().total();
        seen.push((said_of(&state, rash), total.points, total.missing));
    }
    let elsewhere = |why| Said::Tick(Tick::Elsewhere(why));
    let round = [
        (Said::Tick(Tick::Present), 2, 23),
        (Said::Tick(Tick::Absent), 0, 23),
        (elsewhere(Attribution::Damage), 0, 23),
        (elsewhere(Attribution::OtherCause), 0, 23),
        (Said::Tick(Tick::NotAssessed), 0, 24),
    ];
    assert_eq!(seen, round);
    press(&mut state, "<left>");
    assert_eq!(said_of(&state, rash), elsewhere(Attribution::OtherCause));
}

#[test]
fn one_and_zero_answer_an_item_and_go_on_to_the_next() {
    let mut state = begun();
    to(&mut state, Ask::Item(SledaiItem::Seizure));
    press(&mut state, &format!("1{}", "0".repeat(23)));
    let sledai = screen(&state).sheet.sledai();
    assert_eq!((sledai.present, sledai.not_assessed), (vec![SledaiItem::Seizure], vec![]));
    assert_eq!(settings(&state), [is("sledai", "[seizure]")]);
    press(&mut state, "u");
    let expected = [is("sledai", "[seizure]"), is("not_assessed", "[leukopenia]")];
    assert_eq!(settings(&state), expected);
}

/// PGA = 3 × mm / length, PtGA = 100 × mm / length, in hundredths.
#[test]
fn a_mark_on_the_line_is_read_in_hundredths() {
    for (length, mm, pga, ptga) in [
        ("100", "42", "1.26", "42"),
        ("100", "0", "0", "0"),
        ("100", "100", "3", "100"),
        ("150", "1", "0.02", "0.67"),
        ("90", "45", "1.5", "50"),
        ("200", "33", "0.5", "16.5"),
        ("200", "3", "0.05", "1.5"),
    ] {
        let mut state = begun();
        press(&mut state, "<tab>");
        assert_eq!(screen(&state).ask(), Some(Ask::Length));
        press(&mut state, length);
        to(&mut state, Ask::Pga);
        press(&mut state, mm);
        to(&mut state, Ask::Ptga);
        press(&mut state, mm);
        assert_eq!(
            (said_of(&state, Ask::Pga), said_of(&state, Ask::Ptga)),
            (number(pga), number(ptga)),
            "{mm} of {length}"
        );
        assert_eq!(settings(&state), [is("pga", pga), is("ptga", ptga)]);
    }
}

#[test]
fn arrows_move_the_mark_by_one_millimetre_and_pages_by_ten() {
    let mut state = begun();
    press(&mut state, "<tab>");
    to(&mut state, Ask::Pga);
    let mark = |state: &State| screen(state).sheet.mark(Ask::Pga);
    assert_eq!(mark(&state), None);
    press(&mut state, "<left>");
    assert_eq!(mark(&state), Some(0), "the first arrow sets the mark at the left end");
    press(&mut state, "<pgup><pgup><right><right>");
    assert_eq!(mark(&state), Some(22));
    press(&mut state, "<pgdn><left>");
    assert_eq!((mark(&state), said_of(&state, Ask::Pga)), (Some(11), number("0.33")));
    press(&mut state, "<pgdn><pgdn>");
    assert_eq!(mark(&state), Some(0));
    press(&mut state, "u");
    assert_eq!((mark(&state), said_of(&state, Ask::Pga)), (None, Said::NotStated));
}

#[test]
fn a_line_is_never_shorter_than_a_mark_made_on_it() {
    let mut state = begun();
    press(&mut state, "<tab>");
    to(&mut state, Ask::Pga);
    press(&mut state, "80");
    press(&mut state, "5");
    assert_eq!(screen(&state).sheet.mark(Ask::Pga), Some(80), "805 mm are not on the line");
    to(&mut state, Ask::Length);
    press(&mut state, "50");
    assert_eq!(screen(&state).sheet.length, 100);
    press(&mut state, "<up>120");
    assert_eq!((screen(&state).sheet.length, said_of(&state, Ask::Pga)), (120, number("2")));
}

#[test]
fn answers_counts_and_symptoms_are_turned_and_typed() {
    let mut state = begun();
    press(&mut state, "<tab>");
    to(&mut state, Ask::Haemolysis);
    press(&mut state, "<right>");
    assert_eq!(said_of(&state, Ask::Haemolysis), Said::Code("yes"));
    press(&mut state, "<right><right>");
    assert_eq!(said_of(&state, Ask::Haemolysis), Said::NotStated);
    press(&mut state, "<left>");
    to(&mut state, Ask::SwollenJoints);
    press(&mut state, "29");
    assert_eq!(said_of(&state, Ask::SwollenJoints), number("2"), "29 of 28 joints cannot be");
    to(&mut state, Ask::Rash);
    press(&mut state, "<left>");
    press(&mut state, "<tab>");
    assert_eq!(screen(&state).ask(), Some(Ask::Fatigue));
    press(&mut state, "10<down>6<back>5");
    let expected = [
        is("haemolysis", "no"),
        is("sle_das", "{swollen_joints: 2, rash: generalised}"),
        is("type2", "{fatigue: 10, pain: 5}"),
    ];
    assert_eq!(settings(&state), expected);
}

#[test]
fn the_visit_stays_while_something_is_entered() {
    let mut state = correcting();
    press(&mut state, "t");
    assert!(screen(&state).sheet.is_new);
    press(&mut state, "<right>t");
    assert!(screen(&state).sheet.is_new);
    assert_eq!(state.notice, Some(Notice::VisitStays));
    press(&mut state, "rt");
    assert_eq!((screen(&state).sheet.date, state.notice.clone()), (day("2026-11-17"), None));
}

#[test]
fn leaving_asks_once_and_keeps_what_was_entered_until_it_is_taken_back() {
    let mut state = begun();
    press(&mut state, "<esc>");
    assert_eq!((state.place(), state.notice.clone()), (Place::Case, None), "nothing was entered");
    press(&mut state, "s<down>1<esc>");
    assert_eq!((state.place(), state.notice.clone()), (Place::Scores, Some(Notice::NotWritten)));
    press(&mut state, "<down><esc>");
    assert_eq!(state.place(), Place::Scores, "another key between the two takes the first back");
    press(&mut state, "<esc>");
    assert_eq!((state.place(), state.notice.clone()), (Place::Case, Some(Notice::EntryKept)));
    assert!(press(&mut state, "q").is_empty() && state.notice == Some(Notice::Unsaved));
    press(&mut state, "s");
    assert_eq!(said_of(&state, Ask::Item(SledaiItem::Seizure)), Said::Tick(Tick::Present));
    press(&mut state, "a<esc>");
    assert_eq!(state.place(), Place::Case);
    assert!(state.entered.is_empty());
    assert!(matches!(press(&mut state, "q")[..], [Effect::Quit]));
}

#[test]
fn nothing_is_entered_where_nothing_may_be_written() {
    let mut state = room(Lang::Fr);
    state.read_only = true;
    press(&mut state, "/006<enter><enter>s");
    assert_eq!((state.place(), state.notice.clone()), (Place::Case, Some(Notice::ReadOnly)));
}

#[test]
fn an_empty_entry_has_nothing_to_show() {
    let mut state = begun();
    assert!(press(&mut state, "<enter>").is_empty());
    assert_eq!((state.place(), state.notice.clone()), (Place::Scores, Some(Notice::NothingEntered)));
}

/// A tick of the newest visit taken back: 8 to 6.
fn shown() -> State {
    let mut state = correcting();
    to(&mut state, Ask::Item(SledaiItem::AntiDsdna));
    press(&mut state, "0<enter>");
    assert_eq!(state.place(), Place::ScoresPreview);
    state
}

#[test]
fn what_is_to_be_written_is_one_line_and_what_follows_is_computed_from_it() {
    let mut state = shown();
    let told = outcome(&state);
    let changed: Vec<(Fate, &str)> =
        told.lines.iter().filter(|line| line.fate != Fate::Kept).map(|line| (line.fate, line.text.trim())).collect();
    let expected = [
        (Fate::Removed, "sledai: [proteinuria, low_complement, anti_dsdna]"),
        (Fate::Added, "sledai: [proteinuria, low_complement]"),
    ];
    assert_eq!(changed, expected);
    let after = told.opened.as_ref().unwrap();
    let newest = after.case.activity.iter().find(|visit| visit.date == day("2026-11-17")).unwrap();
    assert_eq!(newest.sledai.known().unwrap().len(), 2);
    press(&mut state, "<esc>");
    assert_eq!(state.place(), Place::Scores);
    assert_eq!(
        said_of(&state, Ask::Item(SledaiItem::AntiDsdna)),
        Said::Tick(Tick::Absent),
        "back with everything kept"
    );
}

#[test]
fn accepting_writes_the_text_that_was_shown_over_the_text_that_was_read() {
    let mut state = shown();
    let expected = outcome(&state).written.clone();
    let effects = press(&mut state, "<enter>");
    let [Effect::WriteCase { path, read, written }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!((path.to_str(), read.as_str(), written), (Some(FILE), shipped(FILE).as_str(), &expected));
    update(&mut state, Action::CaseWritten(path.clone()));
    assert_eq!((state.place(), state.notice.clone()), (Place::Case, Some(Notice::CaseWritten)));
    press(&mut state, "s");
    assert!(!screen(&state).sheet.has_changes());
}

#[test]
fn what_could_not_be_written_stays_on_the_screen() {
    let mut state = shown();
    press(&mut state, "<enter>");
    update(&mut state, Action::CaseNotWritten(FILE.into(), "disque plein".to_owned()));
    assert_eq!(state.place(), Place::ScoresPreview);
    assert_eq!(state.notice, Some(Notice::Failed("disque plein".to_owned())));
}

#[test]
fn a_file_changed_meanwhile_is_read_and_the_change_is_made_again_on_it() {
    let mut state = shown();
    press(&mut state, "<enter>");
    update(&mut state, Action::CaseChanged(FILE.into()));
    assert_eq!(state.notice, Some(Notice::CaseChanged));
    let other = shipped(FILE).replace("ptga: 66", "ptga: 64");
    update(&mut state, Action::Read(vec![entry(FILE, &other)]));
    assert_eq!(said_of(&state, Ask::Ptga), number("64"), "what was not entered follows the file");
    let written = &outcome(&state).written;
    assert!(written.contains("ptga: 64") && !written.contains("ptga: 66"));
    assert_eq!(settings(&state), [is("sledai", "[proteinuria, low_complement]")]);
    let effects = press(&mut state, "<enter>");
    let [Effect::WriteCase { read, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(*read, other);
}

#[test]
fn a_new_visit_is_added_and_read_again_as_entered() {
    let mut state = begun();
    press(&mut state, "<right>");
    to(&mut state, Ask::Item(SledaiItem::Proteinuria));
    press(&mut state, "1<tab><down>25<enter>");
    let after = outcome(&state).opened.as_ref().expect("the new text is a case");
    let visit = after.case.activity.iter().find(|visit| visit.date == today()).expect("the visit of today");
    assert_eq!(visit.sledai.known().unwrap(), &[SledaiItem::Proteinuria]);
    assert_eq!(visit.not_assessed.len(), 23);
    assert_eq!(visit.pga.known().unwrap().value(), "0.75".parse().unwrap());
    assert!(visit.ptga.is_absent());
    assert!(outcome(&state).lines.iter().all(|line| line.fate != Fate::Removed));
}

#[test]
fn changed_lines_stand_between_their_neighbours() {
    let lines = changed_lines("a\nb\nc\nd\ne\n", "a\nb\nX\nd\nY\ne\n");
    let told: Vec<String> = lines
        .iter()
        .map(|line| {
            let sign = match line.fate {
                Fate::Kept => ' ',
                Fate::Removed => '-',
                Fate::Added => '+',
            };
            format!("{sign}{}{}", line.number, line.text)
        })
        .collect();
    assert_eq!(told, [" 2b", "-3c", "+3X", " 4d", "+5Y", " 6e"]);
    assert!(changed_lines("a\n", "a\n").is_empty());
}

/// Eleven answers make a score and one line of the file; ten make none.
#[test]
fn epices_is_written_when_every_question_is_answered() {
    let mut state = begun();
    press(&mut state, "<s-tab>");
    assert_eq!(screen(&state).ask(), Some(Ask::Epices(0)));
    assert_eq!(screen(&state).sheet.epices().map(|answers| EpicesScore::of(&answers).value()), "69.23".parse().ok());
    press(&mut state, "u");
    let sheet = &screen(&state).sheet;
    assert!(sheet.epices().is_none() && sheet.edits().is_empty() && sheet.has_unwritable());
    press(&mut state, "<left>");
    let settings =
        vec![Setting { key: "epices", value: Some("[no, yes, no, no, yes, no, no, no, yes, yes, no]".to_owned()) }];
    assert_eq!(screen(&state).sheet.edits(), [Edit::Group { group: "person", settings }]);
}

/// An item of damage is dated by its month, and the review is of today; a month to come cannot be.
#[test]
fn damage_is_dated_by_month_and_reviewed_today() {
    let mut state = begun();
    press(&mut state, "<s-tab><s-tab>");
    to(&mut state, Ask::Damage(SdiItem::Retina));
    press(&mut state, "202712");
    assert_eq!(said_of(&state, Ask::Damage(SdiItem::Retina)), Said::NotStated);
    press(&mut state, "<up><down>202305");
    assert_eq!(said_of(&state, Ask::Damage(SdiItem::Retina)), Said::Since("2023-05".parse().unwrap()));
    press(&mut state, "<enter>");
    let after = &outcome(&state).opened.as_ref().expect("the new text is a case").case.damage;
    let before = &screen(&state).opened.case.damage;
    let (before, entries) = (before.sdi.known().unwrap(), after.sdi.known().unwrap());
    assert_eq!(entries.len(), before.len() + 1);
    assert!(before.iter().all(|entry| entries.contains(entry)), "the other items stay");
    assert_eq!(after.reviewed.known(), Some(&today()));
}

/// Reviewed today with no item, in a file that says nothing of damage: none, and not unknown.
#[test]
fn a_review_without_an_item_is_none() {
    let mut state = room(Lang::Fr);
    let text = shipped(FILE);
    let start = text.find("damage:\n").unwrap();
    let end = start + text[start..].find("\n\n").unwrap() + 1;
    update(&mut state, Action::Read(vec![entry(FILE, &format!("{}{}", &text[..start], &text[end..]))]));
    press(&mut state, "/006<enter><enter>s<s-tab><s-tab>");
    assert_eq!(said_of(&state, Ask::Reviewed), Said::NotStated);
    press(&mut state, "<right><enter>");
    let after = &outcome(&state).opened.as_ref().expect("the new text is a case").case.damage;
    assert_eq!((after.sdi.known().map(Vec::len), after.reviewed.known()), (Some(0), Some(&today())));
}

#[test]
fn the_first_digit_answers_the_first_item() {
    let (mut one, mut other) = (room(Lang::Fr), room(Lang::Fr));
    press(&mut one, "/006<enter><enter>s10");
    press(&mut other, "/006<enter><enter>s<down>10");
    assert_eq!(screen(&one).row, 3);
    assert_eq!(screen(&one).row, screen(&other).row);
    assert_eq!(screen(&one).sheet.edits(), screen(&other).sheet.edits());
}
