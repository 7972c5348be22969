//! Under the plots: what is given on the day of the cursor, what its mark stands for, and the legend.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::layout::Rows;
use super::{Frame, lane, marks};
use crate::domain::Treatment;
use crate::view::cells::{clipped, print_line, wrap_line};

/// Rows that the legend may take.
const LEGEND: usize = 3;

pub(super) fn draw(frame: &Frame, told: &Line, legend: &[Line], rows: &Rows, buffer: &mut Buffer) {
    let foot = Rect { x: rows.foot.x + 1, width: rows.foot.width.saturating_sub(2), ..rows.foot };
    let given = foot.height.saturating_sub(rows.told + rows.legend);
    lines(&given_here(frame), Rect { height: given, ..foot }, buffer);
    lines(told, Rect { y: foot.y + given, height: rows.told.min(foot.height - given), ..foot }, buffer);
    for (y, line) in (foot.bottom().saturating_sub(rows.legend)..foot.bottom()).zip(legend) {
        print_line(buffer, foot.x, y, foot.width, line);
    }
}

fn lines(line: &Line, area: Rect, buffer: &mut Buffer) {
    let wrapped = wrap_line(line, area.width.into());
    let shown = clipped(&wrapped, area.height.into(), area.width.into());
    for (y, line) in (area.y..area.bottom()).zip(&shown) {
        print_line(buffer, area.x, y, area.width, line);
    }
}

/// The legend; before it the equations where there are several, for their values must not be compared.
pub(super) fn legend(frame: &Frame, cells: u16) -> Vec<Line<'static>> {
    let equations = &frame.screen.chronicle.equations;
    let names: Vec<&str> = equations.iter().map(|equation| equation.name()).collect();
    let several = (names.len() > 1).then(|| (frame.ink.words.timeline.equations)(&names.join(", ")));
    let warning = several.map(|words| frame.ink.phrase().with(&words, frame.ink.look.warning).line());
    let lines = warning.iter().flat_map(|line| wrap_line(line, cells.into()));
    lines.chain(marks::legend(frame, cells.into())).take(LEGEND).collect()
}

/// `Traitements : HCQ 400 mg/j, pred 10 mg/j`.
fn given_here(frame: &Frame) -> Line<'static> {
    let (ink, words) = (&frame.ink, &frame.ink.words.timeline);
    let treatments = &frame.screen.opened.case.treatments;
    let given = frame.screen.chronicle.lanes.iter().filter_map(|of_drug| {
        let entries: Vec<&Treatment> = of_drug.entries.iter().filter_map(|entry| treatments.get(*entry)).collect();
        let entry = lane::on(&entries, frame.screen.cursor)?;
        Some(format!("{} {}", lane::name(frame, of_drug, entry), lane::dose(frame, entry)))
    });
    let given: Vec<String> = given.collect();
    if given.is_empty() {
        return ink.phrase().dim(words.nothing_given).line();
    }
    ink.phrase().dim(&format!("{}{}", words.given, ink.words.guide.colon)).say(&given.join(", ")).line()
}
