//! A case over time: keys in, window, cursor and effects out; days and columns.

use proptest::prelude::*;
use regards::app::{Action, Axis, Effect, Happening, Place, Screen, State, TimelineScreen, update};
use regards::domain::Day;
use regards::meeting::Moment;
use regards::text::Lang;

use crate::scene::*;

fn timeline(state: &State) -> &TimelineScreen {
    let Screen::Timeline(screen) = &state.screen else { panic!("no timeline: {:?}", state.place()) };
    screen
}

/// The case of class V at 1.6 g/g over time, at 80 columns: from 15 March 2021 to its meeting.
fn open() -> State {
    let mut state = room(Lang::Fr);
    let effects = press(&mut state, "/006<enter><enter>t");
    assert!(matches!(&effects[..], [Effect::History(case)] if case.as_str() == "LN-2026-006"));
    state
}

fn past() -> Vec<Moment> {
    let decided = recorded().into_iter().map(|one| Moment::Decided(Box::new(one.entry)));
    let supposed = Moment::Supposed(Box::new(hypothesized()));
    decided.chain([Moment::Postponed(put_off("LN-2026-006", "biopsie attendue")), supposed]).collect()
}

fn window(state: &State) -> (Day, Day) {
    (timeline(state).first, timeline(state).last)
}

const WHOLE: (&str, &str) = ("2021-03-15", "2026-11-26");

fn whole() -> (Day, Day) {
    (day(WHOLE.0), day(WHOLE.1))
}

#[test]
fn it_opens_on_the_whole_course_with_the_cursor_on_this_day() {
    let state = open();
    assert_eq!(state.place(), Place::Timeline);
    assert_eq!(window(&state), whole());
    assert_eq!(timeline(&state).cursor, today());
}

#[test]
fn enter_on_the_panel_of_the_series_opens_it_and_esc_leaves_it() {
    let mut state = room(Lang::Fr);
    press(&mut state, "/006<enter><enter><tab><tab><tab>");
    let effects = press(&mut state, "<enter>");
    assert!(matches!(&effects[..], [Effect::History(_)]));
    assert_eq!(state.place(), Place::Timeline);
    press(&mut state, "<esc>");
    assert_eq!(state.place(), Place::Case);
}

#[test]
fn zoom_halves_the_window_around_the_cursor_down_to_three_months_and_back_to_everything() {
    let mut state = open();
    let days = |state: &State| window(state).1.days_since(window(state).0);
    let all = days(&state);
    press(&mut state, "<end>+");
    assert_eq!(days(&state), all / 2);
    assert_eq!(window(&state).1, whole().1, "the cursor is at the end, and so is the window");
    press(&mut state, "++++++++");
    assert_eq!(days(&state), 92);
    let screen = timeline(&state);
    assert!((screen.first..=screen.last).contains(&screen.cursor));
    press(&mut state, "-");
    assert_eq!(days(&state), 184);
    press(&mut state, "0");
    assert_eq!(window(&state), whole());
    press(&mut state, "+<home>");
    assert_eq!(window(&state), whole());
    press(&mut state, "----");
    assert_eq!(window(&state), whole(), "there is nothing beyond everything");
}

#[test]
fn the_cursor_keeps_its_place_in_the_window_while_zooming() {
    let mut state = open();
    press(&mut state, &"<left>".repeat(20));
    let share = |state: &State| {
        let screen = timeline(state);
        screen.cursor.days_since(screen.first) * 100 / screen.last.days_since(screen.first)
    };
    let before = share(&state);
    let cursor = timeline(&state).cursor;
    press(&mut state, "++");
    assert_eq!(timeline(&state).cursor, cursor);
    assert!((share(&state) - before).abs() <= 1, "{before} {}", share(&state));
}

#[test]
fn an_arrow_moves_by_one_column_and_back() {
    let mut state = open();
    press(&mut state, "<left>");
    let axis = timeline(&state).axis(80);
    let one = timeline(&state).cursor;
    let column = axis.column(one).unwrap();
    press(&mut state, "<left>");
    assert_eq!(axis.column(timeline(&state).cursor), Some(column - 1));
    press(&mut state, "<right>");
    assert_eq!(timeline(&state).cursor, one);
}

#[test]
fn an_arrow_moves_by_a_day_where_a_column_is_shorter_than_one() {
    let mut state = open();
    state.size = (300, 60);
    press(&mut state, "++++++++<left>");
    let cursor = timeline(&state).cursor;
    press(&mut state, "<left>");
    assert_eq!(cursor.days_since(timeline(&state).cursor), 1);
}

#[test]
fn the_window_follows_a_cursor_past_its_edge_and_stops_at_the_ends() {
    let mut state = open();
    press(&mut state, "++");
    let before = window(&state);
    press(&mut state, &"<left>".repeat(60));
    let screen = timeline(&state);
    assert!(screen.cursor < before.0 && screen.first < before.0);
    assert!((screen.first..=screen.last).contains(&screen.cursor));
    assert_eq!(screen.last.days_since(screen.first), before.1.days_since(before.0), "as much time as before");
    press(&mut state, &"<left>".repeat(400));
    assert_eq!((timeline(&state).cursor, timeline(&state).first), (whole().0, whole().0));
    press(&mut state, "<end>");
    assert_eq!((timeline(&state).cursor, timeline(&state).last), (whole().1, whole().1));
}

#[test]
fn a_page_moves_half_a_window() {
    let mut state = open();
    press(&mut state, "<end>++");
    let before = window(&state);
    let half = before.1.days_since(before.0) / 2;
    press(&mut state, "<pgup>");
    assert_eq!(before.0.days_since(window(&state).0), half);
    press(&mut state, "<pgdn>");
    assert_eq!(window(&state), before);
    press(&mut state, "<pgdn><pgdn>");
    assert_eq!(window(&state), before, "there is nothing after the end");
}

#[test]
fn tab_jumps_from_mark_to_mark_and_brings_them_into_sight() {
    let mut state = open();
    press(&mut state, "+++<s-tab>");
    assert_eq!(timeline(&state).cursor, day("2026-10-12"), "the biopsy");
    press(&mut state, "<s-tab>");
    assert_eq!(timeline(&state).cursor, day("2026-05-04"), "the flare of the kidney");
    press(&mut state, "<s-tab>");
    let screen = timeline(&state);
    assert_eq!(screen.cursor, day("2023-01-23"));
    assert!((screen.first..=screen.last).contains(&screen.cursor), "the window came along");
    press(&mut state, "<tab>");
    assert_eq!(timeline(&state).cursor, day("2026-05-04"));
}

#[test]
fn the_ledger_adds_decisions_in_force_and_postponements_and_enter_recalls_a_decision() {
    let mut state = open();
    update(&mut state, Action::Found(0, past()));
    let kinds: Vec<_> = timeline(&state)
        .marks
        .iter()
        .filter(|mark| matches!(mark.what, Happening::Decided(_) | Happening::Postponed(_) | Happening::Meeting))
        .map(|mark| (mark.day.to_string(), matches!(mark.what, Happening::Decided(_))))
        .collect();
    let expected = [("2026-10-22", false), ("2026-11-26", true)];
    assert_eq!(kinds, expected.map(|(day, decided)| (day.to_owned(), decided)), "the decision stands for its meeting");
    let effects = press(&mut state, "<end><enter>");
    assert!(matches!(effects[..], [Effect::Recall(id)] if id == recorded()[0].entry.id));
    let asked = update(&mut state, Action::LedgerChanged);
    assert!(matches!(asked, Some(Effect::All(all)) if matches!(all[..], [Effect::History(_), Effect::FindMeeting(_)])));
}

#[test]
fn the_past_of_another_case_does_not_come_here() {
    let mut state = open();
    update(&mut state, Action::Found(0, vec![Moment::Postponed(put_off("LN-2026-002", "absente"))]));
    assert!(timeline(&state).marks.iter().all(|mark| !matches!(mark.what, Happening::Postponed(_))));
}

#[test]
fn enter_on_a_biopsy_tells_all_of_it_and_a_step_folds_it_away() {
    let mut state = open();
    assert!(press(&mut state, "<s-tab><enter>").is_empty());
    assert!(timeline(&state).is_told);
    press(&mut state, "<left>");
    assert!(!timeline(&state).is_told);
    press(&mut state, "<enter>");
    assert!(!timeline(&state).is_told, "there is nothing to tell where there is no mark");
}

#[test]
fn up_and_down_go_through_the_curves_and_then_the_treatments() {
    let mut state = open();
    let (curves, lanes) = (timeline(&state).traces().len(), timeline(&state).chronicle.lanes.len());
    press(&mut state, &"<down>".repeat(curves));
    assert_eq!((timeline(&state).trace(), timeline(&state).lane()), (curves - 1, Some(0)));
    press(&mut state, &"<down>".repeat(50));
    assert_eq!(timeline(&state).lane(), Some(lanes - 1));
    press(&mut state, &"<up>".repeat(50));
    assert_eq!((timeline(&state).trace(), timeline(&state).lane()), (0, None));
}

#[test]
fn a_timeline_follows_its_file() {
    let mut state = open();
    let text = shipped("ln-2026-006-classe-v-1-6.yaml")
        .replace("events:\n", "events:\n  - {date: 2020-02-03, kind: infection}\n");
    update(&mut state, Action::Read(vec![entry("ln-2026-006-classe-v-1-6.yaml", &text)]));
    assert_eq!(window(&state), (day("2020-02-03"), whole().1), "everything is still everything");
}

#[test]
fn leap_years_have_their_day() {
    let axis = Axis { first: day("2024-01-01"), last: day("2024-12-31"), columns: 183 };
    assert_eq!(axis.dot(day("2024-02-29")), 59);
    assert_eq!(axis.dot(day("2024-03-01")), 60);
    assert_eq!(axis.dot(day("2024-12-31")), 365);
}

fn later(from: Day, days: i64) -> Day {
    Day(from.0 + chrono::TimeDelta::days(days))
}

proptest! {
    /// The ends are exact, days never change places, and each column that has a day is found again from its first day.
    #[test]
    fn days_map_to_columns(start in -20_000_i64..20_000, days in 1_i64..9000, columns in 1_u16..300, a in 0.0_f64..1.0, b in 0.0_f64..1.0) {
        let first = later(day("2020-02-29"), start);
        let axis = Axis { first, last: later(first, days), columns };
        let dots = 2 * i64::from(columns) - 1;
        prop_assert_eq!((axis.dot(axis.first), axis.dot(axis.last)), (0, dots));
        prop_assert_eq!(axis.column(axis.first), Some(0));
        prop_assert_eq!(axis.column(axis.last), Some(columns - 1));
        prop_assert_eq!(axis.column(later(axis.first, -1)), None);
        prop_assert_eq!(axis.column(later(axis.last, 1)), None);
        #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "days of a test")]
        let at = |share: f64| later(first, (share * days as f64) as i64);
        let (one, other) = if a <= b { (at(a), at(b)) } else { (at(b), at(a)) };
        prop_assert!(axis.dot(one) <= axis.dot(other));
        let off = axis.dot(one) * days - one.days_since(first) * dots;
        prop_assert!(2 * off.abs() <= days, "to the nearest dot");
        let column = axis.column(one).unwrap();
        let back = axis.day(column);
        prop_assert_eq!(axis.column(back), Some(column));
        prop_assert!(back <= one);
        prop_assert!(back == first || axis.column(later(back, -1)) < Some(column), "it is the first of its column");
    }
}
