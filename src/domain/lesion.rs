use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Field, Refusal};

/// How far a lesion goes: 0 none, 1 below 25 %, 2 from 25 to 50 %, 3 above 50 % of glomeruli, or of the cortex for
/// interstitial lesions (activity.md 15).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LesionGrade(pub u8);

impl std::str::FromStr for LesionGrade {
    type Err = Refusal;
    fn from_str(written: &str) -> Result<Self, Refusal> {
        super::patient::bounded("nih", written, 0, 3)?;
        written.parse().map(Self).map_err(|_| super::scalar::not_a_number(written))
    }
}

impl fmt::Display for LesionGrade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

super::scalar::leaf!(LesionGrade, "LesionGrade", "^[0-3]$", "A grade of the NIH indices, 0 to 3");

/// The ten lesions of the modified NIH indices (2018), each graded 0 to 3: six of activity, four of chronicity.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NihGrades {
    /// Endocapillary hypercellularity (hypercellularité endocapillaire).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub endocapillary: Field<LesionGrade>,
    /// Neutrophils or karyorrhexis (neutrophiles ou caryorrhexis).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub neutrophils: Field<LesionGrade>,
    /// Fibrinoid necrosis (nécrose fibrinoïde).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub fibrinoid_necrosis: Field<LesionGrade>,
    /// Wire loops or hyaline thrombi (dépôts hyalins).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub hyaline_deposits: Field<LesionGrade>,
    /// Cellular or fibrocellular crescents (croissants cellulaires ou fibrocellulaires).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub crescents: Field<LesionGrade>,
    /// Interstitial inflammation (inflammation interstitielle).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub interstitial_inflammation: Field<LesionGrade>,
    /// Glomerulosclerosis, global and segmental (glomérulosclérose).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub glomerulosclerosis: Field<LesionGrade>,
    /// Fibrous crescents (croissants fibreux).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub fibrous_crescents: Field<LesionGrade>,
    /// Tubular atrophy (atrophie tubulaire).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub tubular_atrophy: Field<LesionGrade>,
    /// Interstitial fibrosis (fibrose interstitielle).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub interstitial_fibrosis: Field<LesionGrade>,
}
