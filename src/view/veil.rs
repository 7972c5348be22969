//! The last net over a masked screen: names that people typed into questions, reasons and notes are covered wherever they
//! stand. What is known to identify somebody is left out where it is drawn; this is for what nobody could know.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{NewField, Screen, Slot, State};
use crate::text::{Veil, named_in_case, named_in_decision};

/// More entries than this are not all asked for their names at every frame: the one under the cursor is.
const MOST_ENTRIES: usize = 200;

/// Covers the names on a screen whose identities are hidden.
pub fn draw(state: &State, area: Rect, buffer: &mut Buffer) {
    if !state.masked {
        return;
    }
    let veil = names(state);
    for y in area.top()..area.bottom() {
        let cells: Vec<char> = (area.left()..area.right())
            .map(|x| buffer.cell((x, y)).and_then(|cell| cell.symbol().chars().next()).unwrap_or(' '))
            .collect();
        for range in veil.hidden(&cells) {
            for x in range {
                let at = area.left() + u16::try_from(x).unwrap_or(u16::MAX);
                if let Some(cell) = buffer.cell_mut((at, y)).filter(|cell| cell.symbol() != " ") {
                    cell.set_char('•');
                }
            }
        }
    }
}

/// Whether a masked screen must cover something of this text: large type is no text any more that could be covered.
pub fn covers(state: &State, text: &str) -> bool {
    state.masked && !names(state).hidden(&text.chars().collect::<Vec<_>>()).is_empty()
}

/// Everybody whom the program knows by name, and the pseudonyms of the cases at hand.
fn names(state: &State) -> Veil {
    let all = if state.queue.entries.len() <= MOST_ENTRIES { state.queue.entries.as_slice() } else { &[] };
    let cases: Vec<_> = all.iter().chain(state.queue.current()).filter_map(|entry| entry.file.case()).collect();
    let past = if let Screen::Passage(screen) = &state.screen { Some(&screen.passage.locked) } else { None };
    let asked = cases.iter().flat_map(|case| named_in_case(case));
    let here = state.session.people.iter().map(|one| one.person.name.as_str());
    let opening = state.session.opening.iter().flat_map(|one| [one.chair.as_str(), one.secretary.as_str()]);
    let known = state.known.iter().map(|one| one.name.as_str());
    let then = past.and_then(|locked| locked.room.as_ref());
    let then = then.iter().flat_map(|room| room.people.iter().map(|one| one.person.name.as_str()));
    let decided = past.into_iter().flat_map(|locked| named_in_decision(&locked.decision));
    let people = asked.chain(here).chain(opening).chain(known).chain(then).chain(decided);
    let typed = typed(&state.screen);
    let aliases = cases.iter().map(|case| case.patient.alias.as_str());
    // Who is in the room stands on the sheet that the room looks at.
    let is_sheet = matches!(state.screen, Screen::Meeting(_));
    let people = people.filter(|_| !is_sheet).chain(typed.iter().map(|(requester, _)| *requester));
    let aliases = aliases.chain(past.map(|locked| locked.alias.as_str())).chain(typed.iter().map(|(_, alias)| *alias));
    Veil::over(people, aliases.filter(|alias| !alias.is_empty()))
}

/// Who asks and the pseudonym, of a new case that is being typed.
fn typed(screen: &Screen) -> Option<(&str, &str)> {
    let Screen::New(form) = screen else { return None };
    let of = |field| form.value(Slot::of(field));
    Some((of(NewField::RequesterName), of(NewField::Alias)))
}
