use std::collections::BTreeMap;

use super::cited::Cited;
use super::head::{listed, named};
use super::page::Page;
use super::sheet::Sheet;
use crate::knowledge::{self, Cell, FactId, Topic, WhyStatement};
use crate::text::{Lang, words};
use crate::wording;

/// Why each cell says what it says; a statement that speaks in several rows is told in the first.
pub(super) struct Reasons<'a> {
    sheet: &'a Sheet<'a>,
    lang: Lang,
    cited: Cited,
    told: BTreeMap<(String, String), Topic>,
}

impl<'a> Reasons<'a> {
    pub fn new(sheet: &'a Sheet<'a>, lang: Lang) -> Self {
        Self { sheet, lang, cited: Cited::of(&sheet.table), told: BTreeMap::new() }
    }

    /// The statements of a cell with their words, or the words of its silence.
    pub fn of(&mut self, page: &mut Page, cell: &Cell) {
        let Some(why) = knowledge::why(self.sheet.library, &self.sheet.facts, cell) else { return };
        for statement in &why.statements {
            let id = (cell.guideline.clone(), statement.id.to_owned());
            let first = *self.told.entry(id).or_insert(cell.topic);
            if first == cell.topic {
                page.item(1, self.provenance(statement, None));
                page.items(2, statement.words.iter().map(|words| words.said(self.lang).to_owned()));
            } else {
                page.item(1, self.provenance(statement, Some(first)));
            }
        }
        page.items(1, why.cautions.iter().map(|caution| wording::caution(self.lang, caution)));
        page.items(1, why.silence.iter().map(|silence| silence.said(self.lang).to_owned()));
    }

    /// `Statement R4: recommended; 1b/A; read in the source; facts 1, 3`; what it waits for; where it was told.
    fn provenance(&self, statement: &WhyStatement<'_>, told: Option<Topic>) -> String {
        let words = words(self.lang);
        let number = format!("{} {}", words.table.statement, wording::number(words, statement));
        let mut parts = vec![named(self.lang, &number, wording::verdict(words, statement.verdict))];
        parts.extend(statement.grade.map(str::to_owned));
        if let Some(topic) = told {
            parts.push((words.report.see)(wording::topic(words, topic)));
            return listed(self.lang, parts);
        }
        parts.push((words.codes.checked)(statement.checked.code()).to_owned());
        if !statement.facts.is_empty() {
            parts.push(self.numbers(statement.facts.iter().map(|(fact, _)| *fact)));
        }
        if statement.truth.is_unknown() {
            parts.push((words.table.needs)(&wording::data(words, statement.truth.missing())));
        }
        listed(self.lang, parts)
    }

    /// `facts 1, 3`.
    fn numbers(&self, facts: impl Iterator<Item = FactId>) -> String {
        let words = &words(self.lang).report;
        let mut numbers: Vec<usize> = facts.filter_map(|fact| self.cited.number(fact)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let name = if numbers.len() == 1 { words.fact } else { words.facts };
        let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        format!("{name} {}", numbers.join(", "))
    }
}
