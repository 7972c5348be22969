use serde::Serialize;

use super::{Told, number};
use crate::clinic::{Answer, CumulativeSteroid, Held, Stretch, TaperPlan};
use crate::knowledge::{
    Advice, Checked, CountedWeeks, Datum, FactId, GuideReading, Scheme, TaperReading, TargetReading, Verdict,
};
use crate::report::sheet::Sheet;

/// The planned taper as of the day, beside what each guideline prints of daily prednisone.
#[derive(Serialize)]
pub(super) struct TaperPart {
    /// The steps, oldest first; the last one goes on. Empty where none is planned.
    plan: Vec<StepPart>,
    /// First day of week 0.
    week_0: String,
    /// What weeks are counted from: `course`, `plan`, `today`.
    counted_from: &'static str,
    /// The days from which the plan stays at or below a dose.
    reached: Vec<ReachedPart>,
    /// mg planned until the day before the last step.
    planned_mg: f64,
    /// Received over the twelve months that end on the day.
    year_behind: Told<SumPart>,
    /// Received and planned over the twelve months from the first planned day; `null` without a plan.
    year_ahead: Option<Told<SumPart>>,
    /// The same from the start of the course that is going on.
    course: Option<Told<SumPart>>,
    /// One entry a guideline, or a scheme of it.
    against: Vec<AgainstPart>,
}

#[derive(Serialize)]
struct StepPart {
    from: String,
    /// mg of prednisone a day.
    daily_mg: f64,
    /// mg/kg of real weight a day; `null` where the weight is not known.
    daily_mg_per_kg: Option<f64>,
}

#[derive(Serialize)]
struct ReachedPart {
    at_most_mg: f64,
    /// `null` where the plan ends above.
    from: Option<String>,
    week: Option<i64>,
}

#[derive(Serialize)]
struct SumPart {
    oral_mg: f64,
    intravenous_mg: f64,
}

#[derive(Serialize)]
struct AgainstPart {
    guideline: String,
    scheme: Scheme,
    verdict: Verdict,
    /// How sure the entry is of it: the weakest of its statements.
    checked: Checked,
    /// Whether it prints a schedule week by week.
    prints_schedule: bool,
    /// What it says of stopping; `null` where it says nothing for this patient.
    stop: Option<StopPart>,
    /// The highest dose of week 0 against the printed start.
    start: Option<StartPart>,
    /// Days in a row against the printed schedule.
    days: Vec<StretchPart>,
    targets: Vec<TargetPart>,
    missing: Vec<Datum>,
}

#[derive(Serialize)]
struct StopPart {
    verdict: Verdict,
    advises: Vec<Advice>,
}

#[derive(Serialize)]
struct StartPart {
    daily_mg: f64,
    /// `below`, `within`, `above`.
    held: &'static str,
    /// How far it passes an end, mg a day.
    by_mg: f64,
}

#[derive(Serialize)]
struct StretchPart {
    from: String,
    /// `null` where both go on.
    to: Option<String>,
    held: &'static str,
    by_mg: f64,
}

#[derive(Serialize)]
struct TargetPart {
    at_most_mg: f64,
    /// The earliest and the latest day that are printed.
    from: String,
    to: String,
    reached: Option<String>,
    in_time: bool,
}

impl TaperPart {
    pub(super) fn of(sheet: &Sheet<'_>) -> Self {
        let plan = TaperPlan::of_case(sheet.case);
        let reading = TaperReading::new(sheet.case, &sheet.table, &plan, None);
        let weight = sheet.facts.get(FactId::Weight).amount().map(|weight| weight.number.0);
        let step = |step: &crate::clinic::PlanStep| StepPart {
            from: step.from.to_string(),
            daily_mg: number(step.daily),
            daily_mg_per_kg: weight
                .and_then(|weight| step.daily.checked_div(weight))
                .map(|dose| number(dose.round_dp(4))),
        };
        let reached = reading.reached.iter().map(|(dose, day)| ReachedPart {
            at_most_mg: number(*dose),
            from: day.map(|day| day.to_string()),
            week: day.map(|day| reading.week(day)),
        });
        Self {
            plan: plan.steps().iter().map(step).collect(),
            week_0: reading.week0.to_string(),
            counted_from: match reading.counted {
                CountedWeeks::Course => "course",
                CountedWeeks::Plan => "plan",
                CountedWeeks::Today => "today",
            },
            reached: reached.collect(),
            planned_mg: number(reading.planned),
            year_behind: sum(&reading.year_behind),
            year_ahead: reading.year_ahead.as_ref().map(sum),
            course: reading.course.as_ref().map(sum),
            against: reading.against.iter().map(against).collect(),
        }
    }
}

fn sum(answer: &Answer<CumulativeSteroid>) -> Told<SumPart> {
    let part = |sum: CumulativeSteroid| SumPart { oral_mg: number(sum.oral), intravenous_mg: number(sum.intravenous) };
    answer.clone().map(part).into()
}

const fn held(held: Held) -> &'static str {
    match held {
        Held::Below => "below",
        Held::Within => "within",
        Held::Above => "above",
    }
}

fn against(one: &GuideReading) -> AgainstPart {
    let stretch = |stretch: &Stretch| StretchPart {
        from: stretch.first.to_string(),
        to: stretch.last.map(|day| day.to_string()),
        held: held(stretch.held),
        by_mg: number(stretch.by),
    };
    let target = |target: &TargetReading| TargetPart {
        at_most_mg: number(target.window.at_most),
        from: target.window.first.to_string(),
        to: target.window.last.to_string(),
        reached: target.reached.map(|day| day.to_string()),
        in_time: target.is_in_time(),
    };
    AgainstPart {
        guideline: one.guide.guideline.clone(),
        scheme: one.guide.scheme,
        verdict: one.guide.verdict,
        checked: one.guide.checked,
        prints_schedule: one.guide.schedule.is_some(),
        stop: one.guide.stop.clone().map(|(verdict, advises)| StopPart { verdict, advises }),
        start: one.start.map(|(dose, is, by)| StartPart { daily_mg: number(dose), held: held(is), by_mg: number(by) }),
        days: one.stretches.iter().map(stretch).collect(),
        targets: one.targets.iter().map(target).collect(),
        missing: one.guide.missing.clone(),
    }
}
