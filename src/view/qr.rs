//! A QR code in half blocks, dark on light whatever the theme: a telephone has to read it.

use qrcode::{Color as Module, EcLevel, QrCode};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

use super::look::Look;

/// Light modules that a reader needs around the code (ISO/IEC 18004).
const QUIET: usize = 4;

/// A code with its quiet zone: rows of modules, dark ones true.
pub struct Matrix(Vec<Vec<bool>>);

impl Matrix {
    /// The code of a text; `None` where it holds more than a code can.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
        let (modules, side) = (code.to_colors(), code.width());
        let whole = side + 2 * QUIET;
        let dark = |y: usize, x: usize| {
            let (y, x) = (y.checked_sub(QUIET)?, x.checked_sub(QUIET)?);
            (x < side).then(|| modules.get(y * side + x)).flatten().map(|module| *module == Module::Dark)
        };
        let row = |y| (0..whole).map(|x| dark(y, x).unwrap_or(false)).collect();
        Some(Self((0..whole).map(row).collect()))
    }

    /// Cells it takes across.
    pub fn width(&self) -> u16 {
        u16::try_from(self.0.len()).unwrap_or(u16::MAX)
    }

    /// Rows it takes: two modules in each.
    pub fn height(&self) -> u16 {
        self.width().div_ceil(2)
    }

    fn is_dark(&self, y: usize, x: usize) -> bool {
        self.0.get(y).and_then(|row| row.get(x)).copied().unwrap_or(false)
    }

    /// Draws it with its corner here.
    pub fn draw(&self, look: &Look, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        for (y, row) in (area.y..area.bottom()).zip(0..usize::from(self.height())) {
            for (x, column) in (area.x..area.right()).zip(0..self.0.len()) {
                let (above, below) = (self.is_dark(2 * row, column), self.is_dark(2 * row + 1, column));
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
