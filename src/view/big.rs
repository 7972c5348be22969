//! Large type made of cells, for what is read from the back of a room: letters of 8 by 8 dots, drawn as blocks.

use font8x8::{BASIC_FONTS, GREEK_FONTS, LATIN_FONTS, UnicodeFonts};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Dots of a letter on a side.
const DOTS: usize = 8;

/// How large a letter is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// 4 cells wide and 4 rows high: four dots a cell.
    Small,
    /// 8 cells wide and 4 rows high: two dots a cell.
    Wide,
    /// 8 cells wide and 8 rows high: a dot a cell.
    Huge,
}

impl Size {
    /// The largest first.
    pub const ALL: [Self; 3] = [Self::Huge, Self::Wide, Self::Small];

    /// Dots that one cell shows: across and down.
    const fn dots(self) -> (usize, usize) {
        match self {
            Self::Small => (2, 2),
            Self::Wide => (1, 2),
            Self::Huge => (1, 1),
        }
    }

    /// Rows of a letter.
    pub const fn rows(self) -> usize {
        DOTS / self.dots().1
    }

    /// Cells that the text takes; none where a letter of it cannot be drawn.
    pub fn width(self, text: &str) -> Option<usize> {
        let letters = letters(text)?.len();
        // The last column of a letter parts it from the next one.
        Some((letters * DOTS / self.dots().0).saturating_sub(1))
    }
}

/// The text in large type; none where a letter of it cannot be drawn.
pub fn lines(text: &str, size: Size, style: Style) -> Option<Vec<Line<'static>>> {
    let letters = letters(text)?;
    let row = |y: usize| letters.iter().map(|letter| cells(*letter, size, y)).collect::<String>();
    Some((0..size.rows()).map(|y| Line::from(Span::styled(row(y), style))).collect())
}

/// The largest type in which the text fits into so many cells and rows.
pub fn fitting(text: &str, cells: usize, rows: usize) -> Option<Size> {
    let fits = |size: &Size| size.rows() <= rows && size.width(text).is_some_and(|width| width <= cells);
    Size::ALL.into_iter().find(fits)
}

/// The dots of each letter; none where one has no drawing: half of a word would be another.
fn letters(text: &str) -> Option<Vec<[u8; DOTS]>> {
    text.chars().map(dots).collect()
}

fn dots(letter: char) -> Option<[u8; DOTS]> {
    let letter = match letter {
        '\u{a0}' | '\u{202f}' => ' ',
        '−' | '–' => '-',
        '’' => '\'',
        other => other,
    };
    drawn(letter)
        .or_else(|| BASIC_FONTS.get(letter))
        .or_else(|| LATIN_FONTS.get(letter))
        .or_else(|| GREEK_FONTS.get(letter))
}

/// Signs that the font lacks, a row a byte, the leftmost dot in the lowest bit.
fn drawn(letter: char) -> Option<[u8; DOTS]> {
    Some(match letter {
        '↗' => [0x00, 0x7c, 0x60, 0x70, 0x58, 0x0c, 0x06, 0x00],
        '↘' => [0x00, 0x06, 0x0c, 0x58, 0x70, 0x60, 0x7c, 0x00],
        '→' => [0x00, 0x10, 0x30, 0x7f, 0x7f, 0x30, 0x10, 0x00],
        '≤' => [0x30, 0x0c, 0x03, 0x0c, 0x30, 0x00, 0x3f, 0x00],
        '≥' => [0x03, 0x0c, 0x30, 0x0c, 0x03, 0x00, 0x3f, 0x00],
        _ => return None,
    })
}

/// One row of a letter.
fn cells(letter: [u8; DOTS], size: Size, y: usize) -> String {
    let (across, down) = size.dots();
    let dot = |x: usize, y: usize| letter.get(y).is_some_and(|row| row >> x & 1 == 1);
    let cell = |x: usize| {
        let (x, y) = (x * across, y * down);
        let right = usize::from(across == 2);
        let below = usize::from(down == 2);
        block([dot(x, y), dot(x + right, y), dot(x, y + below), dot(x + right, y + below)])
    };
    (0..DOTS / across).map(cell).collect()
}

/// The block with these quarters filled: above left and right, below left and right.
const fn block(quarters: [bool; 4]) -> char {
    match quarters {
        [false, false, false, false] => ' ',
        [true, false, false, false] => '▘',
        [false, true, false, false] => '▝',
        [true, true, false, false] => '▀',
        [false, false, true, false] => '▖',
        [true, false, true, false] => '▌',
        [false, true, true, false] => '▞',
        [true, true, true, false] => '▛',
        [false, false, false, true] => '▗',
        [true, false, false, true] => '▚',
        [false, true, false, true] => '▐',
        [true, true, false, true] => '▜',
        [false, false, true, true] => '▄',
        [true, false, true, true] => '▙',
        [false, true, true, true] => '▟',
        [true, true, true, true] => '█',
    }
}
