use serde::Serialize;

use super::{Measured, ScoreSource, Told, number};
use crate::clinic::{
    self, BandSet, Discordance, DiscordanceRule, HcqReading, HcqSample, Series, Sledai, SledaiScore, sledai_weight,
};
use crate::domain::{ActivityVisit, Dimension, Field, HcqMatrix, Quantity, SledaiItem, Type2, Window};
use crate::report::sheet::Sheet;

/// Activity at the newest visit, serology, and the series.
#[derive(Serialize)]
pub(super) struct ActivityPart {
    /// Day of the newest visit; `null` where there is none.
    date: Option<String>,
    sledai: Option<Told<SledaiPart>>,
    /// Physician global assessment, 0 to 3; `unknown` where asked and not known.
    pga: Option<String>,
    /// Patient global assessment, 0 to 100.
    ptga: Option<String>,
    discordance: Option<Told<DiscordancePart>>,
    type2: Option<Type2>,
    c3: Option<SerologyPart>,
    c4: Option<SerologyPart>,
    anti_dsdna: Option<SerologyPart>,
    hydroxychloroquine_level: Option<LevelPart>,
    upcr_series: Vec<Dated<Measured>>,
    egfr_series: Told<Vec<Dated<EgfrPart>>>,
}

/// A value with its day.
#[derive(Serialize)]
pub(super) struct Dated<T> {
    date: String,
    #[serde(flatten)]
    value: T,
}

/// An eGFR with the equation that gave it; equations are never mixed.
#[derive(Serialize)]
struct EgfrPart {
    /// mL/min/1.73 m², unrounded.
    egfr: f64,
    equation: &'static str,
}

/// SLEDAI-2K with both scores that are called "clinical".
#[derive(Serialize)]
struct SledaiPart {
    total: Score,
    without_serology: Score,
    without_laboratory: Score,
    present: Vec<Item>,
    not_assessed: Vec<Item>,
    window: Field<Window>,
    bands: Vec<BandPart>,
    source: ScoreSource,
}

/// A sum of weights; with items not assessed it is a lower bound.
#[derive(Serialize)]
struct Score {
    points: u32,
    at_least: bool,
    at_most: u32,
    items_not_assessed: u32,
}

#[derive(Serialize)]
struct Item {
    item: SledaiItem,
    weight: u32,
}

/// A severity band by one set of limits.
#[derive(Serialize)]
struct BandPart {
    set: &'static str,
    band: Told<&'static str>,
    source: ScoreSource,
}

#[derive(Serialize)]
struct DiscordancePart {
    /// PtGA minus PGA rescaled to 100.
    difference: f64,
    /// Name of the rule, and the least difference that is discordant.
    rule: &'static str,
    limit: u32,
    /// `concordant`, `patient_higher`, `physician_higher`.
    agreement: &'static str,
    source: ScoreSource,
}

#[derive(Serialize)]
struct SerologyPart {
    date: String,
    #[serde(flatten)]
    value: Measured,
    /// The laboratory's own limit.
    limit: Option<Measured>,
    /// Whether it lies beyond that limit.
    outside: Option<bool>,
}

#[derive(Serialize)]
struct LevelPart {
    date: String,
    #[serde(flatten)]
    value: Measured,
    /// What it was measured in; whole blood where the file does not say.
    #[serde(skip_serializing_if = "Field::is_absent")]
    matrix: Field<HcqMatrix>,
    /// The band of whole blood; `null` for another matrix.
    band: Option<&'static str>,
    source: ScoreSource,
}

impl ActivityPart {
    pub fn of(sheet: &Sheet<'_>) -> Self {
        let visit = clinic::newest_visit(sheet.case, sheet.today);
        let (case, today) = (sheet.case, sheet.today);
        let level = HcqSample::of(case, today).ok();
        Self {
            date: visit.map(|visit| visit.date.to_string()),
            sledai: visit.map(|visit| Told::from(Sledai::of(visit).map(|sledai| sledai_part(&sledai)))),
            pga: visit.and_then(|visit| written(&visit.pga)),
            ptga: visit.and_then(|visit| written(&visit.ptga)),
            discordance: visit.map(discordance),
            type2: visit.and_then(|visit| visit.type2.clone()),
            c3: clinic::c3_on(case, today).map(SerologyPart::from),
            c4: clinic::c4_on(case, today).map(SerologyPart::from),
            anti_dsdna: clinic::anti_dsdna_on(case, today).map(SerologyPart::from),
            hydroxychloroquine_level: level.map(|sample| LevelPart {
                date: sample.date.to_string(),
                matrix: sample.matrix,
                band: match sample.reading {
                    HcqReading::WholeBlood(band) => Some(band.code()),
                    _ => None,
                },
                value: Measured::from(sample.level),
                source: clinic::HCQ_LEVEL.into(),
            }),
            upcr_series: dated(sheet, &clinic::upcr_series(case), Measured::from),
            egfr_series: Told::from(clinic::egfr_series(case).map(|series| {
                dated(sheet, &series, |egfr| EgfrPart { egfr: egfr.value, equation: egfr.equation.name() })
            })),
        }
    }
}

fn written<T: std::fmt::Display>(field: &Field<T>) -> Option<String> {
    match field {
        Field::Known(value) => Some(value.to_string()),
        Field::Unknown => Some("unknown".to_owned()),
        Field::Absent => None,
    }
}

fn dated<T: Copy, U>(sheet: &Sheet<'_>, series: &Series<T>, value: impl Fn(T) -> U) -> Vec<Dated<U>> {
    let seen = series.points().iter().filter(|point| point.date <= sheet.today);
    seen.map(|point| Dated { date: point.date.to_string(), value: value(point.value) }).collect()
}

fn sledai_part(sledai: &Sledai) -> SledaiPart {
    let items = |items: &[SledaiItem]| {
        items.iter().map(|item| Item { item: *item, weight: sledai_weight(*item) }).collect::<Vec<_>>()
    };
    let band = |set: BandSet| BandPart {
        set: set.code(),
        band: Told::from(set.of(sledai.total()).map(clinic::Band::code)),
        source: set.source().into(),
    };
    SledaiPart {
        total: sledai.total().into(),
        without_serology: sledai.without_serology().into(),
        without_laboratory: sledai.without_labs().into(),
        present: items(&sledai.present),
        not_assessed: items(&sledai.not_assessed),
        window: sledai.window,
        bands: BandSet::ALL.into_iter().map(band).collect(),
        source: clinic::SLEDAI_2K.into(),
    }
}

impl From<SledaiScore> for Score {
    fn from(score: SledaiScore) -> Self {
        Self {
            points: score.points,
            at_least: score.at_least(),
            at_most: score.at_most(),
            items_not_assessed: score.missing,
        }
    }
}

fn discordance(visit: &ActivityVisit) -> Told<DiscordancePart> {
    let rule = DiscordanceRule::default();
    Told::from(Discordance::of(visit).map(|both| DiscordancePart {
        difference: number(both.delta()),
        rule: rule.name(),
        limit: rule.limit(),
        agreement: both.by(rule).code(),
        source: rule.source().into(),
    }))
}

impl<D: Dimension> From<clinic::Serology<D>> for SerologyPart {
    fn from(found: clinic::Serology<D>) -> Self {
        let measured = |quantity: Quantity<D>| Measured::from(quantity);
        Self {
            date: found.newest.date.to_string(),
            value: measured(found.newest.value),
            limit: found.limit.map(measured),
            outside: found.is_outside,
        }
    }
}
