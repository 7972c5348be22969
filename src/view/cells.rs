//! Words in cells of the terminal: measured by their display width, never split inside a letter, never obeyed.

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::cut;
use crate::text::{is_plain, visible};

/// What stands for the words that do not fit.
const ELLIPSIS: &str = "…";

/// Cells that the text takes, as it will be shown.
pub fn width(text: &str) -> usize {
    if is_plain(text) {
        return text.chars().count();
    }
    // Letter by letter, as they are put into cells: some pairs are narrower as a whole (the Arabic lam and alef).
    let shown = Span::raw(visible(text));
    shown.styled_graphemes(Style::new()).map(|letter| usize::from(letter.symbol.cell_width())).sum()
}

/// Cells that the line takes, as it will be shown.
pub fn line_width(line: &Line) -> usize {
    line.spans.iter().map(|span| width(&span.content)).sum()
}

/// A letter with its marks, its width, its style.
#[derive(Clone)]
struct Glyph {
    symbol: Symbol,
    width: usize,
    style: Style,
}

/// Nearly every letter is one character: a letter with its own string is an allocation in every cell of the screen.
#[derive(Clone, PartialEq)]
enum Symbol {
    One(char),
    More(String),
}

impl Symbol {
    fn of(symbol: &str) -> Self {
        let mut letters = symbol.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) => Self::One(letter),
            _ => Self::More(symbol.to_owned()),
        }
    }

    fn write(&self, text: &mut String) {
        match self {
            Self::One(letter) => text.push(*letter),
            Self::More(letters) => text.push_str(letters),
        }
    }
}

fn glyphs(line: &Line) -> Vec<Glyph> {
    let mut glyphs = Vec::new();
    for span in &line.spans {
        let style = line.style.patch(span.style);
        if is_plain(&span.content) {
            glyphs.extend(span.content.chars().map(|letter| Glyph { symbol: Symbol::One(letter), width: 1, style }));
            continue;
        }
        let shown = Span::raw(visible(&span.content));
        glyphs.extend(shown.styled_graphemes(style).map(|grapheme| Glyph {
            symbol: Symbol::of(grapheme.symbol),
            width: usize::from(grapheme.symbol.cell_width()),
            style: grapheme.style,
        }));
    }
    glyphs
}

fn joined(glyphs: Vec<Glyph>) -> Line<'static> {
    let mut spans: Vec<Span<'static>> = Vec::new();
    for glyph in glyphs {
        match spans.last_mut() {
            Some(last) if last.style == glyph.style => glyph.symbol.write(last.content.to_mut()),
            _ => {
                let mut text = String::new();
                glyph.symbol.write(&mut text);
                spans.push(Span::styled(text, glyph.style));
            }
        }
    }
    Line::from(spans)
}

fn plain(line: &Line) -> String {
    line.spans.iter().map(|span| span.content.as_ref()).collect()
}

/// The text in at most so many cells; what does not fit gives way to `…`, and with it every word that would say something
/// else without what follows.
pub fn truncate(text: &str, most: usize) -> String {
    if width(text) <= most {
        return visible(text).into_owned();
    }
    plain(&truncate_line(&Line::raw(text), most))
}

/// The line in at most so many cells; what does not fit gives way to `…`, and with it every word that would say something
/// else without what follows.
pub fn truncate_line(line: &Line, most: usize) -> Line<'static> {
    if line_width(line) <= most {
        return as_it_is(line);
    }
    if most == 0 {
        return Line::default();
    }
    marked_cut(line.style, glyphs(line), most)
}

/// The line as it will be shown, with nothing cut or broken.
fn as_it_is(line: &Line) -> Line<'static> {
    let shown = |span: &Span| Span::styled(visible(&span.content).into_owned(), line.style.patch(span.style));
    line.spans.iter().map(shown).collect::<Vec<_>>().into()
}

/// The glyphs up to a word they may end with, and the mark that more follows.
fn marked_cut(style: Style, mut glyphs: Vec<Glyph>, most: usize) -> Line<'static> {
    let room = most.saturating_sub(ELLIPSIS.cell_width().into());
    let mut used = 0;
    let fitting = glyphs.iter().take_while(|glyph| {
        used += glyph.width;
        used <= room
    });
    let fitting = fitting.count();
    glyphs.truncate(end_of_cut(&glyphs, fitting));
    while glyphs.last().is_some_and(|last| SEPARATORS.contains(&&last.symbol)) {
        glyphs.pop();
    }
    let style = glyphs.last().map_or(style, |glyph| glyph.style);
    glyphs.push(Glyph { symbol: Symbol::of(ELLIPSIS), width: 1, style });
    joined(glyphs)
}

/// What parts two things: with nothing after it, it parts nothing.
const SEPARATORS: [&Symbol; 6] = [
    &Symbol::One(' '),
    &Symbol::One(','),
    &Symbol::One(';'),
    &Symbol::One('·'),
    &Symbol::One(':'),
    &Symbol::One('\u{a0}'),
];

/// How many of the first glyphs that fit may stand before the mark.
fn end_of_cut(glyphs: &[Glyph], fitting: usize) -> usize {
    let words = words_of(glyphs);
    let whole = words.iter().take_while(|(range, _)| range.end <= fitting).count();
    let said: Vec<String> = words.iter().map(|(_, word)| word.clone()).collect();
    let kept = cut::kept(&said, whole);
    if let Some((range, _)) = kept.checked_sub(1).and_then(|last| words.get(last)) {
        return range.end;
    }
    // Not even the first word: some of its letters, where it has no number.
    let Some((range, word)) = words.first().filter(|_| whole == 0) else { return 0 };
    let before = range.start;
    if before >= fitting { 0 } else { before + cut::letters(word, fitting - before) }
}

/// The words with the places of their glyphs.
fn words_of(glyphs: &[Glyph]) -> Vec<(std::ops::Range<usize>, String)> {
    let mut words: Vec<(std::ops::Range<usize>, String)> = Vec::new();
    for (at, glyph) in glyphs.iter().enumerate().filter(|(_, glyph)| glyph.symbol != Symbol::One(' ')) {
        if let Some((range, word)) = words.last_mut().filter(|(range, _)| range.end == at) {
            range.end = at + 1;
            glyph.symbol.write(word);
        } else {
            let mut word = String::new();
            glyph.symbol.write(&mut word);
            words.push((at..at + 1, word));
        }
    }
    words
}

/// The text in exactly so many cells, filled with spaces on the other side.
pub fn pad(text: &str, cells: usize, alignment: Alignment) -> String {
    let text = truncate(text, cells);
    let free = cells.saturating_sub(width(&text));
    let before = before(free, alignment);
    format!("{}{text}{}", " ".repeat(before), " ".repeat(free - before))
}

fn before(free: usize, alignment: Alignment) -> usize {
    match alignment {
        Alignment::Left => 0,
        Alignment::Center => free / 2,
        Alignment::Right => free,
    }
}

/// The text in lines of at most so many cells, broken at spaces (never at hard ones), and inside a word that is
/// longer than a line. Line breaks of the text are kept.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    text.lines().flat_map(|line| wrap_line(&Line::raw(line), cells)).map(|line| plain(&line)).collect()
}

/// The line in lines of at most so many cells; a line of nothing stays one line of nothing.
pub fn wrap_line(line: &Line, cells: usize) -> Vec<Line<'static>> {
    if cells == 0 {
        return Vec::new();
    }
    if fits_as_it_is(line, cells) {
        return vec![as_it_is(line)];
    }
    let mut wrap = Wrap { cells, lines: Vec::new(), line: Vec::new(), used: 0 };
    for word in glyphs(line).split(|glyph| glyph.symbol == Symbol::One(' ')) {
        wrap.word(word);
    }
    wrap.end()
}

/// How many lines [`wrap_line`] makes of it; most lines need no break, and then none is made.
pub(super) fn wrapped_lines(line: &Line, cells: usize) -> usize {
    if cells > 0 && fits_as_it_is(line, cells) { 1 } else { wrap_line(line, cells).len() }
}

/// Whether the line needs no break, and has no space that wrapping would drop.
fn fits_as_it_is(line: &Line, cells: usize) -> bool {
    let mut before = ' ';
    let mut letters = line.spans.iter().flat_map(|span| span.content.chars());
    let is_tidy = letters.all(|letter| {
        let twice = letter == ' ' && before == ' ';
        before = letter;
        !twice && !letter.is_control()
    });
    is_tidy && before != ' ' && line_width(line) <= cells
}

struct Wrap {
    cells: usize,
    lines: Vec<Line<'static>>,
    line: Vec<Glyph>,
    used: usize,
}

impl Wrap {
    fn word(&mut self, word: &[Glyph]) {
        let width: usize = word.iter().map(|glyph| glyph.width).sum();
        let (Some(first), true) = (word.first(), width > 0) else { return };
        // What is longer than a row breaks where it was to be kept together, rather than in a word; a mark stays with its own.
        if let Some((before, after)) = (width > self.cells).then(|| self.split(word)).flatten() {
            self.word(before);
            self.word(after);
            return;
        }
        if !self.line.is_empty() {
            if self.used + 1 + width <= self.cells {
                // A space between two words of one style wears it too, so that underlines do not break.
                let style = self.line.last().map(|last| last.style).filter(|style| *style == first.style);
                let (symbol, style) = (Symbol::One(' '), style.unwrap_or_default());
                self.line.push(Glyph { symbol, width: 1, style });
                self.used += 1;
            } else {
                self.next_line();
            }
        }
        for glyph in word.iter().filter(|glyph| glyph.width <= self.cells) {
            if self.used + glyph.width > self.cells {
                self.lines.push(joined(std::mem::take(&mut self.line)));
                self.used = 0;
            }
            self.used += glyph.width;
            self.line.push(glyph.clone());
        }
    }

    /// The word in two at its last unbreakable space that leaves a row's worth before it.
    fn split<'a>(&self, word: &'a [Glyph]) -> Option<(&'a [Glyph], &'a [Glyph])> {
        let mut width = 0;
        let mut at = None;
        for (place, glyph) in word.iter().enumerate() {
            if width > self.cells {
                break;
            }
            if place > 1 && glyph.symbol == Symbol::One('\u{a0}') {
                at = Some(place);
            }
            width += glyph.width;
        }
        let (before, after) = word.split_at(at?);
        Some((before, after.get(1..)?))
    }

    fn next_line(&mut self) {
        self.lines.push(joined(std::mem::take(&mut self.line)));
        self.used = 0;
    }

    fn end(mut self) -> Vec<Line<'static>> {
        if !self.line.is_empty() || self.lines.is_empty() {
            self.next_line();
        }
        self.lines
    }
}

/// Writes the text into at most so many cells of the buffer and tells how many it took. Outside the buffer
/// nothing is written.
pub fn print(buffer: &mut Buffer, x: u16, y: u16, most: u16, text: &str, style: Style) -> u16 {
    print_line(buffer, x, y, most, &Line::from(Span::styled(text, style)))
}

/// Writes the line into at most so many cells of the buffer and tells how many it took.
pub fn print_line(buffer: &mut Buffer, x: u16, y: u16, most: u16, line: &Line) -> u16 {
    let area = buffer.area;
    if x < area.left() || x >= area.right() || y < area.top() || y >= area.bottom() {
        return 0;
    }
    let most = most.min(area.right() - x);
    let shortened;
    let line = if line_width(line) <= usize::from(most) {
        line
    } else {
        shortened = truncate_line(line, most.into());
        &shortened
    };
    let mut at = x;
    for span in &line.spans {
        let left = usize::from((x + most).saturating_sub(at));
        let style = line.style.patch(span.style);
        at = if is_plain(&span.content) {
            print_plain(buffer, (at, y), &span.content, left, style)
        } else {
            buffer.set_stringn(at, y, visible(&span.content), left, style).0
        };
    }
    at - x
}

/// Writes letters of one cell each, and tells the column after the last.
fn print_plain(buffer: &mut Buffer, (mut x, y): (u16, u16), text: &str, most: usize, style: Style) -> u16 {
    for letter in text.chars().take(most) {
        if let Some(cell) = buffer.cell_mut((x, y)) {
            cell.set_char(letter).set_style(style);
        }
        x += 1;
    }
    x
}

/// Writes the line into the area's first row, at its side or middle.
pub fn print_aligned(buffer: &mut Buffer, area: Rect, line: &Line, alignment: Alignment) {
    let free = usize::from(area.width).saturating_sub(line_width(line));
    let before = u16::try_from(before(free, alignment)).unwrap_or(0);
    print_line(buffer, area.x + before, area.y, area.width - before, line);
}

/// Writes the text wrapped into the area and tells how many rows it took; what does not fit ends in `…`.
pub fn print_wrapped(buffer: &mut Buffer, area: Rect, line: &Line) -> u16 {
    let lines = wrap_line(line, area.width.into());
    let shown = clipped(&lines, area.height.into(), area.width.into());
    for (y, line) in (area.y..area.bottom()).zip(&shown) {
        print_line(buffer, area.x, y, area.width, line);
    }
    u16::try_from(shown.len()).unwrap_or(area.height)
}

/// The line up to its last comma, where it has one that something follows.
fn whole_items(line: &Line<'static>) -> Line<'static> {
    let mut spans = line.spans.clone();
    while let Some(span) = spans.pop() {
        let Some((kept, _)) = span.content.rsplit_once(", ") else { continue };
        spans.push(Span::styled(format!("{kept}, "), span.style));
        return Line { spans, ..line.clone() };
    }
    line.clone()
}

/// The first lines; the last of them says with `…` that more follows. Of a list, only whole items are kept: half of
/// « no immunosuppression » would say something else.
pub fn clipped(lines: &[Line<'static>], most: usize, cells: usize) -> Vec<Line<'static>> {
    let mut shown: Vec<Line<'static>> = lines.iter().take(most).cloned().collect();
    if lines.len() <= most {
        return shown;
    }
    let mut next = lines.get(most);
    while let Some(last) = shown.pop() {
        let ended = ended(&last, next, cells);
        // A row that would say nothing but the mark leaves it to the row above.
        if !is_mark(&ended) || shown.is_empty() {
            shown.push(ended);
            break;
        }
        next = lines.get(shown.len());
    }
    shown
}

/// A line that another follows, up to a word it may end with. What follows decides too: « III » is not the whole of « III + V ».
fn ended(line: &Line<'static>, next: Option<&Line<'static>>, cells: usize) -> Line<'static> {
    let items = whole_items(line);
    let rest = next.filter(|_| items == *line).map(glyphs).unwrap_or_default();
    let most = line_width(&items).min(cells.saturating_sub(1)) + 1;
    let letter = |letter| Glyph { symbol: Symbol::One(letter), width: 1, style: Style::default() };
    let mut all = glyphs(&items);
    all.push(letter(' '));
    all.extend(if rest.is_empty() { vec![letter('a'); 2] } else { rest });
    marked_cut(line.style, all, most)
}

fn is_mark(line: &Line) -> bool {
    plain(line).trim() == ELLIPSIS
}
