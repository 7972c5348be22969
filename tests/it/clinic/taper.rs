//! A planned taper: damage.md D's vector as a plan, days reached, cumulative doses, days above and below a schedule.

use chrono::Days;
use regards::clinic::*;
use regards::domain::{Case, Day};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::bare_case;

fn day(written: &str) -> Day {
    written.parse().unwrap()
}

fn decimal(written: &str) -> Decimal {
    written.parse().unwrap()
}

fn after(first: &str, days: u64) -> Day {
    Day(day(first).0 + Days::new(days))
}

/// Prednisone 30 × 28 d, 20 × 14, 15 × 14, 10 × 14, 7.5 × 28, then 5 (82 d until the end of the vector): damage.md D.
fn plan(first: &str) -> TaperPlan {
    let steps = [("30", 28), ("20", 14), ("15", 14), ("10", 14), ("7.5", 28), ("5", 82)];
    let mut from = 0;
    TaperPlan::of(steps.map(|(daily, days)| {
        let step = PlanStep { from: after(first, from), daily: decimal(daily) };
        from += days;
        step
    }))
}

fn case(treatments: Value) -> Case {
    let mut case = bare_case();
    case.treatments = serde_json::from_value(treatments).unwrap();
    case
}

#[test]
fn the_vector_planned_is_2090_mg_by_mouth() {
    let plan = plan("2026-12-01");
    let last = after("2026-12-01", 179);
    assert_eq!(plan.milligrams(day("2026-12-01"), last), decimal("2090"));
    // 840 + 280 + 210 + 140 + 210: the last step has no end.
    assert_eq!(plan.milligrams_until_the_last_step(), decimal("1680"));
    assert_eq!(plan.milligrams(day("2026-12-01"), day("2026-12-01")), decimal("30"));
    assert_eq!(plan.milligrams(day("2026-11-01"), day("2026-11-30")), Decimal::ZERO);
}

#[test]
fn the_vector_received_and_planned_is_3965_mg_wherever_the_day_falls() {
    let pulses = json!([
        { "drug": "methylprednisolone", "dose": "500 mg", "route": "iv", "times": 3, "from": "2026-11-28", "to": "2026-11-30" },
    ]);
    let before = case(pulses.clone());
    let plan = plan("2026-12-01");
    let (first, last) = (day("2026-11-28"), after("2026-12-01", 179));
    let sum = received_and_planned(&before, &plan, day("2026-12-01"), first, last).unwrap();
    assert_eq!((sum.intravenous, sum.oral, sum.total()), (decimal("1875"), decimal("2090"), decimal("3965")));
    // Thirty-five days on: what was taken counts, not what was planned. 28 × 30 planned and taken, then 25 and not 20.
    let mut taken: Vec<Value> = pulses.as_array().unwrap().clone();
    taken.push(json!({ "drug": "prednisone", "dose": "30 mg/d", "from": "2026-12-01", "to": "2026-12-28" }));
    taken.push(json!({ "drug": "prednisone", "dose": "25 mg/d", "from": "2026-12-29" }));
    let sum = received_and_planned(&case(Value::Array(taken)), &plan, day("2027-01-05"), first, last).unwrap();
    assert_eq!(sum.total(), decimal("4000"));
}

#[test]
fn a_dose_is_reached_when_the_plan_stays_at_or_below_it() {
    let plan = plan("2026-12-01");
    assert_eq!(plan.reached(decimal("7.5")), Some(after("2026-12-01", 70)));
    assert_eq!(plan.reached(decimal("5")), Some(after("2026-12-01", 98)));
    assert_eq!(week_of(after("2026-12-01", 98), day("2026-12-01")), 14);
    assert_eq!(plan.reached(decimal("2.5")), None);
    assert_eq!(plan.reached(decimal("30")), Some(day("2026-12-01")));
    let up_again = TaperPlan::of(
        [("2026-12-01", "5"), ("2027-01-01", "10"), ("2027-02-01", "4")]
            .map(|(from, daily)| PlanStep { from: day(from), daily: decimal(daily) }),
    );
    assert_eq!(up_again.reached(decimal("5")), Some(day("2027-02-01")));
    assert_eq!(TaperPlan::default().reached(decimal("5")), None);
}

#[test]
fn the_week_of_the_first_day_is_week_0() {
    let first = day("2026-12-01");
    for (days, week) in [(0, 0), (6, 0), (7, 1), (20, 2), (21, 3), (34, 4), (35, 5)] {
        assert_eq!(week_of(after("2026-12-01", days), first), week);
    }
    assert_eq!(week_of(day("2026-11-30"), first), -1);
}

#[test]
fn a_plan_is_changed_by_whole_steps_and_weeks() {
    let plan = plan("2026-12-01");
    let longer = plan.with_weeks(1, 1).unwrap();
    assert_eq!(longer.days_of(1), Some(21));
    assert_eq!(longer.reached(decimal("5")), Some(after("2026-12-01", 105)));
    assert_eq!(longer.with_weeks(1, -1).unwrap(), plan);
    assert_eq!(plan.with_weeks(1, -1).unwrap().with_weeks(1, -1), None, "a step has at least a week");
    assert_eq!(plan.with_weeks(5, 1), None, "the last step has no end");
    let between = plan.with_step_after(0, decimal("25"), 2);
    assert_eq!(between.steps()[1], PlanStep { from: after("2026-12-01", 28), daily: decimal("25") });
    assert_eq!(between.steps()[2], PlanStep { from: after("2026-12-01", 42), daily: decimal("20") });
    assert_eq!(between.without(1), plan);
    let longer = plan.with_step_after(5, decimal("4"), 4);
    assert_eq!(longer.days_of(5), Some(28));
    assert_eq!(longer.steps()[6].daily, decimal("4"));
    assert_eq!(longer.without(6), plan);
    assert_eq!(plan.without(0).first_day(), Some(day("2026-12-01")));
    assert_eq!(plan.without(6), plan, "there is no such step");
    let of_ten_days = TaperPlan::of(
        [("2026-12-01", "10"), ("2026-12-11", "5")]
            .map(|(from, daily)| PlanStep { from: day(from), daily: decimal(daily) }),
    );
    assert_eq!(of_ten_days.with_weeks(0, -1).unwrap().days_of(0), Some(7), "never shorter than a week");
    assert_eq!(plan.begun_later(-3).first_day(), Some(day("2026-11-28")));
    assert_eq!(plan.with_dose(5, decimal("4")).reached(decimal("4")), Some(after("2026-12-01", 98)));
}

/// KDIGO's reduced scheme at 60 kg: 30-36 mg (weeks 0-2), 18-24 (3-4), 15 (5-6), 10 (7-8), < 10 from there on (shortened).
fn printed(first: &str) -> Vec<Allowed> {
    let allowed = |from: u64, to: Option<u64>, least: &str, most: &str, strictly| Allowed {
        first: after(first, from * 7),
        last: to.map(|week| after(first, week * 7 + 6)),
        least: (!least.is_empty()).then(|| decimal(least)),
        most: decimal(most),
        strictly,
    };
    vec![
        allowed(0, Some(2), "30", "36", false),
        allowed(3, Some(4), "18", "24", false),
        allowed(5, Some(6), "15", "15", false),
        allowed(7, Some(8), "10", "10", false),
        allowed(9, None, "", "10", true),
    ]
}

#[test]
fn each_day_is_above_within_or_below_what_is_printed() {
    let none = case(json!([{ "drug": "hydroxychloroquine", "dose": "400 mg/d", "from": "2020-01-01" }]));
    let plan = plan("2026-12-01");
    let curve = SteroidCurve::with_plan(&none, &plan, day("2026-12-01"));
    let found = held_against(&curve, &printed("2026-12-01"));
    // 30 until day 27; 20 until 41; 15 until 55; 10 until 69, where less than 10 is printed from day 63 on; 7.5 until 97; then 5.
    let expected = [
        (0, Some(20), Held::Within, "0"),
        (21, Some(27), Held::Above, "6"),
        (28, Some(34), Held::Within, "0"),
        (35, Some(41), Held::Above, "5"),
        (42, Some(48), Held::Within, "0"),
        (49, Some(55), Held::Above, "5"),
        (56, Some(62), Held::Within, "0"),
        (63, Some(69), Held::Above, "0"),
        (70, None, Held::Within, "0"),
    ];
    let expected = expected.map(|(first, last, held, by)| Stretch {
        first: after("2026-12-01", first),
        last: last.map(|days| after("2026-12-01", days)),
        held,
        by: decimal(by),
    });
    assert_eq!(found, expected);
    let low = plan.with_dose(0, decimal("25"));
    let found = held_against(&SteroidCurve::with_plan(&none, &low, day("2026-12-01")), &printed("2026-12-01"));
    assert_eq!((found[0].held, found[0].by, found[0].last), (Held::Below, decimal("5"), Some(after("2026-12-01", 20))));
}

/// A dose that changes on the last day of what is printed is still held against it.
#[test]
fn the_last_day_of_what_is_printed_is_held_against_it() {
    let none = case(json!([{ "drug": "hydroxychloroquine", "dose": "400 mg/d", "from": "2020-01-01" }]));
    let steps = [("2026-12-01", "10"), ("2026-12-07", "20")];
    let plan = TaperPlan::of(steps.map(|(from, daily)| PlanStep { from: day(from), daily: decimal(daily) }));
    let week = Allowed {
        first: day("2026-12-01"),
        last: Some(day("2026-12-07")),
        least: None,
        most: decimal("10"),
        strictly: false,
    };
    let found = held_against(&SteroidCurve::with_plan(&none, &plan, day("2026-12-01")), &[week]);
    let told: Vec<_> = found.iter().map(|one| (one.first, one.last, one.held)).collect();
    let (sixth, seventh) = (day("2026-12-06"), day("2026-12-07"));
    assert_eq!(told, [(day("2026-12-01"), Some(sixth), Held::Within), (seventh, Some(seventh), Held::Above)]);
}

#[test]
fn the_limit_itself_is_too_much_where_less_is_printed() {
    let below = Allowed { first: day("2026-12-01"), last: None, least: None, most: decimal("5"), strictly: true };
    assert_eq!(below.holds(decimal("5")), (Held::Above, Decimal::ZERO));
    assert_eq!(below.holds(decimal("4.9")), (Held::Within, Decimal::ZERO));
    assert_eq!(Allowed { strictly: false, ..below }.holds(decimal("5")), (Held::Within, Decimal::ZERO));
}

#[test]
fn the_curve_is_what_was_received_then_what_is_planned() {
    let treated = case(json!([{ "drug": "prednisone", "dose": "10 mg/d", "from": "2026-10-01" }]));
    let today = day("2026-11-24");
    let curve = SteroidCurve::with_plan(&treated, &plan("2026-12-01"), today);
    assert_eq!(curve.on(day("2026-09-30")), None);
    assert_eq!(curve.on(day("2026-11-30")), Some(decimal("10")), "the present dose goes on until the plan begins");
    assert_eq!(curve.on(day("2026-12-01")), Some(decimal("30")));
    assert_eq!(curve.highest(day("2026-11-20"), day("2026-12-01")), Some(decimal("30")), "the last day counts");
    assert_eq!(curve.highest(day("2026-11-20"), day("2026-11-30")), Some(decimal("10")));
    let two_days =
        received_and_planned(&treated, &plan("2026-12-01"), day("2026-12-01"), day("2026-11-30"), day("2026-12-01"));
    assert_eq!(two_days.unwrap().oral, decimal("40"), "received on the first, planned on the second");
    let begun = SteroidCurve::with_plan(&treated, &plan("2026-11-01"), today);
    assert_eq!(begun.on(day("2026-11-23")), Some(decimal("10")), "a past day is what was received");
    assert_eq!(begun.on(today), Some(decimal("30")));
    assert_eq!(begun.on(day("2026-11-29")), Some(decimal("20")));
    assert_eq!(SteroidCurve::received(&treated, today).on(day("2026-11-25")), None, "nothing is known of tomorrow");
}

#[test]
fn what_was_received_is_never_guessed() {
    let unknown = case(json!([{ "drug": "prednisone", "from": "2026-10-01" }]));
    let (today, last) = (day("2026-11-24"), day("2027-11-30"));
    let plan = plan("2026-12-01");
    let whole = received_and_planned(&unknown, &plan, today, day("2026-01-01"), last);
    assert_eq!(whole, Err(vec![Need::SteroidDose]));
    let ahead = received_and_planned(&unknown, &plan, today, day("2026-12-01"), last).unwrap();
    // 1680 mg to the last step on day 98, then 5 mg until day 364.
    assert_eq!(ahead.oral, decimal("1680") + decimal("5") * Decimal::from(365 - 98));
    assert_eq!(SteroidCurve::with_plan(&unknown, &plan, today).on(day("2026-11-20")), None);
}

#[test]
fn a_dose_is_reached_in_the_past_where_it_already_holds() {
    let treated = case(json!([
        { "drug": "prednisone", "dose": "10 mg/d", "from": "2026-01-01", "to": "2026-05-31" },
        { "drug": "prednisone", "dose": "5 mg/d", "from": "2026-06-01" },
    ]));
    let today = day("2026-11-24");
    let to = |daily: &str| TaperPlan::of([PlanStep { from: day("2026-12-01"), daily: decimal(daily) }]);
    let low = SteroidCurve::with_plan(&treated, &to("4"), today);
    assert_eq!(low.reached(decimal("5")), Some(day("2026-06-01")));
    assert_eq!(low.reached(decimal("4")), Some(day("2026-12-01")));
    let up_again = SteroidCurve::with_plan(&treated, &to("20"), today);
    assert_eq!(up_again.reached(decimal("5")), None);
    assert_eq!(SteroidCurve::received(&treated, today).reached(decimal("5")), None, "nothing is known of tomorrow");
}
