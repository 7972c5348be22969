//! What is remarked on the lines of a draft, without any limit of medicine: two lines for one drug, a drug that is already
//! taken, a dose that is left open. It holds nothing back.

use std::collections::BTreeSet;

use crate::domain::{Case, Day, Dose, Drug, Line, LineKind, Outcome};
use crate::wording::is_dose_unread;

/// Something that the lines leave in doubt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// Two lines that both hold now, or from the same day.
    TwoLines(Drug),
    /// It is begun, and the patient takes it: how much, where that is known, and since when.
    Taken(Drug, Option<Dose>, Day),
    /// They are given, and no dose or only a range is said.
    DosesOpen(Vec<Drug>),
    /// The patient died, and there are lines of treatment.
    AfterDeath,
}

/// What is remarked on these lines: that nobody is left to treat, then drug by drug in their order; last the doses that
/// are left open.
pub fn remarks(outcome: Option<Outcome>, lines: &[Line], case: &Case, today: Day) -> Vec<Remark> {
    let treats = lines.iter().any(|line| line.drug.is_some());
    let after_death = (outcome == Some(Outcome::Deceased) && treats).then_some(Remark::AfterDeath);
    let given: Vec<&Line> = lines.iter().filter(|line| line.is_given()).collect();
    let mut seen = BTreeSet::new();
    let drugs = given.iter().filter_map(|line| line.drug).filter(|drug| seen.insert(*drug));
    let of_drugs = drugs.flat_map(|drug| of_drug(drug, &given, case, today)).collect::<Vec<_>>();
    let mut open: Vec<Drug> = lines.iter().filter(|line| is_dose_open(line)).filter_map(|line| line.drug).collect();
    let mut named = BTreeSet::new();
    open.retain(|drug| named.insert(*drug));
    let open = (!open.is_empty()).then_some(Remark::DosesOpen(open));
    after_death.into_iter().chain(of_drugs).chain(open).collect()
}

fn of_drug(drug: Drug, given: &[&Line], case: &Case, today: Day) -> Vec<Remark> {
    let lines: Vec<&Line> = given.iter().copied().filter(|line| line.drug == Some(drug)).collect();
    let pairs =
        lines.iter().enumerate().flat_map(|(at, first)| lines.iter().skip(at + 1).map(move |then| (*first, *then)));
    let two = pairs.into_iter().any(|(first, then)| is_in_doubt(first, then)).then_some(Remark::TwoLines(drug));
    let taken = lines.first().and_then(|line| taken(drug, line, case, today));
    two.into_iter().chain(taken).collect()
}

/// Whether nobody can tell which of two lines for a drug holds: those that follow each other say so, by the date of one, by how
/// long the first lasts, or as a taper of what the first gives.
fn is_in_doubt(first: &Line, then: &Line) -> bool {
    if (first.kind, &first.order) == (then.kind, &then.order) {
        return true;
    }
    let from = |line: &Line| line.order.as_ref().and_then(|order| order.from).map(|due| due.said);
    let lasts = first.order.as_ref().is_some_and(|order| order.duration.is_some());
    let is_taper =
        then.kind == LineKind::Taper && !matches!(first.kind, LineKind::Stop | LineKind::Hold | LineKind::Taper);
    from(first) == from(then) && !lasts && !is_taper
}

/// What the patient takes of a drug that this line begins.
fn taken(drug: Drug, line: &Line, case: &Case, today: Day) -> Option<Remark> {
    let begins = matches!(line.kind, LineKind::Start | LineKind::Add);
    let taken = case.treatments.iter().filter(|one| begins && one.drug == drug && one.is_on(today));
    let last = taken.max_by_key(|one| one.from)?;
    Some(Remark::Taken(drug, last.dose.known().copied(), last.from))
}

/// Whether a drug is given and how much of it is still to be said; a dose that was not read is marked on its line.
pub fn is_dose_open(line: &Line) -> bool {
    use LineKind::{Add, Decrease, Increase, Start, Switch};
    let is_dosed = line.drug.is_some_and(|drug| drug != Drug::PlasmaExchange);
    let gives = line.is_given() && matches!(line.kind, Start | Add | Increase | Decrease | Switch);
    let order = line.order.as_ref();
    let dose = order.and_then(|order| order.dose);
    let is_reached = order.is_some_and(|order| order.steps.iter().any(|step| step.to.is_some()));
    let is_open = dose.map_or(!is_reached, |dose| dose.most.is_some());
    gives && is_dosed && is_open && !is_dose_unread(line)
}
