//! The small forms of what comes after a decision: the patient told, a look back.

use ratatui_textarea::{Input, Key, TextArea};

use super::form::{area, pasted, text_of, typed};
use crate::clinic::{self, Sledai};
use crate::domain::{Case, Charter, CourseOutcome, Day, Drug, Fulfilment, NotDone, PatientAnswer, Upcr};
use crate::meeting::{AfterAct, DecisionAct, FollowUp, Recorded};
use crate::text::{Lang, words};
use crate::wording;

/// Which form it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterSheet {
    /// The patient was told.
    Told,
    /// A look back.
    Followed,
}

/// What a field is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterName {
    /// The day.
    Day,
    /// Who told the patient.
    By,
    /// What the patient answers.
    Answer,
    /// Words.
    Words,
    /// Which look back.
    Months,
    /// How far the decision was carried out.
    Fulfilment,
    /// Why not, or not wholly.
    Reason,
    /// How far this line was, by its place from 1.
    Line(u32),
    /// UPCR then.
    Upcr,
    /// eGFR then.
    Egfr,
    /// SLEDAI-2K then.
    Sledai,
    /// Prednisone then.
    Steroid,
    /// What came of it for the kidney.
    Outcome,
}

/// What a field holds.
#[derive(Debug, Clone)]
pub enum AfterValue {
    /// Words or a number.
    Text(Box<TextArea<'static>>),
    /// An answer.
    Answer(Option<PatientAnswer>),
    /// How far.
    Fulfilment(Option<Fulfilment>),
    /// A reason.
    Reason(Option<NotDone>),
    /// A course.
    Course(Option<CourseOutcome>),
    /// A look back of the charter.
    Months(u32, Vec<u32>),
}

/// A field.
#[derive(Debug, Clone)]
pub struct AfterField {
    /// What it is about.
    pub name: AfterName,
    /// What it holds.
    pub value: AfterValue,
    /// The day of the case file's value that it was filled with.
    pub from: Option<Day>,
}

/// What such a form lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterLack {
    /// The day cannot be read, or is ahead.
    Day,
    /// Who told the patient.
    By,
    /// The answer.
    Answer,
    /// How far it was carried out.
    Fulfilment,
    /// Why not.
    Reason,
    /// Points that are no whole number.
    Points,
    /// A UPCR without its unit, or that is none.
    Upcr,
    /// A dose of prednisone without its unit.
    Steroid,
}

/// A form of what comes after a decision.
#[derive(Debug, Clone)]
pub struct AfterScreen {
    /// The decision.
    pub recorded: Box<Recorded>,
    /// Which form.
    pub sheet: AfterSheet,
    /// Its fields.
    pub fields: Vec<AfterField>,
    /// The one with the cursor.
    pub selected: usize,
    /// What it lacks, once it was to be recorded.
    pub lack: Option<AfterLack>,
    /// Whether it is being recorded.
    pub recording: bool,
}

fn text(name: AfterName, written: &str) -> AfterField {
    AfterField { name, value: AfterValue::Text(Box::new(area(written))), from: None }
}

fn list(name: AfterName, value: AfterValue) -> AfterField {
    AfterField { name, value, from: None }
}

impl AfterScreen {
    /// That the patient was told: the day and who tells them as the decision says.
    pub(super) fn told(recorded: Box<Recorded>, today: Day) -> Self {
        let teller = recorded.locked.decision.teller.clone().unwrap_or_default();
        let fields = vec![
            text(AfterName::Day, &today.to_string()),
            text(AfterName::By, &teller),
            list(AfterName::Answer, AfterValue::Answer(None)),
            text(AfterName::Words, ""),
        ];
        let selected = if teller.is_empty() { 1 } else { 2 };
        Self { recorded, sheet: AfterSheet::Told, fields, selected, lack: None, recording: false }
    }

    /// A look back: the one that is due, with the newest values of the case file since the decision.
    pub(super) fn followed(
        recorded: Box<Recorded>,
        case: Option<&Case>,
        charter: Option<&Charter>,
        today: Day,
        lang: Lang,
    ) -> Self {
        let decided = decided_on(&recorded);
        let looks = charter.map(|charter| charter.follow_up_months.clone()).unwrap_or_default();
        let months = due_look(&looks, decided, today);
        let since = |found: Option<(Day, String)>| found.filter(|(day, _)| *day > decided);
        let filled = |name: AfterName, found: Option<(Day, String)>| {
            let found = since(found);
            let written = found.as_ref().map(|(_, written)| written.clone()).unwrap_or_default();
            AfterField { from: found.map(|(day, _)| day), ..text(name, &written) }
        };
        let mut fields = vec![
            list(AfterName::Months, AfterValue::Months(months, looks)),
            text(AfterName::Day, &today.to_string()),
            list(AfterName::Fulfilment, AfterValue::Fulfilment(None)),
            list(AfterName::Reason, AfterValue::Reason(None)),
        ];
        let lines = (1_u32..).zip(&recorded.locked.decision.lines);
        fields.extend(lines.map(|(number, _)| list(AfterName::Line(number), AfterValue::Fulfilment(None))));
        fields.extend([
            filled(AfterName::Upcr, case.and_then(|case| upcr(case, today, lang))),
            filled(AfterName::Egfr, case.and_then(|case| egfr(case, today, lang))),
            filled(AfterName::Sledai, case.and_then(|case| sledai(case, today))),
            filled(AfterName::Steroid, case.and_then(|case| steroid(case, today, lang))),
            list(AfterName::Outcome, AfterValue::Course(None)),
            text(AfterName::Words, ""),
        ]);
        Self { recorded, sheet: AfterSheet::Followed, fields, selected: 2, lack: None, recording: false }
    }

    /// To another field.
    pub(super) fn step(&mut self, by: isize) {
        self.selected = self.selected.saturating_add_signed(by).min(self.fields.len().saturating_sub(1));
    }

    /// Whether the cursor is in a text.
    pub fn is_typing(&self) -> bool {
        matches!(self.fields.get(self.selected).map(|field| &field.value), Some(AfterValue::Text(_)))
    }

    /// To another entry of the list under the cursor; a text's cursor moves.
    pub(super) fn turn(&mut self, by: isize) {
        self.lack = None;
        let Some(field) = self.fields.get_mut(self.selected) else { return };
        match &mut field.value {
            AfterValue::Answer(chosen) => turn(chosen, PatientAnswer::ALL, by),
            AfterValue::Fulfilment(chosen) => turn(chosen, Fulfilment::ALL, by),
            AfterValue::Reason(chosen) => turn(chosen, NotDone::ALL, by),
            AfterValue::Course(chosen) => turn(chosen, CourseOutcome::ALL, by),
            AfterValue::Months(months, looks) => {
                let mut chosen = Some(*months);
                turn(&mut chosen, looks, by);
                *months = chosen.unwrap_or(*months);
            }
            AfterValue::Text(text) => {
                let key = if by < 0 { Key::Left } else { Key::Right };
                text.input(Input { key, ctrl: false, alt: false, shift: false });
            }
        }
    }

    /// A key in the field with the cursor; a list turns with the space bar.
    pub(super) fn input(&mut self, input: Input) {
        self.lack = None;
        match self.fields.get_mut(self.selected) {
            // What is typed is nobody's figure any more.
            Some(AfterField { value: AfterValue::Text(text), from, .. }) => {
                let is_another = typed(text, input);
                *from = from.filter(|_| !is_another);
            }
            _ if input.key == Key::Char(' ') => self.turn(1),
            _ => {}
        }
    }

    /// Pasted text in the field with the cursor.
    pub(super) fn paste(&mut self, written: &str) {
        if let Some(AfterField { value: AfterValue::Text(text), from, .. }) = self.fields.get_mut(self.selected) {
            text.insert_str(pasted(written).split_whitespace().collect::<Vec<_>>().join(" "));
            *from = None;
        }
    }

    /// The words of a field.
    fn words(&self, name: AfterName) -> String {
        self.fields
            .iter()
            .find(|field| field.name == name)
            .map(|field| match &field.value {
                AfterValue::Text(text) => text_of(text).trim().to_owned(),
                _ => String::new(),
            })
            .unwrap_or_default()
    }

    fn value(&self, name: AfterName) -> Option<&AfterValue> {
        self.fields.iter().find(|field| field.name == name).map(|field| &field.value)
    }

    fn day(&self, today: Day) -> Result<Day, AfterLack> {
        let day = self.words(AfterName::Day).parse().ok().filter(|day| *day <= today);
        day.ok_or(AfterLack::Day)
    }

    /// The act that is recorded.
    ///
    /// # Errors
    /// What it lacks.
    pub(super) fn act(&self, today: Day) -> Result<DecisionAct, AfterLack> {
        let done = match self.sheet {
            AfterSheet::Told => self.told_act(today)?,
            AfterSheet::Followed => AfterAct::Followed(self.follow_up(today)?),
        };
        Ok(DecisionAct { decision: self.recorded.entry.id, done })
    }

    fn told_act(&self, today: Day) -> Result<AfterAct, AfterLack> {
        let (on, by) = (self.day(today)?, self.words(AfterName::By));
        if by.is_empty() {
            return Err(AfterLack::By);
        }
        match self.value(AfterName::Answer) {
            Some(AfterValue::Answer(Some(answer))) => {
                Ok(AfterAct::Told { on, by, answer: *answer, words: self.words(AfterName::Words) })
            }
            _ => Err(AfterLack::Answer),
        }
    }

    fn follow_up(&self, today: Day) -> Result<FollowUp, AfterLack> {
        let on = self.day(today)?;
        let Some(AfterValue::Fulfilment(Some(fulfilment))) = self.value(AfterName::Fulfilment) else {
            return Err(AfterLack::Fulfilment);
        };
        let reason = match self.value(AfterName::Reason) {
            Some(AfterValue::Reason(reason)) => *reason,
            _ => None,
        };
        if reason.is_none() && matches!(fulfilment, Fulfilment::None | Fulfilment::Partial) {
            return Err(AfterLack::Reason);
        }
        let points = self.words(AfterName::Sledai);
        let sledai = if points.is_empty() { None } else { Some(points.parse().map_err(|_| AfterLack::Points)?) };
        let said = |name: AfterName| Some(self.words(name)).filter(|words| !words.is_empty());
        let line = |field: &AfterField| match (field.name, &field.value) {
            (AfterName::Line(number), AfterValue::Fulfilment(Some(how))) => Some((number, *how)),
            _ => None,
        };
        let upcr = said(AfterName::Upcr);
        if upcr.as_ref().is_some_and(|written| written.parse::<Upcr>().is_err()) {
            return Err(AfterLack::Upcr);
        }
        let steroid = said(AfterName::Steroid);
        if steroid.as_ref().is_some_and(|written| !has_unit(written)) {
            return Err(AfterLack::Steroid);
        }
        Ok(FollowUp {
            on,
            months: match self.value(AfterName::Months) {
                Some(AfterValue::Months(months, _)) => *months,
                _ => 0,
            },
            fulfilment: *fulfilment,
            per_line: self.fields.iter().filter_map(line).collect(),
            reason,
            outcome: match self.value(AfterName::Outcome) {
                Some(AfterValue::Course(course)) => *course,
                _ => None,
            },
            upcr,
            egfr: said(AfterName::Egfr),
            sledai,
            steroid,
            words: self.words(AfterName::Words),
        })
    }

    /// To the field that lacks something.
    pub(super) fn go_to(&mut self, lack: AfterLack) {
        let name = match lack {
            AfterLack::Day => AfterName::Day,
            AfterLack::By => AfterName::By,
            AfterLack::Answer => AfterName::Answer,
            AfterLack::Fulfilment => AfterName::Fulfilment,
            AfterLack::Reason => AfterName::Reason,
            AfterLack::Points => AfterName::Sledai,
            AfterLack::Upcr => AfterName::Upcr,
            AfterLack::Steroid => AfterName::Steroid,
        };
        self.selected = self.fields.iter().position(|field| field.name == name).unwrap_or(self.selected);
        self.lack = Some(lack);
    }
}

/// The entry so many places on; from nothing, the first or the last.
fn turn<T: Copy + PartialEq>(chosen: &mut Option<T>, all: &[T], by: isize) {
    let count = all.len();
    let at = chosen.and_then(|chosen| all.iter().position(|one| *one == chosen));
    let next = match at {
        None if by < 0 => count.checked_sub(1),
        None => (count > 0).then_some(0),
        Some(at) => at.checked_add_signed(by).map_or(count.checked_sub(1), |next| Some(next % count.max(1))),
    };
    *chosen = next.and_then(|next| all.get(next).copied());
}

/// Whether a dose says what it is counted in.
fn has_unit(written: &str) -> bool {
    written.chars().any(char::is_alphabetic)
}

/// The day a decision was taken: of the meeting that held it, else of its locking.
pub(super) fn decided_on(recorded: &Recorded) -> Day {
    let room = recorded.locked.room.as_ref().map(|room| room.meeting);
    room.unwrap_or(Day(recorded.entry.locked_at.date_naive()))
}

/// The newest look back whose day has come; before the first has come, the first.
fn due_look(looks: &[u32], decided: Day, today: Day) -> u32 {
    let come = |months: &&u32| {
        decided.0.checked_add_months(chrono::Months::new(**months)).is_some_and(|day| Day(day) <= today)
    };
    looks.iter().rev().find(come).or(looks.first()).copied().unwrap_or(0)
}

fn upcr(case: &Case, today: Day, lang: Lang) -> Option<(Day, String)> {
    let newest = clinic::upcr_series(case).newest_by(today)?;
    Some((newest.date, lang.quantity(&newest.value)))
}

fn egfr(case: &Case, today: Day, lang: Lang) -> Option<(Day, String)> {
    let newest = clinic::egfr_series(case).ok()?.newest_by(today)?;
    let unit = words(lang).unit.egfr_unit;
    Some((newest.date, format!("{} {unit}", wording::printed_egfr(lang, newest.value))))
}

/// Only where every item was assessed: a lower bound is no score.
fn sledai(case: &Case, today: Day) -> Option<(Day, String)> {
    let visit = clinic::newest_visit(case, today)?;
    let total = Sledai::of(visit).ok()?.total();
    (!total.at_least()).then(|| (visit.date, total.points.to_string()))
}

/// The dose of prednisone that the file writes, where it was begun since.
fn steroid(case: &Case, today: Day, lang: Lang) -> Option<(Day, String)> {
    let on = case.treatments.iter().filter(|one| one.drug == Drug::Prednisone && one.is_on(today));
    let newest = on.max_by_key(|one| one.from)?;
    let dose = newest.dose.known()?;
    Some((newest.from, lang.dose(dose)))
}
