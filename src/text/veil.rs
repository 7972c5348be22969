use crate::domain::{Case, Decision};

/// Titles stand before many names and tell nobody.
const TITLES: [&str; 14] = [
    "dr",
    "pr",
    "prof",
    "professeur",
    "docteur",
    "m",
    "mr",
    "mrs",
    "ms",
    "mme",
    "mlle",
    "monsieur",
    "madame",
    "doctor",
];
/// A part of a name that is shorter is an initial, or a word of the language.
const LEAST_LETTERS: usize = 3;
/// What stands for each hidden letter.
const HIDDEN: char = '•';

/// Names that are not to be read, wherever they stand in words that somebody typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Veil {
    /// The longest first, so that a part does not hide before the whole.
    names: Vec<Vec<char>>,
}

/// The professionals whom a case names.
pub fn named_in_case(case: &Case) -> impl Iterator<Item = &str> {
    let requester = case.requester.iter().map(|one| one.name.as_str());
    let raters = case.activity.iter().filter_map(|visit| visit.rater.known());
    let announced = case.person.announcement.iter().filter_map(|one| one.by.known());
    requester.chain(raters.chain(announced).map(String::as_str))
}

/// The people whom a decision names.
pub fn named_in_decision(decision: &Decision) -> impl Iterator<Item = &str> {
    let stands = decision.positions.iter().filter_map(|one| one.person.as_deref());
    let dissents = decision.dissent.iter().filter_map(|one| one.person.as_deref());
    let owners = decision.actions.iter().filter_map(|one| one.owner.as_deref());
    stands.chain(dissents).chain(owners).chain(decision.teller.as_deref())
}

impl Veil {
    /// The veil over these names: each whole, and each of its parts that could be found alone. An alias is hidden whole only.
    pub fn over<'a>(names: impl Iterator<Item = &'a str>, aliases: impl Iterator<Item = &'a str>) -> Self {
        let parts = names.flat_map(|name| name.split_whitespace().filter(|part| tells(part)));
        let whole = aliases.map(str::trim).filter(|alias| alias.chars().filter(|c| c.is_alphanumeric()).count() > 1);
        let mut names: Vec<Vec<char>> = parts.chain(whole).map(|name| name.chars().collect()).collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        names.dedup();
        Self { names }
    }

    /// The places, as ranges of letters, that are hidden in these letters.
    pub fn hidden(&self, letters: &[char]) -> Vec<std::ops::Range<usize>> {
        let is_letter = |at: usize| letters.get(at).is_some_and(|c| c.is_alphanumeric());
        let begins = |at: &usize| at.checked_sub(1).is_none_or(|before| !is_letter(before));
        let is_space = |at: usize| letters.get(at).is_some_and(|c| c.is_whitespace());
        let starts: Vec<usize> = (0..letters.len()).filter(|at| !is_space(*at)).filter(begins).collect();
        let mut found = Vec::new();
        for name in &self.names {
            for start in &starts {
                let range = *start..start + name.len();
                let here = letters.get(range.clone()).filter(|_| !is_letter(range.end));
                if here.is_some_and(|here| here.iter().zip(name).all(|(one, other)| same(*one, *other))) {
                    found.push(range);
                }
            }
        }
        found
    }

    /// The text with those names hidden.
    pub fn veiled(&self, text: &str) -> String {
        let mut letters: Vec<char> = text.chars().collect();
        for range in self.hidden(&letters) {
            for letter in letters.iter_mut().skip(range.start).take(range.len()).filter(|letter| **letter != ' ') {
                *letter = HIDDEN;
            }
        }
        letters.into_iter().collect()
    }
}

/// Whether a part of a name could tell who it is.
fn tells(part: &str) -> bool {
    let letters = part.chars().filter(|c| c.is_alphanumeric()).count();
    letters >= LEAST_LETTERS && !TITLES.contains(&part.trim_end_matches('.').to_lowercase().as_str())
}

/// The same letter, whatever its size; a hard space is a space.
fn same(one: char, other: char) -> bool {
    let plain = |c: char| if c == '\u{a0}' { ' ' } else { c };
    plain(one) == plain(other) || one.to_lowercase().eq(other.to_lowercase())
}
