use rust_decimal::Decimal;

use super::visits::in_window;
use super::{Point, Sledai, Tick};
use crate::domain::{ActivityVisit, Case, Dimension, Quantity, SledaiItem, Upcr, YesNo};

/// What is measured where an item of SLEDAI-2K has a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Protein of a 24 h collection: the one the index names.
    Protein24h,
    /// Protein-to-creatinine ratio: used in practice in its place.
    Upcr,
    /// Red cells in urine.
    UrineRedCells,
    /// White cells in urine.
    UrineWhiteCells,
    /// Casts in urine.
    UrineCasts,
    /// Complement C3.
    C3,
    /// Complement C4.
    C4,
    /// Anti-dsDNA antibodies.
    AntiDsdna,
    /// Temperature.
    Temperature,
    /// Platelets.
    Platelets,
    /// White cells.
    WhiteCells,
}

impl Measure {
    /// Every measure.
    pub const ALL: [Self; 11] = [
        Self::Protein24h,
        Self::Upcr,
        Self::UrineRedCells,
        Self::UrineWhiteCells,
        Self::UrineCasts,
        Self::C3,
        Self::C4,
        Self::AntiDsdna,
        Self::Temperature,
        Self::Platelets,
        Self::WhiteCells,
    ];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Protein24h => "protein_24h",
            Self::Upcr => "upcr",
            Self::UrineRedCells => "urine_red_cells",
            Self::UrineWhiteCells => "urine_white_cells",
            Self::UrineCasts => "urine_casts",
            Self::C3 => "c3",
            Self::C4 => "c4",
            Self::AntiDsdna => "anti_dsdna",
            Self::Temperature => "temperature",
            Self::Platelets => "platelets",
            Self::WhiteCells => "white_cells",
        }
    }
}

/// On which side of its limit a value makes an item; strictly, always.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beyond {
    /// Above the limit.
    Above,
    /// Below the limit.
    Below,
}

/// An amount against its limit, both in the unit that the laboratory wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// The amount as written.
    pub amount: Decimal,
    /// The limit in the same unit.
    pub limit: Decimal,
    /// The unit.
    pub unit: &'static str,
    /// The side on which it counts.
    pub beyond: Beyond,
}

/// A value that an item of SLEDAI-2K can be read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// What was measured.
    pub measure: Measure,
    /// The day.
    pub date: crate::domain::Day,
    /// The amount; none for casts, which are seen or not.
    pub amount: Option<Amount>,
    /// Whether it makes the item.
    pub meets: bool,
}

/// What the numbers say of an item. The physician's tick stays what scores; both are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FromNumbers {
    /// The item.
    pub item: SledaiItem,
    /// The values inside the window of the visit.
    pub findings: Vec<Finding>,
    /// Whether they make the item; none where they do not settle it.
    pub holds: Option<bool>,
}

impl FromNumbers {
    /// Whether the physician's tick says otherwise than the numbers.
    pub fn contradicts(&self, sledai: &Sledai) -> bool {
        matches!((sledai.tick(self.item), self.holds), (Tick::Present, Some(false)) | (Tick::Absent, Some(true)))
    }
}

/// The items of SLEDAI-2K that have a limit, each against the values inside the window of the visit (activity.md 1: items
/// 11 to 14 and 20 to 24; every operator is strict).
pub fn sledai_from_numbers(case: &Case, visit: &ActivityVisit) -> Vec<FromNumbers> {
    use SledaiItem as I;
    let limits = &case.laboratory;
    let one = |item, finding: Option<Finding>| {
        let holds = finding.map(|finding| finding.meets);
        FromNumbers { item, findings: finding.into_iter().collect(), holds }
    };
    let temperature = visit.temperature.known().map(|value| Point { date: visit.date, value: *value });
    vec![
        one(I::Casts, in_window(case, visit, |lab| lab.urine_casts).map(casts)),
        one(
            I::Haematuria,
            in_window(case, visit, |lab| lab.urine_red_cells).map(|seen| above(Measure::UrineRedCells, seen, 5)),
        ),
        proteinuria(case, visit),
        one(
            I::Pyuria,
            in_window(case, visit, |lab| lab.urine_white_cells).map(|seen| above(Measure::UrineWhiteCells, seen, 5)),
        ),
        complement(case, visit),
        one(
            I::AntiDsdna,
            in_window(case, visit, |lab| lab.anti_dsdna)
                .zip(limits.anti_dsdna_upper.known())
                .map(|(seen, limit)| against(Measure::AntiDsdna, seen, limit.value(), Beyond::Above)),
        ),
        one(I::Fever, temperature.map(|seen| above(Measure::Temperature, seen, 38))),
        one(
            I::Thrombocytopenia,
            in_window(case, visit, |lab| lab.platelets).map(|seen| below(Measure::Platelets, seen, 100)),
        ),
        one(
            I::Leukopenia,
            in_window(case, visit, |lab| lab.white_cells).map(|seen| below(Measure::WhiteCells, seen, 3)),
        ),
    ]
}

/// More than 0.5 g in 24 h; the ratio stands in where no collection is at hand, in the unit it was written in.
fn proteinuria(case: &Case, visit: &ActivityVisit) -> FromNumbers {
    let daily = in_window(case, visit, |lab| lab.protein_24h).map(|seen| above(Measure::Protein24h, seen, 500));
    let ratio = in_window(case, visit, |lab| lab.upcr).map(ratio);
    let findings: Vec<Finding> = [daily, ratio].into_iter().flatten().collect();
    let holds = findings.first().map(|finding| finding.meets);
    FromNumbers { item: SledaiItem::Proteinuria, findings, holds }
}

/// C3 or C4 below the laboratory's limit; one normal value alone settles nothing.
fn complement(case: &Case, visit: &ActivityVisit) -> FromNumbers {
    let limits = &case.laboratory;
    let c3 = in_window(case, visit, |lab| lab.c3)
        .zip(limits.c3_lower.known())
        .map(|(seen, limit)| against(Measure::C3, seen, limit.value(), Beyond::Below));
    let c4 = in_window(case, visit, |lab| lab.c4)
        .zip(limits.c4_lower.known())
        .map(|(seen, limit)| against(Measure::C4, seen, limit.value(), Beyond::Below));
    let findings: Vec<Finding> = [c3, c4].into_iter().flatten().collect();
    let low = findings.iter().any(|finding| finding.meets);
    let holds = (low || findings.len() == 2).then_some(low);
    FromNumbers { item: SledaiItem::LowComplement, findings, holds }
}

fn casts(seen: Point<YesNo>) -> Finding {
    Finding { measure: Measure::UrineCasts, date: seen.date, amount: None, meets: seen.value == YesNo::Yes }
}

/// A ratio against the limit of its own unit: 0.5 g/g, 500 mg/g, 56.6 mg/mmol (activity.md 1; limits are not converted).
fn ratio(seen: Point<Upcr>) -> Finding {
    let (amount, unit) = (seen.value.amount(), seen.value.unit());
    let limit = match unit {
        "g/g" => Decimal::new(5, 1),
        "mg/mmol" => Decimal::new(566, 1),
        _ => Decimal::from(500),
    };
    let amount = Amount { amount, limit, unit, beyond: Beyond::Above };
    Finding { measure: Measure::Upcr, date: seen.date, meets: amount.amount > limit, amount: Some(amount) }
}

fn above<D: Dimension>(measure: Measure, seen: Point<Quantity<D>>, limit: u32) -> Finding {
    against(measure, seen, Decimal::from(limit), Beyond::Above)
}

fn below<D: Dimension>(measure: Measure, seen: Point<Quantity<D>>, limit: u32) -> Finding {
    against(measure, seen, Decimal::from(limit), Beyond::Below)
}

/// A value against a limit in the first unit of its dimension.
fn against<D: Dimension>(measure: Measure, seen: Point<Quantity<D>>, limit: Decimal, beyond: Beyond) -> Finding {
    let (value, unit) = (seen.value.value(), seen.value.unit());
    let meets = match beyond {
        Beyond::Above => value > limit,
        Beyond::Below => value < limit,
    };
    let same_unit = Quantity::<D>::canonical(limit).ok().and_then(|limit| limit.in_unit(unit)).unwrap_or(limit);
    let amount = Amount { amount: seen.value.amount(), limit: same_unit, unit, beyond };
    Finding { measure, date: seen.date, amount: Some(amount), meets }
}
