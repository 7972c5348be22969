use super::super::origin::Origin;
use super::super::phrase::{Phrase, Row};
use super::At;
use crate::domain::{Drug, StopReason, Treatment};

fn name(at: &At, treatment: &Treatment) -> String {
    match (&treatment.name, treatment.drug) {
        (Some(name), Drug::Other) => name.clone(),
        (_, drug) => at.words.label(drug).to_owned(),
    }
}

fn begun<'a>(at: &'a At) -> impl Iterator<Item = &'a Treatment> {
    at.case.treatments.iter().filter(|one| one.from <= at.today)
}

/// What is taken today, then what was tried and why it ended.
pub(in crate::wording::figure) fn told(at: &At) -> Vec<Row> {
    if at.case.treatments.is_empty() {
        return vec![Phrase::default().lacks(at.words.app.not_stated).row()];
    }
    let current = begun(at).filter(|one| one.is_on(at.today));
    let taken = current.fold(Phrase::default(), |all, treatment| {
        let since = format!("{} {}", at.words.app.since, at.lang.date(treatment.from));
        let dose = at.field(&treatment.dose, |dose| at.lang.dose(dose));
        all.dot().say(&name(at, treatment)).then(dose).quiet(&since)
    });
    let taken = if taken.is_empty() { Phrase::of(at.words.app.none) } else { taken };
    let tried = tried(at);
    let tried = (!tried.is_empty()).then(|| at.named(at.words.panel.ended, tried).row());
    std::iter::once(taken.row()).chain(tried).collect()
}

/// Whether the end of a treatment bears on the choice: a finished course or a mere change of dose does not.
const fn bears_on_choice(reason: StopReason) -> bool {
    !matches!(reason, StopReason::Completed | StopReason::Switch | StopReason::Other)
}

/// What ended for a reason that bears on the choice, the latest first.
fn tried(at: &At) -> Phrase {
    let ended: Vec<&Treatment> = begun(at).filter(|one| !one.is_on(at.today)).collect();
    ended.iter().rev().fold(Phrase::default(), |all, treatment| {
        let Some(reason) = treatment.stopped_for.filter(|reason| bears_on_choice(*reason)) else { return all };
        let period = treatment.to.map(|to| format!("{}–{}", at.lang.date(treatment.from), at.lang.date(to)));
        all.dot().say(&name(at, treatment)).say(at.words.label(reason)).quiet(&period.unwrap_or_default())
    })
}

/// Every entry of the file, the latest first.
pub(in crate::wording::figure) fn origin(at: &At) -> Origin {
    let mut entries: Vec<&Treatment> = begun(at).collect();
    entries.sort_by_key(|one| std::cmp::Reverse(one.from));
    let origin = entries.into_iter().fold(Origin::default(), |origin, one| {
        let dose = at.field(&one.dose, |dose| at.lang.dose(dose));
        let times = one.times.map(|times| format!("×\u{a0}{times}")).unwrap_or_default();
        let until = one.to.map(|to| format!("→ {}", at.lang.date(to))).unwrap_or_default();
        let why = one.stopped_for.map(|reason| at.words.label(reason)).unwrap_or_default();
        origin.input(&name(at, one), dose.say(&times).quiet(&until).quiet(why), Some(one.from))
    });
    origin.rule(at.words.personal.said_on_file)
}
