//! Statistics: a section is counted when it is opened, figure by figure; Enter opens the cases behind a number.

use super::super::screen::Screen;
use super::super::stats::{BehindScreen, Span, StatsScreen};
use super::super::{Command, Effect, State};
use super::open;
use crate::archive::stats::{Answer, Behind, Section};
use crate::meeting::Moment;

pub(super) fn begin(state: &mut State) -> Option<Effect> {
    let asked = state.counted;
    let (section, span) = (Section::Activity, Span::default());
    let screen = StatsScreen { section, span, asked, answers: Vec::new(), is_counting: false, selected: 0 };
    open(state, Screen::Stats(Box::new(screen)));
    count(state)
}

/// Counts the section anew.
fn count(state: &mut State) -> Option<Effect> {
    let today = state.today;
    let Screen::Stats(screen) = &mut state.screen else { return None };
    state.counted += 1;
    screen.asked = state.counted;
    screen.answers.clear();
    screen.selected = 0;
    screen.is_counting = true;
    Some(Effect::Count(screen.asked, screen.section, screen.span.period(today)))
}

/// A key on these screens; what means something else comes back.
pub(super) fn perform(state: &mut State, command: Command) -> Result<Option<Effect>, Command> {
    let today = state.today;
    match (&mut state.screen, command) {
        (Screen::Stats(screen), Command::Left | Command::Right) => {
            screen.turn(if command == Command::Right { 1 } else { -1 });
            Ok(count(state))
        }
        (Screen::Stats(screen), Command::Period) => {
            screen.span = screen.span.next();
            Ok(count(state))
        }
        (Screen::Stats(screen), Command::StopCounting) => {
            let stops = std::mem::take(&mut screen.is_counting);
            Ok(stops.then_some(Effect::StopCounting))
        }
        (Screen::Stats(screen), Command::Open) => {
            let Some(behind) = screen.behind().into_iter().nth(screen.selected) else { return Ok(None) };
            let period = screen.span.period(today);
            let screen = BehindScreen { behind: behind.clone(), period, found: None, total: 0, selected: 0 };
            open(state, Screen::Behind(Box::new(screen)));
            Ok(Some(Effect::FindBehind(Box::new(behind), period)))
        }
        (Screen::Behind(screen), Command::Open) => {
            let found = screen.found.as_ref().and_then(|found| found.get(screen.selected));
            Ok(match found {
                Some(Moment::Decided(past)) => Some(Effect::Recall(past.id)),
                _ => None,
            })
        }
        _ => Err(command),
    }
}

/// A figure is counted.
pub(super) fn counted(state: &mut State, number: u64, answer: Answer) {
    if let Some(screen) = screens(state).find(|screen| screen.asked == number) {
        screen.answers.push(answer);
    }
}

/// Every figure of the section is counted, or the counting was stopped.
pub(super) fn ended(state: &mut State, number: u64) {
    if let Some(screen) = screens(state).find(|screen| screen.asked == number) {
        screen.is_counting = false;
    }
}

/// The cases behind a number have come.
pub(super) fn found(state: &mut State, behind: &Behind, moments: Vec<Moment>, total: u64) {
    let all = std::iter::once(&mut state.screen).chain(state.under.iter_mut());
    for screen in all {
        if let Screen::Behind(screen) = screen
            && screen.behind == *behind
        {
            screen.selected = screen.selected.min(moments.len().saturating_sub(1));
            (screen.found, screen.total) = (Some(moments), total);
            return;
        }
    }
}

fn screens(state: &mut State) -> impl Iterator<Item = &mut StatsScreen> {
    std::iter::once(&mut state.screen).chain(state.under.iter_mut()).filter_map(|screen| match screen {
        Screen::Stats(screen) => Some(&mut **screen),
        _ => None,
    })
}
