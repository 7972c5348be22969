use std::sync::LazyLock;

use super::Key;
use crate::clinic::IMMUNOSUPPRESSANTS;
use crate::domain::{
    Agreement, Class, Confidence, CourseOutcome, DepartureReason, Drug, Fulfilment, Mode, NotDone, Outcome,
    PatientAnswer, Reading, Sex, UseType,
};
use crate::meeting::drug_named;
use crate::text::{Label, Lang, fold, words};

/// A closed list of what may be typed behind a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the list of the key of its name")]
pub enum Vocabulary {
    Class,
    Drug,
    Regimen,
    Use,
    Outcome,
    Reading,
    Reason,
    Quorum,
    Mode,
    Agreement,
    Confidence,
    YesNo,
    Answer,
    FollowUp,
    Fulfilment,
    NotDone,
    Course,
    Has,
    Sex,
    Extrarenal,
    Pregnancy,
}

/// One entry of a list.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What is stored, and what SQL users see.
    pub code: &'static str,
    /// Its label in French.
    french: &'static str,
    /// Its label in English.
    english: &'static str,
}

impl Entry {
    /// Its label in a language.
    pub const fn label(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Fr => self.french,
            Lang::En => self.english,
        }
    }

    /// Whether it is what was written: the code, or the label of either language with hyphens for its spaces.
    fn is(&self, folded: &str) -> bool {
        [self.code, self.french, self.english].iter().any(|name| plain(name) == folded)
    }
}

/// Small letters without accents; one sign between words.
pub(super) fn plain(written: &str) -> String {
    fold(written).replace([' ', '\u{a0}', '_'], "-").replace('’', "'")
}

fn labelled<T: Label>(entries: &[T], code: impl Fn(T) -> &'static str) -> Vec<Entry> {
    let of = |lang, entry: T| words(lang).label(entry);
    let entry = |one: &T| Entry { code: code(*one), french: of(Lang::Fr, *one), english: of(Lang::En, *one) };
    entries.iter().map(entry).collect()
}

/// Entries that the language has for itself.
fn own(codes: &[&'static str]) -> Vec<Entry> {
    let of = |lang, code| (words(lang).filter.value)(code);
    codes.iter().map(|code| Entry { code, french: of(Lang::Fr, code), english: of(Lang::En, code) }).collect()
}

/// Groups of classes, beside the classes themselves.
pub const CLASS_GROUPS: [&str; 4] = ["proliferative", "mixed_v", "pure_v", "i_ii"];
/// Cases that were put off, whatever the reason.
pub const DEFERRED: &str = "deferred";

const CLASSES: [&str; 8] = ["I", "II", "III", "IV", "V", "VI", "III+V", "IV+V"];
const MONTHS: [&str; 11] = ["1", "2", "3", "4", "6", "9", "12", "18", "24", "36", "60"];
const HAS: [&str; 8] =
    ["branch", "target", "action", "return", "alternative", "departure", "regimen", "patient_question"];

macro_rules! lists {
    ($($vocabulary:ident => $entries:expr;)+) => {
        impl Vocabulary {
            /// What may be typed.
            pub fn entries(self) -> &'static [Entry] {
                match self {
                    $(Self::$vocabulary => {
                        static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| $entries);
                        &ENTRIES
                    })+
                }
            }
        }
    };
}

lists! {
    Class => {
        let classes = CLASSES.iter().map(|class| Entry { code: class, french: class, english: class });
        own(&CLASS_GROUPS).into_iter().chain(classes).chain(own(&["none"])).collect()
    };
    Drug => labelled(&drugs(), Drug::code);
    Regimen => labelled(&IMMUNOSUPPRESSANTS, Drug::code).into_iter().chain(own(&["none"])).collect();
    Use => labelled(UseType::ALL, UseType::code);
    Outcome => own(&[DEFERRED]).into_iter().chain(labelled(Outcome::ALL, Outcome::code)).collect();
    Reading => labelled(Reading::ALL, Reading::code);
    Reason => labelled(DepartureReason::ALL, DepartureReason::code);
    Quorum => own(&["yes", "no", "unknown", "none"]);
    Mode => labelled(Mode::ALL, Mode::code);
    Agreement => labelled(Agreement::ALL, Agreement::code);
    Confidence => labelled(Confidence::ALL, Confidence::code);
    YesNo => own(&["yes", "no"]);
    Answer => labelled(PatientAnswer::ALL, PatientAnswer::code);
    FollowUp => own(&["none", "any"]).into_iter().chain(own(&MONTHS)).collect();
    Fulfilment => labelled(Fulfilment::ALL, Fulfilment::code);
    NotDone => labelled(NotDone::ALL, NotDone::code);
    Course => labelled(CourseOutcome::ALL, CourseOutcome::code);
    Has => own(&HAS);
    Sex => labelled(Sex::ALL, Sex::code);
    Extrarenal => own(&["none", "mild", "moderate_severe"]);
    Pregnancy => own(&["none", "wish", "pregnant"]);
}

/// The immunosuppressants, which are asked for most, then the others.
fn drugs() -> Vec<Drug> {
    let others = Drug::ALL.iter().filter(|drug| **drug != Drug::Other && !IMMUNOSUPPRESSANTS.contains(drug));
    IMMUNOSUPPRESSANTS.iter().chain(others).copied().collect()
}

impl Vocabulary {
    /// The code of what was written; none where the list does not have it. Of a regimen, drugs joined by `+`, in order.
    pub fn code_of(self, written: &str) -> Option<String> {
        match self {
            Self::Regimen if plain(written) != "none" => {
                let given = |one| drug(one).filter(|code| IMMUNOSUPPRESSANTS.iter().any(|drug| drug.code() == *code));
                let mut drugs = written.split('+').map(given).collect::<Option<Vec<_>>>()?;
                drugs.sort_unstable();
                drugs.dedup();
                Some(drugs.join("+"))
            }
            Self::Drug => drug(written).map(str::to_owned),
            Self::Class if written.contains('+') => {
                let mut classes = written
                    .split('+')
                    .map(|one| Class::from_code(&one.trim().to_uppercase()))
                    .collect::<Option<Vec<_>>>()?;
                classes.sort_unstable();
                classes.dedup();
                Some(classes.into_iter().map(Class::code).collect::<Vec<_>>().join("+"))
            }
            _ => {
                let folded = plain(written);
                self.entries().iter().find(|entry| entry.is(&folded)).map(|entry| entry.code.to_owned())
            }
        }
    }

    /// The part of the list that can be typed next: the last drug of a regimen, else the whole.
    pub(super) fn last_part(self, written: &str) -> usize {
        if self == Self::Regimen { written.rfind('+').map_or(0, |plus| plus + 1) } else { 0 }
    }

    /// How an entry is written in a line in this language: the shortest that reads well and needs no quotes.
    pub(super) fn spelled(self, entry: &Entry, lang: Lang) -> String {
        let is_label = matches!(self, Self::YesNo | Self::Quorum) && !entry.label(lang).contains(' ');
        if is_label { entry.label(lang).to_owned() } else { entry.code.to_owned() }
    }
}

fn drug(written: &str) -> Option<&'static str> {
    drug_named(written.trim()).filter(|drug| *drug != Drug::Other).map(Drug::code)
}

/// The nearest word of a list to what was written; none where none is near.
pub(super) fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    const NEAR: f64 = 0.82;
    let folded = plain(written);
    known
        .map(|word| (strsim::jaro_winkler(&folded, &plain(word)), word))
        .filter(|(likeness, _)| *likeness > NEAR)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, word)| word.to_owned())
}

/// The nearest entry, as its code.
pub(super) fn nearest_value(written: &str, vocabulary: Vocabulary) -> Option<String> {
    let part = written.get(vocabulary.last_part(written)..).unwrap_or(written);
    let entries = vocabulary.entries();
    let names = entries.iter().flat_map(|entry| [entry.code, entry.french, entry.english]);
    let name = nearest(part, names)?;
    entries.iter().find(|entry| entry.is(&plain(&name))).map(|entry| entry.code.to_owned())
}

/// The nearest key, by its name in a language.
pub(super) fn nearest_key(written: &str) -> Option<Key> {
    let names: Vec<(String, Key)> = Key::ALL.iter().flat_map(|key| key.names().map(|name| (name, *key))).collect();
    let name = nearest(written, names.iter().map(|(name, _)| name.as_str()))?;
    names.iter().find(|(known, _)| *known == name).map(|(_, key)| *key)
}
