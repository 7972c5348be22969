use crate::knowledge::{Accord, Progress, Verdict};

/// The mark before a verdict's word: the word is always beside it.
pub(super) const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conflict => "‼",
        Verdict::Preferred => "★",
        Verdict::Recommended => "●",
        Verdict::Option => "◐",
        Verdict::Alternative => "◌",
        Verdict::Judgement => "◇",
        Verdict::Caution => "◔",
        Verdict::Reserved => "»",
        Verdict::Avoid => "○",
        Verdict::NeedsData => "?",
        Verdict::NotApplicable => "·",
        Verdict::NotAddressed => "–",
        Verdict::NotRead => "▫",
    }
}

/// The mark before the word of an agreement.
pub(super) const fn accord(accord: Accord) -> &'static str {
    match accord {
        Accord::Same => "=",
        Accord::Close => "≈",
        Accord::Differ => "≠",
        Accord::Undetermined => "?",
        Accord::OnlyOne => "·",
        Accord::NoneSpeaks => "–",
    }
}

/// The mark of where a milestone stands.
pub(super) const fn progress(progress: Progress) -> &'static str {
    match progress {
        Progress::Reached => "✓",
        Progress::Missed => "✗",
        Progress::NotDue => "·",
        Progress::Unknown => "?",
    }
}
