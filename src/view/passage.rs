//! One past decision in full, as the room saw it.

use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};
use serde::Deserialize;

use super::bars::{Parts, bar};
use super::cells::width;
use super::ink::Ink;
use super::look::Look;
use super::page::Page;
use super::panel::{guidelines, safety};
use super::{decision, difference, mark, shown, standing_after};
use crate::app::{PassageScreen, State};
use crate::domain::Day;
use crate::knowledge::{Alerts, Table};
use crate::meeting::{Locked, Recorded};
use crate::report::weight_then;
use crate::text::{Words, words};

/// Draws the decision, and tells how far it can be scrolled.
pub fn draw(screen: &PassageScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) -> usize {
    let words = words(state.lang);
    let recorded = &screen.passage;
    let locked = &recorded.locked;
    let (mark, standing, style) = if recorded.entry.is_current {
        (mark::OK, words.screens.current, look.ok)
    } else {
        (mark::WARNING, words.archive.superseded, look.warning)
    };
    let alias = shown::alias(state, &locked.alias);
    let title = format!("{} · {} · {alias}", words.screens.past_decision, locked.case_id);
    let status = words.label(recorded.entry.status());
    let version = format!("{mark} {}, {standing} · {status}", (words.screens.version)(recorded.entry.version));
    let title = Line::from(Span::styled(title, look.title));
    bar(look, parts.head, buffer, &title, &Line::from(Span::styled(version, style)));
    let mut page = Page::of(parts.body);
    if screen.shows_difference {
        page.row(Line::default());
        difference::write(&mut page, recorded, state, look);
    } else {
        write(&mut page, recorded, state, look);
    }
    page.draw(look, parts.body, buffer, screen.scroll)
}

fn write(page: &mut Page, recorded: &Recorded, state: &State, look: &Look) {
    let words = words(state.lang);
    let locked = &recorded.locked;
    let table = Table::deserialize(&locked.table).ok();
    page.row(Line::default());
    page.words(locked.question.as_str(), look.text);
    page.words(&figures(locked, state, words), look.dim);
    if !recorded.entry.is_current {
        page.words(words.screens.not_current, look.warning);
    }
    if let Some(follows) = &recorded.follows {
        let day = follows.meeting.unwrap_or(Day(follows.locked_at.date_naive()));
        let said = format!("{} · {}", state.lang.date(day), words.label(follows.outcome));
        page.words(&(words.deliberation.previous)(&said), look.text);
    }
    decision::write_quorum(page, locked.room.as_ref().map(|room| &room.quorum), look, words);
    let seen = (table.as_ref(), weight_then(locked));
    decision::write(page, &locked.decision, locked.amends.as_ref(), seen, state, look);
    standing_after::write(page, recorded, state, look);
    write_versions(page, recorded, state, look, words);
    write_safety(page, locked, state, look);
    write_seen(page, locked, table.as_ref(), look, words);
    write_case(page, locked, state, look, words);
}

/// The case's figures as the room saw them.
fn figures(locked: &Locked, state: &State, words: &Words) -> String {
    let mut parts = Vec::new();
    parts.extend(locked.meeting.map(|day| state.lang.date(day)));
    parts.extend(
        Some(&locked.class).filter(|class| !class.is_empty()).map(|class| format!("{} {class}", words.queue.class)),
    );
    parts.extend(locked.upcr.as_ref().map(|upcr| format!("{} {}", words.unit.upcr, shown::stored(upcr, state.lang))));
    parts.extend(locked.egfr.as_ref().map(|egfr| format!("{} {}", words.unit.egfr, shown::stored(egfr, state.lang))));
    parts.join(" · ")
}

fn write_versions(page: &mut Page, recorded: &Recorded, state: &State, look: &Look, words: &Words) {
    page.words(words.screens.versions, look.title);
    for version in &recorded.versions {
        let this = version.id == recorded.entry.id;
        let sign = if this { mark::CURSOR } else { " " };
        let name = (words.screens.version)(version.version);
        let lead = Line::from(vec![Span::styled(format!("{sign} "), look.key), Span::raw(name.clone())]);
        let indent = width(&name) + 4;
        let who = (words.screens.by)(&version.actor);
        let mut said =
            format!("{} · {who} · {}", words.label(version.outcome), shown::moment(version.locked_at, state.lang));
        if let Some(amends) = &version.amends {
            said = format!("{said}\n{} · {}", words.screens.because, amends.reason);
        }
        page.hanging(lead, indent, &said, if this { look.text } else { look.dim });
    }
}

/// The safety alerts that the room saw; nothing where none were kept.
fn write_safety(page: &mut Page, locked: &Locked, state: &State, look: &Look) {
    let Ok(alerts) = Alerts::deserialize(&locked.safety) else { return };
    let ink = Ink::new(look, state.lang);
    page.row(Line::default());
    page.words(ink.words.safety.at_lock, look.title);
    for line in safety::lines(&ink, &alerts) {
        page.set_in(&line, 2, 4);
    }
}

/// What the guidelines said then, under which edition.
fn write_seen(page: &mut Page, locked: &Locked, table: Option<&Table>, look: &Look, words: &Words) {
    page.row(Line::default());
    page.words(words.archive.as_seen_then, look.title);
    let editions: Vec<String> = locked
        .editions
        .iter()
        .map(|one| match table {
            Some(_) => shown::guideline(table, &one.guideline),
            None => format!("{} {}", one.guideline, one.edition),
        })
        .collect();
    if let Some(table) = table {
        let cells = u16::try_from(page.width()).unwrap_or(u16::MAX);
        for line in guidelines::lines(table, words.lang, look, cells) {
            page.row(line);
        }
        page.row(Line::default());
    }
    page.pair(look, words.archive.editions, 2, &editions.join(", "), look.text);
    page.pair(look, words.archive.hash, 2, &locked.case_sha256, look.dim);
}

/// The case file as it was, line by line; nothing of it where identities are hidden, for it may hold some anywhere.
fn write_case(page: &mut Page, locked: &Locked, state: &State, look: &Look, words: &Words) {
    page.row(Line::default());
    page.words(words.screens.case_then, look.title);
    let text = if state.masked { words.screens.hidden } else { &locked.case_yaml };
    for line in text.lines() {
        let depth = line.len() - line.trim_start().len();
        page.hanging(Line::raw(" ".repeat(2 + depth)), 2 + depth, line.trim_start(), look.dim);
    }
    page.row(Line::default());
}
