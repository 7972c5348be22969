//! The small forms of what comes after a decision: the patient told, a look back.

use ratatui::buffer::Buffer;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::cells::width;
use super::look::Look;
use super::page::Page;
use super::{field, mark, shown};
use crate::app::{AfterField, AfterLack, AfterName, AfterScreen, AfterSheet, AfterValue, State};
use crate::meeting::printed;
use crate::text::{Label, Words, words};

/// Draws the form with the field of the cursor in sight.
pub fn draw(screen: &AfterScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let words = words(state.lang);
    let locked = &screen.recorded.locked;
    let act = if screen.sheet == AfterSheet::Told { words.after.tell } else { words.after.follow };
    let alias = shown::alias(state, &locked.alias);
    let title = format!("{act} · {} · {alias}", locked.case_id);
    bar(look, parts.head, buffer, &Line::from(Span::styled(title, look.title)), &Line::default());
    let mut page = Page::of(parts.body);
    page.words(locked.question.as_str(), look.dim);
    page.words(words.label(locked.decision.outcome), look.text);
    page.blank();
    let names: Vec<String> = screen.fields.iter().map(|field| name(field.name, words)).collect();
    let indent = names.iter().map(|name| width(name)).max().unwrap_or(0) + 4;
    for (place, (field, name)) in screen.fields.iter().zip(&names).enumerate() {
        write(&mut page, screen, place, field, (name, indent), look, words, state);
    }
    page.draw_focus(look, parts.body, buffer);
}

#[expect(clippy::too_many_arguments, reason = "what a row is drawn from")]
fn write(
    page: &mut Page,
    screen: &AfterScreen,
    place: usize,
    field: &AfterField,
    (name, indent): (&str, usize),
    look: &Look,
    words: &Words,
    state: &State,
) {
    let on = place == screen.selected;
    let first = page.height();
    let (sign, style) = if on { (mark::CURSOR, look.title) } else { (" ", look.dim) };
    let lead = vec![Span::styled(format!("{sign} "), look.key), Span::styled(name.to_owned(), style)];
    if let AfterName::Line(number) = field.name {
        let line = screen.recorded.locked.decision.lines.get(usize::try_from(number - 1).unwrap_or(0));
        let said = line.map(|line| printed(line, state.lang)).unwrap_or_default();
        let (how, style) = chosen_of(&field.value, look, words);
        page.hanging(Line::from(lead), indent, &format!("{said} · {how}"), if on { look.text } else { style });
    } else if let AfterValue::Text(text) = &field.value {
        let cells = page.width().saturating_sub(indent).max(8);
        let laid = field::lay(text, cells);
        for (row, mut line) in laid.lines(look.input, cells, on).into_iter().enumerate() {
            let mut spans = if row == 0 { lead.clone() } else { Vec::new() };
            let used: usize = spans.iter().map(|span| width(&span.content)).sum();
            spans.push(Span::raw(" ".repeat(indent.saturating_sub(used))));
            spans.append(&mut line.spans);
            page.row(Line::from(spans));
        }
        if let Some(aside) = aside(field, on, words, state) {
            page.hanging(Line::default(), indent, &aside, look.dim);
        }
    } else {
        let (said, style) = chosen_of(&field.value, look, words);
        let said = if on { format!("◂ {said} ▸") } else { said };
        page.hanging(Line::from(lead), indent, &said, if on { style.patch(look.selected) } else { style });
    }
    if let Some(lack) = screen.lack.filter(|_| on) {
        page.hanging(Line::default(), indent, lacks(lack, words), look.error);
    }
    if on {
        page.focus(first..page.height());
    }
}

/// Where a value was taken from.
fn aside(field: &AfterField, on: bool, words: &Words, state: &State) -> Option<String> {
    let is_figure = matches!(field.name, AfterName::Upcr | AfterName::Egfr | AfterName::Sledai | AfterName::Steroid);
    let is_empty = matches!(&field.value, AfterValue::Text(text) if text.is_empty());
    match field.from {
        Some(day) => Some((words.after.from_file)(&state.lang.date(day))),
        None if on && is_figure && is_empty => Some(words.after.not_in_file.to_owned()),
        None => None,
    }
}

/// What an act lacks, as a sentence.
pub fn lacks(lack: AfterLack, words: &Words) -> &'static str {
    let say = &words.after;
    match lack {
        AfterLack::Day => say.day_unreadable,
        AfterLack::By => say.by_missing,
        AfterLack::Answer => say.answer_missing,
        AfterLack::Fulfilment => say.fulfilment_missing,
        AfterLack::Reason => say.reason_missing,
        AfterLack::Points => say.number_unreadable,
        AfterLack::Upcr => say.upcr_unreadable,
        AfterLack::Steroid => say.steroid_unreadable,
    }
}

fn chosen_of(value: &AfterValue, look: &Look, words: &Words) -> (String, Style) {
    fn label(entry: Option<impl Label>, look: &Look, words: &Words) -> (String, Style) {
        match entry {
            Some(entry) => (words.label(entry).to_owned(), look.text),
            None => (words.after.nothing_chosen.to_owned(), look.dim),
        }
    }
    match value {
        AfterValue::Answer(chosen) => label(*chosen, look, words),
        AfterValue::Fulfilment(chosen) => label(*chosen, look, words),
        AfterValue::Reason(chosen) => label(*chosen, look, words),
        AfterValue::Course(chosen) => label(*chosen, look, words),
        AfterValue::Months(months, _) => ((words.after.months_of)(i64::from(*months)), look.text),
        AfterValue::Text(_) => (String::new(), look.text),
    }
}

fn name(name: AfterName, words: &Words) -> String {
    let say = &words.after;
    let word = match name {
        AfterName::Day => say.day,
        AfterName::By => say.by,
        AfterName::Answer => say.answer,
        AfterName::Words => say.words,
        AfterName::Months => say.months,
        AfterName::Fulfilment => say.fulfilment,
        AfterName::Reason => say.reason,
        AfterName::Line(number) => return (say.per_line)(usize::try_from(number).unwrap_or(0)),
        AfterName::Upcr => say.upcr,
        AfterName::Egfr => say.egfr,
        AfterName::Sledai => say.sledai,
        AfterName::Steroid => say.steroid,
        AfterName::Outcome => say.outcome,
    };
    word.to_owned()
}
