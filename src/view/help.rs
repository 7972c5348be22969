//! The keys of a place and of everywhere, and what the marks say; all of it from the tables that are in force.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::cells::width;
use super::keys::{Entry, entries, place_name};
use super::look::Look;
use super::mark;
use super::page::Page;
use crate::app::{Binding, HelpScreen, Place, State, keys_of};
use crate::domain::DocumentStatus;
use crate::knowledge::Verdict;
use crate::text::{Words, words};
use crate::wording;

/// From this width on, the marks stand beside the keys.
const BESIDE: u16 = 100;

/// Draws the keys and the marks, and tells how far they can be scrolled.
pub fn draw(screen: &HelpScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) -> usize {
    let words = words(state.lang);
    let title = format!("{} · {}", words.screens.f_keys, place_name(screen.of, words));
    bar(look, parts.head, buffer, &Line::from(Span::styled(title, look.title)), &Line::default());
    let body = parts.body;
    if body.width < BESIDE {
        let mut page = Page::of(body);
        write_keys(&mut page, &state.keys, screen.of, look, words);
        write_marks(&mut page, look, words);
        return page.draw(look, body, buffer, screen.scroll);
    }
    let left = Rect { width: body.width / 2, ..body };
    let right = Rect { x: left.right(), width: body.width - left.width, ..body };
    let mut keys = Page::of(left);
    write_keys(&mut keys, &state.keys, screen.of, look, words);
    let mut marks = Page::of(right);
    write_marks(&mut marks, look, words);
    keys.draw(look, left, buffer, screen.scroll).max(marks.draw(look, right, buffer, screen.scroll))
}

fn write_keys(page: &mut Page, keys: &[Binding], place: Place, look: &Look, words: &Words) {
    let own = entries(place, keys_of(keys, place).filter(|binding| binding.place == place), words);
    let others = entries(place, keys_of(keys, place).filter(|binding| binding.place != place), words);
    for (title, group) in [(place_name(place, words), own), (words.screens.everywhere, others)] {
        if !group.is_empty() {
            page.row(Line::default());
            page.words(title, look.title);
            write_group(page, &group, look);
        }
    }
}

fn write_group(page: &mut Page, group: &[Entry], look: &Look) {
    let indent = group.iter().map(|entry| width(&entry.keys)).max().unwrap_or(0) + 4;
    for entry in group {
        let lead = Line::from(Span::styled(format!("  {}", entry.keys), look.key));
        page.hanging(lead, indent, entry.act, look.text);
    }
}

fn write_marks(page: &mut Page, look: &Look, words: &Words) {
    page.row(Line::default());
    page.words(words.screens.marks, look.title);
    for (sign, style, meaning) in marks(look, words) {
        let lead = Line::from(Span::styled(format!("  {sign}"), style));
        page.hanging(lead, 9, meaning, look.text);
    }
}

fn marks(look: &Look, words: &Words) -> Vec<(&'static str, Style, &'static str)> {
    let (verdict, agreement) = (&words.verdict, &words.agreement);
    vec![
        (mark::PREFERRED, look.preferred, verdict.preferred),
        (mark::RECOMMENDED, look.recommended, verdict.recommended),
        (mark::OPTION, look.option, verdict.option),
        (mark::ALTERNATIVE, look.alternative, verdict.alternative),
        (mark::CAUTION, look.caution, verdict.caution),
        (mark::AVOID, look.avoid, verdict.avoid),
        (mark::SILENT, look.silent, verdict.not_addressed),
        (mark::NOT_READ, look.silent, wording::verdict(words, Verdict::NotRead)),
        (mark::NEEDS_DATA, look.needs_data, verdict.needs_data),
        (mark::CONFLICT, look.conflict, verdict.conflict),
        (mark::JUDGEMENT, look.text, wording::verdict(words, Verdict::Judgement)),
        (mark::RESERVED, look.text, wording::verdict(words, Verdict::Reserved)),
        (mark::WARNING, look.warning, words.screens.warning_due),
        (mark::OFF_LABEL, look.off_label, words.table.off_label),
        ("†", look.off_label, (words.codes.label)("not_reimbursed")),
        ("‡", look.off_label, (words.codes.label)("not_verified")),
        (words.guide.secondary_short, look.dim, (words.codes.checked)("secondary")),
        (words.guide.memory_short, look.dim, (words.codes.checked)("memory")),
        (words.guide.inference_short, look.dim, (words.codes.checked)("inference")),
        (mark::AGREE, look.agree, agreement.agree),
        (mark::CLOSE, look.close, agreement.close),
        (mark::DIFFER, look.differ, agreement.differ),
        (mark::CHANGED, look.changed, words.whatif.mark),
        (mark::TO_SIGN, look.warning, words.label(DocumentStatus::Completed)),
        (mark::CLOSED, look.text, words.label(DocumentStatus::Closed)),
    ]
}
