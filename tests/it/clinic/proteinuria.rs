use regards::clinic::*;
use regards::domain::{Case, DailyProtein, Day, Upcr};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::bare_case;

fn decimal(written: &str) -> Decimal {
    written.parse().unwrap()
}

fn day(written: &str) -> Day {
    written.parse().unwrap()
}

fn case(labs: Value) -> Case {
    let mut case = bare_case();
    case.labs = serde_json::from_value(labs).unwrap();
    case
}

/// activity.md 16.6.
#[test]
fn units_of_the_ratio() {
    let from_mmol = [
        ("50", "442.0", "0.442"),
        ("56.6", "500.3", "0.5"),
        ("100", "884.0", "0.884"),
        ("28.3", "250.2", "0.25"),
        ("70", "618.8", "0.619"),
        ("79.2", "700.1", "0.7"),
        ("300", "2652.0", "2.652"),
        ("339.3", "2999.4", "2.999"),
    ];
    for (written, mg_per_g, g_per_g) in from_mmol {
        let upcr: Upcr = format!("{written} mg/mmol").parse().unwrap();
        assert_eq!(upcr.in_unit("mg/g").unwrap().round_dp(1), decimal(mg_per_g), "{written}");
        assert_eq!(upcr.in_unit("g/g").unwrap().round_dp(3), decimal(g_per_g), "{written}");
    }
    let from_gram = [
        ("0.15", "17.0"),
        ("0.2", "22.6"),
        ("0.25", "28.3"),
        ("0.5", "56.6"),
        ("0.7", "79.2"),
        ("1.0", "113.1"),
        ("3.0", "339.4"),
        ("3.5", "395.9"),
    ];
    for (written, mg_per_mmol) in from_gram {
        let upcr: Upcr = format!("{written} g/g").parse().unwrap();
        assert_eq!(upcr.in_unit("mg/mmol").unwrap().round_dp(1), decimal(mg_per_mmol), "{written}");
    }
}

/// activity.md 16.6, last line.
#[test]
fn spots_of_urine_and_a_collection() {
    let first = spot_ratio("1.2 g/L".parse().unwrap(), "9.0 mmol/L".parse().unwrap()).unwrap();
    assert_eq!(first.in_unit("mg/mmol").unwrap().round_dp(1), decimal("133.3"));
    assert_eq!(first.in_unit("g/g").unwrap().round_dp(3), decimal("1.179"));
    let second = spot_ratio("85 mg/dL".parse().unwrap(), "120 mg/dL".parse().unwrap()).unwrap();
    assert_eq!(second.in_unit("g/g").unwrap().round_dp(3), decimal("0.708"));
    assert_eq!(second.in_unit("mg/mmol").unwrap().round_dp(1), decimal("80.1"));
    assert_eq!(
        daily_protein("0.85 g/L".parse().unwrap(), "1.6 L".parse().unwrap()).unwrap(),
        "1.36 g/24h".parse::<DailyProtein>().unwrap()
    );
    assert!(spot_ratio("1.2 g/L".parse().unwrap(), "0 mmol/L".parse().unwrap()).is_none());
}

#[test]
fn the_newest_ratio_is_reported_or_made_of_one_spot() {
    let case = case(json!([
        { "date": "2026-01-05", "upcr": "0.4 g/g" },
        { "date": "2026-02-01", "urine_protein": "1.2 g/L", "urine_creatinine": "9.0 mmol/L" },
        { "date": "2026-03-01", "urine_protein": "1.2 g/L" },
    ]));
    let (point, from) = Proteinuria::of(&case, day("2026-03-02")).ratio.unwrap();
    assert_eq!(point.date, day("2026-02-01"));
    assert!(matches!(from, UpcrFrom::Sample(..)));
    let (point, from) = Proteinuria::of(&case, day("2026-01-31")).ratio.unwrap();
    assert_eq!((point.value.to_string(), from), ("0.4 g/g".to_owned(), UpcrFrom::Reported));
    assert!(Proteinuria::of(&case, day("2026-01-04")).ratio.is_none());
}

#[test]
fn a_collection_by_its_volume() {
    let case = case(json!([{ "date": "2026-02-01", "urine_protein": "0.85 g/L", "urine_volume_24h": "1.6 L" }]));
    assert_eq!(Proteinuria::of(&case, day("2026-03-02")).daily.unwrap().value.to_string(), "1360 mg/24h");
}

#[test]
fn a_ratio_and_a_collection_more_than_twofold_apart() {
    let of = |upcr: &str, daily: &str| {
        let case = case(json!([{ "date": "2026-01-05", "upcr": upcr, "protein_24h": daily }]));
        Proteinuria::of(&case, day("2026-02-01")).disagrees()
    };
    assert_eq!(of("1 g/g", "2 g/24h"), Some(false), "twofold is not more than twofold");
    assert_eq!(of("2 g/g", "1 g/24h"), Some(false));
    assert_eq!(of("1 g/g", "1 g/24h"), Some(false));
    assert_eq!(of("1 g/g", "2.01 g/24h"), Some(true));
    assert_eq!(of("2.01 g/g", "1 g/24h"), Some(true));
    let apart =
        case(json!([{ "date": "2026-01-05", "upcr": "1 g/g" }, { "date": "2026-01-06", "protein_24h": "5 g/24h" }]));
    assert_eq!(Proteinuria::of(&apart, day("2026-02-01")).disagrees(), None, "two days are not compared");
    let twice = case(json!([
        { "date": "2026-01-05", "upcr": "1 g/g", "protein_24h": "5 g/24h" },
        { "date": "2026-01-20", "upcr": "1 g/g", "protein_24h": "1 g/24h" },
    ]));
    assert_eq!(Proteinuria::of(&twice, day("2026-02-01")).disagrees(), Some(false), "the newest day that has both");
}

/// activity.md 9: compared in the unit the laboratory reported.
#[test]
fn the_zone_under_discussion() {
    let of = |upcr: &str| {
        let case = case(json!([{ "date": "2026-01-05", "upcr": upcr }]));
        Proteinuria::of(&case, day("2026-02-01")).is_under_discussion()
    };
    assert_eq!(of("0.249 g/g"), Some(false));
    assert_eq!(of("0.25 g/g"), Some(true));
    assert_eq!(of("0.499 g/g"), Some(true));
    assert_eq!(of("0.5 g/g"), Some(false));
    assert_eq!(of("49 mg/mmol"), Some(true));
    assert_eq!(of("50 mg/mmol"), Some(false));
    assert_eq!(of("28 mg/mmol"), Some(false), "0.2475 g/g");
    assert_eq!(Proteinuria::of(&bare_case(), day("2026-02-01")).is_under_discussion(), None);
}
