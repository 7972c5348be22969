use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DailyMilligrams, Day};

/// One step of a planned taper: this dose by mouth until the next step begins; the last one goes on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlannedDose {
    /// First day of the dose; it may lie in the future (à partir de).
    pub from: Day,
    /// Prednisone a day; 0 mg/d is the stop (dose).
    pub dose: DailyMilligrams,
}
