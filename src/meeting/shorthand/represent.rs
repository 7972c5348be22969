//! The case comes back to the meeting: `re-present m6`, `représenter m6`.

use super::lexicon::lexicon;
use super::token::{Token, tokens};
use super::when;
use crate::domain::Due;

lexicon! {
    /// That the case comes back.
    BACK: () {
        () => "re-present" | "represent" | "re-présenter" | "représenter" | "re-présentation" | "représentation" | "repasser"
            | "revoir en rcp" | "repasser en rcp" | "retour rcp" | "retour en rcp" | "re-rcp" | "back to mdt" | "re-discuter"
            | "rediscuter" | "re-discuss" | "rediscuss" | "bring back" | "retour en réunion" | "représenter le dossier"
    }
    /// Where to; understood.
    WHERE: () { () => "en rcp" | "rcp" | "à la rcp" | "le dossier" | "the case" | "to the mdt" | "at the mdt" | "case" | "dossier" | "en réunion" }
}

fn lead(tokens: &[Token]) -> Option<usize> {
    let ((), mut at) = BACK.first(tokens)?;
    while let Some(((), taken)) = tokens.get(at..).and_then(|rest| WHERE.first(rest)) {
        at += taken;
    }
    Some(at)
}

/// Whether the words say no more than that the case comes back.
pub(super) fn is_meant(words: &str) -> bool {
    let tokens = tokens(words);
    lead(&tokens) == Some(tokens.len())
}

/// When the case comes back.
pub(super) fn represent(text: &str) -> Option<Due> {
    let tokens = tokens(text);
    let rest = tokens.get(lead(&tokens)?..)?;
    when::due(rest).filter(|(_, taken)| *taken == rest.len()).map(|(due, _)| due)
}
