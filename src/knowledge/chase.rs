//! What open answers of the guidelines wait for, who could tell it, and how much of what they ask is known.

use std::collections::BTreeSet;

use super::{Datum, Facts, Missing, Table, Topic, Verdict, missing};
use crate::domain::codes::codes;

codes! {
    /// Who can tell what a case file does not say.
    Informant {
        Requester = "requester",
        Pathologist = "pathologist",
        Laboratory = "laboratory",
        /// The patient, or the nurse who sees them.
        Patient = "patient",
        Pharmacy = "pharmacy",
        Ophthalmologist = "ophthalmologist",
    }
}

impl Datum {
    /// Who can tell it first.
    pub const fn informant(self) -> Informant {
        use Datum as D;
        match self {
            D::Class
            | D::Lesions
            | D::ActivityIndex
            | D::ChronicityIndex
            | D::Crescents
            | D::Necrosis
            | D::InterstitialInflammation
            | D::Fibrosis
            | D::PodocyteEffacement
            | D::Tma => Informant::Pathologist,
            D::Creatinine
            | D::Upcr
            | D::Protein24h
            | D::Albumin
            | D::Igg
            | D::Platelets
            | D::Uacr
            | D::Potassium
            | D::Adamts13
            | D::Schistocytes
            | D::Apl
            | D::AntiSsa
            | D::HepatitisB
            | D::Tpmt
            | D::Nudt15
            | D::PregnancyTest => Informant::Laboratory,
            D::Weight
            | D::Height
            | D::BloodPressure
            | D::PregnancyStatus
            | D::PregnancyWish
            | D::PregnancyWeeks
            | D::Contraception
            | D::Adherence
            | D::Influenza
            | D::Pneumococcus
            | D::Zoster
            | D::Hpv
            | D::LiveVaccine => Informant::Patient,
            D::Treatments | D::OtherDrug | D::Dose => Informant::Pharmacy,
            D::EyeExam => Informant::Ophthalmologist,
            D::Biopsy
            | D::RapidlyProgressive
            | D::RaasiAtMaximum
            | D::Worsening
            | D::Preflare
            | D::Replacement
            | D::Started
            | D::Response
            | D::CompleteResponse
            | D::Rescue
            | D::Sledai
            | D::Sex
            | D::Born
            | D::Flares
            | D::FailedCourses
            | D::Extrarenal
            | D::Comorbidities
            | D::CyclophosphamideBefore
            | D::MycophenolateIntolerance
            | D::CyclophosphamideUnfit
            | D::CombinationUnavailable
            | D::HydroxychloroquineContraindicated
            | D::DamageReviewed
            | D::CareAgreement
            | D::FetalEcho
            | D::Fertility
            | D::Pjp
            | D::FractureRisk
            | D::Line
            | D::LineDose
            | D::Stated => Informant::Requester,
        }
    }
}

/// What open answers hang on, first what settles most.
pub fn awaited(table: &Table) -> Vec<Missing> {
    missing(table).into_iter().filter(|one| one.settles + one.with_others > 0).collect()
}

/// The rows whose open answers hang on this, each with the ids of the guidelines.
pub fn waiting(table: &Table, datum: Datum) -> Vec<(Topic, Vec<&str>)> {
    let rows = table.rows.iter().filter_map(|row| {
        let is_open = |cell: &&super::Cell| {
            let hangs_on = if cell.hangs_on.is_empty() { &cell.missing } else { &cell.hangs_on };
            cell.verdict == Verdict::NeedsData && hangs_on.contains(&datum)
        };
        let guidelines: Vec<&str> = row.cells.iter().filter(is_open).map(|cell| cell.guideline.as_str()).collect();
        (!guidelines.is_empty()).then_some((row.topic, guidelines))
    });
    rows.collect()
}

/// How much of what the guidelines ask of a patient is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Completeness {
    /// Data that answers rest on.
    pub known: usize,
    /// Those and the ones that are missing.
    pub asked: usize,
}

/// Of the data that the statements of this table ask for, how many the case tells. What is missing counts as missing, even
/// where another entry of its kind is there.
pub fn completeness(table: &Table, facts: &Facts) -> Completeness {
    let missing: BTreeSet<Datum> = missing(table).into_iter().map(|one| one.datum).collect();
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    let asked: BTreeSet<_> = cells
        .flat_map(|cell| cell.spoke.iter().chain(&cell.waiting))
        .flat_map(|said| said.facts.iter().copied())
        .collect();
    let evidence = asked.iter().flat_map(|fact| &facts.get(*fact).evidence).map(|evidence| evidence.what);
    let known: BTreeSet<Datum> = evidence.filter(|datum| !missing.contains(datum)).collect();
    Completeness { known: known.len(), asked: known.len() + missing.len() }
}
