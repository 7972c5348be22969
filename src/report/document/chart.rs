//! A curve as lines, dots and labels in a rectangle: the same on screen paper and in a PDF.

use super::super::page::{Bounds, Curve};
use crate::text::Lang;

/// Room for the labels: of values on the left, of aims on the right, of days below, above all.
const LEFT: f32 = 24.0;
const RIGHT: f32 = 70.0;
const BELOW: f32 = 11.0;
const ABOVE: f32 = 12.0;
/// Least distance between two labels one above the other.
const APART: f32 = 8.0;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stroke {
    Axis,
    Aim,
    Value,
}

/// A line through points, in points from the upper left corner.
#[derive(Debug)]
pub(super) struct Line {
    pub stroke: Stroke,
    pub points: Vec<(f32, f32)>,
}

/// A text, with its base line here.
#[derive(Debug)]
pub(super) struct Label {
    pub x: f32,
    pub y: f32,
    /// Whether it ends at `x`.
    pub is_right: bool,
    pub is_bold: bool,
    pub text: String,
}

/// A curve laid out.
#[derive(Debug, Default)]
pub(super) struct Chart {
    pub lines: Vec<Line>,
    pub dots: Vec<(f32, f32)>,
    pub labels: Vec<Label>,
}

impl Chart {
    /// The curve in a rectangle of this size; none where there is nothing to draw.
    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "a drawing, in points")]
    pub(super) fn of(curve: &Curve, (width, height): (f32, f32), lang: Lang) -> Option<Self> {
        let Bounds { first, last, bottom: low, top: high } = curve.bounds()?;
        let days = (last.0 - first.0).num_days().max(1) as f32;
        let (right, bottom) = (width - RIGHT, height - BELOW);
        let x = |day: crate::domain::Day| LEFT + (right - LEFT) * (day.0 - first.0).num_days() as f32 / days;
        let y = |value: f64| bottom - (bottom - ABOVE) * ((value - low) / (high - low)) as f32;
        let mut chart = Self::default();
        chart.line(Stroke::Axis, vec![(LEFT, ABOVE), (LEFT, bottom), (right, bottom)]);
        let newest = curve.points.last().map(|point| (point.value, point.said.as_str(), true));
        let aims = curve.aims.iter().map(|(value, said)| (*value, said.trim(), false));
        let mut beside: Vec<(f64, &str, bool)> = aims.chain(newest).collect();
        beside.sort_by(|one, other| other.0.total_cmp(&one.0));
        let mut above = f32::MIN;
        for (value, said, is_newest) in beside {
            if !is_newest {
                chart.line(Stroke::Aim, vec![(LEFT, y(value)), (right, y(value))]);
            }
            above = (y(value) + 2.5).max(above + APART);
            chart.label((right + 4.0, above), false, is_newest, said);
        }
        let points: Vec<(f32, f32)> = curve.points.iter().map(|point| (x(point.day), y(point.value))).collect();
        chart.dots.clone_from(&points);
        chart.line(Stroke::Value, points);
        if let Some(point) = curve.points.first() {
            chart.label((LEFT + 3.0, y(point.value) - 4.0), false, true, &point.said);
            chart.label((LEFT, height - 2.0), false, false, &point.on);
        }
        if let Some(point) = curve.points.last() {
            chart.label((right, height - 2.0), true, false, &point.on);
        }
        let decimals = u32::from(high < 20.0);
        for value in [low, high] {
            chart.label((LEFT - 2.0, y(value) + 2.5), true, false, &lang.real(value, decimals));
        }
        Some(chart)
    }

    fn line(&mut self, stroke: Stroke, points: Vec<(f32, f32)>) {
        self.lines.push(Line { stroke, points });
    }

    fn label(&mut self, (x, y): (f32, f32), is_right: bool, is_bold: bool, text: &str) {
        self.labels.push(Label { x, y, is_right, is_bold, text: text.to_owned() });
    }
}
