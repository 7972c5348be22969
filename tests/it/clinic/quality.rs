use regards::clinic::*;
use regards::domain::{Case, Day};
use serde_json::json;

use super::bare_case;

fn today() -> Day {
    "2026-11-26".parse().unwrap()
}

fn with(fields: &serde_json::Value) -> Case {
    let mut file = serde_json::to_value(bare_case()).unwrap();
    file.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    serde_json::from_value(file).unwrap()
}

#[test]
fn an_empty_case_meets_nothing_and_misses_nothing() {
    for indicator in QualityIndicator::ALL {
        let verdict = indicator.of(&bare_case(), today());
        assert!(!matches!(verdict, Some(Verdict::Yes | Verdict::No)), "{indicator:?}: {verdict:?}");
    }
}

/// Mosca 2011, 2: every year.
#[test]
fn damage_is_reviewed_every_year() {
    let reviewed = |date: &str| {
        QualityIndicator::DamageEveryYear.of(&with(&json!({ "damage": { "sdi": [], "reviewed": date } })), today())
    };
    assert_eq!(reviewed("2025-11-27"), Some(Verdict::Yes));
    assert_eq!(reviewed("2025-11-26"), Some(Verdict::No));
}

/// Chavatza 2021, the two outcomes that are visible.
#[test]
fn doses() {
    let treatments = |hcq: &str, prednisone: &str| {
        with(&json!({
            "patient": { "alias": "A. B.", "sex": "female", "weight": "60 kg" },
            "treatments": [
                { "drug": "hydroxychloroquine", "dose": hcq, "from": "2024-01-01" },
                { "drug": "prednisone", "dose": prednisone, "from": "2024-01-01" },
            ],
        }))
    };
    let of = |indicator: QualityIndicator, hcq, prednisone| indicator.of(&treatments(hcq, prednisone), today());
    assert_eq!(of(QualityIndicator::HcqDose, "300 mg/d", "5 mg/d"), Some(Verdict::Yes));
    assert_eq!(of(QualityIndicator::HcqDose, "400 mg/d", "5 mg/d"), Some(Verdict::No));
    assert_eq!(of(QualityIndicator::PrednisoneBelow7, "300 mg/d", "7 mg/d"), Some(Verdict::Yes));
    assert_eq!(of(QualityIndicator::PrednisoneBelow7, "300 mg/d", "7.5 mg/d"), Some(Verdict::No));
}

/// Yazdany 2009: every three months with kidney disease in the past two years; not for somebody without.
#[test]
fn kidney_labs_every_three_months() {
    let labs = |biopsy: &str, date: &str| {
        let case = with(&json!({
            "kidney": { "biopsies": [{ "date": biopsy, "class": ["IV"] }] },
            "labs": [{ "date": date, "creatinine": "70 µmol/L", "upcr": "0.5 g/g", "haemoglobin": "12 g/dL",
                       "platelets": "200 G/L", "white_cells": "5 G/L" }],
            "activity": [{ "date": "2026-11-01", "sledai": [] }],
        }));
        QualityIndicator::KidneyLabsThreeMonths.of(&case, today())
    };
    assert_eq!(labs("2025-06-01", "2026-09-01"), Some(Verdict::Yes));
    assert_eq!(labs("2025-06-01", "2026-08-20"), Some(Verdict::No));
    assert_eq!(labs("2024-11-26", "2026-08-20"), None);
}

#[test]
fn pressure_is_raised_by_either_number_and_twice() {
    let twice = |first: &str, second: &str| {
        let case = with(&json!({ "blood_pressure": [
            { "date": "2026-10-01", "value": first }, { "date": "2026-11-01", "value": second },
        ]}));
        raised_twice(&case, today())
    };
    assert_eq!(twice("130/70 mmHg", "129/80 mmHg"), Verdict::Yes);
    assert_eq!(twice("130/70 mmHg", "129/79 mmHg"), Verdict::No);
    assert_eq!(raised_twice(&bare_case(), today()), Verdict::Unknown(vec![Need::BloodPressure]));
}

/// Mosca 2011, 1: activity at each visit; the visits looked at are those of the last twelve months.
#[test]
fn the_visits_of_twelve_months_have_their_index() {
    let of = |visits: serde_json::Value| {
        QualityIndicator::ActivityEachVisit.of(&with(&json!({ "activity": visits })), today())
    };
    assert_eq!(of(json!([{ "date": "2025-11-27", "sledai": [] }])), Some(Verdict::Yes), "eleven months");
    assert_eq!(of(json!([{ "date": "2025-11-26", "sledai": [] }])), Some(Verdict::lacking(Need::Visits)));
    let one_without = json!([{ "date": "2026-03-02", "pga": 0.2 }, { "date": "2026-11-02", "sledai": [] }]);
    assert_eq!(of(one_without), Some(Verdict::No));
}

/// A value that no day has is not one that some day had.
#[test]
fn labs_of_six_months_name_what_no_day_has() {
    let of = |date: &str, albumin: Option<&str>| {
        let mut lab = json!({
            "date": date, "creatinine": "70 µmol/L", "upcr": "0.5 g/g", "haemoglobin": "12 g/dL", "platelets": "200 G/L",
            "white_cells": "5 G/L", "c3": "1 g/L", "c4": "0.2 g/L",
        });
        if let Some(albumin) = albumin {
            lab["albumin"] = json!(albumin);
        }
        QualityIndicator::LabsSixMonths.of(&with(&json!({ "labs": [lab] })), today())
    };
    assert_eq!(of("2026-05-27", Some("38 g/L")), Some(Verdict::Yes));
    assert_eq!(of("2026-05-26", Some("38 g/L")), Some(Verdict::No), "six months ago");
    assert_eq!(of("2026-05-27", None), Some(Verdict::lacking(Need::Albumin)));
}

/// Yazdany 2009: the sediment of a visit within three months, with a biopsy within two years.
#[test]
fn the_sediment_was_looked_at_within_three_months() {
    let of = |biopsy: &str, visit: serde_json::Value| {
        let case = with(&json!({
            "kidney": { "biopsies": [{ "date": biopsy, "class": ["IV"] }] },
            "labs": [{ "date": "2026-11-01", "creatinine": "70 µmol/L", "upcr": "0.5 g/g", "haemoglobin": "12 g/dL",
                       "platelets": "200 G/L", "white_cells": "5 G/L" }],
            "activity": [visit],
        }));
        QualityIndicator::KidneyLabsThreeMonths.of(&case, today())
    };
    let open = Some(Verdict::lacking(Need::UrineMicroscopy));
    assert_eq!(of("2024-11-27", json!({ "date": "2026-08-27", "sledai": [] })), Some(Verdict::Yes));
    assert_eq!(of("2024-11-27", json!({ "date": "2026-08-26", "sledai": [] })), open, "three months ago");
    assert_eq!(of("2024-11-26", json!({ "date": "2026-08-27", "sledai": [] })), None, "two years ago");
    assert_eq!(of("2024-11-27", json!({ "date": "2026-08-27", "sledai": [], "not_assessed": ["casts"] })), open);
}

/// Any day with the value is enough, any biopsy of two years.
#[test]
fn one_day_or_one_biopsy_is_enough() {
    let lacks = |labs: serde_json::Value| {
        let Some(Verdict::Unknown(needs)) =
            QualityIndicator::BaselineAntibodies.of(&with(&json!({ "labs": labs })), today())
        else {
            panic!("other antibodies have no field");
        };
        needs.contains(&Need::AntiDsDna)
    };
    let two = json!([{ "date": "2024-01-01", "anti_dsdna": "20 IU/mL" }, { "date": "2025-01-01", "c3": "1 g/L" }]);
    assert!(!lacks(two));
    assert!(lacks(json!([{ "date": "2025-01-01", "c3": "1 g/L" }])));
    let biopsies = json!([{ "date": "2020-01-01", "class": ["IV"] }, { "date": "2026-01-01", "class": ["IV"] }]);
    let case = with(&json!({ "kidney": { "biopsies": biopsies } }));
    assert!(QualityIndicator::KidneyLabsThreeMonths.of(&case, today()).is_some());
}
