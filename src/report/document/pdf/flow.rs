use super::super::super::page::{Block, Code, Curve};
use super::super::super::qr::Matrix;
use super::super::chart::{Chart, Stroke};
use super::super::{Document, Letters, numbered};
use super::face::Faces;
use super::grid;

/// A4, in points.
pub(super) const WIDTH: f32 = 595.28;
pub(super) const HEIGHT: f32 = 841.89;
/// Where text begins and ends across, and down.
pub(super) const LEFT: f32 = 42.5;
pub(super) const RIGHT: f32 = WIDTH - 42.5;
const TOP: f32 = 48.0;
const BOTTOM: f32 = HEIGHT - 40.0;
/// Base lines of what stands on top and at the foot of every page.
pub(super) const HEAD: f32 = 30.0;
pub(super) const FOOT: f32 = HEIGHT - 22.0;
/// Height of a line by the size of its letters.
const LEADING: f32 = 1.27;
/// How far the base line lies under the top of a line, by the size.
const RISE: f32 = 0.95;
/// Side of a QR code: 28 mm.
const CODE: f32 = 79.0;
/// Height of a curve.
const CURVE: f32 = 92.0;
/// Between two things side by side.
const GAP: f32 = 14.0;

/// Something on a page.
pub(super) enum Mark {
    Text { x: f32, y: f32, size: f32, bold: bool, text: String },
    Fill { x: f32, y: f32, width: f32, height: f32, grey: u8 },
    Line { points: Vec<(f32, f32)>, width: f32, dashed: bool },
}

impl Mark {
    pub fn text(x: f32, y: f32, size: f32, bold: bool, text: String) -> Self {
        Self::Text { x, y, size, bold, text }
    }

    pub fn line(from: (f32, f32), to: (f32, f32), width: f32) -> Self {
        Self::Line { points: vec![from, to], width, dashed: false }
    }
}

/// What stands on each page.
pub(super) fn pages(document: &Document, faces: &Faces) -> Vec<Vec<Mark>> {
    let mut flow = Flow { faces, document, size: document.letters.points(), pages: vec![Vec::new()], y: TOP };
    let blocks = document.page.blocks();
    for (place, block) in blocks.iter().enumerate() {
        flow.block(block, blocks.get(place + 1));
    }
    flow.pages
}

/// Blocks that run down the pages.
pub(super) struct Flow<'a> {
    pub faces: &'a Faces,
    document: &'a Document,
    /// Of running text, in points.
    pub size: f32,
    pages: Vec<Vec<Mark>>,
    pub y: f32,
}

impl Flow<'_> {
    pub fn mark(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.push(mark);
        }
    }

    /// Whether so much still fits on the page.
    pub fn fits(&self, height: f32) -> bool {
        self.y + height <= BOTTOM
    }

    /// Goes to the next page where so much does not fit.
    pub fn need(&mut self, height: f32) {
        if !self.fits(height) && self.y > TOP {
            self.turn();
        }
    }

    pub fn turn(&mut self) {
        self.pages.push(Vec::new());
        self.y = TOP;
    }

    fn is_at_top(&self) -> bool {
        self.y <= TOP
    }

    fn space(&mut self, height: f32) {
        if !self.is_at_top() {
            self.y += height;
        }
    }

    pub const fn line_height(size: f32) -> f32 {
        size * LEADING
    }

    /// One line of text at this place, its top at the present height.
    pub fn put(&mut self, x: f32, size: f32, bold: bool, text: String) {
        let y = self.y + size * RISE;
        self.mark(Mark::text(x, y, size, bold, text));
    }

    /// Lines one under the other from here; a page may turn between them, but leaves no line alone.
    fn lines(&mut self, x: f32, size: f32, bold: bool, lines: Vec<String>) {
        let height = Self::line_height(size);
        let all = lines.len();
        self.need(height * f32::from(u8::try_from(all.min(3)).unwrap_or(3)));
        for (place, line) in lines.into_iter().enumerate() {
            let is_last_but_one = all > 3 && place + 2 == all;
            self.need(if is_last_but_one { 2.0 * height } else { height });
            self.put(x, size, bold, line);
            self.y += height;
        }
    }

    fn wrapped(&mut self, x: f32, size: f32, bold: bool, text: &str) {
        let lines = self.faces.of(bold).wrap(text, size, RIGHT - x);
        self.lines(x, size, bold, lines);
    }

    fn block(&mut self, block: &Block, next: Option<&Block>) {
        let size = self.size;
        match block {
            Block::Title(text) => {
                self.wrapped(LEFT, size * 1.75, true, text);
                self.y += size * 0.3;
            }
            Block::Section(text) => self.section(text, next),
            Block::Topic(text) => {
                self.space(size * 0.45);
                self.need(Self::line_height(size) * 3.0);
                self.wrapped(LEFT, size, true, text);
            }
            Block::Paragraph(text) => {
                self.wrapped(LEFT, size, false, text);
                self.y += size * if self.document.letters == Letters::Small { 0.15 } else { 0.45 };
            }
            Block::Note(text) => {
                self.wrapped(LEFT, size * 0.85, false, text);
                self.y += size * 0.2;
            }
            Block::Notice(text) => self.notice(text),
            Block::Item(depth, text) => self.item(*depth, text),
            Block::Grid(grid) => {
                self.space(size * 0.2);
                grid::draw(self, grid, LEFT, RIGHT - LEFT);
                self.y += size * 0.3;
            }
            Block::Pairs(pairs) => self.pairs(pairs),
            Block::Curves(curves) => self.curves(curves),
            Block::Codes(codes) => self.codes(codes),
            Block::Blank(what) => self.blank(what),
        }
    }

    /// A heading keeps with the beginning of what follows.
    fn section(&mut self, text: &str, next: Option<&Block>) {
        let (size, large) = (self.size, self.size * 1.15);
        self.space(size * 0.75);
        let follows = match next {
            Some(Block::Codes(_)) => CODE + GAP,
            Some(Block::Curves(_)) => CURVE + GAP,
            _ => Self::line_height(size) * 3.0,
        };
        self.need(Self::line_height(large) + follows);
        self.wrapped(LEFT, large, true, text);
        self.mark(Mark::line((LEFT, self.y), (RIGHT, self.y), 0.6));
        self.y += size * 0.35;
    }

    fn notice(&mut self, text: &str) {
        let size = self.size;
        let lines = self.faces.of(true).wrap(text, size, RIGHT - LEFT - 12.0);
        let rows = f32::from(u16::try_from(lines.len()).unwrap_or(u16::MAX));
        let height = rows * Self::line_height(size) + 7.0;
        self.space(size * 0.3);
        self.need(height);
        let (top, bottom) = (self.y, self.y + height);
        let points = vec![(LEFT, top), (RIGHT, top), (RIGHT, bottom), (LEFT, bottom), (LEFT, top)];
        self.mark(Mark::Line { points, width: 1.2, dashed: false });
        self.y += 3.0;
        for line in lines {
            self.put(LEFT + 6.0, size, true, line);
            self.y += Self::line_height(size);
        }
        self.y = bottom + size * 0.4;
    }

    /// An item; one that begins with its number has no dot.
    fn item(&mut self, depth: usize, text: &str) {
        let size = self.size;
        let indent = LEFT + size * f32::from(u8::try_from(depth).unwrap_or(3)) * 1.3;
        let (sign, said) = match numbered(text) {
            Some((number, rest)) => (format!("{number}."), rest),
            None => ("•".to_owned(), text),
        };
        let x = indent + size * 1.5;
        let lines = self.faces.of(false).wrap(said, size, RIGHT - x);
        self.need(Self::line_height(size) * f32::from(u8::try_from(lines.len().min(4)).unwrap_or(4)));
        self.put(indent + size * 0.2, size, false, sign);
        self.lines(x, size, false, lines);
        self.y += size * if self.document.letters == Letters::Small { 0.05 } else { 0.3 };
    }

    fn pairs(&mut self, pairs: &[(String, String)]) {
        let size = self.size;
        let bold = self.faces.of(true);
        let widest = pairs.iter().map(|(name, _)| bold.width(name, size)).fold(0.0, f32::max);
        let column = widest.min((RIGHT - LEFT) * 0.24) + size;
        self.space(size * 0.15);
        for (name, said) in pairs {
            let names = self.faces.of(true).wrap(name, size, column - size * 0.6);
            let lines = self.faces.of(false).wrap(said, size, RIGHT - LEFT - column);
            let rows = names.len().max(lines.len());
            self.need(Self::line_height(size) * f32::from(u8::try_from(rows.min(6)).unwrap_or(6)));
            let top = self.y;
            for line in names {
                self.put(LEFT, size, true, line);
                self.y += Self::line_height(size);
            }
            let under = self.y;
            self.y = top;
            self.lines(LEFT + column, size, false, lines);
            self.y = if self.y > top { self.y.max(under) } else { self.y };
        }
        self.y += size * 0.15;
    }

    fn curves(&mut self, curves: &[Curve]) {
        let size = self.size;
        for pair in curves.chunks(2) {
            let width = (RIGHT - LEFT - GAP) / 2.0;
            let title = Self::line_height(size);
            self.space(size * 0.3);
            self.need(title + CURVE);
            let top = self.y;
            for (place, curve) in (0_u8..).zip(pair) {
                let x = LEFT + f32::from(place) * (width + GAP);
                self.y = top;
                self.put(x, size, true, curve.title.clone());
                self.curve(curve, (x, top + title), width);
            }
            self.y = top + title + CURVE + 2.0;
        }
    }

    fn curve(&mut self, curve: &Curve, (left, top): (f32, f32), width: f32) {
        const LABEL: f32 = 6.8;
        let Some(chart) = Chart::of(curve, (width, CURVE), self.document.lang) else { return };
        for line in chart.lines {
            let points = line.points.iter().map(|(x, y)| (left + x, top + y)).collect();
            let (thick, dashed) = match line.stroke {
                Stroke::Axis => (0.4, false),
                Stroke::Aim => (0.5, true),
                Stroke::Value => (1.1, false),
            };
            self.mark(Mark::Line { points, width: thick, dashed });
        }
        for (x, y) in chart.dots {
            self.mark(Mark::Fill { x: left + x - 1.5, y: top + y - 1.5, width: 3.0, height: 3.0, grey: 0 });
        }
        for label in chart.labels {
            let face = self.faces.of(label.is_bold);
            let shift = if label.is_right { face.width(&label.text, LABEL) } else { 0.0 };
            self.mark(Mark::text(left + label.x - shift, top + label.y, LABEL, label.is_bold, label.text));
        }
    }

    fn codes(&mut self, codes: &[Code]) {
        let width = (RIGHT - LEFT - GAP) / 2.0;
        for pair in codes.chunks(2) {
            self.need(CODE + 4.0);
            let top = self.y;
            for (place, code) in (0_u8..).zip(pair) {
                self.code(code, (LEFT + f32::from(place) * (width + GAP), top), width);
            }
            self.y = top + CODE + 6.0;
        }
    }

    fn code(&mut self, code: &Code, (left, top): (f32, f32), width: f32) {
        let Some(matrix) = Matrix::of(&code.link) else { return };
        let module = CODE / f32::from(u16::try_from(matrix.side()).unwrap_or(u16::MAX));
        let at = |place: usize| module * f32::from(u16::try_from(place).unwrap_or(u16::MAX));
        for (y, x, length) in matrix.runs() {
            self.mark(Mark::Fill { x: left + at(x), y: top + at(y), width: at(length), height: module, grey: 0 });
        }
        let (small, x) = (self.size * 0.78, left + CODE + 4.0);
        let room = width - CODE - 4.0;
        self.y = top + 6.0;
        for (text, bold) in [(&code.name, true), (&code.purpose, false), (&code.address, false)] {
            for line in self.faces.of(bold).wrap(text, small, room) {
                self.put(x, small, bold, line);
                self.y += Self::line_height(small);
            }
        }
    }

    fn blank(&mut self, what: &str) {
        let size = self.size;
        let height = size * 2.1;
        self.need(height);
        self.y += height - Self::line_height(size);
        let from = LEFT + if what.is_empty() { 0.0 } else { self.faces.of(false).width(what, size) + size * 0.6 };
        self.put(LEFT, size, false, what.to_owned());
        let base = self.y + size;
        self.mark(Mark::line((from.min(RIGHT - 60.0), base), (RIGHT, base), 0.6));
        self.y += Self::line_height(size);
    }
}
