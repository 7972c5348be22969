//! The past decisions nearest to a case: a list, and under it, or beside it, what makes the distance of the one under the
//! cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::cells::{line_width, print_wrapped, width};
use super::look::Look;
use super::page::Page;
use super::stack::{Row, Stack, around};
use super::table::{Column, Table};
use super::{mark, shown};
use crate::app::{PrecedentsScreen, State};
use crate::archive::{Dimension, Distance, Likeness, Nearness, Part, Precedent, UNKNOWN};
use crate::report::{came_said, decided_said, likeness_said, precedent_day, trait_said};
use crate::text::{Words, words};

/// From this width on the explanation stands beside the list.
const BESIDE: u16 = 150;
/// Cells of the explanation beside the list.
const ASIDE: u16 = 68;
/// From this width of the list on the word for the nearness stands beside its bar.
const WITH_WORD: u16 = 84;
/// Cells of the bar of nearness.
const BAR: usize = 5;

/// Draws the list and the explanation.
pub fn draw(screen: &PrecedentsScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let words = words(state.lang);
    let say = &words.precedent;
    let title = format!("{} · {}", say.title, shown::head(&screen.opened, state, words));
    let count = screen.found.as_ref().map_or(0, |found| found.nearest.len());
    let right = if count > 0 { (words.queue.position)(screen.selected + 1, count) } else { String::new() };
    bar(look, parts.head, buffer, &Line::from(Span::styled(title, look.title)), &Line::raw(right));
    let body = Rect { x: parts.body.x + 1, width: parts.body.width.saturating_sub(2), ..parts.body };
    let note = note(screen, words);
    let lines = print_wrapped(buffer, body, &Line::from(Span::styled(note, look.dim)));
    let lines = lines.min(body.height);
    let body = Rect { y: body.y + lines, height: body.height - lines, ..body };
    let Some(one) = screen.at_hand() else {
        let said = match &screen.found {
            None => state.unrecorded.as_deref().unwrap_or(say.searching),
            Some(_) => say.nothing_yet,
        };
        print_wrapped(buffer, Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body }, &Line::raw(said));
        return;
    };
    let (list, aside) = split(body);
    draw_list(screen, state, look, (parts, list), buffer);
    draw_explanation(screen, one, state, look, aside, buffer);
}

/// Whose measure it is, and what is left out.
fn note(screen: &PrecedentsScreen, words: &Words) -> String {
    let own = screen.found.as_ref().map_or(0, |found| found.own);
    let own = if own > 0 { format!(" {}", (words.precedent.own)(own)) } else { String::new() };
    format!("{}{own}", words.precedent.own_measure)
}

/// The places of the list and of the explanation.
fn split(body: Rect) -> (Rect, Rect) {
    if body.width >= BESIDE {
        let list = Rect { width: body.width - ASIDE - 2, ..body };
        return (list, Rect { x: list.right() + 2, width: ASIDE, ..body });
    }
    let rows = u16::try_from(Dimension::ALL.len() + 2).unwrap_or(u16::MAX).min(body.height * 5 / 9);
    let list = Rect { height: body.height - rows, ..body };
    (list, Rect { y: list.bottom(), height: rows, ..body })
}

fn draw_list(
    screen: &PrecedentsScreen,
    state: &State,
    look: &Look,
    (parts, area): (&Parts, Rect),
    buffer: &mut Buffer,
) {
    let words = words(state.lang);
    let found = screen.found.iter().flat_map(|found| &found.nearest).collect::<Vec<_>>();
    let near = around(screen.selected, found.len(), area.height);
    let first = near.start;
    let found = found.get(near).unwrap_or_default();
    let rows: Vec<Row> = found
        .iter()
        .map(|one| Row { cells: cells(one, area.width, state, look), below: below(screen, one, state, look) })
        .collect();
    let widest = |column: usize, head: &str| {
        let cells = rows.iter().filter_map(|row| row.cells.get(column)).map(line_width);
        u16::try_from(cells.max().unwrap_or(0).max(width(head))).unwrap_or(u16::MAX)
    };
    let say = &words.precedent;
    let heads = [
        if area.width >= WITH_WORD { say.distance } else { "" },
        words.archive.date,
        words.queue.case,
        words.queue.alias,
        words.queue.class,
        words.queue.upcr,
        say.concordance,
        say.decided,
    ];
    let column =
        |place: usize, priority| Column::fixed(widest(place, heads.get(place).copied().unwrap_or("")), priority);
    let columns = [
        column(0, 0),
        column(1, 2),
        column(2, 1),
        column(3, 6),
        column(4, 3),
        column(5, 5),
        column(6, 4),
        Column::growing(24, u16::MAX, 2),
    ];
    let heads = heads.map(Line::raw);
    let stack = Stack { columns: &columns, heads: &heads, rows: &rows, selected: screen.selected - first };
    parts.answer_rows(first, &stack.draw(look, area, buffer));
}

/// Nearness, day, case, alias, class, UPCR, how it read, what was decided.
fn cells(one: &Precedent, width: u16, state: &State, look: &Look) -> Vec<Line<'static>> {
    let past = &one.past;
    let mut readings = Vec::new();
    for (guideline, _, reading) in &one.readings {
        let (sign, style) = shown::reading(*reading, look);
        let initial = guideline.chars().next().map_or('?', |letter| letter.to_ascii_uppercase());
        if !readings.is_empty() {
            readings.push(Span::raw(" "));
        }
        readings.push(Span::raw(initial.to_string()));
        readings.push(Span::styled(sign, style));
    }
    let alias = shown::alias(state, &past.alias).to_owned();
    let alias = if one.same_alias { format!("{alias} =") } else { alias };
    vec![
        nearness(&one.distance, width >= WITH_WORD, state, look),
        Line::raw(state.lang.date(precedent_day(one))),
        Line::raw(past.case_id.to_string()),
        Line::raw(alias),
        Line::raw(past.class.clone()),
        Line::raw(past.upcr.as_ref().map_or_else(|| mark::SILENT.to_owned(), |upcr| shown::stored(upcr, state.lang))),
        Line::from(readings),
        Line::raw(decided_said(one, state.lang)),
    ]
}

/// A bar, and the word for it.
fn nearness(distance: &Distance, with_word: bool, state: &State, look: &Look) -> Line<'static> {
    let nearness = distance.nearness();
    let style = match nearness {
        Nearness::VeryNear | Nearness::Near => look.agree,
        Nearness::Middling => look.close,
        Nearness::Far => look.dim,
    };
    let word = (words(state.lang).precedent.nearness)(nearness.code());
    let word = if with_word { format!(" {word}") } else { String::new() };
    Line::from(vec![Span::styled(filled(1.0 - distance.total), style), Span::raw(word)])
}

/// A share of 1 in so many cells.
fn filled(share: f64) -> String {
    let full =
        (1..=BAR).filter(|cell| share * 10.0 >= f64::from(u8::try_from(cell * 2 - 1).unwrap_or(u8::MAX))).count();
    format!("{}{}", "■".repeat(full), "□".repeat(BAR - full))
}

/// In what alike, where it differs, and what came of it.
fn below(screen: &PrecedentsScreen, one: &Precedent, state: &State, look: &Look) -> Line<'static> {
    let words = words(state.lang);
    let same = if one.same_alias { format!(" · {}", words.precedent.same_alias) } else { String::new() };
    let came = format!("{}{}{}", words.precedent.came, words.report.colon, came_said(one, state.lang));
    let text = format!("{} · {came}{same}", likeness_said(&screen.of, one, state.lang));
    Line::from(Span::styled(text, look.dim))
}

/// Dimension by dimension: this case, then, how it stands, its share of the distance.
fn draw_explanation(
    screen: &PrecedentsScreen,
    one: &Precedent,
    state: &State,
    look: &Look,
    area: Rect,
    buffer: &mut Buffer,
) {
    let words = words(state.lang);
    let say = &words.precedent;
    let mut area = area;
    if area.height > u16::try_from(Dimension::ALL.len() + 1).unwrap_or(0) {
        let word = (say.nearness)(one.distance.nearness().code());
        let title = format!("{} {} · {word}", say.distance, state.lang.real(one.distance.total, 2));
        let mut page = Page::of(Rect { x: area.x.saturating_sub(1), width: area.width + 2, ..area });
        page.words(&title, look.title);
        page.draw(look, Rect { x: area.x.saturating_sub(1), width: area.width + 2, height: 1, ..area }, buffer, 0);
        area = Rect { y: area.y + 1, height: area.height - 1, ..area };
    }
    let row = |part: &Part| {
        let (sign, style) = likeness(part.likeness(), look);
        let name = (say.dimension)(part.dimension.code());
        let word = (say.likeness)(part.likeness().code());
        vec![
            Line::raw(name),
            Line::raw(trait_said(&screen.of, part.dimension, state.lang)),
            Line::raw(trait_said(&one.traits, part.dimension, state.lang)),
            Line::from(Span::styled(format!("{sign} {word}"), style)),
            Line::raw(state.lang.real(part.share(), 2)),
        ]
    };
    let rows: Vec<Vec<Line>> = one.distance.parts.iter().map(row).collect();
    let heads = ["", say.this_case, say.then, "", say.share].map(Line::raw);
    // An eGFR with its unit, where that leaves both cases their column; the share gives way to it.
    let value = if area.width >= 64 { 18 } else { 11 };
    let columns = [
        Column::growing(14, 18, 0),
        Column::growing(value, 19, 1),
        Column::growing(value, 19, 1),
        Column::growing(10, 12, 0),
        Column::fixed(5, 2).right(),
    ];
    let table = Table { columns: &columns, heads: &heads, rows: &rows, cursor: None, most_lines: 1, most_at_cursor: 1 };
    table.draw(look, area, buffer);
    let used = u16::try_from(rows.len() + 1).unwrap_or(u16::MAX);
    if area.height > used + 1 {
        let rest = Rect { y: area.y + used + 1, height: area.height - used - 1, ..area };
        let note = (say.unknown_counts)(&state.lang.real(UNKNOWN, 1));
        print_wrapped(buffer, rest, &Line::from(Span::styled(note, look.dim)));
    }
}

fn likeness(likeness: Likeness, look: &Look) -> (&'static str, ratatui::style::Style) {
    match likeness {
        Likeness::Alike => (mark::AGREE, look.agree),
        Likeness::Near => (mark::CLOSE, look.close),
        Likeness::Far => (mark::DIFFER, look.differ),
        Likeness::Unknown => (mark::NEEDS_DATA, look.needs_data),
    }
}
