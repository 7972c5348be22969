//! A new case being typed: its fields by part, what there is to say of each beneath it, what the field under the cursor means.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::cells::width;
use super::look::Look;
use super::page::Page;
use super::panel_frame::{frame, note_hidden};
use super::scores_preview::indented;
use super::{field, mark, prose};
use crate::app::{Answer, Fault, NewField, NewPreview, NewScreen, Slot, State, drug_of, label};
use crate::domain::Drug;
use crate::read::{Problem, Severity};
use crate::text::{Words, advice_on_refusal, visible, words};

/// From this width on, what the field means stands beside the form.
const BESIDE: u16 = 110;
/// Cells of it there.
const HELP: u16 = 44;
/// Rows of it below the form.
const HELP_ROWS: u16 = 5;
/// Cells of the names of fields at most.
const MOST_NAME: usize = 34;

/// Draws the form, or what will be written; tells how far that scrolls.
pub fn draw(screen: &NewScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) -> usize {
    let words = words(state.lang);
    let number = screen.value(Slot::of(NewField::Case));
    let title = format!("{} · {}", words.new_case.title, visible(number));
    let slots = screen.slots();
    let at = slots.iter().position(|slot| *slot == screen.at).unwrap_or(0);
    let right = (words.queue.position)(at + 1, slots.len());
    bar(look, parts.head, buffer, &Line::from(Span::styled(title, look.title)), &Line::raw(right));
    if let Some(preview) = &screen.preview {
        return draw_preview(preview, look, parts.body, words, buffer);
    }
    let (form, help) = places(parts.body);
    let mut page = Page::of(form);
    let indent = slots.iter().map(|slot| width(name(slot.field, words))).max().unwrap_or(0).min(MOST_NAME) + 4;
    let mut section = None;
    for slot in &slots {
        if section != Some(slot.field.section()) {
            section = Some(slot.field.section());
            page.blank();
            page.words((words.new_case.section)(slot.field.section().code()), look.title);
        }
        row(&mut page, screen, *slot, indent, look, words);
    }
    page.draw_focus(look, form, buffer);
    draw_help(screen, look, help, words, buffer);
    0
}

/// Where the form and what its field means are.
fn places(body: Rect) -> (Rect, Rect) {
    if body.width >= BESIDE {
        let form = Rect { width: body.width - HELP, ..body };
        return (form, Rect { x: form.right(), width: HELP, ..body });
    }
    let rows = HELP_ROWS.min(body.height / 3);
    let form = Rect { height: body.height - rows, ..body };
    (form, Rect { y: form.bottom(), height: rows, ..body })
}

fn row(page: &mut Page, screen: &NewScreen, slot: Slot, indent: usize, look: &Look, words: &Words) {
    let on = slot == screen.at;
    let first = page.height();
    let (sign, style) = if on { (mark::CURSOR, look.title) } else { (" ", look.dim) };
    let lead = vec![Span::styled(format!("{sign} "), look.key), Span::styled(name(slot.field, words), style)];
    let used: usize = lead.iter().map(|span| width(&span.content)).sum();
    let gap = Span::raw(" ".repeat(indent.saturating_sub(used)));
    let is_text = !matches!(slot.field.answer(), Answer::Choice(_));
    if on && is_text && !screen.is_unknown(slot) {
        let cells = page.width().saturating_sub(indent).max(8);
        for (at, line) in field::lay(&screen.area, cells).lines(look.input, cells, true).into_iter().enumerate() {
            let begin =
                if at == 0 { [lead.clone(), vec![gap.clone()]].concat() } else { vec![Span::raw(" ".repeat(indent))] };
            page.row(Line::from([begin, line.spans].concat()));
        }
    } else {
        let (said, style) = said(screen, slot, look, words);
        let said = if on && !is_text { format!("◂ {said} ▸") } else { said };
        page.hanging(Line::from(lead), indent, &said, if on { style.patch(look.selected) } else { style });
    }
    for (text, style) in beneath(screen, slot, look, words) {
        page.hanging(Line::default(), indent, &text, style);
    }
    if on {
        page.focus(first..page.height());
    }
}

/// What the field says, where nobody types in it.
fn said(screen: &NewScreen, slot: Slot, look: &Look, words: &Words) -> (String, Style) {
    let value = screen.value(slot);
    if screen.is_unknown(slot) {
        return (format!("{} {}", mark::NEEDS_DATA, words.app.unknown), look.needs_data);
    }
    if value.is_empty() {
        let is_begun = !slot.field.section().repeats() || is_begun(screen, slot);
        let word = match (slot.field.is_required() && is_begun, is_begun) {
            (true, _) => "*",
            (_, true) => mark::SILENT,
            _ if slot.entry == 0 => mark::SILENT,
            _ => words.new_case.another,
        };
        return (word.to_owned(), look.dim);
    }
    let shown = match slot.field.answer() {
        Answer::Choice(all) => {
            all.iter().find(|code| **code == value).map_or(value, |code| label(slot.field, code, words.lang))
        }
        _ => value,
    };
    let shown = visible(shown).into_owned();
    if screen.proposed.contains(&slot) {
        return (format!("{shown}  ({})", words.new_case.proposed), look.text);
    }
    (shown, look.text)
}

/// Whether this entry of a part that repeats says something already.
fn is_begun(screen: &NewScreen, slot: Slot) -> bool {
    let mut fields = slot.field.section().fields();
    fields.any(|field| !screen.value(Slot { field, ..slot }).is_empty())
}

/// What there is to say of a field, each with its look.
fn beneath(screen: &NewScreen, slot: Slot, look: &Look, words: &Words) -> Vec<(String, Style)> {
    let mut said: Vec<(String, Style)> =
        screen.faults(slot).iter().map(|fault| fault_said(fault, look, words)).collect();
    let value = screen.value(slot);
    if slot.field == NewField::Drug && !value.is_empty() {
        let completions = if slot == screen.at { screen.completions(words.lang) } else { Vec::new() };
        match (drug_of(value), completions.as_slice()) {
            (_, [_, ..]) => said.push((format!("{}  {}", completions.join(" · "), words.new_case.complete), look.dim)),
            (Drug::Other, []) => said.push((words.new_case.other_drug.to_owned(), look.warning)),
            (drug, []) => said.push((format!("→ {}", words.label(drug)), look.ok)),
        }
    }
    said
}

fn fault_said(fault: &Fault, look: &Look, words: &Words) -> (String, Style) {
    match fault {
        Fault::Required => (words.new_case.required.to_owned(), look.error),
        Fault::Refused(refusal) => (advice_on_refusal(words.lang, refusal).whole(), look.error),
        Fault::Taken(file) => ((words.new_case.taken)(&visible(file)), look.error),
        Fault::Remark(severity, problem) => {
            let said = match problem {
                Problem::Objected(objection) => (words.objection)(objection),
                other => (words.problem)(other),
            };
            (said, if *severity == Severity::Error { look.error } else { look.warning })
        }
    }
}

fn name(field: NewField, words: &Words) -> &'static str {
    match (words.new_case.name)(field.code()) {
        "" => (words.codes.datum)(field.code()),
        name => name,
    }
}

fn draw_help(screen: &NewScreen, look: &Look, area: Rect, words: &Words, buffer: &mut Buffer) {
    let field = screen.at.field;
    let title = name(field, words);
    let inside = frame(title, false, look, area, buffer);
    let own = (words.new_case.help)(field.code());
    let help = if own.is_empty() { (words.codes.ask)(field.code()) } else { own };
    let mut lines = vec![Line::from(Span::styled(help, look.text))];
    let units = field.units();
    if !units.is_empty() {
        lines.push(Line::from(Span::styled((words.new_case.units)(&units.join(", ")), look.title)));
    }
    if let Answer::Choice(all) = field.answer() {
        let labels: Vec<&str> = all.iter().map(|code| label(field, code, words.lang)).collect();
        let said = format!("{}{} {}", words.new_case.chosen_from, words.guide.colon, labels.join(" · "));
        lines.push(Line::from(Span::styled(said, look.dim)));
    }
    if !field.is_required() {
        lines.push(Line::from(Span::styled(words.new_case.optional, look.dim)));
    }
    let hidden = prose::draw(&lines, 0, inside, buffer);
    note_hidden(hidden, look, area, buffer);
}

fn draw_preview(preview: &NewPreview, look: &Look, area: Rect, words: &Words, buffer: &mut Buffer) -> usize {
    let path = preview.path.to_string_lossy();
    let title = format!("{} · {}", words.scores_entry.preview, visible(&path));
    let inside = frame(&title, true, look, area, buffer);
    let line = |line: &str| {
        let style = if line.trim_start().starts_with('#') { look.dim } else { look.text };
        Line::from(Span::styled(indented(&visible(line)), style))
    };
    let lines: Vec<Line> = preview.text.lines().map(line).collect();
    let hidden = prose::draw(&lines, preview.scroll, inside, buffer);
    note_hidden(hidden, look, area, buffer);
    hidden.above + hidden.below
}
