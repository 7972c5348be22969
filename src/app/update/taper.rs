//! The taper planner: opened on a case, its plan changed by keys, kept for the session when it is left.

use super::super::action::Command;
use super::super::screen::Screen;
use super::super::taper::Loaded;
use super::super::{Notice, State, TaperScreen};
use super::open;
use crate::domain::{Drug, Line, LineKind};
use crate::meeting::{self, Item, Said};
use crate::wording;

pub(super) fn begin(state: &mut State) {
    let Screen::Case(case) = &state.screen else { return };
    let opened = std::sync::Arc::clone(&case.opened);
    let screen = match state.plans.remove(&opened.case.case) {
        Some(mut kept) => {
            kept.follow(opened);
            kept
        }
        None => TaperScreen::new(opened),
    };
    open(state, Screen::Taper(Box::new(screen)));
}

/// A planner that is left keeps its plan for when it is opened again.
pub(super) fn keep(state: &mut State, screen: TaperScreen) {
    state.plans.insert(screen.opened.case.case.clone(), screen);
}

/// Whether a plan differs from its case file, on the screen, under it, or left.
pub(super) fn is_unwritten(state: &State) -> bool {
    let screens = std::iter::once(&state.screen).chain(&state.under);
    let open = screens.filter_map(|screen| if let Screen::Taper(taper) = screen { Some(&**taper) } else { None });
    open.chain(state.plans.values()).any(|taper| !taper.is_in_file())
}

fn here(state: &mut State) -> Option<&mut TaperScreen> {
    if let Screen::Taper(screen) = &mut state.screen { Some(screen) } else { None }
}

/// A key of the planner.
pub(super) fn perform(state: &mut State, command: Command) {
    let Some(screen) = here(state) else { return };
    match command {
        Command::MoreWeeks | Command::FewerWeeks => {
            let by = if command == Command::MoreWeeks { 1 } else { -1 };
            if !screen.change_weeks(by) {
                state.notice = Some(Notice::LastStep);
            }
        }
        Command::AddStep => screen.add_step(),
        Command::RemoveStep => screen.remove_step(),
        Command::Undo => screen.undo(),
        Command::Sooner => screen.begin_later(-1),
        Command::Later => screen.begin_later(1),
        Command::NextPanel => screen.turn_guide(true),
        Command::PreviousPanel => screen.turn_guide(false),
        Command::Draw => screen.show_guide(),
        Command::CountWeeks => screen.turn_weeks(),
        Command::FileLines => screen.shows_lines = !screen.shows_lines,
        Command::Open => {
            let guide = screen.guide;
            load(state, guide);
        }
        Command::Load(number) => load(state, usize::from(number).saturating_sub(1)),
        _ => {}
    }
}

fn load(state: &mut State, guide: usize) {
    let loaded = here(state).map(|screen| screen.load(guide));
    state.notice = match loaded {
        Some(Loaded::StartOnly) => Some(Notice::StartOnly),
        Some(Loaded::Nothing) => Some(Notice::NothingToLoad),
        Some(Loaded::Schedule) | None => None,
    };
}

pub(super) fn change_dose(state: &mut State, by: isize) {
    if let Some(screen) = here(state) {
        screen.change_dose(by);
    }
}

/// The plan as a line of the decision, in place of what a guideline would start prednisone with.
pub(super) fn lines(screen: &TaperScreen, prefilled: &str, lang: crate::text::Lang) -> String {
    let words = wording::taper_line(lang, screen.plan());
    if words.is_empty() {
        return prefilled.to_owned();
    }
    let is_prednisone = |line: &&str| {
        let is_on = |said: &Said| matches!(&said.item, Item::Line(line) if line.drug == Some(Drug::Prednisone));
        meeting::read(line).iter().any(is_on)
    };
    let kept = prefilled.lines().filter(|line| !is_prednisone(line));
    let planned = Line { kind: LineKind::Taper, drug: Some(Drug::Prednisone), ..Line::of_words(words) };
    kept.map(str::to_owned).chain([meeting::printed(&planned, lang)]).collect::<Vec<_>>().join("\n")
}
