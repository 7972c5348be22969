//! Under the plots: what is given on the day of the cursor, what its mark stands for, and the legend.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::layout::Rows;
use super::{Frame, lane, marks};
use crate::domain::Treatment;
use crate::view::cells::{clipped, print_line, wrap_line};

pub(super) fn draw(frame: &Frame, told: &Line, rows: &Rows, buffer: &mut Buffer) {
    let foot = Rect { x: rows.foot.x + 1, width: rows.foot.width.saturating_sub(2), ..rows.foot };
    let given = foot.height.saturating_sub(rows.told + 1);
    lines(&given_here(frame), Rect { height: given, ..foot }, buffer);
    lines(told, Rect { y: foot.y + given, height: rows.told.min(foot.height - given), ..foot }, buffer);
    let last = Rect { y: foot.bottom().saturating_sub(1), height: 1.min(foot.height), ..foot };
    lines(&legend(frame), last, buffer);
}

fn lines(line: &Line, area: Rect, buffer: &mut Buffer) {
    let wrapped = wrap_line(line, area.width.into());
    let shown = clipped(&wrapped, area.height.into(), area.width.into());
    for (y, line) in (area.y..area.bottom()).zip(&shown) {
        print_line(buffer, area.x, y, area.width, line);
    }
}

/// The equations first where there are several, for their values must not be compared.
fn legend(frame: &Frame) -> Line<'static> {
    let equations = &frame.screen.chronicle.equations;
    if equations.len() < 2 {
        return marks::legend(frame);
    }
    let names: Vec<&str> = equations.iter().map(|equation| equation.name()).collect();
    let warning = (frame.ink.words.timeline.equations)(&names.join(", "));
    let mut line = frame.ink.phrase().with(&warning, frame.ink.look.warning).dot().line();
    line.spans.push(" ".into());
    line.spans.extend(marks::legend(frame).spans);
    line
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
