use proptest::prelude::*;
use regards::clinic::*;
use regards::domain::{Case, Day, Field, SdiItem};
use serde_json::{Value, json};

use super::bare_case;

fn day(written: &str) -> Day {
    written.parse().unwrap()
}

/// Lupus diagnosed in 2015, born in 1985, with this damage.
fn damaged(entries: Value) -> Case {
    let mut case = bare_case();
    case.lupus.diagnosed = Field::Known("2015-06".parse().unwrap());
    case.patient.born = Some("1985-01".parse().unwrap());
    case.damage.sdi = Field::Known(serde_json::from_value(entries).unwrap());
    case
}

fn on(case: &Case, date: &str) -> Sdi {
    Sdi::on(case, day(date)).unwrap()
}

fn total(entries: Value) -> u32 {
    on(&damaged(entries), "2026-02-10").total()
}

/// damage.md K4, cases 1 to 5.
#[test]
fn worked_cases_one_to_five() {
    let new_nephritis = json!([
        { "item": "gfr_below_50", "since": "2026-01-20" }, { "item": "proteinuria_3_5_g", "since": "2025-12-10" },
    ]);
    assert_eq!(total(new_nephritis), 0, "1");
    assert_eq!(total(json!([{ "item": "cataract", "since": "2026-01", "sites": 2 }])), 1, "2");
    assert_eq!(total(json!([{ "item": "cva", "since": "2024-01", "again": "2024-09" }])), 2, "3");
    assert_eq!(total(json!([{ "item": "cva", "since": "2024-01", "again": "2024-05" }])), 1, "4");
    assert_eq!(total(kidney()), 2, "5");
}

fn kidney() -> Value {
    json!([
        { "item": "gfr_below_50", "since": "2025-05-01" }, { "item": "proteinuria_3_5_g", "since": "2025-07-01" },
    ])
}

/// damage.md K4, case 6: three points all along from dialysis, transplant included.
#[test]
fn end_stage_replaces_the_other_renal_points() {
    let case = damaged(json!([
        { "item": "gfr_below_50", "since": "2018-05-01", "until": "2022-06-01" },
        { "item": "proteinuria_3_5_g", "since": "2018-07-01", "until": "2022-06-01" },
        { "item": "end_stage_renal_disease", "since": "2020-06-01", "until": "2022-06-01" },
    ]));
    assert_eq!(on(&case, "2020-05-31").total(), 2);
    for date in ["2020-06-01", "2021-01-01", "2022-07-01", "2026-02-10"] {
        let found = on(&case, date);
        assert_eq!(found.total(), 3, "{date}");
        assert_eq!(found.domains(), [(SdiDomain::Renal, 3)]);
        assert!(found.not_scored.iter().all(|(_, _, why)| *why == NotScored::ReplacedByEsrd));
    }
}

/// damage.md K4, cases 7 to 9.
#[test]
fn worked_cases_seven_to_nine() {
    assert_eq!(total(json!([{ "item": "avascular_necrosis", "since": "2024-01", "sites": 2 }])), 2, "7");
    assert_eq!(total(json!([{ "item": "avascular_necrosis", "since": "2024-01", "sites": 1 }])), 1);
    let hip_then_both = json!([
        { "item": "avascular_necrosis", "since": "2024-01", "sites": 1 },
        { "item": "avascular_necrosis", "since": "2024-02", "sites": 2 },
    ]);
    assert_eq!(total(hip_then_both), 2);
    let bowel = "infarction_or_resection_of_bowel_spleen_liver_gallbladder";
    let case = damaged(json!([{ "item": "diabetes", "since": "2010-01" }, { "item": bowel, "since": "2020-01" }]));
    let found = on(&case, "2026-02-10");
    assert_eq!(found.total(), 1, "8");
    assert_eq!(found.not_scored, [(SdiItem::Diabetes, "2010-01".parse().unwrap(), NotScored::BeforeLupus)]);
    let nothing = json!([
        { "item": "pericarditis_6_months", "since": "2024-01-01", "until": "2024-01-22" },
        { "item": "premature_gonadal_failure", "since": "2025-02" },
    ]);
    let mut case = damaged(nothing);
    case.patient.born = Some("1982-06".parse().unwrap());
    assert_eq!(on(&case, "2026-02-10").total(), 0, "9");
}

/// damage.md K4, case 10.
#[test]
fn worked_case_ten() {
    let case = damaged(json!([
        { "item": "cataract", "since": "2019-01" },
        { "item": "cva", "since": "2018-01", "again": "2019-03" },
        { "item": "gfr_below_50", "since": "2020-01" },
        { "item": "myocardial_infarction", "since": "2021-01" },
        { "item": "valvular_disease", "since": "2020-01" },
        { "item": "venous_thrombosis_with_sequelae", "since": "2020-01" },
        { "item": "avascular_necrosis", "since": "2020-01", "sites": 2 },
        { "item": "scarring_alopecia", "since": "2016-01" },
        { "item": "premature_gonadal_failure", "since": "2021-03" },
        { "item": "malignancy", "since": "2022-01", "sites": 2 },
    ]));
    let found = on(&case, "2026-02-10");
    assert_eq!(found.total(), 13);
    assert_eq!(found.of_domain(SdiDomain::Cardiovascular), 2);
    assert_eq!(found.in_domain(SdiDomain::Ocular).next().unwrap().since, "2019-01".parse().unwrap());
}

/// damage.md K4, T1: GFR, proteinuria and end-stage together never make 49.
#[test]
fn every_item_at_its_most_makes_47() {
    let all: Vec<Value> = SdiItem::ALL
        .iter()
        .map(|item| json!({ "item": item, "since": "2018-01", "again": "2020-01", "sites": 3 }))
        .collect();
    assert_eq!(total(Value::Array(all)), SDI_MOST);
    assert_eq!(SdiItem::ALL.len(), 41);
    let domains = [2, 6, 3, 5, 6, 5, 6, 7, 3, 1, 1, 2];
    assert_eq!(SdiDomain::ALL.map(SdiDomain::most), domains);
    assert_eq!(domains.iter().sum::<u32>(), SDI_MOST);
    assert_eq!(SdiItem::ALL.iter().copied().filter(|item| sdi_most(*item) == 2).count(), 6);
}

/// damage.md K4, T2 to T4.
#[test]
fn traps_two_to_four() {
    let bowel = "infarction_or_resection_of_bowel_spleen_liver_gallbladder";
    assert_eq!(total(json!([{ "item": bowel, "since": "2020-01", "sites": 2 }])), 2, "T2");
    let apart = json!([{ "item": bowel, "since": "2020-01" }, { "item": bowel, "since": "2021-01" }]);
    assert_eq!(total(apart), 2, "T2 as two entries");
    let collapse =
        json!([{ "item": "osteoporosis_with_fracture", "since": "2020-01", "again": "2022-01", "sites": 2 }]);
    assert_eq!(total(collapse), 1, "T3");
    let infarctions: Vec<Value> = ["2018-01", "2020-06", "2023-01"]
        .map(|since| json!({ "item": "myocardial_infarction", "since": since }))
        .into();
    assert_eq!(total(Value::Array(infarctions)), 2, "T4");
}

#[test]
fn six_months_are_waited_for_and_then_kept() {
    let case = damaged(json!([{ "item": "gfr_below_50", "since": "2020-01-10", "until": "2020-07-10" }]));
    assert_eq!(on(&case, "2020-07-09").not_scored[0].2, NotScored::UnderSixMonths);
    assert_eq!(on(&case, "2020-07-10").total(), 1);
    assert_eq!(on(&case, "2026-02-10").total(), 1, "once scored it stays");
    assert_eq!(on(&case, "2019-01-01").not_scored[0].2, NotScored::Later);
    let ulcer = damaged(json!([{ "item": "skin_ulceration_6_months", "since": "2020-01-10" }]));
    assert_eq!((on(&ulcer, "2020-07-10").total(), on(&ulcer, "2020-07-11").total()), (0, 1), "more than six months");
    let again = damaged(json!([{ "item": "cva", "since": "2020-01", "again": "2021-01" }]));
    assert_eq!((on(&again, "2020-12-31").total(), on(&again, "2021-01-01").total()), (1, 2));
}

#[test]
fn damage_that_was_not_reviewed_is_not_zero() {
    let mut case = damaged(json!([]));
    assert_eq!(on(&case, "2026-02-10").total(), 0);
    case.damage.sdi = Field::Absent;
    assert_eq!(Sdi::on(&case, day("2026-02-10")), Err(vec![Need::Sdi]));
    let mut undated = damaged(json!([{ "item": "cataract", "since": "2015-06" }]));
    assert_eq!(on(&undated, "2026-02-10").lacks, []);
    undated.lupus.diagnosed = Field::Known("2015-06-20".parse().unwrap());
    assert_eq!(on(&undated, "2026-02-10").total(), 1, "the month of the diagnosis is not before it");
    undated.lupus.diagnosed = Field::Unknown;
    assert_eq!(on(&undated, "2026-02-10").lacks, [Need::LupusDiagnosis]);
}

#[test]
fn accrual_is_told_by_the_year_in_which_it_counts() {
    let case = damaged(json!([
        { "item": "cataract", "since": "2019-03" },
        { "item": "avascular_necrosis", "since": "2020-10", "again": "2021-06" },
        { "item": "diabetes", "since": "2025-11" },
    ]));
    let years = sdi_by_year(&case, day("2026-02-10")).unwrap();
    let told: Vec<(i32, u32, u32)> = years.iter().map(|year| (year.year, year.added, year.total)).collect();
    assert_eq!(told, [(2019, 1, 1), (2021, 2, 3)], "six months of the hip end in 2021, diabetes is too new");
    assert_eq!(sdi_of_twelve_months(&case, day("2026-02-10")), Ok(0));
    assert_eq!(sdi_of_twelve_months(&case, day("2026-05-01")), Ok(1));
    let a_year_ago = damaged(json!([{ "item": "diabetes", "since": "2024-11" }]));
    assert_eq!(sdi_of_twelve_months(&a_year_ago, day("2026-04-30")), Ok(1), "its six months ended on 1 May 2025");
    assert_eq!(sdi_of_twelve_months(&a_year_ago, day("2026-05-01")), Ok(0));
    let twice = damaged(json!([
        { "item": "cva", "since": "2021-03" }, { "item": "cva", "since": "2019-03" },
    ]));
    assert_eq!(on(&twice, "2026-02-10").scored[0].since, "2019-03".parse().unwrap(), "since the first of its entries");
    assert_eq!(sdi_by_year(&damaged(json!([])), day("2026-02-10")), Ok(vec![]));
    assert_eq!(sdi_by_year(&bare_case(), day("2026-02-10")), Err(vec![Need::Sdi]));
}

#[test]
fn a_review_is_due_after_twelve_months() {
    let mut case = damaged(json!([]));
    assert_eq!(sdi_review_is_due(&case, day("2026-02-10")), None);
    case.damage.reviewed = Field::Known(day("2025-02-10"));
    assert_eq!(sdi_review_is_due(&case, day("2026-02-10")), Some(false));
    assert_eq!(sdi_review_is_due(&case, day("2026-02-11")), Some(true));
}

/// damage.md A1, note R: a proposal, hinted and never counted.
#[test]
fn a_low_gfr_is_hinted_and_not_counted() {
    let at = |days: &[(&str, &str)]| {
        let mut case = damaged(json!([]));
        let labs: Vec<Value> = days.iter().map(|(date, scr)| json!({ "date": date, "creatinine": scr })).collect();
        case.labs = serde_json::from_value(Value::Array(labs)).unwrap();
        case
    };
    let low = at(&[("2025-01-01", "130 µmol/L"), ("2025-07-03", "131 µmol/L")]);
    let hint = low_gfr_hint(&low, day("2026-02-10")).unwrap();
    assert_eq!(
        (hint.first.date, hint.last.date, hint.recovered_between),
        (day("2025-01-01"), day("2025-07-03"), false)
    );
    assert_eq!(on(&low, "2026-02-10").total(), 0);
    assert_eq!(low_gfr_hint(&low, day("2025-07-02")), None, "the second value is yet to come");
    assert!(low_gfr_hint(&low, day("2025-07-03")).is_some(), "and has come on its day");
    let around = at(&[
        ("2024-06-01", "70 µmol/L"),
        ("2025-01-01", "130 µmol/L"),
        ("2025-07-03", "131 µmol/L"),
        ("2025-12-01", "70 µmol/L"),
    ]);
    assert!(!low_gfr_hint(&around, day("2026-02-10")).unwrap().recovered_between, "before and after are not between");
    let short = at(&[("2025-01-01", "130 µmol/L"), ("2025-07-02", "131 µmol/L")]);
    assert_eq!(low_gfr_hint(&short, day("2026-02-10")), None, "182 days");
    let between = at(&[("2025-01-01", "130 µmol/L"), ("2025-03-01", "70 µmol/L"), ("2025-08-01", "131 µmol/L")]);
    assert!(low_gfr_hint(&between, day("2026-02-10")).unwrap().recovered_between);
    let early = at(&[("2014-01-01", "130 µmol/L"), ("2015-07-03", "131 µmol/L")]);
    assert_eq!(low_gfr_hint(&early, day("2026-02-10")), None, "before lupus");
    let mut of_no_date = early;
    of_no_date.lupus.diagnosed = Field::Unknown;
    assert!(low_gfr_hint(&of_no_date, day("2026-02-10")).is_some(), "it is not known to be before lupus");
    let on_its_first_day = at(&[("2015-06-01", "130 µmol/L"), ("2016-07-03", "131 µmol/L")]);
    assert!(low_gfr_hint(&on_its_first_day, day("2026-02-10")).is_some(), "the month of the diagnosis counts");
    // CKD-EPI 2021, woman of 39, then of 40: 121.82 µmol/L is 50.02, 121.88 is 49.99.
    let above = at(&[("2024-06-01", "121.82 µmol/L"), ("2025-07-03", "131 µmol/L")]);
    assert_eq!(low_gfr_hint(&above, day("2026-02-10")), None, "50 is not below 50");
    let below = at(&[("2024-06-01", "121.88 µmol/L"), ("2025-07-03", "131 µmol/L")]);
    assert!(low_gfr_hint(&below, day("2026-02-10")).is_some());
    let mut recorded = low;
    recorded.damage.sdi = damaged(json!([{ "item": "gfr_below_50", "since": "2025-01" }])).damage.sdi;
    assert_eq!(low_gfr_hint(&recorded, day("2026-02-10")), None);
}

/// damage.md A1: gonadal failure is premature before 40 years.
#[test]
fn gonadal_failure_is_premature_before_forty() {
    let failure =
        |since: &str| on(&damaged(json!([{ "item": "premature_gonadal_failure", "since": since }])), "2026-02-10");
    assert_eq!(failure("2024-12").total(), 1, "39 years");
    assert_eq!(failure("2025-01").not_scored[0].2, NotScored::FromFortyYears, "40 years");
    let mut of_no_age = damaged(json!([{ "item": "premature_gonadal_failure", "since": "2025-01" }]));
    of_no_age.patient.born = None;
    assert_eq!(on(&of_no_age, "2026-02-10").total(), 1, "an age that is not known takes nothing away");
}

proptest! {
    #[test]
    fn the_index_stays_within_47_and_only_grows(
        entries in proptest::collection::vec((0_usize..41, 2014_i32..2026, 1_u32..13, 0_i32..3, 0_u8..4), 0..80),
    ) {
        let entries: Vec<Value> = entries.into_iter().map(|(item, year, month, later, sites)| json!({
            "item": SdiItem::ALL[item], "since": format!("{year}-{month:02}"),
            "again": format!("{}-{month:02}", year + later), "sites": sites,
        })).collect();
        let case = damaged(Value::Array(entries));
        let totals: Vec<u32> = (2013..2030).map(|year| on(&case, &format!("{year}-03-15")).total()).collect();
        prop_assert!(totals.is_sorted());
        prop_assert!(totals.iter().all(|total| *total <= SDI_MOST));
        let last = on(&case, "2030-01-01");
        prop_assert!(SdiDomain::ALL.iter().all(|domain| last.of_domain(*domain) <= domain.most()));
    }
}

/// damage.md A1: what scores on its day, and what waits for six months.
#[test]
fn some_items_score_at_once() {
    let at_once = [
        "cataract",
        "cva",
        "myocardial_infarction",
        "significant_tissue_loss",
        "stricture_or_upper_gi_surgery",
        "infarction_or_resection_of_bowel_spleen_liver_gallbladder",
        "end_stage_renal_disease",
    ];
    for item in at_once {
        assert!(total(json!([{ "item": item, "since": "2026-02-10" }])) > 0, "{item}");
    }
    assert_eq!(total(json!([{ "item": "diabetes", "since": "2026-02-10" }])), 0);
    let ended = damaged(json!([
        { "item": "cataract", "since": "2020-01" }, { "item": "gfr_below_50", "since": "2018-05-01" },
        { "item": "end_stage_renal_disease", "since": "2020-06-01" },
    ]));
    let found = on(&ended, "2026-02-10");
    let replaced: Vec<(SdiItem, NotScored)> = found.not_scored.iter().map(|(item, _, why)| (*item, *why)).collect();
    assert_eq!(replaced, [(SdiItem::LowGfr, NotScored::ReplacedByEsrd)]);
    assert_eq!((found.total(), found.lacks), (4, vec![]));
}
