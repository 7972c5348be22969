use crate::clinic::KidneyRisk;

/// What words mean to the eye; each has a word or a mark beside it wherever it says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Plain.
    #[default]
    Plain,
    /// The value that the figure is about.
    Strong,
    /// Matters less.
    Quiet,
    /// Right, reached.
    Good,
    /// Somebody should look.
    Warning,
    /// What is missing.
    Lacking,
    /// A curve drawn in a line.
    Curve,
    /// A cell of the KDIGO grid.
    Risk(KidneyRisk),
}

/// Words with one meaning to the eye.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The words.
    pub text: String,
    /// What they mean to the eye.
    pub tone: Tone,
}

/// A row of a figure: its parts stand as they are, one after the other.
pub type Row = Vec<Part>;

/// A row in the making: words are added one after the other, a space between two.
#[derive(Debug, Clone, Default)]
pub struct Phrase(Row);

impl Phrase {
    /// Plain words.
    pub fn of(text: &str) -> Self {
        Self::default().say(text)
    }

    /// Plain words.
    #[must_use]
    pub fn say(self, text: &str) -> Self {
        self.with(text, Tone::Plain)
    }

    /// The value that the figure is about.
    #[must_use]
    pub fn strong(self, text: &str) -> Self {
        self.with(text, Tone::Strong)
    }

    /// Words that matter less.
    #[must_use]
    pub fn quiet(self, text: &str) -> Self {
        self.with(text, Tone::Quiet)
    }

    /// What is missing, as such.
    #[must_use]
    pub fn lacks(self, text: &str) -> Self {
        self.with(text, Tone::Lacking)
    }

    /// Words that say it is right, or that somebody should look.
    #[must_use]
    pub fn judged(self, text: &str, is_right: bool) -> Self {
        self.with(text, if is_right { Tone::Good } else { Tone::Warning })
    }

    /// Words of this tone; nothing for no words.
    #[must_use]
    pub fn with(mut self, text: &str, tone: Tone) -> Self {
        if text.is_empty() {
            return self;
        }
        if !self.0.is_empty() {
            self = self.glued(" ", Tone::Plain);
        }
        self.glued(text, tone)
    }

    /// Words that follow the last ones without a space.
    #[must_use]
    pub fn glued(mut self, text: &str, tone: Tone) -> Self {
        self.0.push(Part { text: text.to_owned(), tone });
        self
    }

    /// A quiet dot between two things.
    #[must_use]
    pub fn dot(self) -> Self {
        if self.0.is_empty() { self } else { self.quiet("·") }
    }

    /// Another phrase after this one.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        if !self.0.is_empty() && !other.0.is_empty() {
            self = self.glued(" ", Tone::Plain);
        }
        self.0.extend(other.0);
        self
    }

    /// Whether nothing was said yet.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The row of these words.
    pub fn row(self) -> Row {
        self.0
    }
}

/// A row as plain text.
pub fn plain(row: &Row) -> String {
    row.iter().map(|part| part.text.as_str()).collect()
}
