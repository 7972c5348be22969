//! Shares over half-years as lines, with the guidelines' years of publication as marks; counts as columns.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::archive::stats::{Answer, Half, Kind, More, Proportion};
use crate::knowledge::Library;
use crate::report::stats::guideline;
use crate::text::{Lang, words};
use crate::view::cells::{print, width};
use crate::view::chart::dots::Dots;
use crate::view::look::Look;

/// Rows of the plot.
const ROWS: u16 = 6;
/// Cells left of it.
const LEFT: u16 = 7;
/// The widest column of a count.
const COLUMN: u16 = 4;
/// The widest step from one column to the next: two half-years do not stand at the ends of a page.
const STEP: u16 = 8;
/// Signs of the points of each line, so that none is told by its colour alone.
const SIGNS: [&str; 5] = ["●", "◆", "■", "▲", "○"];

/// The chart as lines.
pub(super) fn lines(answer: &Answer, library: &Library, cells: u16, lang: Lang, look: &Look) -> Vec<Line<'static>> {
    let series: Vec<(String, &[(Half, Proportion)])> = answer
        .parts
        .iter()
        .filter_map(|part| match &part.more {
            More::Points(points, _) => {
                Some((part.name.as_deref().map(guideline).unwrap_or_default(), points.as_slice()))
            }
            _ => None,
        })
        .collect();
    let halves: Vec<Half> = series.iter().flat_map(|(_, points)| points.iter().map(|point| point.0)).collect();
    let (Some(first), Some(last)) = (halves.iter().min().copied(), halves.iter().max().copied()) else {
        return Vec::new();
    };
    let width = cells.min(LEFT + 100);
    if width < LEFT + 20 {
        return Vec::new();
    }
    let area = Rect { x: 0, y: 0, width, height: ROWS + 2 };
    let mut buffer = Buffer::empty(area);
    buffer.set_style(area, look.text);
    let plot = Rect { x: LEFT, y: 0, width: width - LEFT - 1, height: ROWS };
    let is_count = answer.figure.kind == Kind::Count;
    let mut axis = Axis { first, last, plot, kept: if is_count { COLUMN } else { 1 } };
    if is_count {
        let most = u16::try_from(axis.place(last)).unwrap_or(u16::MAX).saturating_mul(STEP).saturating_add(COLUMN);
        axis.plot.width = axis.plot.width.min(most);
    }
    let most = series.iter().flat_map(|(_, points)| points.iter().map(|point| point.1.of)).max().unwrap_or(1).max(1);
    axis.frame(if is_count { Some(most) } else { None }, look, &mut buffer);
    let mut after = Vec::new();
    if is_count {
        for (_, points) in &series {
            axis.columns(points, most, look, &mut buffer);
        }
    } else {
        after = axis.marks(library, lang, look, &mut buffer);
        for (index, (_, points)) in series.iter().enumerate().rev() {
            axis.line(points, index, look, &mut buffer);
        }
        let name = |(index, (name, _)): (usize, &(String, _))| {
            Span::styled(format!("{} {name}   ", sign(index)), look.series(index))
        };
        after.insert(0, Line::from(series.iter().enumerate().map(name).collect::<Vec<_>>()));
    }
    let mut lines = lines_of(&buffer);
    lines.extend(after);
    lines
}

fn sign(index: usize) -> &'static str {
    SIGNS.get(index % SIGNS.len()).copied().unwrap_or("•")
}

/// Half-years from left to right.
struct Axis {
    first: Half,
    last: Half,
    plot: Rect,
    /// Cells that the last half-year takes.
    kept: u16,
}

impl Axis {
    /// How many half-years after the first.
    fn place(&self, half: Half) -> i32 {
        (half.year - self.first.year) * 2 + i32::from(half.second) - i32::from(self.first.second)
    }

    /// Its dot from the left.
    fn x_dot(&self, half: Half) -> i32 {
        let (span, dots) = (self.place(self.last).max(1), i32::from(self.plot.width.saturating_sub(self.kept)) * 2);
        self.place(half) * dots / span
    }

    fn x(&self, half: Half) -> u16 {
        self.plot.x + u16::try_from(self.x_dot(half) / 2).unwrap_or(0)
    }

    fn y_dot(&self, share: f64) -> i32 {
        #[expect(clippy::cast_possible_truncation, reason = "within the plot")]
        let dot = ((1.0 - share) * (f64::from(self.plot.height) * 4.0 - 1.0)).round() as i32;
        dot
    }

    fn frame(&self, most: Option<u32>, look: &Look, buffer: &mut Buffer) {
        let plot = self.plot;
        let top = most.map_or_else(|| "100\u{a0}%".to_owned(), |most| most.to_string());
        let middle = if most.is_some() { "" } else { "50\u{a0}%" };
        let bottom = if most.is_some() { "0" } else { "0\u{a0}%" };
        for (y, label) in [(plot.y, top.as_str()), (plot.y + plot.height / 2, middle), (plot.bottom() - 1, bottom)] {
            let cells = u16::try_from(width(label)).unwrap_or(0);
            print(buffer, plot.x.saturating_sub(cells + 1), y, cells, label, look.dim);
        }
        for y in plot.y..plot.bottom() {
            print(buffer, plot.x - 1, y, 1, "│", look.border);
        }
        print(buffer, plot.x, plot.bottom(), plot.width, &"─".repeat(plot.width.into()), look.border);
        let mut free = 0;
        for year in self.first.year..=self.last.year {
            let half = Half { year, second: false };
            let x = if half < self.first { plot.x } else { self.x(half) };
            if x >= free && x + 4 <= plot.right() + 1 {
                print(buffer, x, plot.bottom(), 1, "┴", look.border);
                print(buffer, x, plot.bottom() + 1, 4, &year.to_string(), look.dim);
                free = x + 6;
            }
        }
    }

    fn columns(&self, points: &[(Half, Proportion)], most: u32, look: &Look, buffer: &mut Buffer) {
        const EIGHTHS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
        let step = i32::from(self.plot.width) / self.place(self.last).max(1);
        let wide = u16::try_from((step - 1).clamp(1, COLUMN.into())).unwrap_or(1);
        for (half, point) in points {
            let eighths = u64::from(point.of) * u64::from(self.plot.height) * 8 / u64::from(most);
            let mut left = usize::try_from(eighths).unwrap_or(0);
            for y in (self.plot.y..self.plot.bottom()).rev() {
                let sign = EIGHTHS.get(left.min(8)).copied().unwrap_or(" ");
                let room = self.plot.right().saturating_sub(self.x(*half)).min(wide);
                print(buffer, self.x(*half), y, room, &sign.repeat(wide.into()), look.series_1);
                left = left.saturating_sub(8);
            }
        }
    }

    fn line(&self, points: &[(Half, Proportion)], index: usize, look: &Look, buffer: &mut Buffer) {
        let mut dots = Dots::new(self.plot);
        let mut before: Option<(i32, i32)> = None;
        let style: Style = look.series(index);
        for (half, point) in points {
            let at = point.share().map(|share| (self.x_dot(*half), self.y_dot(share)));
            if let (Some(from), Some(to)) = (before, at) {
                dots.line(from, to);
            }
            before = at;
        }
        dots.draw(self.plot, style, buffer);
        for (half, point) in points {
            if let Some(share) = point.share() {
                let y = self.plot.y + u16::try_from(self.y_dot(share) / 4).unwrap_or(0);
                print(buffer, self.x(*half), y, 1, sign(index), style);
            }
        }
    }

    /// Marks the years in which the guidelines at hand were published: the program knows no day of them.
    fn marks(&self, library: &Library, lang: Lang, look: &Look, buffer: &mut Buffer) -> Vec<Line<'static>> {
        let mut named = Vec::new();
        for one in library.guidelines() {
            let year = i32::from(one.source.year);
            let half = Half { year, second: false };
            if half < self.first || half > self.last {
                continue;
            }
            for y in self.plot.y..self.plot.bottom() {
                print(buffer, self.x(half), y, 1, "┊", look.target);
            }
            named.push(format!("{} ({year})", guideline(&one.id)));
        }
        if named.is_empty() {
            return Vec::new();
        }
        vec![Line::from(Span::styled((words(lang).stats.published)(&named.join(", ")), look.dim))]
    }
}

/// What was drawn, line by line, so that it scrolls with the page.
pub(super) fn lines_of(buffer: &Buffer) -> Vec<Line<'static>> {
    let area = buffer.area;
    let row = |y: u16| {
        let cells = (area.x..area.right()).filter_map(|x| buffer.cell((x, y)));
        Line::from(cells.map(|cell| Span::styled(cell.symbol().to_owned(), cell.style())).collect::<Vec<_>>())
    };
    (area.y..area.bottom()).map(row).collect()
}
