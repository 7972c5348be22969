//! A line on a drug: whether it is an alternative, what is done, which drug, what is ordered.

use super::hidden;
use super::lexicon::lexicon;
use super::measure::measure;
use super::names;
use super::order::order;
use super::token::{self, Token, tokens};
use crate::domain::{Intention, Line, LineKind, Order};

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
    /// A dose is counted in these: how much one holds is not said.
    COUNTED: () {
        () => "cp" | "cps" | "cpr" | "comprimé" | "comprimés" | "gélule" | "gélules" | "gel" | "sachet" | "sachets" | "ampoule"
            | "ampoules" | "amp" | "tablet" | "tablets" | "tab" | "tabs" | "capsule" | "capsules" | "cac"
    }
    /// Between two lines that stand in one.
    LINKS: () { () => "," | "puis" | "then" | "et" | "and" | "&" | ", puis" | ", then" | ", et" | ", and" }
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
    let rest = |at: usize| tokens.get(at..).unwrap_or_default();
    let linked = link(&tokens);
    let (intention, said) = intention(rest(linked));
    let mut at = linked + said;
    let before = names::kind(rest(at));
    at += before.map_or(0, |(_, taken)| taken);
    at += names::between(rest(at));
    let bolus = at..at + names::before(rest(at));
    at = bolus.end + names::between(rest(bolus.end));
    let (drug, taken) = names::drug(rest(at))?;
    // `hcq level m3` is a level and no drug to start.
    let level = measure(rest(at)).map(|(_, length)| length).or_else(|| hidden::level(rest(at)));
    if level.is_some_and(|length| length > taken) {
        return None;
    }
    at += taken;
    let behind = names::kind(rest(at)).filter(|_| before.is_none() && rest(at).first().is_some_and(Token::is_word));
    at += behind.map_or(0, |(_, taken)| taken);
    let kind = before.or(behind).map_or(LineKind::Start, |(kind, _)| kind);
    let words = [tokens.get(bolus).unwrap_or_default(), rest(at)].map(|tokens| token::said(text, tokens)).join(" ");
    let words = words.trim().to_owned();
    let is_of = |found: fn(&[Token]) -> bool| (at..tokens.len()).any(|place| found(rest(place)));
    let names_another = is_of(|rest| names::drug(rest).is_some());
    // `relais mmf par aza`: which one is meant is nobody's guess.
    if names_another && kind == LineKind::Switch {
        return None;
    }
    // A dose beside another drug may be the other's; one in tablets is not the one that is written.
    let is_unsure = names_another || is_of(|rest| COUNTED.first(rest).is_some());
    let order = if is_unsure { Some(unread(&words)) } else { order(&words, &token::tokens(&words), drug, kind) };
    Some(Line { kind, drug: Some(drug), words, intention, order, condition: None })
}

/// Nothing is read of these words: all of them are kept and marked.
fn unread(words: &str) -> Order {
    Order { unread: vec![words.to_owned()], ..Order::default() }
}

/// Where a further drug begins a line of its own: `mmf 2 g/j + béli 200 mg/sem`, `mp 500 x3 puis pred 0,4 mg/kg`.
pub(super) fn additions(text: &str) -> Vec<usize> {
    let tokens = tokens(text);
    let rest = |at: usize| tokens.get(at..).unwrap_or_default();
    let first = link(&tokens);
    if intention(&tokens).1 > 0 || names::drug_line(rest(first)).is_none() {
        return Vec::new();
    }
    let mut before = names::kind(rest(first)).map_or(LineKind::Start, |(kind, _)| kind);
    let mut found = Vec::new();
    for (place, token) in tokens.iter().enumerate().skip(1 + first) {
        let is_plus = token.is("+") && !token.joined;
        let linked = if is_plus { 1 } else { link(rest(place)) };
        if linked == 0 || names::drug_line(rest(place + linked)).is_none() {
            continue;
        }
        // `arrêt mmf et aza` stops both, or does it?
        let own = names::kind(rest(place + linked)).map(|(kind, _)| kind);
        let adds = is_plus && !matches!(before, LineKind::Stop | LineKind::Hold | LineKind::Switch);
        if adds || own.is_some() || matches!(before, LineKind::Start | LineKind::Add) {
            found.push(token.start);
            before = own.unwrap_or(LineKind::Start);
        }
    }
    found
}

/// How many pieces tie a line to the one before.
pub(super) fn link(tokens: &[Token]) -> usize {
    LINKS.first(tokens).map_or(0, |((), taken)| taken)
}

/// Whether a line stands beside what is said before it, and does not wait for it as behind `puis`.
pub(super) fn is_linked(text: &str) -> bool {
    let begins = |signs: &[&str]| tokens(text).first().is_some_and(|first| signs.iter().any(|sign| first.is(sign)));
    begins(&[",", "et", "and", "&", "+"]) && !waits(text)
}

fn waits(text: &str) -> bool {
    let tokens = tokens(text);
    let link = tokens.get(..link(&tokens)).unwrap_or_default();
    link.iter().any(|token| token.is("puis") || token.is("then"))
}
