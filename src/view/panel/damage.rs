//! How damaged: what stands below the figures, hydroxychloroquine and the eye.

use ratatui::text::Line;

use crate::app::Opened;
use crate::clinic::{self, HCQ_DOSE, HcqStatus};
use crate::domain::Drug;
use crate::view::ink::{Ink, Phrase};
use crate::wording;

/// Everything the panel says, what matters most first.
pub fn lines(ink: &Ink, opened: &Opened) -> Vec<Line<'static>> {
    vec![hydroxychloroquine(ink, opened), eye(ink, opened)]
}

fn unknown<'a>(ink: &Ink<'a>, needs: &[clinic::Need], phrase: Phrase<'a>) -> Phrase<'a> {
    phrase.lacks(&(ink.words.activity.cannot_say)(&wording::needs(ink.words, needs)))
}

fn hydroxychloroquine(ink: &Ink, opened: &Opened) -> Line<'static> {
    let words = ink.words;
    let phrase = ink.labelled(words.unit.hcq);
    let dose = match clinic::hcq_on(&opened.case, opened.today) {
        Ok(Some(dose)) => dose,
        Ok(None) => return phrase.say(words.app.none).line(),
        Err(needs) => return unknown(ink, &needs, phrase).line(),
    };
    let style = if dose.status == HcqStatus::Above { ink.look.warning } else { ink.look.ok };
    let status = (words.codes.hcq_status)(dose.status.code());
    let ceiling = format!("{} {}", ink.lang.number(dose.ceiling, 1), words.unit.mg_per_day);
    phrase
        .say(&format!("{} {}", ink.lang.number(dose.daily, 1), words.unit.mg_per_day))
        .dim("=")
        .with(&format!("{} {}", ink.lang.number(dose.per_kilo, 2), words.unit.mg_per_kg_per_day), ink.look.title)
        .dim(words.panel.real_weight)
        .with(status, style)
        .say(&(words.panel.ceiling)(&ceiling))
        .dim(&format!("({})", HCQ_DOSE.name))
        .line()
}

fn eye(ink: &Ink, opened: &Opened) -> Line<'static> {
    let antimalarial = opened.case.treatments.iter().filter(|treatment| {
        matches!(treatment.drug, Drug::Hydroxychloroquine | Drug::Chloroquine) && treatment.is_on(opened.today)
    });
    let phrase = ink.labelled(ink.words.panel.eye_exam);
    match antimalarial.max_by_key(|treatment| treatment.from) {
        Some(treatment) => {
            let (exam, style) = ink.field(&treatment.eye_exam, |day| ink.lang.date(*day));
            phrase.with(&exam, style).line()
        }
        None => phrase.dim(ink.words.table.not_applicable).line(),
    }
}
