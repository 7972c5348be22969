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
