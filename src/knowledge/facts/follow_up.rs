//! Facts from a value against the one before it, and from how long ago something was done.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use super::course::treatment_evidence;
use super::look::{Look, dated, months_passed, undated};
use super::suspicion::canonical;
use super::{Evidence, Facts, Finding};
use crate::clinic::{Change, Egfr, Verdict, egfr_series, pressures, raised_twice};
use crate::domain::{Day, Field, Treatment};
use crate::knowledge::{Amount, Datum, DrugClass, FactId};

pub(super) fn find(look: &Look<'_>, facts: &mut Facts) {
    let change = last_two(look);
    let fall = egfr_fall(facts, look, change);
    facts.set(FactId::EgfrFall, fall);
    facts.set(FactId::HaemodynamicDrugStarted, haemodynamic_drug_started(look, change));
    facts.set(FactId::UacrDoubled, uacr_doubled(look));
    facts.set(FactId::Potassium, potassium(look));
    facts.set(FactId::PressureRaisedTwice, pressure_raised_twice(look));
    facts.set(FactId::MonthsSinceDamageReview, months_since_review(look));
}

/// The newest eGFR and the one of the day before it that has one, up to this day.
fn last_two(look: &Look<'_>) -> Option<Change<Egfr>> {
    let series = egfr_series(look.case).ok()?;
    let to = series.newest_by(look.today)?;
    let from = series.newest_by(Day(to.date.0.pred_opt()?))?;
    Some(Change { from, to })
}

fn creatinine(look: &Look<'_>, day: Day) -> Vec<Evidence> {
    let labs = look.case.labs.iter().enumerate();
    let of_day =
        labs.filter(|(_, lab)| lab.date == day).find_map(|(place, lab)| Some((place, *lab.creatinine.known()?)));
    of_day.map(|(place, value)| dated(Datum::Creatinine, &value, day, "labs", place)).unwrap_or_default()
}

/// Fall in percent of the value before, 0 where it did not fall (KDIGO 2024, practice points 2.1.3 and 2.1.4): one
/// equation for both, or a newest value that is supposed. The one fall that guidelines, suspicion and safety ask about.
fn egfr_fall(facts: &Facts, look: &Look<'_>, change: Option<Change<Egfr>>) -> Finding {
    let newest = facts.get(FactId::Egfr);
    let Some(now) = canonical(facts, FactId::Egfr) else { return Finding::unknown(&newest.missing) };
    let comparable = change
        .filter(|change| newest.is_supposed() || change.from.value.equation == change.to.value.equation)
        .and_then(|change| Some((change, Decimal::from_f64(change.from.value.value)?.round_dp(6))));
    let percent = comparable.and_then(|(change, before)| {
        let fall = (before - now) * Decimal::ONE_HUNDRED;
        Some((change, fall.checked_div(before)?.max(Decimal::ZERO).round_dp(6).normalize()))
    });
    percent.map_or_else(
        || Finding::unknown(&[Datum::Creatinine]),
        |(change, percent)| {
            let measured = || creatinine(look, change.to.date);
            let of_newest = if newest.is_supposed() { newest.evidence.clone() } else { measured() };
            Finding::number(Amount::new(percent, "%"), [creatinine(look, change.from.date), of_newest].concat())
        },
    )
}

/// A RAAS blocker, SGLT2 or calcineurin inhibitor that was begun from the day of the earlier value on, after its sample
/// [interpretation], and by the day of the newest. A mere change of dose is not counted [interpretation].
fn haemodynamic_drug_started(look: &Look<'_>, change: Option<Change<Egfr>>) -> Finding {
    let Some(change) = change else { return Finding::unknown(&[Datum::Creatinine]) };
    if look.case.treatments.is_empty() {
        return Finding::unknown(&[Datum::Treatments]);
    }
    let classes = [DrugClass::RaasBlockers, DrugClass::Sglt2Inhibitors, DrugClass::CalcineurinInhibitors];
    let given = look.case.treatments.iter().enumerate();
    let begun = given.filter(|(_, one)| one.from >= change.from.date && one.from <= change.to.date);
    let mut begun = begun.filter(|(_, one)| classes.iter().any(|class| class.has(one.drug)));
    let was_on = |drug| {
        let before = |one: &&Treatment| one.drug == drug && one.from < change.from.date;
        look.case.treatments.iter().filter(before).any(|one| one.is_on(change.from.date) || ends_before(one, change))
    };
    begun.find(|(_, one)| !was_on(one.drug)).map_or_else(
        || Finding::flag(false, Vec::new()),
        |(place, one)| Finding::flag(true, treatment_evidence(place, one)),
    )
}

/// Whether it ended on the very day before the earlier value: the next dose of the same drug follows on.
fn ends_before(one: &Treatment, change: Change<Egfr>) -> bool {
    one.to.is_some_and(|last| change.from.date.days_since(last) == 1)
}

/// A doubling exceeds the variability of the laboratory (KDIGO 2024, practice point 2.1.5).
fn uacr_doubled(look: &Look<'_>) -> Finding {
    let labs = look.case.labs.iter().enumerate().filter(|(_, lab)| lab.date <= look.today);
    let mut values: Vec<_> = labs.filter_map(|(place, lab)| Some((lab.date, place, *lab.uacr.known()?))).collect();
    values.sort_by_key(|(date, ..)| *date);
    let mut newest = values.into_iter().rev();
    let (Some(to), Some(from)) = (newest.next(), newest.next()) else { return Finding::unknown(&[Datum::Uacr]) };
    if from.2.value().is_zero() {
        return Finding::unknown(&[Datum::Uacr]);
    }
    let both = [from, to].into_iter().flat_map(|(date, place, value)| dated(Datum::Uacr, &value, date, "labs", place));
    Finding::flag(to.2.value() >= from.2.value() * Decimal::TWO, both.collect())
}

fn potassium(look: &Look<'_>) -> Finding {
    look.newest(look.today, |lab| lab.potassium.known().copied()).map_or_else(
        || Finding::unknown(&[Datum::Potassium]),
        |newest| {
            let amount = Amount::new(newest.value.value(), "mmol/L");
            Finding::number(amount, dated(Datum::Potassium, &newest.value, newest.date, "labs", newest.place))
        },
    )
}

/// The last two readings, of two entries (EULAR 2022: below 130/80 mmHg is to be considered in lupus).
fn pressure_raised_twice(look: &Look<'_>) -> Finding {
    let last: Vec<_> = pressures(look.case, look.today).into_iter().take(2).collect();
    let evidence: Vec<Evidence> = last
        .iter()
        .flat_map(|(place, one)| dated(Datum::BloodPressure, &one.value, one.date, Datum::BloodPressure.code(), *place))
        .collect();
    match raised_twice(look.case, look.today) {
        Verdict::No => Finding::flag(false, evidence),
        Verdict::Yes => Finding::flag(true, evidence),
        Verdict::Unknown(_) => Finding { evidence, ..Finding::unknown(&[Datum::BloodPressure]) },
    }
}

/// From the day of the last review (Mosca 2011, quality indicator 2: every year).
fn months_since_review(look: &Look<'_>) -> Finding {
    match look.case.damage.reviewed {
        Field::Known(day) if day <= look.today => {
            Finding::number(months_passed(look.today, day), undated(Datum::DamageReviewed, &day))
        }
        _ => Finding::unknown(&[Datum::DamageReviewed]),
    }
}
