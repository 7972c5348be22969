//! A share as a bar with its interval, and numbers as a box between their ends.

use ratatui::style::Style;
use ratatui::text::Span;

use crate::report::stats::{Bar, PartSaid};
use crate::view::look::Look;

/// The ends of the scale that the boxes of a figure share.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    low: f64,
    high: f64,
}

/// From the least to the greatest of all boxes.
pub(super) fn scale(parts: &[PartSaid]) -> Scale {
    let boxes = parts.iter().flat_map(|part| &part.entries).filter_map(|entry| match entry.bar {
        Some(Bar::Spread(summary)) => Some(summary.ends),
        _ => None,
    });
    let none = Scale { low: f64::INFINITY, high: f64::NEG_INFINITY };
    boxes.fold(none, |scale, ends| Scale { low: scale.low.min(ends.low), high: scale.high.max(ends.high) })
}

/// The cells of a bar: what is counted as full blocks, the interval as shades on either side of its end.
pub(super) fn cells(bar: Bar, scale: Scale, cells: usize, look: &Look) -> Vec<Span<'static>> {
    match bar {
        Bar::Share(share, interval) => {
            let at = |value: f64| place(value, cells);
            let (low, end, high) = (at(interval.low), at(share), at(interval.high).max(at(share)));
            vec![
                Span::styled("█".repeat(low), look.series_1),
                Span::styled("▓".repeat(end.saturating_sub(low)), look.series_1),
                Span::styled("░".repeat(high.saturating_sub(end)), look.series_1),
                Span::styled("·".repeat(cells.saturating_sub(high.max(low))), look.dim),
            ]
        }
        Bar::Spread(summary) => {
            let width = (scale.high - scale.low).max(f64::EPSILON);
            let at = |value: f64| place((value - scale.low) / width, cells.saturating_sub(1));
            let (least, most) = (at(summary.ends.low), at(summary.ends.high));
            let (low, high, median) = (at(summary.quartiles.low), at(summary.quartiles.high), at(summary.median));
            let sign = |cell: usize| -> (&'static str, Style) {
                match cell {
                    _ if cell == median => ("┃", look.title),
                    _ if (low..=high).contains(&cell) => ("▒", look.series_1),
                    _ if (least..=most).contains(&cell) => ("─", look.dim),
                    _ => (" ", look.dim),
                }
            };
            (0..cells).map(sign).map(|(sign, style)| Span::styled(sign, style)).collect()
        }
    }
}

/// How many of these cells a share from 0 to 1 fills, to the nearest.
fn place(share: f64, cells: usize) -> usize {
    let cells = u32::try_from(cells).unwrap_or(u32::MAX);
    let filled = (share.clamp(0.0, 1.0) * f64::from(cells)).round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to the cells")]
    let filled = filled as usize;
    filled
}
