use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::look::Look;
use crate::app::{State, WhyScreen};

/// Nothing yet.
pub fn draw(_: &WhyScreen, _: &State, _: &Look, _: Rect, _: &mut Buffer) {}
