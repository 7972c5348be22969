//! What is said about a fault of a case file: what is wrong, then what to write instead.

mod en;
mod flaw_en;
mod flaw_fr;
mod fr;
mod identity;
mod keys;

use super::{Lang, visible};
use crate::domain::{Objection, Refusal};
use crate::read::Problem;

/// A sentence on what is wrong, and one on what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// What is wrong.
    pub sentence: String,
    /// What was expected, or what to write instead.
    pub hint: String,
}

impl Advice {
    /// Both in one line.
    pub fn whole(&self) -> String {
        format!("{} {}", self.sentence, self.hint)
    }
}

/// What is said about a problem.
pub fn advice(lang: Lang, problem: &Problem) -> Advice {
    match (problem, lang) {
        (Problem::Refused(refusal), _) => advice_on_refusal(lang, refusal),
        (Problem::Objected(objection), _) => advice_on_objection(lang, objection),
        (_, Lang::Fr) => fr::problem(problem),
        (_, Lang::En) => en::problem(problem),
    }
}

/// What is said about a value that its type refuses.
pub fn advice_on_refusal(lang: Lang, refusal: &Refusal) -> Advice {
    match lang {
        Lang::Fr => fr::refusal(refusal),
        Lang::En => en::refusal(refusal),
    }
}

/// What is said about a fact that cannot stand beside another one.
pub fn advice_on_objection(lang: Lang, objection: &Objection) -> Advice {
    match lang {
        Lang::Fr => fr::objection(objection),
        Lang::En => en::objection(objection),
    }
}

fn say(sentence: impl Into<String>, hint: impl Into<String>) -> Advice {
    // They repeat what stands in a file.
    let shown = |said: String| visible(&said).into_owned();
    Advice { sentence: shown(sentence.into()), hint: shown(hint.into()) }
}

/// A list that is said whole even where one of its words is near.
const FEW: usize = 8;

/// So many words of a list are read; a longer one is cut.
const MOST_LISTED: usize = 30;

/// The first words of a list, and whether there are more.
fn listed(known: &[String]) -> (String, bool) {
    let shown: Vec<&str> = known.iter().take(MOST_LISTED).map(String::as_str).collect();
    (shown.join(", "), known.len() > MOST_LISTED)
}

/// What to check, where a limit has a unit and where it has none.
fn number_and_unit(limit: &str, number: &'static str, both: &'static str) -> &'static str {
    if limit.contains(' ') { both } else { number }
}

/// The number of a text that is in pieces, in one piece: `1 600 mg/g` is `1600 mg/g`.
fn in_one_piece(written: &str) -> String {
    let mut whole = String::new();
    let mut rest = written.chars().peekable();
    while let Some(c) = rest.next() {
        let between_digits =
            whole.ends_with(|c: char| c.is_ascii_digit()) && rest.peek().is_some_and(char::is_ascii_digit);
        if !(c.is_whitespace() && between_digits) {
            whole.push(c);
        }
    }
    whole
}

/// A number with one comma: as decimals, and as thousands.
fn both_readings(written: &str) -> (String, String) {
    (written.replacen(',', ".", 1), written.replacen(',', "", 1))
}

/// The kinds of mistake in notation that the parser's words tell apart.
enum Slip {
    ColonInText,
    NoColon,
    Indentation,
    NotClosed,
    ListInLine,
    UnknownAlias,
    Escape,
    Character,
    KeyNotAWord,
    NoValue,
    Other,
}

impl Slip {
    fn of(message: &str) -> Self {
        let says = |words: &str| message.contains(words);
        if says("mapping values are not allowed") {
            Self::ColonInText
        } else if says("could not find expected ':'") {
            Self::NoColon
        } else if says("expected ',' or") || says("flow mapping") || says("flow sequence") {
            Self::NotClosed
        } else if says("block sequence entries are not allowed") {
            Self::ListInLine
        } else if says("did not find expected key") || says("did not find expected '-'") {
            Self::Indentation
        } else if says("anchor") {
            Self::UnknownAlias
        } else if says("escape") {
            Self::Escape
        } else if says("cannot start any token") {
            Self::Character
        } else if says("found unexpected ':'") {
            Self::NoValue
        } else if says("a key must be a word") {
            Self::KeyNotAWord
        } else {
            Self::Other
        }
    }
}
