//! A search being typed: what may stand next above it, a caret under the word that is not understood below it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui_textarea::TextArea;

use super::bars::{Parts, draw_upwards};
use super::cells::{pad, truncate, width};
use super::look::Look;
use crate::app::{ArchiveScreen, Screen, State, completion, text_of};
use crate::archive::filter::{Candidate, Count, Fault, parse};
use crate::text::{Words, visible, words};

/// Candidates in sight.
const MOST_OFFERED: usize = 6;

/// Draws the line with what surrounds it, upwards from the bottom; tells the first row.
pub fn draw(state: &State, look: &Look, typed: &TextArea<'_>, parts: &Parts, buffer: &mut Buffer) -> u16 {
    let words = words(state.lang);
    let text = text_of(typed);
    let prompt = format!("{} ", words.archive.search);
    let room = usize::from(parts.say.width).saturating_sub(2);
    let window = Window::new(&text, typed.cursor().1, room.saturating_sub(width(&prompt)));
    let completion = completion(state);
    let lead = width(&prompt);
    let mut lines = offered(&completion.candidates, chosen(state), room, look);
    let mut line = window.line(look.input);
    line.spans.insert(0, Span::styled(prompt, look.title));
    lines.push(line);
    let fault = parse(&text, &state.saved).faults.into_iter().next();
    let mark = fault.as_ref().filter(|fault| !fault.is_unfinished());
    lines.push(mark.map_or_else(Line::default, |fault| window.mark(&text, fault, lead, look.error)));
    lines.push(match (&fault, completion.hint) {
        (Some(fault), _) => {
            let style = if fault.is_unfinished() { look.dim } else { look.error };
            Line::from(Span::styled(truncate(&visible(&fault.said(&text, state.lang)), room), style))
        }
        (None, Some(hint)) => Line::from(Span::styled(truncate(&hint, room), look.dim)),
        (None, None) => Line::from(Span::styled(truncate(&standing(state), room), look.dim)),
    });
    let area = Rect { height: parts.say.bottom().saturating_sub(parts.body.y), ..parts.body };
    draw_upwards(&lines, look.text, area, buffer)
}

fn screen(state: &State) -> Option<&ArchiveScreen> {
    if let Screen::Archive(archive) = &state.screen { Some(archive) } else { None }
}

fn chosen(state: &State) -> usize {
    screen(state).map_or(0, |archive| archive.chosen)
}

/// `3 417 decisions · newest first`.
pub fn standing(state: &State) -> String {
    let words = words(state.lang);
    let Some(archive) = screen(state) else { return String::new() };
    let sort = parse(&archive.query, &state.saved).query.sort;
    let order = (words.filter.sort)(sort.code());
    format!("{} · {order}", counted(archive.count, words))
}

/// How many there are; that they are being counted.
pub fn counted(count: Option<Count>, words: &Words) -> String {
    match count {
        None => words.filter.counting.to_owned(),
        Some(Count::Exactly(n)) => (words.filter.counted)(n),
        Some(Count::MoreThan(n)) => (words.filter.more_than)(n),
    }
}

/// What is wrong with the search that was typed, where something is.
pub fn fault_of(state: &State) -> Option<String> {
    let archive = screen(state)?;
    let fault = parse(&archive.query, &state.saved).faults.into_iter().next()?;
    Some(visible(&fault.said(&archive.query, state.lang)).into_owned())
}

/// A row a candidate: what is typed, what it means; those about the chosen one.
fn offered(candidates: &[Candidate], chosen: usize, room: usize, look: &Look) -> Vec<Line<'static>> {
    let chosen = chosen.min(candidates.len().saturating_sub(1));
    let first = (chosen + 1).saturating_sub(MOST_OFFERED);
    let shown = candidates.get(first..(first + MOST_OFFERED).min(candidates.len())).unwrap_or_default();
    let widest = shown.iter().map(|one| width(&visible(&one.insert))).max().unwrap_or(0).min(room / 2);
    let row = |(at, one): (usize, &Candidate)| {
        let (inserted, meant) = (visible(&one.insert), visible(&one.means));
        let inserted = pad(&truncate(&inserted, widest), widest, ratatui::layout::Alignment::Left);
        let meant = pad(
            &truncate(&meant, room.saturating_sub(widest + 4)),
            room.saturating_sub(widest + 4),
            ratatui::layout::Alignment::Left,
        );
        let line = Line::from(vec![
            Span::raw(" "),
            Span::styled(inserted, look.key),
            Span::raw("  "),
            Span::styled(meant, look.dim),
            Span::raw(" "),
        ]);
        if first + at == chosen { line.patch_style(look.selected) } else { line.patch_style(look.bar) }
    };
    shown.iter().enumerate().map(row).collect()
}

/// The part of a line that is in sight, the cursor in it.
struct Window {
    glyphs: Vec<String>,
    cursor: usize,
    first: usize,
    room: usize,
}

impl Window {
    fn new(text: &str, column: usize, room: usize) -> Self {
        let before: String = text.chars().take(column).collect();
        let (glyphs, cursor) = (glyphs(text), glyphs_count(&before));
        let mut first = 0;
        // The cursor may stand after the last letter.
        while first < cursor && cells(glyphs.get(first..cursor).unwrap_or_default()) + 1 > room {
            first += 1;
        }
        Self { glyphs, cursor, first, room }
    }

    fn line(&self, style: Style) -> Line<'static> {
        let reversed = if style.add_modifier.contains(Modifier::REVERSED) {
            style.remove_modifier(Modifier::REVERSED)
        } else {
            style.add_modifier(Modifier::REVERSED)
        };
        let mut spans = Vec::new();
        let mut used = 0;
        for (at, glyph) in self.glyphs.iter().enumerate().skip(self.first) {
            let wide = width(glyph);
            if used + wide > self.room {
                break;
            }
            used += wide;
            spans.push(Span::styled(glyph.clone(), if at == self.cursor { reversed } else { style }));
        }
        if self.cursor >= self.glyphs.len() && used < self.room {
            spans.push(Span::styled(" ", reversed));
            used += 1;
        }
        spans.push(Span::styled(" ".repeat(self.room.saturating_sub(used)), style));
        Line::from(spans)
    }

    /// Carets under a word.
    fn mark(&self, text: &str, fault: &Fault, lead: usize, style: Style) -> Line<'static> {
        let at = |byte: usize| glyphs_count(text.get(..byte).unwrap_or_default());
        let (from, to) = (at(fault.span.start).max(self.first), at(fault.span.end).max(self.first));
        let before = cells(self.glyphs.get(self.first..from).unwrap_or_default());
        let under = cells(self.glyphs.get(from..to).unwrap_or_default()).max(1).min(self.room.saturating_sub(before));
        Line::from(vec![Span::raw(" ".repeat(lead + before)), Span::styled("^".repeat(under), style)])
    }
}

fn glyphs(text: &str) -> Vec<String> {
    let shown = Span::raw(visible(text));
    shown.styled_graphemes(Style::default()).map(|grapheme| grapheme.symbol.to_owned()).collect()
}

fn glyphs_count(text: &str) -> usize {
    glyphs(text).len()
}

fn cells(glyphs: &[String]) -> usize {
    glyphs.iter().map(|glyph| width(glyph)).sum()
}
