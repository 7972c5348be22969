use regards::clinic::{Need, Verdict, anti_dsdna_on, c3_on, c4_on, interferon_on, sacq_on};
use regards::domain::{Case, Day};
use serde_json::json;

use super::bare_case;

fn case() -> Case {
    let mut case = serde_json::to_value(bare_case()).unwrap();
    case["labs"] = json!([
        { "date": "2026-01-05", "c3": "0.85 g/L", "c4": "12 mg/dL", "anti_dsdna": "20 IU/mL" },
        { "date": "2026-03-01", "c3": "0.84 g/L" },
    ]);
    case["laboratory"] = json!({ "c3_lower": "85 mg/dL", "c4_lower": "0.12 g/L" });
    serde_json::from_value(case).unwrap()
}

fn day(written: &str) -> Day {
    written.parse().unwrap()
}

#[test]
fn serology_is_judged_by_the_laboratory_of_the_case_and_by_nothing_else() {
    let case = case();
    assert_eq!(c3_on(&case, day("2026-02-01")).unwrap().is_outside, Some(false), "at the limit is not below it");
    assert_eq!(c3_on(&case, day("2026-03-01")).unwrap().is_outside, Some(true));
    assert_eq!(c4_on(&case, day("2026-03-01")).unwrap().is_outside, Some(false));
    assert_eq!(anti_dsdna_on(&case, day("2026-03-01")).unwrap().is_outside, None, "no limit, no answer");
    assert!(c3_on(&case, day("2026-01-01")).is_none());
}

#[test]
fn a_value_is_told_with_the_one_before() {
    let case = case();
    let change = c3_on(&case, day("2026-03-01")).unwrap().change.unwrap();
    assert_eq!((change.from.date, change.to.date), (day("2026-01-05"), day("2026-03-01")));
    assert!(c3_on(&case, day("2026-02-01")).unwrap().change.is_none());
}

#[test]
fn the_newest_interferon_signature() {
    let mut case = serde_json::to_value(case()).unwrap();
    case["labs"][0]["interferon"] = json!({ "result": "high", "method": "4 gènes" });
    let case: Case = serde_json::from_value(case).unwrap();
    assert_eq!(interferon_on(&case, day("2026-03-01")).unwrap().0, day("2026-01-05"));
    assert!(interferon_on(&case, day("2026-01-04")).is_none());
}

/// activity.md 14, Steiman 2010.
#[test]
fn serologically_active_clinically_quiescent() {
    let with = |visits: serde_json::Value, treatments: serde_json::Value| {
        let mut case = serde_json::to_value(bare_case()).unwrap();
        case["activity"] = visits;
        case["treatments"] = treatments;
        sacq_on(&serde_json::from_value(case).unwrap(), day("2026-12-31"))
    };
    let antimalarial = || json!([{ "drug": "hydroxychloroquine", "dose": "400 mg/d", "from": "2020-01-01" }]);
    let quiet = |first: &str| json!([{ "date": first, "sledai": ["anti_dsdna"] }, { "date": "2026-01-01", "sledai": ["low_complement"] }]);
    assert_eq!(with(quiet("2024-01-01"), antimalarial()), Verdict::Yes, "two years");
    assert_eq!(with(quiet("2024-01-02"), antimalarial()), Verdict::lacking(Need::TwoYears));
    assert_eq!(with(quiet("2024-01-01"), json!([])), Verdict::lacking(Need::Treatments));
    let prednisone = json!([{ "drug": "prednisone", "dose": "5 mg/d", "from": "2025-01-01" }]);
    assert_eq!(with(quiet("2024-01-01"), prednisone), Verdict::No);
    let on_the_last_day = json!([
        { "drug": "hydroxychloroquine", "dose": "400 mg/d", "from": "2020-01-01" },
        { "drug": "prednisone", "dose": "5 mg/d", "from": "2026-01-01" },
    ]);
    assert_eq!(with(quiet("2024-01-01"), on_the_last_day), Verdict::No);
    let after = json!([
        { "drug": "hydroxychloroquine", "dose": "400 mg/d", "from": "2020-01-01" },
        { "drug": "prednisone", "dose": "5 mg/d", "from": "2026-01-02" },
    ]);
    assert_eq!(with(quiet("2024-01-01"), after), Verdict::Yes);
    let normal = json!([{ "date": "2023-01-01", "sledai": [] }, { "date": "2026-01-01", "sledai": ["anti_dsdna"] }]);
    assert_eq!(with(normal, antimalarial()), Verdict::No, "serology was not persistent");
    let unread = json!([{ "date": "2023-01-01", "sledai": [], "not_assessed": ["anti_dsdna"] }, { "date": "2026-01-01", "sledai": ["anti_dsdna"] }]);
    assert_eq!(with(unread, antimalarial()), Verdict::lacking(Need::SledaiItems), "serology not read is not normal");
    let active = json!([{ "date": "2026-01-01", "sledai": ["rash", "anti_dsdna"] }]);
    assert_eq!(with(active, antimalarial()), Verdict::No);
    let unassessed = json!([{ "date": "2026-01-01", "sledai": [], "not_assessed": ["arthritis"] }]);
    assert_eq!(with(unassessed, antimalarial()), Verdict::lacking(Need::SledaiItems));
    assert_eq!(with(json!([]), antimalarial()), Verdict::lacking(Need::Sledai));
}
