use super::activity::{cannot_say, source};
use super::figures::figures;
use super::head::{listed, named};
use super::page::Page;
use super::sheet::Sheet;
use crate::clinic::{self, FigureId};
use crate::text::{Lang, words};

/// Damage as of the day: hydroxychloroquine, then the figures of the panel.
pub(super) fn damage(page: &mut Page, sheet: &Sheet<'_>, lang: Lang) {
    let words = words(lang);
    page.section(words.damage.title);
    page.item(0, hydroxychloroquine(sheet, lang));
    figures(page, &sheet.at(lang), FigureId::DAMAGE);
}

/// The person: the figures of the panel.
pub(super) fn person(page: &mut Page, sheet: &Sheet<'_>, lang: Lang) {
    page.section(words(lang).person.title);
    figures(page, &sheet.at(lang), FigureId::PERSON);
}

fn hydroxychloroquine(sheet: &Sheet<'_>, lang: Lang) -> String {
    let words = words(lang);
    match clinic::hcq_on(sheet.case, sheet.today) {
        Err(needs) => cannot_say(lang, words.damage.hcq_dose, &needs),
        Ok(None) => named(lang, words.damage.hcq_dose, words.app.none),
        Ok(Some(dose)) => {
            let mg = |amount| format!("{}\u{a0}{}", lang.number(amount, 1), words.unit.mg_per_day);
            let per_kilo = format!("{}\u{a0}{}", lang.number(dose.per_kilo, 1), words.unit.mg_per_kg_per_day);
            let rests =
                [(words.report.ceiling)(&mg(dose.ceiling)), eye_exam(sheet, lang), source(lang, clinic::HCQ_DOSE)];
            let status = (words.codes.hcq_status)(dose.status.code());
            let text = format!("{}, {per_kilo}, {status} ({})", mg(dose.daily), listed(lang, rests));
            named(lang, words.damage.hcq_dose, &text)
        }
    }
}

fn eye_exam(sheet: &Sheet<'_>, lang: Lang) -> String {
    let words = words(lang);
    let text = sheet.eye_exam().map_or_else(|| words.app.not_stated.to_owned(), |day| lang.date(day));
    named(lang, words.damage.eye_exam, &text)
}
