//! Where on the screen something answers the mouse: said by whoever draws it, and true until the next frame.

use super::{Command, Panel};

/// What a place of the screen stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A key of the footer or of the help, as if it were pressed.
    Key(Command),
    /// A key of the list of keys: the list is left, and the key pressed where it was asked from.
    Listed(Command),
    /// The row of this number of the list that has the cursor.
    Row(usize),
    /// A cell of the guidelines side by side: a row of the table and a guideline.
    Cell(usize, usize),
    /// A figure of a panel, by its place in the panel.
    Figure(Panel, usize),
    /// A panel of the case.
    Panel(Panel),
    /// A choice of the palette.
    Choice(usize),
}

/// A rectangle of cells, its right column and its bottom row not in it, and what it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Column and row of its first cell.
    pub from: (u16, u16),
    /// Column and row after its last cell.
    pub to: (u16, u16),
    /// What it stands for.
    pub target: Target,
}

/// Every spot of a frame; what was drawn later lies above.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spots(pub Vec<Spot>);

impl Spots {
    /// What lies topmost in this cell.
    pub fn at(&self, (column, row): (u16, u16)) -> Option<Target> {
        let covers =
            |spot: &&Spot| (spot.from.0..spot.to.0).contains(&column) && (spot.from.1..spot.to.1).contains(&row);
        self.0.iter().rev().find(covers).map(|spot| spot.target)
    }

    /// The panel that this cell lies in.
    pub(super) fn panel_at(&self, at: (u16, u16)) -> Option<Panel> {
        let panels = self.0.iter().filter(|spot| matches!(spot.target, Target::Panel(_))).copied();
        match Self(panels.collect()).at(at)? {
            Target::Panel(panel) => Some(panel),
            _ => None,
        }
    }
}

/// What a frame tells of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawn {
    /// Scrolling further than this shows nothing more.
    pub reach: usize,
    /// What answers the mouse.
    pub spots: Spots,
}
