//! A laboratory's table: what it adds to the case file, what the file says already or otherwise, what was left out.

use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::ink::Ink;
use super::look::Look;
use super::panel_frame::{frame, note_hidden};
use super::{mark, prose, scores_preview};
use crate::app::{LabsScreen, State};
use crate::read::{LabTable, LabValue, Severity};
use crate::text::{visible, words};

/// Draws the screen, and tells how far it scrolls.
pub fn draw(screen: &LabsScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) -> usize {
    let ink = Ink::new(look, state.lang);
    let say = &words(state.lang).labs;
    let title = format!("{} · {}", say.title, screen.opened.case.case);
    let left_out = screen.table.as_ref().and_then(|table| table.as_ref().ok()).map(|table| table.left_out.len());
    let plan = &screen.plan;
    let right = left_out.map(|out| (say.counts)(plan.new.len(), plan.same.len(), plan.conflicts.len(), out));
    let right = Line::raw(right.unwrap_or_default());
    bar(look, parts.head, buffer, &Line::from(Span::styled(title, look.title)), &right);
    let name = screen.opened.file.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let inside = frame(&visible(&name), true, look, parts.body, buffer);
    let lines = match &screen.table {
        None => vec![ink.phrase().say(say.paste_here).line(), Line::default(), ink.phrase().dim(say.paste_what).line()],
        Some(Err(why)) => vec![
            ink.phrase().with((say.no_table)(*why), look.error).line(),
            Line::default(),
            ink.phrase().dim(say.paste_what).line(),
        ],
        Some(Ok(table)) => told(&ink, screen, table, state.masked),
    };
    let hidden = prose::draw(&lines, screen.scroll, inside, buffer);
    note_hidden(hidden, look, parts.body, buffer);
    hidden.above + hidden.below
}

fn told(ink: &Ink, screen: &LabsScreen, table: &LabTable, masked: bool) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    lines.extend(units(ink, screen));
    lines.extend(values(ink, screen));
    lines.extend(left_out(ink, table));
    lines.extend(warnings(ink, screen));
    match screen.preview.as_ref().map(|preview| &preview.outcome) {
        Some(Ok(outcome)) => {
            lines.push(ink.heading(ink.words.scores_entry.preview));
            lines.extend(scores_preview::written(ink, &screen.opened, outcome, masked));
        }
        Some(Err(refused)) => lines.extend(scores_preview::by_hand(ink, refused)),
        None => lines.push(ink.phrase().dim(ink.words.labs.nothing_new).line()),
    }
    lines
}

/// Titles without a unit, each with what was chosen.
fn units(ink: &Ink, screen: &LabsScreen) -> Vec<Line<'static>> {
    let asked = screen.asked();
    if asked.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![ink.heading(ink.words.labs.unit_asked)];
    for (place, (series, told)) in asked.iter().enumerate() {
        let on = place == screen.asking;
        let sign = if on { mark::CURSOR } else { "\u{a0}" };
        let unit = told.map_or(ink.words.labs.nobody_told, String::as_str);
        let choice = if on { format!("◂ {unit} ▸") } else { unit.to_owned() };
        let style = if told.is_some() { ink.look.ok } else { ink.look.needs_data };
        let phrase = ink.phrase().with(sign, ink.look.key).say(&visible(&series.title)).with(&choice, style);
        lines.push(phrase.dim(&series.asks.join(", ")).line());
    }
    lines.push(Line::default());
    lines
}

fn values(ink: &Ink, screen: &LabsScreen) -> Vec<Line<'static>> {
    let (say, plan) = (&ink.words.labs, &screen.plan);
    let mut lines = Vec::new();
    if !plan.new.is_empty() {
        lines.push(ink.heading(say.to_add));
        lines.extend(
            plan.new.iter().map(|value| ink.phrase().with("+", ink.look.ok).say(&value_said(ink, value)).line()),
        );
        lines.push(Line::default());
    }
    if !plan.conflicts.is_empty() {
        lines.push(ink.heading(say.conflicts));
        let fate = if screen.replaces { say.replaced } else { say.kept_as_is };
        for conflict in &plan.conflicts {
            let held = format!("{} {}", conflict.held.written, say.in_file);
            let phrase = ink.phrase().with(mark::DIFFER, ink.look.warning).say(&value_said(ink, &conflict.value));
            lines.push(phrase.dim(say.in_table).dot().say(&held).dot().with(fate, ink.look.warning).line());
        }
        lines.push(Line::default());
    }
    if !plan.same.is_empty() {
        lines.push(ink.heading(say.already));
        lines.extend(plan.same.iter().map(|value| ink.phrase().dim(&format!("= {}", value_said(ink, value))).line()));
        lines.push(Line::default());
    }
    lines
}

fn value_said(ink: &Ink, value: &LabValue) -> String {
    let code = format!("labs.{}", value.key);
    let names = [(ink.words.new_case.name)(&code), (ink.words.codes.datum)(&code), value.key];
    // A code that is asked for nowhere has no name, or none but a question mark.
    let name = names.into_iter().find(|name| name.chars().any(char::is_alphabetic)).unwrap_or_default();
    format!("{} {name} {}", ink.lang.date(value.date), value.measured.written)
}

fn left_out(ink: &Ink, table: &LabTable) -> Vec<Line<'static>> {
    let say = &ink.words.labs;
    let mut lines = Vec::new();
    if !table.left_out.is_empty() {
        lines.push(ink.heading(say.left_out));
        for cell in &table.left_out {
            let place = (say.cell)(cell.row, cell.column);
            let phrase = ink.phrase().with(mark::FAILED, ink.look.warning).dim(&place).say(&visible(&cell.written));
            lines.push(phrase.dot().say(&(say.why)(&cell.why)).line());
        }
        lines.push(Line::default());
    }
    let unmatched = table.series.iter().filter(|series| series.key.is_none()).map(|series| visible(&series.title));
    let unmatched: Vec<_> = unmatched.collect();
    if !unmatched.is_empty() {
        lines.push(ink.heading(say.unmatched));
        lines.push(ink.phrase().dim(&unmatched.join(" · ")).line());
        lines.push(Line::default());
    }
    lines
}

/// What the file would be warned of and is not yet.
fn warnings(ink: &Ink, screen: &LabsScreen) -> Vec<Line<'static>> {
    let after = screen.preview.as_ref().and_then(|preview| preview.outcome.as_ref().ok()?.opened.as_ref());
    let before = &screen.opened.file.reading.remarks;
    let remarks = after.map(|after| after.file.reading.remarks.as_slice()).unwrap_or_default();
    let new = remarks.iter().filter(|remark| {
        remark.severity == Severity::Warning && !before.iter().any(|known| known.problem == remark.problem)
    });
    let said: Vec<Line> = new
        .map(|remark| {
            ink.phrase().with(mark::WARNING, ink.look.warning).say(&(ink.words.problem)(&remark.problem)).line()
        })
        .collect();
    if said.is_empty() {
        return said;
    }
    std::iter::once(ink.heading(ink.words.labs.warnings)).chain(said).chain([Line::default()]).collect()
}
