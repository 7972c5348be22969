use super::super::origin::Origin;
use super::super::phrase::Row;
use super::{At, Said};

fn said(at: &At) -> Said {
    let (words, person) = (&at.words.personal, &at.case.person);
    Said(vec![(words.wishes, at.written(&person.wishes)), (words.refusals, at.written(&person.refusals))])
}

/// Wishes first, in the patient's words; refusals on a row of their own.
pub(in crate::wording::figure) fn told(at: &At) -> Vec<Row> {
    let (words, person) = (&at.words.personal, &at.case.person);
    let wishes = at.written(&person.wishes);
    let wishes = if person.wishes.known().is_some() { wishes } else { at.named(words.wishes, wishes) };
    vec![wishes.row(), at.named(words.refusals, at.written(&person.refusals)).row()]
}

pub(in crate::wording::figure) fn origin(at: &At) -> Origin {
    said(at).origin(at)
}
