use schemars::JsonSchema;
use serde::Serialize;

use super::super::json;
use super::text::command_of;
use crate::archive::stats::{
    Answer, CATALOGUE, Figure, Interval, Kind, LEAST, More, Part, Section, Shown, Summary, masked, masked_alone,
    not_recorded,
};
use crate::domain::Day;
use crate::text::{Lang, words};

/// Version of this form: a key may be added within it, none changes its meaning or goes away.
const FORMAT: u32 = 1;

/// Figures as JSON.
#[derive(Serialize, JsonSchema)]
struct Report<'a> {
    format: u32,
    /// Whether small cells are masked: counts from 1 to 4 are then "<5", others that had to be hidden with them "hidden".
    shared: bool,
    figures: Vec<FigurePart<'a>>,
    not_recorded: Vec<Absent>,
}

/// A sentence in both languages.
#[derive(Serialize, JsonSchema)]
struct Both {
    fr: &'static str,
    en: &'static str,
}

#[derive(Serialize, JsonSchema)]
struct Absent {
    #[schemars(with = "String")]
    section: Section,
    code: &'static str,
    words: Both,
}

#[derive(Serialize, JsonSchema)]
struct FigurePart<'a> {
    code: &'a str,
    #[schemars(with = "String")]
    section: Section,
    #[schemars(with = "String")]
    kind: Kind,
    /// What one row is.
    of: &'static str,
    name: Both,
    counted: Both,
    /// The SQL view.
    view: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answered: Option<Answered<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Answered<'a> {
    /// First and last day, YYYY-MM-DD; null without end.
    since: Option<Day>,
    until: Option<Day>,
    command: String,
    n: Count,
    parts: Vec<PartPart<'a>>,
}

/// A number, or why it is not said.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
enum Count {
    Said(u32),
    Masked(&'static str),
}

impl From<Shown> for Count {
    fn from(shown: Shown) -> Self {
        match shown {
            Shown::Count(n) => Self::Said(n),
            Shown::Few => Self::Masked("<5"),
            Shown::Hidden => Self::Masked("hidden"),
        }
    }
}

#[derive(Serialize, JsonSchema)]
struct PartPart<'a> {
    /// Code of what it is of; null where there is none.
    part: Option<&'a str>,
    n: Count,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    answers: Vec<AnswerPart<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<AmountPart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kappa: Option<KappaPart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spread: Option<SpreadPart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    curve: Option<CurvePart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    half_years: Option<Vec<HalfPart>>,
}

#[derive(Serialize, JsonSchema)]
struct AnswerPart<'a> {
    /// Its code; null where it was not recorded.
    answer: Option<&'a str>,
    count: Count,
    /// From 0 to 1; null below five, or masked.
    share: Option<f64>,
    /// Wilson, 95 %.
    interval: Option<[f64; 2]>,
}

#[derive(Serialize, JsonSchema)]
struct AmountPart {
    known: Count,
    not_recorded: Count,
    median: Option<f64>,
    quartiles: Option<[f64; 2]>,
    /// Least and greatest; null in a shared report.
    ends: Option<[f64; 2]>,
}

#[derive(Serialize, JsonSchema)]
struct KappaPart {
    cases: u32,
    voices: u32,
    agreement: f64,
    kappa: Option<f64>,
    interval: Option<[f64; 2]>,
}

#[derive(Serialize, JsonSchema)]
struct SpreadPart {
    kinds: u32,
    /// Bits.
    entropy: f64,
    commonest: u32,
}

#[derive(Serialize, JsonSchema)]
struct CurvePart {
    events: Count,
    median_days: Option<f64>,
    /// Left out of a shared report.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    steps: Vec<StepPart>,
    not_a_comparison_of_treatments: bool,
}

#[derive(Serialize, JsonSchema)]
struct StepPart {
    days: f64,
    at_risk: u32,
    events: u32,
    share: f64,
    interval: Option<[f64; 2]>,
}

#[derive(Serialize, JsonSchema)]
struct HalfPart {
    /// Its first day.
    from: Option<Day>,
    count: Count,
    of: Count,
    /// Limits of chance, where there are ten half-years.
    limits: Option<[f64; 2]>,
}

/// Figures as JSON; `shared` masks small cells.
pub fn stats_json(answers: &[Answer], shared: bool) -> String {
    let figures = answers.iter().map(|answer| figure(answer.figure, Some(answered(answer, shared)))).collect();
    let sections: Vec<Section> = answers.iter().map(|answer| answer.figure.section).collect();
    json::printed(&Report { format: FORMAT, shared, figures, not_recorded: absent(&sections) })
}

/// The catalogue as JSON: what each figure counts, and its view.
pub fn catalogue_json() -> String {
    let figures = CATALOGUE.iter().map(|one| figure(one, None)).collect();
    json::printed(&Report { format: FORMAT, shared: false, figures, not_recorded: absent(Section::ALL) })
}

fn absent(sections: &[Section]) -> Vec<Absent> {
    let of = |section: &'static Section| not_recorded(*section).iter().map(move |code| (*section, *code));
    let wanted = Section::ALL.iter().filter(|section| sections.contains(section)).flat_map(of);
    wanted.map(|(section, code)| Absent { section, code, words: both(|say| (say.absent)(code)) }).collect()
}

fn both(of: impl Fn(&'static crate::text::StatsWords) -> &'static str) -> Both {
    Both { fr: of(&words(Lang::Fr).stats), en: of(&words(Lang::En).stats) }
}

fn figure<'a>(figure: &'a Figure, answered: Option<Answered<'a>>) -> FigurePart<'a> {
    FigurePart {
        code: figure.code,
        section: figure.section,
        kind: figure.kind,
        of: figure.of.code(),
        name: both(|say| (say.figure)(figure.code)),
        counted: both(|say| (say.counted)(figure.code)),
        view: figure.view(),
        unit: figure.unit.map(crate::archive::stats::Unit::code),
        answered,
    }
}

fn answered(answer: &Answer, shared: bool) -> Answered<'_> {
    Answered {
        since: answer.period.since,
        until: answer.period.until,
        command: command_of(answer.figure, answer.period, shared),
        n: alone(answer.n(), shared),
        parts: answer.parts.iter().map(|one| part(answer.figure, one, shared)).collect(),
    }
}

fn alone(n: u32, shared: bool) -> Count {
    if shared { masked_alone(n).into() } else { Count::Said(n) }
}

fn ends(interval: Interval) -> [f64; 2] {
    [interval.low, interval.high]
}

fn part<'a>(figure: &Figure, part: &'a Part, shared: bool) -> PartPart<'a> {
    let counts: Vec<u32> = part.shares.iter().map(|share| share.proportion.count).collect();
    let (cells, total) = match (shared, figure.is_several() || counts.is_empty()) {
        (false, _) => (counts.iter().map(|n| Shown::Count(*n)).collect(), Shown::Count(part.n)),
        (true, true) => (counts.iter().map(|n| masked_alone(*n)).collect(), masked_alone(part.n)),
        (true, false) => masked(&counts),
    };
    let is_shown = matches!(total, Shown::Count(_));
    let answers = part.shares.iter().zip(cells).map(|(share, cell)| {
        let said = is_shown && matches!(cell, Shown::Count(_)) && share.proportion.is_enough();
        AnswerPart {
            answer: share.answer.as_deref(),
            count: cell.into(),
            share: share.proportion.share().filter(|_| said),
            interval: share.proportion.wilson().filter(|_| said).map(ends),
        }
    });
    let mut said = PartPart {
        part: part.name.as_deref(),
        n: total.into(),
        answers: answers.collect(),
        amount: figure.unit.filter(|_| figure.kind != Kind::Survival).map(|_| amount(part, shared)),
        kappa: None,
        spread: None,
        curve: None,
        half_years: None,
    };
    let is_enough = !shared || (is_shown && part.n > 0);
    match &part.more {
        More::Kappa(Some(one)) if !shared || !matches!(masked_alone(one.cases), Shown::Few) => {
            let interval = one.interval.map(ends);
            let (cases, voices, agreement, kappa) = (one.cases, one.voices, one.agreement, one.kappa);
            said.kappa = Some(KappaPart { cases, voices, agreement, kappa, interval });
        }
        More::Spread(one) if !shared || one.commonest >= LEAST => {
            said.spread = Some(SpreadPart { kinds: one.kinds, entropy: one.entropy, commonest: one.commonest });
        }
        More::Curve(curve) if is_enough => {
            let steps = curve.steps.iter().filter(|_| !shared).map(|step| StepPart {
                days: step.time,
                at_risk: step.at_risk,
                events: step.events,
                share: step.share,
                interval: step.interval.map(ends),
            });
            said.curve = Some(CurvePart {
                events: alone(curve.events(), shared),
                median_days: curve.median().filter(|_| !shared || curve.events() >= LEAST),
                steps: steps.collect(),
                not_a_comparison_of_treatments: true,
            });
        }
        More::Points(points, control) if is_enough => {
            let limits =
                |at: usize| control.as_ref().and_then(|control| control.limits.get(at).copied().flatten()).map(ends);
            let half =
                |(at, (half, point)): (usize, &(crate::archive::stats::Half, crate::archive::stats::Proportion))| {
                    let (cells, total) = masked(&[point.count, point.of.saturating_sub(point.count)]);
                    let first = cells.first().copied().unwrap_or(Shown::Hidden);
                    let (count, of) = if shared {
                        (first.into(), total.into())
                    } else {
                        (Count::Said(point.count), Count::Said(point.of))
                    };
                    HalfPart { from: half.first_day(), count, of, limits: limits(at).filter(|_| !shared) }
                };
            said.half_years = Some(points.iter().enumerate().map(half).collect());
        }
        _ => {}
    }
    said
}

fn amount(part: &Part, shared: bool) -> AmountPart {
    let unknown = part.missing();
    let known = part.n.saturating_sub(unknown);
    let (known_said, unknown_said) = match (shared, masked(&[known, unknown]).0.as_slice()) {
        (true, [known, unknown]) => (Count::from(*known), Count::from(*unknown)),
        _ => (Count::Said(known), Count::Said(unknown)),
    };
    let summary: Option<Summary> = part.summary.filter(|one| !shared || !matches!(masked_alone(one.n), Shown::Few));
    AmountPart {
        known: known_said,
        not_recorded: unknown_said,
        median: summary.map(|one| one.median),
        quartiles: summary.map(|one| ends(one.quartiles)),
        ends: summary.filter(|_| !shared).map(|one| ends(one.ends)),
    }
}

/// The JSON Schema of the statistics.
pub fn stats_schema() -> serde_json::Value {
    json::schema::<Report>("regards stats --format json")
}
