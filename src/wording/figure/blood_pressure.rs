use super::At;
use super::origin::Origin;
use super::phrase::{Phrase, Row};
use crate::domain::PressureReading;

fn readings<'a>(at: &'a At) -> Vec<&'a PressureReading> {
    let mut readings: Vec<_> = at.case.blood_pressure.iter().filter(|reading| reading.date <= at.today).collect();
    readings.sort_by_key(|reading| std::cmp::Reverse(reading.date));
    readings
}

pub(super) fn told(at: &At) -> Vec<Row> {
    let phrase = readings(at).first().map_or_else(
        || Phrase::default().lacks(at.words.app.not_stated),
        |reading| Phrase::default().strong(&reading.value.to_string()).quiet(&at.on(reading.date)),
    );
    vec![phrase.row()]
}

pub(super) fn origin(at: &At) -> Origin {
    readings(at).into_iter().fold(Origin::default(), |origin, reading| {
        origin.input(at.words.unit.blood_pressure, Phrase::of(&reading.value.to_string()), Some(reading.date))
    })
}
