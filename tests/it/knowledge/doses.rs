//! The oral start in mg by weight: the table of guidelines.md E.3, caps and floors included, and where ranges do not meet.

use regards::domain::Day;
use regards::knowledge::{
    Country, End, EndBy, FactId, Facts, Ground, Library, MgRange, Scheme, Table, Taper, TaperStep, Topic, side_by_side,
};

use super::vignettes;

/// Weight; EULAR; ACR; KDIGO reduced, moderate, high.
const TABLE: [(&str, [&str; 5]); 10] = [
    ("42 kg", ["25-29.4", "..21", "21-25.2", "25.2-29.4", "33.6-42"]),
    ("50 kg", ["25-35", "..25", "25-30", "30-35", "40-50"]),
    ("55 kg", ["25-38.5", "..27.5", "27.5-33", "33-38.5", "44-55"]),
    ("60 kg", ["25-42", "..30", "30-36", "36-42", "48-60"]),
    ("65 kg", ["25-45.5", "..32.5", "32.5-39", "39-45.5", "52-65"]),
    ("70 kg", ["25-49", "..35", "35-40", "42-49", "56-70"]),
    ("75 kg", ["25-52.5", "..37.5", "37.5-40", "45-50", "60-75"]),
    ("80 kg", ["25-56", "..40", "40", "48-50", "64-80"]),
    ("90 kg", ["27-63", "..40", "40", "50", "72-80"]),
    ("100 kg", ["30-70", "..40", "40", "50", "80"]),
];

fn class_iv(weight: &str) -> Facts {
    vignettes::supposing("V1", &[(FactId::Weight, weight)])
}

fn table(facts: &Facts) -> Table {
    side_by_side(&Library::shipped(), facts, Country::France)
}

fn written(table: &Table, guideline: &str, scheme: Scheme) -> String {
    let cell = table.cell(Topic::GcStart, guideline).unwrap();
    let dose = cell.doses.iter().find(|dose| dose.scheme == scheme).unwrap();
    vignettes::written(dose.mg.unwrap())
}

#[test]
fn every_weight_of_the_table() {
    for (weight, expected) in TABLE {
        let table = table(&class_iv(weight));
        let found = [
            written(&table, "eular-2025", Scheme::Single),
            written(&table, "acr-2024", Scheme::Single),
            written(&table, "kdigo-2024", Scheme::Reduced),
            written(&table, "kdigo-2024", Scheme::Moderate),
            written(&table, "kdigo-2024", Scheme::High),
        ];
        assert_eq!(found, expected, "{weight}");
    }
}

#[test]
fn floors_and_caps_are_marked() {
    let table = table(&class_iv("90 kg"));
    let dose = |guideline, place: usize| table.cell(Topic::GcStart, guideline).unwrap().doses[place].clone();
    assert!(!dose("eular-2025", 0).floored);
    assert!(dose("acr-2024", 0).capped && dose("kdigo-2024", 0).capped);
}

/// At 45 kg ACR ends at 22.5 mg and EULAR begins at 25 mg (guidelines.md E.3, edge).
#[test]
fn below_fifty_kilograms_the_ranges_do_not_meet() {
    let table = table(&class_iv("45 kg"));
    assert_eq!(table.common.start_state, Ground::None);
    let gap = table.common.start_gap.clone().unwrap();
    let end = |end: &End| (end.guideline.clone(), end.mg.to_string(), end.by, end.per_kilo.map(|mg| mg.to_string()));
    assert_eq!(end(&gap.ceiling), ("acr-2024".into(), "22.5".into(), EndBy::PerKilo, Some("0.5".into())));
    assert_eq!(end(&gap.floor), ("eular-2025".into(), "25".into(), EndBy::Floor, Some("0.3".into())));
    assert!(table.common.start.is_empty());
}

#[test]
fn from_fifty_kilograms_they_meet_in_one_dose() {
    let shared = |weight| table(&class_iv(weight)).common.start;
    let only = |mg: &str| vec![MgRange { least: Some(mg.parse().unwrap()), most: mg.parse().unwrap() }];
    assert_eq!(shared("50 kg"), only("25"));
    assert_eq!(shared("60 kg"), only("30"));
    assert_eq!(shared("90 kg"), only("40"));
}

#[test]
fn without_a_weight_there_are_no_milligrams() {
    let mut facts = class_iv("60 kg");
    facts.forget(FactId::Weight);
    let table = table(&facts);
    for cell in &table.row(Topic::GcStart).unwrap().cells {
        assert!(cell.doses.iter().all(|dose| dose.mg.is_none()), "{}", cell.guideline);
    }
    assert_eq!(table.common.start_state, Ground::NeedsData);
}

#[test]
fn the_day_of_the_table_is_the_day_of_the_facts() {
    let facts = class_iv("60 kg");
    assert_eq!(table(&facts).today, "2026-02-20".parse::<Day>().unwrap());
}

/// KDIGO's example schemes, week by week: high, moderate, reduced (guidelines.md E.2).
const TAPERS: [(u8, u8, [&str; 3]); 11] = [
    (0, 2, ["0.8-1 mg/kg (max 80)", "0.6-0.7 mg/kg (max 50)", "0.5-0.6 mg/kg (max 40)"]),
    (3, 4, ["0.6-0.7 mg/kg", "0.5-0.6 mg/kg", "0.3-0.4 mg/kg"]),
    (5, 6, ["30", "20", "15"]),
    (7, 8, ["25", "15", "10"]),
    (9, 10, ["20", "12.5", "7.5"]),
    (11, 12, ["15", "10", "5"]),
    (13, 14, ["12.5", "7.5", "2.5"]),
    (15, 16, ["10", "7.5", "2.5"]),
    (17, 20, ["7.5", "5", "2.5"]),
    (21, 24, ["5", "<5", "2.5"]),
    (25, 60, ["<5", "<5", "<2.5"]),
];

fn in_week(taper: &Taper, week: u8) -> String {
    let holds = |step: &&TaperStep| step.from_week <= week && step.to_week.is_none_or(|last| week <= last);
    let steps: Vec<&TaperStep> = taper.steps.iter().filter(holds).collect();
    assert_eq!(steps.len(), 1, "{} week {week}", taper.scheme);
    let cap = steps[0].cap_mg.map(|cap| format!(" (max {cap})")).unwrap_or_default();
    match (steps[0].mg_per_kg, steps[0].mg, steps[0].below_mg) {
        (Some(span), None, None) => format!("{}-{} mg/kg{cap}", span.least, span.most),
        (None, Some(mg), None) => mg.to_string(),
        (None, None, Some(mg)) => format!("<{mg}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn tapers_week_by_week() {
    let table = table(&class_iv("60 kg"));
    let cell = table.cell(Topic::GcTarget, "kdigo-2024").unwrap();
    assert_eq!(cell.tapers.len(), 3);
    for (place, scheme) in [Scheme::High, Scheme::Moderate, Scheme::Reduced].into_iter().enumerate() {
        let taper = cell.tapers.iter().find(|taper| taper.scheme == scheme).unwrap();
        for (first, last, expected) in TAPERS {
            for week in first..=last {
                assert_eq!(in_week(taper, week), expected[place], "{scheme} week {week}");
            }
        }
    }
    for guideline in ["eular-2025", "acr-2024"] {
        assert!(table.cell(Topic::GcTarget, guideline).unwrap().tapers.is_empty(), "no table is printed");
    }
}
