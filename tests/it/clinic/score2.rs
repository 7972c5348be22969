use regards::clinic::*;
use regards::domain::{Case, Day, Sex};
use rust_decimal::Decimal;
use serde_json::json;

use super::bare_case;

fn decimal(written: &str) -> Decimal {
    written.parse().unwrap()
}

fn inputs(sex: Sex, age: u32, smoker: bool, systolic: u16, total: &str, hdl: &str) -> Score2Inputs {
    Score2Inputs { sex, age, smoker, systolic, total_cholesterol: decimal(total), hdl: decimal(hdl) }
}

/// damage.md K8: the smoker of 50 years in all four regions, men and women.
#[test]
fn the_smoker_of_fifty_in_four_regions() {
    use RiskRegion::{High, Low, Moderate, VeryHigh};
    let rows = [(Low, 5.913, 4.215), (Moderate, 7.561, 5.074), (High, 8.123, 6.875), (VeryHigh, 14.049, 13.700)];
    for (region, man, woman) in rows {
        for (sex, expected) in [(Sex::Male, man), (Sex::Female, woman)] {
            let found = inputs(sex, 50, true, 140, "5.5", "1.3").percent(region);
            assert!((found - expected).abs() < 0.000_51, "{region:?} {sex}: {found} for {expected}");
        }
    }
}

/// damage.md K8, the other two.
#[test]
fn two_more_in_the_region_of_low_risk() {
    let woman = inputs(Sex::Female, 45, false, 125, "5.0", "1.5").percent(RiskRegion::Low);
    assert!((woman - 1.053).abs() < 0.0006, "{woman}");
    let man = inputs(Sex::Male, 62, true, 150, "6.2", "1.0").percent(RiskRegion::Low);
    assert!((man - 12.676).abs() < 0.0006, "{man}");
}

/// The formula and the coefficients of damage.md G, worked out elsewhere far from the means, where each of them weighs.
#[test]
fn four_far_from_the_means() {
    let rows = [
        (Sex::Male, 40, "9.0", "2.3", 6.874_167),
        (Sex::Male, 69, "3.0", "0.6", 18.103_636),
        (Sex::Female, 40, "9.0", "2.3", 3.735_141),
        (Sex::Female, 69, "3.0", "0.6", 14.869_965),
    ];
    for (sex, age, total, hdl, expected) in rows {
        let found = inputs(sex, age, true, 180, total, hdl).percent(RiskRegion::Low);
        assert!((found - expected).abs() < 0.000_001, "{sex} {age}: {found} for {expected}");
    }
}

/// damage.md G: below 50 years 2.5 and 7.5 %, from 50 to 69 5 and 10 %; the limit itself is of the higher class.
#[test]
fn classes_by_age() {
    use CvClass::{High, LowToModerate, VeryHigh};
    let rows = [
        (49, "2.499999", LowToModerate),
        (49, "2.5", High),
        (49, "7.499999", High),
        (49, "7.5", VeryHigh),
        (50, "4.999999", LowToModerate),
        (50, "5", High),
        (69, "9.999999", High),
        (69, "10", VeryHigh),
        (69, "30", VeryHigh),
    ];
    for (age, percent, class) in rows {
        assert_eq!(CvClass::of_score2(age, decimal(percent)), class, "{age} {percent}");
    }
}

fn today() -> Day {
    "2026-11-26".parse().unwrap()
}

fn smoker_of_fifty() -> Case {
    let mut case = bare_case();
    case.patient.born = Some("1976-05".parse().unwrap());
    case.labs = serde_json::from_value(json!([
        { "date": "2026-10-01", "total_cholesterol": "5.5 mmol/L", "hdl": "1.3 mmol/L", "ldl": "1.0 g/L" },
    ]))
    .unwrap();
    case.blood_pressure = serde_json::from_value(json!([{ "date": "2026-11-02", "value": "140/80 mmHg" }])).unwrap();
    case.person = serde_json::from_value(json!({ "tobacco": "current" })).unwrap();
    case.background = serde_json::from_value(json!({ "comorbidities": [] })).unwrap();
    case.damage = serde_json::from_value(json!({ "sdi": [] })).unwrap();
    case
}

#[test]
fn a_case_with_everything_has_a_score() {
    let Ok(Score2::Risk(risk)) = score2_on(&smoker_of_fifty(), today()) else { panic!() };
    assert_eq!((risk.percent.round_dp(3), risk.class), (decimal("4.215"), CvClass::LowToModerate));
    assert_eq!(risk.percent, decimal("4.215489"), "to six decimals");
    let mut case = smoker_of_fifty();
    case.patient.sex = Sex::Male;
    let Ok(Score2::Risk(risk)) = score2_on(&case, today()) else { panic!() };
    assert_eq!((risk.percent.round_dp(3), risk.class), (decimal("5.913"), CvClass::High));
}

/// Cholesterol weighs 386.65 g/mol: g/L, mg/dL and mmol/L are one value.
#[test]
fn cholesterol_in_three_units() {
    let total: regards::domain::Cholesterol = "5.5 mmol/L".parse().unwrap();
    assert_eq!(total.value(), decimal("2.126575"));
    assert_eq!(total.in_unit("mmol/L"), Some(decimal("5.5")));
    let grams: regards::domain::Cholesterol = "1 g/L".parse().unwrap();
    assert_eq!(grams.in_unit("mmol/L").unwrap().round_dp(3), decimal("2.586"));
    assert_eq!(grams, "100 mg/dL".parse().unwrap());
}

#[test]
fn each_input_that_lacks_is_named() {
    let needs = score2_on(&bare_case(), today()).unwrap_err();
    let all = [
        Need::Age,
        Need::Comorbidities,
        Need::Sdi,
        Need::Tobacco,
        Need::BloodPressure,
        Need::TotalCholesterol,
        Need::Hdl,
    ];
    assert_eq!(needs, all);
    let mut case = smoker_of_fifty();
    case.person.tobacco = regards::domain::Field::Unknown;
    assert_eq!(score2_on(&case, today()), Err(vec![Need::Tobacco]), "unknown is never a non-smoker");
    let mut case = smoker_of_fifty();
    case.background.comorbidities = regards::domain::Field::Unknown;
    assert_eq!(score2_on(&case, today()), Err(vec![Need::Comorbidities]), "unknown is never free of diabetes");
    let mut case = smoker_of_fifty();
    case.damage.sdi = regards::domain::Field::Unknown;
    assert_eq!(score2_on(&case, today()), Err(vec![Need::Sdi]));
}

#[test]
fn whom_it_was_not_made_for() {
    let why = |born: &str, comorbidities: &[&str], items: &[&str]| {
        let mut case = smoker_of_fifty();
        case.patient.born = Some(born.parse().unwrap());
        case.background = serde_json::from_value(json!({ "comorbidities": comorbidities })).unwrap();
        let items: Vec<_> = items.iter().map(|item| json!({ "item": item, "since": "2020-01" })).collect();
        case.damage = serde_json::from_value(json!({ "sdi": items })).unwrap();
        match score2_on(&case, today()) {
            Ok(Score2::DoesNotApply(why)) => why,
            _ => Vec::new(),
        }
    };
    assert_eq!(why("1986-12", &[], &[]), [NotForScore2::Under40]);
    assert_eq!(why("1986-11", &[], &[]), [], "forty today");
    assert_eq!(why("1956-12", &[], &[]), [], "sixty-nine");
    assert_eq!(why("1956-11", &[], &[]), [NotForScore2::Over69], "seventy today");
    assert_eq!(why("1976-05", &["diabetes"], &["cva"]), [NotForScore2::Diabetes, NotForScore2::CardiovascularDisease]);
    assert_eq!(why("1976-05", &[], &["diabetes"]), [NotForScore2::Diabetes], "among the damage");
    assert_eq!(why("1976-05", &[], &["cataract"]), []);
    for item in ["angina_or_bypass", "myocardial_infarction", "cva", "claudication_6_months"] {
        assert_eq!(why("1976-05", &[], &[item]), [NotForScore2::CardiovascularDisease], "{item}");
    }
}

/// LDL against the target of the class, each in the unit it was written in: 1.4 mmol/L and 0.55 g/L are not one value.
#[test]
fn ldl_against_its_target() {
    let met = |class: CvClass, ldl: &str| -> Vec<bool> {
        class.ldl_targets().iter().map(|target| target.is_met_by(ldl.parse().unwrap())).collect()
    };
    assert_eq!(met(CvClass::VeryHigh, "0.549 g/L"), [true]);
    assert_eq!(met(CvClass::VeryHigh, "0.55 g/L"), [false]);
    assert_eq!(met(CvClass::VeryHigh, "1.4 mmol/L"), [false]);
    assert_eq!(met(CvClass::VeryHigh, "1.39 mmol/L"), [true]);
    assert_eq!(met(CvClass::High, "1.79 mmol/L"), [true]);
    assert_eq!(met(CvClass::High, "0.70 g/L"), [false]);
    let lower =
        ["2.59 mmol/L", "2.6 mmol/L", "2.99 mmol/L", "3.0 mmol/L", "0.999 g/L", "1.00 g/L", "1.159 g/L", "1.16 g/L"];
    let told = lower.map(|ldl| met(CvClass::LowToModerate, ldl));
    assert_eq!(told, [[true, true], [false, true], [false, true], [false, false]].repeat(2).as_slice());
    let halved = |class: CvClass| class.ldl_targets().iter().map(|target| target.halved).collect::<Vec<_>>();
    assert_eq!(
        (halved(CvClass::VeryHigh), halved(CvClass::High)),
        (vec![true], vec![false]),
        "halved in the highest class alone"
    );
    assert_eq!(met(CvClass::High, "69 mg/dL"), [true]);
    assert_eq!(met(CvClass::High, "1.8 mmol/L"), [false]);
    assert_eq!(met(CvClass::LowToModerate, "1.10 g/L"), [false, true]);
    let found = HeartRisk::on(&smoker_of_fifty(), today());
    assert_eq!((found.class, found.is_at_target), (Some(CvClass::LowToModerate), None), "1.0 g/L lies between both");
}

/// damage.md G and B3: for three months, eGFR 30 to 59 or albumin from 30 mg/g is high, eGFR below 30 very high.
#[test]
fn the_kidney_raises_the_class() {
    let class = |first: &str, creatinine: &str, uacr: &str| {
        let mut case = smoker_of_fifty();
        case.labs = serde_json::from_value(json!([
            { "date": first, "creatinine": creatinine, "uacr": uacr },
            { "date": "2026-10-01", "creatinine": creatinine, "uacr": uacr },
        ]))
        .unwrap();
        HeartRisk::on(&case, today()).class
    };
    let months = "2026-07-01";
    assert_eq!(class(months, "60 µmol/L", "29 mg/g"), None);
    assert_eq!(class(months, "60 µmol/L", "30 mg/g"), Some(CvClass::High));
    assert_eq!(class(months, "130 µmol/L", "5 mg/g"), Some(CvClass::High));
    assert_eq!(class(months, "300 µmol/L", "5 mg/g"), Some(CvClass::VeryHigh));
    // CKD-EPI 2021, woman of 50: 176.14 µmol/L is 30.01, 176.22 is 29.99.
    assert_eq!(class(months, "176.14 µmol/L", "5 mg/g"), Some(CvClass::High));
    assert_eq!(class(months, "176.22 µmol/L", "5 mg/g"), Some(CvClass::VeryHigh));
    assert_eq!(class("2026-07-02", "300 µmol/L", "30 mg/g"), None, "not yet three months: not chronic");
    assert_eq!(class("2026-01-01", "60 µmol/L", "50 mg/g"), Some(CvClass::High), "nine months");
}
