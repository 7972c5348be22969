use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Bits of a braille cell's dots, by column then row.
const BITS: [[u8; 4]; 2] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]];
/// Braille without a dot.
const EMPTY: u32 = 0x2800;

/// Dots of one colour, two by four in a cell.
pub(in crate::view) struct Dots {
    width: usize,
    cells: Vec<u8>,
}

impl Dots {
    pub(in crate::view) fn new(plot: Rect) -> Self {
        let width = usize::from(plot.width);
        Self { width, cells: vec![0; width * usize::from(plot.height)] }
    }

    /// Sets a dot; outside the area nothing happens.
    pub(in crate::view) fn set(&mut self, (x, y): (i32, i32)) {
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else { return };
        let bit = BITS.get(x % 2).and_then(|column| column.get(y % 4)).copied().unwrap_or(0);
        let cell = self.cells.get_mut(y / 4 * self.width + x / 2).filter(|_| x / 2 < self.width);
        if let Some(cell) = cell {
            *cell |= bit;
        }
    }

    /// A straight line of dots (Bresenham); none is walked that lies wholly beyond one side.
    pub(in crate::view) fn line(&mut self, from: (i32, i32), to: (i32, i32)) {
        let most = |dots: usize| i32::try_from(dots).unwrap_or(i32::MAX);
        let (right, bottom) = (most(self.width * 2), most(self.cells.len().checked_div(self.width).unwrap_or(0) * 4));
        let is_beyond = |one: i32, other: i32, end: i32| one.max(other) < 0 || one.min(other) >= end;
        if is_beyond(from.0, to.0, right) || is_beyond(from.1, to.1, bottom) {
            return;
        }
        let (across, down) = ((to.0 - from.0).abs(), -(to.1 - from.1).abs());
        let step = ((to.0 - from.0).signum(), (to.1 - from.1).signum());
        let (mut at, mut error) = (from, across + down);
        loop {
            self.set(at);
            if at == to {
                return;
            }
            let doubled = 2 * error;
            if doubled >= down {
                error += down;
                at.0 += step.0;
            }
            if doubled <= across {
                error += across;
                at.1 += step.1;
            }
        }
    }

    /// A dotted line over the whole width.
    pub(in crate::view) fn dotted(&mut self, y: i32) {
        for x in (0..self.width).filter_map(|cell| i32::try_from(cell * 2).ok()) {
            self.set((x, y));
        }
    }

    /// Draws the cells that have a dot; what lay beneath gives way.
    pub(in crate::view) fn draw(&self, plot: Rect, style: Style, buffer: &mut Buffer) {
        for (position, dots) in plot.positions().zip(&self.cells) {
            let symbol = char::from_u32(EMPTY + u32::from(*dots)).filter(|_| *dots != 0);
            if let (Some(symbol), Some(cell)) = (symbol, buffer.cell_mut(position)) {
                cell.set_char(symbol).set_style(style);
            }
        }
    }
}
