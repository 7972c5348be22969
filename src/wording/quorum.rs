//! What a quorum lacks, in words.

use crate::domain::Specialty;
use crate::text::Words;

/// `one specialty, nephrology or internal medicine`.
pub fn lacking(short_by: u32, groups: &[Vec<Specialty>], words: &Words) -> String {
    let say = &words.deliberation;
    let any = |group: &Vec<Specialty>| {
        group.iter().map(|one| words.label(*one).to_lowercase()).collect::<Vec<_>>().join(say.or)
    };
    let number = (short_by > 0).then(|| (say.more_specialties)(short_by));
    number.into_iter().chain(groups.iter().map(any)).collect::<Vec<_>>().join(", ")
}

/// Specialties, one after the other; who has none of the list is there and is no specialty.
pub fn specialties(list: &[Specialty], words: &Words) -> String {
    list.iter()
        .filter(|one| **one != Specialty::Other)
        .map(|one| words.label(*one).to_lowercase())
        .collect::<Vec<_>>()
        .join(", ")
}
