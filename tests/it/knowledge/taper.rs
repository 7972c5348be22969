//! What each guideline prints of daily prednisone, for a weight: guidelines.md E.1 to E.3.

use std::sync::Arc;

use regards::app::Opened;
use regards::clinic::{Allowed, Held, Stretch, TaperPlan};
use regards::domain::Day;
use regards::knowledge::{
    DoseRange, GuideReading, MgRange, Number, Scheme, TaperGuide, TaperReading, TargetReading, TargetWindow,
    taper_guides,
};
use regards::read::CaseFile;

use crate::scene::{day, library, shipped};

fn opened(weight: &str) -> Opened {
    let text = shipped("ln-2026-001-polyarthrite.yaml").replace("weight: 60 kg", weight);
    let file = CaseFile::new("x.yaml".into(), text.as_bytes(), day("2026-11-23"));
    Opened::new(&file, day("2026-11-23"), &Arc::clone(&library())).unwrap()
}

fn guides(weight: &str) -> Vec<TaperGuide> {
    taper_guides(&opened(weight).table)
}

fn named<'a>(guides: &'a [TaperGuide], guideline: &str, scheme: Scheme) -> &'a TaperGuide {
    guides.iter().find(|one| one.guideline == guideline && one.scheme == scheme).unwrap()
}

fn range(allowed: &Allowed) -> String {
    let most = allowed.most.normalize();
    match (allowed.least, allowed.strictly) {
        (_, true) => format!("<{most}"),
        (Some(least), _) if least == allowed.most => most.to_string(),
        (Some(least), _) => format!("{}-{most}", least.normalize()),
        (None, _) => format!("<={most}"),
    }
}

fn week0() -> Day {
    day("2026-11-27")
}

/// E.3, start dose in mg by weight.
#[test]
fn starts_are_those_of_the_sheet_at_each_weight() {
    let rows = [
        ("42 kg", "25-29.4", "<=21", "21-25.2", "25.2-29.4", "33.6-42"),
        ("60 kg", "25-42", "<=30", "30-36", "36-42", "48-60"),
        ("75 kg", "25-52.5", "<=37.5", "37.5-40", "45-50", "60-75"),
        ("100 kg", "30-70", "<=40", "40", "50", "80"),
    ];
    for (weight, eular, acr, reduced, moderate, high) in rows {
        let guides = guides(&format!("weight: {weight}"));
        let start = |guideline, scheme| range(&named(&guides, guideline, scheme).start_from(week0()).unwrap());
        assert_eq!(start("eular-2025", Scheme::Single), eular, "{weight}");
        assert_eq!(start("acr-2024", Scheme::Single), acr, "{weight}");
        for (scheme, expected) in [(Scheme::Reduced, reduced), (Scheme::Moderate, moderate), (Scheme::High, high)] {
            assert_eq!(start("kdigo-2024", scheme), expected, "{weight} {scheme:?}");
            let first = named(&guides, "kdigo-2024", scheme).allowed(week0());
            assert_eq!(range(&first[0]), expected, "{weight} {scheme:?}: the schedule begins with the start");
        }
    }
}

/// E.2, the reduced column at 60 kg: dose by dose, day by day; days are those of whole weeks, the first of them week 0.
#[test]
fn only_what_is_printed_is_a_schedule() {
    let guides = guides("weight: 60 kg");
    let printed = named(&guides, "kdigo-2024", Scheme::Reduced).allowed(week0());
    let told: Vec<(String, String, String)> = printed
        .iter()
        .map(|one| (one.first.to_string(), one.last.map(|day| day.to_string()).unwrap_or_default(), range(one)))
        .collect();
    let expected = [
        ("2026-11-27", "2026-12-17", "30-36"),
        ("2026-12-18", "2026-12-31", "18-24"),
        ("2027-01-01", "2027-01-14", "15"),
        ("2027-01-15", "2027-01-28", "10"),
        ("2027-01-29", "2027-02-11", "7.5"),
        ("2027-02-12", "2027-02-25", "5"),
        ("2027-02-26", "2027-05-20", "2.5"),
        ("2027-05-21", "", "<2.5"),
    ];
    let expected: Vec<_> = expected.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned())).to_vec();
    assert_eq!(told, expected);
    for guideline in ["eular-2025", "acr-2024"] {
        let guide = named(&guides, guideline, Scheme::Single);
        assert!(guide.schedule.is_none() && guide.allowed(week0()).is_empty(), "{guideline} prints no schedule");
    }
}

/// E.1: 5 mg by 4 to 6 months, by 6 months, by weeks 11-12, 17-18 and 21-24.
#[test]
fn targets_fall_on_their_days() {
    let guides = guides("weight: 60 kg");
    let rows = [
        ("eular-2025", Scheme::Single, "2027-03-27", "2027-05-27"),
        ("acr-2024", Scheme::Single, "2027-05-27", "2027-05-27"),
        ("kdigo-2024", Scheme::Reduced, "2027-02-12", "2027-02-25"),
        ("kdigo-2024", Scheme::Moderate, "2027-03-26", "2027-04-08"),
        ("kdigo-2024", Scheme::High, "2027-04-23", "2027-05-20"),
    ];
    for (guideline, scheme, first, last) in rows {
        let windows = named(&guides, guideline, scheme).windows(week0());
        let told: Vec<(Day, Day)> = windows.iter().map(|window| (window.first, window.last)).collect();
        assert_eq!(told, [(day(first), day(last))], "{guideline} {scheme:?}");
    }
}

#[test]
fn without_a_weight_only_what_is_printed_in_mg_is_given_and_the_lack_is_said() {
    let guides = guides("weight: unknown");
    let guide = named(&guides, "kdigo-2024", Scheme::Reduced);
    assert!(guide.start_from(week0()).is_none());
    assert_eq!(range(&guide.allowed(week0())[0]), "15");
    assert!(guide.missing.contains(&regards::knowledge::Datum::Weight));
}

#[test]
fn a_schedule_already_under_way_is_taken_from_its_present_week() {
    let guides = guides("weight: 60 kg");
    let plan = named(&guides, "kdigo-2024", Scheme::Reduced).as_plan(day("2026-10-01"), week0());
    // The 57th day is in week 8: 10 mg until week 8 ends, then as printed.
    let told: Vec<(String, String)> = plan.iter().map(|step| (step.from.to_string(), step.daily.to_string())).collect();
    let expected = [("2026-11-27", "10"), ("2026-12-03", "7.5"), ("2026-12-17", "5"), ("2026-12-31", "2.5")];
    assert_eq!(told, expected.map(|(from, dose)| (from.to_owned(), dose.to_owned())));
    let last_day_of_week_8 = day("2026-12-02");
    let plan = named(&guides, "kdigo-2024", Scheme::Reduced).as_plan(day("2026-10-01"), last_day_of_week_8);
    assert_eq!((plan[0].from, plan[0].daily.to_string()), (last_day_of_week_8, "10".to_owned()));
    let from =
        |guide: &TaperGuide| guide.as_plan(day("2026-10-01"), week0()).iter().map(|step| step.from).collect::<Vec<_>>();
    let start_alone = named(&guides, "acr-2024", Scheme::Single);
    assert_eq!(from(start_alone), [week0()], "a start is for the day that is asked for");
    let mut going_on = named(&guides, "kdigo-2024", Scheme::Reduced).clone();
    let steps = &mut going_on.schedule.as_mut().unwrap().steps;
    steps.truncate(4);
    steps[3].printed.to_week = None;
    assert_eq!(from(&going_on), [week0()], "a step without an end is never over");
}

#[test]
fn a_start_is_for_the_seven_days_of_week_0() {
    let guides = guides("weight: 60 kg");
    let start = named(&guides, "acr-2024", Scheme::Single).start_from(week0()).unwrap();
    assert_eq!((start.first, start.last), (week0(), Some(day("2026-12-03"))));
}

#[test]
fn the_plan_of_the_case_is_read_against_each() {
    let opened = opened("weight: 60 kg");
    let plan = TaperPlan::of_case(&opened.case);
    let reading = TaperReading::new(&opened.case, &opened.table, &plan, None);
    let in_time: Vec<bool> = reading
        .against
        .iter()
        .flat_map(|one| &one.targets)
        .map(regards::knowledge::TargetReading::is_in_time)
        .collect();
    // 5 mg on 19 March: before month 6 for EULAR and ACR, after week 12, before weeks 18 and 24.
    assert_eq!(in_time, [true, true, false, true, true]);
    assert_eq!(reading.planned, rust_decimal::Decimal::from(1820));
    let ahead = reading.year_ahead.unwrap().unwrap();
    assert_eq!(ahead.total(), rust_decimal::Decimal::from(1820 + 5 * 253));
    assert_eq!(reading.year_behind.unwrap().total(), rust_decimal::Decimal::from(2110));
}

/// Of a range the lowest round dose that lies in it, of an upper limit the highest: 5 mg before 2.5 mg before 1 mg.
#[test]
fn a_plan_begins_with_a_round_dose_of_what_is_printed() {
    let guides = guides("weight: 60 kg");
    let guide = named(&guides, "acr-2024", Scheme::Single);
    let begins = |least: Option<&str>, most: &str| {
        let number = |written: &str| written.parse::<Number>().unwrap();
        let mg = Some(MgRange { least: least.map(number), most: number(most) });
        let start = guide.start.clone().map(|start| DoseRange { mg, ..start });
        let plan = TaperGuide { start, ..guide.clone() }.as_plan(week0(), week0());
        plan[0].daily.to_string()
    };
    assert_eq!(begins(Some("18"), "20"), "20");
    assert_eq!(begins(Some("21"), "24"), "22.5");
    assert_eq!(begins(Some("21"), "22"), "21");
    assert_eq!(begins(None, "21"), "20");
    assert_eq!(begins(None, "4"), "2.5");
    assert_eq!(begins(None, "2"), "2");
}

#[test]
fn a_target_reached_on_its_last_day_is_reached_in_time() {
    let window = TargetWindow { at_most: 5.into(), first: day("2027-03-27"), last: day("2027-05-27") };
    let in_time = |reached: Option<&str>| TargetReading { window, reached: reached.map(day) }.is_in_time();
    assert_eq!([Some("2027-05-27"), Some("2027-05-28"), None].map(in_time), [true, false, false]);
}

/// A step stands as the days stand that it shares with a stretch, the first and the last of them included.
#[test]
fn a_step_stands_as_the_days_it_shares() {
    let guide = guides("weight: 60 kg").remove(0);
    let stretch = Stretch { first: day("2027-01-10"), last: Some(day("2027-01-20")), held: Held::Within, by: 0.into() };
    let read = GuideReading { guide, start: None, stretches: vec![stretch], points: Vec::new(), targets: Vec::new() };
    let stands = |first: &str, last: Option<&str>| !read.in_step(day(first), last.map(day)).is_empty();
    assert_eq!([stands("2027-01-01", Some("2027-01-09")), stands("2027-01-01", Some("2027-01-10"))], [false, true]);
    assert_eq!([stands("2027-01-20", None), stands("2027-01-21", None)], [true, false]);
}
