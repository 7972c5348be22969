//! Changes to the text of a case file that touch nothing else of it: comments, order, quoting and line ends stay.

use crate::domain::Day;

/// A key with its value, as YAML in one line: `pga`, `1.2`; `sledai`, `[proteinuria, rash]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The key.
    pub key: &'static str,
    /// Its value in flow style, in one line; none takes the key out.
    pub value: Option<String>,
}

/// One change to a case file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Settings of the entry of this day in a list of dated entries, such as `activity`; a new entry at the list's end
    /// where there is none, a new list where the file has none.
    Dated {
        /// The key of the list at the top of the file.
        list: &'static str,
        /// The day of the entry.
        date: Day,
        /// What is set in it.
        settings: Vec<Setting>,
    },
    /// Settings of a group at the top of the file, such as `person`; a new group where the file has none.
    Group {
        /// The key of the group.
        group: &'static str,
        /// What is set in it.
        settings: Vec<Setting>,
    },
    /// Settings of one entry of a list inside a group, such as `damage.sdi`, found by the value of a key.
    Item {
        /// The key of the group.
        group: &'static str,
        /// The key of the list in it.
        list: &'static str,
        /// The key that tells the entries apart, and its value.
        by: (&'static str, String),
        /// What is set in it; none takes the entry out.
        settings: Option<Vec<Setting>>,
    },
}
