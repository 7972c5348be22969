use regards::clinic::{Chronicle, Curve, Equation, HcqBand, Reading, Sledai, StateFacts, Verdict, lldas};
use regards::domain::{Case, Day, Drug, SledaiItem};
use regards::read;

fn day(written: &str) -> Day {
    written.parse().unwrap()
}

fn today() -> Day {
    day("2026-11-23")
}

fn case(rest: &str) -> Case {
    let text = format!(
        "format: 1\ncase: T-1\nquestion: \"Et ?\"\npatient: {{alias: A. B., sex: female, born: 1990-01, weight: 60 kg}}\n{rest}"
    );
    let reading = read::case(text.as_bytes(), today());
    reading.value.unwrap_or_else(|| panic!("{:?}", reading.remarks))
}

fn readings(case: &Case, curve: Curve) -> Vec<Reading> {
    let chronicle = Chronicle::of(case, today());
    chronicle.traces.into_iter().find(|trace| trace.curve == curve).unwrap().readings
}

#[test]
fn a_value_that_is_unknown_or_not_there_is_no_value() {
    let case = case(
        "labs:\n  - {date: 2025-01-06, upcr: 998.92 mg/g, c3: unknown}\n  - {date: 2025-06-02, upcr: unknown, c3: 78 mg/dL}\n",
    );
    let upcr = readings(&case, Curve::Upcr);
    assert_eq!(upcr.len(), 1);
    assert!((upcr[0].value.unwrap() - 0.99892).abs() < 1e-12);
    let c3 = readings(&case, Curve::C3);
    assert_eq!(c3, [Reading { date: day("2025-06-02"), value: Some(0.78), is_least: false }]);
    let traces = Chronicle::of(&case, today()).traces;
    let trace = traces.iter().find(|trace| trace.curve == Curve::C3).unwrap();
    assert_eq!((trace.on(day("2025-06-01")), trace.on(day("2025-06-02"))), (None, Some(c3[0])));
}

#[test]
fn a_ratio_in_mg_per_mmol_stays_in_it() {
    let case = case("labs:\n  - {date: 2025-01-06, upcr: 884 mg/g}\n  - {date: 2025-06-02, upcr: 50 mg/mmol}\n");
    let chronicle = Chronicle::of(&case, today());
    let trace = chronicle.traces.first().unwrap();
    let values: Vec<_> = trace.readings.iter().map(|reading| reading.value).collect();
    assert_eq!((trace.unit, values), ("mg/mmol", vec![Some(100.0), Some(50.0)]));
}

#[test]
fn a_score_with_items_not_assessed_is_a_lower_bound() {
    let case = case(
        "activity:\n  - {date: 2025-01-06, sledai: [rash], not_assessed: [visual]}\n  - {date: 2025-06-02, sledai: []}\n  \
         - {date: 2025-09-01, pga: 1.5}\n",
    );
    let told: Vec<_> = readings(&case, Curve::Sledai).iter().map(|one| (one.value, one.is_least)).collect();
    assert_eq!(told, [(Some(2.0), true), (Some(0.0), false)], "a visit without the items has no score");
    assert_eq!(readings(&case, Curve::Pga).len(), 1);
}

#[test]
fn a_dose_holds_until_the_next_and_an_unknown_one_is_said() {
    let case = case(
        "treatments:\n  - {drug: prednisone, dose: 20 mg/d, from: 2025-01-01, to: 2025-01-31}\n  \
         - {drug: prednisolone, from: 2025-02-01, to: 2025-02-28}\n  - {drug: prednisone, dose: 5 mg/d, from: 2025-03-01, to: 2025-03-31}\n",
    );
    let told: Vec<_> = readings(&case, Curve::Prednisone).iter().map(|one| (one.date.to_string(), one.value)).collect();
    let expected =
        [("2025-01-01", Some(20.0)), ("2025-02-01", None), ("2025-03-01", Some(5.0)), ("2025-04-01", Some(0.0))];
    assert_eq!(told, expected.map(|(date, value)| (date.to_owned(), value)));
    let chronicle = Chronicle::of(&case, today());
    let trace = chronicle.traces.iter().find(|trace| trace.curve == Curve::Prednisone).unwrap();
    assert_eq!(trace.on(day("2024-12-31")), None, "nothing is known of the time before");
    assert_eq!(trace.on(day("2025-01-31")).unwrap().value, Some(20.0));
}

#[test]
fn a_case_without_treatments_has_no_dose_rather_than_none() {
    assert!(readings(&case(""), Curve::Prednisone).is_empty());
}

#[test]
fn both_equations_are_named_where_the_patient_came_of_age() {
    let text = "format: 1\ncase: T-2\nquestion: \"Et ?\"\npatient: {alias: A. B., sex: female, born: 2008-01, weight: 60 kg, height: 165 cm}\n\
                labs:\n  - {date: 2025-01-06, creatinine: 60 µmol/L}\n  - {date: 2026-06-01, creatinine: 60 µmol/L}\n";
    let case = read::case(text.as_bytes(), today()).value.unwrap();
    assert_eq!(Chronicle::of(&case, today()).equations, [Equation::CkidU25, Equation::CkdEpi2021]);
}

#[test]
fn the_span_reaches_from_the_first_date_to_the_meeting() {
    let case = case(
        "meeting: 2026-12-10\nevents:\n  - {date: 2019-03-01, kind: flare}\nlabs:\n  - {date: 2025-01-06, upcr: 1 g/g}\n",
    );
    assert_eq!(Chronicle::of(&case, today()).span, (day("2019-03-01"), day("2026-12-10")));
}

#[test]
fn a_drug_has_one_lane_with_its_periods_in_order() {
    let case = case(
        "treatments:\n  - {drug: ramipril, dose: 5 mg/d, from: 2025-06-01}\n  - {drug: prednisone, dose: 5 mg/d, from: 2025-03-01}\n  \
         - {drug: prednisone, dose: 20 mg/d, from: 2025-01-01, to: 2025-02-28}\n  - {drug: other, name: thalidomide, from: 2024-01-01, to: 2024-02-01}\n  \
         - {drug: other, name: colchicine, from: 2024-01-01, to: 2024-02-01}\n",
    );
    let lanes: Vec<_> = Chronicle::of(&case, today()).lanes.into_iter().map(|lane| (lane.drug, lane.entries)).collect();
    let other = |entry: usize| (Drug::Other, vec![entry]);
    assert_eq!(lanes, [(Drug::Prednisone, vec![2, 1]), (Drug::Ramipril, vec![0]), other(3), other(4)]);
}

/// The lines are where the verdicts turn, on both sides of each.
#[test]
fn the_bounds_are_those_of_the_verdicts() {
    let level = |written: &str| HcqBand::of(written.parse().unwrap());
    let bounds: Vec<_> = Curve::HcqLevel.bounds().iter().map(|bound| (bound.sign, bound.value.to_string())).collect();
    assert_eq!(bounds, [("≥", "750".to_owned()), ("<", "1150".to_owned())]);
    assert_eq!((level("749 ng/mL"), level("750 ng/mL")), (HcqBand::BelowTarget, HcqBand::Target));
    assert_eq!((level("1149 ng/mL"), level("1150 ng/mL")), (HcqBand::Target, HcqBand::Supratherapeutic));
    assert_eq!(Curve::Sledai.bounds()[0].value, 4.into());
    let state = |pga: &str, items: &[SledaiItem]| {
        lldas(&StateFacts {
            sledai: Sledai::of(&super::visit(items)),
            pga: Some(pga.parse().unwrap()),
            prednisone: Ok(5.into()),
            new_activity: Some(false),
            haemolysis: Some(false),
            gut: Some(false),
            cardiopulmonary: Some(false),
            standard_treatment: Some(true),
        })
    };
    assert_eq!(
        state("1", &[SledaiItem::Rash, SledaiItem::AntiDsdna]),
        Verdict::Yes,
        "4 points and a PGA of 1 are within"
    );
    assert_eq!(
        state("1", &[SledaiItem::Rash, SledaiItem::AntiDsdna, SledaiItem::Leukopenia]),
        Verdict::No,
        "5 points are not"
    );
    assert_eq!(state("1.1", &[SledaiItem::Rash]), Verdict::No);
    assert_eq!(Curve::Pga.bounds()[1].value, 1.into());
}
