use std::ops::Range;

use super::Key;
use super::key::{Kind, Unit};
use crate::text::{Lang, words};

/// What was not understood, and where; the terms around it are.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// The word, in bytes of the line.
    pub span: Range<usize>,
    /// What is wrong with it.
    pub wrong: Wrong,
}

/// What is wrong with a word.
#[derive(Debug, Clone, PartialEq)]
pub enum Wrong {
    /// No filter has this name; the nearest one.
    UnknownKey(Option<Key>),
    /// The list of this key does not have it; the nearest entry, by its code.
    UnknownValue(Key, Option<String>),
    /// Nothing stands behind the key.
    NoValue(Key),
    /// It is no amount, or not in a unit of this key.
    NotAnAmount(Key),
    /// It is no day, month or year, nor a span of them.
    NotADay,
    /// The end comes before the beginning.
    Reversed,
    /// An order is asked for twice.
    TwoOrders,
    /// No order has this name.
    UnknownOrder,
    /// No query is saved under this name; the nearest one.
    UnknownName(Option<String>),
    /// Saved queries call one another in a ring, or too deep.
    Circular,
}

impl Fault {
    /// Whether it is only not finished: what follows may make it whole.
    pub const fn is_unfinished(&self) -> bool {
        matches!(self.wrong, Wrong::NoValue(_))
    }

    /// A sentence that says what is wrong and what was expected; the word that was perhaps meant in it.
    pub fn said(&self, line: &str, lang: Lang) -> String {
        let say = &words(lang).filter;
        let word = line.get(self.span.clone()).unwrap_or_default();
        let or = |near: Option<&str>, expected: &str| match near {
            Some(near) => (say.perhaps)(near),
            None => expected.to_owned(),
        };
        match &self.wrong {
            Wrong::UnknownKey(near) => {
                let near = near.map(|key| format!("{}:", key.name(lang)));
                format!("{} {}", (say.unknown_key)(word), or(near.as_deref(), say.try_quotes))
            }
            Wrong::UnknownValue(key, near) => {
                format!("{} {}", (say.unknown_value)(word, key.name(lang)), or(near.as_deref(), &expected(*key, lang)))
            }
            Wrong::NoValue(key) => expected(*key, lang),
            Wrong::NotAnAmount(key) => format!("{} {}", (say.not_an_amount)(word), expected(*key, lang)),
            Wrong::NotADay => format!("{} {}", (say.not_a_day)(word), say.expected_days),
            Wrong::Reversed => (say.reversed)(word),
            Wrong::TwoOrders => say.two_orders.to_owned(),
            Wrong::UnknownOrder => {
                let known: Vec<&str> = super::Sort::ALL.iter().map(|sort| sort.code()).collect();
                (say.unknown_order)(word, &known.join(", "))
            }
            Wrong::UnknownName(near) => {
                let near = near.as_ref().map(|near| format!("@{near}"));
                format!("{} {}", (say.unknown_name)(word), or(near.as_deref(), ""))
            }
            Wrong::Circular => (say.circular)(word),
        }
        .trim_end()
        .to_owned()
    }
}

/// What may stand behind a key.
pub(super) fn expected(key: Key, lang: Lang) -> String {
    let say = &words(lang).filter;
    match key.kind() {
        Kind::Choice(vocabulary) => {
            const MOST: usize = 6;
            let entries = vocabulary.entries();
            let mut known: Vec<String> = entries.iter().take(MOST).map(|one| vocabulary.spelled(one, lang)).collect();
            if entries.len() > MOST {
                known.push("…".to_owned());
            }
            (say.expected_choice)(key.name(lang), &known.join(", "))
        }
        Kind::Amount(unit) => (say.expected_amount)(key.name(lang), symbol(unit, lang)),
        Kind::Days => say.expected_days.to_owned(),
        Kind::Text => (say.expected_text)(key.name(lang)),
    }
}

/// The symbol of a unit as it is read; empty for a number alone.
pub(super) fn symbol(unit: Unit, lang: Lang) -> &'static str {
    let words = words(lang);
    match unit {
        Unit::Upcr => "g/g",
        Unit::Egfr => words.unit.egfr_unit,
        Unit::Years => words.filter.years,
        Unit::Kilograms => "kg",
        Unit::MilligramsPerDay => words.unit.mg_per_day,
        Unit::MilligramsPerKiloPerDay => words.unit.mg_per_kg_per_day,
        Unit::Minutes => "min",
        Unit::Count => "",
    }
}
