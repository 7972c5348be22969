use regards::clinic::*;
use regards::domain::{BasicsItem, Case, Day, Field, Screening};
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
    case.person.epices = Field::Unknown;
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
    asked.pregnancy.contraception = Field::Unknown;
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

#[expect(clippy::needless_pass_by_value, reason = "written in place at every call")]
fn of(item: BasicsItem, fields: serde_json::Value) -> (BasicsState, &'static str) {
    let found = found(&with(&fields), item);
    (found.state, found.from)
}

fn taking(drug: &str, dose: &str) -> serde_json::Value {
    json!([{ "drug": drug, "dose": dose, "from": "2026-01-01" }])
}

/// damage.md A4, letter C: the dose against 5 mg/d, the sum, the fracture risk, calcium and vitamin D.
#[test]
fn what_glucocorticoids_ask_for() {
    use BasicsState::{NotApplicable, Ok, ToDo, Unknown};
    let on = |drug: &str, dose: &str| json!({ "treatments": taking(drug, dose) });
    assert_eq!(of(BasicsItem::C1, on("prednisone", "5 mg/d")), (Ok, "treatments"));
    assert_eq!(of(BasicsItem::C1, on("prednisone", "5.1 mg/d")), (ToDo, "treatments"));
    assert_eq!(of(BasicsItem::C1, on("prednisone", "20 mg/d")), (ToDo, "treatments"));
    assert_eq!(of(BasicsItem::C1, json!({})).0, Unknown);
    let year = json!({ "treatments": [{ "drug": "prednisone", "dose": "5 mg/d", "from": "2025-01-01" }] });
    assert_eq!(of(BasicsItem::C2, year), (Ok, "treatments"));
    for item in [BasicsItem::C3, BasicsItem::C4, BasicsItem::C8] {
        assert_eq!(of(item, on("azathioprine", "100 mg/d")), (NotApplicable, "treatments"), "{item}");
        assert_eq!(of(item, on("prednisone", "5 mg/d")).0, Unknown, "{item}");
    }
    for drug in ["calcium", "vitamin_d"] {
        let both = json!({ "treatments": [{ "drug": "prednisone", "dose": "5 mg/d", "from": "2026-01-01" }, { "drug": drug, "from": "2026-01-01" }] });
        assert_eq!(of(BasicsItem::C4, both), (Ok, "treatments"), "{drug}");
    }
    let assessed = |date: &str| {
        let fields = json!({ "prevention": { "fracture_risk": "low", "fracture_assessed": date } });
        (of(BasicsItem::C3, fields.clone()), found(&with(&fields), BasicsItem::C3).due)
    };
    assert_eq!(assessed("2024-11-27"), ((Ok, "prevention.fracture_risk"), Some("2026-11-27".parse().unwrap())));
    assert_eq!(assessed("2024-11-26"), ((ToDo, "prevention.fracture_risk"), Some(today())));
}

/// The newest visit until today that asked for mood and sleep.
#[test]
fn mood_and_sleep_are_those_of_the_newest_visit_that_asked() {
    let visit = |date: &str, type2: &str| json!({ "date": date, "type2": serde_json::from_str::<serde_json::Value>(type2).unwrap() });
    let mood = |visits: serde_json::Value| found(&with(&json!({ "activity": visits })), BasicsItem::C9);
    let (both, sleep) = (r#"{"mood": 3, "sleep": 2}"#, r#"{"sleep": 2}"#);
    let newest = mood(json!([
        visit("2026-11-26", both),
        visit("2026-10-01", both),
        visit("2026-11-20", sleep),
        visit("2026-11-27", both)
    ]));
    assert_eq!((newest.state, newest.date), (BasicsState::Ok, Some("2026-11-26".parse().unwrap())));
    assert_eq!(mood(json!([visit("2026-11-27", both), { "date": "2026-11-01" }])).state, BasicsState::Unknown);
}

/// damage.md A4, letter A: pressure, lipids of the year, weight and height, SCORE2, antiphospholipids, a statin.
#[test]
fn what_the_heart_asks_for() {
    use BasicsState::{NotApplicable, Ok, ToDo, Unknown};
    let pressure = |first: &str, second: &str| json!({ "blood_pressure": [{ "date": "2026-10-01", "value": first }, { "date": "2026-11-02", "value": second }] });
    assert_eq!(of(BasicsItem::A2, pressure("150/90 mmHg", "120/70 mmHg")), (Ok, "blood_pressure"));
    assert_eq!(of(BasicsItem::A2, pressure("120/70 mmHg", "150/90 mmHg")), (ToDo, "blood_pressure"));
    let ldl = |date: &str| {
        let found = found(&with(&json!({ "labs": [{ "date": date, "ldl": "1.0 g/L" }] })), BasicsItem::A3);
        (found.state, found.due)
    };
    assert_eq!(ldl("2025-11-27"), (Ok, Some("2026-11-27".parse().unwrap())));
    assert_eq!(ldl("2025-11-26"), (ToDo, Some(today())));
    let body = |more: &str| json!({ "patient": { "alias": "T", "sex": "female", more: "165 cm", "weight": "60 kg" } });
    assert_eq!(of(BasicsItem::A5, body("height")), (Ok, "patient.height"));
    let young = json!({ "patient": { "alias": "T", "sex": "female", "age": 30 } });
    assert_eq!(of(BasicsItem::A6, young), (NotApplicable, "patient, background"));
    assert_eq!(of(BasicsItem::A6, json!({})).0, Unknown);
    for drug in ["atorvastatin", "rosuvastatin", "pravastatin"] {
        assert_eq!(of(BasicsItem::A8, json!({ "treatments": taking(drug, "20 mg/d") })), (Ok, "treatments"), "{drug}");
    }
    assert_eq!(of(BasicsItem::A8, json!({ "treatments": taking("aspirin", "100 mg/d") })).0, Unknown);
    assert_eq!(of(BasicsItem::A7, json!({ "background": { "apl": "negative" } })), (Ok, "background.apl"));
    let tested = |tests: serde_json::Value| {
        let fields = json!({ "background": { "apl_tests": tests }, "laboratory": { "acl_upper": "15 U/mL", "anti_b2gpi_upper": "12 U/mL" } });
        let found = found(&with(&fields), BasicsItem::A7);
        (found.state, found.from, found.due)
    };
    let test = |date: &str, acl: &str| json!({ "date": date, "lupus_anticoagulant": "positive", "acl": acl, "anti_b2gpi": "negative" });
    let from = "background.apl_tests";
    let confirmed = json!([test("2026-01-05", "negative"), test("2026-03-30", "negative")]);
    assert_eq!(tested(confirmed), (Ok, from, None), "twelve weeks");
    let early = json!([test("2026-01-05", "negative"), test("2026-03-29", "negative")]);
    assert_eq!(tested(early), (ToDo, from, Some("2026-03-30".parse().unwrap())));
    let half = json!([{ "date": "2026-01-05", "acl": "negative" }]);
    assert_eq!((tested(half).0, tested(json!([{ "date": "2026-12-05", "acl": "negative" }])).0), (ToDo, ToDo));
}

/// damage.md A4, letter I: each vaccine by its own field, HBV, and the four infections before immunosuppression.
#[test]
fn what_infections_ask_for() {
    use BasicsState::{Ok, ToDo, Unknown};
    let vaccine = |item: BasicsItem, name: &str, date: &str| {
        let mut vaccines = json!({ name: date });
        if name == "pneumococcus" {
            vaccines["pneumococcus_vaccine"] = json!("pcv20");
        }
        let fields =
            json!({ "patient": { "alias": "T", "sex": "female", "age": 24 }, "prevention": { "vaccines": vaccines } });
        found(&with(&fields), item)
    };
    for (item, name, from) in [
        (BasicsItem::I1, "influenza", "vaccines.influenza"),
        (BasicsItem::I2, "pneumococcus", "vaccines.pneumococcus"),
        (BasicsItem::I3, "zoster", "vaccines.zoster"),
        (BasicsItem::I4, "covid", "vaccines.covid"),
        (BasicsItem::I5, "hpv", "vaccines.hpv"),
        (BasicsItem::I6, "dtcap", "vaccines.dtcap"),
    ] {
        let given = vaccine(item, name, "2026-10");
        assert_eq!((given.state, given.from, given.date), (Ok, from, Some("2026-10".parse().unwrap())), "{item}");
        let other = if name == "dtcap" { "influenza" } else { "dtcap" };
        assert_eq!(vaccine(item, other, "2026-10").state, Unknown, "{item}");
    }
    let hbv = |status: &str| of(BasicsItem::I7, json!({ "background": { "hbv": status } }));
    assert_eq!((hbv("vaccinated"), hbv("negative")), ((Ok, "background.hbv"), (ToDo, "background.hbv")));
    let negative = json!({ "hbv": "negative", "hcv": "negative", "hiv": "negative", "tuberculosis": "negative" });
    let mut screened = with(&json!({ "background": negative }));
    assert_eq!((found(&screened, BasicsItem::I9).state, found(&screened, BasicsItem::I9).from), (Ok, "background"));
    screened.background.hiv = Field::Unknown;
    screened.background.tuberculosis = Field::Unknown;
    assert_eq!(
        (found(&screened, BasicsItem::I9).state, found(&screened, BasicsItem::I9).from),
        (ToDo, "background.hiv")
    );
    assert_eq!(of(BasicsItem::I9, json!({ "background": { "hbv": "negative" } })).0, Unknown);
    for drug in ["cyclophosphamide", "obinutuzumab", "rituximab"] {
        assert_eq!(
            of(BasicsItem::I10, json!({ "treatments": taking(drug, "500 mg") })).0,
            Unknown,
            "{drug}: left to the room"
        );
    }
}

/// damage.md A4, letter B: what harms a child, what protects from one, and what a wish asks for.
#[test]
fn what_a_child_asks_for() {
    use BasicsState::{NotApplicable, Ok, ToDo, Unknown};
    let on = |drug: &str, pregnancy: serde_json::Value| json!({ "treatments": taking(drug, "500 mg"), "pregnancy": pregnancy });
    for drug in ["mycophenolate_mofetil", "mycophenolate_sodium", "cyclophosphamide", "methotrexate"] {
        for method in ["none", "barrier", "not_applicable"] {
            let without = on(drug, json!({ "contraception": method, "test": "negative" }));
            assert_eq!(of(BasicsItem::B3, without), (ToDo, "pregnancy.contraception"), "{drug} {method}");
        }
    }
    let covered = |agreement: &str| json!({ "contraception": "iud", "test": "negative", "care_agreement": agreement });
    let old = "2025-11-26";
    assert_eq!(of(BasicsItem::B3, on("mycophenolate_sodium", covered(old))), (ToDo, "pregnancy.care_agreement"));
    assert_eq!(of(BasicsItem::B3, on("mycophenolate_sodium", covered("2025-11-27"))), (Ok, "pregnancy.care_agreement"));
    assert_eq!(
        of(BasicsItem::B3, on("methotrexate", covered(old))),
        (Ok, "pregnancy.contraception"),
        "only mycophenolate needs it"
    );

    let none = json!({ "pregnancy": { "status": "not_applicable" } });
    for item in [BasicsItem::B2, BasicsItem::B3, BasicsItem::B5, BasicsItem::B6, BasicsItem::B7] {
        assert_eq!(of(item, none.clone()), (NotApplicable, "pregnancy.status"), "{item}");
    }
    assert_eq!(of(BasicsItem::B8, none).0, Unknown, "a smear all the same");
    assert_eq!(of(BasicsItem::B5, json!({ "pregnancy": { "wish": "none" } })), (NotApplicable, "pregnancy.wish"));
    assert_eq!(of(BasicsItem::B5, json!({ "pregnancy": { "wish": "now" } })).0, Unknown);
    let mut antibodies = with(&json!({ "background": { "anti_ssa": "negative", "apl": "negative" } }));
    assert_eq!(
        (found(&antibodies, BasicsItem::B6).state, found(&antibodies, BasicsItem::B6).from),
        (Ok, "background.apl")
    );
    antibodies.background.anti_ssa = Field::Unknown;
    assert_eq!(found(&antibodies, BasicsItem::B6).from, "background.anti_ssa");
    antibodies.background.apl = Field::Unknown;
    antibodies.background.anti_ssa = Field::Known(Screening::Positive);
    assert_eq!(
        (found(&antibodies, BasicsItem::B6).state, found(&antibodies, BasicsItem::B6).from),
        (ToDo, "background.apl")
    );
    let two = json!({ "treatments": [{ "drug": "cyclophosphamide", "from": "2025-01-01", "to": "2025-03-01" }, { "drug": "azathioprine", "from": "2025-04-01" }] });
    assert_eq!(of(BasicsItem::B4, two).0, Unknown, "it was given, and nobody says what was discussed");
}

/// damage.md A4, letters S and s: vitamin D, a look at the skin, NSAIDs, a gliflozin, the course of the kidney.
#[test]
fn what_the_skin_and_the_kidney_ask_for() {
    use BasicsState::{NotApplicable, Ok, ToDo, Unknown};
    let on = |drug: &str| json!({ "treatments": taking(drug, "100 mg/d") });
    assert_eq!(of(BasicsItem::S3, on("vitamin_d")), (Ok, "treatments"));
    assert_eq!(of(BasicsItem::S5, json!({})).0, Unknown);
    assert_eq!(of(BasicsItem::S5, on("vitamin_d")), (NotApplicable, "treatments"));
    assert_eq!(of(BasicsItem::S5, on("azathioprine")).0, Unknown);
    for drug in ["ibuprofen", "naproxen", "ketoprofen", "diclofenac", "celecoxib"] {
        assert_eq!(of(BasicsItem::Specific6, on(drug)), (ToDo, "treatments"), "{drug}");
    }
    for drug in ["dapagliflozin", "empagliflozin"] {
        assert_eq!(of(BasicsItem::Specific5, on(drug)), (Ok, "treatments"), "{drug}");
    }
    let labs: Vec<serde_json::Value> = ["2025-01-05", "2025-06-05", "2025-12-05", "2026-06-05"]
        .iter()
        .map(|date| json!({ "date": date, "creatinine": "80 µmol/L", "upcr": "0.4 g/g" }))
        .collect();
    let course = found(
        &with(&json!({ "patient": { "alias": "T", "sex": "female", "born": "1990-01" }, "labs": labs })),
        BasicsItem::Specific7,
    );
    assert_eq!((course.state, course.from, course.date), (Ok, "labs", Some("2026-06-05".parse().unwrap())));
}

/// What was recorded of an item: the newest entry that is not of a later day; only a yearly item falls due again.
#[test]
fn the_newest_record_of_an_item_counts() {
    use BasicsState::{NotApplicable, Ok, ToDo};
    let recorded = |item: &str, entries: &[(&str, Option<&str>)]| {
        let entries: Vec<serde_json::Value> = entries
            .iter()
            .map(|(state, date)| match date {
                Some(date) => json!({ "item": item, "state": state, "date": date }),
                None => json!({ "item": item, "state": state }),
            })
            .collect();
        let case = with(&json!({ "prevention": { "basics": entries } }));
        Basics::on(&case, today()).checks.into_iter().find(|check| check.item.code() == item).unwrap().found
    };
    let twice = [("to_do", Some("2026-10-01")), ("done", Some("2026-11-26")), ("not_applicable", Some("2026-11-27"))];
    assert_eq!(recorded("A4", &twice).state, Ok);
    let other_way = [("done", Some("2026-11-26")), ("to_do", Some("2026-10-01")), ("not_applicable", None)];
    assert_eq!(recorded("A4", &other_way).state, Ok);
    assert_eq!(recorded("A4", &[("not_applicable", None)]).state, NotApplicable);
    for item in ["B1", "B3", "A3", "S5", "I1", "I4"] {
        assert_eq!(recorded(item, &[("done", Some("2025-11-26"))]).state, ToDo, "{item} is yearly");
    }
    let once = recorded("A4", &[("done", Some("2020-01-01"))]);
    assert_eq!((once.state, once.due), (Ok, None), "done once");
}

/// A letter stands as its weakest item: to do before unknown before in order.
#[test]
fn a_letter_stands_as_its_weakest_item() {
    let marks = |others: &str, first: &str| {
        let entries: Vec<serde_json::Value> = ["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9"]
            .iter()
            .map(|item| json!({ "item": item, "state": if *item == "A1" { first } else { others } }))
            .collect();
        let all = Basics::on(&with(&json!({ "prevention": { "basics": entries } })), today());
        let letter = BasicsLetter::Atherosclerosis;
        (all.state(letter), all.count(letter, BasicsState::Ok), all.first_due().map(|check| check.item))
    };
    assert_eq!(marks("done", "to_do"), (BasicsState::ToDo, 8, Some(BasicsItem::A1)));
    assert_eq!(marks("done", "not_applicable"), (BasicsState::Ok, 8, None));
    assert_eq!(marks("not_applicable", "not_applicable"), (BasicsState::NotApplicable, 0, None));
    assert_eq!(
        marks("to_do", "done"),
        (BasicsState::ToDo, 1, Some(BasicsItem::A2)),
        "without a date the first of the list"
    );
}

/// What falls due in a year is told after what falls due this month; what is to be done is not in order.
#[test]
fn of_two_dates_the_sooner_is_next() {
    let case = with(&json!({
        "labs": [{ "date": "2026-06-02", "ldl": "1.0 g/L" }],
        "prevention": { "fracture_risk": "low", "fracture_assessed": "2026-06-01", "basics": [{ "item": "B1", "state": "done", "date": "2024-01-01" }] },
    }));
    let all = Basics::on(&case, today());
    assert_eq!(all.next_due().unwrap().item, BasicsItem::A3);
    assert_eq!(all.first_due().unwrap().item, BasicsItem::B1);
}
