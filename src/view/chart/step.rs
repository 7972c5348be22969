//! A chart of doses over time: levels that hold until the next one, what is printed for some days as bands, doses to be
//! reached as marks. Each series has a stroke and a mark of its own, so that none is told by its colour alone.

use chrono::TimeDelta;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::axis::Scale;
use super::dots::Dots;
use super::{Chart, ROOMY, Series, figures, plot};
use crate::clinic::week_of;
use crate::domain::Day;
use crate::text::Lang;
use crate::view::cells::{print, width};
use crate::view::look::Look;

/// From this height on weeks stand under the months.
const WITH_WEEKS: u16 = 12;
/// Weeks between two that are named.
const STEPS: [i64; 7] = [1, 2, 4, 8, 12, 26, 52];

/// What marks a day.
const DAY: &str = "┊";

/// How a line of levels is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// One dot high.
    Thin,
    /// Two dots high.
    Thick,
}

/// Levels over time.
#[derive(Debug, Clone)]
pub struct Levels<'a> {
    /// The days on which they change, oldest first; nothing is drawn where the level is not known.
    pub steps: Vec<(Day, Option<f64>)>,
    /// How it is drawn.
    pub stroke: Stroke,
    /// What stands on each change.
    pub mark: &'a str,
    /// Its look.
    pub style: Style,
}

/// What is printed for some days.
#[derive(Debug, Clone)]
pub struct Band<'a> {
    /// First day.
    pub first: Day,
    /// Last day; the end of the axis where there is none.
    pub last: Option<Day>,
    /// Lower end; none where there is none.
    pub least: Option<f64>,
    /// Upper end.
    pub most: f64,
    /// What it is called beside its beginning.
    pub name: &'a str,
    /// Its look.
    pub style: Style,
}

/// Weeks named under the months, where there is room.
#[derive(Clone, Copy)]
pub struct Weeks<'a> {
    /// The first day of week 0.
    pub first: Day,
    /// What a week is called.
    pub name: &'a dyn Fn(i64) -> String,
}

/// A chart of doses to draw.
pub struct StepChart<'a> {
    /// Levels, the first one in front.
    pub levels: Vec<Levels<'a>>,
    /// Bands, under the levels.
    pub bands: Vec<Band<'a>>,
    /// A day marked from top to bottom.
    pub today: Day,
    /// Weeks under the months.
    pub weeks: Weeks<'a>,
    /// The first and last day of the axis.
    pub span: (Day, Day),
    /// The language of dates and numbers.
    pub lang: Lang,
}

impl StepChart<'_> {
    /// Draws the chart, its first row left to the caller; says whether there was room and a value for it.
    pub fn draw(&self, look: &Look, area: Rect, buffer: &mut Buffer) -> bool {
        let whole = area.intersection(buffer.area);
        let has_weeks = whole.height >= WITH_WEEKS;
        let area = Rect { height: whole.height - u16::from(has_weeks), ..whole };
        // A low chart has no row of its own above the plot: the caller's is taken off it.
        let low = u16::from(area.height < ROOMY).min(area.height);
        let area = Rect { y: area.y + low, height: area.height - low, ..area };
        let (first, last) = self.span;
        let known = self.levels.iter().flat_map(|levels| &levels.steps).filter(|(day, _)| *day <= last);
        let values = known.filter_map(|(_, value)| *value);
        let printed = self.bands.iter().map(|band| band.most);
        let points: Vec<(Day, f64)> = values.chain(printed).map(|value| (first, value)).collect();
        let series = [Series { points: &points, style: look.text }];
        let chart = Chart {
            series: &series,
            targets: &[],
            unit: "",
            decimals: 1,
            span: Some(self.span),
            gap: 0,
            from_zero: true,
            lang: self.lang,
        };
        let Some(scale) = Scale::of(&chart, area.height) else { return false };
        let ticks = scale.tick_labels(self.lang);
        let gutter = ticks.iter().map(|(_, label)| width(label)).max().unwrap_or(0);
        let Some(plot) = plot(area, gutter, 0) else { return false };
        chart.frame(look, area, plot, &scale, buffer);
        figures(look, plot, &scale, &ticks, buffer);
        let canvas = Canvas { scale: &scale, plot, last };
        canvas.day(self.today, look.dim, buffer);
        if has_weeks {
            canvas.weeks(&self.weeks, self.span, Rect { y: area.bottom(), height: 1, ..area }, look.dim, buffer);
        }
        for band in &self.bands {
            canvas.band(band, buffer);
        }
        for levels in self.levels.iter().rev() {
            canvas.levels(levels, buffer);
        }
        for levels in self.levels.iter().rev() {
            canvas.marks(levels, first, buffer);
        }
        let mut named: Vec<&str> = Vec::new();
        for band in &self.bands {
            canvas.name(band, named.contains(&band.name), buffer);
            named.push(band.name);
        }
        true
    }
}

/// Where things are drawn, by day and dose.
struct Canvas<'a> {
    scale: &'a Scale,
    plot: Rect,
    last: Day,
}

impl Canvas<'_> {
    fn column(&self, day: Day) -> u16 {
        self.plot.x + u16::try_from(self.scale.x_dot(day, self.plot).max(0) / 2).unwrap_or(0)
    }

    fn day(&self, day: Day, style: Style, buffer: &mut Buffer) {
        if self.scale.shows(day) {
            for y in self.plot.y..self.plot.bottom() {
                print(buffer, self.column(day), y, 1, DAY, style);
            }
        }
    }

    /// As many weeks as there is room for, at even steps, each beginning under its first day.
    fn weeks(&self, weeks: &Weeks, (first, last): (Day, Day), row: Rect, style: Style, buffer: &mut Buffer) {
        let day_of = |week: i64| weeks.first.0.checked_add_signed(TimeDelta::weeks(week)).map(Day);
        let until = week_of(last, weeks.first);
        let from = week_of(first, weeks.first).max(0);
        let widest = width(&(weeks.name)(until.max(from))) + 1;
        let fits = |step: &i64| {
            let ends = day_of(0)
                .zip(day_of(*step))
                .map(|(zero, next)| self.scale.x_dot(next, self.plot) - self.scale.x_dot(zero, self.plot));
            ends.is_some_and(|dots| usize::try_from(dots / 2).is_ok_and(|cells| cells >= widest))
        };
        let Some(step) = STEPS.into_iter().find(fits) else { return };
        let named = (0..=until).filter(|week| week % step == 0 && *week >= from);
        for (week, day) in
            named.filter_map(|week| Some((week, day_of(week)?))).filter(|(_, day)| self.scale.shows(*day))
        {
            let name = (weeks.name)(week);
            let x = self.column(day);
            if usize::from(row.right().saturating_sub(x)) >= width(&name) {
                print(buffer, x, row.y, row.right() - x, &name, style);
            }
        }
    }

    /// Both ends of a range, dotted, and its beginning as a column of dots.
    fn band(&self, band: &Band, buffer: &mut Buffer) {
        if !self.scale.shows(band.first) {
            return;
        }
        let mut dots = Dots::new(self.plot);
        let from = self.scale.x_dot(band.first, self.plot);
        let to = self.scale.x_dot(band.last.unwrap_or(self.last).min(self.last), self.plot).max(from);
        let top = self.scale.y_dot(band.most, self.plot);
        let bottom = self.scale.y_dot(band.least.unwrap_or(0.0), self.plot);
        for x in (from..=to).step_by(3) {
            dots.set((x, top));
            if band.least.is_some() {
                dots.set((x, bottom));
            }
        }
        for y in (top.min(bottom)..=bottom.max(top)).step_by(2) {
            dots.set((from, y));
        }
        dots.draw(self.plot, band.style, buffer);
    }

    fn levels(&self, levels: &Levels, buffer: &mut Buffer) {
        let mut dots = Dots::new(self.plot);
        let mut before: Option<i32> = None;
        for (place, (day, value)) in levels.steps.iter().enumerate() {
            let next = levels.steps.get(place + 1).map_or(self.last, |(next, _)| (*next).min(self.last));
            let Some(value) = value.filter(|_| *day <= self.last) else {
                before = None;
                continue;
            };
            let y = self.scale.y_dot(value, self.plot);
            let (from, to) = (self.scale.x_dot(*day, self.plot), self.scale.x_dot(next, self.plot));
            if to >= 0 {
                dots.line((from.max(0), y), (to.max(0), y));
                if levels.stroke == Stroke::Thick {
                    // On the axis there is no row beneath: the second one goes above.
                    let second = if y + 1 < i32::from(self.plot.height) * 4 { y + 1 } else { y - 1 };
                    dots.line((from.max(0), second), (to.max(0), second));
                }
            }
            if let Some(before) = before.filter(|_| from >= 0) {
                dots.line((from, before), (from, y));
            }
            before = Some(y);
        }
        dots.draw(self.plot, levels.style, buffer);
    }

    fn marks(&self, levels: &Levels, first: Day, buffer: &mut Buffer) {
        for (day, value) in &levels.steps {
            if let Some(value) = value.filter(|_| first <= *day && *day <= self.last) {
                print(buffer, self.column(*day), self.scale.row(value, self.plot), 1, levels.mark, levels.style);
            }
        }
    }

    /// The name of a band in a free cell beside its beginning; the first of its name takes one that is not free.
    fn name(&self, band: &Band, is_named: bool, buffer: &mut Buffer) {
        if !self.scale.shows(band.first) {
            return;
        }
        let (x, y) = (self.column(band.first), self.scale.row(band.most, self.plot));
        let above = y.wrapping_sub(1);
        let near = [(x, above), (x.wrapping_sub(1), y), (x + 1, above), (x + 1, y), (x + 2, y), (x + 1, y + 1)];
        let inside = |(x, y): &(u16, u16)| self.plot.contains((*x, *y).into());
        let is_free =
            |at: &(u16, u16)| inside(at) && buffer.cell(*at).is_some_and(|cell| matches!(cell.symbol(), " " | DAY));
        let free = near.into_iter().find(is_free);
        let place = free.or_else(|| near.into_iter().find(inside).filter(|_| !is_named));
        if let Some((x, y)) = place {
            print(buffer, x, y, self.plot.right() - x, band.name, band.style);
        }
    }
}
