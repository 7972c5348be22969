//! Proteinuria, eGFR and prednisone over one time axis, each guideline's target as a line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::app::Opened;
use crate::clinic;
use crate::domain::Day;
use crate::view::cells::print;
use crate::view::chart::{Chart, Series, Target};
use crate::view::ink::Ink;
use crate::view::prose::Hidden;
use crate::wording::aims::{self, Aim};
use crate::wording::sparkline::GAP;

/// Rows of a chart with its title, at the least.
const LEAST_ROWS: u16 = 4;
/// From this width on a target's line carries the names of its guidelines.
const NAMED_FROM: u16 = 64;
/// One measure, ready to be drawn.
struct Measured {
    title: String,
    points: Vec<(Day, f64)>,
    targets: Vec<(f64, String)>,
    decimals: u32,
    from_zero: bool,
    /// A dose holds until it changes, however long.
    holds: bool,
    style: Style,
}

/// Draws as many of the three as there is room for, from the one at `scroll` on, and tells how many are hidden.
pub fn draw(ink: &Ink, opened: &Opened, scroll: usize, area: Rect, buffer: &mut Buffer) -> Hidden {
    let area = area.intersection(buffer.area);
    let measured = measured(ink, opened, area.width >= NAMED_FROM);
    let span = span(&measured, opened.today);
    let room = usize::from(area.height / LEAST_ROWS).clamp(1, measured.len());
    let first = scroll.min(measured.len() - room);
    let mut rest = area;
    for (left, one) in measured.iter().skip(first).take(room).enumerate() {
        let charts = u16::try_from(room - left).unwrap_or(1);
        let height = rest.height.div_ceil(charts.max(1));
        chart(ink, one, span, Rect { height, ..rest }, buffer);
        rest = Rect { y: rest.y + height, height: rest.height - height, ..rest };
    }
    Hidden { above: first, below: measured.len() - first - room }
}

fn measured(ink: &Ink, opened: &Opened, is_named: bool) -> Vec<Measured> {
    vec![proteinuria(ink, opened, is_named), filtration(ink, opened, is_named), prednisone(ink, opened, is_named)]
}

/// From the first laboratory value to this day: the axis of all three.
fn span(measured: &[Measured], today: Day) -> Option<(Day, Day)> {
    let laboratory = measured.iter().filter(|one| !one.holds);
    let first = laboratory.flat_map(|one| one.points.iter().map(|(day, _)| *day)).min()?;
    (first < today).then_some((first, today))
}

fn chart(ink: &Ink, one: &Measured, span: Option<(Day, Day)>, area: Rect, buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    print(buffer, area.x, area.y, area.width, &one.title, one.style);
    let points = match span {
        Some((first, last)) if one.holds => steps(&one.points, first, last),
        _ => one.points.clone(),
    };
    let targets: Vec<Target> = one.targets.iter().map(|(value, label)| Target { value: *value, label }).collect();
    let series = [Series { points: &points, style: one.style }];
    let chart = Chart {
        series: &series,
        targets: &targets,
        unit: "",
        decimals: one.decimals,
        span,
        gap: if one.holds { i64::MAX } else { GAP },
        from_zero: one.from_zero,
        lang: ink.lang,
    };
    chart.draw(ink.look, Rect { y: area.y + 1, height: area.height - 1, ..area }, buffer);
}

/// A dose is a level until the day before it changes; what was given before the axis begins counts on its first day.
fn steps(points: &[(Day, f64)], first: Day, last: Day) -> Vec<(Day, f64)> {
    let mut levels: Vec<(Day, f64)> = Vec::new();
    let before = points.iter().rev().find(|(day, _)| *day <= first);
    levels.extend(before.map(|(_, value)| (first, *value)));
    for (day, value) in points.iter().filter(|(day, _)| first < *day && *day <= last) {
        if let (Some((_, level)), Some(eve)) = (levels.last().copied(), day.0.pred_opt()) {
            levels.push((Day(eve), level));
        }
        levels.push((*day, *value));
    }
    if let Some((_, level)) = levels.last().copied() {
        levels.push((last, level));
    }
    levels
}

fn proteinuria(ink: &Ink, opened: &Opened, is_named: bool) -> Measured {
    let series = clinic::upcr_series(&opened.case);
    let unit = series.newest().map_or("g/g", |point| point.value.unit());
    let unit = if unit == "mg/g" { "g/g" } else { unit };
    let value = |point: &clinic::Point<crate::domain::Upcr>| Some((point.date, point.value.in_unit(unit)?.to_f64()?));
    Measured {
        title: format!("{} {}", ink.words.unit.upcr, ink.lang.unit(unit)),
        points: series.points().iter().filter_map(value).collect(),
        targets: labelled(ink, aims::proteinuria(&opened.table, unit), is_named, if unit == "g/g" { 3 } else { 1 }),
        decimals: if unit == "g/g" { 2 } else { 0 },
        from_zero: true,
        holds: false,
        style: ink.look.series(0),
    }
}

fn filtration(ink: &Ink, opened: &Opened, is_named: bool) -> Measured {
    let series = clinic::egfr_series(&opened.case).ok();
    let points = series.iter().flat_map(clinic::Series::points).map(|point| (point.date, point.value.value));
    Measured {
        title: format!("{} {}", ink.words.unit.egfr, ink.words.unit.egfr_unit),
        points: points.collect(),
        targets: labelled(ink, aims::filtration(&opened.table), is_named, 0),
        decimals: 0,
        from_zero: false,
        holds: false,
        style: ink.look.series(1),
    }
}

fn prednisone(ink: &Ink, opened: &Opened, is_named: bool) -> Measured {
    let series = clinic::prednisone_series(&opened.case, opened.today);
    // A dose that is not known leaves a gap.
    let dose = |value: Option<Decimal>| value.and_then(|value| value.to_f64()).unwrap_or(f64::NAN);
    Measured {
        title: format!("{} {}", ink.words.unit.prednisone, ink.words.unit.mg_per_day),
        points: series.points().iter().map(|point| (point.date, dose(point.value))).collect(),
        targets: labelled(ink, aims::glucocorticoid(&opened.table), is_named, 1),
        decimals: 1,
        from_zero: true,
        holds: true,
        style: ink.look.series(2),
    }
}

/// The aims with what stands beside their lines; without room for it, whose they are is said by an initial.
fn labelled(ink: &Ink, mut aims: Vec<Aim>, is_named: bool, decimals: u32) -> Vec<(f64, String)> {
    for aim in aims.iter_mut().filter(|_| !is_named) {
        let initials = aim.names.iter().filter_map(|name| name.chars().next());
        aim.names = vec![initials.collect()];
    }
    aims.iter().filter_map(|aim| aim.labelled(ink.lang, decimals)).collect()
}
