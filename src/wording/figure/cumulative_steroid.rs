use rust_decimal::Decimal;

use super::At;
use super::origin::Origin;
use super::phrase::{Phrase, Row};
use crate::clinic::{
    Answer, CumulativeSteroid, Equivalence, GIOP_2022, Glucocorticoid, STEROID_SUM, Verdict, cumulative_over_a_year,
    cumulative_since_the_first, is_five_grams,
};

pub(super) fn told(at: &At) -> Vec<Row> {
    let words = &at.words.steroid;
    let year = sum(at, &cumulative_over_a_year(at.case, at.today));
    let mut rows = vec![Phrase::default().quiet(words.twelve_months).then(year).row()];
    let lifetime = cumulative_since_the_first(at.case, at.today);
    match lifetime {
        Ok(lifetime) if lifetime.sum.total().is_zero() => {}
        Ok(lifetime) => {
            let since = (words.since)(&at.lang.date(lifetime.since));
            rows.push(Phrase::default().quiet(&since).then(sum(at, &Ok(lifetime.sum))).row());
        }
        Err(needs) => rows.push(at.lacking(&needs).row()),
    }
    rows.dedup();
    rows
}

fn sum(at: &At, sum: &Answer<CumulativeSteroid>) -> Phrase {
    let words = &at.words.panel;
    match sum {
        Ok(sum) => {
            let parts = format!(
                "({} {}, {} {})",
                words.by_mouth,
                grams(at, sum.oral),
                words.intravenous,
                grams(at, sum.intravenous)
            );
            Phrase::default().strong(&grams(at, sum.total())).quiet(&parts)
        }
        Err(needs) => at.lacking(needs),
    }
}

fn grams(at: &At, milligrams: Decimal) -> String {
    format!("{}\u{a0}g", at.lang.number(milligrams / Decimal::ONE_THOUSAND, 2))
}

pub(super) fn origin(at: &At) -> Origin {
    let words = &at.words.steroid;
    let mut origin = Origin::default();
    let mut entries: Vec<_> = at.case.treatments.iter().filter(|entry| entry.from <= at.today).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.from));
    for entry in entries.into_iter().filter(|entry| Glucocorticoid::of(entry.drug).is_some()) {
        let dose = at.field(&entry.dose, |dose| at.lang.dose(dose));
        let times = entry.times.map(|times| format!("× {times}")).unwrap_or_default();
        let until = entry.to.map(|to| format!("→ {}", at.lang.date(to))).unwrap_or_default();
        let route = entry.route.map(|route| at.words.label(route)).unwrap_or_default();
        let value = dose.say(&times).quiet(route).quiet(&until);
        origin = origin.input(at.words.label(entry.drug), value, Some(entry.from));
    }
    match cumulative_over_a_year(at.case, at.today) {
        Ok(sum) => {
            let reached = Verdict::of(is_five_grams(sum));
            origin = origin.danger(words.asks_five_grams, Phrase::of(&grams(at, sum.total())), reached);
        }
        Err(needs) => origin = origin.lacking(&at.needs(&needs)),
    }
    if let Err(needs) = cumulative_since_the_first(at.case, at.today) {
        origin = origin.lacking(&at.needs(&needs));
    }
    origin.lacks.dedup();
    origin
        .rule(words.rule_sum)
        .rule(words.rule_lifetime)
        .source(STEROID_SUM)
        .source(Equivalence::default().source())
        .source(GIOP_2022)
}
