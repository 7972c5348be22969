//! What a cell says in things that are shown whole or not at all, with a count of those that are not.

use ratatui::text::{Line, Span};

use crate::view::cells::{line_width, truncate_line, wrapped_lines};
use crate::view::ink::{Ink, Phrase};

/// The things that a cell says, one after the other.
pub struct Items<'a> {
    /// What they are written with.
    pub ink: &'a Ink<'a>,
    things: Vec<Line<'static>>,
    /// The first of them in brief, where it may be said in brief to make room for the others.
    brief: Option<Line<'static>>,
}

impl<'a> Items<'a> {
    /// These alone.
    pub fn of(ink: &'a Ink<'a>, first: Phrase<'a>) -> Self {
        Self { ink, things: vec![first.line()], brief: None }
    }

    /// The first of them may be said like this.
    pub fn in_brief(&mut self, first: Phrase) {
        self.brief = Some(first.line());
    }

    /// The words of a thing of another kind: behind a quiet dot, where they are not the first after the verdict.
    pub fn another(&self, text: &str) -> Phrase<'a> {
        let dot = if self.things.len() > 1 { "·" } else { "" };
        self.ink.phrase().marked(dot, self.ink.look.dim, text)
    }

    /// One more, unless it says nothing.
    pub fn add(&mut self, item: Phrase) {
        if !item.is_empty() {
            self.things.push(item.line());
        }
    }

    /// A mark before all of them.
    pub fn mark(&mut self, mark: &Span<'static>) {
        for first in self.things.first_mut().into_iter().chain(&mut self.brief) {
            first.spans.insert(0, Span::raw("\u{a0}"));
            first.spans.insert(0, mark.clone());
        }
    }

    /// All of them.
    pub fn line(&self) -> Line<'static> {
        self.first(self.things.len())
    }

    /// As many of them as so many lines of so many cells hold, and how many more there are.
    pub fn within(&self, cells: usize, lines: usize) -> Line<'static> {
        let holds = |line: &Line| match lines {
            1 => line_width(line) <= cells,
            _ => wrapped_lines(line, cells) <= lines,
        };
        let all = self.line();
        if holds(&all) {
            return all;
        }
        let fitting = (2..self.things.len()).rev().map(|count| self.counted(count)).find(holds);
        let in_brief = || self.briefly().into_iter().flat_map(|brief| brief.all_but_the_head()).find(holds);
        let head = || Some(self.counted(1)).filter(holds);
        fitting.or_else(in_brief).or_else(head).unwrap_or_else(|| truncate_line(&all, cells))
    }

    /// The same with its first item in brief.
    fn briefly(&self) -> Option<Self> {
        let brief = self.brief.clone()?;
        let things = std::iter::once(brief).chain(self.things.iter().skip(1).cloned()).collect();
        Some(Self { ink: self.ink, things, brief: None })
    }

    /// The whole, then less and less of it, but always more than the first item.
    fn all_but_the_head(&self) -> Vec<Line<'static>> {
        let fewer = (2..self.things.len()).rev().map(|count| self.counted(count));
        std::iter::once(self.line()).filter(|_| self.things.len() > 1).chain(fewer).collect()
    }

    /// The first of them, and how many more there are.
    fn counted(&self, count: usize) -> Line<'static> {
        let mut line = self.first(count);
        if let Some(last) = line.spans.last_mut() {
            last.content = last.content.trim_end_matches(',').to_owned().into();
        }
        line.spans.push(Span::raw(" "));
        line.spans.push(Span::styled(format!("…+{}", self.things.len() - count), self.ink.look.key));
        line
    }

    fn first(&self, count: usize) -> Line<'static> {
        let mut spans: Vec<Span> = Vec::new();
        for item in self.things.iter().take(count) {
            if !spans.is_empty() {
                spans.push(Span::raw(" "));
            }
            spans.extend(item.spans.iter().cloned());
        }
        Line::from(spans)
    }
}
