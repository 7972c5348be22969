use super::super::origin::Origin;
use super::super::phrase::{Phrase, Row};
use super::{At, Said};
use crate::domain::{Field, PregnancyStatus};

fn said(at: &At) -> Said {
    let (words, pregnancy) = (&at.words.case, &at.case.pregnancy);
    let mut status = at.entry(pregnancy.status);
    if let Field::Known(weeks) = pregnancy.weeks {
        status = status.say(&format!("{weeks}\u{a0}{}", words.weeks_of_amenorrhoea));
    }
    let mut said = vec![(words.pregnancy, status)];
    if pregnancy.status != Field::Known(PregnancyStatus::NotApplicable) {
        said.push((words.wish, at.entry(pregnancy.wish)));
        said.push((words.contraception, at.entry(pregnancy.contraception)));
    }
    Said(said)
}

pub(in crate::wording::figure) fn told(at: &At) -> Vec<Row> {
    let said = said(at).0;
    let mut parts = said.into_iter();
    let first = parts.next().map(|(_, status)| status).unwrap_or_default();
    let phrase = parts.fold(first, |all: Phrase, (name, what)| all.dot().then(at.named(name, what)));
    vec![phrase.row()]
}

pub(in crate::wording::figure) fn origin(at: &At) -> Origin {
    let (words, pregnancy) = (&at.words.personal, &at.case.pregnancy);
    let origin = said(at).origin(at).input(words.pregnancy_test, at.entry(pregnancy.test), None);
    let agreement = at.field(&pregnancy.care_agreement, |day| at.lang.date(*day));
    origin.input(words.care_agreement, agreement, None)
}
