use super::At;
use super::origin::{Grid, Origin};
use super::phrase::{Phrase, Row};
use crate::clinic::{EyeBody, EyeRisk, EyeSchedule, Retina};
use crate::wording;

pub(super) fn told(at: &At) -> Vec<Row> {
    let retina = match Retina::on(at.case, at.today) {
        Ok(Some(retina)) => retina,
        Ok(None) => return vec![Phrase::default().quiet(at.words.basics.not_taken).row()],
        Err(needs) => return vec![at.lacking(&needs).row()],
    };
    let Some(french) = retina.of(EyeBody::France2017) else { return Vec::new() };
    let mut rows = vec![by_the_french(at, &retina, french).row()];
    if !retina.risks.is_empty() {
        rows.push(brought_forward(at, &retina).row());
    }
    if !retina.open.is_empty() {
        let open: Vec<&str> = retina.open.iter().map(|(risk, _)| (at.words.basics.eye_risk)(risk.code())).collect();
        rows.push(Phrase::default().lacks(&(at.words.basics.risk_open)(&open.join(", "))).row());
    }
    rows
}

/// The date of the schedule that is shown first; an examination that is not on record is not one that was not done.
fn by_the_french(at: &At, retina: &Retina, french: &EyeSchedule) -> Phrase {
    let words = &at.words.basics;
    let body = format!("({})", EyeBody::France2017.source().name);
    match (retina.last_exam, french.baseline) {
        (Some(exam), _) => {
            let is_due = french.next <= at.today;
            let said = if is_due { words.exam_due } else { words.next_exam };
            Phrase::default()
                .judged(&said(&at.lang.date(french.next)), !is_due)
                .quiet(&body)
                .dot()
                .say(&(words.last_exam)(&at.lang.date(exam)))
        }
        (None, baseline) => {
            let first = baseline.map_or_else(String::new, |day| (words.baseline_due)(&at.lang.date(day)));
            Phrase::default()
                .lacks(words.no_exam)
                .dot()
                .say(&first)
                .dot()
                .say(&(words.yearly_from)(&at.lang.date(french.yearly_from)))
                .quiet(&body)
        }
    }
}

/// What the bodies that date a risk factor make of it, those of one date together.
fn brought_forward(at: &At, retina: &Retina) -> Phrase {
    let words = &at.words.basics;
    let risks: Vec<&str> = retina.risks.iter().map(|risk| (words.eye_risk)(risk.code())).collect();
    let mut phrase = Phrase::default().judged(&(words.at_risk)(&risks.join(", ")), false);
    let moved = || retina.schedules.iter().filter(|one| one.body.dates_risk() && retina.is_at_risk(one.body));
    let mut days: Vec<_> = moved().map(|one| one.next).collect();
    days.sort_unstable();
    days.dedup();
    for day in days {
        let bodies: Vec<&str> = moved().filter(|one| one.next == day).map(|one| one.body.source().name).collect();
        let dated = if day <= at.today { words.exam_due } else { words.next_exam };
        phrase = phrase.dot().say(&(words.brought_forward)(&bodies.join(", "), &dated(&at.lang.date(day))));
    }
    phrase
}

pub(super) fn origin(at: &At) -> Origin {
    let words = &at.words.basics;
    let mut origin = Origin::default();
    match Retina::on(at.case, at.today) {
        Ok(Some(retina)) => origin = with(at, origin, &retina),
        Ok(None) => {}
        Err(needs) => origin.lacks.push(wording::needs(at.words, &needs)),
    }
    origin = origin.rule(words.eye_rule).rule(words.eye_france).note(words.eye_limits).note(words.eye_odds);
    EyeBody::ALL.into_iter().fold(origin, |origin, body| origin.source(body.source()))
}

fn with(at: &At, mut origin: Origin, retina: &Retina) -> Origin {
    let words = &at.words.basics;
    origin = origin.input(words.start, Phrase::of(&at.lang.date(retina.start)), None);
    let exam = match retina.last_exam {
        Some(exam) => Phrase::of(&at.lang.date(exam)),
        None => Phrase::default().lacks(at.words.app.not_stated),
    };
    origin = origin.input(at.words.panel.eye_exam, exam, None);
    for risk in EyeRisk::ALL {
        let open = retina.open.iter().find(|(open, _)| *open == risk);
        let value = match open {
            Some((_, needs)) => at.lacking(needs),
            None if retina.risks.contains(&risk) => Phrase::default().judged(words.present, false),
            None => Phrase::of(words.absent),
        };
        origin = origin.input((words.eye_risk)(risk.code()), value, None);
    }
    for (_, needs) in &retina.open {
        origin.lacks.push(wording::needs(at.words, needs));
    }
    let head = [words.body, words.first_exam, words.yearly, words.next, words.tests];
    let rows = retina.schedules.iter().map(|schedule| cells(at, schedule)).collect();
    origin.grids.push(Grid { title: words.retina.to_owned(), head: head.map(str::to_owned).to_vec(), rows });
    origin
}

fn cells(at: &At, schedule: &EyeSchedule) -> Vec<Row> {
    let words = &at.words.basics;
    let first = match schedule.baseline {
        Some(day) => Phrase::of(&at.lang.date(day)),
        None => Phrase::default().quiet(words.not_recommended),
    };
    let next = Phrase::default().judged(&at.lang.date(schedule.next), schedule.next > at.today);
    vec![
        Phrase::of(schedule.body.source().name).row(),
        first.row(),
        Phrase::of(&at.lang.date(schedule.yearly_from)).row(),
        next.row(),
        Phrase::default().quiet((words.eye_tests)(schedule.body.code())).row(),
    ]
}
