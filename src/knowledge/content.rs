//! The format of a guideline file, `guidelines/<id>.yaml`: one file, its source, its statements, its silences.
//!
//! How to write a statement:
//! - One statement says one thing, in one `topic` (and in the rows named by `also`). Its number is the guideline's own,
//!   or `unnumbered`. Its words (`fr`, `en`) are ours, never a quotation.
//! - `when` says for whom; without it the statement speaks for everyone. Facts the case does not give leave it waiting.
//! - What follows is coded: the screen, the agreement and the common ground are computed from the codes alone.
//! - **Regimens**: the row's offers are those of every statement that speaks, each at its strongest verdict. Then the
//!   lowering statements act: `over` makes regimens an `alternative` to those the statement prefers; `drugs`
//!   (`caution`, `reserved`, `avoid`) lowers every offer that contains the drug; so does a statement whose own
//!   verdict is one of these three, for the regimens it lists.
//! - **Rows without offers** speak with the word of their first statement, in the file's order, that does not fall away:
//!   put the main one first, the refinements after it.
//! - **Drug rows** (belimumab, cni, cyclophosphamide, obinutuzumab) are computed from the offers that contain the drug.
//!   Write statements with these topics for what is said of the drug itself; a `drugs` modifier in any topic shows there too.
//! - `conflicts_with` names a statement of the same guideline that this one contradicts when both speak: the row says
//!   `conflict` and neither lowers the other's preference.
//! - What a statement asks for with `advises` is not asked for where all of its regimens are kept from the patient, nor while
//!   another statement `withholds` it.
//! - A topic without any statement must have a silence; a silence may have a `when` (silent for class I, say).
//! - An entry that covers only a part of its publication says so once, with `not_read`: every row that it does not answer
//!   for a patient then shows "not read", and needs no silence.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Advice, Agent, CautionKind, Checked, Condition, CountedFrom, Goal, Limit, Number, Scheme, Topic, Verdict};
use crate::domain::Day;
use crate::text::Lang;

/// The same words in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}

impl Words {
    /// The words of one language.
    pub fn said(&self, lang: Lang) -> &str {
        lang.of(&self.fr, &self.en)
    }
}

/// A guideline file.
///
/// Where the present edition leaves something out and an earlier one, or a companion of the same body, says it, the statement
/// names that publication with `from`, and the publication stands under `further`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guideline {
    /// `eular-2025`; the file's name without its ending.
    pub id: String,
    /// Whose it is, as the column's heading: `EULAR`.
    pub name: String,
    /// Its edition: `2025`.
    pub edition: String,
    /// Where it was published, and who vouches for this entry.
    pub source: Source,
    /// Other publications of the same body that statements are taken `from`.
    #[serde(default)]
    pub further: Vec<Further>,
    /// How it grades, explained.
    pub scale: Words,
    /// Where it contradicts itself, and what of it could not be verified.
    #[serde(default)]
    pub cautions: Vec<Caution>,
    /// What it says.
    pub statements: Vec<Statement>,
    /// What it does not say.
    pub silences: Vec<Silence>,
    /// Where only a part of the publication was read: what is said of every row, and of every patient, that nothing above
    /// answers. Such a row shows "not read", which is never taken for the guideline's silence.
    #[serde(default)]
    pub not_read: Option<Words>,
}

impl Guideline {
    /// The other publication that a statement is taken from; none where it is the guideline itself.
    pub fn publication(&self, statement: &Statement) -> Option<&Further> {
        let from = statement.from.as_ref()?;
        self.further.iter().find(|further| further.id == *from)
    }
}

/// Another publication of the same body: an earlier edition, or a companion guideline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Further {
    /// `eular-2023`; what `from` names.
    pub id: String,
    /// Its name and edition, as it is shown: `EULAR 2023`.
    pub name: String,
    /// Where it was published, and who vouches for what is taken from it.
    pub source: Source,
}

/// Something to know before leaning on the guideline's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Caution {
    /// Unique in its file.
    pub id: String,
    /// What kind of caution.
    pub kind: CautionKind,
    /// The rows it bears on; none where it bears on the whole guideline.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Topic>,
    /// In our own words.
    pub fr: String,
    /// The same in English.
    pub en: String,
}

impl Caution {
    /// Its words in one language.
    pub fn said(&self, lang: Lang) -> &str {
        lang.of(&self.fr, &self.en)
    }
}

/// Where a guideline was published, what was read of it, who entered and who checked it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Title of the publication.
    pub title: String,
    /// Journal, volume and pages.
    pub reference: String,
    /// Year of publication.
    pub year: u16,
    /// DOI without the resolver: `10.1016/j.ard.2025.09.007`; none where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doi: Option<String>,
    /// PubMed number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pmid: Option<String>,
    /// What was really read, honestly.
    pub read: Words,
    /// Who wrote this entry.
    pub entered_by: String,
    /// The clinician who checked it against the publication; none until one has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_by: Option<String>,
    /// When that was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_on: Option<Day>,
    /// When it must be checked (again).
    pub next_check: Day,
}

/// A clinician's check of one statement against the publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Who checked it.
    pub checked_by: String,
    /// When.
    pub checked_on: Day,
    /// When it must be checked again; the file's day where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_check: Option<Day>,
}

/// One thing a guideline says.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Unique in its file, stable over editions of the entry: `cni-heavy-proteinuria`.
    pub id: String,
    /// The row it belongs to.
    pub topic: Topic,
    /// Other rows in which it speaks as well.
    #[serde(default)]
    pub also: Vec<Topic>,
    /// The guideline's own number (`R4`, `10.2.3.1.1`), or `unnumbered`.
    pub number: String,
    /// The publication under `further` that it is taken from; none for the guideline itself.
    #[serde(default)]
    pub from: Option<String>,
    /// The grade in the guideline's own scale (`1b/A`, `conditional, low`, `1B`); none for ungraded text.
    #[serde(default)]
    pub grade: Option<String>,
    /// How sure the entry is of what it says and of the limits it asks for: the weakest of them. Where only the statement's own
    /// number is in doubt, a caution says so.
    pub checked: Checked,
    /// The clinician's check of this statement, where it is not that of the whole file.
    #[serde(default)]
    pub review: Option<Review>,
    /// For whom; everyone where it is left out.
    #[serde(default)]
    pub when: Condition,
    /// What it says of its regimens, or of the row.
    pub verdict: Verdict,
    /// The regimens, by their code in the formulary; all contain glucocorticoid unless the formulary says otherwise.
    #[serde(default)]
    pub regimens: Vec<String>,
    /// Regimens that it puts second to its own: they become an alternative.
    #[serde(default)]
    pub over: Vec<String>,
    /// What it says of every offer with this drug: `caution`, `reserved` or `avoid`.
    #[serde(default)]
    pub drugs: BTreeMap<Agent, Verdict>,
    /// Intravenous methylprednisolone.
    #[serde(default)]
    pub pulse: Option<Pulse>,
    /// Oral prednisone at the start, one entry a scheme.
    #[serde(default)]
    pub start: Vec<Start>,
    /// How low the daily prednisone must go, and by when.
    #[serde(default)]
    pub target: Vec<Target>,
    /// Daily prednisone week by week.
    #[serde(default)]
    pub taper: Option<Taper>,
    /// What the response must be.
    #[serde(default)]
    pub response: Vec<Milestone>,
    /// How long to treat.
    #[serde(default)]
    pub duration: Option<Duration>,
    /// Anything else it asks for, coded.
    #[serde(default)]
    pub advises: Vec<Advice>,
    /// What no statement of this guideline asks for while this one speaks.
    #[serde(default)]
    pub withholds: Vec<Advice>,
    /// Statements of the same guideline that it contradicts when both speak.
    #[serde(default)]
    pub conflicts_with: Vec<String>,
    /// A warning to show beside the row.
    #[serde(default)]
    pub warning: Option<Words>,
    /// What it says, in our own words.
    pub fr: String,
    /// The same in English.
    pub en: String,
}

/// A declared silence: the guideline says nothing on this topic (for such patients).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Silence {
    /// The row.
    pub topic: Topic,
    /// For whom; for everyone where it is left out.
    #[serde(default)]
    pub when: Condition,
    /// What it does not say, in our own words.
    pub fr: String,
    /// The same in English.
    pub en: String,
}

/// Two ends of a range, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// Lower end.
    pub least: Number,
    /// Upper end.
    pub most: Number,
}

/// Intravenous methylprednisolone: mg a day, number of days, total mg. What is not printed is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pulse {
    /// mg of methylprednisolone a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub daily_mg: Option<Span>,
    /// Number of days.
    pub days: Span,
    /// mg in all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_mg: Option<Span>,
}

/// An oral start: mg/kg a day of prednisone, with the floor and the cap that are printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Start {
    /// The scheme, `single` where there is only one.
    pub scheme: Scheme,
    /// Lower end, mg/kg/d; none where no lower end is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_mg_per_kg: Option<Number>,
    /// Upper end, mg/kg/d.
    pub to_mg_per_kg: Number,
    /// Lowest start whatever the weight, mg/d.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor_mg: Option<Number>,
    /// Highest start whatever the weight, mg/d.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap_mg: Option<Number>,
    /// For at most this many weeks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weeks: Option<u8>,
}

/// A ceiling of daily prednisone and when it must be reached: either months or weeks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The scheme, `single` where there is only one.
    pub scheme: Scheme,
    /// At most this, mg/d.
    pub at_most_mg: Number,
    /// Reached between these months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<Span>,
    /// Reached between these weeks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weeks: Option<Span>,
}

/// What the response must be, with the operators exactly as printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// What it stands for.
    pub goal: Goal,
    /// Proteinuria must have fallen by at least this share of the baseline, %.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fall_at_least: Option<Number>,
    /// Proteinuria must be below this (<).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<Limit>,
    /// Proteinuria must be at most this (≤).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<Limit>,
    /// eGFR must be at least this share of the baseline, %.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gfr_at_least: Option<Number>,
    /// eGFR must be within this share of the baseline, %, as a range of tolerance (KDIGO: 10 to 15).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gfr_within: Option<Span>,
    /// eGFR must be at least this share of the value before the flare, %.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gfr_preflare_at_least: Option<Number>,
    /// eGFR must be at least this, mL/min/1.73m²; with one of the shares above, either suffices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gfr_floor: Option<Number>,
    /// The month by which it must be reached, where the guideline gives more time than the row's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_month: Option<u32>,
    /// No rescue treatment.
    #[serde(default, skip_serializing_if = "is_not_asked")]
    pub without_rescue: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_not_asked(asked: &bool) -> bool {
    !asked
}

/// Oral prednisone week by week in one scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Taper {
    /// The scheme, `single` where there is only one.
    pub scheme: Scheme,
    /// The steps, one after the other.
    pub steps: Vec<TaperStep>,
}

/// One step of a taper: either mg/kg a day or mg a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaperStep {
    /// First week; the first day of treatment is in week 0.
    pub from_week: u8,
    /// Last week, included; none where it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_week: Option<u8>,
    /// mg/kg/d.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mg_per_kg: Option<Span>,
    /// At most this whatever the weight, mg/d, where it is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap_mg: Option<Number>,
    /// mg/d.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mg: Option<Number>,
    /// Less than this, mg/d (<).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below_mg: Option<Number>,
}

/// How long to treat, in months.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duration {
    /// At least this many months.
    pub least_months: u16,
    /// Usually not more than this many months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_months: Option<u16>,
    /// Counted from when.
    pub counted_from: CountedFrom,
}
