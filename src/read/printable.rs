//! What a file says must not command the terminal: everything of it that is repeated goes through here.

use super::{Flaw, Problem};
use crate::domain::{Objection, Refusal};

/// Longest text of a file that is repeated in a sentence about it.
const MOST_REPEATED: usize = 60;

/// Control characters, and the marks that reverse the order of what follows.
pub(super) fn commands(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// At most so many characters of the text, commands replaced.
pub(super) fn printable(text: &str, most: usize) -> String {
    text.chars().take(most).map(|c| if commands(c) { '\u{fffd}' } else { c }).collect()
}

impl Problem {
    /// The same, with every text of the file fit to be printed.
    pub(super) fn printable(mut self) -> Self {
        let texts = match &mut self {
            Self::Refused(refusal) => of_refusal(refusal),
            Self::Objected(objection) => of_objection(objection),
            Self::Flawed(flaw) => of_flaw(flaw),
            Self::Unreadable { message: text }
            | Self::Syntax { message: text }
            | Self::Other { message: text }
            | Self::Encoding { found: text }
            | Self::Notation { written: text }
            | Self::UnknownKey { key: text, .. }
            | Self::Identity { key: text }
            | Self::MissingKey { key: text }
            | Self::DuplicateKey { key: text, .. }
            | Self::UnknownWord { written: text, .. } => vec![text],
            Self::DecimalComma { written, meant } => std::iter::once(written).chain(meant).collect(),
            _ => Vec::new(),
        };
        for text in texts {
            let is_long = text.chars().nth(MOST_REPEATED).is_some();
            *text = printable(text, MOST_REPEATED);
            if is_long {
                text.push('…');
            }
        }
        self
    }
}

fn of_flaw(flaw: &mut Flaw) -> Vec<&mut String> {
    match flaw {
        Flaw::UnitOfFact { written, .. }
        | Flaw::UnknownRegimen { written, .. }
        | Flaw::NamesNothing { written, .. } => {
            vec![written]
        }
        Flaw::UsedTwice { id } | Flaw::TakenId { id } => vec![id],
        _ => Vec::new(),
    }
}

fn of_refusal(refusal: &mut Refusal) -> Vec<&mut String> {
    match refusal {
        Refusal::UnitMissing { quantity, .. } => vec![quantity],
        Refusal::UnitUnknown { quantity, unit, .. } => vec![quantity, unit],
        Refusal::Impossible { quantity, written, least, most } => vec![quantity, written, least, most],
        Refusal::NotANumber { written }
        | Refusal::Comparison { written }
        | Refusal::Spaced { written }
        | Refusal::Ambiguous { written }
        | Refusal::UpsideDown { written }
        | Refusal::CheckDigits { written }
        | Refusal::Form { written, .. } => vec![written],
        Refusal::TooLong { .. } | Refusal::Empty | Refusal::Format { .. } | Refusal::NoEntry => Vec::new(),
    }
}

fn of_objection(objection: &mut Objection) -> Vec<&mut String> {
    match objection {
        Objection::Improbable { written, .. } => vec![written],
        _ => Vec::new(),
    }
}
