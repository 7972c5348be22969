use crate::domain::Day;

use super::Key;

/// What was asked, in one line: every term must hold.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Query {
    /// The terms, in the order in which they were typed.
    pub terms: Vec<Term>,
    /// In which order the answer comes.
    pub sort: Sort,
}

/// One condition.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// Whether it must not hold.
    pub negated: bool,
    /// What must hold.
    pub what: What,
}

/// What is asked of a decision.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A word of its texts; the last word of a line may be a beginning.
    Word(String),
    /// Words that stand side by side.
    Phrase(String),
    /// One of these codes.
    Among(Key, Vec<String>),
    /// An amount within bounds.
    Amount(Key, Span<f64>),
    /// A day within bounds, both included.
    Days(Key, Span<Day>),
    /// One of these words.
    Text(Key, Vec<String>),
    /// All that a saved query asks, under its name.
    Saved(String, Vec<Term>),
}

/// A value between two bounds, of which one may be open.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span<T> {
    /// At least this, or more than this.
    pub least: Option<Bound<T>>,
    /// At most this, or less than this.
    pub most: Option<Bound<T>>,
}

/// One bound.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bound<T> {
    /// Where it is.
    pub at: T,
    /// Whether the value itself is within.
    pub included: bool,
}

impl<T> Bound<T> {
    /// A bound that is itself within.
    pub const fn at(at: T) -> Self {
        Self { at, included: true }
    }
}

/// In which order the answer comes; equal ones the newest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// The newest first.
    #[default]
    Newest,
    /// The oldest first.
    Oldest,
    /// By what was shown of the patient or the case; what is unknown comes last.
    By(SortKey, Direction),
}

/// What an order goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortKey {
    /// Proteinuria.
    Upcr,
    /// Filtration.
    Egfr,
    /// Number of the case.
    Case,
    /// Day of the meeting.
    Meeting,
}

/// Which end comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// The least.
    Up,
    /// The most.
    Down,
}

impl Sort {
    /// Every order, in the order in which a key goes through them.
    pub const ALL: [Self; 10] = [
        Self::Newest,
        Self::Oldest,
        Self::By(SortKey::Upcr, Direction::Down),
        Self::By(SortKey::Upcr, Direction::Up),
        Self::By(SortKey::Egfr, Direction::Up),
        Self::By(SortKey::Egfr, Direction::Down),
        Self::By(SortKey::Meeting, Direction::Down),
        Self::By(SortKey::Meeting, Direction::Up),
        Self::By(SortKey::Case, Direction::Up),
        Self::By(SortKey::Case, Direction::Down),
    ];

    /// How it is written behind `sort:`; a minus for the most first.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::By(SortKey::Upcr, Direction::Up) => "upcr",
            Self::By(SortKey::Upcr, Direction::Down) => "-upcr",
            Self::By(SortKey::Egfr, Direction::Up) => "egfr",
            Self::By(SortKey::Egfr, Direction::Down) => "-egfr",
            Self::By(SortKey::Case, Direction::Up) => "case",
            Self::By(SortKey::Case, Direction::Down) => "-case",
            Self::By(SortKey::Meeting, Direction::Up) => "meeting",
            Self::By(SortKey::Meeting, Direction::Down) => "-meeting",
        }
    }

    /// The order of this name in either language.
    pub fn named(written: &str) -> Option<Self> {
        let folded = super::values::plain(written);
        let english = match folded.trim_start_matches('-') {
            "recent" | "recents" | "recente" | "recentes" => "newest",
            "ancien" | "anciens" | "ancienne" | "anciennes" => "oldest",
            "rpc" => "upcr",
            "dfge" | "dfg" => "egfr",
            "dossier" => "case",
            "reunion" | "date" => "meeting",
            other => other,
        };
        let written = if folded.starts_with('-') { format!("-{english}") } else { english.to_owned() };
        Self::ALL.into_iter().find(|sort| sort.code() == written)
    }

    /// The order after this one.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|sort| *sort == self).unwrap_or(0);
        Self::ALL.get((at + 1) % Self::ALL.len()).copied().unwrap_or_default()
    }
}

impl Query {
    /// Whether it asks for words alone, and in the order of the journal.
    pub fn is_of_words(&self) -> bool {
        let is_word = |term: &Term| !term.negated && matches!(term.what, What::Word(_) | What::Phrase(_));
        matches!(self.sort, Sort::Newest) && self.terms.iter().all(is_word)
    }

    /// The words alone, as they were typed.
    pub fn words(&self) -> String {
        let words = self.terms.iter().filter_map(|term| match &term.what {
            What::Word(text) | What::Phrase(text) if !term.negated => Some(text.as_str()),
            _ => None,
        });
        words.collect::<Vec<_>>().join(" ")
    }
}

/// How many decisions a query finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// So many.
    Exactly(u64),
    /// More than were counted.
    MoreThan(u64),
}

/// The last row of a page: the next one begins after it.
#[derive(Debug, Clone, PartialEq)]
pub struct After {
    /// Its place in the journal.
    pub seq: i64,
    /// What the order went by.
    pub by: SortValue,
}

/// What an order goes by, of one decision.
#[derive(Debug, Clone, PartialEq)]
pub enum SortValue {
    /// The journal's own order, or nothing known.
    None,
    /// A figure.
    Number(f64),
    /// A number of a case, a day.
    Text(String),
}
