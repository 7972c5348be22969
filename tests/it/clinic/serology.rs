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
    let mut file = serde_json::to_value(&case).unwrap();
    let mut dsdna = |value: &str| {
        file["labs"][0]["anti_dsdna"] = json!(value);
        file["laboratory"]["anti_dsdna_upper"] = json!("20 IU/mL");
        anti_dsdna_on(&serde_json::from_value(file.clone()).unwrap(), day("2026-03-01")).unwrap().is_outside
    };
    assert_eq!((dsdna("20 IU/mL"), dsdna("21 IU/mL"), dsdna("19 IU/mL")), (Some(false), Some(true), Some(false)));
    let mut low = serde_json::to_value(self::case()).unwrap();
    low["labs"][0]["c4"] = json!("11 mg/dL");
    assert_eq!(c4_on(&serde_json::from_value(low).unwrap(), day("2026-03-01")).unwrap().is_outside, Some(true));
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
    assert!(interferon_on(&case, day("2026-01-05")).is_some());
    let mut twice = case;
    twice.labs[1].interferon = twice.labs[0].interferon.clone();
    assert_eq!(interferon_on(&twice, day("2026-03-01")).unwrap().0, day("2026-03-01"));
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
    let one_point = json!([{ "date": "2026-01-01", "sledai": ["fever", "anti_dsdna"] }]);
    assert_eq!(with(one_point, antimalarial()), Verdict::No);
    let unassessed = json!([{ "date": "2026-01-01", "sledai": [], "not_assessed": ["arthritis"] }]);
    assert_eq!(with(unassessed, antimalarial()), Verdict::lacking(Need::SledaiItems));
    assert_eq!(with(json!([]), antimalarial()), Verdict::lacking(Need::Sledai));
}

/// Antimalarials alone: whatever else acts on lupus ends it while it is taken; a drug without its name leaves it open.
#[test]
fn quiescence_is_under_antimalarials_alone() {
    let with = |entry: serde_json::Value| {
        let mut case = serde_json::to_value(bare_case()).unwrap();
        case["activity"] = json!([{ "date": "2024-01-01", "sledai": ["anti_dsdna"] }, { "date": "2026-01-01", "sledai": ["low_complement"] }]);
        case["treatments"] = json!([{ "drug": "hydroxychloroquine", "dose": "400 mg/d", "from": "2020-01-01" }, entry]);
        sacq_on(&serde_json::from_value(case).unwrap(), day("2026-12-31"))
    };
    let others = [
        "prednisone",
        "prednisolone",
        "methylprednisolone",
        "hydrocortisone",
        "dexamethasone",
        "betamethasone",
        "mycophenolate_mofetil",
        "mycophenolate_sodium",
        "cyclophosphamide",
        "azathioprine",
        "methotrexate",
        "leflunomide",
        "tacrolimus",
        "ciclosporin",
        "voclosporin",
        "belimumab",
        "anifrolumab",
        "rituximab",
        "obinutuzumab",
        "eculizumab",
        "ravulizumab",
        "plasma_exchange",
        "ivig",
    ];
    for drug in others {
        assert_eq!(with(json!({ "drug": drug, "from": "2025-01-01" })), Verdict::No, "{drug}");
    }
    assert_eq!(with(json!({ "drug": "ramipril", "from": "2025-01-01" })), Verdict::Yes);
    assert_eq!(with(json!({ "drug": "other", "name": "X", "from": "2025-01-01" })), Verdict::lacking(Need::DrugName));
    let ended = |to: &str| with(json!({ "drug": "azathioprine", "from": "2020-01-01", "to": to }));
    assert_eq!((ended("2024-01-01"), ended("2024-01-02")), (Verdict::No, Verdict::No), "still taken on the first day");
    assert_eq!(ended("2023-12-31"), Verdict::Yes);
}

/// Short of two years: an active visit before says that it is not yet so long, one that says nothing leaves it open.
#[test]
fn what_stands_before_the_quiet_visits_decides() {
    let with = |before: serde_json::Value| {
        let mut case = serde_json::to_value(bare_case()).unwrap();
        case["activity"] = json!([before, { "date": "2025-01-01", "sledai": ["anti_dsdna"] }, { "date": "2026-01-01", "sledai": ["anti_dsdna"] }]);
        case["treatments"] = json!([{ "drug": "hydroxychloroquine", "dose": "400 mg/d", "from": "2020-01-01" }]);
        sacq_on(&serde_json::from_value(case).unwrap(), day("2026-12-31"))
    };
    assert_eq!(with(json!({ "date": "2024-06-01", "sledai": ["rash"] })), Verdict::No);
    assert_eq!(with(json!({ "date": "2024-06-01", "pga": 0.2 })), Verdict::lacking(Need::TwoYears));
    assert_eq!(with(json!({ "date": "2023-01-01", "sledai": ["fever"] })), Verdict::No, "one point is activity");
}
