use super::At;
use super::origin::Origin;
use super::phrase::{Phrase, Row};
use crate::clinic::{EPICES, EpicesScore};

pub(super) fn told(at: &At) -> Vec<Row> {
    let Ok(score) = EpicesScore::of_person(&at.case.person) else {
        return vec![at.field(&at.case.person.epices, |_| String::new()).row()];
    };
    let panel = &at.words.panel;
    let word = if score.is_precarious() { panel.precarious } else { panel.not_precarious };
    let phrase = Phrase::default()
        .strong(&at.lang.fixed(score.value(), 2))
        .judged(word, !score.is_precarious())
        .quiet(&(panel.quintile)(score.quintile()));
    vec![phrase.row()]
}

pub(super) fn origin(at: &At) -> Origin {
    let origin = match EpicesScore::of_person(&at.case.person) {
        Ok(score) => Origin::default().input(EPICES.name, Phrase::of(&at.lang.fixed(score.value(), 2)), None),
        Err(needs) => {
            let lacks = crate::wording::needs(at.words, &needs);
            Origin { lacks: vec![lacks], ..Origin::default() }
        }
    };
    origin.rule(at.words.origin.epices_rule).source(EPICES)
}
