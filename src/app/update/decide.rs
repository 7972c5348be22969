//! A case decided, read back, locked, amended, or put off.

use std::sync::Arc;

use super::super::form::{Form, area, text_of};
use super::super::screen::{Line, Purpose, ReadBack, Screen};
use super::super::{Effect, Field, Notice, Opened, State, locked};
use super::case::{case_at_hand, open_case};
use super::meeting as meeting_life;
use super::{after, archive, help, open, refused, save, talk, taper, whatif};
use crate::domain::{CaseId, Decision, Mode};
use crate::meeting::{self, Amendment, Deliberation, Draft, Plan, Postponement, Status};
use crate::text::Lang;

/// Opens the decision's form, prefilled from the cell under the cursor; a draft kept from before comes in after.
pub(super) fn decide(state: &mut State) -> Option<Effect> {
    if state.read_only {
        return refused(state);
    }
    if matches!(state.screen, Screen::Queue) {
        open_case(state);
    }
    // A decision is never about what was supposed.
    whatif::leave(state);
    let (opened, row, column) = match &state.screen {
        Screen::Case(case) => (Arc::clone(&case.opened), case.row, case.column),
        Screen::Why(why) => (Arc::clone(&why.opened), why.row, why.column),
        Screen::Origin(origin) => (Arc::clone(&origin.opened), 0, 0),
        Screen::Taper(screen) => (Arc::clone(&screen.opened), 0, screen.column()),
        _ => return None,
    };
    let case = opened.case.case.clone();
    if let Some(at) = state.unsaved.iter().position(|form| form.opened.case.case == case) {
        let mut form = state.unsaved.remove(at);
        form.follow(opened);
        let effect = save(&form);
        open(state, Screen::Form(Box::new(form)));
        return Some(effect);
    }
    if let Some(decided) = decided_already(state, &opened) {
        state.notice = Some(Notice::AlreadyDecided);
        return Some(Effect::Recall(decided));
    }
    let proposal =
        meeting::proposal(&opened.table, opened.library.formulary(), &opened.case, (row, column), state.lang);
    let lines = proposal.as_ref().map(|one| one.lines.clone()).unwrap_or_default();
    let lines = match &state.screen {
        Screen::Taper(screen) => taper::lines(screen, &lines, state.lang),
        _ => lines,
    };
    let proposal = proposal.filter(|one| one.lines == lines);
    let requester = opened.case.requester.as_ref().map(|one| one.name.as_str());
    let awaited = meeting::awaited(&opened.table, requester, state.lang);
    let deliberation = Deliberation { teller: requester.unwrap_or_default().to_owned(), ..Deliberation::default() };
    let draft = Draft { lines, deliberation, ..Draft::default() };
    open(state, Screen::Form(Box::new(Form::new(opened, &draft, None).proposing(awaited, proposal))));
    Some(Effect::FindDraft(case))
}

/// The decision in force on this case at this meeting: a second one would be refused, an amendment begins with it.
fn decided_already(state: &State, opened: &Opened) -> Option<meeting::DecisionId> {
    match state.queue.standing_of(&opened.case)? {
        Status::Decided(past) => Some(past.id),
        Status::Postponed(_) => None,
    }
}

/// Shows the decision before in place of what is beside the form, or that again.
pub(super) fn turn_previous(state: &mut State) {
    let Screen::Form(form) = &mut state.screen else { return };
    let has = matches!(state.earlier.get(&form.opened.case.case), Some(Some(_)));
    if has {
        form.shows_previous = !form.shows_previous;
    } else {
        state.notice = Some(Notice::NoPrevious);
    }
}

/// A form that is left while its draft is not on disk is kept, and it is said.
pub(super) fn keep_unsaved(state: &mut State, form: Form) {
    if form.saved {
        return;
    }
    state.unsaved.retain(|other| other.opened.case.case != form.opened.case.case);
    state.unsaved.push(form);
    state.notice = Some(Notice::Unsaved);
}

/// The form of this case, where it is on the screen or was read back from.
pub(super) fn form_of<'a>(state: &'a mut State, case: &CaseId) -> Option<&'a mut Form> {
    let form = match &mut state.screen {
        Screen::Form(form) => &mut **form,
        Screen::ReadBack(read_back) => &mut read_back.form,
        _ => return None,
    };
    (form.opened.case.case == *case).then_some(form)
}

pub(super) fn turn_field(state: &mut State, forward: bool) {
    if let Screen::Form(form) = &mut state.screen {
        form.turn(forward);
    }
}

/// Empties the field of the cursor; what was in it comes back with the editor's undo.
pub(super) fn clear_field(state: &mut State) -> Option<Effect> {
    let Screen::Form(form) = &mut state.screen else { return None };
    form.clear().then(|| save(form))
}

pub(super) fn read_back(state: &mut State) {
    let today = state.today;
    let Screen::Form(form) = &mut state.screen else { return };
    form.asked = true;
    match form.decide(today) {
        Ok(decision) => {
            let form = (**form).clone();
            state.screen = Screen::ReadBack(Box::new(ReadBack { decision, form, scroll: 0, locking: false }));
        }
        Err(lacks) => {
            if let Some(first) = lacks.first() {
                form.go_to(first);
            }
            state.notice = Some(Notice::Incomplete);
        }
    }
}

/// Enter over a line being typed, or over the read-back.
pub(super) fn accept(state: &mut State) -> Option<Effect> {
    if let Some(line) = state.line.take() {
        let text = text_of(&line.text).trim().to_owned();
        return match line.purpose {
            Purpose::Postpone(case) if text.is_empty() => {
                state.line = Some(Line { purpose: Purpose::Postpone(case), text: line.text });
                None
            }
            Purpose::Postpone(case) => {
                state.aside = Some((case.clone(), text.clone()));
                postpone(state, case, text)
            }
            Purpose::Suppose(fact) => {
                whatif::accept_value(state, line, fact);
                None
            }
            Purpose::Remark(case) if text.is_empty() => {
                state.line = Some(Line { purpose: Purpose::Remark(case), text: line.text });
                None
            }
            Purpose::Remark(_) => whatif::record(state, text),
            purpose @ (Purpose::Late(..) | Purpose::Turn(_, Mode::Record)) if text.is_empty() => {
                state.line = Some(Line { purpose, text: line.text });
                None
            }
            Purpose::Late(case, then) => meeting_life::accept_late(state, case, text, then),
            Purpose::Turn(case, mode) => meeting_life::accept_turn(state, case, mode, text),
            Purpose::Dissent(seat) => talk::dissent(state, &seat, &text),
            Purpose::Drop(id, action) if text.is_empty() => {
                state.line = Some(Line { purpose: Purpose::Drop(id, action), text: line.text });
                None
            }
            Purpose::Drop(id, action) => Some(after::dropped(state, id, action, text)),
            Purpose::Sign(id) if text.is_empty() => {
                state.line = Some(Line { purpose: Purpose::Sign(id), text: line.text });
                None
            }
            Purpose::Sign(id) => Some(after::sign(state, id, text)),
            Purpose::Close(id) => Some(after::close(id, text)),
            Purpose::SaveQuery => archive::save(state, &text),
            Purpose::Filter | Purpose::Search | Purpose::Keys => None,
        };
    }
    let Screen::ReadBack(read_back) = &state.screen else { return None };
    if read_back.locking {
        return None;
    }
    let (form, case) = (&read_back.form, &read_back.form.opened.case.case);
    let locked = locked(form, &read_back.decision, &state.session, state.now, earlier(state, case), state.lang)?;
    let Screen::ReadBack(read_back) = &mut state.screen else { return None };
    read_back.locking = true;
    Some(Effect::Lock(Box::new(locked), read_back.form.revision))
}

/// The decision of an earlier meeting that a decision on this case follows.
fn earlier(state: &State, case: &CaseId) -> Option<meeting::DecisionId> {
    state.earlier.get(case)?.as_ref().map(|past| past.entry.id)
}

/// Opens the form on a locked decision, to make a new version of it.
pub(super) fn amend(state: &mut State) -> Option<Effect> {
    if state.read_only {
        return refused(state);
    }
    let Screen::Passage(screen) = &state.screen else { return None };
    if !screen.passage.entry.is_current {
        state.notice = Some(Notice::NotCurrent);
        return None;
    }
    let sealed = &screen.passage.locked;
    let day = sealed.meeting.map_or(state.today, |meeting| meeting.max(state.today));
    let opened = Opened::as_locked(&sealed.case_yaml, &sealed.table, day, &state.library);
    let Some(opened) = opened else {
        state.notice = Some(Notice::CannotReadLocked);
        return None;
    };
    let draft = amending(screen.passage.entry.id, &sealed.decision, state.lang);
    let case = opened.case.case.clone();
    let mut form = Form::new(Arc::new(opened), &draft, None);
    form.field = Field::AmendReason;
    open(state, Screen::Form(Box::new(form)));
    Some(Effect::FindDraft(case))
}

/// The draft that a new version of a decision begins with.
pub fn amending(id: meeting::DecisionId, decision: &Decision, lang: Lang) -> Draft {
    Draft {
        outcome: Some(decision.outcome),
        lines: Plan::from(decision).printed(lang),
        rationale: decision.rationale.clone(),
        departures: decision.departures.iter().map(|one| (one.guideline.clone(), one.reason)).collect(),
        next: decision.next.map(|day| day.to_string()).unwrap_or_default(),
        amends: Some(Amendment { decision: id, reason: String::new() }),
        deliberation: Deliberation::of(decision),
    }
}

pub(super) fn begin_postpone(state: &mut State) -> Option<Effect> {
    if state.read_only {
        return refused(state);
    }
    if let Some(case) = case_at_hand(state) {
        let kept = state.aside.as_ref().filter(|(of, _)| *of == case).map_or("", |(_, reason)| reason.as_str());
        state.line = Some(Line { text: area(kept), purpose: Purpose::Postpone(case) });
    }
    None
}

/// A line to type, with what was typed in it when it was last left, else with this.
pub(super) fn begin_line(state: &mut State, purpose: Purpose, text: &str) {
    let left = state.left_lines.iter().position(|(other, typed)| *other == purpose && !typed.trim().is_empty());
    let kept = left.map(|at| state.left_lines.remove(at).1);
    state.line = Some(Line { purpose, text: area(kept.as_deref().unwrap_or(text)) });
}

/// A line that is left without Enter: the filter goes, a reason is kept for when it is asked for again.
pub(super) fn put_aside(state: &mut State, line: Line) -> Option<Effect> {
    match line.purpose {
        Purpose::Filter => state.queue.filter.clear(),
        Purpose::Dissent(seat) => return talk::put_aside(state, &seat, text_of(&line.text).trim()),
        Purpose::Keys => help::look_for(state, String::new()),
        Purpose::Search => {}
        purpose @ (Purpose::SaveQuery
        | Purpose::Suppose(_)
        | Purpose::Sign(_)
        | Purpose::Close(_)
        | Purpose::Drop(..)) => {
            state.left_lines.retain(|(other, _)| *other != purpose);
            state.left_lines.push((purpose, text_of(&line.text)));
        }
        Purpose::Remark(case) => state.remark = Some((case, text_of(&line.text))),
        purpose @ (Purpose::Late(..) | Purpose::Turn(..)) => state.why = Some((purpose, text_of(&line.text))),
        Purpose::Postpone(case) => state.aside = Some((case, text_of(&line.text))),
    }
    None
}

fn postpone(state: &State, case_id: CaseId, reason: String) -> Option<Effect> {
    let entry = state.queue.entries.iter().find(|entry| entry.case_id() == Some(&case_id))?;
    let case = entry.file.case()?;
    let postponement = Postponement { case_id, alias: case.patient.alias.clone(), meeting: case.meeting, reason };
    Some(Effect::Postpone(postponement))
}
