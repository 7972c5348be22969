//! From the agenda to a case, from a case to its file and its past.

use std::sync::Arc;

use super::super::form::area;
use super::super::screen::{ArchiveScreen, CaseScreen, DiagnosticsScreen, Line, Panel, Purpose, Screen};
use super::super::{Effect, Notice, Opened, State};
use super::{open, past};
use crate::domain::CaseId;

pub(super) fn open_case(state: &mut State) {
    let Some(entry) = state.queue.current() else { return };
    match Opened::new(&entry.file, state.today, &state.library) {
        Some(opened) => {
            state.queue.cursor = Some(opened.file.path.clone());
            open(state, Screen::Case(CaseScreen::of(Arc::new(opened))));
        }
        None => diagnostics(state),
    }
}

pub(super) fn begin_filter(state: &mut State) {
    let (purpose, text) = match &state.screen {
        Screen::Archive(archive) => (Purpose::Search, archive.query.as_str()),
        Screen::Help(help) => (Purpose::Keys, help.query.as_str()),
        _ => (Purpose::Filter, state.queue.filter.as_str()),
    };
    state.line = Some(Line { purpose, text: area(text) });
}

/// The case on the screen, or under the cursor of the agenda.
pub(super) fn case_at_hand(state: &State) -> Option<CaseId> {
    match &state.screen {
        Screen::Case(case) => Some(case.opened.case.case.clone()),
        Screen::Why(why) => Some(why.opened.case.case.clone()),
        Screen::Origin(origin) => Some(origin.opened.case.case.clone()),
        Screen::Timeline(screen) => Some(screen.opened.case.case.clone()),
        Screen::Scores(screen) => Some(screen.opened.case.case.clone()),
        Screen::Identity(screen) => Some(screen.opened.case.case.clone()),
        Screen::WhatIf(screen) => Some(screen.truth.case.case.clone()),
        Screen::Taper(screen) => Some(screen.opened.case.case.clone()),
        Screen::Hypothesis(screen) => Some(screen.recorded.hypothesis.case_id.clone()),
        Screen::Archive(archive) => {
            archive.found.as_ref()?.get(archive.selected).map(|moment| moment.case_id().clone())
        }
        Screen::Passage(screen) => Some(screen.passage.locked.case_id.clone()),
        Screen::Precedents(screen) => screen.at_hand().map(|one| one.past.case_id.clone()),
        Screen::Replay(screen) => screen.at_hand().and_then(crate::archive::Step::case).cloned(),
        Screen::Rerun(screen) => Some(screen.passage.locked.case_id.clone()),
        Screen::Compare(screen) => Some(screen.after.locked.case_id.clone()),
        _ => state.queue.current()?.case_id().cloned(),
    }
}

pub(super) fn reorder(state: &mut State, down: bool) -> Option<Effect> {
    if !state.queue.reorder(down) {
        state.notice = Some(Notice::CannotReorder);
        return None;
    }
    let meeting = state.queue.current().and_then(|entry| entry.file.case()).and_then(|case| case.meeting);
    Some(Effect::OrderAgenda(state.queue.agenda(meeting)))
}

pub(super) fn edit(state: &State) -> Option<Effect> {
    let (path, selected) = match &state.screen {
        Screen::Case(case) => (case.opened.file.path.clone(), None),
        Screen::Taper(screen) => (screen.opened.file.path.clone(), None),
        Screen::Diagnostics(screen) => (screen.path.clone(), Some(screen.selected)),
        _ => (state.queue.current()?.path().to_owned(), Some(0)),
    };
    let remarks = state.queue.entry(&path).map(|entry| entry.file.reading.remarks.as_slice()).unwrap_or_default();
    let line = selected.and_then(|at| remarks.get(at)).map_or(1, |remark| remark.line);
    Some(Effect::Edit(path, line))
}

pub(super) fn diagnostics(state: &mut State) {
    let path = match &state.screen {
        Screen::Case(case) => Some(case.opened.file.path.clone()),
        _ => state.queue.current().map(|entry| entry.path().to_owned()),
    };
    if let Some(path) = path {
        state.queue.cursor = Some(path.clone());
        open(state, Screen::Diagnostics(DiagnosticsScreen { path, selected: 0 }));
    }
}

pub(super) fn archive(state: &mut State) -> Effect {
    // 0 is the number of a timeline's answer.
    open(state, Screen::Archive(ArchiveScreen { asked: 1, ..ArchiveScreen::default() }));
    Effect::Search(1, String::new())
}

pub(super) fn history(state: &mut State) -> Option<Effect> {
    let case = case_at_hand(state)?;
    if let Screen::Archive(archive) = &mut state.screen
        && archive.of.as_ref() == Some(&case)
    {
        return past::widen(archive);
    }
    open(state, Screen::Archive(ArchiveScreen { of: Some(case.clone()), ..ArchiveScreen::default() }));
    Some(Effect::History(case))
}

pub(super) fn turn_panel(state: &mut State, by: usize) {
    if let Screen::Case(case) = &mut state.screen {
        let at = Panel::ALL.iter().position(|panel| *panel == case.panel).unwrap_or(0);
        case.panel = Panel::ALL.get((at + by) % Panel::ALL.len()).copied().unwrap_or_default();
        case.figure = 0;
        case.scroll = 0;
    }
}

/// Shows the rows on which no guideline speaks for this patient, or folds them away.
pub(super) fn unfold(state: &mut State) {
    if let Screen::Case(case) = &mut state.screen {
        case.is_unfolded = !case.is_unfolded;
        case.step(0);
    }
}

/// Gives the panel with the focus the whole screen, or its place back.
pub(super) fn enlarge(state: &mut State) {
    if let Screen::Case(case) = &mut state.screen {
        case.is_alone = !case.is_alone;
    }
}

/// To the next case of the agenda that can be shown, or the one before; whether there is one.
pub(super) fn other_case(state: &mut State, by: isize) -> bool {
    let Screen::Case(present) = &state.screen else { return false };
    let library = Arc::clone(&state.library);
    state.queue.cursor = Some(present.opened.file.path.clone());
    let present = present.clone();
    let before = state.queue.cursor.clone();
    loop {
        let at = state.queue.selected();
        state.queue.step(by);
        if state.queue.selected() == at {
            state.queue.cursor = before;
            return false;
        }
        let opened = state.queue.current().and_then(|entry| Opened::new(&entry.file, state.today, &library));
        if let Some(opened) = opened {
            let mut screen = CaseScreen { opened: Arc::new(opened), scroll: 0, ..present };
            screen.step(0);
            state.screen = Screen::Case(screen);
            return true;
        }
    }
}
