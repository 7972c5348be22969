use super::names::{answer_said, part_said};
use crate::archive::stats::{
    Answer, Behind, Chosen, Control, Half, Interval, Kind, More, Part, Period, Proportion, Shown, Summary, Unit,
    masked, masked_alone,
};
use crate::text::{Lang, rounded, words};

/// What a line draws.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bar {
    /// A share with its interval.
    Share(f64, Interval),
    /// A median with quartiles and ends.
    Spread(Summary),
}

/// One number of a figure, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Which answer, or which measure.
    pub label: String,
    /// How many, of how many.
    pub count: String,
    /// The share, or the median.
    pub figures: String,
    /// Their interval, or the quartiles.
    pub spread: String,
    /// Of a number: its ends; empty in a shared report.
    pub ends: String,
    /// What is drawn of it.
    pub bar: Option<Bar>,
    /// The cases behind it.
    pub behind: Behind,
}

/// A part of a figure, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct PartSaid {
    /// What it is of; none of a figure that is not broken down.
    pub name: Option<String>,
    /// How many rows it has.
    pub n: String,
    /// Its numbers, as many as [`Answer::behind`] names.
    pub entries: Vec<Entry>,
    /// What is said of it besides.
    pub notes: Vec<String>,
}

/// The parts of a figure in words; `shared` masks small cells.
pub fn parts_said(answer: &Answer, lang: Lang, shared: bool) -> Vec<PartSaid> {
    let mut behind = answer.behind().into_iter();
    answer.parts.iter().map(|part| Sayer { answer, part, lang, shared }.part(&mut behind)).collect()
}

/// How many rows a figure has, and of which days: `n = 40 decisions · from … to …`.
pub fn extent_said(answer: &Answer, lang: Lang, shared: bool) -> String {
    let say = &words(lang).stats;
    let n = count_said(if shared { masked_alone(answer.n()) } else { Shown::Count(answer.n()) }, lang);
    // French counts none in the singular too.
    let is_one = answer.n() == 1 || (answer.n() == 0 && lang == Lang::Fr);
    let of = if is_one && !shared { say.of_one } else { say.of };
    format!("{} · {}", (say.n)(&n, of(answer.figure.of.code())), period_said(answer.period, lang))
}

/// A period in words.
pub fn period_said(period: Period, lang: Lang) -> String {
    let (since, until) = (period.since.map(|day| lang.date(day)), period.until.map(|day| lang.date(day)));
    (words(lang).stats.period)(since.as_deref(), until.as_deref())
}

/// A half-year: `2025 H1`.
pub fn half_said(half: Half, lang: Lang) -> String {
    (words(lang).stats.half)(half.year, half.second)
}

/// A share of a hundred with its interval, or why there is none.
pub fn share_said(proportion: Proportion, lang: Lang) -> (String, String) {
    match (proportion.share(), proportion.wilson()) {
        (Some(share), Some(interval)) if proportion.is_enough() => {
            (percent(share, lang), interval_said(interval, lang))
        }
        _ => (String::new(), String::new()),
    }
}

/// A share as a percentage without decimals.
pub fn percent(share: f64, lang: Lang) -> String {
    rounded(share * 100.0, 0).map(|value| lang.percent(value, 0)).unwrap_or_default()
}

fn interval_said(interval: Interval, lang: Lang) -> String {
    format!("{}–{}", lang.real(interval.low * 100.0, 0), percent(interval.high, lang))
}

/// A count as it may be shown.
pub fn count_said(shown: Shown, lang: Lang) -> String {
    let say = &words(lang).stats;
    match shown {
        Shown::Count(n) => lang.number(n.into(), 0),
        Shown::Few => say.few.to_owned(),
        Shown::Hidden => say.hidden.to_owned(),
    }
}

struct Sayer<'a> {
    answer: &'a Answer,
    part: &'a Part,
    lang: Lang,
    shared: bool,
}

impl Sayer<'_> {
    fn part(&self, behind: &mut impl Iterator<Item = Behind>) -> PartSaid {
        let figure = self.answer.figure;
        let name = figure.parts.map(|_| part_said(figure, self.part.name.as_deref(), self.lang));
        let counts: Vec<u32> = self.part.shares.iter().map(|share| share.proportion.count).collect();
        let (cells, total) = match (self.shared, figure.is_several()) {
            (false, _) => (counts.iter().map(|n| Shown::Count(*n)).collect(), Shown::Count(self.part.n)),
            // They do not sum to the total: nothing can be subtracted from it.
            (true, true) => (counts.iter().map(|n| masked_alone(*n)).collect(), masked_alone(self.part.n)),
            (true, false) if counts.is_empty() => (Vec::new(), masked_alone(self.part.n)),
            (true, false) => masked(&counts),
        };
        let n = count_said(total, self.lang);
        let entries = if self.part.shares.is_empty() {
            self.numbers(behind)
        } else {
            self.part
                .shares
                .iter()
                .zip(cells)
                .zip(behind)
                .map(|((share, cell), behind)| {
                    self.share(share.answer.as_deref(), share.proportion, cell, total, behind)
                })
                .collect()
        };
        PartSaid { name, n, entries, notes: self.notes(total) }
    }

    fn share(&self, answer: Option<&str>, of: Proportion, cell: Shown, total: Shown, behind: Behind) -> Entry {
        let lang = self.lang;
        let is_shown = matches!((cell, total), (Shown::Count(_), Shown::Count(_)));
        let (figures, spread) = if is_shown { share_said(of, lang) } else { Default::default() };
        let bar = of.share().zip(of.wilson()).filter(|_| is_shown && of.is_enough());
        let label = if self.answer.figure.kind == Kind::Survival && answer.is_none() {
            words(lang).stats.never_looked.to_owned()
        } else {
            answer_said(self.answer.figure, answer, lang)
        };
        Entry {
            label,
            count: format!("{}/{}", count_said(cell, lang), count_said(total, lang)),
            figures,
            spread,
            ends: String::new(),
            bar: bar.map(|(share, interval)| Bar::Share(share, interval)),
            behind,
        }
    }

    /// The number that is known, and how many are not.
    fn numbers(&self, behind: &mut impl Iterator<Item = Behind>) -> Vec<Entry> {
        let say = &words(self.lang).stats;
        let unknown = if self.answer.figure.unit.is_some() { self.part.missing() } else { 0 };
        let known = self.part.n - unknown.min(self.part.n);
        let counts = [known, unknown];
        let (cells, total) =
            if self.shared { masked(&counts) } else { (counts.map(Shown::Count).to_vec(), Shown::Count(self.part.n)) };
        let wanted = if unknown > 0 { 2 } else { 1 };
        let lines = cells.into_iter().zip(behind.take(wanted)).collect::<Vec<_>>();
        lines
            .into_iter()
            .map(|(cell, behind)| {
                let count = format!("{}/{}", count_said(cell, self.lang), count_said(total, self.lang));
                let is_known = behind.chosen != Chosen::Unknown;
                let label = match (is_known, self.answer.figure.unit) {
                    (false, _) => say.missing.to_owned(),
                    (true, Some(_)) => say.median.to_lowercase(),
                    (true, None) => (say.of)(self.answer.figure.of.code()).to_owned(),
                };
                let summary = self.summary().filter(|_| is_known);
                let unit = self.answer.figure.unit.map(|unit| (say.unit)(unit.code())).unwrap_or_default();
                let real = |value: f64| self.real(value);
                Entry {
                    label,
                    count,
                    figures: summary.map(|one| format!("{}\u{a0}{unit}", real(one.median))).unwrap_or_default(),
                    spread: summary
                        .map(|one| format!("{}–{}", real(one.quartiles.low), real(one.quartiles.high)))
                        .unwrap_or_default(),
                    ends: summary
                        .filter(|_| !self.shared)
                        .map(|one| format!("{}–{}", real(one.ends.low), real(one.ends.high)))
                        .unwrap_or_default(),
                    bar: summary.map(Bar::Spread),
                    behind,
                }
            })
            .collect()
    }

    /// The numbers of the part, unless they are too few for a shared report.
    fn summary(&self) -> Option<Summary> {
        self.part.summary.filter(|one| !self.shared || matches!(masked_alone(one.n), Shown::Count(_)))
    }

    /// A number of the figure: doses by weight and ratios with two decimals, all others with one at most.
    fn real(&self, value: f64) -> String {
        match self.answer.figure.unit {
            Some(Unit::MgPerKg | Unit::GramPerGram) => {
                rounded(value, 2).map_or_else(|| "–".to_owned(), |value| self.lang.fixed(value, 2))
            }
            _ => self.lang.real(value, 1),
        }
    }

    fn notes(&self, total: Shown) -> Vec<String> {
        let (say, lang) = (&words(self.lang).stats, self.lang);
        let mut notes = Vec::new();
        if self.shared && !matches!(total, Shown::Count(_)) {
            return notes;
        }
        if self.answer.figure.kind == Kind::Share
            && let Some(one) = self.summary()
        {
            let unit = self.answer.figure.unit.map(|unit| (say.unit)(unit.code())).unwrap_or_default();
            let real = |value: f64| self.real(value);
            let (low, high) = (real(one.quartiles.low), real(one.quartiles.high));
            notes.push(format!("{} {}\u{a0}{unit} ({low}–{high})", say.median.to_lowercase(), real(one.median)));
        }
        match &self.part.more {
            More::Kappa(Some(concord)) => {
                let kappa = concord.kappa.map_or_else(|| "–".to_owned(), |kappa| lang.real(kappa, 2));
                let ends =
                    |one: Interval| format!("{} {} – {}", say.interval, lang.real(one.low, 2), lang.real(one.high, 2));
                let interval = concord.interval.map(ends);
                notes.push((say.kappa)(&percent(concord.agreement, lang), &kappa, interval.as_deref()));
            }
            More::Kappa(None) => notes.push(say.no_kappa.to_owned()),
            More::Spread(spread) if !self.shared || spread.commonest >= crate::archive::stats::LEAST => {
                let commonest = Proportion { count: spread.commonest, of: spread.n };
                let (share, _) = share_said(commonest, lang);
                let said = if share.is_empty() { format!("{}/{}", spread.commonest, spread.n) } else { share };
                notes.push((say.entropy)(&lang.real(spread.entropy, 2), spread.kinds, &said));
            }
            More::Curve(curve) => {
                let is_shown = !self.shared || curve.events() >= crate::archive::stats::LEAST;
                let median =
                    curve.median().filter(|_| is_shown).map_or_else(|| "–".to_owned(), |days| in_months(days, lang));
                let events = if self.shared { masked_alone(curve.events()) } else { Shown::Count(curve.events()) };
                notes.push((say.followed)(&count_said(events, lang), &median));
            }
            More::Points(points, control) => notes.extend(self.control(points, control.as_ref())),
            More::Spread(_) | More::Nothing => {}
        }
        notes
    }

    fn control(&self, points: &[(Half, Proportion)], control: Option<&Control>) -> Option<String> {
        let say = &words(self.lang).stats;
        if self.answer.figure.kind == Kind::Count {
            return None;
        }
        let Some(control) = control else { return Some((say.no_control)(points.len())) };
        let halves: Vec<String> = control
            .outside
            .iter()
            .filter_map(|at| points.get(*at))
            .map(|(half, _)| half_said(*half, self.lang))
            .collect();
        Some(if halves.is_empty() { say.none_outside.to_owned() } else { (say.outside)(&halves.join(", ")) })
    }
}

/// Days as months of 30.4375 days, with the word.
pub fn in_months(days: f64, lang: Lang) -> String {
    format!("{}\u{a0}{}", lang.real(days / DAYS_A_MONTH, 1), words(lang).stats.month_short)
}

/// Days in a month, on average: 365.25 / 12.
pub const DAYS_A_MONTH: f64 = 30.4375;
