use regards::clinic::*;
use regards::domain::{Case, Day, Field};
use serde_json::{Value, json};

use super::bare_case;

fn day(written: &str) -> Day {
    written.parse().unwrap()
}

fn case(labs: Value) -> Case {
    let mut case = bare_case();
    case.patient.born = Some("1994-06".parse().unwrap());
    case.labs = serde_json::from_value(labs).unwrap();
    case
}

fn flare(set: RenalFlareSet, case: &Case) -> RenalFlare {
    set.judge(&RenalFlareFacts::of(case, day("2026-12-31")))
}

fn two(first: Value, second: Value) -> Case {
    let with = |mut lab: Value, date: &str| {
        lab["date"] = json!(date);
        lab
    };
    case(json!([with(first, "2026-05-04"), with(second, "2026-08-03")]))
}

fn lacks(need: Need) -> Verdict {
    Verdict::lacking(need)
}

/// activity.md 7, first row.
#[test]
fn italian_school() {
    let nephritic = |from: &str, to: &str, more: Value| {
        let mut second = json!({ "creatinine": to });
        second.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        flare(RenalFlareSet::Italian, &two(json!({ "creatinine": from }), second)).nephritic.unwrap()
    };
    assert_eq!(nephritic("100 µmol/L", "130 µmol/L", json!({ "urine_casts": "yes" })), Verdict::Yes, "30 % exactly");
    assert_eq!(nephritic("100 µmol/L", "129 µmol/L", json!({ "urine_casts": "yes" })), Verdict::No);
    assert_eq!(nephritic("100 µmol/L", "130 µmol/L", json!({})), lacks(Need::Sediment));
    assert_eq!(nephritic("100 µmol/L", "130 µmol/L", json!({ "urine_casts": "no" })), lacks(Need::Sediment));
    let quiet = json!({ "urine_casts": "no", "urine_red_cells": "5 /hpf" });
    assert_eq!(nephritic("100 µmol/L", "130 µmol/L", quiet), Verdict::No);

    let proteinuric = |from: &str, to: &str| {
        let lab = |daily: &str| json!({ "creatinine": "80 µmol/L", "protein_24h": daily });
        flare(RenalFlareSet::Italian, &two(lab(from), lab(to))).proteinuric
    };
    assert_eq!(proteinuric("0.5 g/24h", "2.5 g/24h"), Verdict::Yes);
    assert_eq!(proteinuric("0.5 g/24h", "2.4 g/24h"), Verdict::No);
    assert_eq!(proteinuric("3.5 g/24h", "6.9 g/24h"), Verdict::No);
    assert_eq!(proteinuric("3.5 g/24h", "7 g/24h"), Verdict::Yes);
}

/// activity.md 7, second row: "reproducible" takes two values.
#[test]
fn eular_era_edta_style() {
    let with = |values: &[&str], response: Option<(&str, &str)>| {
        let labs: Vec<Value> = values
            .iter()
            .enumerate()
            .map(|(n, upcr)| json!({ "date": format!("2026-0{}-01", n + 3), "upcr": upcr }))
            .collect();
        let mut case = case(json!(labs));
        match response {
            Some(("complete", on)) => case.course.complete_response = Field::Known(day(on)),
            Some((_, on)) => case.course.response = Field::Known(day(on)),
            None => {}
        }
        flare(RenalFlareSet::EularEraEdta, &case).proteinuric
    };
    let complete = Some(("complete", "2026-01-01"));
    let partial = Some(("partial", "2026-01-01"));
    assert_eq!(with(&["20 mg/mmol", "101 mg/mmol", "102 mg/mmol"], complete), Verdict::Yes);
    assert_eq!(with(&["20 mg/mmol", "101 mg/mmol"], complete), lacks(Need::Confirmation));
    assert_eq!(with(&["20 mg/mmol", "101 mg/mmol", "100 mg/mmol"], complete), Verdict::No, "100 is not above 100");
    assert_eq!(with(&["80 mg/mmol", "199 mg/mmol", "199 mg/mmol"], partial), Verdict::No);
    assert_eq!(with(&["80 mg/mmol", "200 mg/mmol", "200 mg/mmol"], partial), Verdict::Yes);
    assert_eq!(with(&["80 mg/mmol", "200 mg/mmol", "200 mg/mmol"], None), lacks(Need::ResponseBefore));
    assert_eq!(with(&["150 mg/mmol", "200 mg/mmol", "200 mg/mmol"], complete), Verdict::No, "not doubled");

    let red = two(
        json!({ "creatinine": "80 µmol/L", "urine_red_cells": "2 /hpf" }),
        json!({ "creatinine": "110 µmol/L", "urine_red_cells": "12 /hpf" }),
    );
    assert_eq!(flare(RenalFlareSet::EularEraEdta, &red).nephritic, Some(lacks(Need::Confirmation)));
    let few = two(
        json!({ "creatinine": "80 µmol/L", "urine_red_cells": "2 /hpf" }),
        json!({ "creatinine": "110 µmol/L", "urine_red_cells": "11 /hpf" }),
    );
    assert_eq!(flare(RenalFlareSet::EularEraEdta, &few).nephritic, Some(Verdict::No));
}

/// activity.md 7, KDIGO 2012 table 29.
#[test]
fn kdigo_2012_grades() {
    let protein =
        |from: &str, to: &str| flare(RenalFlareSet::Kdigo2012, &two(json!({ "upcr": from }), json!({ "upcr": to })));
    let moderate = Some(RenalFlareSeverity::Moderate);
    for (from, to, met, severity) in [
        ("0.4 g/g", "0.99 g/g", Verdict::No, None),
        ("0.4 g/g", "1.0 g/g", Verdict::Yes, moderate),
        ("0.5 g/g", "1.9 g/g", Verdict::No, None),
        ("0.5 g/g", "2.0 g/g", Verdict::Yes, moderate),
        ("1.0 g/g", "2.0 g/g", Verdict::Yes, moderate),
        ("1.1 g/g", "2.1 g/g", Verdict::No, None),
        ("1.1 g/g", "2.2 g/g", Verdict::Yes, moderate),
        ("1.0 g/g", "6.0 g/g", Verdict::Yes, moderate),
        ("1.0 g/g", "6.1 g/g", Verdict::Yes, Some(RenalFlareSeverity::Severe)),
    ] {
        let found = protein(from, to);
        assert_eq!((found.proteinuric, found.severity), (met, severity), "{from} to {to}");
    }
    let creatinine = |from: &str, to: &str| {
        let sediment = |casts: &str| json!({ "urine_casts": casts, "urine_red_cells": "2 /hpf" });
        let with = |creatinine: &str| {
            let mut lab = sediment("no");
            lab["creatinine"] = json!(creatinine);
            lab
        };
        flare(RenalFlareSet::Kdigo2012, &two(with(from), with(to)))
    };
    for (from, to, met, severity) in [
        ("1.0 mg/dL", "1.19 mg/dL", Verdict::No, None),
        ("1.0 mg/dL", "1.20 mg/dL", Verdict::Yes, moderate),
        ("1.0 mg/dL", "2.0 mg/dL", Verdict::Yes, moderate),
        ("1.0 mg/dL", "2.01 mg/dL", Verdict::Yes, Some(RenalFlareSeverity::Severe)),
        ("2.0 mg/dL", "2.39 mg/dL", Verdict::No, None),
        ("2.0 mg/dL", "2.4 mg/dL", Verdict::Yes, moderate),
        ("2.0 mg/dL", "3.51 mg/dL", Verdict::Yes, Some(RenalFlareSeverity::Severe)),
    ] {
        let found = creatinine(from, to);
        assert_eq!((found.nephritic, found.severity), (Some(met), severity), "{from} to {to}");
    }
    let cast = two(
        json!({ "creatinine": "80 µmol/L", "urine_casts": "no" }),
        json!({ "creatinine": "80 µmol/L", "urine_casts": "yes" }),
    );
    assert_eq!(flare(RenalFlareSet::Kdigo2012, &cast).severity, Some(RenalFlareSeverity::Mild));
    let red = two(
        json!({ "creatinine": "80 µmol/L", "urine_casts": "no", "urine_red_cells": "4 /hpf" }),
        json!({ "creatinine": "80 µmol/L", "urine_casts": "no", "urine_red_cells": "16 /hpf" }),
    );
    assert_eq!(flare(RenalFlareSet::Kdigo2012, &red).nephritic, Some(lacks(Need::Acanthocytes)));
}

/// activity.md 7, J Clin Trials 2024.
#[test]
fn a_flare_of_the_trials_persists() {
    let with = |values: &[(&str, &str)], complete: bool| {
        let labs: Vec<Value> = values.iter().map(|(date, upcr)| json!({ "date": date, "upcr": upcr })).collect();
        let mut case = case(json!(labs));
        let since = Field::Known(day("2026-01-10"));
        if complete {
            case.course.complete_response = since;
        } else {
            case.course.response = since;
        }
        flare(RenalFlareSet::ClinTrials2024, &case).proteinuric
    };
    let three =
        [("2026-01-10", "0.3 g/g"), ("2026-03-01", "0.6 g/g"), ("2026-03-10", "0.6 g/g"), ("2026-03-20", "0.7 g/g")];
    assert_eq!(with(&three, true), Verdict::Yes);
    assert_eq!(with(&three[..3], true), lacks(Need::Confirmation));
    let close = [("2026-03-01", "0.6 g/g"), ("2026-03-07", "0.6 g/g"), ("2026-03-10", "0.7 g/g")];
    assert_eq!(with(&close, true), lacks(Need::Confirmation), "within one week of each other");
    assert_eq!(with(&[("2026-03-01", "0.5 g/g")], true), Verdict::No);
    let doubled =
        [("2026-01-10", "0.5 g/g"), ("2026-03-01", "1.1 g/g"), ("2026-03-10", "1.1 g/g"), ("2026-03-20", "1.1 g/g")];
    assert_eq!(with(&doubled, false), Verdict::Yes);
    let at_one = [("2026-01-10", "0.5 g/g"), ("2026-03-01", "1.0 g/g")];
    assert_eq!(with(&at_one, false), Verdict::No, "1.0 is not above 1.0");
}

#[test]
fn a_nephritic_flare_of_the_trials_needs_its_word_for_abnormal() {
    let nephritic = |from: &str, to: &str, before: &str, after: &str| {
        let lab = |creatinine: &str, red: &str| json!({ "creatinine": creatinine, "urine_red_cells": red });
        flare(RenalFlareSet::ClinTrials2024, &two(lab(from, before), lab(to, after))).nephritic.unwrap()
    };
    assert_eq!(nephritic("60 µmol/L", "150 µmol/L", "4 /hpf", "12 /hpf"), Verdict::Yes);
    assert_eq!(nephritic("60 µmol/L", "150 µmol/L", "4 /hpf", "10 /hpf"), lacks(Need::VisibleBlood));
    assert_eq!(nephritic("60 µmol/L", "65 µmol/L", "4 /hpf", "12 /hpf"), Verdict::No, "not abnormal");
    assert_eq!(nephritic("60 µmol/L", "85 µmol/L", "4 /hpf", "12 /hpf"), lacks(Need::AbnormalEgfr));
}

/// activity.md 7, last row.
#[test]
fn hopkins_2025() {
    let with = |upcr: &str, date: &str| {
        let labs = json!([{ "date": "2026-01-01", "upcr": "0.3 g/g" }, { "date": date, "upcr": upcr }]);
        flare(RenalFlareSet::Hopkins2025, &case(labs)).any()
    };
    assert_eq!(with("0.8 g/g", "2026-04-30"), Verdict::Yes, "119 days");
    assert_eq!(with("0.79 g/g", "2026-04-30"), Verdict::No);
    assert_eq!(with("0.8 g/g", "2026-05-01"), lacks(Need::CloserValues), "120 days are not less than 120");
}

#[test]
fn no_value_is_no_answer() {
    let facts = RenalFlareFacts::of(&bare_case(), day("2026-12-31"));
    for set in RenalFlareSet::ALL {
        assert!(matches!(set.judge(&facts).any(), Verdict::Unknown(_)), "{}", set.code());
    }
}
