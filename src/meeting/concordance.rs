//! How a decision's lines read against each guideline, and the lines a guideline's cell would give.

use std::collections::BTreeSet;

use rust_decimal::{Decimal, RoundingStrategy};

use super::shorthand::number;
use crate::domain::{Case, Concordance, Drug, Line, LineKind, Outcome, Reading};
use crate::knowledge::{Agent, Cell, DoseRange, Formulary, Offer, Pulse, Table, Topic, Verdict};
use crate::text::{Lang, words};

/// The reading of each guideline: its answer on initial therapy against the drugs that the lines give.
pub fn concordance(outcome: Option<Outcome>, lines: &[Line], table: &Table, formulary: &Formulary) -> Vec<Concordance> {
    let given = given(lines, formulary);
    let decides = outcome.is_none_or(decides_treatment);
    table
        .columns
        .iter()
        .map(|column| {
            let cell = table.cell(Topic::InitialTherapy, &column.guideline);
            let read = cell.filter(|_| decides).map(|cell| reading(cell, &given, formulary));
            let (reading, statements) = read.unwrap_or((Reading::NotApplicable, Vec::new()));
            Concordance { guideline: column.guideline.clone(), edition: column.edition.clone(), reading, statements }
        })
        .collect()
}

/// Whether this outcome says what treatment is, so that it can be read against a guideline.
fn decides_treatment(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Decided | Outcome::DecidedConditional | Outcome::ContinueUnchanged | Outcome::DeEscalate)
}

/// The drugs given as the decision stands, alternatives and conditions left out, as guidelines name them; glucocorticoids
/// stand in every regimen and are left out too.
fn given(lines: &[Line], formulary: &Formulary) -> BTreeSet<Agent> {
    let drugs = lines.iter().filter(|line| line.is_given() && gives(line.kind)).filter_map(|line| line.drug);
    drugs.filter_map(|drug| formulary.agent(drug)).filter(|agent| *agent != Agent::Glucocorticoid).collect()
}

fn gives(kind: LineKind) -> bool {
    !matches!(kind, LineKind::Stop | LineKind::Hold | LineKind::Other)
}

fn reading(cell: &Cell, given: &BTreeSet<Agent>, formulary: &Formulary) -> (Reading, Vec<String>) {
    let spoke = || cell.spoke.iter().map(|said| said.id.clone()).collect();
    match cell.verdict {
        Verdict::NotAddressed => return (Reading::Silent, Vec::new()),
        Verdict::NotApplicable => return (Reading::NotApplicable, Vec::new()),
        Verdict::NotRead => return (Reading::CannotSay, Vec::new()),
        _ => {}
    }
    let exact = cell.offers.iter().filter(|offer| agents(offer, formulary) == *given);
    if let Some(offer) = exact.min_by_key(|offer| offer.standing) {
        return (standing(offer.standing), offer.statements.clone());
    }
    if cell.verdict == Verdict::NeedsData {
        return (Reading::CannotSay, spoke());
    }
    let accepted: Vec<_> = cell.offers.iter().filter(|offer| offer.standing.accepts()).collect();
    if accepted.is_empty() && given.is_empty() {
        return (Reading::Concordant, spoke());
    }
    let near = accepted.iter().filter(|offer| comparable(&agents(offer, formulary), given));
    match near.min_by_key(|offer| offer.standing) {
        Some(offer) => (Reading::Partly, offer.statements.clone()),
        None => (Reading::Deviates, spoke()),
    }
}

fn agents(offer: &Offer, formulary: &Formulary) -> BTreeSet<Agent> {
    let drugs = formulary.regimen(&offer.regimen).map(|regimen| regimen.drugs.as_slice()).unwrap_or_default();
    drugs.iter().copied().filter(|agent| *agent != Agent::Glucocorticoid).collect()
}

fn standing(standing: Verdict) -> Reading {
    match standing {
        Verdict::Preferred | Verdict::Recommended | Verdict::Option => Reading::Concordant,
        Verdict::Alternative | Verdict::Caution => Reading::Partly,
        Verdict::NeedsData | Verdict::Conflict => Reading::CannotSay,
        _ => Reading::Deviates,
    }
}

/// Whether one is a part of the other, and there is something in both.
fn comparable(one: &BTreeSet<Agent>, other: &BTreeSet<Agent>) -> bool {
    !one.is_empty() && !other.is_empty() && (one.is_subset(other) || other.is_subset(one))
}

/// The lines a form begins with: the first regimen of the cell under the cursor, with the doses that this guideline
/// prints for this weight; empty where the cell offers none. A drug the patient takes is continued, not started.
pub fn prefill(table: &Table, formulary: &Formulary, case: &Case, at: (usize, usize), lang: Lang) -> String {
    let column = table.rows.get(at.0).and_then(|row| row.cells.get(at.1)).map(|cell| cell.guideline.as_str());
    let Some(guideline) = column else { return String::new() };
    let cell = table.cell(Topic::InitialTherapy, guideline);
    let accepted = cell.into_iter().flat_map(|cell| &cell.offers).find(|offer| offer.standing.accepts());
    let Some(regimen) = accepted.and_then(|offer| formulary.regimen(&offer.regimen)) else { return String::new() };
    let mut lines = Vec::new();
    for agent in &regimen.drugs {
        if *agent == Agent::Glucocorticoid {
            lines.extend(glucocorticoids(table, guideline, lang));
        } else if let Some(drug) = usual(*agent, formulary) {
            let taken = case.treatments.iter().any(|treatment| treatment.drug == drug && treatment.is_on(table.today));
            let kind = if taken { LineKind::Continue } else { LineKind::Start };
            lines.push(Line { kind, drug: Some(drug), ..Line::of_words(String::new()) });
        }
    }
    lines.iter().map(|line| super::printed(line, lang)).collect::<Vec<_>>().join("\n")
}

/// The drug that is usually meant.
fn usual(agent: Agent, formulary: &Formulary) -> Option<Drug> {
    formulary.entry(agent).and_then(|entry| entry.drugs.first().copied())
}

fn glucocorticoids(table: &Table, guideline: &str, lang: Lang) -> Vec<Line> {
    let pulses = table.cell(Topic::GcPulse, guideline).into_iter().flat_map(|cell| &cell.pulses);
    let starts = table.cell(Topic::GcStart, guideline).into_iter().flat_map(|cell| &cell.doses);
    let pulse = pulses.take(1).map(|pulse| (Drug::Methylprednisolone, pulse_words(pulse, lang)));
    let start = starts.take(1).map(|dose| (Drug::Prednisone, start_words(dose, lang)));
    let said = pulse.chain(start);
    said.map(|(drug, words)| Line { kind: LineKind::Start, drug: Some(drug), ..Line::of_words(words) }).collect()
}

/// To so many decimals, half away from zero.
fn rounded(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero).normalize()
}

fn pulse_words(pulse: &Pulse, lang: Lang) -> String {
    let number = |value: crate::knowledge::Number| number(rounded(value.0, 2), lang);
    let days = format!("{}-{} {}", number(pulse.days.least), number(pulse.days.most), words(lang).unit.day_short);
    match (pulse.daily_mg, pulse.total_mg) {
        (Some(daily), _) => {
            format!("{}-{} {} × {days}", number(daily.least), number(daily.most), words(lang).unit.mg_per_day)
        }
        (None, Some(total)) => format!("{}-{} mg × {days}", number(total.least), number(total.most)),
        (None, None) => format!("× {days}"),
    }
}

fn start_words(dose: &DoseRange, lang: Lang) -> String {
    let number = |value: crate::knowledge::Number| number(rounded(value.0, 1), lang);
    let Some(mg) = dose.mg else { return String::new() };
    match mg.least {
        Some(least) if least < mg.most => {
            format!("{}-{} {}", number(least), number(mg.most), words(lang).unit.mg_per_day)
        }
        Some(_) => format!("{} {}", number(mg.most), words(lang).unit.mg_per_day),
        None => format!("≤ {} {}", number(mg.most), words(lang).unit.mg_per_day),
    }
}
