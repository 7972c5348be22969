use proptest::prelude::*;
use regards::clinic::*;
use regards::domain::Day;
use serde_json::json;

use super::bare_case;

fn day(written: &str) -> Day {
    written.parse().unwrap()
}

fn near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() < tolerance, "{found}, expected {expected}");
}

/// damage.md B4, with the standard error and the median of pairs worked out apart.
const SHEET: [(f64, f64); 6] = [(0.0, 68.0), (0.25, 61.0), (0.5, 63.0), (1.0, 58.0), (1.5, 57.0), (2.0, 52.0)];

#[test]
fn least_squares_of_the_sheet() {
    let (slope, intercept) = least_squares(&SHEET).unwrap();
    near(slope, -6.6947, 0.000_05);
    near(intercept, 65.6912, 0.000_05);
    assert_eq!(least_squares(&[(1.0, 2.0), (1.0, 3.0)]), None);
}

#[test]
fn uncertainty_of_the_slope_of_the_sheet() {
    near(slope_error(&SHEET).unwrap(), 1.223_470, 0.000_001);
    near(theil_sen(&SHEET).unwrap(), -7.333_333, 0.000_001);
    let margin = student_t_95(4) * slope_error(&SHEET).unwrap();
    near(-6.694_737 - margin, -10.091_634, 0.000_01);
    near(-6.694_737 + margin, -3.297_840, 0.000_01);
    assert_eq!(slope_error(&SHEET[..2]), None, "two points have no error");
}

/// The printed table of Student's t, two-sided 5 %.
#[test]
fn student_t_of_the_printed_table() {
    let table = [
        (1, 12.706_2),
        (2, 4.302_7),
        (3, 3.182_4),
        (4, 2.776_4),
        (5, 2.570_6),
        (6, 2.446_9),
        (7, 2.364_6),
        (8, 2.306_0),
        (9, 2.262_2),
        (10, 2.228_1),
        (15, 2.131_4),
        (20, 2.086_0),
        (30, 2.042_3),
        (60, 2.000_3),
        (120, 1.979_9),
    ];
    for (freedom, expected) in table {
        near(student_t_95(freedom), expected, 0.000_06);
    }
    assert!(student_t_95(0).is_infinite());
}

fn point(date: &str, value: f64, equation: Equation) -> Point<Egfr> {
    Point { date: day(date), value: Egfr { value, equation } }
}

fn adult(date: &str, value: f64) -> Point<Egfr> {
    point(date, value, Equation::CkdEpi2021)
}

#[test]
fn a_slope_needs_three_values_over_a_year_by_one_equation() {
    let short = Series::of([adult("2025-01-01", 70.0), adult("2025-12-31", 68.0)]);
    assert_eq!(egfr_slope(&short), Err(vec![Need::ThreeValues, Need::OneYear]));
    let good = Series::of([adult("2025-01-01", 70.0), adult("2025-07-01", 69.0), adult("2026-01-01", 68.0)]);
    let slope = egfr_slope(&good).unwrap();
    assert_eq!((slope.values, slope.days, slope.of_pairs), (3, 365, None));
    near(slope.per_year, -2.0, 0.02);
    assert!(slope.interval.0 < slope.per_year && slope.per_year < slope.interval.1);
    let mixed = Series::of([
        point("2024-01-01", 90.0, Equation::CkidU25),
        adult("2025-01-01", 70.0),
        adult("2025-07-01", 69.0),
    ]);
    assert_eq!(egfr_slope(&mixed), Err(vec![Need::OneEquation]));
    assert_eq!(egfr_slope(&Series::of([])), Err(vec![Need::ThreeValues]));
}

/// damage.md B4: the median of all pairs from five values on.
#[test]
fn the_median_of_pairs_is_told_from_five_values_on() {
    let of_pairs = |values: i32| {
        let each = (0..values).map(|year| adult(&format!("{}-01-01", 2020 + year), 90.0 - f64::from(year)));
        egfr_slope(&Series::of(each)).unwrap().of_pairs
    };
    assert!(of_pairs(4).is_none() && of_pairs(5).is_some());
}

#[test]
fn values_are_left_out_by_hand_and_never_silently() {
    let mut case = bare_case();
    case.patient.born = Some("1980-01".parse().unwrap());
    case.labs = serde_json::from_value(json!([
        { "date": "2024-01-10", "creatinine": "80 µmol/L" },
        { "date": "2024-06-10", "creatinine": "240 µmol/L" },
        { "date": "2025-01-10", "creatinine": "84 µmol/L" },
        { "date": "2025-06-10", "creatinine": "85 µmol/L" },
        { "date": "2026-06-10", "creatinine": "99 µmol/L" },
    ]))
    .unwrap();
    case.kidney.slope_excludes = vec![day("2024-06-10"), day("2024-06-11")];
    let values = SlopeValues::of(&case, day("2026-01-01")).unwrap();
    assert_eq!(values.kept.points().len(), 3, "nothing after the day");
    assert_eq!(SlopeValues::of(&case, day("2026-06-10")).unwrap().kept.points().len(), 4, "the day itself counts");
    assert_eq!(values.left_out.iter().map(|point| point.date).collect::<Vec<_>>(), [day("2024-06-10")]);
    assert_eq!(values.without_value, [day("2024-06-11")]);
    case.kidney.slope_excludes.push(day("2025-01-10"));
    assert_eq!(SlopeValues::of(&case, day("2026-01-01")).unwrap().without_value, [day("2024-06-11")]);
    case.kidney.slope_excludes.pop();
    assert_eq!(egfr_slope(&values.kept).unwrap().values, 3);
}

#[test]
fn marks_of_a_change_and_of_rapid_progression() {
    let change = |from, to| Change { from: adult("2025-01-01", from), to: adult("2026-01-01", to) };
    assert!(!exceeds_variability(&change(100.0, 80.0)), "20 % is not more than 20 %");
    assert!(exceeds_variability(&change(100.0, 79.9)));
    assert!(exceeds_variability(&change(50.0, 60.1)), "up as well as down");
    let mut other = change(100.0, 50.0);
    other.to.value.equation = Equation::CkidU25;
    assert!(!exceeds_variability(&other), "two equations are not compared");
    assert!(lost_a_stage(&change(80.0, 59.0)));
    assert!(lost_a_stage(&change(76.0, 57.0)), "25 % counts");
    assert!(!lost_a_stage(&change(70.0, 59.0)), "a stage, less than 25 %");
    assert!(!lost_a_stage(&change(120.0, 90.0)), "25 %, the same stage");
    let falling = |yearly: f64| {
        let values = (0..3).map(|year| adult(&format!("{}-01-01", 2022 + year), 90.0 + yearly * f64::from(year)));
        egfr_slope(&Series::of(values)).unwrap()
    };
    assert!(falling(-6.0).is_rapid() && falling(-6.0).is_surely_rapid());
    assert!(!falling(-4.5).is_rapid());
}

/// KDIGO 2012: more than 5 mL/min/1.73 m² a year.
#[test]
fn five_a_year_is_not_more_than_five() {
    let slope = |per_year: f64| Slope {
        per_year,
        standard_error: 0.1,
        interval: (per_year - 0.2, per_year + 0.2),
        of_pairs: None,
        equation: Equation::CkdEpi2021,
        values: 4,
        days: 800,
    };
    assert!(!slope(-5.0).is_rapid() && slope(-5.001).is_rapid());
    assert!(!slope(-5.2).is_surely_rapid() && slope(-5.201).is_surely_rapid());
}

/// Worked out by hand: (0, 10), (1, 8), (2, 9) has the slope -0.5 through (1, 9).
#[test]
fn least_squares_by_hand() {
    let points = [(0.0, 10.0), (1.0, 8.0), (2.0, 9.0)];
    assert_eq!(least_squares(&points), Some((-0.5, 9.5)));
    assert_eq!(least_squares(&[(1.0, 10.0), (1.0, 8.0)]), None, "one day has no slope");
    assert_eq!(least_squares(&[]), None);
}

/// By hand: the six slopes of (0, 0), (1, 1), (2, 3), (3, 7) are 1, 1.5, 2, 7/3, 3, 4.
#[test]
fn the_median_of_an_even_number_of_pairs() {
    let found = theil_sen(&[(0.0, 0.0), (1.0, 1.0), (2.0, 3.0), (3.0, 7.0)]).unwrap();
    near(found, f64::midpoint(2.0, 7.0 / 3.0), 1e-12);
    assert_eq!(theil_sen(&[(0.0, 0.0), (1.0, 1.0), (2.0, 4.0)]), Some(2.0));
    assert_eq!(theil_sen(&[(1.0, 0.0), (1.0, 1.0)]), None);
}

proptest! {
    #[test]
    fn a_straight_line_has_its_slope_without_error(start in 20.0_f64..120.0, yearly in -12.0_f64..12.0, n in 3_i32..9) {
        let line: Vec<(f64, f64)> = (0..n).map(f64::from).map(|x| (x, start + yearly * x)).collect();
        let (slope, _) = least_squares(&line).unwrap();
        prop_assert!((slope - yearly).abs() < 1e-9);
        prop_assert!(slope_error(&line).unwrap() < 1e-6);
        prop_assert!((theil_sen(&line).unwrap() - yearly).abs() < 1e-9);
    }
}
