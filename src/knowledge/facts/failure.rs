//! Facts about kidney failure and what stands in for the kidneys, and how long the rest of the lupus has been quiet.

use rust_decimal::Decimal;

use super::look::{Look, asked, dated};
use super::threshold::threshold;
use super::{Evidence, Facts, Finding};
use crate::clinic::{SledaiSystem, sledai_system};
use crate::domain::{ActivityVisit, Field, Replacement};
use crate::knowledge::{Datum, FactId, Truth};

pub(super) fn find(look: &Look<'_>, facts: &mut Facts) {
    let dialysis = replaced(look, facts, |replacement| {
        matches!(replacement, Replacement::Haemodialysis | Replacement::PeritonealDialysis)
    });
    let transplant = replaced(look, facts, |replacement| replacement == Replacement::Transplant);
    facts.set(FactId::OnDialysis, dialysis);
    facts.set(FactId::Transplanted, transplant);
    facts.set(FactId::ExtrarenalQuiet, extrarenal_quiet(look, facts));
    facts.set(FactId::KidneyFailure, kidney_failure(facts));
    facts.set(FactId::NearKidneyFailure, near_kidney_failure(facts));
}

/// Replacement as the case says. A case that never speaks of it says none where its newest eGFR is 30 or more: replacement
/// is prepared below 30 (KDIGO's stages G4 and G5; damage.md B3), and a transplant would be written [interpretation].
/// Below 30, and where eGFR is not known, it must be asked.
fn replaced(look: &Look<'_>, facts: &Facts, wanted: fn(Replacement) -> bool) -> Finding {
    let field = look.case.kidney.replacement;
    let egfr = facts.get(FactId::Egfr);
    let far = egfr.amount().is_some_and(|amount| amount.number.0 >= Decimal::from(30));
    match field {
        Field::Absent if far => Finding::flag(false, egfr.evidence.clone()),
        Field::Absent => Finding::unknown(&[egfr.missing.as_slice(), &[Datum::Replacement]].concat()),
        _ => asked(&field, Datum::Replacement, |replacement| wanted(*replacement)),
    }
}

/// Kidney failure: eGFR below 15 (stage G5; damage.md B3), or on dialysis, or living with a transplant.
fn kidney_failure(facts: &Facts) -> Finding {
    let low = threshold(facts, FactId::Egfr, |egfr| egfr < Decimal::from(15));
    let parts = [facts.get(FactId::OnDialysis), facts.get(FactId::Transplanted), &low];
    let truth = Truth::any(parts.map(Finding::truth));
    let telling = parts.into_iter().filter(|part| part.truth() == truth);
    Finding::of(&truth, once(telling.flat_map(|part| part.evidence.clone())))
}

/// ACR 2024: pre-emptive transplant near kidney failure, "eGFR 15" (guidelines.md N). No range is printed: here that very
/// limit, 15 or below, and neither dialysis nor transplant.
fn near_kidney_failure(facts: &Facts) -> Finding {
    let low = threshold(facts, FactId::Egfr, |egfr| egfr <= Decimal::from(15));
    let parts = [&low, facts.get(FactId::OnDialysis), facts.get(FactId::Transplanted)];
    let [below, dialysis, transplant] = parts.map(Finding::truth);
    let truth = Truth::all([below, !dialysis, !transplant]);
    Finding::of(&truth, once(parts.into_iter().flat_map(|part| part.evidence.clone())))
}

fn once(evidence: impl Iterator<Item = Evidence>) -> Vec<Evidence> {
    let mut kept: Vec<Evidence> = Vec::new();
    for entry in evidence {
        if !kept.contains(&entry) {
            kept.push(entry);
        }
    }
    kept
}

/// Whole months of quiet lupus outside the kidney that EULAR 2025 R13 asks for before a transplant.
const QUIET_MONTHS: u32 = 6;

/// Extrarenal disease clinically inactive for at least six months (EULAR 2025 R13; guidelines.md N). No where something is
/// active now, or was at a visit of the last six months. Yes where nothing is active now and the visits, without a gap of
/// items nobody recorded, have shown nothing outside kidney and serology for six months. Else it is not known.
fn extrarenal_quiet(look: &Look<'_>, facts: &Facts) -> Finding {
    let now = facts.get(FactId::ExtrarenalActivity);
    if now.truth() == Truth::Yes {
        return Finding::flag(false, now.evidence.clone());
    }
    let mut visits: Vec<(usize, &ActivityVisit)> =
        look.case.activity.iter().enumerate().filter(|(_, visit)| visit.date <= look.today).collect();
    visits.sort_by_key(|(_, visit)| std::cmp::Reverse(visit.date));
    let months = |visit: &ActivityVisit| look.today.months_since(visit.date);
    let recent = |visit: &ActivityVisit| u32::try_from(months(visit)).is_ok_and(|months| months < QUIET_MONTHS);
    if let Some((place, visit)) = visits.iter().find(|(_, visit)| recent(visit) && shown(visit) == Truth::Yes) {
        return Finding::flag(false, of_visit(*place, visit));
    }
    let quiet = visits.iter().take_while(|(_, visit)| shown(visit) == Truth::No);
    match (now.truth(), quiet.last()) {
        (Truth::No, Some((place, visit))) if !recent(visit) => {
            Finding::flag(true, [now.evidence.clone(), of_visit(*place, visit)].concat())
        }
        (Truth::No, _) => Finding::unknown(&[Datum::Sledai]),
        (_, _) => Finding::unknown(&now.missing),
    }
}

/// Whether a visit shows activity outside the kidney; unknown where an item of it was not assessed, or no item is recorded.
fn shown(visit: &ActivityVisit) -> Truth {
    let outside = |item| !matches!(sledai_system(item), SledaiSystem::Renal | SledaiSystem::Immunological);
    let Some(items) = visit.sledai.known() else { return Truth::Unknown([Datum::Sledai].into()) };
    if items.iter().any(|item| outside(*item)) {
        return Truth::Yes;
    }
    let open = visit.not_assessed.iter().any(|item| outside(*item));
    if open { Truth::Unknown([Datum::Sledai].into()) } else { Truth::No }
}

fn of_visit(place: usize, visit: &ActivityVisit) -> Vec<Evidence> {
    let items: Vec<&str> = visit.sledai.known().into_iter().flatten().map(|item| item.code()).collect();
    dated(Datum::Sledai, &format!("[{}]", items.join(", ")), visit.date, "activity", place)
}
