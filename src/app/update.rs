//! One action at a time: the state after it, and what the world must do.

use std::sync::Arc;

use super::action::{Action, Command, Effect};
use super::form::{Form, area, text_of};
use super::screen::{
    ArchiveScreen, CaseScreen, DiagnosticsScreen, HelpScreen, Line, Panel, PassageScreen, Purpose, ReadBack, Screen,
    WhyScreen,
};
use super::{Notice, Opened, State};
use crate::domain::CaseId;
use crate::meeting::{self, Amendment, Draft, GuidelineEdition, Locked, Moment, Postponement, Revision, sha256};

/// Lines a page moves.
const PAGE: isize = 10;

/// The state after this action; the effect, if the world has something to do.
pub fn update(state: &mut State, action: Action) -> Option<Effect> {
    match action {
        Action::Do(command) => {
            state.notice = None;
            perform(state, command)
        }
        Action::Type(input) => typed(state, |form| form.input(input.clone()), |line| line.input(input.clone())),
        Action::Paste(text) => typed(
            state,
            |form| form.paste(&text),
            |line| line.insert_str(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        ),
        Action::Resized(width, height) => {
            state.size = (width, height);
            None
        }
        other => learn(state, other),
    }
}

/// What the world answered.
fn learn(state: &mut State, action: Action) -> Option<Effect> {
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
fn read(state: &mut State, entries: Vec<super::Entry>) -> Option<Effect> {
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

fn follow_file(
    screen: &mut Screen,
    queue: &super::Queue,
    today: crate::domain::Day,
    library: &Arc<crate::knowledge::Library>,
) {
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
            Purpose::Postpone(_) => None,
        };
    }
    let Screen::Form(form) = &mut state.screen else { return None };
    form_takes(form).then(|| save(form))
}

fn save(form: &Form) -> Effect {
    Effect::SaveDraft(form.opened.case.case.clone(), form.draft(), form.revision)
}

fn search(state: &mut State, query: String) -> Option<Effect> {
    let Screen::Archive(archive) = &mut state.screen else { return None };
    archive.query.clone_from(&query);
    archive.asked += 1;
    archive.selected = 0;
    Some(Effect::Search(archive.asked, query))
}

/// A bound key.
fn perform(state: &mut State, command: Command) -> Option<Effect> {
    use Command as C;
    match command {
        C::Quit => return Some(Effect::Quit),
        C::Back => back(state),
        C::Up => step(state, -1),
        C::Down => step(state, 1),
        C::PageUp => step(state, -PAGE),
        C::PageDown => step(state, PAGE),
        C::First => step(state, isize::MIN / 2),
        C::Last => step(state, isize::MAX / 2),
        C::Left => sideways(state, -1),
        C::Right => sideways(state, 1),
        C::Open => return enter(state),
        C::Filter => begin_filter(state),
        C::Sort => state.queue.sort = state.queue.sort.next(),
        C::MoveUp => return reorder(state, false),
        C::MoveDown => return reorder(state, true),
        C::Postpone => begin_postpone(state),
        C::Edit => return edit(state),
        C::Diagnostics => diagnostics(state),
        C::Archive => return Some(archive(state)),
        C::History => return history(state),
        C::NextPanel => turn_panel(state, 1),
        C::PreviousPanel => turn_panel(state, Panel::ALL.len() - 1),
        C::NextCase => other_case(state, 1),
        C::PreviousCase => other_case(state, -1),
        C::Decide => return decide(state),
        C::NextField | C::PreviousField => turn_field(state, command == C::NextField),
        C::ReadBack => read_back(state),
        C::Accept => return accept(state),
        C::Amend => return amend(state),
        C::Mask => state.masked = !state.masked,
        C::Language => state.lang = state.lang.other(),
        C::Theme => return Some(Effect::NextTheme),
        C::Help => open(state, Screen::Help(HelpScreen { of: state.place(), scroll: 0 })),
    }
    None
}

/// Puts a screen over the present one.
fn open(state: &mut State, screen: Screen) {
    let under = std::mem::replace(&mut state.screen, screen);
    state.under.push(under);
}

fn back(state: &mut State) {
    if let Some(line) = state.line.take() {
        match line.purpose {
            Purpose::Filter => state.queue.filter.clear(),
            Purpose::Search | Purpose::Postpone(_) => {}
        }
        return;
    }
    if matches!(state.screen, Screen::Queue) {
        state.queue.filter.clear();
        return;
    }
    let read_back = match &mut state.screen {
        Screen::ReadBack(read_back) => Some(read_back.form.clone()),
        _ => None,
    };
    state.screen = match read_back {
        Some(form) => Screen::Form(Box::new(form)),
        None => state.under.pop().unwrap_or(Screen::Queue),
    };
}

fn step(state: &mut State, by: isize) {
    let move_by = |at: &mut usize, last: usize| *at = at.saturating_add_signed(by).min(last);
    match &mut state.screen {
        Screen::Queue => state.queue.step(by),
        Screen::Case(case) if case.panel == Panel::Guidelines => {
            move_by(&mut case.row, case.opened.table.rows.len().saturating_sub(1));
        }
        Screen::Case(case) => move_by(&mut case.scroll, usize::from(u16::MAX)),
        Screen::Why(why) => move_by(&mut why.scroll, usize::from(u16::MAX)),
        Screen::Diagnostics(screen) => {
            let last = state.queue.entry(&screen.path).map_or(0, |entry| entry.file.reading.remarks.len());
            move_by(&mut screen.selected, last.saturating_sub(1));
        }
        Screen::Archive(archive) => {
            let last = archive.found.as_ref().map_or(0, Vec::len).saturating_sub(1);
            move_by(&mut archive.selected, last);
        }
        Screen::ReadBack(screen) => move_by(&mut screen.scroll, usize::from(u16::MAX)),
        Screen::Passage(screen) => move_by(&mut screen.scroll, usize::from(u16::MAX)),
        Screen::Help(screen) => move_by(&mut screen.scroll, usize::from(u16::MAX)),
        Screen::Form(_) => {}
    }
}

fn sideways(state: &mut State, by: isize) {
    match &mut state.screen {
        Screen::Case(CaseScreen { opened, row, column, panel: Panel::Guidelines, .. }) => {
            shift(column, opened, *row, by);
        }
        Screen::Case(case) => {
            case.scroll = 0;
            turn_panel(state, if by > 0 { 1 } else { Panel::ALL.len() - 1 });
        }
        Screen::Why(WhyScreen { opened, row, column, scroll }) => {
            shift(column, opened, *row, by);
            *scroll = 0;
        }
        _ => {}
    }
}

fn shift(column: &mut usize, opened: &Opened, row: usize, by: isize) {
    let last = opened.table.rows.get(row).map_or(0, |row| row.cells.len()).saturating_sub(1);
    *column = column.saturating_add_signed(by).min(last);
}

/// Enter: what the cursor is on.
fn enter(state: &mut State) -> Option<Effect> {
    match &state.screen {
        Screen::Queue => open_case(state),
        Screen::Case(case) if case.panel == Panel::Guidelines => {
            let why = WhyScreen { opened: Arc::clone(&case.opened), row: case.row, column: case.column, scroll: 0 };
            open(state, Screen::Why(why));
        }
        Screen::Archive(archive) => {
            return match archive.found.as_ref()?.get(archive.selected)? {
                Moment::Decided(past) => Some(Effect::Recall(past.id)),
                Moment::Postponed(_) => None,
            };
        }
        _ => {}
    }
    None
}

fn open_case(state: &mut State) {
    let (Some(entry), Some(library)) = (state.queue.current(), &state.library) else { return };
    match Opened::new(&entry.file, state.today, library) {
        Some(opened) => {
            state.queue.cursor = Some(opened.file.path.clone());
            let screen = CaseScreen { opened: Arc::new(opened), row: 0, column: 0, panel: Panel::default(), scroll: 0 };
            open(state, Screen::Case(screen));
        }
        None => diagnostics(state),
    }
}

fn begin_filter(state: &mut State) {
    let (purpose, text) = match &state.screen {
        Screen::Archive(archive) => (Purpose::Search, archive.query.as_str()),
        _ => (Purpose::Filter, state.queue.filter.as_str()),
    };
    state.line = Some(Line { purpose, text: area(text) });
}

fn begin_postpone(state: &mut State) {
    if state.read_only {
        state.notice = Some(Notice::ReadOnly);
        return;
    }
    if let Some(case) = case_at_hand(state) {
        state.line = Some(Line { purpose: Purpose::Postpone(case), text: area("") });
    }
}

/// The case on the screen, or under the cursor of the agenda.
fn case_at_hand(state: &State) -> Option<CaseId> {
    match &state.screen {
        Screen::Case(case) => Some(case.opened.case.case.clone()),
        Screen::Why(why) => Some(why.opened.case.case.clone()),
        Screen::Archive(archive) => {
            archive.found.as_ref()?.get(archive.selected).map(|moment| moment.case_id().clone())
        }
        Screen::Passage(screen) => Some(screen.passage.locked.case_id.clone()),
        _ => state.queue.current()?.case_id().cloned(),
    }
}

fn reorder(state: &mut State, down: bool) -> Option<Effect> {
    if !state.queue.reorder(down) {
        state.notice = Some(Notice::CannotReorder);
        return None;
    }
    let meeting = state.queue.current().and_then(|entry| entry.file.case()).and_then(|case| case.meeting);
    Some(Effect::Agenda(state.queue.agenda(), meeting))
}

fn edit(state: &State) -> Option<Effect> {
    let (path, selected) = match &state.screen {
        Screen::Case(case) => (case.opened.file.path.clone(), None),
        Screen::Diagnostics(screen) => (screen.path.clone(), Some(screen.selected)),
        _ => (state.queue.current()?.path().to_owned(), Some(0)),
    };
    let remarks = state.queue.entry(&path).map(|entry| entry.file.reading.remarks.as_slice()).unwrap_or_default();
    let line = selected.and_then(|at| remarks.get(at)).map_or(1, |remark| remark.line);
    Some(Effect::Edit(path, line))
}

fn diagnostics(state: &mut State) {
    let path = match &state.screen {
        Screen::Case(case) => Some(case.opened.file.path.clone()),
        _ => state.queue.current().map(|entry| entry.path().to_owned()),
    };
    if let Some(path) = path {
        state.queue.cursor = Some(path.clone());
        open(state, Screen::Diagnostics(DiagnosticsScreen { path, selected: 0 }));
    }
}

fn archive(state: &mut State) -> Effect {
    open(state, Screen::Archive(ArchiveScreen::default()));
    Effect::Search(0, String::new())
}

fn history(state: &mut State) -> Option<Effect> {
    let case = case_at_hand(state)?;
    open(state, Screen::Archive(ArchiveScreen { of: Some(case.clone()), ..ArchiveScreen::default() }));
    Some(Effect::History(case))
}

fn turn_panel(state: &mut State, by: usize) {
    if let Screen::Case(case) = &mut state.screen {
        let at = Panel::ALL.iter().position(|panel| *panel == case.panel).unwrap_or(0);
        case.panel = Panel::ALL.get((at + by) % Panel::ALL.len()).copied().unwrap_or_default();
        case.scroll = 0;
    }
}

/// To the next case of the agenda that can be shown, or the one before.
fn other_case(state: &mut State, by: isize) {
    let Screen::Case(present) = &state.screen else { return };
    let Some(library) = state.library.clone() else { return };
    state.queue.cursor = Some(present.opened.file.path.clone());
    let (panel, row, column) = (present.panel, present.row, present.column);
    let before = state.queue.cursor.clone();
    loop {
        let at = state.queue.selected();
        state.queue.step(by);
        if state.queue.selected() == at {
            state.queue.cursor = before;
            return;
        }
        let opened = state.queue.current().and_then(|entry| Opened::new(&entry.file, state.today, &library));
        if let Some(opened) = opened {
            state.screen = Screen::Case(CaseScreen { opened: Arc::new(opened), row, column, panel, scroll: 0 });
            return;
        }
    }
}

/// Opens the decision's form, prefilled from the cell under the cursor; a draft kept from before comes in after.
fn decide(state: &mut State) -> Option<Effect> {
    if state.read_only {
        state.notice = Some(Notice::ReadOnly);
        return None;
    }
    if matches!(state.screen, Screen::Queue) {
        open_case(state);
    }
    let (opened, row, column) = match &state.screen {
        Screen::Case(case) => (Arc::clone(&case.opened), case.row, case.column),
        Screen::Why(why) => (Arc::clone(&why.opened), why.row, why.column),
        _ => return None,
    };
    let lines = meeting::prefill(&opened.table, opened.library.formulary(), &opened.case, (row, column), state.lang);
    let draft = Draft { lines, ..Draft::default() };
    let case = opened.case.case.clone();
    open(state, Screen::Form(Box::new(Form::new(opened, &draft, None))));
    Some(Effect::FindDraft(case))
}

/// The form of this case, where it is on the screen or was read back from.
fn form_of<'a>(state: &'a mut State, case: &CaseId) -> Option<&'a mut Form> {
    let form = match &mut state.screen {
        Screen::Form(form) => &mut **form,
        Screen::ReadBack(read_back) => &mut read_back.form,
        _ => return None,
    };
    (form.opened.case.case == *case).then_some(form)
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

fn turn_field(state: &mut State, forward: bool) {
    if let Screen::Form(form) = &mut state.screen {
        form.turn(forward);
    }
}

fn read_back(state: &mut State) {
    let today = state.today;
    let Screen::Form(form) = &mut state.screen else { return };
    form.asked = true;
    match form.draft().decide(form.concordance.clone(), today) {
        Ok(decision) => {
            let form = (**form).clone();
            state.screen = Screen::ReadBack(Box::new(ReadBack { decision, form, scroll: 0, locking: false }));
        }
        Err(_) => state.notice = Some(Notice::Incomplete),
    }
}

/// Enter over a line being typed, or over the read-back.
fn accept(state: &mut State) -> Option<Effect> {
    if let Some(line) = state.line.take() {
        let text = text_of(&line.text).trim().to_owned();
        return match line.purpose {
            Purpose::Postpone(case) if text.is_empty() => {
                state.line = Some(Line { purpose: Purpose::Postpone(case), text: line.text });
                None
            }
            Purpose::Postpone(case) => postpone(state, case, text),
            Purpose::Filter | Purpose::Search => None,
        };
    }
    let lang = state.lang;
    let Screen::ReadBack(read_back) = &mut state.screen else { return None };
    if read_back.locking {
        return None;
    }
    let locked = as_locked(read_back, lang)?;
    read_back.locking = true;
    Some(Effect::Lock(Box::new(locked), read_back.form.revision))
}

fn postpone(state: &mut State, case_id: CaseId, reason: String) -> Option<Effect> {
    let entry = state.queue.entries.iter().find(|entry| entry.case_id() == Some(&case_id))?;
    let case = entry.file.case()?;
    let postponement = Postponement { case_id, alias: case.patient.alias.clone(), meeting: case.meeting, reason };
    Some(Effect::Postpone(postponement))
}

/// Everything that is locked with the decision; `None` if the facts could not be written down, which is a fault.
fn as_locked(read_back: &ReadBack, lang: crate::text::Lang) -> Option<Locked> {
    let opened = &read_back.form.opened;
    let shown = opened.shown(lang);
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
        editions: opened
            .table
            .columns
            .iter()
            .map(|one| GuidelineEdition { guideline: one.guideline.clone(), edition: one.edition.clone() })
            .collect(),
        language: lang.code().to_owned(),
        decision: read_back.decision.clone(),
        amends: read_back.form.draft().amends,
    })
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

/// Opens the form on a locked decision, to make a new version of it.
fn amend(state: &mut State) -> Option<Effect> {
    if state.read_only {
        state.notice = Some(Notice::ReadOnly);
        return None;
    }
    let Screen::Passage(screen) = &state.screen else { return None };
    if !screen.passage.entry.is_current {
        state.notice = Some(Notice::NotCurrent);
        return None;
    }
    let sealed = &screen.passage.locked;
    let day = sealed.meeting.map_or(state.today, |meeting| meeting.max(state.today));
    let opened =
        state.library.as_ref().and_then(|at_hand| Opened::as_locked(&sealed.case_yaml, &sealed.table, day, at_hand));
    let Some(opened) = opened else {
        state.notice = Some(Notice::CannotReadLocked);
        return None;
    };
    let decision = &sealed.decision;
    let draft = Draft {
        outcome: Some(decision.outcome),
        lines: decision.lines.iter().map(|line| meeting::printed(line, state.lang)).collect::<Vec<_>>().join("\n"),
        rationale: decision.rationale.clone(),
        departures: decision.departures.iter().map(|one| (one.guideline.clone(), one.reason)).collect(),
        next: decision.next.map(|day| day.to_string()).unwrap_or_default(),
        amends: Some(Amendment { decision: screen.passage.entry.id, reason: String::new() }),
    };
    let case = opened.case.case.clone();
    let mut form = Form::new(Arc::new(opened), &draft, None);
    form.field = super::Field::AmendReason;
    open(state, Screen::Form(Box::new(form)));
    Some(Effect::FindDraft(case))
}
