use super::answers::guideline;
use super::head::named;
use super::page::Page;
use super::sheet::Sheet;
use crate::knowledge::{self, Ground, Verdict};
use crate::text::{Lang, words};
use crate::wording::{self, Part};

/// What all applicable guidelines accept; where there is nothing it says so, and why.
pub(super) fn common_ground(page: &mut Page, sheet: &Sheet<'_>, lang: Lang) {
    let words = words(lang);
    page.section(words.table.common_ground);
    page.item(0, regimens(sheet, lang));
    let glucocorticoid = wording::glucocorticoid(lang, &sheet.table);
    page.item(0, words.ground.glucocorticoid);
    parts(page, lang, glucocorticoid);
    let course = wording::course(lang, &sheet.table);
    page.item(0, words.ground.response);
    parts(page, lang, course);
}

fn parts(page: &mut Page, lang: Lang, parts: Vec<Part>) {
    for part in parts {
        page.item(1, named(lang, &part.label, &part.text));
        if !part.without_numbers.is_empty() {
            page.item(2, (words(lang).guide.without_numbers)(&part.without_numbers.join(", ")));
        }
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

/// What is missing, first what would settle most, each with the question that asks for it.
pub(super) fn missing(page: &mut Page, sheet: &Sheet<'_>, lang: Lang) {
    let words = words(lang);
    page.section(words.case.missing);
    let missing = knowledge::missing(&sheet.table);
    if missing.is_empty() {
        page.paragraph(words.case.nothing_missing);
    }
    for entry in missing {
        page.item(0, named(lang, wording::datum(words, entry.datum), &wording::weight(words, &entry)));
        page.item(1, wording::ask(words, entry.datum));
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
