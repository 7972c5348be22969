//! The five points of the talk: each line done, to do, or not stated.

use regards::clinic::*;
use regards::domain::{Case, Day};
use regards::read;
use serde_json::{Value, json};

fn today() -> Day {
    "2026-11-26".parse().unwrap()
}

fn case(parts: &Value) -> Case {
    let mut whole = json!({
        "format": 1, "case": "T-1", "question": "?",
        "patient": { "alias": "T", "sex": "female", "born": "1990-01" },
    });
    for (key, value) in parts.as_object().unwrap() {
        whole[key] = value.clone();
    }
    let reading = read::document(whole.to_string().as_bytes());
    reading.value.unwrap_or_else(|| panic!("{:?}", reading.remarks))
}

const JUDGED: Recommended = Recommended { judged: 3, waiting: 0 };

fn points(parts: &Value, recommended: Recommended) -> [Checklist; 5] {
    let case = case(parts);
    let strategy = Strategy::of(&StrategyFacts::of(&case, today()));
    five_points(&case, today(), &strategy, recommended)
}

fn state(parts: &Value, item: PointItem) -> PointState {
    let points = points(parts, JUDGED);
    points.iter().flat_map(|list| &list.lines).find(|line| line.item == item).unwrap().state
}

fn person(parts: &Value) -> Value {
    json!({ "person": parts })
}

#[test]
fn a_case_that_says_nothing_has_nothing_done_but_its_question() {
    let points = points(&json!({}), JUDGED);
    assert_eq!(points.clone().map(|list| list.point), FivePoint::ALL);
    for list in &points[..4] {
        assert_eq!(list.state(), PointState::NotStated, "{:?}", list.point);
        assert_eq!(list.count().0, 0, "{:?}", list.point);
    }
    assert!(points[4].items(PointState::Done).eq([PointItem::Question, PointItem::Guidelines]));
}

#[test]
fn every_item_stands_on_one_list_once() {
    let points = points(&json!({}), JUDGED);
    let mut items: Vec<PointItem> = points.iter().flat_map(|list| list.lines.iter().map(|line| line.item)).collect();
    items.sort();
    assert_eq!(items, PointItem::ALL);
}

#[test]
fn unknown_is_not_stated_and_no_is_to_do() {
    for (answer, expected) in [("yes", PointState::Done), ("no", PointState::ToDo), ("unknown", PointState::NotStated)]
    {
        let told = json!({ "pregnancy_heredity": answer, "goal": answer, "caregiver": answer });
        let parts = person(&json!({ "announcement": told, "informed": answer }));
        for item in [PointItem::PregnancyHeredity, PointItem::Goal, PointItem::Caregiver, PointItem::Informed] {
            assert_eq!(state(&parts, item), expected, "{item:?} {answer}");
        }
    }
}

#[test]
fn a_step_that_is_refused_or_not_needed_leaves_nothing_to_do() {
    for (step, expected) in [
        ("done", PointState::Done),
        ("refused", PointState::Done),
        ("not_needed", PointState::Done),
        ("planned", PointState::ToDo),
        ("unknown", PointState::NotStated),
    ] {
        let shared = json!({ "options": step, "preference": step });
        let parts = person(&json!({ "education": step, "association": step, "shared_decision": shared,
            "announcement": { "again": step } }));
        let items = [
            PointItem::Education,
            PointItem::Association,
            PointItem::Options,
            PointItem::Preference,
            PointItem::Reannounced,
        ];
        for item in items {
            assert_eq!(state(&parts, item), expected, "{item:?} {step}");
        }
    }
}

#[test]
fn documents_may_be_named_or_only_ticked() {
    for (parts, expected) in [
        (json!({ "handed_over": ["fai2r"] }), PointState::Done),
        (json!({ "handed_over": ["fai2r"], "documents": "planned" }), PointState::Done),
        (json!({ "handed_over": [] }), PointState::ToDo),
        (json!({ "handed_over": [], "documents": "refused" }), PointState::Done),
        (json!({ "documents": "done" }), PointState::Done),
        (json!({ "documents": "planned" }), PointState::ToDo),
        (json!({}), PointState::NotStated),
    ] {
        assert_eq!(state(&person(&parts), PointItem::Documents), expected, "{parts}");
    }
}

#[test]
fn alexithymia_is_asked_about_without_a_scale() {
    for (answer, expected) in [
        ("no", PointState::Done),
        ("yes", PointState::Done),
        ("suspected", PointState::ToDo),
        ("unknown", PointState::NotStated),
    ] {
        assert_eq!(state(&person(&json!({ "alexithymia": answer })), PointItem::Alexithymia), expected);
    }
}

/// Mosca 2011: laboratory work every 6 months, damage every year. The last day still counts, the next does not.
#[test]
fn what_is_too_old_is_to_do() {
    for (date, expected) in [
        ("2026-05-26", PointState::Done),
        ("2026-05-25", PointState::ToDo),
        // A day to come says nothing.
        ("2026-11-27", PointState::NotStated),
    ] {
        let parts = json!({
            "activity": [{ "date": date, "sledai": [] }],
            "labs": [{ "date": date, "upcr": "0.3 g/g", "hcq_level": "900 ng/mL" }],
            "treatments": [{ "drug": "hydroxychloroquine", "from": "2020-01-01" }],
        });
        for item in [PointItem::Visit, PointItem::Proteinuria, PointItem::HcqLevel] {
            assert_eq!(state(&parts, item), expected, "{item:?} {date}");
        }
    }
    for (date, expected) in [("2025-11-26", PointState::Done), ("2025-11-25", PointState::ToDo)] {
        assert_eq!(state(&json!({ "damage": { "reviewed": date } }), PointItem::Damage), expected);
    }
}

#[test]
fn the_level_of_hydroxychloroquine_is_asked_of_those_who_take_it() {
    let without = json!({ "treatments": [{ "drug": "prednisone", "dose": "5 mg/d", "from": "2020-01-01" }] });
    assert_eq!(state(&without, PointItem::HcqLevel), PointState::NotApplicable);
    assert_eq!(state(&json!({}), PointItem::HcqLevel), PointState::NotStated);
}

#[test]
fn transition_is_asked_below_18_years() {
    let aged = |born: &str, person: Value| json!({ "patient": { "alias": "T", "sex": "female", "born": born }, "person": person });
    assert_eq!(state(&aged("2008-12", json!({})), PointItem::Transition), PointState::NotStated);
    assert_eq!(state(&aged("2008-12", json!({ "transition": "planned" })), PointItem::Transition), PointState::ToDo);
    assert_eq!(state(&aged("2008-11", json!({})), PointItem::Transition), PointState::NotApplicable);
    assert_eq!(state(&aged("1990-01", json!({})), PointItem::Transition), PointState::NotApplicable);
}

#[test]
fn vaccines_are_done_when_both_are() {
    let given = |influenza: &str, pneumococcus: &str| json!({ "prevention": { "vaccines": { "influenza": influenza, "pneumococcus": pneumococcus } } });
    for (influenza, pneumococcus, expected) in [
        ("2026-10-20", "2021-03", PointState::Done),
        ("2025-11-26", "2021-03", PointState::Done),
        ("2025-11-25", "2021-03", PointState::ToDo),
        ("2025-10-20", "2021-03", PointState::ToDo),
        ("2026-10-20", "never", PointState::ToDo),
        ("2026-10-20", "unknown", PointState::NotStated),
        ("never", "unknown", PointState::ToDo),
    ] {
        assert_eq!(state(&given(influenza, pneumococcus), PointItem::Vaccines), expected, "{influenza} {pneumococcus}");
    }
}

#[test]
fn who_is_off_work_is_asked_about_rights() {
    for (parts, expected) in [
        (json!({}), PointState::NotStated),
        (json!({ "work": "nurse" }), PointState::Done),
        (json!({ "work": "nurse", "off_work": "yes" }), PointState::NotStated),
        (json!({ "work": "nurse", "off_work": "yes", "mdph": "planned" }), PointState::ToDo),
        (json!({ "work": "nurse", "off_work": "yes", "mdph": "not_needed" }), PointState::Done),
        (json!({ "school": "at school" }), PointState::Done),
    ] {
        assert_eq!(state(&person(&parts), PointItem::Work), expected, "{parts}");
    }
}

#[test]
fn a_plan_that_is_not_written_is_to_do() {
    for (plan, expected) in [("yes", PointState::Done), ("no", PointState::ToDo), ("planned", PointState::ToDo)] {
        assert_eq!(state(&person(&json!({ "written_plan": plan })), PointItem::WrittenPlan), expected);
    }
}

#[test]
fn answers_that_wait_for_data_keep_recommendations_open() {
    let meeting = json!({ "meeting": "2026-11-26" });
    let of = |judged, waiting| points(&meeting, Recommended { judged, waiting })[4].state();
    assert_eq!(of(3, 0), PointState::Done);
    assert_eq!(of(3, 2), PointState::ToDo);
    assert_eq!(of(0, 0), PointState::NotStated);
}

#[test]
fn one_thing_to_do_comes_before_what_is_not_stated() {
    use PointState as S;
    let list = |states: &[PointState]| Checklist {
        point: FivePoint::Decision,
        lines: states.iter().map(|state| PointLine { item: PointItem::Wishes, state: *state, date: None }).collect(),
    };
    assert_eq!(list(&[S::Done, S::NotStated, S::ToDo]).state(), S::ToDo);
    assert_eq!(list(&[S::Done, S::NotStated]).state(), S::NotStated);
    assert_eq!(list(&[S::Done, S::NotApplicable]).state(), S::Done);
    assert_eq!(list(&[S::Done, S::NotApplicable]).count(), (1, 1));
}

/// What a visit shows: both global assessments, one scale of type 2; an announcement of today counts, one to come does not.
#[test]
fn a_visit_and_an_announcement_as_they_are_recorded() {
    let visit = |parts: Value| {
        let mut visit = json!({ "date": "2026-11-01" });
        for (key, value) in parts.as_object().unwrap() {
            visit[key] = value.clone();
        }
        json!({ "activity": [visit] })
    };
    for (parts, expected) in [
        (json!({ "pga": 1, "ptga": 4 }), PointState::Done),
        (json!({ "pga": 1 }), PointState::NotStated),
        (json!({ "ptga": 4 }), PointState::NotStated),
        (json!({}), PointState::NotStated),
    ] {
        assert_eq!(state(&visit(parts.clone()), PointItem::BothGlobals), expected, "{parts}");
    }
    for scale in ["fatigue", "pain", "sleep", "mood", "cognition"] {
        assert_eq!(state(&visit(json!({ "type2": { scale: 3 } })), PointItem::Type2), PointState::Done, "{scale}");
    }
    assert_eq!(state(&visit(json!({ "type2": { "wpi": 3 } })), PointItem::Type2), PointState::NotStated);
    let announced = |date: &str| {
        let points = points(&person(&json!({ "announcement": { "done": date } })), JUDGED);
        let line = points[0].lines.iter().find(|line| line.item == PointItem::Announced).unwrap();
        (line.state, line.date)
    };
    assert_eq!(announced("2026-11-26"), (PointState::Done, Some(today())));
    assert_eq!(announced("2026-11-27"), (PointState::NotStated, None));
    let reviewed = |date: &str| state(&json!({ "damage": { "sdi": [], "reviewed": date } }), PointItem::Damage);
    assert_eq!((reviewed("2026-11-26"), reviewed("2026-11-27")), (PointState::Done, PointState::NotStated));
    let documents = person(&json!({ "documents": "planned", "handed_over": [] }));
    assert_eq!(state(&documents, PointItem::Documents), PointState::ToDo);
}
