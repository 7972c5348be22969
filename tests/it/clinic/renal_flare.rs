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
    assert_eq!(nephritic("100 µmol/L", "140 µmol/L", json!({ "urine_casts": "yes" })), Verdict::Yes);
    assert_eq!(nephritic("100 µmol/L", "129 µmol/L", json!({ "urine_casts": "yes" })), Verdict::No);
    let red = json!({ "urine_casts": "no", "urine_red_cells": "6 /hpf" });
    assert_eq!(nephritic("100 µmol/L", "130 µmol/L", red), Verdict::Yes);
    assert_eq!(nephritic("100 µmol/L", "130 µmol/L", json!({})), lacks(Need::Sediment));
    assert_eq!(nephritic("100 µmol/L", "130 µmol/L", json!({ "urine_casts": "no" })), lacks(Need::Sediment));
    let quiet = json!({ "urine_casts": "no", "urine_red_cells": "5 /hpf" });
    assert_eq!(nephritic("100 µmol/L", "130 µmol/L", quiet), Verdict::No);

    let proteinuric = |from: &str, to: &str| {
        let lab = |daily: &str| json!({ "creatinine": "80 µmol/L", "protein_24h": daily });
        flare(RenalFlareSet::Italian, &two(lab(from), lab(to))).proteinuric
    };
    assert_eq!(proteinuric("0.5 g/24h", "2.5 g/24h"), Verdict::Yes);
    assert_eq!(proteinuric("0.5 g/24h", "3 g/24h"), Verdict::Yes);
    assert_eq!(proteinuric("0.5 g/24h", "2.4999 g/24h"), Verdict::No);
    assert_eq!(proteinuric("3.4999 g/24h", "5.4999 g/24h"), Verdict::Yes, "below 3.5 g two more are enough");
    assert_eq!(proteinuric("3.5 g/24h", "8 g/24h"), Verdict::Yes);
    let ratio = |upcr: &str| json!({ "creatinine": "80 µmol/L", "upcr": upcr });
    let by_ratio = flare(RenalFlareSet::Italian, &two(ratio("0.5 g/g"), ratio("2.5 g/g")));
    assert_eq!(by_ratio.proteinuric, Verdict::Yes, "the ratio stands in for the collection");
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
    assert_eq!(with(&["51 mg/mmol", "102 mg/mmol", "102 mg/mmol"], complete), Verdict::Yes, "twice exactly");
    assert_eq!(with(&["20 mg/mmol", "60 mg/mmol", "60 mg/mmol"], complete), Verdict::No);
    assert_eq!(with(&["80 mg/mmol", "250 mg/mmol", "250 mg/mmol"], partial), Verdict::Yes);
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
    let stable = two(
        json!({ "creatinine": "80 µmol/L", "urine_red_cells": "2 /hpf" }),
        json!({ "creatinine": "82 µmol/L", "urine_red_cells": "12 /hpf" }),
    );
    assert_eq!(flare(RenalFlareSet::EularEraEdta, &stable).nephritic, Some(Verdict::No));
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
        ("0.4 g/g", "1.5 g/g", Verdict::Yes, moderate),
        ("0.95 g/g", "1.95 g/g", Verdict::No, None),
        ("1.1 g/g", "3.0 g/g", Verdict::Yes, moderate),
        ("1.0 g/g", "6.0005 g/g", Verdict::Yes, Some(RenalFlareSeverity::Severe)),
        ("6.0 g/g", "11.1 g/g", Verdict::Yes, Some(RenalFlareSeverity::Severe)),
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
        ("1.95 mg/dL", "2.20 mg/dL", Verdict::Yes, moderate),
        ("1.95 mg/dL", "3.0 mg/dL", Verdict::Yes, Some(RenalFlareSeverity::Severe)),
        ("2.0 mg/dL", "2.39 mg/dL", Verdict::No, None),
        ("2.0 mg/dL", "2.4 mg/dL", Verdict::Yes, moderate),
        ("2.0 mg/dL", "3.5 mg/dL", Verdict::Yes, moderate),
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
    let apart = |second: &str, third: &str| {
        with(&[("2026-03-01", "0.5005 g/g"), (second, "0.6 g/g"), (third, "0.7 g/g")], true)
    };
    assert_eq!(apart("2026-03-09", "2026-03-17"), Verdict::Yes, "each more than a week after the one before");
    assert_eq!(apart("2026-03-08", "2026-03-15"), lacks(Need::Confirmation), "a week is not more than one");
    assert_eq!(apart("2026-03-05", "2026-03-13"), lacks(Need::Confirmation), "counted from the one that counts");
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
    assert_eq!(with("1 g/g", "2026-04-30"), Verdict::Yes);
    assert_eq!(with("0.7999 g/g", "2026-04-30"), Verdict::No);
    assert_eq!(with("0.8 g/g", "2026-05-01"), lacks(Need::CloserValues), "120 days are not less than 120");
}

#[test]
fn no_value_is_no_answer() {
    let facts = RenalFlareFacts::of(&bare_case(), day("2026-12-31"));
    for set in RenalFlareSet::ALL {
        assert!(matches!(set.judge(&facts).any(), Verdict::Unknown(_)), "{}", set.code());
    }
}

/// activity.md 7: red cells in 0-5, 6-10, 11-25, 26-50, above 50; two categories up count.
#[test]
fn red_cells_rise_by_two_categories() {
    let up = |before: &str, after: &str| {
        let lab =
            |creatinine: &str, red: &str| json!({ "creatinine": creatinine, "urine_red_cells": format!("{red} /hpf") });
        flare(RenalFlareSet::ClinTrials2024, &two(lab("60 µmol/L", before), lab("150 µmol/L", after)))
            .nephritic
            .unwrap()
    };
    for (before, after) in [("5", "11"), ("6", "26"), ("10", "26"), ("11", "51"), ("25", "51"), ("5", "51")] {
        assert_eq!(up(before, after), Verdict::Yes, "{before} to {after}");
    }
    for (before, after) in [("5", "10"), ("6", "11"), ("6", "25"), ("11", "50"), ("26", "51")] {
        assert_eq!(up(before, after), lacks(Need::VisibleBlood), "{before} to {after}");
    }
}

/// What was abnormal falls by more than 10 %; below 60 before, a smaller fall is none. CKD-EPI 2021, woman of 31, then 32:
/// 107 µmol/L is 61.4, 112 is 57.8 (58.1 at 31), 115 is 56.0, 130 is 48.3; 77.44 is 89.98 and 77.4 is 90.03.
#[test]
fn an_abnormal_filtration_of_the_trials() {
    let nephritic = |from: &str, to: &str| {
        let lab = |creatinine: &str, red: &str| json!({ "creatinine": format!("{creatinine} µmol/L"), "urine_red_cells": red });
        flare(RenalFlareSet::ClinTrials2024, &two(lab(from, "4 /hpf"), lab(to, "12 /hpf"))).nephritic.unwrap()
    };
    assert_eq!(nephritic("112", "130"), Verdict::Yes, "16.9 % down");
    assert_eq!(nephritic("112", "115"), Verdict::No, "3.7 % down");
    assert_eq!(nephritic("107", "112"), lacks(Need::AbnormalEgfr), "newly below 60, 5.9 % down from a value between");
    assert_eq!(nephritic("95", "88"), Verdict::No, "it rose");
    assert_eq!(nephritic("60", "77.44"), lacks(Need::AbnormalEgfr));
    assert_eq!(nephritic("60", "77.4"), Verdict::No, "from 90 none is abnormal");
}

#[test]
fn one_value_above_the_limit_of_the_trials_lacks_its_confirmation() {
    let mut case = case(json!([{ "date": "2026-03-01", "upcr": "0.6 g/g" }]));
    case.course.complete_response = Field::Known(day("2026-01-10"));
    assert_eq!(flare(RenalFlareSet::ClinTrials2024, &case).proteinuric, lacks(Need::Confirmation));
}

/// activity.md 7: creatinine up by 30 %, or eGFR down by 10 %, on two values, with 10 red cells more. CKD-EPI 2021, woman
/// of 31: 100 µmol/L is 66.6, 107 is 61.4 (7.8 % down), 110 is 59.4 (10.8 % down).
#[test]
fn eular_style_is_creatinine_or_filtration() {
    let nephritic = |values: [&str; 3]| {
        let labs: Vec<Value> = values
            .iter()
            .enumerate()
            .map(|(n, creatinine)| {
                let red = if n == 2 { "20 /hpf" } else { "2 /hpf" };
                json!({ "date": format!("2026-0{}-01", n + 2), "creatinine": format!("{creatinine} µmol/L"), "urine_red_cells": red })
            })
            .collect();
        flare(RenalFlareSet::EularEraEdta, &case(json!(labs))).nephritic.unwrap()
    };
    assert_eq!(nephritic(["100", "110", "110"]), Verdict::Yes);
    assert_eq!(nephritic(["100", "110", "107"]), Verdict::No);
    assert_eq!(nephritic(["100", "107", "110"]), lacks(Need::Confirmation));
    assert_eq!(nephritic(["100", "107", "107"]), Verdict::No);
    assert_eq!(nephritic(["100", "130", "130"]), Verdict::Yes);

    // Without an age there is no filtration, and creatinine alone decides.
    let by_creatinine = |value: &str| {
        let labs: Vec<Value> = [("2026-02-01", "100", "2"), ("2026-03-01", value, "2"), ("2026-04-01", value, "20")]
            .map(|(date, creatinine, red)| {
                json!({ "date": date, "creatinine": format!("{creatinine} µmol/L"), "urine_red_cells": format!("{red} /hpf") })
            })
            .into();
        let mut ageless = case(json!(labs));
        ageless.patient.born = None;
        flare(RenalFlareSet::EularEraEdta, &ageless).nephritic.unwrap()
    };
    assert_eq!(by_creatinine("130"), Verdict::Yes, "30 % exactly");
    assert_eq!(by_creatinine("140"), Verdict::Yes);
    assert_eq!(by_creatinine("129"), lacks(Need::TwoCreatinine));
}

/// Table 29: from below 5 red cells to above 15.
#[test]
fn red_cells_of_kdigo_are_strict() {
    let nephritic = |from: &str, to: &str| {
        let lab = |red: &str| json!({ "creatinine": "80 µmol/L", "urine_casts": "no", "urine_red_cells": format!("{red} /hpf") });
        flare(RenalFlareSet::Kdigo2012, &two(lab(from), lab(to))).nephritic.unwrap()
    };
    assert_eq!(nephritic("4", "16"), lacks(Need::Acanthocytes));
    assert_eq!(nephritic("5", "16"), Verdict::No);
    assert_eq!(nephritic("4", "15"), Verdict::No);
    let old = json!({ "creatinine": "80 µmol/L", "urine_casts": "yes", "urine_red_cells": "2 /hpf" });
    assert_eq!(
        flare(RenalFlareSet::Kdigo2012, &two(old.clone(), old)).nephritic,
        Some(Verdict::No),
        "casts that are not new"
    );
}

/// After a partial response: twice its value and above 1.0 g/g, from the day after it.
#[test]
fn a_flare_after_a_partial_response_is_twice_its_value() {
    let with = |values: &[(&str, &str)]| {
        let labs: Vec<Value> = values.iter().map(|(date, upcr)| json!({ "date": date, "upcr": upcr })).collect();
        let mut case = case(json!(labs));
        case.course.response = Field::Known(day("2026-01-10"));
        flare(RenalFlareSet::ClinTrials2024, &case).proteinuric
    };
    let then = ("2026-01-10", "0.8 g/g");
    assert_eq!(
        with(&[then, ("2026-03-01", "1.6 g/g"), ("2026-03-10", "1.6 g/g"), ("2026-03-20", "1.6 g/g")]),
        Verdict::Yes
    );
    assert_eq!(
        with(&[then, ("2026-03-01", "1.6 g/g"), ("2026-03-10", "1.6 g/g"), ("2026-03-20", "1.59 g/g")]),
        Verdict::No
    );
    assert_eq!(with(&[("2026-01-10", "1.2 g/g")]), lacks(Need::TwoUpcr), "the value of the response is not after it");
}

/// The grades are those of the bands, and are told in their words.
#[test]
fn grades_have_the_codes_of_the_bands() {
    use RenalFlareSeverity::{Mild, Moderate, Severe};
    let bands = [Band::Mild, Band::Moderate, Band::Severe].map(Band::code);
    assert_eq!([Mild, Moderate, Severe].map(RenalFlareSeverity::code), bands);
}
