//! What is said above a case of which facts are supposed otherwise: that it is a hypothesis, what is supposed, what changes.

use serde::Serialize;

use super::head::named;
use super::marks;
use super::page::Page;
use super::sheet::Sheet;
use crate::knowledge::{self, Alert, Changed, FactId, SafetyChange, Topic, Value, Verdict};
use crate::text::{Lang, words};
use crate::wording;

/// Nothing is said of a case as it is.
pub(super) fn hypothesis(page: &mut Page, sheet: &Sheet<'_>, lang: Lang) {
    let Some(truth) = &sheet.truth else { return };
    let words = words(lang);
    page.title(words.whatif.hypothesis);
    page.paragraph(words.whatif.report_note);
    for (fact, supposed) in sheet.facts.supposed().iter() {
        let value = wording::value(lang, fact, supposed.value());
        let was = (words.whatif.instead_of)(&wording::value(lang, fact, &truth.facts.get(fact).value));
        page.item(0, format!("{} ({was})", named(lang, wording::fact(words, fact), &value)));
    }
    let changed = knowledge::changed(&truth.table, &sheet.table);
    page.topic((words.whatif.cells)(changed.len()));
    page.items(0, changed.iter().map(|one| change(sheet, lang, one)));
    let safety = truth.safety.change(&sheet.safety);
    if !safety.is_none() {
        page.topic(words.safety.title);
        page.item(0, counts(lang, &safety));
        page.items(0, wording::safety_change(lang, &safety));
    }
}

/// `STOP 0 → 1, ? 3 → 2`.
fn counts(lang: Lang, change: &SafetyChange<'_>) -> String {
    let told = |name: &str, before: usize, after: usize| format!("{name} {before} → {after}");
    let levels = change.counts.iter().map(|(level, before, after)| told(wording::level(lang, *level), *before, *after));
    let (before, after) = change.waiting;
    let waiting = (before != after).then(|| told(marks::verdict(Verdict::NeedsData), before, after));
    levels.chain(waiting).collect::<Vec<_>>().join(", ")
}

fn change(sheet: &Sheet<'_>, lang: Lang, one: &Changed) -> String {
    let words = words(lang);
    let column = sheet.table.columns.get(one.column);
    let name = column.map(|column| format!("{} {}", column.name, column.edition)).unwrap_or_default();
    let said = |verdict| format!("{} {}", marks::verdict(verdict), wording::verdict(words, verdict));
    let change = if one.is_verdict() {
        format!("{} → {}", said(one.before), said(one.after))
    } else {
        format!("{} ({})", said(one.after), words.whatif.otherwise)
    };
    named(lang, &format!("{name} {}", wording::topic(words, one.topic)), &change)
}

/// A hypothesis in JSON: that it is one, what is supposed, and what changes.
#[derive(Serialize)]
pub(super) struct HypothesisPart<'a> {
    /// By code: what is supposed, and what the case says.
    supposed: Vec<SupposedPart<'a>>,
    /// The cells that say something else.
    changed: Vec<ChangedPart<'a>>,
    /// The safety rules that fire only then, and those that no longer do.
    safety: SafetyPart<'a>,
}

#[derive(Serialize)]
struct SafetyPart<'a> {
    appear: Vec<&'a str>,
    vanish: Vec<&'a str>,
}

impl<'a> SafetyPart<'a> {
    fn of(change: &SafetyChange<'a>) -> Self {
        let rules = |alerts: &[&'a Alert]| alerts.iter().map(|alert| alert.rule.as_str()).collect();
        Self { appear: rules(&change.appear), vanish: rules(&change.vanish) }
    }
}

#[derive(Serialize)]
struct SupposedPart<'a> {
    fact: FactId,
    supposed: &'a Value,
    truth: &'a Value,
}

#[derive(Serialize)]
struct ChangedPart<'a> {
    topic: Topic,
    guideline: &'a str,
    before: Verdict,
    after: Verdict,
}

impl<'a> HypothesisPart<'a> {
    /// None of a case as it is.
    pub fn of(sheet: &'a Sheet<'_>) -> Option<Self> {
        let truth = sheet.truth.as_ref()?;
        let supposed = sheet.facts.supposed().iter();
        let supposed = supposed.map(|(fact, supposed)| SupposedPart {
            fact,
            supposed: supposed.value(),
            truth: &truth.facts.get(fact).value,
        });
        let changed = knowledge::changed(&truth.table, &sheet.table).into_iter().map(|one| ChangedPart {
            topic: one.topic,
            guideline: sheet.table.columns.get(one.column).map_or("", |column| column.guideline.as_str()),
            before: one.before,
            after: one.after,
        });
        let safety = SafetyPart::of(&truth.safety.change(&sheet.safety));
        Some(Self { supposed: supposed.collect(), changed: changed.collect(), safety })
    }
}
