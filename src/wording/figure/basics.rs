use super::At;
use super::origin::{Grid, Origin};
use super::phrase::{Phrase, Row, Tone};
use crate::clinic::{BASICS, Basics, BasicsCheck, BasicsLetter, BasicsState};

/// What stands beside the colour.
const fn mark(state: BasicsState) -> (&'static str, Tone) {
    match state {
        BasicsState::Ok => ("✓", Tone::Good),
        BasicsState::ToDo => ("!", Tone::Warning),
        BasicsState::NotApplicable => ("–", Tone::Quiet),
        BasicsState::Unknown => ("?", Tone::Lacking),
    }
}

pub(super) fn told(at: &At) -> Vec<Row> {
    let basics = Basics::on(at.case, at.today);
    let letters = BasicsLetter::ALL.into_iter().fold(Phrase::default(), |phrase, letter| {
        let (sign, tone) = mark(basics.state(letter));
        phrase.strong(letter.letter()).glued(sign, tone)
    });
    let words = &at.words.basics;
    let next = match (basics.first_due(), basics.next_due()) {
        (Some(first), _) => Phrase::default().judged(&(words.first)(&item(at, first)), false).then(due(at, first)),
        (None, Some(next)) => Phrase::of(&(words.next_up)(&item(at, next))).then(due(at, next)),
        (None, None) => return vec![letters.row()],
    };
    vec![letters.dot().then(next).row()]
}

/// `s2 rétine sous hydroxychloroquine`.
fn item(at: &At, check: &BasicsCheck) -> String {
    format!("{}\u{a0}{}", check.item.code(), at.words.label(check.item))
}

fn due(at: &At, check: &BasicsCheck) -> Phrase {
    let day = check.found.due.map(|due| (at.words.basics.due_on)(&at.lang.date(due)));
    day.map_or_else(Phrase::default, |day| Phrase::default().quiet(&format!("({day})")))
}

pub(super) fn origin(at: &At) -> Origin {
    let words = &at.words.basics;
    let basics = Basics::on(at.case, at.today);
    let mut origin = Origin::default();
    for letter in BasicsLetter::ALL {
        let head = [words.item_head, words.state_head, words.from_head, words.date_head, words.due_head];
        let rows = basics.of(letter).map(|check| cells(at, check)).collect();
        let title = format!("{} · {}", letter.letter(), (words.letter)(letter.code()));
        origin.grids.push(Grid { title, head: head.map(str::to_owned).to_vec(), rows });
    }
    origin.rule(words.basics_rule).note(words.basics_credit).source(BASICS)
}

fn cells(at: &At, check: &BasicsCheck) -> Vec<Row> {
    let (sign, tone) = mark(check.found.state);
    let state = format!("{sign} {}", (at.words.basics.basics_state)(check.found.state.code()));
    let dated = |text: Option<String>| text.map_or_else(Row::new, |text| Phrase::of(&text).row());
    vec![
        Phrase::of(&item(at, check)).row(),
        Phrase::default().with(&state, tone).row(),
        Phrase::default().quiet(check.found.from).row(),
        dated(check.found.date.map(|date| at.lang.month(date))),
        dated(check.found.due.map(|due| at.lang.date(due))),
    ]
}
