use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::json;
use super::page::Page;
use super::plain::plain;
use crate::archive::{Dimension, Likeness, Part, Precedent, Precedents, Traits, UNKNOWN};
use crate::domain::{CourseOutcome, Day, Reading};
use crate::knowledge::Library;
use crate::meeting::{ClassGroup, ExtrarenalLevel, PregnancyProject};
use crate::report::heading;
use crate::text::{Lang, words};

/// What a case is on a dimension, with its unit; the word for unknown where it does not say it.
pub fn trait_said(traits: &Traits, dimension: Dimension, lang: Lang) -> String {
    let words = words(lang);
    let say = &words.precedent;
    let count = |count: Option<u32>| count.map(|count| count.to_string());
    let said = match dimension {
        Dimension::Class => traits.class.map(|class| (say.class_group)(class.code()).to_owned()),
        Dimension::Upcr => traits.upcr.map(|upcr| format!("{}\u{a0}g/g", lang.real(upcr, 2))),
        Dimension::Egfr => traits.egfr.map(|egfr| format!("{}\u{a0}{}", lang.real(egfr, 0), words.unit.egfr_unit)),
        Dimension::Flares => count(traits.flares),
        Dimension::PriorLines => count(traits.prior_lines),
        Dimension::FailedCourses => count(traits.failed_courses),
        Dimension::Extrarenal => traits.extrarenal.map(|level| (say.extrarenal)(level.code()).to_owned()),
        Dimension::Pregnancy => traits.pregnancy.map(|project| (say.pregnancy)(project.code()).to_owned()),
    };
    said.unwrap_or_else(|| say.unknown.to_owned())
}

/// In what two cases are alike, where they differ and by what, and what is not known: `Alike: class, flares · …`.
pub fn likeness_said(of: &Traits, one: &Precedent, lang: Lang) -> String {
    let words = words(lang);
    let say = &words.precedent;
    let name = |dimension: Dimension| (say.dimension)(dimension.code()).to_owned();
    let both = |dimension: Dimension| {
        let (this, then) = (trait_said(of, dimension, lang), trait_said(&one.traits, dimension, lang));
        format!("{} ({then} ≠ {this})", name(dimension))
    };
    let listed = |likeness, name: &dyn Fn(Dimension) -> String| {
        one.distance.that_are(likeness).map(name).collect::<Vec<_>>().join(", ")
    };
    let parts = [
        (say.alike, listed(Likeness::Alike, &name)),
        (say.near, listed(Likeness::Near, &name)),
        (say.far, listed(Likeness::Far, &both)),
        (say.not_known, listed(Likeness::Unknown, &name)),
    ];
    let parts = parts.iter().filter(|(_, list)| !list.is_empty());
    parts.map(|(name, list)| format!("{name}{}{list}", words.report.colon)).collect::<Vec<_>>().join(" · ")
}

/// The drugs it gives and the prednisone it begins with; how the case left the room where it says nothing of them.
pub fn decided_said(one: &Precedent, lang: Lang) -> String {
    let words = words(lang);
    let say = &words.precedent;
    let drugs = one.regimen.as_ref().map(|drugs| {
        let names: Vec<&str> = drugs.iter().map(|drug| (words.drug_short)(*drug)).collect();
        if names.is_empty() { say.no_drug.to_owned() } else { names.join(" + ") }
    });
    let dose = |dose: f64| format!("{}\u{a0}{}", lang.real(dose, 1), words.unit.mg_per_day);
    let steroid = one
        .steroid_start
        .map(|start| if start > 0.0 { (say.steroid)(&dose(start)) } else { say.no_steroid.to_owned() });
    let parts: Vec<String> = drugs.into_iter().chain(steroid).collect();
    if parts.is_empty() { words.label(one.past.outcome).to_owned() } else { parts.join(" · ") }
}

/// What came of it: when it was last looked back at, how far it was carried out, the kidney then.
pub fn came_said(one: &Precedent, lang: Lang) -> String {
    let words = words(lang);
    let Some(look) = &one.look else { return words.precedent.not_looked_back.to_owned() };
    let mut parts = vec![format!("{}, {}", (words.precedent.at_months)(look.months), words.label(look.fulfilment))];
    parts.extend(look.outcome.map(|outcome| words.label(outcome).to_owned()));
    parts.extend(look.upcr.map(|upcr| format!("{} {}\u{a0}g/g", words.unit.upcr, lang.real(upcr, 2))));
    let egfr = |egfr| format!("{} {}\u{a0}{}", words.unit.egfr, lang.real(egfr, 0), words.unit.egfr_unit);
    parts.extend(look.egfr.map(egfr));
    parts.join(" · ")
}

/// The day of the meeting; of its recording where the meeting is not dated.
pub fn precedent_day(one: &Precedent) -> Day {
    one.past.meeting.unwrap_or(Day(one.past.locked_at.date_naive()))
}

/// How far two cases are apart on a dimension, as a share of the farthest: `0.25`.
pub fn apart_said(part: Part, lang: Lang) -> String {
    lang.real(part.counted(), 2)
}

/// The past decisions nearest to a case, in words of at most 80 columns; `masked` leaves the pseudonyms out.
pub fn precedents_text(of: &Traits, found: &Precedents, library: &Library, lang: Lang, masked: bool) -> String {
    let words = words(lang);
    let say = &words.precedent;
    let named = |name: &str, said: &str| format!("{name}{}{said}", words.report.colon);
    let mut page = Page::default();
    let this = Dimension::ALL.iter().map(|one| named((say.dimension)(one.code()), &trait_said(of, *one, lang)));
    page.paragraph(named(say.this_case, &this.collect::<Vec<_>>().join(" · ")));
    page.paragraph(say.own_measure);
    page.paragraph((say.unknown_counts)(&lang.real(UNKNOWN, 1)));
    if found.own > 0 {
        page.paragraph((say.own)(found.own));
    }
    if found.nearest.is_empty() {
        page.paragraph(say.nothing_yet);
    }
    for one in &found.nearest {
        let nearness = (say.nearness)(one.distance.nearness().code());
        let alias = if masked { "–" } else { one.past.alias.as_str() };
        let (day, total) = (lang.date(precedent_day(one)), lang.real(one.distance.total, 2));
        page.topic(format!("{total} · {nearness} · {day} · {} · {alias} · {}", one.past.case_id, one.past.id));
        page.item(0, likeness_said(of, one, lang));
        page.item(0, named(say.decided, &decided_said(one, lang)));
        page.item(0, named(say.came, &came_said(one, lang)));
        let reading = |(guideline, _, reading): &(String, String, Reading)| {
            format!("{} {}", heading(library, guideline), words.label(*reading))
        };
        page.item(0, named(say.concordance, &one.readings.iter().map(reading).collect::<Vec<_>>().join(", ")));
        if one.same_alias {
            page.item(0, say.same_alias);
        }
    }
    plain(&page, lang)
}

/// The past decisions nearest to a case as JSON; `masked` leaves the pseudonyms out.
pub fn precedents_json(case: &str, of: &Traits, found: &Precedents, masked: bool) -> String {
    let weight = |one: &Dimension| WeightPart { dimension: one.code(), weight: one.weight() };
    json::printed(&Whole {
        format: 1,
        case,
        measure: Measure { validated: false, unknown: UNKNOWN, weights: Dimension::ALL.iter().map(weight).collect() },
        this: Dimension::ALL.iter().map(|one| (one.code(), value(of, *one))).collect(),
        own: found.own,
        precedents: found.nearest.iter().map(|one| entry(of, one, masked)).collect(),
    })
}

#[derive(Serialize, JsonSchema)]
struct Whole<'a> {
    /// Version of this form: 1.
    format: u32,
    case: &'a str,
    measure: Measure,
    /// What the case is, by dimension: a code, or a number in g/g (UPCR), mL/min/1.73 m² (eGFR); `null` where it does not say it.
    this: std::collections::BTreeMap<&'static str, Value>,
    /// Decisions on the case itself: they are no precedents.
    own: usize,
    /// The nearest first.
    precedents: Vec<Entry<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Measure {
    /// Never: it is the program's own.
    validated: bool,
    /// What a dimension counts that one side does not say, 0 to 1.
    unknown: f64,
    weights: Vec<WeightPart>,
}

#[derive(Serialize, JsonSchema)]
struct WeightPart {
    dimension: &'static str,
    weight: f64,
}

#[derive(Serialize, JsonSchema)]
struct Entry<'a> {
    /// The version's UUID.
    id: String,
    version: u32,
    case: &'a str,
    /// The pseudonym; absent where identities are masked.
    #[serde(skip_serializing_if = "Option::is_none")]
    alias: Option<&'a str>,
    /// Whether it is of the same patient.
    same_alias: bool,
    /// Day of the meeting, YYYY-MM-DD.
    meeting: Option<String>,
    /// `III+V`; empty where no biopsy says one.
    class: &'a str,
    /// Code of the outcome.
    outcome: &'static str,
    /// 0 to 1.
    distance: f64,
    nearness: &'static str,
    dimensions: Vec<DimensionPart>,
    /// Codes of the immunosuppressants given; `null` where it proposes no treatment.
    regimen: Option<Vec<&'static str>>,
    /// mg/d of prednisone equivalent; `null` where it is not said.
    steroid_start: Option<f64>,
    concordance: Vec<ReadingPart<'a>>,
    /// Its last look back; `null` where there was none.
    came: Option<Came>,
}

#[derive(Serialize, JsonSchema)]
struct DimensionPart {
    dimension: &'static str,
    /// As in `this` of the whole.
    this: Value,
    /// The same of the precedent.
    then: Value,
    /// 0 to 1; `null` where one side does not say it, and then counts as `unknown`.
    apart: Option<f64>,
    likeness: &'static str,
    /// Its part of the distance.
    share: f64,
}

#[derive(Serialize, JsonSchema)]
struct ReadingPart<'a> {
    guideline: &'a str,
    edition: &'a str,
    reading: &'static str,
}

#[derive(Serialize, JsonSchema)]
struct Came {
    /// YYYY-MM-DD.
    day: String,
    /// Months after the decision that it stands for.
    months: u32,
    /// `none`, `partial`, `complete`, `unknown`.
    fulfilment: &'static str,
    /// For the kidney: `complete`, `partial`, `none`, `relapse`, `unknown`.
    outcome: Option<&'static str>,
    /// g/g.
    upcr: Option<f64>,
    /// mL/min/1.73 m².
    egfr: Option<f64>,
}

/// A trait as it is kept.
fn value(traits: &Traits, dimension: Dimension) -> Value {
    match dimension {
        Dimension::Class => traits.class.map(ClassGroup::code).into(),
        Dimension::Upcr => traits.upcr.into(),
        Dimension::Egfr => traits.egfr.into(),
        Dimension::Flares => traits.flares.into(),
        Dimension::PriorLines => traits.prior_lines.into(),
        Dimension::FailedCourses => traits.failed_courses.into(),
        Dimension::Extrarenal => traits.extrarenal.map(ExtrarenalLevel::code).into(),
        Dimension::Pregnancy => traits.pregnancy.map(PregnancyProject::code).into(),
    }
}

fn entry<'a>(of: &Traits, one: &'a Precedent, masked: bool) -> Entry<'a> {
    let dimension = |part: &Part| DimensionPart {
        dimension: part.dimension.code(),
        this: value(of, part.dimension),
        then: value(&one.traits, part.dimension),
        apart: part.apart.map(rounded),
        likeness: part.likeness().code(),
        share: rounded(part.share()),
    };
    Entry {
        id: one.past.id.to_string(),
        version: one.past.version,
        case: one.past.case_id.as_str(),
        alias: (!masked).then_some(one.past.alias.as_str()),
        same_alias: one.same_alias,
        meeting: one.past.meeting.map(|day| day.to_string()),
        class: &one.past.class,
        outcome: one.past.outcome.code(),
        distance: rounded(one.distance.total),
        nearness: one.distance.nearness().code(),
        dimensions: one.distance.parts.iter().map(dimension).collect(),
        regimen: one.regimen.as_ref().map(|drugs| drugs.iter().map(|drug| drug.code()).collect()),
        steroid_start: one.steroid_start,
        concordance: one
            .readings
            .iter()
            .map(|(guideline, edition, reading)| ReadingPart { guideline, edition, reading: reading.code() })
            .collect(),
        came: one.look.as_ref().map(|look| Came {
            day: look.day.to_string(),
            months: look.months,
            fulfilment: look.fulfilment.code(),
            outcome: look.outcome.map(CourseOutcome::code),
            upcr: look.upcr,
            egfr: look.egfr,
        }),
    }
}

/// To four decimals, so that a rounding of the machine is no difference between two outputs.
fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}

/// The JSON Schema of the past decisions nearest to a case.
pub fn precedents_schema() -> serde_json::Value {
    json::schema::<Whole>("regards precedents --format json")
}
