//! Past decisions beside a case: precedents, one judged anew, two compared.

use std::sync::Arc;

use super::super::past::{CompareScreen, PrecedentsScreen, ReplayScreen, RerunScreen};
use super::super::screen::{ArchiveScreen, Screen};
use super::super::{Command, Effect, Notice, State};
use super::open;
use crate::archive::{self, Precedents, Replay};
use crate::domain::{CaseId, Day};
use crate::meeting::{DecisionId, Moment, Recorded};

/// A key of theirs; the command again where it is none.
pub(super) fn perform(state: &mut State, command: Command) -> Result<Option<Effect>, Command> {
    if state.line.is_some() {
        return Err(command);
    }
    match (command, &state.screen) {
        (Command::Precedents, Screen::Case(case)) => {
            let screen = PrecedentsScreen::of(Arc::clone(&case.opened));
            let asked = screen.ask();
            open(state, Screen::Precedents(Box::new(screen)));
            Ok(Some(asked))
        }
        (Command::Open, Screen::Precedents(screen)) => Ok(screen.at_hand().map(|one| Effect::Recall(one.past.id))),
        (Command::Rerun, Screen::Passage(screen)) => {
            let passage = screen.passage.clone();
            let locked_on = Day(passage.entry.locked_at.date_naive());
            let found = archive::rerun(&passage.locked, locked_on, &state.library);
            open(state, Screen::Rerun(Box::new(RerunScreen { passage, found, scroll: 0 })));
            Ok(None)
        }
        (Command::Replay, Screen::Archive(archive)) => {
            let here = archive.found.as_ref().and_then(|found| found.get(archive.selected));
            let meeting = here.and_then(Moment::meeting);
            if meeting.is_none() {
                state.notice = Some(Notice::OfNoMeeting);
            }
            Ok(meeting.map(Effect::FindReplay))
        }
        (Command::Replay, Screen::Meeting(_)) => Ok(Some(Effect::FindReplay(state.session.meeting))),
        (Command::Open, Screen::Replay(screen)) => Ok(screen.decision().map(Effect::Recall).or_else(|| {
            state.notice = Some(Notice::NothingBehind);
            None
        })),
        (Command::Difference, Screen::Archive(_)) => Ok(mark_or_compare(state)),
        _ => Err(command),
    }
}

/// Marks the decision under the cursor; where another is marked, compares the two.
fn mark_or_compare(state: &mut State) -> Option<Effect> {
    let Screen::Archive(archive) = &mut state.screen else { return None };
    let Some(Moment::Decided(past)) = archive.found.as_ref()?.get(archive.selected) else {
        state.notice = Some(Notice::OnlyDecisionsCompare);
        return None;
    };
    let here: DecisionId = past.id;
    match archive.marked.take() {
        None => {
            archive.marked = Some(here);
            state.notice = Some(Notice::Marked);
            None
        }
        Some(marked) if marked == here => None,
        Some(marked) => Some(Effect::FindPair(marked, here)),
    }
}

/// Two decisions came: the older before the newer.
pub(super) fn pair(state: &mut State, one: Box<Recorded>, other: Box<Recorded>) {
    let (before, after) = if one.entry.seq <= other.entry.seq { (one, other) } else { (other, one) };
    open(state, Screen::Compare(Box::new(CompareScreen { before, after, scroll: 0 })));
}

/// The nearest decisions came.
pub(super) fn precedents(state: &mut State, case: &CaseId, found: Precedents) {
    let screens = std::iter::once(&mut state.screen).chain(state.under.iter_mut());
    let asked = screens.filter_map(|screen| match screen {
        Screen::Precedents(screen) if screen.opened.case.case == *case => Some(screen),
        _ => None,
    });
    if let Some(screen) = asked.last() {
        screen.take(found);
    }
}

/// A past meeting came.
pub(super) fn replay(state: &mut State, day: Day, found: Option<Box<Replay>>) {
    match found {
        Some(replay) => open(state, Screen::Replay(Box::new(ReplayScreen::of(*replay)))),
        None => state.notice = Some(Notice::NoMeetingThen(day)),
    }
}

/// From the timeline of a case to all that is recorded under its pseudonym, and back.
pub(super) fn widen(archive: &mut ArchiveScreen) -> Option<Effect> {
    if archive.of_alias.take().is_some() {
        return archive.of.clone().map(Effect::History);
    }
    let alias = archive.found.iter().flatten().find_map(Moment::alias).cloned()?;
    archive.of_alias = Some(alias.clone());
    Some(Effect::HistoryOf(alias))
}
