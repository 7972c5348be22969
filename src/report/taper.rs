use super::head::named;
use super::page::{Grid, Page};
use super::sheet::Sheet;
use crate::clinic::{Equivalence, TaperPlan};
use crate::knowledge::{FactId, TaperReading};
use crate::text::{Lang, words};
use crate::wording;

/// The planned taper: its steps, the days doses are reached, what it comes to, and how it stands to each guideline.
pub(super) fn taper(page: &mut Page, sheet: &Sheet<'_>, lang: Lang) {
    let words = words(lang);
    let plan = TaperPlan::of_case(sheet.case);
    let reading = TaperReading::new(sheet.case, &sheet.table, &plan, None);
    page.section(words.taper.plan_section);
    if plan.is_empty() {
        page.paragraph(words.taper.no_plan);
    } else {
        page.grid(steps(sheet, &plan, lang));
        page.items(0, wording::taper_reached(lang, &reading).into_iter().map(|(_, said)| said));
    }
    let started = sheet.case.course.started.known().copied();
    page.items(0, wording::taper_sums(lang, &reading, started).into_iter().map(|(_, said)| said));
    page.item(0, (words.taper.equivalents)(Equivalence::default().source().name));
    page.item(0, wording::taper_weeks(lang, &reading));
    page.item(0, words.taper.weight_note);
    for one in &reading.against {
        let said = wording::taper_against(lang, &reading, one).join(words.report.semicolon);
        page.item(0, named(lang, &wording::taper_guide(lang, &one.guide), &said));
    }
}

fn steps(sheet: &Sheet<'_>, plan: &TaperPlan, lang: Lang) -> Grid {
    let words = &words(lang).taper;
    let weight = sheet.facts.get(FactId::Weight).amount().map(|weight| weight.number.0);
    let head = [words.dose, words.per_kilo, words.days, words.weeks, words.cumulative].map(str::to_owned).to_vec();
    let rows = wording::taper_rows(lang, plan, weight);
    let cells = |row: wording::TaperRow| vec![row.dose, row.per_kilo, row.days, row.weeks, row.cumulative];
    Grid { head, rows: rows.into_iter().map(cells).collect() }
}
