//! A chart over time, drawn in braille dots: dated values, targets as dotted lines, the last value in figures.

pub(super) mod axis;
pub(super) mod dots;
pub mod step;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::cells::{print, width};
use super::look::Look;
use crate::domain::Day;
use crate::text::{Lang, words};
use axis::Scale;
use dots::Dots;

/// Below this height the chart does without a row for its unit and one for its axis.
const ROOMY: u16 = 8;

/// The widest unit that a small chart makes room for.
const MOST_SMALL_UNIT: usize = 4;

/// Values of one measure over time.
#[derive(Debug, Clone)]
pub struct Series<'a> {
    /// Its values, in any order; those that are not numbers leave a gap.
    pub points: &'a [(Day, f64)],
    /// Its look, such as `look.series(0)`.
    pub style: Style,
}

/// A value to reach.
#[derive(Debug, Clone)]
pub struct Target<'a> {
    /// Where its line runs.
    pub value: f64,
    /// What stands beside it, such as `< 0,7 EULAR`.
    pub label: &'a str,
}

/// A chart to draw.
#[derive(Debug, Clone)]
pub struct Chart<'a> {
    /// Its series, the first one in front and with its last value in figures.
    pub series: &'a [Series<'a>],
    /// Its targets.
    pub targets: &'a [Target<'a>],
    /// The unit of the vertical axis.
    pub unit: &'a str,
    /// Decimals of the last value.
    pub decimals: u32,
    /// The first and last day of the horizontal axis; those of the values where there is none.
    pub span: Option<(Day, Day)>,
    /// Values farther apart than this many days are not joined.
    pub gap: i64,
    /// Whether the vertical axis starts from zero.
    pub from_zero: bool,
    /// The language of dates and numbers.
    pub lang: Lang,
}

impl Chart<'_> {
    /// Draws the chart. An area too small for it, or a chart without a value, says so in words.
    pub fn draw(&self, look: &Look, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        let Some(scale) = Scale::of(self, area.height) else {
            print(buffer, area.x, area.y, area.width, words(self.lang).app.no_data, look.dim);
            return;
        };
        let ticks = scale.tick_labels(self.lang);
        let gutter = ticks.iter().map(|(_, label)| width(label)).max().unwrap_or(0);
        // In a small chart the unit stands under the figures, where it is short enough.
        let unit = width(self.unit);
        let gutter = if area.height < ROOMY && unit <= MOST_SMALL_UNIT { gutter.max(unit) } else { gutter };
        let notes = self.notes();
        let margin = notes.iter().map(|(_, note, _)| width(note)).max().unwrap_or(0).min(usize::from(area.width) / 3);
        let Some(plot) = plot(area, gutter, margin) else {
            print(buffer, area.x, area.y, area.width, "…", look.dim);
            return;
        };
        self.frame(look, area, plot, &scale, buffer);
        figures(look, plot, &scale, &ticks, buffer);
        self.lines(look, plot, &scale, buffer);
        annotate(look, &notes, area, plot, &scale, buffer);
    }

    /// What is written at the right: the last value, then the targets.
    fn notes(&self) -> Vec<(f64, String, Note)> {
        let last = self.series.first().and_then(|series| {
            let known = series.points.iter().filter(|(_, value)| value.is_finite());
            known.max_by_key(|(day, _)| *day).map(|(_, value)| (*value, series.style))
        });
        let last = last.map(|(value, style)| (value, self.lang.real(value, self.decimals), Note::Last(style)));
        let targets = self.targets.iter().filter(|target| target.value.is_finite());
        last.into_iter().chain(targets.map(|target| (target.value, target.label.to_owned(), Note::Target))).collect()
    }

    fn frame(&self, look: &Look, area: Rect, plot: Rect, scale: &Scale, buffer: &mut Buffer) {
        for y in plot.y..plot.bottom() {
            print(buffer, plot.x - 1, y, 1, "│", look.border);
        }
        let labels_row = area.bottom() - 1;
        let months = scale.months(area, plot, self.lang);
        if area.height >= ROOMY {
            print(buffer, area.x, area.y, area.width, self.unit, look.dim);
            let line = format!("└{}", "─".repeat(plot.width.into()));
            print(buffer, plot.x - 1, plot.bottom(), plot.width + 1, &line, look.border);
            for month in &months {
                print(buffer, month.tick, plot.bottom(), 1, "┴", look.border);
            }
        } else if width(self.unit) <= usize::from(plot.x - 1 - area.x) {
            print(buffer, area.x, labels_row, plot.x - 1 - area.x, self.unit, look.dim);
        }
        for month in &months {
            print(buffer, month.x, labels_row, area.right() - month.x, &month.label, look.dim);
        }
    }

    fn lines(&self, look: &Look, plot: Rect, scale: &Scale, buffer: &mut Buffer) {
        let mut targets = Dots::new(plot);
        for target in self.targets.iter().filter(|target| target.value.is_finite()) {
            targets.dotted(scale.y_dot(target.value, plot));
        }
        targets.draw(plot, look.target, buffer);
        for series in self.series.iter().rev() {
            let mut points: Vec<(Day, f64)> = series.points.to_vec();
            points.sort_by_key(|(day, _)| *day);
            let mut dots = Dots::new(plot);
            let mut before: Option<(Day, (i32, i32))> = None;
            for (day, value) in points.into_iter().filter(|(day, _)| scale.shows(*day)) {
                let at = value.is_finite().then(|| (scale.x_dot(day, plot), scale.y_dot(value, plot)));
                match (before, at) {
                    (Some((earlier, from)), Some(to)) if day.days_since(earlier) <= self.gap => dots.line(from, to),
                    (_, Some(to)) => dots.set(to),
                    (_, None) => {}
                }
                before = at.map(|at| (day, at));
            }
            dots.draw(plot, series.style, buffer);
        }
        self.measures(plot, scale, buffer);
    }

    /// Marks what was measured, so that it is told from the lines between.
    fn measures(&self, plot: Rect, scale: &Scale, buffer: &mut Buffer) {
        for series in self.series.iter().rev() {
            for (day, value) in series.points.iter().filter(|(day, value)| value.is_finite() && scale.shows(*day)) {
                let x = plot.x + u16::try_from(scale.x_dot(*day, plot) / 2).unwrap_or(0);
                print(buffer, x, scale.row(*value, plot), 1, "•", series.style);
            }
        }
    }
}

/// Writes the figures of the vertical axis at the left of the plot.
fn figures(look: &Look, plot: Rect, scale: &Scale, ticks: &[(f64, String)], buffer: &mut Buffer) {
    let ends = [ticks.first(), ticks.last()];
    let is_end = |value: f64| ends.iter().flatten().any(|(end, _)| (end - value).abs() < f64::EPSILON);
    let at_end = |value: f64| ends.iter().flatten().any(|(end, _)| scale.row(*end, plot) == scale.row(value, plot));
    // In a low chart a figure between could take the row of an end: nothing would be read as something.
    for (value, label) in ticks.iter().filter(|(value, _)| is_end(*value) || !at_end(*value)) {
        let x = plot.x.saturating_sub(1 + u16::try_from(width(label)).unwrap_or(0));
        print(buffer, x, scale.row(*value, plot), plot.x - 1 - x, label, look.dim);
        print(buffer, plot.x - 1, scale.row(*value, plot), 1, "┤", look.border);
    }
}

/// What a note at the right is about.
enum Note {
    Last(Style),
    Target,
}

/// The dots' own area, between the gutter and the margin; `None` where nothing would be left of it.
fn plot(area: Rect, gutter: usize, margin: usize) -> Option<Rect> {
    let left = u16::try_from(gutter).ok()? + 1;
    let right = u16::try_from(margin).ok()?;
    let (above, below) = if area.height >= ROOMY { (1, 2) } else { (0, 1) };
    let width = area.width.checked_sub(left + right)?;
    let height = area.height.checked_sub(above + below)?;
    (width >= 4 && height >= 2).then(|| Rect { x: area.x + left, y: area.y + above, width, height })
}

/// Writes the notes at the right, the higher value above the lower, each as near to its own row as the others let it.
fn annotate(look: &Look, notes: &[(f64, String, Note)], area: Rect, plot: Rect, scale: &Scale, buffer: &mut Buffer) {
    let mut notes: Vec<_> = notes.iter().take(plot.height.into()).collect();
    notes.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut rows: Vec<u16> = notes.iter().map(|(value, ..)| scale.row(*value, plot)).collect();
    let mut least = plot.y;
    for row in &mut rows {
        *row = least.max(*row);
        least = *row + 1;
    }
    let mut most = plot.bottom() - 1;
    for row in rows.iter_mut().rev() {
        *row = most.min(*row);
        most = row.saturating_sub(1);
    }
    for ((_, note, kind), row) in notes.into_iter().zip(rows) {
        let style = match kind {
            Note::Last(style) => *style,
            Note::Target => look.target,
        };
        print(buffer, plot.right(), row, area.right() - plot.right(), note, style);
    }
}
