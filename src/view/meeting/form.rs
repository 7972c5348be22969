use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui_textarea::TextArea;

use super::Drawing;
use crate::app::{InterestForm, OpeningField, OpeningForm, PersonField, PersonForm};
use crate::domain::Participant;
use crate::meeting::session::Stage;
use crate::text::{MeetingWords, words};
use crate::view::cells::{pad, width};
use crate::view::field;
use crate::view::mark;
use crate::view::page::Page;

/// Cells of a text at most.
const MOST_CELLS: usize = 48;

impl Drawing<'_> {
    /// The form that opens the meeting, or corrects what its opening says.
    pub(super) fn opening(&self, page: &mut Page, form: &OpeningForm) {
        let (words, state) = (words(self.state.lang), self.state);
        let say = &words.meeting;
        let title = match state.session.stage {
            Stage::Planned => say.opening_title,
            Stage::Closed => say.opening_again,
            Stage::Open | Stage::Break => say.opening_correct,
        };
        page.row(Line::default());
        self.title(page, title);
        if state.session.stage == Stage::Closed {
            page.words(say.again, self.look.dim);
        }
        if state.session.opening.is_none() && state.last.as_ref().is_some_and(|last| last.opening.is_some()) {
            page.words(say.last_words, self.look.dim);
        }
        page.row(Line::default());
        let labels = opening_labels(say);
        let indent = labels
            .iter()
            .map(|(_, label)| width(label))
            .chain([width(say.day), width(words.meeting_order.agenda)])
            .max()
            .unwrap_or(0)
            + 2;
        self.stated(page, say.day, indent, &state.lang.date(state.meeting()));
        if state.meeting() != state.today {
            let said = (say.not_today)(&state.lang.date(state.today));
            page.hanging(Line::raw(" ".repeat(indent)), indent, &said, self.look.caution);
        }
        for (field, label) in labels {
            let on = form.field == field;
            match field {
                OpeningField::Reach => self.choice(page, label, indent, words.label(form.reach), on),
                OpeningField::Gathering => self.choice(page, label, indent, words.label(form.gathering), on),
                _ => {
                    let lacks = form.asked && form.lacks() == Some(field);
                    let aside = match form.suggested(field, &state.known).filter(|_| on) {
                        Some(name) => ((say.suggested)(name), self.look.found),
                        None if lacks => (format!("{} {}", mark::FAILED, say.must_be_said), self.look.error),
                        None => (String::new(), self.look.dim),
                    };
                    if let Some(text) = form.text(field) {
                        self.text(page, label, indent, text, on, (&aside.0, aside.1));
                    }
                }
            }
        }
        if let Some(charter) = state.charter() {
            let rule = format!(
                "{} · {} {}",
                charter.version,
                say.quorum,
                (say.specialties)(usize::try_from(charter.quorum.specialties).unwrap_or(0))
            );
            self.stated(page, say.charter, indent, &rule);
        }
        let progress = state.progress();
        self.stated(page, words.meeting_order.agenda, indent, &(words.count.cases)(progress.cases));
        page.row(Line::default());
        page.words(say.opening_hint, self.look.dim);
    }

    /// The line of somebody who comes, with those it may mean.
    pub(super) fn person(&self, page: &mut Page, form: &PersonForm) {
        let (words, state) = (words(self.state.lang), self.state);
        let say = &words.meeting;
        let title = match (form.corrects, form.role) {
            (true, _) => (say.correct_title)(&form.named()),
            (false, role @ (crate::domain::Role::Chair | crate::domain::Role::Secretary)) => {
                (say.add_next)(words.label(role))
            }
            (false, _) => say.add_title.to_owned(),
        };
        self.title(page, &title);
        if let Some(last) = &form.last {
            page.words(&format!("{} {}", mark::OK, (say.was_added)(last)), self.look.ok);
        }
        let labels = person_labels(say);
        let indent = labels.iter().map(|(_, label)| width(label)).max().unwrap_or(0) + 2;
        let candidates = form.candidates(state);
        for (field, label) in labels {
            let on = form.field == field;
            match field {
                PersonField::Name if form.corrects => self.stated(page, label, indent, &form.named()),
                PersonField::Name => {
                    let missing = form.asked && form.named().is_empty();
                    let aside = if missing { format!("{} {}", mark::FAILED, say.person) } else { String::new() };
                    self.text(page, label, indent, &form.name, on, (&aside, self.look.error));
                    self.candidates(page, indent, &candidates, form.candidate);
                }
                PersonField::Specialty => match form.specialty {
                    Some(specialty) => self.choice(page, label, indent, words.label(specialty), on),
                    None if on => self.choice(page, label, indent, say.choose_specialty, on),
                    None => self.stated(page, label, indent, mark::SILENT),
                },
                PersonField::Role => self.choice(page, label, indent, words.label(form.role), on),
                PersonField::Presence => self.choice(page, label, indent, words.label(form.presence), on),
                PersonField::Centre => {
                    self.text(page, label, indent, &form.centre, on, ("", self.look.dim));
                }
            }
        }
        let hint = if candidates.is_empty() { say.person_hint } else { say.takes_candidate };
        page.words(hint, self.look.dim);
        page.row(Line::default());
    }

    /// An interest of somebody.
    pub(super) fn interest(&self, page: &mut Page, form: &InterestForm) {
        let words = words(self.state.lang);
        let say = &words.meeting;
        self.title(page, &(say.interest_title)(&form.person));
        let indent = width(say.interest).max(width(say.in_words)) + 2;
        self.choice(page, say.interest, indent, words.label(form.interest), !form.in_words);
        self.text(page, say.in_words, indent, &form.words, form.in_words, ("", self.look.dim));
        page.words(say.interest_hint, self.look.dim);
        page.row(Line::default());
    }

    pub(super) fn title(&self, page: &mut Page, title: &str) {
        page.row(Line::from(Span::styled(title.to_owned(), self.look.title)));
    }

    fn label(&self, label: &str, indent: usize, on: bool) -> Span<'static> {
        let sign = if on { mark::CURSOR } else { " " };
        let style = if on { self.look.title } else { self.look.dim };
        Span::styled(format!("{sign} {}", pad(label, indent, ratatui::layout::Alignment::Left)), style)
    }

    fn stated(&self, page: &mut Page, label: &str, indent: usize, value: &str) {
        page.row(Line::from(vec![self.label(label, indent, false), Span::raw(value.to_owned())]));
    }

    fn choice(&self, page: &mut Page, label: &str, indent: usize, value: &str, on: bool) {
        let value = if on {
            Span::styled(format!("‹ {value} ›"), self.look.text.patch(self.look.selected))
        } else {
            Span::raw(value.to_owned())
        };
        page.row(Line::from(vec![self.label(label, indent, on), value]));
    }

    pub(super) fn text(
        &self,
        page: &mut Page,
        label: &str,
        indent: usize,
        text: &TextArea<'_>,
        on: bool,
        aside: (&str, Style),
    ) {
        let free = page.width().saturating_sub(indent + 4);
        let cells = free.saturating_sub(if aside.0.is_empty() { 0 } else { width(aside.0) + 1 }).clamp(8, MOST_CELLS);
        let laid = field::lay(text, cells);
        // Of a text longer than its place, the row of the cursor.
        let row = laid.cursor_row();
        let line = laid.lines(self.look.input, cells, on).into_iter().nth(row).unwrap_or_default();
        let mut spans = vec![self.label(label, indent, on)];
        spans.extend(line.spans);
        spans.push(Span::styled(format!(" {}", aside.0), aside.1));
        page.row(Line::from(spans));
    }

    fn candidates(&self, page: &mut Page, indent: usize, candidates: &[&Participant], at: usize) {
        let words = words(self.state.lang);
        for (place, one) in candidates.iter().enumerate() {
            let said = format!("{} · {} · {}", one.name, words.label(one.specialty), words.label(one.role));
            let (sign, style) = if place == at {
                (mark::RECOMMENDED, self.look.text.patch(self.look.selected))
            } else {
                (mark::AVOID, self.look.dim)
            };
            let lead = " ".repeat(indent + 2);
            page.row(Line::from(vec![Span::raw(lead), Span::styled(format!("{sign} {said}"), style)]));
        }
    }
}

fn opening_labels(say: &MeetingWords) -> [(OpeningField, &'static str); 6] {
    [
        (OpeningField::Title, say.name),
        (OpeningField::Reach, say.reach),
        (OpeningField::Gathering, say.gathering),
        (OpeningField::Place, say.place),
        (OpeningField::Chair, say.chair),
        (OpeningField::Secretary, say.secretary),
    ]
}

fn person_labels(say: &MeetingWords) -> [(PersonField, &'static str); 5] {
    [
        (PersonField::Name, say.person),
        (PersonField::Specialty, say.specialty),
        (PersonField::Role, say.role),
        (PersonField::Presence, say.presence),
        (PersonField::Centre, say.centre),
    ]
}
