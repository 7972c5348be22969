//! The mark and the style of each verdict and of each agreement: the mark carries the meaning, the colour repeats it.

use ratatui::style::Style;

use super::look::Look;
use super::mark;
use crate::clinic::KidneyRisk;
use crate::knowledge::{Accord, Level, Verdict};

/// The mark of a verdict.
pub const fn mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conflict => mark::CONFLICT,
        Verdict::Preferred => mark::PREFERRED,
        Verdict::Recommended => mark::RECOMMENDED,
        Verdict::Option => mark::OPTION,
        Verdict::Alternative => mark::ALTERNATIVE,
        Verdict::Judgement => mark::JUDGEMENT,
        Verdict::Caution => mark::CAUTION,
        Verdict::Reserved => mark::RESERVED,
        Verdict::Avoid => mark::AVOID,
        Verdict::NeedsData => mark::NEEDS_DATA,
        Verdict::NotApplicable => mark::NOT_APPLICABLE,
        Verdict::NotAddressed => mark::SILENT,
        Verdict::NotRead => mark::NOT_READ,
    }
}

/// The style of a verdict.
pub const fn style(look: &Look, verdict: Verdict) -> Style {
    match verdict {
        Verdict::Conflict => look.conflict,
        Verdict::Preferred => look.preferred,
        Verdict::Recommended => look.recommended,
        Verdict::Option => look.option,
        Verdict::Alternative | Verdict::Reserved => look.alternative,
        Verdict::Caution => look.caution,
        Verdict::Avoid => look.avoid,
        Verdict::NeedsData | Verdict::Judgement => look.needs_data,
        Verdict::NotApplicable | Verdict::NotAddressed | Verdict::NotRead => look.silent,
    }
}

/// The mark and the style of an agreement.
pub const fn accord(look: &Look, accord: Accord) -> (&'static str, Style) {
    match accord {
        Accord::Same => (mark::AGREE, look.agree),
        Accord::Close => (mark::CLOSE, look.close),
        Accord::Differ => (mark::DIFFER, look.differ),
        Accord::Undetermined => (mark::NEEDS_DATA, look.needs_data),
        Accord::OnlyOne => (mark::NOT_APPLICABLE, look.dim),
        Accord::NoneSpeaks => (mark::SILENT, look.silent),
    }
}

/// The mark and the style of a safety rule's level.
pub const fn level(look: &Look, level: Level) -> (&'static str, Style) {
    match level {
        Level::Stop => (mark::STOP, look.conflict),
        Level::Warn => (mark::WARNING, look.warning),
        Level::Info => (mark::INFO, look.option),
    }
}

/// The colour of the KDIGO grid.
pub const fn kidney_risk(look: &Look, risk: KidneyRisk) -> Style {
    match risk {
        KidneyRisk::Low => look.kdigo_green,
        KidneyRisk::Moderate => look.kdigo_yellow,
        KidneyRisk::High => look.kdigo_orange,
        KidneyRisk::VeryHigh => look.kdigo_red,
    }
}
