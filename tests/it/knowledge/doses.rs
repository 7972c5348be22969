//! The oral start in mg by weight: the table of guidelines.md E.3, caps and floors included, and where ranges do not meet.

use regards::domain::Day;
use regards::knowledge::{
    Country, End, EndBy, FactId, Facts, Ground, MgRange, Schedule, ScheduleStep, Scheme, Table, Topic, side_by_side,
};

use super::vignettes;

use crate::scene::library;

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
    side_by_side(&library(), facts, Country::France)
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

fn in_week(taper: &Schedule, week: u8) -> String {
    let holds =
        |step: &&ScheduleStep| step.printed.from_week <= week && step.printed.to_week.is_none_or(|last| week <= last);
    let steps: Vec<&ScheduleStep> = taper.steps.iter().filter(holds).collect();
    assert_eq!(steps.len(), 1, "{} week {week}", taper.scheme);
    let cap = steps[0].printed.cap_mg.map(|cap| format!(" (max {cap})")).unwrap_or_default();
    match (steps[0].printed.mg_per_kg, steps[0].printed.mg, steps[0].printed.below_mg) {
        (Some(span), None, None) => format!("{}-{} mg/kg{cap}", span.least, span.most),
        (None, Some(mg), None) => mg.to_string(),
        (None, None, Some(mg)) => format!("<{mg}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn tapers_week_by_week() {
    let table = table(&class_iv("60 kg"));
    let cell = table.cell(Topic::GcTaper, "kdigo-2024").unwrap();
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
        assert!(table.cell(Topic::GcTaper, guideline).unwrap().tapers.is_empty(), "no table is printed");
    }
}

/// Weeks 0-2 and 3-4 in mg/d, reduced, moderate, high; `*` capped, `†` kept at the step before (guidelines.md E.2, E.3).
const FIRST_WEEKS: [(&str, [&str; 3], [&str; 3]); 4] = [
    ("60 kg", ["30-36", "36-42", "48-60"], ["18-24", "30-36", "36-42"]),
    ("90 kg", ["40*", "50*", "72-80*"], ["27-36", "45-50†", "54-63"]),
    ("70 kg", ["35-40*", "42-49", "56-70"], ["21-28", "35-42", "42-49"]),
    ("120 kg", ["40*", "50*", "80*"], ["36-40†", "50†", "72-80†"]),
];

fn marked(step: &ScheduleStep) -> String {
    let marks = format!("{}{}", if step.capped { "*" } else { "" }, if step.held { "†" } else { "" });
    format!("{}{marks}", vignettes::written(step.daily.unwrap()))
}

fn tapers(facts: &Facts) -> Vec<Schedule> {
    table(facts).cell(Topic::GcTaper, "kdigo-2024").unwrap().tapers.clone()
}

#[test]
fn a_taper_is_in_milligrams_for_this_weight() {
    for (weight, first, second) in FIRST_WEEKS {
        let tapers = tapers(&class_iv(weight));
        let schemes: Vec<Scheme> = tapers.iter().map(|taper| taper.scheme).collect();
        assert_eq!(schemes, [Scheme::Reduced, Scheme::Moderate, Scheme::High]);
        let step = |place: usize| tapers.iter().map(|taper| marked(&taper.steps[place])).collect::<Vec<_>>();
        assert_eq!(
            (step(0), step(1)),
            (first.map(str::to_owned).to_vec(), second.map(str::to_owned).to_vec()),
            "{weight}"
        );
    }
}

/// Doses printed in mg stay as printed; at a low weight one lies above the step before, and says so.
#[test]
fn a_printed_dose_above_the_step_before_is_marked() {
    let rising = |weight| -> Vec<(Scheme, u8)> {
        let tapers = tapers(&class_iv(weight));
        let steps = tapers.iter().flat_map(|taper| taper.steps.iter().map(move |step| (taper.scheme, step)));
        steps.filter(|(_, step)| step.rises).map(|(scheme, step)| (scheme, step.printed.from_week)).collect()
    };
    assert_eq!(rising("60 kg"), []);
    assert_eq!(rising("35 kg"), [(Scheme::Reduced, 5), (Scheme::High, 5)]);
    // 0.4 mg/kg of 37.5 kg is 15 mg, the dose that follows.
    assert_eq!(rising("37.5 kg"), [(Scheme::High, 5)]);
}

#[test]
fn without_a_weight_a_taper_stays_in_milligrams_per_kilogram() {
    let mut facts = class_iv("60 kg");
    facts.forget(FactId::Weight);
    let table = table(&facts);
    let starts = &table.cell(Topic::GcStart, "kdigo-2024").unwrap().doses;
    assert!(starts.iter().all(|dose| dose.mg.is_none() && !dose.capped && !dose.floored));
    let cell = table.cell(Topic::GcTaper, "kdigo-2024").unwrap();
    assert!(cell.missing.contains(&regards::knowledge::Datum::Weight));
    for taper in &cell.tapers {
        let first = &taper.steps[0];
        assert!(first.daily.is_none() && first.printed.mg_per_kg.is_some());
        assert!(taper.steps.iter().filter(|step| step.printed.mg.is_some()).all(|step| step.daily.is_some()));
    }
}

/// Only KDIGO prints a schedule: ACR leaves it to each patient, EULAR is silent.
#[test]
fn who_prints_no_schedule_says_so() {
    use regards::knowledge::{Accord, Advice, Reason, Verdict};
    let table = table(&class_iv("60 kg"));
    let row = table.row(Topic::GcTaper).unwrap();
    assert_eq!((row.agreement.accord, row.agreement.reason), (Accord::Undetermined, Reason::NoNumbers));
    assert_eq!(table.cell(Topic::GcTaper, "eular-2025").unwrap().verdict, Verdict::NotAddressed);
    assert_eq!(table.cell(Topic::GcTaper, "acr-2024").unwrap().advises, [Advice::IndividualTaper]);
}

#[test]
fn the_timetable_has_a_column_for_each_scheme() {
    use regards::text::Lang;
    use regards::wording;
    let facts = class_iv("90 kg");
    let shown = wording::timetable(Lang::Fr, &tapers(&facts), facts.get(FactId::Weight)).unwrap();
    assert_eq!(shown.title, "Prednisone semaine par semaine, mg/j pour 90\u{a0}kg");
    assert_eq!(shown.head, ["Semaine", "schéma réduit", "schéma modéré", "schéma fort"]);
    assert_eq!(shown.rows[0], ["S0–2", "40*", "50*", "72–80*"]);
    assert_eq!(shown.rows[1], ["S3–4", "27–36", "45–50†", "54–63"]);
    assert_eq!(shown.rows[2], ["S5–6", "15", "20", "30"]);
    assert_eq!(shown.rows.last().unwrap(), &["dès\u{a0}S25", "<\u{a0}2,5", "<\u{a0}5", "<\u{a0}5"]);
    assert_eq!((shown.rows.len(), shown.notes.len()), (11, 2));
    let brief = wording::taper(Lang::En, &tapers(&class_iv("60 kg"))[0]);
    assert_eq!(brief, "reduced scheme\u{a0}30–36\u{a0}mg/d → <\u{a0}2.5\u{a0}mg/d from\u{a0}W25");
}
