use rust_decimal::Decimal;

use super::dosing::{daily, milligrams};
use super::{Answer, Checked, Need, Source};
use crate::domain::{Case, Day, Drug, Field, Grams, Per, Treatment, Weight};

/// From this lifetime dose on, cancer of the bladder (damage.md E).
pub const CYCLOPHOSPHAMIDE_RED: Source =
    Source { name: "SBR (cyclophosphamide)", reference: "36 g", checked: Checked::Primary };
/// From this lifetime dose on, a warning.
pub const CYCLOPHOSPHAMIDE_AMBER: Source = Source { name: "warning", reference: "10 g", checked: Checked::Proposal };

/// Where a lifetime dose stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CyclophosphamideBand {
    /// Below 10 g.
    Below,
    /// From 10 g.
    Amber,
    /// From 36 g.
    Red,
}

impl CyclophosphamideBand {
    /// Every entry, in its order.
    pub const ALL: [Self; 3] = [Self::Below, Self::Amber, Self::Red];

    /// The band of these grams: from 10 g, from 36 g, both included.
    pub fn of(grams: Decimal) -> Self {
        if grams >= Decimal::from(36) {
            Self::Red
        } else if grams >= Decimal::TEN {
            Self::Amber
        } else {
            Self::Below
        }
    }

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Below => "below",
            Self::Amber => "amber",
            Self::Red => "red",
        }
    }
}

/// A listed course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CyclophosphamideCourse {
    /// Its first day.
    pub from: Day,
    /// What it gave up to the day, g; or what lacks to say so.
    pub grams: Answer<Decimal>,
}

/// Cyclophosphamide of a lifetime up to a day: before the courses listed, and the courses. Nothing that is planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CyclophosphamideLifetime {
    /// Before the courses listed, g; nothing where it is not known.
    pub before: Option<Decimal>,
    /// The courses listed, in the order of the file.
    pub courses: Vec<CyclophosphamideCourse>,
}

impl CyclophosphamideLifetime {
    /// Of a case as of a day.
    pub fn on(case: &Case, today: Day) -> Self {
        let weight = case.patient.weight.known().copied();
        Self::of(case.background.cyclophosphamide_before, &case.treatments, weight, today)
    }

    /// Of what was received before and these treatments.
    pub fn of(before: Field<Grams>, treatments: &[Treatment], weight: Option<Weight>, today: Day) -> Self {
        let courses = treatments.iter().filter(|entry| entry.drug == Drug::Cyclophosphamide && entry.from <= today);
        let course = |entry: &Treatment| CyclophosphamideCourse {
            from: entry.from,
            grams: received(entry, weight, today).map_err(|need| vec![need]),
        };
        Self { before: before.known().map(Grams::value), courses: courses.map(course).collect() }
    }

    /// What is known to have been given, g: at least this.
    pub fn known(&self) -> Decimal {
        let courses = self.courses.iter().filter_map(|course| course.grams.as_ref().ok());
        self.before.unwrap_or_default() + courses.sum::<Decimal>()
    }

    /// All of it, g.
    ///
    /// # Errors
    /// What was received before is not stated; the dose or the number of administrations of a course is missing.
    pub fn total(&self) -> Answer<Decimal> {
        let before = self.before.is_none().then_some(Need::CyclophosphamideBefore);
        let courses = self.courses.iter().filter_map(|course| course.grams.as_ref().err()).flatten().copied();
        let mut needs: Vec<Need> = before.into_iter().chain(courses).collect();
        needs.dedup();
        if needs.is_empty() { Ok(self.known()) } else { Err(needs) }
    }
}

/// Grams that an entry gave up to a day: dose by administrations, or by days where it is taken daily. A course that still
/// runs does not say how many of its infusions were given.
fn received(entry: &Treatment, weight: Option<Weight>, today: Day) -> Result<Decimal, Need> {
    let dose = entry.dose.known().copied().ok_or(Need::CyclophosphamideDose)?;
    let last = entry.to.unwrap_or(today).min(today);
    let is_over = entry.to.is_some_and(|to| to <= today) || (entry.times == Some(1));
    let milligrams = match (dose.per, entry.times) {
        (Per::Day, None) => {
            let days = Decimal::from(last.days_since(entry.from) + 1);
            daily(dose, weight, Need::CyclophosphamideDose)? * days
        }
        (_, Some(times)) if is_over => milligrams(dose, weight, Need::CyclophosphamideDose)? * Decimal::from(times),
        (Per::Administration, None) if entry.to == Some(entry.from) => {
            milligrams(dose, weight, Need::CyclophosphamideDose)?
        }
        _ => return Err(Need::Administrations),
    };
    Ok(milligrams / Decimal::ONE_THOUSAND)
}
