use super::super::origin::Origin;
use super::super::phrase::{Phrase, Row, Tone};
use super::At;
use super::found::found;
use crate::clinic::{Checklist, FIVE_POINTS, FivePoint, PointItem, PointLine, PointState};
use crate::knowledge;

const fn mark(state: PointState) -> (&'static str, Tone) {
    match state {
        PointState::Done => (super::DONE, Tone::Good),
        PointState::ToDo => ("!", Tone::Warning),
        PointState::NotStated => ("?", Tone::Lacking),
        PointState::NotApplicable => ("·", Tone::Quiet),
    }
}

fn points(at: &At) -> [Checklist; 5] {
    knowledge::five_points(at.case, at.facts, at.table)
}

fn checklist(at: &At, point: FivePoint) -> Option<Checklist> {
    points(at).into_iter().find(|list| list.point == point)
}

fn names(at: &At, items: impl Iterator<Item = PointItem>) -> String {
    items.map(|item| (at.words.personal.item)(item.code())).collect::<Vec<_>>().join(", ")
}

pub(in crate::wording::figure) fn told(at: &At, point: FivePoint) -> Vec<Row> {
    let Some(list) = checklist(at, point) else { return Vec::new() };
    let words = &at.words.personal;
    let ((sign, tone), (done, counted)) = (mark(list.state()), list.count());
    let mut phrase = Phrase::default().with(sign, tone).quiet(&format!("{done}/{counted}"));
    if list.state() == PointState::Done {
        phrase = phrase.with((words.state)(PointState::Done.code()), tone);
    }
    let to_do = names(at, list.items(PointState::ToDo));
    if !to_do.is_empty() {
        let label = format!("{}{}", words.to_do, at.words.guide.colon.trim_end());
        phrase = phrase.dot().with(&label, Tone::Warning).say(&to_do);
    }
    match list.items(PointState::NotStated).count() {
        0 => {}
        open => phrase = phrase.dot().lacks(&(words.not_stated)(open)),
    }
    vec![phrase.row()]
}

/// The checklist line by line: how each stands, and what the file says of it.
pub(in crate::wording::figure) fn origin(at: &At, point: FivePoint) -> Origin {
    let Some(list) = checklist(at, point) else { return Origin::default() };
    let words = &at.words.personal;
    let mut origin = list.lines.iter().fold(Origin::default(), |origin, line| with_line(at, origin, *line));
    if let Some((name, what)) = beside(at, point) {
        let (sign, tone) = mark(PointState::NotApplicable);
        origin = origin.input(name, Phrase::default().with(sign, tone).then(what).quiet(words.told_not_counted), None);
    }
    let lacks = names(at, list.items(PointState::NotStated));
    origin.lacks.extend((!lacks.is_empty()).then_some(lacks));
    origin.rule(words.marks).rule((words.point_rule)(point.code())).source(FIVE_POINTS)
}

fn with_line(at: &At, origin: Origin, line: PointLine) -> Origin {
    let words = &at.words.personal;
    let (sign, tone) = mark(line.state);
    let state = Phrase::default().with(sign, tone).with((words.state)(line.state.code()), tone);
    let what = found(at, line.item);
    let value = if what.is_empty() { state } else { state.dot().then(what) };
    let is_hidden = at.masked && line.item == PointItem::Announced;
    origin.input((words.item)(line.item.code()), value, line.date.filter(|_| !is_hidden))
}

/// What belongs to a point and is not counted.
fn beside(at: &At, point: FivePoint) -> Option<(&'static str, Phrase)> {
    let (words, person) = (&at.words.personal, &at.case.person);
    match point {
        FivePoint::Announcement => {
            let told = person.announcement.as_ref().map(|told| told.simulation).unwrap_or_default();
            Some((words.simulation, at.entry(told)))
        }
        FivePoint::Decision => {
            let aid = person.shared_decision.as_ref().map(|shared| shared.decision_aid).unwrap_or_default();
            Some((words.decision_aid, at.step(aid)))
        }
        _ => None,
    }
}
