use std::ops::Range;

use crate::domain::{ActionItem, Due, Line, Target, Trigger};

/// What one part of a decision says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A drug: what is done with it, and what is ordered.
    Line(Line),
    /// What is done only if something happens.
    Branch {
        /// What must happen.
        trigger: Trigger,
        /// What is then done.
        then: Consequence,
    },
    /// What is aimed at.
    Target(Target),
    /// What is to be done beside the drugs.
    Action(ActionItem),
    /// When the case comes back.
    RePresent(Due),
    /// Words that were not understood, as typed.
    Words(String),
}

/// What is done if something happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Consequence {
    /// The case comes back.
    RePresent,
    /// A drug.
    Line(Line),
    /// What these words say.
    Words(String),
}

/// An item, and where it was typed. One text may say two: `bio m1 m3`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Where, in bytes.
    pub span: Range<usize>,
    /// What.
    pub item: Item,
}
