use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Answer, Checked, Need, Source};
use crate::domain::{DailyProtein, Platelets, Upcr, WhiteCells};

/// SLE-DAS. The coefficients were read in a public calculator that cites the paper's figure 1, not in the paper.
pub const SLE_DAS: Source = Source {
    name: "SLE-DAS (Jesus 2019)",
    reference: "doi 10.1136/annrheumdis-2018-214502",
    checked: Checked::Secondary,
};

/// Inflammatory rash of cutaneous lupus; the two kinds exclude each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rash {
    /// None.
    None,
    /// Above the neck only.
    Localised,
    /// Below the neck, with or without above.
    Generalised,
}

/// Items of SLE-DAS that are present or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SleDasItem {
    /// Cutaneous vasculitis, chilblain lupus included.
    MucocutaneousVasculitis,
    /// Abnormal hair loss.
    Alopecia,
    /// Oral or nasal ulcers.
    MucosalUlcers,
    /// C3 or C4 below the laboratory's lower limit.
    LowComplement,
    /// Anti-dsDNA above the laboratory's upper limit.
    AntiDsdna,
    /// Neuropsychiatric involvement.
    Neuropsychiatric,
    /// Vasculitis of large or medium vessels, or lupus enteritis.
    SystemicVasculitis,
    /// Heart or lung involvement.
    CardiacPulmonary,
    /// Myositis.
    Myositis,
    /// Pleurisy, pericarditis or sterile peritonitis.
    Serositis,
    /// Haemolytic anaemia.
    HaemolyticAnaemia,
}

impl SleDasItem {
    const fn weight(self) -> f64 {
        match self {
            Self::MucocutaneousVasculitis => 4.408,
            Self::Alopecia => 0.973,
            Self::MucosalUlcers => 2.769,
            Self::LowComplement => 0.754,
            Self::AntiDsdna => 0.956,
            Self::Neuropsychiatric | Self::SystemicVasculitis | Self::CardiacPulmonary => 18.0,
            Self::Myositis | Self::HaemolyticAnaemia => 9.0,
            Self::Serositis => 6.0,
        }
    }
}

/// Urine protein as SLE-DAS takes it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum UrineProtein {
    /// Ratio to creatinine, used in mg/g.
    Ratio(Upcr),
    /// 24 h collection, used in mg.
    Daily(DailyProtein),
}

/// The seventeen items. Whether proteinuria and the cytopenias count is read from their numbers, never ticked.
#[derive(Debug, Clone, PartialEq)]
pub struct SleDasFacts {
    /// Swollen joints of 28.
    pub swollen_joints: u8,
    /// Rash.
    pub rash: Rash,
    /// Items that are present.
    pub present: Vec<SleDasItem>,
    /// Urine protein.
    pub protein: Option<UrineProtein>,
    /// Platelets.
    pub platelets: Option<Platelets>,
    /// White cells.
    pub white_cells: Option<WhiteCells>,
}

/// Ranges of SLE-DAS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SleDasRange {
    /// 2.08 or below.
    Remission,
    /// Above 2.08, up to 7.64.
    Mild,
    /// Above 7.64.
    ModerateSevere,
}

impl SleDasRange {
    /// The range of an unrounded score.
    pub fn of(score: f64) -> Self {
        match score {
            ..=2.08 => Self::Remission,
            ..=7.64 => Self::Mild,
            _ => Self::ModerateSevere,
        }
    }
}

/// SLE-DAS, unrounded (activity.md 2).
///
/// # Errors
/// The amounts that are missing: an empty amount is no score, never a negative one.
pub fn sle_das(facts: &SleDasFacts) -> Answer<f64> {
    let protein = facts.protein.map(|protein| match protein {
        UrineProtein::Ratio(ratio) => ratio.value(),
        UrineProtein::Daily(daily) => daily.value(),
    });
    // No logarithm of a count of zero.
    let counted = |count: Option<Decimal>| count.filter(|count| !count.is_zero());
    let platelets = counted(facts.platelets.map(|count| count.value()));
    let white_cells = counted(facts.white_cells.map(|count| count.value()));
    let (Some(protein), Some(platelets), Some(white_cells)) = (protein, platelets, white_cells) else {
        let missing = [
            protein.is_none().then_some(Need::Proteinuria),
            platelets.is_none().then_some(Need::Platelets),
            white_cells.is_none().then_some(Need::WhiteCells),
        ];
        return Err(missing.into_iter().flatten().collect());
    };
    let when = |counts: bool, term: f64| if counts { term } else { 0.0 };
    let ln = |value: Decimal| value.to_f64().unwrap_or(f64::NAN).ln();
    let joints = f64::from(facts.swollen_joints);
    let mut present = facts.present.clone();
    present.sort_unstable();
    present.dedup();
    Ok(0.366
        + when(facts.swollen_joints >= 1, 3.132)
        + 0.454 * joints
        + rash(facts.rash)
        + present.into_iter().map(SleDasItem::weight).sum::<f64>()
        + when(protein > Decimal::from(500), -17.584 + 3.811 * ln(protein))
        + when(platelets < Decimal::ONE_HUNDRED, 26.105 - 5.577 * ln(platelets))
        + when(white_cells < Decimal::from(3), 6.118 - 5.058 * ln(white_cells)))
}

const fn rash(rash: Rash) -> f64 {
    match rash {
        Rash::None => 0.0,
        Rash::Localised => 3.138,
        Rash::Generalised => 3.887,
    }
}
