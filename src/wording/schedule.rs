use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::amount::{DECIMALS, amount, mg_range, scheme, span};
use crate::knowledge::{Finding, Schedule, ScheduleStep};
use crate::text::{Lang, words};

/// Daily prednisone week by week: a column for each scheme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timetable {
    /// For which weight.
    pub title: String,
    /// Week, then the schemes.
    pub head: Vec<String>,
    /// One row for each span of weeks in which no scheme changes.
    pub rows: Vec<Vec<String>>,
    /// What the marks of the rows mean.
    pub notes: Vec<String>,
}

/// A taper in brief, its first and its last step: `reduced scheme 30–36 mg/d → < 2.5 mg/d from W25`.
pub fn taper(lang: Lang, schedule: &Schedule) -> String {
    let words = words(lang);
    let (Some(first), Some(last)) = (schedule.steps.first(), schedule.steps.last()) else { return String::new() };
    let begins = match (first.daily, first.printed.mg_per_kg) {
        (Some(daily), _) if daily.least != Some(daily.most) => mg_range(lang, daily),
        (None, Some(per_kilo)) => format!("{}\u{a0}mg/kg", span(lang, per_kilo)),
        _ => format!("{}\u{a0}{}", dose(lang, first), words.unit.mg_per_day),
    };
    let ends = format!("{}\u{a0}{}", dose(lang, last), words.unit.mg_per_day);
    let from = (words.guide.from_week)(&last.printed.from_week.to_string());
    let name = scheme(lang, schedule.scheme).map(|name| format!("{name}\u{a0}")).unwrap_or_default();
    format!("{name}{begins} → {ends} {from}")
}

/// The tapers of a cell side by side; none where it has none.
pub fn timetable(lang: Lang, tapers: &[Schedule], weight: &Finding) -> Option<Timetable> {
    let words = words(lang);
    let starts: BTreeSet<u8> =
        tapers.iter().flat_map(|taper| &taper.steps).map(|step| step.printed.from_week).collect();
    if starts.is_empty() {
        return None;
    }
    let weight = weight.amount().map_or_else(|| words.guide.weight_missing.to_owned(), |weight| amount(lang, weight));
    let names = tapers.iter().map(|taper| scheme(lang, taper.scheme).unwrap_or_default().to_owned());
    let steps = || tapers.iter().flat_map(|taper| &taper.steps);
    let notes = [
        steps().any(|step| step.capped).then_some(words.guide.taper_capped),
        steps().any(|step| step.held).then_some(words.guide.taper_held),
        steps().any(|step| step.rises).then_some(words.guide.taper_rises),
    ];
    Some(Timetable {
        title: (words.guide.taper_for)(&weight),
        head: std::iter::once(words.guide.week.to_owned()).chain(names).collect(),
        rows: starts.iter().map(|week| row(lang, tapers, *week, &starts)).collect(),
        notes: notes.into_iter().flatten().map(str::to_owned).collect(),
    })
}

fn row(lang: Lang, tapers: &[Schedule], week: u8, starts: &BTreeSet<u8>) -> Vec<String> {
    let guide = &words(lang).guide;
    let next = starts.range(week.saturating_add(1)..).next();
    let weeks = match next {
        Some(next) if next - 1 == week => (guide.in_week)(&week.to_string()),
        Some(next) => (guide.in_week)(&lang.range(Decimal::from(week), Decimal::from(next - 1), 0)),
        None => (guide.from_week)(&week.to_string()),
    };
    let holds =
        |step: &&ScheduleStep| step.printed.from_week <= week && step.printed.to_week.is_none_or(|last| week <= last);
    let doses = tapers.iter().map(|taper| taper.steps.iter().find(holds).map(|step| marked(lang, step)));
    std::iter::once(weeks).chain(doses.map(Option::unwrap_or_default)).collect()
}

fn marked(lang: Lang, step: &ScheduleStep) -> String {
    let marks = [(step.capped, "*"), (step.held, "†"), (step.rises, "‡")];
    let marks: String = marks.into_iter().filter(|(due, _)| *due).map(|(_, mark)| mark).collect();
    format!("{}{marks}", dose(lang, step))
}

/// The dose of a step without its unit, as far as it can be given in mg a day; else as printed, in mg/kg.
fn dose(lang: Lang, step: &ScheduleStep) -> String {
    match (step.daily, step.printed.mg_per_kg, step.printed.below_mg) {
        (Some(daily), _, _) => {
            let least = daily.least.unwrap_or(daily.most);
            lang.range(least.0, daily.most.0, DECIMALS)
        }
        (None, Some(per_kilo), _) => format!("{}\u{a0}mg/kg", span(lang, per_kilo)),
        (None, None, Some(below)) => format!("<\u{a0}{}", lang.number(below.0, DECIMALS)),
        (None, None, None) => words(lang).app.unknown.to_owned(),
    }
}
