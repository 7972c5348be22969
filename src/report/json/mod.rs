//! A case as JSON. The form is stable: a key may be added within a `format`, none changes its meaning or goes away.
//!
//! Codes are those of the case files and guideline files, in every language. A quantity is text with its unit, exactly
//! as written; beside it, where that helps, `canonical` is a number in a named unit. Days are `YYYY-MM-DD`. What cannot
//! be said is `{"needs": [codes]}`, never a default. The same case on the same day gives the same bytes.

mod activity;
mod damage;
mod figures;
mod judged;
mod taper;
mod timeline;

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::Value as Json;

use self::activity::ActivityPart;
use self::damage::DamagePart;
use self::figures::FigurePart;
use self::judged::{
    DifferenceWords, EditionPart, Fact, LabelNote, MissingDatum, RegimenName, SilenceWords, StatementWords,
};
use self::taper::TaperPart;
use self::timeline::TimelinePart;
use super::hypothesis::HypothesisPart;
use super::sheet::Sheet;
use crate::clinic;
use crate::domain::{Dimension, Quantity};
use crate::knowledge::{Alerts, Country, FactId, Table};
use crate::text::{Lang, harmless_json, words};

/// Version of this form.
const FORMAT: u32 = 1;

/// The whole report.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Report<'a> {
    /// Version of this form: 1.
    format: u32,
    /// Where facts are supposed and not true: which, and what changes; left out of a case as it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<serde_json::Map<String, Json>>")]
    hypothesis: Option<HypothesisPart<'a>>,
    /// Which program made it.
    program: Program,
    /// The day everything is computed for.
    today: String,
    /// Where the labels hold.
    #[schemars(with = "String")]
    country: Country,
    /// Whether what could point at a person was left out.
    masked: bool,
    /// Whole years on that day; `null` where neither birth nor age is known.
    age: Option<u32>,
    /// The case file, in its own format.
    #[schemars(with = "serde_json::Map<String, Json>")]
    case: Json,
    /// What the guidelines were judged on, by code.
    #[schemars(with = "serde_json::Map<String, Json>")]
    facts: BTreeMap<FactId, Fact<'a>>,
    /// The guidelines side by side: rows of cells, agreement, common ground.
    #[schemars(with = "serde_json::Map<String, Json>")]
    table: &'a Table,
    /// What each statement named in the table says, in both languages.
    #[schemars(with = "Vec<Json>")]
    statements: Vec<StatementWords<'a>>,
    /// What each silence of the table says.
    #[schemars(with = "Vec<Json>")]
    silences: Vec<SilenceWords<'a>>,
    /// Regimens by their codes.
    #[schemars(with = "Vec<Json>")]
    regimens: Vec<RegimenName<'a>>,
    /// Drugs offered whose label is not in order.
    #[schemars(with = "Vec<Json>")]
    labels: Vec<LabelNote<'a>>,
    /// What the safety rules say: what fires first, the loudest first.
    #[schemars(with = "Vec<Json>")]
    safety: &'a Alerts,
    /// What is missing, first what would settle most.
    #[schemars(with = "Vec<Json>")]
    missing: Vec<MissingDatum>,
    /// The differences that matter for this patient, and what all say alike, in both languages.
    #[schemars(with = "Vec<Json>")]
    differences: Vec<DifferenceWords<'a>>,
    /// The figures of the panels, each with where it comes from, in both languages.
    #[schemars(with = "Vec<Json>")]
    figures: Vec<FigurePart>,
    /// Scores and states, each with what it lacks.
    #[schemars(with = "serde_json::Map<String, Json>")]
    activity: ActivityPart,
    /// Damage, renal function, doses.
    #[schemars(with = "serde_json::Map<String, Json>")]
    damage: DamagePart,
    /// Series, treatments and events over time.
    #[schemars(with = "serde_json::Map<String, Json>")]
    timeline: TimelinePart,
    /// The planned taper against each guideline.
    #[schemars(with = "serde_json::Map<String, Json>")]
    taper: TaperPart,
    /// Where each guideline was published, who entered it and who checked it.
    #[schemars(with = "Vec<Json>")]
    editions: Vec<EditionPart<'a>>,
    /// The program does not prescribe.
    disclaimer: Disclaimer,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct Program {
    name: &'static str,
    version: &'static str,
}

impl Program {
    pub(super) const THIS: Self = Self { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };
}

/// The sentence that says so, in both languages.
#[derive(Serialize, JsonSchema)]
struct Disclaimer {
    fr: &'static str,
    en: &'static str,
}

/// An answer, or everything it lacks.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Told<T> {
    Known(T),
    Lacking {
        /// Codes of what is missing.
        needs: Vec<&'static str>,
    },
}

impl<T> From<clinic::Answer<T>> for Told<T> {
    fn from(answer: clinic::Answer<T>) -> Self {
        match answer {
            Ok(known) => Self::Known(known),
            Err(needs) => Self::Lacking { needs: needs.into_iter().map(clinic::Need::code).collect() },
        }
    }
}

/// A value as written, and as a number in one unit.
#[derive(Serialize)]
pub(super) struct Measured {
    /// As written, with its unit.
    pub value: String,
    pub canonical: Canonical,
}

/// A number in a named unit.
#[derive(Serialize)]
pub(super) struct Canonical {
    pub value: f64,
    pub unit: &'static str,
}

impl<D: Dimension> From<Quantity<D>> for Measured {
    fn from(quantity: Quantity<D>) -> Self {
        let unit = D::UNITS.first().map_or("", |unit| unit.symbol);
        Self { value: quantity.to_string(), canonical: Canonical { value: number(quantity.value()), unit } }
    }
}

/// Where a score's wording comes from, and how well it was checked.
#[derive(Serialize)]
pub(super) struct ScoreSource {
    pub name: &'static str,
    pub reference: &'static str,
    /// `primary`, `secondary`, `memory`, `proposal`.
    pub checked: &'static str,
}

impl From<clinic::Source> for ScoreSource {
    fn from(source: clinic::Source) -> Self {
        Self { name: source.name, reference: source.reference, checked: source.checked.code() }
    }
}

/// A decimal as a JSON number.
pub(super) fn number(decimal: Decimal) -> f64 {
    decimal.to_f64().unwrap_or(f64::NAN)
}

/// Indented JSON with a line break at its end; what a terminal might obey, or that cannot be seen, is escaped.
pub(super) fn printed(value: &impl Serialize) -> String {
    // Maps here have text for keys, and numbers that are none become null: nothing can fail.
    let text = serde_json::to_string_pretty(value).unwrap_or_else(|error| format!("{{\"error\": \"{error}\"}}"));
    harmless_json(&text) + "\n"
}

/// The JSON Schema (2020-12) of what is written as this type, under a title.
pub(super) fn schema<T: JsonSchema>(title: &str) -> Json {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<T>().to_value();
    if let Some(top) = schema.as_object_mut() {
        top.insert("title".to_owned(), title.into());
    }
    schema
}

/// The JSON Schema of `regards show --format json` on a case: the parts by name; what is in them stands in their own documentation.
pub fn show_schema() -> Json {
    schema::<Report>("regards show --format json")
}

impl Sheet<'_> {
    /// The case as JSON, in every language at once.
    pub fn json(&self) -> String {
        printed(&Report {
            format: FORMAT,
            hypothesis: HypothesisPart::of(self),
            program: Program::THIS,
            today: self.today.to_string(),
            country: self.table.country,
            masked: self.masked,
            age: self.case.patient.age_on(self.today),
            case: self.case_json(),
            facts: judged::facts(self),
            table: &self.table,
            statements: judged::statements(self),
            silences: judged::silences(self),
            regimens: judged::regimens(self),
            labels: judged::labels(self),
            safety: &self.safety,
            missing: judged::missing(self),
            differences: judged::differences(self),
            figures: figures::parts(self),
            activity: ActivityPart::of(self),
            damage: DamagePart::of(self),
            timeline: TimelinePart::of(self),
            taper: TaperPart::of(self),
            editions: judged::editions(self),
            disclaimer: Disclaimer {
                fr: words(Lang::Fr).app.not_a_prescriber,
                en: words(Lang::En).app.not_a_prescriber,
            },
        })
    }

    fn case_json(&self) -> Json {
        let mut case = serde_json::to_value(self.case).unwrap_or(Json::Null);
        if self.masked {
            for (part, key) in MASKED {
                let inside = if part.is_empty() { Some(&mut case) } else { case.get_mut(part) };
                if let Some(entries) = inside.and_then(Json::as_object_mut) {
                    entries.shift_remove(*key);
                }
            }
            for event in case.get_mut("events").and_then(Json::as_array_mut).into_iter().flatten() {
                event.as_object_mut().and_then(|event| event.shift_remove("note"));
            }
        }
        case
    }
}

/// Where a case file could point at a person: by part and key.
const MASKED: &[(&str, &str)] = &[
    ("", "requester"),
    ("patient", "alias"),
    ("patient", "born"),
    ("person", "announcement"),
    ("person", "wishes"),
    ("person", "refusals"),
    ("person", "caregivers"),
    ("person", "school"),
    ("person", "work"),
];
