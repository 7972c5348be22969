//! Relapse after a response, refractory disease, and whether the kidney was biopsied again for it.

use rust_decimal::Decimal;

use super::look::{Look, dated};
use super::suspicion::canonical;
use super::{Facts, Finding};
use crate::domain::Day;
use crate::knowledge::{Datum, FactId, Truth};

/// The course of at least 6 months after which ACR 2024 A-3 biopsies again; a biopsy older than that is not of today's
/// question [interpretation].
const MONTHS_OF_A_COURSE: i64 = 6;

pub(super) fn find(look: &Look<'_>, facts: &mut Facts) {
    facts.set(FactId::Rebiopsied, rebiopsied(look));
    let relapse = relapse(facts);
    facts.set(FactId::Relapse, relapse);
    let refractory = refractory(facts);
    facts.set(FactId::Refractory, refractory);
}

/// A response is on record and the kidney flares: a later biopsy shows active lesions, or the case says that it worsens and
/// no biopsy has denied it (ACR 2024 A-3: suspected flare after remission; EULAR 2025 R8). Where the case does not say whether
/// it worsens, proteinuria below 0.5 g/g speaks against it [interpretation].
fn relapse(facts: &Facts) -> Finding {
    let response = facts.get(FactId::InResponse);
    let (active, worsening) = (facts.get(FactId::ActiveNephritis), facts.get(FactId::Worsening));
    let quiet = canonical(facts, FactId::Proteinuria).is_some_and(|proteinuria| proteinuria < Decimal::from(500));
    let flare = match (active.truth(), worsening.truth()) {
        (Truth::Yes, _) | (Truth::Unknown(_), Truth::Yes) => Truth::Yes,
        (_, unsaid @ Truth::Unknown(_)) if !quiet => unsaid,
        (active, _) => active,
    };
    let evidence = [response, active, worsening].into_iter().flat_map(|finding| finding.evidence.clone());
    Finding::of(&Truth::all([response.truth(), flare]), evidence.collect())
}

/// ACR 2024: no partial response after two or more different adequate courses of 6 months (guidelines.md H). The file counts
/// the failed courses; only a nephritis that is active and has no response on record is meant.
fn refractory(facts: &Facts) -> Finding {
    let failed = facts.get(FactId::FailedCourses);
    let several = canonical(facts, FactId::FailedCourses).map_or_else(
        || Truth::Unknown(failed.missing.iter().copied().collect()),
        |failed| Truth::of(failed >= Decimal::TWO),
    );
    let (active, response) = (facts.get(FactId::ActiveNephritis), facts.get(FactId::InResponse));
    let truth = Truth::all([active.truth(), !response.truth(), several]);
    let evidence = [failed, active, response].into_iter().flat_map(|finding| finding.evidence.clone());
    Finding::of(&truth, evidence.collect())
}

/// A biopsy of the last 6 months, taken after the response on record or, without one, 6 months or more after the start of
/// the treatment: what a repeat biopsy is asked for has been answered [interpretation].
fn rebiopsied(look: &Look<'_>) -> Finding {
    let Some((place, biopsy)) = look.biopsy() else { return Finding::flag(false, Vec::new()) };
    let class: Vec<&str> = biopsy.class.iter().map(|class| class.code()).collect();
    let evidence = dated(Datum::Biopsy, &class.join(" + "), biopsy.date, Datum::Biopsy.code(), place);
    let course = &look.case.course;
    let recent = look.today.months_since(biopsy.date) <= MONTHS_OF_A_COURSE;
    let response = course.response.known().or(course.complete_response.known());
    let after = match (response, course.started.known()) {
        (Some(response), _) => biopsy.date > *response,
        (None, Some(started)) => late(*started, biopsy.date),
        (None, None) => false,
    };
    Finding::flag(recent && after, evidence)
}

fn late(started: Day, biopsy: Day) -> bool {
    biopsy.months_since(started) >= MONTHS_OF_A_COURSE
}
