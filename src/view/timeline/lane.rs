//! The periods of one drug: when it was given, at which dose, whether it goes on.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Frame;
use crate::clinic::Lane;
use crate::domain::{Day, Dose, Drug, Field, Treatment};
use crate::view::cells::{line_width, print, width};
use crate::view::mark;

/// Draws the lane of this place.
pub(super) fn draw(frame: &Frame, index: usize, area: Rect, buffer: &mut Buffer) {
    let Some(lane) = frame.screen.chronicle.lanes.get(index) else { return };
    let entries: Vec<&Treatment> =
        lane.entries.iter().filter_map(|entry| frame.screen.opened.case.treatments.get(*entry)).collect();
    let shared = shared_unit(frame, &entries);
    let is_here = frame.screen.lane() == Some(index);
    let name = entries.first().map_or("", |entry| name(frame, lane, entry));
    let title = shared.as_ref().map_or_else(|| name.to_owned(), |unit| format!("{name} {unit}"));
    frame.gutter(area, is_here, &title, buffer);
    for entry in &entries {
        period(frame, entry, shared.is_some(), area.y, buffer);
    }
    frame.margin(area.y, &given_here(frame, &entries), buffer);
}

/// The abbreviation a meeting uses, or the name of a drug that is in no list.
pub(super) fn name<'a>(frame: &Frame<'a>, lane: &Lane, entry: &'a Treatment) -> &'a str {
    match (lane.drug, &entry.name) {
        (Drug::Other, Some(name)) => name,
        (drug, _) => (frame.ink.words.drug_short)(drug),
    }
}

/// The bar of one period between the days it covers, its dose written on it where it fits.
fn period(frame: &Frame, entry: &Treatment, has_unit_beside: bool, y: u16, buffer: &mut Buffer) {
    let axis = frame.axis;
    let last = entry.to.unwrap_or_else(|| frame.screen.opened.today.max(entry.from));
    if last < axis.first || axis.last < entry.from {
        return;
    }
    let (from, to) = (entry.from.max(axis.first), last.min(axis.last));
    let (Some(start), Some(end)) = (frame.x(from), frame.x(to)) else { return };
    let look = frame.ink.look;
    let style: Style = look.series(0);
    let begins = entry.from >= axis.first;
    let ends = entry.to.is_some_and(|day| day <= axis.last);
    for x in start..=end {
        let sign = match x {
            x if x == start && begins && start == end && ends => "╪",
            x if x == start && begins => "├",
            x if x == end && ends => "┤",
            x if x == end && entry.to.is_none() => "▸",
            _ => "─",
        };
        print(buffer, x, y, 1, sign, style);
    }
    let dose = written(frame, entry, has_unit_beside);
    let cells = u16::try_from(width(&dose)).unwrap_or(u16::MAX);
    let room = (end - start).saturating_sub(1);
    if cells > 0 && cells <= room {
        print(buffer, start + 1, y, cells, &dose, look.text);
    }
}

/// The dose as it stands on the bar: its figure alone where the unit stands beside the name.
fn written(frame: &Frame, entry: &Treatment, has_unit_beside: bool) -> String {
    let lang = frame.ink.lang;
    let Some(dose) = entry.dose.known() else {
        return if entry.dose.is_absent() { String::new() } else { mark::NEEDS_DATA.to_owned() };
    };
    let dose = if has_unit_beside { lang.number(dose.amount, 6) } else { lang.dose(dose) };
    match entry.times {
        Some(times) => format!("{dose} {}", (frame.ink.words.timeline.times)(times)),
        None => dose,
    }
}

/// The unit of every dose of the lane; none where they differ, or none is known.
fn shared_unit(frame: &Frame, entries: &[&Treatment]) -> Option<String> {
    let mut doses = entries.iter().filter_map(|entry| entry.dose.known());
    let first = doses.next()?;
    let is_same = doses.all(|dose| (dose.unit, dose.per) == (first.unit, first.per));
    is_same.then(|| unit(frame, first))
}

fn unit(frame: &Frame, dose: &Dose) -> String {
    let lang = frame.ink.lang;
    let whole = lang.dose(&Dose { amount: rust_decimal::Decimal::ONE, ..*dose });
    whole.trim_start_matches('1').trim_start_matches('\u{a0}').to_owned()
}

/// What is given of it on the day of the cursor, since when where there is room.
fn given_here(frame: &Frame, entries: &[&Treatment]) -> Line<'static> {
    let look = frame.ink.look;
    let Some(entry) = on(entries, frame.screen.cursor) else { return Line::from(Span::styled("–", look.dim)) };
    let dose = dose(frame, entry);
    let since = format!(" {}", frame.ink.lang.date(entry.from));
    let whole = Line::from(vec![Span::styled(dose.clone(), look.text), Span::styled(since, look.dim)]);
    if line_width(&whole) <= frame.margin_width() { whole } else { Line::from(Span::styled(dose, look.text)) }
}

/// The dose in full; what is not known is said.
pub(super) fn dose(frame: &Frame, entry: &Treatment) -> String {
    let words = &frame.ink.words.timeline;
    match entry.dose {
        Field::Known(_) => written(frame, entry, false),
        Field::Unknown => words.dose_unknown.to_owned(),
        Field::Absent => words.dose_not_stated.to_owned(),
    }
}

/// The entry that counts on a day: of two that meet, the later.
pub(super) fn on<'a>(entries: &[&'a Treatment], day: Day) -> Option<&'a Treatment> {
    entries.iter().rev().find(|entry| entry.is_on(day)).copied()
}
