use super::activity::{cannot_say, source};
use super::figures::figures;
use super::head::{field, filtration, listed, named};
use super::page::Page;
use super::sheet::Sheet;
use crate::clinic::{self, FigureId, ScoredDamage, Sdi};
use crate::text::{Lang, words};
use crate::wording;

/// Damage as of the day: the index by domain, the kidney, glucocorticoids, hydroxychloroquine.
pub(super) fn damage(page: &mut Page, sheet: &Sheet<'_>, lang: Lang) {
    let words = words(lang);
    page.section(words.damage.title);
    match Sdi::on(sheet.case, sheet.today) {
        Ok(sdi) => index(page, sheet, &sdi, lang),
        Err(needs) => page.item(0, cannot_say(lang, words.damage.sdi, &needs)),
    }
    page.item(0, filtration(sheet, lang));
    page.item(1, slope(sheet, lang));
    page.item(0, prednisone(sheet, lang));
    page.item(1, cumulative(sheet, lang));
    page.item(0, hydroxychloroquine(sheet, lang));
    figures(page, &sheet.at(lang), FigureId::DAMAGE);
}

/// The person: the figures of the panel.
pub(super) fn person(page: &mut Page, sheet: &Sheet<'_>, lang: Lang) {
    page.section(words(lang).person.title);
    figures(page, &sheet.at(lang), FigureId::PERSON);
}

fn index(page: &mut Page, sheet: &Sheet<'_>, sdi: &Sdi, lang: Lang) {
    let words = words(lang);
    let reviewed = field(lang, &sheet.case.damage.reviewed, |day| lang.date(*day));
    let open = if sdi.lacks.is_empty() { "" } else { "≤\u{a0}" };
    page.item(
        0,
        format!(
            "{} {open}{}/{}, {} ({})",
            words.damage.sdi,
            sdi.total(),
            clinic::SDI_MOST,
            (words.damage.reviewed_on)(&reviewed),
            source(lang, clinic::SDI_1996)
        ),
    );
    for (domain, points) in sdi.domains() {
        let name = words.sdi_domains.get(domain as usize).copied().unwrap_or_default();
        let items: Vec<String> = sdi.in_domain(domain).map(|damage| scored(damage, lang)).collect();
        page.item(1, format!("{name} {points}/{}{}{}", domain.most(), words.report.colon, items.join(", ")));
    }
    for (item, since, why) in &sdi.not_scored {
        let why = wording::not_scored(words, *why);
        page.item(
            1,
            named(lang, words.report.not_counted, &format!("{} ({}), {why}", words.label(*item), lang.month(*since))),
        );
    }
    if !sdi.lacks.is_empty() {
        page.item(1, cannot_say(lang, words.report.exact_score, &sdi.lacks));
    }
}

fn scored(damage: &ScoredDamage, lang: Lang) -> String {
    let words = words(lang);
    format!("{} ({}, {} {})", words.label(damage.item), damage.points, words.app.since, lang.month(damage.since))
}

fn slope(sheet: &Sheet<'_>, lang: Lang) -> String {
    let words = words(lang);
    match sheet.egfr_series().and_then(|series| clinic::egfr_slope(&series)) {
        Err(needs) => cannot_say(lang, words.damage.slope, &needs),
        Ok(slope) => {
            let per_year = crate::text::rounded(slope.per_year, 1).map(|slope| lang.signed(slope, 1));
            let unit = format!("{}{}", words.unit.egfr_unit, words.unit.per_year);
            let values = (words.report.values_over)(slope.values, &(words.count.days)(slope.days));
            named(lang, words.damage.slope, &format!("{}\u{a0}{unit} ({values})", per_year.unwrap_or_default()))
        }
    }
}

fn prednisone(sheet: &Sheet<'_>, lang: Lang) -> String {
    let words = words(lang);
    match clinic::daily_steroid(sheet.case, sheet.today) {
        Err(needs) => cannot_say(lang, words.damage.prednisone_now, &needs),
        Ok(dose) => {
            let per_kilo = dose.per_kilo.map_or_else(
                || cannot_say(lang, words.unit.mg_per_kg_per_day, &[clinic::Need::Weight]),
                |dose| format!("{}\u{a0}{}", lang.number(dose, 2), words.unit.mg_per_kg_per_day),
            );
            let daily = format!("{}\u{a0}{}", lang.number(dose.milligrams, 2), words.unit.mg_per_day);
            named(lang, words.damage.prednisone_now, &format!("{daily}, {per_kilo}"))
        }
    }
}

fn cumulative(sheet: &Sheet<'_>, lang: Lang) -> String {
    let words = words(lang);
    let equivalence = source(lang, clinic::Equivalence::default().source());
    match clinic::cumulative_over_a_year(sheet.case, sheet.today) {
        Err(needs) => cannot_say(lang, words.report.cumulative_year, &needs),
        Ok(sum) => {
            let mg = |amount| format!("{}\u{a0}mg", lang.number(amount, 0));
            let ways = (words.report.oral_and_intravenous)(&mg(sum.oral), &mg(sum.intravenous));
            named(
                lang,
                words.report.cumulative_year,
                &format!("{} ({})", mg(sum.total()), listed(lang, [ways, equivalence])),
            )
        }
    }
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
