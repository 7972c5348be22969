use serde::Serialize;

use super::{ScoreSource, Told, number};
use crate::clinic::{self, CumulativeSteroid, DailySteroid, Egfr, HcqDose, Point, Sdi, SlopeValues};
use crate::domain::{Day, Drug, Field, SdiItem};
use crate::report::sheet::Sheet;

/// Damage as of the day.
#[derive(Serialize)]
pub(super) struct DamagePart {
    sdi: Told<SdiPart>,
    /// Day of the last review.
    reviewed: Field<Day>,
    egfr: Told<Option<KidneyPart>>,
    slope: Told<SlopePart>,
    prednisone: Told<PrednisonePart>,
    /// Twelve months that end on the day.
    cumulative_prednisone: Told<CumulativePart>,
    /// `null` where treatments are recorded and it is not among them.
    hydroxychloroquine: Told<Option<HcqPart>>,
    /// The last examination of the retina.
    eye_exam: Option<String>,
}

#[derive(Serialize)]
struct SdiPart {
    total: u32,
    most: u32,
    /// What is not known makes the total an upper bound.
    upper_bound: bool,
    lacks: Vec<&'static str>,
    domains: Vec<DomainPart>,
    not_scored: Vec<NotScored>,
    source: ScoreSource,
}

#[derive(Serialize)]
struct DomainPart {
    domain: &'static str,
    points: u32,
    most: u32,
    items: Vec<Scored>,
}

#[derive(Serialize)]
struct Scored {
    item: SdiItem,
    points: u32,
    since: String,
}

#[derive(Serialize)]
struct NotScored {
    item: SdiItem,
    since: String,
    why: &'static str,
}

#[derive(Serialize)]
struct KidneyPart {
    date: String,
    /// mL/min/1.73 m², unrounded: the stage is read from this.
    egfr: f64,
    /// The integer that is printed.
    printed: u32,
    unit: &'static str,
    equation: &'static str,
    stage: &'static str,
    /// KDIGO category, by the albumin ratio or else the protein ratio.
    albuminuria: Option<&'static str>,
    /// Word of the KDIGO grid.
    risk: Option<&'static str>,
}

#[derive(Serialize)]
struct SlopePart {
    /// mL/min/1.73 m² a year.
    per_year: f64,
    standard_error: f64,
    /// 95 % interval by Student's t.
    interval: [f64; 2],
    /// Theil-Sen, from five values on.
    of_pairs: Option<f64>,
    equation: &'static str,
    values: usize,
    days: i64,
    /// Days left out by hand.
    left_out: Vec<String>,
    source: ScoreSource,
}

#[derive(Serialize)]
struct PrednisonePart {
    mg_per_day: f64,
    mg_per_kg_per_day: Option<f64>,
    made_of: Vec<Given>,
    equivalence: ScoreSource,
}

#[derive(Serialize)]
struct Given {
    drug: Drug,
    since: String,
}

#[derive(Serialize)]
struct CumulativePart {
    total_mg: f64,
    oral_mg: f64,
    intravenous_mg: f64,
    equivalence: ScoreSource,
}

#[derive(Serialize)]
struct HcqPart {
    mg_per_day: f64,
    mg_per_kg_per_day: f64,
    ceiling_mg_per_day: f64,
    /// `within`, `above`.
    status: &'static str,
    source: ScoreSource,
}

impl DamagePart {
    pub fn of(sheet: &Sheet<'_>) -> Self {
        let (case, today) = (sheet.case, sheet.today);
        Self {
            sdi: Sdi::on(case, today).map(|sdi| SdiPart::from(&sdi)).into(),
            reviewed: case.damage.reviewed,
            egfr: sheet.egfr_series().map(|series| series.newest().map(|point| kidney(sheet, point))).into(),
            slope: SlopePart::of(sheet).into(),
            prednisone: clinic::daily_steroid(case, today).map(PrednisonePart::from).into(),
            cumulative_prednisone: clinic::cumulative_over_a_year(case, today).map(CumulativePart::from).into(),
            hydroxychloroquine: clinic::hcq_on(case, today).map(|dose| dose.map(HcqPart::from)).into(),
            eye_exam: sheet.eye_exam().map(|day| day.to_string()),
        }
    }
}

impl From<&Sdi> for SdiPart {
    fn from(sdi: &Sdi) -> Self {
        let scored = |damage: &clinic::ScoredDamage| Scored {
            item: damage.item,
            points: damage.points,
            since: damage.since.to_string(),
        };
        let domain = |(domain, points): (clinic::SdiDomain, u32)| DomainPart {
            domain: domain.code(),
            points,
            most: domain.most(),
            items: sdi.in_domain(domain).map(scored).collect(),
        };
        let not_scored = sdi.not_scored.iter();
        Self {
            total: sdi.total(),
            most: clinic::SDI_MOST,
            upper_bound: !sdi.lacks.is_empty(),
            lacks: sdi.lacks.iter().map(|need| need.code()).collect(),
            domains: sdi.domains().into_iter().map(domain).collect(),
            not_scored: not_scored
                .map(|(item, since, why)| NotScored { item: *item, since: since.to_string(), why: why.code() })
                .collect(),
            source: clinic::SDI_1996.into(),
        }
    }
}

fn kidney(sheet: &Sheet<'_>, point: Point<Egfr>) -> KidneyPart {
    let egfr = point.value;
    let albuminuria = clinic::albuminuria_on(sheet.case, sheet.today).map(|found| found.category);
    KidneyPart {
        date: point.date.to_string(),
        egfr: egfr.value,
        printed: egfr.printed(),
        unit: "mL/min/1.73 m²",
        equation: egfr.equation.name(),
        stage: egfr.stage().name(),
        albuminuria: albuminuria.map(clinic::ACategory::name),
        risk: albuminuria.map(|category| clinic::kidney_risk(egfr.stage(), category).code()),
    }
}

impl SlopePart {
    fn of(sheet: &Sheet<'_>) -> clinic::Answer<Self> {
        let values = SlopeValues::of(sheet.case, sheet.today)?;
        let slope = clinic::egfr_slope(&values.kept)?;
        Ok(Self {
            per_year: slope.per_year,
            standard_error: slope.standard_error,
            interval: [slope.interval.0, slope.interval.1],
            of_pairs: slope.of_pairs,
            equation: slope.equation.name(),
            values: slope.values,
            days: slope.days,
            left_out: values.left_out.iter().map(|point| point.date.to_string()).collect(),
            source: clinic::EGFR_SLOPE.into(),
        })
    }
}

impl From<DailySteroid> for PrednisonePart {
    fn from(dose: DailySteroid) -> Self {
        let given = dose.made_of.iter().map(|(drug, since)| Given { drug: *drug, since: since.to_string() });
        Self {
            mg_per_day: number(dose.milligrams),
            mg_per_kg_per_day: dose.per_kilo.map(number),
            made_of: given.collect(),
            equivalence: clinic::Equivalence::default().source().into(),
        }
    }
}

impl From<CumulativeSteroid> for CumulativePart {
    fn from(sum: CumulativeSteroid) -> Self {
        Self {
            total_mg: number(sum.total()),
            oral_mg: number(sum.oral),
            intravenous_mg: number(sum.intravenous),
            equivalence: clinic::Equivalence::default().source().into(),
        }
    }
}

impl From<HcqDose> for HcqPart {
    fn from(dose: HcqDose) -> Self {
        Self {
            mg_per_day: number(dose.daily),
            mg_per_kg_per_day: number(dose.per_kilo),
            ceiling_mg_per_day: number(dose.ceiling),
            status: dose.status.code(),
            source: clinic::HCQ_DOSE.into(),
        }
    }
}
