//! The curve of Kaplan and Meier as steps of dots, with who was still followed beneath.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::points::lines_of;
use crate::archive::stats::{Answer, Curve, More};
use crate::report::stats::{DAYS_A_MONTH, READ_AT};
use crate::text::{Lang, words};
use crate::view::cells::{print, width};
use crate::view::chart::dots::Dots;
use crate::view::look::Look;

/// Rows of the curve itself.
const ROWS: u16 = 6;
/// Cells left of it.
const LEFT: u16 = 12;

/// The curve and its table, as lines; none where nobody was followed.
pub(super) fn lines(answer: &Answer, cells: u16, lang: Lang, look: &Look) -> Vec<Line<'static>> {
    let curve = answer.parts.iter().find_map(|part| match &part.more {
        More::Curve(curve) if curve.n() > 0 => Some(curve),
        _ => None,
    });
    let Some(curve) = curve.filter(|_| cells > LEFT + 20) else { return Vec::new() };
    let area = Rect { x: 0, y: 0, width: cells.min(LEFT + 90), height: ROWS + 3 };
    let mut buffer = Buffer::empty(area);
    buffer.set_style(area, look.text);
    let plot = Rect { x: LEFT, y: 0, width: area.width - LEFT - 1, height: ROWS };
    draw(curve, plot, lang, look, &mut buffer);
    lines_of(&buffer)
}

fn draw(curve: &Curve, plot: Rect, lang: Lang, look: &Look, buffer: &mut Buffer) {
    let say = &words(lang).stats;
    let longest = curve.longest().max(1.0);
    let (right, bottom) = (f64::from(plot.width) * 2.0 - 1.0, f64::from(plot.height) * 4.0 - 1.0);
    #[expect(clippy::cast_possible_truncation, reason = "within the plot")]
    let at = |time: f64, share: f64| ((time / longest * right).round() as i32, ((1.0 - share) * bottom).round() as i32);
    let mut ends = Dots::new(plot);
    let mut dots = Dots::new(plot);
    let mut from = at(0.0, 1.0);
    for step in &curve.steps {
        let (corner, to) = ((at(step.time, 1.0).0, from.1), at(step.time, step.share));
        dots.line(from, corner);
        dots.line(corner, to);
        from = to;
        for end in step.interval.iter().flat_map(|interval| [interval.low, interval.high]) {
            ends.set(at(step.time, end));
        }
    }
    dots.line(from, (at(longest, 1.0).0, from.1));
    ends.draw(plot, look.dim, buffer);
    dots.draw(plot, look.series_1, buffer);
    for (y, label) in [(plot.y, "100"), (plot.y + plot.height / 2, "50"), (plot.bottom() - 1, "0")] {
        let label = format!("{label}\u{a0}%");
        let cells = u16::try_from(width(&label)).unwrap_or(0);
        print(buffer, plot.x.saturating_sub(cells + 1), y, cells, &label, look.dim);
    }
    for y in plot.y..plot.bottom() {
        print(buffer, plot.x - 1, y, 1, "│", look.border);
    }
    let axis = "─".repeat(plot.width.into());
    print(buffer, plot.x, plot.bottom(), plot.width, &axis, look.border);
    print(buffer, 0, plot.bottom() + 1, plot.x, say.month_short, look.dim);
    print(buffer, 0, plot.bottom() + 2, plot.x, say.at_risk, look.dim);
    let mut free = 0;
    for months in READ_AT {
        let days = (f64::from(months) * DAYS_A_MONTH).floor();
        if days > longest {
            break;
        }
        let x = plot.x + u16::try_from(at(days, 1.0).0 / 2).unwrap_or(0);
        let at_risk = curve.at_risk(days).to_string();
        if x < free {
            continue;
        }
        print(buffer, x, plot.bottom(), 1, "┴", look.border);
        print(buffer, x, plot.bottom() + 1, 4, &months.to_string(), look.dim);
        print(buffer, x, plot.bottom() + 2, 8, &at_risk, look.text);
        free = x + u16::try_from(width(&at_risk)).unwrap_or(0).max(2) + 1;
    }
}
