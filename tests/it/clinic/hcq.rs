use regards::clinic::*;
use regards::domain::{Day, Field, Weight};
use rust_decimal::Decimal;
use serde_json::json;

use super::bare_case;

fn kilos(number: u32) -> Weight {
    format!("{number} kg").parse().unwrap()
}

fn decimal(written: &str) -> Decimal {
    written.parse().unwrap()
}

/// activity.md 16.8, levels.
#[test]
fn level_bands() {
    use HcqBand::{BelowTarget, SevereNonAdherence, Supratherapeutic, Target, Undetectable};
    let rows = [
        (0, Undetectable),
        (19, Undetectable),
        (20, SevereNonAdherence),
        (129, SevereNonAdherence),
        (199, SevereNonAdherence),
        (200, BelowTarget),
        (205, BelowTarget),
        (600, BelowTarget),
        (749, BelowTarget),
        (750, Target),
        (1000, Target),
        (1149, Target),
        (1150, Supratherapeutic),
        (1199, Supratherapeutic),
        (1200, Supratherapeutic),
        (2629, Supratherapeutic),
    ];
    for (level, band) in rows {
        assert_eq!(HcqBand::of(format!("{level} ng/mL").parse().unwrap()), band, "{level}");
    }
    assert_eq!(HcqBand::of("1.15 mg/L".parse().unwrap()), Supratherapeutic);
    assert_eq!(HcqBand::of("749.9 µg/L".parse().unwrap()), BelowTarget);
}

/// activity.md 16.8, doses.
#[test]
fn doses_against_the_ceiling() {
    let rows = [
        (50, 400, "8.0", "250", HcqStatus::Above),
        (60, 300, "5.0", "300", HcqStatus::Within),
        (80, 400, "5.0", "400", HcqStatus::Within),
        (85, 400, "4.71", "400", HcqStatus::Within),
        (100, 400, "4.0", "400", HcqStatus::Within),
        (62, 400, "6.45", "310", HcqStatus::Above),
    ];
    for (weight, daily, per_kilo, ceiling, status) in rows {
        let found = HcqDose::of(Decimal::from(daily), kilos(weight));
        assert_eq!(found.per_kilo.round_dp(2), decimal(per_kilo), "{weight}");
        assert_eq!((found.ceiling, found.status), (decimal(ceiling), status), "{weight}");
    }
}

/// damage.md K5.
#[test]
fn plans_in_tablets() {
    let rows = [
        (48, 85.0, "240", Some((8, "228.6", "4.76")), false),
        (55, 95.0, "275", Some((9, "257.1", "4.68")), false),
        (80, 60.0, "400", Some((14, "400", "5.00")), false),
        (130, 75.0, "400", Some((14, "400", "3.08")), false),
        (62, 28.0, "310", None, true),
        (40, 25.0, "200", None, true),
    ];
    for (weight, egfr, ceiling, tablets, eye_risk) in rows {
        let plan = HcqPlan::of(kilos(weight), egfr);
        assert_eq!((plan.ceiling, plan.eye_risk), (decimal(ceiling), eye_risk), "{weight}");
        let found = plan.weekly_tablets.zip(plan.mean_daily());
        assert_eq!(found.map(|(tablets, _)| tablets), tablets.map(|(tablets, _, _)| tablets), "{weight}");
        if let (Some((_, mean)), Some((_, daily, per_kilo))) = (found, tablets) {
            assert_eq!(mean.round_dp(1), decimal(daily), "{weight}");
            assert_eq!((mean / Decimal::from(weight)).round_dp(2), decimal(per_kilo), "{weight}");
        }
    }
    let cut = HcqPlan::of(kilos(62), 28.0).cut.unwrap();
    assert_eq!((cut.kdigo_2024, cut.eular_era_2019), (decimal("232.5"), decimal("155")));
    let cut = HcqPlan::of(kilos(40), 25.0).cut.unwrap();
    assert_eq!((cut.kdigo_2024, cut.eular_era_2019), (decimal("150"), decimal("100")));
    assert_eq!(HcqPlan::of(kilos(40), 30.0).cut, None);
    assert!(HcqPlan::of(kilos(40), 59.99).eye_risk);
}

#[test]
fn the_dose_of_a_case() {
    let today: Day = "2026-02-10".parse().unwrap();
    let mut case = bare_case();
    assert_eq!(hcq_on(&case, today), Err(vec![Need::Treatments]));
    case.treatments = serde_json::from_value(json!([{ "drug": "hydroxychloroquine", "from": "2021-03-15" }])).unwrap();
    assert_eq!(hcq_on(&case, today), Err(vec![Need::HcqDose, Need::Weight]));
    case.treatments[0].dose = Some("2.8 g/w".parse().unwrap()).into();
    assert_eq!(hcq_on(&case, today), Err(vec![Need::Weight]));
    case.patient.weight = Some(kilos(62)).into();
    assert_eq!(hcq_on(&case, today).unwrap().unwrap().daily, decimal("400"));
    case.treatments[0].to = Some("2025-01-01".parse().unwrap());
    assert_eq!(hcq_on(&case, today), Ok(None));
}

/// activity.md 13: serum limits, and the matrix.
#[test]
fn what_a_level_was_measured_in_decides_what_it_says() {
    let serum = |level: u32, daily: Option<u32>| {
        serum_severe_non_adherence(format!("{level} ng/mL").parse().unwrap(), daily.map(Decimal::from))
    };
    assert_eq!(serum(105, Some(400)), Verdict::Yes);
    assert_eq!(serum(106, Some(400)), Verdict::No);
    assert_eq!(serum(52, Some(200)), Verdict::Yes);
    assert_eq!(serum(53, Some(200)), Verdict::No);
    assert_eq!(serum(80, Some(300)), Verdict::lacking(Need::HcqDose), "no limit is printed for 300 mg");
    assert_eq!(serum(80, None), Verdict::lacking(Need::HcqDose));

    let mut case = bare_case();
    let today: Day = "2026-02-10".parse().unwrap();
    assert_eq!(HcqSample::of(&case, today), Err(vec![Need::HcqLevel]));
    case.treatments = serde_json::from_value(json!([
        { "drug": "hydroxychloroquine", "dose": "400 mg/d", "from": "2019-01-01", "to": "2020-01-01" },
        { "drug": "hydroxychloroquine", "dose": "200 mg/d", "from": "2025-06-01", "to": "2025-12-31" },
        { "drug": "hydroxychloroquine", "dose": "400 mg/d", "from": "2026-01-01" },
    ]))
    .unwrap();
    let reading = |matrix: &str| {
        let mut case = case.clone();
        let mut lab = json!({ "date": "2026-01-20", "hcq_level": "90 ng/mL" });
        if !matrix.is_empty() {
            lab["hcq_matrix"] = json!(matrix);
        }
        case.labs = vec![serde_json::from_value(lab).unwrap()];
        if matrix.is_empty() {
            case.labs[0].hcq_matrix = Field::Unknown;
        }
        HcqSample::of(&case, today).unwrap()
    };
    assert_eq!(reading("whole_blood").reading, HcqReading::WholeBlood(HcqBand::SevereNonAdherence));
    assert_eq!(reading("serum").reading, HcqReading::Serum(Verdict::Yes));
    assert_eq!(reading("plasma").reading, HcqReading::Plasma);
    assert_eq!(reading("").reading, HcqReading::Unknown(vec![Need::HcqMatrix]));
    let mut unsaid = case.clone();
    unsaid.labs = serde_json::from_value(json!([{ "date": "2026-01-20", "hcq_level": "90 ng/mL" }])).unwrap();
    let band = HcqReading::WholeBlood(HcqBand::SevereNonAdherence);
    assert_eq!(HcqSample::of(&unsaid, today).unwrap().reading, band, "the format defines the field as whole blood");
    let sample = reading("serum");
    assert_eq!(sample.started, Some("2025-06-01".parse().unwrap()), "what ended in 2020 is another treatment");
    assert_eq!(sample.dose_since, Some("2026-01-01".parse().unwrap()));
}

/// The dose that a sample speaks of: that of its own day, of hydroxychloroquine alone, without a day between.
#[test]
fn a_sample_goes_by_the_doses_up_to_its_day() {
    let sample = |ended: &str, day: &str| {
        let mut case = bare_case();
        case.treatments = serde_json::from_value(json!([
            { "drug": "prednisone", "dose": "5 mg/d", "from": "2020-01-01" },
            { "drug": "hydroxychloroquine", "dose": "200 mg/d", "from": "2025-06-01", "to": ended },
            { "drug": "hydroxychloroquine", "dose": "400 mg/d", "from": "2026-01-01" },
        ]))
        .unwrap();
        case.labs = serde_json::from_value(json!([{ "date": day, "hcq_level": "900 ng/mL" }])).unwrap();
        let sample = HcqSample::of(&case, day.parse().unwrap()).unwrap();
        [sample.started, sample.dose_since].map(|day| day.map(|day| day.to_string()).unwrap_or_default())
    };
    assert_eq!(sample("2025-12-31", "2026-01-01"), ["2025-06-01", "2026-01-01"], "the dose of its own day");
    assert_eq!(sample("2025-12-31", "2025-12-31"), ["2025-06-01", "2025-06-01"]);
    assert_eq!(sample("2025-12-30", "2026-01-20"), ["2026-01-01", "2026-01-01"], "a day without is another treatment");
}

/// One treatment follows another within a day; months are whole, and those of each period add up.
#[test]
fn a_day_without_parts_two_periods() {
    let periods = |again: &str| {
        let mut case = bare_case();
        case.treatments = serde_json::from_value(json!([
            { "drug": "hydroxychloroquine", "from": "2025-01-01", "to": "2025-02-10" },
            { "drug": "hydroxychloroquine", "from": again, "to": "2025-02-20" },
        ]))
        .unwrap();
        periods_under(&case, &[regards::domain::Drug::Hydroxychloroquine], "2026-01-01".parse().unwrap())
    };
    assert_eq!((periods("2025-02-11").len(), periods("2025-02-12").len()), (1, 2));
    assert_eq!(months_of(&periods("2025-02-12")), 1, "eight days are no month");
}
