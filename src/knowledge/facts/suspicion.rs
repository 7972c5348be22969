//! Facts that make one suspect a nephritis: urinary sediment and loss of filtration, and whether a biopsy was taken.

use rust_decimal::Decimal;

use super::look::{Look, dated};
use super::threshold::threshold;
use super::{Facts, Finding, Value};
use crate::domain::SledaiItem;
use crate::knowledge::{Datum, FactId, Kind, Truth};

pub(super) fn find(look: &Look<'_>, facts: &mut Facts) {
    let biopsied = biopsied(look, facts);
    facts.set(FactId::Biopsied, biopsied);
    facts.set(FactId::HaematuriaOrCasts, haematuria_or_casts(look));
    let impaired = impaired_function(facts);
    facts.set(FactId::ImpairedFunction, impaired);
}

/// A kidney biopsy is on file; a biopsy that is not written was not taken. A class that is supposed comes from one.
fn biopsied(look: &Look<'_>, facts: &Facts) -> Finding {
    let class = facts.get(FactId::Class);
    if class.is_supposed() && matches!(class.value, Value::Classes(_)) {
        return Finding::flag(true, class.evidence.clone());
    }
    look.biopsy().map_or_else(
        || Finding::flag(false, Vec::new()),
        |(place, biopsy)| {
            let class: Vec<&str> = biopsy.class.iter().map(|class| class.code()).collect();
            let series = Datum::Biopsy.code();
            Finding::flag(true, dated(Datum::Biopsy, &class.join(" + "), biopsy.date, series, place))
        },
    )
}

/// Glomerular haematuria (EULAR 2025 R1) or an active sediment (KDIGO 2024 PP 10.1.1), as the SLEDAI-2K items of the newest
/// visit say it: haematuria other than from stones or infection, casts [interpretation].
fn haematuria_or_casts(look: &Look<'_>) -> Finding {
    let seen = look.case.activity.iter().enumerate().filter(|(_, visit)| visit.date <= look.today);
    let newest = seen.max_by_key(|(_, visit)| visit.date);
    let known = newest.and_then(|(place, visit)| Some((place, visit, visit.sledai.known()?)));
    let Some((place, visit, items)) = known else { return Finding::unknown(&[Datum::Sledai]) };
    let asked = [SledaiItem::Haematuria, SledaiItem::Casts];
    if !asked.iter().any(|item| items.contains(item)) && asked.iter().any(|item| visit.not_assessed.contains(item)) {
        return Finding::unknown(&[Datum::Sledai]);
    }
    let written: Vec<&str> = items.iter().map(|item| item.code()).collect();
    let evidence = dated(Datum::Sledai, &format!("[{}]", written.join(", ")), visit.date, "activity", place);
    Finding::flag(asked.iter().any(|item| items.contains(item)), evidence)
}

/// Impaired kidney function (ACR 2024 A-2): no number is printed. Here eGFR below 60, or fallen by more than 20 % since the
/// value before (damage.md S25) [interpretation].
fn impaired_function(facts: &Facts) -> Finding {
    let low = threshold(facts, FactId::Egfr, |egfr| egfr < Decimal::from(60));
    let fallen = threshold(facts, FactId::EgfrFall, |percent| percent > Decimal::from(20));
    let truth = Truth::any([low.truth(), fallen.truth()]);
    let evidence = if low.truth() == Truth::Yes { low.evidence } else { fallen.evidence };
    Finding::of(&truth, evidence)
}

/// A number fact in its measure's first unit.
pub(super) fn canonical(facts: &Facts, fact: FactId) -> Option<Decimal> {
    let Kind::Number(measure) = fact.kind() else { return None };
    facts.get(fact).amount().and_then(|amount| measure.canonical(amount))
}
