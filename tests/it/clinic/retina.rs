use regards::clinic::*;
use regards::domain::{Case, Day};
use serde_json::json;

use super::bare_case;

fn day(written: &str) -> Day {
    written.parse().unwrap()
}

/// Under hydroxychloroquine 300 mg/d since March 2020, 65 kg, normal kidneys, no macular disease.
fn case(exam: Option<&str>) -> Case {
    let mut case = bare_case();
    case.patient.born = Some("1990-01".parse().unwrap());
    case.patient.weight = Some("65 kg".parse().unwrap()).into();
    case.labs = serde_json::from_value(json!([{ "date": "2026-01-05", "creatinine": "60 µmol/L" }])).unwrap();
    case.background = serde_json::from_value(json!({ "comorbidities": [] })).unwrap();
    let mut entry = json!({ "drug": "hydroxychloroquine", "dose": "300 mg/d", "from": "2020-03-10" });
    if let Some(exam) = exam {
        entry["eye_exam"] = json!(exam);
    }
    case.treatments = serde_json::from_value(json!([entry])).unwrap();
    case
}

fn retina(case: &Case, today: &str) -> Retina {
    Retina::on(case, day(today)).unwrap().unwrap()
}

fn next(case: &Case, today: &str) -> Vec<(EyeBody, String)> {
    let schedules = retina(case, today).schedules;
    schedules.iter().map(|schedule| (schedule.body, schedule.next.to_string())).collect()
}

/// damage.md C, the table of schedules: nothing on record, no risk factor.
#[test]
fn without_any_examination_the_first_is_due() {
    use EyeBody::{Aao2016, Aao2025, France2017, Rcophth2020};
    let expected =
        [(France2017, "2020-03-10"), (Aao2016, "2021-03-10"), (Aao2025, "2020-03-10"), (Rcophth2020, "2025-03-10")];
    assert_eq!(next(&case(None), "2026-11-26"), expected.map(|(body, date)| (body, date.to_owned())));
    let found = retina(&case(None), "2026-11-26");
    assert_eq!(found.of(Rcophth2020).unwrap().baseline, None, "RCOphth recommends no first examination");
    assert_eq!(found.last_exam, None);
}

#[test]
fn after_a_first_examination_the_next_is_at_five_years_then_every_year() {
    let early = case(Some("2020-05-04"));
    assert!(next(&early, "2023-01-01").iter().all(|(_, date)| date == "2025-03-10"));
    let late = case(Some("2026-01-20"));
    assert!(next(&late, "2026-11-26").iter().all(|(_, date)| date == "2027-01-20"));
}

/// A dose above 5 mg/kg brings the yearly examinations to the first year; the French text that was read gives no date.
#[test]
fn a_risk_factor_brings_it_forward() {
    let mut at_risk = case(Some("2020-05-04"));
    at_risk.treatments[0].dose = Some("400 mg/d".parse().unwrap()).into();
    let found = retina(&at_risk, "2023-01-01");
    assert_eq!(found.risks, [EyeRisk::Dose]);
    assert!(found.is_at_risk(EyeBody::France2017));
    let dates: Vec<String> = found.schedules.iter().map(|schedule| schedule.next.to_string()).collect();
    assert_eq!(dates, ["2025-03-10", "2021-05-04", "2021-05-04", "2021-05-04"]);
}

/// RCOphth does not name macular disease; only it names chloroquine.
#[test]
fn each_body_heeds_its_own_risk_factors() {
    let mut macular = case(Some("2020-05-04"));
    macular.background = serde_json::from_value(json!({ "comorbidities": ["macular_disease"] })).unwrap();
    let of = |case: &Case, body| retina(case, "2023-01-01").of(body).unwrap().yearly_from.to_string();
    assert_eq!(of(&macular, EyeBody::Aao2016), "2021-03-10");
    assert_eq!(of(&macular, EyeBody::Rcophth2020), "2025-03-10");
    let mut chloroquine = case(Some("2020-05-04"));
    chloroquine.treatments[0].drug = regards::domain::Drug::Chloroquine;
    assert_eq!(of(&chloroquine, EyeBody::Rcophth2020), "2021-03-10");
    assert_eq!(of(&chloroquine, EyeBody::Aao2025), "2025-03-10");
    let mut tamoxifen = case(Some("2020-05-04"));
    tamoxifen.treatments.push(serde_json::from_value(json!({ "drug": "tamoxifen", "from": "2022-01-01" })).unwrap());
    assert_eq!(of(&tamoxifen, EyeBody::Rcophth2020), "2021-03-10");
}

#[test]
fn what_nobody_can_exclude_stays_open() {
    let mut unknown = case(Some("2020-05-04"));
    unknown.patient.weight = regards::domain::Field::Unknown;
    unknown.labs.clear();
    unknown.background.comorbidities = regards::domain::Field::Absent;
    let open = retina(&unknown, "2023-01-01").open;
    let expected = [
        (EyeRisk::Dose, vec![Need::Weight]),
        (EyeRisk::Filtration, vec![Need::Creatinine]),
        (EyeRisk::MacularDisease, vec![Need::Comorbidities]),
    ];
    assert_eq!(open, expected);
}

/// A pause of a year does not count as treatment.
#[test]
fn five_years_are_of_treatment() {
    let mut paused = case(None);
    paused.treatments = serde_json::from_value(json!([
        { "drug": "hydroxychloroquine", "dose": "300 mg/d", "from": "2018-01-01", "to": "2020-01-01" },
        { "drug": "hydroxychloroquine", "dose": "300 mg/d", "from": "2021-01-01" },
    ]))
    .unwrap();
    assert_eq!(retina(&paused, "2022-01-01").of(EyeBody::Rcophth2020).unwrap().yearly_from, day("2024-01-01"));
    assert_eq!(Retina::on(&bare_case(), day("2022-01-01")), Err(vec![Need::Treatments]));
    paused.treatments.pop();
    assert_eq!(Retina::on(&paused, day("2022-01-01")), Ok(None));
}

/// Of the examinations that several entries name, the newest up to the day.
#[test]
fn the_newest_examination_counts() {
    let mut case = case(Some("2024-03-10"));
    case.treatments.extend(
        serde_json::from_value::<Vec<_>>(json!([
            { "drug": "chloroquine", "from": "2018-01-01", "to": "2019-01-01", "eye_exam": "2018-06-10" },
            { "drug": "hydroxychloroquine", "dose": "200 mg/d", "from": "2026-03-01", "eye_exam": "2026-03-02" },
        ]))
        .unwrap(),
    );
    assert_eq!(last_eye_exam(&case, day("2026-02-01")), Some((day("2024-03-10"), 0)));
    assert_eq!(last_eye_exam(&case, day("2026-03-02")), Some((day("2026-03-02"), 2)));
}

/// CKD-EPI 2021, woman of 32: 107 µmol/L is above 60, 112 is 57.8.
#[test]
fn a_low_filtration_is_a_risk() {
    let risks = |creatinine: &str| {
        let mut one = case(Some("2020-05-04"));
        one.labs = serde_json::from_value(json!([{ "date": "2022-06-05", "creatinine": creatinine }])).unwrap();
        let found = retina(&one, "2023-01-01");
        (found.risks.clone(), found.is_at_risk(EyeBody::Aao2025))
    };
    assert_eq!(risks("200 µmol/L"), (vec![EyeRisk::Filtration], true));
    assert_eq!(risks("112 µmol/L"), (vec![EyeRisk::Filtration], true));
    assert_eq!(risks("107 µmol/L"), (vec![], false));
}

/// Only an entry of an antimalarial names an examination, and the years of treatment are counted to the day.
#[test]
fn an_examination_belongs_to_an_antimalarial() {
    let mut one = case(None);
    one.treatments.push(
        serde_json::from_value(json!({ "drug": "azathioprine", "from": "2021-01-01", "eye_exam": "2022-01-01" }))
            .unwrap(),
    );
    assert_eq!(retina(&one, "2023-01-01").last_exam, None);
    let mut three = case(None);
    three.treatments = serde_json::from_value(json!([
        { "drug": "hydroxychloroquine", "dose": "300 mg/d", "from": "2010-01-01", "to": "2016-01-01" },
        { "drug": "hydroxychloroquine", "dose": "300 mg/d", "from": "2021-01-01" },
    ]))
    .unwrap();
    let found = retina(&three, "2023-01-01");
    assert_eq!(found.start, day("2010-01-01"));
    assert_eq!(found.of(EyeBody::Rcophth2020).unwrap().yearly_from, day("2015-01-01"), "reached before the pause");
}
