//! Round the table: who stands where, before the talk and after it, and who dissents.

use super::super::form::{Form, TableScreen, area};
use super::super::screen::{Line, Purpose, Screen};
use super::super::{Command, Effect, State};
use super::{back, decide, page, rows_of, save};
use crate::domain::Position;
use crate::meeting::{Round, Seat, Session, seats};

/// The positions of the case at hand; from its form and back.
pub(super) fn begin(state: &mut State) -> Option<Effect> {
    if let Screen::Form(form) = &mut state.screen {
        form.table = if form.table.is_some() { None } else { Some(TableScreen::default()) };
        return None;
    }
    let effect = decide::decide(state);
    if let Screen::Form(form) = &mut state.screen {
        form.table = Some(TableScreen { is_direct: true, ..TableScreen::default() });
    }
    effect
}

/// The seats of the table that is shown.
pub fn table_of(form: &Form, session: &Session) -> Vec<Seat> {
    form.talk.seats(seats(session, &form.opened.case.case))
}

/// The form whose table is shown, and its seats.
fn at_table(state: &mut State) -> Option<(&mut Form, Vec<Seat>)> {
    let Screen::Form(form) = &mut state.screen else { return None };
    form.table?;
    let seats = table_of(form, &state.session);
    Some((form, seats))
}

/// Whether the positions are what is shown.
pub(super) fn is_shown(state: &State) -> bool {
    matches!(&state.screen, Screen::Form(form) if form.table.is_some())
}

/// A key of the table; the command again where it is none.
pub(super) fn perform(state: &mut State, command: Command) -> Result<Option<Effect>, Command> {
    if !is_shown(state) || state.line.is_some() {
        return Err(command);
    }
    Ok(match command {
        Command::Stand(number) => stand(state, number),
        Command::Dissent => begin_dissent(state),
        Command::NameOrNot => change(state, |voice| voice.named = !voice.named),
        Command::MinuteOrNot => change(state, |voice| voice.minuted = !voice.minuted),
        Command::SilentRound => turn_round(state),
        Command::Accept => accept(state),
        Command::Back => leave(state),
        Command::Positions => begin(state),
        other => {
            let rows = rows_of(other, page(state)).ok_or(other)?;
            step(state, rows)
        }
    })
}

fn step(state: &mut State, by: isize) -> Option<Effect> {
    let (form, seats) = at_table(state)?;
    let last = seats.len().saturating_sub(1);
    let table = form.table.as_mut()?;
    table.selected = table.selected.saturating_add_signed(by).min(last);
    None
}

/// `1` to `4` say where the person under the cursor stands, `0` takes it back; the cursor goes on to the next one.
fn stand(state: &mut State, number: u8) -> Option<Effect> {
    let position = usize::from(number).checked_sub(1).and_then(|at| Position::ALL.get(at)).copied();
    let (form, seats) = at_table(state)?;
    let selected = form.table?.selected;
    let seat = seats.get(selected)?;
    let is_silent = form.talk.round == Round::Open;
    let voice = form.talk.voice(seat);
    if is_silent {
        voice.before = position;
    } else {
        voice.after = position;
    }
    if is_silent && seat.name.is_some() && form.talk.kept().given(&seats) == seats.len() {
        form.talk.round = Round::Closed;
    }
    if let Some(table) = &mut form.table {
        table.selected = (selected + 1).min(seats.len() - 1);
    }
    form.changed();
    Some(save(form))
}

fn change(state: &mut State, what: impl Fn(&mut crate::meeting::Voice)) -> Option<Effect> {
    let (form, seats) = at_table(state)?;
    let seat = seats.get(form.table?.selected)?;
    what(form.talk.voice(seat));
    form.changed();
    Some(save(form))
}

/// What the person under the cursor would do instead.
fn begin_dissent(state: &mut State) -> Option<Effect> {
    let (form, seats) = at_table(state)?;
    let seat = seats.get(form.table?.selected)?;
    let words = form.talk.voices.get(&seat.key).map(|voice| voice.words.clone()).unwrap_or_default();
    let key = seat.key.clone();
    state.line = Some(Line { purpose: Purpose::Dissent(key), text: area(&words) });
    None
}

/// A statement of dissent; without words it is taken back.
pub(super) fn dissent(state: &mut State, key: &str, words: &str) -> Option<Effect> {
    let (form, seats) = at_table(state)?;
    let seat = seats.iter().find(|seat| seat.key == key)?;
    let voice = form.talk.voice(seat);
    voice.dissents = !words.is_empty();
    words.clone_into(&mut voice.words);
    form.changed();
    Some(save(form))
}

/// A dissent that is being typed is kept as a reservation, so that leaving the line loses no text.
pub(super) fn put_aside(state: &mut State, key: &str, words: &str) -> Option<Effect> {
    let (form, seats) = at_table(state)?;
    let seat = seats.iter().find(|seat| seat.key == key)?;
    let voice = form.talk.voice(seat);
    if voice.words == words {
        return None;
    }
    words.clone_into(&mut voice.words);
    form.changed();
    Some(save(form))
}

/// Begins the silent round; one in which nobody gave a position yet is called off.
fn turn_round(state: &mut State) -> Option<Effect> {
    let (form, _) = at_table(state)?;
    let is_begun = form.talk.voices.values().any(|voice| voice.before.is_some());
    match form.talk.round {
        Round::Open if !is_begun => round(state, Round::None),
        Round::Open => None,
        Round::None | Round::Closed => round(state, Round::Open),
    }
}

fn round(state: &mut State, round: Round) -> Option<Effect> {
    let (form, _) = at_table(state)?;
    form.talk.round = round;
    if let Some(table) = &mut form.table {
        table.selected = 0;
    }
    form.changed();
    Some(save(form))
}

/// The chair shows what was given; else back to the form.
fn accept(state: &mut State) -> Option<Effect> {
    let (form, _) = at_table(state)?;
    if form.talk.round == Round::Open {
        return round(state, Round::Closed);
    }
    form.table = None;
    None
}

fn leave(state: &mut State) -> Option<Effect> {
    let (form, _) = at_table(state)?;
    let is_direct = form.table.take().is_some_and(|table| table.is_direct);
    if is_direct { back(state) } else { None }
}
