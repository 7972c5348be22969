//! Statistics: keys in, what is asked of the world, what comes back.

use ratatui_textarea::{Input, Key};
use regards::app::{Action, Effect, Place, Screen, Span, State, StatsScreen, update};
use regards::archive::stats::{Answer, Chosen, Figure, Period, Rows, Section, Tally};
use regards::text::Lang;

use crate::scene::library;

fn state() -> State {
    State::new("2026-02-20".parse().unwrap(), Lang::Fr, (80, 24), library())
}

fn press(state: &mut State, key: Key) -> Option<Effect> {
    let action = state.press(Input { key, ..Input::default() });
    update(state, action)
}

fn screen(state: &State) -> &StatsScreen {
    match &state.screen {
        Screen::Stats(screen) => screen,
        other => panic!("{other:?}"),
    }
}

/// Three answers of which one was not recorded.
fn answer(code: &str) -> Answer {
    let tally =
        |answer: Option<&str>, count| Tally { part: None, answer: answer.map(str::to_owned), half: None, count };
    let tallies = vec![tally(Some("first"), 7), tally(Some("again"), 2), tally(None, 1)];
    Answer::of(Figure::of_code(code).unwrap(), Period::default(), &Rows { tallies, ..Rows::default() })
}

#[test]
fn a_section_is_counted_when_it_is_opened_and_again_for_other_days() {
    let mut state = state();
    let asked = press(&mut state, Key::Char('s'));
    assert!(matches!(asked, Some(Effect::Count(1, Section::Activity, period)) if period == Period::default()));
    assert_eq!(state.place(), Place::Stats);
    assert!(screen(&state).is_counting);
    update(&mut state, Action::FigureCounted(1, Box::new(answer("presentation"))));
    update(&mut state, Action::CountingEnded(1));
    assert_eq!((screen(&state).answers.len(), screen(&state).is_counting), (1, false));
    let next = press(&mut state, Key::Right);
    assert!(matches!(next, Some(Effect::Count(2, Section::Validity, _))));
    assert!(screen(&state).answers.is_empty());
    // What was asked before counts no more.
    update(&mut state, Action::FigureCounted(1, Box::new(answer("presentation"))));
    assert!(screen(&state).answers.is_empty());
    let year = press(&mut state, Key::Char('p'));
    let days =
        |since: &str, until: &str| Period { since: Some(since.parse().unwrap()), until: Some(until.parse().unwrap()) };
    assert!(
        matches!(year, Some(Effect::Count(3, Section::Validity, period)) if period == days("2026-01-01", "2026-02-20"))
    );
    let today = state.today;
    assert_eq!(Span::TwelveMonths.period(today), days("2025-02-21", "2026-02-20"));
    assert_eq!(Span::LastYear.period(today), days("2025-01-01", "2025-12-31"));
    assert_eq!(Span::FiveYears.period(today), days("2021-02-21", "2026-02-20"));
    press(&mut state, Key::Left);
    assert!(matches!(press(&mut state, Key::Left), Some(Effect::Count(5, Section::Delays, _))), "round to the last");
    let stopped = press(&mut state, Key::Char('x'));
    assert!(matches!(stopped, Some(Effect::StopCounting)));
    assert!(!screen(&state).is_counting);
    assert!(matches!(press(&mut state, Key::Esc), Some(Effect::StopCounting)));
    assert_eq!(state.place(), Place::Queue);
}

#[test]
fn enter_opens_the_cases_behind_a_number_and_then_the_decision() {
    let mut state = state();
    press(&mut state, Key::Char('s'));
    assert!(press(&mut state, Key::Enter).is_none(), "nothing is counted yet");
    update(&mut state, Action::FigureCounted(1, Box::new(answer("presentation"))));
    for _ in 0..9 {
        press(&mut state, Key::Down);
    }
    assert_eq!(screen(&state).selected, 2, "three numbers: the last is what was not recorded");
    let Some(Effect::FindBehind(behind, period)) = press(&mut state, Key::Enter) else { panic!("nothing was asked") };
    assert_eq!((behind.to_string().as_str(), period), ("presentation=?", Period::default()));
    assert_eq!(behind.chosen, Chosen::Answer(None));
    assert_eq!(state.place(), Place::Behind);
    update(&mut state, Action::FoundBehind(behind.clone(), Vec::new(), 0));
    assert!(matches!(&state.screen, Screen::Behind(screen) if screen.found.as_ref().is_some_and(Vec::is_empty)));
    assert!(press(&mut state, Key::Enter).is_none());
    press(&mut state, Key::Esc);
    assert_eq!((state.place(), screen(&state).selected), (Place::Stats, 2), "back where one was");
}

#[test]
fn statistics_open_from_the_archive_too() {
    let mut state = state();
    press(&mut state, Key::Char('a'));
    assert!(matches!(press(&mut state, Key::Char('s')), Some(Effect::Count(1, Section::Activity, _))));
    press(&mut state, Key::Esc);
    assert_eq!(state.place(), Place::Archive);
}
