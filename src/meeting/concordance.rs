//! How a decision reads against each guideline, and the lines a guideline's cell would give.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::{Decimal, RoundingStrategy};

use super::ceiling::exceeded;
use super::draft::says_what;
use super::shorthand::number;
use crate::domain::{Case, Concordance, Drug, Line, LineKind, Outcome, Reading};
use crate::knowledge::{Agent, Cell, Column, DoseRange, Formulary, Offer, Pulse, Table, Topic, Verdict};
use crate::text::{Lang, words};

/// The reading of each guideline: its answer on initial therapy against what the patient is given once the lines hold,
/// and its glucocorticoid doses against those that the lines begin. Nothing is read while nothing is decided: no line
/// that says what is done, and no outcome that leaves the treatment as it is.
pub fn concordance(
    outcome: Option<Outcome>,
    lines: &[Line],
    case: &Case,
    table: &Table,
    formulary: &Formulary,
) -> Vec<Concordance> {
    if lines.is_empty() && outcome.is_none_or(says_what) {
        return Vec::new();
    }
    let given = Given::of(lines, case, table, formulary);
    let decides = outcome.is_none_or(decides_treatment);
    let read = |Column { guideline, kept, .. }: &Column| {
        let cell = table.cell(Topic::InitialTherapy, guideline).filter(|_| decides);
        let Some(cell) = cell else { return (Reading::NotApplicable, Vec::new(), false) };
        let (reading, mut statements) = given.against(kept).unwrap_or_else(|| given.reading(cell, formulary));
        let above = exceeded(lines, table, guideline, case.patient.weight.known().copied());
        let is_above = !above.is_empty();
        statements.extend(above);
        (if is_above { at_most_partly(reading) } else { reading }, statements, is_above)
    };
    table
        .columns
        .iter()
        .map(|column| {
            let (reading, statements, dose_above) = read(column);
            Concordance {
                guideline: column.guideline.clone(),
                edition: column.edition.clone(),
                reading,
                statements,
                dose_above,
            }
        })
        .collect()
}

/// The drugs of the case that are read with the lines because these say nothing of them: what is taken goes on.
pub fn continued(lines: &[Line], case: &Case, table: &Table, formulary: &Formulary) -> Vec<Drug> {
    let drugs: BTreeSet<Drug> = going_on(lines, case, table).filter(|drug| formulary.agent(*drug).is_some()).collect();
    drugs.into_iter().collect()
}

/// What is taken today and no line speaks of.
fn going_on<'a>(lines: &'a [Line], case: &'a Case, table: &'a Table) -> impl Iterator<Item = Drug> {
    let said = |drug: Drug| lines.iter().any(|line| line.is_given() && line.drug == Some(drug));
    let taken = case.treatments.iter().filter(|treatment| treatment.is_on(table.today)).map(|treatment| treatment.drug);
    taken.filter(move |drug| !said(*drug))
}

/// A guideline's own regimen with a dose above its own is followed in part.
fn at_most_partly(reading: Reading) -> Reading {
    if reading == Reading::Concordant { Reading::Partly } else { reading }
}

/// Whether this outcome says what treatment is, so that it can be read against a guideline.
fn decides_treatment(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Decided | Outcome::DecidedConditional | Outcome::ContinueUnchanged | Outcome::DeEscalate)
}

/// The treatment once the lines hold, as guidelines name it: what is taken and not ended, and what the lines give;
/// alternatives and conditions left out.
struct Given {
    /// Glucocorticoids stand in every regimen and are not among them.
    agents: BTreeSet<Agent>,
    glucocorticoid: bool,
}

impl Given {
    fn of(lines: &[Line], case: &Case, table: &Table, formulary: &Formulary) -> Self {
        let begun = lines.iter().filter(|line| line.is_given() && gives(line.kind)).filter_map(|line| line.drug);
        let drugs = begun.chain(going_on(lines, case, table));
        let mut agents: BTreeSet<Agent> = drugs.filter_map(|drug| formulary.agent(drug)).collect();
        let glucocorticoid = agents.remove(&Agent::Glucocorticoid);
        Self { agents, glucocorticoid }
    }

    /// That it gives a drug which the guideline advises this patient against, whatever it is given with.
    fn against(&self, kept: &BTreeMap<Agent, Vec<String>>) -> Option<(Reading, Vec<String>)> {
        let given: Vec<Agent> = self.agents.iter().copied().collect();
        let mut statements: Vec<String> = Vec::new();
        for (_, ids) in kept.iter().filter(|(agent, _)| agent.is_in(&given)) {
            statements.extend(ids.iter().filter(|id| !statements.contains(id)).cloned().collect::<Vec<_>>());
        }
        (!statements.is_empty()).then_some((Reading::Deviates, statements))
    }

    fn reading(&self, cell: &Cell, formulary: &Formulary) -> (Reading, Vec<String>) {
        let spoke = || cell.spoke.iter().map(|said| said.id.clone()).collect();
        match cell.verdict {
            Verdict::NotAddressed => return (Reading::Silent, Vec::new()),
            Verdict::NotApplicable => return (Reading::NotApplicable, Vec::new()),
            Verdict::NotRead => return (Reading::CannotSay, Vec::new()),
            _ => {}
        }
        let exact = cell.offers.iter().filter(|offer| self.is(offer, formulary));
        if let Some(offer) = exact.min_by_key(|offer| offer.standing) {
            return (standing(offer.standing), offer.statements.clone());
        }
        if cell.verdict == Verdict::NeedsData {
            return (Reading::CannotSay, spoke());
        }
        if cell.verdict == Verdict::Judgement {
            return (Reading::Silent, spoke());
        }
        let accepted: Vec<_> = cell.offers.iter().filter(|offer| offer.standing.accepts()).collect();
        if accepted.is_empty() && self.agents.is_empty() {
            return (Reading::Concordant, spoke());
        }
        let near = accepted.iter().filter(|offer| comparable(&agents(offer, formulary), &self.agents));
        match near.min_by_key(|offer| offer.standing) {
            Some(offer) => (Reading::Partly, offer.statements.clone()),
            None => (Reading::Deviates, spoke()),
        }
    }

    /// Whether it is this regimen. Glucocorticoids alone are a regimen only where some are given.
    fn is(&self, offer: &Offer, formulary: &Formulary) -> bool {
        let agents = agents(offer, formulary);
        agents == self.agents && (self.glucocorticoid || !agents.is_empty())
    }
}

fn gives(kind: LineKind) -> bool {
    !matches!(kind, LineKind::Stop | LineKind::Hold | LineKind::Other)
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
        // Who leaves it to the room's judgement is neither followed nor departed from.
        Verdict::Judgement => Reading::Silent,
        _ => Reading::Deviates,
    }
}

/// Whether one is a part of the other, and there is something in both.
fn comparable(one: &BTreeSet<Agent>, other: &BTreeSet<Agent>) -> bool {
    !one.is_empty() && !other.is_empty() && (one.is_subset(other) || other.is_subset(one))
}

/// The lines a form begins with, and whose they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The guideline's id.
    pub guideline: String,
    /// The regimen's code in the formulary.
    pub regimen: String,
    /// The lines.
    pub lines: String,
}

/// What a form begins with: the first regimen of the cell under the cursor, with the doses that this guideline prints for
/// this weight; none where the cell offers none. A drug the patient takes is continued, not started.
pub fn proposal(table: &Table, formulary: &Formulary, case: &Case, at: (usize, usize), lang: Lang) -> Option<Proposal> {
    let guideline = table.rows.get(at.0)?.cells.get(at.1)?.guideline.as_str();
    let offer = table.cell(Topic::InitialTherapy, guideline)?.offers.iter().find(|offer| offer.standing.accepts())?;
    let regimen = formulary.regimen(&offer.regimen)?;
    let mut lines = Vec::new();
    for agent in &regimen.drugs {
        if *agent == Agent::Glucocorticoid {
            lines.extend(glucocorticoids(table, guideline, lang));
        } else if let Some(drug) = usual(*agent, formulary) {
            let kind = if case.takes(drug, table.today) { LineKind::Continue } else { LineKind::Start };
            lines.push(Line { kind, drug: Some(drug), ..Line::of_words(String::new()) });
        }
    }
    let lines = lines.iter().map(|line| super::printed(line, lang)).collect::<Vec<_>>().join("\n");
    Some(Proposal { guideline: guideline.to_owned(), regimen: regimen.code.clone(), lines })
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
pub(super) fn rounded(value: Decimal, decimals: u32) -> Decimal {
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
