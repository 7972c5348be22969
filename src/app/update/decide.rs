//! A case decided, read back, locked, amended, or put off.

use std::sync::Arc;

use super::super::form::{Form, area, text_of};
use super::super::screen::{Line, Purpose, ReadBack, Screen};
use super::super::{Effect, Field, Notice, Opened, State};
use super::case::{case_at_hand, open_case};
use super::meeting as meeting_life;
use super::{open, refused, save, taper, whatif};
use crate::domain::{CaseId, Mode};
use crate::knowledge;
use crate::meeting::{self, Amendment, Draft, GuidelineEdition, Locked, Plan, Postponement, sha256};

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
    let lines = meeting::prefill(&opened.table, opened.library.formulary(), &opened.case, (row, column), state.lang);
    let lines = match &state.screen {
        Screen::Taper(screen) => taper::lines(screen, &lines, state.lang),
        _ => lines,
    };
    let draft = Draft { lines, ..Draft::default() };
    let case = opened.case.case.clone();
    if let Some(at) = state.unsaved.iter().position(|form| form.opened.case.case == case) {
        let mut form = state.unsaved.remove(at);
        form.follow(opened);
        let effect = save(&form);
        open(state, Screen::Form(Box::new(form)));
        return Some(effect);
    }
    open(state, Screen::Form(Box::new(Form::new(opened, &draft, None))));
    Some(Effect::FindDraft(case))
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

pub(super) fn read_back(state: &mut State) {
    let today = state.today;
    let Screen::Form(form) = &mut state.screen else { return };
    form.asked = true;
    match form.draft().decide(form.concordance.clone(), today) {
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
            Purpose::Filter | Purpose::Search => None,
        };
    }
    let Screen::ReadBack(read_back) = &state.screen else { return None };
    if read_back.locking {
        return None;
    }
    let locked = as_locked(read_back, state)?;
    let Screen::ReadBack(read_back) = &mut state.screen else { return None };
    read_back.locking = true;
    Some(Effect::Lock(Box::new(locked), read_back.form.revision))
}

/// Everything that is locked with the decision; `None` if the facts could not be written down, which is a fault.
fn as_locked(read_back: &ReadBack, state: &State) -> Option<Locked> {
    let opened = &read_back.form.opened;
    let shown = opened.shown(state.lang);
    let case_yaml = opened.file.text.to_string();
    Some(Locked {
        case_id: opened.case.case.clone(),
        alias: opened.case.patient.alias.clone(),
        meeting: opened.case.meeting,
        question: opened.case.question.clone(),
        class: shown.class,
        upcr: shown.upcr,
        egfr: shown.egfr,
        case_sha256: sha256(&case_yaml),
        case_yaml,
        facts: serde_json::to_value(&opened.facts).ok()?,
        table: serde_json::to_value(&opened.table).ok()?,
        safety: serde_json::to_value(&read_back.form.safety).ok()?,
        editions: opened
            .table
            .columns
            .iter()
            .map(|one| GuidelineEdition { guideline: one.guideline.clone(), edition: one.edition.clone() })
            .collect(),
        language: state.lang.code().to_owned(),
        decision: read_back.decision.clone(),
        missing: knowledge::missing(&opened.table).iter().map(|one| one.datum.code().to_owned()).collect(),
        room: state.session.then(&opened.case.case, opened.case.mode, opened.case.rule.as_deref(), state.now),
        amends: read_back.form.draft().amends,
    })
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
    let decision = &sealed.decision;
    let draft = Draft {
        outcome: Some(decision.outcome),
        lines: Plan::from(decision).printed(state.lang),
        rationale: decision.rationale.clone(),
        departures: decision.departures.iter().map(|one| (one.guideline.clone(), one.reason)).collect(),
        next: decision.next.map(|day| day.to_string()).unwrap_or_default(),
        amends: Some(Amendment { decision: screen.passage.entry.id, reason: String::new() }),
    };
    let case = opened.case.case.clone();
    let mut form = Form::new(Arc::new(opened), &draft, None);
    form.field = Field::AmendReason;
    open(state, Screen::Form(Box::new(form)));
    Some(Effect::FindDraft(case))
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

/// A line that is left without Enter: the filter goes, a reason is kept for when it is asked for again.
pub(super) fn put_aside(state: &mut State, line: Line) {
    match line.purpose {
        Purpose::Filter => state.queue.filter.clear(),
        Purpose::Search | Purpose::Suppose(_) => {}
        Purpose::Remark(case) => state.remark = Some((case, text_of(&line.text))),
        purpose @ (Purpose::Late(..) | Purpose::Turn(..)) => state.why = Some((purpose, text_of(&line.text))),
        Purpose::Postpone(case) => state.aside = Some((case, text_of(&line.text))),
    }
}

fn postpone(state: &State, case_id: CaseId, reason: String) -> Option<Effect> {
    let entry = state.queue.entries.iter().find(|entry| entry.case_id() == Some(&case_id))?;
    let case = entry.file.case()?;
    let postponement = Postponement { case_id, alias: case.patient.alias.clone(), meeting: case.meeting, reason };
    Some(Effect::Postpone(postponement))
}
