use regards::clinic::*;
use regards::domain::{Case, Field};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::bare_case;

fn treated(before: Option<&str>, treatments: Value) -> Case {
    let mut case = bare_case();
    case.background.cyclophosphamide_before = before.map(|grams| grams.parse().unwrap()).into();
    case.treatments = serde_json::from_value(treatments).unwrap();
    case
}

fn total(case: &Case) -> Answer<Decimal> {
    CyclophosphamideLifetime::on(case, "2026-02-10".parse().unwrap()).total()
}

fn grams(written: &str) -> Decimal {
    written.parse().unwrap()
}

/// damage.md E: Euro-Lupus is 500 mg six times, 3 g.
#[test]
fn what_was_received_before_and_the_courses() {
    let euro_lupus = json!([
        { "drug": "cyclophosphamide", "dose": "500 mg", "route": "iv", "times": 6, "from": "2024-01-08", "to": "2024-03-18" },
    ]);
    assert_eq!(total(&treated(Some("0 g"), euro_lupus.clone())), Ok(grams("3")));
    assert_eq!(total(&treated(Some("6.5 g"), euro_lupus.clone())), Ok(grams("9.5")));
    let unsaid = treated(None, euro_lupus);
    assert_eq!(total(&unsaid), Err(vec![Need::CyclophosphamideBefore]));
    let known = CyclophosphamideLifetime::on(&unsaid, "2026-02-10".parse().unwrap()).known();
    assert_eq!(known, Decimal::from(3), "at least the courses");
    let by_mouth =
        json!([{ "drug": "cyclophosphamide", "dose": "100 mg/d", "from": "2020-01-01", "to": "2020-04-09" }]);
    assert_eq!(total(&treated(Some("0 g"), by_mouth)), Ok(grams("10")), "100 days");
    let mut by_weight = treated(
        Some("0 g"),
        json!([{ "drug": "cyclophosphamide", "dose": "15 mg/kg", "times": 3, "from": "2020-01-01", "to": "2020-03-01" }]),
    );
    assert_eq!(total(&by_weight), Err(vec![Need::Weight]));
    by_weight.patient.weight = Field::Known("60 kg".parse().unwrap());
    assert_eq!(total(&by_weight), Ok(grams("2.7")));
}

#[test]
fn a_course_that_cannot_be_counted_is_said() {
    let running = json!([{ "drug": "cyclophosphamide", "dose": "500 mg", "times": 6, "from": "2026-01-20" }]);
    assert_eq!(total(&treated(Some("0 g"), running)), Err(vec![Need::Administrations]), "how many of six were given");
    let once = json!([{ "drug": "cyclophosphamide", "dose": "500 mg", "times": 1, "from": "2026-01-20" }]);
    assert_eq!(total(&treated(Some("0 g"), once)), Ok(grams("0.5")));
    let of_one_day =
        json!([{ "drug": "cyclophosphamide", "dose": "500 mg", "from": "2026-01-20", "to": "2026-01-20" }]);
    assert_eq!(total(&treated(Some("0 g"), of_one_day)), Ok(grams("0.5")), "an entry of one day is one infusion");
    let later = json!([{ "drug": "cyclophosphamide", "dose": "500 mg", "times": 6, "from": "2026-03-01" }]);
    assert_eq!(total(&treated(Some("0 g"), later)), Ok(grams("0")), "what is planned does not count");
    let doseless = json!([{ "drug": "cyclophosphamide", "times": 6, "from": "2024-01-01", "to": "2024-03-01" }]);
    assert_eq!(total(&treated(Some("0 g"), doseless)), Err(vec![Need::CyclophosphamideDose]));
}

#[test]
fn bands_at_their_limits() {
    use CyclophosphamideBand::{Amber, Below, Red};
    let rows = [("0", Below), ("9.999", Below), ("10", Amber), ("35.999", Amber), ("36", Red), ("50", Red)];
    for (written, expected) in rows {
        assert_eq!(CyclophosphamideBand::of(written.parse().unwrap()), expected, "{written} g");
    }
}

/// What began today counts from today; a course that ends today is over.
#[test]
fn today_counts() {
    let first_day = json!([{ "drug": "cyclophosphamide", "dose": "100 mg/d", "from": "2026-02-10" }]);
    assert_eq!(total(&treated(Some("0 g"), first_day)), Ok(grams("0.1")));
    let last_day =
        json!([{ "drug": "cyclophosphamide", "dose": "500 mg", "times": 6, "from": "2025-12-01", "to": "2026-02-10" }]);
    assert_eq!(total(&treated(Some("0 g"), last_day)), Ok(grams("3")));
    let tomorrow =
        json!([{ "drug": "cyclophosphamide", "dose": "500 mg", "times": 6, "from": "2025-12-01", "to": "2026-02-11" }]);
    assert_eq!(total(&treated(Some("0 g"), tomorrow)), Err(vec![Need::Administrations]));
    let two_days = json!([{ "drug": "cyclophosphamide", "dose": "500 mg", "from": "2026-01-20", "to": "2026-01-21" }]);
    assert_eq!(total(&treated(Some("0 g"), two_days)), Err(vec![Need::Administrations]));
}
