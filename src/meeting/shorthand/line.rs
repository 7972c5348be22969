//! A line on a drug: whether it is an alternative, what is done, which drug, what is ordered.

use super::lexicon::lexicon;
use super::measure::measure;
use super::names;
use super::order::order;
use super::token::{Token, said, tokens};
use crate::domain::{Intention, Line, LineKind};

lexicon! {
    /// Before a line that would be done instead.
    INSTEAD: Intention {
        Intention::Alternative => "alt" | "alternative" | "alternativement" | "alternatively" | "sinon" | "à défaut" | "else"
            | "otherwise" | "or else" | "ou sinon" | "2e intention" | "2eme intention" | "2nde intention" | "en 2e intention"
            | "en 2eme intention" | "seconde intention" | "deuxième intention" | "en deuxième intention" | "second line"
            | "2nd line" | "second choice" | "plan b",
        Intention::First => "1re intention" | "1ere intention" | "première intention" | "en première intention" | "en 1re intention"
            | "first line" | "1st line",
    }
}

/// The intention, and how many pieces say it, the colon behind them counted.
pub(super) fn intention(tokens: &[Token]) -> (Intention, usize) {
    let Some((intention, taken)) = INSTEAD.first(tokens) else { return (Intention::First, 0) };
    let colon = tokens.get(taken).is_some_and(|token| token.is(":") || token.is(","));
    (intention, taken + usize::from(colon))
}

/// The line that these words say; none where they name no drug.
pub(super) fn line(text: &str) -> Option<Line> {
    let tokens = tokens(text);
    let (intention, mut at) = intention(&tokens);
    let rest = |at: usize| tokens.get(at..).unwrap_or_default();
    let before = names::kind(rest(at));
    at += before.map_or(0, |(_, taken)| taken);
    at += names::between(rest(at));
    let bolus = at..at + names::before(rest(at));
    at = bolus.end + names::between(rest(bolus.end));
    let (drug, taken) = names::drug(rest(at))?;
    // `hcq level m3` is a level and no drug to start.
    if measure(rest(at)).is_some_and(|(_, length)| length > taken) {
        return None;
    }
    at += taken;
    let behind = names::kind(rest(at)).filter(|_| before.is_none() && rest(at).first().is_some_and(Token::is_word));
    at += behind.map_or(0, |(_, taken)| taken);
    let kind = before.or(behind).map_or(LineKind::Start, |(kind, _)| kind);
    let words = [tokens.get(bolus).unwrap_or_default(), rest(at)].map(|tokens| said(text, tokens)).join(" ");
    let words = words.trim().to_owned();
    let order = order(&words, &super::token::tokens(&words), drug, kind);
    Some(Line { kind, drug: Some(drug), words, intention, order, condition: None })
}

/// Where `+` begins a line of its own: `mmf 2 g/j + béli 200 mg/sem`.
pub(super) fn additions(text: &str) -> Vec<usize> {
    let tokens = tokens(text);
    if intention(&tokens).1 > 0 || names::drug_line(&tokens).is_none() {
        return Vec::new();
    }
    let begins = |(place, token): (usize, &Token)| {
        let is_new = place > 0 && token.is("+") && !token.joined;
        let named = tokens.get(place + 1..).and_then(names::drug);
        (is_new && named.is_some()).then_some(token.start)
    };
    tokens.iter().enumerate().filter_map(begins).collect()
}
