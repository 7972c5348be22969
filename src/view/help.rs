//! The keys of a place and of everywhere, and what the marks say; all of it from the tables that are in force.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::cells::{width, wrap_line};
use super::keys::{Entry, PLACES, entries, key_of, place_name, place_purpose};
use super::look::Look;
use super::mark;
use super::page::Page;
use super::palette::marked;
use crate::app::{Binding, Command, HelpScreen, Place, State, Target, keys_of};
use crate::domain::DocumentStatus;
use crate::knowledge::Verdict;
use crate::text::{Words, fold, words};
use crate::wording;

/// From this width on, the marks stand beside the keys.
const BESIDE: u16 = 100;

/// Draws the keys and the marks, and tells how far they can be scrolled.
pub fn draw(screen: &HelpScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) -> usize {
    let words = words(state.lang);
    let of = if screen.is_of_all { words.hand.all_places } else { place_name(screen.of, words) };
    let mut title = vec![Span::styled(format!("{} · {of}", words.screens.f_keys), look.title)];
    if !screen.query.trim().is_empty() {
        title.push(Span::raw(" · "));
        title.push(Span::styled((words.screens.filtered)(screen.query.trim()), look.found));
    }
    bar(look, parts.head, buffer, &Line::from(title), &Line::default());
    let body = parts.body;
    let is_searched = !screen.query.trim().is_empty();
    let is_parted = body.width >= BESIDE && !is_searched;
    let left = if is_parted { Rect { width: body.width / 2, ..body } } else { body };
    let mut keys = Keys {
        in_force: &state.keys,
        page: Page::of(left),
        asked: asked(&screen.query),
        look,
        words,
        places: Vec::new(),
    };
    keys.write(screen);
    if !is_parted && !is_searched {
        write_marks(&mut keys.page, look, words);
    }
    let reach = keys.draw(screen.scroll, left, parts, buffer);
    if !is_parted {
        return reach;
    }
    let right = Rect { x: left.right(), width: body.width - left.width, ..body };
    let mut marks = Page::of(right);
    write_marks(&mut marks, look, words);
    reach.max(marks.draw(look, right, buffer, screen.scroll))
}

/// The words that are looked for, without accents and capitals.
fn asked(query: &str) -> Vec<String> {
    query.split_whitespace().map(fold).collect()
}

/// The keys being written down.
struct Keys<'a> {
    in_force: &'a [Binding],
    page: Page,
    asked: Vec<String>,
    look: &'a Look,
    words: &'a Words,
    /// The lines of each key that a click does, and what it does.
    places: Vec<(Range<usize>, Command)>,
}

impl Keys<'_> {
    fn write(&mut self, screen: &HelpScreen) {
        let before = self.page.height();
        if screen.is_of_all {
            for place in PLACES {
                self.group(place, keys_of(self.in_force, place).filter(|binding| binding.place == place), false);
            }
        } else {
            let (of, everywhere) = (screen.of, Place::Everywhere);
            self.group(of, keys_of(self.in_force, of).filter(|binding| binding.place == of), true);
            self.group(everywhere, keys_of(self.in_force, of).filter(|binding| binding.place != of), true);
        }
        if self.asked.is_empty() {
            self.page.row(Line::default());
            self.page.words(self.words.hand.mouse, self.look.title);
            self.page.set_in(&Line::styled(self.words.hand.mouse_says, self.look.text), 2, 2);
        } else if self.page.height() == before {
            self.nothing(screen);
        }
    }

    fn nothing(&mut self, screen: &HelpScreen) {
        let (hand, query) = (&self.words.hand, screen.query.trim());
        let said = if screen.is_of_all {
            (hand.look_everywhere)(query)
        } else {
            (hand.nothing_found)(query, &key_of(self.in_force, Place::Help, Command::AllPlaces))
        };
        self.page.row(Line::default());
        self.page.words(&said, self.look.dim);
    }

    /// A place, what it is for, and those of its keys that are looked for.
    fn group<'b>(&mut self, place: Place, bindings: impl Iterator<Item = &'b Binding>, answers: bool) {
        let mut group = entries(place, bindings, self.words);
        group.retain(|entry| self.is_asked(entry));
        if group.is_empty() {
            return;
        }
        self.page.row(Line::default());
        self.page.words(place_name(place, self.words), self.look.title);
        if self.asked.is_empty() {
            self.page.set_in(&Line::styled(place_purpose(place, self.words), self.look.dim), 2, 2);
        }
        let indent = group.iter().map(|entry| width(&entry.keys)).max().unwrap_or(0) + 4;
        let indent = indent.min(self.page.width() / 2);
        for entry in &group {
            let first = self.page.height();
            self.entry(entry, indent);
            if answers {
                self.places.push((first..self.page.height(), entry.command));
            }
        }
    }

    /// A key and what it does, the letters that are looked for standing out.
    fn entry(&mut self, entry: &Entry, indent: usize) {
        let found = |style: Style| self.look.found.patch(style).add_modifier(Modifier::BOLD);
        let keys = marked(&entry.keys, &places(&entry.keys, &self.asked), self.look.key, found(Style::default()));
        let act = marked(entry.act, &places(entry.act, &self.asked), self.look.text, found(Style::default()));
        let mut lead = vec![Span::raw("  ")];
        lead.extend(keys.spans);
        let used = width(&entry.keys) + 2;
        let lines = wrap_line(&act, self.page.width().saturating_sub(indent).max(1));
        if used + 1 > indent {
            self.page.row(Line::from(lead.split_off(0)));
        }
        for (row, line) in lines.into_iter().enumerate() {
            let mut spans = if row == 0 { lead.split_off(0) } else { Vec::new() };
            let taken: usize = spans.iter().map(|span| width(&span.content)).sum();
            spans.push(Span::raw(" ".repeat(indent.saturating_sub(taken))));
            spans.extend(line.spans);
            self.page.row(Line::from(spans));
        }
    }

    fn is_asked(&self, entry: &Entry) -> bool {
        let (keys, act) = (fold(&entry.keys), fold(entry.act));
        self.asked.iter().all(|word| keys.split(' ').any(|key| key.starts_with(word)) || act.contains(word))
    }

    fn draw(&self, scroll: usize, area: Rect, parts: &Parts, buffer: &mut Buffer) -> usize {
        let reach = self.page.draw(self.look, area, buffer, scroll);
        let first = scroll.min(reach);
        for (lines, command) in &self.places {
            for line in lines.clone().filter(|line| *line >= first) {
                let Ok(below) = u16::try_from(line - first) else { continue };
                if below < area.height {
                    parts.answer(Rect { y: area.y + below, height: 1, ..area }, Target::Listed(*command));
                }
            }
        }
        reach
    }
}

/// The places of the letters of a text that are looked for.
fn places(text: &str, asked: &[String]) -> Vec<usize> {
    let mut letters = String::new();
    let mut of = Vec::new();
    for (place, letter) in text.chars().enumerate() {
        letters.push_str(&fold(letter.encode_utf8(&mut [0; 4])));
        of.resize(letters.chars().count(), place);
    }
    let mut places = Vec::new();
    for word in asked {
        if let Some(at) = letters.find(word.as_str()) {
            let before = letters.get(..at).map_or(0, |before| before.chars().count());
            places.extend(of.iter().skip(before).take(word.chars().count()).copied());
        }
    }
    places.sort_unstable();
    places.dedup();
    places
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
