use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::scalar::leaf;
use super::{AplUnits, Day, Field, Refusal};

codes! {
    /// The result of a test that has no titre.
    Detected { Negative = "negative", Positive = "positive" }
}

/// An antibody by its titre, or `negative` where the laboratory gives no more.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum AplResult {
    /// Said to be negative.
    Negative,
    /// A titre, the highest of its isotypes.
    Titre(AplUnits),
}

impl FromStr for AplResult {
    type Err = Refusal;
    fn from_str(written: &str) -> Result<Self, Refusal> {
        if written == "negative" { Ok(Self::Negative) } else { written.parse().map(Self::Titre) }
    }
}

impl fmt::Display for AplResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Negative => f.write_str("negative"),
            Self::Titre(titre) => titre.fmt(f),
        }
    }
}

leaf!(
    AplResult,
    "AplResult",
    r"^(negative|[0-9]+([.,][0-9]+)? ?(U/mL|U|U/ml|UI/mL|IU/mL|GPL|MPL|UGPL/mL|UMPL/mL|CU))$",
    "negative, or a titre with its unit: 62 U/mL, 62 GPL; the highest of IgG and IgM"
);

/// Antiphospholipid antibodies of one day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AplTest {
    /// Day of the sample (date du prélèvement).
    pub date: Day,
    /// Lupus anticoagulant (anticoagulant circulant lupique).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub lupus_anticoagulant: Field<Detected>,
    /// Anticardiolipin, the highest of IgG and IgM (anticardiolipine).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub acl: Field<AplResult>,
    /// Anti-β2-glycoprotein I, the highest of IgG and IgM (anti-β2-glycoprotéine I).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub anti_b2gpi: Field<AplResult>,
}
