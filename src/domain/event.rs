use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Day;
use super::codes::codes;

codes! {
    /// What happened to the patient.
    EventKind {
        /// A flare; the organ, where it is known, is in the note.
        Flare = "flare",
        /// A flare of the kidney.
        RenalFlare = "renal_flare",
        Admission = "admission",
        Infection = "infection",
        Pregnancy = "pregnancy",
        Thrombosis = "thrombosis",
        Other = "other",
    }
}

/// Something that happened on a day, as a mark on the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Day on which it happened or began (date).
    pub date: Day,
    /// What it is (nature).
    pub kind: EventKind,
    /// What there is to say of it (précision).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
