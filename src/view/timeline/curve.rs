//! One curve: its name and unit, its own scale, its targets, its values, and its value on the day of the cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use rust_decimal::Decimal;

use super::Frame;
use super::plot::{self, Rise};
use crate::clinic::{Curve, Reading, Trace};
use crate::domain::Quantity;
use crate::view::cells::{line_width, print, width};
use crate::view::chart::dots::Dots;
use crate::view::mark;
use crate::wording::aims::{self, Aim};

/// From this height on a curve has its scale and a row of its own for its first and last value.
const WRITTEN: u16 = 3;

/// From this width of the margin on, a value has its unit beside it as well as beside its name.
const WITH_UNIT: usize = 24;

/// Draws the curve of this place.
pub(super) fn draw(frame: &Frame, index: usize, area: Rect, buffer: &mut Buffer) {
    let Some(trace) = frame.screen.traces().get(index) else { return };
    let is_here = frame.screen.row == index;
    let (name, unit) = (name(frame, trace.curve), unit(frame, trace));
    if area.height == 2 {
        frame.gutter(area, is_here, name, buffer);
        print(buffer, area.x + 2, area.y + 1, frame.left.saturating_sub(area.x + 3), &unit, frame.ink.look.dim);
    } else {
        frame.gutter(area, is_here, &format!("{name} {unit}"), buffer);
    }
    frame.margin(area.y, &value_here(frame, trace), buffer);
    Drawing { frame, trace, style: frame.ink.look.series(index) }.draw(area, buffer);
}

struct Drawing<'a> {
    frame: &'a Frame<'a>,
    trace: &'a Trace,
    style: Style,
}

impl Drawing<'_> {
    fn draw(&self, area: Rect, buffer: &mut Buffer) {
        let frame = self.frame;
        let (look, words) = (frame.ink.look, &frame.ink.words.timeline);
        let is_written = area.height >= WRITTEN;
        let head = u16::from(is_written);
        let plot = Rect { x: frame.left, y: area.y + head, width: frame.axis.columns, height: area.height - head };
        let known: Vec<f64> = plot::in_sight(frame, self.trace).filter_map(|reading| reading.value).collect();
        if known.is_empty() {
            let nothing = self.trace.readings.iter().all(|reading| reading.value.is_none());
            let sentence = if nothing { words.no_value } else { words.no_value_in_sight };
            print(buffer, plot.x + 1, area.y, plot.width.saturating_sub(1), sentence, look.dim);
            return;
        }
        let aims = self.aims(area.height - 1);
        let levels = aims.iter().map(|(value, _)| *value);
        let zero = (area.height > 1 && is_from_zero(self.trace.curve)).then_some(0.0);
        let Some(rise) = Rise::of(known.iter().copied().chain(levels).chain(zero), is_written) else { return };
        self.targets(&aims, rise, plot, buffer);
        let mut dots = Dots::new(plot);
        plot::line(frame, self.trace, rise, plot.height, &mut dots);
        dots.draw(plot, self.style, buffer);
        if is_written {
            self.measures(rise, plot, buffer);
            self.scale(rise, plot, buffer);
            self.ends(area, buffer);
        }
        self.notes(&aims, rise, Rect { y: area.y + 1, height: area.height - 1, ..area }, plot, buffer);
    }

    /// The targets there is room for, each with what stands beside it.
    fn aims(&self, room: u16) -> Vec<(f64, String)> {
        let decimals = decimals(self.trace).max(1);
        let aims = aims_of(self.frame, self.trace);
        aims.iter().take(room.into()).filter_map(|aim| aim.labelled(self.frame.ink.lang, decimals)).collect()
    }

    fn targets(&self, aims: &[(f64, String)], rise: Rise, plot: Rect, buffer: &mut Buffer) {
        let mut dots = Dots::new(plot);
        for (value, _) in aims {
            dots.dotted(rise.dot(*value, plot.height));
        }
        dots.draw(plot, self.frame.ink.look.target, buffer);
    }

    /// What was measured, so that it is told from the lines between; a lower bound has its sign.
    fn measures(&self, rise: Rise, plot: Rect, buffer: &mut Buffer) {
        if self.trace.curve.holds() {
            return;
        }
        for reading in plot::in_sight(self.frame, self.trace) {
            if let (Some(value), Some(x)) = (reading.value, self.frame.x(reading.date)) {
                let sign = if reading.is_least { "≥" } else { "•" };
                print(buffer, x, rise.row(value, plot), 1, sign, self.style);
            }
        }
    }

    /// The two ends of the scale, beside its first and its last row.
    fn scale(&self, rise: Rise, plot: Rect, buffer: &mut Buffer) {
        let (lang, look) = (self.frame.ink.lang, self.frame.ink.look);
        for (value, y) in [(rise.high, plot.y), (rise.low, plot.bottom() - 1)] {
            let figure = lang.real(value, 2);
            let cells = u16::try_from(width(&figure)).unwrap_or(0);
            let x = self.frame.left.saturating_sub(1 + cells);
            print(buffer, x, y, cells, &figure, look.dim);
            print(buffer, self.frame.left - 1, y, 1, "┤", look.border);
        }
    }

    /// The first and the last value in sight, with their days where there is room.
    fn ends(&self, area: Rect, buffer: &mut Buffer) {
        let lang = self.frame.ink.lang;
        let mut known = plot::in_sight(self.frame, self.trace).filter(|reading| reading.value.is_some());
        let Some(first) = known.next() else { return };
        let last = known.last();
        let figure = |reading: Reading| figure(self.frame, self.trace, reading);
        let dated = |reading: Reading| format!("{} ({})", figure(reading), lang.date(reading.date));
        let told = |one: &dyn Fn(Reading) -> String| {
            last.map_or_else(|| one(first), |last| format!("{} → {}", one(first), one(last)))
        };
        let equations: Vec<&str> = match self.trace.curve {
            Curve::Egfr => self.frame.screen.chronicle.equations.iter().map(|equation| equation.name()).collect(),
            _ => Vec::new(),
        };
        let full = [told(&dated), equations.join(", ")];
        let full = full.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        let room = usize::from(self.frame.axis.columns.saturating_sub(1));
        let fitting = [full, told(&dated), told(&figure)].into_iter().find(|text| width(text) <= room);
        let text = fitting.unwrap_or_default();
        print(buffer, self.frame.left + 1, area.y, self.frame.axis.columns, &text, self.frame.ink.look.dim);
    }

    /// Whose the targets are, each as near to its line as the others let it.
    fn notes(&self, aims: &[(f64, String)], rise: Rise, area: Rect, plot: Rect, buffer: &mut Buffer) {
        let mut aims: Vec<&(f64, String)> = aims.iter().collect();
        aims.sort_by(|one, other| other.0.total_cmp(&one.0));
        let mut free = area.y;
        let count = u16::try_from(aims.len()).unwrap_or(0);
        for (place, (value, label)) in (0..count).zip(aims) {
            let latest = area.bottom().saturating_sub(count - place);
            let y = rise.row(*value, plot).max(free).min(latest);
            let line = Line::from(Span::styled(label.trim_start().to_owned(), self.frame.ink.look.target));
            self.frame.margin(y, &line, buffer);
            free = y + 1;
        }
    }
}

/// The value of the day under the cursor: the newest by then, with its own day.
fn value_here(frame: &Frame, trace: &Trace) -> Line<'static> {
    let look = frame.ink.look;
    let Some(reading) = trace.on(frame.screen.cursor) else {
        return Line::from(Span::styled("–", look.dim));
    };
    let style = if reading.value.is_some() { look.text } else { look.needs_data };
    let figure = Span::styled(figure(frame, trace, reading), style);
    let unit = format!(" {}", unit(frame, trace));
    let date = format!(" {}", frame.ink.lang.date(reading.date));
    let short = Line::from(vec![figure.clone(), Span::styled(date.clone(), look.dim)]);
    let whole = Line::from(vec![figure, Span::styled(unit, look.dim), Span::styled(date, look.dim)]);
    let is_roomy = frame.margin_width() >= WITH_UNIT && line_width(&whole) <= frame.margin_width();
    if is_roomy { whole } else { short }
}

fn figure(frame: &Frame, trace: &Trace, reading: Reading) -> String {
    let Some(value) = reading.value else { return mark::NEEDS_DATA.to_owned() };
    let figure = frame.ink.lang.real(value, decimals(trace));
    if reading.is_least { format!("≥\u{a0}{figure}") } else { figure }
}

fn name<'a>(frame: &Frame<'a>, curve: Curve) -> &'a str {
    let words = frame.ink.words;
    match curve {
        Curve::Upcr => words.unit.upcr,
        Curve::Egfr => words.unit.egfr,
        Curve::C3 => "C3",
        Curve::C4 => "C4",
        Curve::AntiDsDna => words.timeline.anti_dsdna,
        Curve::Prednisone => words.unit.prednisone,
        Curve::Sledai => words.activity.sledai,
        Curve::Pga => words.activity.pga,
        Curve::HcqLevel => words.timeline.hcq_blood,
    }
}

fn unit(frame: &Frame, trace: &Trace) -> String {
    match trace.curve {
        Curve::Pga => frame.ink.words.timeline.of_three.to_owned(),
        _ => frame.ink.lang.unit(trace.unit),
    }
}

fn decimals(trace: &Trace) -> u32 {
    match trace.curve {
        Curve::Upcr if trace.unit != "g/g" => 0,
        Curve::Upcr | Curve::C3 | Curve::C4 | Curve::Pga => 2,
        Curve::Prednisone => 1,
        Curve::Egfr | Curve::AntiDsDna | Curve::Sledai | Curve::HcqLevel => 0,
    }
}

const fn is_from_zero(curve: Curve) -> bool {
    !matches!(curve, Curve::Egfr | Curve::C3 | Curve::C4)
}

/// What is aimed at: by the guidelines, by the laboratory, by the target states and published levels.
fn aims_of(frame: &Frame, trace: &Trace) -> Vec<Aim> {
    let opened = &frame.screen.opened;
    let limits = &opened.case.laboratory;
    let limit = |value: Option<Decimal>, sign| {
        let name = frame.ink.words.timeline.laboratory_limit;
        value.into_iter().map(|value| Aim::new(value, sign, name)).collect::<Vec<_>>()
    };
    let mut aims = match trace.curve {
        Curve::Upcr => aims::proteinuria(&opened.table, trace.unit),
        Curve::Egfr => aims::filtration(&opened.table),
        Curve::C3 => limit(limits.c3_lower.known().map(Quantity::value), "≥"),
        Curve::C4 => limit(limits.c4_lower.known().map(Quantity::value), "≥"),
        Curve::AntiDsDna => limit(limits.anti_dsdna_upper.known().map(Quantity::value), "≤"),
        Curve::Prednisone => aims::glucocorticoid(&opened.table),
        Curve::Sledai | Curve::Pga | Curve::HcqLevel => Vec::new(),
    };
    for bound in trace.curve.bounds() {
        aims::add(&mut aims, Aim::new(bound.value, bound.sign, bound.name));
    }
    aims
}
