use super::phrase::{Phrase, Row};
use crate::clinic::{Source, Verdict};
use crate::domain::Day;

/// Where a figure comes from.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    /// What went into it.
    pub inputs: Vec<Input>,
    /// The conditions it was judged by, one a line.
    pub criteria: Vec<Criterion>,
    /// What is read in rows and columns.
    pub grids: Vec<Grid>,
    /// The formula or the rule, in words.
    pub rules: Vec<String>,
    /// What it lacks.
    pub lacks: Vec<String>,
    /// What to know before leaning on it.
    pub notes: Vec<String>,
    /// Who published it, and how well its wording was checked.
    pub sources: Vec<Source>,
}

/// A value that went into a figure.
#[derive(Debug, Clone)]
pub struct Input {
    /// What it is.
    pub name: String,
    /// Its value with its unit, or that it is missing.
    pub value: Row,
    /// The day it was measured or said.
    pub day: Option<Day>,
}

/// A condition, what was found of it, and whether it holds.
#[derive(Debug, Clone)]
pub struct Criterion {
    /// The condition in words, with its exact limit.
    pub asks: String,
    /// What was found.
    pub found: Row,
    /// Whether it holds; what it lacks where that cannot be said.
    pub verdict: Verdict,
}

/// Rows and columns under a title.
#[derive(Debug, Clone)]
pub struct Grid {
    /// Its title; empty for none.
    pub title: String,
    /// The head of each column.
    pub head: Vec<String>,
    /// The rows, a cell for each column.
    pub rows: Vec<Vec<Row>>,
}

impl Origin {
    /// One more value that went into it.
    #[must_use]
    pub fn input(mut self, name: &str, value: Phrase, day: Option<Day>) -> Self {
        self.inputs.push(Input { name: name.to_owned(), value: value.row(), day });
        self
    }

    /// One more condition.
    #[must_use]
    pub fn criterion(mut self, asks: &str, found: Phrase, verdict: Verdict) -> Self {
        self.criteria.push(Criterion { asks: asks.to_owned(), found: found.row(), verdict });
        self
    }

    /// One more sentence of its rule.
    #[must_use]
    pub fn rule(mut self, rule: &str) -> Self {
        self.rules.push(rule.to_owned());
        self
    }

    /// One more thing to know.
    #[must_use]
    pub fn note(mut self, note: &str) -> Self {
        self.notes.push(note.to_owned());
        self
    }

    /// One more source.
    #[must_use]
    pub fn source(mut self, source: Source) -> Self {
        self.sources.push(source);
        self
    }
}
