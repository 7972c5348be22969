use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Drawing;
use crate::app::{ClosingForm, Entry};
use crate::domain::{CaseId, Participant, Presence};
use crate::text::words;
use crate::view::cells::width;
use crate::view::mark;
use crate::view::page::Page;
use crate::view::shown;
use crate::view::table::{Column, Cursor, Table};

impl Drawing<'_> {
    /// The agenda, to choose the cases that somebody takes no part in.
    pub(super) fn recusal(&self, person: &str, selected: usize, area: Rect, buffer: &mut Buffer) {
        let words = words(self.state.lang);
        let say = &words.meeting;
        let below = self.write(area, buffer, |page| {
            self.title(page, &(say.recusal_title)(person));
            page.row(Line::default());
        });
        let known = self.state.session.people.iter().find(|one| one.person.name == person);
        let row = |entry: &&Entry| {
            let Some(case) = entry.file.case() else { return vec![Line::raw(mark::FAILED)] };
            let is_recused = known.is_some_and(|one| one.recused.contains(&case.case));
            let (sign, word, style) = if is_recused {
                (mark::AVOID, say.takes_no_part, self.look.warning)
            } else {
                (mark::OK, say.takes_part, self.look.dim)
            };
            vec![
                Line::from(Span::styled(format!("{sign} {word}"), style)),
                Line::raw(case.case.to_string()),
                Line::raw(shown::alias(self.state, &case.patient.alias).to_owned()),
                Line::from(Span::styled(case.question.to_string(), self.look.dim)),
            ]
        };
        let rows: Vec<Vec<Line>> = self.state.agenda().iter().map(row).collect();
        self.list(&rows, &[14, 13, 8], selected, below, buffer);
    }

    /// Those of the last meeting, each with a tick.
    pub(super) fn last_time(
        &self,
        people: &[(Participant, Presence, bool)],
        selected: usize,
        area: Rect,
        buffer: &mut Buffer,
    ) {
        let words = words(self.state.lang);
        let say = &words.meeting;
        let day = self.state.last.as_ref().map_or_else(|| self.state.meeting(), |last| last.meeting);
        let coming = people.iter().filter(|(.., comes)| *comes).count();
        let below = self.write(area, buffer, |page| {
            self.title(page, &(say.last_time_title)(&self.state.lang.date(day)));
            page.words(&(say.last_time_hint)(coming), self.look.dim);
            page.row(Line::default());
        });
        let row = |(person, presence, comes): &(Participant, Presence, bool)| {
            let (sign, style) = if *comes { ("[x]", self.look.ok) } else { ("[ ]", self.look.dim) };
            vec![
                Line::from(Span::styled(sign, style)),
                Line::raw(person.name.clone()),
                Line::raw(words.label(person.specialty)),
                Line::from(Span::styled(
                    format!("{} · {}", words.label(person.role), words.label(*presence)),
                    self.look.dim,
                )),
            ]
        };
        let rows: Vec<Vec<Line>> = people.iter().map(row).collect();
        let name = people.iter().map(|(person, ..)| width(&person.name)).max().unwrap_or(0);
        let specialty = people.iter().map(|(person, ..)| width(words.label(person.specialty))).max().unwrap_or(0);
        self.list(&rows, &[3, name.min(30), specialty], selected, below, buffer);
    }

    /// Rows of columns so wide, and a last one that takes the rest.
    fn list(&self, rows: &[Vec<Line<'static>>], widths: &[usize], selected: usize, area: Rect, buffer: &mut Buffer) {
        let fixed = (0..).zip(widths).map(|(at, width)| Column::fixed(u16::try_from(*width).unwrap_or(0), at));
        let columns: Vec<Column> = fixed.chain([Column::growing(8, u16::MAX, 9)]).collect();
        let cursor = Some(Cursor { row: selected, column: None });
        let table = Table { columns: &columns, heads: &[], rows, cursor, most_lines: 1, most_at_cursor: 3 };
        table.draw(self.look, area, buffer);
    }

    /// What is not done, and why it goes to another meeting.
    pub(super) fn closing(&self, form: &ClosingForm, area: Rect, buffer: &mut Buffer) {
        let mut page = Page::of(area);
        self.write_closing(&mut page, form);
        page.draw_focus(self.look, area, buffer);
    }

    fn write_closing(&self, page: &mut Page, form: &ClosingForm) {
        let say = &words(self.state.lang).meeting;
        self.title(page, say.closing_title);
        if form.cases.is_empty() {
            page.words(say.closing_nothing_left, self.look.text);
            return;
        }
        page.words(&(say.closing_left)(form.cases.len()), self.look.text);
        if !form.drafts.is_empty() {
            page.words(say.drafts_stay, self.look.dim);
        }
        page.row(Line::default());
        let first = page.height();
        let lacks = form.asked && form.cases.iter().any(|(case, _)| form.reason_of(case).is_none());
        let aside = if lacks { format!("{} {}", mark::FAILED, say.reason_needed) } else { String::new() };
        let indent = width(say.closing_reason).max(13) + 2;
        self.text(page, say.closing_reason, indent, &form.reason, form.selected == 0, (&aside, self.look.error));
        page.words(say.closing_hint, self.look.dim);
        if form.selected == 0 {
            page.focus(first..page.height());
        }
        page.row(Line::default());
        for (at, (case, own)) in form.cases.iter().enumerate() {
            let first = page.height();
            let on = form.selected == at + 1;
            let draft = form.drafts.contains(case);
            let aside = if draft { format!("{} {}", mark::INFO, say.draft_kept) } else { String::new() };
            self.text(page, case.as_str(), indent, own, on, (&aside, self.look.caution));
            let question = self.question(case);
            page.row(Line::from(Span::styled(format!("    {question}"), self.look.dim)));
            if on {
                page.focus(first..page.height());
            }
        }
    }

    fn question(&self, case: &CaseId) -> String {
        let cases = self.state.queue.entries.iter().filter_map(|entry| entry.file.case());
        cases.into_iter().find(|one| one.case == *case).map(|one| one.question.to_string()).unwrap_or_default()
    }
}
