use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::{Day, Due};

codes! {
    /// What sort of act it is.
    ActionKind {
        Labs = "labs", Biopsy = "biopsy", Opinion = "opinion", Vaccine = "vaccine", Tell = "tell", Imaging = "imaging",
        Visit = "visit",
        /// An act with an owner, of none of these sorts.
        Other = "other",
    }
}

/// Something to be done that is not a drug (rcp.md 8.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActionItem {
    /// What sort of act it is.
    pub kind: ActionKind,
    /// What, as said.
    pub what: String,
    /// Who does it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Due>,
}

impl ActionItem {
    /// The day by which it should be done.
    pub fn due(&self) -> Option<Day> {
        self.when.and_then(|due| due.day)
    }
}
