use super::answers::guideline;
use super::head::named;
use super::page::Page;
use super::sheet::Sheet;
use super::wording;
use crate::knowledge::{self, Ground, Verdict};
use crate::text::{Lang, words};

/// What all applicable guidelines accept; where there is nothing it says so, and why.
pub(super) fn common_ground(page: &mut Page, sheet: &Sheet<'_>, lang: Lang) {
    let words = words(lang);
    page.section(words.table.common_ground);
    page.item(0, regimens(sheet, lang));
    page.item(0, named(lang, words.table.dose_range, &start(sheet, lang)));
    let common = &sheet.table.common;
    if !common.start_without_numbers.is_empty() {
        let ids = common.start_without_numbers.iter();
        let names: Vec<String> = ids.map(|id| guideline(sheet, id)).collect();
        page.item(1, named(lang, words.report.start_without_numbers, &names.join(", ")));
    }
}

fn regimens(sheet: &Sheet<'_>, lang: Lang) -> String {
    let words = words(lang);
    let common = &sheet.table.common;
    if common.regimens_state == Ground::None {
        return words.table.no_common_ground.to_owned();
    }
    let one = |shared: &knowledge::CommonRegimen| {
        let name = wording::regimen(words, &shared.regimen, &[]);
        match shared.weakest {
            Verdict::Preferred | Verdict::Recommended => name,
            weakest => format!("{name} ({})", wording::verdict(words, weakest)),
        }
    };
    let text = match common.regimens_state {
        Ground::Found => common.regimens.iter().map(one).collect::<Vec<_>>().join(", "),
        state => (words.codes.ground)(state.code()).to_owned(),
    };
    named(lang, words.report.shared_regimens, &text)
}

fn start(sheet: &Sheet<'_>, lang: Lang) -> String {
    let words = words(lang);
    let common = &sheet.table.common;
    match (common.start_state, &common.start_apart) {
        (Ground::Found, _) => {
            common.start.iter().map(|range| wording::mg_range(lang, *range)).collect::<Vec<_>>().join(", ")
        }
        (Ground::None, Some((one, other))) => {
            (words.report.starts_apart)(&guideline(sheet, one), &guideline(sheet, other))
        }
        (state, _) => (words.codes.ground)(state.code()).to_owned(),
    }
}

/// What is missing, first what would settle most.
pub(super) fn missing(page: &mut Page, sheet: &Sheet<'_>, lang: Lang) {
    let words = words(lang);
    page.section(words.case.missing);
    let missing = knowledge::missing(&sheet.table);
    if missing.is_empty() {
        page.paragraph(words.case.nothing_missing);
    }
    for entry in missing {
        let weight = (words.report.would_settle)(entry.unanswered, entry.touched);
        page.item(0, named(lang, wording::datum(words, entry.datum), &weight));
    }
}

/// Every warning that is due: of the guidelines' statements, and of values in the file that are improbable.
pub(super) fn warnings(page: &mut Page, sheet: &Sheet<'_>, lang: Lang) {
    let words = words(lang);
    let mut lines: Vec<String> = Vec::new();
    for cell in sheet.table.rows.iter().flat_map(|row| &row.cells) {
        let due = cell.warnings.iter().filter_map(|id| super::answers::warning(sheet, lang, &cell.guideline, id));
        for warning in due.map(|warning| format!("{warning} ({})", guideline(sheet, &cell.guideline))) {
            if !lines.contains(&warning) {
                lines.push(warning);
            }
        }
    }
    let objections = sheet.case.objections(sheet.today);
    lines.extend(objections.iter().map(|(_, objection)| format!("⚠ {}", (words.objection)(objection))));
    if !lines.is_empty() {
        page.section(words.report.warnings);
        page.items(0, lines);
    }
}
