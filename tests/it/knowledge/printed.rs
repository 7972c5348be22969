//! What the three guidelines print, read a second time from guidelines.md: the limits that their statements ask for, and the
//! doses, responses and durations that they give.

use std::collections::BTreeMap;

use regards::knowledge::Guideline;
use serde_json::{Value, json};

use crate::scene::library;

/// Statements that ask for the same limits, by guideline. `silence` is what a guideline says nothing of.
type Limits = &'static [(&'static [&'static str], &'static [&'static str])];

const EGFR_WINDOW: &[&str] = &["at_least egfr 20 mL/min/1.73m²", "at_most egfr 60 mL/min/1.73m²"];

/// guidelines.md A (0.5 to biopsy), C and S (1 g/d in pure class V), D and S (filtration, heavy proteinuria, IgG, prednisone),
/// E.1 (stopping glucocorticoid), G (albumin, SGLT2 inhibitors), I (stopping), L (pregnancy).
const EULAR: Limits = &[
    (&["biopsy", "biopsy-in-time"], &["at_least proteinuria 500 mg/g | 0.5 g/g | 0.5 g/24h"]),
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
        ],
        &["at_most proteinuria 1 g/g"],
    ),
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
    (&["sglt2-inhibitor"], &["at_least months_since_start 12 months", EGFR_WINDOW[0], EGFR_WINDOW[1]]),
    (
        &["sglt2-inhibitor-six-to-twelve"],
        &["at_least months_since_start 6 months", "below months_since_start 12 months", EGFR_WINDOW[0], EGFR_WINDOW[1]],
    ),
    (&["sglt2-inhibitor-wait"], &["below months_since_start 6 months", EGFR_WINDOW[0], EGFR_WINDOW[1]]),
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
const ACR: Limits = &[
    (
        &["biopsy", "biopsy-reading", "biopsy-prompt", "glucocorticoid-before-biopsy", "no-biopsy-possible"],
        &["above proteinuria 0.5 g/g | 50 mg/mmol | 0.5 g/24h"],
    ),
    (
        &["pure-v-from-1g", "pure-v-from-1g-second", "pure-v-from-1g-text", "class-v-from-1g"],
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
    (&["glucocorticoid-chronic"], &["at_least months_since_start 6 months", "above prednisone 5 mg/d"]),
    (&["protein"], &["below egfr 60 mL/min/1.73m²"]),
    (&["anticoagulation"], &["below albumin 25 g/L | 2.5 g/dL"]),
    (&["duration-not-reached"], &["below months_since_start 36 months"]),
    (&["duration-total", "silence"], &["at_least months_since_start 36 months"]),
    (&["duration-figure"], &["below months_since_complete_response 36 months"]),
    (&["repeat-biopsy"], &["at_least months_since_start 6 months"]),
    (&["pregnancy-too-early"], &["below quiet_months 4 months"]),
    (&["pregnancy-stable-on-new-drugs"], &["below months_off_teratogen 4 months"]),
    (&["bone-density"], &["at_least prednisone 2.5 mg/d"]),
    (&["urine-cytology"], &["above cyclophosphamide_lifetime 36 g"]),
];

/// guidelines.md 0.2 and A, B.1 (eGFR above 45), D, E.1, F, I, L, C (ADAMTS13).
const KDIGO: Limits = &[
    (
        &["biopsy", "glucocorticoid-before-biopsy"],
        &["at_least proteinuria 500 mg/g | 0.5 g/g | 50 mg/mmol | 0.5 g/24h"],
    ),
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

/// Where the sheet prints no figure: the limit is a reading of the words, and not held here.
const UNPRINTED: &[(&str, &str)] = &[
    // "Unexplained fall", "falling function".
    ("", "egfr_fall"),
    // A number of courses: held where a failure is told.
    ("", "failed_courses"),
    // "Dose adjustment in CKD", "if low GFR".
    ("hydroxychloroquine-kidney", "egfr"),
    ("hydroxychloroquine-low-filtration", "egfr"),
    // "Persistent proteinuria".
    ("eular-2025 sglt2-inhibitor", "proteinuria"),
    ("sglt2-inhibitor-six-to-twelve", "proteinuria"),
    ("sglt2-inhibitor-wait", "proteinuria"),
    // "CKD, moderate-high proteinuria".
    ("acr-2024 sglt2-inhibitor", "proteinuria"),
    ("acr-2024 sglt2-inhibitor", "egfr"),
];

fn is_printed(guideline: &str, statement: &str, fact: &str) -> bool {
    let here = [String::new(), statement.to_owned(), format!("{guideline} {statement}")];
    !UNPRINTED.iter().any(|(place, unprinted)| *unprinted == fact && here.iter().any(|one| one == place))
}

fn said(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(forms) => forms.iter().map(said).collect::<Vec<_>>().join(" | "),
        other => other.to_string(),
    }
}

/// What a condition holds numbers against, as the fact and the whole limit.
fn limits(condition: &Value) -> Vec<(String, String)> {
    match condition {
        Value::Array(parts) => parts.iter().flat_map(limits).collect(),
        Value::Object(parts) => parts
            .iter()
            .flat_map(|(key, part)| match (part.get("fact"), part.get("value")) {
                (Some(fact), Some(value)) => vec![(said(fact), format!("{key} {} {}", said(fact), said(value)))],
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
        for (fact, limit) in limits(&json!(when)) {
            if is_printed(&guideline.id, id, &fact) {
                found.entry(id.to_owned()).or_default().push(limit);
            }
        }
    }
    found
}

#[test]
fn every_printed_limit_is_that_of_the_sheet() {
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
