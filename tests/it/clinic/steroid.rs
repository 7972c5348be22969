use regards::clinic::*;
use regards::domain::{Case, Day, Drug, Field};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::bare_case;

fn day(written: &str) -> Day {
    written.parse().unwrap()
}

fn treated(treatments: Value) -> Case {
    let mut case = bare_case();
    case.treatments = serde_json::from_value(treatments).unwrap();
    case
}

fn decimal(written: &str) -> Decimal {
    written.parse().unwrap()
}

/// damage.md K6.
#[test]
fn prednisone_equivalents() {
    use Glucocorticoid::{Betamethasone, Cortisone, Deflazacort, Dexamethasone, Hydrocortisone, Methylprednisolone};
    let rows = [
        (Methylprednisolone, "500", Equivalence::Moniteur2022, "625"),
        (Methylprednisolone, "16", Equivalence::Moniteur2022, "20"),
        (Hydrocortisone, "30", Equivalence::Moniteur2022, "7.5"),
        (Dexamethasone, "4", Equivalence::Moniteur2022, "26.667"),
        (Betamethasone, "2", Equivalence::Moniteur2022, "13.333"),
        (Betamethasone, "2", Equivalence::China2020, "16.667"),
        (Betamethasone, "2", Equivalence::Limoges, "12.5"),
        (Dexamethasone, "4", Equivalence::Limoges, "30"),
        (Methylprednisolone, "16", Equivalence::Limoges, "20"),
        (Deflazacort, "12", Equivalence::Moniteur2022, "10"),
        (Cortisone, "25", Equivalence::Moniteur2022, "5"),
    ];
    for (drug, milligrams, table, expected) in rows {
        let found = drug.prednisone(decimal(milligrams), table);
        assert_eq!(found.round_dp(3), decimal(expected), "{drug:?} {milligrams}");
    }
}

/// Pulses of methylprednisolone, then a taper over 180 days: damage.md D.
fn taper(ends_on_the_next_start: bool) -> Case {
    let steps = [("30", 28), ("20", 14), ("15", 14), ("10", 14), ("7.5", 28), ("5", 82)];
    let mut entries = vec![
        json!({ "drug": "methylprednisolone", "dose": "500 mg", "route": "iv", "times": 3, "from": "2025-01-01" }),
    ];
    let mut from = day("2025-01-04").0;
    for (dose, days) in steps {
        let next = from + chrono::Days::new(days);
        let last = if ends_on_the_next_start && days != 82 { next } else { next - chrono::Days::new(1) };
        entries.push(json!({
            "drug": "prednisone", "dose": format!("{dose} mg/d"), "from": from.to_string(), "to": last.to_string(),
        }));
        from = next;
    }
    treated(Value::Array(entries))
}

#[test]
fn cumulative_dose_of_a_taper() {
    for shared_days in [false, true] {
        let found = cumulative_steroid(&taper(shared_days), day("2025-01-01"), day("2025-12-31")).unwrap();
        assert_eq!((found.intravenous, found.oral), (decimal("1875"), decimal("2090")));
        assert_eq!(found.total(), decimal("3965"));
    }
    let first_month = cumulative_steroid(&taper(false), day("2025-01-04"), day("2025-01-31")).unwrap();
    assert_eq!((first_month.intravenous, first_month.oral), (Decimal::ZERO, decimal("840")));
}

/// Twelve months are 365 or 366 days: the day after the same date of last year to today, both included.
#[test]
fn twelve_months_have_their_leap_day() {
    let case = treated(json!([{ "drug": "prednisone", "dose": "10 mg/d", "from": "2020-01-01" }]));
    for (today, days) in [
        ("2023-12-31", 365),
        ("2024-12-31", 366),
        ("2024-02-28", 365),
        ("2024-02-29", 366),
        ("2025-02-28", 366),
        ("2025-03-01", 365),
    ] {
        let sum = cumulative_over_a_year(&case, day(today)).unwrap().total();
        assert_eq!(sum, Decimal::from(10 * days), "{today}");
    }
}

/// A dose that begins on the last day of the window counts on that day; one of the day after does not.
#[test]
fn the_last_day_of_a_window_counts() {
    let sum = |from: &str| {
        let case = treated(json!([{ "drug": "prednisone", "dose": "10 mg/d", "from": from }]));
        cumulative_steroid(&case, day("2025-01-01"), day("2025-12-31")).unwrap().oral
    };
    assert_eq!(sum("2025-12-31"), decimal("10"));
    assert_eq!(sum("2026-01-01"), Decimal::ZERO);
    assert_eq!(sum("2024-12-31"), decimal("3650"));
}

#[test]
fn a_pulse_that_cannot_be_counted_is_said() {
    let mut case = taper(false);
    case.treatments[0].times = None;
    let (first, last) = (day("2025-01-01"), day("2025-12-31"));
    assert_eq!(cumulative_steroid(&case, first, last), Err(vec![Need::Administrations]));
    case.treatments[0].to = Some(day("2025-01-01"));
    assert_eq!(cumulative_steroid(&case, first, last).unwrap().intravenous, decimal("625"));
    case.treatments[0].to = Some(day("2025-01-03"));
    case.treatments[0].dose = Field::Known("500 mg/d".parse().unwrap());
    assert_eq!(cumulative_steroid(&case, first, last).unwrap().intravenous, decimal("1875"), "three days of 500 mg");
    case.treatments[0].times = Some(3);
    assert_eq!(cumulative_steroid(&case, day("2025-01-02"), last), Err(vec![Need::Administrations]));
}

#[test]
fn the_daily_dose_leaves_pulses_out_and_adds_drugs() {
    let mut case = treated(json!([
        { "drug": "prednisone", "dose": "20 mg/d", "from": "2026-01-01", "to": "2026-01-31" },
        { "drug": "prednisone", "dose": "10 mg/d", "from": "2026-01-31" },
        { "drug": "hydrocortisone", "dose": "10 mg/d", "from": "2026-02-01" },
        { "drug": "methylprednisolone", "dose": "500 mg", "times": 3, "from": "2026-01-31", "to": "2026-02-02" },
        { "drug": "betamethasone", "dose": "10 mg/d", "route": "topical", "from": "2026-01-01" },
        { "drug": "hydroxychloroquine", "dose": "400 mg/d", "from": "2020-01-01" },
    ]));
    case.patient.weight = Some("62 kg".parse().unwrap()).into();
    let dose = |on: &str| daily_steroid(&case, day(on)).unwrap();
    assert_eq!(dose("2025-12-31").milligrams, Decimal::ZERO);
    assert_eq!(dose("2026-01-30").milligrams, decimal("20"));
    assert_eq!(dose("2026-01-31").milligrams, decimal("10"));
    let now = dose("2026-02-01");
    assert_eq!(now.milligrams, decimal("12.5"));
    assert_eq!(now.per_kilo.unwrap().round_dp(3), decimal("0.202"));
    assert_eq!(now.made_of, [(Drug::Prednisone, day("2026-01-31")), (Drug::Hydrocortisone, day("2026-02-01"))]);
}

#[test]
fn an_unknown_dose_is_never_zero() {
    let on = day("2026-02-01");
    assert_eq!(daily_steroid(&bare_case(), on), Err(vec![Need::Treatments]));
    assert_eq!(cumulative_steroid(&bare_case(), on, on), Err(vec![Need::Treatments]));
    let unknown = treated(json!([{ "drug": "prednisone", "from": "2026-01-01" }]));
    assert_eq!(daily_steroid(&unknown, on), Err(vec![Need::SteroidDose]));
    let rateless = treated(json!([{ "drug": "prednisone", "dose": "10 mg", "from": "2026-01-01" }]));
    assert_eq!(daily_steroid(&rateless, on), Err(vec![Need::SteroidDose]));
    let by_weight = treated(json!([{ "drug": "prednisone", "dose": "0.5 mg/kg/d", "from": "2026-01-01" }]));
    assert_eq!(daily_steroid(&by_weight, on), Err(vec![Need::Weight]));
    let two = treated(json!([
        { "drug": "prednisone", "dose": "20 mg/d", "from": "2026-01-01" },
        { "drug": "prednisone", "dose": "10 mg/d", "from": "2026-01-15" },
    ]));
    assert_eq!(daily_steroid(&two, on), Err(vec![Need::OneDoseAtATime]));
}

#[test]
fn a_lifetime_goes_as_far_as_the_first_entry() {
    let found = cumulative_since_the_first(&taper(false), day("2025-12-31")).unwrap();
    assert_eq!((found.since, found.sum.total()), (day("2025-01-01"), decimal("3965")));
    let none = treated(json!([{ "drug": "hydroxychloroquine", "dose": "400 mg/d", "from": "2020-01-01" }]));
    let found = cumulative_since_the_first(&none, day("2026-02-01")).unwrap();
    assert_eq!((found.since, found.sum.total()), (day("2020-01-01"), Decimal::ZERO));
    assert_eq!(cumulative_since_the_first(&bare_case(), day("2026-02-01")), Err(vec![Need::Treatments]));
}

/// damage.md D: every glucocorticoid of a case counts, each by its own equivalence.
#[test]
fn every_glucocorticoid_counts_in_the_daily_dose() {
    let daily = |drug: &str, dose: &str| {
        let case = treated(json!([{ "drug": drug, "dose": dose, "from": "2026-01-01" }]));
        daily_steroid(&case, day("2026-02-01")).unwrap().milligrams.round_dp(3)
    };
    assert_eq!(daily("dexamethasone", "4 mg/d"), decimal("26.667"));
    assert_eq!(daily("betamethasone", "2 mg/d"), decimal("13.333"));
    assert_eq!(daily("hydrocortisone", "30 mg/d"), decimal("7.5"));
    assert_eq!(daily("prednisolone", "10 mg/d"), decimal("10"));
}

/// The first entry is that of a glucocorticoid that is absorbed, and of a day that has come.
#[test]
fn a_lifetime_begins_with_the_first_systemic_glucocorticoid() {
    let case = treated(json!([
        { "drug": "hydroxychloroquine", "dose": "400 mg/d", "from": "2019-01-01" },
        { "drug": "betamethasone", "dose": "10 mg/d", "route": "topical", "from": "2020-01-01" },
        { "drug": "prednisone", "dose": "5 mg/d", "from": "2026-02-01" },
        { "drug": "prednisone", "dose": "5 mg/d", "from": "2026-03-01" },
    ]));
    assert_eq!(cumulative_since_the_first(&case, day("2026-02-01")).unwrap().since, day("2026-02-01"));
    assert_eq!(cumulative_since_the_first(&case, day("2026-01-31")).unwrap().since, day("2019-01-01"));
}

/// EULAR 2023: 5 mg a day or less. ACR 2022: 5 g in a year.
#[test]
fn targets_and_sums_at_their_limits() {
    assert!(is_at_steroid_target(decimal("5")) && !is_at_steroid_target(decimal("5.01")));
    let sum =
        |oral: &str, intravenous: &str| CumulativeSteroid { oral: decimal(oral), intravenous: decimal(intravenous) };
    assert!(is_five_grams(sum("4000", "1000")) && !is_five_grams(sum("4000", "999.9")));
}

/// What was taken before the twelve months is not asked for, whether its dose is known or not.
#[test]
fn a_year_asks_for_no_dose_before_it() {
    let case = treated(json!([
        { "drug": "prednisone", "from": "2024-01-01", "to": "2024-06-01" },
        { "drug": "prednisone", "dose": "5 mg/d", "from": "2024-06-02" },
    ]));
    assert_eq!(taken_in_a_year(&case, day("2026-06-01"), 90, |dose| dose > decimal("7.5")), Verdict::No);
    let one_day_unknown = treated(json!([
        { "drug": "prednisone", "dose": "5 mg/d", "from": "2024-01-01", "to": "2026-05-09" },
        { "drug": "prednisone", "from": "2026-05-10", "to": "2026-05-10" },
        { "drug": "prednisone", "dose": "5 mg/d", "from": "2026-05-11" },
    ]));
    let answer = taken_in_a_year(&one_day_unknown, day("2026-06-01"), 90, |dose| dose > decimal("7.5"));
    assert_eq!(answer, Verdict::lacking(Need::SteroidDose), "one day of them is asked for");
    let none = SteroidRun::up_to(&case, day("2026-06-01"), |dose| dose > decimal("7.5")).unwrap();
    assert_eq!((none.since, none.days(), none.lasts_months(1)), (None, 0, Verdict::No));
    let pulse_or_tablet = treated(json!([{ "drug": "methylprednisolone", "from": "2026-01-01" }]));
    assert_eq!(daily_steroid(&pulse_or_tablet, day("2026-06-01")).unwrap_err(), [Need::SteroidDose]);
}

#[test]
fn a_dose_by_whole_weeks_is_shared_among_their_days() {
    let daily = |dose: &str| daily_of(dose.parse().unwrap(), None).map(|mg| mg.normalize());
    assert_eq!(daily("70 mg/w"), Some(decimal("10")));
    assert_eq!(daily("140 mg/2w"), Some(decimal("10")));
    assert_eq!(daily("500 mg/month"), None, "a month has no one number of days");
}
