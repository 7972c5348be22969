//! The common ground: what satisfies all applicable guidelines at once. Where there is nothing it says so, and why.

mod duration;
mod gap;
mod pulse;
mod response;
mod target;

use std::collections::BTreeSet;

use super::{Cell, Common, CommonRegimen, Formulary, Ground, Row, Topic, Verdict};

/// What is common to the cells of these rows.
pub(super) fn common(rows: &[Row], formulary: &Formulary) -> Common {
    let cells = |topic: Topic| rows.iter().find(|row| row.topic == topic).map_or(&[][..], |row| row.cells.as_slice());
    let (regimens_state, regimens) = regimens(cells(Topic::InitialTherapy), formulary);
    let initial = cells(Topic::InitialTherapy);
    let starting = Asking::of(cells(Topic::GcStart), initial);
    let start = gap::start(&starting);
    let responses = [Topic::Response3m, Topic::Response6m, Topic::Response12m];
    Common {
        regimens_state,
        regimens,
        pulse: Some(pulse::pulse(&Asking::of(cells(Topic::GcPulse), initial))),
        target: Some(target::target(&Asking::of(cells(Topic::GcTarget), initial), &starting, &start)),
        responses: responses.iter().map(|topic| response::response(*topic, cells(*topic))).collect(),
        duration: Some(duration::duration(cells(Topic::Withdrawal))),
        start_state: start.state,
        start_gap: start.gap,
        start: start.shared,
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
    // What all the sure ones may accept and is not found hangs on what is not known.
    let open = sure.is_empty() || codes.iter().any(|code| sure.iter().all(|cell| may_accept(code, cell)));
    (if open { Ground::NeedsData } else { Ground::None }, found)
}

fn needs_data(cell: &Cell) -> bool {
    cell.verdict == Verdict::NeedsData
}

/// Whether a regimen that stands so may be chosen: accepted, or left to the room's judgement among a few.
fn is_open_to(standing: Verdict) -> bool {
    standing.accepts() || standing == Verdict::Judgement
}

/// The weakest standing of a regimen that all of these are open to.
fn weakest<'a>(code: &str, cells: impl Iterator<Item = &'a Cell>) -> Option<CommonRegimen> {
    let mut weakest = Verdict::Preferred;
    for cell in cells {
        let offer = cell.offers.iter().find(|offer| offer.regimen == code && is_open_to(offer.standing))?;
        weakest = weakest.max(offer.standing);
    }
    Some(CommonRegimen { regimen: code.to_owned(), weakest })
}

fn may_accept(code: &str, cell: &Cell) -> bool {
    let accepts = |standing: Verdict| is_open_to(standing) || standing == Verdict::NeedsData;
    cell.offers.iter().any(|offer| offer.regimen == code && accepts(offer.standing))
}

/// The cells of the guidelines that treat: a dose that holds only should one treat nevertheless is no common ground.
struct Asking<'a>(Vec<&'a Cell>);

impl<'a> Asking<'a> {
    fn of(cells: &'a [Cell], initial: &[Cell]) -> Self {
        let treats = |verdict: Verdict| verdict.accepts() || matches!(verdict, Verdict::NeedsData | Verdict::Conflict);
        let offers = |cell: &Cell| cell.offers.first().is_some_and(|offer| is_open_to(offer.standing));
        let treating = |initial: &Cell| treats(initial.verdict) || offers(initial);
        let both = cells.iter().zip(initial).filter(|(cell, initial)| treats(cell.verdict) && treating(initial));
        Self(both.map(|(cell, _)| cell).collect())
    }

    /// The guidelines that ask for it without a number.
    fn without_numbers(&self, has_numbers: impl Fn(&Cell) -> bool) -> Vec<String> {
        let without = self.0.iter().filter(|cell| !has_numbers(cell) && !needs_data(cell));
        without.map(|cell| cell.guideline.clone()).collect()
    }

    /// Whether some of them cannot be answered yet.
    fn is_open(&self) -> bool {
        self.0.iter().any(|cell| needs_data(cell))
    }
}

/// How so many guidelines stand of which so many print numbers, before the numbers are looked at; none where two or more
/// have numbers and nothing is open.
fn undecided(asking: usize, with_numbers: usize, is_open: bool) -> Option<Ground> {
    match () {
        () if asking < 2 => Some(Ground::NothingToCompare),
        () if is_open => Some(Ground::NeedsData),
        () if with_numbers < 2 => Some(Ground::NothingToCompare),
        () => None,
    }
}
