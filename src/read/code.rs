//! The names of problems in JSON: stable, so that other programs may tell them apart.

use super::Problem;
use crate::domain::{IdentityFlaw, Objection, Refusal};

impl Problem {
    /// What JSON calls it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "unreadable",
            Self::NotAFile { .. } => "not-a-file",
            Self::Encoding { .. } => "encoding",
            Self::TooLarge { .. } => "too-large",
            Self::TooDeep => "too-deep",
            Self::Repetition => "repetition",
            Self::Tag => "tag",
            Self::Quotation => "quotation",
            Self::Syntax { .. } => "syntax",
            Self::ManyDocuments => "many-documents",
            Self::EmptyFile => "empty-file",
            Self::Tab => "tab",
            Self::ControlCharacter => "control-character",
            Self::Notation { .. } => "notation",
            Self::DecimalComma { .. } => "decimal-comma",
            Self::UnknownKey { .. } => "unknown-key",
            Self::Identity { .. } => "identity",
            Self::MissingKey { .. } => "missing-key",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::UnknownWord { .. } => "unknown-word",
            Self::WrongKind { .. } => "wrong-kind",
            Self::Refused(refusal) => of_refusal(refusal),
            Self::Objected(objection) => of_objection(objection),
            Self::Flawed(flaw) => flaw.code(),
            Self::Misidentified(flaw) => of_identity(flaw),
            Self::Keyed(flaw) => flaw.code(),
            Self::Other { .. } => "other",
        }
    }
}

fn of_refusal(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::UnitMissing { .. } => "unit-missing",
        Refusal::UnitUnknown { .. } => "unit-unknown",
        Refusal::NotANumber { .. } => "not-a-number",
        Refusal::Comparison { .. } => "comparison",
        Refusal::Spaced { .. } => "spaced-number",
        Refusal::Ambiguous { .. } => "ambiguous-comma",
        Refusal::UpsideDown { .. } => "pressure-upside-down",
        Refusal::Impossible { .. } => "impossible",
        Refusal::Form { .. } => "form",
        Refusal::CheckDigits { .. } => "check-digits",
        Refusal::TooLong { .. } => "too-long",
        Refusal::Empty => "empty",
        Refusal::Format { .. } => "format-version",
        Refusal::NoEntry => "no-entry",
    }
}

fn of_identity(flaw: &IdentityFlaw) -> &'static str {
    match flaw {
        IdentityFlaw::NothingSaid => "empty-file",
        IdentityFlaw::ManyDocuments => "many-documents",
        IdentityFlaw::Nobody => "identity-of-nobody",
        IdentityFlaw::UsedTwice { .. } => "identity-used-twice",
        IdentityFlaw::NotYetBorn => "not-yet-born",
        IdentityFlaw::InsNotQualified { .. } => "ins-not-qualified",
        IdentityFlaw::TraitsLack { .. } => "traits-lack",
    }
}

fn of_objection(objection: &Objection) -> &'static str {
    match objection {
        Objection::Future { .. } => "future-date",
        Objection::BiopsyOutOfOrder { .. } => "biopsy-out-of-order",
        Objection::OutOfOrder { .. } => "out-of-order",
        Objection::StepOutOfOrder { .. } => "step-out-of-order",
        Objection::EndsBeforeItBegins { .. } => "ends-before-it-begins",
        Objection::BeforeBirth => "before-birth",
        Objection::NoClass => "no-class",
        Objection::NameOfOtherDrug => "name-of-other-drug",
        Objection::RuleOfRecord => "rule-of-record",
        Objection::PresentAndNotAssessed { .. } => "present-and-not-assessed",
        Objection::ItemInTwoLists { .. } => "item-in-two-lists",
        Objection::NoAge => "no-age",
        Objection::PregnancyOfAMan => "pregnancy-of-a-man",
        Objection::Improbable { .. } => "improbable",
    }
}
