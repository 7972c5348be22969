use super::super::origin::{Grid, Origin};
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

pub(super) fn told(at: &At, point: FivePoint) -> Vec<Row> {
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

pub(super) fn origin(at: &At, point: FivePoint) -> Origin {
    let Some(list) = checklist(at, point) else { return Origin::default() };
    let words = &at.words.personal;
    let head = [words.item_head, words.state_head, words.found_head].map(str::to_owned).to_vec();
    let mut rows: Vec<Vec<Row>> = list.lines.iter().map(|line| row(at, *line)).collect();
    rows.extend(beside(at, point).map(|(name, what)| {
        let (sign, tone) = mark(PointState::NotApplicable);
        let item = Phrase::default().with(sign, tone).say(name);
        vec![item.row(), Phrase::default().quiet(words.told_not_counted).row(), what.row()]
    }));
    let lacks = names(at, list.items(PointState::NotStated));
    Origin {
        grids: vec![Grid { title: words.checklist.to_owned(), head, rows }],
        lacks: if lacks.is_empty() { Vec::new() } else { vec![lacks] },
        ..Origin::default()
    }
    .rule(words.marks)
    .rule((words.point_rule)(point.code()))
    .source(FIVE_POINTS)
}

fn row(at: &At, line: PointLine) -> Vec<Row> {
    let words = &at.words.personal;
    let (sign, tone) = mark(line.state);
    let item = Phrase::default().with(sign, tone).say((words.item)(line.item.code()));
    let state = Phrase::default().with((words.state)(line.state.code()), tone);
    let what = found(at, line.item);
    let what = match line.date {
        Some(_) if at.masked && line.item == PointItem::Announced => what,
        Some(day) => what.quiet(&at.on(day)),
        None => what,
    };
    vec![item.row(), state.row(), what.row()]
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
