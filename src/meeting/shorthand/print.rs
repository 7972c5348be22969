//! Items as text that reads back to the same items.

use rust_decimal::Decimal;

use super::item::{Consequence, Item};
use crate::domain::{
    ActionItem, Aim, Comparison, Day, Due, Intention, Interval, Line, Measure, Order, OrderStep, OrderUnit,
    OrderedDose, Per, Rhythm, Route, Target, Threshold, TimeUnit, Trigger, When,
};
use crate::text::{Lang, ShorthandWords, words};

/// The item as text in this language. Where the room's own words are the truth they stay as they were said.
pub fn print(item: &Item, lang: Lang) -> String {
    match item {
        Item::Line(line) => self::line(line, lang),
        Item::Branch { trigger, then } => branch(trigger, then, lang),
        Item::Target(target) => self::target(target, lang),
        Item::Action(action) => self::action(action, lang),
        Item::RePresent(due) => format!("{} {}", own(lang).represent, self::due(*due, lang)),
        Item::Words(words) => words.clone(),
    }
}

fn own(lang: Lang) -> &'static ShorthandWords {
    &words(lang).shorthand
}

/// The line as text in this language that reads back to the same line.
pub fn line(line: &Line, lang: Lang) -> String {
    let Some(drug) = line.drug else { return line.words.clone() };
    let words = words(lang);
    let said = format!("{} {} {}", words.label(line.kind), words.label(drug), line.words);
    match line.intention {
        Intention::First => said.trim_end().to_owned(),
        Intention::Alternative => format!("{} : {}", own(lang).alternative, said.trim_end()),
    }
}

fn branch(trigger: &Trigger, then: &Consequence, lang: Lang) -> String {
    let then = match then {
        Consequence::RePresent => own(lang).represent.to_owned(),
        Consequence::Line(line) => self::line(line, lang),
        Consequence::Words(words) => words.clone(),
    };
    format!("{} {} : {then}", own(lang).if_, trigger.words)
}

fn target(target: &Target, lang: Lang) -> String {
    let what = match &target.what {
        Aim::Measure(measure) => self::measure(*measure, lang).to_owned(),
        Aim::Drug(drug) => words(lang).label(*drug).to_owned(),
        Aim::Words(words) => words.clone(),
    };
    let parts = [
        Some(own(lang).target.to_owned()),
        Some(what),
        compared(target.comparison, target.value.as_ref(), lang),
        target.by.map(|by| due(by, lang)),
    ];
    joined(parts)
}

fn action(action: &ActionItem, lang: Lang) -> String {
    let owner = action.owner.as_ref().map(|owner| format!("@{owner}"));
    joined([Some(action.what.clone()), owner, action.when.map(|when| due(when, lang))])
}

fn joined(parts: impl IntoIterator<Item = Option<String>>) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The short name of a measure.
fn measure(measure: Measure, lang: Lang) -> &'static str {
    words(lang).label(measure)
}

/// The words of a condition, from what they mean.
pub fn condition(trigger: &Trigger, lang: Lang) -> String {
    let Some(measure) = trigger.measure else { return trigger.words.clone() };
    joined([
        Some(self::measure(measure, lang).to_owned()),
        trigger.at.map(|at| due(at, lang)),
        compared(trigger.comparison, trigger.value.as_ref(), lang),
    ])
}

fn compared(comparison: Option<Comparison>, value: Option<&Threshold>, lang: Lang) -> Option<String> {
    let value = value?;
    let sign = if value.is_change && value.amount.0 >= Decimal::ZERO { "+" } else { "" };
    let amount = number(value.amount.0, lang);
    let unit = if value.unit == "%" { "%".to_owned() } else { format!(" {}", value.unit) };
    Some(format!("{} {sign}{amount}{unit}", comparison?.code()).trim_end().to_owned())
}

/// A number as it can be read in one way only: no sign of thousands.
pub fn number(value: Decimal, lang: Lang) -> String {
    let written = value.to_string();
    match lang {
        Lang::Fr => written.replace('.', ","),
        Lang::En => written,
    }
}

/// `m3`, `s24`; the day it was counted as behind it in brackets; or a day.
fn due(due: Due, lang: Lang) -> String {
    match (due.said, due.day) {
        (When::On(said), _) => day(said, lang),
        (When::After(interval), None) => mark(interval, lang),
        (When::After(interval), Some(counted)) => format!("{} ({})", mark(interval, lang), day(counted, lang)),
    }
}

pub(super) fn day(day: Day, lang: Lang) -> String {
    match lang {
        Lang::Fr => day.0.format("%d/%m/%Y").to_string(),
        Lang::En => day.to_string(),
    }
}

fn mark(interval: Interval, lang: Lang) -> String {
    let letter = match interval.unit {
        TimeUnit::Day => own(lang).day_letter,
        TimeUnit::Week => own(lang).week_letter,
        TimeUnit::Month => own(lang).month_letter,
    };
    format!("{letter}{}", interval.count)
}

fn length(interval: Interval, lang: Lang) -> String {
    let unit = match interval.unit {
        TimeUnit::Day => own(lang).day_unit,
        TimeUnit::Week => own(lang).week_unit,
        TimeUnit::Month => own(lang).month_unit,
    };
    format!("{} {unit}", interval.count)
}

/// The words of an order, from what they mean; what was not understood is not among them.
pub fn order(order: &Order, lang: Lang) -> String {
    let own = own(lang);
    let mut parts = vec![
        order.bolus.then(|| own.bolus.to_owned()),
        order.dose.as_ref().map(|one| dose(one, lang)),
        order.rhythm.as_ref().map(|one| rhythm(one, order.dose.as_ref(), lang)),
        order
            .times
            .map(|times| order.times_most.map_or_else(|| format!("x{times}"), |most| format!("x{times}-{most}"))),
        order.route.map(|one| route(one).to_owned()),
        order.duration.map(|one| format!("{} {}", own.for_, length(one, lang))),
        order.from.map(|from| format!("{} {}", own.from, due(from, lang))),
        order.in_stages.then(|| own.in_stages.to_owned()),
    ];
    parts.extend(order.steps.iter().map(|one| Some(step(one, lang))));
    joined(parts)
}

fn dose(dose: &OrderedDose, lang: Lang) -> String {
    let limit = dose.limit.map(|limit| format!("{} ", limit.code())).unwrap_or_default();
    let most = dose.most.map(|most| format!("-{}", number(most.0, lang))).unwrap_or_default();
    let unit = match (dose.unit, lang) {
        _ if dose.unit_assumed => String::new(),
        (OrderUnit::Unit, Lang::Fr) => " UI".to_owned(),
        (unit, _) => format!(" {}", unit.code()),
    };
    let per = dose.per.map(|per| format!("/{}", period(per, lang))).unwrap_or_default();
    format!("{limit}{}{most}{unit}{per}", number(dose.amount.0, lang))
}

fn period(per: Per, lang: Lang) -> &'static str {
    match per {
        Per::Week => own(lang).week_period,
        Per::Month => own(lang).month_period,
        _ => own(lang).day_letter,
    }
}

fn rhythm(rhythm: &Rhythm, dose: Option<&OrderedDose>, lang: Lang) -> String {
    match rhythm {
        Rhythm::Times { count, per: Per::Day } if dose.is_some_and(|dose| dose.per == Some(Per::Day)) => {
            (own(lang).parted)(*count)
        }
        Rhythm::Times { count, per } => format!("x{count}/{}", period(*per, lang)),
        Rhythm::Every(interval) => format!("q {}", length(*interval, lang)),
        Rhythm::At { marks, then_every } => {
            let then = then_every.map(|every| format!("{} q {}", own(lang).afterwards, length(every, lang)));
            joined(marks.iter().map(|one| Some(mark(*one, lang))).chain([then]))
        }
    }
}

/// The letters of a route are the same in both languages.
const fn route(route: Route) -> &'static str {
    match route {
        Route::Intravenous => "iv",
        Route::Subcutaneous => "sc",
        Route::Oral => "po",
        Route::Topical => "topical",
    }
}

fn step(step: &OrderStep, lang: Lang) -> String {
    let to = step.to.as_ref().map_or_else(|| own(lang).stop.to_owned(), |to| dose(to, lang));
    joined([Some(format!("-> {to}")), step.by.map(|by| due(by, lang))])
}
