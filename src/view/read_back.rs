//! The decision read back to the room: all of it, large and spaced; Enter locks it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::cells::{line_width, width};
use super::ink::Ink;
use super::look::Look;
use super::page::Page;
use super::panel::safety::{brief, is_loud, loud, named, short, waiting};
use super::{decision, remark, said, shown};
use crate::app::{ReadBack, State};
use crate::knowledge::{Alerts, Level};
use crate::meeting::session;
use crate::text::words;

/// A page that is read aloud is no wider than this.
const MOST_WIDTH: u16 = 110;
/// Rows of the prompt at the foot of the page.
const PROMPT: u16 = 2;

/// Draws the decision, and tells how far it can be scrolled.
pub fn draw(screen: &ReadBack, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) -> usize {
    let words = words(state.lang);
    let opened = &screen.form.opened;
    let title = format!("{} · {}", words.decision.read_back, opened.case.case);
    let alerts = alerts(&Ink::new(look, state.lang), &screen.form.safety, &title, parts.head.width);
    bar(look, parts.head, buffer, &Line::from(Span::styled(title, look.title)), &alerts);
    let margin = parts.body.width.saturating_sub(MOST_WIDTH) / 2;
    let body = Rect {
        x: parts.body.x + margin,
        width: parts.body.width - 2 * margin,
        height: parts.body.height.saturating_sub(PROMPT),
        ..parts.body
    };
    let mut page = Page::of(body);
    page.row(Line::default());
    page.words(&shown::head(opened, state, words), look.text);
    page.words(opened.case.question.as_str(), look.dim);
    let quorum = session::quorum(&state.session, Some(&opened.case.case));
    decision::write_quorum(&mut page, Some(&quorum), look, words);
    write_stops(&mut page, &screen.form.safety, &Ink::new(look, state.lang));
    let amends = screen.form.draft().amends;
    let seen = (Some(&opened.table), said::weight(opened));
    decision::write(&mut page, &screen.decision, amends.as_ref(), seen, state, look);
    remark::aloud(&mut page, &screen.decision, opened, state.lang, look);
    decision::write_gaps(&mut page, &screen.decision, look, words);
    safety(&mut page, &screen.form.safety, state, look);
    let reach = page.draw(look, body, buffer, screen.scroll);
    let prompt = match screen.locking {
        _ if state.is_projector() => words.live.agreed,
        true => words.screens.locking,
        false => words.decision.read_back_prompt,
    };
    let mut foot = Page::of(parts.body);
    foot.words(prompt, look.warning);
    foot.draw(
        look,
        Rect { y: body.bottom() + PROMPT.min(1), height: parts.say.y.saturating_sub(body.bottom() + 1), ..parts.body },
        buffer,
        0,
    );
    reach
}

/// The alerts in the bar, in sight however long the page is: as many by name as stand beside the title.
fn alerts(ink: &Ink, alerts: &Alerts, title: &str, cells: u16) -> Line<'static> {
    let room = usize::from(cells).saturating_sub(width(title) + 4);
    let mut named = (0..=loud(alerts)).rev().map(|names| brief(ink, alerts, names));
    named.find(|line| line_width(line) <= room).unwrap_or_default()
}

/// What the safety rules forbid, by name, before what is decided; the sentences follow it.
fn write_stops(page: &mut Page, alerts: &Alerts, ink: &Ink) {
    for alert in alerts.at(Level::Stop) {
        page.set_in(&named(ink, alert), 0, 2);
    }
}

/// What the safety rules say of the case with these lines, as many as the bar counts: what is loud in a sentence, what is
/// only to be known by name, what they cannot say folded.
fn safety(page: &mut Page, alerts: &Alerts, state: &State, look: &Look) {
    let ink = Ink::new(look, state.lang);
    let told = |alert| if is_loud(alert) { short(&ink, alert) } else { named(&ink, alert) };
    let mut lines: Vec<Line<'static>> = alerts.firing().map(told).collect();
    lines.extend(waiting(&ink, alerts));
    if lines.is_empty() {
        return;
    }
    page.words(ink.words.safety.of_case, look.title);
    for line in &lines {
        page.set_in(line, 2, 4);
    }
    page.row(Line::default());
}
