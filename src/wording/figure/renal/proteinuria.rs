use rust_decimal::prelude::ToPrimitive;

use super::super::At;
use super::super::origin::Origin;
use super::super::phrase::{Phrase, Row, Tone};
use super::converted;
use crate::clinic::{CARLUCCI_2022, PETRI_2025, Proteinuria, UpcrFrom, WANG_2022, of_labs, ratio_series};
use crate::domain::Day;
use crate::wording::sparkline::{GAP, sparkline};

/// Cells of the curve.
const CURVE: usize = 9;
pub(in super::super) fn told(at: &At) -> Vec<Row> {
    let found = Proteinuria::of(at.case, at.today);
    let words = &at.words.renal.proteinuria;
    let mut rows = vec![ratio(at).row(), beside(at, &found).row()];
    if found.is_under_discussion() == Some(true) {
        rows.push(Phrase::default().with("◇", Tone::Warning).say(words.under_discussion).row());
    }
    rows
}

/// The curve, and the newest ratio after the one before.
fn ratio(at: &At) -> Phrase {
    let series = ratio_series(at.case).until(at.today);
    let Some(newest) = series.newest() else {
        return Phrase::default().lacks(at.words.app.not_stated);
    };
    let points = series.points().iter();
    let points: Vec<(Day, f64)> =
        points.filter_map(|point| Some((point.date, point.value.value().to_f64()?))).collect();
    let phrase = Phrase::default().with(&sparkline(&points, CURVE, GAP), Tone::Curve);
    let value = at.lang.quantity(&newest.value);
    let phrase = match series.change() {
        Some(change) => {
            let percent = change.percent().map(|percent| at.lang.signed_percent(percent, 0)).unwrap_or_default();
            let same_unit = change.from.value.unit() == change.to.value.unit();
            let from = if same_unit {
                at.lang.number(change.from.value.amount(), 2)
            } else {
                at.lang.quantity(&change.from.value)
            };
            phrase.quiet(&from).quiet("→").strong(&value).say(&percent)
        }
        None => phrase.strong(&value),
    };
    phrase.quiet(&at.on(newest.date))
}

/// The newest ratio in the other unit, then the collection.
fn beside(at: &At, found: &Proteinuria) -> Phrase {
    let series = ratio_series(at.case).until(at.today);
    let newest = series.newest();
    let phrase = newest.map_or_else(Phrase::default, |newest| Phrase::default().quiet(&converted(at, newest.value)));
    phrase.dot().then(collection(at, found, newest.map(|newest| newest.date)))
}

/// The newest collection, its day where the ratio has another, and whether it disagrees with the ratio of its day.
fn collection(at: &At, found: &Proteinuria, ratio: Option<Day>) -> Phrase {
    let words = &at.words.renal.proteinuria;
    let Some(daily) = &found.daily else {
        return Phrase::default().quiet(words.over_24_hours).lacks(at.words.app.not_stated);
    };
    let value = Phrase::of(&at.lang.quantity(&daily.value));
    let phrase = if ratio == Some(daily.date) { value } else { value.quiet(&at.on(daily.date)) };
    match found.disagrees() {
        Some(true) => phrase.with(&format!("⚠\u{a0}{}", words.disagrees), Tone::Warning),
        Some(false) => phrase.quiet(words.agrees),
        None => phrase,
    }
}

pub(in super::super) fn origin(at: &At) -> Origin {
    let words = &at.words.renal.proteinuria;
    let found = Proteinuria::of(at.case, at.today);
    let mut origin = of_sample(at, &found);
    for point in ratio_series(at.case).until(at.today).points().iter().rev() {
        let value = Phrase::of(&at.lang.quantity(&point.value)).quiet(&converted(at, point.value));
        origin = origin.input(at.words.unit.upcr, value, Some(point.date));
    }
    for point in of_labs(at.case, |lab| lab.protein_24h).until(at.today).points().iter().rev() {
        origin = origin.input(words.over_24_hours, Phrase::of(&at.lang.quantity(&point.value)), Some(point.date));
    }
    let origin = origin.rule(words.factor).rule(words.own_unit).rule(words.twofold_rule);
    let origin = origin.note(words.gram_a_day).note(words.biopsy_trigger).note(words.discussion_petri);
    let origin = origin.note(words.discussion_support).note(words.risk_points);
    origin.source(PETRI_2025).source(WANG_2022).source(CARLUCCI_2022)
}

/// What a computed ratio was made of.
fn of_sample(at: &At, found: &Proteinuria) -> Origin {
    let words = &at.words.renal.proteinuria;
    match &found.ratio {
        Some((point, UpcrFrom::Sample(protein, creatinine))) => Origin::default()
            .input(words.sample_protein, Phrase::of(&at.lang.quantity(protein)), Some(point.date))
            .input(words.sample_creatinine, Phrase::of(&at.lang.quantity(creatinine)), Some(point.date)),
        Some(_) => Origin::default(),
        None => Origin {
            lacks: vec![super::super::super::needs(at.words, &[crate::clinic::Need::Upcr])],
            ..Origin::default()
        },
    }
}
