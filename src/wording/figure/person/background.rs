use super::super::origin::Origin;
use super::super::phrase::{Phrase, Row};
use super::{At, Said};

pub(super) fn comorbidities(at: &At) -> Phrase {
    at.field(&at.case.background.comorbidities, |list| {
        listed(at, &list.iter().map(|one| at.words.label(*one).to_owned()).collect::<Vec<_>>())
    })
}

fn listed(at: &At, names: &[String]) -> String {
    if names.is_empty() { at.words.app.none.to_owned() } else { names.join(", ") }
}

fn said(at: &At) -> Said {
    let words = &at.words.case;
    let extrarenal = at.field(&at.case.extrarenal, |list| {
        let one =
            |one: &crate::domain::Extrarenal| format!("{} {}", at.words.label(one.organ), at.words.label(one.severity));
        listed(at, &list.iter().map(one).collect::<Vec<_>>())
    });
    Said(vec![
        (words.extrarenal, extrarenal),
        (words.comorbidities, comorbidities(at)),
        (at.words.panel.antiphospholipid, at.entry(at.case.background.apl)),
    ])
}

pub(in crate::wording::figure) fn told(at: &At) -> Vec<Row> {
    said(at).rows(at)
}

pub(in crate::wording::figure) fn origin(at: &At) -> Origin {
    said(at).origin(at)
}
