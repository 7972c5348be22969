use crate::domain::Day;

/// A report before it is text or Markdown: blocks in the order of reading. Nothing in it is trusted to be harmless;
/// each form makes it so.
#[derive(Debug, Default)]
pub(super) struct Page {
    blocks: Vec<Block>,
}

/// One block of a page.
#[derive(Debug, Clone)]
pub(super) enum Block {
    /// The name of the whole.
    Title(String),
    /// The name of a part.
    Section(String),
    /// The name of a row within a part.
    Topic(String),
    /// Running text.
    Paragraph(String),
    /// An entry of a list, with how deep it lies.
    Item(usize, String),
    /// Rows under headings.
    Grid(Grid),
    /// What must not be overlooked.
    Notice(String),
    /// Names, and what each is.
    Pairs(Vec<(String, String)>),
    /// What is good to know, in small letters.
    Note(String),
    /// Measures over time, side by side.
    Curves(Vec<Curve>),
    /// Addresses, each with its code.
    Codes(Vec<Code>),
    /// A line to write on by hand, and what for.
    Blank(String),
}

/// A measure over time.
#[derive(Debug, Clone)]
pub(super) struct Curve {
    /// What it is, with its unit.
    pub title: String,
    /// Its values, the oldest first.
    pub points: Vec<Point>,
    /// What is aimed at: the value, and what stands beside its line.
    pub aims: Vec<(f64, String)>,
}

/// A value of a measure.
#[derive(Debug, Clone)]
pub(super) struct Point {
    /// When.
    pub day: Day,
    /// How much.
    pub value: f64,
    /// The day in words.
    pub on: String,
    /// The value in words.
    pub said: String,
}

/// An address for a telephone.
#[derive(Debug, Clone)]
pub(super) struct Code {
    /// Whose it is.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// As it is printed.
    pub address: String,
    /// What the code holds.
    pub link: String,
}

/// Rows under headings; a cell may hold several lines.
#[derive(Debug, Clone, Default)]
pub(super) struct Grid {
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// What a form can hold: Markdown has tables as wide as they need be, a terminal has 80 columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Lines,
    Tables,
}

impl Page {
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    pub fn title(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Title(text.into()));
    }

    pub fn section(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Section(text.into()));
    }

    pub fn topic(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Topic(text.into()));
    }

    pub fn paragraph(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Paragraph(text.into()));
    }

    pub fn item(&mut self, depth: usize, text: impl Into<String>) {
        self.blocks.push(Block::Item(depth, text.into()));
    }

    pub fn items(&mut self, depth: usize, texts: impl IntoIterator<Item = String>) {
        self.blocks.extend(texts.into_iter().map(|text| Block::Item(depth, text)));
    }

    pub fn grid(&mut self, grid: Grid) {
        if !grid.rows.is_empty() {
            self.blocks.push(Block::Grid(grid));
        }
    }

    pub fn extend(&mut self, blocks: impl IntoIterator<Item = Block>) {
        self.blocks.extend(blocks);
    }

    pub fn notice(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Notice(text.into()));
    }

    pub fn note(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Note(text.into()));
    }

    /// Names and what they are; what is empty is left out.
    pub fn pairs(&mut self, pairs: impl IntoIterator<Item = (String, String)>) {
        let pairs: Vec<_> = pairs.into_iter().filter(|(_, said)| !said.is_empty()).collect();
        if !pairs.is_empty() {
            self.blocks.push(Block::Pairs(pairs));
        }
    }

    /// Measures over time; one with fewer than two values is none.
    pub fn curves(&mut self, curves: impl IntoIterator<Item = Curve>) {
        let curves: Vec<_> = curves.into_iter().filter(|curve| curve.points.len() > 1).collect();
        if !curves.is_empty() {
            self.blocks.push(Block::Curves(curves));
        }
    }

    pub fn codes(&mut self, codes: impl IntoIterator<Item = Code>) {
        self.blocks.push(Block::Codes(codes.into_iter().collect()));
    }

    pub fn blank(&mut self, what: impl Into<String>) {
        self.blocks.push(Block::Blank(what.into()));
    }

    /// The same with every text in it changed in one way; what a code holds stays.
    pub fn retold(mut self, tell: &dyn Fn(&str) -> String) -> Self {
        let each = |text: &mut String| *text = tell(text);
        for block in &mut self.blocks {
            match block {
                Block::Title(text)
                | Block::Section(text)
                | Block::Topic(text)
                | Block::Paragraph(text)
                | Block::Item(_, text)
                | Block::Notice(text)
                | Block::Note(text)
                | Block::Blank(text) => each(text),
                Block::Grid(grid) => grid.head.iter_mut().chain(grid.rows.iter_mut().flatten()).for_each(each),
                Block::Pairs(pairs) => {
                    for (name, said) in pairs {
                        each(name);
                        each(said);
                    }
                }
                Block::Curves(curves) => curves.iter_mut().for_each(|curve| each(&mut curve.title)),
                Block::Codes(codes) => codes.iter_mut().for_each(|code| each(&mut code.purpose)),
            }
        }
        self
    }
}

impl Curve {
    /// Its values in words: all of them, or the first and the newest where there are many.
    pub fn said(&self) -> String {
        const MOST: usize = 8;
        let left_out = self.points.len().saturating_sub(MOST);
        let told = |point: &Point| format!("{} ({})", point.said, point.on);
        let mut parts: Vec<String> = self.points.iter().take(1).map(told).collect();
        if left_out > 0 {
            parts.push("…".to_owned());
        }
        parts.extend(self.points.iter().skip(1 + left_out).map(told));
        parts.join(" · ")
    }

    /// What is aimed at, in words; empty where nothing is.
    pub fn aims_said(&self) -> String {
        self.aims.iter().map(|(_, said)| said.trim()).collect::<Vec<_>>().join(" · ")
    }

    /// From the first day to the last, and from the least value to the most, aims included; a little room above, and down to
    /// zero where that is near.
    pub fn bounds(&self) -> Option<Bounds> {
        let (first, last) = (self.points.first()?.day, self.points.last()?.day);
        let values = || self.points.iter().map(|point| point.value).chain(self.aims.iter().map(|(value, _)| *value));
        let high = values().fold(f64::MIN, f64::max);
        let low = values().fold(f64::MAX, f64::min);
        let low = if low < high / 2.0 { 0.0 } else { low };
        let room = ((high - low) * 0.08).max(f64::EPSILON);
        Some(Bounds { first, last, bottom: if low > 0.0 { low - room } else { 0.0 }, top: high + room })
    }
}

/// Where a curve lies.
pub(super) struct Bounds {
    /// The day of the first value.
    pub first: Day,
    /// The day of the last.
    pub last: Day,
    /// Below the least value.
    pub bottom: f64,
    /// Above the greatest.
    pub top: f64,
}
