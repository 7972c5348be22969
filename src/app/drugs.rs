//! Names of drugs, completed as they are typed; what a drug is given for is no business of this file.

use crate::domain::Drug;
use crate::text::{Lang, fold, words};

/// Names that are offered at most.
const MOST_NAMES: usize = 5;

/// Letters from which on a word of a line is taken for the beginning of a drug's name.
const LEAST_LETTERS: usize = 3;

/// The names of drugs that begin with these letters, accents and capitals aside; not the name that stands there already.
pub fn names_of(typed: &str, lang: Lang) -> Vec<&'static str> {
    let (typed, words) = (fold(typed), words(lang));
    if typed.is_empty() {
        return Vec::new();
    }
    let labels = Drug::ALL.iter().filter(|drug| **drug != Drug::Other).map(|drug| words.label(*drug));
    let goes_on = |label: &&str| fold(label).starts_with(&typed) && fold(label) != typed;
    labels.filter(goes_on).take(MOST_NAMES).collect()
}

/// The word that a line of orders ends in, where it may be the beginning of a drug's name.
pub fn last_word(line: &str) -> &str {
    let begins = line.char_indices().rev().take_while(|(_, letter)| letter.is_alphabetic()).last();
    let word = begins.and_then(|(at, _)| line.get(at..)).unwrap_or_default();
    if word.chars().count() < LEAST_LETTERS { "" } else { word }
}
