//! A QR code as modules: drawn on the screen in half blocks, on paper in squares.

use qrcode::{Color, EcLevel, QrCode};

/// Light modules that a reader needs around the code (ISO/IEC 18004).
const QUIET: usize = 4;

/// A code with its quiet zone: rows of modules, dark ones true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix(Vec<Vec<bool>>);

impl Matrix {
    /// The code of a text; `None` where it holds more than a code can.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
        let (modules, side) = (code.to_colors(), code.width());
        let whole = side + 2 * QUIET;
        let dark = |y: usize, x: usize| {
            let (y, x) = (y.checked_sub(QUIET)?, x.checked_sub(QUIET)?);
            (x < side).then(|| modules.get(y * side + x)).flatten().map(|module| *module == Color::Dark)
        };
        let row = |y| (0..whole).map(|x| dark(y, x).unwrap_or(false)).collect();
        Some(Self((0..whole).map(row).collect()))
    }

    /// Modules on a side, the quiet zone included.
    pub fn side(&self) -> usize {
        self.0.len()
    }

    /// Whether the module of this row and column is dark; outside there is none.
    pub fn is_dark(&self, y: usize, x: usize) -> bool {
        self.0.get(y).and_then(|row| row.get(x)).copied().unwrap_or(false)
    }

    /// Runs of dark modules: row, first column, how many.
    pub fn runs(&self) -> Vec<(usize, usize, usize)> {
        let mut runs: Vec<(usize, usize, usize)> = Vec::new();
        for (y, row) in self.0.iter().enumerate() {
            for (x, _) in row.iter().enumerate().filter(|(_, dark)| **dark) {
                match runs.last_mut() {
                    Some((last, from, length)) if *last == y && *from + *length == x => *length += 1,
                    _ => runs.push((y, x, 1)),
                }
            }
        }
        runs
    }
}
