//! How the guidelines stand to each other on a row, from coded consequences alone.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::ranges::{meet, totals};
use super::{Accord, Agreement, Cell, Measure, MgRange, Number, Operator, Reason, Target, Topic, Verdict};

type View = (Accord, Reason);

/// How the cells of a row stand to each other.
pub(super) fn agreement(topic: Topic, cells: &[Cell]) -> Agreement {
    let (accord, reason) = of(topic, cells);
    Agreement { accord, reason }
}

fn of(topic: Topic, cells: &[Cell]) -> View {
    let speaking: Vec<&Cell> = cells.iter().filter(|cell| cell.verdict.speaks()).collect();
    match speaking.len() {
        0 => return (Accord::NoneSpeaks, Reason::NoneSpeaks),
        1 if cells.len() == 1 || speaking.iter().all(|cell| cell.verdict != Verdict::NeedsData) => {
            return (Accord::OnlyOne, Reason::OnlyOneSpeaks);
        }
        _ => {}
    }
    let decided: Vec<&&Cell> =
        speaking.iter().filter(|cell| !matches!(cell.verdict, Verdict::NeedsData | Verdict::Judgement)).collect();
    let pairs = decided
        .iter()
        .enumerate()
        .flat_map(|(place, one)| decided.iter().skip(place + 1).map(move |other| pair(topic, one, other)));
    let worst = pairs.max_by_key(|(accord, _)| rank(*accord));
    match worst {
        Some(worst @ (Accord::Differ, _)) => worst,
        _ if speaking.iter().any(|cell| cell.verdict == Verdict::NeedsData) => {
            (Accord::Undetermined, Reason::NeedsData)
        }
        _ if decided.len() < speaking.len() => (Accord::Undetermined, Reason::LeftToJudgement),
        _ if decided.iter().any(|cell| cell.verdict == Verdict::Conflict) => (Accord::Differ, Reason::OwnConflict),
        Some(worst) => worst,
        None => (Accord::OnlyOne, Reason::OnlyOneSpeaks),
    }
}

fn rank(accord: Accord) -> u8 {
    match accord {
        Accord::Same => 0,
        Accord::Close => 1,
        Accord::Undetermined => 2,
        _ => 3,
    }
}

fn pair(topic: Topic, one: &Cell, other: &Cell) -> View {
    if against(one.verdict) != against(other.verdict) {
        return (Accord::Differ, Reason::OneAdvisesAgainst);
    }
    match topic {
        Topic::InitialTherapy => regimens(one, other),
        _ if topic.agent().is_some() => words(one, other),
        Topic::GcPulse => ranges(&totals(&one.pulses), &totals(&other.pulses)),
        Topic::GcStart => match (start(one), start(other)) {
            (Some(one), Some(other)) => ranges(&one, &other),
            _ => (Accord::Undetermined, Reason::NeedsData),
        },
        Topic::GcTaper => tapers(one, other),
        Topic::GcTarget if one.targets.is_empty() && other.targets.is_empty() => advice(one, other),
        Topic::GcTarget => targets(&one.targets, &other.targets),
        Topic::Response3m | Topic::Response6m | Topic::Response12m | Topic::Response24m => demands(one, other),
        _ if !one.offers.is_empty() && !other.offers.is_empty() => regimens(one, other),
        _ => advice(one, other),
    }
}

fn against(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Avoid | Verdict::Reserved)
}

fn regimens(one: &Cell, other: &Cell) -> View {
    let accepted = |cell: &Cell| -> BTreeSet<String> {
        cell.offers.iter().filter(|offer| offer.standing.accepts()).map(|offer| offer.regimen.clone()).collect()
    };
    let preferred = |cell: &Cell| -> BTreeSet<String> {
        let first = cell.offers.iter().filter(|offer| offer.standing == Verdict::Preferred);
        first.map(|offer| offer.regimen.clone()).collect()
    };
    let (ours, theirs) = (accepted(one), accepted(other));
    if ours.is_empty() && theirs.is_empty() {
        return (Accord::Same, Reason::Identical);
    }
    if ours.is_disjoint(&theirs) {
        return (Accord::Differ, Reason::NoSharedChoice);
    }
    match (ours == theirs, preferred(one) == preferred(other)) {
        (true, true) if words(one, other).0 == Accord::Same => (Accord::Same, Reason::Identical),
        (true, _) => (Accord::Close, Reason::OtherPreference),
        _ => (Accord::Close, Reason::SharedChoices),
    }
}

fn words(one: &Cell, other: &Cell) -> View {
    if one.verdict == other.verdict {
        (Accord::Same, Reason::Identical)
    } else {
        (Accord::Close, Reason::OtherPreference)
    }
}

fn ranges(one: &[MgRange], other: &[MgRange]) -> View {
    match (one, other) {
        ([], _) | (_, []) => (Accord::Undetermined, Reason::NoNumbers),
        (one, other) if one == other => (Accord::Same, Reason::Identical),
        (one, other) if meet(one, other).is_empty() => (Accord::Differ, Reason::RangesDoNotMeet),
        _ => (Accord::Close, Reason::RangesMeet),
    }
}

fn start(cell: &Cell) -> Option<Vec<MgRange>> {
    cell.doses.iter().map(|dose| dose.mg).collect()
}

fn tapers(one: &Cell, other: &Cell) -> View {
    match (one.tapers.is_empty(), other.tapers.is_empty()) {
        (true, true) => advice(one, other),
        (false, false) if one.tapers == other.tapers => (Accord::Same, Reason::Identical),
        (false, false) => (Accord::Close, Reason::OtherNumbers),
        _ => (Accord::Undetermined, Reason::NoNumbers),
    }
}

fn targets(one: &[Target], other: &[Target]) -> View {
    let ceilings =
        |targets: &[Target]| -> BTreeSet<Number> { targets.iter().map(|target| target.at_most_mg).collect() };
    match (one, other) {
        ([], _) | (_, []) => (Accord::Undetermined, Reason::NoNumbers),
        (one, other) if one == other => (Accord::Same, Reason::Identical),
        (one, other) if ceilings(one).is_disjoint(&ceilings(other)) => (Accord::Differ, Reason::OtherNumbers),
        _ => (Accord::Close, Reason::OtherNumbers),
    }
}

/// What a milestone asks of proteinuria, comparable between guidelines.
type Demand = (Option<Number>, Operator, Option<Decimal>);

fn demands(one: &Cell, other: &Cell) -> View {
    let asked = |cell: &Cell| -> BTreeSet<Demand> {
        let ceilings = cell.expectations.iter().flat_map(|expectation| &expectation.proteinuria);
        ceilings
            .map(|ceiling| {
                let level = ceiling.amount.as_ref().filter(|_| ceiling.fall.is_none());
                let level = level.and_then(|amount| Measure::Proteinuria.canonical(amount));
                (ceiling.fall, ceiling.operator, level.map(|level| level.normalize()))
            })
            .collect()
    };
    let kinds =
        |demands: &BTreeSet<Demand>| -> BTreeSet<bool> { demands.iter().map(|demand| demand.0.is_some()).collect() };
    let (ours, theirs) = (asked(one), asked(other));
    match () {
        () if ours.is_empty() && theirs.is_empty() => advice(one, other),
        () if ours.is_empty() || theirs.is_empty() => (Accord::Undetermined, Reason::NoNumbers),
        () if ours == theirs => (Accord::Same, Reason::Identical),
        () if kinds(&ours).is_disjoint(&kinds(&theirs)) => (Accord::Differ, Reason::OtherDemands),
        () => (Accord::Close, Reason::OtherNumbers),
    }
}

fn advice(one: &Cell, other: &Cell) -> View {
    let asked = |cell: &Cell| -> BTreeSet<super::Advice> { cell.advises.iter().copied().collect() };
    let (ours, theirs) = (asked(one), asked(other));
    match () {
        () if ours == theirs => words(one, other),
        () if ours.is_disjoint(&theirs) => (Accord::Differ, Reason::OtherDemands),
        () => (Accord::Close, Reason::SharedChoices),
    }
}
