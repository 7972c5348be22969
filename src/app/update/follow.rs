//! The room's screen: it goes where the leading terminal goes. Nothing is typed here and nothing is written.

use std::sync::Arc;

use super::super::action::{Action, Command, Effect};
use super::super::form::Form;
use super::super::link::{Following, Link, Waiting};
use super::super::meeting::{MeetingScreen, Step};
use super::super::screen::{
    CaseScreen, EditionsScreen, OriginScreen, Panel, PassageScreen, ReadBack, ResourcesScreen, Screen, WhyScreen,
};
use super::super::timeline::TimelineScreen;
use super::super::{Notice, Opened, State, TaperScreen, WhatIfScreen};
use super::{learn, page, rows_of, scroll_of};
use crate::domain::CaseId;
use crate::knowledge::{RESOURCES, Suppositions};
use crate::meeting::{Draft, JustDone, OnShow, Revision, Shown};

/// Lines that a notch of the wheel moves.
const NOTCH: isize = 3;

/// A key of this terminal or an answer of the world.
pub(super) fn update(state: &mut State, action: Action) -> Option<Effect> {
    match action {
        Action::Do(command) => return perform(state, command),
        // Who came to other meetings is no affair of this room.
        Action::Type(_) | Action::Paste(_) | Action::People(_) | Action::Click(..) => {}
        Action::Wheel(down, ..) => scroll(state, if down { NOTCH } else { -NOTCH }),
        Action::Shown(shown) => return shown_came(state, shown),
        Action::ShownUnreadable => state.screen = Screen::Waiting(Waiting::Unreadable),
        Action::DraftFound(case, draft, revision, _) => return draft_came(state, case, draft, revision),
        Action::Recalled(passage) => {
            let is_asked = matches!(what(state), Some(OnShow::Past { decision, .. }) if *decision == passage.entry.id);
            if is_asked {
                let scroll = led_to(state);
                state.screen = Screen::Passage(PassageScreen { passage, scroll, shows_difference: false });
            }
        }
        Action::LedgerRefused(sentence) => state.screen = Screen::Waiting(Waiting::Ledger(sentence)),
        Action::LedgerOpened(_) => {
            state.screen = Screen::Waiting(Waiting::Nobody);
            return Some(look_again());
        }
        Action::LedgerChanged => {
            let draft = draft_asked(state);
            let found = [Effect::Standings, Effect::FindMeeting(state.meeting())];
            return Some(Effect::All(found.into_iter().chain(draft).collect()));
        }
        Action::DraftsChanged => return draft_asked(state),
        Action::ReadAll => {
            let learned = learn::learn(state, Action::ReadAll);
            return Some(Effect::All(learned.into_iter().chain([Effect::FindShown]).collect()));
        }
        Action::Read(_) | Action::Gone(_) => {
            let learned = learn::learn(state, action);
            state.notice = None;
            let followed = follow(state);
            return Some(Effect::All(learned.into_iter().chain(followed).collect()));
        }
        other => return learn::learn(state, other),
    }
    None
}

/// Everything that a ledger that was just opened is asked.
fn look_again() -> Effect {
    Effect::All(vec![Effect::Standings, Effect::FindShown])
}

/// A key: it scrolls what is longer than the screen, changes the language or the look, or leaves.
fn perform(state: &mut State, command: Command) -> Option<Effect> {
    let page = page(state);
    match command {
        Command::Language => state.lang = state.lang.other(),
        Command::Large => state.large = !state.large,
        Command::Theme => return Some(Effect::NextTheme),
        Command::Quit => return Some(Effect::Quit),
        other => scroll(state, rows_of(other, page)?),
    }
    None
}

fn scroll(state: &mut State, by: isize) {
    if let Some(scroll) = scroll_of(&mut state.screen) {
        *scroll = scroll.saturating_add_signed(by).min(usize::from(u16::MAX));
    }
}

fn following(state: &mut State) -> Option<&mut Following> {
    if let Link::Following(following) = &mut state.link { Some(following) } else { None }
}

fn what(state: &State) -> Option<&OnShow> {
    match &state.link {
        Link::Following(following) => following.shown.as_ref().map(|(shown, _)| &shown.what),
        _ => None,
    }
}

fn shown_came(state: &mut State, shown: Option<Box<(Shown, String)>>) -> Option<Effect> {
    let said = shown.as_ref().and_then(|shown| shown.0.said);
    let large = |shown: Option<&(Shown, String)>| shown.is_some_and(|(shown, _)| shown.large);
    let now = large(shown.as_deref());
    let before = std::mem::replace(&mut following(state)?.shown, shown.map(|shown| *shown));
    // The leading terminal turns it here too; what was chosen here stays until then.
    if large(before.as_ref()) != now {
        state.large = now;
    }
    state.notice = said.map(|said| match said {
        JustDone::Locked => Notice::Locked,
        JustDone::Postponed => Notice::Postponed,
    });
    follow(state)
}

fn draft_came(state: &mut State, case: CaseId, draft: Draft, revision: Revision) -> Option<Effect> {
    following(state)?.draft = Some((case, draft, revision));
    follow(state)
}

/// The draft of the case that is being decided, where one is.
fn draft_asked(state: &State) -> Option<Effect> {
    match what(state)? {
        OnShow::Form { case, .. } | OnShow::ReadBack { case, .. } => Some(Effect::FindDraft(case.clone())),
        _ => None,
    }
}

/// Shows what the leading terminal shows.
fn follow(state: &mut State) -> Option<Effect> {
    // Before all files are read a case is not missing, it is not there yet.
    if !state.queue.complete {
        return None;
    }
    let today = state.today;
    let (shown, by) = match following(state)?.shown.clone() {
        Some((shown, by)) if shown.what != OnShow::Nothing => (shown, by),
        // Why the ledger cannot be read is more to the point than that nobody leads.
        _ if matches!(state.screen, Screen::Waiting(Waiting::Ledger(_))) => return None,
        _ => return wait(state, Waiting::Nobody),
    };
    if shown.day != today {
        return wait(state, Waiting::Day(by, shown.day));
    }
    let was = following(state)?.place.replace(shown.what.clone());
    let scroll = scroll_of(&mut state.screen).map_or(0, |scroll| *scroll);
    let stays = was.as_ref() == Some(&shown.what);
    let effect = go_to(state, shown.what);
    if let Some(now) = scroll_of(&mut state.screen).filter(|_| stays) {
        *now = scroll;
    }
    effect
}

fn wait(state: &mut State, why: Waiting) -> Option<Effect> {
    state.screen = Screen::Waiting(why);
    None
}

fn go_to(state: &mut State, what: OnShow) -> Option<Effect> {
    match what {
        OnShow::Nothing => state.screen = Screen::Waiting(Waiting::Nobody),
        OnShow::Agenda { case } => {
            let path = case.and_then(|case| state.queue.entries.iter().find(|entry| entry.case_id() == Some(&case)));
            state.queue.cursor = path.map(|entry| entry.path().to_owned());
            state.screen = Screen::Queue;
        }
        OnShow::Meeting { selected } => {
            state.screen = Screen::Meeting(Box::new(MeetingScreen { step: Step::Room, selected }));
        }
        OnShow::Past { decision, scroll } => match &mut state.screen {
            Screen::Passage(screen) if screen.passage.entry.id == decision => screen.scroll = scroll,
            _ => return Some(Effect::Recall(decision)),
        },
        OnShow::Editions { column } => {
            let last = state.library.guidelines().len().saturating_sub(1);
            state.screen = Screen::Editions(EditionsScreen { column: column.min(last), scroll: 0 });
        }
        OnShow::Resources { selected } => {
            let selected = selected.min(RESOURCES.len().saturating_sub(1));
            state.screen = Screen::Resources(ResourcesScreen { selected });
        }
        OnShow::Case { ref case, .. }
        | OnShow::Why { ref case, .. }
        | OnShow::Origin { ref case, .. }
        | OnShow::WhatIf { ref case, .. }
        | OnShow::Taper { ref case, .. }
        | OnShow::Timeline { ref case, .. }
        | OnShow::Form { ref case, .. }
        | OnShow::ReadBack { ref case, .. } => {
            let Some(opened) = opened(state, case) else {
                let case = case.clone();
                return wait(state, Waiting::Case(case));
            };
            return show_case(state, opened, what);
        }
    }
    None
}

/// The case with everything computed from it, computed anew only where its file is another.
fn opened(state: &mut State, case: &CaseId) -> Option<Arc<Opened>> {
    let entry = state.queue.entries.iter().find(|entry| entry.case_id() == Some(case))?;
    let Link::Following(following) = &mut state.link else { return None };
    let kept = following.opened.as_ref().filter(|kept| kept.case.case == *case && kept.file.text == entry.file.text);
    if let Some(kept) = kept {
        return Some(Arc::clone(kept));
    }
    let opened = Arc::new(Opened::new(&entry.file, state.today, &state.library)?);
    following.opened = Some(Arc::clone(&opened));
    Some(opened)
}

fn panel(at: usize) -> Panel {
    Panel::ALL.get(at).copied().unwrap_or_default()
}

fn show_case(state: &mut State, opened: Arc<Opened>, what: OnShow) -> Option<Effect> {
    let id = opened.case.case.clone();
    match what {
        OnShow::Case { row, column, panel: at, figure, unfolded, alone, .. } => {
            let screen = CaseScreen { row, column, figure, ..CaseScreen::of(opened) };
            state.screen =
                Screen::Case(CaseScreen { panel: panel(at), is_unfolded: unfolded, is_alone: alone, ..screen });
        }
        OnShow::Why { row, column, supposed, .. } => {
            let opened = supposing(state, opened, &supposed);
            state.screen = Screen::Why(WhyScreen { opened, row, column, scroll: 0 });
        }
        OnShow::Origin { panel: at, figure, .. } => {
            state.screen = Screen::Origin(OriginScreen { opened, panel: panel(at), figure, scroll: 0 });
        }
        OnShow::WhatIf { supposed, fact, cell, in_cells, .. } => {
            let mut screen = match std::mem::replace(&mut state.screen, Screen::Queue) {
                Screen::WhatIf(screen) if Arc::ptr_eq(&screen.truth, &opened) => screen,
                _ => Box::new(WhatIfScreen::new(opened)),
            };
            screen.show(&supposed, fact, (cell, in_cells));
            state.screen = Screen::WhatIf(screen);
        }
        OnShow::Taper { plan, step, guide, hidden, counted, .. } => {
            let mut screen = TaperScreen::new(opened);
            screen.show(&plan, (step, guide), hidden, counted);
            state.screen = Screen::Taper(Box::new(screen));
        }
        OnShow::Timeline { row, cursor, first, last, told, .. } => {
            let (screen, asked) = match std::mem::replace(&mut state.screen, Screen::Queue) {
                Screen::Timeline(screen) if Arc::ptr_eq(&screen.opened, &opened) => (screen, None),
                _ => (Box::new(TimelineScreen::of(opened)), Some(Effect::History(id))),
            };
            let screen = TimelineScreen { row, cursor, first, last, is_told: told, ..*screen };
            state.screen = Screen::Timeline(Box::new(screen));
            return asked;
        }
        OnShow::Form { field, .. } => return show_draft(state, &opened, Some(field)),
        OnShow::ReadBack { .. } => return show_draft(state, &opened, None),
        _ => {}
    }
    None
}

/// The case with these facts supposed, computed anew only where others were.
fn supposing(state: &State, truth: Arc<Opened>, supposed: &Suppositions) -> Arc<Opened> {
    match &state.screen {
        _ if supposed.is_empty() => truth,
        Screen::Why(why) if why.opened.file.text == truth.file.text && why.opened.facts.supposed() == supposed => {
            Arc::clone(&why.opened)
        }
        Screen::WhatIf(screen) if Arc::ptr_eq(&screen.truth, &truth) && screen.suppositions() == supposed => {
            Arc::clone(&screen.supposed)
        }
        _ => Arc::new(truth.supposing(supposed)),
    }
}

/// How far the leading terminal has scrolled: the room reads along to the end.
fn led_to(state: &State) -> usize {
    match what(state) {
        Some(OnShow::ReadBack { scroll, .. } | OnShow::Past { scroll, .. }) => *scroll,
        _ => 0,
    }
}

/// The decision as its draft has it: with the cursor on this field while it is taken down, read back where there is none.
fn show_draft(state: &mut State, opened: &Arc<Opened>, field: Option<usize>) -> Option<Effect> {
    let case = opened.case.case.clone();
    let known = following(state)?.draft.clone().filter(|(of, ..)| *of == case);
    let (draft, revision) = known.map_or_else(|| (Draft::default(), None), |(_, draft, at)| (draft, Some(at)));
    let mut form = Form::new(Arc::clone(opened), &draft, revision);
    if let Some(field) = field.and_then(|field| form.fields().get(field).cloned()) {
        form.field = field;
    }
    let whole = if field.is_none() { form.decide(state.today).ok() } else { None };
    let before = std::mem::discriminant(&state.screen);
    state.screen = match whole {
        Some(decision) => {
            let scroll = led_to(state);
            Screen::ReadBack(Box::new(ReadBack { decision, form, scroll, locking: false }))
        }
        None => Screen::Form(Box::new(form)),
    };
    // What was kept of a draft may be an old one when its form is opened again.
    (revision.is_none() || before != std::mem::discriminant(&state.screen)).then_some(Effect::FindDraft(case))
}
