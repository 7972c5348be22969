use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{Canonical, number};
use crate::knowledge::{
    self, Agent, Checked, Datum, Evidence, FactId, Finding, Kind, Label, LabelStatus, Topic, Truth, Value, Words,
};
use crate::report::sheet::Sheet;
use crate::text::{Lang, words};
use crate::wording;

/// A fact about the patient.
#[derive(Serialize)]
pub(super) struct Fact<'a> {
    /// `{"flag": true}`, `{"number": "1.6 g/g"}`, `{"classes": ["V"]}` or `"unknown"`.
    value: &'a Value,
    /// The number in the unit that guidelines are compared in.
    #[serde(skip_serializing_if = "Option::is_none")]
    canonical: Option<Canonical>,
    /// The entries it rests on, each with its day and its place in the file.
    evidence: Cow<'a, [Evidence]>,
    /// What would settle it, by the paths of the file.
    missing: &'a [knowledge::Datum],
}

impl<'a> Fact<'a> {
    pub fn of(fact: FactId, finding: &'a Finding) -> Self {
        let canonical = match fact.kind() {
            Kind::Number(measure) => finding
                .amount()
                .and_then(|amount| Some(Canonical { value: number(measure.canonical(amount)?), unit: measure.unit() })),
            _ => None,
        };
        Self { value: &finding.value, canonical, evidence: Cow::Borrowed(&finding.evidence), missing: &finding.missing }
    }
}

/// Every fact; where identities are masked, an age rests on an age and not on a month of birth.
pub(super) fn facts<'a>(sheet: &'a Sheet<'_>) -> BTreeMap<FactId, Fact<'a>> {
    let told = |(fact, finding): (FactId, &'a Finding)| {
        let mut told = Fact::of(fact, finding);
        if sheet.masked && finding.evidence.iter().any(|one| one.what == Datum::Born) {
            let years =
                sheet.case.patient.age_on(sheet.today).map(|years| format!("{years} years")).unwrap_or_default();
            let born = told.evidence.to_mut().iter_mut().filter(|one| one.what == Datum::Born);
            born.for_each(|one| one.written.clone_from(&years));
        }
        (fact, told)
    };
    sheet.facts.all().map(told).collect()
}

/// A statement's words.
#[derive(Serialize)]
pub(super) struct StatementWords<'a> {
    guideline: &'a str,
    id: &'a str,
    topic: Topic,
    /// The guideline's own, or `unnumbered`.
    number: &'a str,
    /// The other publication of the same body that it is taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a str>,
    grade: Option<&'a str>,
    checked: Checked,
    /// The clinician's check of this very statement.
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<&'a knowledge::Review>,
    fr: &'a str,
    en: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    warning: Option<&'a Words>,
}

/// Every statement that spoke or waits, each once, in the order of the guideline files.
pub(super) fn statements<'a>(sheet: &'a Sheet<'_>) -> Vec<StatementWords<'a>> {
    let cells = sheet.table.rows.iter().flat_map(|row| &row.cells);
    let named: BTreeSet<(&str, &str)> = cells
        .flat_map(|cell| cell.spoke.iter().chain(&cell.waiting).map(|said| (cell.guideline.as_str(), said.id.as_str())))
        .collect();
    let all = sheet
        .library
        .guidelines()
        .iter()
        .flat_map(|guideline| guideline.statements.iter().map(|statement| (guideline.id.as_str(), statement)));
    all.filter(|(guideline, statement)| named.contains(&(*guideline, statement.id.as_str())))
        .map(|(guideline, statement)| StatementWords {
            guideline,
            id: &statement.id,
            topic: statement.topic,
            number: &statement.number,
            from: statement.from.as_deref(),
            grade: statement.grade.as_deref(),
            checked: statement.checked,
            review: statement.review.as_ref(),
            fr: &statement.fr,
            en: &statement.en,
            warning: statement.warning.as_ref(),
        })
        .collect()
}

/// A declared silence that holds for this patient.
#[derive(Serialize)]
pub(super) struct SilenceWords<'a> {
    guideline: &'a str,
    topic: Topic,
    fr: &'a str,
    en: &'a str,
}

pub(super) fn silences<'a>(sheet: &'a Sheet<'_>) -> Vec<SilenceWords<'a>> {
    let all = sheet
        .library
        .guidelines()
        .iter()
        .flat_map(|guideline| guideline.silences.iter().map(|silence| (guideline.id.as_str(), silence)));
    all.filter(|(_, silence)| sheet.facts.judge(&silence.when) == Truth::Yes)
        .map(|(guideline, silence)| SilenceWords { guideline, topic: silence.topic, fr: &silence.fr, en: &silence.en })
        .collect()
}

/// A regimen's names and drugs.
#[derive(Serialize)]
pub(super) struct RegimenName<'a> {
    code: &'a str,
    drugs: &'a [Agent],
    fr: &'a str,
    en: &'a str,
}

pub(super) fn regimens<'a>(sheet: &'a Sheet<'_>) -> Vec<RegimenName<'a>> {
    let cells = sheet.table.rows.iter().flat_map(|row| &row.cells);
    let named: BTreeSet<&str> = cells.flat_map(|cell| &cell.offers).map(|offer| offer.regimen.as_str()).collect();
    let listed = sheet.library.formulary().regimens.iter().filter(|regimen| named.contains(regimen.code.as_str()));
    listed
        .map(|regimen| RegimenName { code: &regimen.code, drugs: &regimen.drugs, fr: &regimen.fr, en: &regimen.en })
        .collect()
}

/// A drug that is offered and whose label is not in order for this patient, with what the label says.
#[derive(Serialize)]
pub(super) struct LabelNote<'a> {
    drug: Agent,
    status: LabelStatus,
    label: Option<&'a Label>,
}

pub(super) fn labels<'a>(sheet: &'a Sheet<'_>) -> Vec<LabelNote<'a>> {
    let formulary = sheet.library.formulary();
    let note = |(drug, status)| LabelNote { drug, status, label: formulary.label(drug, sheet.table.country) };
    sheet.label_marks().into_iter().map(note).collect()
}

/// A missing datum, and how much hangs on it.
#[derive(Serialize)]
pub(super) struct MissingDatum {
    /// Its path in the case file.
    datum: knowledge::Datum,
    /// Open answers that hang on it alone.
    settles: usize,
    /// Open answers that hang on it and on others.
    with_others: usize,
    /// Cells that it could change in all.
    touched: usize,
    /// The question that asks for it.
    ask: Ask,
}

/// A question in both languages.
#[derive(Serialize)]
struct Ask {
    fr: &'static str,
    en: &'static str,
}

pub(super) fn missing(sheet: &Sheet<'_>) -> Vec<MissingDatum> {
    let ask = |datum| Ask { fr: wording::ask(words(Lang::Fr), datum), en: wording::ask(words(Lang::En), datum) };
    let ranked = knowledge::missing(&sheet.table).into_iter();
    ranked
        .map(|entry| MissingDatum {
            datum: entry.datum,
            settles: entry.settles,
            with_others: entry.with_others,
            touched: entry.touched,
            ask: ask(entry.datum),
        })
        .collect()
}

/// An explained difference, or what all say alike, that matters for this patient.
#[derive(Serialize)]
pub(super) struct DifferenceWords<'a> {
    id: &'a str,
    number: Option<u8>,
    topic: Topic,
    between: &'a [String],
    same: bool,
    checked: Checked,
    fr: &'a str,
    en: &'a str,
}

pub(super) fn differences<'a>(sheet: &'a Sheet<'_>) -> Vec<DifferenceWords<'a>> {
    let named = sheet.table.rows.iter().flat_map(|row| &row.differences);
    let known = named.filter_map(|id| sheet.library.difference(id));
    known
        .map(|one| DifferenceWords {
            id: &one.id,
            number: one.number,
            topic: one.topic,
            between: &one.between,
            same: one.same,
            checked: one.checked,
            fr: &one.fr,
            en: &one.en,
        })
        .collect()
}

/// The edition of a guideline that was read.
#[derive(Serialize)]
pub(super) struct EditionPart<'a> {
    guideline: &'a str,
    name: &'a str,
    edition: &'a str,
    /// Title, reference, DOI, who entered it, who checked it and when.
    source: &'a knowledge::Source,
    /// How it grades.
    scale: &'a Words,
    /// Whether it comes from a folder of the user's.
    local: bool,
    /// What is said of what was not read of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    not_read: Option<&'a Words>,
    /// Other publications of the same body that statements are taken from.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    further: &'a [knowledge::Further],
    /// Where it contradicts itself, and what of it could not be verified.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    cautions: &'a [knowledge::Caution],
}

pub(super) fn editions<'a>(sheet: &'a Sheet<'_>) -> Vec<EditionPart<'a>> {
    let known = sheet.table.columns.iter().filter_map(|column| sheet.library.guideline(&column.guideline));
    known
        .map(|guideline| EditionPart {
            guideline: &guideline.id,
            name: &guideline.name,
            edition: &guideline.edition,
            source: &guideline.source,
            scale: &guideline.scale,
            local: sheet.library.is_local(&guideline.id),
            not_read: guideline.not_read.as_ref(),
            further: &guideline.further,
            cautions: &guideline.cautions,
        })
        .collect()
}
