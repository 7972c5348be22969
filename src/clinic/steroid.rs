use std::collections::BTreeSet;

use chrono::Months;
use rust_decimal::Decimal;

use super::dosing::{daily, given_on, milligrams};
use super::{Answer, Checked, Need, Source};
use crate::domain::{Case, Day, Drug, Per, Route, Treatment, Weight};

/// A systemic glucocorticoid with a prednisone equivalent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Glucocorticoid {
    /// Prednisone.
    Prednisone,
    /// Prednisolone.
    Prednisolone,
    /// Methylprednisolone.
    Methylprednisolone,
    /// Triamcinolone.
    Triamcinolone,
    /// Hydrocortisone.
    Hydrocortisone,
    /// Cortisone.
    Cortisone,
    /// Dexamethasone.
    Dexamethasone,
    /// Betamethasone.
    Betamethasone,
    /// Deflazacort (its equivalent is from memory; some texts have 7.5).
    Deflazacort,
}

/// Which table of prednisone equivalents is used; it is named wherever an equivalent is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Equivalence {
    /// Betamethasone 0.75 mg equals prednisone 5 mg.
    #[default]
    Moniteur2022,
    /// Betamethasone 0.60 mg equals prednisone 5 mg; else the same.
    China2020,
    /// Betamethasone worth 6.25 and dexamethasone 7.5 times prednisone (potencies 25, 30 and 4 against hydrocortisone);
    /// else the same.
    Limoges,
}

impl Equivalence {
    /// Every table, the one that is used first.
    pub const ALL: [Self; 3] = [Self::Moniteur2022, Self::China2020, Self::Limoges];

    /// Where the table comes from.
    pub const fn source(self) -> Source {
        match self {
            Self::Moniteur2022 => {
                Source { name: "Moniteur des pharmacies 2022", reference: "globalrph", checked: Checked::Primary }
            }
            Self::China2020 => {
                Source { name: "Chinese guideline 2020, table 3", reference: "PMC9524765", checked: Checked::Secondary }
            }
            Self::Limoges => Source { name: "Limoges", reference: "teaching table", checked: Checked::Primary },
        }
    }
}

impl Glucocorticoid {
    /// The glucocorticoid that a drug is, if it is one.
    pub const fn of(drug: Drug) -> Option<Self> {
        match drug {
            Drug::Prednisone => Some(Self::Prednisone),
            Drug::Prednisolone => Some(Self::Prednisolone),
            Drug::Methylprednisolone => Some(Self::Methylprednisolone),
            Drug::Hydrocortisone => Some(Self::Hydrocortisone),
            Drug::Dexamethasone => Some(Self::Dexamethasone),
            Drug::Betamethasone => Some(Self::Betamethasone),
            _ => None,
        }
    }

    /// Milligrams that equal prednisone 5 mg (damage.md D, activity.md 5).
    pub fn equal_to_five(self, table: Equivalence) -> Decimal {
        match (self, table) {
            (Self::Prednisone | Self::Prednisolone, _) => Decimal::from(5),
            (Self::Methylprednisolone | Self::Triamcinolone, _) => Decimal::from(4),
            (Self::Hydrocortisone, _) => Decimal::from(20),
            (Self::Cortisone, _) => Decimal::from(25),
            (Self::Betamethasone, Equivalence::Limoges) => Decimal::new(8, 1),
            // 5 mg over 7.5.
            (Self::Dexamethasone, Equivalence::Limoges) => Decimal::TWO / Decimal::from(3),
            (Self::Dexamethasone, _) | (Self::Betamethasone, Equivalence::Moniteur2022) => Decimal::new(75, 2),
            (Self::Betamethasone, Equivalence::China2020) => Decimal::new(60, 2),
            (Self::Deflazacort, _) => Decimal::from(6),
        }
    }

    /// The prednisone equivalent of these milligrams, mg.
    pub fn prednisone(self, milligrams: Decimal, table: Equivalence) -> Decimal {
        milligrams * Decimal::from(5) / self.equal_to_five(table)
    }
}

/// The daily glucocorticoid dose of one day, oral, in prednisone equivalents; pulses are not in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DailySteroid {
    /// mg of prednisone a day; zero when treatments are recorded and none is a glucocorticoid.
    pub milligrams: Decimal,
    /// mg/kg of real weight a day, when the weight is known.
    pub per_kilo: Option<Decimal>,
    /// The drugs it is made of, with the first day of each present dose.
    pub made_of: Vec<(Drug, Day)>,
}

/// The daily oral dose on this day, prednisone equivalents by [`Equivalence::Moniteur2022`].
///
/// # Errors
/// No treatment is recorded at all; a dose on that day is missing, has no daily rate, is per kilogram without a weight,
/// or two entries of one drug overlap.
pub fn daily_steroid(case: &Case, day: Day) -> Answer<DailySteroid> {
    daily_steroid_by(case, day, Equivalence::default())
}

/// The same by another table.
///
/// # Errors
/// What [`daily_steroid`] refuses.
pub fn daily_steroid_by(case: &Case, day: Day, table: Equivalence) -> Answer<DailySteroid> {
    if case.treatments.is_empty() {
        return Err(vec![Need::Treatments]);
    }
    let weight = case.patient.weight.known().copied();
    let mut milligrams = Decimal::ZERO;
    let mut made_of = Vec::new();
    for drug in STEROIDS {
        let Some(steroid) = Glucocorticoid::of(drug) else { continue };
        let entries: Vec<&Treatment> =
            case.treatments.iter().filter(|entry| entry.drug == drug && way(entry) == Way::Oral).collect();
        let Some(entry) = given_on(day, &entries).map_err(|need| vec![need])? else { continue };
        milligrams += steroid.prednisone(daily_dose(entry, weight)?, table);
        made_of.push((drug, entry.from));
    }
    let per_kilo = weight.and_then(|weight| milligrams.checked_div(weight.value()));
    Ok(DailySteroid { milligrams, per_kilo, made_of })
}

/// Glucocorticoids received over a window, in prednisone equivalents, mg; oral and intravenous kept apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CumulativeSteroid {
    /// By mouth, mg.
    pub oral: Decimal,
    /// Intravenous, mg.
    pub intravenous: Decimal,
}

impl CumulativeSteroid {
    /// Both, mg.
    pub fn total(self) -> Decimal {
        self.oral + self.intravenous
    }
}

/// Sum over the window, first and last day included: mg a day × days × factor, and the pulses (damage.md D).
///
/// # Errors
/// What [`daily_steroid`] refuses, on any day of the window; a pulse without its number of administrations,
/// or that the window cuts.
pub fn cumulative_steroid(case: &Case, first: Day, last: Day) -> Answer<CumulativeSteroid> {
    let mut oral = Decimal::ZERO;
    let mut steps = steroid_steps(case, first, last).into_iter().peekable();
    while let Some(step) = steps.next() {
        let end = steps.peek().copied().or(last.0.succ_opt().map(Day)).unwrap_or(last);
        oral += daily_steroid(case, step)?.milligrams * Decimal::from(end.days_since(step));
    }
    if case.treatments.is_empty() {
        return Err(vec![Need::Treatments]);
    }
    let weight = case.patient.weight.known().copied();
    let mut intravenous = Decimal::ZERO;
    for entry in case.treatments.iter().filter(|entry| way(entry) == Way::Intravenous) {
        intravenous += pulses(entry, weight, first, last).map_err(|need| vec![need])?;
    }
    Ok(CumulativeSteroid { oral, intravenous })
}

/// Sum over the twelve months that end on this day, it included: from the day after the same date of last year.
///
/// # Errors
/// What [`cumulative_steroid`] refuses.
pub fn cumulative_over_a_year(case: &Case, today: Day) -> Answer<CumulativeSteroid> {
    let first = today.0.checked_sub_months(Months::new(12)).and_then(|day| day.succ_opt());
    cumulative_steroid(case, first.map_or(today, Day), today)
}

/// The days from `first` to `last` on which the daily dose may change, `first` included.
pub(super) fn steroid_steps(case: &Case, first: Day, last: Day) -> Vec<Day> {
    let oral = case.treatments.iter().filter(|entry| way(entry) == Way::Oral);
    let changes = oral.flat_map(|entry| {
        let after = entry.to.and_then(|last| last.0.succ_opt()).map(Day);
        [Some(entry.from), entry.to, after].into_iter().flatten()
    });
    let within = changes.filter(|day| first < *day && *day <= last);
    let days: BTreeSet<Day> = (first <= last).then_some(first).into_iter().chain(within).collect();
    days.into_iter().collect()
}

/// The glucocorticoids a case file can name.
const STEROIDS: [Drug; 6] = [
    Drug::Prednisone,
    Drug::Prednisolone,
    Drug::Methylprednisolone,
    Drug::Hydrocortisone,
    Drug::Dexamethasone,
    Drug::Betamethasone,
];

/// How an entry counts.
#[derive(PartialEq, Eq)]
enum Way {
    Oral,
    Intravenous,
    /// Not a glucocorticoid, or one that is not systemic.
    NotCounted,
}

fn way(entry: &Treatment) -> Way {
    let by_administration = entry.dose.known().is_some_and(|dose| dose.per == Per::Administration);
    match (Glucocorticoid::of(entry.drug), entry.route) {
        (None, _) | (_, Some(Route::Topical | Route::Subcutaneous)) => Way::NotCounted,
        (_, Some(Route::Intravenous)) => Way::Intravenous,
        // `methylprednisolone 500 mg` without a route is how pulses are written.
        (Some(Glucocorticoid::Methylprednisolone), None) if by_administration => Way::Intravenous,
        (_, Some(Route::Oral) | None) => Way::Oral,
    }
}

fn daily_dose(entry: &Treatment, weight: Option<Weight>) -> Answer<Decimal> {
    let dose = entry.dose.known().copied().ok_or(vec![Need::SteroidDose])?;
    daily(dose, weight, Need::SteroidDose).map_err(|need| vec![need])
}

/// What an intravenous entry gave inside the window, mg of prednisone.
fn pulses(entry: &Treatment, weight: Option<Weight>, first: Day, last: Day) -> Result<Decimal, Need> {
    let end = entry.to.unwrap_or(entry.from);
    if end < first || last < entry.from {
        return Ok(Decimal::ZERO);
    }
    if entry.from < first || last < end {
        return Err(Need::Administrations);
    }
    let steroid = Glucocorticoid::of(entry.drug).ok_or(Need::SteroidDose)?;
    let dose = entry.dose.known().copied().ok_or(Need::SteroidDose)?;
    let one = milligrams(dose, weight, Need::SteroidDose)?;
    let times = match (entry.times, dose.per, entry.to) {
        (Some(times), Per::Administration | Per::Day, _) => i64::from(times),
        (None, Per::Day, Some(to)) => to.days_since(entry.from) + 1,
        (None, Per::Administration, Some(to)) if to == entry.from => 1,
        _ => return Err(Need::Administrations),
    };
    Ok(steroid.prednisone(one * Decimal::from(times), Equivalence::default()))
}
