use super::head::{listed, named};
use super::marks;
use super::page::{Grid, Page, Shape};
use super::reasons::Reasons;
use super::sheet::Sheet;
use crate::domain::Day;
use crate::knowledge::{Cell, Column, Expectation, FactId, Progress, Row, Truth, Verdict};
use crate::text::{Lang, words};
use crate::wording;

/// The guidelines side by side, row by row: what each says for this patient, and why.
pub(super) fn side_by_side(page: &mut Page, sheet: &Sheet<'_>, lang: Lang, shape: Shape) {
    let words = words(lang);
    page.section(words.table.title);
    if shape == Shape::Tables {
        page.grid(overview(sheet, lang));
    }
    let mut reasons = Reasons::new(sheet, lang);
    let speaking = sheet.table.speaking();
    for row in speaking.iter().filter_map(|place| sheet.table.rows.get(*place)) {
        page.topic(named(lang, wording::topic(words, row.topic), &agreement(lang, row)));
        for (column, cell) in sheet.table.columns.iter().zip(&row.cells) {
            page.item(0, named(lang, &column.heading(), &verdict(lang, cell.verdict)));
            if shape == Shape::Lines {
                page.items(1, answer(sheet, lang, cell));
            }
            reasons.of(page, cell);
        }
        for cell in &row.cells {
            schedule(page, sheet, lang, cell);
        }
        differences(page, sheet, lang, row);
    }
    let silent = sheet.table.silent_topics();
    if !silent.is_empty() {
        page.topic(wording::silent(words, &silent, None));
    }
}

/// The explained differences of a row that matter for this patient, and what all say alike.
fn differences(page: &mut Page, sheet: &Sheet<'_>, lang: Lang, row: &Row) {
    let ranked = &words(lang).ranked;
    for difference in row.differences.iter().filter_map(|id| sheet.library.difference(id)) {
        let name = if difference.same { ranked.same } else { ranked.difference };
        page.item(0, named(lang, name, &wording::difference(lang, difference, &Truth::Yes)));
    }
}

/// Daily prednisone week by week for this weight, under the row that prints it.
fn schedule(page: &mut Page, sheet: &Sheet<'_>, lang: Lang, cell: &Cell) {
    let Some(table) = wording::timetable(lang, &cell.tapers, sheet.facts.get(FactId::Weight)) else { return };
    page.paragraph(named(lang, &guideline(sheet, &cell.guideline), &table.title));
    page.grid(Grid { head: table.head, rows: table.rows });
    for note in table.notes {
        page.paragraph(note);
    }
}

fn overview(sheet: &Sheet<'_>, lang: Lang) -> Grid {
    let words = words(lang);
    let columns = sheet.table.columns.iter().map(Column::heading);
    let head = std::iter::once(words.report.topic.to_owned()).chain(columns).chain([words.table.agreement.to_owned()]);
    let cell = |cell: &Cell| {
        let mut lines = vec![verdict(lang, cell.verdict)];
        lines.extend(answer(sheet, lang, cell));
        lines.join("\n")
    };
    let row = |row: &Row| -> Vec<String> {
        let topic = wording::topic(words, row.topic).to_owned();
        std::iter::once(topic).chain(row.cells.iter().map(cell)).chain([agreement(lang, row)]).collect()
    };
    let speaking = sheet.table.speaking();
    let rows = speaking.iter().filter_map(|place| sheet.table.rows.get(*place));
    Grid { head: head.collect(), rows: rows.map(row).collect() }
}

/// The name and edition of a guideline by its id.
pub(super) fn guideline(sheet: &Sheet<'_>, id: &str) -> String {
    sheet.table.columns.iter().find(|column| column.guideline == id).map_or_else(|| id.to_owned(), Column::heading)
}

fn verdict(lang: Lang, verdict: Verdict) -> String {
    format!("{} {}", marks::verdict(verdict), wording::verdict(words(lang), verdict))
}

fn agreement(lang: Lang, row: &Row) -> String {
    let words = words(lang);
    let accord = wording::accord(words, row.agreement.accord);
    let reason = wording::reason(words, row.agreement.reason).map(|reason| format!(" ({reason})"));
    format!("{} {accord}{}", marks::accord(row.agreement.accord), reason.unwrap_or_default())
}

/// What follows for this patient: regimens, doses, targets, demands.
fn answer(sheet: &Sheet<'_>, lang: Lang, cell: &Cell) -> Vec<String> {
    let words = words(lang);
    let mut lines = Vec::new();
    for group in wording::groups(words, cell) {
        lines.push(named(lang, wording::verdict(words, group.standing), &group.names.join(", ")));
    }
    lines.extend(cell.pulses.iter().map(|pulse| wording::pulse(lang, pulse)));
    lines.extend(wording::doses(lang, &cell.doses));
    lines.extend(cell.tapers.iter().map(|schedule| wording::taper(lang, schedule)));
    lines.extend(cell.targets.iter().map(|target| wording::target(lang, target)));
    lines.extend(cell.expectations.iter().map(|expected| expectation(lang, expected, sheet.today)));
    lines.extend(cell.durations.iter().map(|duration| wording::duration(lang, duration)));
    if !cell.advises.is_empty() {
        lines.push(cell.advises.iter().map(|advice| wording::advice(words, *advice)).collect::<Vec<_>>().join(", "));
    }
    if !cell.missing.is_empty() {
        lines.push((words.table.needs)(&wording::data(words, cell.missing.iter().copied())));
    }
    lines.extend(cell.warnings.iter().filter_map(|id| warning(sheet, lang, &cell.guideline, id)));
    lines
}

/// The words of a statement's warning.
pub(super) fn warning(sheet: &Sheet<'_>, lang: Lang, guideline: &str, id: &str) -> Option<String> {
    let warning = sheet.library.statement(guideline, id)?.warning.as_ref()?;
    Some(format!("⚠ {}", warning.said(lang)))
}

/// A response to reach in this patient's numbers, when, and whether it is.
fn expectation(lang: Lang, expected: &Expectation, today: Day) -> String {
    let words = words(lang);
    let progress = expected.progress(today);
    let reached = match progress {
        Progress::Reached => words.report.reached,
        Progress::Missed => words.report.not_reached,
        Progress::NotDue => words.report.not_due,
        Progress::Unknown => words.report.not_judged,
    };
    let due = expected.due.map(|day| (words.report.due)(&lang.date(day)));
    let reached = format!("{} {reached}", marks::progress(progress));
    listed(lang, [Some(wording::expectation(lang, expected)), due, Some(reached)].into_iter().flatten())
}
