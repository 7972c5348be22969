//! Which rows of the screen are whose.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::TimelineScreen;
use crate::view::cells::wrap_line;
use crate::view::prose::Hidden;

/// Rows of the curve under the cursor, at the least and at the most.
const TALL: (u16, u16) = (4, 9);
/// From this height on, treatments and marks have two rows for their words.
const ROOMY: u16 = 28;

/// The rows of everything.
pub(super) struct Rows {
    /// The months and years, and the day of the cursor.
    pub ticks: Rect,
    /// The marks.
    pub marks: Rect,
    /// The curves in sight, by their place.
    pub curves: Vec<(usize, Rect)>,
    /// The lanes in sight, by their place.
    pub lanes: Vec<(usize, Rect)>,
    /// Under the plots: what is given on the day of the cursor, what its mark stands for, the legend.
    pub foot: Rect,
    /// Rows of the mark's words.
    pub told: u16,
    /// Rows of the legend.
    pub legend: u16,
    pub hidden_curves: Hidden,
    pub hidden_lanes: Hidden,
}

impl Rows {
    /// The row after the last plot.
    pub fn end_of_plots(&self) -> u16 {
        self.foot.y
    }
}

/// The rows of this place; the words of the mark take what they need where they are asked for.
pub(super) fn rows(screen: &TimelineScreen, told: &Line, legend: u16, body: Rect) -> Rows {
    let usual = if body.height >= ROOMY { 2 } else { 1 };
    let told_rows = if screen.is_told {
        let lines = wrap_line(told, usize::from(body.width.saturating_sub(2))).len();
        u16::try_from(lines).unwrap_or(usual).clamp(usual, (body.height / 3).max(1))
    } else {
        usual
    };
    let foot = (usual + told_rows + legend).min(body.height);
    let row = |y: u16, height: u16| Rect { y: body.y + y, height, ..body };
    let plots = body.height.saturating_sub(2 + foot);
    let (curves, lanes) = (screen.traces().len(), screen.chronicle.lanes.len());
    let for_lanes = count(lanes).min((plots / 4).max(2)).min(plots);
    let heights = heights(screen.trace(), curves, plots - for_lanes);
    let mut y = 2;
    let mut placed = Vec::new();
    for (index, height) in &heights {
        placed.push((*index, row(y, *height)));
        y += height;
    }
    let left = (body.height - foot).saturating_sub(y);
    let first = first(screen.lane().unwrap_or(0), lanes, left.into());
    let seen: Vec<(usize, Rect)> =
        (first..lanes).zip(0..left).map(|(index, below)| (index, row(y + below, 1))).collect();
    let (above, shown) = (heights.first().map_or(0, |(index, _)| *index), heights.len());
    Rows {
        ticks: row(0, 1.min(body.height)),
        marks: row(1, 1.min(body.height.saturating_sub(1))),
        hidden_curves: Hidden { above, below: curves.saturating_sub(above + shown) },
        hidden_lanes: Hidden { above: first, below: lanes.saturating_sub(first + seen.len()) },
        curves: placed,
        lanes: seen,
        foot: row(body.height - foot, foot),
        told: told_rows,
        legend,
    }
}

/// The height of each curve in sight. The one at hand is the tallest; all are as tall as it where there is room.
fn heights(at: usize, curves: usize, room: u16) -> Vec<(usize, u16)> {
    let (least, most) = TALL;
    let tall = least.min(room);
    let others = usize::from(room - tall).min(curves.saturating_sub(1));
    if tall == 0 || curves == 0 {
        return Vec::new();
    }
    let start = first(at, curves, others + 1);
    let even = (room - tall).checked_div(count(others)).unwrap_or(0).clamp(1, most);
    let mut spare = room - tall - even.min(room - tall) * count(others);
    let mut heights: Vec<(usize, u16)> =
        (start..=start + others).map(|index| (index, if index == at { tall } else { even })).collect();
    let grown = spare.min(most - tall.min(most));
    spare -= grown;
    for (index, height) in &mut heights {
        if *index == at {
            *height += grown;
        } else if spare > 0 && *height < most {
            *height += 1;
            spare -= 1;
        }
    }
    heights
}

/// The first of a list that scrolls so that this one is in sight.
fn first(at: usize, count: usize, room: usize) -> usize {
    at.saturating_sub(room / 2).min(count.saturating_sub(room))
}

fn count(of: usize) -> u16 {
    u16::try_from(of).unwrap_or(u16::MAX)
}
