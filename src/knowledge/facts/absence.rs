//! Whether the case says that there is no kidney disease: the guidelines of lupus nephritis then have no one to speak to.

use rust_decimal::Decimal;

use super::look::{Look, asked, dated};
use super::{Facts, Finding};
use crate::domain::SledaiItem;
use crate::knowledge::{Amount, Datum, FactId, Limit, Measure, Truth};

/// No flare of the kidney ever, proteinuria below 0.5 g/g (50 mg/mmol), and neither casts nor haematuria at the newest
/// visit. Below 0.5 g/g none of the three asks for a biopsy by proteinuria alone (EULAR and KDIGO from 0.5, ACR above
/// 0.5; guidelines.md A); haematuria and casts are reasons of their own (EULAR 2025 R1, KDIGO 2024) [interpretation].
/// Asked only of a case without a biopsy.
pub(super) fn no_kidney_disease(look: &Look<'_>, facts: &Facts) -> Finding {
    let never = asked(&look.case.lupus.flares, Datum::Flares, |number| *number == 0);
    let flared = [FactId::FirstFlare, FactId::PreviousFlare].map(|fact| facts.get(fact).truth());
    if flared.contains(&Truth::Yes) || never.truth() != Truth::Yes {
        return Finding::unknown(&[Datum::Biopsy]);
    }
    let (little, urine) = little_proteinuria(facts);
    let (sediment, seen) = quiet_sediment(look);
    match Truth::all([little, sediment]) {
        Truth::No => Finding::unknown(&[Datum::Biopsy]),
        truth => Finding::of(&truth, [never.evidence, urine, seen].concat()),
    }
}

fn little_proteinuria(facts: &Facts) -> (Truth, Vec<super::Evidence>) {
    let proteinuria = facts.get(FactId::Proteinuria);
    let limit = Limit::new(vec![Amount::new(Decimal::new(5, 1), "g/g"), Amount::new(50.into(), "mg/mmol")]);
    let compared = proteinuria.amount().and_then(|value| limit.against(Measure::Proteinuria, value));
    let missing = || Truth::Unknown(proteinuria.missing.iter().copied().collect());
    (compared.map_or_else(missing, |(value, limit)| Truth::of(value < limit)), proteinuria.evidence.clone())
}

/// A case that records no visit says nothing against it.
fn quiet_sediment(look: &Look<'_>) -> (Truth, Vec<super::Evidence>) {
    let seen = look.case.activity.iter().enumerate().filter(|(_, visit)| visit.date <= look.today);
    let newest = seen.max_by_key(|(_, visit)| visit.date);
    let Some((place, visit)) = newest else { return (Truth::Yes, Vec::new()) };
    let items = visit.sledai.known().map(Vec::as_slice).unwrap_or_default();
    let found = [SledaiItem::Casts, SledaiItem::Haematuria].into_iter().find(|item| items.contains(item));
    let evidence = found.map(|item| dated(Datum::Sledai, &item, visit.date, "activity", place));
    (Truth::of(found.is_none()), evidence.unwrap_or_default())
}
