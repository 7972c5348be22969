//! One action at a time: the state after it, and what the world must do.

mod after;
mod archive;
mod case;
mod chase;
mod decide;
mod due;
mod follow;
mod help;
mod identity;
mod intake;
mod labs;
mod learn;
mod meeting;
mod mouse;
mod palette;
mod papers;
mod past;
mod scores;
mod stats;
mod talk;
mod taper;
mod themes;
mod timeline;
mod undo;
mod whatif;

use std::sync::Arc;

pub use archive::completion;
pub use decide::amending;
pub use due::shown as due_shown;
pub use mouse::Press;
pub use talk::table_of;

use super::action::{Action, Command, Effect};
use super::bindings::is_text_place;
use super::form::{Form, pasted, text_of};
use super::screen::{
    CaseScreen, EditionsScreen, HelpScreen, HypothesisScreen, OriginScreen, Panel, Purpose, ResourcesScreen, Screen,
    WhyScreen,
};
use super::timeline::TimelineScreen;
use super::{Link, Notice, Opened, State};
use crate::clinic::FigureId;
use crate::knowledge::RESOURCES;
use crate::meeting::Moment;

/// Rows of the screen that a page leaves out: head, foot, and two that carry the eye over.
const KEPT_ROWS: u16 = 6;

/// Letters that are taken of one paste: many times what a decision says. A megabyte that was in the clipboard by mistake would be
/// read as shorthand, judged and saved with every key.
const MOST_PASTED: usize = 20_000;

/// The state after this action; the effect, if the world has something to do.
pub fn update(state: &mut State, action: Action) -> Option<Effect> {
    let is_touched =
        matches!(action, Action::Do(_) | Action::Type(_) | Action::Paste(_) | Action::Click(..) | Action::Wheel(..));
    if is_touched && wakes_up(state) {
        return None;
    }
    match action {
        Action::Idle => fall_asleep(state),
        _ if is_touched && state.is_projector() => follow::update(state, action),
        // Nothing over a selection would take it away unsaid.
        Action::Paste(text) if pasted(&text).is_empty() => None,
        Action::Paste(text) if is_too_long(state, &text) => {
            let say = crate::text::words(state.lang).hand.paste_too_long;
            state.notice = Some(Notice::Failed(say(text.chars().count(), MOST_PASTED)));
            None
        }
        Action::Click(column, row) => mouse::click(state, (column, row)),
        Action::Wheel(down, column, row) => Some(mouse::wheel(state, down, (column, row))),
        Action::Do(command) if state.palette.is_some() => palette::perform(state, command),
        Action::Type(input) if state.palette.is_some() => palette::type_key(state, input),
        Action::Paste(text) if state.palette.is_some() => palette::paste(state, &text),
        Action::Do(command) if state.themes.is_some() => themes::perform(state, command),
        // The list lies over whatever text there is: nothing is typed under it.
        Action::Type(_) | Action::Paste(_) if state.themes.is_some() => None,
        Action::Do(command) => {
            state.notice = None;
            state.leaving &= command == Command::Quit;
            let effect = perform(state, command);
            with_earlier(state, effect)
        }
        Action::Type(input) if matches!(state.screen, Screen::Scores(_)) && state.line.is_none() => {
            if let Screen::Scores(screen) = &mut state.screen {
                screen.type_key(&input);
            }
            None
        }
        Action::Type(input) if matches!(state.screen, Screen::Meeting(_)) && state.line.is_none() => {
            meeting::type_key(state, &input);
            None
        }
        Action::Paste(text) if matches!(state.screen, Screen::Meeting(_)) && state.line.is_none() => {
            meeting::paste(state, &text);
            None
        }
        Action::Type(input) if matches!(state.screen, Screen::After(_)) && state.line.is_none() => {
            if let Screen::After(screen) = &mut state.screen {
                screen.input(input);
            }
            None
        }
        Action::Paste(text) if matches!(state.screen, Screen::After(_)) && state.line.is_none() => {
            if let Screen::After(screen) = &mut state.screen {
                screen.paste(&text);
            }
            None
        }
        Action::Type(input) if matches!(state.screen, Screen::New(_)) && state.line.is_none() => {
            intake::type_in(state, |form| form.input(input))
        }
        Action::Paste(text) if matches!(state.screen, Screen::New(_)) && state.line.is_none() => {
            intake::type_in(state, |form| form.paste(&text))
        }
        Action::Paste(text) if state.line.is_none() && labs::paste(state, &text) => None,
        Action::Type(input) => {
            let lang = state.lang;
            let takes = |form: &mut Form| form.complete(&input, lang) || form.input(input.clone());
            typed(state, takes, |line| line.input(input.clone()))
        }
        Action::Paste(text) => typed(
            state,
            |form| form.paste(&text),
            |line| line.insert_str(pasted(&text).split_whitespace().collect::<Vec<_>>().join(" ")),
        ),
        Action::Resized(width, height) => {
            state.size = (width, height);
            None
        }
        Action::Drawn(drawn) => {
            settle(state, drawn.reach);
            state.spots = drawn.spots;
            None
        }
        other if state.is_projector() => follow::update(state, other),
        // The clock finds nothing new.
        Action::Now(_) => learn::learn(state, action),
        other => {
            let effect = learn::learn(state, other);
            palette::refresh(state);
            effect
        }
    }
}

/// Whether more is pasted than a text takes at once. A table of a laboratory has its own bound.
fn is_too_long(state: &State, text: &str) -> bool {
    let takes_a_table = matches!(state.screen, Screen::Case(_) | Screen::Labs(_));
    let is_over_it = state.line.is_some() || state.palette.is_some();
    (is_over_it || !takes_a_table) && text.chars().nth(MOST_PASTED).is_some()
}

/// A case that comes on the screen and is known to the journal is asked for its last decision at another meeting.
fn with_earlier(state: &State, effect: Option<Effect>) -> Option<Effect> {
    let opened = match &state.screen {
        Screen::Case(screen) => &screen.opened,
        Screen::Form(form) => &form.opened,
        _ => return effect,
    };
    let case = &opened.case.case;
    if state.earlier.contains_key(case) || !state.queue.standings.contains_key(case) {
        return effect;
    }
    let ask = Effect::FindEarlier(case.clone(), opened.case.meeting);
    Some(Effect::All(effect.into_iter().chain([ask]).collect()))
}

/// Nobody is there: what could identify somebody is hidden until a key is pressed.
fn fall_asleep(state: &mut State) -> Option<Effect> {
    if !state.masked {
        state.is_idle = true;
        identity::mask(state);
        palette::refresh(state);
    }
    None
}

/// The first key after that shows it again, and does nothing else unless text is being typed.
fn wakes_up(state: &mut State) -> bool {
    let was_idle = std::mem::take(&mut state.is_idle);
    state.masked &= !was_idle;
    if was_idle {
        palette::refresh(state);
    }
    was_idle && !is_text_place(state.place())
}

/// Has the room's screen show what this terminal shows, or not any more.
fn lead(state: &mut State) -> Option<Effect> {
    if matches!(state.link, Link::Leading) {
        state.link = Link::Apart;
        state.notice = Some(Notice::LeadEnded);
        return Some(Effect::StopLeading);
    }
    if state.read_only {
        return refused(state);
    }
    state.link = Link::Leading;
    state.notice = Some(Notice::Leading);
    None
}

/// Large type, or not; where the screen has none, it is said what has.
fn enlarge_type(state: &mut State) {
    state.large = !state.large;
    if !matches!(state.screen, Screen::Case(_) | Screen::ReadBack(_) | Screen::Passage(_)) {
        state.notice = Some(Notice::Large(state.large));
    }
}

/// A key or a paste where text is typed.
fn typed(
    state: &mut State,
    form_takes: impl Fn(&mut Form) -> bool,
    line_takes: impl Fn(&mut ratatui_textarea::TextArea<'static>) -> bool,
) -> Option<Effect> {
    if let Some(line) = &mut state.line {
        line_takes(&mut line.text);
        let text = text_of(&line.text);
        return match line.purpose {
            Purpose::Filter => {
                state.queue.filter = text;
                None
            }
            Purpose::Search => search(state, text),
            Purpose::Keys => {
                help::look_for(state, text);
                None
            }
            _ => None,
        };
    }
    if talk::is_shown(state) {
        return None;
    }
    let Screen::Form(form) = &mut state.screen else { return None };
    form_takes(form).then(|| save(form))
}

/// Nothing may be written: as was asked, or because the ledger could not be opened, which is then tried again.
fn refused(state: &mut State) -> Option<Effect> {
    if state.unrecorded.is_some() {
        return Some(Effect::OpenLedger);
    }
    state.notice = Some(Notice::ReadOnly);
    None
}

fn save(form: &Form) -> Effect {
    Effect::SaveDraft(form.opened.case.case.clone(), form.draft(), form.revision)
}

fn search(state: &mut State, query: String) -> Option<Effect> {
    let newest = learn::archives(state).map(|archive| archive.asked).max().unwrap_or(0);
    let Screen::Archive(archive) = &mut state.screen else { return None };
    archive.query.clone_from(&query);
    archive.of = None;
    archive.of_alias = None;
    archive.asked = newest + 1;
    archive.selected = 0;
    (archive.chosen, archive.offers, archive.count, archive.next) = (0, false, None, None);
    Some(Effect::Search(archive.asked, query))
}

/// A bound key.
#[expect(clippy::too_many_lines, reason = "one row a command")]
fn perform(state: &mut State, command: Command) -> Option<Effect> {
    use Command as C;
    let command = match scores::perform(state, command) {
        Ok(effect) => return effect,
        Err(command) => command,
    };
    let command = match papers::perform(state, command) {
        Ok(effect) => return effect,
        Err(command) => command,
    };
    let command = match meeting::perform(state, command) {
        Ok(effect) => return effect,
        Err(command) => command,
    };
    for room in [
        help::perform,
        intake::perform,
        labs::perform,
        chase::perform,
        talk::perform,
        past::perform,
        after::perform,
        due::perform,
        archive::perform,
        stats::perform,
    ] {
        if let Ok(effect) = room(state, command) {
            return effect;
        }
    }
    match command {
        C::Quit => return quit(state),
        C::Back => return back(state),
        C::PageUp | C::PageDown if matches!(state.screen, Screen::Timeline(_)) => {
            timeline::with(state, |screen| screen.pan(if command == C::PageUp { -1 } else { 1 }));
        }
        C::Last if matches!(state.screen, Screen::Timeline(_)) => {
            timeline::with(state, TimelineScreen::go_to_the_end);
        }
        C::Up | C::Down | C::PageUp | C::PageDown | C::HalfUp | C::HalfDown | C::First | C::Last => {
            step_as(state, command);
        }
        C::Left => sideways(state, -1),
        C::Right => sideways(state, 1),
        C::NextPanel | C::PreviousPanel | C::Open if matches!(state.screen, Screen::Taper(_)) => {
            taper::perform(state, command);
        }
        C::Open => return enter(state),
        C::Filter => case::begin_filter(state),
        C::Sort => state.queue.turn_sort(),
        C::MoveUp => return case::reorder(state, false),
        C::MoveDown => return case::reorder(state, true),
        C::Postpone => return decide::begin_postpone(state),
        C::Edit => return case::edit(state),
        C::Diagnostics => case::diagnostics(state),
        C::Archive => return Some(case::archive(state)),
        C::History => return case::history(state),
        C::NextPanel | C::PreviousPanel if matches!(state.screen, Screen::WhatIf(_)) => whatif::turn_side(state),
        C::NextPanel => case::turn_panel(state, 1),
        C::PreviousPanel => case::turn_panel(state, Panel::ALL.len() - 1),
        C::NextCase if case::other_case(state, 1) => return meeting::arrive(state),
        C::PreviousCase if case::other_case(state, -1) => return meeting::arrive(state),
        C::Decide if meeting::asks_why(state) => {}
        C::Decide => return decide::decide(state),
        C::NextField | C::PreviousField => decide::turn_field(state, command == C::NextField),
        C::ClearField => return decide::clear_field(state),
        C::ReadBack => decide::read_back(state),
        C::Accept => return decide::accept(state),
        C::Amend => return decide::amend(state),
        C::Editions => open_editions(state),
        C::Unfold => case::unfold(state),
        C::Enlarge => case::enlarge(state),
        C::Mask => identity::mask(state),
        C::Identity => identity::show(state),
        C::Language => state.lang = state.lang.other(),
        C::Theme => return Some(Effect::FindThemes),
        C::Timeline => return timeline::begin(state),
        C::ZoomIn | C::ZoomOut => timeline::with(state, |screen| screen.zoom(command == C::ZoomIn)),
        C::ZoomAll => timeline::with(state, TimelineScreen::show_everything),
        C::NextMark | C::PreviousMark => timeline::with(state, |screen| screen.turn_mark(command == C::NextMark)),
        C::WhatIf => whatif::begin(state),
        C::Unknown => whatif::unknown(state),
        C::Restore => whatif::restore(state),
        C::RestoreAll => whatif::restore_all(state),
        C::Record => return whatif::begin_record(state),
        C::Taper => taper::begin(state),
        C::MoreWeeks
        | C::FewerWeeks
        | C::AddStep
        | C::RemoveStep
        | C::Sooner
        | C::Later
        | C::Draw
        | C::CountWeeks
        | C::FileLines
        | C::Load(_) => taper::perform(state, command),
        C::Meeting => return Some(meeting::begin(state)),
        C::Clock => return meeting::turn_clock(state),
        C::MoreTime => return meeting::change_time(state, 1),
        C::LessTime => return meeting::change_time(state, -1),
        C::TurnMode => return meeting::begin_turn(state),
        C::Resources => open(state, Screen::Resources(ResourcesScreen::default())),
        C::Scores => return scores::begin(state),
        C::Positions => return talk::begin(state),
        C::Previous => decide::turn_previous(state),
        C::Due => return Some(due::begin(state)),
        C::Statistics => return stats::begin(state),
        C::NextCase
        | C::PreviousCase
        | C::OtherVisit
        | C::AddPerson
        | C::CorrectPerson
        | C::TurnPresence
        | C::Declare
        | C::Recuse
        | C::RecuseOther
        | C::AsLastTime
        | C::Break
        | C::CloseMeeting
        | C::OpeningSheet
        | C::Toggle
        | C::Stand(_)
        | C::Dissent
        | C::NameOrNot
        | C::MinuteOrNot
        | C::SilentRound
        | C::Sign
        | C::Tell
        | C::FollowUp
        | C::CloseRecord
        | C::Difference
        | C::Precedents
        | C::Rerun
        | C::Replay
        | C::Settle
        | C::Papers
        | C::Done
        | C::NotDone
        | C::Complete
        | C::SaveQuery
        | C::SavedQueries
        | C::Act
        | C::AllPlaces
        | C::Period
        | C::StopCounting
        | C::NewCase
        | C::Labs
        | C::Chase => {}
        C::Lead => return lead(state),
        C::Large => enlarge_type(state),
        C::Help => {
            let of = state.place();
            open(state, Screen::Help(HelpScreen { of, scroll: 0, query: String::new(), is_of_all: false }));
        }
        C::Palette => palette::begin(state),
        C::Undo | C::Redo => return undo::perform(state, command),
    }
    None
}

/// Puts a screen over the present one.
fn open(state: &mut State, screen: Screen) {
    let under = std::mem::replace(&mut state.screen, screen);
    state.under.push(under);
}

/// One step back. What is under the agenda's past may have changed the agenda.
fn back(state: &mut State) -> Option<Effect> {
    if let Some(line) = state.line.take() {
        return decide::put_aside(state, line);
    }
    if matches!(state.screen, Screen::Queue) {
        state.queue.filter.clear();
        return None;
    }
    if let Screen::ReadBack(read_back) = &state.screen {
        let form = read_back.form.clone();
        state.screen = Screen::Form(Box::new(form));
        return None;
    }
    if let Screen::Taper(screen) = &mut state.screen
        && screen.shows_lines
    {
        screen.shows_lines = false;
        return None;
    }
    let left = std::mem::replace(&mut state.screen, state.under.pop().unwrap_or(Screen::Queue));
    match left {
        Screen::Form(form) => {
            decide::keep_unsaved(state, *form);
            Some(Effect::Standings)
        }
        Screen::Archive(_) => Some(Effect::Standings),
        Screen::Stats(_) => Some(Effect::StopCounting),
        Screen::Taper(screen) => {
            taper::keep(state, *screen);
            None
        }
        Screen::After(screen) => {
            after::keep(state, *screen);
            None
        }
        _ => None,
    }
}

/// The form on the screen, or under it, or the one that is read back.
fn typing(state: &State) -> Option<&Form> {
    std::iter::once(&state.screen).chain(&state.under).find_map(|screen| match screen {
        Screen::Form(form) => Some(&**form),
        Screen::ReadBack(read_back) => Some(&read_back.form),
        _ => None,
    })
}

/// Leaves; where text is not saved, only when asked twice, and not without trying once more to save it.
fn quit(state: &mut State) -> Option<Effect> {
    let unsaved = typing(state).filter(|form| !form.saved).or(state.unsaved.first());
    match unsaved.map(save) {
        Some(try_again) if !state.leaving => {
            state.leaving = true;
            state.notice = Some(Notice::Unsaved);
            Some(try_again)
        }
        None if !state.leaving && taper::is_unwritten(state) => {
            state.leaving = true;
            state.notice = Some(Notice::PlanUnwritten);
            None
        }
        None if !state.leaving && (scores::is_unwritten(state) || intake::is_unkept(state)) => {
            state.leaving = true;
            state.notice = Some(Notice::Unsaved);
            None
        }
        _ => Some(Effect::Quit),
    }
}

/// Lines a page moves.
fn page(state: &State) -> isize {
    isize::try_from(state.size.1.saturating_sub(KEPT_ROWS).max(1)).unwrap_or(1)
}

/// Rows that a key moves by, where a page has so many; none of a key that does not move up or down.
fn rows_of(command: Command, page: isize) -> Option<isize> {
    let half = (page / 2).max(1);
    Some(match command {
        Command::Up => -1,
        Command::Down => 1,
        Command::PageUp => -page,
        Command::PageDown => page,
        Command::HalfUp => -half,
        Command::HalfDown => half,
        Command::First => isize::MIN / 2,
        Command::Last => isize::MAX / 2,
        _ => return None,
    })
}

/// Moves what is drawn of a text that has no end until it is drawn.
fn scroll_by(scroll: &mut usize, rows: isize) {
    *scroll = scroll.saturating_add_signed(rows).min(usize::from(u16::MAX));
}

/// Takes back what was scrolled beyond the end.
fn settle(state: &mut State, reach: usize) {
    if let Some(scroll) = scroll_of(&mut state.screen) {
        *scroll = (*scroll).min(reach);
    }
}

/// The first line drawn, of a screen that may be longer than its place.
fn scroll_of(screen: &mut Screen) -> Option<&mut usize> {
    Some(match screen {
        Screen::Case(screen) => &mut screen.scroll,
        Screen::Why(screen) => &mut screen.scroll,
        Screen::Origin(screen) => &mut screen.scroll,
        Screen::ReadBack(screen) => &mut screen.scroll,
        Screen::Passage(screen) => &mut screen.scroll,
        Screen::Editions(screen) => &mut screen.scroll,
        Screen::Hypothesis(screen) => &mut screen.scroll,
        Screen::Rerun(screen) => &mut screen.scroll,
        Screen::Compare(screen) => &mut screen.scroll,
        Screen::Help(screen) => &mut screen.scroll,
        Screen::Queue
        | Screen::Diagnostics(_)
        | Screen::Form(_)
        | Screen::Archive(_)
        | Screen::Precedents(_)
        | Screen::Replay(_)
        | Screen::Timeline(_)
        | Screen::WhatIf(_)
        | Screen::Taper(_)
        | Screen::Meeting(_)
        | Screen::After(_)
        | Screen::Due(_)
        | Screen::Settle(_)
        | Screen::Papers(_)
        | Screen::Stats(_)
        | Screen::Behind(_)
        | Screen::Chase(_)
        | Screen::Resources(_)
        | Screen::Identity(_)
        | Screen::Waiting(_) => return None,
        Screen::Scores(screen) => &mut screen.preview.as_mut()?.scroll,
        Screen::New(screen) => &mut screen.preview.as_mut()?.scroll,
        Screen::Labs(screen) => &mut screen.scroll,
    })
}

/// Moves as this key does.
fn step_as(state: &mut State, command: Command) {
    if let Some(rows) = rows_of(command, page(state)) {
        step(state, rows);
    }
}

fn step(state: &mut State, by: isize) {
    let move_by = |at: &mut usize, last: usize| *at = at.saturating_add_signed(by).min(last);
    match &mut state.screen {
        Screen::Queue => state.queue.step(by),
        Screen::Case(case) if case.panel == Panel::Guidelines => case.step(by),
        Screen::Case(case) if case.panel.figures().is_empty() => move_by(&mut case.scroll, usize::from(u16::MAX)),
        Screen::Case(case) => move_by(&mut case.figure, case.panel.figures().len() - 1),
        Screen::Why(why) => move_by(&mut why.scroll, usize::from(u16::MAX)),
        Screen::Origin(screen) => move_by(&mut screen.scroll, usize::from(u16::MAX)),
        Screen::Diagnostics(screen) => {
            let last = state.queue.entry(&screen.path).map_or(0, |entry| entry.file.reading.remarks.len());
            move_by(&mut screen.selected, last.saturating_sub(1));
        }
        Screen::Archive(archive) => {
            let last = archive.found.as_ref().map_or(0, Vec::len).saturating_sub(1);
            move_by(&mut archive.selected, last);
        }
        Screen::Precedents(screen) => {
            let last = screen.found.as_ref().map_or(0, |found| found.nearest.len()).saturating_sub(1);
            move_by(&mut screen.selected, last);
        }
        Screen::Replay(screen) => screen.step(by),
        Screen::Rerun(screen) => move_by(&mut screen.scroll, usize::from(u16::MAX)),
        Screen::Compare(screen) => move_by(&mut screen.scroll, usize::from(u16::MAX)),
        Screen::ReadBack(screen) => move_by(&mut screen.scroll, usize::from(u16::MAX)),
        Screen::Passage(screen) => move_by(&mut screen.scroll, usize::from(u16::MAX)),
        Screen::Editions(screen) => move_by(&mut screen.scroll, usize::from(u16::MAX)),
        Screen::Hypothesis(screen) => move_by(&mut screen.scroll, usize::from(u16::MAX)),
        Screen::WhatIf(screen) if screen.in_cells => {
            move_by(&mut screen.cell, screen.changed.len().saturating_sub(1));
        }
        Screen::WhatIf(screen) => move_by(&mut screen.fact, screen.entries.len().saturating_sub(1)),
        Screen::Resources(screen) => move_by(&mut screen.selected, RESOURCES.len().saturating_sub(1)),
        Screen::Help(screen) => move_by(&mut screen.scroll, usize::from(u16::MAX)),
        Screen::Timeline(screen) => screen.step(by),
        Screen::Taper(screen) => {
            let last = screen.plan().steps().len().saturating_sub(1);
            move_by(&mut screen.step, last);
        }
        Screen::Meeting(_) => meeting::step(state, by),
        Screen::Settle(screen) => {
            let decided = &screen.passage.locked.decision;
            let count = decided.actions.len() + decided.branches.len();
            move_by(&mut screen.selected, count.saturating_sub(1));
        }
        Screen::Due(_) => due::step(state, by),
        Screen::Chase(_) => chase::step(state, by),
        Screen::Papers(screen) => {
            let last = screen.papers().len().saturating_sub(1);
            move_by(&mut screen.selected, last);
        }
        Screen::Stats(screen) => {
            let last = screen.behind().len().saturating_sub(1);
            move_by(&mut screen.selected, last);
        }
        Screen::Behind(screen) => {
            let last = screen.found.as_ref().map_or(0, Vec::len).saturating_sub(1);
            move_by(&mut screen.selected, last);
        }
        Screen::Form(_)
        | Screen::Scores(_)
        | Screen::New(_)
        | Screen::Labs(_)
        | Screen::After(_)
        | Screen::Identity(_)
        | Screen::Waiting(_) => {}
    }
}

fn sideways(state: &mut State, by: isize) {
    match &mut state.screen {
        Screen::Case(CaseScreen { opened, row, column, panel: Panel::Guidelines, .. }) => {
            shift(column, opened, *row, by);
        }
        Screen::Case(case) => {
            case.scroll = 0;
            case::turn_panel(state, if by > 0 { 1 } else { Panel::ALL.len() - 1 });
        }
        Screen::Why(WhyScreen { opened, row, column, scroll }) => {
            shift(column, opened, *row, by);
            *scroll = 0;
        }
        Screen::Origin(OriginScreen { panel, figure, scroll, .. }) => {
            let last = panel.figures().len().saturating_sub(1);
            *figure = figure.saturating_add_signed(by).min(last);
            *scroll = 0;
        }
        Screen::Editions(EditionsScreen { column, scroll }) => {
            let last = state.library.guidelines().len().saturating_sub(1);
            *column = column.saturating_add_signed(by).min(last);
            *scroll = 0;
        }
        Screen::Timeline(screen) => screen.sideways(by, state.size.0),
        Screen::WhatIf(_) => whatif::turn_value(state, by),
        Screen::Taper(_) => taper::change_dose(state, by),
        _ => {}
    }
}

/// The editions, that of the column under the cursor first.
fn open_editions(state: &mut State) {
    let column = match &state.screen {
        Screen::Case(case) => case.column,
        Screen::Why(why) => why.column,
        _ => 0,
    };
    open(state, Screen::Editions(EditionsScreen { column, scroll: 0 }));
}

fn shift(column: &mut usize, opened: &Opened, row: usize, by: isize) {
    let last = opened.table.rows.get(row).map_or(0, |row| row.cells.len()).saturating_sub(1);
    *column = column.saturating_add_signed(by).min(last);
}

/// Enter: what the cursor is on.
fn enter(state: &mut State) -> Option<Effect> {
    match &state.screen {
        Screen::Queue => {
            case::open_case(state);
            return meeting::arrive(state);
        }
        Screen::WhatIf(_) => whatif::enter(state),
        Screen::Timeline(_) => return timeline::enter(state),
        Screen::Case(case) if case.panel == Panel::Series => return timeline::begin(state),
        Screen::Case(case) if case.panel == Panel::Guidelines => {
            let why = WhyScreen { opened: Arc::clone(&case.opened), row: case.row, column: case.column, scroll: 0 };
            open(state, Screen::Why(why));
        }
        Screen::Case(case) if case.panel.figures().get(case.figure) == Some(&FigureId::Resources) => {
            open(state, Screen::Resources(ResourcesScreen::default()));
        }
        Screen::Case(case) if !case.panel.figures().is_empty() => {
            let (opened, panel, figure) = (Arc::clone(&case.opened), case.panel, case.figure);
            open(state, Screen::Origin(OriginScreen { opened, panel, figure, scroll: 0 }));
        }
        Screen::Archive(archive) => {
            return match archive.found.as_ref()?.get(archive.selected)? {
                Moment::Decided(past) => Some(Effect::Recall(past.id)),
                Moment::Postponed(_) => None,
                Moment::Done(deed) => deed.decision().map(Effect::Recall),
                Moment::Supposed(supposed) => {
                    let screen = HypothesisScreen { recorded: supposed.clone(), scroll: 0 };
                    open(state, Screen::Hypothesis(screen));
                    None
                }
            };
        }
        _ => {}
    }
    None
}
