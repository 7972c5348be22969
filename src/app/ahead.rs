//! Letters typed over a closed list: they choose the entry whose name begins with them.

use crate::text::fold;

/// The letters of a name typed so far over one closed list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Ahead(String);

impl Ahead {
    /// The entry that one letter more chooses, of entries with these names and codes, from the chosen one on. A letter that
    /// no name goes on with begins anew; the same letter again goes to the next name that begins with it.
    pub(super) fn choose(&mut self, letter: char, entries: &[(&str, &str)], at: Option<usize>) -> Option<usize> {
        let letter = fold(&letter.to_string());
        let longer = format!("{}{letter}", self.0);
        let begin = |typed: &str| -> Vec<usize> {
            let begins = |name: &str| fold(name).starts_with(typed);
            let found = entries.iter().enumerate().filter(|(_, (name, code))| begins(name) || begins(code));
            found.map(|(place, _)| place).collect()
        };
        let go_on = if self.0.is_empty() { Vec::new() } else { begin(&longer) };
        if let Some(first) = go_on.first() {
            self.0 = longer;
            return at.filter(|at| go_on.contains(at)).or(Some(*first));
        }
        let anew = begin(&letter);
        self.0 = letter;
        anew.iter().find(|place| at.is_none_or(|at| **place > at)).or(anew.first()).copied()
    }

    /// Another key came in between.
    pub(super) fn forget(&mut self) {
        self.0.clear();
    }
}
