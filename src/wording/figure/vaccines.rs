use super::At;
use super::origin::{Grid, Origin};
use super::phrase::{Phrase, Row};
use crate::clinic::{
    CALENDAR_2025, HCSP_2014, ImmunosuppressedBy, VACCINES_2019, Vaccine, VaccineStatus, Verdict, immunosuppressed_by,
    is_glucocorticoid_soon_long, live_vaccine_clash, vaccines,
};
use crate::domain::{LastDose, Month};
use crate::wording;

pub(super) fn told(at: &At) -> Vec<Row> {
    let words = &at.words.basics;
    let all = vaccines(at.case, at.today);
    let name = |vaccine: &Vaccine| (words.vaccine)(vaccine.code());
    let of = |code: &str| -> String {
        let such = all.iter().filter(|(_, status)| status.code() == code);
        such.map(|(vaccine, _)| name(vaccine)).collect::<Vec<_>>().join(", ")
    };
    let (due, unknown) = (of("due"), of("unknown"));
    let phrase = match (due.is_empty(), unknown.is_empty()) {
        (true, true) => Phrase::default().judged(words.none_due, true),
        (true, false) => Phrase::default(),
        (false, _) => Phrase::default().judged(&(words.due_now)(&due), false),
    };
    let phrase = if unknown.is_empty() { phrase } else { phrase.dot().lacks(&(words.not_known)(&unknown)) };
    let done = all.iter().filter_map(|(vaccine, status)| match status {
        VaccineStatus::Done(last) => Some(dated(at, name(vaccine), *last)),
        _ => None,
    });
    let done: Vec<String> = done.collect();
    let second = if done.is_empty() { Phrase::default() } else { Phrase::of(&(words.done_list)(&done.join(", "))) };
    vec![phrase.row(), second.dot().then(live(at)).row()]
}

fn dated(at: &At, name: &str, last: Option<Month>) -> String {
    last.map_or_else(|| name.to_owned(), |last| format!("{name} ({})", at.lang.month(last)))
}

/// Why live vaccines are contraindicated, or that nobody can say.
fn live(at: &At) -> Phrase {
    let words = &at.words.basics;
    let phrase = match immunosuppressed_by(at.case, at.today) {
        Ok(by) if by.is_empty() && is_glucocorticoid_soon_long(at.case, at.today) => Phrase::of(words.live_soon),
        Ok(by) if by.is_empty() => Phrase::of(words.live_allowed),
        Ok(by) => Phrase::of(&(words.live_blocked)(&reasons(at, &by).join(", "))),
        Err(_) => Phrase::default().lacks(words.live_open),
    };
    if live_vaccine_clash(at.case, at.today) == Verdict::Yes {
        return phrase.dot().judged(words.live_planned, false);
    }
    phrase
}

fn reasons(at: &At, by: &[ImmunosuppressedBy]) -> Vec<String> {
    let words = &at.words.basics;
    let one = |by: &ImmunosuppressedBy| match by {
        ImmunosuppressedBy::Drug(drug) => at.words.label(*drug).to_owned(),
        ImmunosuppressedBy::Glucocorticoid => words.long_steroid.to_owned(),
        ImmunosuppressedBy::Stopped(drug, until) => (words.stopped_until)(at.words.label(*drug), &at.lang.date(*until)),
    };
    by.iter().map(one).collect()
}

pub(super) fn origin(at: &At) -> Origin {
    let words = &at.words.basics;
    let mut origin = Origin::default();
    let age = at.case.patient.age_on(at.today);
    let age = age.map_or_else(
        || Phrase::default().lacks(at.words.app.not_stated),
        |age| Phrase::of(&(at.words.count.years)(i64::from(age))),
    );
    origin = origin.input(at.words.queue.age, age, None).input(at.words.case.treatments, live(at), None);
    let all = vaccines(at.case, at.today);
    for (_, status) in &all {
        if let VaccineStatus::Unknown(needs) = status {
            origin.lacks.push(wording::needs(at.words, needs));
        }
    }
    origin.lacks.dedup();
    let rows = all.iter().map(|(vaccine, status)| {
        vec![
            Phrase::of((words.vaccine)(vaccine.code())).row(),
            state(at, status).row(),
            Phrase::default().quiet((words.vaccine_rule)(vaccine.code())).row(),
        ]
    });
    let head = [words.vaccine_head, words.state_head, words.rule_head].map(str::to_owned).to_vec();
    origin.grids.push(Grid { title: words.vaccines.to_owned(), head, rows: rows.collect() });
    origin
        .rule(words.immune_rule)
        .rule(words.season_rule)
        .note(words.zoster_note)
        .source(CALENDAR_2025)
        .source(VACCINES_2019)
        .source(HCSP_2014)
}

fn state(at: &At, status: &VaccineStatus) -> Phrase {
    let words = &at.words.basics;
    let said = (words.vaccine_state)(status.code());
    let last = |phrase: Phrase, month: Option<Month>| match month {
        Some(month) => phrase.quiet(&(words.last_dose)(&at.lang.month(month))),
        None => phrase,
    };
    match status {
        VaccineStatus::Done(month) => last(Phrase::default().judged(said, true), *month),
        VaccineStatus::Due(month) => last(Phrase::default().judged(said, false), *month),
        VaccineStatus::DueFrom(day) => Phrase::of(said).quiet(&(words.from_day)(&at.lang.date(*day))),
        VaccineStatus::NotDue => Phrase::default().quiet(said),
        VaccineStatus::ByCalendar(Some(LastDose::On(month))) => last(Phrase::of(said), Some(*month)),
        VaccineStatus::ByCalendar(Some(LastDose::Never)) => Phrase::of(said).quiet(&(words.last_dose)(words.never)),
        VaccineStatus::ByCalendar(None) => Phrase::of(said),
        VaccineStatus::Unknown(_) => Phrase::default().lacks(said),
    }
}
