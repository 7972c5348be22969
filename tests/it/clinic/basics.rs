use regards::clinic::*;
use regards::domain::{BasicsItem, Case, Day};
use serde_json::json;

use super::bare_case;

fn today() -> Day {
    "2026-11-26".parse().unwrap()
}

fn found(case: &Case, item: BasicsItem) -> BasicsFound {
    Basics::on(case, today()).checks.into_iter().find(|check| check.item == item).unwrap().found
}

fn with(fields: &serde_json::Value) -> Case {
    let mut file = serde_json::to_value(bare_case()).unwrap();
    file.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    serde_json::from_value(file).unwrap()
}

/// damage.md A4: 8 + 9 + 6 + 12 + 9 + 10 items, and `S` is not `s`.
#[test]
fn six_letters_and_their_items() {
    let all = Basics::on(&bare_case(), today());
    let counts = BasicsLetter::ALL.map(|letter| all.of(letter).count());
    assert_eq!(counts, [8, 9, 6, 12, 9, 10]);
    assert_eq!(all.checks.len(), BasicsItem::ALL.len());
}

#[test]
fn a_case_that_says_nothing_is_unknown_everywhere() {
    let all = Basics::on(&bare_case(), today());
    assert!(all.checks.iter().all(|check| check.found.state == BasicsState::Unknown && check.found.from.is_empty()));
    assert_eq!(BasicsLetter::ALL.map(|letter| all.state(letter)), [BasicsState::Unknown; 6]);
    assert_eq!(all.first_due(), None);
}

#[test]
fn an_item_is_read_from_its_field_before_the_list() {
    let case = with(&json!({
        "person": { "tobacco": "current" },
        "prevention": { "basics": [
            { "item": "A1", "state": "done", "date": "2026-10-01" },
            { "item": "A4", "state": "done", "date": "2026-10-01", "by": "Dr A. M." },
        ]},
    }));
    assert_eq!(
        (found(&case, BasicsItem::A1).state, found(&case, BasicsItem::A1).from),
        (BasicsState::ToDo, "person.tobacco")
    );
    let glucose = found(&case, BasicsItem::A4);
    assert_eq!((glucose.state, glucose.from), (BasicsState::Ok, "prevention.basics"));
    assert_eq!(glucose.date, Some("2026-10-01".parse().unwrap()));
}

/// A yearly item is due a year after it was done, on that day.
#[test]
fn what_is_yearly_falls_due() {
    let skin = |date: &str| {
        let case = with(&json!({
            "treatments": [{ "drug": "azathioprine", "from": "2024-01-01" }],
            "prevention": { "basics": [{ "item": "S5", "state": "done", "date": date }] },
        }));
        let found = found(&case, BasicsItem::S5);
        (found.state, found.due.map(|due| due.to_string()))
    };
    assert_eq!(skin("2025-11-27"), (BasicsState::Ok, Some("2026-11-27".to_owned())));
    assert_eq!(skin("2025-11-26"), (BasicsState::ToDo, Some("2026-11-26".to_owned())));
}

#[test]
fn the_first_thing_due_is_the_one_due_longest() {
    let case = with(&json!({
        "patient": { "alias": "A. B.", "sex": "female", "born": "1990-01", "weight": "65 kg" },
        "treatments": [{ "drug": "hydroxychloroquine", "dose": "400 mg/d", "from": "2019-01-07", "eye_exam": "2024-03-04" }],
        "labs": [{ "date": "2025-06-02", "ldl": "1.0 g/L" }],
    }));
    let all = Basics::on(&case, today());
    let first = all.first_due().unwrap();
    assert_eq!((first.item, first.found.due), (BasicsItem::Specific2, Some("2025-03-04".parse().unwrap())));
    assert_eq!(found(&case, BasicsItem::A3).state, BasicsState::ToDo);
    assert_eq!(found(&case, BasicsItem::Specific1).state, BasicsState::ToDo, "6.15 mg/kg");
}

#[test]
fn asked_and_not_known_is_to_be_asked_again() {
    let mut case = bare_case();
    case.person.epices = regards::domain::Field::Unknown;
    assert_eq!(found(&case, BasicsItem::Specific10).state, BasicsState::ToDo);
}

#[test]
fn what_is_not_for_this_patient() {
    let man = with(&json!({ "patient": { "alias": "A. B.", "sex": "male" } }));
    assert_eq!(found(&man, BasicsItem::B2).state, BasicsState::NotApplicable);
    assert_eq!(found(&man, BasicsItem::B1).state, BasicsState::Unknown, "a man may wish for a child");
    let without = with(&json!({ "treatments": [{ "drug": "hydroxychloroquine", "from": "2024-01-01" }] }));
    assert_eq!(found(&without, BasicsItem::B3).state, BasicsState::NotApplicable);
    assert_eq!(found(&without, BasicsItem::C8).state, BasicsState::NotApplicable);
}

#[test]
fn mycophenolate_asks_for_contraception_a_test_and_the_agreement_of_the_year() {
    let state = |pregnancy: serde_json::Value| {
        let case = with(&json!({
            "treatments": [{ "drug": "mycophenolate_mofetil", "from": "2025-01-01" }],
            "pregnancy": pregnancy,
        }));
        found(&case, BasicsItem::B3)
    };
    let all = |agreement: &str| json!({ "contraception": "iud", "test": "negative", "care_agreement": agreement });
    assert_eq!(state(all("2026-02-01")).state, BasicsState::Ok);
    assert_eq!(state(all("2025-11-01")).state, BasicsState::ToDo);
    assert_eq!(state(json!({ "contraception": "none" })).from, "pregnancy.contraception");
    assert_eq!(state(json!({ "contraception": "iud" })).state, BasicsState::Unknown);
}

/// No oestrogen with antiphospholipid antibodies or nephritis (damage.md H); what is not known of them leaves it open.
#[test]
fn contraception_suits_the_antibodies() {
    let found = |method: &str, apl: &str, biopsies: serde_json::Value| {
        let case = with(&json!({
            "pregnancy": { "contraception": method }, "background": { "apl": apl }, "kidney": { "biopsies": biopsies },
        }));
        found(&case, BasicsItem::B2).state
    };
    let biopsy = || json!([{ "date": "2026-01-05", "class": ["IV"] }]);
    assert_eq!(found("oestrogen", "negative", json!([])), BasicsState::Ok);
    assert_eq!(found("oestrogen", "low_risk", json!([])), BasicsState::ToDo);
    assert_eq!(found("oestrogen", "negative", biopsy()), BasicsState::ToDo);
    assert_eq!(found("progestin", "high_risk", biopsy()), BasicsState::Ok);
    assert_eq!(found("none", "negative", json!([])), BasicsState::ToDo);
    let open = with(&json!({ "pregnancy": { "contraception": "oestrogen" } }));
    assert_eq!(self::found(&open, BasicsItem::B2).state, BasicsState::Unknown);
}
