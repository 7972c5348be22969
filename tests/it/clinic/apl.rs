use regards::clinic::*;
use regards::domain::{AplProfile, Case, Day};
use serde_json::json;

use super::bare_case;

fn today() -> Day {
    "2026-11-26".parse().unwrap()
}

fn case(tests: &serde_json::Value) -> Case {
    let mut case = bare_case();
    case.background = serde_json::from_value(json!({ "apl_tests": tests, "comorbidities": [] })).unwrap();
    case.laboratory = serde_json::from_value(json!({ "acl_upper": "15 U/mL", "anti_b2gpi_upper": "12 U/mL" })).unwrap();
    case
}

/// Two tests 13 weeks apart with the same results: the anticoagulant, anticardiolipin, anti-β2GPI.
fn twice(la: &str, acl: &str, b2gpi: &str) -> AplReading {
    let test = |date: &str| json!({ "date": date, "lupus_anticoagulant": la, "acl": acl, "anti_b2gpi": b2gpi });
    AplReading::on(&case(&json!([test("2026-01-05"), test("2026-04-06")])), today()).unwrap()
}

/// EULAR 2019 (damage.md G): the anticoagulant, two or three antibodies, or a persistently high titre.
#[test]
fn profiles() {
    use AplProfile::{HighRisk, LowRisk, Negative, TriplePositive};
    let rows = [
        ("negative", "negative", "negative", Negative),
        ("negative", "15 U/mL", "12 U/mL", Negative),
        ("positive", "negative", "negative", HighRisk),
        ("negative", "16 U/mL", "negative", LowRisk),
        ("negative", "79 U/mL", "negative", LowRisk),
        ("negative", "80 U/mL", "negative", HighRisk),
        ("negative", "16 GPL", "13 U/mL", HighRisk),
        ("positive", "16 U/mL", "negative", HighRisk),
        ("positive", "45 U/mL", "62 U/mL", TriplePositive),
    ];
    for (la, acl, b2gpi, profile) in rows {
        let found = twice(la, acl, b2gpi);
        assert_eq!((found.profile, found.is_confirmed()), (profile, true), "{la} {acl} {b2gpi}");
    }
}

/// Twelve weeks between two positive tests (Sydney, from memory).
#[test]
fn persistence_takes_twelve_weeks() {
    let at = |second: &str| {
        let test = |date: &str| json!({ "date": date, "lupus_anticoagulant": "positive", "acl": "negative", "anti_b2gpi": "negative" });
        AplReading::on(&case(&json!([test("2026-01-05"), test(second)])), today()).unwrap()
    };
    assert!(at("2026-03-30").is_confirmed(), "84 days");
    let early = at("2026-03-29");
    assert!(!early.is_confirmed(), "83 days");
    assert_eq!((early.profile, early.persistent), (AplProfile::HighRisk, None));
    assert_eq!(early.confirm_from, Some("2026-03-30".parse().unwrap()));
}

#[test]
fn positive_once_and_no_longer_is_of_low_risk() {
    let tests = json!([
        { "date": "2026-01-05", "lupus_anticoagulant": "positive", "acl": "negative", "anti_b2gpi": "negative" },
        { "date": "2026-04-06", "lupus_anticoagulant": "negative", "acl": "negative", "anti_b2gpi": "negative" },
    ]);
    let found = AplReading::on(&case(&tests), today()).unwrap();
    assert_eq!(found.profile, AplProfile::LowRisk);
    assert_eq!(found.findings[0].1, AplFinding::Transient);
    let on = |date: &str| AplReading::on(&case(&tests), date.parse().unwrap());
    assert_eq!(on("2026-01-04"), Err(vec![Need::AplTests]), "tests to come");
    assert_eq!(on("2026-01-05").unwrap().findings[0].1.code(), "to_confirm");
    assert_eq!(on("2026-04-05").unwrap().findings[0].1.code(), "to_confirm");
    assert_eq!(on("2026-04-06").unwrap().findings[0].1, AplFinding::Transient);
    let mut newest_first = tests.clone();
    newest_first.as_array_mut().unwrap().reverse();
    assert_eq!(AplReading::on(&case(&newest_first), today()).unwrap().findings[0].1, AplFinding::Transient);
}

#[test]
fn what_was_not_tested_is_not_negative() {
    let tests = json!([{ "date": "2026-01-05", "acl": "negative" }]);
    assert_eq!(AplReading::on(&case(&tests), today()), Err(vec![Need::LupusAnticoagulant, Need::AntiB2gpi]));
    let mut high = case(&json!([{ "date": "2026-01-05", "acl": "90 U/mL" }]));
    high.background.apl_tests[0].anti_b2gpi = regards::domain::Field::Unknown;
    let found = AplReading::on(&high, today()).unwrap();
    assert_eq!((found.profile, found.lacks.len()), (AplProfile::HighRisk, 2));
    assert_eq!(AplReading::on(&bare_case(), today()), Err(vec![Need::AplTests]));
    let mut without_limit = case(&json!([
        { "date": "2026-01-05", "lupus_anticoagulant": "negative", "acl": "30 U/mL", "anti_b2gpi": "41 U/mL" },
    ]));
    without_limit.laboratory.acl_upper = regards::domain::Field::Absent;
    let found = AplReading::on(&without_limit, today()).unwrap();
    assert_eq!(found.findings[1].1, AplFinding::Unknown(Need::AclLimit), "below 40 U the laboratory's limit decides");
    assert_eq!(found.findings[2].1.code(), "to_confirm", "above 40 U it is positive");
}

/// damage.md G: 5 + 4 + 4 + 3 + 1, 17 at most.
#[test]
fn agapss_adds_up() {
    let test = |date: &str| json!({ "date": date, "lupus_anticoagulant": "positive", "acl": "90 U/mL", "anti_b2gpi": "62 U/mL" });
    let mut triple = case(&json!([test("2026-01-05"), test("2026-04-06")]));
    assert_eq!(agapss(&triple, today()), Ok(13));
    triple.background.comorbidities =
        Some(serde_json::from_value(json!(["hypertension", "dyslipidaemia"])).unwrap()).into();
    assert_eq!(agapss(&triple, today()), Ok(17));
    let once = json!([{ "date": "2026-01-05", "lupus_anticoagulant": "negative", "acl": "90 U/mL", "anti_b2gpi": "negative" }]);
    assert_eq!(
        agapss(&case(&once), today()),
        Ok(5),
        "what waits for its confirmation counts, what is negative does not"
    );
    triple.background.comorbidities = regards::domain::Field::Unknown;
    assert_eq!(agapss(&triple, today()), Err(vec![Need::Comorbidities]));
}

#[test]
fn what_follows_from_each_profile() {
    use AplFollows as F;
    assert_eq!(apl_follows(AplProfile::Negative, Some(false)), []);
    assert_eq!(apl_follows(AplProfile::LowRisk, Some(false)), [F::AspirinPossible, F::NoOestrogen]);
    let triple = [F::AspirinRecommended, F::Heparin, F::NoRivaroxaban, F::NoOestrogen];
    assert_eq!(apl_follows(AplProfile::TriplePositive, Some(false)), triple);
    let syndrome = [F::Heparin, F::VitaminKAntagonist, F::ObstetricSyndrome, F::NoOestrogen];
    assert_eq!(apl_follows(AplProfile::HighRisk, Some(true)), syndrome);
    assert_eq!(apl_follows(AplProfile::HighRisk, None).len(), 5, "an event is not excluded");
    assert_eq!(apl_follows(AplProfile::Negative, Some(true)), []);
    assert_eq!(apl_follows(AplProfile::Negative, None), []);
    let low = [F::VitaminKAntagonist, F::ObstetricSyndrome, F::NoOestrogen];
    assert_eq!(apl_follows(AplProfile::LowRisk, Some(true)), low, "no aspirin alone with a syndrome");
    let mut recorded = bare_case();
    assert_eq!(has_aps(&recorded), None);
    for (list, known) in [(json!(["antiphospholipid_syndrome"]), true), (json!(["hypertension"]), false)] {
        recorded.background = serde_json::from_value(json!({ "comorbidities": list })).unwrap();
        assert_eq!(has_aps(&recorded), Some(known));
    }
    assert_eq!((F::AspirinRecommended.grade(), F::AspirinPossible.grade()), (Some("2a/B"), Some("2b/C")));
}

/// Sydney, from memory: above 40 U whatever the laboratory's limit.
#[test]
fn above_forty_units_is_positive_in_every_laboratory() {
    let profile = |acl: &str| {
        let test = |date: &str| json!({ "date": date, "lupus_anticoagulant": "negative", "acl": acl, "anti_b2gpi": "negative" });
        let mut case = case(&json!([test("2026-01-05"), test("2026-04-06")]));
        case.laboratory =
            serde_json::from_value(json!({ "acl_upper": "50 U/mL", "anti_b2gpi_upper": "12 U/mL" })).unwrap();
        AplReading::on(&case, today()).unwrap().profile
    };
    assert_eq!(profile("40 U/mL"), AplProfile::Negative);
    assert_eq!(profile("41 U/mL"), AplProfile::LowRisk);
}

/// A positive test and a negative one less than twelve weeks later still wait for their confirmation.
#[test]
fn negative_too_early_does_not_make_it_transient() {
    let finding = |second: &str| {
        let test = |date: &str, la: &str| json!({ "date": date, "lupus_anticoagulant": la, "acl": "negative", "anti_b2gpi": "negative" });
        let read =
            AplReading::on(&case(&json!([test("2026-01-05", "positive"), test(second, "negative")])), today()).unwrap();
        read.profile
    };
    assert_eq!(finding("2026-03-29"), AplProfile::HighRisk, "83 days");
    assert_eq!(finding("2026-03-30"), AplProfile::LowRisk, "84 days");
}

/// What only waits for its confirmation makes a profile, and none that is persistent.
#[test]
fn what_waits_does_not_persist() {
    let test = |date: &str, b2gpi: &str| json!({ "date": date, "lupus_anticoagulant": "negative", "acl": "20 U/mL", "anti_b2gpi": b2gpi });
    let read = AplReading::on(&case(&json!([test("2026-01-05", "negative"), test("2026-04-06", "20 U/mL")])), today())
        .unwrap();
    assert_eq!((read.profile, read.persistent), (AplProfile::HighRisk, Some(AplProfile::LowRisk)));
    assert!(!read.is_confirmed());
}

/// Two tests that are not yet twelve weeks apart: one high titre among them is high.
#[test]
fn one_high_titre_waits_as_a_high_one() {
    let test = |date: &str, acl: &str| json!({ "date": date, "lupus_anticoagulant": "negative", "acl": acl, "anti_b2gpi": "negative" });
    let profile = |first: &str, second: &str| {
        AplReading::on(&case(&json!([test("2026-10-01", first), test("2026-10-29", second)])), today()).unwrap().profile
    };
    assert_eq!(profile("80 U/mL", "50 U/mL"), AplProfile::HighRisk);
    assert_eq!(profile("50 U/mL", "50 U/mL"), AplProfile::LowRisk);
}
