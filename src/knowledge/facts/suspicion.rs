//! Facts that make one suspect a nephritis: urinary sediment and loss of filtration, and whether a biopsy was taken.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use super::look::{Look, Newest, dated};
use super::{Facts, Finding, Value};
use crate::clinic::{self, Egfr};
use crate::domain::{Day, Lab, SledaiItem};
use crate::knowledge::{Amount, Datum, FactId, Kind, Truth};

pub(super) fn find(look: &Look<'_>, facts: &mut Facts) {
    let biopsied = biopsied(look, facts);
    facts.set(FactId::Biopsied, biopsied);
    facts.set(FactId::HaematuriaOrCasts, haematuria_or_casts(look));
    facts.set(FactId::PreviousEgfr, previous_egfr(look));
    let fall = filtration_fall(facts);
    facts.set(FactId::FiltrationFall, fall);
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

/// eGFR of the creatinine before the newest one, by the same equation.
fn previous_egfr(look: &Look<'_>) -> Finding {
    let missing = || Finding::unknown(&[Datum::Creatinine]);
    let Some((newest, now)) = measured(look, look.today) else { return missing() };
    let before = newest.date.0.pred_opt().and_then(|day| measured(look, Day(day)));
    let Some((earlier, then)) = before.filter(|(_, then)| then.equation == now.equation) else { return missing() };
    let Some(value) = Decimal::from_f64(then.value) else { return missing() };
    let evidence = dated(Datum::Creatinine, &then.equation.name(), earlier.date, "labs", earlier.place);
    Finding::number(Amount::new(value.round_dp(6), "mL/min/1.73m²"), evidence)
}

fn measured<'a>(look: &Look<'a>, until: Day) -> Option<(Newest<&'a Lab>, Egfr)> {
    let newest = look.newest(until, |lab| lab.creatinine.known().map(|_| lab))?;
    let egfr = clinic::egfr_on(look.case, newest.value).ok()?;
    Some((newest, egfr))
}

/// Unexplained fall of GFR (EULAR 2025 R1, KDIGO 2024 PP 10.1.1): no number is printed. Here more than 20 % below the value
/// before (damage.md S25) [interpretation].
fn filtration_fall(facts: &Facts) -> Finding {
    let (now, before) = (facts.get(FactId::Egfr), facts.get(FactId::PreviousEgfr));
    let evidence = [now.evidence.clone(), before.evidence.clone()].concat();
    let fell = match (canonical(facts, FactId::Egfr), canonical(facts, FactId::PreviousEgfr)) {
        (Some(now), Some(before)) => Truth::of(now * Decimal::from(100) < before * Decimal::from(80)),
        _ => Truth::Unknown(now.missing.iter().chain(&before.missing).copied().collect()),
    };
    Finding::of(&fell, evidence)
}

/// Impaired kidney function (ACR 2024 A-2): no number is printed. Here a fall of eGFR as above, or eGFR below 60
/// [interpretation].
fn impaired_function(facts: &Facts) -> Finding {
    let (egfr, fall) = (facts.get(FactId::Egfr), facts.get(FactId::FiltrationFall));
    let low = canonical(facts, FactId::Egfr).map_or_else(
        || Truth::Unknown(egfr.missing.iter().copied().collect()),
        |egfr| Truth::of(egfr < Decimal::from(60)),
    );
    let evidence = if low == Truth::Yes { egfr.evidence.clone() } else { fall.evidence.clone() };
    Finding::of(&Truth::any([low, fall.truth()]), evidence)
}

/// A number fact in its measure's first unit.
pub(super) fn canonical(facts: &Facts, fact: FactId) -> Option<Decimal> {
    let Kind::Number(measure) = fact.kind() else { return None };
    facts.get(fact).amount().and_then(|amount| measure.canonical(amount))
}
