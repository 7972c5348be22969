//! The shipped cases: they read without a remark, say that they are invented, and have enough in them to fill a screen.

use std::fs;
use std::path::{Path, PathBuf};

use regards::clinic;
use regards::domain::{Case, Day, Origin, SledaiItem};
use regards::read;
use rust_decimal::Decimal;

/// File, and the eGFR of its newest laboratory values: what the vignette states (guidelines.md T), where it states one.
const CASES: [(&str, f64); 12] = [
    ("ln-2026-001-polyarthrite", 95.0),
    ("ln-2026-002-nephrotique-homme", 88.0),
    ("ln-2026-003-classe-v-0-7", 110.0),
    ("ln-2026-004-classe-v-nephrotique", 105.0),
    ("ln-2026-005-classe-iii-discrete", 108.0),
    ("ln-2026-006-classe-v-1-6", 110.0),
    ("ln-2026-007-arret", 93.0),
    ("ln-2026-008-projet-grossesse", 104.0),
    ("ln-2026-009-adolescente", 100.0),
    ("ln-2026-010-mat", 48.0),
    ("ls-2026-011-articulaire-cutane", 101.0),
    ("ls-2026-012-desescalade", 84.0),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases")
}

fn day(written: &str) -> Day {
    written.parse().unwrap()
}

fn case(name: &str) -> Case {
    let bytes = fs::read(folder().join(name).with_extension("yaml")).unwrap();
    let reading = read::case(&bytes, day("2026-11-23"));
    assert_eq!(reading.remarks, [], "{name}");
    reading.value.unwrap()
}

fn cases() -> impl Iterator<Item = (&'static str, Case)> {
    CASES.into_iter().map(|(name, _)| (name, case(name)))
}

#[test]
fn every_shipped_file_is_in_the_list() {
    let mut files: Vec<String> =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    files.sort();
    assert_eq!(files, CASES.map(|(name, _)| format!("{name}.yaml")));
}

#[test]
fn every_case_reads_without_a_remark_and_is_synthetic() {
    for (name, case) in cases() {
        let text = fs::read_to_string(folder().join(name).with_extension("yaml")).unwrap();
        assert!(text.starts_with("# Cas synthétique : toute ressemblance"), "{name}");
        assert_eq!(case.origin, Some(Origin::Synthetic), "{name}");
        assert_eq!(case.meeting, Some(day("2026-11-26")), "{name}");
        assert!(name.starts_with(&format!("{}-", case.case.as_str().to_lowercase())), "{name}");
    }
}

#[test]
fn every_case_has_a_series_of_at_least_a_year() {
    for (name, case) in cases() {
        let (first, last) = (case.labs.first().unwrap(), case.labs.last().unwrap());
        assert!(case.labs.len() >= 6, "{name}");
        assert!(last.date.days_since(first.date) >= 365, "{name}");
    }
}

#[test]
fn every_case_fills_every_panel() {
    for (name, case) in cases() {
        assert!(case.requester.is_some(), "{name}");
        assert!(case.patient.weight.known().is_some(), "{name}");
        assert!(case.activity.len() >= 2, "{name}");
        assert!(case.blood_pressure.len() >= 3, "{name}");
        assert!(case.damage.sdi.known().is_some() && case.damage.reviewed.known().is_some(), "{name}");
        assert!(case.treatments.len() >= 5, "{name}");
        assert!(case.person.wishes.known().is_some() && case.person.announcement.is_some(), "{name}");
        assert!(!case.background.apl.is_absent(), "{name}");
    }
}

#[test]
fn the_newest_egfr_is_the_vignettes() {
    for (name, stated) in CASES {
        let case = case(name);
        let egfr = clinic::egfr_on(&case, case.labs.last().unwrap()).unwrap().value;
        assert!((egfr - stated).abs() <= 1.0, "{name}: {egfr}");
    }
}

/// Age at the meeting, weight, and newest UPCR of the vignettes that state them (guidelines.md T).
#[test]
fn age_weight_and_proteinuria_are_the_vignettes() {
    let stated = [
        ("ln-2026-001-polyarthrite", 28, "60 kg", "1.8 g/g"),
        ("ln-2026-002-nephrotique-homme", 35, "80 kg", "5.2 g/g"),
        ("ln-2026-003-classe-v-0-7", 31, "65 kg", "0.7 g/g"),
        ("ln-2026-004-classe-v-nephrotique", 22, "60 kg", "6.0 g/g"),
        ("ln-2026-005-classe-iii-discrete", 33, "58 kg", "0.8 g/g"),
        ("ln-2026-006-classe-v-1-6", 31, "65 kg", "1.6 g/g"),
        ("ln-2026-008-projet-grossesse", 29, "63 kg", "0.25 g/g"),
        ("ln-2026-009-adolescente", 13, "42 kg", "2.5 g/g"),
    ];
    for (name, age, weight, upcr) in stated {
        let case = case(name);
        assert_eq!(case.patient.age_on(case.meeting.unwrap()), Some(age), "{name}");
        assert_eq!(case.patient.weight.known().unwrap().to_string(), weight, "{name}");
        assert_eq!(case.labs.last().unwrap().upcr.known().unwrap().to_string(), upcr, "{name}");
    }
}

/// Thresholds of SLEDAI-2K (activity.md 1), strict; serology by the laboratory's own limits; UPCR stands for 24 h.
#[test]
fn the_laboratory_items_of_sledai_agree_with_the_laboratory() {
    for (name, case) in cases() {
        let limits = &case.laboratory;
        for visit in &case.activity {
            let lab = case.labs.iter().find(|lab| lab.date == visit.date).expect(name);
            let upcr = lab.upcr.known().unwrap().value();
            let low_c3 = lab.c3.known().unwrap() < limits.c3_lower.known().unwrap();
            let low_c4 = lab.c4.known().unwrap() < limits.c4_lower.known().unwrap();
            let expected = [
                (SledaiItem::Proteinuria, upcr > Decimal::from(500)),
                (SledaiItem::LowComplement, low_c3 || low_c4),
                (SledaiItem::AntiDsdna, lab.anti_dsdna.known().unwrap() > limits.anti_dsdna_upper.known().unwrap()),
                (SledaiItem::Thrombocytopenia, lab.platelets.known().unwrap().value() < Decimal::from(100)),
                (SledaiItem::Leukopenia, lab.white_cells.known().unwrap().value() < Decimal::from(3)),
            ];
            let present = visit.sledai.known().expect(name);
            for (item, is_present) in expected {
                assert_eq!(present.contains(&item), is_present, "{name} {} {item}", visit.date);
            }
        }
    }
}
