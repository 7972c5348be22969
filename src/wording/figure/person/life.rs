use super::super::origin::Origin;
use super::super::phrase::{Phrase, Row};
use super::{At, Said};

/// Work or school, and what was done for rights.
pub(super) fn work(at: &At) -> Phrase {
    let (words, person) = (&at.words.personal, &at.case.person);
    let mut phrase = match (person.work.known(), person.school.known()) {
        (None, Some(_)) => at.named(words.school, at.written(&person.school)),
        (_, None) => at.written(&person.work),
        (Some(_), Some(_)) => at.written(&person.work).dot().then(at.named(words.school, at.written(&person.school))),
    };
    if !person.off_work.is_absent() {
        phrase = phrase.dot().then(at.named(words.off_work, at.entry(person.off_work)));
    }
    if !person.mdph.is_absent() {
        phrase = phrase.dot().then(at.named(words.mdph, at.step(person.mdph)));
    }
    phrase
}

fn said(at: &At) -> Said {
    let (words, person) = (&at.words.person, &at.case.person);
    let mut said = vec![
        (words.adherence, at.entry(person.adherence)),
        (words.tobacco, at.entry(person.tobacco)),
        (at.words.panel.work, work(at)),
    ];
    if !person.transition.is_absent() {
        said.push((at.words.personal.transition, at.step(person.transition)));
    }
    Said(said)
}

pub(in crate::wording::figure) fn told(at: &At) -> Vec<Row> {
    said(at).rows(at)
}

pub(in crate::wording::figure) fn origin(at: &At) -> Origin {
    said(at).origin(at)
}
