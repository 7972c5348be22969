use rust_decimal::Decimal;

use crate::domain::{
    ActionItem, Aim, Comparison, Due, Intention, Interval, Line, LineKind, Order, OrderedDose, Per, Rhythm, Target,
    Threshold, TimeUnit, Trigger, When,
};
use crate::text::{Changed, Lang, Words, words};

/// The longest decimals that a dose is shown with.
const DECIMALS: u32 = 4;
/// Decimals of a total for a weight.
const TOTAL_DECIMALS: u32 = 1;

/// What is known of the patient's weight where an order is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Kilograms.
    Known(Decimal),
    /// The case does not say it.
    Missing,
    /// Nobody asks: what was locked is told as it was.
    Unasked,
}

/// What is done, and with which drug; the words where no drug was recognised.
pub fn line_head(lang: Lang, line: &Line) -> String {
    let words = words(lang);
    let Some(drug) = line.drug else { return line.words.clone() };
    let said = format!("{} {}", words.label(line.kind), words.label(drug));
    match line.intention {
        Intention::First => said,
        Intention::Alternative => format!("{}{} {said}", words.label(line.intention), words.guide.colon),
    }
}

/// What an order says, part by part.
pub fn order(lang: Lang, order: &Order, weight: Weight) -> Vec<String> {
    let words = words(lang);
    let own = &words.shorthand;
    let mut parts: Vec<String> = Vec::new();
    parts.extend(order.bolus.then(|| own.bolus.to_owned()));
    parts.extend(order.dose.as_ref().map(|one| with_total(lang, one, weight)));
    parts.extend(order.rhythm.as_ref().map(|one| rhythm(lang, one)));
    let administrations = |least| match order.times_most {
        Some(most) => format!("{}–{most}", (own.administrations)(least)),
        None => (own.administrations)(least),
    };
    parts.extend(order.times.map(administrations));
    parts.extend(order.route.map(|route| words.label(route).to_owned()));
    parts.extend(order.duration.map(|one| (own.lasting)(&length(words, one))));
    parts.extend(order.from.map(|from| (own.begun)(&due(lang, from))));
    parts.extend(order.in_stages.then(|| own.in_stages.to_owned()));
    for step in &order.steps {
        let to = step.to.as_ref().map_or_else(|| own.stop.to_owned(), |to| with_total(lang, to, weight));
        let by = step.by.map(|by| format!(" {}", (own.by)(&due(lang, by)))).unwrap_or_default();
        parts.push(format!("{}{by}", (own.then)(&to)));
    }
    parts
}

/// Whether a line gives a drug and words with a number in them leave its dose unread.
pub fn is_dose_unread(line: &Line) -> bool {
    let gives = !matches!(line.kind, LineKind::Stop | LineKind::Hold | LineKind::Other);
    let has_number = |order: &Order| order.unread.iter().any(|words| words.contains(|c: char| c.is_ascii_digit()));
    gives && line.order.as_ref().is_some_and(|order| order.dose.is_none() && has_number(order))
}

fn with_total(lang: Lang, dose: &OrderedDose, weight: Weight) -> String {
    let own = &words(lang).shorthand;
    let said = self::dose(lang, dose);
    let Some(unit) = dose.unit.for_weight() else { return said };
    match weight {
        Weight::Known(kilos) => {
            let total = |amount: crate::domain::Written| amount.0.checked_mul(kilos);
            let Some(least) = total(dose.amount) else { return said };
            let most = dose.most.and_then(total).unwrap_or(least);
            let amount = lang.range(least, most, TOTAL_DECIMALS);
            let total = format!("{amount}\u{a0}{}{}", words(lang).label(unit), per(lang, dose.per));
            let weight = format!("{}\u{a0}kg", lang.number(kilos, TOTAL_DECIMALS));
            format!("{said} {}", (own.for_weight)(&total, &weight))
        }
        Weight::Missing => format!("{said} ({})", own.weight_unknown),
        Weight::Unasked => said,
    }
}

fn dose(lang: Lang, dose: &OrderedDose) -> String {
    let limit = dose.limit.map(|limit| format!("{}\u{a0}", words(lang).label(limit))).unwrap_or_default();
    let amount = lang.range(dose.amount.0, dose.most.unwrap_or(dose.amount).0, DECIMALS);
    let unit = words(lang).label(dose.unit);
    let assumed =
        if dose.unit_assumed { format!(" ({})", (words(lang).shorthand.assumed)(unit)) } else { String::new() };
    format!("{limit}{amount}\u{a0}{unit}{}{assumed}", per(lang, dose.per))
}

fn per(lang: Lang, per: Option<Per>) -> String {
    per.map(|per| format!("/{}", lang.unit(per.code()))).unwrap_or_default()
}

fn rhythm(lang: Lang, rhythm: &Rhythm) -> String {
    let own = &words(lang).shorthand;
    match rhythm {
        Rhythm::Times { count, per: Per::Week } => (own.times_a_week)(*count),
        Rhythm::Times { count, per: Per::Month } => (own.times_a_month)(*count),
        Rhythm::Times { count, .. } => (own.times_a_day)(*count),
        Rhythm::Every(interval) => every(lang, *interval),
        Rhythm::At { marks, then_every } => {
            let then = then_every.map(|interval| (own.then)(&every(lang, interval)));
            marks.iter().map(|one| mark(lang, *one)).chain(then).collect::<Vec<_>>().join(", ")
        }
    }
}

fn every(lang: Lang, interval: Interval) -> String {
    let own = &words(lang).shorthand;
    match interval.unit {
        TimeUnit::Day => (own.every_days)(interval.count),
        TimeUnit::Week => (own.every_weeks)(interval.count),
        TimeUnit::Month => (own.every_months)(interval.count),
    }
}

fn length(words: &Words, interval: Interval) -> String {
    let count = i64::from(interval.count);
    match interval.unit {
        TimeUnit::Day => (words.count.days)(count),
        TimeUnit::Week => (words.count.weeks)(count),
        TimeUnit::Month => (words.count.months)(count),
    }
}

fn mark(lang: Lang, interval: Interval) -> String {
    let own = &words(lang).shorthand;
    let letter = match interval.unit {
        TimeUnit::Day => own.day_mark,
        TimeUnit::Week => own.week_mark,
        TimeUnit::Month => own.month_mark,
    };
    format!("{letter}{}", interval.count)
}

/// A date as it was said, and its day: `M3 (23/02/2027)`.
pub fn due(lang: Lang, due: Due) -> String {
    match (due.said, due.day) {
        (When::On(day), _) => lang.date(day),
        (When::After(interval), None) => mark(lang, interval),
        (When::After(interval), Some(day)) => format!("{} ({})", mark(lang, interval), lang.date(day)),
    }
}

/// A condition: what it means, or its words.
pub fn trigger(lang: Lang, trigger: &Trigger) -> String {
    let own = &words(lang).shorthand;
    let said = match trigger.measure {
        None => trigger.words.clone(),
        Some(measure) => match trigger.comparison.zip(trigger.value.as_ref()) {
            Some((comparison, value)) if value.is_change => {
                let percent = lang.percent(value.amount.0.abs(), DECIMALS);
                let changed = (own.changed)(measure, Changed::of(comparison, value.amount.0), &percent);
                dated(lang, changed, trigger.at)
            }
            _ => compared(lang, words(lang).label(measure), trigger.comparison, trigger.value.as_ref(), trigger.at),
        },
    };
    (own.condition)(&said)
}

/// A target: what it means, or its words.
pub fn target(lang: Lang, target: &Target) -> String {
    let what = match &target.what {
        Aim::Measure(measure) => words(lang).label(*measure),
        Aim::Drug(drug) => words(lang).label(*drug),
        Aim::Words(words) => words,
    };
    compared(lang, what, target.comparison, target.value.as_ref(), target.by)
}

fn compared(
    lang: Lang,
    what: &str,
    comparison: Option<Comparison>,
    value: Option<&Threshold>,
    at: Option<Due>,
) -> String {
    let own = &words(lang).shorthand;
    let mut said = what.to_owned();
    if let (Some(comparison), Some(value)) = (comparison, value) {
        let amount = match (value.is_change, value.unit.as_str()) {
            (true, _) => lang.signed_percent(value.amount.0, DECIMALS),
            (false, "%") => lang.percent(value.amount.0, DECIMALS),
            (false, "") => lang.number(value.amount.0, DECIMALS),
            (false, unit) => format!("{}\u{a0}{unit}", lang.number(value.amount.0, DECIMALS)),
        };
        let since = if value.is_change { format!(" {}", own.since_decision) } else { String::new() };
        said = format!("{said} {}\u{a0}{amount}{since}", words(lang).label(comparison));
    }
    dated(lang, said, at)
}

/// With the day that it is looked at.
fn dated(lang: Lang, said: String, at: Option<Due>) -> String {
    let Some(at) = at else { return said };
    format!("{said} {}", (words(lang).shorthand.by)(&due(lang, at)))
}

/// Something to be done, with its date and who does it.
pub fn action(lang: Lang, action: &ActionItem) -> String {
    let own = &words(lang).shorthand;
    let mut parts = vec![action.what.clone()];
    parts.extend(action.when.map(|when| due(lang, when)));
    parts.extend(action.owner.as_ref().map(|owner| (own.by_whom)(owner)));
    parts.join(" · ")
}
