//! A line of one row: dated values as a filled curve, spaced by time.

use crate::domain::Day;

/// Dots below a value of the left and of the right half of a cell, from one to four high.
const LEFT: [u32; 5] = [0, 0x40, 0x44, 0x46, 0x47];
const RIGHT: [u32; 5] = [0, 0x80, 0xa0, 0xb0, 0xb8];
/// Days beyond which two measured values are not joined: more than half a year without a value is a gap.
pub const GAP: i64 = 190;
/// Braille without a dot.
const EMPTY: u32 = 0x2800;

/// The values in so many cells, the earliest at the left and the latest at the right; the lowest value is one dot
/// high, the highest four. Between two values the curve is straight; where they lie more than `gap` days apart it
/// is left open. Values that are not numbers are left out.
pub fn sparkline(points: &[(Day, f64)], cells: usize, gap: i64) -> String {
    let mut points: Vec<(Day, f64)> = points.iter().copied().filter(|(_, value)| value.is_finite()).collect();
    points.sort_by_key(|(day, _)| *day);
    let (Some((first, _)), Some((last, _))) = (points.first(), points.last()) else {
        return " ".repeat(cells);
    };
    let low = points.iter().map(|(_, value)| *value).fold(f64::INFINITY, f64::min);
    let high = points.iter().map(|(_, value)| *value).fold(f64::NEG_INFINITY, f64::max);
    let slots = cells * 2;
    let span = last.days_since(*first).max(1);
    let height = |slot: usize| {
        let day = to_f64(span) * to_f64(slot) / to_f64(slots.saturating_sub(1).max(1));
        value_at(&points, *first, day, to_f64(span) / to_f64(slots.max(1)), gap)
            .map_or(0, |value| dots(value, low, high))
    };
    (0..cells)
        .map(|cell| {
            let half = |dots: &[u32; 5], slot| dots.get(height(slot)).copied().unwrap_or(0);
            let drawn = half(&LEFT, cell * 2) | half(&RIGHT, cell * 2 + 1);
            if drawn == 0 { ' ' } else { char::from_u32(EMPTY + drawn).unwrap_or(' ') }
        })
        .collect()
}

#[expect(clippy::cast_precision_loss, reason = "days and cells are far below 2^52")]
fn to_f64(count: impl TryInto<i64>) -> f64 {
    count.try_into().unwrap_or(0) as f64
}

fn dots(value: f64, low: f64, high: f64) -> usize {
    let share = if high > low { (value - low) / (high - low) } else { 0.5 };
    match share {
        share if share < 1.0 / 6.0 => 1,
        share if share < 0.5 => 2,
        share if share < 5.0 / 6.0 => 3,
        _ => 4,
    }
}

/// The value on a day: measured within half a slot of it, or between two values that are not too far apart.
fn value_at(points: &[(Day, f64)], first: Day, day: f64, slot: f64, gap: i64) -> Option<f64> {
    let since = |point: &(Day, f64)| to_f64(point.0.days_since(first));
    let measured = points.iter().rev().find(|point| (since(point) - day).abs() <= slot / 2.0);
    let between = || {
        points.windows(2).find_map(|pair| match pair {
            [from, to] if since(from) <= day && day <= since(to) && to.0.days_since(from.0) <= gap => {
                let share = (day - since(from)) / (since(to) - since(from)).max(1.0);
                Some(from.1 + (to.1 - from.1) * share)
            }
            _ => None,
        })
    };
    measured.map(|(_, value)| *value).or_else(between)
}
