//! How active: the scores with what they are made of, physician against patient, proteinuria, serology, response.

use ratatui::text::Line;
use rust_decimal::prelude::ToPrimitive;

use crate::clinic::{self, EularResponse, Need, RenalCourse, Response, Serology, Standing};
use crate::domain::{ActivityVisit, Day, Dimension, Field, Quantity, Scale10};
use crate::text::visible;
use crate::view::ink::{Ink, Phrase};
use crate::view::mark;
use crate::view::sparkline::sparkline;
use crate::wording;

use crate::app::Opened;

/// Cells of the curve in the line of proteinuria.
const CURVE: usize = 12;
/// Days beyond which two values are not joined: more than half a year without a value is a gap.
const GAP: i64 = 190;

/// Everything the panel says, what matters most first.
pub fn lines(ink: &Ink, opened: &Opened) -> Vec<Line<'static>> {
    let case = &opened.case;
    let visit = case.activity.iter().filter(|visit| visit.date <= opened.today).max_by_key(|visit| visit.date);
    let mut lines = Vec::new();
    lines.push(proteinuria(ink, opened));
    lines.extend(response(ink, opened));
    lines.push(serology(ink, opened));
    if let Some(visit) = visit {
        lines.extend(type2(ink, visit));
    }
    lines
}

fn unknown<'a>(ink: &Ink<'a>, needs: &[Need]) -> Phrase<'a> {
    ink.phrase().lacks(&(ink.words.activity.cannot_say)(&wording::needs(ink.words, needs)))
}

fn proteinuria(ink: &Ink, opened: &Opened) -> Line<'static> {
    let series = clinic::upcr_series(&opened.case);
    let phrase = ink.labelled(ink.words.unit.upcr);
    let Some(newest) = series.newest_by(opened.today) else {
        return phrase.lacks(ink.words.app.not_stated).line();
    };
    let points: Vec<(Day, f64)> = series
        .points()
        .iter()
        .filter_map(|point| Some((point.date, point.value.value().to_f64()?)))
        .filter(|(day, _)| *day <= opened.today)
        .collect();
    let phrase = phrase.with(&sparkline(&points, CURVE, GAP), ink.look.series_1);
    match series.change().filter(|change| change.to.date == newest.date) {
        Some(change) => {
            let percent = change.percent().map(|percent| ink.lang.signed_percent(percent, 0)).unwrap_or_default();
            let to = ink.lang.quantity(&change.to.value);
            let same_unit = change.from.value.unit() == change.to.value.unit();
            let from = if same_unit {
                ink.lang.number(change.from.value.amount(), 2)
            } else {
                ink.lang.quantity(&change.from.value)
            };
            phrase.dim(&from).dim("→").with(&to, ink.look.title).say(&percent)
        }
        None => phrase.with(&ink.lang.quantity(&newest.value), ink.look.title),
    }
    .dim(&ink.on(newest.date))
    .line()
}

/// Renal response by each body: the same numbers can give three answers.
fn response(ink: &Ink, opened: &Opened) -> Vec<Line<'static>> {
    let course = RenalCourse::of(&opened.case, opened.today);
    let label = ink.words.panel.renal_response;
    if course.months.is_none() {
        let needs = [Need::CourseStart];
        let phrase = ink.labelled(label).then(unknown(ink, &needs));
        return if opened.case.kidney.biopsies.is_empty() { Vec::new() } else { vec![phrase.line()] };
    }
    let months = course.months.map(|months| (ink.words.panel.at_month)(months)).unwrap_or_default();
    let kdigo = clinic::kdigo_2024(&course);
    let margin = if kdigo.inside_margin { ink.words.panel.inside_margin } else { "" };
    let phrase = eular(ink, &course, ink.labelled(label).say(&months)).dot();
    let phrase = graded(ink, clinic::ACR_2024.name, &clinic::acr_2024(&course), phrase).dot();
    vec![graded(ink, clinic::KDIGO_2024.name, &kdigo.response, phrase).dim(margin).line()]
}

fn eular<'a>(ink: &Ink<'a>, course: &RenalCourse, phrase: Phrase<'a>) -> Phrase<'a> {
    let response = EularResponse::of(course);
    let phrase = phrase.dim(clinic::EULAR_2025.name);
    let Some((milestone, standing)) = response.last_due() else {
        return phrase.say(ink.words.panel.not_due);
    };
    let due = (ink.words.panel.at_month)(milestone.month());
    match standing {
        Standing::Met => phrase.with(mark::OK, ink.look.ok).say(&due),
        Standing::Missed => phrase.with(mark::FAILED, ink.look.warning).say(&due),
        Standing::NotDue => phrase.say(ink.words.panel.not_due),
        Standing::Unknown(needs) => phrase.then(unknown(ink, needs)),
    }
}

fn graded<'a>(ink: &Ink<'a>, name: &str, response: &Response, phrase: Phrase<'a>) -> Phrase<'a> {
    let words = &ink.words.panel;
    let phrase = phrase.dim(name);
    match response {
        Response::Complete => phrase.with(&format!("{} {}", mark::OK, words.complete), ink.look.ok),
        Response::Partial => phrase.with(words.partial, ink.look.option),
        Response::None => phrase.with(&format!("{} {}", mark::FAILED, words.no_response), ink.look.warning),
        Response::NotDue => phrase.say(words.not_due),
        Response::Unknown(needs) => phrase.then(unknown(ink, needs)),
    }
}

/// Complement and antibodies against the laboratory's own limits; one date where they have the same.
fn serology(ink: &Ink, opened: &Opened) -> Line<'static> {
    let (case, today) = (&opened.case, opened.today);
    let words = &ink.words.panel;
    let (c3, c4, dna) = (clinic::c3_on(case, today), clinic::c4_on(case, today), clinic::anti_dsdna_on(case, today));
    let dates = [
        c3.as_ref().map(|one| one.newest.date),
        c4.as_ref().map(|one| one.newest.date),
        dna.as_ref().map(|one| one.newest.date),
    ];
    let newest = dates.into_iter().flatten().max();
    let limits = Limits { ink, newest };
    let phrase = limits.against("C3", c3, ("<", words.low), ink.phrase());
    let phrase = limits.against("C4", c4, ("<", words.low), phrase.dot());
    let phrase = limits.against(ink.words.unit.anti_dsdna, dna, (">", words.raised), phrase.dot());
    phrase.dim(&newest.map(|day| ink.on(day)).unwrap_or_default()).line()
}

/// Values of one laboratory day, mostly: those of another day carry their own.
struct Limits<'a, 'b> {
    ink: &'b Ink<'a>,
    newest: Option<Day>,
}

impl<'a> Limits<'a, '_> {
    fn against<D: Dimension>(
        &self,
        name: &str,
        serology: Option<Serology<D>>,
        (operator, outside): (&str, &str),
        phrase: Phrase<'a>,
    ) -> Phrase<'a> {
        let (ink, words) = (self.ink, &self.ink.words.panel);
        let phrase = phrase.dim(name);
        let Some(serology) = serology else {
            return phrase.lacks(ink.words.app.not_stated);
        };
        let limit = |limit: &Quantity<D>| ink.lang.number(limit.amount(), 3);
        let phrase = phrase.say(&ink.lang.quantity(&serology.newest.value));
        let phrase = match (serology.is_outside, &serology.limit) {
            (Some(true), Some(edge)) => {
                phrase.with(&format!("{outside} ({operator}\u{a0}{})", limit(edge)), ink.look.warning)
            }
            (Some(_), Some(edge)) => phrase.dim(&format!("{} ({})", words.normal, limit(edge))),
            _ => phrase.lacks(words.no_limit),
        };
        if self.newest == Some(serology.newest.date) { phrase } else { phrase.dim(&ink.on(serology.newest.date)) }
    }
}

/// Type 2 symptoms, kept apart from inflammation.
fn type2(ink: &Ink, visit: &ActivityVisit) -> Option<Line<'static>> {
    let words = &ink.words.activity;
    let symptoms = visit.type2.as_ref()?;
    let mut phrase = ink.labelled(words.type2);
    for (name, value) in [
        (words.fatigue, &symptoms.fatigue),
        (words.pain, &symptoms.pain),
        (words.sleep, &symptoms.sleep),
        (words.mood, &symptoms.mood),
        (words.cognition, &symptoms.cognition),
    ] {
        phrase = symptom(ink, name, value, phrase);
    }
    Some(phrase.dim("/10").dim(&ink.on(visit.date)).line())
}

fn symptom<'a>(ink: &Ink<'a>, name: &str, value: &Field<Scale10>, phrase: Phrase<'a>) -> Phrase<'a> {
    match value {
        Field::Absent => phrase,
        value => {
            let (text, style) = ink.field(value, |value| ink.lang.number(value.value(), 1));
            phrase.say(&visible(name)).with(&text, style)
        }
    }
}
