use regards::clinic::*;
use regards::domain::{Case, Day};
use serde_json::json;

use super::bare_case;

fn today() -> Day {
    "2026-11-26".parse().unwrap()
}

fn case(born: &str, treatments: serde_json::Value, vaccines: serde_json::Value) -> Case {
    let mut case = bare_case();
    case.patient.born = Some(born.parse().unwrap());
    case.treatments = serde_json::from_value(treatments).unwrap();
    case.prevention = serde_json::from_value([("vaccines".to_owned(), vaccines)].into_iter().collect()).unwrap();
    case
}

fn of(case: &Case, wanted: Vaccine) -> &'static str {
    vaccines(case, today()).into_iter().find(|(vaccine, _)| *vaccine == wanted).unwrap().1.code()
}

fn hydroxychloroquine() -> serde_json::Value {
    json!([{ "drug": "hydroxychloroquine", "dose": "400 mg/d", "from": "2020-01-01" }])
}

fn mycophenolate() -> serde_json::Value {
    json!([{ "drug": "mycophenolate_mofetil", "dose": "2 g/d", "from": "2026-01-01" }])
}

/// damage.md F: immunosuppressed from 18 years, and everybody from 65.
#[test]
fn zoster_for_whom() {
    let never = || json!({ "zoster": "never" });
    assert_eq!(of(&case("1990-01", mycophenolate(), never()), Vaccine::Zoster), "due");
    assert_eq!(of(&case("1990-01", hydroxychloroquine(), never()), Vaccine::Zoster), "not_due");
    assert_eq!(of(&case("1961-11", hydroxychloroquine(), never()), Vaccine::Zoster), "due", "65 today");
    assert_eq!(of(&case("1961-12", hydroxychloroquine(), never()), Vaccine::Zoster), "not_due", "64 today");
    assert_eq!(of(&case("2008-11", mycophenolate(), never()), Vaccine::Zoster), "due", "18 today");
    assert_eq!(of(&case("2008-12", mycophenolate(), never()), Vaccine::Zoster), "not_due", "17 today");
    assert_eq!(of(&case("1990-01", json!([]), never()), Vaccine::Zoster), "unknown", "no list of treatments");
    assert_eq!(of(&case("1990-01", mycophenolate(), json!({})), Vaccine::Zoster), "unknown");
    assert_eq!(of(&case("1990-01", mycophenolate(), json!({ "zoster": "2024-11" })), Vaccine::Zoster), "done");
}

/// damage.md F: up to 26 years, included.
#[test]
fn papillomavirus_up_to_twenty_six() {
    let never = || json!({ "hpv": "never" });
    assert_eq!(of(&case("1999-12", hydroxychloroquine(), never()), Vaccine::Hpv), "due", "26 today");
    assert_eq!(of(&case("1999-11", hydroxychloroquine(), never()), Vaccine::Hpv), "not_due", "27 today");
    assert_eq!(of(&case("1999-11", hydroxychloroquine(), json!({})), Vaccine::Hpv), "not_due");
}

#[test]
fn influenza_is_of_a_season() {
    let given =
        |date: &str| of(&case("1990-01", hydroxychloroquine(), json!({ "influenza": date })), Vaccine::Influenza);
    assert_eq!(given("2026-10-12"), "done");
    assert_eq!(given("2026-09"), "done");
    assert_eq!(given("2026-08-31"), "due");
    assert_eq!(given("2025-12-10"), "due", "last season, although less than twelve months ago");
    assert_eq!(given("never"), "due");
    assert_eq!(of(&case("1990-01", hydroxychloroquine(), json!({})), Vaccine::Influenza), "unknown");
}

#[test]
fn covid_is_for_those_at_risk() {
    let never = || json!({ "covid": "never" });
    assert_eq!(of(&case("1990-01", hydroxychloroquine(), never()), Vaccine::Covid), "not_due");
    assert_eq!(of(&case("1990-01", mycophenolate(), never()), Vaccine::Covid), "due");
    assert_eq!(of(&case("1950-01", hydroxychloroquine(), never()), Vaccine::Covid), "due");
}

/// damage.md F: one dose of PCV20 or PCV21; a year after an earlier PCV13 or PPSV23.
#[test]
fn pneumococcus_by_what_was_given() {
    let given = |vaccines: serde_json::Value| {
        let case = case("1990-01", hydroxychloroquine(), vaccines);
        vaccines_of(&case)
    };
    assert_eq!(given(json!({ "pneumococcus": "never" })), VaccineStatus::Due(None));
    let done = given(json!({ "pneumococcus": "2024-03", "pneumococcus_vaccine": "pcv20" }));
    assert_eq!(done.code(), "done");
    let due = given(json!({ "pneumococcus": "2024-03-01", "pneumococcus_vaccine": "ppsv23" }));
    assert_eq!(due.code(), "due");
    let later = given(json!({ "pneumococcus": "2026-03-01", "pneumococcus_vaccine": "pcv13" }));
    assert_eq!(later, VaccineStatus::DueFrom("2027-03-01".parse().unwrap()));
    let which = given(json!({ "pneumococcus": "2024-03" }));
    assert_eq!(which, VaccineStatus::Unknown(vec![Need::WhichPneumococcusVaccine]));
}

fn vaccines_of(case: &Case) -> VaccineStatus {
    vaccines(case, today()).into_iter().find(|(vaccine, _)| *vaccine == Vaccine::Pneumococcus).unwrap().1
}

/// damage.md F (HCSP 2014, from memory): 10 mg/d for more than two weeks, 3 months after most, 6 after an anti-CD20.
#[test]
fn who_is_immunosuppressed() {
    let is = |treatments: serde_json::Value| immunosuppressed(&case("1990-01", treatments, json!({})), today());
    assert_eq!(is(hydroxychloroquine()), Verdict::No);
    assert_eq!(is(json!([])), Verdict::Unknown(vec![Need::Treatments]));
    let prednisone = |dose: &str, from: &str| is(json!([{ "drug": "prednisone", "dose": dose, "from": from }]));
    assert_eq!(prednisone("10 mg/d", "2026-11-12"), Verdict::Yes, "the fifteenth day");
    assert_eq!(prednisone("10 mg/d", "2026-11-13"), Verdict::No, "the fourteenth day");
    assert_eq!(prednisone("9.9 mg/d", "2026-01-01"), Verdict::No);
    assert_eq!(is(json!([{ "drug": "prednisone", "from": "2026-01-01" }])), Verdict::Unknown(vec![Need::SteroidDose]));
    let stopped = |drug: &str, to: &str| is(json!([{ "drug": drug, "from": "2026-01-01", "to": to }]));
    assert_eq!(stopped("azathioprine", "2026-08-27"), Verdict::Yes);
    assert_eq!(stopped("azathioprine", "2026-08-26"), Verdict::No);
    assert_eq!(stopped("rituximab", "2026-05-27"), Verdict::Yes);
    assert_eq!(stopped("rituximab", "2026-05-26"), Verdict::No);
}

#[test]
fn a_live_vaccine_clashes_under_immunosuppression() {
    let planned =
        |treatments| live_vaccine_clash(&case("1990-01", treatments, json!({ "live_planned": "yes" })), today());
    assert_eq!(planned(mycophenolate()), Verdict::Yes);
    assert_eq!(planned(hydroxychloroquine()), Verdict::No);
}

/// damage.md F: adults; below 18 years the calendar of childhood.
#[test]
fn pneumococcus_is_for_adults() {
    let never = || json!({ "pneumococcus": "never" });
    assert_eq!(of(&case("2008-11", hydroxychloroquine(), never()), Vaccine::Pneumococcus), "due", "18 today");
    assert_eq!(of(&case("2008-12", hydroxychloroquine(), never()), Vaccine::Pneumococcus), "by_calendar", "17 today");
}

/// 10 mg a day for too short to count yet: it will if it goes on.
#[test]
fn a_glucocorticoid_that_will_count_is_told_in_advance() {
    let soon = |dose: &str, from: &str| {
        let treatments = json!([{ "drug": "prednisone", "dose": dose, "from": from }]);
        is_glucocorticoid_soon_long(&case("1990-01", treatments, json!({})), today())
    };
    assert!(soon("10 mg/d", "2026-11-20"));
    assert!(!soon("9 mg/d", "2026-11-20"));
    assert!(!soon("10 mg/d", "2026-10-01"), "it counts already");
}

/// HCSP: three months after the end of an immunosuppressant, counted from the last of its ends.
#[test]
fn an_immunosuppressant_counts_from_its_last_end() {
    let twice = json!([
        { "drug": "azathioprine", "dose": "100 mg/d", "from": "2023-01-01", "to": "2024-01-01" },
        { "drug": "azathioprine", "dose": "100 mg/d", "from": "2025-01-01", "to": "2026-09-01" },
    ]);
    let case = case("1990-01", twice, json!([]));
    let last: Day = "2026-12-01".parse().unwrap();
    let on = |day: &str| immunosuppressed_by(&case, day.parse().unwrap()).unwrap();
    assert_eq!(on("2026-11-26"), [ImmunosuppressedBy::Stopped(regards::domain::Drug::Azathioprine, last)]);
    assert_eq!(on("2026-12-01"), []);
}

/// What is taken decides, although the dose of a glucocorticoid is not known.
#[test]
fn an_unknown_dose_is_not_asked_for_beside_an_immunosuppressant() {
    let beside = json!([
        { "drug": "azathioprine", "dose": "100 mg/d", "from": "2025-01-01" },
        { "drug": "prednisone", "from": "2025-01-01" },
    ]);
    let mut case = case("1990-01", beside, json!([]));
    let by = immunosuppressed_by(&case, today());
    assert_eq!(by, Ok(vec![ImmunosuppressedBy::Drug(regards::domain::Drug::Azathioprine)]));
    case.treatments.remove(0);
    assert_eq!(immunosuppressed_by(&case, today()), Err(vec![Need::SteroidDose]));
}

/// The first months of a year belong to the season that began the year before.
#[test]
fn a_winter_is_one_season() {
    let winter: Day = "2026-02-10".parse().unwrap();
    let of = |date: &str| {
        let case = case("1990-01", hydroxychloroquine(), json!({ "influenza": date }));
        vaccines(&case, winter).into_iter().find(|(vaccine, _)| *vaccine == Vaccine::Influenza).unwrap().1.code()
    };
    assert_eq!(["2026-01", "2025-10", "2024-10"].map(of), ["done", "done", "due"]);
}
