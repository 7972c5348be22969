use regards::clinic::*;
use regards::domain::{Day, Upcr};
use serde_json::json;

use super::bare_case;

fn day(written: &str) -> Day {
    written.parse().unwrap()
}

/// damage.md B2: adjusted for a woman without diabetes or hypertension, then crude.
#[test]
fn albumin_ratio_from_a_protein_ratio() {
    let woman = UacrAdjustment { female: true, diabetes: false, hypertension: false };
    let rows = [
        ("50", 4.9, 5.8),
        ("150", 27.3, 32.8),
        ("500", 179.2, 219.6),
        ("1000", 387.1, 479.6),
        ("3500", 1556.7, 1967.0),
    ];
    for (ratio, adjusted, crude) in rows {
        let upcr: Upcr = format!("{ratio} mg/g").parse().unwrap();
        let found = (uacr_estimated(upcr, Some(woman)), uacr_estimated(upcr, None));
        assert!((found.0 - adjusted).abs() < 0.051, "{ratio}: {found:?}");
        assert!((found.1 - crude).abs() < 0.051, "{ratio}: {found:?}");
    }
    // The same formulas worked out elsewhere, where each coefficient and each bend weighs.
    for (ratio, adjusted, crude) in [
        ("1", 1.550_967, 1.739_772),
        ("5", 2.487_026, 2.852_436),
        ("50", 4.887_428, 5.786_499),
        ("60", 6.500_452, 7.717_325),
        ("450", 151.985_412, 185.973_490),
        ("5000", 2_313.557_772, 2_939.786_874),
    ] {
        let upcr: Upcr = format!("{ratio} mg/g").parse().unwrap();
        let found = (uacr_estimated(upcr, Some(woman)), uacr_estimated(upcr, None));
        assert!((found.0 - adjusted).abs() < 1e-6 && (found.1 - crude).abs() < 1e-6, "{ratio}: {found:?}");
    }
    let mut case = bare_case();
    assert_eq!(UacrAdjustment::of(&case), None, "comorbidities that are not known adjust nothing");
    case.background = serde_json::from_value(json!({ "comorbidities": ["diabetes"] })).unwrap();
    assert_eq!(UacrAdjustment::of(&case), Some(UacrAdjustment { diabetes: true, ..woman }));
    let ill = UacrAdjustment { diabetes: true, hypertension: true, ..woman };
    let upcr: Upcr = "500 mg/g".parse().unwrap();
    let ratio = uacr_estimated(upcr, Some(ill)) / uacr_estimated(upcr, Some(woman));
    assert!((ratio - (0.0797_f64 + 0.1265).exp()).abs() < 1e-9);
}

/// damage.md B3.
#[test]
fn category_of_an_albumin_ratio_in_its_own_unit() {
    let rows = [
        ("29.9 mg/g", ACategory::A1),
        ("30 mg/g", ACategory::A2),
        ("300 mg/g", ACategory::A2),
        ("300.1 mg/g", ACategory::A3),
        ("2.9 mg/mmol", ACategory::A1),
        ("3 mg/mmol", ACategory::A2),
        ("30 mg/mmol", ACategory::A2),
        ("30.1 mg/mmol", ACategory::A3),
    ];
    for (written, expected) in rows {
        assert_eq!(a_category_of_albumin(written.parse().unwrap()), expected, "{written}");
    }
}

/// damage.md B3, checks a year.
#[test]
fn checks_of_every_cell() {
    use ACategory::{A1, A2, A3};
    let rows = [
        (GStage::G1, [1, 1, 2]),
        (GStage::G2, [1, 1, 2]),
        (GStage::G3a, [1, 2, 3]),
        (GStage::G3b, [2, 3, 3]),
        (GStage::G4, [3, 3, 4]),
        (GStage::G5, [4, 4, 4]),
    ];
    for (stage, times) in rows {
        for (category, expected) in [A1, A2, A3].into_iter().zip(times) {
            assert_eq!(checks_a_year(stage, category).a_year, expected, "{stage:?} {category:?}");
        }
    }
    assert_eq!(checks_a_year(GStage::G2, A3).in_2024, Some(3));
    assert_eq!(checks_a_year(GStage::G3a, A3).in_2024, None);
}

#[test]
fn albumin_is_preferred_unless_the_protein_ratio_is_newer() {
    let mut case = bare_case();
    assert_eq!(albuminuria_on(&case, day("2026-02-01")), None);
    case.labs = serde_json::from_value(json!([
        { "date": "2025-01-10", "upcr": "0.2 g/g", "uacr": "20 mg/g" },
        { "date": "2026-01-10", "upcr": "0.9 g/g" },
    ]))
    .unwrap();
    let then = albuminuria_on(&case, day("2025-06-01")).unwrap();
    assert_eq!((then.category, then.date), (ACategory::A1, day("2025-01-10")));
    assert!(matches!(then.basis, AlbuminuriaBasis::Albumin(_)));
    let now = albuminuria_on(&case, day("2026-02-01")).unwrap();
    assert_eq!((now.category, now.date), (ACategory::A3, day("2026-01-10")));
    assert!(matches!(now.basis, AlbuminuriaBasis::Protein(_)));
    case.labs.push(serde_json::from_value(json!({ "date": "2026-01-20", "uacr": "20 mg/g" })).unwrap());
    let newer = albuminuria_on(&case, day("2026-02-01")).unwrap();
    assert_eq!((newer.category, newer.date), (ACategory::A1, day("2026-01-20")));
    case.labs = serde_json::from_value(json!([{ "date": "2026-01-20", "uacr": "20 mg/g" }])).unwrap();
    assert_eq!(albuminuria_on(&case, day("2026-02-01")).unwrap().date, day("2026-01-20"), "alone");
}

#[test]
fn a_marker_is_dated_from_its_first_day_in_a_row() {
    let mut case = bare_case();
    case.patient.born = Some("1980-01".parse().unwrap());
    case.labs = serde_json::from_value(json!([
        { "date": "2024-01-10", "creatinine": "180 µmol/L" },
        { "date": "2025-01-10", "creatinine": "70 µmol/L", "upcr": "0.1 g/g" },
        { "date": "2025-06-10", "creatinine": "70 µmol/L", "upcr": "0.2 g/g" },
        { "date": "2025-08-10", "c3": "0.9 g/L" },
        { "date": "2026-01-10", "creatinine": "130 µmol/L" },
    ]))
    .unwrap();
    assert_eq!(kidney_marker_since(&case, day("2026-02-01")), Some(day("2025-06-10")));
    assert_eq!(kidney_marker_since(&case, day("2025-03-01")), None, "the newest day is normal");
    assert_eq!(kidney_marker_since(&case, day("2024-03-01")), Some(day("2024-01-10")));
    assert_eq!(kidney_marker_since(&case, day("2024-01-10")), Some(day("2024-01-10")), "its own day");
    case.labs =
        serde_json::from_value(json!([{ "date": "2026-01-10", "creatinine": "130 µmol/L", "upcr": "0.1 g/g" }]))
            .unwrap();
    assert_eq!(kidney_marker_since(&case, day("2026-02-01")), Some(day("2026-01-10")), "either of the two is enough");
    // CKD-EPI 2021, woman of 45: 105 µmol/L is 57.6, a G3a.
    case.labs = serde_json::from_value(json!([{ "date": "2026-01-10", "creatinine": "105 µmol/L" }])).unwrap();
    assert_eq!(kidney_marker_since(&case, day("2026-02-01")), Some(day("2026-01-10")));
}

/// KDIGO 2024: more than three months.
#[test]
fn chronic_is_more_than_three_months() {
    assert!(!is_chronic(day("2026-01-10"), day("2026-04-10")));
    assert!(is_chronic(day("2026-01-10"), day("2026-04-11")));
}
