use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{self, Write};

use super::cells::{Rows, cell};
use super::{Export, Named};
use crate::store::{Cell, StoreError, Watch};
use crate::text::dictionary::{self, ACTIVITIES, Column, PATIENTS, Tells, View};
use crate::text::{Lang, words};

impl Export<'_> {
    /// The rows of a view of the ledger, as CSV; gives how many there were.
    ///
    /// # Errors
    /// What the ledger, the reader of the output or who watches says.
    pub fn table(&self, view: &View, watch: &mut dyn Watch, out: &mut dyn Write) -> Result<u64, StoreError> {
        let head: Vec<&str> = view.columns.iter().map(|column| column.name).collect();
        let alias = view.columns.iter().position(|column| column.name == "alias");
        let mut rows = Rows::headed(out, &head)?;
        let count = self.chosen.rows(view, watch, &mut |cells| {
            let alias = alias.and_then(|at| cells.get(at)).and_then(|cell| text(*cell));
            let said = view.columns.iter().zip(cells).map(|(column, cell)| self.said(column, *cell, alias));
            Ok(rows.add(said)?)
        })?;
        rows.end()?;
        Ok(count)
    }

    fn said<'c>(&self, column: &Column, value: Cell<'c>, alias: Option<&str>) -> Cow<'c, str> {
        match value {
            Cell::Nothing => Cow::Borrowed(""),
            Cell::Whole(number) => Cow::Owned(number.to_string()),
            Cell::Number(number) => Cow::Owned(number.to_string()),
            Cell::Text(_) if column.tells == Tells::Name && self.mask.is_on() => Cow::Borrowed(""),
            Cell::Text(text) if column.tells == Tells::Words => match self.mask.words(text, alias) {
                Cow::Borrowed(text) => cell(text),
                Cow::Owned(text) => Cow::Owned(cell(&text).into_owned()),
            },
            Cell::Text(text) => cell(text),
        }
    }

    /// Who the patients of the decisions are, as CSV, each case once; gives how many there were.
    ///
    /// # Errors
    /// What the ledger, the reader of the output or who watches says.
    pub fn patients(&self, watch: &mut dyn Watch, out: &mut dyn Write) -> Result<u64, StoreError> {
        let head: Vec<&str> = PATIENTS.columns.iter().map(|column| column.name).collect();
        let mut rows = Rows::headed(out, &head)?;
        let mut seen = HashSet::new();
        let mut count = 0;
        self.chosen.each(watch, &mut |recorded| {
            let case = &recorded.entry.case_id;
            if !seen.insert(case.clone()) {
                return Ok(());
            }
            if let Some(named) = self.named(recorded) {
                count += 1;
                rows.add(identity(case.as_str(), &named).iter().map(|text| cell(text)))?;
            }
            Ok(())
        })?;
        rows.end()?;
        Ok(count)
    }
}

fn text(cell: Cell<'_>) -> Option<&str> {
    match cell {
        Cell::Text(text) => Some(text),
        _ => None,
    }
}

fn identity(case: &str, named: &Named) -> [String; 10] {
    let number = named.number.clone().unwrap_or_default();
    let own = [case.to_owned(), named.status.to_owned(), number];
    let traits = named.traits.as_ref();
    let of = |part: fn(&super::Traits) -> Option<String>| traits.and_then(part).unwrap_or_default();
    let [case, status, number] = own;
    [
        case,
        status,
        number,
        of(|traits| Some(traits.birth_name.clone())),
        of(|traits| traits.used_name.clone()),
        of(|traits| Some(traits.first_names.join(" "))),
        of(|traits| traits.birth_date.map(|day| day.to_string())),
        of(|traits| traits.sex.map(|sex| sex.code().to_owned())),
        of(|traits| traits.birth_place.clone()),
        of(|traits| traits.ins.clone()),
    ]
}

/// The columns of the data dictionary itself.
const DICTIONARY: [&str; 11] = [
    "table",
    "row_fr",
    "row_en",
    "column",
    "type",
    "unit",
    "values",
    "values_fr",
    "values_en",
    "meaning_fr",
    "meaning_en",
];

/// The data dictionary: every column of every table that is exported, as CSV, in both languages.
///
/// # Errors
/// When the output cannot be written.
pub fn dictionary(out: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::headed(out, &DICTIONARY)?;
    for view in dictionary::views().chain([&ACTIVITIES, &PATIENTS]) {
        for column in view.columns {
            let [row_fr, row_en] = view.means;
            let [fr, en] = column.means;
            let codes = |lang: Lang| column.codes.map(|codes| codes(words(lang))).unwrap_or_default();
            let listed = |lang| {
                let labelled = |(code, label): (&str, &str)| format!("{code}: {label}");
                codes(lang).into_iter().map(labelled).collect::<Vec<_>>().join("; ")
            };
            let bare: Vec<&str> = codes(Lang::En).into_iter().map(|(code, _)| code).collect();
            let cells = [
                view.name,
                row_fr,
                row_en,
                column.name,
                column.kind.code(),
                column.unit,
                &bare.join("; "),
                &listed(Lang::Fr),
                &listed(Lang::En),
                fr,
                en,
            ]
            .map(|words| Cow::Owned(cell(words).into_owned()));
            rows.add(cells.into_iter())?;
        }
    }
    rows.end()
}
