//! What is awaited for cases, by who can tell it.

use schemars::JsonSchema;
use serde::Serialize;

use super::head::named;
use super::json;
use super::page::Page;
use super::{markdown, plain};
use crate::knowledge::Informant;
use crate::meeting::{AwaitedDatum, Chased};
use crate::text::{Lang, Words, words};
use crate::wording;

/// What is awaited for these cases, and the files that cannot be read.
pub struct Chase<'a> {
    /// The cases, in the order of their files.
    pub cases: &'a [Chased],
    /// Files that have errors.
    pub broken: &'a [String],
    /// Whether pseudonyms and requesters are left out.
    pub masked: bool,
}

impl Chase<'_> {
    /// As text.
    pub fn text(&self, lang: Lang) -> String {
        plain::plain(&self.page(lang), lang)
    }

    /// As Markdown.
    pub fn markdown(&self, lang: Lang) -> String {
        markdown::markdown(&self.page(lang))
    }

    fn page(&self, lang: Lang) -> Page {
        let words = words(lang);
        let mut page = Page::default();
        page.title(words.chase.title);
        for informant in Informant::ALL.iter().copied() {
            self.section(&mut page, informant, lang);
        }
        if !self.cases.is_empty() && self.cases.iter().all(|case| case.awaited.is_empty()) {
            page.paragraph(words.chase.nothing);
        }
        page.section((words.chase.cases)(self.cases.len()));
        for case in self.cases {
            let known = (words.chase.complete)(case.completeness.known, case.completeness.asked);
            page.item(0, named(lang, case.case.as_str(), &known));
        }
        if !self.broken.is_empty() {
            page.section(words.chase.unreadable);
            page.items(0, self.broken.iter().cloned());
        }
        page
    }

    fn section(&self, page: &mut Page, informant: Informant, lang: Lang) {
        let words = words(lang);
        let asked: Vec<&Chased> = self.cases.iter().filter(|case| case.from(informant).next().is_some()).collect();
        if asked.is_empty() {
            return;
        }
        page.section((words.chase.informant)(informant.code()));
        for case in asked {
            page.topic(self.head(case, informant, words));
            for datum in case.from(informant) {
                let name = wording::datum(words, datum.missing.datum);
                page.item(0, named(lang, name, &wording::weight(words, &datum.missing)));
                page.item(1, wording::ask(words, datum.missing.datum));
                page.item(1, (words.chase.waiting)(&rows_said(datum, words)));
            }
        }
    }

    /// The number of the case, its pseudonym, and who asked where it is they who are asked.
    fn head(&self, case: &Chased, informant: Informant, words: &Words) -> String {
        let from = case.requester.as_ref().filter(|_| informant == Informant::Requester && !self.masked);
        let from = from.map(|name| (words.chase.from)(name));
        let alias = (!self.masked).then(|| case.alias.clone());
        let parts = std::iter::once(case.case.to_string()).chain(alias).chain(from);
        parts.collect::<Vec<_>>().join(" · ")
    }

    /// As JSON.
    pub fn json(&self) -> String {
        let cases = self.cases.iter().map(|case| case_json(case, self.masked)).collect();
        json::printed(&Whole { format: 1, cases, broken: self.broken })
    }
}

/// The rows that wait, each with its guidelines.
pub fn rows_said(datum: &AwaitedDatum, words: &Words) -> String {
    let row = |(topic, guidelines): &(crate::knowledge::Topic, Vec<String>)| {
        format!("{} ({})", wording::topic(words, *topic), guidelines.join(", "))
    };
    datum.rows.iter().map(row).collect::<Vec<_>>().join(words.report.semicolon)
}

#[derive(Serialize, JsonSchema)]
struct Whole<'a> {
    /// Version of this form: 1.
    format: u8,
    /// In the order of their files.
    cases: Vec<CaseJson<'a>>,
    /// Files that have errors.
    broken: &'a [String],
}

#[derive(Serialize, JsonSchema)]
struct CaseJson<'a> {
    file: String,
    case: &'a str,
    /// The pseudonym; absent where identities are masked.
    #[serde(skip_serializing_if = "Option::is_none")]
    alias: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    requester: Option<&'a str>,
    /// Data that answers rest on.
    known: usize,
    /// Those and the ones that are missing.
    asked: usize,
    awaited: Vec<DatumJson<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct DatumJson<'a> {
    datum: &'static str,
    /// Who can tell it.
    informant: &'static str,
    /// Open answers that hang on it alone.
    settles: usize,
    /// Open answers that hang on it and on others.
    with_others: usize,
    ask: Ask,
    rows: Vec<RowJson<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Ask {
    fr: &'static str,
    en: &'static str,
}

#[derive(Serialize, JsonSchema)]
struct RowJson<'a> {
    topic: &'static str,
    guidelines: &'a [String],
}

fn case_json(case: &Chased, masked: bool) -> CaseJson<'_> {
    CaseJson {
        file: case.path.to_string_lossy().into_owned(),
        case: case.case.as_str(),
        alias: (!masked).then_some(case.alias.as_str()),
        requester: case.requester.as_deref().filter(|_| !masked),
        known: case.completeness.known,
        asked: case.completeness.asked,
        awaited: case.awaited.iter().map(datum_json).collect(),
    }
}

fn datum_json(one: &AwaitedDatum) -> DatumJson<'_> {
    let datum = one.missing.datum;
    DatumJson {
        datum: datum.code(),
        informant: datum.informant().code(),
        settles: one.missing.settles,
        with_others: one.missing.with_others,
        ask: Ask { fr: wording::ask(words(Lang::Fr), datum), en: wording::ask(words(Lang::En), datum) },
        rows: one.rows.iter().map(|(topic, guidelines)| RowJson { topic: topic.code(), guidelines }).collect(),
    }
}

/// The JSON Schema of what is awaited.
pub fn chase_schema() -> serde_json::Value {
    json::schema::<Whole>("regards check --chase --format json")
}
