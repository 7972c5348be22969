//! The taper planner: doses received and planned over what each guideline prints, the plan step by step, and what it comes to.

mod curve;
mod guides;
mod plan;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::bars::{self, Parts};
use super::cells::{clipped, line_width, print_line, width, wrap_line};
use super::ink::Ink;
use super::look::Look;
use super::page::Page;
use crate::app::{State, TaperScreen};
use crate::clinic::Equivalence;
use crate::wording::{self, TaperSum};

/// From this width on the guidelines stand beside the plan.
const BESIDE: u16 = 116;
/// Cells of the plan where the guidelines stand beside it.
const PLAN: u16 = 73;
/// Rows of the chart with its legend, at the least.
const LEAST_CHART: u16 = 8;
/// The same on the smallest screens.
const SMALL_CHART: u16 = 6;
/// Below this height of the body a screen is small.
const SMALL: u16 = 18;
/// Rows of the plan with its head that are kept whatever the guidelines say.
const LEAST_PLAN: u16 = 4;

/// Draws the screen.
pub fn draw(screen: &TaperScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let ink = Ink::new(look, state.lang);
    head(&ink, screen, parts.head, buffer);
    let body = parts.body;
    if screen.shows_lines {
        return lines(&ink, screen, body, buffer);
    }
    let summed = summary(&ink, screen, body);
    let rows = u16::try_from(summed.len()).unwrap_or(u16::MAX);
    let beside = body.width >= BESIDE;
    let guides = if beside { body.width - PLAN } else { body.width };
    let guides = guides::height(&ink, screen, beside, guides);
    let steps = u16::try_from(screen.plan().steps().len()).unwrap_or(u16::MAX).saturating_add(2);
    let below = if beside { guides.max(steps).saturating_add(1) } else { guides.saturating_add(steps) };
    let chart = if body.height < SMALL { SMALL_CHART } else { LEAST_CHART };
    let least = (body.height * 2 / 5).max(chart).min(body.height);
    let chart = body.height.saturating_sub(below.saturating_add(rows)).clamp(least, least.max(body.height * 3 / 5));
    curve::draw(&ink, screen, Rect { height: chart, ..body }, buffer);
    let rest = under(body, chart);
    for (y, row) in (rest.y..rest.bottom()).zip(&summed) {
        print_line(buffer, rest.x + 1, y, rest.width.saturating_sub(2), row);
    }
    let rest = under(rest, rows);
    if beside {
        let rest = under(rest, 1);
        plan::draw(&ink, &state.keys, screen, Rect { width: PLAN, ..rest }, buffer);
        let right = Rect { x: rest.x + PLAN, width: rest.width - PLAN, ..rest };
        return guides::draw(&ink, screen, true, right, buffer);
    }
    let above = guides.min(rest.height.saturating_sub(LEAST_PLAN));
    guides::draw(&ink, screen, false, Rect { height: above, ..rest }, buffer);
    plan::draw(&ink, &state.keys, screen, under(rest, above), buffer);
}

/// What is left of a place below so many rows.
fn under(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

/// Which case, what weeks are counted from, and that nothing is prescribed.
fn head(ink: &Ink, screen: &TaperScreen, area: Rect, buffer: &mut Buffer) {
    let words = &ink.words.taper;
    let case = screen.opened.case.case.as_str();
    let weight = screen.opened.case.patient.weight.known().map(|weight| format!(" · {}", ink.lang.quantity(weight)));
    let named = format!("{} · {case}", words.title);
    let lefts = [format!("{named}{}", weight.unwrap_or_default()), named, words.title.to_owned()];
    // That nothing is prescribed is said whatever else gives way.
    let room = usize::from(area.width).saturating_sub(4 + width(words.not_a_prescriber));
    let left = lefts.into_iter().find(|left| width(left) <= room).unwrap_or_default();
    let bold = Style::default().add_modifier(Modifier::BOLD);
    let right = Line::from(words.not_a_prescriber);
    bars::bar(ink.look, area, buffer, &Line::from(Span::styled(left, bold)), &right);
}

/// The day 5 mg is reached and the sums, in as many rows as they need and may take.
fn summary(ink: &Ink, screen: &TaperScreen, area: Rect) -> Vec<Line<'static>> {
    let started = screen.opened.case.course.started.known().copied();
    let bold: Style = Modifier::BOLD.into();
    let reached = reached(ink, screen).into_iter().zip([bold].into_iter().chain(std::iter::repeat(Style::default())));
    let mut sums = wording::taper_sums(ink.lang, &screen.reading, started);
    // What is planned until the last step stands in the table.
    let planned = sums.iter().position(|(kind, _)| *kind == TaperSum::Planned);
    planned.map(|place| sums.remove(place));
    let cells = usize::from(area.width.saturating_sub(2));
    let mut rows = packed(ink, reached, cells);
    rows.extend(packed(ink, sums.into_iter().map(|(_, said)| (said, Style::default())), cells));
    clipped(&rows, usize::from(area.height / 6).max(3), cells)
}

/// The dose that guidelines aim at first, then those that the plan reaches, then the stop.
fn reached(ink: &Ink, screen: &TaperScreen) -> Vec<String> {
    if screen.plan().is_empty() {
        return Vec::new();
    }
    let told = wording::taper_reached(ink.lang, &screen.reading);
    let of = |dose| told.iter().find(|(other, _)| *other == dose).map(|(_, said)| said.clone());
    let others = screen.reading.reached.iter().filter(|(dose, _)| *dose != FIVE && !dose.is_zero());
    let short = others.filter_map(|(dose, day)| {
        Some((ink.words.taper.reached_short)(&ink.lang.number(*dose, 2), &ink.lang.date((*day)?)))
    });
    of(FIVE).into_iter().chain(short).chain(of(rust_decimal::Decimal::ZERO)).collect()
}

/// Parts in rows of at most so many cells, a dot between two; only a part that is longer than a row is broken.
fn packed(ink: &Ink, parts: impl Iterator<Item = (String, Style)>, cells: usize) -> Vec<Line<'static>> {
    let mut rows: Vec<Line<'static>> = Vec::new();
    for (said, style) in parts {
        let room = rows.last().map_or(0, |row| cells.saturating_sub(line_width(row) + 3));
        let part = ink.phrase().with(&said, style).line();
        match rows.last_mut().filter(|_| line_width(&part) <= room) {
            Some(row) => {
                row.spans.push(Span::styled(" · ", ink.look.dim));
                row.spans.extend(part.spans);
            }
            None => rows.extend(wrap_line(&part, cells)),
        }
    }
    rows
}

const FIVE: rust_decimal::Decimal = rust_decimal::Decimal::from_parts(5, 0, 0, false, 0);

/// The plan as lines for the case file, and what is to be known of the planner.
fn lines(ink: &Ink, screen: &TaperScreen, area: Rect, buffer: &mut Buffer) {
    let (words, look) = (&ink.words.taper, ink.look);
    let mut page = Page::of(area);
    page.row(ink.heading(words.lines_title));
    page.words(words.lines_hint, look.dim);
    page.blank();
    for (place, line) in wording::taper_yaml(screen.plan()).into_iter().enumerate() {
        if place == screen.step + 1 {
            page.focus(page.height()..page.height() + 1);
        }
        page.row(Line::from(Span::styled(line, look.input)));
    }
    page.blank();
    let equivalents = (words.equivalents)(Equivalence::default().source().name);
    for note in [words.ladder, words.range_note, words.weeks_note, words.weight_note, &equivalents, words.corticomed] {
        page.words(note, look.dim);
    }
    page.draw_focus(look, area, buffer);
}
