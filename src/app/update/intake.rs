//! A new case being typed: kept at every key, shown, written.

use std::path::{Path, PathBuf};

use super::super::intake::{NewDraft, NewField, NewScreen, next_number};
use super::super::screen::Screen;
use super::super::{Command, Effect, IntakeEffect, IntakeNews, Notice, State};
use super::{open, page, refused, rows_of, scroll_by};
use crate::text::fold;

/// Opens the form: the one that was left, else a new one, to which a draft of before may come.
pub(super) fn begin(state: &mut State) -> Option<Effect> {
    if state.read_only {
        return refused(state);
    }
    let kept = state.new_kept.take();
    let is_new = kept.is_none();
    let mut screen = kept.unwrap_or_else(|| {
        let (folder, file) = (state.folder.clone(), state.new_file.take());
        Box::new(NewScreen::new(folder, file, state.today, state.lang))
    });
    screen.lang = state.lang;
    open(state, Screen::New(screen));
    propose(state);
    is_new.then_some(Effect::Intake(IntakeEffect::FindDraft(state.folder.clone())))
}

/// The form, on the screen or under it.
fn form(state: &mut State) -> Option<&mut NewScreen> {
    let under = state.under.iter_mut();
    std::iter::once(&mut state.screen).chain(under).find_map(|screen| match screen {
        Screen::New(screen) => Some(&mut **screen),
        _ => None,
    })
}

/// Proposes the number and the meeting from the files that are known by now, where nobody typed them.
pub(super) fn propose(state: &mut State) {
    let meetings = state.queue.meetings();
    let next = meetings.into_iter().flatten().find(|day| *day >= state.today);
    let named = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let (mut known, mut taken) = (Vec::new(), std::collections::BTreeMap::new());
    for entry in &state.queue.entries {
        let name = named(entry.path());
        let number = entry.case_id().map(ToString::to_string);
        taken.extend(number.as_ref().map(|number| (number.to_lowercase(), name.clone())));
        // A file that cannot be read may still have its number in its name.
        known.push(number.unwrap_or_else(|| name.to_uppercase()));
    }
    known.extend(state.queue.standings.keys().map(ToString::to_string));
    let year = chrono::Datelike::year(&state.today.0);
    let Some(form) = form(state) else { return };
    form.propose(NewField::Case, &next_number(known.iter().map(String::as_str), year));
    if let Some(next) = next {
        form.propose(NewField::Meeting, &next.to_string());
    }
    form.taken = taken;
    form.check();
}

/// What a key does on this screen; a key that is not of this screen is handed back.
pub(super) fn perform(state: &mut State, command: Command) -> Result<Option<Effect>, Command> {
    use Command as C;
    if command == C::NewCase {
        return Ok(begin(state));
    }
    let rows = page(state);
    let Screen::New(screen) = &mut state.screen else { return Err(command) };
    if screen.preview.is_some() {
        return perform_preview(state, command, rows);
    }
    let is_another = match command {
        C::Up | C::PreviousField => moved(screen, -1),
        C::Down | C::NextField => moved(screen, 1),
        C::PageUp => moved(screen, -rows),
        C::PageDown => moved(screen, rows),
        C::Left | C::Right => screen.turn(if command == C::Right { 1 } else { -1 }),
        C::Unknown => {
            if !screen.turn_unknown() {
                state.notice = Some(Notice::CannotBeUnknown);
                return Ok(None);
            }
            true
        }
        C::ClearField => screen.clear(),
        C::Accept if !screen.is_last() => moved(screen, 1),
        C::Accept | C::ReadBack => {
            if !screen.show() {
                state.notice = Some(Notice::CaseLacks);
            }
            false
        }
        C::Back => {
            leave(state);
            false
        }
        other => return Err(other),
    };
    Ok(is_another.then(|| kept(state)).flatten())
}

fn moved(screen: &mut NewScreen, by: isize) -> bool {
    screen.step(by);
    false
}

fn perform_preview(state: &mut State, command: Command, rows: isize) -> Result<Option<Effect>, Command> {
    use Command as C;
    let Screen::New(screen) = &mut state.screen else { return Err(command) };
    let Some(preview) = &mut screen.preview else { return Err(command) };
    match command {
        C::Accept if screen.writing => {}
        C::Accept => {
            screen.writing = true;
            let (path, text) = (preview.path.clone(), preview.text.clone());
            return Ok(Some(Effect::Intake(IntakeEffect::Create(path, text))));
        }
        C::Back => screen.preview = None,
        other => scroll_by(&mut preview.scroll, rows_of(other, rows).ok_or(other)?),
    }
    Ok(None)
}

/// A key or a paste in the field with the cursor.
pub(super) fn type_in(state: &mut State, takes: impl FnOnce(&mut NewScreen) -> bool) -> Option<Effect> {
    let Screen::New(screen) = &mut state.screen else { return None };
    let is_another = screen.preview.is_none() && takes(screen);
    is_another.then(|| kept(state)).flatten()
}

/// Keeps what is typed.
fn kept(state: &mut State) -> Option<Effect> {
    let folder = state.folder.clone();
    form(state).map(|form| {
        form.unkept = false;
        Effect::Intake(IntakeEffect::Keep(folder, form.draft()))
    })
}

/// Whether what is typed is nowhere but here.
pub(super) fn is_unkept(state: &State) -> bool {
    let shown = std::iter::once(&state.screen).chain(&state.under).any(|screen| match screen {
        Screen::New(form) => form.unkept,
        _ => false,
    });
    shown || state.new_kept.as_ref().is_some_and(|form| form.unkept)
}

/// Leaves the form; what was typed stays for the next time.
fn leave(state: &mut State) {
    let left = std::mem::replace(&mut state.screen, state.under.pop().unwrap_or(Screen::Queue));
    if let Screen::New(screen) = left {
        if screen.is_begun() {
            state.notice = Some(Notice::NewCaseKept);
        }
        state.new_kept = Some(screen);
    }
}

/// What the world answered.
pub(super) fn learn(state: &mut State, news: IntakeNews) {
    match news {
        IntakeNews::DraftFound(draft) => draft_found(state, &draft),
        IntakeNews::NotKept(why) => {
            if let Some(form) = form(state) {
                form.unkept = true;
            }
            state.notice = Some(Notice::NewCaseNotKept(why));
        }
        IntakeNews::Created(path) => created(state, path),
        IntakeNews::NotCreated(sentence) => {
            if let Some(form) = form(state) {
                form.writing = false;
            }
            state.notice = Some(Notice::Failed(sentence));
        }
    }
}

/// What was typed before and not written is back, unless something is typed already.
fn draft_found(state: &mut State, draft: &NewDraft) {
    let Some(form) = form(state).filter(|form| !form.is_begun()) else { return };
    form.take(draft);
    state.notice = Some(Notice::NewCaseBack);
    propose(state);
}

/// The file is there: back to the agenda, on it, as soon as it is read.
fn created(state: &mut State, path: PathBuf) {
    let is_it = |screen: &Screen| matches!(screen, Screen::New(_));
    if is_it(&state.screen) {
        state.screen = state.under.pop().unwrap_or(Screen::Queue);
    }
    state.under.retain(|screen| !is_it(screen));
    let name = fold(&path.to_string_lossy());
    if !name.contains(&fold(&state.queue.filter)) {
        state.queue.filter.clear();
    }
    state.notice = Some(Notice::CaseCreated(path.to_string_lossy().into_owned()));
    state.queue.cursor = Some(path);
}
