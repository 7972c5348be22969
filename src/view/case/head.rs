//! The head of a case: who, the biopsy, the two figures everybody asks for, and the question in full.

use std::cmp::Ordering;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use crate::app::{CaseScreen, Opened, State, class_name};
use crate::clinic::{self, FigureId};
use crate::domain::{Biopsy, Case, Field, Interest, Origin, Sex};
use crate::knowledge::Level;
use crate::view::cells::{line_width, print_line, wrap_line};
use crate::view::ink::{Ink, Phrase};
use crate::view::meeting::wall;
use crate::view::panel::{figures, safety};
use crate::view::{mark, previous};
use crate::wording::{self, figure};

/// The figures that the five letters stand for.
const POINTS: [FigureId; 5] = [
    FigureId::AnnouncementPoint,
    FigureId::EvaluationPoint,
    FigureId::StrategyPoint,
    FigureId::DecisionPoint,
    FigureId::RecommendationsPoint,
];

/// Cells between two parts.
const GAP: usize = 2;

/// From this width on, the place on the agenda, the clock and the quorum share a row.
const ONE_ROW: u16 = 116;

/// Draws who it is, without the figures and the question that stand below in large type, and tells how many rows it took.
pub(super) fn draw_who(ink: &Ink, screen: &CaseScreen, state: &State, area: Rect, buffer: &mut Buffer) -> u16 {
    let places = places(ink, screen, state, area.width);
    let opened = screen.opened.as_ref();
    let mut parts = named(ink, opened, state.masked);
    parts.extend([flares(ink, opened), letters(ink, opened, state.masked)]);
    let mut who = rows(ink, opened, &parts, &places, area.width);
    who.resize(who.len().max(places.len()), Line::default());
    draw_rows(ink, &who, &places, area, buffer)
}

/// The rows of the bar, each with what stands on its right.
fn draw_rows(ink: &Ink, who: &[Line], places: &[Line], area: Rect, buffer: &mut Buffer) -> u16 {
    let mut y = area.y;
    for (at, line) in who.iter().enumerate().take(usize::from(area.height)) {
        buffer.set_style(Rect { y, height: 1, ..area }, ink.look.bar);
        print_line(buffer, area.x + 1, y, area.width.saturating_sub(2), line);
        if let Some(place) = places.get(at) {
            let cells = u16::try_from(line_width(place)).unwrap_or(0);
            print_line(buffer, area.right().saturating_sub(cells + 1), y, cells, place);
        }
        y += 1;
    }
    y - area.y
}

/// Draws the head and tells how many rows it took.
pub(super) fn draw(ink: &Ink, screen: &CaseScreen, state: &State, area: Rect, buffer: &mut Buffer) -> u16 {
    let places = places(ink, screen, state, area.width);
    let parts = parts(ink, &screen.opened, state.masked);
    let mut who = rows(ink, &screen.opened, &parts, &places, area.width);
    who.resize(who.len().max(places.len()), Line::default());
    let below = question(&screen.opened, area.width).into_iter().chain(improbable(ink, &screen.opened));
    let below = below.chain(apart(ink, screen, state, area.width));
    let mut y = area.y + draw_rows(ink, &who, &places, area, buffer);
    if let Some(before) = previous::of(state, &screen.opened.case.case).filter(|_| y < area.bottom()) {
        let said = Span::styled(previous::brief(before, state), ink.look.warning);
        print_line(buffer, area.x + 1, y, area.width.saturating_sub(2), &Line::from(said));
        y += 1;
    }
    let left = usize::from(area.bottom() - y);
    for line in below.take(left) {
        print_line(buffer, area.x + 1, y, area.width.saturating_sub(2), &line);
        y += 1;
    }
    y - area.y
}

/// Who takes no part in the case, and the interests that were declared, quietly.
fn apart(ink: &Ink, screen: &CaseScreen, state: &State, cells: u16) -> Vec<Line<'static>> {
    if !state.session.is_open() {
        return Vec::new();
    }
    let say = &ink.words.meeting;
    let recused: Vec<String> =
        state.session.recused(&screen.opened.case.case).map(|one| one.person.name.clone()).collect();
    let there = state.session.people.iter().filter(|one| one.is_there());
    let declared = there.flat_map(|one| one.interests.iter().map(move |(interest, _)| (one, *interest)));
    let declared: Vec<String> = declared
        .filter(|(_, interest)| *interest != Interest::None)
        .map(|(one, interest)| format!("{} ({})", one.person.name, ink.words.label(interest)))
        .collect();
    let mut parts = Vec::new();
    if !recused.is_empty() {
        parts.push((say.recused)(&recused.join(", ")));
    }
    if !declared.is_empty() {
        parts.push((say.declared)(&declared.join(", ")));
    }
    if parts.is_empty() {
        return Vec::new();
    }
    let line = Line::from(Span::styled(parts.join(" · "), ink.look.dim));
    wrap_line(&line, usize::from(cells.saturating_sub(2)).max(1))
}

/// The values of the file that are improbable: what is computed from them stands below all the same.
pub(super) fn improbable(ink: &Ink, opened: &Opened) -> Option<Line<'static>> {
    let values = opened.file.improbable();
    let said = (ink.words.screens.improbable)(&values.join(", "));
    (!values.is_empty()).then(|| Line::from(Span::styled(format!("{} {said}", mark::WARNING), ink.look.warning)))
}

pub(super) fn question(opened: &Opened, cells: u16) -> Vec<Line<'static>> {
    let question = Span::styled(opened.case.question.as_str().to_owned(), Modifier::BOLD);
    wrap_line(&Line::from(question), usize::from(cells.saturating_sub(2)).max(1))
}

/// Where the case stands on the agenda; in a meeting its clock and its quorum, in a row of their own where the width is short.
fn places(ink: &Ink, screen: &CaseScreen, state: &State, cells: u16) -> Vec<Line<'static>> {
    let entries = &state.queue.entries;
    let case = &screen.opened.case;
    let at = entries.iter().position(|entry| entry.case_id() == Some(&case.case));
    let position = at.map(|at| format!("{}/{}", at + 1, entries.len())).unwrap_or_default();
    let mut first = Line::from(Span::raw(position));
    let mut rows = Vec::new();
    if state.session.is_open() {
        let clock = wall::clock_of(state, ink.look, &case.case, case.mode);
        first = joined(first, clock.unwrap_or_default());
        let quorum = quorum(ink, state, case, cells).unwrap_or_default();
        if cells >= ONE_ROW { first = joined(first, quorum) } else { rows.push(quorum) }
    }
    rows.insert(0, first);
    for span in rows.iter_mut().flat_map(|row| &mut row.spans) {
        span.style = ink.look.bar.patch(span.style);
    }
    rows
}

/// In words where they leave half of the row to the case.
fn quorum(ink: &Ink, state: &State, case: &Case, cells: u16) -> Option<Line<'static>> {
    let most = usize::from(cells / 2);
    let long = wall::quorum_long(state, ink.look, Some(&case.case)).filter(|line| line_width(line) <= most);
    long.or_else(|| wall::quorum_short(state, ink.look, Some(&case.case)))
}

fn joined(mut one: Line<'static>, other: Line<'static>) -> Line<'static> {
    if !other.spans.is_empty() {
        one.spans.push(Span::raw("   "));
        one.spans.extend(other.spans);
    }
    one
}

/// Who and what in rows. As many safety rules as there is place for say their name; only one that stops is worth a row more.
fn rows(ink: &Ink, opened: &Opened, parts: &[Line<'static>], places: &[Line], cells: u16) -> Vec<Line<'static>> {
    let with = |names: usize| {
        let mut parts = parts.to_vec();
        parts.push(safety::brief(ink, &opened.safety, names));
        flow(parts, places, cells)
    };
    let counted = with(0);
    let fits = |rows: &Vec<Line>| {
        let most = usize::from(cells.saturating_sub(2));
        rows.len() == counted.len() && rows.iter().all(|row| line_width(row) <= most)
    };
    let named = (1..=safety::loud(&opened.safety)).rev().map(with).find(fits);
    let stops = opened.safety.at(Level::Stop).next().is_some();
    named.unwrap_or_else(|| if stops { with(1) } else { counted.clone() })
}

/// The parts in rows: the first ones leave room for what stands on their right.
fn flow(parts: Vec<Line<'static>>, places: &[Line], cells: u16) -> Vec<Line<'static>> {
    let cells = usize::from(cells.saturating_sub(2)).max(1);
    let mut rows: Vec<Line<'static>> = Vec::new();
    for part in parts {
        let beside = places.get(rows.len().saturating_sub(1)).map_or(0, line_width);
        let taken = if beside > 0 { beside + GAP } else { 0 };
        match rows.last_mut().filter(|row| line_width(row) + GAP + line_width(&part) + taken <= cells) {
            Some(row) => {
                row.spans.push(Span::raw(" ".repeat(GAP)));
                row.spans.extend(part.spans);
            }
            None => rows.push(part),
        }
    }
    rows
}

fn parts(ink: &Ink, opened: &Opened, is_masked: bool) -> Vec<Line<'static>> {
    let mut parts = named(ink, opened, is_masked);
    let newest = newest_biopsy(opened);
    parts.push(newest.map_or_else(|| ink.phrase().dim(ink.words.panel.no_biopsy).line(), |one| biopsy(ink, one)));
    parts.push(upcr(ink, opened));
    parts.push(egfr(ink, opened));
    parts.push(flares(ink, opened));
    parts.push(letters(ink, opened, is_masked));
    parts
}

/// The newest biopsy of the day everything is computed for.
pub(super) fn newest_biopsy(opened: &Opened) -> Option<&Biopsy> {
    let biopsies = opened.case.kidney.biopsies.iter();
    biopsies.filter(|biopsy| biopsy.date <= opened.today).max_by_key(|one| one.date)
}

/// The case, who it is.
fn named(ink: &Ink, opened: &Opened, is_masked: bool) -> Vec<Line<'static>> {
    let case = &opened.case;
    let mut parts = vec![ink.phrase().with(case.case.as_str(), ink.look.bar.add_modifier(Modifier::BOLD)).line()];
    if case.origin == Some(Origin::Synthetic) {
        parts.push(ink.phrase().with(ink.words.app.synthetic, Modifier::ITALIC.into()).line());
    }
    if !is_masked {
        parts.push(ink.phrase().say(case.patient.alias.as_str()).line());
    }
    parts.push(who(ink, opened));
    let style = ink.look.warning.add_modifier(Modifier::BOLD);
    parts.extend(wording::expecting(case, ink.words).map(|said| ink.phrase().with(&said, style).line()));
    parts
}

/// The five points: the letter of each with its mark, as its figure begins.
fn letters(ink: &Ink, opened: &Opened, is_masked: bool) -> Line<'static> {
    let letter = |id: &FigureId| {
        let letter = figure::name(*id, ink.words).chars().take(1).collect::<String>();
        let mark = opened.told(*id, ink.lang, is_masked).first().and_then(|row| row.first());
        let mark = mark.map(|mark| Span::styled(mark.text.clone(), figures::style(ink.look, mark.tone)));
        std::iter::once(Span::raw(letter)).chain(mark).chain([Span::raw("\u{a0}")])
    };
    let mut spans: Vec<Span> = POINTS.iter().flat_map(letter).collect();
    spans.pop();
    Line::from(spans)
}

fn who(ink: &Ink, opened: &Opened) -> Line<'static> {
    let (words, patient) = (ink.words, &opened.case.patient);
    let sex = if patient.sex == Sex::Female { words.case.female_short } else { words.case.male_short };
    let phrase = ink.phrase().say(sex);
    let phrase = match patient.age_on(opened.today) {
        Some(age) => phrase.say(&(words.count.years)(age.into())),
        None => phrase.lacks(words.panel.no_age),
    };
    match patient.weight {
        Field::Known(weight) => phrase.say(&ink.lang.quantity(&weight)).line(),
        Field::Unknown | Field::Absent => phrase.lacks(words.panel.no_weight).line(),
    }
}

fn biopsy(ink: &Ink, biopsy: &Biopsy) -> Line<'static> {
    let class = match biopsy.lesions {
        Field::Known(lesions) => format!("{} ({})", class_name(&biopsy.class), lesions.code()),
        Field::Unknown | Field::Absent => class_name(&biopsy.class),
    };
    let phrase = ink.phrase().with(&class, Modifier::BOLD.into());
    let activity = biopsy.activity.known().map(|index| u32::from(index.0));
    let chronicity = biopsy.chronicity.known().map(|index| u32::from(index.0));
    let phrase = index(ink, ink.words.case.activity_index, activity, 24, phrase);
    index(ink, ink.words.case.chronicity_index, chronicity, 12, phrase).line()
}

pub(super) fn index<'a>(ink: &Ink<'a>, name: &str, value: Option<u32>, most: u32, phrase: Phrase<'a>) -> Phrase<'a> {
    let shown = value.map_or_else(|| "?".to_owned(), |value| value.to_string());
    let style = if value.is_some() { Style::default() } else { ink.look.needs_data };
    phrase.with(&format!("{name}\u{a0}{shown}/{most}"), style)
}

fn upcr(ink: &Ink, opened: &Opened) -> Line<'static> {
    let series = clinic::upcr_series(&opened.case);
    let phrase = ink.phrase().say(ink.words.unit.upcr);
    let Some(newest) = series.newest_by(opened.today) else {
        return phrase.lacks(ink.words.app.not_stated).line();
    };
    let trend = series.change().map(|change| arrow(change.from.value.value().cmp(&change.to.value.value())));
    let phrase = phrase.with(&ink.lang.quantity(&newest.value), Modifier::BOLD.into());
    phrase.say(trend.unwrap_or_default()).say(&ink.on(newest.date)).line()
}

/// The way from the value before to the newest.
pub(super) const fn arrow(before_to_newest: Ordering) -> &'static str {
    match before_to_newest {
        Ordering::Less => "↗",
        Ordering::Equal => "→",
        Ordering::Greater => "↘",
    }
}

fn egfr(ink: &Ink, opened: &Opened) -> Line<'static> {
    let phrase = ink.phrase().say(ink.words.unit.egfr);
    let newest = clinic::egfr_series(&opened.case).ok().and_then(|series| series.newest_by(opened.today));
    let Some(newest) = newest else {
        return phrase.lacks(ink.words.app.not_stated).line();
    };
    phrase
        .with(&crate::wording::printed_egfr(ink.lang, newest.value), Modifier::BOLD.into())
        .say(ink.words.unit.egfr_unit)
        .say(newest.value.stage().name())
        .line()
}

fn flares(ink: &Ink, opened: &Opened) -> Line<'static> {
    let words = &ink.words.case;
    match opened.case.lupus.flares {
        Field::Known(0) => ink.phrase().say(ink.words.panel.no_flare).line(),
        Field::Known(1) => ink.phrase().say(words.first_flare).line(),
        Field::Known(number) => ink.phrase().say(&(words.flare)(number)).line(),
        Field::Unknown | Field::Absent => ink.phrase().lacks(ink.words.panel.flares_unknown).line(),
    }
}
