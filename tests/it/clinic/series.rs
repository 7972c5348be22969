use regards::clinic::*;
use regards::domain::{Case, Day, Field};
use rust_decimal::Decimal;
use serde_json::json;

use super::bare_case;

fn day(written: &str) -> Day {
    written.parse().unwrap()
}

fn followed() -> Case {
    let mut case = bare_case();
    case.labs = serde_json::from_value(json!([
        { "date": "2026-02-10", "creatinine": "62 µmol/L", "upcr": "1.6 g/g" },
        { "date": "2025-02-01", "creatinine": "70 µmol/L", "c3": "0.62 g/L" },
        { "date": "2025-11-03", "creatinine": "60 µmol/L", "upcr": "1900 mg/g" },
    ]))
    .unwrap();
    case
}

#[test]
fn newest_with_its_date_and_its_change() {
    let series = upcr_series(&followed());
    assert_eq!(series.points().len(), 2);
    let newest = series.newest().unwrap();
    assert_eq!((newest.date, newest.value.to_string()), (day("2026-02-10"), "1.6 g/g".to_owned()));
    let change = series.change().unwrap();
    assert_eq!(change.from.date, day("2025-11-03"));
    assert_eq!(change.percent().unwrap().round_dp(1), "-15.8".parse().unwrap());
    assert_eq!(series.newest_by(day("2026-02-09")).unwrap().date, day("2025-11-03"));
    assert_eq!(c3_series(&followed()).change(), None);
}

#[test]
fn egfr_says_what_it_lacks() {
    let mut case = followed();
    assert_eq!(egfr_series(&case), Err(vec![Need::Age]));
    case.labs[0].creatinine = Field::Absent;
    case.labs[1].creatinine = Field::Absent;
    assert_eq!(egfr_series(&case), Err(vec![Need::Age]), "the day that lacks least");
    case = followed();
    case.patient.born = Some("1994-06".parse().unwrap());
    let series = egfr_series(&case).unwrap();
    assert_eq!(series.points().len(), 3);
    assert!(series.change().unwrap().percent().unwrap() < 0.0);
    case.labs.clear();
    assert_eq!(egfr_series(&case), Err(vec![Need::Creatinine]));
}

#[test]
fn prednisone_over_time_has_a_point_at_each_change() {
    let mut case = bare_case();
    case.treatments = serde_json::from_value(json!([
        { "drug": "prednisone", "dose": "20 mg/d", "from": "2025-01-01", "to": "2025-01-31" },
        { "drug": "prednisone", "dose": "10 mg/d", "from": "2025-02-01", "to": "2025-03-01" },
        { "drug": "prednisone", "from": "2025-06-01" },
    ]))
    .unwrap();
    let series = prednisone_series(&case, day("2026-01-01"));
    let found: Vec<(String, Option<u32>)> = series
        .points()
        .iter()
        .map(|point| (point.date.to_string(), point.value.map(|dose| dose.to_string().parse().unwrap())))
        .collect();
    let expected = [("2025-01-01", Some(20)), ("2025-02-01", Some(10)), ("2025-03-02", Some(0)), ("2025-06-01", None)];
    assert_eq!(found, expected.map(|(date, dose)| (date.to_owned(), dose)));
    assert_eq!(prednisone_series(&bare_case(), day("2026-01-01")).newest().unwrap().value, None::<Decimal>);
}

#[test]
fn a_change_of_filtration_has_no_percent_from_zero_nor_between_two_equations() {
    let point = |value, equation| Point { date: day("2026-01-01"), value: Egfr { value, equation } };
    let adult = |value| point(value, Equation::CkdEpi2021);
    assert_eq!(Change { from: adult(80.0), to: adult(60.0) }.percent(), Some(-25.0));
    assert_eq!(Change { from: adult(0.0), to: adult(60.0) }.percent(), None);
    assert_eq!(Change { from: point(80.0, Equation::CkidU25), to: adult(60.0) }.percent(), None);
}
