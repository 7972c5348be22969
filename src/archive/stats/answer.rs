use std::collections::BTreeMap;

use super::{Behind, Chosen, Concord, Control, Curve, Figure, Followed, Kind, Period, Proportion, Spread, Summary};
use crate::domain::Day;

/// How many rows of a view have this part and this answer; of a figure over time, in this half-year.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tally {
    /// What it is broken down by.
    pub part: Option<String>,
    /// The answer.
    pub answer: Option<String>,
    /// Of a figure over time: its half-year.
    pub half: Option<Half>,
    /// How many.
    pub count: u32,
}

/// The numbers of the rows that have this part and this answer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Amounts {
    /// What it is broken down by.
    pub part: Option<String>,
    /// The answer.
    pub answer: Option<String>,
    /// The numbers that are known.
    pub values: Vec<f64>,
    /// How many rows have none.
    pub missing: u32,
}

/// The rows of a view: its answers counted, its numbers one by one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rows {
    /// Answers; of a figure over time, by half-year.
    pub tallies: Vec<Tally>,
    /// Of a figure with numbers: those of each part and answer.
    pub amounts: Vec<Amounts>,
    /// Of a figure in which a case may have several answers: how many cases each part has.
    pub units: Vec<(Option<String>, u32)>,
    /// Of voices: part, and how many of each position, case by case.
    pub voices: Vec<(String, [u32; 4])>,
}

/// Half a year: its year, and whether it is the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Half {
    /// The year.
    pub year: i32,
    /// Whether from July on.
    pub second: bool,
}

impl Half {
    /// The half-year of a month.
    pub const fn of(year: i32, month: u32) -> Self {
        Self { year, second: month > 6 }
    }

    /// The one after.
    #[must_use]
    pub const fn next(self) -> Self {
        if self.second { Self { year: self.year + 1, second: false } } else { Self { second: true, ..self } }
    }

    /// Its first day; none beyond the calendar.
    pub fn first_day(self) -> Option<Day> {
        chrono::NaiveDate::from_ymd_opt(self.year, if self.second { 7 } else { 1 }, 1).map(Day)
    }
}

/// An answer and how many gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The answer; none where it was not recorded.
    pub answer: Option<String>,
    /// How many, among how many.
    pub proportion: Proportion,
}

/// What is said of a part beside its shares or its numbers.
#[derive(Debug, Clone, PartialEq)]
pub enum More {
    /// Nothing.
    Nothing,
    /// How far voices agree; none where no case has two.
    Kappa(Option<Concord>),
    /// How much decisions differ.
    Spread(Spread),
    /// The curve of those followed, in days.
    Curve(Curve),
    /// Half-years without a gap, and the limits of chance where there are enough of them.
    Points(Vec<(Half, Proportion)>, Option<Control>),
}

/// A part of a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What it is of; none of a figure that is not broken down, and where it was not recorded.
    pub name: Option<String>,
    /// How many rows, or cases where one may have several answers.
    pub n: u32,
    /// Its answers: yes, then the commonest first, those not recorded last.
    pub shares: Vec<Share>,
    /// Its numbers; none where none is known.
    pub summary: Option<Summary>,
    /// Besides.
    pub more: More,
}

/// What a figure says of a period.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The figure.
    pub figure: &'static Figure,
    /// The period that was asked for.
    pub period: Period,
    /// Its parts, in order; one without a name of a figure that is not broken down, even of no row.
    pub parts: Vec<Part>,
}

impl Answer {
    /// What these rows say.
    pub fn of(figure: &'static Figure, period: Period, rows: &Rows) -> Self {
        let mut names: Vec<Option<String>> = rows.tallies.iter().map(|tally| tally.part.clone()).collect();
        names.extend(rows.amounts.iter().map(|amounts| amounts.part.clone()));
        if figure.parts.is_none() {
            names.push(None);
        }
        names.sort_by_cached_key(|name| in_order(name.as_deref()));
        names.dedup();
        let mut parts: Vec<Part> = names.into_iter().map(|name| part(figure, name, rows)).collect();
        if figure.kind == Kind::Spread {
            parts.sort_by_key(|part| std::cmp::Reverse(part.n));
        }
        Self { figure, period, parts }
    }

    /// How many rows, or cases, over all parts.
    pub fn n(&self) -> u32 {
        self.parts.iter().map(|part| part.n).fold(0, u32::saturating_add)
    }

    /// The numbers that can be opened, in the order in which they are shown.
    pub fn behind(&self) -> Vec<Behind> {
        let of = |part: &Part, chosen| Behind { figure: self.figure, part: part.name.clone(), chosen };
        let mut all = Vec::new();
        for part in &self.parts {
            if part.shares.is_empty() {
                all.push(of(part, if self.figure.unit.is_some() { Chosen::Known } else { Chosen::All }));
                if self.figure.unit.is_some() && part.missing() > 0 {
                    all.push(of(part, Chosen::Unknown));
                }
            } else {
                all.extend(part.shares.iter().map(|share| of(part, Chosen::Answer(share.answer.clone()))));
            }
        }
        all
    }
}

impl Part {
    /// How many of it have no number, of a figure with numbers.
    pub fn missing(&self) -> u32 {
        self.n.saturating_sub(self.summary.map_or(0, |summary| summary.n))
    }
}

/// Numbers as numbers, codes as text, what was not recorded last.
fn in_order(name: Option<&str>) -> (bool, u64, Option<String>) {
    let number = name.and_then(|name| name.parse().ok());
    // Before comes before after.
    let rank = if name == Some("before") { 0 } else { u64::MAX };
    (name.is_none(), number.unwrap_or(rank), name.map(str::to_owned))
}

fn part(figure: &'static Figure, name: Option<String>, rows: &Rows) -> Part {
    let mine: Vec<&Tally> = rows.tallies.iter().filter(|tally| tally.part == name).collect();
    let amounts: Vec<&Amounts> = rows.amounts.iter().filter(|amounts| amounts.part == name).collect();
    let known: Vec<f64> = amounts.iter().flat_map(|amounts| &amounts.values).copied().collect();
    let with_number = u32::try_from(known.len()).unwrap_or(u32::MAX);
    let counted: u32 = mine.iter().map(|tally| tally.count).sum();
    let units = rows.units.iter().find(|(part, _)| *part == name).map(|(_, units)| *units);
    let n = match figure.kind {
        Kind::Several => units.unwrap_or(0),
        Kind::Amount => amounts.iter().map(|amounts| amounts.missing).fold(with_number, u32::saturating_add),
        _ => counted,
    };
    let has_shares = !matches!(figure.kind, Kind::Amount | Kind::Count);
    let shares = if has_shares { shares(&mine, n) } else { Vec::new() };
    let summary = Summary::of(&known).filter(|_| figure.unit.is_some() && figure.kind != Kind::Survival);
    let more = more(figure, name.as_deref(), &mine, &amounts, &shares, rows);
    Part { name, n, shares, summary, more }
}

fn shares(tallies: &[&Tally], n: u32) -> Vec<Share> {
    let mut counts: BTreeMap<Option<String>, u32> = BTreeMap::new();
    for tally in tallies {
        *counts.entry(tally.answer.clone()).or_default() += tally.count;
    }
    let mut all: Vec<(Option<String>, u32)> = counts.into_iter().collect();
    // Yes comes before no, however often.
    let is_yes = |answer: &Option<String>| answer.as_deref() == Some("yes");
    all.sort_by_key(|(answer, count)| (answer.is_none(), !is_yes(answer), std::cmp::Reverse(*count)));
    all.into_iter().map(|(answer, count)| Share { answer, proportion: Proportion { count, of: n } }).collect()
}

fn more(
    figure: &Figure,
    name: Option<&str>,
    tallies: &[&Tally],
    amounts: &[&Amounts],
    shares: &[Share],
    rows: &Rows,
) -> More {
    match figure.kind {
        Kind::Kappa => {
            let cases = rows.voices.iter().filter(|(part, _)| Some(part.as_str()) == name);
            More::Kappa(Concord::of(&cases.map(|(_, voices)| *voices).collect::<Vec<_>>()))
        }
        Kind::Spread => {
            let counts: Vec<u32> = shares.iter().map(|share| share.proportion.count).collect();
            Spread::of(&counts).map_or(More::Nothing, More::Spread)
        }
        Kind::Survival => {
            let followed = amounts.iter().flat_map(|amounts| {
                let event = amounts.answer.as_deref() == Some("event");
                amounts.values.iter().map(move |time| Followed { time: *time, event })
            });
            More::Curve(Curve::of(&followed.collect::<Vec<_>>()))
        }
        Kind::Trend => {
            let points = points(tallies, |tally| tally.answer.as_deref() == Some("yes"));
            let control = Control::of(&points.iter().map(|(_, point)| *point).collect::<Vec<_>>());
            More::Points(points, control)
        }
        Kind::Count => More::Points(points(tallies, |_| true), None),
        Kind::Share | Kind::Several | Kind::Amount | Kind::Matrix => More::Nothing,
    }
}

/// The half-years from the first to the last, those without a row between them too.
fn points(tallies: &[&Tally], counts: impl Fn(&Tally) -> bool) -> Vec<(Half, Proportion)> {
    let mut found: BTreeMap<Half, Proportion> = BTreeMap::new();
    for tally in tallies {
        let Some(half) = tally.half else { continue };
        let point = found.entry(half).or_insert(Proportion { count: 0, of: 0 });
        point.of += tally.count;
        point.count += if counts(tally) { tally.count } else { 0 };
    }
    let (Some(first), Some(last)) = (found.keys().next().copied(), found.keys().next_back().copied()) else {
        return Vec::new();
    };
    // A day far off by mistake must not make a list of thousands.
    let all = std::iter::successors(Some(first), |half| (*half < last).then(|| half.next())).take(MOST_HALVES);
    let of = |half| (half, found.get(&half).copied().unwrap_or(Proportion { count: 0, of: 0 }));
    all.map(of).collect()
}

/// Half-years that a figure over time shows at most.
const MOST_HALVES: usize = 400;
