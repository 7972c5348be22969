//! The taper planner: keys in, plan out.

use regards::app::{Action, Effect, Notice, Place, Screen, State, TaperScreen, update};
use regards::clinic::Held;
use regards::knowledge::CountedWeeks;
use regards::text::Lang;
use rust_decimal::Decimal;

use crate::scene::*;

fn planner(case: &str) -> State {
    let mut state = room(Lang::Fr);
    press(&mut state, &format!("/{case}<enter><enter>r"));
    assert_eq!(state.place(), Place::Taper);
    state
}

fn screen(state: &State) -> &TaperScreen {
    match &state.screen {
        Screen::Taper(screen) => screen,
        other => panic!("{other:?}"),
    }
}

/// Doses of the plan with their first days.
fn plan(state: &State) -> Vec<(String, String)> {
    let steps = screen(state).plan().steps();
    steps.iter().map(|step| (step.from.to_string(), step.daily.normalize().to_string())).collect()
}

fn doses(state: &State) -> Vec<String> {
    plan(state).into_iter().map(|(_, dose)| dose).collect()
}

#[test]
fn the_plan_of_the_case_file_opens() {
    let state = planner("001");
    assert_eq!(doses(&state), ["30", "20", "15", "10", "7.5", "5"]);
    assert!(screen(&state).is_in_file());
    let reading = &screen(&state).reading;
    assert_eq!((reading.counted, reading.week0), (CountedWeeks::Plan, day("2026-11-27")));
    let five = reading.reached.iter().find(|(dose, _)| *dose == Decimal::from(5)).unwrap();
    assert_eq!(five.1, Some(day("2027-03-19")));
    assert_eq!(reading.week(day("2027-03-19")), 16);
}

#[test]
fn arrows_go_through_the_doses_of_tablets() {
    let mut state = planner("001");
    let mut seen = Vec::new();
    press(&mut state, "<end>");
    for _ in 0..8 {
        press(&mut state, "<left>");
        seen.push(doses(&state)[5].clone());
    }
    assert_eq!(seen, ["4", "3", "2.5", "2", "1", "0", "0", "0"]);
    press(&mut state, "<home>");
    let mut seen = Vec::new();
    for keys in ["<left>", "<left>", "<left>", "<left>", "<right>", "<right>", "<right>", "<right>"] {
        press(&mut state, keys);
        seen.push(doses(&state)[0].clone());
    }
    assert_eq!(seen, ["25", "20", "17.5", "15", "17.5", "20", "25", "30"]);
}

#[test]
fn steps_are_added_lengthened_removed_and_taken_back() {
    let mut state = planner("001");
    let before = plan(&state);
    press(&mut state, "++");
    assert_eq!(plan(&state)[1].0, "2027-01-08");
    press(&mut state, "-u");
    assert_eq!(plan(&state)[1].0, "2027-01-08", "the last change is taken back first");
    press(&mut state, "uu");
    assert_eq!(plan(&state), before);
    press(&mut state, "a");
    assert_eq!(doses(&state), ["30", "25", "20", "15", "10", "7.5", "5"]);
    assert_eq!(screen(&state).step, 1);
    press(&mut state, "x");
    assert_eq!(plan(&state), before);
    press(&mut state, "<end>+");
    assert_eq!(state.notice, Some(Notice::LastStep));
    press(&mut state, "a");
    assert_eq!(plan(&state)[6], ("2027-04-02".to_owned(), "4".to_owned()));
    press(&mut state, "<home>>");
    assert_eq!(plan(&state)[0].0, "2026-11-28");
    press(&mut state, "<");
    assert_eq!(plan(&state)[0].0, "2026-11-27");
}

#[test]
fn a_case_without_a_plan_begins_at_the_present_dose_on_the_day_of_the_meeting() {
    let mut state = planner("010");
    assert!(screen(&state).plan().is_empty());
    press(&mut state, "a");
    assert_eq!(plan(&state), [("2026-11-26".to_owned(), "40".to_owned())]);
    press(&mut state, "x");
    assert!(screen(&state).plan().is_empty());
}

/// KDIGO's reduced scheme at 60 kg: 30-36 mg, 18-24, then as printed; `< 2.5` from week 25 on is left open.
#[test]
fn a_schedule_is_taken_as_it_is_printed_for_this_weight() {
    let mut state = planner("001");
    press(&mut state, "3");
    assert_eq!(state.notice, None);
    assert_eq!(doses(&state), ["30", "20", "15", "10", "7.5", "5", "2.5"]);
    let days: Vec<String> = plan(&state).into_iter().map(|(day, _)| day).collect();
    // Weeks 0, 3, 5, 7, 9, 11 and 13.
    assert_eq!(
        days,
        ["2026-11-27", "2026-12-18", "2027-01-01", "2027-01-15", "2027-01-29", "2027-02-12", "2027-02-26"]
    );
    let against = &screen(&state).reading.against[2];
    let held: Vec<Held> = against.stretches.iter().map(|stretch| stretch.held).collect();
    assert_eq!(held, [Held::Within, Held::Above], "2.5 mg stays above `less than 2.5` from week 25 on");
    assert_eq!(screen(&state).reading.week(against.stretches[1].first), 25);
    press(&mut state, "u");
    assert_eq!(doses(&state), ["30", "20", "15", "10", "7.5", "5"]);
}

#[test]
fn a_guideline_without_a_schedule_gives_its_start_and_says_so() {
    let mut state = planner("001");
    press(&mut state, "1");
    assert_eq!(state.notice, Some(Notice::StartOnly));
    assert_eq!(doses(&state), ["25"], "the lowest round dose of 25 to 42 mg");
    press(&mut state, "2");
    assert_eq!(doses(&state), ["30"], "the highest round dose of at most 30 mg");
    let mut state = planner("007");
    press(&mut state, "1");
    assert_eq!(state.notice, Some(Notice::NothingToLoad));
    press(&mut state, "9");
    assert_eq!(state.notice, Some(Notice::NothingToLoad));
}

#[test]
fn the_cursor_goes_over_the_guidelines_and_draws_them_or_not() {
    let mut state = planner("001");
    assert_eq!(screen(&state).guide, 2, "on the first that prints a schedule");
    let hidden: Vec<usize> = screen(&state).hidden.iter().copied().collect();
    assert_eq!(hidden, [3, 4], "of each guideline the first scheme is drawn");
    press(&mut state, "<tab>v");
    assert_eq!(screen(&state).hidden.iter().copied().collect::<Vec<_>>(), [4]);
    press(&mut state, "v<s-tab><s-tab>");
    assert_eq!(screen(&state).guide, 1);
}

#[test]
fn a_plan_that_is_left_is_kept_and_leaving_the_program_says_so() {
    let mut state = planner("001");
    press(&mut state, "<left><esc>");
    assert_eq!(state.place(), Place::Case);
    let effects = press(&mut state, "q");
    assert!(effects.is_empty());
    assert_eq!(state.notice, Some(Notice::PlanUnwritten));
    press(&mut state, "r");
    assert_eq!(doses(&state)[0], "25");
    press(&mut state, "u");
    assert!(screen(&state).is_in_file());
    let effects = press(&mut state, "<esc>q");
    assert!(matches!(effects.as_slice(), [Effect::Quit]), "{effects:?}");
}

#[test]
fn the_lines_pasted_into_the_file_are_the_plan() {
    let mut state = planner("001");
    press(&mut state, "<left>y");
    assert!(screen(&state).shows_lines);
    let yaml = regards::wording::taper_yaml(screen(&state).plan()).join("\n");
    assert!(yaml.contains("- {from: 2026-11-27, dose: 25 mg/d}"), "{yaml}");
    let text = shipped("ln-2026-001-polyarthrite.yaml");
    let (head, rest) = text.split_once("\ntaper:").unwrap();
    let (_, tail) = rest.split_once("\nbackground:").unwrap();
    let changed = format!("{head}\n{yaml}\nbackground:{tail}");
    let path = screen(&state).opened.file.path.clone();
    update(&mut state, Action::Read(vec![entry(path.to_str().unwrap(), &changed)]));
    assert!(screen(&state).is_in_file());
    press(&mut state, "<esc>");
    assert_eq!(state.place(), Place::Taper, "Esc leaves the lines first");
}

#[test]
fn a_file_that_changes_under_a_plan_that_did_not_is_followed() {
    let mut state = planner("001");
    let text =
        shipped("ln-2026-001-polyarthrite.yaml").replace("2026-11-27, dose: 30 mg/d", "2026-11-27, dose: 40 mg/d");
    let path = screen(&state).opened.file.path.clone();
    update(&mut state, Action::Read(vec![entry(path.to_str().unwrap(), &text)]));
    assert_eq!(doses(&state)[0], "40");
    press(&mut state, "<left>");
    let again = text.replace("dose: 40 mg/d", "dose: 45 mg/d");
    update(&mut state, Action::Read(vec![entry(path.to_str().unwrap(), &again)]));
    assert_eq!(doses(&state)[0], "35", "a plan that was changed is not lost");
}

#[test]
fn the_decision_takes_the_plan_as_one_line() {
    let mut state = planner("001");
    press(&mut state, "d");
    let Screen::Form(form) = &state.screen else { panic!("{:?}", state.place()) };
    let lines = form.draft().lines;
    let prednisone: Vec<&str> = lines.lines().filter(|line| line.contains("prednisone")).collect();
    assert_eq!(prednisone.len(), 1, "{lines}");
    assert!(prednisone[0].starts_with("Décroître prednisone 30"), "{lines}");
    assert!(prednisone[0].contains("puis 5\u{a0}mg/j dès le 19/03/2027"), "{lines}");
    press(&mut state, "<esc>");
    assert_eq!(state.place(), Place::Taper);
}

/// A course that is going on: weeks are counted from its start, past weeks are what was received.
#[test]
fn weeks_are_counted_from_the_course_or_from_the_plan() {
    let mut state = planner("007");
    assert_eq!(screen(&state).reading.counted, CountedWeeks::Course);
    press(&mut state, "a");
    assert_eq!(screen(&state).reading.counted, CountedWeeks::Course);
    press(&mut state, "o");
    assert_eq!((screen(&state).reading.counted, screen(&state).reading.week0), (CountedWeeks::Plan, day("2026-11-26")));
    press(&mut state, "o");
    assert_eq!(screen(&state).reading.counted, CountedWeeks::Course);
}
