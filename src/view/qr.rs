//! A QR code in half blocks, dark on light whatever the theme: a telephone has to read it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

use super::look::Look;
use crate::report::qr;

/// A code on the screen.
pub struct Matrix(qr::Matrix);

impl Matrix {
    /// The code of a text; `None` where it holds more than a code can.
    pub fn of(text: &str) -> Option<Self> {
        qr::Matrix::of(text).map(Self)
    }

    /// Cells it takes across.
    pub fn width(&self) -> u16 {
        u16::try_from(self.0.side()).unwrap_or(u16::MAX)
    }

    /// Rows it takes: two modules in each.
    pub fn height(&self) -> u16 {
        self.width().div_ceil(2)
    }

    /// Draws it with its corner here.
    pub fn draw(&self, look: &Look, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        for (y, row) in (area.y..area.bottom()).zip(0..usize::from(self.height())) {
            for (x, column) in (area.x..area.right()).zip(0..self.0.side()) {
                let (above, below) = (self.0.is_dark(2 * row, column), self.0.is_dark(2 * row + 1, column));
                if let Some(cell) = buffer.cell_mut((x, y)) {
                    let (symbol, style) = pair(look, above, below);
                    cell.set_symbol(symbol).set_style(style);
                }
            }
        }
    }
}

/// Dark and light on this terminal; none where it has no colours.
pub fn colours(look: &Look) -> Option<(Color, Color)> {
    match look.text.fg {
        Some(Color::Rgb(..)) => Some((Color::Rgb(0, 0, 0), Color::Rgb(255, 255, 255))),
        // Beyond the first 16, which a terminal's own scheme may change.
        Some(Color::Indexed(_)) => Some((Color::Indexed(16), Color::Indexed(231))),
        Some(_) => Some((Color::Black, Color::White)),
        None => None,
    }
}

/// Two modules, one above the other. Without colours what is light is drawn in the terminal's own foreground.
fn pair(look: &Look, above: bool, below: bool) -> (&'static str, Style) {
    let Some((dark, light)) = colours(look) else {
        let symbol = match (above, below) {
            (false, false) => "█",
            (false, true) => "▀",
            (true, false) => "▄",
            (true, true) => " ",
        };
        return (symbol, Style::reset());
    };
    let colour = |is_dark| if is_dark { dark } else { light };
    ("▀", Style::reset().fg(colour(above)).bg(colour(below)))
}
