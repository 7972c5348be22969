//! The common ground: the regimens and the oral start that all applicable guidelines accept. Where there is none it says so.

use std::collections::BTreeSet;

use super::{Cell, Common, CommonRegimen, Formulary, Ground, MgRange, Row, Topic, Verdict};

/// What is common to the cells of these rows.
pub(super) fn common(rows: &[Row], formulary: &Formulary) -> Common {
    let cells = |topic: Topic| rows.iter().find(|row| row.topic == topic).map_or(&[][..], |row| row.cells.as_slice());
    let (regimens_state, regimens) = regimens(cells(Topic::InitialTherapy), formulary);
    let start = Starts::of(cells(Topic::GcStart), cells(Topic::InitialTherapy));
    let shared = start.shared();
    Common {
        regimens_state,
        regimens,
        start_state: start.state(&shared),
        start_apart: start.apart(&shared),
        start: shared,
        start_without_numbers: start.without_numbers,
    }
}

fn regimens(cells: &[Cell], formulary: &Formulary) -> (Ground, Vec<CommonRegimen>) {
    let applicable: Vec<&Cell> = cells.iter().filter(|cell| cell.verdict.speaks()).collect();
    if applicable.len() < 2 {
        return (Ground::NothingToCompare, Vec::new());
    }
    let accepted = |cell: &&&Cell| -> bool { !needs_data(cell) };
    let sure: Vec<&&Cell> = applicable.iter().filter(accepted).collect();
    let codes: BTreeSet<&str> =
        applicable.iter().flat_map(|cell| &cell.offers).map(|offer| offer.regimen.as_str()).collect();
    let mut found: Vec<CommonRegimen> =
        codes.iter().filter_map(|code| weakest(code, applicable.iter().copied())).collect();
    found.sort_by_key(|common| (common.weakest, formulary.place(&common.regimen)));
    if !found.is_empty() {
        return (Ground::Found, found);
    }
    let possible = codes.iter().any(|code| sure.iter().all(|cell| may_accept(code, cell)));
    let open = sure.is_empty() || possible && (sure.len() < applicable.len() || waits(&applicable));
    (if open { Ground::NeedsData } else { Ground::None }, found)
}

fn needs_data(cell: &Cell) -> bool {
    cell.verdict == Verdict::NeedsData
}

fn waits(cells: &[&Cell]) -> bool {
    cells.iter().flat_map(|cell| &cell.offers).any(|offer| offer.standing == Verdict::NeedsData)
}

/// The weakest standing of a regimen that all of these accept.
fn weakest<'a>(code: &str, cells: impl Iterator<Item = &'a Cell>) -> Option<CommonRegimen> {
    let mut weakest = Verdict::Preferred;
    for cell in cells {
        let offer = cell.offers.iter().find(|offer| offer.regimen == code && offer.standing.accepts())?;
        weakest = weakest.max(offer.standing);
    }
    Some(CommonRegimen { regimen: code.to_owned(), weakest })
}

fn may_accept(code: &str, cell: &Cell) -> bool {
    let accepts = |standing: Verdict| standing.accepts() || standing == Verdict::NeedsData;
    cell.offers.iter().any(|offer| offer.regimen == code && accepts(offer.standing))
}

/// The oral starts of the guidelines that treat: a dose that holds only should one treat nevertheless is no common ground.
struct Starts<'a> {
    asking: usize,
    unknown: bool,
    ranges: Vec<(&'a str, Vec<MgRange>)>,
    without_numbers: Vec<String>,
}

impl<'a> Starts<'a> {
    fn of(cells: &'a [Cell], initial: &[Cell]) -> Self {
        let treats = |verdict: Verdict| verdict.accepts() || matches!(verdict, Verdict::NeedsData | Verdict::Conflict);
        let asking: Vec<&Cell> = cells
            .iter()
            .zip(initial)
            .filter(|(cell, initial)| treats(cell.verdict) && treats(initial.verdict))
            .map(|(cell, _)| cell)
            .collect();
        let ranges = asking.iter().filter(|cell| !cell.doses.is_empty());
        let known = |cell: &&&'a Cell| {
            let mg: Option<Vec<MgRange>> = cell.doses.iter().map(|dose| dose.mg).collect();
            mg.map(|mg| (cell.guideline.as_str(), mg))
        };
        let without = asking.iter().filter(|cell| cell.doses.is_empty() && !needs_data(cell));
        Self {
            asking: asking.len(),
            unknown: asking.iter().any(|cell| needs_data(cell) || cell.doses.iter().any(|dose| dose.mg.is_none())),
            ranges: ranges.filter_map(|cell| known(&cell)).collect(),
            without_numbers: without.map(|cell| cell.guideline.clone()).collect(),
        }
    }

    fn state(&self, shared: &[MgRange]) -> Ground {
        match shared {
            _ if self.asking < 2 => Ground::NothingToCompare,
            [] if self.apart(shared).is_some() => Ground::None,
            _ if self.unknown => Ground::NeedsData,
            _ if self.ranges.len() < 2 => Ground::NothingToCompare,
            [] => Ground::None,
            _ => Ground::Found,
        }
    }

    fn shared(&self) -> Vec<MgRange> {
        let mut ranges = self.ranges.iter().map(|(_, ranges)| ranges);
        let Some(first) = ranges.next() else { return Vec::new() };
        if self.ranges.len() < 2 || self.unknown {
            return Vec::new();
        }
        ranges.fold(first.clone(), |shared, more| meet(&shared, more))
    }

    fn apart(&self, shared: &[MgRange]) -> Option<(String, String)> {
        if !shared.is_empty() {
            return None;
        }
        let pairs = self.ranges.iter().enumerate();
        pairs
            .flat_map(|(place, one)| self.ranges.iter().skip(place + 1).map(move |other| (one, other)))
            .find(|((_, one), (_, other))| meet(one, other).is_empty())
            .map(|((one, _), (other, _))| ((*one).to_owned(), (*other).to_owned()))
    }
}

/// Every range that two sets of ranges share.
pub(super) fn meet(one: &[MgRange], other: &[MgRange]) -> Vec<MgRange> {
    let mut shared: Vec<MgRange> =
        one.iter().flat_map(|range| other.iter().filter_map(|with| range.shared(*with))).collect();
    shared.dedup();
    shared
}
