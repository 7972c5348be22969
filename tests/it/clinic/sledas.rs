use regards::clinic::*;
use regards::domain::Rash;
use serde_json::Value;

use super::vectors;

/// The facts of a row; amounts that it does not give are normal.
fn facts(inputs: &Value) -> SleDasFacts {
    let amount = |key: &str, normal: &str| inputs.get(key).map_or(normal.to_owned(), ToString::to_string);
    let mut rash = Rash::None;
    let mut present = Vec::new();
    for flag in inputs.get("flags").and_then(Value::as_array).into_iter().flatten() {
        match flag.as_str().unwrap() {
            "hypo_c" => present.push(SleDasItem::LowComplement),
            "dsdna" => present.push(SleDasItem::AntiDsdna),
            "alopecia" => present.push(SleDasItem::Alopecia),
            "ulcers" => present.push(SleDasItem::MucosalUlcers),
            "npsle" => present.push(SleDasItem::Neuropsychiatric),
            "serositis" => present.push(SleDasItem::Serositis),
            "haemolysis" => present.push(SleDasItem::HaemolyticAnaemia),
            "local_rash" => rash = Rash::Localised,
            "general_rash" => rash = Rash::Generalised,
            other => panic!("{other}"),
        }
    }
    SleDasFacts {
        swollen_joints: amount("sjc", "0").parse().unwrap(),
        rash,
        present,
        protein: Some(UrineProtein::Ratio(format!("{} mg/g", amount("prot", "80")).parse().unwrap())),
        platelets: Some(format!("{} G/L", amount("plt", "250")).parse().unwrap()),
        white_cells: Some(format!("{} G/L", amount("wbc", "6")).parse().unwrap()),
        not_counted: Vec::new(),
    }
}

/// activity.md 16.2, D01 to D21.
#[test]
fn sle_das_vectors() {
    let table = vectors("sledas");
    assert_eq!(table.len(), 22);
    for row in table.iter().filter(|row| row["expect"] != "error") {
        let id = &row["id"];
        let found = sle_das(&facts(&row["inputs"])).unwrap();
        assert!((found - row["raw"].as_f64().unwrap()).abs() < 1e-4, "{id}: {found}");
        let range = match row["cat"].as_str().unwrap() {
            "remission-range" => SleDasRange::Remission,
            "mild" => SleDasRange::Mild,
            "moderate/severe" => SleDasRange::ModerateSevere,
            other => panic!("{other}"),
        };
        assert_eq!(SleDasRange::of(found), range, "{id}");
    }
    assert_eq!(SLE_DAS.checked, Checked::Secondary);
}

/// activity.md 16.2, D22: an empty amount is an error, never -17.2.
#[test]
fn an_empty_amount_is_no_score() {
    let mut found = facts(&Value::Null);
    found.protein = None;
    assert_eq!(sle_das(&found), Err(vec![Need::Proteinuria]));
    found.white_cells = None;
    found.platelets = Some("0 G/L".parse().unwrap());
    assert_eq!(sle_das(&found), Err(vec![Need::Proteinuria, Need::Platelets, Need::WhiteCells]));
}

/// activity.md 2: remission to 2.08, mild to 7.64.
#[test]
fn ranges_at_their_limits() {
    use SleDasRange::{Mild, ModerateSevere, Remission};
    for (score, range) in [(2.08, Remission), (2.081, Mild), (7.64, Mild), (7.641, ModerateSevere)] {
        assert_eq!(SleDasRange::of(score), range, "{score}");
    }
}

/// activity.md 2, the formula: every item adds its own weight to the constant of 0.366; four of them are in no vector of 16.2.
#[test]
fn every_item_adds_its_weight() {
    use SleDasItem as I;
    let weights = [
        (I::MucocutaneousVasculitis, 4.408),
        (I::Alopecia, 0.973),
        (I::MucosalUlcers, 2.769),
        (I::LowComplement, 0.754),
        (I::AntiDsdna, 0.956),
        (I::Neuropsychiatric, 18.0),
        (I::SystemicVasculitis, 18.0),
        (I::CardiacPulmonary, 18.0),
        (I::Myositis, 9.0),
        (I::Serositis, 6.0),
        (I::HaemolyticAnaemia, 9.0),
    ];
    assert_eq!(weights.map(|(item, _)| item), SleDasItem::ALL);
    for (item, weight) in weights {
        let score = sle_das(&SleDasFacts { present: vec![item, item], ..facts(&Value::Null) }).unwrap();
        assert!((score - 0.366 - weight).abs() < 1e-9, "{item:?}: {score}");
    }
    for (rash, weight) in [(Rash::None, 0.0), (Rash::Localised, 3.138), (Rash::Generalised, 3.887)] {
        let score = sle_das(&SleDasFacts { rash, ..facts(&Value::Null) }).unwrap();
        assert!((score - 0.366 - weight).abs() < 1e-9, "{rash:?}: {score}");
    }
}

/// activity.md 2: amounts count above 500 mg/g, below 100 G/L, below 3 G/L; a ratio and a collection alike.
#[test]
fn amounts_count_beyond_their_limits() {
    let score = |protein: &str, platelets: &str, white_cells: &str| {
        let found = SleDasFacts {
            protein: Some(match protein.parse() {
                Ok(ratio) => UrineProtein::Ratio(ratio),
                Err(_) => UrineProtein::Daily(protein.parse().unwrap()),
            }),
            platelets: Some(platelets.parse().unwrap()),
            white_cells: Some(white_cells.parse().unwrap()),
            ..facts(&Value::Null)
        };
        sle_das(&found).unwrap() - 0.366
    };
    let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-9, "{found}, expected {expected}");
    near(score("500 mg/g", "100 G/L", "3 G/L"), 0.0);
    near(score("501 mg/g", "100 G/L", "3 G/L"), -17.584 + 3.811 * 501_f64.ln());
    near(score("500 mg/24h", "100 G/L", "3 G/L"), 0.0);
    near(score("501 mg/24h", "100 G/L", "3 G/L"), -17.584 + 3.811 * 501_f64.ln());
    near(score("500 mg/g", "99 G/L", "3 G/L"), 26.105 - 5.577 * 99_f64.ln());
    near(score("500 mg/g", "100 G/L", "2.9 G/L"), 6.118 - 5.058 * 2.9_f64.ln());
}
