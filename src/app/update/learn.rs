//! What the world answers, and what it means for the screens.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::super::form::Hand;
use super::super::screen::{ArchiveScreen, Screen};
use super::super::timeline::TimelineScreen;
use super::super::{Action, Effect, Entry, Link, Notice, Opened, Queue, State};
use super::decide::form_of;
use super::{
    after, archive, chase, due, intake, labs, meeting as meeting_life, palette, past, save, scores, stats, themes,
    typing,
};
use crate::domain::{CaseId, Day};
use crate::knowledge::Library;
use crate::meeting::{self, Draft, OnShow, Revision, Shown, Status};

/// What the world answered.
#[expect(clippy::too_many_lines, reason = "one row an answer")]
pub(super) fn learn(state: &mut State, action: Action) -> Option<Effect> {
    match action {
        Action::Read(entries) => return read(state, entries),
        Action::Gone(path) => return gone(state, &path),
        Action::ReadAll => {
            state.queue.complete = true;
            intake::propose(state);
            return Some(Effect::All(vec![
                Effect::Standings,
                Effect::FindMeeting(state.meeting()),
                Effect::FindPeople,
                Effect::FindDue,
            ]));
        }
        Action::Judged(judged) => {
            state.queue.judge(judged);
            chase::follow(state);
        }
        Action::GuidelinesRefused(names) => state.notice = Some(Notice::GuidelinesRefused(names.join(", "))),
        Action::Standings(standings, agendas) => {
            say_locked_meanwhile(state, &standings);
            state.queue.standings = standings;
            state.queue.order(&agendas);
        }
        Action::DraftFound(case, draft, revision, by) => {
            return draft_came(state, &case, &draft, revision, by, true);
        }
        Action::DraftTaken(case, draft, revision, by) => {
            return draft_came(state, &case, &draft, revision, by, false);
        }
        Action::DraftSaved(case, revision) => draft_saved(state, &case, revision),
        Action::Locked(case) => return Some(locked(state, &case)),
        Action::Found(number, found) => {
            if number == 0 {
                timelines(state).for_each(|timeline| timeline.take(&found));
            }
            if let Some(archive) = archives(state).find(|archive| archive.asked == number) {
                archive.take(found);
            }
        }
        Action::Themes(found) => themes::open(state, found),
        Action::Sought(number, found) => palette::sought(state, number, found),
        Action::PageEnds(..)
        | Action::More(..)
        | Action::Counted(..)
        | Action::SavedQueries(_)
        | Action::QuerySaved(..)
        | Action::DueBeyond(_) => archive::learn(state, action),
        Action::Recalled(passage) => return after::recalled(state, passage),
        Action::Pair(one, other) => past::pair(state, one, other),
        Action::Replay(day, found) => past::replay(state, day, found),
        Action::Precedents(case, found) => past::precedents(state, &case, *found),
        Action::AfterRecorded(passage) => return Some(after::recorded(state, passage)),
        Action::Due(open, drafts) => due::learn(state, open, drafts),
        Action::FigureCounted(number, answer) => stats::counted(state, number, *answer),
        Action::CountingEnded(number) => stats::ended(state, number),
        Action::FoundBehind(behind, moments, total) => stats::found(state, &behind, moments, total),
        Action::Earlier(case, past) => drop(state.earlier.insert(case, past)),
        Action::Postponed => {
            state.aside = None;
            state.notice = Some(Notice::Postponed);
            return Some(Effect::Standings);
        }
        Action::Supposed => {
            state.remark = None;
            state.notice = Some(Notice::Supposed);
        }
        Action::Failed(sentence) => {
            if let Screen::ReadBack(read_back) = &mut state.screen {
                read_back.locking = false;
            }
            if let Screen::After(screen) = &mut state.screen {
                screen.recording = false;
            }
            state.notice = Some(Notice::Failed(sentence));
        }
        Action::PaperWritten(sentence) => state.notice = Some(Notice::PaperWritten(sentence)),
        Action::CaseWritten(path) => {
            labs::written(state, &path);
            scores::written(state, &path);
        }
        Action::Intake(news) => intake::learn(state, news),
        Action::CaseChanged(_) => state.notice = Some(Notice::CaseChanged),
        Action::CaseNotWritten(_, sentence) => state.notice = Some(Notice::Failed(sentence)),
        Action::LedgerOpened(read_only) => {
            state.read_only = read_only;
            if state.unrecorded.take().is_some() {
                state.notice = Some(Notice::LedgerOpened);
                return Some(Effect::Standings);
            }
        }
        Action::LedgerRefused(sentence) => {
            state.read_only = true;
            state.unrecorded = Some(sentence.clone());
            return learn(state, Action::Failed(sentence));
        }
        Action::Now(now) => state.now = now,
        // An answer that another act overtook.
        Action::Meeting(session) if session.seq < state.session.seq && session.meeting == state.session.meeting => {}
        Action::Meeting(session) => meeting_life::told(state, *session),
        Action::People(known) => state.known = known,
        Action::LastMeeting(session) => {
            state.last = Some(*session);
            meeting_life::prefill(state);
        }
        Action::Drafts(cases) => meeting_life::drafts_came(state, cases),
        Action::LedgerChanged | Action::DraftsChanged | Action::SaveAgain | Action::Shown(_) => {
            return heard(state, action);
        }
        Action::Do(_)
        | Action::Type(_)
        | Action::Paste(_)
        | Action::Resized(..)
        | Action::Drawn(_)
        | Action::Click(..)
        | Action::Wheel(..)
        | Action::ShownUnreadable
        | Action::Idle => {}
    }
    None
}

/// What other terminals did, and what was refused because of them.
fn heard(state: &mut State, action: Action) -> Option<Effect> {
    match action {
        Action::LedgerChanged => {
            looks_on(state);
            Some(Effect::All(vec![ledger_changed(state), Effect::FindMeeting(state.meeting())]))
        }
        Action::DraftsChanged => {
            looks_on(state);
            draft_asked(state)
        }
        Action::SaveAgain => typing(state).filter(|form| !form.saved).or(state.unsaved.first()).map(save),
        Action::Shown(shown) => {
            lead_taken(state, shown.as_deref());
            None
        }
        _ => None,
    }
}

/// What is typed is on disk.
fn draft_saved(state: &mut State, case: &CaseId, revision: Revision) {
    if matches!(state.notice, Some(Notice::Failed(_) | Notice::Unsaved)) {
        state.notice = None;
    }
    let Some(form) = form_of(state, case) else {
        state.unsaved.retain(|form| form.opened.case.case != *case);
        return;
    };
    form.revision = Some(revision);
    let draft = form.draft();
    form.kept(draft);
}

/// The lists of past decisions, on the screen or under it.
pub(super) fn archives(state: &mut State) -> impl Iterator<Item = &mut ArchiveScreen> {
    std::iter::once(&mut state.screen).chain(state.under.iter_mut()).filter_map(|screen| match screen {
        Screen::Archive(archive) => Some(archive),
        _ => None,
    })
}

/// The timelines, on the screen or under it.
fn timelines(state: &mut State) -> impl Iterator<Item = &mut TimelineScreen> {
    std::iter::once(&mut state.screen).chain(state.under.iter_mut()).filter_map(|screen| match screen {
        Screen::Timeline(timeline) => Some(&mut **timeline),
        _ => None,
    })
}

fn ledger_changed(state: &State) -> Effect {
    match &state.screen {
        Screen::Archive(archive) => match (&archive.of_alias, &archive.of) {
            (Some(alias), _) => Effect::HistoryOf(alias.clone()),
            (None, Some(case)) => Effect::History(case.clone()),
            (None, None) => Effect::Search(archive.asked, archive.query.clone()),
        },
        Screen::Timeline(timeline) => Effect::History(timeline.opened.case.case.clone()),
        Screen::Passage(screen) => Effect::Recall(screen.passage.entry.id),
        Screen::Precedents(screen) => screen.ask(),
        // The agenda says how much is due, and is shown again without asking.
        _ => Effect::All(draft_asked(state).into_iter().chain([Effect::Standings, Effect::FindDue]).collect()),
    }
}

/// The draft of the form that is on the screen, or of the one that is read back.
fn draft_asked(state: &State) -> Option<Effect> {
    typing(state).map(|form| Effect::FindDraft(form.opened.case.case.clone()))
}

/// What another terminal does from now on was not kept from before.
fn looks_on(state: &mut State) {
    if let Screen::Form(form) = &mut state.screen
        && form.hand == Hand::Opens
    {
        form.hand = Hand::LooksOn;
    }
}

/// Somebody else leads the room's screen now.
fn lead_taken(state: &mut State, shown: Option<&(Shown, String)>) {
    let taken = shown.filter(|(shown, _)| shown.leader != state.terminal && shown.what != OnShow::Nothing);
    if let (Link::Leading, Some((_, by))) = (&state.link, taken) {
        state.link = Link::Apart;
        state.notice = Some(Notice::LeadTaken(by.clone()));
    }
}

/// The decision that is being typed was locked by another terminal: whoever types is told.
fn say_locked_meanwhile(state: &mut State, standings: &HashMap<CaseId, Status>) {
    let Some(case) = typing(state).map(|form| &form.opened.case.case) else { return };
    let seq = |standings: &HashMap<CaseId, Status>| match standings.get(case) {
        Some(Status::Decided(past)) => Some((past.seq, past.actor.clone())),
        _ => None,
    };
    let (before, now) = (seq(&state.queue.standings), seq(standings));
    if let Some((_, by)) = now.clone().filter(|_| now != before) {
        state.notice = Some(Notice::LockedMeanwhile(by));
    }
}

/// Files read, or read again: a case that is open follows its file.
fn read(state: &mut State, entries: Vec<Entry>) -> Option<Effect> {
    let differs =
        |entry: &Entry| state.queue.entry(entry.path()).is_some_and(|known| known.file.text != entry.file.text);
    let known = state.queue.complete;
    let again = known && entries.iter().any(differs);
    state.queue.take(entries);
    let asks = follow_files(state);
    let (library, today, queue) = (Arc::clone(&state.library), state.today, &state.queue);
    for left in state.plans.values_mut() {
        let fresh = queue.entry(&left.opened.file.path).filter(|entry| entry.file.text != left.opened.file.text);
        if let Some(opened) = fresh.and_then(|entry| Opened::new(&entry.file, today, &library)) {
            left.follow(Arc::new(opened));
        }
    }
    due::reckon(state);
    if known {
        intake::propose(state);
    }
    let is_back = state.queue.entries.iter().any(|entry| is_shown(state, entry));
    if state.notice == Some(Notice::FileGone) && is_back {
        state.notice = Some(Notice::Reread);
    }
    let is_told = matches!(state.notice, Some(Notice::CaseWritten | Notice::CaseChanged | Notice::CaseCreated(_)));
    if again && !is_told {
        let is_broken = state.queue.entries.iter().any(|entry| is_shown(state, entry) && entry.file.case().is_none());
        state.notice = Some(if is_broken { Notice::FileHasErrors } else { Notice::Reread });
    }
    match (known.then_some(Effect::Standings), asks) {
        (Some(standings), Some(asks)) => Some(Effect::All(vec![standings, asks])),
        (standings, asks) => standings.or(asks),
    }
}

/// Whether the file of this entry is the one of the case on the screen.
fn is_shown(state: &State, entry: &Entry) -> bool {
    opened_of(&state.screen).is_some_and(|opened| opened.file.path == entry.path())
}

/// A file is gone, or has another name now: a case that is open follows it there, or says so.
fn gone(state: &mut State, path: &Path) -> Option<Effect> {
    state.queue.lose(path);
    let asks = follow_files(state);
    due::reckon(state);
    let is_lost = opened_of(&state.screen).is_some_and(|opened| opened.file.path == path);
    if is_lost {
        state.notice = Some(Notice::FileGone);
    }
    asks
}

/// What is open follows the files; what is to be asked anew of the ledger.
fn follow_files(state: &mut State) -> Option<Effect> {
    let (library, today, queue) = (Arc::clone(&state.library), state.today, &state.queue);
    for screen in std::iter::once(&mut state.screen).chain(state.under.iter_mut()) {
        follow_file(screen, queue, today, &library);
    }
    chase::follow(state);
    match &mut state.screen {
        Screen::Precedents(screen) => std::mem::take(&mut screen.is_stale).then(|| screen.ask()),
        _ => None,
    }
}

/// The case that a screen shows, as its file says.
fn opened_of(screen: &Screen) -> Option<&Arc<Opened>> {
    Some(match screen {
        Screen::Case(case) => &case.opened,
        Screen::Why(why) => &why.opened,
        Screen::Origin(origin) => &origin.opened,
        Screen::Form(form) => &form.opened,
        Screen::Timeline(timeline) => &timeline.opened,
        Screen::WhatIf(screen) => &screen.truth,
        Screen::Taper(screen) => &screen.opened,
        Screen::Scores(screen) => &screen.opened,
        Screen::Labs(screen) => &screen.opened,
        Screen::Precedents(screen) => &screen.opened,
        Screen::Identity(screen) => &screen.opened,
        _ => return None,
    })
}

fn follow_file(screen: &mut Screen, queue: &Queue, today: Day, library: &Arc<Library>) {
    let Some(opened) = opened_of(screen) else { return };
    // Under another name it is the file of the same case.
    let renamed = || queue.entries.iter().find(|entry| entry.case_id() == Some(&opened.case.case));
    let Some(entry) = queue.entry(&opened.file.path).or_else(renamed) else { return };
    if entry.file.text == opened.file.text && entry.path() == opened.file.path {
        return;
    }
    let Some(fresh) = Opened::new(&entry.file, today, library).map(Arc::new) else { return };
    match screen {
        Screen::Case(case) => case.opened = fresh,
        Screen::Why(why) if why.opened.is_supposed() => {
            why.opened = Arc::new(fresh.supposing(why.opened.facts.supposed()));
        }
        Screen::Why(why) => why.opened = fresh,
        Screen::Origin(origin) => origin.opened = fresh,
        Screen::Timeline(timeline) => timeline.follow(fresh),
        Screen::WhatIf(screen) => screen.follow(fresh),
        Screen::Taper(screen) => screen.follow(fresh),
        Screen::Scores(screen) => screen.follow(fresh),
        Screen::Labs(screen) => screen.follow(fresh),
        Screen::Precedents(screen) => screen.follow(fresh),
        Screen::Identity(screen) => screen.opened = fresh,
        Screen::Form(form) => form.follow(fresh),
        _ => {}
    }
}

/// A draft from the disk takes the place of what the form was made from; what was typed since is kept with it. Whoever
/// types is told what is another now, and by whom.
fn draft_came(
    state: &mut State,
    case: &CaseId,
    draft: &Draft,
    revision: Revision,
    by: String,
    was_asked: bool,
) -> Option<Effect> {
    let form = form_of(state, case)?;
    if form.revision == Some(revision) {
        return (!form.saved).then(|| save(form));
    }
    if let Screen::ReadBack(read_back) = &state.screen {
        let form = read_back.form.clone();
        state.screen = Screen::Form(Box::new(form));
    }
    let form = form_of(state, case)?;
    let mine = form.draft();
    let kept = if form.saved && was_asked {
        Draft { amends: draft.amends.clone().or(mine.amends.clone()), ..draft.clone() }
    } else {
        meeting::merged(&form.base, &mine, draft)
    };
    let was_known = form.revision.is_some();
    let is_from_before = was_asked && !was_known && form.hand != Hand::LooksOn;
    form.take(&kept, draft, revision);
    let effect = (!form.saved).then(|| save(form));
    state.notice = Some(match kept.parts_changed(&mine) {
        _ if is_from_before => Notice::DraftFound,
        parts => Notice::DraftTaken(by, parts),
    });
    effect
}

/// A decision is locked: its form is left, and the room has done with the case.
fn locked(state: &mut State, case: &CaseId) -> Effect {
    leave_form(state, case);
    let ended = meeting_life::decided(state, case);
    let changed = ledger_changed(state);
    match ended {
        Some(ended) => Effect::All(vec![changed, ended]),
        None => changed,
    }
}

fn leave_form(state: &mut State, case: &CaseId) {
    if form_of(state, case).is_none() {
        return;
    }
    state.screen = state.under.pop().unwrap_or(Screen::Queue);
    let amended = match &state.screen {
        Screen::Passage(screen) => Some(screen.passage.entry.signed),
        _ => None,
    };
    if amended.is_some() {
        state.screen = state.under.pop().unwrap_or(Screen::Queue);
    }
    state.earlier.remove(case);
    state.notice = Some(if amended == Some(true) { Notice::ToSignAgain } else { Notice::Locked });
}
