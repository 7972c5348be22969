use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Answer, Checked, Need, Source};
use crate::domain::{Case, Creatinine, Height, Lab, Sex, Upcr};

/// Which equation gave an eGFR; values of two equations are never mixed in one series or slope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Equation {
    /// CKD-EPI 2021, creatinine, without race: Inker, NEJM 2021;385:1737, doi 10.1056/NEJMoa2102953.
    CkdEpi2021,
    /// CKD-EPI 2009, creatinine, race term not used: Levey, Ann Intern Med 2009;150:604.
    CkdEpi2009,
    /// CKiD U25, creatinine, under 25 years: Pierce, Kidney Int 2021;99:948, doi 10.1016/j.kint.2020.10.047.
    CkidU25,
}

impl Equation {
    /// Its name in print.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CkdEpi2021 => "CKD-EPI 2021",
            Self::CkdEpi2009 => "CKD-EPI 2009",
            Self::CkidU25 => "CKiD U25",
        }
    }

    /// Where it was published.
    pub const fn source(self) -> Source {
        let reference = match self {
            Self::CkdEpi2021 => "doi 10.1056/NEJMoa2102953",
            Self::CkdEpi2009 => "PMID 19414839",
            Self::CkidU25 => "doi 10.1016/j.kint.2020.10.047",
        };
        Source { name: self.name(), reference, checked: Checked::Primary }
    }
}

/// An estimated glomerular filtration rate, mL/min/1.73 m², unrounded, with its equation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Egfr {
    /// mL/min/1.73 m², unrounded: stages are read from this.
    pub value: f64,
    /// The equation that gave it.
    pub equation: Equation,
}

impl Egfr {
    /// The integer that is printed; never the base of a stage or a threshold (damage.md B3, rounding trap).
    pub fn printed(&self) -> u32 {
        self.value.round().to_u32().unwrap_or(u32::MAX)
    }

    /// The stage that the printed integer would be read as, where it is another one.
    pub fn misread(&self) -> Option<GStage> {
        Some(g_stage(f64::from(self.printed()))).filter(|stage| *stage != self.stage())
    }

    /// The KDIGO G stage of the unrounded value.
    pub fn stage(&self) -> GStage {
        g_stage(self.value)
    }
}

/// KDIGO G stages (KDIGO 2024 CKD, doi 10.1016/j.kint.2023.10.018).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GStage {
    /// 90 or more.
    G1,
    /// 60 to below 90.
    G2,
    /// 45 to below 60.
    G3a,
    /// 30 to below 45.
    G3b,
    /// 15 to below 30.
    G4,
    /// Below 15.
    G5,
}

impl GStage {
    /// Every stage, the best first.
    pub const ALL: [Self; 6] = [Self::G1, Self::G2, Self::G3a, Self::G3b, Self::G4, Self::G5];

    /// As printed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::G1 => "G1",
            Self::G2 => "G2",
            Self::G3a => "G3a",
            Self::G3b => "G3b",
            Self::G4 => "G4",
            Self::G5 => "G5",
        }
    }
}

/// KDIGO albuminuria categories, read here from the protein-to-creatinine ratio.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ACategory {
    /// Below 150 mg/g (15 mg/mmol).
    A1,
    /// 150 to 500 mg/g (15 to 50 mg/mmol), both ends included.
    A2,
    /// Above 500 mg/g (50 mg/mmol).
    A3,
}

impl ACategory {
    /// By its two limits: the lower one is the first value of A2, the upper one its last.
    pub(super) fn between(value: Decimal, low: Decimal, high: Decimal) -> Self {
        if value < low {
            Self::A1
        } else if value <= high {
            Self::A2
        } else {
            Self::A3
        }
    }

    /// Every category, the best first.
    pub const ALL: [Self; 3] = [Self::A1, Self::A2, Self::A3];

    /// As printed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::A1 => "A1",
            Self::A2 => "A2",
            Self::A3 => "A3",
        }
    }
}

/// The four words of the KDIGO G/A grid (its green, yellow, orange and red).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KidneyRisk {
    /// Green.
    Low,
    /// Yellow.
    Moderate,
    /// Orange.
    High,
    /// Red.
    VeryHigh,
}

impl KidneyRisk {
    /// Every entry, in its order.
    pub const ALL: [Self; 4] = [Self::Low, Self::Moderate, Self::High, Self::VeryHigh];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Moderate => "moderate",
            Self::High => "high",
            Self::VeryHigh => "very_high",
        }
    }
}

/// CKD-EPI 2021, mL/min/1.73 m², for 18 years and above, age in whole years.
///
/// 142 · min(Scr/κ, 1)^α · max(Scr/κ, 1)^-1.200 · 0.9938^age · 1.012 if female, Scr in mg/dL (damage.md B1).
pub fn ckd_epi_2021(sex: Sex, age: u32, creatinine: Creatinine) -> f64 {
    let (kappa, alpha, factor) = match sex {
        Sex::Female => (0.7, -0.241, 1.012),
        Sex::Male => (0.9, -0.302, 1.0),
    };
    let ratio = mg_per_dl(creatinine) / kappa;
    let slope = if ratio <= 1.0 { alpha } else { -1.2 };
    142.0 * ratio.powf(slope) * 0.9938_f64.powf(f64::from(age)) * factor
}

/// CKD-EPI 2009 without its race term, mL/min/1.73 m², for 18 years and above, age in whole years.
///
/// 141 · min(Scr/κ, 1)^α · max(Scr/κ, 1)^-1.209 · 0.993^age · 1.018 if female, Scr in mg/dL (damage.md B1).
pub fn ckd_epi_2009(sex: Sex, age: u32, creatinine: Creatinine) -> f64 {
    let (kappa, alpha, factor) = match sex {
        Sex::Female => (0.7, -0.329, 1.018),
        Sex::Male => (0.9, -0.411, 1.0),
    };
    let ratio = mg_per_dl(creatinine) / kappa;
    let slope = if ratio <= 1.0 { alpha } else { -1.209 };
    141.0 * ratio.powf(slope) * 0.993_f64.powf(f64::from(age)) * factor
}

/// CKiD U25, mL/min/1.73 m²: K · height in m / Scr in mg/dL, for 1 to 25 years, age with its decimals
/// (official code ckidstudy/CKiD_U25; damage.md B1). `None` outside these ages.
pub fn ckid_u25(sex: Sex, age: f64, height: Height, creatinine: Creatinine) -> Option<f64> {
    let k = match (sex, age) {
        (_, age) if !(1.0..=25.0).contains(&age) => return None,
        (Sex::Male, age) if age < 12.0 => 39.0 * 1.008_f64.powf(age - 12.0),
        (Sex::Male, age) if age < 18.0 => 39.0 * 1.045_f64.powf(age - 12.0),
        (Sex::Male, _) => 50.8,
        (Sex::Female, age) if age < 12.0 => 36.1 * 1.008_f64.powf(age - 12.0),
        (Sex::Female, age) if age < 18.0 => 36.1 * 1.023_f64.powf(age - 12.0),
        (Sex::Female, _) => 41.4,
    };
    let metres = height.value().to_f64()? / 100.0;
    Some(k * metres / mg_per_dl(creatinine))
}

/// The eGFR of these laboratory values: CKD-EPI 2021 from 18 years, CKiD U25 below.
///
/// # Errors
/// Everything that is missing for it.
pub fn egfr_on(case: &Case, lab: &Lab) -> Answer<Egfr> {
    let patient = &case.patient;
    let creatinine = lab.creatinine.known().copied().ok_or(Need::Creatinine);
    let age = patient.age_on(lab.date).ok_or(Need::Age);
    if let Ok(..18) = age {
        return by_ckid(case, lab);
    }
    let (Ok(creatinine), Ok(age)) = (creatinine, age) else {
        return Err([creatinine.err(), age.err()].into_iter().flatten().collect());
    };
    Ok(Egfr { value: ckd_epi_2021(patient.sex, age, creatinine), equation: Equation::CkdEpi2021 })
}

/// What CKD-EPI 2009 gives of the same values, and CKiD U25 from 18 to 25 years, where both apply (damage.md B1); nothing
/// below 18 years.
pub fn egfr_beside(case: &Case, lab: &Lab) -> Vec<Egfr> {
    let (Some(creatinine), Some(age @ 18..)) = (lab.creatinine.known(), case.patient.age_on(lab.date)) else {
        return Vec::new();
    };
    let value = ckd_epi_2009(case.patient.sex, age, *creatinine);
    let young = by_ckid(case, lab).ok();
    [Some(Egfr { value, equation: Equation::CkdEpi2009 }), young].into_iter().flatten().collect()
}

fn by_ckid(case: &Case, lab: &Lab) -> Answer<Egfr> {
    let patient = &case.patient;
    let creatinine = lab.creatinine.known().copied().ok_or(Need::Creatinine);
    let height = patient.height.known().copied().ok_or(Need::Height);
    let born = patient.born.ok_or(Need::BirthMonth);
    let (Ok(creatinine), Ok(height), Ok(born)) = (creatinine, height, born) else {
        return Err([creatinine.err(), height.err(), born.err()].into_iter().flatten().collect());
    };
    let years = lab.date.days_since(born.day()).to_f64().unwrap_or_default() / DAYS_IN_A_YEAR;
    let value = ckid_u25(patient.sex, years, height, creatinine).ok_or(vec![Need::AgeOfOneYear])?;
    Ok(Egfr { value, equation: Equation::CkidU25 })
}

/// The G stage of an unrounded eGFR, mL/min/1.73 m²: ≥ 90, ≥ 60, ≥ 45, ≥ 30, ≥ 15 (damage.md B3).
pub fn g_stage(egfr: f64) -> GStage {
    match egfr {
        90.0.. => GStage::G1,
        60.0.. => GStage::G2,
        45.0.. => GStage::G3a,
        30.0.. => GStage::G3b,
        15.0.. => GStage::G4,
        _ => GStage::G5,
    }
}

/// The A category of a protein-to-creatinine ratio: A1 < 150, A2 150 to 500, A3 > 500 mg/g; a ratio
/// reported in mg/mmol is compared with that unit's own printed limits, 15 and 50 (damage.md B3, activity.md 9).
pub fn a_category(upcr: Upcr) -> ACategory {
    let in_mmol = upcr.unit() == "mg/mmol";
    let (value, low, high) =
        if in_mmol { (upcr.amount(), 15.into(), 50.into()) } else { (upcr.value(), 150.into(), 500.into()) };
    ACategory::between(value, low, high)
}

/// The word of the KDIGO grid for a stage and a category (damage.md B3, heat map).
pub fn kidney_risk(stage: GStage, category: ACategory) -> KidneyRisk {
    use ACategory::{A1, A2, A3};
    use GStage::{G1, G2, G3a, G3b, G4, G5};
    match (stage, category) {
        (G1 | G2, A1) => KidneyRisk::Low,
        (G1 | G2, A2) | (G3a, A1) => KidneyRisk::Moderate,
        (G1 | G2, A3) | (G3a, A2) | (G3b, A1) => KidneyRisk::High,
        (G3a, A3) | (G3b, A2 | A3) | (G4 | G5, _) => KidneyRisk::VeryHigh,
    }
}

/// Mean length of a year in the Gregorian calendar's four-year cycle.
pub(super) const DAYS_IN_A_YEAR: f64 = 365.25;

/// Creatinine in mg/dL: µmol/L ÷ 88.4 (KDIGO; 88.42 changes stages at the border, damage.md B2).
fn mg_per_dl(creatinine: Creatinine) -> f64 {
    creatinine.value().to_f64().unwrap_or(f64::NAN) / 88.4
}
