use super::figures::figures;
use super::page::{Grid, Page};
use super::sheet::Sheet;
use crate::clinic::{self, Egfr, FigureId};
use crate::domain::Lab;
use crate::text::{Lang, words};

/// Activity as of the day: the figures of the panel, and the series they stand in.
pub(super) fn activity(page: &mut Page, sheet: &Sheet<'_>, lang: Lang) {
    page.section(words(lang).activity.title);
    figures(page, &sheet.at(lang), FigureId::ACTIVITY);
    page.grid(series(sheet, lang));
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
