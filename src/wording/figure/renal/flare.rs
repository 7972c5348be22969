use super::super::At;
use super::super::origin::{Grid, Origin};
use super::super::phrase::{Phrase, Row, Tone};
use super::{answer, answer_in_full};
use crate::clinic::{RenalFlare, RenalFlareFacts, RenalFlareSet, ResponseBefore, Series, Verdict};
use crate::domain::{Dimension, Quantity};

pub(in super::super) fn told(at: &At) -> Vec<Row> {
    let facts = RenalFlareFacts::of(at.case, at.today);
    let phrase = by_answer(at, &facts).into_iter().fold(between(at, &facts), |phrase, (answer, sets)| {
        phrase.dot().then(answer).quiet(&format!("({})", sets.join(", ")))
    });
    vec![phrase.row()]
}

/// Each answer once, with the sets that give it.
fn by_answer(at: &At, facts: &RenalFlareFacts) -> Vec<(Phrase, Vec<&'static str>)> {
    let mut answers: Vec<(Phrase, Vec<&'static str>)> = Vec::new();
    for set in RenalFlareSet::ALL {
        let answer = in_a_word(at, &set.judge(facts));
        match answers.iter_mut().find(|(given, _)| given.clone().row() == answer.clone().row()) {
            Some((_, sets)) => sets.push(name(at, set)),
            None => answers.push((answer, vec![name(at, set)])),
        }
    }
    answers
}

/// Between which days: no flare now does not mean none before.
fn between(at: &At, facts: &RenalFlareFacts) -> Phrase {
    let days = facts.upcr.change().map(|change| (change.from.date, change.to.date));
    let days = days.or_else(|| facts.creatinine.change().map(|change| (change.from.date, change.to.date)));
    days.map_or_else(Phrase::default, |(from, to)| {
        Phrase::default().quiet(&(at.words.renal.flare.between_days)(&at.lang.date(from), &at.lang.date(to)))
    })
}

/// The name of a set in a language; a body or a journal keeps its own.
fn name(at: &At, set: RenalFlareSet) -> &'static str {
    if set == RenalFlareSet::Italian { at.words.renal.flare.italian } else { set.source().name }
}

fn in_a_word(at: &At, flare: &RenalFlare) -> Phrase {
    let words = &at.words.renal.flare;
    match (flare.any(), flare.severity) {
        (Verdict::Yes, Some(severity)) => {
            let grade = (at.words.codes.band)(severity.code());
            Phrase::default().with(&format!("⚠\u{a0}{} ({grade})", words.flare), Tone::Warning)
        }
        (Verdict::Yes, None) => Phrase::default().with(&format!("⚠\u{a0}{}", words.flare), Tone::Warning),
        (Verdict::No, _) => Phrase::of(&format!("✗\u{a0}{}", words.no_flare)),
        (unknown, _) => answer(at, &unknown),
    }
}

pub(in super::super) fn origin(at: &At) -> Origin {
    let words = &at.words.renal.flare;
    let facts = RenalFlareFacts::of(at.case, at.today);
    let mut origin = inputs(at, &facts);
    let head = [words.set, words.arm, words.criterion, words.verdict].map(str::to_owned).to_vec();
    origin.grids.push(Grid { title: words.by_set.to_owned(), head, rows: rows(at, &facts) });
    let origin = origin.rule(words.between).note(words.reproducible).note(words.reading_italian);
    let origin = origin.note(words.reading_kdigo).note(words.reading_trials);
    RenalFlareSet::ALL.into_iter().fold(origin, |origin, set| origin.source(set.source()))
}

/// The last two values of each.
fn inputs(at: &At, facts: &RenalFlareFacts) -> Origin {
    let words = &at.words.renal.flare;
    let origin = last_two(at, Origin::default(), at.words.unit.creatinine, &facts.creatinine);
    let filtered = facts.egfr.points().iter().rev().take(2);
    let origin = filtered.fold(origin, |origin, point| {
        let value = Phrase::of(&point.value.printed().to_string()).quiet(at.words.unit.egfr_unit);
        origin.input(at.words.unit.egfr, value, Some(point.date))
    });
    let origin = last_two(at, origin, at.words.unit.upcr, &facts.upcr);
    let origin = last_two(at, origin, at.words.renal.proteinuria.over_24_hours, &facts.daily);
    let origin = last_two(at, origin, words.red_cells, &facts.red_cells);
    let origin = facts.casts.points().iter().rev().take(2).fold(origin, |origin, point| {
        origin.input(words.casts, Phrase::of(at.words.label(point.value)), Some(point.date))
    });
    match facts.response {
        Some(ResponseBefore::Complete(day)) => {
            origin.input(words.response_before, Phrase::of(at.words.panel.complete), Some(day))
        }
        Some(ResponseBefore::Partial(day)) => {
            origin.input(words.response_before, Phrase::of(words.some_response), Some(day))
        }
        None => origin.input(words.response_before, Phrase::default().lacks(at.words.app.not_stated), None),
    }
}

fn last_two<D: Dimension>(at: &At, origin: Origin, name: &str, series: &Series<Quantity<D>>) -> Origin {
    if series.newest().is_none() {
        return origin.input(name, Phrase::default().lacks(at.words.app.not_stated), None);
    }
    series
        .points()
        .iter()
        .rev()
        .take(2)
        .fold(origin, |origin, point| origin.input(name, Phrase::of(&at.lang.quantity(&point.value)), Some(point.date)))
}

fn rows(at: &At, facts: &RenalFlareFacts) -> Vec<Vec<Row>> {
    let words = &at.words.renal.flare;
    let mut rows = Vec::new();
    for set in RenalFlareSet::ALL {
        let flare = set.judge(facts);
        let (nephritic, proteinuric) = (words.definition)(set.code());
        let row = |arm: &str, asks: &str, verdict: &Verdict| {
            [Phrase::of(name(at, set)), Phrase::of(arm), Phrase::of(asks), answer_in_full(at, verdict)]
                .map(Phrase::row)
                .to_vec()
        };
        rows.extend(flare.nephritic.iter().map(|verdict| row(words.nephritic, nephritic, verdict)));
        rows.push(row(words.proteinuric, proteinuric, &flare.proteinuric));
    }
    rows
}
