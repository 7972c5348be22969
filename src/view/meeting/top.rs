use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Drawing, wall};
use crate::app::{Command, Place};
use crate::domain::QuorumStatus;
use crate::meeting::session::{BreakDue, Stage, quorum};
use crate::text::words;
use crate::view::ink::Ink;
use crate::view::keys::key_of;
use crate::view::mark;
use crate::view::page::Page;

impl Drawing<'_> {
    /// Quorum, time, who holds the meeting, what to do now.
    pub(super) fn top(&self, page: &mut Page) {
        let words = words(self.state.lang);
        match self.state.session.stage {
            Stage::Planned => {}
            Stage::Closed => page.words(words.meeting.again, self.look.text),
            Stage::Open | Stage::Break => self.quorum(page),
        }
        self.time(page);
        self.now(page);
        self.held_by(page);
        page.row(Line::default());
    }

    fn quorum(&self, page: &mut Page) {
        let words = words(self.state.lang);
        let found = quorum(&self.state.session, None);
        let Some(line) = wall::quorum_long(self.state, self.look, None) else { return };
        let ink = Ink::new(self.look, self.state.lang);
        let counted = self.state.session.charter().map(|charter| charter.quorum.counted.as_slice()).unwrap_or_default();
        let names = found.present.iter().filter(|one| counted.contains(one));
        let names: Vec<&str> = names.map(|one| words.label(*one)).collect();
        let names = if names.is_empty() { words.meeting.nobody_counts.to_owned() } else { names.join(", ") };
        let short = if found.short_by > 0 { (words.meeting.short_by)(found.short_by) } else { String::new() };
        let mut phrase = ink.phrase();
        for span in line.spans {
            phrase = phrase.with(&span.content, span.style);
        }
        if !short.is_empty() {
            phrase = phrase.dot().with(&short, self.look.warning);
        }
        page.line(&phrase.dot().say(&names).line());
        if found.status == QuorumStatus::NotReached {
            page.words(words.meeting.staff, self.look.dim);
        }
    }

    /// Cases done and left, the time taken and the time they may still take.
    fn time(&self, page: &mut Page) {
        let (words, state) = (&words(self.state.lang).meeting, self.state);
        let progress = state.progress();
        let breaks: i64 = state.session.breaks.iter().map(|span| span.length(state.now).num_seconds()).sum();
        let mut parts = vec![(words.done)(progress.done, progress.cases)];
        parts.push((words.elapsed)(&words.length(state.session.seconds(state.now))));
        if !state.session.breaks.is_empty() {
            parts.push((words.break_time)(&words.length(breaks)));
        }
        if progress.left > 0 && state.session.is_open() {
            parts.push((words.time_left)(&words.length(progress.time_left)));
        } else {
            parts.push((words.planned_time)(&words.length(progress.planned)));
        }
        page.words(&parts.join(" · "), self.look.text);
    }

    /// The clock that runs; the break there is, or that is due.
    fn now(&self, page: &mut Page) {
        let (words, state) = (&words(self.state.lang).meeting, self.state);
        if let Some(running) = state.session.running() {
            let in_file = state.queue.entries.iter().filter_map(|entry| entry.file.case());
            let mode = in_file.into_iter().find(|case| case.case == running.case).and_then(|case| case.mode);
            let clock = wall::clock_of(state, self.look, &running.case, mode).unwrap_or_default();
            let mut spans = vec![Span::raw(format!("{} ", running.case))];
            spans.extend(clock.spans);
            page.line(&Line::from(spans));
        }
        let key = key_of(&self.state.keys, Place::Meeting, Command::Break);
        if state.session.stage == Stage::Break {
            let since = state.session.breaks.last().map(|span| wall::time(state, span.from)).unwrap_or_default();
            page.words(&(words.in_break_since)(&since, &key), self.look.warning);
        }
        let due = state.session.break_due(state.now).map(|due| match due {
            BreakDue::Minutes(minutes) => (words.break_minutes)(minutes, &key),
            BreakDue::Cases(cases) => (words.break_cases)(cases, &key),
        });
        if let Some(due) = due {
            page.words(&format!("{} {due}", mark::WARNING), self.look.warning);
        }
    }

    fn held_by(&self, page: &mut Page) {
        let Some(opening) = &self.state.session.opening else { return };
        let (words, state) = (words(self.state.lang), self.state);
        let say = &words.meeting;
        let mut parts =
            vec![format!("{} {}", say.chair, opening.chair), format!("{} {}", say.secretary, opening.secretary)];
        let place = Some(opening.place.clone()).filter(|place| !place.is_empty());
        parts.push(
            [Some(words.label(opening.gathering).to_owned()), place]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", "),
        );
        parts.push(format!("{} {}", say.charter, opening.charter.version));
        page.words(&parts.join(" · "), self.look.dim);
        let listed = |name: &str| state.session.people.iter().any(|one| one.person.name == name);
        let key = key_of(&self.state.keys, Place::Meeting, Command::AddPerson);
        let mut missing: Vec<&String> =
            [&opening.chair, &opening.secretary].into_iter().filter(|name| !listed(name)).collect();
        missing.dedup();
        for name in missing.into_iter().filter(|_| state.session.is_open()) {
            let style: Style = self.look.warning;
            page.words(&format!("{} {}", mark::WARNING, (say.not_listed)(name, &key)), style);
        }
    }
}
