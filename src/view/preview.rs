//! The case under the cursor of the agenda: what is asked, by whom, what is missing, the newest values.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use super::cells::width;
use super::keys::key_of;
use super::look::Look;
use super::page::Page;
use super::{mark, shown};
use crate::app::{Brief, Command, Entry, Place, State, class_name};
use crate::domain::{Case, Field, Lab, Requester};
use crate::meeting::Status;
use crate::read::Severity;
use crate::text::{Lang, Words, words};
use crate::wording;

/// Draws the case of this entry, set off by a line.
pub fn draw(entry: &Entry, state: &State, look: &Look, area: Rect, buffer: &mut Buffer) {
    let beside = area.x > 0;
    let inner = if beside {
        rule(look, Rect { width: 1, ..area }, "│", buffer);
        Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area }
    } else {
        rule(look, Rect { height: 1, ..area }, "─", buffer);
        Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
    };
    let mut page = Page::of(inner);
    match (entry.file.case(), &entry.brief) {
        (Some(case), Some(brief)) => write_case(&mut page, entry, case, brief, state, look),
        _ => write_broken(&mut page, entry, state, look),
    }
    page.draw(look, inner, buffer, 0);
}

fn rule(look: &Look, area: Rect, symbol: &str, buffer: &mut Buffer) {
    for position in area.intersection(buffer.area).positions() {
        if let Some(cell) = buffer.cell_mut(position) {
            cell.set_symbol(symbol).set_style(look.border);
        }
    }
}

fn write_case(page: &mut Page, entry: &Entry, case: &Case, brief: &Brief, state: &State, look: &Look) {
    let words = words(state.lang);
    let mut head = vec![Span::styled(case.case.to_string(), look.title)];
    head.push(Span::raw(format!(
        "  {}  {}",
        shown::alias(state, &case.patient.alias),
        shown::age_and_sex(&case.patient, state)
    )));
    if let Some(said) = wording::expecting(case, words) {
        head.push(Span::styled(format!("  {said}"), look.warning.add_modifier(Modifier::BOLD)));
    }
    if let Some(origin) = case.origin {
        head.push(Span::styled(format!("  {}", words.label(origin)), look.dim));
    }
    page.line(&Line::from(head));
    page.words(case.question.as_str(), look.text);
    page.blank();
    let rows = rows(case, brief, state, words);
    let indent = rows.iter().map(|(label, _)| width(label) + 2).max().unwrap_or(0);
    for (label, value) in &rows {
        page.pair(look, label, indent, value, look.text);
    }
    write_missing(page, brief, indent, look, words);
    write_remarks(page, entry, state, look);
    write_standing(page, entry, state, look, words);
}

fn rows(case: &Case, brief: &Brief, state: &State, words: &Words) -> Vec<(&'static str, String)> {
    let lang = state.lang;
    let mut rows = Vec::new();
    if let Some(requester) = case.requester.as_ref().filter(|_| !state.masked) {
        rows.push((words.case.requester, whole(requester)));
    }
    if let Some(rule) = &case.rule {
        rows.push((words.screens.rule, rule.clone()));
    }
    if let Some(biopsy) = case.kidney.biopsies.last() {
        rows.push((words.queue.class, format!("{} ({})", class_name(&brief.class), lang.date(biopsy.date))));
    }
    if let Some((day, _)) = &brief.upcr {
        rows.push((words.unit.upcr, format!("{} ({})", shown::upcr(brief, lang).trim_end(), lang.date(*day))));
    }
    if let Some((day, _)) = &brief.egfr {
        let unit = words.unit.egfr_unit;
        rows.push((words.unit.egfr, format!("{} {unit} ({})", shown::egfr(brief, lang), lang.date(*day))));
    }
    if let Some(lab) = case.labs.iter().max_by_key(|lab| lab.date) {
        rows.push((words.screens.last_labs, format!("{} · {}", lang.date(lab.date), values(lab, lang, words))));
    }
    rows
}

fn whole(requester: &Requester) -> String {
    [Some(&requester.name), requester.specialty.as_ref(), requester.centre.as_ref()]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(", ")
}

/// The values of one day that a meeting asks for first.
fn values(lab: &Lab, lang: Lang, words: &Words) -> String {
    let mut values = Vec::new();
    let mut add = |name: &str, value: Option<String>| values.extend(value.map(|value| format!("{name} {value}")));
    add(words.unit.creatinine, known(&lab.creatinine, |value| lang.quantity(value)));
    add(words.unit.albumin, known(&lab.albumin, |value| lang.quantity(value)));
    add("C3", known(&lab.c3, |value| lang.quantity(value)));
    add("C4", known(&lab.c4, |value| lang.quantity(value)));
    add(words.unit.anti_dsdna, known(&lab.anti_dsdna, |value| lang.quantity(value)));
    values.join(", ")
}

fn known<T>(field: &Field<T>, written: impl Fn(&T) -> String) -> Option<String> {
    field.known().map(written)
}

fn write_missing(page: &mut Page, brief: &Brief, indent: usize, look: &Look, words: &Words) {
    match brief.missing.as_deref() {
        None => {}
        Some([]) => page.pair(look, words.case.missing, indent, words.case.nothing_missing, look.ok),
        Some(missing) => {
            if let Some(known) = brief.chased.as_ref().map(|chased| chased.completeness) {
                let said = (words.chase.complete)(known.known, known.asked);
                page.pair(look, words.chase.completeness, indent, &said, look.text);
            }
            let names = wording::data(words, missing.iter().copied());
            page.pair(look, words.case.missing, indent, &names, look.needs_data);
        }
    }
}

fn write_remarks(page: &mut Page, entry: &Entry, state: &State, look: &Look) {
    let words = words(state.lang);
    let warnings = entry.file.reading.remarks.len();
    if warnings > 0 {
        let key = key_of(&state.keys, Place::Queue, Command::Diagnostics);
        let sentence = (words.screens.see_errors)(&(words.count.warnings)(warnings), &key);
        page.words(&format!("{} {sentence}", mark::WARNING), look.warning);
    }
}

fn write_standing(page: &mut Page, entry: &Entry, state: &State, look: &Look, words: &Words) {
    let (sign, word, style) = shown::standing(entry, state, look);
    let Some(status) = state.queue.standing(entry) else {
        write_passage(page, entry, state, look);
        return;
    };
    let rest = match status {
        Status::Decided(past) => {
            format!("{} · {} · {}", words.label(past.outcome), shown::moment(past.locked_at, state.lang), past.actor)
        }
        Status::Postponed(postponed) => postponed.postponement.reason.clone(),
    };
    page.hanging(Line::from(Span::styled(format!("{sign} {word}"), style)), width(&word) + 4, &rest, look.text);
}

/// What was said of the case in its meeting.
fn write_passage(page: &mut Page, entry: &Entry, state: &State, look: &Look) {
    let Some(passage) = entry.case_id().and_then(|case| state.session.passage(case)) else { return };
    let (sign, word, style) = shown::standing(entry, state, look);
    let said = [&passage.added, &passage.carried].into_iter().flatten().map(String::as_str);
    let said = said.collect::<Vec<_>>().join(" · ");
    page.hanging(Line::from(Span::styled(format!("{sign} {word}"), style)), width(&word) + 4, &said, look.text);
}

fn write_broken(page: &mut Page, entry: &Entry, state: &State, look: &Look) {
    let words = words(state.lang);
    let errors =
        (words.screens.see_errors)(&errors(entry, words), &key_of(&state.keys, Place::Queue, Command::Diagnostics));
    page.words(&entry.path().display().to_string(), look.title);
    page.words(&errors, look.error);
    for remark in entry.file.reading.remarks.iter().filter(|remark| remark.severity == Severity::Error) {
        page.blank();
        page.words(&format!("{}:{}", remark.line, remark.column), look.dim);
        page.words(&(words.problem)(&remark.problem), look.text);
    }
}

/// How many errors a file has, in words.
pub fn errors(entry: &Entry, words: &Words) -> String {
    let errors = entry.file.reading.remarks.iter().filter(|remark| remark.severity == Severity::Error);
    (words.count.errors)(errors.count())
}
