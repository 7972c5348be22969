use regards::clinic::*;
use regards::domain::{Case, Day};
use serde_json::json;

use super::bare_case;

fn today() -> Day {
    "2026-08-01".parse().unwrap()
}

/// activity.md 12: SLEDAI-2K 10 or more at two successive visits despite glucocorticoid and immunosuppressant.
#[test]
fn the_pilot_definition_looks_at_two_visits() {
    let active = ["arthritis", "rash", "proteinuria"];
    let mut case = bare_case();
    case.activity = serde_json::from_value(json!([
        { "date": "2026-01-10", "sledai": active }, { "date": "2026-04-10", "sledai": active },
    ]))
    .unwrap();
    case.treatments = serde_json::from_value(json!([
        { "drug": "prednisone", "dose": "10 mg/d", "from": "2025-01-01" },
        { "drug": "azathioprine", "dose": "100 mg/d", "from": "2026-02-01" },
    ]))
    .unwrap();
    let holds = |case: &Case| refractory(case, today()).unwrap().map(|visit| visit.holds());
    assert_eq!(holds(&case), [Verdict::Yes, Verdict::No]);
    case.treatments[1].from = "2025-06-01".parse().unwrap();
    assert_eq!(holds(&case), [Verdict::Yes, Verdict::Yes]);
    case.activity[1].sledai = serde_json::from_value(json!(["arthritis", "rash"])).unwrap();
    case.activity[1].not_assessed = serde_json::from_value(json!(["proteinuria"])).unwrap();
    assert_eq!(holds(&case), [Verdict::lacking(Need::SledaiItems), Verdict::Yes], "6, at most 10");
}

#[test]
fn factors_that_nobody_asked_about_are_open() {
    let mut case = bare_case();
    for factor in Factor::ALL {
        assert!(matches!(factor.on(&case, today()), Verdict::Unknown(_)), "{}", factor.code());
    }
    case.factors = serde_json::from_value(json!({ "uv_exposure": "yes", "stress": "no",
        "anti_drug": { "tested": "yes", "found": "yes", "value": "62 ng/mL", "date": "2026-05-01" } }))
    .unwrap();
    case.pregnancy = serde_json::from_value(json!({ "contraception": "oestrogen" })).unwrap();
    case.person = serde_json::from_value(json!({ "tobacco": "former", "adherence": "good" })).unwrap();
    let found = Factor::ALL.map(|factor| factor.on(&case, today()));
    assert_eq!(
        found,
        [Verdict::No, Verdict::Yes, Verdict::Yes, Verdict::No, Verdict::lacking(Need::Ptsd), Verdict::Yes, Verdict::No]
    );
    case.labs = serde_json::from_value(json!([{ "date": "2026-07-01", "hcq_level": "199 ng/mL" }])).unwrap();
    assert_eq!(Factor::Adherence.on(&case, today()), Verdict::Yes, "the level says otherwise");
}

#[test]
fn no_antibody_against_a_drug_that_was_never_given() {
    let mut case = bare_case();
    case.treatments = serde_json::from_value(json!([{ "drug": "azathioprine", "from": "2025-06-01" }])).unwrap();
    assert_eq!(Factor::AntiDrug.on(&case, today()), Verdict::No);
    case.treatments = serde_json::from_value(json!([{ "drug": "rituximab", "from": "2025-06-01" }])).unwrap();
    assert_eq!(Factor::AntiDrug.on(&case, today()), Verdict::lacking(Need::AntiDrug));
    case.treatments = serde_json::from_value(json!([{ "drug": "other", "name": "X", "from": "2025-06-01" }])).unwrap();
    assert_eq!(Factor::AntiDrug.on(&case, today()), Verdict::lacking(Need::AntiDrug), "it may have been a biologic");
}

#[test]
fn a_treatment_that_ended_without_a_reason_may_have_ended_for_intolerance() {
    let mut case = bare_case();
    let mut with = |reason: serde_json::Value| {
        let mut entry = json!({ "drug": "azathioprine", "from": "2025-06-01", "to": "2025-07-01" });
        if !reason.is_null() {
            entry["stopped_for"] = reason;
        }
        case.treatments = serde_json::from_value(json!([entry])).unwrap();
        Reason::Intolerance.on(&case, today())
    };
    assert_eq!(with(serde_json::Value::Null), Verdict::lacking(Need::Treatments));
    assert_eq!(with(json!("inefficacy")), Verdict::No);
    case.treatments = serde_json::from_value(json!([
        { "drug": "azathioprine", "from": "2025-06-01", "to": "2025-07-01" },
        { "drug": "hydroxychloroquine", "from": "2025-06-01" },
    ]))
    .unwrap();
    assert_eq!(Reason::Intolerance.on(&case, today()), Verdict::lacking(Need::Treatments), "one of them");
}

/// activity.md 11: the same answer as the figure of type 2 (vectors F01, F03).
#[test]
fn type_2_is_what_the_newest_visit_says() {
    let with = |type2: serde_json::Value| {
        let mut case = bare_case();
        case.activity = serde_json::from_value(json!([{ "date": "2026-06-01", "type2": type2 }])).unwrap();
        Reason::Type2.on(&case, today())
    };
    assert_eq!(with(json!({ "wpi": 4, "sss": 9, "three_months": "yes" })), Verdict::Yes);
    assert_eq!(with(json!({ "wpi": 0, "sss": 2, "three_months": "yes", "pga": 0.9 })), Verdict::No);
    assert_eq!(with(json!({ "wpi": 0, "sss": 2, "three_months": "yes", "pga": "1.0" })), Verdict::Yes);
    assert_eq!(with(json!({ "wpi": 0, "sss": 2, "three_months": "yes", "pga": "2.0" })), Verdict::Yes);
    assert_eq!(with(json!({ "wpi": 0, "sss": 2, "three_months": "yes" })), Verdict::lacking(Need::Type2));
    assert_eq!(with(json!({ "fatigue": 9 })), Verdict::lacking(Need::Type2), "no limit of the scales is published");
}

#[test]
fn reasons_to_be_difficult_to_manage() {
    let mut case = bare_case();
    for reason in Reason::ALL {
        assert!(matches!(reason.on(&case, today()), Verdict::Unknown(_)), "{}", reason.code());
    }
    case.background = serde_json::from_value(json!({ "comorbidities": ["fibromyalgia"] })).unwrap();
    case.treatments = serde_json::from_value(json!([
        { "drug": "azathioprine", "from": "2025-06-01", "to": "2025-07-01", "stopped_for": "intolerance" }
    ]))
    .unwrap();
    let found = [Reason::Type2, Reason::Comorbidity, Reason::Infection, Reason::Intolerance];
    assert_eq!(found.map(|reason| reason.on(&case, today())), [Verdict::Yes, Verdict::Yes, Verdict::No, Verdict::Yes]);
}

/// What is not a biologic is none, and each that is may have met an antibody.
#[test]
fn each_biologic_may_have_met_an_antibody() {
    let mut case = bare_case();
    let biologics =
        ["belimumab", "anifrolumab", "rituximab", "obinutuzumab", "eculizumab", "ravulizumab", "caplacizumab"];
    for drug in biologics {
        case.treatments = serde_json::from_value(
            json!([{ "drug": "azathioprine", "from": "2025-01-01" }, { "drug": drug, "from": "2025-06-01" }]),
        )
        .unwrap();
        assert_eq!(Factor::AntiDrug.on(&case, today()), Verdict::lacking(Need::AntiDrug), "{drug}");
    }
}

/// A biologic alone is not "an immunosuppressant" of the pilot definition, 10 points are active and 9 are not, and a dose of
/// zero is no glucocorticoid.
#[test]
fn the_pilot_definition_at_its_limits() {
    let visit = |sledai: serde_json::Value, not_assessed: serde_json::Value, treatments: serde_json::Value| {
        let mut case = bare_case();
        let one = |date: &str| json!({ "date": date, "sledai": sledai, "not_assessed": not_assessed });
        case.activity = serde_json::from_value(json!([one("2026-01-10"), one("2026-04-10")])).unwrap();
        case.treatments = serde_json::from_value(treatments).unwrap();
        refractory(&case, today()).unwrap()[0].clone()
    };
    let treated = |drug: &str, dose: &str| json!([{ "drug": drug, "from": "2025-01-01" }, { "drug": "prednisone", "dose": dose, "from": "2025-01-01" }]);
    let all = || treated("azathioprine", "5 mg/d");
    let active = |sledai: serde_json::Value, open: serde_json::Value| visit(sledai, open, all()).active;
    assert_eq!(active(json!(["seizure", "alopecia"]), json!([])), Verdict::Yes, "10");
    assert_eq!(active(json!(["seizure", "arthritis"]), json!([])), Verdict::Yes, "12");
    assert_eq!(active(json!(["seizure", "fever"]), json!([])), Verdict::No, "9");
    assert_eq!(active(json!(["seizure"]), json!(["fever"])), Verdict::No, "9 at most");
    assert_eq!(active(json!(["seizure"]), json!(["rash"])), Verdict::lacking(Need::SledaiItems), "10 at most");
    assert_eq!(active(json!(["seizure"]), json!(["arthritis"])), Verdict::lacking(Need::SledaiItems), "12 at most");
    let none = || json!([]);
    assert_eq!(visit(none(), none(), treated("belimumab", "5 mg/d")).on_immunosuppressant, Verdict::No);
    assert_eq!(visit(none(), none(), treated("azathioprine", "5 mg/d")).on_immunosuppressant, Verdict::Yes);
    assert_eq!(visit(none(), none(), treated("azathioprine", "0 mg/d")).on_steroid, Verdict::No);
}

#[test]
fn damage_an_ended_treatment_and_a_low_level_are_reasons() {
    let mut case = bare_case();
    case.damage = serde_json::from_value(json!({ "sdi": [] })).unwrap();
    assert_eq!(Reason::Damage.on(&case, today()), Verdict::No);
    case.damage = serde_json::from_value(json!({ "sdi": [{ "item": "cataract", "since": "2020-01" }] })).unwrap();
    assert_eq!(Reason::Damage.on(&case, today()), Verdict::Yes);

    let ended = |reason: &str| json!({ "drug": "azathioprine", "from": "2025-06-01", "to": "2025-07-01", "stopped_for": reason });
    let goes_on = json!({ "drug": "hydroxychloroquine", "from": "2025-06-01" });
    case.treatments = serde_json::from_value(json!([ended("inefficacy"), goes_on])).unwrap();
    assert_eq!(Reason::Intolerance.on(&case, today()), Verdict::No);
    case.background = serde_json::from_value(json!({ "mycophenolate_intolerance": "yes" })).unwrap();
    assert_eq!(Reason::Intolerance.on(&case, today()), Verdict::Yes, "as told");

    let level = |written: &str| {
        let mut case = bare_case();
        case.person = serde_json::from_value(json!({ "adherence": "good" })).unwrap();
        case.labs = serde_json::from_value(json!([{ "date": "2026-07-01", "hcq_level": written }])).unwrap();
        Reason::Adherence.on(&case, today())
    };
    assert_eq!((level("0 ng/mL"), level("199 ng/mL"), level("200 ng/mL")), (Verdict::Yes, Verdict::Yes, Verdict::No));
    let fibromyalgia = |comorbidities: serde_json::Value| {
        let mut case = bare_case();
        case.background = serde_json::from_value(json!({ "comorbidities": comorbidities })).unwrap();
        Reason::Type2.on(&case, today())
    };
    assert_eq!(fibromyalgia(json!(["fibromyalgia"])), Verdict::Yes);
    assert_eq!(fibromyalgia(json!([])), Verdict::lacking(Need::Type2));
}
