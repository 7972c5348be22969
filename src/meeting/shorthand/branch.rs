//! What holds only if something happens, and what is aimed at.

use super::hidden;
use super::item::{Consequence, Item};
use super::lexicon::lexicon;
use super::line::line;
use super::measure::{Measured, measured};
use super::represent;
use super::token::{Token, said, spaced, tokens};
use crate::domain::{Aim, Target, Trigger};

lexicon! {
    /// Before a condition.
    IF: () { () => "si" | "s'" | "if" | "en cas de" | "en cas d'" | "in case of" }
    /// Before a target.
    TARGET: () { () => "target" | "targets" | "cible" | "cibles" | "objectif" | "objectifs" | "goal" | "aim" | "but" | "viser" }
}

/// The condition that these pieces say; its words where they were not understood.
pub(super) fn trigger(text: &str, tokens: &[Token]) -> Trigger {
    let words = said(text, tokens);
    match understood(text, tokens) {
        Some(Measured { what: Aim::Measure(measure), comparison, value, at }) => {
            Trigger { words, measure: Some(measure), comparison, value, at }
        }
        _ => Trigger { words, measure: None, comparison: None, value: None, at: None },
    }
}

fn understood(text: &str, tokens: &[Token]) -> Option<Measured> {
    measured(text, tokens).filter(|found| matches!(found.what, Aim::Measure(_)))
}

/// `si upcr m3 > -25 % : représenter`, and `biopsie si upcr m6 > 1 g/g`.
pub(super) fn branch(text: &str) -> Option<Item> {
    let tokens = tokens(text);
    if let Some(((), lead)) = IF.first(&tokens) {
        return led(text, tokens.get(lead..)?);
    }
    let place = (1..tokens.len()).find(|place| tokens.get(*place..).is_some_and(|rest| IF.first(rest).is_some()))?;
    let ((), lead) = IF.first(tokens.get(place..)?)?;
    let condition = tokens.get(place + lead..)?;
    understood(text, condition)?;
    // `mmf 2 g/j, arrêt si infection`: what hangs on the condition is nobody's guess, and the drug is given without it.
    let then = consequence(&said(text, tokens.get(..place)?)).filter(is_understood)?;
    Some(Item::Branch { trigger: trigger(text, condition), then })
}

fn is_understood(then: &Consequence) -> bool {
    match then {
        Consequence::Line(line) => line.order.as_ref().is_none_or(|order| order.unread.is_empty()),
        Consequence::RePresent | Consequence::Words(_) => true,
    }
}

fn led(text: &str, rest: &[Token]) -> Option<Item> {
    let is_end = |signs: &[&str]| rest.iter().position(|token| signs.iter().any(|sign| token.is(sign)));
    let end = is_end(&[":", "->", "alors", "then"]).map(|end| (end, 1)).or_else(|| is_end(&[","]).map(|end| (end, 1)));
    let whole =
        || (1..rest.len()).rev().find(|end| rest.get(..*end).is_some_and(|part| understood(text, part).is_some()));
    let (end, gap) = end.or_else(|| whole().map(|end| (end, 0)))?;
    let condition = rest.get(..end).filter(|condition| !condition.is_empty())?;
    let then = consequence(&said(text, rest.get(end + gap..)?))?;
    Some(Item::Branch { trigger: trigger(text, condition), then })
}

fn consequence(words: &str) -> Option<Consequence> {
    if words.is_empty() {
        return None;
    }
    if represent::is_meant(words) {
        return Some(Consequence::RePresent);
    }
    Some(line(words).map_or_else(|| Consequence::Words(spaced(words)), Consequence::Line))
}

/// `cible upcr < 0,7 g/g m12`, `objectif DORIS m12`.
pub(super) fn target(text: &str) -> Option<Target> {
    let tokens = tokens(text);
    let ((), mut lead) = TARGET.first(&tokens)?;
    lead += usize::from(tokens.get(lead).is_some_and(|token| token.is(":")));
    let rest = tokens.get(lead..).filter(|rest| !rest.is_empty())?;
    Some(match measured(text, rest) {
        Some(Measured { what, comparison, value, at }) => Target { what, comparison, value, by: at },
        None if hidden::names_drug(rest) => return None,
        None => Target { what: Aim::Words(said(text, rest)), comparison: None, value: None, by: None },
    })
}
