/// A report before it is text or Markdown: blocks in the order of reading. Nothing in it is trusted to be harmless;
/// each form makes it so.
#[derive(Debug, Default)]
pub(super) struct Page {
    blocks: Vec<Block>,
}

/// One block of a page.
#[derive(Debug)]
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
}

/// Rows under headings; a cell may hold several lines.
#[derive(Debug, Default)]
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
}
