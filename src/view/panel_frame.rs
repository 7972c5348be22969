//! The frame around a panel: its title, and how much of it is out of sight.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Widget};

use super::cells::{print, width};
use super::look::Look;
use super::prose::Hidden;

/// Draws the frame and tells what is left inside; the one with the focus stands out by a mark and its line.
pub fn frame(title: &str, has_focus: bool, look: &Look, area: Rect, buffer: &mut Buffer) -> Rect {
    let area = area.intersection(buffer.area);
    if area.width < 4 || area.height < 3 {
        return Rect { width: 0, height: 0, ..area };
    }
    let line = if has_focus { look.title } else { look.border };
    Block::bordered().border_style(line).render(area, buffer);
    let title = if has_focus { format!(" ▸ {title} ") } else { format!(" {title} ") };
    print(buffer, area.x + 1, area.y, area.width - 2, &title, look.title);
    Rect { x: area.x + 2, y: area.y + 1, width: area.width - 4, height: area.height - 2 }
}

/// Says in the frame's last line how many rows are out of sight.
pub fn note_hidden(hidden: Hidden, look: &Look, area: Rect, buffer: &mut Buffer) {
    let note = hidden.note();
    let cells = u16::try_from(width(&note)).unwrap_or(u16::MAX);
    if note.is_empty() || area.width < cells.saturating_add(5) || area.height < 3 {
        return;
    }
    print(buffer, area.right() - cells - 3, area.bottom() - 1, cells + 2, &format!(" {note} "), look.key);
}
