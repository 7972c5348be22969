//! What is to be written: the lines of the file that change, and what follows from them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::ink::Ink;
use super::look::Look;
use super::mark;
use super::panel_frame::{frame, note_hidden};
use super::prose;
use crate::app::{Fate, FileLine, Opened, Outcome, Preview, ScoresScreen, State};
use crate::clinic::FigureId;
use crate::knowledge;
use crate::read::{Refused, Snag};
use crate::wording::figure;

/// Draws what is to be written, and tells how far it scrolls.
pub fn draw(
    screen: &ScoresScreen,
    preview: &Preview,
    state: &State,
    look: &Look,
    area: Rect,
    buffer: &mut Buffer,
) -> usize {
    let ink = Ink::new(look, state.lang);
    let words = &ink.words.scores_entry;
    let name = screen.opened.file.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let inside = frame(&format!("{} · {name}", words.preview), true, look, area, buffer);
    let lines = match &preview.outcome {
        Ok(outcome) => written(&ink, &screen.opened, outcome, state.masked),
        Err(refused) => by_hand(&ink, refused),
    };
    let hidden = prose::draw(&lines, preview.scroll, inside, buffer);
    note_hidden(hidden, look, area, buffer);
    hidden.above + hidden.below
}

/// Why the file cannot be changed, and what is to be written by hand.
pub(super) fn by_hand(ink: &Ink, refused: &Refused) -> Vec<Line<'static>> {
    let words = &ink.words.scores_entry;
    let snag = match refused.snag {
        Snag::NotUnderstood => words.not_understood,
        Snag::Twice => words.twice,
        Snag::Unsafe => words.unsafe_edit,
    };
    let lead = [ink.phrase().lacks(snag).line(), ink.phrase().say(words.by_hand).line()];
    lead.into_iter().chain(refused.lines.lines().map(|line| Line::raw(indented(line)))).collect()
}

pub(super) fn written(ink: &Ink, before: &Opened, outcome: &Outcome, masked: bool) -> Vec<Line<'static>> {
    let words = &ink.words.scores_entry;
    let mut lines: Vec<Line<'static>> = outcome.lines.iter().map(|line| file_line(ink, line)).collect();
    lines.push(Line::default());
    match &outcome.opened {
        None => lines.push(ink.phrase().with(words.unreadable, ink.look.error).line()),
        Some(after) => {
            lines.push(ink.heading(words.follows));
            lines.extend(follows(ink, before, after, masked));
        }
    }
    lines
}

/// `+ 41  - {date: …`; the sign says what the colour says.
fn file_line(ink: &Ink, line: &FileLine) -> Line<'static> {
    let (sign, style) = match line.fate {
        // A plain space would be lost where the line wraps.
        Fate::Kept => ("\u{a0}", ink.look.dim),
        Fate::Removed => ("-", ink.look.warning),
        Fate::Added => ("+", ink.look.ok),
    };
    let text = indented(&line.text);
    ink.phrase().with(&format!("{sign}\u{a0}{:>4}\u{a0}{text}", line.number), style).line()
}

/// A line of a file; no-break spaces keep its indent.
pub(super) fn indented(line: &str) -> String {
    let text = line.trim_start();
    format!("{}{text}", "\u{a0}".repeat(line.len() - text.len()))
}

/// The figures that change, as they would be and as they are; how many cells of the guidelines change.
fn follows(ink: &Ink, before: &Opened, after: &Opened, masked: bool) -> Vec<Line<'static>> {
    let words = &ink.words.scores_entry;
    let first = |opened: &Opened, id| opened.told(id, ink.lang, masked).first().map(figure::plain).unwrap_or_default();
    let mut lines = Vec::new();
    for id in FigureId::ALL.iter().copied() {
        let (was, is) = (first(before, id), first(after, id));
        if was != is {
            let phrase = ink.phrase().with(mark::CHANGED, ink.look.changed).dim(figure::name(id, ink.words)).say(&is);
            lines.push(phrase.line());
            lines.push(ink.phrase().dim(&format!("\u{a0}\u{a0}{}{} {was}", words.was, ink.words.guide.colon)).line());
        }
    }
    let cells = knowledge::changed(&before.table, &after.table).len();
    if cells > 0 {
        let said = (ink.words.whatif.cells)(cells);
        lines.push(ink.phrase().with(mark::CHANGED, ink.look.changed).say(&said).line());
    }
    if lines.is_empty() {
        lines.push(ink.phrase().dim(words.nothing_follows).line());
    }
    lines
}
