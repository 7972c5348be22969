use regards::clinic::*;
use regards::domain::{FlareDrug, FlareSign};
use rust_decimal::Decimal;
use serde_json::json;

use super::bare_case;

fn scores(sledai: u32, pga: &str, milligrams_per_kilo: &str) -> VisitScores {
    let per_kilo: Decimal = milligrams_per_kilo.parse().unwrap();
    VisitScores {
        sledai: Ok(SledaiScore { points: sledai, open: 0, missing: 0 }),
        pga: Some(pga.parse().unwrap()),
        prednisone: Ok(per_kilo * Decimal::from(60)),
    }
}

fn quiet(before: VisitScores, after: VisitScores) -> FlareFacts {
    FlareFacts {
        before,
        after,
        weight: Some("60 kg".parse().unwrap()),
        signs: Some(Vec::new()),
        escalation: Some(false),
        added: Some(Vec::new()),
        admission: Some(false),
    }
}

/// activity.md 16.12: SLEDAI, PGA and prednisone in mg/kg a day, before and after.
#[test]
fn selena_flare_vectors() {
    use FlareGrade::{MildModerate, None, Severe};
    let rows = [
        ("X01", (4, 6), ("0.5", "0.8"), ("0.1", "0.1"), None),
        ("X02", (4, 7), ("0.5", "0.8"), ("0.1", "0.1"), MildModerate),
        ("X03", (4, 12), ("0.5", "1.4"), ("0.1", "0.1"), MildModerate),
        ("X04", (10, 13), ("1.5", "1.8"), ("0.2", "0.2"), Severe),
        ("X05", (14, 14), ("1.5", "1.5"), ("0.2", "0.2"), None),
        ("X06", (2, 2), ("0.4", "1.4"), ("0.1", "0.1"), MildModerate),
        ("X07", (6, 8), ("1.6", "2.6"), ("0.1", "0.1"), Severe),
        ("X08", (2, 4), ("0.4", "0.6"), ("0.05", "0.3"), MildModerate),
        ("X09", (2, 4), ("0.4", "0.6"), ("0.05", "0.6"), Severe),
        ("X10", (4, 4), ("0.4", "0.6"), ("0.1", "0.1"), Severe),
        ("X11", (8, 4), ("1", "0.5"), ("0.3", "0.1"), None),
        ("X12", (0, 8), ("0.1", "1.2"), ("0", "0.1"), Severe),
    ];
    for (id, sledai, pga, dose, grade) in rows {
        let mut facts = quiet(scores(sledai.0, pga.0, dose.0), scores(sledai.1, pga.1, dose.1));
        if id == "X10" {
            facts.added = Some(vec![FlareDrug::Methotrexate]);
        }
        if id == "X12" {
            facts.signs = Some(vec![FlareSign::Nephritis]);
            facts.escalation = Some(true);
        }
        let flare = Flare::of(&facts);
        assert_eq!(flare.grade(), Ok(grade), "{id}");
        assert_eq!(flare.triggers().count() > 0, grade != None, "{id}");
    }
}

#[test]
fn the_domain_that_triggered_is_named() {
    let flare = Flare::of(&quiet(scores(2, "0.4", "0.1"), scores(2, "1.4", "0.1")));
    let triggers: Vec<FlareDomain> = flare.triggers().map(|line| line.domain).collect();
    assert_eq!(triggers, [FlareDomain::Pga]);
}

#[test]
fn what_is_unknown_leaves_the_grade_open_above_what_is_there() {
    let mut facts = quiet(scores(4, "0.5", "0.1"), scores(7, "0.8", "0.1"));
    facts.signs = None;
    facts.added = None;
    let flare = Flare::of(&facts);
    assert_eq!(flare.grade(), Err(vec![Need::AddedDrugs]), "signs only matter with escalation");
    assert_eq!(flare.at_least(), FlareGrade::MildModerate);
    facts.after = scores(13, "0.8", "0.1");
    assert_eq!(Flare::of(&facts).grade(), Ok(FlareGrade::Severe), "one severe domain decides");
}

#[test]
fn a_severe_sign_counts_where_it_needed_escalation() {
    let mut facts = quiet(scores(4, "0.5", "0.1"), scores(4, "0.5", "0.1"));
    facts.signs = Some(vec![FlareSign::Nephritis]);
    assert_eq!(Flare::of(&facts).grade(), Ok(FlareGrade::None));
    facts.escalation = None;
    assert_eq!(Flare::of(&facts).grade(), Err(vec![Need::Escalation]));
    facts.admission = Some(true);
    assert_eq!(Flare::of(&facts).grade(), Ok(FlareGrade::Severe));
}

#[test]
fn drugs_that_began_say_which_not_why() {
    let mut case = bare_case();
    case.activity = serde_json::from_value(json!([
        { "date": "2026-01-10", "sledai": [], "pga": 0.2 },
        { "date": "2026-04-10", "sledai": [], "pga": 0.2, "flare": { "signs": [], "escalation": "no", "admission": "no" } },
    ]))
    .unwrap();
    let day = "2026-05-01".parse().unwrap();
    assert_eq!(Flare::of(&FlareFacts::of(&case, day).unwrap()).grade(), Err(vec![Need::Treatments, Need::AddedDrugs]));
    case.treatments =
        serde_json::from_value(json!([{ "drug": "prednisone", "dose": "5 mg/d", "from": "2025-01-01" }])).unwrap();
    assert_eq!(Flare::of(&FlareFacts::of(&case, day).unwrap()).grade(), Ok(FlareGrade::None));
    case.treatments.extend(
        serde_json::from_value::<Vec<_>>(json!([{ "drug": "methotrexate", "dose": "15 mg/w", "from": "2026-02-01" }]))
            .unwrap(),
    );
    assert_eq!(Flare::of(&FlareFacts::of(&case, day).unwrap()).grade(), Err(vec![Need::AddedDrugs]));
    case.activity.pop();
    assert_eq!(FlareFacts::of(&case, day).unwrap_err(), [Need::TwoVisits]);
}

/// activity.md 2: a rise of 1.72 or more.
#[test]
fn sle_das_flare_is_a_rise_of_1_72() {
    assert!(SleDasChange::between(2.08, 3.80).is_flare());
    assert!(!SleDasChange::between(2.08, 3.79).is_flare());
    assert!(!SleDasChange::between(9.0, 2.0).is_flare());
}
