//! The planned taper in a report: hand-computed sums and days.

use regards::domain::Case;
use regards::text::Lang;
use serde_json::{Value, json};

use super::{sheet, shipped};

use crate::scene::library;

fn json_of(case: &Case) -> Value {
    serde_json::from_str(&sheet(case, &library()).json()).unwrap()
}

/// 7.5 mg × 28 days, 5 × 91, 2.5 × 91, then the stop: 210 + 455 + 227.5 mg.
#[test]
fn a_plan_down_to_the_stop() {
    let case = shipped("ln-2026-006-classe-v-1-6");
    let taper = &json_of(&case)["taper"];
    assert_eq!(taper["plan"][0], json!({"from": "2026-11-30", "daily_mg": 7.5, "daily_mg_per_kg": 0.1154}));
    assert_eq!((&taper["week_0"], &taper["counted_from"]), (&json!("2026-11-30"), &json!("plan")));
    assert_eq!(taper["reached"][1], json!({"at_most_mg": 5.0, "from": "2026-12-28", "week": 4}));
    assert_eq!(taper["reached"][3], json!({"at_most_mg": 0.0, "from": "2027-06-28", "week": 30}));
    assert_eq!(taper["planned_mg"], 892.5);
    assert_eq!(taper["year_ahead"], json!({"oral_mg": 892.5, "intravenous_mg": 0.0}));
    let acr = taper["against"].as_array().unwrap().iter().find(|one| one["guideline"] == "acr-2024").unwrap();
    assert_eq!(acr["start"], json!({"daily_mg": 7.5, "held": "within", "by_mg": 0.0}));
    assert_eq!((&acr["prints_schedule"], &acr["days"]), (&json!(false), &json!([])));
    assert_eq!(acr["targets"][0]["in_time"], true);
}

#[test]
fn without_a_plan_it_is_said_and_nothing_is_made_up() {
    let mut case = shipped("ln-2026-006-classe-v-1-6");
    case.taper = regards::domain::Field::Absent;
    let taper = &json_of(&case)["taper"];
    assert_eq!((&taper["plan"], &taper["year_ahead"], &taper["course"]), (&json!([]), &Value::Null, &Value::Null));
    assert!(taper["reached"].as_array().unwrap().iter().all(|one| one["from"].is_null()));
    let library = library();
    let text = sheet(&case, &library).text(Lang::En);
    let section = text.split("Planned taper\n---").nth(1).unwrap();
    assert!(section.contains("No taper is planned."), "{section}");
    case.treatments.clear();
    let text = sheet(&case, &library).text(Lang::En);
    assert!(text.contains("past 12 months: needs data:"), "{text}");
}
