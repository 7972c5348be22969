use super::super::At;
use super::super::origin::Origin;
use super::super::phrase::{Phrase, Row, Tone};
use super::plainly;
use crate::clinic::{self, Change, SACQ, Series, Serology, Sledai};
use crate::domain::{Day, Dimension, Field, Interferon, Quantity};

pub(in super::super) fn told(at: &At) -> Vec<Row> {
    let (case, today, words) = (at.case, at.today, &at.words.panel);
    let (c3, c4, dna) = (clinic::c3_on(case, today), clinic::c4_on(case, today), clinic::anti_dsdna_on(case, today));
    let newest = [day(c3.as_ref()), day(c4.as_ref()), day(dna.as_ref())].into_iter().flatten().max();
    let c3 = against(at, "C3", c3.as_ref(), ("<", words.low), newest);
    let c4 = against(at, "C4", c4.as_ref(), ("<", words.low), newest);
    let dna = against(at, at.words.unit.anti_dsdna, dna.as_ref(), (">", words.raised), newest);
    let assay = case.laboratory.anti_dsdna_assay.known().map(|assay| format!("[{}]", at.words.label(*assay)));
    let date = newest.map(|day| at.on(day)).unwrap_or_default();
    let first = c3.dot().then(c4).dot().then(dna).quiet(&assay.unwrap_or_default()).quiet(&date);
    let sacq = Phrase::default().quiet("SACQ").then(plainly(at, &clinic::sacq_on(case, today)));
    vec![first.row(), interferon(at).dot().then(sacq).row()]
}

fn day<D: Dimension>(found: Option<&Serology<D>>) -> Option<Day> {
    found.map(|found| found.newest.date)
}

/// A value against the laboratory's limit, and which way it went; it carries its day where that is not the newest.
fn against<D: Dimension>(
    at: &At,
    name: &str,
    found: Option<&Serology<D>>,
    (operator, outside): (&str, &str),
    newest: Option<Day>,
) -> Phrase {
    let words = &at.words.panel;
    let phrase = Phrase::default().quiet(name);
    let Some(found) = found else { return phrase.lacks(at.words.app.not_stated) };
    let phrase = phrase.say(&at.lang.quantity(&found.newest.value)).quiet(found.change.map_or("", trend));
    let limit = found.limit.map(|limit| at.lang.number(limit.amount(), 3));
    let phrase = match (found.is_outside, limit) {
        (Some(true), Some(limit)) => phrase.with(&format!("{outside} ({operator}\u{a0}{limit})"), Tone::Warning),
        (Some(_), Some(limit)) => phrase.quiet(&format!("{} ({limit})", words.normal)),
        _ => phrase.lacks(words.no_limit),
    };
    if newest == Some(found.newest.date) { phrase } else { phrase.quiet(&at.on(found.newest.date)) }
}

/// Which way the last two values went.
fn trend<D: Dimension>(change: Change<Quantity<D>>) -> &'static str {
    let (from, to) = (change.from.value.value(), change.to.value.value());
    match to.cmp(&from) {
        std::cmp::Ordering::Less => "↘",
        std::cmp::Ordering::Equal => "→",
        std::cmp::Ordering::Greater => "↗",
    }
}

fn interferon(at: &At) -> Phrase {
    let phrase = Phrase::default().quiet(at.words.renal.serology.interferon);
    match clinic::interferon_on(at.case, at.today) {
        None => phrase.lacks(at.words.app.not_stated),
        Some((day, found)) => phrase.then(signature(at, found)).quiet(&at.on(day)),
    }
}

fn signature(at: &At, found: &Interferon) -> Phrase {
    let result = at.field(&found.result, |result| at.words.label(*result).to_owned());
    match &found.method {
        Field::Known(method) if !at.masked => result.quiet(&crate::text::visible(method)),
        _ => result,
    }
}

pub(in super::super) fn origin(at: &At) -> Origin {
    let (case, words) = (at.case, &at.words.renal.serology);
    let limits = &case.laboratory;
    let limit = |text: Phrase| Phrase::default().then(text);
    let origin = Origin::default()
        .input(words.lower_c3, limit(at.field(&limits.c3_lower, |limit| at.lang.quantity(limit))), None)
        .input(words.lower_c4, limit(at.field(&limits.c4_lower, |limit| at.lang.quantity(limit))), None)
        .input(words.upper_dna, limit(at.field(&limits.anti_dsdna_upper, |limit| at.lang.quantity(limit))), None)
        .input(words.assay, at.field(&limits.anti_dsdna_assay, |assay| at.words.label(*assay).to_owned()), None);
    let origin = values(at, origin, "C3", &clinic::of_labs(case, |lab| lab.c3));
    let origin = values(at, origin, "C4", &clinic::of_labs(case, |lab| lab.c4));
    let mut origin = values(at, origin, at.words.unit.anti_dsdna, &clinic::of_labs(case, |lab| lab.anti_dsdna));
    if let Some((day, found)) = clinic::interferon_on(case, at.today) {
        origin = origin.input(words.interferon, signature(at, found), Some(day));
    }
    let sacq = clinic::sacq_on(case, at.today);
    let origin = origin.criterion(words.sacq, last_visit(at), sacq);
    let origin = origin.rule(words.own_limits).rule(words.trend);
    let origin = origin.note(words.sacq_fluctuates).note(words.no_biopsy).note(words.no_interferon_limit);
    origin.source(SACQ)
}

/// Clinical activity at the newest visit.
fn last_visit(at: &At) -> Phrase {
    let Some(visit) = at.visit() else {
        return Phrase::default().lacks(at.words.app.not_stated);
    };
    let words = &at.words.activity;
    Sledai::of(visit).map_or_else(
        |needs| at.lacking(&needs),
        |sledai| {
            let clinical = sledai.without_serology().points.to_string();
            Phrase::default().quiet(words.sledai).quiet(words.without_serology).say(&clinical).quiet(&at.on(visit.date))
        },
    )
}

fn values<D: Dimension>(at: &At, origin: Origin, name: &str, series: &Series<Quantity<D>>) -> Origin {
    series
        .until(at.today)
        .points()
        .iter()
        .rev()
        .fold(origin, |origin, point| origin.input(name, Phrase::of(&at.lang.quantity(&point.value)), Some(point.date)))
}
