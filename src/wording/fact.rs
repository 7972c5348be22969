use super::amount;
use crate::knowledge::{Amount, FactId, Suppositions, Value};
use crate::text::{Lang, words};

/// What a fact amounts to, in words.
pub fn value(lang: Lang, fact: FactId, value: &Value) -> String {
    let app = &words(lang).app;
    match value {
        Value::Flag(true) => app.yes.to_owned(),
        Value::Flag(false) => app.no.to_owned(),
        Value::Number(amount) => number(lang, fact, amount),
        Value::Classes(components) if components.is_empty() => app.none.to_owned(),
        Value::Classes(components) => components.iter().map(|class| class.code()).collect::<Vec<_>>().join("+"),
        Value::Unknown => app.unknown.to_owned(),
    }
}

/// The same of a value as it is written in the ledger: `yes`, `0.8 g/g`, `III,V`, `unknown`.
pub fn written_value(lang: Lang, fact: FactId, written: &str) -> String {
    let mut read = Suppositions::default();
    let known = read.suppose(fact, written).ok().and_then(|()| read.get(fact));
    known.map_or_else(|| written.to_owned(), |supposed| value(lang, fact, supposed.value()))
}

/// An eGFR is computed and printed with one decimal; the rest as reported.
fn number(lang: Lang, fact: FactId, written: &Amount) -> String {
    match fact {
        FactId::Egfr | FactId::BaselineEgfr | FactId::PreflareEgfr => {
            format!("{}\u{a0}{}", lang.number(written.number.0, 1), words(lang).unit.egfr_unit)
        }
        _ => amount(lang, written),
    }
}
