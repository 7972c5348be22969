use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use crate::app::TaperScreen;
use crate::view::cells::{line_width, pad, truncate, width, wrap_line};
use crate::view::ink::Ink;
use crate::view::page::Page;
use crate::view::{mark, standing};
use crate::wording;

/// Cells by which words under a name are set in.
const BENEATH: usize = 7;

/// How a guideline is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// Its name, and as much as there is room for beside it.
    InOneRow,
    /// Everything, beside its name.
    Whole,
    /// Everything, under its name.
    Beneath,
}

/// The look of a guideline's number, on the chart and in the list; the one under the cursor is bold.
pub(super) fn style(ink: &Ink, screen: &TaperScreen, place: usize) -> Style {
    let quiet = [ink.look.series(1), ink.look.series(3), ink.look.series(4), ink.look.target];
    let style = quiet.get(place % quiet.len()).copied().unwrap_or_default();
    if place == screen.guide { style.add_modifier(Modifier::BOLD) } else { style }
}

/// Rows of the list; beneath, every guideline is told in full under its name.
pub(super) fn height(ink: &Ink, screen: &TaperScreen, beneath: bool, width: u16) -> u16 {
    let cells = usize::from(width.saturating_sub(2));
    let how = |place| if beneath { Told::Beneath } else { told(screen, place) };
    let rows = (0..screen.reading.against.len()).map(|place| entry(ink, screen, place, cells, how(place)).len());
    u16::try_from(rows.sum::<usize>()).unwrap_or(u16::MAX)
}

fn told(screen: &TaperScreen, place: usize) -> Told {
    if place == screen.guide { Told::Whole } else { Told::InOneRow }
}

/// Every guideline with how the plan stands to it: all in full under their names, or only the one under the cursor.
pub(super) fn draw(ink: &Ink, screen: &TaperScreen, beneath: bool, area: Rect, buffer: &mut Buffer) {
    let mut page = Page::of(area);
    for place in 0..screen.reading.against.len() {
        let first = page.height();
        let is_here = place == screen.guide;
        let how = if beneath { Told::Beneath } else { told(screen, place) };
        let rows = entry(ink, screen, place, page.width(), how);
        for row in rows {
            page.row(row);
        }
        if is_here {
            page.focus(first..page.height());
        }
    }
    page.draw_focus(ink.look, area, buffer);
}

/// `▸[1] ● EULAR 2025  start 25–42 mg/d: within · prints no schedule`; beside the plan, the words stand under the name.
fn entry(ink: &Ink, screen: &TaperScreen, place: usize, cells: usize, how: Told) -> Vec<Line<'static>> {
    let Some(one) = screen.reading.against.get(place) else { return Vec::new() };
    let look = ink.look;
    let is_here = place == screen.guide;
    let cursor = if is_here { mark::CURSOR } else { " " };
    let is_drawn = !screen.hidden.contains(&place);
    let number = if is_drawn { format!("[{}] ", place + 1) } else { format!(" {}  ", place + 1) };
    let number = Span::styled(number, style(ink, screen, place));
    let names = screen.reading.against.iter().map(|one| width(&wording::taper_guide(ink.lang, &one.guide)));
    let name = pad(&wording::taper_guide(ink.lang, &one.guide), names.max().unwrap_or(0), Alignment::Left);
    let verdict =
        Span::styled(format!("{} ", standing::mark(one.guide.verdict)), standing::style(look, one.guide.verdict));
    let heavy = if is_here { Modifier::BOLD.into() } else { Style::default() };
    let lead = vec![Span::styled(cursor, look.key), number, verdict, Span::styled(format!("{name}  "), heavy)];
    let lead = Line::from(lead);
    let mut said = wording::taper_against(ink.lang, &screen.reading, one);
    if how == Told::Beneath {
        if one.guide.verdict.speaks() {
            said.insert(0, wording::verdict(ink.words, one.guide.verdict).to_owned());
        }
        let rows = wrap_line(&parts(ink, &said), cells.saturating_sub(BENEATH).max(1));
        return std::iter::once(lead).chain(rows.iter().map(set_in)).collect();
    }
    let said = said.join(" · ");
    let room = cells.saturating_sub(line_width(&lead));
    let mut line = lead;
    if how == Told::InOneRow || width(&said) <= room {
        line.spans.push(Span::raw(truncate(&said, room)));
        return vec![line];
    }
    let (first, rest) = filled(&said, room);
    line.spans.push(Span::raw(first));
    let rest = wrap_line(&Line::from(rest), cells.saturating_sub(BENEATH).max(1));
    std::iter::once(line).chain(rest.iter().map(set_in)).collect()
}

/// The words that fit into so many cells, and the others.
fn filled(text: &str, room: usize) -> (String, String) {
    let (mut first, mut rest): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    let mut used = 0;
    for word in text.split(' ') {
        used += width(word) + usize::from(used > 0);
        if used <= room && rest.is_empty() { first.push(word) } else { rest.push(word) }
    }
    (first.join(" "), rest.join(" "))
}

fn set_in(row: &Line<'static>) -> Line<'static> {
    let mut line = Line::from(" ".repeat(BENEATH));
    line.spans.extend(row.spans.clone());
    line
}

/// Parts with a quiet dot between two.
fn parts(ink: &Ink, said: &[String]) -> Line<'static> {
    let mut phrase = ink.phrase();
    for part in said {
        phrase = if phrase.is_empty() { phrase } else { phrase.dot() };
        phrase = phrase.say(part);
    }
    phrase.line()
}
