//! What an entry covers of its guideline: how much it says on each row, how sure it is, and where it is silent.

use super::{Checked, Guideline, Silence, Statement, Topic};
use crate::domain::codes::codes;

codes! {
    /// How an entry is silent on a row.
    Quiet {
        /// The guideline is declared silent.
        Silent = "silent",
        /// It is declared silent for some patients.
        SilentForSome = "silent_for_some",
        /// This part of the guideline was not read.
        NotRead = "not_read",
    }
}

/// What an entry has on one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coverage {
    /// The row.
    pub topic: Topic,
    /// Statements that speak in it.
    pub statements: usize,
    /// Whether it is silent.
    pub quiet: Option<Quiet>,
    /// How sure the entry is of the least sure of them; none without a statement.
    pub weakest: Option<Checked>,
}

impl Statement {
    /// Whether it speaks in this row.
    pub fn is_on(&self, topic: Topic) -> bool {
        self.topic == topic || self.also.contains(&topic)
    }
}

impl Guideline {
    /// What it has on each row, in the order of [`Topic::ALL`].
    pub fn coverage(&self) -> Vec<Coverage> {
        Topic::ALL.iter().map(|topic| self.coverage_of(*topic)).collect()
    }

    fn coverage_of(&self, topic: Topic) -> Coverage {
        let on = || self.statements.iter().filter(|statement| statement.is_on(topic));
        let statements = on().count();
        let silences: Vec<&Silence> = self.silences.iter().filter(|silence| silence.topic == topic).collect();
        let quiet = match silences.as_slice() {
            [] if statements == 0 && self.not_read.is_some() => Some(Quiet::NotRead),
            [] => None,
            some if some.iter().any(|silence| silence.is_for_everyone()) => Some(Quiet::Silent),
            _ => Some(Quiet::SilentForSome),
        };
        Coverage { topic, statements, quiet, weakest: on().map(|statement| statement.checked).max() }
    }

    /// How many of its statements were read in the guideline itself, elsewhere, from memory, or concluded.
    pub fn sources(&self) -> Vec<(Checked, usize)> {
        let count = |checked| self.statements.iter().filter(|statement| statement.checked == checked).count();
        Checked::ALL.iter().map(|checked| (*checked, count(*checked))).filter(|(_, count)| *count > 0).collect()
    }
}

impl Silence {
    fn is_for_everyone(&self) -> bool {
        self.when == super::Condition::default()
    }
}
