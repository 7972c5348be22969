//! Which facts can be supposed otherwise, in which order: what the guidelines ask of this case comes first.

use std::collections::BTreeMap;

use crate::app::Opened;
use crate::knowledge::{Cell, FactId, POOR_PROGNOSIS};

/// A fact that can be supposed otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The group it stands in.
    pub group: Group,
    /// The fact.
    pub fact: FactId,
    /// How many cells ask for it.
    pub asked: usize,
}

/// What facts are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// What most cells ask for, whatever it is about: a hand finds it first.
    MostAsked,
    /// The biopsy.
    Histology,
    /// Protein, filtration, blood.
    Kidney,
    /// Flares, treatment, response.
    Course,
    /// Outside the kidney.
    Extrarenal,
    /// Pregnancy and the wish for one.
    Pregnancy,
    /// What else bears on the choice.
    Background,
    /// Facts that no guideline asks for in this case.
    NotAsked,
}

/// The facts that can be supposed, in the order of a meeting; those that only follow from others are not among them.
const FACTS: [(Group, &[FactId]); 6] = [
    (
        Group::Histology,
        &[
            FactId::Class,
            FactId::ChronicOnly,
            FactId::ActivityIndex,
            FactId::ChronicityIndex,
            FactId::Crescents,
            FactId::Necrosis,
            FactId::SevereInterstitialInflammation,
            FactId::SubstantialFibrosis,
            FactId::PodocyteEffacement,
            FactId::Tma,
        ],
    ),
    (
        Group::Kidney,
        &[
            FactId::Proteinuria,
            FactId::Egfr,
            FactId::BaselineProteinuria,
            FactId::BaselineEgfr,
            FactId::PreflareEgfr,
            FactId::RapidlyProgressive,
            FactId::Worsening,
            FactId::Albumin,
            FactId::Systolic,
            FactId::Diastolic,
            FactId::Igg,
            FactId::Platelets,
            FactId::Schistocytes,
            FactId::Adamts13,
        ],
    ),
    (
        Group::Course,
        &[
            FactId::FirstFlare,
            FactId::FailedCourses,
            FactId::TreatmentStarted,
            FactId::MonthsSinceStart,
            FactId::InResponse,
            FactId::MonthsSinceResponse,
            FactId::InCompleteResponse,
            FactId::MonthsSinceCompleteResponse,
            FactId::Rescue,
            FactId::Prednisone,
            FactId::MonthsOffGlucocorticoid,
            FactId::OnHydroxychloroquine,
            FactId::OnRaasBlocker,
            FactId::RaasBlockerAtMaximum,
            FactId::OnMycophenolate,
        ],
    ),
    (Group::Extrarenal, &[FactId::ExtrarenalModerateSevere, FactId::ExtrarenalActivity]),
    (Group::Pregnancy, &[FactId::Pregnant, FactId::PregnancyWish, FactId::OnTeratogen]),
    (
        Group::Background,
        &[
            FactId::Weight,
            FactId::PoorAdherence,
            FactId::Hypertension,
            FactId::Diabetes,
            FactId::HeartFailure,
            FactId::RecentInfection,
            FactId::AplPositive,
            FactId::AplHighRisk,
            FactId::MycophenolateIntolerance,
            FactId::CyclophosphamideBefore,
            FactId::CyclophosphamideUnfit,
            FactId::CombinationUnavailable,
            FactId::HydroxychloroquineContraindicated,
            FactId::Child,
            FactId::Male,
        ],
    ),
];

/// How many facts stand before the groups.
const MOST_ASKED: usize = 6;

/// The facts that can be supposed of this case: what most cells ask for, then by group, in each the most asked first, and
/// last those not asked for.
pub(super) fn entries(truth: &Opened) -> Vec<Question> {
    let asked = asked(truth);
    let mut entries: Vec<Question> = Vec::new();
    for (group, facts) in FACTS {
        for fact in facts {
            let asked = asked.get(fact).copied().unwrap_or(0);
            let group = if asked == 0 { Group::NotAsked } else { group };
            entries.push(Question { group, fact: *fact, asked });
        }
    }
    // A stable sort: facts asked for equally often keep the order of a meeting.
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.asked));
    for entry in entries.iter_mut().take(MOST_ASKED).filter(|entry| entry.asked > 0) {
        entry.group = Group::MostAsked;
    }
    entries.sort_by_key(|entry| (entry.group, std::cmp::Reverse(entry.asked)));
    entries
}

/// How many cells ask for each fact that can be supposed.
fn asked(truth: &Opened) -> BTreeMap<FactId, usize> {
    let mut counts = BTreeMap::new();
    for cell in truth.table.rows.iter().flat_map(|row| &row.cells) {
        let mut facts: Vec<FactId> = asked_by(cell, truth).into_iter().flat_map(roots).collect();
        facts.sort_unstable();
        facts.dedup();
        for fact in facts {
            *counts.entry(fact).or_insert(0) += 1;
        }
    }
    counts
}

/// The facts that a cell hangs on: those of the statements on its row, and those that its amounts are computed from.
fn asked_by(cell: &Cell, truth: &Opened) -> Vec<FactId> {
    let guideline = truth.library.guideline(&cell.guideline);
    let statements = guideline.into_iter().flat_map(|guideline| &guideline.statements);
    let on_row = statements.filter(|statement| statement.topic == cell.topic || statement.also.contains(&cell.topic));
    let mut facts: Vec<FactId> = on_row.flat_map(|statement| statement.when.facts()).collect();
    if !cell.doses.is_empty() {
        facts.push(FactId::Weight);
    }
    if !cell.expectations.is_empty() {
        facts.extend([FactId::Proteinuria, FactId::Egfr, FactId::BaselineProteinuria, FactId::MonthsSinceStart]);
    }
    facts
}

/// The facts that this one follows from, where it follows from others; else itself.
fn roots(fact: FactId) -> Vec<FactId> {
    use FactId as F;
    match fact {
        F::Proliferative | F::PureV | F::MixedV | F::ClassIOrII | F::ClassVI => vec![F::Class],
        F::ActiveNephritis => vec![F::Class, F::InResponse, F::ChronicOnly],
        F::NephroticRange => vec![F::Proteinuria],
        F::LowFiltration => vec![F::Egfr, F::BaselineEgfr],
        F::HighCkdRisk => vec![F::Egfr, F::SubstantialFibrosis],
        F::AnyCrescents => vec![F::Crescents],
        F::ChronicityWithActivity => vec![F::ChronicityIndex, F::ActivityIndex],
        F::PreviousFlare | F::RepeatedFlares => vec![F::FirstFlare],
        F::OffGlucocorticoid => vec![F::Prednisone],
        F::Age => vec![F::Child],
        F::PoorPrognosis => POOR_PROGNOSIS.into_iter().flat_map(roots).collect(),
        other => vec![other],
    }
}
