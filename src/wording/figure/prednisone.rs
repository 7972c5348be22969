use super::At;
use super::origin::{Grid, Origin};
use super::phrase::{Phrase, Row};
use crate::clinic::{
    self, DailySteroid, Equivalence, Glucocorticoid, STEROID_TARGET, daily_milligrams, daily_steroid, daily_steroid_by,
    is_at_steroid_target,
};
use crate::domain::Drug;

pub(super) fn told(at: &At) -> Vec<Row> {
    match daily_steroid(at.case, at.today) {
        Ok(dose) if dose.made_of.is_empty() => vec![Phrase::of(at.words.steroid.none).row()],
        Ok(dose) => vec![headline(at, &dose).row()],
        Err(needs) => vec![at.lacking(&needs).row()],
    }
}

fn headline(at: &At, dose: &DailySteroid) -> Phrase {
    let words = at.words;
    let daily = format!("{} {}", at.lang.number(dose.milligrams, 2), words.unit.mg_per_day);
    let phrase = Phrase::default().strong(&daily);
    let phrase = match dose.per_kilo {
        Some(per_kilo) => {
            phrase.dot().say(&format!("{} {}", at.lang.number(per_kilo, 2), words.unit.mg_per_kg_per_day))
        }
        None => phrase.lacks(words.panel.no_weight),
    };
    let target =
        if is_at_steroid_target(dose.milligrams) { words.steroid.at_target } else { words.steroid.above_target };
    let made_of = dose
        .made_of
        .iter()
        .map(|(drug, since)| format!("{} {} {}", words.label(*drug), words.app.since, at.lang.date(*since)));
    let made_of = format!("({})", made_of.collect::<Vec<_>>().join(", "));
    let phrase = phrase.dot().say(target).quiet(&made_of);
    if is_converted(dose) {
        phrase.quiet(&(words.panel.equivalents)(Equivalence::default().source().name))
    } else {
        phrase
    }
}

fn is_converted(dose: &DailySteroid) -> bool {
    dose.made_of.iter().any(|(drug, _)| !matches!(drug, Drug::Prednisone | Drug::Prednisolone))
}

pub(super) fn origin(at: &At) -> Origin {
    let words = &at.words.steroid;
    let origin = match daily_steroid(at.case, at.today) {
        Ok(dose) => inputs(at, &dose),
        Err(needs) => Origin::default().lacking(&at.needs(&needs)),
    };
    let rules = [words.rule_daily, words.rule_targets, words.rule_nephritis];
    let origin = rules.into_iter().fold(origin.grid(tables(at)), Origin::rule);
    Equivalence::ALL.into_iter().fold(origin, |origin, table| origin.source(table.source())).source(STEROID_TARGET)
}

fn inputs(at: &At, dose: &DailySteroid) -> Origin {
    let words = at.words;
    let weight = at.case.patient.weight;
    let mut origin = Origin::default();
    for entry in at.case.treatments.iter().filter(|entry| entry.is_on(at.today)) {
        let Some(steroid) = Glucocorticoid::of(entry.drug) else { continue };
        if !dose.made_of.contains(&(entry.drug, entry.from)) {
            continue;
        }
        let written = entry.dose.known().map(|dose| at.lang.dose(dose)).unwrap_or_default();
        let worth = daily_milligrams(entry, weight.known().copied())
            .map(|daily| at.lang.number(steroid.prednisone(daily, Equivalence::default()), 2));
        let worth = worth.map(|dose| (words.steroid.worth)(&format!("{dose} {}", words.unit.mg_per_day)));
        let value = Phrase::of(&written).quiet(&worth.unwrap_or_default());
        origin = origin.input(words.label(entry.drug), value, Some(entry.from));
    }
    origin = origin.input(words.steroid.weight, at.field(&weight, |weight| at.lang.quantity(weight)), None);
    if is_converted(dose) {
        for table in Equivalence::ALL {
            let Ok(dose) = daily_steroid_by(at.case, at.today, table) else { continue };
            let value = format!("{} {}", at.lang.number(dose.milligrams, 2), words.unit.mg_per_day);
            let name = format!("{} {}", words.steroid.by_table, table.source().name);
            origin = origin.input(&name, Phrase::of(&value), None);
        }
    }
    origin
}

/// The glucocorticoids a case can name, by each table.
fn tables(at: &At) -> Grid {
    let drugs = Drug::ALL.iter().filter_map(|drug| Some((*drug, Glucocorticoid::of(*drug)?)));
    let row = |(drug, steroid): (Drug, clinic::Glucocorticoid)| {
        let cells = Equivalence::ALL
            .into_iter()
            .map(|table| Phrase::of(&at.lang.number(steroid.equal_to_five(table), 2)).row());
        std::iter::once(Phrase::of(at.words.label(drug)).row()).chain(cells).collect()
    };
    let names = Equivalence::ALL.map(|table| table.source().name.to_owned());
    Grid {
        title: at.words.steroid.tables.to_owned(),
        head: std::iter::once(at.words.steroid.drug.to_owned()).chain(names).collect(),
        rows: drugs.map(row).collect(),
    }
}
