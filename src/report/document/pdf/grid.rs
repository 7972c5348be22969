use super::super::super::page::Grid;
use super::flow::{Flow, Mark};

/// Around the text of a cell, across and down, in points.
const ACROSS: f32 = 3.0;
const DOWN: f32 = 1.6;
/// What a word may ask for of the whole width before it is broken.
const MOST: f32 = 0.3;

/// Draws a table: cells wrap, a row stays whole, the head comes again on every page.
pub(super) fn draw(flow: &mut Flow<'_>, grid: &Grid, left: f32, width: f32) {
    let size = flow.size * 0.94;
    let widths = widths(flow, grid, size, width);
    let head = row(flow, &grid.head, &widths, size, true);
    let first = grid.rows.first().map(|cells| row(flow, cells, &widths, size, false).1).unwrap_or_default();
    flow.need(head.1 + first);
    put(flow, &head, &widths, left, size, true);
    for cells in &grid.rows {
        let lines = row(flow, cells, &widths, size, false);
        if !flow.fits(lines.1) {
            flow.turn();
            put(flow, &head, &widths, left, size, true);
        }
        put(flow, &lines, &widths, left, size, false);
    }
}

/// The lines of each cell, and how high the row is.
type Lines = (Vec<Vec<String>>, f32);

fn row(flow: &Flow<'_>, cells: &[String], widths: &[f32], size: f32, is_head: bool) -> Lines {
    let wrap = |(place, (cell, width)): (usize, (&String, &f32))| {
        flow.faces.of(is_head || place == 0).wrap(cell, size, width - 2.0 * ACROSS)
    };
    let lines: Vec<Vec<String>> = cells.iter().zip(widths).enumerate().map(wrap).collect();
    let most = lines.iter().map(Vec::len).max().unwrap_or_default();
    let rows = f32::from(u16::try_from(most).unwrap_or(u16::MAX));
    (lines, rows * Flow::line_height(size) + 2.0 * DOWN)
}

fn put(flow: &mut Flow<'_>, (lines, height): &Lines, widths: &[f32], left: f32, size: f32, is_head: bool) {
    let top = flow.y;
    let whole: f32 = widths.iter().sum();
    if is_head {
        flow.mark(Mark::Fill { x: left, y: top, width: whole, height: *height, grey: 232 });
    }
    let mut x = left;
    for (place, (cell, width)) in lines.iter().zip(widths).enumerate() {
        flow.y = top + DOWN;
        for line in cell {
            flow.put(x + ACROSS, size, is_head || place == 0, line.clone());
            flow.y += Flow::line_height(size);
        }
        x += width;
    }
    flow.y = top + height;
    flow.mark(Mark::line((left, flow.y), (left + whole, flow.y), 0.3));
}

/// Columns as wide as their text where that fits; else what is over their longest words is shared by how much they need.
fn widths(flow: &Flow<'_>, grid: &Grid, size: f32, whole: f32) -> Vec<f32> {
    let columns = grid.head.len().max(1);
    let mut most = vec![0.0_f32; columns];
    let mut least = vec![0.0_f32; columns];
    for (number, cells) in std::iter::once(&grid.head).chain(&grid.rows).enumerate() {
        for (place, ((cell, most), least)) in cells.iter().zip(&mut most).zip(&mut least).enumerate() {
            let (line, word) = flow.faces.of(number == 0 || place == 0).widths(cell, size);
            *most = most.max(line + 2.0 * ACROSS);
            *least = least.max(word.min(whole * MOST) + 2.0 * ACROSS);
        }
    }
    let (wanted, needed): (f32, f32) = (most.iter().sum(), least.iter().sum());
    if wanted <= whole {
        let over = (whole - wanted) / wanted.max(1.0);
        return most.iter().map(|width| width * (1.0 + over)).collect();
    }
    if needed >= whole {
        return least.iter().map(|width| width * whole / needed).collect();
    }
    let share = (whole - needed) / (wanted - needed);
    most.iter().zip(&least).map(|(most, least)| least + (most - least) * share).collect()
}
