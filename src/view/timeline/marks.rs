//! The marks: a letter in the column of their day, what the letters stand for, and their words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;

use super::Frame;
use crate::app::{Happening, Mark, class_name};
use crate::domain::{Biopsy, Event, EventKind};
use crate::text::TimelineWords;
use crate::view::cells::{print, wrap_line};

/// The sign of this day.
const TODAY: &str = "▼";
/// Where two marks share a column.
const SEVERAL: &str = "+";

/// Draws the letters in the columns of their days.
pub(super) fn draw(frame: &Frame, area: Rect, buffer: &mut Buffer) {
    print(buffer, frame.left - 1, area.y, 1, "│", frame.ink.look.border);
    // This day gives way to what happened in its column.
    let (today, others): (Vec<&Mark>, Vec<&Mark>) =
        frame.screen.marks.iter().partition(|mark| mark.what == Happening::Today);
    let mut before: Option<u16> = None;
    let others_of = |x: u16| others.iter().any(|mark| frame.x(mark.day) == Some(x));
    let alone = today.iter().copied().filter(|mark| frame.x(mark.day).is_some_and(|x| !others_of(x)));
    for mark in alone.chain(others.iter().copied()) {
        let Some(x) = frame.x(mark.day) else { continue };
        let sign = if before == Some(x) { SEVERAL } else { sign(frame, mark) };
        print(buffer, x, area.y, 1, sign, style(frame, mark));
        before = Some(x);
    }
}

fn style(frame: &Frame, mark: &Mark) -> Style {
    let look = frame.ink.look;
    match mark.what {
        Happening::Event(_) => look.warning,
        Happening::Decided(_) | Happening::Postponed(_) | Happening::Meeting => look.title,
        Happening::Biopsy(_) | Happening::Today => look.text.add_modifier(Modifier::BOLD),
    }
}

fn event<'a>(frame: &Frame<'a>, place: usize) -> Option<&'a Event> {
    frame.screen.opened.case.events.get(place)
}

/// The letter of a mark.
pub(super) fn sign<'a>(frame: &Frame<'a>, mark: &Mark) -> &'a str {
    let words = &frame.ink.words.timeline;
    match &mark.what {
        Happening::Biopsy(_) => words.biopsy_letter,
        Happening::Event(place) => event(frame, *place).map_or("", |event| letter(words, event.kind)),
        Happening::Decided(_) => words.decision_letter,
        Happening::Postponed(_) => words.postponed_letter,
        Happening::Meeting => words.meeting_letter,
        Happening::Today => TODAY,
    }
}

const fn letter(words: &TimelineWords, kind: EventKind) -> &'static str {
    match kind {
        EventKind::Flare => words.flare_letter,
        EventKind::RenalFlare => words.renal_flare_letter,
        EventKind::Admission => words.admission_letter,
        EventKind::Infection => words.infection_letter,
        EventKind::Pregnancy => words.pregnancy_letter,
        EventKind::Thrombosis => words.thrombosis_letter,
        EventKind::Other => words.other_letter,
    }
}

fn name<'a>(frame: &Frame<'a>, mark: &Mark) -> &'a str {
    let words = &frame.ink.words.timeline;
    match &mark.what {
        Happening::Biopsy(_) => words.biopsy,
        Happening::Event(place) => event(frame, *place).map_or("", |event| frame.ink.words.label(event.kind)),
        Happening::Decided(_) => words.decision,
        Happening::Postponed(_) => words.postponed,
        Happening::Meeting => words.meeting,
        Happening::Today => words.today,
    }
}

/// What the letters stand for, of every kind that the case has; then the other signs, as long as there is room.
pub(super) fn legend(frame: &Frame, cells: usize) -> Vec<Line<'static>> {
    let (look, words) = (frame.ink.look, &frame.ink.words.timeline);
    let mut kinds: Vec<(&str, &str)> = Vec::new();
    for mark in &frame.screen.marks {
        let kind = (sign(frame, mark), name(frame, mark));
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let entry = |(sign, name): (&str, &str)| {
        frame.ink.phrase().with(sign, look.key).glued(&format!("\u{a0}{}", name.replace(' ', "\u{a0}")), look.dim)
    };
    let mut phrase = kinds.into_iter().fold(frame.ink.phrase(), |phrase, kind| phrase.then(entry(kind)));
    let rows = wrap_line(&phrase.clone().line(), cells).len();
    for sign in [(SEVERAL, words.several), ("•", words.measured), ("⠁⠁", words.aim), ("┊", words.cursor)] {
        let longer = phrase.clone().then(entry(sign));
        if wrap_line(&longer.clone().line(), cells).len() > rows {
            break;
        }
        phrase = longer;
    }
    wrap_line(&phrase.line(), cells)
}

impl Frame<'_> {
    /// The words of the marks in the column of the cursor.
    pub(super) fn told(&self) -> Line<'static> {
        let here = self.screen.marks_here(&self.axis);
        if here.is_empty() {
            return self.ink.phrase().dim(self.ink.words.timeline.no_mark).line();
        }
        let mut phrase = self.ink.phrase();
        for mark in here {
            let day = self.ink.lang.date(mark.day);
            phrase = phrase.dot().with(sign(self, mark), self.ink.look.key).dim(&day).say(&self.words_of(mark));
        }
        phrase.line()
    }

    fn words_of(&self, mark: &Mark) -> String {
        let (words, case) = (self.ink.words, &self.screen.opened.case);
        let name = name(self, mark);
        let what = match &mark.what {
            Happening::Biopsy(place) => case.kidney.biopsies.get(*place).map(|biopsy| self.histology(biopsy)),
            Happening::Event(place) => {
                event(self, *place).and_then(|event| event.note.clone()).filter(|_| !self.is_masked)
            }
            Happening::Decided(past) => {
                let outcome = words.label(past.outcome);
                Some(format!("{outcome}. {} ({})", past.rationale, words.timeline.opens))
            }
            Happening::Postponed(postponed) => Some(postponed.postponement.reason.clone()),
            Happening::Meeting => Some(case.question.to_string()),
            Happening::Today => None,
        };
        what.map_or_else(|| name.to_owned(), |what| format!("{name}{} {what}", words.guide.colon))
    }

    /// `classe III+V, A/C, IA 8/24, IC 1/12, ISN/RPS 2018`; what is not known is said.
    fn histology(&self, biopsy: &Biopsy) -> String {
        let words = self.ink.words;
        let index = |name: &str, value: Option<u8>, most: u8| {
            let value = value.map_or_else(|| "?".to_owned(), |value| value.to_string());
            format!("{name}\u{a0}{value}/{most}")
        };
        let mut parts = vec![format!("{} {}", words.queue.class.to_lowercase(), class_name(&biopsy.class))];
        parts.extend(biopsy.lesions.known().map(|lesions| words.label(*lesions).to_owned()));
        let activity = biopsy.activity.known().map(|index| index.0);
        let chronicity = biopsy.chronicity.known().map(|index| index.0);
        parts.push(index(words.case.activity_index, activity, 24));
        parts.push(index(words.case.chronicity_index, chronicity, 12));
        parts.extend(biopsy.edition.known().map(|edition| words.label(*edition).to_owned()));
        parts.join(", ")
    }
}
