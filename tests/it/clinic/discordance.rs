use regards::clinic::*;
use regards::domain::Field;
use rust_decimal::Decimal;
use serde_json::Value;

use super::{vectors, visit};

fn number(value: &Value) -> Decimal {
    value.to_string().parse().unwrap()
}

fn agreement(word: &Value) -> Agreement {
    match word.as_str().unwrap() {
        "concordant" => Agreement::Concordant,
        "patient higher" => Agreement::PatientHigher,
        "physician higher" => Agreement::PhysicianHigher,
        other => panic!("{other}"),
    }
}

/// activity.md 16.4.
#[test]
fn discordance_vectors() {
    let table = vectors("discordance");
    assert_eq!(table.len(), 14);
    for row in table {
        let mut seen = visit(&[]);
        seen.pga = Field::Known(row["pga"].to_string().parse().unwrap());
        seen.ptga = Field::Known(row["ptga"].to_string().parse().unwrap());
        let found = Discordance::of(&seen).unwrap();
        let id = &row["id"];
        assert_eq!(found.pga_of_100(), number(&row["pga100"]), "{id}");
        assert_eq!(found.delta(), number(&row["delta"]), "{id}");
        assert_eq!(found.delta_of_3(), number(&row["d3"]), "{id}");
        assert_eq!(found.by(DiscordanceRule::D25), agreement(&row["rule25"]), "{id}");
        assert_eq!(found.by(DiscordanceRule::D20), agreement(&row["rule2of10"]), "{id}");
    }
}

#[test]
fn discordance_says_what_is_missing() {
    assert_eq!(DiscordanceRule::default(), DiscordanceRule::D25);
    let mut seen = visit(&[]);
    assert_eq!(Discordance::of(&seen), Err(vec![Need::Pga, Need::Ptga]));
    seen.pga = Field::Known("1.2".parse().unwrap());
    assert_eq!(Discordance::of(&seen), Err(vec![Need::Ptga]));
}
