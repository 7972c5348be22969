//! Drugs in words that are no line on a drug: what is to be done or aimed at never hides one.

use super::dose::{self, Known};
use super::order::goes_on;
use super::token::{Token, tokens};
use super::{action, branch, line, measure, names, represent};
use crate::domain::Drug;

/// Words for how much of a drug is in the blood.
const LEVELS: [&str; 9] =
    ["dosage", "doser", "taux", "residuel", "residuelle", "concentration", "trough", "level", "auc"];

/// Measured in the blood by the names they are taken under.
const MEASURED: [Drug; 2] = [Drug::VitaminD, Drug::Calcium];

/// Whether words that were kept as they were said name a drug.
pub fn hides_drug(words: &str) -> bool {
    names_drug(&tokens(words))
}

/// Whether these pieces name a drug, where not only its level is meant.
pub(super) fn names_drug(tokens: &[Token]) -> bool {
    (0..tokens.len()).any(|at| is_drug(tokens, at))
}

/// `tacrolimus level`: how much of a drug is in the blood, and how many pieces say it.
pub(super) fn level(tokens: &[Token]) -> Option<usize> {
    let (_, taken) = names::drug(tokens)?;
    tokens.get(taken).filter(|next| is_level(next)).map(|_| taken + 1)
}

fn is_level(token: &Token) -> bool {
    LEVELS.contains(&token.folded.as_str())
}

fn is_drug(tokens: &[Token], at: usize) -> bool {
    let Some((drug, taken)) = tokens.get(at..).and_then(names::drug) else { return false };
    let before = tokens.get(..at).unwrap_or_default();
    let behind = tokens.get(at + taken..).unwrap_or_default();
    let is_dosed = dose::dose(behind, Known { drug, before: None }, goes_on).is_some();
    let is_measure = (0..=at)
        .any(|from| tokens.get(from..).and_then(measure::measure).is_some_and(|(_, length)| from + length > at));
    let near = before.iter().rev().find(|token| !names::is_between(token));
    let is_level = MEASURED.contains(&drug) || near.is_some_and(is_level) || behind.first().is_some_and(is_level);
    is_dosed || !(is_level || is_measure)
}

/// Where a drug behind something to be done begins a line of its own: `bio m1 m3 ramipril 5 mg/j`. Only where nothing ties
/// the two together: the act ends with its date or its owner, or a comma, `+` or `et` stands between.
pub(super) fn line_behind(text: &str) -> Option<usize> {
    let tokens = tokens(text);
    let has_condition =
        (0..tokens.len()).any(|at| tokens.get(at..).is_some_and(|rest| branch::IF.first(rest).is_some()));
    if has_condition || names::drug_line(&tokens).is_some() {
        return None;
    }
    let places = tokens.iter().enumerate().skip(1).map(|(at, token)| (at, token.start));
    places.filter(|(at, _)| tokens.get(*at..).is_some_and(begins_a_line)).map(|(_, start)| start).find(|start| {
        let (act, behind) = text.split_at_checked(*start).unwrap_or_default();
        let end = line::additions(behind).first().copied().unwrap_or(behind.len());
        is_whole(act, line::is_linked(behind)) && behind.get(..end).is_some_and(says_what)
    })
}

fn begins_a_line(tokens: &[Token]) -> bool {
    names::drug_line(tokens.get(line::link(tokens)..).unwrap_or_default()).is_some()
}

/// Whether these words are something to be done, or the day the case comes back, and no drug goes with them.
fn is_whole(act: &str, is_linked: bool) -> bool {
    let ends = |what: &str| what.split_whitespace().last().is_some_and(|last| act.trim_end().ends_with(last));
    let acts = action::actions(act);
    represent::represent(act).is_some() || acts.first().is_some_and(|one| is_linked || !ends(&one.what))
}

/// Whether these words say of a drug what is done or how much is given, all of it understood.
fn says_what(words: &str) -> bool {
    let Some(line) = line::line(words) else { return false };
    let pieces = tokens(words);
    let is_said = names::kind(pieces.get(line::link(&pieces)..).unwrap_or_default()).is_some();
    let order = line.order.as_ref();
    let is_read = order.is_none_or(|order| order.unread.is_empty());
    is_read && (is_said || order.is_some_and(|order| order.dose.is_some()))
}
