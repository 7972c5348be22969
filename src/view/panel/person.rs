//! The person: what was said and done, what they wish, what they take, and what the guidelines still miss of them.

use ratatui::text::Line;

use crate::app::Opened;
use crate::domain::{Announcement, Drug, Field, PregnancyStatus, Step, StopReason, Treatment, YesNo};
use crate::knowledge;
use crate::text::Label;
use crate::view::ink::{Ink, Phrase};
use crate::view::mark;
use crate::wording;

/// Everything the panel says, what matters most first.
pub fn lines(ink: &Ink, opened: &Opened) -> Vec<Line<'static>> {
    let mut lines = vec![wishes(ink, opened)];
    lines.extend(missing(ink, opened));
    lines.push(pregnancy(ink, opened));
    lines.extend(treatments(ink, opened));
    lines.push(background(ink, opened));
    lines.push(habits(ink, opened));
    lines.extend(announcement(ink, opened));
    lines.push(education(ink, opened));
    lines
}

fn labelled<'a, T: Label>(ink: &Ink<'a>, name: &str, field: &Field<T>, phrase: Phrase<'a>) -> Phrase<'a> {
    let (text, style) = ink.field(field, |value| ink.words.label(*value).to_owned());
    phrase.dim(&colon(ink, name)).with(&text, style)
}

fn colon(ink: &Ink, name: &str) -> String {
    format!("{name}{}", ink.words.guide.colon)
}

fn wishes(ink: &Ink, opened: &Opened) -> Line<'static> {
    let (text, style) = ink.field(&opened.case.person.wishes, Clone::clone);
    ink.labelled(&colon(ink, ink.words.person.wishes)).with(&text, style).line()
}

/// What is missing for the guidelines, first what would settle most, and the question to ask first.
fn missing(ink: &Ink, opened: &Opened) -> Vec<Line<'static>> {
    let missing = knowledge::missing(&opened.table);
    let label = colon(ink, ink.words.panel.missing);
    if missing.is_empty() {
        return vec![ink.labelled(&label).with(ink.words.case.nothing_missing, ink.look.ok).line()];
    }
    let named = missing.iter().map(|one| wording::weighed(ink.words, one));
    let named = named.collect::<Vec<_>>().join(", ");
    let first = missing
        .first()
        .map(|first| ink.labelled(&colon(ink, ink.words.ranked.ask)).say(wording::ask(ink.words, first.datum)).line());
    std::iter::once(ink.phrase().with(&label, ink.look.warning).lacks(&named).line()).chain(first).collect()
}

fn pregnancy(ink: &Ink, opened: &Opened) -> Line<'static> {
    let (words, pregnancy) = (&ink.words.case, &opened.case.pregnancy);
    if pregnancy.status == Field::Known(PregnancyStatus::NotApplicable) {
        return labelled(ink, words.pregnancy, &pregnancy.status, ink.phrase()).line();
    }
    let mut phrase = labelled(ink, words.pregnancy, &pregnancy.status, ink.phrase());
    if let Field::Known(weeks) = pregnancy.weeks {
        phrase = phrase.say(&format!("{weeks} {}", words.weeks_of_amenorrhoea));
    }
    let phrase = labelled(ink, words.wish, &pregnancy.wish, phrase.dot());
    labelled(ink, words.contraception, &pregnancy.contraception, phrase.dot()).line()
}

fn name(ink: &Ink, treatment: &Treatment) -> String {
    match (&treatment.name, treatment.drug) {
        (Some(name), Drug::Other) => name.clone(),
        (_, drug) => ink.words.label(drug).to_owned(),
    }
}

/// What is taken today, then what was tried and why it ended.
fn treatments(ink: &Ink, opened: &Opened) -> Vec<Line<'static>> {
    let words = ink.words;
    let given = &opened.case.treatments;
    if given.is_empty() {
        return vec![ink.labelled(&colon(ink, words.case.treatments)).lacks(words.app.not_stated).line()];
    }
    let (current, ended): (Vec<&Treatment>, Vec<&Treatment>) =
        given.iter().filter(|one| one.from <= opened.today).partition(|one| one.is_on(opened.today));
    let mut phrase = ink.labelled(&colon(ink, words.case.treatments));
    if current.is_empty() {
        phrase = phrase.say(words.app.none);
    }
    for (place, treatment) in current.iter().enumerate() {
        if place > 0 {
            phrase = phrase.dot();
        }
        let (dose, style) = ink.field(&treatment.dose, |dose| ink.lang.dose(dose));
        let since = format!("{} {}", words.app.since, ink.lang.date(treatment.from));
        phrase = phrase.say(&name(ink, treatment)).with(&dose, style).dim(&since);
    }
    let mut lines = vec![phrase.line()];
    lines.extend(tried(ink, &ended));
    lines
}

/// Whether the end of a treatment bears on the choice: a finished course or a mere change of dose does not.
const fn bears_on_choice(reason: StopReason) -> bool {
    !matches!(reason, StopReason::Completed | StopReason::Switch | StopReason::Other)
}

/// What ended for a reason that bears on the choice, the latest first.
fn tried(ink: &Ink, ended: &[&Treatment]) -> Option<Line<'static>> {
    let mut phrase = ink.phrase();
    for treatment in ended.iter().rev() {
        let Some(reason) = treatment.stopped_for.filter(|reason| bears_on_choice(*reason)) else { continue };
        let period = treatment.to.map(|to| format!("{}–{}", ink.lang.date(treatment.from), ink.lang.date(to)));
        phrase = phrase.dot().say(&name(ink, treatment)).say(ink.words.label(reason)).dim(&period.unwrap_or_default());
    }
    (!phrase.is_empty()).then(|| ink.labelled(&colon(ink, ink.words.panel.ended)).then(phrase).line())
}

fn background(ink: &Ink, opened: &Opened) -> Line<'static> {
    let case = &opened.case;
    let (extrarenal, style) = ink.field(&case.extrarenal, |list| {
        let named = list.iter().map(|one| format!("{} {}", ink.words.label(one.organ), ink.words.label(one.severity)));
        listed(ink, &named.collect::<Vec<_>>())
    });
    let (others, other_style) = ink.field(&case.background.comorbidities, |list| {
        listed(ink, &list.iter().map(|one| ink.words.label(*one).to_owned()).collect::<Vec<_>>())
    });
    let phrase = ink.labelled(&colon(ink, ink.words.case.extrarenal)).with(&extrarenal, style).dot();
    let phrase = phrase.dim(&colon(ink, ink.words.case.comorbidities)).with(&others, other_style).dot();
    labelled(ink, ink.words.panel.antiphospholipid, &case.background.apl, phrase).line()
}

fn listed(ink: &Ink, names: &[String]) -> String {
    if names.is_empty() { ink.words.app.none.to_owned() } else { names.join(", ") }
}

fn habits(ink: &Ink, opened: &Opened) -> Line<'static> {
    let (words, person) = (&ink.words.person, &opened.case.person);
    let phrase = labelled(ink, words.adherence, &person.adherence, ink.phrase()).dot();
    let phrase = labelled(ink, words.tobacco, &person.tobacco, phrase).dot();
    let (work, style) = ink.field(&person.work, Clone::clone);
    phrase.dim(&colon(ink, ink.words.panel.work)).with(&work, style).line()
}

fn announcement(ink: &Ink, opened: &Opened) -> Vec<Line<'static>> {
    let words = &ink.words.person;
    let absent = Announcement::default();
    let announcement = opened.case.person.announcement.as_ref().unwrap_or(&absent);
    let (done, done_style) = ink.field(&announcement.done, |day| ink.lang.date(*day));
    let (by, by_style) = ink.field(&announcement.by, Clone::clone);
    let phrase = ink
        .labelled(&colon(ink, words.announcement))
        .with(&done, done_style)
        .dim(ink.words.panel.by)
        .with(&by, by_style);
    let phrase = labelled(ink, words.caregiver, &announcement.caregiver, phrase.dot()).dot();
    vec![step(ink, words.announcement_again, announcement.again, phrase).line()]
}

fn education(ink: &Ink, opened: &Opened) -> Line<'static> {
    let (words, person) = (&ink.words.person, &opened.case.person);
    let phrase = step(ink, words.education, person.education, ink.phrase()).dot();
    let phrase = step(ink, words.documents, person.documents, phrase).dot();
    let phrase = step(ink, words.association, person.association, phrase).dot();
    let informed = match person.informed {
        Field::Known(YesNo::Yes) => phrase.dim(&colon(ink, words.informed)).with(mark::OK, ink.look.ok),
        field => labelled(ink, words.informed, &field, phrase),
    };
    informed.line()
}

fn step<'a>(ink: &Ink<'a>, name: &str, field: Field<Step>, phrase: Phrase<'a>) -> Phrase<'a> {
    let phrase = labelled(ink, name, &field, phrase);
    if field == Field::Known(Step::Done) { phrase.with(mark::OK, ink.look.ok) } else { phrase }
}
