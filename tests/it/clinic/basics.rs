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

/// Of what is in order, what falls due first is told; what has no date does not.
#[test]
fn the_next_thing_due_is_the_one_due_soonest() {
    let case = with(&json!({
        "person": { "education": "done" },
        "treatments": [{ "drug": "azathioprine", "from": "2024-01-01" }],
        "prevention": { "basics": [
            { "item": "S5", "state": "done", "date": "2026-06-01" },
            { "item": "A4", "state": "done" },
        ]},
    }));
    let all = Basics::on(&case, today());
    let next = all.next_due().unwrap();
    assert_eq!((next.item, next.found.due), (BasicsItem::S5, Some("2027-06-01".parse().unwrap())));
    assert_eq!(Basics::on(&with(&json!({ "person": { "education": "done" } })), today()).next_due(), None);
}

#[test]
fn education_or_an_association_is_done_planned_or_declined() {
    let of = |person: serde_json::Value| {
        let all = Basics::on(&with(&json!({ "person": person })), today());
        let is_of_it = |from: &str| matches!(from, "person.education" | "person.association");
        all.checks.iter().find(|check| is_of_it(check.found.from)).map(|check| (check.found.state, check.found.from))
    };
    let both = |education: &str, association: &str| of(json!({ "education": education, "association": association }));
    assert_eq!(both("planned", "done"), Some((BasicsState::Ok, "person.association")));
    assert_eq!(both("done", "done"), Some((BasicsState::Ok, "person.education")));
    assert_eq!(both("planned", "refused"), Some((BasicsState::ToDo, "person.education")));
    assert_eq!(both("refused", "not_needed"), Some((BasicsState::NotApplicable, "person.education")));
    assert_eq!(of(json!({ "association": "not_needed" })), Some((BasicsState::NotApplicable, "person.association")));
    assert_eq!(of(json!({})), None);
}

/// Contraception: none is to be discussed, unless a child is on its way or wished for now.
#[test]
fn contraception_is_not_for_who_expects_a_child() {
    let of = |pregnancy: serde_json::Value| found(&with(&json!({ "pregnancy": pregnancy })), BasicsItem::B2).state;
    assert_eq!(of(json!({ "status": "pregnant", "contraception": "none" })), BasicsState::NotApplicable);
    assert_eq!(of(json!({ "status": "none", "wish": "now", "contraception": "none" })), BasicsState::NotApplicable);
    assert_eq!(of(json!({ "status": "none", "wish": "within_1_year", "contraception": "none" })), BasicsState::ToDo);
    let mut asked = bare_case();
    asked.pregnancy.contraception = regards::domain::Field::Unknown;
    assert_eq!(found(&asked, BasicsItem::B2).state, BasicsState::ToDo);
}

/// damage.md A4: aspirin in a pregnancy, pneumocystis above 15 mg of prednisone, IgG under anti-CD20 or belimumab, a live
/// vaccine under immunosuppression, a level of hydroxychloroquine, a drug for the bones from moderate risk on.
#[test]
fn items_that_hang_on_what_is_taken() {
    use BasicsState::{NotApplicable, Ok, ToDo, Unknown};
    let of = |item: BasicsItem, fields: serde_json::Value| {
        let found = found(&with(&fields), item);
        (found.state, found.from)
    };
    let taking = |drug: &str, dose: &str| json!([{ "drug": drug, "dose": dose, "from": "2026-01-01" }]);
    let aspirin = |drug: &str| json!({ "pregnancy": { "status": "pregnant" }, "treatments": taking(drug, "100 mg/d") });
    assert_eq!(of(BasicsItem::B7, aspirin("aspirin")), (Ok, "treatments"));
    assert_eq!(of(BasicsItem::B7, aspirin("azathioprine")), (ToDo, "pregnancy.status"));
    let none = json!({ "pregnancy": { "status": "none", "wish": "none" } });
    assert_eq!(of(BasicsItem::B7, none), (NotApplicable, "pregnancy.wish"));
    let prednisone = |dose: &str| json!({ "treatments": taking("prednisone", dose) });
    assert_eq!(of(BasicsItem::I10, prednisone("15 mg/d")), (NotApplicable, "treatments"));
    assert_eq!(of(BasicsItem::I10, prednisone("16 mg/d")), (ToDo, "treatments"));
    assert_eq!(of(BasicsItem::I10, json!({ "treatments": taking("rituximab", "1 g") })).0, Unknown, "left to the room");
    let igg = |drug: &str| json!({ "treatments": taking(drug, "100 mg/d"), "labs": [{ "date": "2026-10-01", "igg": "9 g/L" }] });
    assert_eq!(of(BasicsItem::I11, igg("belimumab")), (Ok, "labs.igg"));
    assert_eq!(of(BasicsItem::I11, igg("azathioprine")), (NotApplicable, "treatments"));
    let live = |drug: &str, planned: &str| json!({ "treatments": taking(drug, "100 mg/d"), "prevention": { "vaccines": { "live_planned": planned } } });
    assert_eq!(of(BasicsItem::I8, live("azathioprine", "yes")), (ToDo, "vaccines.live_planned"));
    assert_eq!(of(BasicsItem::I8, live("azathioprine", "no")), (Ok, "vaccines.live_planned"));
    assert_eq!(of(BasicsItem::I8, live("hydroxychloroquine", "yes")), (NotApplicable, "treatments"));
    let level = |drug: &str| {
        json!({ "treatments": taking(drug, "300 mg/d"), "patient": { "alias": "T", "sex": "female", "weight": "60 kg" },
                "labs": [{ "date": "2026-10-01", "hcq_level": "900 ng/mL" }] })
    };
    assert_eq!(of(BasicsItem::Specific3, level("hydroxychloroquine")), (Ok, "labs.hcq_level"));
    assert_eq!(of(BasicsItem::Specific3, level("azathioprine")), (NotApplicable, "treatments"));
    let bones = |risk: &str, drug: &str| json!({ "treatments": taking(drug, "10 mg/d"), "prevention": { "fracture_risk": risk } });
    assert_eq!(of(BasicsItem::C5, bones("low", "prednisone")), (NotApplicable, "prevention.fracture_risk"));
    assert_eq!(of(BasicsItem::C5, bones("moderate", "alendronate")), (Ok, "treatments"));
    assert_eq!(of(BasicsItem::C5, bones("moderate", "prednisone")).0, Unknown);
    let raas = |answer: &str| json!({ "kidney": { "raasi_at_maximum": answer } });
    assert_eq!(of(BasicsItem::Specific4, raas("no")), (ToDo, "kidney.raasi_at_maximum"));
    assert_eq!(of(BasicsItem::Specific4, raas("yes")), (Ok, "kidney.raasi_at_maximum"));
    let fertility = |drug: &str, discussed: &str| json!({ "treatments": taking(drug, "500 mg"), "background": { "fertility_discussed": discussed } });
    assert_eq!(of(BasicsItem::B4, fertility("cyclophosphamide", "no")), (ToDo, "background.fertility_discussed"));
    assert_eq!(of(BasicsItem::B4, fertility("cyclophosphamide", "yes")), (Ok, "background.fertility_discussed"));
    assert_eq!(of(BasicsItem::B4, fertility("azathioprine", "no")), (NotApplicable, "treatments"));
    let mood = |type2: serde_json::Value| json!({ "activity": [{ "date": "2026-10-01", "type2": type2 }] });
    assert_eq!(of(BasicsItem::C9, mood(json!({ "mood": 3, "sleep": 2 }))), (Ok, "activity.type2"));
    assert_eq!(of(BasicsItem::C9, mood(json!({ "mood": 3 }))).0, Unknown);
}

/// The examination of the retina that falls due today is to be done.
#[test]
fn the_retina_is_due_on_its_day() {
    let state = |exam: &str| {
        let case = with(&json!({
            "patient": { "alias": "A. B.", "sex": "female", "born": "1990-01", "weight": "65 kg" },
            "background": { "comorbidities": [] },
            "labs": [{ "date": "2026-06-02", "creatinine": "60 µmol/L" }],
            "treatments": [{ "drug": "hydroxychloroquine", "dose": "300 mg/d", "from": "2015-01-07", "eye_exam": exam }],
        }));
        let found = found(&case, BasicsItem::Specific2);
        (found.state, found.due)
    };
    assert_eq!(state("2025-11-26"), (BasicsState::ToDo, Some(today())));
    assert_eq!(state("2025-11-27").0, BasicsState::Ok);
}

/// Items whose answer needs another one: oestrogen with a biopsy, methotrexate without an agreement, fertility before
/// cyclophosphamide, NSAIDs.
#[test]
fn items_that_hang_on_another() {
    let of = |item: BasicsItem, fields: serde_json::Value| found(&with(&fields), item).state;
    let oestrogen = json!({ "pregnancy": { "contraception": "oestrogen" }, "kidney": { "biopsies": [{ "date": "2026-01-05", "class": ["IV"] }] } });
    assert_eq!(of(BasicsItem::B2, oestrogen), BasicsState::ToDo);
    let on = |drug: &str, pregnancy: serde_json::Value| json!({ "treatments": [{ "drug": drug, "from": "2026-01-01" }], "pregnancy": pregnancy });
    let covered = || json!({ "contraception": "iud", "test": "negative" });
    assert_eq!(of(BasicsItem::B3, on("methotrexate", covered())), BasicsState::Ok);
    assert_eq!(of(BasicsItem::B3, on("mycophenolate_mofetil", covered())), BasicsState::Unknown);
    let tested = json!({ "contraception": "iud", "test": "positive" });
    assert_eq!(of(BasicsItem::B3, on("methotrexate", tested)), BasicsState::ToDo);
    assert_eq!(of(BasicsItem::B4, on("cyclophosphamide", json!({}))), BasicsState::Unknown);
    assert_eq!(of(BasicsItem::Specific6, on("ibuprofen", json!({}))), BasicsState::ToDo);
    assert_eq!(of(BasicsItem::Specific6, on("azathioprine", json!({}))), BasicsState::Ok);
    assert_eq!(of(BasicsItem::Specific6, json!({})), BasicsState::Unknown);
}
