//! What a line orders, in everyday words: no abbreviation that is not explained.

use super::plan::For;
use super::source::{Source, weight_then};
use crate::domain::{
    Comparison, Drug, Due, Intention, Interval, Line, LineKind, Order, OrderStep, OrderedDose, Per, Rhythm, Threshold,
    TimeUnit,
};
use crate::text::Changed;
use crate::wording::Weight;

/// Decimals of a dose.
const DECIMALS: u32 = 4;
/// Decimals of a total for a weight.
const TOTAL_DECIMALS: u32 = 1;

/// A line of the decision for a patient: what is done, with which drug, what it is for, how it is taken.
pub(super) fn line(source: &Source<'_>, line: &Line) -> String {
    let (say, words) = (&source.words.plan, source.words);
    let Some(drug) = line.drug else { return format!("{} {}", line.words, say.ask_doctor) };
    // What is taken already goes on, whatever the line calls it: two boxes are not to be taken side by side.
    let is_taken = source.case.as_ref().is_some_and(|case| case.takes(drug, source.day));
    let verb = match line.kind {
        LineKind::Start | LineKind::Add if is_taken && says_dose(line) => say.go_on_at,
        LineKind::Start | LineKind::Add if is_taken => say.go_on,
        LineKind::Start => say.start,
        LineKind::Stop => say.stop,
        LineKind::Increase => say.increase,
        LineKind::Decrease => say.decrease,
        LineKind::Taper => say.taper,
        LineKind::Continue => say.go_on,
        LineKind::Hold => say.hold,
        LineKind::Switch => say.switch,
        LineKind::Add => say.add,
        LineKind::Other => "",
    };
    let what_for = For::of(drug).and_then(|what| (say.what_for)(what.code()));
    let what_for = what_for.map(|what| format!(" ({what})")).unwrap_or_default();
    let colon = words.report.colon;
    let named = match verb {
        "" => words.label(drug).to_owned(),
        verb => format!("{verb}{colon}{}", words.label(drug)),
    };
    let otherwise =
        if line.intention == Intention::Alternative { format!("{}{colon}", say.otherwise_drug) } else { String::new() };
    let understood = line.order.as_ref().filter(|order| order.unread.is_empty());
    let how = match understood {
        Some(order) if is_bare_count(order) => {
            format!("{} {}", self::order(source, order, line).join(", "), say.ask_doctor)
        }
        Some(order) => self::order(source, order, line).join(", "),
        None if line.words.is_empty() => String::new(),
        None => format!("{} {}", line.words, say.ask_doctor),
    };
    let how = if how.is_empty() { how } else { format!(" {}{colon}{how}.", say.taken) };
    format!("{otherwise}{named}{what_for}.{how}")
}

/// Whether it says how many times, and neither how nor how often.
fn is_bare_count(order: &Order) -> bool {
    let is_timed = order.rhythm.is_some() || order.dose.is_some_and(|dose| dose.per.is_some());
    order.times.is_some() && order.route.is_none() && !is_timed
}

fn says_dose(line: &Line) -> bool {
    line.order.as_ref().is_some_and(|order| order.dose.is_some() || !order.steps.is_empty() || !order.unread.is_empty())
}

fn order(source: &Source<'_>, order: &Order, line: &Line) -> Vec<String> {
    let say = &source.words.plan;
    let mut parts = Vec::new();
    parts.extend(order.bolus.then(|| say.bolus.to_owned()));
    parts.extend(order.dose.as_ref().map(|one| dose(source, one)));
    let is_daily = order.dose.as_ref().is_some_and(|dose| dose.per == Some(Per::Day));
    parts.extend(order.rhythm.as_ref().map(|one| rhythm(source, one, is_daily)));
    parts.extend(order.times.map(|times| (say.administrations)(times, order.times_most.unwrap_or(times))));
    parts.extend(order.route.map(|route| (say.route)(route.code()).to_owned()));
    parts.extend(order.duration.map(|one| (say.lasting)(one.count, one.unit.code())));
    parts.extend(order.from.map(|from| (say.from)(&day(source, from))));
    parts.extend(order.in_stages.then(|| say.stepwise.to_owned()));
    parts.extend(order.steps.iter().map(|one| step(source, one, order, line)));
    parts
}

/// A dose that follows. What goes down is at most that much by its day; a dose that does not say it is for as long as the
/// one before, and cortisone by mouth is for a day.
fn step(source: &Source<'_>, step: &OrderStep, order: &Order, line: &Line) -> String {
    let (say, lang) = (&source.words.plan, source.lang);
    let by = step.by.and_then(|by| by.day).map(|day| lang.date(day));
    let Some(to) = step.to else {
        let by = by.map(|day| format!(" {}", (say.by_day)(&day))).unwrap_or_default();
        return format!("{}{by}", say.then_stop);
    };
    let is_steroid = matches!(line.drug, Some(Drug::Prednisone | Drug::Prednisolone | Drug::Hydrocortisone));
    let rises = order.dose.is_some_and(|dose| dose.unit == to.unit && to.amount.0 > dose.amount.0);
    let goes_down = !rises && (is_steroid || matches!(line.kind, LineKind::Taper | LineKind::Decrease));
    let is_daily = is_steroid && order.rhythm.is_none();
    let per = to.per.or(order.dose.and_then(|dose| dose.per)).or(is_daily.then_some(Per::Day));
    let limit = to.limit.or((goes_down && by.is_some()).then_some(Comparison::AtMost));
    let said = dose(source, &OrderedDose { limit, per, ..to });
    by.map_or_else(|| (say.until_dose)(&said), |day| (say.reached_by)(&said, &day))
}

/// A day where it is known; else how long after the decision.
fn day(source: &Source<'_>, due: Due) -> String {
    let say = &source.words.plan;
    match (due.day, due.said) {
        (Some(day), _) | (None, crate::domain::When::On(day)) => source.lang.date(day),
        (None, crate::domain::When::After(interval)) => (say.after_start)(interval.count, interval.unit.code()),
    }
}

fn dose(source: &Source<'_>, dose: &OrderedDose) -> String {
    let (say, lang) = (&source.words.plan, source.lang);
    let kilos = match weight_then(source.locked) {
        Weight::Known(kilos) => dose.unit.for_weight().map(|unit| (unit, kilos)),
        _ => None,
    };
    let unit = kilos.map_or(dose.unit, |(unit, _)| unit);
    let number = |amount: crate::domain::Written| {
        let total = kilos.and_then(|(_, kilos)| amount.0.checked_mul(kilos));
        total.map_or_else(|| lang.number(amount.0, DECIMALS), |total| lang.number(total, TOTAL_DECIMALS))
    };
    let most = dose.most.unwrap_or(dose.amount).0;
    let most = kilos.and_then(|(_, kilos)| most.checked_mul(kilos)).unwrap_or(most);
    let unit = (say.unit)(unit.code(), most).unwrap_or_else(|| unit.code());
    let amount = match dose.most {
        Some(most) => (say.between)(&number(dose.amount), &number(most)),
        None => number(dose.amount),
    };
    let per = dose.per.map(|per| format!(" {}", (say.per)(per.code()))).unwrap_or_default();
    let by_weight = kilos.map(|(_, kilos)| format!(" {}", (say.for_weight)(&lang.number(kilos, TOTAL_DECIMALS))));
    let said = format!("{amount}\u{a0}{unit}{per}{}", by_weight.unwrap_or_default());
    match dose.limit {
        Some(Comparison::Below | Comparison::AtMost) => (say.at_most)(&said),
        Some(Comparison::Above | Comparison::AtLeast) => (say.at_least)(&said),
        None => said,
    }
}

/// How often; of a dose that is said for the whole day, in how many parts.
fn rhythm(source: &Source<'_>, rhythm: &Rhythm, is_daily: bool) -> String {
    let say = &source.words.plan;
    match rhythm {
        Rhythm::Times { count, per: Per::Day } if is_daily => (say.parted)(*count),
        Rhythm::Times { count, per } => (say.times)(*count, per.code()),
        Rhythm::Every(interval) => (say.every)(interval.count, interval.unit.code()),
        Rhythm::At { marks, then_every } => {
            // Counted from day 1, without a day 0: the first is the day of the start.
            let is_first = |one: &Interval| one.unit == TimeUnit::Day && one.count == 1;
            let from_one = marks.first().is_some_and(is_first) && marks.iter().all(|one| one.unit == TimeUnit::Day);
            let at = |one: &Interval| if from_one { (say.nth_day)(one.count) } else { after(source, *one) };
            let at: Vec<String> = marks.iter().map(at).collect();
            let then = then_every.map(|one| (say.every)(one.count, one.unit.code()));
            [Some((say.at_days)(&at.join(", "))), then].into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
    }
}

fn after(source: &Source<'_>, interval: Interval) -> String {
    (source.words.plan.after_start)(interval.count, interval.unit.code())
}

/// What is aimed at or watched for: `proteins in the urine below 0.5 g/g, by 12 Feb 2027`.
pub(super) fn compared(
    source: &Source<'_>,
    what: &str,
    than: Option<(Comparison, &Threshold)>,
    at: Option<String>,
) -> String {
    let (say, lang) = (&source.words.plan, source.lang);
    let mut said = what.to_owned();
    if let Some((comparison, value)) = than.filter(|(_, value)| value.is_change) {
        let percent = lang.percent(value.amount.0.abs(), DECIMALS);
        let changed = (say.changed)(Changed::of(comparison, value.amount.0), &percent);
        said = format!("{said}{}{changed}", source.words.report.colon);
    } else if let Some((comparison, value)) = than {
        let number = lang.number(value.amount.0, DECIMALS);
        let amount = match value.unit.as_str() {
            "%" => lang.percent(value.amount.0, DECIMALS),
            "" => number,
            unit => format!("{number}\u{a0}{}", lang.unit(unit)),
        };
        let amount = match comparison {
            Comparison::Below => (say.below)(&amount),
            Comparison::AtMost => (say.at_most)(&amount),
            Comparison::Above => (say.above)(&amount),
            Comparison::AtLeast => (say.at_least)(&amount),
        };
        said = format!("{said} {amount}");
    }
    at.map_or(said.clone(), |at| format!("{said}, {at}"))
}
