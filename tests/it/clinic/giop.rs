use regards::clinic::*;
use regards::domain::{Case, Day, Field, FractureRisk};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::bare_case;

const TODAY: &str = "2026-02-10";

fn day(written: &str) -> Day {
    written.parse().unwrap()
}

fn case(age: u32, prevention: Value, treatments: Value) -> Case {
    let mut case = bare_case();
    case.patient.age = Some(age.to_string().parse().unwrap());
    case.prevention = serde_json::from_value(prevention).unwrap();
    case.treatments = serde_json::from_value(treatments).unwrap();
    case
}

fn class(case: &Case) -> GiopClass {
    GiopFacts::of(case, day(TODAY)).class()
}

fn prednisone(dose: &str, from: &str) -> Value {
    json!([{ "drug": "prednisone", "dose": dose, "from": from }])
}

/// damage.md K9, the five of GIOP.
#[test]
fn worked_classes() {
    use FractureRisk::{High, Low, Moderate, VeryHigh};
    let usual = || prednisone("5 mg/d", "2025-06-01");
    let thin = case(55, json!({ "t_score": "-2.6" }), usual());
    assert_eq!(class(&thin).class, Some(High), "55 y, T -2.6");
    let dosed = case(30, json!({}), prednisone("30 mg/d", "2025-06-01"));
    assert_eq!(class(&dosed), GiopClass { class: Some(VeryHigh), lacks: vec![] }, "30 y, 30 mg/d");
    let frax = case(62, json!({ "frax_major": "12 %", "t_score": "-1.2" }), usual());
    assert_eq!(class(&frax).class, Some(Moderate), "62 y, FRAX 12 %, T -1.2");
    let young = case(35, json!({ "z_score": "-3.2", "fragility_fracture": "no" }), prednisone("10 mg/d", "2025-06-10"));
    assert_eq!(class(&young), GiopClass { class: Some(Moderate), lacks: vec![] }, "35 y, 10 mg/d for 8 months, Z -3.2");
    let fine = json!({ "frax_major": "5 %", "frax_hip": "0.4 %", "t_score": "-0.5", "fragility_fracture": "no" });
    assert_eq!(class(&case(45, fine, usual())), GiopClass { class: Some(Low), lacks: vec![] }, "45 y");
}

/// damage.md D: the limits of the table, and its gaps.
#[test]
fn limits_of_the_older_column() {
    use FractureRisk::{High, Low, Moderate, VeryHigh};
    let full = |key: &str, value: &str| {
        let mut prevention =
            json!({ "frax_major": "5 %", "frax_hip": "0.4 %", "t_score": "-0.5", "fragility_fracture": "no" });
        prevention[key] = json!(value);
        class(&case(60, prevention, prednisone("5 mg/d", "2025-06-01"))).class
    };
    let rows = [
        ("t_score", "-3.5", VeryHigh),
        ("t_score", "-3.4", High),
        ("t_score", "-2.5", High),
        ("t_score", "-2.45", Moderate),
        ("t_score", "-1", Moderate),
        ("t_score", "-0.9", Low),
        ("frax_major", "30 %", VeryHigh),
        ("frax_major", "29.9 %", High),
        ("frax_major", "20 %", High),
        ("frax_major", "19.9 %", Moderate),
        ("frax_major", "10 %", Moderate),
        ("frax_major", "9.9 %", Low),
        ("frax_hip", "4.5 %", VeryHigh),
        ("frax_hip", "4.4 %", High),
        ("frax_hip", "3 %", High),
        ("frax_hip", "2.9 %", Moderate),
        ("frax_hip", "1 %", Moderate),
        ("frax_hip", "0.9 %", Low),
        ("fragility_fracture", "yes", VeryHigh),
    ];
    for (key, value, expected) in rows {
        assert_eq!(full(key, value), Some(expected), "{key} {value}");
    }
}

#[test]
fn frax_is_multiplied_above_seven_and_a_half_milligrams() {
    use FractureRisk::{Moderate, VeryHigh};
    let at = |dose: &str, key: &str, value: &str| {
        let mut prevention =
            json!({ "frax_major": "5 %", "frax_hip": "0.4 %", "t_score": "-0.5", "fragility_fracture": "no" });
        prevention[key] = json!(value);
        class(&case(60, prevention, prednisone(dose, "2025-06-01"))).class
    };
    assert_eq!(at("7.5 mg/d", "frax_major", "8.7 %"), Some(FractureRisk::Low), "7.5 is not above 7.5");
    assert_eq!(at("7.6 mg/d", "frax_major", "8.7 %"), Some(Moderate), "10.005 %");
    assert_eq!(at("8 mg/d", "frax_hip", "3.75 %"), Some(VeryHigh), "4.5 %");
    assert_eq!(at("8 mg/d", "frax_hip", "3.74 %"), Some(FractureRisk::High), "4.488 %");
    assert_eq!(at("8 mg/d", "frax_hip", "0.83 %"), Some(FractureRisk::Low), "0.996 %");
    let unknown = json!([{ "drug": "prednisone", "from": "2025-06-01" }]);
    let facts = GiopFacts::of(&case(60, json!({ "frax_major": "8.7 %" }), unknown), day(TODAY));
    let moderate = GiopCriterion::Major(Decimal::TEN);
    let judged = facts.judged().into_iter().find(|one| one.criterion == moderate).unwrap();
    assert_eq!(judged.verdict, Verdict::lacking(Need::SteroidDose), "what holds one way only is not told");
}

#[test]
fn doses_of_the_very_high_class() {
    let full = json!({ "frax_major": "5 %", "frax_hip": "0.4 %", "t_score": "-0.5", "fragility_fracture": "no" });
    let for_days = |age, days: u64| {
        let from = day("2025-10-01").0;
        let to = from + chrono::Days::new(days - 1);
        let after = to + chrono::Days::new(1);
        let treatments = json!([
            { "drug": "prednisone", "dose": "30 mg/d", "from": from.to_string(), "to": to.to_string() },
            { "drug": "prednisone", "dose": "5 mg/d", "from": after.to_string() },
        ]);
        class(&case(age, full.clone(), treatments)).class
    };
    assert_eq!(for_days(60, 30), Some(FractureRisk::Low), "30 days are not more than 30");
    assert_eq!(for_days(60, 31), Some(FractureRisk::VeryHigh));
    assert_eq!(for_days(30, 1), Some(FractureRisk::VeryHigh), "no duration is printed below 40 years");
    let pulses = |milligrams: &str| {
        let treatments = json!([
            { "drug": "methylprednisolone", "dose": milligrams, "route": "iv", "times": 4, "from": "2025-10-01", "to": "2025-10-04" },
        ]);
        class(&case(60, full.clone(), treatments)).class
    };
    assert_eq!(pulses("1000 mg"), Some(FractureRisk::VeryHigh), "4 g of methylprednisolone are 5 g");
    assert_eq!(pulses("999 mg"), Some(FractureRisk::Low));
}

#[test]
fn what_is_unknown_leaves_the_class_open_upwards() {
    let usual = || prednisone("5 mg/d", "2025-06-01");
    let nothing = class(&case(55, json!({}), usual()));
    assert_eq!(nothing.class, None);
    assert_eq!(nothing.lacks, [Need::FragilityFracture, Need::TScore, Need::FraxMajor, Need::FraxHip]);
    let thin = class(&case(55, json!({ "t_score": "-2.6" }), usual()));
    assert_eq!(thin.lacks, [Need::FragilityFracture, Need::FraxMajor, Need::FraxHip]);
    let broken = class(&case(55, json!({ "fragility_fracture": "yes" }), usual()));
    assert_eq!(broken, GiopClass { class: Some(FractureRisk::VeryHigh), lacks: vec![] });
    let young =
        class(&case(35, json!({ "z_score": "-2", "fragility_fracture": "no" }), prednisone("10 mg/d", "2025-06-10")));
    assert_eq!(young, GiopClass { class: None, lacks: vec![Need::BoneLoss] }, "a loss of density is not asked");
    let child = class(&case(13, json!({ "fragility_fracture": "yes" }), usual()));
    assert_eq!(child.class, None, "the columns are of adults");
    let mut ageless = case(30, json!({}), usual());
    ageless.patient.age = None;
    assert_eq!(class(&ageless).lacks, [Need::Age]);
}

#[test]
fn who_is_concerned() {
    let concerned = |treatments| GiopFacts::of(&case(50, json!({}), treatments), day(TODAY)).concerned;
    assert_eq!(concerned(prednisone("2.5 mg/d", "2025-11-12")), Verdict::Yes, "91 days");
    assert_eq!(concerned(prednisone("2.5 mg/d", "2025-11-13")), Verdict::No, "90 days");
    assert_eq!(concerned(prednisone("2.4 mg/d", "2025-01-01")), Verdict::No);
    assert_eq!(concerned(json!([])), Verdict::lacking(Need::Treatments));
    let broken = json!([
        { "drug": "prednisone", "from": "2025-06-01", "to": "2026-01-31" },
        { "drug": "prednisone", "dose": "5 mg/d", "from": "2026-02-01" },
    ]);
    assert_eq!(concerned(broken), Verdict::lacking(Need::SteroidDose), "the days before have no dose");
}

#[test]
fn scores_of_bone_density_carry_their_sign() {
    let read = |written: &str| serde_json::from_value::<regards::domain::Prevention>(json!({ "t_score": written }));
    assert_eq!(read("-2,6").unwrap().t_score.known().unwrap().to_string(), "-2.6");
    assert!(matches!(read("\u{2212}2.6").unwrap().t_score, Field::Known(_)));
    assert!(read("-25").is_err());
    assert!(read("low").is_err());
}

/// damage.md D, below 40 years: a Z-score below -3 with 7.5 mg/d or more for six months.
#[test]
fn a_z_score_of_minus_three_is_not_below_minus_three() {
    let judged = |z_score: &str| {
        let young =
            case(35, json!({ "z_score": z_score, "fragility_fracture": "no" }), prednisone("10 mg/d", "2025-06-10"));
        let judged = GiopFacts::of(&young, day(TODAY)).judged();
        judged.into_iter().find(|one| one.criterion == GiopCriterion::LongWithLowDensity).unwrap().verdict
    };
    assert_eq!(judged("-3.1"), Verdict::Yes);
    assert_eq!(judged("-3"), Verdict::lacking(Need::BoneLoss), "a loss of density between two scans is still open");
}

/// damage.md D: six months.
#[test]
fn six_months_of_a_dose_are_long() {
    let long = |from: &str| GiopFacts::of(&case(35, json!({}), prednisone("7.5 mg/d", from)), day(TODAY)).long;
    assert_eq!(long("2025-08-10"), Verdict::Yes, "six months today");
    assert_eq!(long("2025-08-11"), Verdict::No);
    let lower = GiopFacts::of(&case(35, json!({}), prednisone("7.4 mg/d", "2025-01-01")), day(TODAY));
    assert_eq!(lower.long, Verdict::No, "from 7.5 mg on");
}

/// Doses of 30 mg a day and more within the twelve months that end today, and how many days of them in a row.
#[test]
fn high_doses_of_the_last_twelve_months() {
    let of = |entries: &[(&str, &str, &str)]| {
        let entries: Vec<Value> = entries
            .iter()
            .map(|(dose, from, to)| {
                let mut entry = json!({ "drug": "prednisone", "from": from, "to": to });
                if !dose.is_empty() {
                    entry["dose"] = json!(dose);
                }
                entry
            })
            .collect();
        let facts = GiopFacts::of(&case(45, json!({}), json!(entries)), day(TODAY));
        (facts.high_dose, facts.high_dose_for_a_month)
    };
    let (yes, no, open) = (Verdict::Yes, Verdict::No, Verdict::lacking(Need::SteroidDose));
    let year = |dose: &str| of(&[(dose, "2025-06-01", "2026-02-10")]);
    assert_eq!((year("40 mg/d"), year("29.5 mg/d")), ((yes.clone(), yes.clone()), (no.clone(), no.clone())));
    assert_eq!(
        of(&[("30 mg/d", "2024-06-01", "2025-02-11")]),
        (yes.clone(), no.clone()),
        "the first day of the window"
    );
    assert_eq!(of(&[("30 mg/d", "2024-06-01", "2025-02-10")]), (no.clone(), no.clone()), "the day before it");
    let twice = [
        ("30 mg/d", "2025-06-01", "2025-06-20"),
        ("5 mg/d", "2025-06-21", "2025-06-30"),
        ("30 mg/d", "2025-07-01", "2025-07-20"),
    ];
    assert_eq!(of(&twice), (yes.clone(), no.clone()), "not in a row");
    assert_eq!(
        of(&[("30 mg/d", "2025-06-01", "2025-06-30")]),
        (yes.clone(), no.clone()),
        "30 days are not more than 30"
    );
    assert_eq!(of(&[("30 mg/d", "2025-06-01", "2025-07-01")]), (yes, Verdict::Yes));
    assert_eq!(of(&[("", "2025-06-01", "2025-06-30")]), (open.clone(), open), "a dose that is not known");
    assert_eq!(of(&[("", "2024-06-01", "2025-01-30")]), (no, Verdict::No), "before the window");
}
