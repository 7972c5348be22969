use super::super::origin::Origin;
use super::super::phrase::{Phrase, Row};
use super::At;
use crate::knowledge;
use crate::wording;

/// First what would settle most, and the question to ask first.
pub(in crate::wording::figure) fn told(at: &At) -> Vec<Row> {
    let missing = knowledge::missing(at.table);
    let Some(first) = missing.first() else {
        return vec![Phrase::default().judged(at.words.case.nothing_missing, true).row()];
    };
    let named: Vec<String> = missing.iter().map(|one| wording::weighed(at.words, one)).collect();
    let question = Phrase::of(wording::ask(at.words, first.datum));
    vec![Phrase::default().lacks(&named.join(", ")).row(), at.named(at.words.ranked.ask, question).row()]
}

/// Every question, each with how much hangs on it.
pub(in crate::wording::figure) fn origin(at: &At) -> Origin {
    let missing = knowledge::missing(at.table);
    let origin = missing.iter().fold(Origin::default(), |origin, one| {
        let weight = Phrase::of(wording::ask(at.words, one.datum)).quiet(&wording::weight(at.words, one));
        origin.input(wording::datum(at.words, one.datum), weight, None)
    });
    origin.rule(at.words.personal.missing_rule)
}
