use super::figures::figures;
use super::head::{field, named};
use super::page::{Grid, Page};
use super::sheet::Sheet;
use crate::clinic::{self, Egfr, FigureId, Source};
use crate::domain::{ActivityVisit, Dimension, Field, Lab, Scale10, Type2};
use crate::text::{Lang, words};
use crate::wording;

/// Activity at the newest visit, serology, level of hydroxychloroquine, and the series they stand in.
pub(super) fn activity(page: &mut Page, sheet: &Sheet<'_>, lang: Lang) {
    let words = words(lang);
    page.section(words.activity.title);
    if let Some(type2) = visit(sheet).and_then(|visit| visit.type2.as_ref()) {
        page.item(0, named(lang, words.activity.type2, &symptoms(type2, lang)));
    }
    page.items(0, serology(sheet, lang));
    figures(page, &sheet.at(lang), FigureId::ACTIVITY);
    page.grid(series(sheet, lang));
}

/// The newest visit up to the day.
pub(super) fn visit<'a>(sheet: &Sheet<'a>) -> Option<&'a ActivityVisit> {
    sheet.case.activity.iter().filter(|visit| visit.date <= sheet.today).max_by_key(|visit| visit.date)
}

/// `Name: cannot say without …`.
pub(super) fn cannot_say(lang: Lang, name: &str, needs: &[clinic::Need]) -> String {
    let words = words(lang);
    named(lang, name, &(words.activity.cannot_say)(&wording::needs(words, needs)))
}

/// A score's source, with how well its wording was checked where it was not read in the source itself.
pub(super) fn source(lang: Lang, source: Source) -> String {
    let checked = wording::score_checked(words(lang), source.checked);
    let checked = checked.map(|checked| format!(", {checked}"));
    format!("{}, {}{}", source.name, source.reference, checked.unwrap_or_default())
}

fn symptoms(type2: &Type2, lang: Lang) -> String {
    let names = &words(lang).activity;
    let each = [
        (names.fatigue, type2.fatigue),
        (names.pain, type2.pain),
        (names.sleep, type2.sleep),
        (names.mood, type2.mood),
        (names.cognition, type2.cognition),
    ];
    let one = |(name, value): (&str, Field<_>)| {
        format!("{name} {}", field(lang, &value, |value: &Scale10| format!("{}/10", lang.number(value.value(), 1))))
    };
    each.into_iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The newest serology, each beside the laboratory's own limit.
fn serology(sheet: &Sheet<'_>, lang: Lang) -> Vec<String> {
    let (case, today) = (sheet.case, sheet.today);
    let words = words(lang);
    vec![
        against(lang, "C3", words.panel.low, clinic::c3_on(case, today)),
        against(lang, "C4", words.panel.low, clinic::c4_on(case, today)),
        against(lang, words.unit.anti_dsdna, words.panel.raised, clinic::anti_dsdna_on(case, today)),
    ]
}

/// A value beside the laboratory's limit, and the word for lying beyond it.
fn against<D: Dimension>(lang: Lang, name: &str, beyond: &str, found: Option<clinic::Serology<D>>) -> String {
    let words = words(lang);
    let Some(found) = found else { return named(lang, name, words.app.no_data) };
    let limit = found.limit.map_or_else(
        || words.report.no_laboratory_limit.to_owned(),
        |limit| (words.report.laboratory_limit)(&lang.quantity(&limit)),
    );
    let mut parts = vec![lang.quantity(&found.newest.value)];
    parts.extend(found.is_outside.map(|outside| if outside { beyond } else { words.panel.normal }.to_owned()));
    parts.push((words.app.on_date)(&lang.date(found.newest.date)));
    named(lang, name, &format!("{} ({limit})", parts.join(", ")))
}

/// What is drawn on the screen, as rows: UPCR, eGFR, complement, antibodies over time.
fn series(sheet: &Sheet<'_>, lang: Lang) -> Grid {
    let words = words(lang);
    let head = [words.archive.date, words.unit.upcr, words.unit.egfr, "C3", "C4", words.unit.anti_dsdna];
    let mixed = is_mixed(sheet);
    let row = |lab: &Lab| -> Vec<String> {
        let known = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
        vec![
            lang.date(lab.date),
            known(lab.upcr.known().map(|value| lang.quantity(value))),
            known(clinic::egfr_on(sheet.case, lab).ok().map(|egfr| filtered(egfr, mixed))),
            known(lab.c3.known().map(|value| lang.quantity(value))),
            known(lab.c4.known().map(|value| lang.quantity(value))),
            known(lab.anti_dsdna.known().map(|value| lang.quantity(value))),
        ]
    };
    let mut labs: Vec<&Lab> = sheet.case.labs.iter().filter(|lab| lab.date <= sheet.today).collect();
    labs.sort_by_key(|lab| lab.date);
    Grid { head: head.map(str::to_owned).to_vec(), rows: labs.into_iter().map(row).collect() }
}

/// Whether two equations gave the values: a child who grew up.
fn is_mixed(sheet: &Sheet<'_>) -> bool {
    let series = sheet.egfr_series().ok();
    let points = series.as_ref().map(clinic::Series::points).unwrap_or_default();
    points.windows(2).any(|pair| matches!(pair, [one, other] if one.value.equation != other.value.equation))
}

fn filtered(egfr: Egfr, mixed: bool) -> String {
    if mixed { format!("{} ({})", egfr.printed(), egfr.equation.name()) } else { egfr.printed().to_string() }
}
