use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::{Day, Field};

codes! {
    /// The items of the BASICs checklist, by letter (headings: Chiche, slides; the items are a proposal, damage.md A4).
    /// Large and small letters differ: `S1` is of the sun, `s1` of what is specific.
    BasicsItem {
        B1 = "B1", B2 = "B2", B3 = "B3", B4 = "B4", B5 = "B5", B6 = "B6", B7 = "B7", B8 = "B8",
        A1 = "A1", A2 = "A2", A3 = "A3", A4 = "A4", A5 = "A5", A6 = "A6", A7 = "A7", A8 = "A8", A9 = "A9",
        S1 = "S1", S2 = "S2", S3 = "S3", S4 = "S4", S5 = "S5", S6 = "S6",
        I1 = "I1", I2 = "I2", I3 = "I3", I4 = "I4", I5 = "I5", I6 = "I6", I7 = "I7", I8 = "I8", I9 = "I9",
        I10 = "I10", I11 = "I11", I12 = "I12",
        C1 = "C1", C2 = "C2", C3 = "C3", C4 = "C4", C5 = "C5", C6 = "C6", C7 = "C7", C8 = "C8", C9 = "C9",
        Specific1 = "s1", Specific2 = "s2", Specific3 = "s3", Specific4 = "s4", Specific5 = "s5",
        Specific6 = "s6", Specific7 = "s7", Specific8 = "s8", Specific9 = "s9", Specific10 = "s10",
    }
    /// Where an item of the checklist stands, as somebody recorded it.
    BasicsMark { Done = "done", ToDo = "to_do", NotApplicable = "not_applicable" }
}

/// An item of the checklist as recorded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BasicsEntry {
    /// The item: `B1`, `s9`.
    pub item: BasicsItem,
    /// Where it stands (état).
    pub state: BasicsMark,
    /// The day it was looked at or done (date).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub date: Field<Day>,
    /// By whom: a role or initials (par).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub by: Field<String>,
}
