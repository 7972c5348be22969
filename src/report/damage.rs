use super::figures::figures;
use super::page::Page;
use super::sheet::Sheet;
use crate::clinic::FigureId;
use crate::text::{Lang, words};

/// Damage as of the day: the figures of the panel.
pub(super) fn damage(page: &mut Page, sheet: &Sheet<'_>, lang: Lang) {
    page.section(words(lang).damage.title);
    figures(page, &sheet.at(lang), FigureId::DAMAGE);
}

/// The person: the figures of the panel.
pub(super) fn person(page: &mut Page, sheet: &Sheet<'_>, lang: Lang) {
    page.section(words(lang).person.title);
    figures(page, &sheet.at(lang), FigureId::PERSON);
}
