//! The differences between guidelines that matter, one sentence each, and what they all say alike.

use serde::Deserialize;

use super::{Checked, Condition, Facts, Library, Topic, Truth};
use crate::text::Lang;

/// A difference between guidelines, explained: who says what, and why it matters for a patient like this one.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// Unique, stable.
    pub id: String,
    /// Its number in the list of differences of the clinical sheet (guidelines.md Q); none for what all say alike.
    #[serde(default)]
    pub number: Option<u8>,
    /// The row it explains.
    pub topic: Topic,
    /// The guidelines it speaks of, by id.
    pub between: Vec<String>,
    /// They say the same: this is what all agree on.
    #[serde(default)]
    pub same: bool,
    /// How sure the entry is of it: the weakest of its parts.
    pub checked: Checked,
    /// For whom it matters; everyone where it is left out.
    #[serde(default)]
    pub when: Condition,
    /// One sentence in our own words.
    pub fr: String,
    /// The same in English.
    pub en: String,
}

impl Difference {
    /// Its sentence in one language.
    pub fn said(&self, lang: Lang) -> &str {
        lang.of(&self.fr, &self.en)
    }
}

/// The explained differences of a row with whether they matter for this patient, differences first; those that do not
/// are left out, and those that speak of a guideline that is not at hand.
pub fn differences<'a>(library: &'a Library, facts: &Facts, topic: Topic) -> Vec<(&'a Difference, Truth)> {
    let is_at_hand = |one: &&Difference| one.between.iter().all(|id| library.guideline(id).is_some());
    let of_row = library.differences().iter().filter(|one| one.topic == topic).filter(is_at_hand);
    let judged = of_row.map(|one| (one, facts.judge(&one.when))).filter(|(_, truth)| *truth != Truth::No);
    let mut found: Vec<(&Difference, Truth)> = judged.collect();
    found.sort_by_key(|(one, truth)| (truth.is_unknown(), one.same));
    found
}

/// The ids of those that matter for sure.
pub(super) fn holding(library: &Library, facts: &Facts, topic: Topic) -> Vec<String> {
    let sure = differences(library, facts, topic).into_iter().filter(|(_, truth)| *truth == Truth::Yes);
    sure.map(|(one, _)| one.id.clone()).collect()
}
