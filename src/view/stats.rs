//! Statistics: a section at a time, each figure with its n, its period, its numbers and what is drawn of them.

mod bar;
mod behind;
mod curve;
mod points;

pub use behind::draw as draw_behind;

use ratatui::buffer::Buffer;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::cells::{pad, truncate, width};
use super::look::Look;
use super::mark;
use super::page::Page;
use crate::app::{State, StatsScreen};
use crate::archive::stats::{Answer, Kind, More, Section, not_recorded};
use crate::report::stats::{Bar, Entry, PartSaid, command_of, extent_said, matrix_said, parts_said, period_said};
use crate::text::{Words, words};
use ratatui::layout::Alignment;

/// Cells of a count, of a share and of its interval.
const COUNT: usize = 9;
const FIGURES: usize = 14;
const SPREAD: usize = 12;
/// Below this a bar would say nothing.
const LEAST_BAR: usize = 8;

/// Draws the section with the number of the cursor in sight.
pub fn draw(screen: &StatsScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let words = words(state.lang);
    draw_head(screen, state, look, parts, buffer);
    let mut page = Page::of(parts.body);
    let mut writer = Writer { screen, state, look, words, page: &mut page, number: 0 };
    for answer in &screen.answers {
        writer.figure(answer);
    }
    if !screen.is_counting {
        writer.absent(screen.section);
    }
    page.draw_focus(look, parts.body, buffer);
}

fn draw_head(screen: &StatsScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let say = &words(state.lang).stats;
    let title = Line::from(vec![
        Span::styled(say.title, look.title),
        Span::raw(format!(" · {}", (say.section)(screen.section.code()))),
    ]);
    let right = if screen.is_counting {
        (say.counting)(screen.answers.len(), screen.figures())
    } else {
        period_said(screen.span.period(state.today), state.lang)
    };
    bar(look, parts.head, buffer, &title, &Line::raw(right));
}

struct Writer<'a> {
    screen: &'a StatsScreen,
    state: &'a State,
    look: &'a Look,
    words: &'static Words,
    page: &'a mut Page,
    /// The number that comes next, of those the cursor can stand on.
    number: usize,
}

impl Writer<'_> {
    fn figure(&mut self, answer: &Answer) {
        let (look, say, lang) = (self.look, &self.words.stats, self.state.lang);
        let figure = answer.figure;
        self.page.blank();
        let first = self.page.height();
        let numbers = answer.behind().len();
        let is_here = (self.number..self.number + numbers).contains(&self.screen.selected);
        let name = Span::styled((say.figure)(figure.code), look.title);
        let extent = Span::styled(format!("  {}", extent_said(answer, lang, false)), look.dim);
        self.page.line(&Line::from(vec![name, extent]));
        if figure.section == Section::Course {
            self.page.words(say.not_a_comparison, look.warning);
        }
        if is_here {
            self.page.words((say.counted)(figure.code), look.dim);
            let command = command_of(figure, answer.period, false);
            self.page.words(&format!("{} · {}", (say.view)(&figure.view()), (say.command)(&command)), look.dim);
        }
        self.charts(answer);
        let parts = parts_said(answer, lang, false);
        let scale = bar::scale(&parts);
        let label = self.label_width(answer, &parts);
        for part in &parts {
            self.part(answer, part, label, scale, first);
        }
    }

    /// As wide as the widest label, up to two fifths of the page.
    fn label_width(&self, answer: &Answer, parts: &[PartSaid]) -> usize {
        let names = parts.iter().flat_map(|part| {
            let own = part.name.iter().filter(|_| answer.figure.kind == Kind::Amount).map(|name| width(name));
            own.chain(part.entries.iter().map(|entry| width(&entry.label) + 2))
        });
        names.max().unwrap_or(0).min(self.page.width() * 2 / 5) + 3
    }

    fn part(&mut self, answer: &Answer, part: &PartSaid, label: usize, scale: bar::Scale, first: usize) {
        let look = self.look;
        let is_amount = answer.figure.kind == Kind::Amount;
        if let Some(name) = part.name.as_ref().filter(|_| !is_amount) {
            let n = Span::styled(format!("  n\u{a0}=\u{a0}{}", part.n), look.dim);
            self.page.line(&Line::from(vec![Span::styled(format!("  {name}"), look.text), n]));
        }
        for note in &part.notes {
            self.page.words(&format!("  {note}"), look.text);
        }
        for (place, entry) in part.entries.iter().enumerate() {
            let named = part.name.as_deref().filter(|_| is_amount && place == 0);
            let on = self.number == self.screen.selected;
            let at = self.page.height();
            let line = self.entry(entry, named, label, scale, on);
            self.page.row(line);
            if on {
                // The figure's own heading stays in sight with its first rows.
                let from = if at - first < 12 { first } else { at };
                self.page.focus(from..at + 1);
                self.page.cursor(at);
            }
            self.number += 1;
        }
    }

    fn entry(&self, entry: &Entry, named: Option<&str>, label: usize, scale: bar::Scale, on: bool) -> Line<'static> {
        let look = self.look;
        let (sign, style) = if on { (mark::CURSOR, look.text.patch(look.selected)) } else { (" ", look.text) };
        let said = named.map_or_else(|| format!("  {}", entry.label), str::to_owned);
        let room = label.saturating_sub(2);
        let name = pad(&truncate(&said, room), room, Alignment::Left);
        let figures = pad(&entry.figures, FIGURES, Alignment::Right);
        let spread = pad(&entry.spread, SPREAD, Alignment::Left);
        let taken = label + COUNT + FIGURES + SPREAD + 4;
        let cells = self.page.width().saturating_sub(taken);
        let mut spans = vec![
            Span::styled(format!("{sign} "), look.key),
            Span::styled(name, style),
            Span::styled(pad(&entry.count, COUNT, Alignment::Right), style),
            Span::raw(" "),
        ];
        if cells >= LEAST_BAR {
            let cells = cells.min(60);
            spans.extend(
                entry.bar.map_or_else(|| vec![Span::raw(" ".repeat(cells))], |one| bar::cells(one, scale, cells, look)),
            );
        }
        spans.push(Span::styled(figures, style));
        spans.push(Span::styled(format!("  {spread}"), self.spread_style(entry)));
        Line::from(spans)
    }

    fn spread_style(&self, entry: &Entry) -> Style {
        if matches!(entry.bar, Some(Bar::Share(..) | Bar::Spread(_))) { self.look.dim } else { self.look.text }
    }

    /// What is drawn over several lines.
    fn charts(&mut self, answer: &Answer) {
        let (lang, look) = (self.state.lang, self.look);
        let cells = u16::try_from(self.page.width()).unwrap_or(u16::MAX);
        let is_long =
            |part: &crate::archive::stats::Part| matches!(&part.more, More::Points(points, _) if points.len() > 1);
        let lines = match answer.figure.kind {
            Kind::Trend | Kind::Count if answer.parts.iter().any(is_long) => {
                points::lines(answer, &self.state.library, cells, lang, look)
            }
            Kind::Survival => curve::lines(answer, cells, lang, look),
            Kind::Matrix => self.matrix(answer),
            _ => Vec::new(),
        };
        for line in lines {
            self.page.row(line);
        }
    }

    /// Guidelines against each other, in columns.
    fn matrix(&self, answer: &Answer) -> Vec<Line<'static>> {
        let rows = matrix_said(answer, self.state.lang, false);
        let columns = rows.first().map_or(0, Vec::len);
        let of = |column: usize| {
            rows.iter().filter_map(move |row| row.get(column)).map(|cell| width(cell)).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(of).collect();
        let line = |(place, row): (usize, &Vec<String>)| {
            let style = if place == 0 { self.look.dim } else { self.look.text };
            let cells = row.iter().zip(&widths).map(|(cell, width)| pad(cell, *width, Alignment::Left));
            Line::from(Span::styled(format!("  {}", cells.collect::<Vec<_>>().join("   ")), style))
        };
        rows.iter().enumerate().map(line).collect()
    }

    fn absent(&mut self, section: Section) {
        let say = &self.words.stats;
        let all: Vec<&str> = not_recorded(section).iter().map(|code| (say.absent)(code)).collect();
        if all.is_empty() {
            return;
        }
        self.page.blank();
        self.page.words(&format!("{}\u{a0}: {}", say.absent_title, all.join(" ; ")), self.look.dim);
    }
}
