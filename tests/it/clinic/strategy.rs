//! The strategy line on vignettes: it asks whether to step up, hold or step down, and never counts the unknown as held.

use regards::clinic::*;
use regards::domain::{Case, Day};
use regards::read;
use rust_decimal::Decimal;
use serde_json::{Value, json};

fn today() -> Day {
    "2026-11-26".parse().unwrap()
}

/// A case with these parts beside what every case must say.
fn case(parts: &Value) -> Case {
    let mut whole = json!({
        "format": 1, "case": "T-1", "question": "?",
        "patient": { "alias": "T", "sex": "female", "born": "1990-01", "weight": "60 kg" },
        "laboratory": { "c3_lower": "0.85 g/L" },
        "treatments": [
            { "drug": "hydroxychloroquine", "dose": "300 mg/d", "from": "2020-01-01" },
            { "drug": "prednisone", "dose": "5 mg/d", "from": "2025-01-01" },
        ],
        "activity": [visit("2025-06-02", &json!([]), "0.2"), visit("2026-11-02", &json!([]), "0.2")],
    });
    for (key, value) in parts.as_object().unwrap() {
        whole[key] = value.clone();
    }
    let reading = read::document(whole.to_string().as_bytes());
    reading.value.unwrap_or_else(|| panic!("{:?}", reading.remarks))
}

fn visit(date: &str, items: &Value, pga: &str) -> Value {
    json!({ "date": date, "sledai": items, "pga": pga, "ptga": "20" })
}

fn prednisone(dose: &str) -> Value {
    json!([{ "drug": "prednisone", "dose": dose, "from": "2026-01-01" }])
}

/// A course that began on this day, with proteinuria at its start and now, and a kidney function that is kept.
fn course(started: &str, first: &str, now: &str, more: &Value) -> Value {
    let mut parts = json!({
        "course": { "started": started, "rescue": "no" },
        "labs": [
            { "date": started, "creatinine": "70 µmol/L", "upcr": first },
            { "date": "2026-11-20", "creatinine": "70 µmol/L", "upcr": now },
        ],
    });
    for (key, value) in more.as_object().unwrap() {
        parts[key] = value.clone();
    }
    parts
}

fn facts(parts: &Value) -> StrategyFacts {
    StrategyFacts { treated: true, ..StrategyFacts::of(&case(parts), today()) }
}

fn asked(parts: &Value) -> Strategy {
    Strategy::of(&facts(parts))
}

fn permission(stance: Stance) -> Permission {
    Permission { body: "EULAR 2025".to_owned(), what: Withdrawn::Immunosuppressant, stance }
}

#[test]
fn a_milestone_that_is_due_and_missed_asks_to_step_up() {
    // Month 9: 3.0 to 1.6 g/g is a fall of 47 %: EULAR's 50 % at 6 months is missed, so is ACR's and KDIGO's partial response.
    let strategy = asked(&course("2026-02-20", "3.0 g/g", "1.6 g/g", &json!({})));
    assert_eq!(strategy.way, Way::StepUp);
    assert_eq!(
        strategy.grounds,
        [RenalTarget::Eular(Milestone::Month6), RenalTarget::Acr, RenalTarget::Kdigo].map(Ground::Missed)
    );
    // A fall of 50 %, exactly, is not missed.
    assert_ne!(asked(&course("2026-02-20", "3.0 g/g", "1.5 g/g", &json!({}))).way, Way::StepUp);
}

#[test]
fn a_missed_target_decides_although_others_are_unknown() {
    let mut parts = course("2026-02-20", "3.0 g/g", "2.9 g/g", &json!({ "activity": [] }));
    parts["treatments"] = json!([]);
    let strategy = asked(&parts);
    assert_eq!(strategy.way, Way::StepUp);
    assert!(strategy.lacking.contains(&Need::Sledai) && strategy.lacking.contains(&Need::Treatments));
}

#[test]
fn what_is_due_and_unknown_leaves_the_question_open() {
    // Month 9 without proteinuria since month 1.
    let parts = json!({
        "course": { "started": "2026-02-20", "rescue": "no" },
        "labs": [
            { "date": "2026-02-20", "creatinine": "70 µmol/L", "upcr": "3.0 g/g" },
            { "date": "2026-03-20", "creatinine": "70 µmol/L", "upcr": "2.0 g/g" },
        ],
    });
    let strategy = asked(&parts);
    assert_eq!((strategy.way, strategy.grounds.len()), (Way::CannotSay, 0));
    assert!(strategy.lacking.contains(&Need::Upcr));
    for (parts, need) in [
        (json!({ "activity": [] }), Need::Sledai),
        (json!({ "activity": [{ "date": "2026-11-02", "sledai": [] }] }), Need::Pga),
        (json!({ "treatments": [] }), Need::Treatments),
        (json!({ "course": { "started": "unknown" } }), Need::CourseStart),
    ] {
        let strategy = asked(&parts);
        assert_eq!(strategy.way, Way::CannotSay, "{need:?}");
        assert!(strategy.lacking.contains(&need), "{need:?} {:?}", strategy.lacking);
    }
}

#[test]
fn before_the_first_target_is_due_it_holds() {
    let parts = course("2026-10-20", "3.0 g/g", "2.9 g/g", &json!({ "treatments": prednisone("20 mg/d") }));
    let strategy = asked(&parts);
    assert_eq!(strategy.way, Way::Hold);
    assert!(strategy.grounds.contains(&Ground::NothingDue));
}

#[test]
fn targets_that_hold_with_a_dose_above_5_mg_ask_to_step_down() {
    let held = json!({ "treatments": prednisone("6 mg/d") });
    let mut parts = course("2025-02-20", "3.0 g/g", "0.3 g/g", &held);
    parts["course"]["complete_response"] = json!("2025-09-20");
    let not_yet = StrategyFacts { permissions: vec![permission(Stance::NotYet)], ..facts(&parts) };
    let strategy = Strategy::of(&not_yet);
    assert_eq!(strategy.way, Way::StepDown);
    assert_eq!(strategy.grounds.first(), Some(&Ground::Held(TargetsHeld::CompleteResponse(14))));
    assert!(strategy.grounds.contains(&Ground::AboveLowDose(Decimal::from(6))));
    // At 5 mg exactly the dose no longer asks; what the bodies say decides.
    parts["treatments"] = prednisone("5 mg/d");
    for (stance, way) in [
        (Stance::NotYet, Way::Hold),
        (Stance::ToJudge, Way::Hold),
        (Stance::NeedsData, Way::Hold),
        (Stance::Open, Way::StepDown),
    ] {
        let facts = StrategyFacts { permissions: vec![permission(stance)], ..facts(&parts) };
        assert_eq!(Strategy::of(&facts).way, way, "{stance:?}");
    }
    let one_opens = vec![permission(Stance::NotYet), permission(Stance::Open)];
    let one_opens = StrategyFacts { permissions: one_opens, ..facts(&parts) };
    assert_eq!(Strategy::of(&one_opens).way, Way::StepDown, "one body is enough");
}

#[test]
fn a_taper_under_way_is_not_an_untreatment() {
    // Month 4: EULAR's first target is met, the dose is still above 5 mg: no body asks for 5 mg by then.
    let parts = course("2026-07-20", "3.0 g/g", "1.2 g/g", &json!({ "treatments": prednisone("10 mg/d") }));
    let facts = StrategyFacts { permissions: vec![permission(Stance::NotYet)], ..facts(&parts) };
    assert_eq!(Strategy::of(&facts).way, Way::Hold);
    assert!(!Strategy::of(&facts).grounds.contains(&Ground::NothingDue), "EULAR's target is due, the others are not");
}

/// All three guidelines ask for 5 mg or less from month 6 on.
#[test]
fn the_dose_asks_from_the_sixth_month_on() {
    let held = json!({ "treatments": prednisone("6 mg/d") });
    let mut parts = course("2025-02-20", "3.0 g/g", "0.3 g/g", &held);
    parts["course"]["complete_response"] = json!("2025-09-20");
    let way = |months: Option<i64>| {
        let permissions = vec![permission(Stance::NotYet)];
        Strategy::of(&StrategyFacts { months, permissions, ..facts(&parts) }).way
    };
    assert_eq!([None, Some(5), Some(6)].map(way), [Way::Hold, Way::Hold, Way::StepDown]);
}

/// A complete response counts from its day on: it neither holds nor is lost before.
#[test]
fn a_complete_response_counts_from_its_day() {
    let on = |day: &str, upcr: &str| {
        let mut parts = course("2024-02-20", "3.0 g/g", upcr, &json!({}));
        parts["course"]["complete_response"] = json!(day);
        facts(&parts)
    };
    assert_eq!(on("2026-11-26", "0.3 g/g").held, Some(TargetsHeld::CompleteResponse(0)));
    assert_ne!(on("2026-11-27", "0.3 g/g").held, Some(TargetsHeld::CompleteResponse(0)));
    assert_eq!(on("2026-11-26", "0.6 g/g").response_lost, Verdict::Yes);
    assert_eq!(on("2026-11-27", "0.6 g/g").response_lost, Verdict::No);
}

#[test]
fn a_complete_response_that_is_lost_asks_to_step_up() {
    let mut parts = course("2024-02-20", "3.0 g/g", "0.6 g/g", &json!({}));
    parts["course"]["complete_response"] = json!("2024-12-20");
    let strategy = asked(&parts);
    assert_eq!((strategy.way, strategy.grounds.as_slice()), (Way::StepUp, [Ground::ResponseLost].as_slice()));
    parts["course"]["complete_response"] = json!("2026-11-26");
    assert_eq!(asked(&parts).grounds, [Ground::ResponseLost], "recorded today");
    // EULAR's complete response is below 500 mg/g, so 499 is not lost.
    parts["labs"][1]["upcr"] = json!("0.499 g/g");
    assert_ne!(asked(&parts).way, Way::StepUp);
}

#[test]
fn relapse_and_worsening_ask_to_step_up_and_only_a_yes_does() {
    let quiet = facts(&json!({}));
    assert_eq!(Strategy::of(&StrategyFacts { relapse: true, ..quiet }).grounds, [Ground::Relapse]);
    assert_eq!(asked(&json!({ "kidney": { "worsening": "yes" } })).grounds, [Ground::Worsening]);
    for worsening in ["no", "unknown"] {
        assert_ne!(asked(&json!({ "kidney": { "worsening": worsening } })).way, Way::StepUp);
    }
}

#[test]
fn outside_the_kidney_the_numbers_of_lldas_decide_without_the_dose() {
    let active = |items: Value, pga: &str| asked(&json!({ "activity": [visit("2026-11-02", &items, pga)] })).way;
    assert_eq!(active(json!(["arthritis"]), "1.0"), Way::Hold, "4 points and PGA 1.0 are within; one visit only");
    assert_eq!(active(json!(["arthritis", "fever"]), "0.2"), Way::StepUp, "above 4 points");
    assert_eq!(active(json!(["proteinuria"]), "0.2"), Way::StepUp, "4 points in a major organ");
    assert_eq!(active(json!([]), "1.1"), Way::StepUp, "PGA above 1");
    // Prednisone 20 mg a day fails LLDAS, and is no reason to step up: it is one to step down.
    assert_eq!(asked(&json!({ "treatments": prednisone("20 mg/d") })).way, Way::StepDown);
}

#[test]
fn during_a_renal_course_what_the_kidney_is_judged_by_is_not_counted_twice() {
    // Month 4, a fall of 60 %: proteinuria is still on the SLEDAI list, and PGA 1.5 with it.
    let activity = json!({ "activity": [visit("2026-11-02", &json!(["proteinuria"]), "1.5")] });
    assert_eq!(asked(&course("2026-07-20", "3.0 g/g", "1.2 g/g", &activity)).way, Way::Hold);
    let mut unseen = visit("2026-11-02", &json!(["proteinuria"]), "1.5");
    unseen["not_assessed"] = json!(["haematuria", "casts"]);
    let unseen = json!({ "activity": [unseen] });
    assert_eq!(
        facts(&course("2026-07-20", "3.0 g/g", "1.2 g/g", &unseen)).low_activity,
        facts(&course("2026-07-20", "3.0 g/g", "1.2 g/g", &activity)).low_activity
    );
    let one = json!({ "activity": [visit("2026-11-02", &json!(["arthritis", "proteinuria"]), "1.5")] });
    assert_eq!(asked(&course("2026-07-20", "3.0 g/g", "1.2 g/g", &one)).way, Way::Hold, "4 points outside the kidney");
    let arthritis = json!({ "activity": [visit("2026-11-02", &json!(["arthritis", "rash"]), "1.5")] });
    assert_eq!(asked(&course("2026-07-20", "3.0 g/g", "1.2 g/g", &arthritis)).grounds, [Ground::Active]);
}

#[test]
fn two_visits_in_a_row_show_that_a_target_holds() {
    let strategy = asked(&json!({}));
    assert_eq!(strategy.way, Way::StepDown);
    assert_eq!(strategy.grounds.first(), Some(&Ground::Held(TargetsHeld::Visits { visits: 2, months: 17 })));
    let broken = json!({ "activity": [
        visit("2025-06-02", &json!([]), "0.2"), visit("2026-02-02", &json!(["arthritis", "rash"]), "0.2"),
        visit("2026-11-02", &json!([]), "0.2"),
    ] });
    let strategy = asked(&broken);
    assert_eq!(strategy.way, Way::Hold);
    assert_eq!(strategy.grounds.first(), Some(&Ground::Held(TargetsHeld::Visits { visits: 1, months: 0 })));
}

#[test]
fn nothing_left_to_withdraw_holds() {
    let parts = json!({ "treatments": [{ "drug": "hydroxychloroquine", "dose": "300 mg/d", "from": "2020-01-01" }] });
    let strategy = Strategy::of(&StrategyFacts { treated: false, ..facts(&parts) });
    assert_eq!(strategy.way, Way::Hold);
    assert_eq!(strategy.grounds.last(), Some(&Ground::NothingLeft));
}

/// What a case file does not answer of LLDAS is told with the question, never taken as met in silence.
#[test]
fn clauses_that_the_file_leaves_open_are_named() {
    let strategy = asked(&json!({}));
    for need in [Need::NewActivity, Need::Haemolysis, Need::Gut, Need::Cardiopulmonary, Need::StandardTreatment] {
        assert!(strategy.lacking.contains(&need), "{need:?}");
    }
}
