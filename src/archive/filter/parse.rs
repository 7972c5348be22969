use std::ops::Range;

use super::amount;
use super::days;
use super::fault::{Fault, Wrong};
use super::key::Kind;
use super::query::{Query, Sort, Term, What};
use super::scan::{self, Piece};
use super::values;
use super::{Key, SavedQuery};
use crate::domain::Day;
use crate::text::fold;

/// Saved queries may call others so deep.
const DEEPEST: usize = 4;

/// What a line was understood to ask, and what of it was not understood.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Parsed {
    /// What was understood.
    pub query: Query,
    /// What was not, in the order of the line.
    pub faults: Vec<Fault>,
}

/// Reads a line. What is not understood is told apart and left out; the rest holds.
pub fn parse(line: &str, saved: &[SavedQuery]) -> Parsed {
    Reader { line, saved, above: Vec::new() }.read()
}

/// Whether this is what stands before an order.
pub(super) fn is_sort(name: &str) -> bool {
    matches!(fold(name).as_str(), "sort" | "tri" | "order" | "ordre")
}

/// Whether this word before a filter means that it must not hold.
pub(super) fn is_not(word: &str) -> bool {
    matches!(fold(word).as_str(), "not" | "sauf")
}

/// Where the name of a piece ends and what stands behind its sign begins; the sign is `:` or a comparison.
pub(super) fn split(text: &str) -> Option<(&str, usize)> {
    let at = text.find([':', '<', '>', '=', '≤', '≥'])?;
    let name = text.get(..at)?;
    let begins = name.chars().next().is_some_and(char::is_alphabetic);
    let is_name = begins && name.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-'));
    is_name.then_some((name, at))
}

struct Reader<'a> {
    line: &'a str,
    saved: &'a [SavedQuery],
    /// The saved queries that this line is a part of.
    above: Vec<String>,
}

/// What a piece turned out to be, and how many pieces it took.
struct Read {
    found: Result<Found, Vec<Fault>>,
    taken: usize,
}

enum Found {
    Term(Term),
    Sort(Sort),
    /// Nothing that narrows.
    Nothing,
}

impl Reader<'_> {
    fn read(&self) -> Parsed {
        let pieces = scan::pieces(self.line);
        let mut parsed = Parsed::default();
        let mut order = None;
        let mut at = 0;
        while let Some(piece) = pieces.get(at) {
            let rest = pieces.get(at..).unwrap_or_default();
            let read = self.piece(rest);
            match read.found {
                Ok(Found::Term(term)) => parsed.query.terms.push(term),
                Ok(Found::Sort(sort)) if order.is_none() => order = Some(sort),
                Ok(Found::Sort(_)) => {
                    parsed.faults.push(Fault { span: piece.span.clone(), wrong: Wrong::TwoOrders });
                }
                Ok(Found::Nothing) => {}
                Err(faults) => parsed.faults.extend(faults),
            }
            at += read.taken.max(1);
        }
        parsed.query.sort = order.unwrap_or_default();
        parsed
    }

    fn text(&self, span: &Range<usize>) -> &str {
        self.line.get(span.clone()).unwrap_or_default()
    }

    /// What these pieces begin with.
    fn piece(&self, pieces: &[Piece]) -> Read {
        let Some(first) = pieces.first() else { return Read { found: Ok(Found::Nothing), taken: 1 } };
        let text = self.text(&first.span);
        if is_not(text)
            && let Some(next) = pieces.get(1)
            && self.is_filter(self.text(&next.span))
        {
            let mut read = self.positive(pieces.get(1..).unwrap_or_default(), next.span.start);
            read.taken += 1;
            return negated(read);
        }
        match text.strip_prefix('-').filter(|rest| is_negatable(rest)) {
            Some(_) => negated(self.positive(pieces, first.span.start + 1)),
            None => self.positive(pieces, first.span.start),
        }
    }

    /// Whether this is more than a word.
    fn is_filter(&self, text: &str) -> bool {
        let text = text.strip_prefix('-').unwrap_or(text);
        let is_key = split(text).is_some_and(|(name, _)| Key::named(name).is_some());
        is_key || days::is_meant(text) || text.strip_prefix('@').is_some_and(|name| self.saved(name).is_some())
    }

    fn saved(&self, name: &str) -> Option<&SavedQuery> {
        let folded = values::plain(name);
        self.saved.iter().find(|one| values::plain(&one.name) == folded)
    }

    /// What these pieces begin with, from this place of the first on.
    fn positive(&self, pieces: &[Piece], from: usize) -> Read {
        let Some(first) = pieces.first() else { return Read { found: Ok(Found::Nothing), taken: 1 } };
        let span = from..first.span.end;
        let text = self.text(&span);
        let one = |found| Read { found, taken: 1 };
        let (inside, is_quoted) = scan::unquoted(text);
        if is_quoted {
            return one(Ok(phrase(inside)));
        }
        if let Some(name) = text.strip_prefix('@').filter(|name| name.chars().any(char::is_alphanumeric)) {
            return one(self.named(name, &span));
        }
        if let Some((key, taken, text)) = self.amount_over_pieces(pieces, from) {
            let whole = from..from + text.len();
            return Read { found: filter(key, text, &whole).map(Found::Term), taken };
        }
        let Some((name, sign)) = split(text) else {
            return one(if days::is_meant(text) {
                days_term(Key::Meeting, text, &span).map(Found::Term)
            } else {
                Ok(word(text))
            });
        };
        if is_sort(name) {
            return one(sort(text.get(sign + 1..).unwrap_or_default(), &span));
        }
        let Some(key) = Key::named(name) else {
            let nearest = values::nearest_key(name);
            let span = span.start..span.start + sign;
            return one(Err(vec![Fault { span, wrong: Wrong::UnknownKey(nearest) }]));
        };
        one(filter(key, text, &span).map(Found::Term))
    }

    /// An amount that is written with spaces: `upcr > 2`, `upcr >2 g/g`, `egfr<30 mL/min/1.73 m²`.
    fn amount_over_pieces(&self, pieces: &[Piece], from: usize) -> Option<(Key, usize, &str)> {
        let first = pieces.first()?;
        let text = self.text(&(from..first.span.end));
        let name = split(text).map_or(text, |(name, _)| name);
        let key = Key::named(name)?;
        let Kind::Amount(unit) = key.kind() else { return None };
        let next = |taken: usize| pieces.get(taken).map(|piece| self.text(&piece.span));
        let is_sign = |text: &str| text.starts_with(['<', '>', '=', '≤', '≥']);
        let mut taken = 1;
        if split(text).is_none() {
            next(taken).filter(|next| is_sign(next))?;
            taken += 1;
        }
        let so_far = |taken: usize| {
            let last = pieces.get(taken - 1)?;
            self.line.get(from..last.span.end)
        };
        if so_far(taken)?.ends_with([':', '<', '>', '=', '≤', '≥'])
            && next(taken).is_some_and(|next| next.starts_with(|letter: char| letter.is_ascii_digit()))
        {
            taken += 1;
        }
        // A unit may have spaces of its own.
        for more in (1..=2).rev() {
            let Some(last) = pieces.get(taken + more - 1) else { continue };
            let Some(begin) = pieces.get(taken).map(|piece| piece.span.start) else { continue };
            if amount::is_unit(self.line.get(begin..last.span.end).unwrap_or_default(), unit) {
                taken += more;
                break;
            }
        }
        Some((key, taken, so_far(taken)?))
    }

    /// All that a saved query asks.
    fn named(&self, name: &str, span: &Range<usize>) -> Result<Found, Vec<Fault>> {
        let fault = |wrong| vec![Fault { span: span.clone(), wrong }];
        let Some(saved) = self.saved(name) else {
            let known = self.saved.iter().map(|one| one.name.as_str());
            return Err(fault(Wrong::UnknownName(values::nearest(name, known))));
        };
        if self.above.contains(&saved.name) || self.above.len() >= DEEPEST {
            return Err(fault(Wrong::Circular));
        }
        let above = self.above.iter().cloned().chain([saved.name.clone()]).collect();
        let inside = Reader { line: &saved.text, saved: self.saved, above }.read();
        if inside.faults.iter().any(|fault| fault.wrong == Wrong::Circular) {
            return Err(fault(Wrong::Circular));
        }
        let what = What::Saved(saved.name.clone(), inside.query.terms);
        Ok(Found::Term(Term { negated: false, what }))
    }
}

/// Whether a minus before this means that it must not hold.
fn is_negatable(rest: &str) -> bool {
    let begins = rest.chars().next();
    begins.is_some_and(|letter| letter.is_alphabetic() || letter == '@' || scan::closing(letter).is_some())
        || days::is_meant(rest)
}

fn negated(read: Read) -> Read {
    let found = read.found.map(|found| match found {
        Found::Term(term) => Found::Term(Term { negated: !term.negated, ..term }),
        other => other,
    });
    Read { found, ..read }
}

fn term(what: What) -> Found {
    Found::Term(Term { negated: false, what })
}

/// Whether there is anything in it that is searched for.
fn is_searched(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

fn word(text: &str) -> Found {
    // An open quotation is not closed yet: its words are taken one by one.
    let is_around =
        |letter: char| letter.is_whitespace() || scan::closing(letter).is_some() || matches!(letter, '”' | '»');
    let bare = text.trim_matches(is_around);
    if !is_searched(bare) {
        return Found::Nothing;
    }
    // A quotation that opens within it would reach into the words behind it, were it printed as it is.
    if bare.chars().any(|letter| scan::closing(letter).is_some()) {
        return phrase(bare.to_owned());
    }
    // What would be more than a word without its quotation stays quoted.
    let is_one = !bare.contains(char::is_whitespace);
    let is_plain = is_one && split(bare).is_none() && !days::is_meant(bare) && !bare.starts_with(['-', '@']);
    term(if bare == text || is_plain { What::Word(bare.to_owned()) } else { What::Phrase(bare.to_owned()) })
}

fn phrase(inside: String) -> Found {
    if is_searched(&inside) { term(What::Phrase(inside)) } else { Found::Nothing }
}

fn sort(written: &str, span: &Range<usize>) -> Result<Found, Vec<Fault>> {
    let fault = || vec![Fault { span: span.clone(), wrong: Wrong::UnknownOrder }];
    Sort::named(written).map(Found::Sort).ok_or_else(fault)
}

/// What a key and what stands behind it ask.
fn filter(key: Key, text: &str, span: &Range<usize>) -> Result<Term, Vec<Fault>> {
    // A space may stand before the sign of an amount.
    let sign = text.find([':', '<', '>', '=', '≤', '≥']).unwrap_or(text.len());
    let fault = |span: Range<usize>, wrong| vec![Fault { span, wrong }];
    let behind = text.get(sign..).unwrap_or_default();
    let value = behind.strip_prefix(':').or_else(|| behind.strip_prefix('=')).unwrap_or(behind);
    let from = span.end - value.len();
    if behind.trim_matches([':', '<', '>', '=', '≤', '≥']).trim().is_empty() {
        return Err(fault(span.clone(), Wrong::NoValue(key)));
    }
    let what = match key.kind() {
        Kind::Amount(unit) => {
            let read = amount::read(behind, unit);
            let wrong = |reversed| if reversed { Wrong::Reversed } else { Wrong::NotAnAmount(key) };
            What::Amount(key, read.map_err(|reversed| fault(span.clone(), wrong(reversed)))?)
        }
        Kind::Days => return days_term(key, value, &(from..span.end)),
        Kind::Choice(vocabulary) => {
            let mut codes = Vec::new();
            let mut faults = Vec::new();
            for (place, part) in scan::parted(value) {
                let (written, _) = scan::unquoted(part);
                let span = from + place.start..from + place.end;
                match vocabulary.code_of(&written) {
                    _ if written.is_empty() => faults.push(Fault { span, wrong: Wrong::NoValue(key) }),
                    Some(code) => codes.push(code),
                    None => {
                        let near = values::nearest_value(&written, vocabulary);
                        faults.push(Fault { span, wrong: Wrong::UnknownValue(key, near) });
                    }
                }
            }
            if !faults.is_empty() {
                return Err(faults);
            }
            What::Among(key, codes)
        }
        Kind::Text => {
            let parts = scan::parted(value).into_iter().map(|(_, part)| scan::unquoted(part).0);
            let words: Vec<String> = parts.filter(|part| is_searched(part)).collect();
            if words.is_empty() {
                return Err(fault(span.clone(), Wrong::NoValue(key)));
            }
            What::Text(key, words)
        }
    };
    Ok(Term { negated: false, what })
}

fn days_term(key: Key, written: &str, span: &Range<usize>) -> Result<Term, Vec<Fault>> {
    let fault = |wrong| Err(vec![Fault { span: span.clone(), wrong }]);
    match days::read(written) {
        days::Written::Span(days) => Ok(Term { negated: false, what: What::Days(key, days) }),
        days::Written::Reversed => fault(Wrong::Reversed),
        days::Written::Unreadable => fault(Wrong::NotADay),
    }
}

/// The day itself as a span.
pub fn on(day: Day) -> super::Span<Day> {
    super::Span { least: Some(super::Bound::at(day)), most: Some(super::Bound::at(day)) }
}
