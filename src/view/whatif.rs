//! What if: the facts that can be supposed, the cells that then say something else, and, where there is room, the table.
//! A banner says throughout that it is a hypothesis.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use super::bars::Parts;
use super::cells::{line_width, pad, print_aligned, print_line, truncate, truncate_line, width, wrap_line};
use super::ink::{Ink, Phrase};
use super::look::Look;
use super::panel::guidelines;
use super::panel_frame::{frame, note_hidden};
use super::prose::{self, Hidden};
use super::table::window;
use super::{mark, standing};
use crate::app::{Group, Opened, State, WhatIfScreen};
use crate::knowledge::{Cell, Changed, FactId, Kind, Measure, Value};
use crate::text::Words;
use crate::wording;

/// From this size on the table stands beside the facts.
const BESIDE: (u16, u16) = (110, 26);
/// Cells of the facts where the table stands beside them.
const FACTS: (u16, u16) = (56, 74);
/// Cells before the name of a fact.
const LEAD: usize = 2;
/// Cells that a value keeps beside the longest name: a supposed one with the true one.
const VALUE: usize = 25;
/// Cells that the name of a topic keeps before its verdicts.
const LEAST_TOPIC: usize = 12;

/// Draws the screen.
pub fn draw(screen: &WhatIfScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let ink = Ink::new(look, state.lang);
    let said = [(ink.words.whatif.cells)(screen.changed.len()), (ink.words.whatif.verdicts)(screen.verdicts())];
    let right = if screen.suppositions().is_empty() { String::new() } else { said.join(" · ") };
    let sentences = [ink.words.whatif.banner, ink.words.whatif.banner_short];
    banner(&ink, screen.truth.case.case.as_str(), &sentences, &right, parts.head, buffer);
    let body = parts.body;
    if body.width >= BESIDE.0 && body.height >= BESIDE.1 {
        let left = (body.width * 2 / 5).clamp(FACTS.0, FACTS.1);
        facts(&ink, screen, Rect { width: left, ..body }, buffer);
        let right = Rect { x: body.x + left, width: body.width - left, ..body };
        let wanted = u16::try_from(screen.changed.len())
            .unwrap_or(u16::MAX)
            .saturating_add(3 + u16::from(safety(&ink, screen).is_some()));
        let above = wanted.clamp(4, (body.height / 3).max(4));
        cells(&ink, screen, Rect { height: above, ..right }, buffer);
        table(&ink, screen, Rect { y: right.y + above, height: right.height - above, ..right }, buffer);
        return;
    }
    // The side with the cursor takes the greater share.
    let share = if screen.in_cells { 2 } else { 3 };
    let above = (body.height * share / 5).max(4).min(body.height);
    facts(&ink, screen, Rect { height: above, ..body }, buffer);
    cells(&ink, screen, Rect { y: body.y + above, height: body.height - above, ..body }, buffer);
}

/// Says over the whole width that what is shown is a hypothesis, of which case, and the first of the sentences that has room.
pub fn banner(ink: &Ink, case: &str, sentences: &[&str], right: &str, area: Rect, buffer: &mut Buffer) {
    let (words, style) = (&ink.words.whatif, ink.look.hypothesis);
    buffer.set_style(area, style);
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let room = usize::from(inner.width).saturating_sub(if right.is_empty() { 0 } else { width(right) + 2 });
    let lead = format!("{} {} · {case} · ", mark::CHANGED, words.hypothesis);
    let sentence = sentences.iter().find(|text| width(&lead) + width(text) <= room);
    let left = format!("{lead}{}", sentence.copied().unwrap_or_default());
    let left = left.trim_end_matches(" · ").to_owned();
    print_line(buffer, inner.x, inner.y, inner.width, &Line::from(Span::styled(left, style)));
    print_aligned(buffer, inner, &Line::from(Span::styled(right.to_owned(), style)), Alignment::Right);
}

fn facts(ink: &Ink, screen: &WhatIfScreen, area: Rect, buffer: &mut Buffer) {
    let (words, look) = (ink.words, ink.look);
    let supposed = screen.suppositions().len();
    let title = if supposed == 0 { words.whatif.title.to_owned() } else { (words.whatif.facts)(supposed) };
    let inside = frame(&title, !screen.in_cells, look, area, buffer);
    let rows = fact_rows(ink, screen, usize::from(inside.width));
    let at = rows.iter().position(|(entry, _)| *entry == Some(screen.fact)).unwrap_or(0);
    let seen = window(at, rows.len(), inside.height);
    for (y, (entry, line)) in (inside.y..inside.bottom()).zip(rows.get(seen.clone()).unwrap_or_default()) {
        print_line(buffer, inside.x, y, inside.width, line);
        if *entry == Some(screen.fact) && !screen.in_cells {
            buffer.set_style(Rect { y, height: 1, ..inside }, look.selected);
        }
    }
    note_hidden(Hidden { above: seen.start, below: rows.len() - seen.end }, look, area, buffer);
}

/// The facts under the names of their groups, each with its place among the entries.
fn fact_rows(ink: &Ink, screen: &WhatIfScreen, cells: usize) -> Vec<(Option<usize>, Line<'static>)> {
    let widest = screen.entries.iter().map(|entry| width(wording::fact(ink.words, entry.fact))).max().unwrap_or(0);
    let name = widest.min(cells.saturating_sub(LEAD + 1 + VALUE));
    let mut rows = Vec::new();
    let mut group = None;
    for (place, entry) in screen.entries.iter().enumerate() {
        if group != Some(entry.group) {
            group = Some(entry.group);
            rows.push((None, ink.heading(group_name(&ink.words.whatif, entry.group))));
        }
        rows.push((Some(place), fact_row(ink, screen, place, name, cells)));
    }
    rows
}

/// A fact, what it is, and, where it is supposed, what it truly is. Its name is whole where the value leaves room.
fn fact_row(ink: &Ink, screen: &WhatIfScreen, place: usize, name: usize, cells: usize) -> Line<'static> {
    let Some(entry) = screen.entries.get(place) else { return Line::default() };
    let is_here = place == screen.fact;
    let lead = if is_here { mark::CURSOR } else { " " };
    let value = value_line(ink, screen, entry.fact);
    let title = wording::fact(ink.words, entry.fact);
    let room = cells.saturating_sub(LEAD + 1 + line_width(&value));
    let name = name.max((width(title) + 1).min(room));
    let quiet = if entry.group == Group::NotAsked { ink.look.dim } else { ink.look.text };
    let title = Span::styled(pad(title, name, Alignment::Left), quiet);
    let mut line = Line::from(vec![Span::styled(format!("{lead} "), ink.look.key), title, Span::raw(" ")]);
    line.spans.extend(value.spans);
    line
}

/// What is supposed, or follows from it, with what is true; else what is.
fn value_line(ink: &Ink, screen: &WhatIfScreen, fact: FactId) -> Line<'static> {
    let (truth, now) = (&screen.truth.facts.get(fact).value, &screen.supposed.facts.get(fact).value);
    if truth != now {
        let is = format!("{} {}", mark::CHANGED, value(ink, fact, now));
        let was = format!("({} {})", ink.words.whatif.truth, value(ink, fact, truth));
        return ink.phrase().with(&is, ink.look.changed).dim(&was).line();
    }
    let style = if *now == Value::Unknown { ink.look.needs_data } else { Modifier::BOLD.into() };
    ink.phrase().with(&value(ink, fact, now), style).line()
}

/// As everywhere, but the filtration without its surface, which would take the place of what is true.
fn value(ink: &Ink, fact: FactId, value: &Value) -> String {
    match (fact.kind(), value) {
        (Kind::Number(Measure::Filtration), Value::Number(amount)) => {
            format!("{}\u{a0}mL/min", ink.lang.number(amount.number.0, 1))
        }
        _ => wording::value(ink.lang, fact, value),
    }
}

fn group_name(words: &crate::text::WhatIf, group: Group) -> &'static str {
    match group {
        Group::MostAsked => words.most_asked,
        Group::Histology => words.histology,
        Group::Kidney => words.kidney,
        Group::Course => words.course,
        Group::Extrarenal => words.extrarenal,
        Group::Pregnancy => words.pregnancy,
        Group::Background => words.background,
        Group::NotAsked => words.not_asked,
    }
}

fn cells(ink: &Ink, screen: &WhatIfScreen, area: Rect, buffer: &mut Buffer) {
    let (words, look) = (&ink.words.whatif, ink.look);
    let title = format!("{} {}", mark::CHANGED, (words.cells)(screen.changed.len()));
    let mut inside = frame(&title, screen.in_cells, look, area, buffer);
    if let Some(line) = safety(ink, screen) {
        print_line(buffer, inside.x, inside.y, inside.width, &truncate_line(&line, usize::from(inside.width)));
        inside = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    }
    if screen.changed.is_empty() {
        let sentence = if screen.suppositions().is_empty() { words.nothing } else { words.no_cell };
        prose::draw(&[ink.phrase().dim(sentence).line()], 0, inside, buffer);
        return;
    }
    let rows: Vec<(usize, Line)> = screen
        .changed
        .iter()
        .enumerate()
        .flat_map(|(place, one)| {
            let room = usize::from(inside.width).saturating_sub(2);
            let open = place == screen.cell && screen.in_cells;
            let lines = if open {
                wrap_line(&change(ink, screen, one, None), room)
            } else {
                vec![truncate_line(&change(ink, screen, one, Some(room)), room)]
            };
            lines.into_iter().map(move |line| (place, line))
        })
        .collect();
    let at = rows.iter().position(|(place, _)| *place == screen.cell).unwrap_or(0);
    let seen = window(at, rows.len(), inside.height);
    for (y, (place, line)) in (inside.y..inside.bottom()).zip(rows.get(seen.clone()).unwrap_or_default()) {
        let is_here = screen.in_cells && *place == screen.cell;
        let lead = if is_here { mark::CURSOR } else { " " };
        print_line(buffer, inside.x, y, 2, &Line::from(Span::styled(lead, look.key)));
        print_line(buffer, inside.x + 2, y, inside.width.saturating_sub(2), line);
        if is_here {
            buffer.set_style(Rect { y, height: 1, ..inside }, look.selected);
        }
    }
    note_hidden(Hidden { above: seen.start, below: rows.len() - seen.end }, look, area, buffer);
}

/// How many alerts there are and would be, and which appear and vanish: `Safety ⊘ 0 → 1 + teratogen and pregnancy (S05)`.
fn safety(ink: &Ink, screen: &WhatIfScreen) -> Option<Line<'static>> {
    let change = screen.truth.safety.change(&screen.supposed.safety);
    if change.is_none() {
        return None;
    }
    let told = |sign: &str, before: usize, after: usize| format!("{sign}\u{a0}{before}\u{a0}→\u{a0}{after}");
    let mut phrase = ink.phrase().say(ink.words.safety.title);
    for (level, before, after) in &change.counts {
        let (sign, style) = standing::level(ink.look, *level);
        phrase = phrase.with(&told(sign, *before, *after), style);
    }
    let (before, after) = change.waiting;
    if before != after {
        phrase = phrase.lacks(&told(mark::NEEDS_DATA, before, after));
    }
    Some(phrase.dim(&wording::safety_change(ink.lang, &change).join(", ")).line())
}

/// `EULAR Initial therapy: ● recommended → ○ not advised`. In so many cells the name of the topic gives way to the verdicts.
fn change(ink: &Ink, screen: &WhatIfScreen, one: &Changed, cells: Option<usize>) -> Line<'static> {
    let words = ink.words;
    let (before, after) = (cell_of(&screen.truth, one), cell_of(&screen.supposed, one));
    let guideline = screen.truth.table.columns.get(one.column).map_or("", |column| column.name.as_str());
    let other = before.zip(after).map(|(before, after)| difference(words, before, after)).unwrap_or_default();
    let other = if other.is_empty() && !one.is_verdict() { words.whatif.otherwise.to_owned() } else { other };
    let said = verdicts(ink, one);
    // Three spaces, and the mark that more follows.
    let around = [mark::CHANGED, guideline, words.guide.colon].map(width).iter().sum::<usize>() + 3 + 2;
    let room = |cells: usize| cells.saturating_sub(around + line_width(&said.clone().line())).max(LEAST_TOPIC);
    let name = truncate(wording::topic(words, one.topic), cells.map_or(usize::MAX, room));
    let title = format!("{guideline} {name}{}", words.guide.colon);
    ink.phrase().with(mark::CHANGED, ink.look.changed).say(&title).then(said).dim(&other).line()
}

/// The verdict before and after; once where it stays.
fn verdicts<'a>(ink: &Ink<'a>, one: &Changed) -> Phrase<'a> {
    let word = |verdict| format!("{}\u{a0}{}", standing::mark(verdict), wording::verdict(ink.words, verdict));
    let style = standing::style(ink.look, one.after);
    if one.is_verdict() {
        let before = ink.phrase().with(&word(one.before), ink.look.dim);
        before.say("→").with(&word(one.after), style.patch(Modifier::BOLD))
    } else {
        ink.phrase().with(&word(one.after), style)
    }
}

fn cell_of<'a>(opened: &'a Opened, one: &Changed) -> Option<&'a Cell> {
    opened.table.rows.get(one.row)?.cells.get(one.column)
}

/// Regimens that are offered now and were not, and the other way round.
fn difference(words: &Words, before: &Cell, after: &Cell) -> String {
    let lacks = |cell: &Cell, code: &str| cell.offers.iter().all(|offer| offer.regimen != code);
    let named = |sign: &str, of: &Cell, in_other: &Cell| {
        let gone = of.offers.iter().filter(|offer| lacks(in_other, &offer.regimen));
        gone.map(|offer| format!("{sign}\u{a0}{}", wording::regimen(words, &offer.regimen, &[]).replace(' ', "\u{a0}")))
            .collect::<Vec<_>>()
    };
    let parts = [named("+", after, before), named("−", before, after)].concat();
    parts.join(", ")
}

fn table(ink: &Ink, screen: &WhatIfScreen, area: Rect, buffer: &mut Buffer) {
    let inside = frame(ink.words.table.title, false, ink.look, area, buffer);
    let cursor = screen.changed.get(screen.cell).map(|one| (one.row, one.column));
    let changed: Vec<(usize, usize)> = screen.changed.iter().map(|one| (one.row, one.column)).collect();
    let reading = guidelines::Reading { cursor, changed, ..guidelines::Reading::default() };
    let seen = guidelines::draw_table(&screen.supposed.table, &reading, ink.lang, ink.look, inside, buffer);
    let hidden = seen.hidden;
    note_hidden(hidden, ink.look, area, buffer);
}

/// What is supposed, in one line: `UPCR: Δ 0.8 g/g`.
pub fn supposed_line(ink: &Ink, opened: &Opened) -> Line<'static> {
    let mut phrase = ink.phrase();
    for (fact, supposed) in opened.facts.supposed().iter() {
        let name = format!("{}{}", wording::fact(ink.words, fact), ink.words.guide.colon);
        let value = format!("{}\u{a0}{}", mark::CHANGED, wording::value(ink.lang, fact, supposed.value()));
        phrase = if phrase.is_empty() { phrase } else { phrase.dot() };
        phrase = phrase.say(&name).with(&value, ink.look.changed);
    }
    phrase.line()
}
