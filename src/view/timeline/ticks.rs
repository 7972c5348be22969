//! The months and years of the axis, at their true places, and the day under the cursor.

use chrono::{Datelike, Months};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Frame;
use crate::domain::Day;
use crate::text::Lang;
use crate::view::cells::{print, width};

/// Months from one tick to the next that are tried, the nearest first.
const STEPS: [u32; 9] = [1, 2, 3, 6, 12, 24, 60, 120, 240];

pub(super) fn draw(frame: &Frame, area: Rect, buffer: &mut Buffer) {
    let (lang, look) = (frame.ink.lang, frame.ink.look);
    let room = usize::from(frame.right - frame.left);
    let placed = STEPS.into_iter().find_map(|step| placed(frame, step, lang));
    for (x, label) in placed.unwrap_or_default() {
        let left = room - usize::from(x);
        print(buffer, frame.left + x, area.y, 1, "╷", look.border);
        if width(&label) < left {
            print(buffer, frame.left + x + 1, area.y, frame.right - frame.left - x - 1, &label, look.dim);
        }
    }
    let cursor = format!("▸ {}", lang.date(frame.screen.cursor));
    frame.margin(area.y, &Line::from(Span::styled(cursor, look.key)), buffer);
}

/// The columns of the ticks at this step with their names; none where two names would touch.
fn placed(frame: &Frame, step: u32, lang: Lang) -> Option<Vec<(u16, String)>> {
    let mut free = 0;
    let mut placed = Vec::new();
    for day in firsts(frame.axis.first, frame.axis.last, step) {
        let x = frame.axis.column(day)?;
        let label = if step >= 12 { day.0.year().to_string() } else { lang.month_of(day) };
        if x < free {
            return None;
        }
        free = x + 2 + u16::try_from(width(&label)).ok()?;
        placed.push((x, label));
    }
    (!placed.is_empty()).then_some(placed)
}

/// The first days of the months in sight, every so many counted from January.
fn firsts(first: Day, last: Day, step: u32) -> Vec<Day> {
    let january = first.0.with_day(1).and_then(|day| day.with_month(1));
    let mut found = Vec::new();
    let mut month = january;
    while let Some(day) = month.filter(|day| *day <= last.0) {
        let years = u32::try_from(day.year()).unwrap_or(0);
        if day >= first.0 && (years * 12 + day.month0()).is_multiple_of(step) {
            found.push(Day(day));
        }
        month = day.checked_add_months(Months::new(1));
    }
    found
}
