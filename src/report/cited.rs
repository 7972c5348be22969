use std::collections::BTreeSet;

use super::head::{listed, named};
use super::page::Page;
use super::sheet::Sheet;
use crate::knowledge::{Evidence, FactId, Finding, Table};
use crate::text::{Lang, words};
use crate::wording;

/// The facts that the statements of a table asked for, numbered so that each is told once.
pub(super) struct Cited(Vec<FactId>);

impl Cited {
    /// Of every statement that spoke or waits, in the order of the facts.
    pub fn of(table: &Table) -> Self {
        let cells = table.rows.iter().flat_map(|row| &row.cells);
        let asked: BTreeSet<FactId> =
            cells.flat_map(|cell| cell.spoke.iter().chain(&cell.waiting)).flat_map(|said| said.facts.clone()).collect();
        Self(asked.into_iter().collect())
    }

    /// The number of a fact, from 1.
    pub fn number(&self, fact: FactId) -> Option<usize> {
        self.0.iter().position(|cited| *cited == fact).map(|place| place + 1)
    }
}

/// This patient's facts by their numbers, each with what it rests on and its date, or with what is missing for it.
pub(super) fn facts(page: &mut Page, sheet: &Sheet<'_>, lang: Lang) {
    let cited = Cited::of(&sheet.table);
    page.section(words(lang).table.facts);
    for (place, fact) in cited.0.iter().enumerate() {
        page.item(0, format!("{}. {}", place + 1, told(lang, *fact, sheet.facts.get(*fact))));
    }
}

fn told(lang: Lang, fact: FactId, finding: &Finding) -> String {
    let words = words(lang);
    let mut text = named(lang, wording::fact(words, fact), &wording::value(lang, fact, &finding.value));
    if !finding.evidence.is_empty() {
        let rests: Vec<String> = finding.evidence.iter().map(|evidence| rests_on(lang, evidence)).collect();
        text = format!("{text} ({})", listed(lang, rests));
    }
    if !finding.missing.is_empty() {
        let missing = (words.table.needs)(&wording::data(words, finding.missing.iter().copied()));
        text = listed(lang, [text, missing]);
    }
    text
}

fn rests_on(lang: Lang, evidence: &Evidence) -> String {
    let datum = wording::datum(words(lang), evidence.what);
    let date = evidence.date.map(|day| format!(", {}", lang.date(day)));
    let written = wording::written(lang, evidence.what, &evidence.written);
    named(lang, datum, &format!("{written}{}", date.unwrap_or_default()))
}
