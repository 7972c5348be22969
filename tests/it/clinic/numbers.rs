//! Items of SLEDAI-2K read from numbers, the physician's tick beside them, and what contradicts.

use regards::clinic::*;
use regards::domain::{Case, SledaiItem};
use serde_json::{Value, json};

use super::bare_case;

/// A case with one visit on 10 February 2026, one laboratory day and limits.
fn case(visit: &Value, lab: &Value) -> Case {
    let mut case = bare_case();
    let on = |mut value: Value, day: &str| {
        value["date"] = json!(day);
        value
    };
    case.activity = vec![serde_json::from_value(on(visit.clone(), "2026-02-10")).unwrap()];
    case.labs = vec![serde_json::from_value(on(lab.clone(), "2026-02-05")).unwrap()];
    case.laboratory =
        serde_json::from_value(json!({ "c3_lower": "0.9 g/L", "c4_lower": "0.1 g/L", "anti_dsdna_upper": "30 IU/mL" }))
            .unwrap();
    case
}

fn made(case: &Case) -> Vec<SledaiItem> {
    let found = sledai_from_numbers(case, &case.activity[0]);
    found.into_iter().filter(|one| one.holds == Some(true)).map(|one| one.item).collect()
}

/// activity.md 16.1: S03 to S06, S11, S12 and S20 as numbers; every operator is strict.
#[test]
fn numbers_make_items_strictly() {
    use SledaiItem as I;
    let rows = [
        ("S03", json!({}), json!({ "protein_24h": "0.50 g/24h" }), vec![]),
        ("S04", json!({}), json!({ "protein_24h": "0.51 g/24h" }), vec![I::Proteinuria]),
        ("S04, a milligram", json!({}), json!({ "protein_24h": "501 mg/24h" }), vec![I::Proteinuria]),
        (
            "S05",
            json!({}),
            json!({ "protein_24h": "3.2 g/24h", "urine_red_cells": "25 /hpf", "urine_casts": "yes",
                    "urine_white_cells": "3 /hpf", "c3": "0.5 g/L", "c4": "0.2 g/L", "anti_dsdna": "80 IU/mL" }),
            vec![I::Casts, I::Haematuria, I::Proteinuria, I::LowComplement, I::AntiDsdna],
        ),
        (
            "S06",
            json!({}),
            json!({ "protein_24h": "3.2 g/24h", "urine_red_cells": "25 /hpf", "urine_casts": "yes",
                    "urine_white_cells": "12 /hpf", "c3": "0.5 g/L", "anti_dsdna": "80 IU/mL" }),
            vec![I::Casts, I::Haematuria, I::Proteinuria, I::Pyuria, I::LowComplement, I::AntiDsdna],
        ),
        (
            "S11",
            json!({ "temperature": "38.2 °C" }),
            json!({ "platelets": "99 G/L", "white_cells": "2.9 G/L" }),
            vec![I::Fever, I::Thrombocytopenia, I::Leukopenia],
        ),
        (
            "S12",
            json!({ "temperature": "38.0 °C" }),
            json!({ "platelets": "100000 /mm3", "white_cells": "3.0 G/L" }),
            vec![],
        ),
        (
            "S20",
            json!({}),
            json!({ "protein_24h": "0.9 g/24h", "urine_red_cells": "3 /hpf", "c3": "0.5 g/L", "anti_dsdna": "30 IU/mL" }),
            vec![I::Proteinuria, I::LowComplement],
        ),
        ("5/hpf", json!({}), json!({ "urine_red_cells": "5 /hpf", "urine_white_cells": "5 /hpf" }), vec![]),
    ];
    for (id, visit, lab, items) in rows {
        assert_eq!(made(&case(&visit, &lab)), items, "{id}");
    }
}

/// activity.md 1: the ratio stands in for the collection, against the limit of its own unit.
#[test]
fn a_ratio_is_held_against_the_limit_of_its_unit() {
    for (ratio, holds) in [
        ("0.5 g/g", false),
        ("0.51 g/g", true),
        ("500 mg/g", false),
        ("501 mg/g", true),
        ("56.6 mg/mmol", false),
        ("56.7 mg/mmol", true),
    ] {
        let case = case(&json!({}), &json!({ "upcr": ratio }));
        assert_eq!(made(&case).contains(&SledaiItem::Proteinuria), holds, "{ratio}");
    }
    let both = case(&json!({}), &json!({ "upcr": "0.9 g/g", "protein_24h": "0.4 g/24h" }));
    assert_eq!(made(&both), [], "the collection is what the index names");
}

#[test]
fn a_value_outside_the_window_says_nothing() {
    let mut old = case(&json!({}), &json!({ "platelets": "20 G/L" }));
    assert_eq!(made(&old), [SledaiItem::Thrombocytopenia]);
    old.labs[0].date = "2026-01-30".parse().unwrap();
    assert_eq!(made(&old), [], "11 days before, in a window of 10");
    old.activity[0].window = serde_json::from_value(json!("30_days")).unwrap();
    assert_eq!(made(&old), [SledaiItem::Thrombocytopenia]);
}

#[test]
fn one_normal_complement_settles_nothing() {
    let holds = |lab: Value| {
        let case = case(&json!({}), &lab);
        let found = sledai_from_numbers(&case, &case.activity[0]);
        found.into_iter().find(|one| one.item == SledaiItem::LowComplement).unwrap().holds
    };
    assert_eq!(holds(json!({ "c3": "1.1 g/L" })), None);
    assert_eq!(holds(json!({ "c3": "1.1 g/L", "c4": "0.2 g/L" })), Some(false));
    assert_eq!(holds(json!({ "c3": "1.1 g/L", "c4": "0.05 g/L" })), Some(true));
}

/// activity.md 16.1: S07, S13 (another cause), S15 (judged active), S16 and S21 (damage).
#[test]
fn what_is_attributed_elsewhere_does_not_score() {
    let rows = [
        (
            "S07",
            json!({ "sledai": ["anti_dsdna"], "other_cause": ["pyuria"] }),
            json!({ "urine_white_cells": "20 /hpf" }),
            2,
        ),
        (
            "S13",
            json!({ "sledai": ["anti_dsdna"], "other_cause": ["leukopenia"] }),
            json!({ "white_cells": "2.4 G/L" }),
            2,
        ),
        ("S15", json!({ "sledai": ["proteinuria"] }), json!({ "protein_24h": "0.8 g/24h" }), 4),
        ("S16", json!({ "sledai": [], "damage": ["proteinuria"] }), json!({ "protein_24h": "0.8 g/24h" }), 0),
        ("S21", json!({ "sledai": [], "damage": ["alopecia"] }), json!({}), 0),
    ];
    for (id, visit, lab, points) in rows {
        let case = case(&visit, &lab);
        assert_eq!(Sledai::of(&case.activity[0]).unwrap().total().points, points, "{id}");
        assert_eq!(contradictions(&case, &case.activity[0]), [], "{id}");
    }
}

#[test]
fn the_tick_scores_and_the_number_that_says_otherwise_is_told() {
    let one =
        case(&json!({ "sledai": ["proteinuria"] }), &json!({ "protein_24h": "0.3 g/24h", "platelets": "40 G/L" }));
    assert_eq!(Sledai::of(&one.activity[0]).unwrap().total().points, 4);
    assert_eq!(
        contradictions(&one, &one.activity[0]),
        [
            Contradiction::TickedAgainstNumber(SledaiItem::Proteinuria),
            Contradiction::NumberAgainstTick(SledaiItem::Thrombocytopenia),
        ]
    );
}

/// activity.md 18, point 7, and T16.
#[test]
fn contradictions_of_a_visit() {
    let remission = json!({ "sledai": [], "pga": 0.3, "haemolysis": "yes" });
    let mut t16 = case(&remission, &json!({}));
    t16.treatments =
        serde_json::from_value(json!([{ "drug": "prednisone", "dose": "5 mg/d", "from": "2025-01-01" }])).unwrap();
    let rows = [
        (t16, Contradiction::RemissionWithHaemolysis),
        (case(&json!({ "sledai": ["arthritis", "rash"], "pga": 0 }), &json!({})), Contradiction::NoPgaWithSledai),
        (case(&json!({ "sledai": ["anti_dsdna"], "pga": 1 }), &json!({})), Contradiction::PgaWithoutClinicalSledai),
        (
            case(&json!({ "sledai": [] }), &json!({ "upcr": "2.0 g/g", "protein_24h": "0.9 g/24h" })),
            Contradiction::NumberAgainstTick(SledaiItem::Proteinuria),
        ),
    ];
    for (case, contradiction) in rows {
        assert_eq!(contradictions(&case, &case.activity[0])[0], contradiction);
    }
    let no_remission = case(&json!({ "sledai": ["arthritis"], "pga": 0.3, "haemolysis": "yes" }), &json!({}));
    assert_eq!(contradictions(&no_remission, &no_remission.activity[0]), []);
    let five = case(&json!({ "sledai": ["arthritis", "fever"], "pga": 0 }), &json!({}));
    assert_eq!(contradictions(&five, &five.activity[0]), [], "5 points, from 6 on it is told");
    let with = |sledai: Value, pga: &str| {
        let case = case(&json!({ "sledai": sledai, "pga": pga }), &json!({}));
        contradictions(&case, &case.activity[0])
    };
    assert_eq!(with(json!(["arthritis", "alopecia"]), "0"), [Contradiction::NoPgaWithSledai], "6");
    assert_eq!(with(json!(["seizure"]), "0"), [Contradiction::NoPgaWithSledai], "8");
    assert_eq!(with(json!(["arthritis"]), "0"), [], "4");
    assert_eq!(with(json!(["arthritis", "alopecia"]), "0.1"), []);
    assert_eq!(with(json!(["anti_dsdna"]), "2"), [Contradiction::PgaWithoutClinicalSledai]);
    assert_eq!(with(json!(["anti_dsdna"]), "0.9"), []);
    assert_eq!(with(json!(["arthritis"]), "1"), []);
    let apart = case(&json!({}), &json!({ "upcr": "2.0 g/g", "protein_24h": "0.9 g/24h" }));
    assert_eq!(contradictions(&apart, &apart.activity[0]), [Contradiction::ProteinsApart]);
    for (ratio, daily) in [("2.0 g/g", "1 g/24h"), ("1 g/g", "2.0 g/24h"), ("1 g/g", "1 g/24h")] {
        let near = case(&json!({}), &json!({ "upcr": ratio, "protein_24h": daily }));
        assert_eq!(contradictions(&near, &near.activity[0]), [], "{ratio} and {daily} are not more than twofold apart");
    }
    let mut zero = case(&json!({}), &json!({}));
    zero.treatments =
        serde_json::from_value(json!([{ "drug": "prednisone", "dose": "0 mg/d", "from": "2025-01-01" }])).unwrap();
    assert_eq!(contradictions(&zero, &zero.activity[0]), [Contradiction::SteroidAtZero]);
    let day = zero.activity[0].date;
    for other in [
        json!({ "drug": "azathioprine", "dose": "0 mg/d", "from": "2025-01-01" }),
        json!({ "drug": "prednisone", "from": "2025-01-01" }),
        json!({ "drug": "prednisone", "dose": "0 mg/d", "from": "2024-01-01", "to": "2024-02-01" }),
    ] {
        zero.treatments = serde_json::from_value(json!([other])).unwrap();
        assert_eq!(contradictions(&zero, &zero.activity[0]), [], "{other} on {day}");
    }
    let other_way = case(&json!({}), &json!({ "upcr": "0.9 g/g", "protein_24h": "2.0 g/24h" }));
    assert_eq!(contradictions(&other_way, &other_way.activity[0]), [Contradiction::ProteinsApart]);
}

/// SLE-DAS of a visit: D05, D14 and D04 as a file would say them.
#[test]
fn sle_das_of_a_visit() {
    let asked = |mut visit: Value| {
        visit["haemolysis"] = json!("no");
        visit["cardiopulmonary"] = json!("no");
        visit["sle_das"] = json!({ "swollen_joints": 0, "mucocutaneous_vasculitis": "no", "systemic_vasculitis": "no",
            "neuropsychiatric": "no", "serositis": "no" });
        visit
    };
    let normal = |more: &[(&str, &str)]| {
        let mut lab = json!({ "upcr": "0.1 g/g", "platelets": "250 G/L", "white_cells": "6 G/L",
            "c3": "1.1 g/L", "c4": "0.2 g/L", "anti_dsdna": "10 IU/mL" });
        for (key, value) in more {
            lab[key] = json!(value);
        }
        lab
    };
    let rows = [
        (
            "D04",
            json!({ "sledai": ["low_complement", "anti_dsdna"] }),
            normal(&[("c3", "0.5 g/L"), ("anti_dsdna", "90 IU/mL")]),
            2.076,
        ),
        ("D05", json!({ "sledai": ["alopecia"] }), normal(&[]), 1.339),
        ("D14", json!({ "sledai": ["leukopenia"] }), normal(&[("white_cells", "2.9 G/L")]), 1.0987),
        (
            "D14, drug",
            json!({ "sledai": [], "other_cause": ["leukopenia"] }),
            normal(&[("white_cells", "2.9 G/L")]),
            0.366,
        ),
        (
            "D17",
            json!({ "sledai": ["seizure", "low_complement", "anti_dsdna"] }),
            normal(&[("c3", "0.5 g/L"), ("anti_dsdna", "90 IU/mL")]),
            20.076,
        ),
    ];
    for (id, visit, lab, score) in rows {
        let case = case(&asked(visit), &lab);
        let found = SleDas::of(&case, &case.activity[0]).unwrap();
        assert!((found.score - score).abs() < 1e-4, "{id}: {}", found.score);
        assert_eq!(found.hides_a_sign(), matches!(id, "D05" | "D14"), "{id}");
        assert_eq!(
            found.low_activity,
            if score <= 2.48 { Verdict::lacking(Need::Treatments) } else { Verdict::No },
            "{id}"
        );
    }
    // activity.md 2: remission with prednisone up to 5 mg a day, low activity up to 7.5.
    for (dose, remission, low) in [
        ("5 mg/d", Verdict::Yes, Verdict::Yes),
        ("5.1 mg/d", Verdict::No, Verdict::Yes),
        ("7.5 mg/d", Verdict::No, Verdict::Yes),
        ("7.6 mg/d", Verdict::No, Verdict::No),
    ] {
        let mut treated = case(&asked(json!({ "sledai": [] })), &normal(&[]));
        treated.treatments =
            serde_json::from_value(json!([{ "drug": "prednisone", "dose": dose, "from": "2025-01-01" }])).unwrap();
        let found = SleDas::of(&treated, &treated.activity[0]).unwrap();
        assert_eq!((found.remission, found.low_activity), (remission, low), "{dose}");
    }
    // White cells alone: 2.389 G/L is 2.0791, 2.388 G/L is 2.0812, 2.21 G/L is 2.473, 2.205 G/L is 2.4845.
    for (white_cells, remission, low) in [
        ("2.389 G/L", Verdict::Yes, Verdict::Yes),
        ("2.388 G/L", Verdict::No, Verdict::Yes),
        ("2.21 G/L", Verdict::No, Verdict::Yes),
        ("2.205 G/L", Verdict::No, Verdict::No),
    ] {
        let lab = normal(&[("white_cells", white_cells)]);
        let mut treated = case(&asked(json!({ "sledai": ["leukopenia"] })), &lab);
        treated.treatments =
            serde_json::from_value(json!([{ "drug": "prednisone", "dose": "5 mg/d", "from": "2025-01-01" }])).unwrap();
        let found = SleDas::of(&treated, &treated.activity[0]).unwrap();
        assert_eq!((found.remission, found.low_activity), (remission, low), "{white_cells}");
    }
    // A number says nothing of lupus where the visit says that it comes from elsewhere.
    let elsewhere =
        case(&asked(json!({ "sledai": [], "other_cause": ["low_complement"] })), &normal(&[("c3", "0.5 g/L")]));
    assert!((SleDas::of(&elsewhere, &elsewhere.activity[0]).unwrap().score - 0.366).abs() < 1e-9);
    let bare = case(&json!({ "sledai": ["rash"] }), &normal(&[]));
    let lacking = SleDas::of(&bare, &bare.activity[0]).unwrap_err();
    assert!(
        lacking.contains(&Need::SwollenJoints)
            && lacking.contains(&Need::RashExtent)
            && !lacking.contains(&Need::Platelets)
    );
}

/// activity.md 3.
#[test]
fn bands_of_the_physician_global_assessment() {
    for (pga, band) in [
        ("0", PgaBand::Minimal),
        ("0.49", PgaBand::Minimal),
        ("0.5", PgaBand::Mild),
        ("1", PgaBand::Mild),
        ("1.01", PgaBand::Moderate),
        ("2", PgaBand::Moderate),
        ("2.01", PgaBand::Severe),
        ("3", PgaBand::Severe),
    ] {
        assert_eq!(PgaBand::of(pga.parse().unwrap()), band, "{pga}");
    }
}

/// activity.md 1: 10 days for the index itself, 28 or 30 where a visit says so; a value of the last day of them counts.
#[test]
fn the_window_of_a_visit_takes_its_last_day() {
    let made_with = |window: Value, lab_day: &str| {
        let mut case = case(&json!({ "window": window }), &json!({ "platelets": "50 G/L" }));
        case.labs[0].date = lab_day.parse().unwrap();
        made(&case)
    };
    for (window, last, before) in [
        ("10_days", "2026-01-31", "2026-01-30"),
        ("28_days", "2026-01-13", "2026-01-12"),
        ("30_days", "2026-01-11", "2026-01-10"),
    ] {
        assert_eq!(made_with(json!(window), last), [SledaiItem::Thrombocytopenia], "{window}");
        assert_eq!(made_with(json!(window), before), [], "{window}");
    }
}

/// What SLEDAI-2K names of the nervous system and of the serosa answers the question of SLE-DAS; a cranial nerve does not.
#[test]
fn a_sign_answers_for_its_organ() {
    let lacks = |item: &str| {
        let one = case(&json!({ "sledai": [item] }), &json!({}));
        match SleDas::of(&one, &one.activity[0]) {
            Err(needs) => [Need::Neuropsychiatric, Need::Serositis].map(|need| needs.contains(&need)),
            Ok(_) => panic!("much is not known"),
        }
    };
    for nervous in ["seizure", "psychosis", "organic_brain", "visual", "lupus_headache", "cva"] {
        assert_eq!(lacks(nervous), [false, true], "{nervous}");
    }
    for serosa in ["pleurisy", "pericarditis"] {
        assert_eq!(lacks(serosa), [true, false], "{serosa}");
    }
    assert_eq!(lacks("cranial_nerve"), [true, true]);
}
