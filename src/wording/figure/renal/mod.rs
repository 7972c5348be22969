//! The kidney's half of the activity panel: proteinuria, histology, response, flare, serology, level of
//! hydroxychloroquine, and type 2 apart from all of them.

pub(super) mod flare;
pub(super) mod hcq_level;
pub(super) mod histology;
pub(super) mod proteinuria;
pub(super) mod response;
pub(super) mod serology;
pub(super) mod type2;

use super::At;
use super::phrase::{Phrase, Tone};
use crate::clinic::Verdict;
use crate::domain::Upcr;

/// The mark of a verdict.
fn mark(verdict: &Verdict) -> (&'static str, Tone) {
    match verdict {
        Verdict::Yes => ("✓", Tone::Good),
        Verdict::No => ("✗", Tone::Warning),
        Verdict::Unknown(_) => ("?", Tone::Lacking),
    }
}

/// Mark and word: yes, no, or that it cannot be said.
fn answer(at: &At, verdict: &Verdict) -> Phrase {
    let (mark, tone) = mark(verdict);
    let word = match verdict {
        Verdict::Yes => at.words.app.yes,
        Verdict::No => at.words.app.no,
        Verdict::Unknown(_) => at.words.renal.cannot_say,
    };
    Phrase::default().with(&format!("{mark}\u{a0}{word}"), tone)
}

/// Mark and word of what is neither good nor bad in itself.
fn plainly(at: &At, verdict: &Verdict) -> Phrase {
    match verdict {
        Verdict::Yes => Phrase::default().strong(&format!("✓\u{a0}{}", at.words.app.yes)),
        Verdict::No => Phrase::of(&format!("✗\u{a0}{}", at.words.app.no)),
        Verdict::Unknown(_) => answer(at, verdict),
    }
}

/// Mark and word, and what is lacking where it cannot be said.
fn answer_in_full(at: &At, verdict: &Verdict) -> Phrase {
    match verdict {
        Verdict::Unknown(needs) => Phrase::default().with("?", Tone::Lacking).then(at.lacking(needs)),
        _ => plainly(at, verdict),
    }
}

/// A ratio in the other unit, by the exact factor: `= 180.8 mg/mmol`.
fn converted(at: &At, upcr: Upcr) -> String {
    let (unit, decimals) = if upcr.unit() == "mg/mmol" { ("g/g", 3) } else { ("mg/mmol", 1) };
    let value = upcr.in_unit(unit).map(|value| at.lang.amount(value.round_dp(decimals).normalize(), unit));
    value.map(|value| format!("=\u{a0}{value}")).unwrap_or_default()
}
