use chrono::{Datelike, Months, NaiveDate};
use ratatui::layout::Rect;

use super::{Chart, ROOMY};
use crate::domain::Day;
use crate::text::Lang;
use crate::view::cells::width;

/// What a chart's axes run over.
pub(super) struct Scale {
    first: Day,
    last: Day,
    low: f64,
    high: f64,
    step: f64,
}

/// A month named under the axis.
pub(super) struct MonthLabel {
    pub(super) x: u16,
    pub(super) tick: u16,
    pub(super) label: String,
}

impl Scale {
    /// The axes of a chart of this height; `None` where it has no value.
    pub(super) fn of(chart: &Chart, height: u16) -> Option<Self> {
        let points = || chart.series.iter().flat_map(|series| series.points).filter(|(_, value)| value.is_finite());
        let days = || points().map(|(day, _)| *day);
        let (first, last) = chart.span.or_else(|| Some((days().min()?, days().max()?)))?;
        let inside = points().filter(|(day, _)| (first..=last).contains(day)).map(|(_, value)| *value);
        let mut values: Vec<f64> = inside.collect();
        if values.is_empty() {
            return None;
        }
        values.extend(chart.targets.iter().map(|target| target.value).filter(|value| value.is_finite()));
        values.extend(chart.from_zero.then_some(0.0));
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let (first, last) =
            if first == last { (month_beside(first, false), month_beside(last, true)) } else { (first, last) };
        let ticks = if height >= ROOMY { f64::from(height - 3) / 3.0 } else { 2.0 };
        let span = if high > low { high - low } else { high.abs().max(1.0) };
        let step = round_step(span / ticks.max(1.0));
        Some(Self { first, last, low: (low / step).floor() * step, high: (high / step).ceil() * step, step }.opened())
    }

    /// A scale of one value gets room on both sides of it.
    fn opened(mut self) -> Self {
        if self.high <= self.low {
            self.high = self.low + self.step;
        }
        self
    }

    /// The values named at the left, with their names.
    pub(super) fn tick_labels(&self, lang: Lang) -> Vec<(f64, String)> {
        let decimals = (0_u32..6).find(|decimals| self.step * 10_f64.powi(signed(*decimals)) >= 0.999).unwrap_or(6);
        let ticks = (0..20).map(|index| self.low + self.step * f64::from(index));
        ticks
            .take_while(|value| *value <= self.high + self.step / 2.0)
            .map(|value| (value, lang.real(value, decimals)))
            .collect()
    }

    /// Whether the day lies on the axis.
    pub(super) fn shows(&self, day: Day) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// The column of dots of a day.
    pub(super) fn x_dot(&self, day: Day, plot: Rect) -> i32 {
        let share = days(day, self.first) / days(self.last, self.first).max(1.0);
        whole(share * f64::from(plot.width * 2 - 1))
    }

    /// The row of dots of a value, from the top.
    pub(super) fn y_dot(&self, value: f64, plot: Rect) -> i32 {
        let share = (self.high - value) / (self.high - self.low);
        whole(share * f64::from(plot.height * 4 - 1))
    }

    /// The row of cells of a value.
    pub(super) fn row(&self, value: f64, plot: Rect) -> u16 {
        let row = u16::try_from(self.y_dot(value, plot).max(0) / 4).unwrap_or(0);
        plot.y + row.min(plot.height - 1)
    }

    /// The months named under the axis: as many as there is room for, at even steps.
    pub(super) fn months(&self, area: Rect, plot: Rect, lang: Lang) -> Vec<MonthLabel> {
        // In a small chart the unit stands at the left of the same row.
        let left = if area.height >= ROOMY { area.x } else { plot.x };
        let names: [fn(Day, Lang) -> String; 2] = [|day, lang| lang.month_of(day), |day, _| numeric(day)];
        let steps = [1, 2, 3, 6, 12, 24, 60, 120, 240];
        let tries = steps.into_iter().flat_map(|step| names.map(|name| (step, name)));
        let mut placed = tries.filter_map(|(step, name)| self.placed(step, name, left, area.right(), plot, lang));
        placed.next().unwrap_or_default()
    }

    /// The labels at this step; `None` where they would touch.
    fn placed(
        &self,
        step: u32,
        name: fn(Day, Lang) -> String,
        left: u16,
        right: u16,
        plot: Rect,
        lang: Lang,
    ) -> Option<Vec<MonthLabel>> {
        let mut labels: Vec<MonthLabel> = Vec::new();
        let mut free_from = left;
        for day in self.firsts_of_months(step)? {
            let label = if step >= 12 { day.0.year().to_string() } else { name(day, lang) };
            let cells = u16::try_from(width(&label)).ok()?;
            let tick = plot.x + u16::try_from(self.x_dot(day, plot) / 2).ok()?;
            let x = tick.saturating_sub(cells / 2).max(left).min(right.checked_sub(cells)?);
            if x < free_from {
                return None;
            }
            free_from = x + cells + 1;
            labels.push(MonthLabel { x, tick, label });
        }
        (!labels.is_empty()).then_some(labels)
    }

    /// The first days of the months on the axis, every so many months counted from January; the day the axis
    /// begins on where no month begins on it. `None` for more than could ever be named.
    fn firsts_of_months(&self, step: u32) -> Option<Vec<Day>> {
        let mut month = NaiveDate::from_ymd_opt(self.first.0.year(), self.first.0.month(), 1)?;
        let mut found = Vec::new();
        while month <= self.last.0 {
            let count = u32::try_from(month.year()).ok()? * 12 + month.month0();
            if count.is_multiple_of(step) && month >= self.first.0 {
                found.push(Day(month));
            }
            if found.len() > 200 {
                return None;
            }
            month = month.checked_add_months(Months::new(1))?;
        }
        if found.is_empty() && step == 1 {
            found.push(self.first);
        }
        Some(found)
    }
}

fn numeric(day: Day) -> String {
    format!("{:02}/{}", day.0.month(), day.0.year())
}

fn month_beside(day: Day, after: bool) -> Day {
    let month = Months::new(1);
    let moved = if after { day.0.checked_add_months(month) } else { day.0.checked_sub_months(month) };
    Day(moved.unwrap_or(day.0))
}

/// The least of 1, 2, 5 times a power of ten that is not below.
pub(in crate::view) fn round_step(at_least: f64) -> f64 {
    let power = 10_f64.powf(at_least.log10().floor());
    [1.0, 2.0, 5.0]
        .into_iter()
        .map(|times| times * power)
        .find(|step| *step >= at_least * 0.999)
        .unwrap_or(10.0 * power)
}

#[expect(clippy::cast_precision_loss, reason = "a count of days is far below 2^52")]
fn days(day: Day, since: Day) -> f64 {
    day.days_since(since) as f64
}

#[expect(clippy::cast_possible_truncation, reason = "clamped to what an i32 holds")]
fn whole(value: f64) -> i32 {
    value.round().clamp(-1e6, 1e6) as i32
}

fn signed(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(0)
}
