//! One case: its head, the question in full, and as many panels as the screen holds.

mod head;
mod large;

use std::cell::{Cell, OnceCell, RefCell};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::cells::{print, print_line, width};
use super::ink::Ink;
use super::kept::Kept;
use super::look::Look;
use super::panel::{figures, guidelines, safety, series, title};
use super::panel_frame::{frame, note_hidden};
use super::prose::{self, Hidden};
use crate::app::{Binding, CaseScreen, Panel, Spot, Spots, State, Target};

/// Every panel at once from here on.
const WALL: (u16, u16) = (150, 36);
/// The guidelines and a pair of panels from here on.
const DESK: (u16, u16) = (116, 28);

/// Draws the case; tells what the panel with the focus leaves out of sight, and what answers the mouse.
pub fn draw(
    screen: &CaseScreen,
    state: &State,
    look: &Look,
    kept: &mut Kept,
    area: Rect,
    buffer: &mut Buffer,
) -> (Hidden, Spots) {
    let area = area.intersection(buffer.area);
    kept.only(screen, state, look);
    buffer.set_style(area, look.text);
    let ink = Ink::new(look, state.lang);
    let is_large = state.large && !screen.is_alone;
    let head = if is_large {
        large::head(&ink, screen, state, area, buffer)
    } else {
        head::draw(&ink, screen, state, area, buffer)
    };
    let body = Rect { y: area.y + head, height: area.height - head, ..area };
    let drawing = Drawing {
        ink,
        keys: &state.keys,
        screen,
        masked: state.masked,
        kept: RefCell::new(kept),
        safety: OnceCell::new(),
        of_focus: Cell::default(),
        spots: RefCell::default(),
    };
    match (area.width, area.height) {
        _ if is_large && screen.panel == Panel::Guidelines => {
            drawing.of_focus.set(large::row(&drawing.ink, &state.keys, screen, body, buffer));
        }
        _ if screen.is_alone || is_large => drawing.single(body, buffer),
        size if fits(size, WALL) => drawing.wall(body, buffer),
        size if fits(size, DESK) => drawing.desk(body, buffer),
        _ => drawing.single(body, buffer),
    }
    (drawing.of_focus.get(), drawing.spots.into_inner())
}

fn fits((width, height): (u16, u16), (least_width, least_height): (u16, u16)) -> bool {
    width >= least_width && height >= least_height
}

struct Drawing<'a> {
    ink: Ink<'a>,
    keys: &'a [Binding],
    screen: &'a CaseScreen,
    /// Whether what could identify somebody is hidden.
    masked: bool,
    /// What stands as it stood a frame ago.
    kept: RefCell<&'a mut Kept>,
    /// What the safety rules say; measured and drawn on a wall.
    safety: OnceCell<Vec<Line<'static>>>,
    /// What the panel with the focus leaves out of sight.
    of_focus: Cell<Hidden>,
    /// What answers the mouse.
    spots: RefCell<Spots>,
}

impl Drawing<'_> {
    /// The guidelines above; activity, damage with the series, safety and the person below.
    fn wall(&self, body: Rect, buffer: &mut Buffer) {
        // What is below gives way to the table while the cursor is in the table.
        let share = if self.screen.panel == Panel::Guidelines { 9 } else { 10 };
        let below = (body.height * share / 20).clamp(3, 24);
        let (above, below) = cut_rows(body, body.height - below);
        self.framed(Panel::Guidelines, above, buffer);
        let (left, rest) = cut_columns(below, below.width / 3);
        let (middle, right) = cut_columns(rest, rest.width / 2);
        self.framed(Panel::Activity, left, buffer);
        let (damage, series) = cut_rows(middle, middle.height * 3 / 5);
        self.framed(Panel::Damage, damage, buffer);
        self.framed(Panel::Series, series, buffer);
        let (safety, person) = cut_rows(right, self.safety_rows(right));
        self.framed(Panel::Safety, safety, buffer);
        self.framed(Panel::Person, person, buffer);
    }

    /// As many rows as the safety rules say, and no more than half of this place.
    fn safety_rows(&self, area: Rect) -> u16 {
        let cells = area.width.saturating_sub(2);
        let rows = self.kept.borrow_mut().safety_rows(cells, || prose::counted(self.safety(), cells.into()));
        u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(2).min(area.height / 2)
    }

    fn safety(&self) -> &[Line<'static>] {
        self.safety.get_or_init(|| safety::lines(&self.ink, &self.screen.opened.safety))
    }

    /// The guidelines above; below, the pair that the focus is in.
    fn desk(&self, body: Rect, buffer: &mut Buffer) {
        let (one, other) = match self.screen.panel {
            Panel::Guidelines | Panel::Activity | Panel::Damage => (Panel::Activity, Panel::Damage),
            Panel::Series | Panel::Person => (Panel::Series, Panel::Person),
            Panel::Safety => (Panel::Safety, Panel::Person),
        };
        // The pair gives way to the table while the cursor is in the table.
        let share = if self.screen.panel == Panel::Guidelines { 3 } else { 6 };
        let (above, below) = cut_rows(body, body.height - body.height * share / 11);
        self.framed(Panel::Guidelines, above, buffer);
        let (left, right) = cut_columns(below, below.width / 2);
        self.framed(one, left, buffer);
        self.framed(other, right, buffer);
    }

    /// The panel with the focus alone, under the names of all.
    fn single(&self, body: Rect, buffer: &mut Buffer) {
        if body.height == 0 {
            return;
        }
        let inside =
            Rect { x: body.x + 1, y: body.y + 1, width: body.width.saturating_sub(2), height: body.height - 1 };
        self.answer(inside, Target::Panel(self.screen.panel));
        let hidden = self.content(self.screen.panel, inside, buffer);
        self.tabs(hidden, body, buffer);
    }

    fn tabs(&self, hidden: Hidden, body: Rect, buffer: &mut Buffer) {
        let (ink, look) = (&self.ink, self.ink.look);
        let mut spans = vec![Span::raw(" ")];
        for (place, panel) in Panel::ALL.into_iter().enumerate() {
            if place > 0 {
                spans.push(Span::styled(" │ ", look.border));
            }
            let name = title(ink.words, panel);
            let is_meant = panel == self.screen.panel;
            let name = if is_meant { format!("▸ {name}") } else { name.to_owned() };
            let x = usize::from(body.x) + spans.iter().map(|span| width(&span.content)).sum::<usize>();
            let short = |cells: usize| u16::try_from(cells).unwrap_or(u16::MAX);
            let place = Rect { x: short(x), width: short(width(&name)), height: 1, ..body };
            self.answer(place.intersection(body), Target::Panel(panel));
            spans.push(Span::styled(name, if is_meant { look.title } else { look.dim }));
        }
        print_line(buffer, body.x, body.y, body.width, &Line::from(spans));
        let note = hidden.note();
        let cells = u16::try_from(width(&note)).unwrap_or(0) + 2;
        if !note.is_empty() && body.width > cells {
            print(buffer, body.right() - cells, body.y, cells, &format!(" {note} "), look.key);
        }
    }

    fn framed(&self, panel: Panel, area: Rect, buffer: &mut Buffer) {
        if panel == self.screen.panel {
            self.framed_anew(panel, area, buffer);
            return;
        }
        let mut kept = self.kept.borrow_mut();
        if let Some(spots) = kept.copy(panel, area, buffer) {
            self.spots.borrow_mut().0.extend_from_slice(spots);
            return;
        }
        let before = self.spots.borrow().0.len();
        self.framed_anew(panel, area, buffer);
        kept.keep(panel, area, self.spots.borrow().0.get(before..).unwrap_or_default(), buffer);
    }

    fn framed_anew(&self, panel: Panel, area: Rect, buffer: &mut Buffer) {
        let look = self.ink.look;
        self.answer(area, Target::Panel(panel));
        let inside = frame(title(self.ink.words, panel), panel == self.screen.panel, look, area, buffer);
        let hidden = self.content(panel, inside, buffer);
        note_hidden(hidden, look, area, buffer);
    }

    fn content(&self, panel: Panel, area: Rect, buffer: &mut Buffer) -> Hidden {
        let (ink, opened) = (&self.ink, self.screen.opened.as_ref());
        let has_focus = panel == self.screen.panel;
        let scroll = if has_focus { self.screen.scroll } else { 0 };
        let hidden = match panel {
            Panel::Guidelines => {
                let reading = guidelines::reading(ink, self.keys, self.screen, has_focus);
                let seen = guidelines::draw_table(&opened.table, &reading, ink.lang, ink.look, area, buffer);
                for (place, (row, column)) in &seen.cells {
                    self.answer(*place, Target::Cell(*row, *column));
                }
                seen.hidden
            }
            Panel::Series => series::draw(ink, opened, scroll, area, buffer),
            Panel::Activity | Panel::Damage | Panel::Person => self.figures(panel, area, buffer),
            Panel::Safety => prose::draw(self.safety(), scroll, area, buffer),
        };
        self.noted(panel, hidden)
    }

    fn figures(&self, panel: Panel, area: Rect, buffer: &mut Buffer) -> Hidden {
        let cursor = (panel == self.screen.panel).then_some(self.screen.figure);
        let of = (self.screen.opened.as_ref(), self.masked);
        let (hidden, rows) = figures::draw(&self.ink, of, panel.figures(), cursor, area, buffer);
        for (figure, place) in &rows {
            self.answer(*place, Target::Figure(panel, *figure));
        }
        hidden
    }

    fn answer(&self, place: Rect, target: Target) {
        let spot = Spot { from: (place.x, place.y), to: (place.right(), place.bottom()), target };
        self.spots.borrow_mut().0.push(spot);
    }

    fn noted(&self, panel: Panel, hidden: Hidden) -> Hidden {
        if panel == self.screen.panel {
            self.of_focus.set(hidden);
        }
        hidden
    }
}

fn cut_rows(area: Rect, height: u16) -> (Rect, Rect) {
    let height = height.min(area.height);
    (Rect { height, ..area }, Rect { y: area.y + height, height: area.height - height, ..area })
}

fn cut_columns(area: Rect, width: u16) -> (Rect, Rect) {
    let width = width.min(area.width);
    (Rect { width, ..area }, Rect { x: area.x + width, width: area.width - width, ..area })
}
