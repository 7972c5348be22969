use std::fmt;

use serde::de;

use super::problem::{Kind, Problem};
use super::vocabulary::FRENCH;
use crate::domain::Refusal;

/// More faults than this in one file help nobody.
pub(super) const MOST_FAULTS: usize = 50;

/// A fault at a path of the tree. The path is filled in by the innermost node that the fault passes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fault {
    pub(super) path: Option<Vec<usize>>,
    /// Whether the key is meant, not the value.
    pub(super) at_key: bool,
    pub(super) problem: Problem,
}

impl Fault {
    pub(super) fn new(problem: Problem) -> Self {
        Self { path: None, at_key: false, problem }
    }

    pub(super) fn at(mut self, path: &[usize]) -> Self {
        self.path.get_or_insert_with(|| path.to_vec());
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.problem)
    }
}

impl std::error::Error for Fault {}

/// The nearest known word, if one is near enough to be what was meant; a French word means its English one.
pub fn nearest(written: &str, known: &[String]) -> Option<String> {
    let folded = written.to_lowercase().replace(['-', ' '], "_");
    let meant = FRENCH.iter().filter(|(french, _)| *french == folded).map(|(_, english)| *english);
    if let Some(word) = meant.into_iter().find(|english| known.iter().any(|word| word == english)) {
        return Some(word.to_owned());
    }
    known
        .iter()
        .map(|word| (strsim::jaro_winkler(&folded, &word.to_lowercase()), word))
        .filter(|(likeness, _)| *likeness > 0.84)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, word)| word.clone())
}

fn owned(known: &'static [&'static str]) -> Vec<String> {
    known.iter().map(ToString::to_string).collect()
}

/// The value a decoder met, as it is seen in the file.
fn written(found: de::Unexpected<'_>) -> String {
    match found {
        de::Unexpected::Bool(value) => value.to_string(),
        de::Unexpected::Unsigned(value) => value.to_string(),
        de::Unexpected::Signed(value) => value.to_string(),
        de::Unexpected::Float(value) => value.to_string(),
        de::Unexpected::Str(value) => value.to_owned(),
        other => other.to_string(),
    }
}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        let message = message.to_string();
        Self::new(Refusal::from_message(&message).map_or(Problem::Other { message }, Problem::Refused))
    }

    fn invalid_type(found: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        let found = match found {
            de::Unexpected::Seq => Kind::List,
            de::Unexpected::Map => Kind::Map,
            de::Unexpected::Unit | de::Unexpected::Option => Kind::Empty,
            other => return Self::new(Problem::Refused(Refusal::NotANumber { written: written(other) })),
        };
        Self::new(Problem::WrongKind { found, expected: Kind::Scalar })
    }

    fn invalid_value(found: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        let form = match expected.to_string().as_str() {
            "u8" => "0…255".to_owned(),
            "u16" => "0…65535".to_owned(),
            "u32" | "u64" | "usize" => "0…".to_owned(),
            other => other.to_owned(),
        };
        Self::new(Problem::Refused(Refusal::Form { written: written(found), form }))
    }

    fn unknown_variant(written: &str, known: &'static [&'static str]) -> Self {
        let known = owned(known);
        let nearest = nearest(written, &known);
        Self::new(Problem::UnknownWord { written: written.to_owned(), known, nearest })
    }

    fn unknown_field(key: &str, known: &'static [&'static str]) -> Self {
        let known = owned(known);
        let nearest = nearest(key, &known);
        Self::new(Problem::UnknownKey { key: key.to_owned(), known, nearest })
    }

    fn missing_field(key: &'static str) -> Self {
        Self::new(Problem::MissingKey { key: key.to_owned() })
    }
}
