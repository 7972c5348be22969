//! Published and worked vectors of the `clinic` room, from the clinical fact sheets.

mod egfr;

use regards::domain::Case;

/// A case that says nothing but what every case must, to fill in.
pub fn bare_case() -> Case {
    serde_json::from_value(serde_json::json!({
        "format": 1,
        "case": "LN-TEST",
        "question": "?",
        "patient": { "alias": "A. B.", "sex": "female" },
    }))
    .unwrap()
}
