use rust_decimal::Decimal;

use super::At;
use super::origin::Origin;
use super::phrase::{Phrase, Row};
use crate::clinic::{
    CYCLOPHOSPHAMIDE_AMBER, CYCLOPHOSPHAMIDE_RED, CyclophosphamideBand, CyclophosphamideLifetime, Verdict,
};

pub(super) fn told(at: &At) -> Vec<Row> {
    let lifetime = CyclophosphamideLifetime::on(at.case, at.today);
    let known = lifetime.known();
    let phrase = match lifetime.total() {
        Ok(total) => parts(at, &lifetime, band(at, Phrase::default().strong(&grams(at, total)), total)),
        Err(needs) if known.is_zero() => at.lacking(&needs),
        Err(needs) => {
            let least = (at.words.panel.at_least)(&grams(at, known));
            // What is known already decides only where it reaches a limit.
            let phrase = Phrase::default().strong(&least);
            let phrase = if CyclophosphamideBand::of(known) == CyclophosphamideBand::Below {
                phrase
            } else {
                band(at, phrase, known)
            };
            phrase.then(at.lacking(&needs))
        }
    };
    vec![phrase.row()]
}

fn band(at: &At, phrase: Phrase, total: Decimal) -> Phrase {
    let words = &at.words.cyclophosphamide;
    let phrase = phrase.dot();
    match CyclophosphamideBand::of(total) {
        CyclophosphamideBand::Below => phrase.quiet(words.below),
        CyclophosphamideBand::Amber => phrase.judged(words.amber, false),
        CyclophosphamideBand::Red => phrase.judged(words.red, false),
    }
}

/// What was received before and by the courses listed, where both say something.
fn parts(at: &At, lifetime: &CyclophosphamideLifetime, phrase: Phrase) -> Phrase {
    let words = &at.words.cyclophosphamide;
    if lifetime.courses.is_empty() {
        return phrase;
    }
    let before = lifetime.before.unwrap_or_default();
    let listed = grams(at, lifetime.known() - before);
    phrase.quiet(&format!("({} {}, {} {listed})", words.before, grams(at, before), words.courses))
}

fn grams(at: &At, grams: Decimal) -> String {
    format!("{}\u{a0}g", at.lang.number(grams, 2))
}

pub(super) fn origin(at: &At) -> Origin {
    let words = &at.words.cyclophosphamide;
    let lifetime = CyclophosphamideLifetime::on(at.case, at.today);
    let stated = at.field(&at.case.background.cyclophosphamide_before, |value| at.lang.quantity(value));
    let mut origin = Origin::default().input(words.before, stated, None);
    for course in &lifetime.courses {
        let value =
            course.grams.as_ref().map_or_else(|needs| at.lacking(needs), |given| Phrase::of(&grams(at, *given)));
        origin = origin.input(words.course, value, Some(course.from));
    }
    let total = lifetime.total();
    for (asks, least) in [(words.asks_amber, 10), (words.asks_red, 36)] {
        let reached = lifetime.known() >= Decimal::from(least);
        let verdict = match &total {
            Err(needs) if !reached => Verdict::Unknown(needs.clone()),
            _ => Verdict::of(reached),
        };
        origin = origin.danger(asks, Phrase::of(&grams(at, lifetime.known())), verdict);
    }
    if let Err(needs) = &total {
        origin = origin.lacking(&at.needs(needs));
    }
    origin
        .rule(words.rule_sum)
        .rule(words.rule_running)
        .note(words.note_watch)
        .source(CYCLOPHOSPHAMIDE_RED)
        .source(CYCLOPHOSPHAMIDE_AMBER)
}
