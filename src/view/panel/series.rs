//! Proteinuria, eGFR and prednisone over one time axis, each guideline's target as a line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::app::Opened;
use crate::clinic;
use crate::domain::Day;
use crate::knowledge::{Amount, Cell, Goal, Measure, Operator, Table, Topic};
use crate::view::cells::print;
use crate::view::chart::{Chart, Series, Target};
use crate::view::ink::Ink;
use crate::view::prose::Hidden;

/// Rows of a chart with its title, at the least.
const LEAST_ROWS: u16 = 4;
/// From this width on a target's line carries the names of its guidelines.
const NAMED_FROM: u16 = 64;
/// Days beyond which two values are not joined.
const GAP: i64 = 190;

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
    let targets = targets(&opened.table, Topic::Response12m, is_named, |cell| {
        let aims = cell.expectations.iter().filter(|expectation| expectation.goal != Goal::Partial);
        let ceilings = aims.flat_map(|expectation| &expectation.proteinuria);
        let levels = ceilings.filter(|ceiling| ceiling.fall.is_none());
        levels
            .filter_map(|ceiling| {
                let level = level(ceiling.amount.as_ref()?, unit)?;
                Some((level, if ceiling.operator == Operator::Below { "<" } else { "≤" }))
            })
            .collect()
    });
    Measured {
        title: format!("{} {}", ink.words.unit.upcr, ink.lang.unit(unit)),
        points: series.points().iter().filter_map(value).collect(),
        targets: labelled(ink, targets, if unit == "g/g" { 3 } else { 1 }),
        decimals: if unit == "g/g" { 2 } else { 0 },
        from_zero: true,
        holds: false,
        style: ink.look.series(0),
    }
}

/// An amount of proteinuria in this unit: as printed where it is printed in it.
fn level(amount: &Amount, unit: &str) -> Option<Decimal> {
    if amount.unit == unit {
        return Some(amount.number.0);
    }
    let one = Measure::Proteinuria.canonical(&Amount::new(Decimal::ONE, unit))?;
    Measure::Proteinuria.canonical(amount)?.checked_div(one)
}

fn filtration(ink: &Ink, opened: &Opened, is_named: bool) -> Measured {
    let series = clinic::egfr_series(&opened.case).ok();
    let points = series.iter().flat_map(clinic::Series::points).map(|point| (point.date, point.value.value));
    let targets = targets(&opened.table, Topic::Response12m, is_named, |cell| {
        let least = cell.expectations.iter().filter_map(|expectation| expectation.egfr_least.as_ref());
        least.map(|amount| (amount.number.0, "≥")).collect()
    });
    Measured {
        title: format!("{} {}", ink.words.unit.egfr, ink.words.unit.egfr_unit),
        points: points.collect(),
        targets: labelled(ink, targets, 0),
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
    let targets = targets(&opened.table, Topic::GcTarget, is_named, |cell| {
        cell.targets
            .iter()
            .map(|target| (target.at_most_mg.0, "≤"))
            .min_by_key(|(value, _)| *value)
            .into_iter()
            .collect()
    });
    Measured {
        title: format!("{} {}", ink.words.unit.prednisone, ink.words.unit.mg_per_day),
        points: series.points().iter().map(|point| (point.date, dose(point.value))).collect(),
        targets: labelled(ink, targets, 1),
        decimals: 1,
        from_zero: true,
        holds: true,
        style: ink.look.series(2),
    }
}

/// A target's value, its operator, and the guidelines that set it.
type Aim = (Decimal, &'static str, Vec<String>);

fn targets(
    table: &Table,
    topic: Topic,
    is_named: bool,
    of: impl Fn(&Cell) -> Vec<(Decimal, &'static str)>,
) -> Vec<Aim> {
    let mut aims: Vec<Aim> = Vec::new();
    let cells = table.row(topic).into_iter().flat_map(|row| row.cells.iter().zip(&table.columns));
    for (cell, column) in cells {
        for (value, operator) in of(cell) {
            let known = aims.iter().position(|(known, sign, _)| *known == value && *sign == operator);
            let at = known.unwrap_or(aims.len());
            if known.is_none() {
                aims.push((value, operator, Vec::new()));
            }
            if let Some((_, _, names)) = aims.get_mut(at).filter(|aim| is_named && !aim.2.contains(&column.name)) {
                names.push(column.name.clone());
            }
        }
    }
    aims
}

fn labelled(ink: &Ink, aims: Vec<Aim>, decimals: u32) -> Vec<(f64, String)> {
    let label = |(value, operator, names): Aim| {
        let number = ink.lang.number(value, decimals);
        Some((value.to_f64()?, format!(" {operator}\u{a0}{number} {}", names.join(" ")).trim_end().to_owned()))
    };
    aims.into_iter().filter_map(label).collect()
}
