//! The figures of prevention: what they say of shipped cases, and where each comes from.

use regards::app::{Panel, Screen, State};
use regards::clinic::FigureId;
use regards::domain::Case;
use regards::knowledge::{Country, Facts, Table};
use regards::text::Lang;
use regards::wording::figure::{self, At, Tone, plain};

use crate::picture::picture;
use crate::scene::*;

const FIGURES: [FigureId; 8] = [
    FigureId::HcqDose,
    FigureId::Retina,
    FigureId::BloodPressure,
    FigureId::HeartRisk,
    FigureId::Antiphospholipids,
    FigureId::Vaccines,
    FigureId::Basics,
    FigureId::Quality,
];

/// The screen that says where a figure of a case comes from.
fn origin(lang: Lang, case: &str, figure: FigureId) -> State {
    let mut state = room(lang);
    press(&mut state, &format!("/{case}<enter><enter>"));
    while !matches!(&state.screen, Screen::Case(case) if case.panel == Panel::Damage) {
        press(&mut state, "<tab>");
    }
    let place = Panel::Damage.figures().iter().position(|id| *id == figure).unwrap();
    press(&mut state, "<home>");
    press(&mut state, &"<down>".repeat(place));
    press(&mut state, "<enter>");
    state
}

#[test]
fn origins() {
    for (case, figure, lang, (width, height), name) in [
        ("LN-2026-006", FigureId::Retina, Lang::Fr, (120, 36), "006-retina-120x36-fr"),
        ("LN-2026-010", FigureId::Antiphospholipids, Lang::En, (80, 24), "010-apl-80x24-en"),
        ("LS-2026-011", FigureId::HeartRisk, Lang::En, (120, 36), "011-heart-120x36-en"),
        ("LN-2026-004", FigureId::Vaccines, Lang::Fr, (80, 24), "004-vaccines-80x24-fr"),
        ("LS-2026-011", FigureId::Basics, Lang::Fr, (160, 45), "011-basics-160x45-fr"),
        ("LN-2026-006", FigureId::Quality, Lang::En, (120, 36), "006-quality-120x36-en"),
    ] {
        let state = origin(lang, case, figure);
        insta::assert_snapshot!(name, picture(&shot(&state, width, height)));
    }
}

fn told(case: &Case, lang: Lang, id: FigureId) -> (String, bool) {
    let library = library();
    let facts: Facts = regards::knowledge::facts(case, today());
    let table: Table = regards::knowledge::side_by_side(&library, &facts, Country::France);
    let at = At::new(case, today(), &facts, &table, lang);
    let rows = figure::told(id, &at);
    assert!(!figure::origin(id, &at).sources.is_empty(), "{id:?} has no source");
    let lacks = rows.iter().flatten().any(|part| part.tone == Tone::Lacking);
    (rows.iter().map(plain).collect::<Vec<_>>().join("\n"), lacks)
}

/// A case that says nothing: each figure is there and says what it lacks, in both languages.
#[test]
fn without_data_each_says_what_it_lacks() {
    let case = crate::clinic::bare_case();
    for lang in [Lang::Fr, Lang::En] {
        for id in FIGURES {
            let (text, lacks) = told(&case, lang, id);
            assert!(lacks, "{id:?}: {text}");
            assert!(!text.contains('_'), "{id:?} shows a code: {text}");
        }
    }
}

/// What the file states is kept, and what the tests say otherwise is said.
#[test]
fn a_stated_profile_that_the_tests_contradict_is_said() {
    let mut case = crate::clinic::bare_case();
    case.background = serde_json::from_value(serde_json::json!({
        "apl": "negative",
        "apl_tests": [
            { "date": "2026-01-05", "lupus_anticoagulant": "positive", "acl": "negative", "anti_b2gpi": "negative" },
            { "date": "2026-06-05", "lupus_anticoagulant": "positive", "acl": "negative", "anti_b2gpi": "negative" },
        ],
    }))
    .unwrap();
    let (text, _) = told(&case, Lang::En, FigureId::Antiphospholipids);
    assert!(text.starts_with("high-risk aPL confirmed"), "{text}");
    assert!(text.contains("the file says “aPL negative”, the tests “high-risk aPL”"), "{text}");
}

/// Below eGFR 30 both cuts are shown; in pregnancy the note of EULAR 2024.
#[test]
fn both_cuts_are_shown_below_thirty() {
    let mut case = crate::clinic::bare_case();
    let file = serde_json::json!({
        "format": 1, "case": "LN-TEST", "question": "?",
        "patient": { "alias": "A. B.", "sex": "female", "born": "1986-01", "weight": "62 kg" },
        "pregnancy": { "status": "pregnant" },
        "labs": [{ "date": "2026-11-02", "creatinine": "186 µmol/L" }],
        "treatments": [{ "drug": "hydroxychloroquine", "dose": "200 mg/d", "from": "2020-01-01" }],
    });
    case.clone_from(&serde_json::from_value(file).unwrap());
    let (text, _) = told(&case, Lang::En, FigureId::HcqDose);
    let text = text.replace('\u{a0}', " ");
    assert!(text.contains("KDIGO 2024 ≤ 232.5 mg/d, EULAR/ERA 2019 ≤ 155 mg/d"), "{text}");
    assert!(text.contains("Pregnancy: up to 400 mg/d (EULAR 2024)"), "{text}");
}
