use super::head::{listed, named};
use super::page::Page;
use super::sheet::Sheet;
use crate::knowledge::{Guideline, Label, LabelMark, LabelStatus, Source};
use crate::text::{Lang, words};
use crate::wording;

/// Drugs offered whose label is not in order here: where, for what, as of when, and who says so.
pub(super) fn labels(page: &mut Page, sheet: &Sheet<'_>, lang: Lang) {
    let words = words(lang);
    let marks = sheet.label_marks();
    if marks.is_empty() {
        return;
    }
    page.section((words.report.labels_in)((words.codes.country)(sheet.table.country.code())));
    for (drug, status) in marks {
        page.item(0, label(sheet, lang, LabelMark { drug, status }));
    }
}

fn label(sheet: &Sheet<'_>, lang: Lang, mark: LabelMark) -> String {
    let words = words(lang);
    let formulary = sheet.library.formulary();
    let name = formulary.entry(mark.drug).map_or(mark.drug.code(), |entry| lang.of(&entry.fr, &entry.en));
    let symbol = wording::label_mark(mark.status);
    let status = (words.codes.label)(mark.status.code());
    let head = named(lang, &format!("{symbol} {name}"), status);
    formulary
        .label(mark.drug, sheet.table.country)
        .map_or_else(|| head.clone(), |label| listed(lang, [head.clone(), read_label(lang, label, mark.status)]))
}

fn read_label(lang: Lang, label: &Label, status: LabelStatus) -> String {
    let words = words(lang);
    let mut parts = vec![(words.report.as_of)(&label.as_of), label.source.clone()];
    parts.push((words.codes.checked)(label.checked.code()).to_owned());
    if label.adults_only && status == LabelStatus::OffLabel {
        parts.push(words.report.adults_only.to_owned());
    }
    parts.extend(label.note.as_ref().map(|note| note.said(lang).to_owned()));
    listed(lang, parts)
}

/// Where each guideline was published, what was read of it, who entered it, who checked it, and until when that holds.
pub(super) fn sources(page: &mut Page, sheet: &Sheet<'_>, lang: Lang) {
    page.section(words(lang).report.sources);
    for column in &sheet.table.columns {
        let Some(guideline) = sheet.library.guideline(&column.guideline) else {
            page.item(0, column.heading());
            continue;
        };
        page.item(0, named(lang, &column.heading(), &published(&guideline.source)));
        page.items(1, entry(lang, guideline));
    }
    page.paragraph(words(lang).app.not_a_prescriber);
}

pub(super) fn published(source: &Source) -> String {
    let pmid = source.pmid.as_ref().map(|pmid| format!(", PMID {pmid}"));
    let doi = source.doi.as_ref().map(|doi| format!(" doi {doi}"));
    let (doi, pmid) = (doi.unwrap_or_default(), pmid.unwrap_or_default());
    format!("{}. {}.{doi}{pmid}", source.title, source.reference)
}

fn entry(lang: Lang, guideline: &Guideline) -> Vec<String> {
    let words = words(lang);
    let source = &guideline.source;
    let checked = match (&source.checked_by, source.checked_on) {
        (Some(who), Some(day)) => (words.table.checked_by)(who, &lang.date(day)),
        (Some(who), None) => (words.table.checked_by)(who, words.app.not_stated),
        (None, _) => words.report.not_checked.to_owned(),
    };
    let next = (words.report.next_check)(&lang.date(source.next_check));
    let mut lines = vec![
        listed(lang, [(words.report.entered_by)(&source.entered_by), checked, next]),
        named(lang, words.report.read, source.read.said(lang)),
        named(lang, words.report.scale, guideline.scale.said(lang)),
    ];
    lines.extend(guideline.not_read.as_ref().map(|words| words.said(lang).to_owned()));
    lines
}
