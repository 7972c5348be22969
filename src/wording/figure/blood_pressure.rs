use super::At;
use super::origin::Origin;
use super::phrase::{Phrase, Row};
use crate::clinic::{PRESSURE_TARGET, Verdict, pressures, raised_twice};

pub(super) fn told(at: &At) -> Vec<Row> {
    let words = &at.words.basics;
    let Some((_, newest)) = pressures(at.case, at.today).into_iter().next() else {
        return vec![Phrase::default().lacks(at.words.app.not_stated).row()];
    };
    let raised = newest.value.is_raised();
    let phrase = Phrase::default()
        .strong(&newest.value.to_string())
        .judged(if raised { words.above_target } else { words.below_target }, !raised);
    let twice = raised_twice(at.case, at.today) == Verdict::Yes;
    let phrase = if twice { phrase.judged(words.raised_twice, false) } else { phrase };
    vec![phrase.quiet(&at.on(newest.date)).row()]
}

pub(super) fn origin(at: &At) -> Origin {
    let words = &at.words.basics;
    let readings = pressures(at.case, at.today);
    let origin = readings.iter().fold(Origin::default(), |origin, (_, reading)| {
        origin.input(at.words.unit.blood_pressure, Phrase::of(&reading.value.to_string()), Some(reading.date))
    });
    let origin = readings.iter().take(2).fold(origin, |origin, (_, reading)| {
        let found = Phrase::of(&reading.value.to_string()).quiet(&at.on(reading.date));
        origin.criterion(words.pressure_below, found, Verdict::of(!reading.value.is_raised()))
    });
    origin.rule(words.pressure_rule).source(PRESSURE_TARGET)
}
