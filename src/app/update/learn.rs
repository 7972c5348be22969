//! What the world answers, and what it means for the screens.

use std::sync::Arc;

use super::super::form::Form;
use super::super::screen::{ArchiveScreen, PassageScreen, Screen};
use super::super::{Action, Effect, Entry, Notice, Opened, Queue, State};
use super::decide::form_of;
use super::open;
use crate::domain::{CaseId, Day};
use crate::knowledge::Library;
use crate::meeting::{self, Draft, Revision};

/// What the world answered.
pub(super) fn learn(state: &mut State, action: Action) -> Option<Effect> {
    match action {
        Action::Read(entries) => return read(state, entries),
        Action::Gone(path) => state.queue.entries.retain(|entry| entry.path() != path),
        Action::ReadAll => {
            state.queue.complete = true;
            return Some(Effect::Standings);
        }
        Action::Guidelines(library) => state.library = Some(library),
        Action::Standings(standings) => state.queue.standings = standings,
        Action::DraftFound(case, draft, revision) => draft_came(state, &case, &draft, revision, Notice::DraftFound),
        Action::DraftTaken(case, draft, revision) => draft_came(state, &case, &draft, revision, Notice::DraftTaken),
        Action::DraftSaved(case, revision) => {
            if let Some(form) = form_of(state, &case) {
                form.revision = Some(revision);
                form.saved = true;
            }
        }
        Action::Locked(case) => {
            locked(state, &case);
            return Some(Effect::Standings);
        }
        Action::Found(number, found) => {
            if let Some(archive) = archives(state).find(|archive| archive.asked == number) {
                archive.selected = archive.selected.min(found.len().saturating_sub(1));
                archive.found = Some(found);
            }
        }
        Action::Recalled(passage) => open(state, Screen::Passage(PassageScreen { passage, scroll: 0 })),
        Action::Postponed => {
            state.notice = Some(Notice::Postponed);
            return Some(Effect::Standings);
        }
        Action::Failed(sentence) => {
            if let Screen::ReadBack(read_back) = &mut state.screen {
                read_back.locking = false;
            }
            state.notice = Some(Notice::Failed(sentence));
        }
        Action::LedgerChanged => return Some(ledger_changed(state)),
        Action::Do(_) | Action::Type(_) | Action::Paste(_) | Action::Resized(..) => {}
    }
    None
}

/// The lists of past decisions, on the screen or under it.
fn archives(state: &mut State) -> impl Iterator<Item = &mut ArchiveScreen> {
    std::iter::once(&mut state.screen).chain(state.under.iter_mut()).filter_map(|screen| match screen {
        Screen::Archive(archive) => Some(archive),
        _ => None,
    })
}

fn ledger_changed(state: &State) -> Effect {
    match &state.screen {
        Screen::Archive(archive) if archive.of.is_none() => Effect::Search(archive.asked, archive.query.clone()),
        _ => Effect::Standings,
    }
}

/// Files read, or read again: a case that is open follows its file.
fn read(state: &mut State, entries: Vec<Entry>) -> Option<Effect> {
    let again = entries.iter().any(|entry| state.queue.entry(entry.path()).is_some());
    let known = state.queue.complete;
    state.queue.take(entries);
    if let Some(library) = state.library.clone() {
        let today = state.today;
        let queue = &state.queue;
        for screen in std::iter::once(&mut state.screen).chain(state.under.iter_mut()) {
            follow_file(screen, queue, today, &library);
        }
    }
    if again && known {
        state.notice = Some(Notice::Reread);
    }
    known.then_some(Effect::Standings)
}

fn follow_file(screen: &mut Screen, queue: &Queue, today: Day, library: &Arc<Library>) {
    let opened = match screen {
        Screen::Case(case) => &mut case.opened,
        Screen::Why(why) => &mut why.opened,
        Screen::Form(form) => &mut form.opened,
        _ => return,
    };
    let Some(entry) = queue.entry(&opened.file.path) else { return };
    if entry.file.text == opened.file.text {
        return;
    }
    if let Some(fresh) = Opened::new(&entry.file, today, library) {
        *opened = Arc::new(fresh);
    }
}

/// A draft from the disk takes the place of what the form was prefilled with.
fn draft_came(state: &mut State, case: &CaseId, draft: &Draft, revision: Revision, notice: Notice) {
    let Screen::Form(form) = &mut state.screen else { return };
    if form.opened.case.case != *case {
        return;
    }
    let mine = form.draft();
    let field = form.field.clone();
    let mut kept = draft.clone();
    if notice == Notice::DraftTaken {
        kept = meeting::merged(&mine, draft);
    } else if draft.amends.is_none() && mine.amends.is_some() {
        kept.amends = mine.amends;
    }
    let unsaved = kept != *draft;
    **form = Form { field, saved: !unsaved, ..Form::new(Arc::clone(&form.opened), &kept, Some(revision)) };
    state.notice = Some(notice);
}

fn locked(state: &mut State, case: &CaseId) {
    if form_of(state, case).is_none() {
        return;
    }
    state.screen = state.under.pop().unwrap_or(Screen::Queue);
    if matches!(state.screen, Screen::Passage(_)) {
        state.screen = state.under.pop().unwrap_or(Screen::Queue);
    }
    state.notice = Some(Notice::Locked);
}
