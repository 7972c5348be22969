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
