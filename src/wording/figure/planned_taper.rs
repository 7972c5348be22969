use super::At;
use super::origin::Origin;
use super::phrase::{Phrase, Row};
use crate::clinic::{Equivalence, TaperPlan, daily_steroid};
use crate::domain::Quantity;
use crate::knowledge::TaperReading;
use crate::wording::{self, TaperSum};

/// The day from which the plan stays at 5 mg a day or less, which is what guidelines aim at, and what it comes to.
pub(super) fn told(at: &At) -> Vec<Row> {
    let plan = TaperPlan::of_case(at.case);
    if plan.is_empty() {
        return vec![at.field(&at.case.taper, |_| at.words.taper.no_plan.to_owned()).row()];
    }
    let reading = TaperReading::new(at.case, at.table, &plan, None);
    let five = |dose: rust_decimal::Decimal| dose == rust_decimal::Decimal::from(5);
    let is_reached = reading.reached.iter().any(|(dose, day)| five(*dose) && day.is_some());
    let reached = wording::taper_reached(at.lang, &reading).into_iter().find(|(dose, _)| five(*dose));
    let reached = reached.map(|(_, said)| said).unwrap_or_default();
    let reached =
        if is_reached { Phrase::default().strong(&reached) } else { Phrase::default().judged(&reached, false) };
    let ahead = sums(at, &reading).into_iter().find(|(kind, _)| *kind == TaperSum::YearAhead);
    let ahead = ahead.map(|(_, said)| Phrase::default().quiet(&said).row());
    std::iter::once(reached.row()).chain(ahead).collect()
}

fn sums(at: &At, reading: &TaperReading) -> Vec<(TaperSum, String)> {
    wording::taper_sums(at.lang, reading, at.case.course.started.known().copied())
}

pub(super) fn origin(at: &At) -> Origin {
    let words = &at.words.taper;
    let plan = TaperPlan::of_case(at.case);
    let reading = TaperReading::new(at.case, at.table, &plan, None);
    let mut origin = Origin::default();
    if let Ok(now) = daily_steroid(at.case, at.today) {
        let dose = format!("{}\u{a0}{}", at.lang.number(now.milligrams, 2), at.words.unit.mg_per_day);
        origin = origin.input(at.words.damage.prednisone_now, Phrase::of(&dose), Some(at.today));
    }
    let weight = at.case.patient.weight.known().map(Quantity::value);
    for (step, row) in plan.steps().iter().zip(wording::taper_rows(at.lang, &plan, weight)) {
        let dose = format!("{}\u{a0}{}", row.dose, at.words.unit.mg_per_day);
        let length = if plan.steps().last() == Some(step) { words.goes_on } else { row.weeks.as_str() };
        origin = origin.input(words.plan_section, Phrase::of(&dose).quiet(length), Some(step.from));
    }
    if plan.is_empty() {
        origin.lacks.push(words.no_plan.to_owned());
    }
    origin = origin.rule(words.sum_rule).rule(words.weeks_note).note(&wording::taper_weeks(at.lang, &reading));
    for (_, said) in sums(at, &reading) {
        origin = origin.note(&said);
    }
    for one in &reading.against {
        let said = wording::taper_against(at.lang, &reading, one).join(" · ");
        origin = origin.note(&format!("{}{} {said}", wording::taper_guide(at.lang, &one.guide), at.words.guide.colon));
    }
    origin.note(words.weight_note).source(Equivalence::default().source())
}
