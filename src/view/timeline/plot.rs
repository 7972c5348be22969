//! Values as dots: a vertical scale, straight lines between measures, steps of a dose.

use ratatui::layout::Rect;

use super::Frame;
use crate::clinic::{Reading, Trace};
use crate::domain::Day;
use crate::view::chart::axis::round_step;
use crate::view::chart::dots::Dots;
use crate::wording::sparkline::GAP;

/// The vertical scale of a plot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rise {
    pub low: f64,
    pub high: f64,
}

impl Rise {
    /// The scale of these values; of round figures where they are written beside it. `None` without a value.
    pub fn of(values: impl Iterator<Item = f64>, is_written: bool) -> Option<Self> {
        let (low, high) = values
            .filter(|value| value.is_finite())
            .fold((f64::INFINITY, f64::NEG_INFINITY), |ends, value| (ends.0.min(value), ends.1.max(value)));
        if low > high {
            return None;
        }
        let span = if high > low { high - low } else { high.abs().max(1.0) };
        if !is_written {
            return Some(if high > low { Self { low, high } } else { Self { low: low - span, high: high + span } });
        }
        let step = round_step(span / 4.0);
        let (low, high) = ((low / step).floor() * step, (high / step).ceil() * step);
        Some(Self { low, high: if high > low { high } else { low + step } })
    }

    /// The row of dots of a value in so many rows of cells, from the top.
    pub fn dot(&self, value: f64, rows: u16) -> i32 {
        let share = (self.high - value) / (self.high - self.low);
        whole(share * f64::from(rows * 4 - 1))
    }

    /// The row of cells of a value.
    pub fn row(&self, value: f64, plot: Rect) -> u16 {
        let row = u16::try_from(self.dot(value, plot.height).max(0) / 4).unwrap_or(0);
        plot.y + row.min(plot.height.saturating_sub(1))
    }
}

#[expect(clippy::cast_possible_truncation, reason = "clamped to what an i32 holds")]
fn whole(value: f64) -> i32 {
    value.round().clamp(-1e6, 1e6) as i32
}

/// The values that are in sight; of a dose, also the one that the window opens with.
pub(super) fn in_sight<'a>(frame: &'a Frame, trace: &'a Trace) -> impl Iterator<Item = Reading> + 'a {
    let axis = frame.axis;
    let opening = trace.on(axis.first).filter(|reading| trace.curve.holds() && reading.date < axis.first);
    let inside = trace.readings.iter().copied().filter(move |reading| axis.shows(reading.date));
    opening.into_iter().chain(inside)
}

/// Draws the line of a trace into dots.
pub(super) fn line(frame: &Frame, trace: &Trace, rise: Rise, rows: u16, dots: &mut Dots) {
    let at = |day: Day, value: f64| (dot(frame, day), rise.dot(value, rows));
    let mut before: Option<(Day, f64)> = None;
    for reading in &trace.readings {
        let Some(value) = reading.value else {
            if let Some((day, level)) = before.take().filter(|_| trace.curve.holds()) {
                dots.line(at(day, level), at(reading.date, level));
            }
            continue;
        };
        match before {
            Some((day, level)) if trace.curve.holds() => {
                dots.line(at(day, level), at(reading.date, level));
                dots.line(at(reading.date, level), at(reading.date, value));
            }
            Some((day, level)) if reading.date.days_since(day) <= GAP => {
                dots.line(at(day, level), at(reading.date, value));
            }
            _ => dots.set(at(reading.date, value)),
        }
        before = Some((reading.date, value));
    }
    if let Some((day, level)) = before.filter(|_| trace.curve.holds()) {
        let today = frame.screen.opened.today;
        dots.line(at(day, level), at(today.max(day), level));
    }
}

fn dot(frame: &Frame, day: Day) -> i32 {
    i32::try_from(frame.axis.dot(day)).unwrap_or(i32::MAX / 2)
}
