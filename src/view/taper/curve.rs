use chrono::{Days, Months};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::guides;
use crate::app::TaperScreen;
use crate::clinic::{Allowed, SteroidCurve};
use crate::domain::Day;
use crate::knowledge::GuideReading;
use crate::view::cells::{print_line, truncate_line};
use crate::view::chart::step::{Band, Levels, StepChart, Stroke, Weeks};
use crate::view::ink::Ink;
use crate::wording;

/// What was received, on the chart and in its legend.
const RECEIVED: &str = "•";
/// What is planned.
const PLANNED: &str = "◆";
/// Days before what matters that are shown.
const BEFORE: u64 = 42;
/// Days after it.
const AFTER: u64 = 14;
/// Months before today that a course may have begun and still be shown whole.
const MOST_BEHIND: u32 = 18;

/// The chart under its legend.
pub(super) fn draw(ink: &Ink, screen: &TaperScreen, area: Rect, buffer: &mut Buffer) {
    let names: Vec<String> = (1..=screen.reading.against.len()).map(|number| number.to_string()).collect();
    let aims: Vec<String> = names.iter().map(|name| format!("{name}≤")).collect();
    let span = span(screen);
    let today = screen.opened.today;
    let received = Levels {
        steps: before(&screen.reading.received, span.0),
        stroke: Stroke::Thin,
        mark: RECEIVED,
        style: ink.look.series(2),
    };
    let planned = Levels {
        steps: screen.plan().steps().iter().map(|step| (step.from, step.daily.to_f64())).collect(),
        stroke: Stroke::Thick,
        mark: PLANNED,
        style: ink.look.series(0),
    };
    let guides = screen.reading.against.iter().zip(names.iter().zip(&aims)).enumerate();
    let drawn = guides.filter(|(place, _)| !screen.hidden.contains(place));
    let bands = drawn.flat_map(|(place, (one, (name, aim)))| bands(ink, screen, place, one, name, aim)).collect();
    let week = |number: i64| (ink.words.taper.week)(&number.to_string());
    let weeks = Weeks { first: screen.reading.week0, name: &week };
    let chart = StepChart { levels: vec![planned, received], bands, today, weeks, span, lang: ink.lang };
    if !chart.draw(ink.look, area, buffer) {
        print_line(buffer, area.x + 1, area.y + 1, area.width, &ink.phrase().lacks(ink.words.app.no_data).line());
    }
    legend(ink, screen, Rect { height: 1.min(area.height), ..area }, buffer);
}

fn legend(ink: &Ink, screen: &TaperScreen, area: Rect, buffer: &mut Buffer) {
    let words = &ink.words.taper;
    let phrase = ink
        .phrase()
        .dim(ink.words.unit.mg_per_day)
        .with(&format!("{RECEIVED}\u{a0}{}", words.received), ink.look.series(2))
        .with(&format!("{PLANNED}\u{a0}{}", words.planned), ink.look.series(0))
        .dot()
        .dim(&wording::taper_weeks(ink.lang, &screen.reading));
    let line = truncate_line(&phrase.line(), area.width.saturating_sub(2).into());
    print_line(buffer, area.x + 1, area.y, area.width.saturating_sub(2), &line);
}

/// From some weeks before what matters to some weeks after it: the course that is going on, week 0, the plan, the dates printed.
fn span(screen: &TaperScreen) -> (Day, Day) {
    let (reading, today) = (&screen.reading, screen.opened.today);
    let oldest = today.0.checked_sub_months(Months::new(MOST_BEHIND)).map_or(today, Day);
    let first = reading.week0.min(screen.plan().first_day().unwrap_or(today)).min(today).max(oldest);
    let printed = reading.against.iter().flat_map(|one| {
        let windows = one.guide.windows(reading.week0).into_iter().map(|window| window.last);
        windows.chain(one.guide.allowed(reading.week0).into_iter().map(|allowed| allowed.last.unwrap_or(allowed.first)))
    });
    let planned = screen.plan().steps().last().map(|step| step.from);
    let last = printed.chain(planned).chain([today]).max().unwrap_or(today);
    let shown = |day: Day, days: u64| day.0.checked_add_days(Days::new(days)).map_or(day, Day);
    (first.0.checked_sub_days(Days::new(BEFORE)).map_or(first, Day), shown(last, AFTER))
}

/// The levels from this day on, what held before it brought to it.
fn before(curve: &SteroidCurve, first: Day) -> Vec<(Day, Option<f64>)> {
    let number = |dose: Option<Decimal>| dose.and_then(|dose| dose.to_f64());
    let at_first = (first, number(curve.on(first)));
    let later = curve.levels().filter(|(day, _)| first < *day).map(|(day, dose)| (day, number(dose)));
    std::iter::once(at_first).chain(later).collect()
}

/// What a guideline prints: its schedule, or its start where it prints none, and the doses to be reached.
fn bands<'a>(
    ink: &Ink,
    screen: &TaperScreen,
    place: usize,
    one: &GuideReading,
    name: &'a str,
    aim: &'a str,
) -> Vec<Band<'a>> {
    let (guide, week0) = (&one.guide, screen.reading.week0);
    let style = guides::style(ink, screen, place);
    let band = |allowed: Allowed, name: &'a str| {
        let least = allowed.least.and_then(|least| least.to_f64());
        Some(Band { first: allowed.first, last: allowed.last, least, most: allowed.most.to_f64()?, name, style })
    };
    let schedule = guide.allowed(week0);
    if !schedule.is_empty() {
        return schedule.into_iter().filter_map(|allowed| band(allowed, name)).collect();
    }
    let at_most = guide.start.as_ref().and_then(|start| start.weeks);
    let start = guide.start_from(week0).map(|start| {
        let days = at_most.map_or(0, |weeks| u64::from(weeks) * 7);
        Allowed { last: week0.0.checked_add_days(Days::new(days)).map(Day), ..start }
    });
    let aims = guide.windows(week0).into_iter().map(|window| Allowed {
        first: window.first,
        last: Some(window.last),
        least: Some(window.at_most),
        most: window.at_most,
        strictly: false,
    });
    start.and_then(|start| band(start, name)).into_iter().chain(aims.filter_map(|allowed| band(allowed, aim))).collect()
}
