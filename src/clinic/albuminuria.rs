use chrono::Months;
use rust_decimal::prelude::ToPrimitive;

use super::{ACategory, Checked, Egfr, GStage, Source, a_category, egfr_series, of_labs, upcr_series};
use crate::domain::{Case, Comorbidity, Day, Lab, Sex, Uacr, Upcr};

/// The classes of eGFR and albuminuria and their grid (damage.md B3).
pub const KDIGO_CKD_2024: Source =
    Source { name: "KDIGO CKD 2024", reference: "doi 10.1016/j.kint.2023.10.018", checked: Checked::Primary };

/// The limits by the protein-to-creatinine ratio, read in the code of kidney.epi; the table of KDIGO from memory.
pub const A_BY_UPCR: Source =
    Source { name: "KDIGO CKD 2024, protein ratio", reference: "kidney.epi 1.4.0", checked: Checked::Secondary };

/// Checks a year by the grid.
pub const KDIGO_CHECKS: Source =
    Source { name: "KDIGO CKD 2012, checks a year", reference: "PMC10985780", checked: Checked::Primary };

/// Albumin ratio from a protein ratio, adjusted for sex, diabetes and hypertension: for classing only.
pub const SUMIDA_2020: Source =
    Source { name: "Sumida 2020, adjusted", reference: "PMID 32658569, R package", checked: Checked::Secondary };

/// The same without adjustment.
pub const SUMIDA_2020_CRUDE: Source =
    Source { name: "Sumida 2020, crude", reference: "PMID 32658569", checked: Checked::Memory };

/// What an albuminuria category was read from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum AlbuminuriaBasis {
    /// The albumin-to-creatinine ratio, measured.
    Albumin(Uacr),
    /// The protein-to-creatinine ratio, by its own limits.
    Protein(Upcr),
}

/// The albuminuria category of a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Albuminuria {
    /// The category.
    pub category: ACategory,
    /// What it was read from.
    pub basis: AlbuminuriaBasis,
    /// The day of the sample.
    pub date: Day,
}

/// The category as of a day: from the albumin ratio where its newest sample is not older than that of the protein ratio,
/// else from the protein ratio (that a newer protein ratio wins over an older albumin ratio is an interpretation).
pub fn albuminuria_on(case: &Case, day: Day) -> Option<Albuminuria> {
    let albumin = of_labs(case, |lab| lab.uacr).newest_by(day);
    let protein = upcr_series(case).newest_by(day);
    match (albumin, protein) {
        (Some(albumin), protein) if protein.is_none_or(|protein| protein.date <= albumin.date) => Some(Albuminuria {
            category: a_category_of_albumin(albumin.value),
            basis: AlbuminuriaBasis::Albumin(albumin.value),
            date: albumin.date,
        }),
        (_, protein) => protein.map(|protein| Albuminuria {
            category: a_category(protein.value),
            basis: AlbuminuriaBasis::Protein(protein.value),
            date: protein.date,
        }),
    }
}

/// The A category of an albumin-to-creatinine ratio: A1 < 30, A2 30 to 300, A3 > 300 mg/g; a ratio reported in mg/mmol is
/// compared with that unit's own printed limits, 3 and 30 (damage.md B3; 300 itself is A2 in the text, A3 in one code).
pub fn a_category_of_albumin(uacr: Uacr) -> ACategory {
    let in_mmol = uacr.unit() == "mg/mmol";
    let (value, low, high) =
        if in_mmol { (uacr.amount(), 3.into(), 30.into()) } else { (uacr.value(), 30.into(), 300.into()) };
    ACategory::between(value, low, high)
}

/// What the adjusted estimate takes beside the ratio.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UacrAdjustment {
    /// A woman.
    pub female: bool,
    /// Diabetes.
    pub diabetes: bool,
    /// Hypertension.
    pub hypertension: bool,
}

impl UacrAdjustment {
    /// Of a case whose comorbidities are known.
    pub fn of(case: &Case) -> Option<Self> {
        let known = case.background.comorbidities.known()?;
        let has = |comorbidity| known.contains(&comorbidity);
        let female = case.patient.sex == Sex::Female;
        Some(Self { female, diabetes: has(Comorbidity::Diabetes), hypertension: has(Comorbidity::Hypertension) })
    }
}

/// The albumin ratio, mg/g, estimated from a protein ratio (damage.md B2): for classing only, never to follow a response.
/// Without an adjustment the crude form, from memory.
pub fn uacr_estimated(upcr: Upcr, adjustment: Option<UacrAdjustment>) -> f64 {
    let ratio = upcr.value().to_f64().unwrap_or(f64::NAN);
    let [constant, low, middle, high] = match adjustment {
        Some(_) => [5.2659, 0.2934, 1.5643, 1.1109],
        None => [5.3920, 0.3072, 1.5793, 1.1266],
    };
    let of_person = adjustment.map_or(0.0, |person| {
        let when = |is: bool, coefficient: f64| if is { coefficient } else { 0.0 };
        when(person.female, -0.0773) + when(person.diabetes, 0.0797) + when(person.hypertension, 0.1265)
    });
    let log = constant
        + low * (ratio / 50.0).min(1.0).ln()
        + middle * (ratio / 500.0).clamp(0.1, 1.0).ln()
        + high * (ratio / 500.0).max(1.0).ln();
    (log + of_person).exp()
}

/// How often a year KDIGO has function and albuminuria checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checks {
    /// Times a year by the table of 2012.
    pub a_year: u8,
    /// Times a year by the table of 2024 where it differs, from memory.
    pub in_2024: Option<u8>,
}

/// Checks a year of a cell of the grid (damage.md B3).
pub const fn checks_a_year(stage: GStage, category: ACategory) -> Checks {
    use ACategory::{A1, A2, A3};
    use GStage::{G1, G2, G3a, G3b, G4, G5};
    let a_year = match (stage, category) {
        (G1 | G2, A1 | A2) | (G3a, A1) => 1,
        (G1 | G2, A3) | (G3a, A2) | (G3b, A1) => 2,
        (G3a, A3) | (G3b, A2 | A3) | (G4, A1 | A2) => 3,
        (G4, A3) | (G5, _) => 4,
    };
    let in_2024 = if matches!((stage, category), (G1 | G2, A3)) { Some(3) } else { None };
    Checks { a_year, in_2024 }
}

/// The first day since which every day with a value shows eGFR below 60 or a category of A2 or A3, up to this day; none
/// where the newest does not. A stage is chronic only after more than three months of it (KDIGO 2024).
pub fn kidney_marker_since(case: &Case, day: Day) -> Option<Day> {
    let egfr = egfr_series(case).ok();
    let of_day = |lab: &Lab| {
        let value = egfr.as_ref().and_then(|series| series.newest_by(lab.date).filter(|point| point.date == lab.date));
        let low = value.map(|point| Egfr::stage(&point.value) >= GStage::G3a);
        let albumin = lab.uacr.known().map(|ratio| a_category_of_albumin(*ratio));
        let category = albumin.or_else(|| lab.upcr.known().map(|ratio| a_category(*ratio)));
        let raised = category.map(|category| category > ACategory::A1);
        [low, raised].into_iter().flatten().reduce(|one, other| one || other)
    };
    let mut days: Vec<(Day, bool)> =
        case.labs.iter().filter(|lab| lab.date <= day).filter_map(|lab| Some((lab.date, of_day(lab)?))).collect();
    days.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    days.into_iter().take_while(|(_, shows)| *shows).last().map(|(day, _)| day)
}

/// Whether a marker that began on a day has lasted for more than three months (KDIGO 2024).
pub fn is_chronic(since: Day, today: Day) -> bool {
    since.0.checked_add_months(Months::new(3)).is_some_and(|end| today > Day(end))
}
