use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::guides;
use crate::app::{Binding, Command, Place, TaperScreen};
use crate::clinic::Held;
use crate::domain::Day;
use crate::knowledge::GuideReading;
use crate::view::cells::{pad, print_line, width};
use crate::view::ink::Ink;
use crate::view::look::Look;
use crate::view::prose::{self, Hidden};
use crate::view::{keys, mark, table};
use crate::wording::{self, TaperRow};

/// Cells between two columns.
const GAP: usize = 2;

/// The plan step by step, with how each step stands to each guideline under its number.
pub(super) fn draw(ink: &Ink, keys_in_force: &[Binding], screen: &TaperScreen, area: Rect, buffer: &mut Buffer) {
    let words = &ink.words.taper;
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    if screen.plan().is_empty() {
        let key = |command| keys::key_of(keys_in_force, Place::Taper, command);
        let hint = (words.no_plan_hint)(&key(Command::AddStep), &key(Command::Open));
        let line = ink.phrase().lacks(words.no_plan).dim(&hint).line();
        prose::draw(&[line], 0, inside, buffer);
        return;
    }
    let rows = wording::taper_rows(ink.lang, screen.plan(), screen.weight());
    let heads = [words.dose, words.per_kilo, words.days, words.weeks, words.cumulative];
    let standing = 2 * screen.reading.against.len();
    let widths = fitting(widths(&heads, &rows), usize::from(inside.width).saturating_sub(3 + standing));
    let mut head = vec![Span::styled(joined("  ", &heads, &widths), ink.look.title)];
    head.extend(
        (0..screen.reading.against.len())
            .map(|place| Span::styled(format!(" {}", place + 1), guides::style(ink, screen, place))),
    );
    let key = keys::key_of(keys_in_force, Place::Taper, Command::FileLines);
    let (note, style) = if screen.is_in_file() {
        (words.in_file.to_owned(), ink.look.dim)
    } else {
        ((words.not_in_file)(&key), ink.look.changed)
    };
    print_line(buffer, inside.x, inside.y, inside.width, &Line::from(head));
    let foot = u16::from(area.height > 2);
    let list = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1 + foot), ..inside };
    let seen = table::window(screen.step, rows.len(), list.height);
    for (y, (place, row)) in (list.y..list.bottom()).zip(rows.iter().enumerate().skip(seen.start)) {
        let is_here = place == screen.step;
        let lead = if is_here { format!("{} ", mark::CURSOR) } else { "  ".to_owned() };
        let cells = [&row.dose, &row.per_kilo, &row.days, &row.weeks, &row.cumulative].map(String::as_str);
        let mut line = vec![Span::raw(joined(&lead, &cells, &widths))];
        line.extend(standings(ink.look, screen, place));
        print_line(buffer, list.x, y, list.width, &Line::from(line));
        if is_here {
            buffer.set_style(Rect { y, height: 1, ..list }, ink.look.selected);
        }
    }
    if foot > 0 {
        let hidden = Hidden { above: seen.start, below: rows.len() - seen.end };
        let line = ink.phrase().with(&hidden.note(), ink.look.key).with(&note, style).dim(words.marks).line();
        print_line(buffer, inside.x, area.bottom() - 1, inside.width, &line);
    }
}

fn widths(heads: &[&str; 5], rows: &[TaperRow]) -> [usize; 5] {
    let mut widths = heads.map(width);
    for row in rows {
        let cells = [&row.dose, &row.per_kilo, &row.days, &row.weeks, &row.cumulative];
        for (widest, cell) in widths.iter_mut().zip(cells) {
            *widest = (*widest).max(width(cell));
        }
    }
    widths
}

/// The widths with the columns left out that do not fit: the total first, then the dose by weight, then the length.
fn fitting(mut widths: [usize; 5], room: usize) -> [usize; 5] {
    for place in [4, 1, 3] {
        let columns = widths.iter().filter(|width| **width > 0).count();
        if widths.iter().sum::<usize>() + GAP * columns.saturating_sub(1) <= room {
            break;
        }
        if let Some(width) = widths.get_mut(place) {
            *width = 0;
        }
    }
    widths
}

/// Numbers at the right of their column, days at the left; a column without width is left out.
fn joined(lead: &str, cells: &[&str; 5], widths: &[usize; 5]) -> String {
    let sides = [Alignment::Right, Alignment::Right, Alignment::Left, Alignment::Right, Alignment::Right];
    let kept = cells.iter().zip(widths).zip(sides).filter(|((_, width), _)| **width > 0);
    let cells: Vec<String> = kept.map(|((cell, width), side)| pad(cell, *width, side)).collect();
    format!("{lead}{} ", cells.join(&" ".repeat(GAP)))
}

/// How the days of a step stand to each guideline.
fn standings(look: &Look, screen: &TaperScreen, place: usize) -> Vec<Span<'static>> {
    let Some(step) = screen.plan().steps().get(place) else { return Vec::new() };
    let last = screen.plan().last_day_of(place);
    let each = screen.reading.against.iter().map(|one| {
        let (mark, style) = standing(look, one, step.from, last);
        Span::styled(format!(" {mark}"), style)
    });
    each.collect()
}

fn standing(look: &Look, one: &GuideReading, first: Day, last: Option<Day>) -> (&'static str, Style) {
    let held = one.in_step(first, last);
    match (held.contains(&Held::Above), held.contains(&Held::Below), held.contains(&Held::Within)) {
        (true, true, _) => ("≠", look.differ),
        (true, false, _) => ("▲", look.warning),
        (false, true, _) => ("▼", look.close),
        (false, false, true) => ("=", look.ok),
        (false, false, false) => ("·", look.dim),
    }
}
