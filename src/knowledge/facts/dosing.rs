//! Facts about doses and how long they were taken, for the safety rules.

use rust_decimal::Decimal;

use super::course::{is_glucocorticoid, treatment_evidence};
use super::look::{Look, asked, dated, months_passed, undated};
use super::{Evidence, Facts, Finding, Value};
use crate::clinic::{
    CyclophosphamideLifetime, daily_milligrams, daily_steroid, last_eye_exam, months_of, periods_under,
    prednisone_series,
};
use crate::domain::{Case, Drug, Treatment};
use crate::knowledge::{Amount, Datum, DrugClass, FactId, Proposed};

pub(super) fn find(look: &Look<'_>, own: usize, proposed: &[Proposed], facts: &mut Facts) {
    let (daily, per_kilo) = hydroxychloroquine(look);
    facts.set(FactId::HcqDaily, daily);
    facts.set(FactId::HcqPerKilo, per_kilo);
    facts.set(FactId::MonthsOnHcq, months_on_hydroxychloroquine(look));
    facts.set(FactId::MonthsSinceEyeExam, months_since_eye_exam(look));
    facts.set(FactId::SteroidDaily, steroid_daily(look));
    // EULAR 2022: more than 15 mg/d for more than two weeks. ACR 2022: 2.5 mg/d or more for more than three months.
    facts.set(FactId::DaysAbove15, days_in_a_row(look, own, 14, |dose| dose > Decimal::from(15)));
    facts.set(FactId::DaysFrom2Point5, days_in_a_row(look, own, 90, |dose| dose >= Decimal::new(25, 1)));
    facts.set(FactId::MycophenolateDaily, mycophenolate(look));
    let lifetime = cyclophosphamide(look, own, facts);
    facts.set(FactId::CyclophosphamideLifetime, lifetime);
    let after = with_planned_courses(look, facts.get(FactId::CyclophosphamideLifetime), proposed);
    facts.set(FactId::CyclophosphamideAfter, after);
}

/// The entries of these drugs on this day.
fn taken<'a>(look: &Look<'a>, is_meant: fn(Drug) -> bool) -> Vec<(usize, &'a Treatment)> {
    look.current().filter(|(_, treatment)| is_meant(treatment.drug)).collect()
}

fn evidence(entries: &[(usize, &Treatment)]) -> Vec<Evidence> {
    entries.iter().flat_map(|(place, treatment)| treatment_evidence(*place, treatment)).collect()
}

/// The sum of daily doses, mg, each worth `factor` of its drug; what is missing where one has no daily dose.
fn sum(
    case: &Case,
    entries: &[(usize, &Treatment)],
    factor: fn(Drug) -> (u32, u32),
) -> Result<Decimal, (Datum, Vec<Evidence>)> {
    let weight = case.patient.weight.known().copied();
    let mut sum = Decimal::ZERO;
    for (place, treatment) in entries {
        let (times, over) = factor(treatment.drug);
        let lacking = || (Datum::Dose, treatment_evidence(*place, treatment));
        let daily = daily_milligrams(treatment, weight).ok_or_else(lacking)?;
        sum += daily * Decimal::from(times) / Decimal::from(over);
    }
    Ok(sum)
}

/// A dose that cannot be told rests on the entry that lacks it.
fn dose_missing(lacking: (Datum, Vec<Evidence>)) -> Finding {
    Finding { evidence: lacking.1, ..Finding::unknown(&[lacking.0]) }
}

/// mg/d, and mg/kg/d of real weight (EULAR 2023; AAO 2025; damage.md C).
fn hydroxychloroquine(look: &Look<'_>) -> (Finding, Finding) {
    if look.case.treatments.is_empty() {
        return (Finding::unknown(&[Datum::Treatments]), Finding::unknown(&[Datum::Treatments]));
    }
    let entries = taken(look, |drug| drug == Drug::Hydroxychloroquine);
    let daily = match sum(look.case, &entries, |_| (1, 1)) {
        Ok(daily) => daily,
        Err(lacking) => return (dose_missing(lacking.clone()), dose_missing(lacking)),
    };
    let of_dose = Finding::number(Amount::new(daily, "mg/d"), evidence(&entries));
    let weight = look.case.patient.weight.known().copied();
    let Some((weight, per_kilo)) = weight.and_then(|weight| Some((weight, daily.checked_div(weight.value())?))) else {
        return (of_dose, Finding { evidence: evidence(&entries), ..Finding::unknown(&[Datum::Weight]) });
    };
    let both = [evidence(&entries), undated(Datum::Weight, &weight)].concat();
    (of_dose, Finding::number(Amount::new(per_kilo.round_dp(4), "mg/kg/d"), both))
}

/// Whole months of every period, one that follows another within a day counted as one.
fn months_on_hydroxychloroquine(look: &Look<'_>) -> Finding {
    if look.case.treatments.is_empty() {
        return Finding::unknown(&[Datum::Treatments]);
    }
    let given = look.case.treatments.iter().enumerate();
    let entries = given.filter(|(_, one)| one.drug == Drug::Hydroxychloroquine && one.from <= look.today);
    let first = entries.min_by_key(|(_, one)| one.from);
    let months = months_of(&periods_under(look.case, &[Drug::Hydroxychloroquine], look.today));
    Finding::number(Amount::new(months.into(), "months"), evidence(&first.into_iter().collect::<Vec<_>>()))
}

/// From the newest examination that any entry of an antimalarial names.
fn months_since_eye_exam(look: &Look<'_>) -> Finding {
    last_eye_exam(look.case, look.today).map_or_else(
        || Finding::unknown(&[Datum::EyeExam]),
        |(day, place)| {
            let months = months_passed(look.today, day);
            Finding::number(months, dated(Datum::EyeExam, &day, day, Datum::Treatments.code(), place))
        },
    )
}

/// By mouth, in prednisone equivalents (damage.md D; the table is that of `clinic::daily_steroid`).
fn steroid_daily(look: &Look<'_>) -> Finding {
    let entries = taken(look, is_glucocorticoid);
    match daily_steroid(look.case, look.today) {
        Ok(dose) => Finding::number(Amount::new(dose.milligrams.round_dp(4), "mg/d"), evidence(&entries)),
        Err(_) if look.case.treatments.is_empty() => Finding::unknown(&[Datum::Treatments]),
        Err(_) => Finding { evidence: evidence(&entries), ..Finding::unknown(&[Datum::Dose]) },
    }
}

/// Days in a row up to today with such a daily dose. A line that gives such a dose does not say for how long: unknown,
/// unless there were more than `enough` days before; so do earlier days whose dose is not known.
fn days_in_a_row(look: &Look<'_>, own: usize, enough: i64, is_such: fn(Decimal) -> bool) -> Finding {
    let now = steroid_daily(look);
    let Some(dose) = now.amount() else { return now };
    let days = |days: i64| Amount::new(days.into(), "days");
    if !is_such(dose.number.0) {
        return Finding::number(days(0), now.evidence);
    }
    let (run, is_whole) = run(look, is_such);
    let by_line = taken(look, is_glucocorticoid).iter().any(|(place, _)| *place >= own);
    match (run > enough, is_whole, by_line) {
        (true, ..) | (false, true, false) => Finding::number(days(run), now.evidence),
        (false, _, true) => Finding { evidence: now.evidence, ..Finding::unknown(&[Datum::LineDose]) },
        (false, false, false) => Finding { evidence: now.evidence, ..Finding::unknown(&[Datum::Dose]) },
    }
}

/// The days, today's included, and whether the day before the first of them is known to be otherwise.
fn run(look: &Look<'_>, is_such: fn(Decimal) -> bool) -> (i64, bool) {
    let series = prednisone_series(look.case, look.today);
    let mut first = look.today;
    for point in series.points().iter().rev() {
        match point.value {
            Some(dose) if is_such(dose) => first = point.date,
            Some(_) => return (look.today.days_since(first) + 1, true),
            None => return (look.today.days_since(first) + 1, false),
        }
    }
    (look.today.days_since(first) + 1, true)
}

/// 360 mg of the sodium salt are worth 500 mg of mofetil (NOBILITY protocol; damage.md E).
fn mycophenolate(look: &Look<'_>) -> Finding {
    if look.case.treatments.is_empty() {
        return Finding::unknown(&[Datum::Treatments]);
    }
    let factor = |drug| if drug == Drug::MycophenolateSodium { (500, 360) } else { (1, 1) };
    let entries = taken(look, |drug| DrugClass::Mycophenolates.has(drug));
    match sum(look.case, &entries, factor) {
        Ok(daily) => Finding::number(Amount::new(daily.round_dp(2), "mg/d"), evidence(&entries)),
        Err(lacking) => dose_missing(lacking),
    }
}

fn grams(amount: Decimal) -> Amount {
    Amount::new(amount.normalize(), "g")
}

/// Lifetime grams: before, and the courses the case lists. Where it is supposed that there were none, or some where the
/// case states none, that holds.
fn cyclophosphamide(look: &Look<'_>, own: usize, facts: &Facts) -> Finding {
    let received = facts.get(FactId::CyclophosphamideBefore);
    match (received.is_supposed(), &received.value) {
        (true, Value::Flag(false)) => Finding::number(grams(Decimal::ZERO), received.evidence.clone()),
        (true, _) => Finding::unknown(&[Datum::CyclophosphamideBefore]),
        (false, _) => cyclophosphamide_received(look, own),
    }
}

fn cyclophosphamide_received(look: &Look<'_>, own: usize) -> Finding {
    let before = look.case.background.cyclophosphamide_before;
    let weight = look.case.patient.weight.known().copied();
    let listed = look.case.treatments.get(..own).unwrap_or_default();
    let courses: Vec<(usize, &Treatment)> =
        listed.iter().enumerate().filter(|(_, one)| one.drug == Drug::Cyclophosphamide).collect();
    let stated = before.known().map(|value| undated(Datum::CyclophosphamideBefore, value)).unwrap_or_default();
    let evidence = [stated, evidence(&courses)].concat();
    match CyclophosphamideLifetime::of(before, listed, weight, look.today).total() {
        Ok(total) => Finding::number(grams(total), evidence),
        Err(_) if before.known().is_none() => Finding::unknown(&[Datum::CyclophosphamideBefore]),
        Err(_) => Finding { evidence, ..Finding::unknown(&[Datum::Dose]) },
    }
}

/// The same with the courses of the lines: dose times administrations.
fn with_planned_courses(look: &Look<'_>, lifetime: &Finding, proposed: &[Proposed]) -> Finding {
    let is_planned = |line: &&Proposed| {
        use crate::domain::LineKind as K;
        line.drug == Drug::Cyclophosphamide && !matches!(line.kind, K::Stop | K::Hold | K::Other)
    };
    let planned: Vec<&Proposed> = proposed.iter().filter(is_planned).collect();
    if planned.is_empty() {
        return lifetime.clone();
    }
    let lines = evidence(&taken(look, |drug| drug == Drug::Cyclophosphamide));
    let course = planned.iter().map(|line| {
        let milligrams = line.dose.and_then(|dose| match (dose.milligrams(), look.case.patient.weight.known()) {
            (Some(milligrams), _) => Some(milligrams),
            (None, Some(weight)) => dose.amount.checked_mul(weight.value()),
            (None, None) => None,
        })?;
        Some(milligrams * Decimal::from(line.times?))
    });
    match (course.sum::<Option<Decimal>>(), lifetime.amount()) {
        (Some(milligrams), Some(before)) => {
            let all = [lifetime.evidence.clone(), lines].concat();
            Finding::number(grams(before.number.0 + milligrams / Decimal::ONE_THOUSAND), all)
        }
        (Some(_), None) => Finding { evidence: lines, ..Finding::unknown(&lifetime.missing) },
        (None, _) => Finding { evidence: lines, ..Finding::unknown(&[Datum::LineDose]) },
    }
}

/// What a record says of a question that only asks whether it is on record.
pub(super) fn on_record<T: std::fmt::Display>(field: &crate::domain::Field<T>, what: Datum) -> Finding {
    if field.known().is_some() { asked(field, what, |_| true) } else { Finding::flag(false, Vec::new()) }
}
