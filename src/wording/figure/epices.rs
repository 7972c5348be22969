use rust_decimal::Decimal;

use super::At;
use super::origin::{Grid, Origin};
use super::phrase::{Phrase, Row};
use crate::clinic::{
    EPICES, EPICES_YOUNG, EpicesAnswer, EpicesScore, epices_answers, epices_constant, epices_threshold,
};
use crate::domain::Epices;

pub(super) fn told(at: &At) -> Vec<Row> {
    let Ok(score) = EpicesScore::of_person(&at.case.person) else {
        return vec![at.field(&at.case.person.epices, |_| String::new()).row()];
    };
    let (panel, words) = (&at.words.panel, &at.words.personal);
    let word = if score.is_precarious() { panel.precarious } else { panel.not_precarious };
    let phrase = Phrase::default()
        .strong(&at.lang.fixed(score.value(), 2))
        .judged(word, !score.is_precarious())
        .quiet(&(panel.quintile)(score.quintile()));
    let young = at.case.patient.age_on(at.today).and_then(|age| score.is_precarious_at(age));
    let phrase = young.map(words.epices_young).map_or(phrase.clone(), |young| phrase.dot().quiet(&young));
    vec![phrase.row()]
}

pub(super) fn origin(at: &At) -> Origin {
    let origin = match (EpicesScore::of_person(&at.case.person), at.case.person.epices.known()) {
        (Ok(score), Some(answers)) => Origin { grids: vec![answered(at, answers, score)], ..Origin::default() },
        (Err(needs), _) => Origin { lacks: vec![crate::wording::needs(at.words, &needs)], ..Origin::default() },
        (Ok(_), None) => Origin::default(),
    };
    let words = &at.words.personal;
    let origin = origin.rule(at.words.origin.epices_rule).rule(words.epices_quintiles).rule(words.epices_young_rule);
    origin.source(EPICES).source(EPICES_YOUNG)
}

/// The eleven answers, what each adds, and the sum.
fn answered(at: &At, answers: &Epices, score: EpicesScore) -> Grid {
    let words = &at.words.personal;
    let line = |name: Phrase, sum: Decimal| vec![name.row(), Row::new(), Row::new(), number(at, sum).row()];
    let mut rows = vec![line(Phrase::of(words.epices_start), epices_constant())];
    rows.extend(epices_answers(answers).into_iter().map(|one| row(at, one)));
    let threshold = (words.epices_threshold)(&at.lang.fixed(epices_threshold(), 2));
    let sum = Phrase::of(words.epices_sum).quiet(&format!("({threshold})"));
    rows.push(line(sum, score.value()));
    let head = [words.question_head, words.answer_head, words.coefficient_head, words.adds_head];
    Grid { title: String::new(), head: head.map(str::to_owned).to_vec(), rows }
}

fn number(at: &At, sum: Decimal) -> Phrase {
    Phrase::default().strong(&at.lang.fixed(sum, 2))
}

fn row(at: &At, one: EpicesAnswer) -> Vec<Row> {
    let question = at.words.personal.epices_questions.get(one.question - 1).copied().unwrap_or_default();
    vec![
        Phrase::of(&format!("{}. {question}", one.question)).row(),
        Phrase::of(at.words.label(one.answer)).row(),
        Phrase::default().quiet(&signed(at, one.coefficient)).row(),
        Phrase::of(&signed(at, one.adds())).row(),
    ]
}

/// Two decimals, whatever they are: the coefficients are hundredths.
fn signed(at: &At, number: Decimal) -> String {
    let sign = if number.is_sign_negative() { "−" } else { "+" };
    if number.is_zero() { "0".to_owned() } else { format!("{sign}{}", at.lang.fixed(number.abs(), 2)) }
}
