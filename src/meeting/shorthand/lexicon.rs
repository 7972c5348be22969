//! Names of one to a few words, and what is meant by each.

use std::collections::HashMap;

use super::token::{Token, tokens};

/// Names by their first piece.
pub(super) struct Lexicon<T>(HashMap<String, Vec<(Vec<String>, T)>>);

impl<T: Copy> Lexicon<T> {
    /// The lexicon of these names.
    pub(super) fn new<'a>(names: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let mut by_first: HashMap<String, Vec<(Vec<String>, T)>> = HashMap::new();
        for (name, meant) in names {
            let pieces: Vec<String> = tokens(name).into_iter().map(|token| token.folded).collect();
            if let Some(first) = pieces.first() {
                by_first.entry(first.clone()).or_default().push((pieces, meant));
            }
        }
        Self(by_first)
    }

    /// The longest name that begins these pieces, and how many of them it takes.
    pub(super) fn first(&self, tokens: &[Token]) -> Option<(T, usize)> {
        let names = self.0.get(&tokens.first()?.folded)?;
        let begins = |name: &[String]| {
            name.len() <= tokens.len() && name.iter().zip(tokens).all(|(piece, token)| *piece == token.folded)
        };
        let begun = names.iter().filter(|(name, _)| begins(name));
        begun.max_by_key(|(name, _)| name.len()).map(|(name, meant)| (*meant, name.len()))
    }

    /// What is meant by the names of a single word, each with its word.
    pub(super) fn single_words(&self) -> impl Iterator<Item = (&str, T)> {
        self.0.values().flatten().filter_map(|(name, meant)| match name.as_slice() {
            [word] => Some((word.as_str(), *meant)),
            _ => None,
        })
    }
}

/// Declares a lexicon: what is meant, and its names.
macro_rules! lexicon {
    ($($(#[$doc:meta])* $name:ident: $meant:ty { $($meaning:expr => $($word:literal)|+),+ $(,)? })+) => {$(
        $(#[$doc])*
        pub(super) static $name: std::sync::LazyLock<$crate::meeting::shorthand::lexicon::Lexicon<$meant>> =
            std::sync::LazyLock::new(|| {
                $crate::meeting::shorthand::lexicon::Lexicon::new([$($(($word, $meaning)),+),+])
            });
    )+};
}
pub(super) use lexicon;
