//! Every statement can speak: in a vignette, in a shipped case, or when one of these is varied by a few facts.

use std::collections::BTreeSet;

use regards::domain::Day;
use regards::knowledge::{FactId, Facts, Truth, facts};
use regards::read;

use super::vignettes;

use crate::scene::library;

/// What vignettes and cases do not show, as facts stated on top of one of them.
const VARIED: &[(&str, &[(FactId, &str)])] = &[
    ("V2", &[(FactId::Egfr, "40 mL/min/1.73m²")]),
    ("V2", &[(FactId::Egfr, "25 mL/min/1.73m²"), (FactId::SubstantialFibrosis, "yes")]),
    ("V1", &[(FactId::Egfr, "15 mL/min/1.73m²"), (FactId::RepeatedFlares, "yes")]),
    ("V1", &[(FactId::RapidlyProgressive, "yes"), (FactId::AnyCrescents, "yes"), (FactId::PoorAdherence, "yes")]),
    ("V1", &[(FactId::CombinationUnavailable, "yes"), (FactId::CyclophosphamideBefore, "yes")]),
    ("V1", &[(FactId::MycophenolateIntolerance, "yes"), (FactId::CyclophosphamideUnfit, "yes")]),
    ("V1", &[(FactId::FailedCourses, "2"), (FactId::TreatmentStarted, "yes"), (FactId::FirstFlare, "no")]),
    ("V1", &[(FactId::FailedCourses, "1"), (FactId::TreatmentStarted, "yes"), (FactId::FirstFlare, "no")]),
    ("V1", &[(FactId::Igg, "5 g/L"), (FactId::HydroxychloroquineContraindicated, "yes")]),
    ("V1", &[(FactId::PregnancyWish, "yes")]),
    ("V1", &[(FactId::Pregnant, "yes"), (FactId::MixedV, "yes")]),
    ("V1", &[(FactId::TreatmentStarted, "yes"), (FactId::MonthsSinceStart, "12 months")]),
    ("V11", &[(FactId::ClassIOrII, "yes"), (FactId::NephroticRange, "no"), (FactId::ChronicOnly, "yes")]),
    ("V11", &[(FactId::ClassIOrII, "yes"), (FactId::NephroticRange, "yes"), (FactId::ClassVI, "yes")]),
    ("V11", &[(FactId::MonthsSinceResponse, "40 months"), (FactId::MonthsSinceCompleteResponse, "40 months")]),
    ("V11", &[(FactId::MonthsSinceResponse, "40 months"), (FactId::MonthsSinceCompleteResponse, "6 months")]),
    ("V11", &[(FactId::Egfr, "40 mL/min/1.73m²"), (FactId::OffGlucocorticoid, "no")]),
    ("V1", &[(FactId::ChronicOnly, "yes")]),
    ("V16", &[(FactId::Adamts13, "5 %")]),
    ("V16", &[(FactId::Pregnant, "yes")]),
    ("V16", &[(FactId::Adamts13, "40 %"), (FactId::Aps, "yes")]),
    ("V1", &[(FactId::AplPositive, "yes"), (FactId::AplHighRisk, "yes"), (FactId::Aps, "no"), (FactId::Tma, "no")]),
    ("V1", &[(FactId::Multimorbidity, "yes"), (FactId::NoContraception, "yes")]),
    ("V1", &[(FactId::OestrogenContraception, "yes"), (FactId::Necrosis, "yes")]),
    ("V7", &[(FactId::FailedCourses, "1"), (FactId::CyclophosphamideBefore, "yes")]),
    ("V11", &[(FactId::ClassIOrII, "yes"), (FactId::NephroticRange, "yes"), (FactId::PodocyteEffacement, "yes")]),
    ("V12", &[(FactId::QuietMonths, "3 months"), (FactId::Proteinuria, "0.6 g/g")]),
    ("V1", &[(FactId::Biopsied, "no")]),
    (
        "V1",
        &[
            (FactId::Biopsied, "no"),
            (FactId::Proteinuria, "0.4 g/g"),
            (FactId::HaematuriaOrCasts, "yes"),
            (FactId::ImpairedFunction, "no"),
        ],
    ),
    ("V11", &[(FactId::RepeatedFlares, "yes"), (FactId::Relapse, "yes")]),
    ("V6", &[(FactId::Relapse, "yes")]),
    ("V11", &[(FactId::CyclophosphamideToFollow, "yes"), (FactId::OnCni, "yes"), (FactId::OnAntiCd20, "yes")]),
    ("V11", &[(FactId::MycophenolateIntolerance, "yes"), (FactId::DualRegimen, "yes"), (FactId::TripleRegimen, "no")]),
    ("V11", &[(FactId::InPartialResponse, "yes")]),
    ("V11", &[(FactId::DualRegimen, "yes"), (FactId::TripleRegimen, "no"), (FactId::InPartialResponse, "yes")]),
    (
        "V2",
        &[
            (FactId::TreatmentStarted, "yes"),
            (FactId::MonthsSinceStart, "8 months"),
            (FactId::BaselineProteinuria, "6 g/g"),
            (FactId::TripleRegimen, "yes"),
            (FactId::OnMycophenolate, "yes"),
        ],
    ),
    (
        "V1",
        &[
            (FactId::MonthsSinceStart, "8 months"),
            (FactId::BaselineProteinuria, "2 g/g"),
            (FactId::OnMycophenolate, "no"),
        ],
    ),
    ("V6", &[(FactId::MonthsSinceStart, "8 months"), (FactId::BaselineProteinuria, "2 g/g")]),
    ("V2", &[(FactId::FailedCourses, "2")]),
    ("V12", &[(FactId::MonthsSinceCompleteResponse, "6 months")]),
    ("V12", &[(FactId::ExtrarenalActivity, "yes")]),
    ("V12", &[(FactId::MonthsSinceStart, "20 months"), (FactId::Prednisone, "10 mg/d")]),
    ("V11", &[(FactId::MonthsSinceStart, "8 months"), (FactId::Proteinuria, "1 g/g"), (FactId::OnRaasBlocker, "yes")]),
    ("V11", &[(FactId::KidneyFailure, "yes"), (FactId::Transplanted, "no"), (FactId::ExtrarenalQuiet, "yes")]),
    ("V11", &[(FactId::NearKidneyFailure, "yes"), (FactId::Transplanted, "no"), (FactId::ExtrarenalQuiet, "no")]),
    ("V11", &[(FactId::Transplanted, "yes"), (FactId::CyclophosphamideLifetime, "37 g")]),
];

/// Every vignette as it is, then those that are varied: its name, and what is stated on top.
pub(super) fn vignettes_varied() -> Vec<(String, &'static [(FactId, &'static str)])> {
    let plain = vignettes::all().into_iter().map(|(name, _)| (name, &[][..]));
    plain.chain(VARIED.iter().map(|(name, changes)| ((*name).to_owned(), *changes))).collect()
}

pub fn everyone() -> Vec<Facts> {
    let vignettes = vignettes_varied();
    let today: Day = "2026-11-26".parse().unwrap();
    let cases = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/cases")).unwrap();
    let cases = cases.map(|entry| {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        facts(&read::case(&bytes, today).value.unwrap(), today)
    });
    vignettes.iter().map(|(name, changes)| vignettes::supposing(name, changes)).chain(cases).collect()
}

#[test]
fn every_statement_can_speak() {
    let library = library();
    let everyone = everyone();
    let speaks = |when| everyone.iter().any(|facts| facts.judge(when) == Truth::Yes);
    let mute: Vec<String> = library
        .guidelines()
        .iter()
        .flat_map(|guideline| guideline.statements.iter().map(move |statement| (&guideline.id, statement)))
        .filter(|(_, statement)| !speaks(&statement.when))
        .map(|(guideline, statement)| format!("{guideline} {}", statement.id))
        .collect();
    assert!(mute.is_empty(), "{}", mute.join("\n"));
}

#[test]
fn every_fact_is_established_or_says_what_is_missing() {
    let mut silent: BTreeSet<FactId> = BTreeSet::new();
    for facts in everyone() {
        let found: BTreeSet<FactId> = facts.all().map(|(fact, _)| fact).collect();
        silent.extend(FactId::ALL.iter().filter(|fact| !found.contains(fact)));
        for (fact, finding) in facts.all() {
            let known = finding.missing.is_empty();
            let unknown = finding.value == regards::knowledge::Value::Unknown;
            assert!(known != unknown, "{fact}: {finding:?}");
        }
    }
    assert!(silent.is_empty(), "{silent:?}");
}
