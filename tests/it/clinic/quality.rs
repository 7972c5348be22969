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
    assert_eq!(reviewed("2026-11-26"), Some(Verdict::Yes));
    assert_eq!(reviewed("2026-11-27"), Some(Verdict::lacking(Need::DamageReview)), "a review to come");
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
    assert_eq!(of(QualityIndicator::PrednisoneBelow7, "300 mg/d", "7.4 mg/d"), Some(Verdict::Yes));
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
    assert_eq!(of(json!([{ "date": "2026-11-26", "sledai": [] }])), Some(Verdict::Yes), "today's");
    assert_eq!(of(json!([{ "date": "2026-11-27", "sledai": [] }])), Some(Verdict::lacking(Need::Visits)));
    assert_eq!(
        of(json!([{ "date": "2026-11-27", "pga": 0.2 }, { "date": "2026-11-02", "sledai": [] }])),
        Some(Verdict::Yes)
    );
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

/// The kidney's laboratory of this month, after a biopsy, with a visit.
fn kidney_labs(biopsy: &str, visit: &serde_json::Value) -> Option<Verdict> {
    let case = with(&json!({
        "kidney": { "biopsies": [{ "date": biopsy, "class": ["IV"] }] },
        "labs": [{ "date": "2026-11-01", "creatinine": "70 µmol/L", "upcr": "0.5 g/g", "haemoglobin": "12 g/dL",
                   "platelets": "200 G/L", "white_cells": "5 G/L" }],
        "activity": [visit],
    }));
    QualityIndicator::KidneyLabsThreeMonths.of(&case, today())
}

/// Yazdany 2009: the sediment of a visit within three months, with a biopsy within two years.
#[test]
fn the_sediment_was_looked_at_within_three_months() {
    let of = |biopsy: &str, visit: serde_json::Value| kidney_labs(biopsy, &visit);
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

#[test]
fn each_indicator_is_of_its_set() {
    use QualityIndicator as Q;
    let of =
        |source: &Source| QualityIndicator::ALL.into_iter().filter(|one| one.source() == *source).collect::<Vec<_>>();
    assert_eq!(of(&Q::HcqDose.source()), [Q::HcqDose, Q::PrednisoneBelow7]);
    assert_eq!(of(&Q::SerologyAtDiagnosis.source()), [Q::SerologyAtDiagnosis, Q::KidneyLabsThreeMonths]);
    assert_eq!(of(&Q::EyeCheck.source()).len(), QualityIndicator::ALL.len() - 4);
}

/// The newest value counts, until today; a 24 h collection is proteinuria as a ratio is.
#[test]
fn each_value_of_the_six_months_is_asked_for() {
    let all = json!({ "creatinine": "70 µmol/L", "upcr": "0.5 g/g", "haemoglobin": "12 g/dL", "platelets": "200 G/L",
                      "white_cells": "5 G/L", "albumin": "38 g/L", "c3": "1 g/L", "c4": "0.2 g/L" });
    let on = |lab: &serde_json::Value, date: &str| {
        let mut lab = lab.clone();
        lab["date"] = json!(date);
        lab
    };
    let of = |labs: serde_json::Value| QualityIndicator::LabsSixMonths.of(&with(&json!({ "labs": labs })), today());
    for (key, need) in [
        ("haemoglobin", Need::Haemoglobin),
        ("platelets", Need::Platelets),
        ("white_cells", Need::WhiteCells),
        ("creatinine", Need::Creatinine),
        ("upcr", Need::Proteinuria),
        ("albumin", Need::Albumin),
        ("c3", Need::C3),
        ("c4", Need::C4),
    ] {
        let mut without = all.clone();
        without.as_object_mut().unwrap().remove(key);
        assert_eq!(of(json!([on(&without, "2026-11-26")])), Some(Verdict::lacking(need)), "{key}");
    }
    let mut daily = all.clone();
    daily.as_object_mut().unwrap().remove("upcr");
    daily["protein_24h"] = json!("0.5 g/24h");
    assert_eq!(of(json!([on(&daily, "2026-11-26")])), Some(Verdict::Yes));
    assert_eq!(of(json!([on(&all, "2026-11-01"), on(&all, "2025-11-01")])), Some(Verdict::Yes));
    assert_eq!(of(json!([on(&all, "2025-11-01"), on(&all, "2026-11-27")])), Some(Verdict::No), "a day to come");
}

/// Within six months of the diagnosis, a month before it included for its day is not always known.
#[test]
fn serology_at_the_diagnosis() {
    let of = |date: &str, dsdna: bool, c3: bool, apl: &str| {
        let mut lab = json!({ "date": date });
        if dsdna {
            lab["anti_dsdna"] = json!("20 IU/mL");
        }
        if c3 {
            lab["c3"] = json!("1 g/L");
        }
        let case = with(&json!({
            "lupus": { "diagnosed": "2020-03" },
            "labs": [lab, { "date": "2026-01-01", "anti_dsdna": "20 IU/mL", "c3": "1 g/L" }],
            "background": { "apl_tests": [{ "date": apl, "acl": "negative" }, { "date": "2026-01-01", "acl": "negative" }] },
        }));
        QualityIndicator::SerologyAtDiagnosis.of(&case, today())
    };
    for early in ["2020-02-15", "2020-03-01", "2020-08-31"] {
        assert_eq!(of(early, true, true, early), Some(Verdict::Yes), "{early}");
    }
    let all = Some(Verdict::Unknown(vec![Need::AntiDsDna, Need::C3, Need::AplTests]));
    for outside in ["2020-01-15", "2020-09-01"] {
        assert_eq!(of(outside, true, true, outside), all, "{outside}");
    }
    assert_eq!(of("2020-03-10", false, true, "2020-03-10"), Some(Verdict::lacking(Need::AntiDsDna)));
    assert_eq!(of("2020-03-10", true, false, "2020-03-10"), Some(Verdict::lacking(Need::C3)));
}

/// No vaccine that the file asks for is due; that against hepatitis B is not among them.
#[test]
fn vaccination_is_a_gap_where_one_is_due() {
    let of = |influenza: &str| {
        let case = with(&json!({
            "patient": { "alias": "T", "sex": "female", "age": 30 },
            "treatments": [{ "drug": "hydroxychloroquine", "from": "2024-01-01" }],
            "prevention": { "vaccines": { "influenza": influenza, "pneumococcus": "2024-03", "pneumococcus_vaccine": "pcv20",
                            "dtcap": "2020-01" } },
        }));
        QualityIndicator::Vaccination.of(&case, today())
    };
    assert_eq!(of("2026-10"), Some(Verdict::Yes), "hepatitis B is not asked");
    assert_eq!(of("2025-10"), Some(Verdict::No));
}

/// The examination of the retina: none on record is open, one that falls due today is behind.
#[test]
fn the_eyes_were_checked() {
    let of = |exam: Option<&str>| {
        let mut entry = json!({ "drug": "hydroxychloroquine", "dose": "300 mg/d", "from": "2015-01-07" });
        if let Some(exam) = exam {
            entry["eye_exam"] = json!(exam);
        }
        let case = with(&json!({
            "patient": { "alias": "A. B.", "sex": "female", "born": "1990-01", "weight": "65 kg" },
            "background": { "comorbidities": [] },
            "labs": [{ "date": "2026-06-02", "creatinine": "60 µmol/L" }],
            "treatments": [entry],
        }));
        QualityIndicator::EyeCheck.of(&case, today())
    };
    assert_eq!(of(None), Some(Verdict::lacking(Need::EyeExam)));
    assert_eq!((of(Some("2025-11-27")), of(Some("2025-11-26"))), (Some(Verdict::Yes), Some(Verdict::No)));
}

/// Each part of the sediment must have been looked at, at a visit until today that recorded its items.
#[test]
fn the_whole_sediment_is_meant() {
    let of = |visit: serde_json::Value, biopsy: &str| kidney_labs(biopsy, &visit);
    let open = Some(Verdict::lacking(Need::UrineMicroscopy));
    for item in ["haematuria", "casts", "pyuria"] {
        let visit = json!({ "date": "2026-11-01", "sledai": [], "not_assessed": [item] });
        assert_eq!(of(visit, "2026-01-01"), open, "{item}");
    }
    let on = |date: &str| of(json!({ "date": date, "sledai": [] }), "2026-01-01");
    assert_eq!((on("2026-11-26"), on("2026-11-27")), (Some(Verdict::Yes), open.clone()));
    assert_eq!(of(json!({ "date": "2026-11-01", "pga": 0.2 }), "2026-01-01"), open, "no items");
    let visit = || json!({ "date": "2026-11-01", "sledai": [] });
    assert_eq!((of(visit(), "2026-11-26"), of(visit(), "2026-11-27")), (Some(Verdict::Yes), None));
}

/// Both limits of the pressure, and only readings until today, the newest two.
#[test]
fn the_last_two_pressures_until_today_count() {
    let raised = |readings: &[(&str, &str)]| {
        let readings: Vec<_> = readings.iter().map(|(date, value)| json!({ "date": date, "value": value })).collect();
        raised_twice(&with(&json!({ "blood_pressure": readings })), today())
    };
    let high = "150/95 mmHg";
    let normal = "120/70 mmHg";
    assert_eq!(raised(&[("2026-10-01", high), ("2026-11-26", high)]), Verdict::Yes);
    assert_eq!(raised(&[("2026-10-01", high), ("2026-11-01", high), ("2026-11-27", normal)]), Verdict::Yes);
    assert_eq!(raised(&[("2026-09-01", normal), ("2026-10-01", high), ("2026-11-01", high)]), Verdict::Yes);
    assert_eq!(raised(&[("2026-11-01", high), ("2026-10-01", high), ("2026-09-01", normal)]), Verdict::Yes);
}
