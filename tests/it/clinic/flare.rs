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
    assert!(SleDasChange::between(2.0, 9.0).is_flare());
}

/// activity.md 6: a severe sign needs doubled prednisone, more than 0.5 mg/kg a day, or admission; without a word for it
/// the doses show it.
#[test]
fn doubled_prednisone_is_an_escalation() {
    let grade = |before: &str, after: &str| {
        let mut facts = quiet(scores(4, "0.5", before), scores(4, "0.5", after));
        facts.signs = Some(vec![FlareSign::Nephritis]);
        facts.escalation = None;
        Flare::of(&facts).grade()
    };
    assert_eq!(grade("0.1", "0.2"), Ok(FlareGrade::Severe), "doubled exactly");
    assert_eq!(grade("0.1", "0.3"), Ok(FlareGrade::Severe), "more than doubled");
    assert_eq!(grade("0.1", "0.19"), Err(vec![Need::Escalation]));
    assert_eq!(grade("0.3", "0.5"), Err(vec![Need::Escalation]), "0.5 mg/kg is not more than 0.5");
    assert_eq!(grade("0.3", "0.51"), Ok(FlareGrade::Severe));
    assert_eq!(grade("0", "0"), Err(vec![Need::Escalation]), "nothing twice is no dose");
}

/// activity.md 6: antimalarials and NSAIDs make it mild, an immunosuppressant severe.
#[test]
fn what_was_added_grades_it() {
    let grade = |drug: FlareDrug| {
        let mut facts = quiet(scores(4, "0.5", "0.1"), scores(4, "0.5", "0.1"));
        facts.added = Some(vec![drug]);
        Flare::of(&facts).grade()
    };
    assert_eq!(grade(FlareDrug::Hydroxychloroquine), Ok(FlareGrade::MildModerate));
    assert_eq!(grade(FlareDrug::Nsaid), Ok(FlareGrade::MildModerate));
    for drug in
        [FlareDrug::Azathioprine, FlareDrug::Cyclophosphamide, FlareDrug::Mycophenolate, FlareDrug::Methotrexate]
    {
        assert_eq!(grade(drug), Ok(FlareGrade::Severe), "{drug}");
    }
}

/// Items that were not assessed can decide: a rise that they could make or undo is not told.
#[test]
fn an_open_rise_of_the_index_lacks_its_items() {
    let grade = |before: (u32, u32), after: (u32, u32)| {
        let mut facts = quiet(scores(before.0, "0.5", "0.1"), scores(after.0, "0.5", "0.1"));
        facts.before.sledai = Ok(SledaiScore { points: before.0, open: before.1, missing: 0 });
        facts.after.sledai = Ok(SledaiScore { points: after.0, open: after.1, missing: 0 });
        Flare::of(&facts).grade()
    };
    assert_eq!(grade((4, 0), (6, 4)), Err(vec![Need::SledaiItems]), "2 to 6 more");
    assert_eq!(grade((4, 0), (7, 4)), Ok(FlareGrade::MildModerate), "3 to 7 more, 11 at most");
    assert_eq!(grade((4, 4), (4, 0)), Ok(FlareGrade::None));
}

/// Hydroxychloroquine that began the day of the earlier visit, or that is only continued, was not added between the two.
#[test]
fn a_drug_that_began_before_was_not_added() {
    let grade = |treatments: serde_json::Value| {
        let mut case = bare_case();
        case.activity = serde_json::from_value(json!([
            { "date": "2026-01-10", "sledai": [], "pga": 0.2 },
            { "date": "2026-04-10", "sledai": [], "pga": 0.2, "flare": { "signs": [], "escalation": "no", "admission": "no" } },
        ]))
        .unwrap();
        case.treatments = serde_json::from_value(treatments).unwrap();
        Flare::of(&FlareFacts::of(&case, "2026-05-01".parse().unwrap()).unwrap()).grade()
    };
    let from = |date: &str| json!([{ "drug": "hydroxychloroquine", "dose": "400 mg/d", "from": date }]);
    let asked = Err(vec![Need::AddedDrugs]);
    assert_eq!(grade(from("2026-01-10")), Ok(FlareGrade::None));
    assert_eq!(grade(from("2026-01-11")), asked);
    assert_eq!(grade(from("2026-04-10")), asked);
    assert_eq!(grade(from("2026-04-11")), Ok(FlareGrade::None));
    let between = |drug: &str| {
        grade(
            json!([{ "drug": drug, "from": "2026-02-01" }, { "drug": "prednisone", "dose": "5 mg/d", "from": "2025-01-01" }]),
        )
    };
    let of_the_index = [
        "cyclophosphamide",
        "azathioprine",
        "methotrexate",
        "mycophenolate_mofetil",
        "mycophenolate_sodium",
        "ibuprofen",
        "naproxen",
        "ketoprofen",
        "diclofenac",
        "celecoxib",
    ];
    for drug in of_the_index {
        assert_eq!(between(drug), asked, "{drug}");
    }
    assert_eq!(between("ramipril"), Ok(FlareGrade::None), "not of the index");
    let again = json!([
        { "drug": "hydroxychloroquine", "dose": "200 mg/d", "from": "2025-01-10", "to": "2026-02-09" },
        { "drug": "hydroxychloroquine", "dose": "400 mg/d", "from": "2026-02-10" },
    ]);
    assert_eq!(grade(again), Ok(FlareGrade::None), "another dose of what was taken");
}

/// activity.md 6: PGA up by 1.0 or more to at most 2.5; any rise to above 2.5 is severe.
#[test]
fn the_global_assessment_at_its_limits() {
    let grade = |before: &str, after: &str| {
        Flare::of(&quiet(scores(4, before, "0.1"), scores(4, after, "0.1"))).grade().unwrap()
    };
    assert_eq!(grade("1.5", "2.5"), FlareGrade::MildModerate);
    assert_eq!(grade("1.6", "2.5"), FlareGrade::None);
    assert_eq!(grade("2.5", "2.6"), FlareGrade::Severe);
    assert_eq!(grade("2.6", "2.6"), FlareGrade::None);
    assert_eq!(grade("0.2", "1.9"), FlareGrade::MildModerate);
    let line = |after: &str| {
        let flare = Flare::of(&quiet(scores(4, "0.5", "0.1"), scores(4, after, "0.1")));
        flare
            .lines
            .into_iter()
            .find(|line| line.domain == FlareDomain::Pga)
            .map(|line| (line.mild, line.severe))
            .unwrap()
    };
    assert_eq!(line("2.5"), (Verdict::Yes, Verdict::No));
    assert_eq!(line("2.51"), (Verdict::No, Verdict::Yes), "severe alone");
}

/// What is known of a flare that cannot be graded: at least so much.
#[test]
fn at_least_is_the_worst_that_is_there() {
    let mut facts = quiet(scores(4, "0.5", "0.1"), scores(4, "0.5", "0.1"));
    facts.added = None;
    assert_eq!(Flare::of(&facts).at_least(), FlareGrade::None);
    facts.after = scores(8, "0.5", "0.1");
    assert_eq!(Flare::of(&facts).at_least(), FlareGrade::MildModerate);
    facts.after = scores(13, "0.5", "0.1");
    assert_eq!(Flare::of(&facts).at_least(), FlareGrade::Severe);
}

/// activity.md 6: a rise to more than 12 is severe, and no milder flare beside it.
#[test]
fn a_rise_to_thirteen_is_severe_alone() {
    let line = |after: u32| Flare::of(&quiet(scores(9, "0.5", "0.1"), scores(after, "0.5", "0.1"))).lines.remove(0);
    assert_eq!((line(12).mild, line(12).severe), (Verdict::Yes, Verdict::No));
    assert_eq!((line(13).mild, line(13).severe), (Verdict::No, Verdict::Yes));
}

/// activity.md 6: which signs are severe where they needed escalation, and which stay mild all the same.
#[test]
fn severe_signs_are_six() {
    use FlareSign as S;
    let grade = |sign: FlareSign| {
        let mut facts = quiet(scores(4, "0.5", "0.1"), scores(4, "0.5", "0.1"));
        facts.signs = Some(vec![sign]);
        facts.escalation = Some(true);
        Flare::of(&facts).grade()
    };
    for severe in
        [S::CentralNervous, S::Vasculitis, S::Nephritis, S::Myositis, S::PlateletsBelow60, S::SevereHaemolysis]
    {
        assert_eq!(grade(severe), Ok(FlareGrade::Severe), "{severe}");
    }
    for mild in [S::Discoid, S::Pleuritis, S::CutaneousVasculitis] {
        assert_eq!(grade(mild), Ok(FlareGrade::MildModerate), "{mild}");
    }
}
