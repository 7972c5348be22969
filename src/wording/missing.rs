use super::datum;
use crate::knowledge::{Datum, Difference, Missing, Topic, Truth};
use crate::text::{Lang, Words, words};

/// The sentence that asks for what is missing.
pub fn ask(words: &Words, datum: Datum) -> &'static str {
    (words.codes.ask)(datum.code())
}

/// How much hangs on it: `would settle 7 answers, 2 more with others`.
pub fn weight(words: &Words, missing: &Missing) -> String {
    let ranked = &words.ranked;
    match (missing.settles, missing.with_others) {
        (0, 0) => (ranked.could_change)(missing.touched),
        (0, others) => (ranked.with_others)(others),
        (settles, 0) => (ranked.settles)(settles),
        (settles, others) => format!("{}, {}", (ranked.settles)(settles), (ranked.more_with_others)(others)),
    }
}

/// Each with how much hangs on it: `UPCR (would settle 7 answers)`.
pub fn weighed(words: &Words, missing: &Missing) -> String {
    format!("{} ({})", datum(words, missing.datum), weight(words, missing))
}

/// The topics on which no guideline speaks for this patient, with how many they are and what shows them.
pub fn silent(words: &Words, topics: &[Topic], hint: Option<&str>) -> String {
    let names: Vec<&str> = topics.iter().map(|topic| super::topic(words, *topic)).collect();
    let count = std::iter::once(topics.len().to_string()).chain(hint.map(str::to_owned)).collect::<Vec<_>>();
    (words.ranked.not_for_this_patient)(&count.join(", "), &names.join(" · "))
}

/// An explained difference with how sure the entry is; where it is open whether it matters, what it needs.
pub fn difference(lang: Lang, difference: &Difference, truth: &Truth) -> String {
    let words = words(lang);
    let mut text = difference.said(lang).to_owned();
    if let Some(checked) = super::checked(words, difference.checked) {
        text = format!("{text} [{checked}]");
    }
    if truth.is_unknown() {
        return format!("{} {text}", (words.ranked.could_matter)(&super::data(words, truth.missing())));
    }
    text
}
