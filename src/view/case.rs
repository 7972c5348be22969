use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::look::Look;
use crate::app::{CaseScreen, State};

/// Nothing yet.
pub fn draw(_: &CaseScreen, _: &State, _: &Look, _: Rect, _: &mut Buffer) {}
