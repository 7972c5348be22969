use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

use super::pressure::pressures;
use super::series::of_labs;
use super::{Answer, Checked, Need, Point, Source};
use crate::domain::{Case, Cholesterol, Comorbidity, Day, SdiItem, Sex, Tobacco};

/// SCORE2; its coefficients were read in a program that reproduces published values.
pub const SCORE2: Source = Source {
    name: "SCORE2",
    reference: "EHJ 2021;42:2439, doi 10.1093/eurheartj/ehab309",
    checked: Checked::Secondary,
};
/// Classes of risk by age, and that France is a region of low risk.
pub const SCORE2_CLASSES: Source = Source { name: "ESC 2021", reference: "", checked: Checked::Memory };

/// The four regions of risk; France is of the first (from memory).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RiskRegion {
    /// Low.
    Low,
    /// Moderate.
    Moderate,
    /// High.
    High,
    /// Very high.
    VeryHigh,
}

impl RiskRegion {
    /// The two terms of recalibration of this region; those of the other three regions are from memory and give the values
    /// of damage.md K8.
    const fn scales(self, sex: Sex) -> (f64, f64) {
        match (self, sex) {
            (Self::Low, Sex::Male) => (-0.5699, 0.7476),
            (Self::Low, Sex::Female) => (-0.7380, 0.7019),
            (Self::Moderate, Sex::Male) => (-0.1565, 0.8009),
            (Self::Moderate, Sex::Female) => (-0.3143, 0.7701),
            (Self::High, Sex::Male) => (0.3207, 0.9360),
            (Self::High, Sex::Female) => (0.5710, 0.9369),
            (Self::VeryHigh, Sex::Male) => (0.5836, 0.8294),
            (Self::VeryHigh, Sex::Female) => (0.9412, 0.8329),
        }
    }
}

/// What SCORE2 takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score2Inputs {
    /// Sex.
    pub sex: Sex,
    /// Age in whole years, 40 to 69.
    pub age: u32,
    /// Smokes today.
    pub smoker: bool,
    /// Systolic pressure, mmHg.
    pub systolic: u16,
    /// Total cholesterol, mmol/L.
    pub total_cholesterol: Decimal,
    /// HDL cholesterol, mmol/L.
    pub hdl: Decimal,
}

/// The coefficients of one sex, in the order of damage.md G, and its ten-year survival at the baseline.
const fn coefficients(sex: Sex) -> ([f64; 9], f64) {
    match sex {
        Sex::Male => ([0.3742, 0.6012, 0.2777, 0.1458, -0.2698, -0.0755, -0.0255, -0.0281, 0.0426], 0.9605),
        Sex::Female => ([0.4648, 0.7744, 0.3131, 0.1002, -0.2606, -0.1088, -0.0277, -0.0226, 0.0613], 0.9776),
    }
}

impl Score2Inputs {
    /// Risk of a first fatal or non-fatal cardiovascular event within ten years, percent, unrounded.
    pub fn percent(&self, region: RiskRegion) -> f64 {
        let (terms, survival) = coefficients(self.sex);
        let age = (f64::from(self.age) - 60.0) / 5.0;
        let smoking = f64::from(u8::from(self.smoker));
        let pressure = (f64::from(self.systolic) - 120.0) / 20.0;
        let total = self.total_cholesterol.to_f64().unwrap_or(f64::NAN) - 6.0;
        let hdl = (self.hdl.to_f64().unwrap_or(f64::NAN) - 1.3) / 0.5;
        let values = [age, smoking, pressure, total, hdl, smoking * age, pressure * age, total * age, hdl * age];
        let sum: f64 = terms.iter().zip(values).map(|(term, value)| term * value).sum();
        let risk = 1.0 - survival.powf(sum.exp());
        let (first, second) = region.scales(self.sex);
        100.0 * (1.0 - (-(first + second * (-(1.0 - risk).ln()).ln()).exp()).exp())
    }
}

/// A class of cardiovascular risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CvClass {
    /// Low to moderate.
    LowToModerate,
    /// High.
    High,
    /// Very high.
    VeryHigh,
}

impl CvClass {
    /// Every entry, in its order.
    pub const ALL: [Self; 3] = [Self::LowToModerate, Self::High, Self::VeryHigh];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::LowToModerate => "low_to_moderate",
            Self::High => "high",
            Self::VeryHigh => "very_high",
        }
    }

    /// The class of a SCORE2 at this age: below 50 years 2.5 and 7.5 %, from 50 on 5 and 10 % (from memory).
    pub fn of_score2(age: u32, percent: Decimal) -> Self {
        let (high, very_high) = if age < 50 { (25, 75) } else { (50, 100) };
        match percent {
            percent if percent >= Decimal::new(very_high, 1) => Self::VeryHigh,
            percent if percent >= Decimal::new(high, 1) => Self::High,
            _ => Self::LowToModerate,
        }
    }
}

/// Why SCORE2 was not made for this patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NotForScore2 {
    /// Younger than 40 years.
    Under40,
    /// Older than 69 years.
    Over69,
    /// Diabetes.
    Diabetes,
    /// Known cardiovascular disease.
    CardiovascularDisease,
}

impl NotForScore2 {
    /// Every entry, in its order.
    pub const ALL: [Self; 4] = [Self::Under40, Self::Over69, Self::Diabetes, Self::CardiovascularDisease];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Under40 => "under_40",
            Self::Over69 => "over_69",
            Self::Diabetes => "diabetes",
            Self::CardiovascularDisease => "cardiovascular_disease",
        }
    }
}

/// A SCORE2 with what it was computed from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score2Risk {
    /// What went in.
    pub inputs: Score2Inputs,
    /// Percent in ten years in a region of low risk, to six decimals.
    pub percent: Decimal,
    /// Its class at this age.
    pub class: CvClass,
    /// Day of the pressure.
    pub pressure_on: Day,
    /// Total cholesterol as measured.
    pub total_cholesterol: Point<Cholesterol>,
    /// HDL cholesterol as measured.
    pub hdl: Point<Cholesterol>,
}

/// What SCORE2 says of a case.
#[derive(Debug, Clone, PartialEq)]
pub enum Score2 {
    /// A risk.
    Risk(Score2Risk),
    /// It was not made for this patient.
    DoesNotApply(Vec<NotForScore2>),
}

/// Cardiovascular disease among the items of damage, scored or not.
const DISEASE: [SdiItem; 4] = [SdiItem::Angina, SdiItem::Infarction, SdiItem::Cva, SdiItem::Claudication];

/// SCORE2 as of this day, in a region of low risk. There is no multiplier for lupus.
///
/// # Errors
/// Everything it lacks, where nothing on record says that it does not apply.
pub fn score2_on(case: &Case, day: Day) -> Answer<Score2> {
    let age = case.patient.age_on(day);
    let why_not = why_not(case, age);
    if !why_not.is_empty() {
        return Ok(Score2::DoesNotApply(why_not));
    }
    let newest =
        |value: fn(&crate::domain::Lab) -> crate::domain::Field<Cholesterol>| of_labs(case, value).newest_by(day);
    let (total, hdl) = (newest(|lab| lab.total_cholesterol), newest(|lab| lab.hdl));
    let pressure = pressures(case, day).into_iter().next().map(|(_, reading)| reading);
    let tobacco = case.person.tobacco.known();
    let is_known = [
        (age.is_some(), Need::Age),
        (case.background.comorbidities.known().is_some(), Need::Comorbidities),
        (case.damage.sdi.known().is_some(), Need::Sdi),
        (tobacco.is_some(), Need::Tobacco),
        (pressure.is_some(), Need::BloodPressure),
        (total.is_some(), Need::TotalCholesterol),
        (hdl.is_some(), Need::Hdl),
    ];
    let lacking: Vec<Need> = is_known.into_iter().filter(|(known, _)| !known).map(|(_, need)| need).collect();
    match (age, tobacco, pressure, total, hdl) {
        (Some(age), Some(tobacco), Some(pressure), Some(total), Some(hdl)) if lacking.is_empty() => {
            let inputs = Score2Inputs {
                sex: case.patient.sex,
                age,
                smoker: *tobacco == Tobacco::Current,
                systolic: pressure.value.systolic,
                total_cholesterol: millimoles(total.value),
                hdl: millimoles(hdl.value),
            };
            let percent = Decimal::from_f64(inputs.percent(RiskRegion::Low)).unwrap_or_default().round_dp(6);
            let class = CvClass::of_score2(age, percent);
            let pressure_on = pressure.date;
            Ok(Score2::Risk(Score2Risk { inputs, percent, class, pressure_on, total_cholesterol: total, hdl }))
        }
        _ => Err(lacking),
    }
}

fn why_not(case: &Case, age: Option<u32>) -> Vec<NotForScore2> {
    let comorbidities = case.background.comorbidities.known().map(Vec::as_slice).unwrap_or_default();
    let damage = || case.damage.sdi.known().into_iter().flatten();
    let reasons = [
        (age.is_some_and(|age| age < 40), NotForScore2::Under40),
        (age.is_some_and(|age| age > 69), NotForScore2::Over69),
        (
            comorbidities.contains(&Comorbidity::Diabetes) || damage().any(|entry| entry.item == SdiItem::Diabetes),
            NotForScore2::Diabetes,
        ),
        (damage().any(|entry| DISEASE.contains(&entry.item)), NotForScore2::CardiovascularDisease),
    ];
    reasons.into_iter().filter(|(holds, _)| *holds).map(|(_, reason)| reason).collect()
}

/// mmol/L.
fn millimoles(cholesterol: Cholesterol) -> Decimal {
    cholesterol.in_unit("mmol/L").unwrap_or_default()
}
