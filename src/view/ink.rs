//! What words are written with: the look, the language, and phrases made of parts that look different.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::look::Look;
use crate::domain::{Day, Field};
use crate::text::{Lang, Words, words};

/// The look and the language of a drawing.
#[derive(Clone, Copy)]
pub struct Ink<'a> {
    /// What every meaning looks like.
    pub look: &'a Look,
    /// The language of numbers and dates.
    pub lang: Lang,
    /// Its words.
    pub words: &'static Words,
}

impl<'a> Ink<'a> {
    /// The ink of this look and language.
    pub fn new(look: &'a Look, lang: Lang) -> Self {
        Self { look, lang, words: words(lang) }
    }

    /// A phrase to add to.
    pub fn phrase(&self) -> Phrase<'a> {
        Phrase { look: self.look, spans: Vec::new() }
    }

    /// A phrase that begins with its quiet label.
    pub fn labelled(&self, label: &str) -> Phrase<'a> {
        self.phrase().dim(label)
    }

    /// A line with nothing but a title.
    pub fn heading(&self, title: &str) -> Line<'static> {
        Line::from(Span::styled(title.to_owned(), self.look.title))
    }

    /// A day in brackets, as figures carry it.
    pub fn on(&self, day: Day) -> String {
        format!("({})", self.lang.date(day))
    }

    /// A field in words: never asked and not known are told apart.
    pub fn field<T>(&self, field: &Field<T>, known: impl FnOnce(&T) -> String) -> (String, Style) {
        match field {
            Field::Known(value) => (known(value), Style::default()),
            Field::Unknown => (self.words.app.unknown.to_owned(), self.look.needs_data),
            Field::Absent => (self.words.app.not_stated.to_owned(), self.look.needs_data),
        }
    }
}

/// A line of words that are added one after the other, a space between two.
#[derive(Clone)]
pub struct Phrase<'a> {
    look: &'a Look,
    spans: Vec<Span<'static>>,
}

impl Phrase<'_> {
    /// Plain words.
    #[must_use]
    pub fn say(self, text: &str) -> Self {
        self.with(text, Style::default())
    }

    /// Words that matter less.
    #[must_use]
    pub fn dim(self, text: &str) -> Self {
        let style = self.look.dim;
        self.with(text, style)
    }

    /// Words of this style; nothing for no words.
    #[must_use]
    pub fn with(mut self, text: &str, style: Style) -> Self {
        if text.is_empty() {
            return self;
        }
        if !self.spans.is_empty() {
            self.spans.push(Span::raw(" "));
        }
        self.spans.push(Span::styled(text.to_owned(), style));
        self
    }

    /// Words that follow the last ones without a space.
    #[must_use]
    pub fn glued(mut self, text: &str, style: Style) -> Self {
        self.spans.push(Span::styled(text.to_owned(), style));
        self
    }

    /// A mark and the words it is said of, on one row; the words alone where there is no mark.
    #[must_use]
    pub fn marked(self, mark: &str, style: Style, text: &str) -> Self {
        if mark.is_empty() {
            return self.say(text);
        }
        self.with(mark, style).glued(&format!("\u{a0}{text}"), Style::default())
    }

    /// A quiet dot between two things.
    #[must_use]
    pub fn dot(self) -> Self {
        if self.spans.is_empty() { self } else { self.dim("·") }
    }

    /// What is missing, as such.
    #[must_use]
    pub fn lacks(self, text: &str) -> Self {
        let style = self.look.needs_data;
        self.with(text, style)
    }

    /// Another phrase after this one.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        if !self.spans.is_empty() && !other.spans.is_empty() {
            self.spans.push(Span::raw(" "));
        }
        self.spans.extend(other.spans);
        self
    }

    /// Whether nothing was said yet.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The line of these words.
    pub fn line(self) -> Line<'static> {
        Line::from(self.spans)
    }
}
