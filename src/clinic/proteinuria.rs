use rust_decimal::Decimal;

use super::response::below;
use super::series::{Point, Series, of_labs};
use super::{Checked, Source};
use crate::domain::{Case, DailyProtein, Day, Lab, Upcr, UrineCreatinine, UrineProtein, UrineVolume};

/// "Redefining when to biopsy": among 0.25 to 0.499 g/g nearly half had nephritis to treat; its own numbers were read in
/// a news report only (activity.md 9 and 19).
pub const PETRI_2025: Source =
    Source { name: "Petri 2025", reference: "ACR Convergence 2025, abstract 0772", checked: Checked::Secondary };
/// 0.2 to 0.5 g/g: half reached 0.5 g/g, after 1.2 years in the median.
pub const WANG_2022: Source = Source { name: "Wang 2022", reference: "CJASN 2022", checked: Checked::Primary };
/// Below 1 g/g: three quarters had class III, IV or V.
pub const CARLUCCI_2022: Source =
    Source { name: "Carlucci 2022", reference: "PMID 35212719", checked: Checked::Primary };

/// The ratio of a spot of urine: protein mg/L over creatinine mmol/L (activity.md 9); none where creatinine is zero or
/// the ratio cannot exist.
pub fn spot_ratio(protein: UrineProtein, creatinine: UrineCreatinine) -> Option<Upcr> {
    let per_millimole = protein.value().checked_div(creatinine.value())?;
    Upcr::canonical((per_millimole * MG_PER_G_IN_MG_PER_MMOL).normalize()).ok()
}

/// Protein of a collection: its concentration times its volume (activity.md 16.6).
pub fn daily_protein(protein: UrineProtein, volume: UrineVolume) -> Option<DailyProtein> {
    DailyProtein::canonical((protein.value() * volume.value()).normalize()).ok()
}

/// 1 mg/mmol is 8.84 mg/g.
const MG_PER_G_IN_MG_PER_MMOL: Decimal = Decimal::from_parts(884, 0, 0, false, 2);

/// Where the newest proteinuria came from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum UpcrFrom {
    /// Reported as a ratio.
    Reported,
    /// Computed here from protein and creatinine of one sample.
    Sample(UrineProtein, UrineCreatinine),
}

/// What is known of proteinuria on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Proteinuria {
    /// The newest ratio, reported or computed.
    pub ratio: Option<(Point<Upcr>, UpcrFrom)>,
    /// The newest 24 h collection.
    pub daily: Option<Point<DailyProtein>>,
    /// The newest day that has both.
    pub same_day: Option<(Day, Upcr, DailyProtein)>,
}

impl Proteinuria {
    /// The proteinuria of a case up to a day.
    pub fn of(case: &Case, day: Day) -> Self {
        let labs = || case.labs.iter().filter(|lab| lab.date <= day);
        let both = labs().filter_map(|lab| Some((lab.date, ratio_of(lab)?.0, daily_of(lab)?)));
        Self {
            ratio: newest_ratio(case, day),
            daily: of_labs(case, |lab| daily_of(lab).into()).newest_by(day),
            same_day: both.max_by_key(|(date, ..)| *date),
        }
    }

    /// Whether the ratio and the collection of one day differ more than twofold (g/g against g/24 h); none where no day
    /// has both. A gram a day is a gram per gram only where about 1 g of creatinine is excreted a day.
    pub fn disagrees(&self) -> Option<bool> {
        let (_, ratio, daily) = self.same_day?;
        let (ratio, daily) = (ratio.value(), daily.value());
        Some(ratio > daily * Decimal::TWO || daily > ratio * Decimal::TWO)
    }

    /// Whether the newest ratio lies from 0.25 to below 0.5 g/g (28.3 to below 50 mg/mmol as printed): under discussion,
    /// in no guideline.
    pub fn is_under_discussion(&self) -> Option<bool> {
        let (ratio, _) = self.ratio?;
        Some(ratio.value.value() >= Decimal::from(250) && below(ratio.value, Decimal::new(5, 1), 50))
    }
}

/// The ratios of a case, reported or computed from a sample.
pub fn ratio_series(case: &Case) -> Series<Upcr> {
    of_labs(case, |lab| ratio_of(lab).map(|(ratio, _)| ratio).into())
}

fn newest_ratio(case: &Case, day: Day) -> Option<(Point<Upcr>, UpcrFrom)> {
    let ratios = case.labs.iter().filter(|lab| lab.date <= day).filter_map(|lab| {
        let (value, from) = ratio_of(lab)?;
        Some((Point { date: lab.date, value }, from))
    });
    ratios.max_by_key(|(point, _)| point.date)
}

/// The ratio of a day: the laboratory's own, before one computed from the sample.
fn ratio_of(lab: &Lab) -> Option<(Upcr, UpcrFrom)> {
    if let Some(reported) = lab.upcr.known() {
        return Some((*reported, UpcrFrom::Reported));
    }
    let (protein, creatinine) = (*lab.urine_protein.known()?, *lab.urine_creatinine.known()?);
    Some((spot_ratio(protein, creatinine)?, UpcrFrom::Sample(protein, creatinine)))
}

/// The protein of 24 h: as reported, before the product of a collection.
fn daily_of(lab: &Lab) -> Option<DailyProtein> {
    let made = || daily_protein(*lab.urine_protein.known()?, *lab.urine_volume_24h.known()?);
    lab.protein_24h.known().copied().or_else(made)
}
