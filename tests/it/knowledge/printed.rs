//! What the three guidelines print, read a second time from guidelines.md: the limits that their statements ask for, and the
//! doses, responses and durations that they give.

use std::collections::BTreeMap;

use regards::knowledge::Guideline;
use serde_json::{Value, json};

use crate::scene::library;

/// Statements, and the limits or figures that each of them has. `silence` is what a guideline says nothing of.
type Sheet = &'static [(&'static [&'static str], &'static [&'static str])];

const SGLT2_WINDOW: [&str; 3] =
    ["at_least egfr 20 mL/min/1.73m²", "at_most egfr 60 mL/min/1.73m²", "above proteinuria 0.5 g/g"];
/// damage.md B4: a change beyond what varies by itself.
const FALL: &str = "above egfr_fall 20 %";

/// guidelines.md A (0.5 to biopsy), C and S (1 g/d in pure class V), D and S (filtration, heavy proteinuria, IgG, prednisone),
/// E.1 (stopping glucocorticoid), G (albumin, SGLT2 inhibitors), I (stopping), L (pregnancy).
const EULAR: Sheet = &[
    (&["biopsy", "biopsy-in-time"], &["at_least proteinuria 500 mg/g | 0.5 g/g | 0.5 g/24h", FALL]),
    (
        &[
            "combination",
            "combination-poor-prognosis",
            "single-agent",
            "pure-v-low",
            "pure-v-cut-off-2023",
            "initial-therapy-2023",
            "mycophenolate-dose",
            "no-distinction",
            "belimumab-free-choice",
            "belimumab-dose",
            "cni-dose",
            "ciclosporin-2023",
            "low-dose-cyclophosphamide",
            "obinutuzumab-pure-v",
            "pulse",
            "start-child",
            "initial-therapy-in-pregnancy",
            "pure-v-low-raas-blocker",
        ],
        &["at_most proteinuria 1 g/g"],
    ),
    (&["after-failure", "cni-nephrotic-non-responder"], &["at_least failed_courses 1"]),
    (&["start-pure-v-lighter"], &["above proteinuria 1 g/g"]),
    (&["belimumab-heavy-proteinuria"], &["above proteinuria 3 g/g"]),
    (&["low-filtration-no-evidence", "cni-low-filtration"], &["below egfr 30 mL/min/1.73m²"]),
    (&["cni-moderate-filtration"], &["at_least egfr 30 mL/min/1.73m²", "below egfr 45 mL/min/1.73m²"]),
    (&["b-cell-caution"], &["below igg 6 g/L", "above prednisone 10 mg/d"]),
    (&["low-immunoglobulins"], &["below igg 6 g/L"]),
    (&["glucocorticoid-withdrawal"], &["at_least months_since_complete_response 12 months"]),
    (&["glucocorticoid-withdrawal-early"], &["below months_since_complete_response 12 months"]),
    (&["anticoagulation"], &["below albumin 25 g/L | 2.5 g/dL"]),
    (&["sglt2-inhibitor-low-filtration"], &["below egfr 20 mL/min/1.73m²"]),
    (
        &["sglt2-inhibitor"],
        &["at_least months_since_start 12 months", SGLT2_WINDOW[0], SGLT2_WINDOW[1], SGLT2_WINDOW[2]],
    ),
    (
        &["sglt2-inhibitor-six-to-twelve"],
        &[
            "at_least months_since_start 6 months",
            "below months_since_start 12 months",
            SGLT2_WINDOW[0],
            SGLT2_WINDOW[1],
            SGLT2_WINDOW[2],
        ],
    ),
    (
        &["sglt2-inhibitor-wait"],
        &["below months_since_start 6 months", SGLT2_WINDOW[0], SGLT2_WINDOW[1], SGLT2_WINDOW[2]],
    ),
    (
        &["sglt2-inhibitor-2023"],
        &[
            "at_least months_since_start 6 months",
            "at_least egfr 20 mL/min/1.73m²",
            "below egfr 90 mL/min/1.73m²",
            "above proteinuria 0.5 g/g",
        ],
    ),
    (&["three-years-after-response"], &["below months_since_response 36 months"]),
    (
        &["response-not-sustained"],
        &["at_least months_since_response 36 months", "below months_since_complete_response 12 months"],
    ),
    (
        &["gradual-withdrawal", "repeat-biopsy"],
        &["at_least months_since_response 36 months", "at_least months_since_complete_response 12 months"],
    ),
    (&["pregnancy-too-early"], &["below quiet_months 6 months"]),
    (&["pregnancy-quiet-long-enough"], &["at_least quiet_months 6 months"]),
    (&["pregnancy-proteinuria"], &["at_least proteinuria 500 mg/g | 0.5 g/g"]),
];

/// guidelines.md 0.2 and A (more than 0.5, the round pairs), C (1 g/g), B.1 (3 g/g, eGFR 45, 165/105; failures), E.1, G, I,
/// L, O (bone, urine cytology), A (a second biopsy).
const ACR: Sheet = &[
    (
        &["biopsy", "biopsy-reading", "biopsy-prompt", "glucocorticoid-before-biopsy", "no-biopsy-possible"],
        &["above proteinuria 0.5 g/g | 50 mg/mmol | 0.5 g/24h"],
    ),
    (
        &[
            "pure-v-from-1g",
            "pure-v-from-1g-second",
            "pure-v-from-1g-text",
            "class-v-from-1g",
            "initial-therapy-in-pregnancy",
        ],
        &["at_least proteinuria 1 g/g"],
    ),
    (
        &[
            "pure-v-below-1g",
            "class-v-below-1g",
            "pulse",
            "pulse-pure-v-below-1g",
            "oral-start",
            "oral-start-pure-v-below-1g",
        ],
        &["below proteinuria 1 g/g"],
    ),
    (
        &["belimumab-egfr-pressure"],
        &["at_most egfr 45 mL/min/1.73m²", "above systolic 165 mmHg", "above diastolic 105 mmHg"],
    ),
    (
        &["belimumab-weak-when-heavy"],
        &[
            "at_least proteinuria 3 g/g | 300 mg/mmol",
            "at_most egfr 45 mL/min/1.73m²",
            "above systolic 165 mmHg",
            "above diastolic 105 mmHg",
        ],
    ),
    (
        &["cni-heavy-proteinuria"],
        &[
            "at_least proteinuria 3 g/g | 300 mg/mmol",
            "above egfr 45 mL/min/1.73m²",
            "below systolic 165 mmHg",
            "below diastolic 105 mmHg",
        ],
    ),
    (&["anti-cd20-not-initial"], &["below failed_courses 1", "below failed_courses 2"]),
    (&["anti-cd20-after-failure"], &["at_least failed_courses 2", "at_least failed_courses 1"]),
    (&["glucocorticoid-chronic"], &["at_least months_since_start 6 months", "above prednisone 5 mg/d"]),
    (&["protein"], &["below egfr 60 mL/min/1.73m²"]),
    (&["anticoagulation"], &["below albumin 25 g/L | 2.5 g/dL"]),
    (&["duration-not-reached"], &["below months_since_start 36 months"]),
    (&["duration-total", "silence"], &["at_least months_since_start 36 months"]),
    (&["duration-figure"], &["below months_since_complete_response 36 months"]),
    (&["repeat-biopsy"], &["at_least months_since_start 6 months", FALL]),
    (&["pregnancy-too-early"], &["below quiet_months 4 months"]),
    (&["pregnancy-stable-on-new-drugs"], &["below months_off_teratogen 4 months"]),
    (&["bone-density"], &["at_least prednisone 2.5 mg/d"]),
    (&["urine-cytology"], &["above cyclophosphamide_lifetime 36 g"]),
];

/// guidelines.md 0.2 and A, B.1 (eGFR above 45), D, E.1, F, I, L, C (ADAMTS13).
const KDIGO: Sheet = &[
    (&["biopsy"], &["at_least proteinuria 500 mg/g | 0.5 g/g | 50 mg/mmol | 0.5 g/24h"]),
    (&["biopsy-below"], &[FALL]),
    (&["glucocorticoid-before-biopsy"], &["at_least proteinuria 500 mg/g | 0.5 g/g | 50 mg/mmol | 0.5 g/24h", FALL]),
    (
        &["cni-option", "ciclosporin-last", "cni-preferred", "relapse-cni", "inadequate-to-cni"],
        &["above egfr 45 mL/min/1.73m²"],
    ),
    (&["cni-low-egfr"], &["at_most egfr 45 mL/min/1.73m²"]),
    (&["low-filtration", "hydroxychloroquine-low-egfr"], &["below egfr 30 mL/min/1.73m²"]),
    (
        &["glucocorticoid-withdrawal", "glucocorticoid-extrarenal"],
        &["at_least months_since_complete_response 12 months"],
    ),
    (&["glucocorticoid-not-yet"], &["below months_since_complete_response 12 months"]),
    (&["duration-not-reached"], &["below months_since_start 36 months"]),
    (&["duration-reached", "silence"], &["at_least months_since_start 36 months"]),
    (&["pregnancy-too-early"], &["below quiet_months 6 months"]),
    (&["pregnancy-off-teratogens"], &["below months_off_teratogen 6 months"]),
    (&["tma-ttp"], &["at_most adamts13 10 %"]),
    (&["tma-complement"], &["above adamts13 10 %"]),
];

/// Where the sheet prints no figure, a limit is a reading of the words, and the statement says so: guideline, statement,
/// limit, and how it is told.
const OWN: [(&str, &str, &str, [&str; 2]); 4] = [
    ("eular-2025", "hydroxychloroquine-kidney", BELOW_60, ["ici DFGe < 60", "here eGFR < 60"]),
    ("acr-2024", "hydroxychloroquine-low-filtration", BELOW_60, ["ici DFGe < 60", "here eGFR < 60"]),
    ("acr-2024", "sglt2-inhibitor", BELOW_60, ["ici DFGe < 60", "here eGFR < 60"]),
    (
        "acr-2024",
        "sglt2-inhibitor",
        "above proteinuria 0.5 g/g",
        ["ou protéinurie > 0,5 g/g", "or proteinuria > 0.5 g/g"],
    ),
];
const BELOW_60: &str = "below egfr 60 mL/min/1.73m²";

fn said(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(forms) => forms.iter().map(said).collect::<Vec<_>>().join(" | "),
        other => other.to_string(),
    }
}

/// What a condition holds numbers against, in every form.
fn limits(condition: &Value) -> Vec<String> {
    match condition {
        Value::Array(parts) => parts.iter().flat_map(limits).collect(),
        Value::Object(parts) => parts
            .iter()
            .flat_map(|(key, part)| match (part.get("fact"), part.get("value")) {
                (Some(fact), Some(value)) => vec![format!("{key} {} {}", said(fact), said(value))],
                _ => limits(part),
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn limits_of(guideline: &Guideline) -> BTreeMap<String, Vec<String>> {
    let statements = guideline.statements.iter().map(|one| (one.id.as_str(), &one.when));
    let silences = guideline.silences.iter().map(|one| ("silence", &one.when));
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (id, when) in statements.chain(silences) {
        found.entry(id.to_owned()).or_default().extend(limits(&json!(when)));
    }
    for (_, id, limit, told) in OWN.iter().filter(|(here, ..)| *here == guideline.id) {
        let asked = found.get_mut(*id).unwrap();
        let place = asked.iter().position(|one| one == limit);
        asked.remove(place.unwrap_or_else(|| panic!("{id}: {asked:?}")));
        let statement = guideline.statements.iter().find(|one| one.id == *id).unwrap();
        let texts = [&statement.fr, &statement.en].map(|text| text.replace('\u{a0}', " "));
        assert!(texts[0].contains(told[0]) && texts[1].contains(told[1]), "{id}: {texts:?}");
    }
    found.retain(|_, limits| !limits.is_empty());
    found
}

#[test]
fn every_limit_is_that_of_the_sheet_or_said_to_be_ours() {
    let library = library();
    for (id, sheet) in [("eular-2025", EULAR), ("acr-2024", ACR), ("kdigo-2024", KDIGO)] {
        let mut found = limits_of(library.guideline(id).unwrap());
        for (statements, limits) in sheet {
            for statement in *statements {
                let asked = found.remove(*statement).unwrap_or_default();
                let (mut asked, mut limits) = (asked, limits.iter().map(ToString::to_string).collect::<Vec<_>>());
                asked.sort();
                asked.dedup();
                limits.sort();
                assert_eq!(asked, limits, "{id} {statement}");
            }
        }
        assert!(found.is_empty(), "{id}: {found:?}");
    }
}

/// Pulses and starts (guidelines.md E.1, E.2), targets (E.1), responses (H), durations (I, and L for pregnancy), by
/// statement. The steps of KDIGO's schedules are held where the doses are.
const FIGURES: &[(&str, Sheet)] = &[
    (
        "eular-2025",
        &[
            (&["pulse"], &["pulse: daily_mg 250-1000, days 1-3, total_mg 500-2500"]),
            (
                &["start-proliferative", "start-pure-v-nephrotic"],
                &["start: floor_mg 25, from_mg_per_kg 0.3, scheme single, to_mg_per_kg 0.7, weeks 4"],
            ),
            (&["start-child"], &["start: from_mg_per_kg 0.6, scheme single, to_mg_per_kg 1"]),
            (&["target-dose"], &["target: at_most_mg 5, months 4-6, scheme single"]),
            (&["response-3"], &["response: fall_at_least 25, gfr_at_least 80, goal target"]),
            (&["response-6"], &["response: fall_at_least 50, goal partial_response"]),
            (&["response-12"], &["response: below 700 mg/g | 0.7 g/g, goal target"]),
            (
                &["maintenance-length", "three-years-after-response", "gradual-withdrawal"],
                &["duration: least_months 36"],
            ),
            (&["response-not-sustained"], &["duration: least_months 12"]),
            (&["pregnancy-too-early", "pregnancy-quiet-long-enough"], &["duration: least_months 6"]),
        ],
    ),
    (
        "acr-2024",
        &[
            (&["pulse", "pulse-pure-v-below-1g"], &["pulse: daily_mg 250-1000, days 1-3"]),
            (&["oral-start", "oral-start-pure-v-below-1g"], &["start: cap_mg 40, scheme single, to_mg_per_kg 0.5"]),
            (&["five-mg"], &["target: at_most_mg 5, months 6-6, scheme single"]),
            (
                &["response-6"],
                &[
                    "response: below 3 g/g | 300 mg/mmol, by_month 12, fall_at_least 50, gfr_at_least 80, goal partial_response",
                    "response: below 0.5 g/g | 50 mg/mmol, by_month 12, gfr_at_least 80, goal complete_response",
                ],
            ),
            (
                &["response-12"],
                &[
                    "response: below 0.5 g/g | 50 mg/mmol, gfr_at_least 80, goal complete_response",
                    "response: below 3 g/g | 300 mg/mmol, fall_at_least 50, gfr_at_least 80, goal partial_response",
                ],
            ),
            (
                &["maintenance-duration", "duration-not-reached", "duration-total", "duration-figure"],
                &["duration: least_months 36, most_months 60"],
            ),
            (&["pregnancy-stable-on-new-drugs"], &["duration: least_months 4, most_months 6"]),
        ],
    ),
    (
        "kdigo-2024",
        &[
            (&["pulse", "pulse-pure-v", "pulse-pure-v-low"], &["pulse: daily_mg 250-500, days 1-3"]),
            (&["oral-start"], &[KDIGO_START[0], KDIGO_START[1], KDIGO_START[2]]),
            (&["oral-start-pure-v", "oral-start-pure-v-low"], &[KDIGO_START[0], KDIGO_START[1]]),
            (&["five-mg"], &[KDIGO_TARGET[0], KDIGO_TARGET[1], KDIGO_TARGET[2]]),
            (&["five-mg-pure-v", "five-mg-pure-v-low"], &[KDIGO_TARGET[0], KDIGO_TARGET[1]]),
            (&["response-3"], &["response: fall_at_least 25, goal target"]),
            (
                &["response-6"],
                &[
                    "response: fall_at_least 50, goal target",
                    "response: below 3 g/g | 300 mg/mmol, by_month 12, fall_at_least 50, gfr_within 10-15, goal partial_response",
                ],
            ),
            (
                &["response-12"],
                &[
                    KDIGO_COMPLETE,
                    "response: at_most 0.7 g/g, gfr_floor 60, gfr_preflare_at_least 80, goal primary_efficacy, without_rescue true",
                ],
            ),
            (&["response-24"], &[KDIGO_COMPLETE]),
            (&["maintenance-length", "duration-not-reached", "duration-reached"], &["duration: least_months 36"]),
            (&["pregnancy-too-early", "pregnancy-off-teratogens"], &["duration: least_months 6"]),
        ],
    ),
];

const KDIGO_START: [&str; 3] = [
    "start: cap_mg 40, from_mg_per_kg 0.5, scheme reduced, to_mg_per_kg 0.6, weeks 2",
    "start: cap_mg 50, from_mg_per_kg 0.6, scheme moderate, to_mg_per_kg 0.7, weeks 2",
    "start: cap_mg 80, from_mg_per_kg 0.8, scheme high, to_mg_per_kg 1, weeks 2",
];
const KDIGO_TARGET: [&str; 3] = [
    "target: at_most_mg 5, scheme reduced, weeks 11-12",
    "target: at_most_mg 5, scheme moderate, weeks 17-18",
    "target: at_most_mg 5, scheme high, weeks 21-24",
];
const KDIGO_COMPLETE: &str = "response: below 0.5 g/g | 50 mg/mmol, gfr_within 10-15, goal complete_response";

/// The figures of one entry, by name; from when months are counted is told elsewhere.
fn figures(kind: &str, entry: &Value) -> String {
    let parts: BTreeMap<&String, &Value> = entry.as_object().unwrap().iter().collect();
    let parts = parts.iter().filter(|(key, _)| key.as_str() != "counted_from").map(|(key, part)| {
        let span = part.get("least").zip(part.get("most"));
        let written = span.map_or_else(|| said(part), |(least, most)| format!("{}-{}", said(least), said(most)));
        format!("{key} {written}")
    });
    format!("{kind}: {}", parts.collect::<Vec<_>>().join(", "))
}

#[test]
fn every_printed_dose_response_and_duration_is_that_of_the_sheet() {
    let library = library();
    for (id, sheet) in FIGURES {
        let mut found: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for statement in &library.guideline(id).unwrap().statements {
            let entries = [
                ("pulse", json!(statement.pulse.as_slice())),
                ("start", json!(statement.start)),
                ("target", json!(statement.target)),
                ("response", json!(statement.response)),
                ("duration", json!(statement.duration.as_slice())),
            ];
            for (kind, entries) in &entries {
                for entry in entries.as_array().unwrap() {
                    found.entry(&statement.id).or_default().push(figures(kind, entry));
                }
            }
        }
        for (statements, figures) in *sheet {
            for statement in *statements {
                assert_eq!(found.remove(statement).unwrap_or_default(), *figures, "{id} {statement}");
            }
        }
        assert!(found.is_empty(), "{id}: {found:?}");
    }
}
