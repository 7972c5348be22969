use regards::clinic::*;
use regards::domain::{Day, Field, Upcr, YesNo};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{bare_case, vectors};

fn day(written: &str) -> Day {
    written.parse().unwrap()
}

fn upcr(written: &str) -> Point<Upcr> {
    Point { date: day("2026-01-01"), value: written.parse().unwrap() }
}

fn egfr(value: &Value) -> Point<Egfr> {
    let value = Egfr { value: value.as_f64().unwrap(), equation: Equation::CkdEpi2021 };
    Point { date: day("2026-01-01"), value }
}

fn course(row: &Value) -> RenalCourse {
    RenalCourse {
        months: row["month"].as_i64(),
        elapsed: row["month"].as_i64(),
        upcr_baseline: Some(upcr(&format!("{} g/g", row["base"]))),
        upcr_now: Some(upcr(&format!("{} g/g", row["now"]))),
        egfr_baseline: Some(egfr(&row["egfr_base"])),
        egfr_preflare: Some(egfr(&row["egfr_preflare"])),
        egfr_now: Some(egfr(&row["egfr_now"])),
        rescue: row["rescue"].as_bool(),
        // R16: prednisone 15 mg a day for 10 days in weeks 44 to 52; the machine form leaves it out.
        low_steroids: Some(row["id"] != "R16"),
    }
}

fn row(id: &str) -> Value {
    vectors("renal").into_iter().find(|row| row["id"] == id).unwrap()
}

/// activity.md 16.5.
#[test]
fn renal_response_vectors() {
    let table = vectors("renal");
    assert_eq!(table.len(), 16);
    for row in table {
        let id = &row["id"];
        let course = course(&row);
        let verdict = |column: &str| Verdict::of(row[column].as_bool().unwrap());
        assert_eq!(course.fall().unwrap().round_dp(2), row["fall"].to_string().parse().unwrap(), "{id}");
        let eular = EularResponse::of(&course);
        assert_eq!(eular.complete, verdict("eular2025_crr"), "{id}");
        let milestone = match eular.last_due().unwrap() {
            (Milestone::Month3, Standing::Met) => "25%@3m met",
            (Milestone::Month3, _) => "25%@3m missed",
            (Milestone::Month6, Standing::Met) => "50%@6m met",
            (Milestone::Month6, _) => "50%@6m missed",
            (Milestone::Month12, Standing::Met) => "<0.7@12m met",
            (Milestone::Month12, _) => "<0.7@12m missed",
        };
        assert_eq!(milestone, row["milestone"], "{id}");
        let kdigo = match kdigo_2024(&course).response {
            Response::Complete => "CR",
            Response::Partial => "PR",
            Response::None => "NR",
            Response::NotDue => "not due (<6 m)",
            Response::Unknown(needs) => panic!("{needs:?}"),
        };
        assert_eq!(kdigo, row["kdigo"], "{id}");
        let columns = ["bliss_perr", "bliss_crr", "aurora_crr", "regency_crr"];
        for (endpoint, column) in TrialEndpoint::ALL.into_iter().zip(columns) {
            assert_eq!(endpoint.met(&course), verdict(column), "{id} {column}");
        }
    }
}

/// guidelines.md H, ACR 2024 table 2: eGFR from 80 % of baseline, KDIGO from 85 %.
#[test]
fn the_bodies_differ_on_function() {
    let mut found = course(&row("R15"));
    assert_eq!(acr_2024(&found), Response::Complete, "84.5 % of baseline");
    assert_eq!(kdigo_2024(&found).response, Response::None);
    found.egfr_now = Some(egfr(&json!(88)));
    assert_eq!(acr_2024(&found), Response::Complete, "80 % exactly");
    found.egfr_now = Some(egfr(&json!(87.9)));
    assert_eq!(acr_2024(&found), Response::None);
    assert_eq!(acr_2024(&course(&row("R10"))), Response::None, "3.0 g/g is not below 3");
    assert_eq!(acr_2024(&course(&row("R09"))), Response::Partial);
    assert_eq!(acr_2024(&course(&row("R12"))), Response::NotDue);
    assert!(kdigo_2024(&course(&row("R14"))).inside_margin, "86 % of baseline");
    assert!(!kdigo_2024(&course(&row("R01"))).inside_margin);
}

/// activity.md 9: 50 mg/mmol is 442 mg/g, yet not below the printed 50 mg/mmol.
#[test]
fn limits_in_the_reported_unit() {
    let mut found = course(&row("R01"));
    found.upcr_now = Some(upcr("50 mg/mmol"));
    assert_eq!(acr_2024(&found), Response::Partial);
    assert_eq!(EularResponse::of(&found).complete, Verdict::Yes, "EULAR prints mg/g only");
    found.upcr_now = Some(upcr("49.9 mg/mmol"));
    assert_eq!(kdigo_2024(&found).response, Response::Complete);
}

#[test]
fn what_is_missing_is_said() {
    let nothing = RenalCourse::default();
    assert_eq!(acr_2024(&nothing), Response::Unknown(vec![Need::CourseStart]));
    let unknown = Standing::Unknown(vec![Need::CourseStart]);
    assert_eq!(EularResponse::of(&nothing).last_due(), Some(&(Milestone::Month12, unknown)));
    let early = RenalCourse { months: Some(2), ..nothing };
    assert_eq!(EularResponse::of(&early).last_due(), None);
    let mut found = course(&row("R01"));
    found.egfr_baseline = None;
    assert_eq!(kdigo_2024(&found).response, Response::Unknown(vec![Need::BaselineEgfr]));
    assert_eq!(TrialEndpoint::BlissPerr.met(&found), Verdict::Yes, "it asks for the pre-flare value");
    found.rescue = None;
    assert_eq!(TrialEndpoint::BlissPerr.met(&found), Verdict::lacking(Need::Rescue));
    found.egfr_preflare = None;
    found.egfr_now = Some(egfr(&json!(58)));
    assert_eq!(TrialEndpoint::BlissPerr.met(&found), Verdict::Unknown(vec![Need::PreflareEgfr, Need::Rescue]));
    let due = EularResponse::of(&course(&row("R12")));
    assert_eq!(due.milestones[1], (Milestone::Month6, Standing::NotDue));
}

/// A ratio of the fifth month says nothing of a target of the sixth, once that month has come.
#[test]
fn an_old_value_does_not_answer_for_a_later_month() {
    let mut found = course(&row("R12"));
    found.months = Some(5);
    found.elapsed = Some(5);
    assert_eq!(EularResponse::of(&found).milestones[1].1, Standing::NotDue);
    assert_eq!(acr_2024(&found), Response::NotDue);
    found.elapsed = Some(7);
    assert_eq!(EularResponse::of(&found).milestones[0].1, Standing::Met);
    assert_eq!(EularResponse::of(&found).milestones[1].1, Standing::Unknown(vec![Need::Upcr]));
    assert_eq!(EularResponse::of(&found).milestones[2].1, Standing::NotDue);
    assert_eq!(acr_2024(&found), Response::Unknown(vec![Need::Upcr]));
}

#[test]
fn the_course_of_a_case() {
    let mut case = bare_case();
    case.patient.born = Some("1994-06".parse().unwrap());
    case.labs = serde_json::from_value(json!([
        { "date": "2024-06-01", "creatinine": "58 µmol/L", "upcr": "0.1 g/g" },
        { "date": "2025-03-01", "creatinine": "90 µmol/L", "upcr": "3 g/g" },
        { "date": "2025-10-02", "creatinine": "70 µmol/L", "upcr": "1.2 g/g" },
    ]))
    .unwrap();
    let today = day("2026-02-10");
    assert_eq!(RenalCourse::of(&case, today), RenalCourse::default());
    case.course.started = Field::Known(day("2025-03-04"));
    case.course.rescue = Field::Known(YesNo::No);
    case.kidney.preflare = Field::Known(day("2024-06-01"));
    let found = RenalCourse::of(&case, today);
    assert_eq!((found.months, found.rescue), (Some(6), Some(false)));
    assert_eq!(found.fall(), Some(Decimal::from(60)));
    assert_eq!(found.egfr_preflare.unwrap().date, day("2024-06-01"));
    assert_eq!(kdigo_2024(&found).response, Response::Partial);
    case.labs.pop();
    let waiting = RenalCourse::of(&case, day("2025-04-01"));
    assert_eq!((waiting.months, waiting.upcr_now, waiting.egfr_now), (Some(0), None, None));
    assert_eq!(acr_2024(&waiting), Response::NotDue);
}

/// R16 from a case file: AURORA's clause on glucocorticoids is read from the treatments of weeks 44 to 52.
#[test]
fn prednisone_of_weeks_44_to_52() {
    let low = |doses: Value, today: &str| {
        let mut case = bare_case();
        case.course.started = Field::Known(day("2025-01-01"));
        case.treatments = serde_json::from_value(doses).unwrap();
        RenalCourse::of(&case, day(today)).low_steroids
    };
    let entry =
        |dose: &str, from: &str, to: &str| json!({ "drug": "prednisone", "dose": dose, "from": from, "to": to });
    // Week 44 begins on 5 November 2025, week 52 ends on 31 December.
    let with_ten_days = json!([
        entry("5 mg/d", "2025-01-01", "2025-11-30"),
        entry("15 mg/d", "2025-12-01", "2025-12-10"),
        entry("5 mg/d", "2025-12-11", "2026-12-31"),
    ]);
    assert_eq!(low(with_ten_days.clone(), "2026-06-01"), Some(false), "R16");
    assert_eq!(low(with_ten_days, "2025-12-30"), None, "week 52 has not come");
    let two_days = json!([
        entry("10 mg/d", "2025-01-01", "2025-11-30"),
        entry("15 mg/d", "2025-12-01", "2025-12-02"),
        entry("10 mg/d", "2025-12-03", "2026-12-31"),
    ]);
    assert_eq!(low(two_days, "2026-06-01"), Some(true), "two days above 10 mg, not three in a row");
    let its_first_two = json!([
        entry("10 mg/d", "2025-01-01", "2025-11-04"),
        entry("15 mg/d", "2025-11-05", "2025-11-06"),
        entry("10 mg/d", "2025-11-07", "2026-12-31"),
    ]);
    assert_eq!(low(its_first_two, "2026-06-01"), Some(true));
    let before = json!([entry("20 mg/d", "2025-01-01", "2025-11-04"), entry("5 mg/d", "2025-11-05", "2026-12-31")]);
    assert_eq!(low(before, "2026-06-01"), Some(true));
    let three_days = json!([
        entry("10 mg/d", "2025-01-01", "2025-11-30"),
        entry("15 mg/d", "2025-12-01", "2025-12-03"),
        entry("10 mg/d", "2025-12-04", "2026-12-31"),
    ]);
    assert_eq!(low(three_days, "2026-06-01"), Some(false), "three in a row");
    let from_its_first_day =
        json!([entry("20 mg/d", "2025-01-01", "2025-11-07"), entry("5 mg/d", "2025-11-08", "2026-12-31")]);
    assert_eq!(low(from_its_first_day, "2025-12-31"), Some(false), "5 to 7 November, read on the last day of week 52");
    assert_eq!(low(json!([]), "2026-06-01"), None);
}

/// The last day of week 52 is among its days, and the day after it is not.
#[test]
fn prednisone_on_the_last_day_of_week_52() {
    let low = |from: &str, to: &str| {
        let mut case = bare_case();
        case.course.started = Field::Known(day("2025-01-01"));
        let before = Day(day(from).0.pred_opt().unwrap());
        case.treatments = serde_json::from_value(json!([
            { "drug": "prednisone", "dose": "10 mg/d", "from": "2025-01-01", "to": before },
            { "drug": "prednisone", "dose": "15 mg/d", "from": from, "to": to },
        ]))
        .unwrap();
        RenalCourse::of(&case, day("2026-06-01")).low_steroids
    };
    assert_eq!(low("2025-12-29", "2025-12-31"), Some(false), "three days up to the last");
    assert_eq!(low("2025-12-30", "2026-01-20"), Some(true), "two days, the others are later");
}

/// Month 6 has come and the newest ratio is older: it is asked for. Before that nothing is due.
#[test]
fn a_month_that_has_come_asks_for_its_ratio() {
    let judged =
        |elapsed: i64| acr_2024(&RenalCourse { months: Some(5), elapsed: Some(elapsed), ..course(&row("R01")) });
    assert_eq!((judged(5), judged(6)), (Response::NotDue, Response::Unknown(vec![Need::Upcr])));
}

/// Shares of the baseline and of the value before the flare, by one equation.
#[test]
fn function_in_percent_of_each_denominator() {
    let found = RenalCourse {
        egfr_baseline: Some(egfr(&json!(100))),
        egfr_preflare: Some(egfr(&json!(160))),
        egfr_now: Some(egfr(&json!(80))),
        ..RenalCourse::default()
    };
    assert_eq!((found.percent_of_baseline(), found.percent_of_preflare()), (Some(80.0), Some(50.0)));
    let mut child = found;
    child.egfr_baseline.as_mut().unwrap().value.equation = Equation::CkidU25;
    assert_eq!(child.percent_of_baseline(), None, "two equations are not compared");
    assert_eq!(ResponseCriterion::OfBaseline(80).verdict(&child), Verdict::lacking(Need::OneEquation));
    assert_eq!(ResponseCriterion::FromOrOfBaseline(80, 90).verdict(&found), Verdict::Yes, "80 is enough");
}

#[test]
fn a_fall_lacks_both_its_ratios() {
    let lacking = ResponseCriterion::FallenBy(50).verdict(&RenalCourse::default());
    assert_eq!(lacking, Verdict::Unknown(vec![Need::BaselineUpcr, Need::Upcr]));
}

/// EULAR 2025: eGFR at 80 % of baseline or more.
#[test]
fn function_is_kept_from_eighty_percent() {
    let kept = |baseline: u32, now: f64| {
        let found = RenalCourse {
            egfr_baseline: Some(egfr(&json!(baseline))),
            egfr_now: Some(egfr(&json!(now))),
            ..course(&row("R01"))
        };
        EularResponse::of(&found).function_kept
    };
    assert_eq!(kept(100, 80.0), Verdict::Yes);
    assert_eq!(kept(100, 79.9), Verdict::No);
}

/// KDIGO 2024: within 10 to 15 % of baseline; between the two the response holds by the lenient side only.
#[test]
fn the_margin_of_kdigo_lies_between_85_and_90_percent() {
    let judged = |now: f64| {
        let found = RenalCourse {
            egfr_baseline: Some(egfr(&json!(100))),
            egfr_now: Some(egfr(&json!(now))),
            upcr_now: Some(upcr("0.4 g/g")),
            ..course(&row("R01"))
        };
        let found = kdigo_2024(&found);
        (found.response, found.inside_margin)
    };
    assert_eq!(judged(90.0), (Response::Complete, false));
    assert_eq!(judged(89.9), (Response::Complete, true));
    assert_eq!(judged(85.0), (Response::Complete, true));
    assert_eq!(judged(84.9), (Response::None, false));
}

/// The value of the first day is the baseline, not a response.
#[test]
fn the_value_of_the_first_day_is_the_baseline() {
    let mut case = bare_case();
    case.patient.born = Some("1994-06".parse().unwrap());
    case.course.started = Field::Known(day("2025-03-04"));
    case.labs =
        serde_json::from_value(json!([{ "date": "2025-03-04", "creatinine": "90 µmol/L", "upcr": "3 g/g" }])).unwrap();
    let found = RenalCourse::of(&case, day("2025-06-10"));
    assert_eq!((found.upcr_now, found.egfr_now), (None, None));
    assert_eq!(found.upcr_baseline.unwrap().date, day("2025-03-04"));
    assert_eq!(found.egfr_baseline.unwrap().date, day("2025-03-04"));
}

/// AURORA 1: fewer than seven days in all above 10 mg, never three in a row.
#[test]
fn six_days_above_ten_milligrams_are_fewer_than_seven() {
    let low = |last_day_of_three: &str| {
        let high = [
            ("2025-11-10", "2025-11-11"),
            ("2025-11-20", "2025-11-21"),
            ("2025-12-01", "2025-12-02"),
            ("2025-12-10", last_day_of_three),
        ];
        let mut entries = Vec::new();
        let mut from = day("2025-01-01");
        for (first, last) in
            high.into_iter().filter(|(first, last)| first <= last).map(|(first, last)| (day(first), day(last)))
        {
            let before = Day(first.0.pred_opt().unwrap());
            entries.push(json!({ "drug": "prednisone", "dose": "10 mg/d", "from": from, "to": before }));
            entries.push(json!({ "drug": "prednisone", "dose": "15 mg/d", "from": first, "to": last }));
            from = Day(last.0.succ_opt().unwrap());
        }
        entries.push(json!({ "drug": "prednisone", "dose": "10 mg/d", "from": from }));
        let mut case = bare_case();
        case.course.started = Field::Known(day("2025-01-01"));
        case.treatments = serde_json::from_value(json!(entries)).unwrap();
        RenalCourse::of(&case, day("2026-06-01")).low_steroids
    };
    assert_eq!(low("2025-12-09"), Some(true), "six days");
    assert_eq!(low("2025-12-10"), Some(false), "seven days");
}

/// activity.md 9: the printed limits, each in the unit of the laboratory.
#[test]
fn printed_limits_of_the_responses() {
    let now = |written: &str| RenalCourse {
        upcr_now: Some(Point { date: "2026-01-10".parse().unwrap(), value: written.parse().unwrap() }),
        ..RenalCourse::default()
    };
    let below = |written: &str| ResponseCriterion::BelowThreeGrams.verdict(&now(written)) == Verdict::Yes;
    assert_eq!(["299.9 mg/mmol", "300 mg/mmol", "2.9999 g/g", "3 g/g"].map(below), [true, false, true, false]);
    let half = |written: &str| ResponseCriterion::BelowHalfAGram.verdict(&now(written)) == Verdict::Yes;
    assert_eq!(["49.9 mg/mmol", "50 mg/mmol", "0.4999 g/g", "0.5 g/g"].map(half), [true, false, true, false]);
    assert!(GradedSet::Acr2024.partial().contains(&ResponseCriterion::FallenBy(50)));
}
