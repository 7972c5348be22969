//! What the entries of closed lists are called.

use super::NewField;
use crate::domain::{Contraception, Lesions, Mode, PregnancyStatus, PregnancyTest, Sex, Wish, YesNo};
use crate::text::{Lang, words};

/// The label of an entry of the closed list of this field; a class is its own.
pub fn label(field: NewField, code: &'static str, lang: Lang) -> &'static str {
    use NewField as F;
    let words = words(lang);
    let said = match field {
        F::Mode => Mode::from_code(code).map(|one| words.label(one)),
        F::Sex => Sex::from_code(code).map(|one| words.label(one)),
        F::PregnancyStatus => PregnancyStatus::from_code(code).map(|one| words.label(one)),
        F::PregnancyWish => Wish::from_code(code).map(|one| words.label(one)),
        F::Contraception => Contraception::from_code(code).map(|one| words.label(one)),
        F::PregnancyTest => PregnancyTest::from_code(code).map(|one| words.label(one)),
        F::Lesions => Lesions::from_code(code).map(|one| words.label(one)),
        F::Tma | F::RapidlyProgressive | F::RaasiAtMaximum => YesNo::from_code(code).map(|one| words.label(one)),
        _ => None,
    };
    said.unwrap_or(code)
}
