//! What is wrong with a file: each remark with its place, the line, a mark under the column, and what to do.

use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::cells::width;
use super::look::Look;
use super::mark;
use super::page::Page;
use crate::app::{DiagnosticsScreen, State};
use crate::read::{Remark, Severity};
use crate::text::{Words, words};

/// Draws the remarks, the one under the cursor in sight.
pub fn draw(screen: &DiagnosticsScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let words = words(state.lang);
    let name = screen.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let entry = state.queue.entry(&screen.path);
    let remarks = entry.map(|entry| entry.file.reading.remarks.as_slice()).unwrap_or_default();
    let title = Line::from(Span::styled((words.queue.errors_of)(&name), look.title));
    bar(look, parts.head, buffer, &title, &Line::raw(counts(remarks, words)));
    let mut page = Page::of(parts.body);
    page.row(Line::default());
    if remarks.is_empty() {
        let sentence = if entry.is_some() { words.screens.no_remark } else { words.screens.file_gone };
        page.words(sentence, look.dim);
    }
    for (index, remark) in remarks.iter().enumerate() {
        let first = page.height();
        write(&mut page, remark, &name, index == screen.selected, look, words);
        if index == screen.selected {
            page.focus(first..page.height());
        }
        page.blank();
    }
    page.draw_focus(look, parts.body, buffer);
}

fn counts(remarks: &[Remark], words: &Words) -> String {
    let of = |severity| remarks.iter().filter(|remark| remark.severity == severity).count();
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    let errors = (errors > 0).then(|| (words.count.errors)(errors));
    let warnings = (warnings > 0).then(|| (words.count.warnings)(warnings));
    errors.into_iter().chain(warnings).collect::<Vec<_>>().join(" · ")
}

fn write(page: &mut Page, remark: &Remark, file: &str, selected: bool, look: &Look, words: &Words) {
    let (sign, word, style) = match remark.severity {
        Severity::Error => (mark::FAILED, words.error.error, look.error),
        Severity::Warning => (mark::WARNING, words.error.warning, look.warning),
    };
    let cursor = if selected { mark::CURSOR } else { " " };
    let place = format!("  {file}:{}:{}", remark.line, remark.column);
    let mut head = Line::from(vec![
        Span::styled(format!("{cursor} "), look.key),
        Span::styled(format!("{sign} {word}"), style),
        Span::styled(place, look.dim),
    ]);
    if selected {
        head = head.patch_style(look.selected);
    }
    page.row(head);
    if !remark.excerpt.trim().is_empty() {
        let number = format!("{:>6} ", remark.line);
        let (line, before) = around(&remark.excerpt, remark.column, page.width().saturating_sub(width(&number) + 2));
        page.row(Line::from(vec![
            Span::styled(number.clone(), look.dim),
            Span::styled("│ ", look.border),
            Span::styled(line, look.text),
        ]));
        let gap = " ".repeat(width(&number));
        page.row(Line::from(vec![
            Span::raw(gap),
            Span::styled("│ ", look.border),
            Span::raw(" ".repeat(before)),
            Span::styled("^", style),
        ]));
    }
    page.hanging(Line::raw("  "), 2, &(words.problem)(&remark.problem), look.text);
}

/// The part of the line around the column, in so many cells, and the cells before the column.
fn around(line: &str, column: usize, cells: usize) -> (String, usize) {
    let at = column.saturating_sub(1);
    let upto = |first: usize| width(&line.chars().skip(first).take(at - first).collect::<String>());
    let mut first = 0;
    // The column must be in sight, with some of what follows: what is left of it gives way.
    while first < at && upto(first) + 2 > cells * 2 / 3 {
        first += 1;
    }
    if first == 0 {
        return (line.to_owned(), upto(0));
    }
    let rest: String = line.chars().skip(first).collect();
    (format!("…{rest}"), upto(first) + 1)
}
