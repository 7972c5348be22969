//! Words whose dates say the day they were counted as: `m3` becomes `m3 (23/02/2027)`, so that an amendment made later
//! means the same days.

use super::order::order;
use super::token::tokens;
use super::{branch, print, when};
use crate::domain::{Day, Due, Interval, Line, Order, Trigger, When};
use crate::text::Lang;

/// The line with the days of its dates in its words.
pub(super) fn line(line: &Line, lang: Lang) -> Line {
    let (Some(drug), Some(meant)) = (line.drug, &line.order) else { return line.clone() };
    let bare = uncounted(meant.clone());
    let is_same =
        |words: &str| order(words, &tokens(words), drug, line.kind).is_some_and(|read| uncounted(read) == bare);
    Line { words: pinned(&line.words, &dues(meant), lang, is_same), ..line.clone() }
}

/// The condition with the day of its date in its words.
pub(super) fn trigger(trigger: &Trigger, lang: Lang) -> Trigger {
    let bare = |trigger: &Trigger| Trigger { words: String::new(), at: trigger.at.map(without_day), ..trigger.clone() };
    let is_same = |words: &str| bare(&branch::trigger(words, &tokens(words))) == bare(trigger);
    let dues: Vec<Due> = trigger.at.into_iter().collect();
    Trigger { words: pinned(&trigger.words, &dues, lang, is_same), ..trigger.clone() }
}

fn dues(order: &Order) -> Vec<Due> {
    order.from.into_iter().chain(order.steps.iter().filter_map(|step| step.by)).collect()
}

fn without_day(due: Due) -> Due {
    Due::said(due.said)
}

fn uncounted(mut order: Order) -> Order {
    order.from = order.from.map(without_day);
    for step in &mut order.steps {
        step.by = step.by.map(without_day);
    }
    order
}

fn pinned(words: &str, dues: &[Due], lang: Lang, is_same: impl Fn(&str) -> bool) -> String {
    let counted = |said: Interval| dues.iter().find(|due| due.said == When::After(said)).and_then(|due| due.day);
    let pieces = tokens(words);
    let mut words = words.to_owned();
    // From the last to the first, so that what is written in moves no piece that is still to come.
    for place in (0..pieces.len()).rev() {
        let Some((Due { said: When::After(said), day: None }, taken)) = pieces.get(place..).and_then(when::bare) else {
            continue;
        };
        let end = pieces.get(place + taken - 1).map(|piece| piece.end);
        let with_day = |day: Day| {
            let (before, behind) = words.split_at_checked(end?)?;
            Some(format!("{before} ({}){behind}", print::day(day, lang)))
        };
        if let Some(candidate) = counted(said).and_then(with_day).filter(|candidate| is_same(candidate)) {
            words = candidate;
        }
    }
    words
}
