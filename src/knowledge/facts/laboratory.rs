//! Facts from laboratory values and blood pressure: the newest value on or before the day, with its date.

use std::fmt::Display;

use chrono::Months;
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

use super::look::{Look, Newest, dated, undated};
use super::{Evidence, Facts, Finding};
use crate::clinic::{self, Need};
use crate::domain::{Day, Dimension, Field, Lab, Quantity};
use crate::knowledge::{Amount, Datum, FactId, Truth};

pub(super) fn find(look: &Look<'_>, facts: &mut Facts) {
    facts.set(FactId::Proteinuria, proteinuria(look, look.today));
    facts.set(FactId::Egfr, egfr(look, look.today));
    baselines(look, facts);
    facts.set(FactId::PreflareEgfr, preflare(look));
    facts.set(FactId::Albumin, newest(look, Datum::Albumin, "g/L", |lab| &lab.albumin));
    facts.set(FactId::Igg, newest(look, Datum::Igg, "g/L", |lab| &lab.igg));
    facts.set(FactId::Platelets, newest(look, Datum::Platelets, "G/L", |lab| &lab.platelets));
    facts.set(FactId::Adamts13, adamts13(look));
    pressure(look, facts);
    nephrotic(facts);
}

/// What responses are judged from: the values at the start of the course; the newest ones where no course has started,
/// for then the treatment is still to start.
fn baselines(look: &Look<'_>, facts: &mut Facts) {
    for (fact, of, at) in [
        (FactId::BaselineProteinuria, FactId::Proteinuria, proteinuria as fn(&Look<'_>, Day) -> Finding),
        (FactId::BaselineEgfr, FactId::Egfr, egfr),
    ] {
        let finding = match (facts.get(FactId::TreatmentStarted).truth(), started(look, facts)) {
            (Truth::No, _) => facts.get(of).clone(),
            (Truth::Yes, Some(day)) => at(look, day),
            _ => Finding::unknown(&[Datum::Started]),
        };
        facts.set(fact, finding);
    }
}

/// The day of the start of the course; where its months are supposed, the day that they go back to.
fn started(look: &Look<'_>, facts: &Facts) -> Option<Day> {
    let months = facts.get(FactId::MonthsSinceStart);
    if !months.is_supposed() {
        return look.case.course.started.known().map(|day| (*day).min(look.today));
    }
    let back = Months::new(months.amount()?.number.0.to_u32()?);
    look.today.0.checked_sub_months(back).map(Day)
}

/// eGFR of the very day that the case names as the last before this flare: never that of another day.
fn preflare(look: &Look<'_>) -> Finding {
    let day = look.case.kidney.preflare.known().filter(|day| **day <= look.today);
    let found = day.map(|day| (*day, egfr(look, *day)));
    match found {
        Some((day, finding)) if finding.evidence.iter().all(|evidence| evidence.date == Some(day)) => finding,
        _ => Finding::unknown(&[Datum::Preflare]),
    }
}

fn lab_evidence(what: Datum, newest: &Newest<impl Sized>, written: impl Display) -> Vec<Evidence> {
    dated(what, &written, newest.date, "labs", newest.place)
}

/// Newest UPCR in the unit it was reported in; where there is none, the newest 24 h collection, which EULAR, ACR and
/// KDIGO set beside it one for one (g/g and g/24 h; guidelines.md 0.2).
fn proteinuria(look: &Look<'_>, until: Day) -> Finding {
    if let Some(newest) = look.newest(until, |lab| lab.upcr.known().copied()) {
        let amount = Amount::new(newest.value.amount(), newest.value.unit());
        return Finding::number(amount, lab_evidence(Datum::Upcr, &newest, newest.value));
    }
    if let Some(newest) = look.newest(until, |lab| lab.protein_24h.known().copied()) {
        let amount = Amount::new(newest.value.amount(), newest.value.unit());
        return Finding::number(amount, lab_evidence(Datum::Protein24h, &newest, newest.value));
    }
    Finding::unknown(&[Datum::Upcr])
}

/// eGFR of the newest creatinine, by the equation of the age (`clinic::egfr_on`), unrounded: thresholds are never
/// held against a rounded value.
fn egfr(look: &Look<'_>, until: Day) -> Finding {
    let Some(newest) = look.newest(until, |lab| lab.creatinine.known().map(|creatinine| (lab, *creatinine))) else {
        return Finding::unknown(&[Datum::Creatinine]);
    };
    let (lab, creatinine) = newest.value;
    match clinic::egfr_on(look.case, lab) {
        Ok(egfr) => Decimal::from_f64(egfr.value).map_or_else(
            || Finding::unknown(&[Datum::Creatinine]),
            |value| {
                let written = format!("{creatinine} ({})", egfr.equation.name());
                let amount = Amount::new(value.round_dp(6), "mL/min/1.73m²");
                Finding::number(amount, lab_evidence(Datum::Creatinine, &newest, written))
            },
        ),
        Err(needs) => Finding::unknown(&needs.into_iter().map(datum).collect::<Vec<_>>()),
    }
}

fn datum(need: Need) -> Datum {
    match need {
        Need::Height => Datum::Height,
        Need::Weight => Datum::Weight,
        Need::Creatinine => Datum::Creatinine,
        _ => Datum::Born,
    }
}

fn newest<D: Dimension>(
    look: &Look<'_>,
    what: Datum,
    unit: &str,
    field: impl Fn(&Lab) -> &Field<Quantity<D>>,
) -> Finding {
    look.newest(look.today, |lab| field(lab).known().copied()).map_or_else(
        || Finding::unknown(&[what]),
        |newest| {
            let amount = Amount::new(newest.value.value(), unit);
            Finding::number(amount, lab_evidence(what, &newest, newest.value))
        },
    )
}

fn adamts13(look: &Look<'_>) -> Finding {
    look.case.kidney.adamts13.known().map_or_else(
        || Finding::unknown(&[Datum::Adamts13]),
        |share| Finding::number(Amount::new(share.value(), "%"), undated(Datum::Adamts13, &share)),
    )
}

fn pressure(look: &Look<'_>, facts: &mut Facts) {
    let newest = clinic::pressures(look.case, look.today).first().copied();
    let finding = |of: fn(&crate::domain::Pressure) -> u16| {
        newest.map_or_else(
            || Finding::unknown(&[Datum::BloodPressure]),
            |(place, reading)| {
                let evidence =
                    dated(Datum::BloodPressure, &reading.value, reading.date, Datum::BloodPressure.code(), place);
                Finding::number(Amount::new(of(&reading.value).into(), "mmHg"), evidence)
            },
        )
    };
    facts.set(FactId::Systolic, finding(|pressure| pressure.systolic));
    facts.set(FactId::Diastolic, finding(|pressure| pressure.diastolic));
}

/// Nephrotic range, 3.5 g/g or more: printed by ACR 2024 (guidelines.md A, no biopsy possible); KDIGO's usual range
/// [memory]; EULAR 2025 prints no number.
fn nephrotic(facts: &mut Facts) {
    let nephrotic = super::threshold::threshold(facts, FactId::Proteinuria, |mg| mg >= Decimal::from(3500));
    facts.set(FactId::NephroticRange, nephrotic);
}
