use rust_decimal::Decimal;

use super::At;
use super::origin::{Grid, Origin};
use super::phrase::{Phrase, Row, Tone};
use crate::clinic::{
    self, A_BY_UPCR, ACategory, Albuminuria, AlbuminuriaBasis, Change, Egfr, Equation, GStage, KDIGO_CHANGE,
    KDIGO_CHECKS, KDIGO_CKD_2024, KDIGO_RAPID, Need, Point, SUMIDA_2020, SUMIDA_2020_CRUDE, Series, UacrAdjustment,
    Verdict, albuminuria_on, checks_a_year, egfr_beside, exceeds_variability, is_chronic, kidney_marker_since,
    kidney_risk, lost_a_stage, uacr_estimated,
};
use crate::text::rounded;
use crate::wording;

pub(super) fn told(at: &At) -> Vec<Row> {
    let series = match clinic::egfr_series(at.case) {
        Ok(series) => series,
        Err(needs) => return vec![at.lacking(&needs).row()],
    };
    let Some(newest) = series.newest_by(at.today) else {
        return vec![Phrase::default().lacks(at.words.app.not_stated).row()];
    };
    let rows = [
        Some(headline(at, newest)),
        trap(at, newest.value),
        both(at, newest),
        change(at, &series).map(|change| changed(at, &change)),
        Some(follow_up(at, newest.value)),
    ];
    rows.into_iter().flatten().map(Phrase::row).collect()
}

fn headline(at: &At, newest: Point<Egfr>) -> Phrase {
    let egfr = newest.value;
    let phrase = Phrase::default()
        .strong(&wording::printed_egfr(at.lang, egfr))
        .quiet(at.words.unit.egfr_unit)
        .say(egfr.stage().name());
    let phrase = match albuminuria_on(at.case, at.today) {
        Some(found) => {
            let risk = kidney_risk(egfr.stage(), found.category);
            let word = format!("\u{a0}{}\u{a0}", wording::kidney_risk(at.words, risk).replace(' ', "\u{a0}"));
            phrase.say(found.category.name()).with(&word, Tone::Risk(risk))
        }
        None => phrase.lacks(at.words.panel.no_category),
    };
    phrase.quiet(egfr.equation.name()).quiet(&at.on(newest.date))
}

/// The printed integer would be read as another stage.
fn trap(at: &At, egfr: Egfr) -> Option<Phrase> {
    let stage = egfr.misread()?;
    let said = (at.words.kidney.trap)(&at.lang.real(egfr.value, 2), &egfr.printed().to_string(), stage.name());
    Some(Phrase::default().quiet(&said))
}

/// From 18 to 25 years two equations apply: which is used, and what the other gives.
fn both(at: &At, newest: Point<Egfr>) -> Option<Phrase> {
    let other = beside(at, newest).into_iter().find(|egfr| egfr.equation == Equation::CkidU25)?;
    let used = (at.words.kidney.both_apply)(newest.value.equation.name());
    let other = format!("{} {}", other.equation.name(), wording::printed_egfr(at.lang, other));
    Some(Phrase::default().quiet(&used).dot().say(&other))
}

fn beside(at: &At, point: Point<Egfr>) -> Vec<Egfr> {
    let labs = at.case.labs.iter().filter(|lab| lab.date == point.date);
    labs.map(|lab| egfr_beside(at.case, lab)).find(|found| !found.is_empty()).unwrap_or_default()
}

fn change(at: &At, series: &Series<Egfr>) -> Option<Change<Egfr>> {
    Series::of(series.points().iter().copied().filter(|point| point.date <= at.today)).change()
}

fn changed(at: &At, change: &Change<Egfr>) -> Phrase {
    let Some(percent) = change.percent().and_then(|percent| rounded(percent, 0)) else {
        return Phrase::default().quiet(&at.needs(&[Need::OneEquation]));
    };
    let phrase = Phrase::of(&at.lang.signed_percent(percent, 0));
    let phrase = phrase.quiet(&(at.words.kidney.since)(&at.lang.date(change.from.date)));
    if exceeds_variability(change) { phrase.judged(at.words.kidney.to_evaluate, false) } else { phrase }
}

/// What the category was read from, since when it is so, and how often to check.
fn follow_up(at: &At, egfr: Egfr) -> Phrase {
    let words = &at.words.kidney;
    let Some(found) = albuminuria_on(at.case, at.today) else { return marker(at) };
    let day = at.lang.date(found.date);
    let basis = match found.basis {
        AlbuminuriaBasis::Albumin(_) => (words.by_albumin)(&day),
        AlbuminuriaBasis::Protein(_) => (words.by_protein)(&day),
    };
    let checks = checks_a_year(egfr.stage(), found.category);
    let phrase = Phrase::default().quiet(&basis).dot().then(marker(at)).dot().say(&(words.checks)(checks.a_year));
    checks.in_2024.map_or(phrase.clone(), |times| phrase.quiet(&(words.checks_2024)(times)))
}

fn marker(at: &At) -> Phrase {
    let words = &at.words.kidney;
    match kidney_marker_since(at.case, at.today) {
        Some(since) if is_chronic(since, at.today) => Phrase::of(&(words.marker_long)(&at.lang.date(since))),
        Some(since) => Phrase::of(&(words.marker_short)(&at.lang.date(since))),
        None => Phrase::default().quiet(words.marker_none),
    }
}

pub(super) fn origin(at: &At) -> Origin {
    let words = &at.words.kidney;
    let found = albuminuria_on(at.case, at.today);
    let mut origin = Origin::default();
    let mut used = Vec::new();
    match clinic::egfr_series(at.case) {
        Ok(series) => {
            let seen: Vec<_> = series.points().iter().rev().filter(|point| point.date <= at.today).copied().collect();
            for point in compared(&seen) {
                origin = value(at, origin, *point);
                if !used.contains(&point.value.equation) {
                    used.push(point.value.equation);
                }
            }
            origin = judged(at, origin, &series);
            if let Some(newest) = seen.first() {
                origin = origin.grid(grid(at, newest.value.stage(), found.map(|found| found.category)));
            }
        }
        Err(needs) => origin = origin.lacking(&at.needs(&needs)),
    }
    origin = albumin(at, origin, found);
    if used.contains(&Equation::CkdEpi2021) {
        origin = origin.rule(words.rule_2021).note(words.note_2009);
    }
    if used.contains(&Equation::CkidU25) {
        origin = origin.rule(words.rule_u25);
    }
    let rules = [words.rule_units, words.rule_raw, words.rule_category, words.rule_chronic];
    origin = rules.into_iter().fold(origin, Origin::rule);
    origin = used.into_iter().fold(origin, |origin, equation| origin.source(equation.source()));
    [KDIGO_CKD_2024, A_BY_UPCR, KDIGO_CHECKS, KDIGO_CHANGE, KDIGO_RAPID].into_iter().fold(origin, Origin::source)
}

/// The values that something is said of: the newest, the one before, the first; the slope lists them all.
fn compared(newest_first: &[Point<Egfr>]) -> impl Iterator<Item = &Point<Egfr>> {
    let (last_two, earlier) = newest_first.split_at(newest_first.len().min(2));
    last_two.iter().chain(earlier.last())
}

/// One value: the creatinine, the equation, what the others give.
fn value(at: &At, origin: Origin, point: Point<Egfr>) -> Origin {
    let labs = at.case.labs.iter().filter(|lab| lab.date == point.date);
    let creatinine = labs.filter_map(|lab| lab.creatinine.known()).map(|value| at.lang.quantity(value)).next();
    let value = Phrase::default()
        .strong(&at.lang.real(point.value.value, 2))
        .say(point.value.equation.name())
        .quiet(&format!("({} {})", at.words.unit.creatinine, creatinine.unwrap_or_default()));
    let value = beside(at, point).into_iter().fold(value, |value, other| {
        let other = format!("{} {}", other.equation.name(), at.lang.real(other.value, 2));
        value.dot().quiet(&other)
    });
    origin.input(at.words.unit.egfr, value, Some(point.date))
}

fn judged(at: &At, origin: Origin, series: &Series<Egfr>) -> Origin {
    let words = &at.words.kidney;
    let Some(change) = change(at, series) else { return origin };
    let first = series.points().first().copied().unwrap_or(change.from);
    let since_first = Change { from: first, to: change.to };
    let judge = |change: &Change<Egfr>, holds: bool| match change.percent().and_then(|percent| rounded(percent, 1)) {
        Some(percent) => (Phrase::of(&at.lang.signed_percent(percent, 1)), Verdict::of(holds)),
        None => (Phrase::default(), Verdict::lacking(Need::OneEquation)),
    };
    let (by, verdict) = judge(&change, exceeds_variability(&change));
    let origin = origin.danger(words.asks_change, by.quiet(&at.on(change.from.date)), verdict);
    let (by, verdict) = judge(&since_first, lost_a_stage(&since_first));
    let stages = format!("{} → {}", first.value.stage().name(), change.to.value.stage().name());
    origin.danger(words.asks_lost, by.say(&stages).quiet(&at.on(first.date)), verdict)
}

fn albumin(at: &At, origin: Origin, found: Option<Albuminuria>) -> Origin {
    let words = &at.words.kidney;
    let Some(found) = found else { return origin.lacking(at.words.panel.no_category) };
    let class = found.category.name();
    match found.basis {
        AlbuminuriaBasis::Albumin(ratio) => {
            let value = Phrase::of(&at.lang.quantity(&ratio)).quiet(class);
            origin.input(words.uacr, value, Some(found.date))
        }
        AlbuminuriaBasis::Protein(ratio) => {
            let adjustment = UacrAdjustment::of(at.case);
            let estimated = rounded(uacr_estimated(ratio, adjustment), 0).unwrap_or(Decimal::ZERO);
            let estimated = Phrase::of(&format!("{}\u{a0}mg/g", at.lang.number(estimated, 0)))
                .quiet(words.for_classing)
                .quiet(if adjustment.is_none() { words.crude } else { "" });
            let value = Phrase::of(&at.lang.quantity(&ratio)).quiet(class);
            let origin = origin.input(at.words.unit.upcr, value, Some(found.date));
            let origin = origin.input(words.uacr_estimated, estimated, Some(found.date));
            origin.source(if adjustment.is_none() { SUMIDA_2020_CRUDE } else { SUMIDA_2020 })
        }
    }
}

/// The whole grid: a word in every cell, the patient's cell marked.
fn grid(at: &At, stage: GStage, category: Option<ACategory>) -> Grid {
    let cell = |row: GStage, column: ACategory| {
        let risk = kidney_risk(row, column);
        let mark = if row == stage && Some(column) == category { "▸ " } else { "" };
        let word = format!("{mark}{}", wording::kidney_risk(at.words, risk));
        let times = checks_a_year(row, column).a_year.to_string();
        Phrase::default().with(&word, Tone::Risk(risk)).quiet(&times).row()
    };
    let row = |stage: GStage| {
        let head = Phrase::of(stage.name()).row();
        std::iter::once(head).chain(ACategory::ALL.into_iter().map(|category| cell(stage, category))).collect()
    };
    let head = std::iter::once(String::new()).chain(ACategory::ALL.map(|category| category.name().to_owned()));
    Grid {
        title: at.words.kidney.grid.to_owned(),
        head: head.collect(),
        rows: GStage::ALL.into_iter().map(row).collect(),
    }
}
