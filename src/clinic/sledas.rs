use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

use super::{Answer, Checked, Need, Source};
use crate::domain::{DailyProtein, Platelets, Rash, SledaiItem, Upcr, WhiteCells};

/// SLE-DAS. The coefficients were read in a public calculator that cites the paper's figure 1, not in the paper.
pub const SLE_DAS: Source = Source {
    name: "SLE-DAS (Jesus 2019)",
    reference: "doi 10.1136/annrheumdis-2018-214502",
    checked: Checked::Secondary,
};

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
    /// Every item, in its order.
    pub const ALL: [Self; 11] = [
        Self::MucocutaneousVasculitis,
        Self::Alopecia,
        Self::MucosalUlcers,
        Self::LowComplement,
        Self::AntiDsdna,
        Self::Neuropsychiatric,
        Self::SystemicVasculitis,
        Self::CardiacPulmonary,
        Self::Myositis,
        Self::Serositis,
        Self::HaemolyticAnaemia,
    ];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::MucocutaneousVasculitis => "mucocutaneous_vasculitis",
            Self::Alopecia => "alopecia",
            Self::MucosalUlcers => "mucosal_ulcers",
            Self::LowComplement => "low_complement",
            Self::AntiDsdna => "anti_dsdna",
            Self::Neuropsychiatric => "neuropsychiatric",
            Self::SystemicVasculitis => "systemic_vasculitis",
            Self::CardiacPulmonary => "cardiopulmonary",
            Self::Myositis => "myositis",
            Self::Serositis => "serositis",
            Self::HaemolyticAnaemia => "haemolysis",
        }
    }

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
    /// Proteinuria or cytopenia judged damage, or of another cause than lupus: its amount does not count.
    pub not_counted: Vec<SledaiItem>,
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
    /// Every range, mildest first.
    pub const ALL: [Self; 3] = [Self::Remission, Self::Mild, Self::ModerateSevere];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Remission => "remission",
            Self::Mild => "mild",
            Self::ModerateSevere => "moderate_severe",
        }
    }

    /// The range of an unrounded score.
    pub fn of(score: f64) -> Self {
        match exact(score) {
            Some(score) if score <= Decimal::new(208, 2) => Self::Remission,
            Some(score) if score <= Decimal::new(764, 2) => Self::Mild,
            _ => Self::ModerateSevere,
        }
    }
}

/// A score as a decimal, to six places: the limits are compared without the noise of binary fractions.
pub(super) fn exact(score: f64) -> Option<Decimal> {
    Decimal::from_f64(score).map(|score| score.round_dp(6))
}

/// A part of the sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SleDasTerm {
    /// The constant.
    Intercept,
    /// Swollen joints: one term for any, one for each.
    Arthritis,
    /// Rash.
    Rash(Rash),
    /// An item that is present.
    Item(SleDasItem),
    /// Protein, by its logarithm.
    Proteinuria,
    /// Platelets, by their logarithm.
    Thrombocytopenia,
    /// White cells, by their logarithm.
    Leukopenia,
}

impl SleDasTerm {
    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Intercept => "intercept",
            Self::Arthritis => "arthritis",
            Self::Rash(Rash::Generalised) => "generalised_rash",
            Self::Rash(_) => "localised_rash",
            Self::Item(item) => item.code(),
            Self::Proteinuria => "proteinuria",
            Self::Thrombocytopenia => "thrombocytopenia",
            Self::Leukopenia => "leukopenia",
        }
    }

    /// Whether it is a clinical sign: neither the constant nor serology.
    pub fn is_clinical(self) -> bool {
        use SleDasItem::{AntiDsdna, LowComplement};
        !matches!(self, Self::Intercept | Self::Item(AntiDsdna | LowComplement))
    }
}

/// SLE-DAS, unrounded (activity.md 2).
///
/// # Errors
/// The amounts that are missing: an empty amount is no score, never a negative one.
pub fn sle_das(facts: &SleDasFacts) -> Answer<f64> {
    Ok(sle_das_terms(facts)?.into_iter().map(|(_, points)| points).sum())
}

/// The parts of the sum that count, each with its points.
///
/// # Errors
/// What [`sle_das`] refuses.
pub fn sle_das_terms(facts: &SleDasFacts) -> Answer<Vec<(SleDasTerm, f64)>> {
    let protein = facts.protein.map(|protein| match protein {
        UrineProtein::Ratio(ratio) => ratio.value(),
        UrineProtein::Daily(daily) => daily.value(),
    });
    // No logarithm of a count of zero.
    let counted = |count: Option<Decimal>| count.filter(|count| !count.is_zero());
    let amounts = [
        (SledaiItem::Proteinuria, protein, Need::Proteinuria),
        (SledaiItem::Thrombocytopenia, counted(facts.platelets.map(|count| count.value())), Need::Platelets),
        (SledaiItem::Leukopenia, counted(facts.white_cells.map(|count| count.value())), Need::WhiteCells),
    ];
    let counts = |item: &SledaiItem| !facts.not_counted.contains(item);
    let missing = amounts.iter().filter(|(item, amount, _)| counts(item) && amount.is_none());
    let missing: Vec<Need> = missing.map(|(_, _, need)| *need).collect();
    if !missing.is_empty() {
        return Err(missing);
    }
    let mut terms = vec![(SleDasTerm::Intercept, 0.366)];
    if facts.swollen_joints > 0 {
        terms.push((SleDasTerm::Arthritis, 3.132 + 0.454 * f64::from(facts.swollen_joints)));
    }
    if facts.rash != Rash::None {
        terms.push((SleDasTerm::Rash(facts.rash), rash(facts.rash)));
    }
    let mut present = facts.present.clone();
    present.sort_unstable();
    present.dedup();
    terms.extend(present.into_iter().map(|item| (SleDasTerm::Item(item), item.weight())));
    let by_amount = amounts.into_iter().filter(|(item, ..)| counts(item));
    terms.extend(by_amount.filter_map(|(item, amount, _)| continuous(item, amount?)));
    Ok(terms)
}

/// The term of an amount beyond its limit: above 500 mg/g or mg in 24 h, below 100 G/L, below 3 G/L.
fn continuous(item: SledaiItem, amount: Decimal) -> Option<(SleDasTerm, f64)> {
    let ln = amount.to_f64()?.ln();
    match item {
        SledaiItem::Proteinuria if amount > Decimal::from(500) => Some((SleDasTerm::Proteinuria, -17.584 + 3.811 * ln)),
        SledaiItem::Thrombocytopenia if amount < Decimal::ONE_HUNDRED => {
            Some((SleDasTerm::Thrombocytopenia, 26.105 - 5.577 * ln))
        }
        SledaiItem::Leukopenia if amount < Decimal::from(3) => Some((SleDasTerm::Leukopenia, 6.118 - 5.058 * ln)),
        _ => None,
    }
}

const fn rash(rash: Rash) -> f64 {
    match rash {
        Rash::None => 0.0,
        Rash::Localised => 3.138,
        Rash::Generalised => 3.887,
    }
}
