//! A planned taper in words: its steps, the days doses are reached, its sums, and how it stands to each guideline.

use rust_decimal::Decimal;

use super::amount::{DECIMALS, mg_range, scheme};
use super::{advice, checked, data, needs, target};
use crate::clinic::{Answer, CumulativeSteroid, Held, Stretch, TaperPlan};
use crate::domain::Day;
use crate::knowledge::{
    CountedWeeks, GuideReading, Scheme, TaperGuide, TaperReading, Target, TargetReading, TargetWindow,
};
use crate::text::{Lang, words};

/// One step of a plan, cell by cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaperRow {
    /// mg a day, without the unit.
    pub dose: String,
    /// mg/kg a day, without the unit; the sign of nothing where the weight is not known.
    pub per_kilo: String,
    /// First and last day.
    pub days: String,
    /// How long.
    pub weeks: String,
    /// mg planned until its last day; nothing for the last step.
    pub cumulative: String,
}

/// The steps of a plan, for this weight in kg.
pub fn taper_rows(lang: Lang, plan: &TaperPlan, weight: Option<Decimal>) -> Vec<TaperRow> {
    let words = &words(lang).taper;
    let first_day = plan.first_day();
    let row = |(place, step): (usize, &crate::clinic::PlanStep)| {
        let last = plan.last_day_of(place);
        let per_kilo = weight.and_then(|weight| step.daily.checked_div(weight));
        let sum = first_day.zip(last).map(|(first, last)| lang.number(plan.milligrams(first, last), DECIMALS));
        let until = last.map_or_else(|| words.goes_on.to_owned(), |last| lang.date(last));
        TaperRow {
            dose: lang.number(step.daily, DECIMALS),
            per_kilo: per_kilo.map_or_else(|| "–".to_owned(), |dose| lang.fixed(dose, 2)),
            days: (words.until)(&lang.date(step.from), &until),
            weeks: plan.days_of(place).map_or_else(|| "–".to_owned(), |days| length(lang, days)),
            cumulative: sum.unwrap_or_else(|| "–".to_owned()),
        }
    };
    plan.steps().iter().enumerate().map(row).collect()
}

fn length(lang: Lang, days: i64) -> String {
    let words = words(lang);
    match (days / 7, days % 7) {
        (weeks, 0) => (words.taper.weeks_long)(&weeks.to_string()),
        (0, days) => (words.count.days)(days),
        (weeks, days) => (words.taper.and_days)(&weeks.to_string(), &days.to_string()),
    }
}

/// What weeks are counted from.
pub fn taper_weeks(lang: Lang, reading: &TaperReading) -> String {
    let words = &words(lang).taper;
    let day = lang.date(reading.week0);
    match reading.counted {
        CountedWeeks::Course => (words.counted_course)(&day),
        CountedWeeks::Plan => (words.counted_plan)(&day),
        CountedWeeks::Today => (words.counted_today)(&day),
    }
}

/// When the plan reaches each of the doses asked about: `≤ 5 mg/d reached on 12 Mar 2027 (W16)`.
pub fn taper_reached(lang: Lang, reading: &TaperReading) -> Vec<(Decimal, String)> {
    let words = &words(lang).taper;
    let told = |(dose, day): &(Decimal, Option<Day>)| {
        let number = lang.number(*dose, DECIMALS);
        let said = match (day, dose.is_zero()) {
            (Some(day), true) => format!("{}{}", (words.reached_stop)(&lang.date(*day)), week(lang, reading, *day)),
            (Some(day), false) => {
                format!("{}{}", (words.reached)(&number, &lang.date(*day)), week(lang, reading, *day))
            }
            (None, true) => words.not_reached_stop.to_owned(),
            (None, false) => (words.not_reached)(&number),
        };
        (*dose, said)
    };
    reading.reached.iter().map(told).collect()
}

/// ` (W16)`; nothing before week 0.
fn week(lang: Lang, reading: &TaperReading, day: Day) -> String {
    let week = reading.week(day);
    if week < 0 { String::new() } else { format!(" ({})", (words(lang).taper.week)(&week.to_string())) }
}

/// What a sum of doses is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaperSum {
    /// Planned until the last step.
    Planned,
    /// Received over the past twelve months.
    YearBehind,
    /// Twelve months from the first planned day.
    YearAhead,
    /// The course that is going on, to the end of those twelve months.
    Course,
}

/// What was received and is planned, each sum with its days.
pub fn taper_sums(lang: Lang, reading: &TaperReading, started: Option<Day>) -> Vec<(TaperSum, String)> {
    let words = &words(lang).taper;
    let mut sums = Vec::new();
    if let Some(last) = reading.plan.steps().last().filter(|_| reading.plan.steps().len() > 1) {
        let said = (words.planned_until)(&lang.number(reading.planned, DECIMALS), &lang.date(last.from));
        sums.push((TaperSum::Planned, said));
    }
    sums.push((TaperSum::YearBehind, (words.year_behind)(&sum(lang, &reading.year_behind))));
    if let (Some(ahead), Some(first)) = (&reading.year_ahead, reading.plan.first_day()) {
        sums.push((TaperSum::YearAhead, (words.year_ahead)(&lang.date(first), &sum(lang, ahead))));
    }
    if let (Some(course), Some(started)) = (&reading.course, started) {
        sums.push((TaperSum::Course, (words.course)(&lang.date(started), &sum(lang, course))));
    }
    sums
}

fn sum(lang: Lang, answer: &Answer<CumulativeSteroid>) -> String {
    let mg = |amount: Decimal| format!("{}\u{a0}mg", lang.number(amount, DECIMALS));
    match answer {
        Ok(sum) if sum.intravenous.is_zero() => mg(sum.total()),
        Ok(sum) => {
            let ways = (words(lang).report.oral_and_intravenous)(&mg(sum.oral), &mg(sum.intravenous));
            format!("{} ({ways})", mg(sum.total()))
        }
        Err(missing) => (words(lang).taper.needs)(&needs(words(lang), missing)),
    }
}

/// A guideline, or one scheme of it.
pub fn taper_guide(lang: Lang, guide: &TaperGuide) -> String {
    match scheme(lang, guide.scheme) {
        Some(scheme) => format!("{} {scheme}", guide.heading),
        None => guide.heading.clone(),
    }
}

/// How the plan stands to one guideline: its start, its schedule, the doses to be reached, what it lacks.
pub fn taper_against(lang: Lang, reading: &TaperReading, against: &GuideReading) -> Vec<String> {
    let (words, guide) = (words(lang), &against.guide);
    let mut said: Vec<String> = Vec::new();
    if guide.schedule.is_none() {
        said.extend(start(lang, against));
    }
    said.extend(schedule(lang, reading, &against.stretches));
    said.extend(targets(lang, reading, against));
    if guide.prints() && guide.schedule.is_none() {
        said.push(words.taper.no_schedule.to_owned());
    }
    if let Some((verdict, advises)) = &guide.stop {
        let advises = advises.iter().map(|advised| advice(words, *advised).to_owned());
        let parts: Vec<String> = std::iter::once(super::verdict(words, *verdict).to_owned()).chain(advises).collect();
        said.push((words.taper.stop_is)(&parts.join(", ")));
    }
    if said.is_empty() && guide.missing.is_empty() {
        let nothing = if guide.verdict.speaks() { words.taper.prints_nothing } else { words.taper.says_nothing };
        said.push(nothing.to_owned());
    }
    said.extend(checked(words, guide.checked).map(str::to_owned));
    if !guide.missing.is_empty() {
        said.push((words.taper.needs)(&data(words, guide.missing.iter().copied())));
    }
    said
}

fn start(lang: Lang, against: &GuideReading) -> Option<String> {
    let words = &words(lang).taper;
    let range = mg_range(lang, against.guide.start.as_ref()?.mg?);
    let Some((_, held, _)) = against.start else { return Some((words.start_only)(&range)) };
    Some((words.start)(&range, taper_held(lang, held)))
}

/// `above`, `within`, `below`.
pub fn taper_held(lang: Lang, held: Held) -> &'static str {
    let words = &words(lang).taper;
    match held {
        Held::Above => words.above,
        Held::Within => words.within,
        Held::Below => words.below,
    }
}

/// `above by up to 6 mg/d (W3, W5, from W9 on)`; days within are told only where there are no others.
fn schedule(lang: Lang, reading: &TaperReading, stretches: &[Stretch]) -> Vec<String> {
    let words = &words(lang).taper;
    let of = |held: Held| stretches.iter().filter(move |stretch| stretch.held == held);
    let listed = |held| of(held).map(|one| weeks(lang, reading, one.first, one.last)).collect::<Vec<_>>().join(", ");
    let furthest = |held| lang.number(of(held).map(|one| one.by).max().unwrap_or_default(), DECIMALS);
    let mut said = Vec::new();
    if of(Held::Above).next().is_some() {
        let (by, weeks) = (furthest(Held::Above), listed(Held::Above));
        // Where `less than` is printed the printed number itself is above, by nothing.
        let is_by_nothing = of(Held::Above).all(|one| one.by.is_zero());
        said.push(if is_by_nothing { (words.above_weeks)(&weeks) } else { (words.above_by)(&by, &weeks) });
    }
    if of(Held::Below).next().is_some() {
        said.push((words.below_by)(&furthest(Held::Below), &listed(Held::Below)));
    }
    if said.is_empty() && of(Held::Within).next().is_some() {
        said.push((words.within_weeks)(&listed(Held::Within)));
    }
    said
}

fn weeks(lang: Lang, reading: &TaperReading, first: Day, last: Option<Day>) -> String {
    let words = &words(lang).taper;
    let first = Decimal::from(reading.week(first));
    match last.map(|last| Decimal::from(reading.week(last))) {
        Some(last) => (words.week)(&lang.range(first, last, 0)),
        None => (words.weeks_from)(&lang.number(first, 0)),
    }
}

fn targets(lang: Lang, reading: &TaperReading, against: &GuideReading) -> Vec<String> {
    let guide = &against.guide;
    let named = |one: &Target, at: TargetWindow| match one.months {
        // Weeks are read off the plan; months are told with their days.
        Some(_) => format!("{} ({})", bare(lang, one), window(lang, at)),
        None => bare(lang, one),
    };
    if against.targets.is_empty() {
        let windows = guide.windows(reading.week0);
        return guide.targets.iter().zip(windows).map(|(one, at)| named(one, at)).collect();
    }
    let told = guide.targets.iter().zip(&against.targets);
    told.map(|(one, reading)| aim(lang, &named(one, reading.window), reading)).collect()
}

/// A target without the name of its scheme, which the guideline's own name has.
fn bare(lang: Lang, one: &Target) -> String {
    target(lang, &Target { scheme: Scheme::Single, ..one.clone() })
}

fn aim(lang: Lang, target: &str, reading: &TargetReading) -> String {
    let words = &words(lang).taper;
    match reading.reached {
        Some(day) if reading.is_in_time() => (words.target_reached)(target, &lang.date(day)),
        Some(day) => (words.target_late)(target, &lang.date(day)),
        None => (words.target_never)(target),
    }
}

fn window(lang: Lang, window: TargetWindow) -> String {
    if window.first == window.last {
        return lang.date(window.last);
    }
    (words(lang).taper.until)(&lang.date(window.first), &lang.date(window.last))
}

/// The plan as one line of a decision: `30 mg/d then 20 mg/d from 12 Dec 2026`.
pub fn taper_line(lang: Lang, plan: &TaperPlan) -> String {
    let words = words(lang);
    let dose = |daily: Decimal| format!("{}\u{a0}{}", lang.number(daily, DECIMALS), words.unit.mg_per_day);
    let mut steps = plan.steps().iter();
    let Some(first) = steps.next() else { return String::new() };
    let rest = steps.map(|step| (words.taper.line_then)(&dose(step.daily), &lang.date(step.from)));
    std::iter::once(dose(first.daily)).chain(rest).collect::<Vec<_>>().join(", ")
}

/// The plan as it stands in a case file.
pub fn taper_yaml(plan: &TaperPlan) -> Vec<String> {
    if plan.is_empty() {
        return vec!["taper: []".to_owned()];
    }
    let step =
        |step: &crate::clinic::PlanStep| format!("  - {{from: {}, dose: {} mg/d}}", step.from, step.daily.normalize());
    std::iter::once("taper:".to_owned()).chain(plan.steps().iter().map(step)).collect()
}
