//! Published and worked vectors of the `clinic` room, from the clinical fact sheets.

mod albuminuria;
mod apl;
mod basics;
mod chronicle;
mod cyclophosphamide;
mod difficult;
mod discordance;
mod egfr;
mod epices;
mod five_points;
mod flare;
mod giop;
mod hcq;
mod histology;
mod numbers;
mod proteinuria;
mod quality;
mod renal_flare;
mod responder;
mod response;
mod retina;
mod score2;
mod sdi;
mod series;
mod serology;
mod sledai;
mod sledas;
mod slope;
mod state;
mod steroid;
mod strategy;
mod taper;
mod type2;
mod vaccines;

use regards::domain::{ActivityVisit, Case, SledaiItem};
use serde_json::{Value, json};

/// A case that says nothing but what every case must, to fill in.
pub fn bare_case() -> Case {
    serde_json::from_value(json!({
        "format": 1,
        "case": "LN-TEST",
        "question": "?",
        "patient": { "alias": "A. B.", "sex": "female" },
    }))
    .unwrap()
}

/// A visit at which every item was assessed and these are present.
pub fn visit(items: &[SledaiItem]) -> ActivityVisit {
    serde_json::from_value(json!({ "date": "2026-02-10", "sledai": items })).unwrap()
}

/// A table of activity.md 16 in its machine form.
pub fn vectors(table: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(include_str!("../vectors/activity.json")).unwrap();
    all[table].as_array().unwrap().clone()
}
