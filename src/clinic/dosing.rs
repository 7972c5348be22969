use rust_decimal::Decimal;

use super::Need;
use crate::domain::{Case, Day, Dose, DoseUnit, Drug, Per, Treatment, Weight};

/// Milligrams of one administration or period; a dose per kilogram takes the real weight.
/// `otherwise` is what is missing when the unit is not one of mass.
pub(super) fn milligrams(dose: Dose, weight: Option<Weight>, otherwise: Need) -> Result<Decimal, Need> {
    match (dose.unit, weight) {
        (DoseUnit::MilligramPerKilo, Some(weight)) => dose.amount.checked_mul(weight.value()).ok_or(otherwise),
        (DoseUnit::MilligramPerKilo, None) => Err(Need::Weight),
        _ => dose.milligrams().ok_or(otherwise),
    }
}

/// Milligrams a day, on average, of a dose counted by the day or by whole weeks.
pub(super) fn daily(dose: Dose, weight: Option<Weight>, otherwise: Need) -> Result<Decimal, Need> {
    let days = match dose.per {
        Per::Day => 1,
        Per::Week => 7,
        Per::TwoWeeks => 14,
        // A month is four weeks to some and a calendar month to others; one administration has no rate.
        Per::Month | Per::Administration => return Err(otherwise),
    };
    milligrams(dose, weight, otherwise).map(|amount| amount / Decimal::from(days))
}

/// Milligrams a day of a dose, or of its one administration; `None` where the unit is not one of mass, the rate is not one of
/// days or weeks, or it is per kilogram of a weight that is not known.
pub fn daily_of(dose: Dose, weight: Option<Weight>) -> Option<Decimal> {
    let dose = if dose.per == Per::Administration { Dose { per: Per::Day, ..dose } } else { dose };
    // The need is not told here: any will do.
    daily(dose, weight, Need::Treatments).ok()
}

/// The one entry of a drug that counts on this day. Where one ends on the day another begins, the new one counts.
pub(super) fn given_on<'a>(day: Day, entries: &[&'a Treatment]) -> Result<Option<&'a Treatment>, Need> {
    let on: Vec<&Treatment> = entries.iter().copied().filter(|entry| entry.is_on(day)).collect();
    let begins = on.iter().any(|entry| entry.from == day);
    let replaced = |entry: &Treatment| begins && entry.from != day && entry.to == Some(day);
    let mut left = on.into_iter().filter(|entry| !replaced(entry));
    match (left.next(), left.next()) {
        (_, Some(_)) => Err(Need::OneDoseAtATime),
        (only, None) => Ok(only),
    }
}

/// Milligrams a day of a treatment, on average; `None` where its dose is not known, has no daily rate, or is per kilogram
/// of a weight that is not known.
pub fn daily_milligrams(treatment: &Treatment, weight: Option<Weight>) -> Option<Decimal> {
    // The need is not told here: any will do.
    treatment.dose.known().and_then(|dose| daily(*dose, weight, Need::Treatments).ok())
}

/// The first of these drugs that is taken on this day.
pub(super) fn first_taken(case: &Case, drugs: &[Drug], day: Day) -> Option<Drug> {
    drugs.iter().copied().find(|drug| case.takes(*drug, day))
}
