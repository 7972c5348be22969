//! The text of an item in pieces: numbers, words, signs.

use rust_decimal::Decimal;
use unicode_normalization::char::is_combining_mark;

use crate::text::fold;

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Digits, with decimals; no value where it can be read in two ways.
    Number(Option<Decimal>),
    /// Letters.
    Word,
    /// Anything else.
    Sign,
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is.
    pub kind: Kind,
    /// Small letters without accents; one way to write each sign.
    pub folded: String,
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Whether it stands right behind the piece before.
    pub joined: bool,
    /// Whether it is a word or a number right behind another.
    pub glued: bool,
}

impl Token {
    /// Whether it is this word or sign.
    pub(super) fn is(&self, folded: &str) -> bool {
        self.folded == folded
    }

    /// The number, where it is one that can be read in one way.
    pub(super) fn number(&self) -> Option<Decimal> {
        if let Kind::Number(value) = self.kind { value } else { None }
    }

    /// The number, where it is a whole one.
    pub(super) fn count(&self) -> Option<u16> {
        self.folded.parse().ok().filter(|_| self.number().is_some())
    }

    /// Whether it is a number, readable or not.
    pub(super) fn is_number(&self) -> bool {
        matches!(self.kind, Kind::Number(_))
    }

    /// Whether it is a word.
    pub(super) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }
}

/// Signs of more than one letter, the longer first, and what they are written as.
const SIGNS: [(&str, &str); 8] =
    [("-->", "->"), ("->", "->"), ("=>", "->"), ("<=", "<="), (">=", ">="), ("=<", "<="), ("≤", "<="), ("≥", ">=")];

/// The text in pieces.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let start = text.len() - rest.len();
        let length = length(rest, first);
        let (said, after) = rest.split_at(length);
        let before = tokens.last();
        let joined = before.is_some_and(|token| token.end == start);
        let kind = kind(said, first);
        let glued = joined && kind != Kind::Sign && before.is_some_and(|token| token.kind != Kind::Sign);
        tokens.push(Token { kind, folded: folded(said), start, end: start + length, joined, glued });
        rest = after.trim_start();
    }
    spaced_thousands(&mut tokens);
    tokens
}

fn length(rest: &str, first: char) -> usize {
    let until = |goes_on: fn(char) -> bool| rest.find(|c| !goes_on(c)).unwrap_or(rest.len());
    if first.is_ascii_digit() {
        let whole = until(|c| c.is_ascii_digit());
        let decimals = rest.get(whole..).and_then(|rest| rest.strip_prefix(['.', ',']));
        let digits = decimals.map_or(0, |rest| rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len()));
        return if digits == 0 { whole } else { whole + 1 + digits };
    }
    if first.is_alphabetic() {
        return until(|c| c.is_alphabetic() || is_combining_mark(c));
    }
    let sign = SIGNS.iter().find(|(sign, _)| rest.starts_with(sign));
    sign.map_or(first.len_utf8(), |(sign, _)| sign.len())
}

fn kind(said: &str, first: char) -> Kind {
    if first.is_ascii_digit() {
        let value = said.replace(',', ".").parse().ok();
        return Kind::Number(value.filter(|_| !is_in_thousands(said)));
    }
    if first.is_alphabetic() { Kind::Word } else { Kind::Sign }
}

/// `1,000` and `1.000` are a thousand to some and one to others; `0,125` is no thousand.
fn is_in_thousands(number: &str) -> bool {
    number.split_once([',', '.']).is_some_and(|(whole, part)| whole != "0" && part.len() == 3)
}

/// So is `1 000`: neither piece of it is a number.
fn spaced_thousands(tokens: &mut [Token]) {
    for place in 1..tokens.len() {
        let Some([one, two]) = tokens.get_mut(place - 1..=place) else { return };
        let is_short = one.is_number() && one.folded.len() <= 3 && !one.folded.contains(['.', ',']);
        if is_short && !one.glued && two.is_number() && two.folded.split(['.', ',']).next().map(str::len) == Some(3) {
            one.kind = Kind::Number(None);
            two.kind = Kind::Number(None);
        }
    }
}

fn folded(said: &str) -> String {
    if let Some((_, written)) = SIGNS.iter().find(|(sign, _)| *sign == said) {
        return (*written).to_owned();
    }
    match said {
        "×" | "*" => "x".to_owned(),
        "−" | "–" | "—" | "‑" => "-".to_owned(),
        "→" | "⇒" => "->".to_owned(),
        "’" | "ʼ" => "'".to_owned(),
        _ => fold(said).replace('\u{3bc}', "µ"),
    }
}

/// The words from the first of these pieces to the last, single spaces between.
pub(super) fn said(text: &str, tokens: &[Token]) -> String {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return String::new() };
    spaced(text.get(first.start..last.end).unwrap_or_default())
}

/// The same words, single spaces between.
pub(super) fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
