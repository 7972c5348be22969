use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider, charmap::Charmap};
use unicode_normalization::UnicodeNormalization;

use super::super::Unmade;

static REGULAR: &[u8] = include_bytes!("../../fonts/DejaVuSansCondensed.ttf");
static BOLD: &[u8] = include_bytes!("../../fonts/DejaVuSansCondensed-Bold.ttf");
/// What stands for a character that the fonts do not have.
const UNKNOWN: char = '\u{fffd}';

/// A font with its measures.
pub(super) struct Face {
    pub font: Font,
    letters: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    em: f32,
}

/// Both weights.
pub(super) struct Faces {
    regular: Face,
    bold: Face,
}

impl Faces {
    pub fn read() -> Result<Self, Unmade> {
        Ok(Self { regular: Face::read(REGULAR)?, bold: Face::read(BOLD)? })
    }

    pub fn of(&self, bold: bool) -> &Face {
        if bold { &self.bold } else { &self.regular }
    }
}

impl Face {
    fn read(bytes: &'static [u8]) -> Result<Self, Unmade> {
        let font = Font::new(bytes.into(), 0).ok_or(Unmade::Font)?;
        let read = FontRef::new(bytes).map_err(|_| Unmade::Font)?;
        let em = font.units_per_em();
        let metrics = read.glyph_metrics(Size::unscaled(), LocationRef::default());
        Ok(Self { font, letters: read.charmap(), metrics, em })
    }

    fn glyph(&self, letter: char) -> skrifa::GlyphId {
        self.letters.map(letter).or_else(|| self.letters.map(UNKNOWN)).unwrap_or_default()
    }

    fn advance(&self, letter: char) -> f32 {
        self.metrics.advance_width(self.glyph(letter)).unwrap_or_default() / self.em
    }

    /// How wide a text is at this size, in points.
    pub fn width(&self, text: &str, size: f32) -> f32 {
        self.on(0.0, text) * size
    }

    /// How wide it is when this text goes on behind what is so wide, in the size of the letters.
    fn on(&self, wide: f32, text: &str) -> f32 {
        text.chars().fold(wide, |wide, letter| wide + self.advance(letter))
    }

    /// The glyphs of a text, one a character.
    pub fn glyphs(&self, text: &str) -> Vec<KrillaGlyph> {
        let one = |(at, letter): (usize, char)| {
            let id = GlyphId::new(self.glyph(letter).to_u32());
            KrillaGlyph::new(id, self.advance(letter), 0.0, 0.0, 0.0, at..at + letter.len_utf8(), None)
        };
        text.char_indices().map(one).collect()
    }

    /// The lines of a text in this room: broken at spaces and at line breaks; a word that is wider is broken where it must be.
    pub fn wrap(&self, text: &str, size: f32, room: f32) -> Vec<String> {
        text.split('\n').flat_map(|line| self.wrap_line(&shown(line), size, room)).collect()
    }

    fn wrap_line(&self, text: &str, size: f32, room: f32) -> Vec<String> {
        let mut lines = Vec::new();
        let (mut line, mut wide) = (String::new(), 0.0);
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let gap = if line.is_empty() { "" } else { " " };
            let joined = self.on(self.on(wide, gap), word);
            if joined * size <= room {
                line.extend([gap, word]);
                wide = joined;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                wide = 0.0;
            }
            for piece in word.split_inclusive(['/', '-']) {
                if !line.is_empty() && self.on(wide, piece) * size > room {
                    lines.push(std::mem::take(&mut line));
                    wide = 0.0;
                }
                for letter in piece.chars() {
                    let advance = self.advance(letter);
                    if (wide + advance) * size > room && !line.is_empty() {
                        lines.push(std::mem::take(&mut line));
                        wide = 0.0;
                    }
                    line.push(letter);
                    wide += advance;
                }
            }
        }
        lines.push(line);
        lines
    }

    /// The widest line that is not broken, and the widest word.
    pub fn widths(&self, text: &str, size: f32) -> (f32, f32) {
        let text = shown(text);
        let lines = text.split('\n').map(|line| self.width(line, size)).fold(0.0, f32::max);
        let words = text.split([' ', '\n']).map(|word| self.width(word, size)).fold(0.0, f32::max);
        (lines, words)
    }
}

/// A text as it is printed: accents on their letters, nothing hidden or reversed. Line breaks stay.
fn shown(text: &str) -> String {
    text.split('\n').map(|line| crate::text::visible(line).nfc().collect::<String>()).collect::<Vec<_>>().join("\n")
}
