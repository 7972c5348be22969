//! Where reliable help is: a list of addresses, and the QR code of the one under the cursor. Nothing is ever fetched.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::cells::{print_line, wrap_line};
use super::ink::Ink;
use super::look::Look;
use super::mark;
use super::qr::{Matrix, colours};
use crate::app::{ResourcesScreen, State};
use crate::knowledge::{RESOURCES, Resource, Trust};

/// Cells that the list needs beside a code.
const LIST: u16 = 30;

/// Draws the list, and the code beside it where there is room for it.
pub fn draw(screen: &ResourcesScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let ink = Ink::new(look, state.lang);
    let selected = screen.selected.min(RESOURCES.len().saturating_sub(1));
    let title = Line::from(Span::styled(ink.words.personal.resources, look.title));
    let place = (ink.words.queue.position)(selected + 1, RESOURCES.len());
    bar(look, parts.head, buffer, &title, &Line::raw(place));
    let Some(resource) = RESOURCES.get(selected) else { return };
    let body = parts.body;
    let code = resource.link().and_then(|link| Matrix::of(&link));
    let fits = |code: &Matrix| body.width >= code.width() + LIST && body.height >= code.height();
    let drawn = code.as_ref().filter(|code| fits(code));
    let beside = drawn.map_or(0, |code| code.width() + 1);
    if let Some(code) = drawn {
        let at = Rect { x: body.right() - code.width(), width: code.width(), height: code.height(), ..body };
        code.draw(look, at, buffer);
    }
    let mut lines = list(&ink, selected);
    lines.push(Line::default());
    lines.extend(about(&ink, resource));
    lines.push(Line::default());
    lines.extend(on_code(
        &ink,
        code.as_ref(),
        drawn.is_some(),
        (parts.foot.bottom().saturating_sub(body.height), look),
    ));
    write(&lines, Rect { x: body.x + 1, width: body.width.saturating_sub(beside + 2), ..body }, buffer);
}

fn list(ink: &Ink, selected: usize) -> Vec<Line<'static>> {
    let one = |(place, resource): (usize, &Resource)| {
        let (name, _) = resource.said(ink.lang);
        if place == selected {
            ink.phrase().with(mark::CURSOR, ink.look.key).with(name, ink.look.selected).line()
        } else {
            ink.phrase().say("\u{a0}").say(name).line()
        }
    };
    RESOURCES.iter().enumerate().map(one).collect()
}

/// What it is for, its address as printed, its language, and how far it can be trusted.
fn about(ink: &Ink, resource: &Resource) -> Vec<Line<'static>> {
    let words = &ink.words.personal;
    let (_, purpose) = resource.said(ink.lang);
    let trust = (words.trust)(resource.trust.code());
    let style = if resource.trust == Trust::FromSheet { ink.look.dim } else { ink.look.needs_data };
    let mut lines = vec![
        ink.phrase().say(purpose).line(),
        ink.phrase().with(resource.address, ink.look.title).line(),
        ink.phrase().with(mark::INFO, style).with(trust, style).line(),
    ];
    let language = resource.language.map(|lang| lang.code().to_uppercase());
    lines.extend(language.map(|language| ink.labelled(words.page_language).say(&language).line()));
    lines
}

/// Why there is no code; else that it was drawn here. `around` is the rows of the window that are not the list's.
fn on_code(ink: &Ink, code: Option<&Matrix>, is_drawn: bool, (around, look): (u16, &Look)) -> Vec<Line<'static>> {
    let words = &ink.words.personal;
    let mut lines = Vec::new();
    match code {
        None => lines.push(ink.phrase().with(words.no_qr, look.warning).line()),
        Some(code) if !is_drawn => {
            let (width, height) = (code.width() + LIST, code.height() + around);
            let sentence = (words.qr_too_small)(usize::from(width), usize::from(height));
            lines.push(ink.phrase().with(&sentence, look.warning).line());
        }
        Some(_) if colours(look).is_none() => lines.push(ink.phrase().say(words.may_be_inverted).line()),
        Some(_) => {}
    }
    lines.push(ink.phrase().dim(words.offline).line());
    lines
}

fn write(lines: &[Line<'static>], area: Rect, buffer: &mut Buffer) {
    let cells = usize::from(area.width).max(1);
    let rows = lines.iter().flat_map(|line| wrap_line(line, cells));
    for (y, row) in (area.y..area.bottom()).zip(rows) {
        print_line(buffer, area.x, y, area.width, &row);
    }
}
