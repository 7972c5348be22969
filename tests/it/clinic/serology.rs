use regards::clinic::{anti_dsdna_on, c3_on, c4_on};
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
