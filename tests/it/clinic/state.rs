use regards::clinic::*;
use regards::domain::{Field, SledaiItem};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{bare_case, vectors, visit};

fn facts(row: &Value) -> StateFacts {
    let items: Vec<SledaiItem> = serde_json::from_value(row["items"].clone()).unwrap();
    StateFacts {
        sledai: Sledai::of(&visit(&items)),
        pga: Some(row["pga"].to_string().parse().unwrap()),
        prednisone: Ok(row["pred"].to_string().parse().unwrap()),
        new_activity: row["new"].as_bool(),
        haemolysis: row["haemol_gi"].as_bool(),
        gut: Some(false),
        cardiopulmonary: Some(false),
        standard_treatment: row["std"].as_bool(),
    }
}

fn verdict(value: &Value) -> Verdict {
    Verdict::of(value.as_bool().unwrap())
}

/// activity.md 16.3.
#[test]
fn doris_and_lldas_vectors() {
    let table = vectors("states");
    assert_eq!(table.len(), 17);
    for row in table {
        let id = &row["id"];
        let doris = Doris::of(&facts(&row));
        assert_eq!(doris.up_to_five, verdict(&row["doris_le5"]), "{id}");
        assert_eq!(doris.below_five, verdict(&row["doris_lt5"]), "{id}");
        assert_eq!(lldas(&facts(&row)), verdict(&row["lldas"]), "{id}");
    }
}

#[test]
fn one_no_decides_and_unknowns_add_up() {
    let quiet = &vectors("states")[0];
    let mut open = facts(quiet);
    open.pga = None;
    open.new_activity = None;
    assert_eq!(lldas(&open), Verdict::Unknown(vec![Need::NewActivity, Need::Pga]));
    assert_eq!(Doris::of(&open).up_to_five, Verdict::lacking(Need::Pga));
    open.prednisone = Ok(Decimal::from(20));
    assert_eq!(lldas(&open), Verdict::No);
    assert_eq!(Doris::of(&open).up_to_five, Verdict::No);
}

#[test]
fn an_item_not_assessed_leaves_the_state_open() {
    let mut seen = visit(&[]);
    seen.not_assessed = vec![SledaiItem::Proteinuria];
    let mut found = facts(&vectors("states")[0]);
    found.sledai = Sledai::of(&seen);
    assert_eq!(Doris::of(&found).up_to_five, Verdict::lacking(Need::SledaiItems));
    assert_eq!(lldas(&found), Verdict::lacking(Need::SledaiItems));
    seen.not_assessed = vec![SledaiItem::AntiDsdna];
    found.sledai = Sledai::of(&seen);
    assert_eq!(Doris::of(&found).up_to_five, Verdict::Yes);
    assert_eq!(lldas(&found), Verdict::Yes);
}

#[test]
fn the_facts_of_a_visit() {
    let mut case = bare_case();
    case.treatments =
        serde_json::from_value(json!([{ "drug": "prednisone", "dose": "5 mg/d", "from": "2025-01-01" }])).unwrap();
    let mut seen = visit(&[]);
    seen.pga = Field::Known("0.2".parse().unwrap());
    let found = StateFacts::of(&case, &seen);
    let open = Verdict::lacking(Need::StandardTreatment);
    assert_eq!(Doris::of(&found), Doris { up_to_five: open, below_five: Verdict::No });
    let lacking = vec![Need::Haemolysis, Need::Gut, Need::Cardiopulmonary, Need::NewActivity, Need::StandardTreatment];
    assert_eq!(lldas(&found), Verdict::Unknown(lacking));
    let untreated = Doris::of(&StateFacts::of(&bare_case(), &seen));
    assert_eq!(untreated.up_to_five, Verdict::Unknown(vec![Need::Treatments, Need::StandardTreatment]));
}

/// activity.md 6: the organs that LLDAS counts as major, item by item.
#[test]
fn major_organs_are_fifteen_items() {
    use SledaiItem as I;
    let major = [
        I::Seizure,
        I::Psychosis,
        I::OrganicBrain,
        I::Visual,
        I::CranialNerve,
        I::LupusHeadache,
        I::Cva,
        I::Vasculitis,
        I::Casts,
        I::Haematuria,
        I::Proteinuria,
        I::Pyuria,
        I::Pleurisy,
        I::Pericarditis,
        I::Fever,
    ];
    let found: Vec<SledaiItem> = SledaiItem::ALL.iter().copied().filter(|item| lldas_major(*item)).collect();
    assert_eq!(found.len(), 15);
    assert!(major.iter().all(|item| found.contains(item)));
}
