//! Which facts can be supposed otherwise, in which order: what the guidelines ask of this case comes first.

use std::collections::BTreeMap;

use crate::app::Opened;
use crate::knowledge::{Cell, FactId};

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

/// The facts that can be supposed, in the order of a meeting; those that only follow from others are not among them, nor
/// those that the safety rules alone ask for.
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
            FactId::Biopsied,
            FactId::Rebiopsied,
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
            FactId::HaematuriaOrCasts,
            FactId::RapidlyProgressive,
            FactId::Worsening,
            FactId::Albumin,
            FactId::Systolic,
            FactId::Diastolic,
            FactId::Igg,
            FactId::Platelets,
            FactId::Schistocytes,
            FactId::Adamts13,
            FactId::OnDialysis,
            FactId::Transplanted,
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
            FactId::OnCyclophosphamide,
            FactId::CyclophosphamideToFollow,
            FactId::OnBelimumab,
            FactId::OnCni,
            FactId::OnAntiCd20,
        ],
    ),
    (Group::Extrarenal, &[FactId::ExtrarenalModerateSevere, FactId::ExtrarenalActivity, FactId::ExtrarenalQuiet]),
    (
        Group::Pregnancy,
        &[
            FactId::Pregnant,
            FactId::PregnancyWish,
            FactId::MayConceive,
            FactId::NoContraception,
            FactId::OestrogenContraception,
            FactId::MonthsOffTeratogen,
            FactId::Postpartum,
            FactId::Breastfeeding,
        ],
    ),
    (
        Group::Background,
        &[
            FactId::Weight,
            FactId::PoorAdherence,
            FactId::Hypertension,
            FactId::Diabetes,
            FactId::HeartFailure,
            FactId::Multimorbidity,
            FactId::RecentInfection,
            FactId::AplPositive,
            FactId::AplHighRisk,
            FactId::Aps,
            FactId::MycophenolateIntolerance,
            FactId::CyclophosphamideBefore,
            FactId::CyclophosphamideLifetime,
            FactId::CyclophosphamideUnfit,
            FactId::CombinationUnavailable,
            FactId::HydroxychloroquineContraindicated,
            FactId::Age,
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
        let mut facts: Vec<FactId> = asked_by(cell, truth).into_iter().flat_map(FactId::roots).collect();
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
