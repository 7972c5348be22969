//! What a frame may take over from the one before: the panels of a case that the cursor is not in.

use std::sync::Arc;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use super::look::Look;
use crate::app::{CaseScreen, Opened, Panel, Spot, State};
use crate::text::Lang;

/// The panels of one case as they were last drawn. Each is drawn anew as soon as anything it is made from is another.
#[derive(Debug, Default)]
pub struct Kept {
    of: Option<Of>,
    panels: Vec<KeptPanel>,
    /// How many rows the safety rules take in so many cells.
    safety: Option<(u16, usize)>,
}

/// All that a panel without the cursor is made from, but its place.
#[derive(Debug)]
struct Of {
    /// Kept as it is: nothing else can come to stand at its address meanwhile.
    opened: Arc<Opened>,
    look: Look,
    lang: Lang,
    masked: bool,
    is_unfolded: bool,
}

#[derive(Debug)]
struct KeptPanel {
    panel: Panel,
    area: Rect,
    cells: Vec<Cell>,
    spots: Vec<Spot>,
}

impl Kept {
    /// Forgets what is not of this case, or was drawn otherwise.
    pub(super) fn only(&mut self, screen: &CaseScreen, state: &State, look: &Look) {
        let is_same = |of: &Of| {
            Arc::ptr_eq(&of.opened, &screen.opened)
                && (of.lang, of.masked, of.is_unfolded) == (state.lang, state.masked, screen.is_unfolded)
                && of.look == *look
        };
        if !self.of.as_ref().is_some_and(is_same) {
            self.panels.clear();
            self.safety = None;
            self.of = Some(Of {
                opened: Arc::clone(&screen.opened),
                look: *look,
                lang: state.lang,
                masked: state.masked,
                is_unfolded: screen.is_unfolded,
            });
        }
    }

    /// Draws the panel as it was drawn here before; tells what of it answers the mouse.
    pub(super) fn copy(&self, panel: Panel, area: Rect, buffer: &mut Buffer) -> Option<&[Spot]> {
        let kept = self.panels.iter().find(|kept| kept.panel == panel && kept.area == area)?;
        for (position, cell) in area.positions().zip(&kept.cells) {
            if let Some(place) = buffer.cell_mut(position) {
                place.clone_from(cell);
            }
        }
        Some(&kept.spots)
    }

    /// How many rows the safety rules take in so many cells, counted where that is not known.
    pub(super) fn safety_rows(&mut self, cells: u16, counted: impl FnOnce() -> usize) -> usize {
        let (_, rows) = self.safety.take_if(|(of, _)| *of == cells).unwrap_or_else(|| (cells, counted()));
        self.safety = Some((cells, rows));
        rows
    }

    /// Keeps the panel as it stands in the buffer now.
    pub(super) fn keep(&mut self, panel: Panel, area: Rect, spots: &[Spot], buffer: &Buffer) {
        if buffer.area.intersection(area) != area {
            return;
        }
        let cells = area.positions().filter_map(|position| buffer.cell(position).cloned()).collect();
        self.panels.retain(|kept| kept.panel != panel);
        self.panels.push(KeptPanel { panel, area, cells, spots: spots.to_vec() });
    }
}
