use super::At;
use super::origin::Origin;
use super::phrase::{Phrase, Row};
use crate::clinic::{self, HCQ_LEVEL, HcqBand};
use crate::wording;

pub(super) fn told(at: &At) -> Vec<Row> {
    let Some(newest) = clinic::hcq_level_series(at.case).newest_by(at.today) else {
        return vec![Phrase::default().lacks(at.words.app.not_stated).row()];
    };
    let band = HcqBand::of(newest.value);
    let phrase = Phrase::default()
        .strong(&at.lang.quantity(&newest.value))
        .judged(wording::hcq_band(at.words, band), band == HcqBand::Target)
        .quiet(&at.on(newest.date));
    vec![phrase.row()]
}

pub(super) fn origin(at: &At) -> Origin {
    let levels = clinic::hcq_level_series(at.case);
    let seen = levels.points().iter().rev().filter(|point| point.date <= at.today);
    let origin = seen.fold(Origin::default(), |origin, point| {
        let band = wording::hcq_band(at.words, HcqBand::of(point.value));
        let value = Phrase::of(&at.lang.quantity(&point.value)).quiet(band);
        origin.input(at.words.unit.hcq_level, value, Some(point.date))
    });
    origin.rule(at.words.origin.hcq_bands).source(HCQ_LEVEL)
}
