//! Past decisions searched in the filter language: completion, order, queries by name, the next page.

use ratatui_textarea::CursorMove;

use super::super::form::{area, text_of};
use super::super::screen::{ArchiveScreen, Line, Purpose, Screen};
use super::super::{Action, Command, Effect, Notice, State};
use super::learn::archives;
use super::{decide, refused, search};
use crate::archive::filter::{Completion, complete, is_name, parse, print, with_sort};
use crate::text::Lang;

/// What may be typed where the cursor of the search is; nothing where no search is being typed.
pub fn completion(state: &State) -> Completion {
    let (Some(Line { purpose: Purpose::Search, text }), Screen::Archive(archive)) = (&state.line, &state.screen) else {
        return Completion::default();
    };
    let line = text_of(text);
    let column = text.cursor().1;
    let cursor = line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
    let completion = complete(&line, cursor, &state.saved, state.lang);
    // Where no word is begun, everything is offered only to whoever asks.
    if completion.span.is_empty() && completion.span.start == cursor && begins_word(&line, cursor) && !archive.offers {
        return Completion::default();
    }
    completion
}

fn begins_word(line: &str, cursor: usize) -> bool {
    line.get(..cursor).is_none_or(|before| before.is_empty() || before.ends_with(char::is_whitespace))
}

/// The keys of the list, and of the search that is typed over it.
pub(super) fn perform(state: &mut State, command: Command) -> Result<Option<Effect>, Command> {
    if !matches!(state.screen, Screen::Archive(_)) {
        return Err(command);
    }
    let is_typed = matches!(&state.line, Some(Line { purpose: Purpose::Search, .. }));
    match command {
        Command::Complete if is_typed => Ok(take_candidate(state)),
        Command::Up | Command::Down if is_typed => choose(state, command),
        Command::Sort if state.line.is_none() => Ok(turn_order(state)),
        Command::SaveQuery if state.line.is_none() => Ok(begin_save(state)),
        Command::SavedQueries if state.line.is_none() => Ok(begin_saved(state)),
        Command::Down | Command::PageDown | Command::HalfDown | Command::Last if state.line.is_none() => {
            super::step_as(state, command);
            Ok(more(state))
        }
        other => Err(other),
    }
}

fn shown(state: &mut State) -> Option<&mut ArchiveScreen> {
    if let Screen::Archive(archive) = &mut state.screen { Some(archive) } else { None }
}

/// The next candidate, or the one before; where nothing is offered the arrows move in the list.
fn choose(state: &mut State, command: Command) -> Result<Option<Effect>, Command> {
    let count = completion(state).candidates.len();
    if count == 0 {
        return Err(command);
    }
    if let Some(archive) = shown(state) {
        let by = if command == Command::Down { 1 } else { count - 1 };
        archive.chosen = (archive.chosen + by) % count;
    }
    Ok(None)
}

/// Puts the chosen candidate into the line; where nothing is begun, offers everything.
fn take_candidate(state: &mut State) -> Option<Effect> {
    let completion = completion(state);
    let chosen = shown(state)?.chosen;
    let Some(candidate) = completion.candidates.get(chosen.min(completion.candidates.len().saturating_sub(1))) else {
        shown(state)?.offers = true;
        return None;
    };
    let line = state.line.as_mut()?;
    let (text, cursor) = completion.taken(&text_of(&line.text), candidate);
    line.text = area(&text);
    let column = text.get(..cursor).map_or(0, |before| before.chars().count());
    line.text.move_cursor(CursorMove::Jump(0, u16::try_from(column).unwrap_or(u16::MAX)));
    search(state, text)
}

/// The next order, written into the line.
fn turn_order(state: &mut State) -> Option<Effect> {
    let lang = state.lang;
    let Screen::Archive(archive) = &state.screen else { return None };
    if archive.of.is_some() || archive.of_alias.is_some() {
        return None;
    }
    let sort = parse(&archive.query, &state.saved).query.sort.next();
    let line = with_sort(&archive.query, sort, lang);
    search(state, line)
}

fn begin_save(state: &mut State) -> Option<Effect> {
    if state.read_only {
        return refused(state);
    }
    let Screen::Archive(archive) = &state.screen else { return None };
    if archive.query.trim().is_empty() {
        state.notice = Some(Notice::NothingToSave);
        return None;
    }
    decide::begin_line(state, Purpose::SaveQuery, "");
    None
}

/// Saves the line under this name.
pub(super) fn save(state: &mut State, name: &str) -> Option<Effect> {
    let name = name.trim_start_matches('@');
    if !is_name(name) {
        state.notice = Some(Notice::BadQueryName(name.to_owned()));
        state.line = Some(Line { purpose: Purpose::SaveQuery, text: area(name) });
        return None;
    }
    let Screen::Archive(archive) = &state.screen else { return None };
    let parsed = parse(&archive.query, &state.saved);
    if parsed.faults.is_empty() {
        return Some(Effect::SaveQuery(name.to_owned(), print(&parsed.query, &state.saved, Lang::En)));
    }
    state.notice = Some(Notice::FaultySearch);
    None
}

/// Opens the search on the names of the saved queries.
fn begin_saved(state: &mut State) -> Option<Effect> {
    if state.saved.is_empty() {
        state.notice = Some(Notice::NoneSaved);
        return None;
    }
    let archive = shown(state)?;
    let before = archive.query.trim_end();
    let text = if before.is_empty() { "@".to_owned() } else { format!("{before} @") };
    state.line = Some(Line { purpose: Purpose::Search, text: area(&text) });
    search(state, text)
}

/// Asks for the next page once the cursor stands on the last row.
pub(super) fn more(state: &mut State) -> Option<Effect> {
    let archive = shown(state)?;
    let last = archive.found.as_ref()?.len().saturating_sub(1);
    if archive.selected < last {
        return None;
    }
    let next = archive.next.take()?;
    Some(Effect::SearchMore(archive.asked, archive.query.clone(), next))
}

/// What the ledger says of a search beside its first rows, and which queries are saved.
pub(super) fn learn(state: &mut State, action: Action) {
    match action {
        Action::PageEnds(number, next) => {
            if let Some(archive) = of(state, number) {
                archive.next = next;
            }
        }
        Action::Counted(number, count) => {
            if let Some(archive) = of(state, number) {
                archive.count = Some(count);
            }
        }
        Action::More(number, moments, next) => {
            if let Some(archive) = of(state, number) {
                archive.next = next;
                archive.found.get_or_insert_default().extend(moments);
            }
        }
        Action::DueBeyond(counts) => state.due_beyond = counts,
        Action::SavedQueries(saved) => state.saved = saved,
        Action::QuerySaved(name, saved) => {
            state.saved = saved;
            state.notice = Some(Notice::QuerySaved(name));
        }
        _ => {}
    }
}

/// The list that asked under this number.
fn of(state: &mut State, number: u64) -> Option<&mut ArchiveScreen> {
    archives(state).find(|archive| archive.asked == number)
}
