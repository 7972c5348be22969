use super::super::origin::Origin;
use super::super::phrase::{Phrase, Row};
use super::{At, Said};
use crate::domain::{Field, Support};

/// What was handed over, by name where the file names it.
pub(super) fn documents(at: &At) -> Phrase {
    let person = &at.case.person;
    match &person.handed_over {
        Field::Known(list) if !list.is_empty() => {
            Phrase::of(&list.iter().map(|one| at.words.label(*one)).collect::<Vec<_>>().join(", "))
        }
        Field::Known(_) if person.documents.is_absent() => Phrase::of(at.words.app.none),
        _ => at.step(person.documents),
    }
}

pub(super) fn support(at: &At, support: &Support) -> Phrase {
    let words = &at.words.personal;
    let each =
        [(words.pain, support.pain), (words.psychologist, support.psychologist), (words.dietitian, support.dietitian)];
    each.into_iter().fold(Phrase::default(), |all, (name, step)| all.dot().say(name).then(at.step(step)))
}

fn said(at: &At) -> Said {
    let (words, person) = (&at.words.personal, &at.case.person);
    let none = Support::default();
    Said(vec![
        (words.caregivers, at.written(&person.caregivers)),
        (words.handed_over, documents(at)),
        (at.words.person.education, at.step(person.education)),
        (at.words.person.association, at.step(person.association)),
        (words.support, support(at, person.support.as_ref().unwrap_or(&none))),
        (words.alexithymia, at.entry(person.alexithymia)),
    ])
}

pub(in crate::wording::figure) fn told(at: &At) -> Vec<Row> {
    said(at).rows(at)
}

pub(in crate::wording::figure) fn origin(at: &At) -> Origin {
    said(at).origin(at)
}
