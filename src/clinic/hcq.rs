use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::dosing::{daily, given_on};
use super::{Answer, Checked, Need, Source};
use crate::domain::{Case, Day, Drug, HcqLevel, Treatment, Weight};

/// Target 5 mg/kg of real weight a day; not above 400 mg a day (the cap is second-hand, activity.md 13).
pub const HCQ_DOSE: Source =
    Source { name: "EULAR 2023", reference: "doi 10.1136/ard-2023-224762", checked: Checked::Primary };
/// 5 mg/kg of real weight at most, under 400 mg a day in severe obesity.
pub const HCQ_DOSE_AAO: Source =
    Source { name: "AAO 2025", reference: "Ophthalmology, 11 Nov 2025", checked: Checked::Primary };
/// Below eGFR 30 a cut by 25 % or more.
pub const HCQ_KDIGO: Source =
    Source { name: "KDIGO 2024", reference: "doi 10.1016/j.kint.2023.09.002", checked: Checked::Secondary };
/// Below eGFR 30 a cut by 50 %.
pub const HCQ_EULAR_ERA: Source = Source { name: "EULAR/ERA 2019", reference: "", checked: Checked::Secondary };
/// In pregnancy up to 400 mg a day.
pub const HCQ_PREGNANCY: Source =
    Source { name: "EULAR 2024", reference: "doi 10.1016/j.ard.2025.02.023", checked: Checked::Primary };
/// Bands of the whole-blood level.
pub const HCQ_LEVEL: Source =
    Source { name: "Blanchet 2020; Garg 2025", reference: "doi 10.1002/art.70010", checked: Checked::Primary };

/// Whether the daily dose stays under its ceiling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HcqStatus {
    /// At the ceiling or below.
    Within,
    /// Above the ceiling.
    Above,
}

impl HcqStatus {
    /// Every entry, in its order.
    pub const ALL: [Self; 2] = [Self::Within, Self::Above];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Within => "within",
            Self::Above => "above",
        }
    }
}

/// A daily dose of hydroxychloroquine against the real weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HcqDose {
    /// mg a day.
    pub daily: Decimal,
    /// mg/kg of real weight a day, for print; the status is compared without dividing.
    pub per_kilo: Decimal,
    /// The ceiling, min(5 mg/kg, 400), mg a day.
    pub ceiling: Decimal,
    /// Against the ceiling: exactly 5 mg/kg is within.
    pub status: HcqStatus,
}

impl HcqDose {
    /// A daily dose, mg, in someone of this weight.
    pub fn of(daily: Decimal, weight: Weight) -> Self {
        let ceiling = hcq_ceiling(weight);
        Self {
            daily,
            per_kilo: daily.checked_div(weight.value()).unwrap_or_default(),
            ceiling,
            status: if daily > ceiling { HcqStatus::Above } else { HcqStatus::Within },
        }
    }
}

/// The ceiling, min(5 mg/kg of real weight, 400), mg a day (EULAR 2023; AAO 2025).
pub fn hcq_ceiling(weight: Weight) -> Decimal {
    (weight.value() * Decimal::from(5)).min(Decimal::from(400))
}

/// Hydroxychloroquine on this day; `None` when treatments are recorded and it is not among them.
///
/// # Errors
/// No treatment recorded at all, the dose or the weight missing, two entries overlapping.
pub fn hcq_on(case: &Case, day: Day) -> Answer<Option<HcqDose>> {
    if case.treatments.is_empty() {
        return Err(vec![Need::Treatments]);
    }
    let entries: Vec<&Treatment> =
        case.treatments.iter().filter(|entry| entry.drug == Drug::Hydroxychloroquine).collect();
    let Some(entry) = given_on(day, &entries).map_err(|need| vec![need])? else {
        return Ok(None);
    };
    let weight = case.patient.weight.known().copied();
    let dose = entry.dose.known().copied().ok_or(Need::HcqDose);
    let daily = dose.and_then(|dose| daily(dose, weight, Need::HcqDose));
    match (daily, weight) {
        (Ok(daily), Some(weight)) => Ok(Some(HcqDose::of(daily, weight))),
        (Err(Need::HcqDose), None) => Err(vec![Need::HcqDose, Need::Weight]),
        (Err(need), _) => Err(vec![need]),
        (Ok(_), None) => Err(vec![Need::Weight]),
    }
}

/// Bands of the whole-blood level, ng/mL (activity.md 13). A low level soon after the start, or after a change
/// of dose, is not a matter of adherence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HcqBand {
    /// Below 20: under the detection limit.
    Undetectable,
    /// 20 to below 200: marker of severe non-adherence.
    SevereNonAdherence,
    /// 200 to below 750: below target (partial adherence and a low dose look the same).
    BelowTarget,
    /// 750 to below 1150.
    Target,
    /// 1150 and above (2025; formerly 1200, 2024).
    Supratherapeutic,
}

impl HcqBand {
    /// Every entry, in its order.
    pub const ALL: [Self; 5] =
        [Self::Undetectable, Self::SevereNonAdherence, Self::BelowTarget, Self::Target, Self::Supratherapeutic];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Undetectable => "undetectable",
            Self::SevereNonAdherence => "severe_non_adherence",
            Self::BelowTarget => "below_target",
            Self::Target => "target",
            Self::Supratherapeutic => "supratherapeutic",
        }
    }
}

impl HcqBand {
    /// The band of a level.
    pub fn of(level: HcqLevel) -> Self {
        let below = |limit: u32| level.value() < Decimal::from(limit);
        match () {
            () if below(20) => Self::Undetectable,
            () if below(200) => Self::SevereNonAdherence,
            () if below(750) => Self::BelowTarget,
            () if below(1150) => Self::Target,
            () => Self::Supratherapeutic,
        }
    }
}

/// What the two bodies make of the ceiling when eGFR is below 30; they disagree, so both are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HcqKidneyCut {
    /// KDIGO 2024: cut by 25 % or more (read second-hand), mg a day at most.
    pub kdigo_2024: Decimal,
    /// EULAR/ERA 2019: cut by 50 % (read second-hand), mg a day at most.
    pub eular_era_2019: Decimal,
}

/// The most that can be given, in tablets of 200 mg (a proposal of damage.md C on its sourced parts).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HcqPlan {
    /// The ceiling, mg a day.
    pub ceiling: Decimal,
    /// With eGFR below 30: the cuts, instead of tablets.
    pub cut: Option<HcqKidneyCut>,
    /// Tablets of 200 mg a week that stay under the ceiling.
    pub weekly_tablets: Option<u32>,
    /// eGFR below 60 is a risk factor for the retina (RCOphth 2020); 60 is not.
    pub eye_risk: bool,
}

impl HcqPlan {
    /// The plan for a weight and an unrounded eGFR, mL/min/1.73 m².
    pub fn of(weight: Weight, egfr: f64) -> Self {
        let ceiling = hcq_ceiling(weight);
        let cut = (egfr < 30.0).then(|| HcqKidneyCut {
            kdigo_2024: ceiling * Decimal::new(75, 2),
            eular_era_2019: ceiling * Decimal::new(50, 2),
        });
        let tablets = (ceiling * Decimal::from(7) / TABLET).floor().to_u32();
        Self { ceiling, cut, weekly_tablets: tablets.filter(|_| cut.is_none()), eye_risk: egfr < 60.0 }
    }

    /// The mean of the weekly tablets, mg a day.
    pub fn mean_daily(&self) -> Option<Decimal> {
        self.weekly_tablets.map(|tablets| Decimal::from(tablets) * TABLET / Decimal::from(7))
    }
}

/// The French tablet, mg.
const TABLET: Decimal = Decimal::from_parts(200, 0, 0, false, 0);

/// First and last day of every period under one of these drugs up to this day; one that follows another within a day is
/// counted with it.
pub fn periods_under(case: &Case, drugs: &[Drug], day: Day) -> Vec<(Day, Day)> {
    let given = case.treatments.iter().filter(|entry| drugs.contains(&entry.drug) && entry.from <= day);
    let mut spans: Vec<(Day, Day)> = given.map(|entry| (entry.from, entry.to.unwrap_or(day).min(day))).collect();
    spans.sort_unstable();
    let mut periods: Vec<(Day, Day)> = Vec::new();
    for (from, to) in spans {
        match periods.last_mut().filter(|(_, before)| from.days_since(*before) <= 1) {
            Some((_, before)) => *before = to.max(*before),
            None => periods.push((from, to)),
        }
    }
    periods
}

/// Whole months of every period together.
pub fn months_of(periods: &[(Day, Day)]) -> i64 {
    periods.iter().map(|(from, to)| to.months_since(*from).max(0)).sum()
}
