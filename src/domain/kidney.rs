use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::{Adamts13, Day, Field, NihGrades, Percent};

codes! {
    /// A component of the ISN/RPS classification (2003, revised 2018; activity.md 15).
    Class { I = "I", II = "II", III = "III", IV = "IV", V = "V", VI = "VI" }
    /// Active, chronic, or both: the letters of the 2003 edition.
    Lesions {
        /// Active lesions only.
        A = "A",
        /// Active and chronic lesions.
        AC = "A/C",
        /// Chronic lesions only.
        C = "C",
    }
    /// Class IV of the 2003 edition: most involved glomeruli segmental or global; dropped in 2018.
    TuftShare {
        /// IV-S: less than half of the tuft in half of the involved glomeruli or more.
        Segmental = "S",
        /// IV-G: half of the tuft or more.
        Global = "G",
    }
    /// Edition of the classification used by the pathologist.
    Edition { E2003 = "2003", E2018 = "2018" }
    /// A plain answer.
    YesNo { Yes = "yes", No = "no" }
    /// How much of the cortex or of the glomeruli a lesion takes.
    Extent { None = "none", Mild = "mild", Moderate = "moderate", Severe = "severe" }
    /// What stands in for the kidneys today.
    Replacement {
        None = "none",
        Haemodialysis = "haemodialysis",
        PeritonealDialysis = "peritoneal_dialysis",
        Transplant = "transplant",
    }
}

/// A kidney biopsy as reported. AI 0 to 24 and CI 0 to 12 are the modified NIH indices (2018).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Biopsy {
    /// Date of the biopsy (date de la PBR).
    pub date: Day,
    /// ISN/RPS class components, e.g. [V] or [III, V] (classe).
    pub class: Vec<Class>,
    /// Active / chronic letters of the 2003 edition (lésions).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub lesions: Field<Lesions>,
    /// Segmental or global, class IV of the 2003 edition only (segmentaire ou globale).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub global_or_segmental: Field<TuftShare>,
    /// Edition used (édition).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub edition: Field<Edition>,
    /// NIH activity index, 0 to 24 (indice d'activité).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub activity: Field<ActivityIndex>,
    /// NIH chronicity index, 0 to 12 (indice de chronicité).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub chronicity: Field<ChronicityIndex>,
    /// Grades of the lesions that make both indices (grades des lésions NIH).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nih: Option<NihGrades>,
    /// Share of glomeruli with crescents (croissants).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub crescents: Field<Percent>,
    /// Fibrinoid necrosis (nécrose fibrinoïde).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub necrosis: Field<YesNo>,
    /// Tubulo-interstitial inflammation (inflammation interstitielle).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub interstitial_inflammation: Field<Extent>,
    /// Interstitial fibrosis and tubular atrophy (fibrose interstitielle et atrophie tubulaire).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub fibrosis: Field<Extent>,
    /// Extensive podocyte effacement on electron microscopy (effacement podocytaire).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub podocyte_effacement: Field<YesNo>,
    /// Thrombotic microangiopathy (MAT).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub tma: Field<YesNo>,
    /// Number of glomeruli (nombre de glomérules).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub glomeruli: Field<u16>,
}

/// NIH activity index, 0 to 24.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ActivityIndex(pub u8);
/// NIH chronicity index, 0 to 12.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ChronicityIndex(pub u8);

macro_rules! index {
    ($type:ident, $name:literal, $most:literal) => {
        impl std::str::FromStr for $type {
            type Err = super::Refusal;
            fn from_str(written: &str) -> Result<Self, super::Refusal> {
                super::patient::bounded($name, written, 0, $most)?;
                written.parse().map(Self).map_err(|_| super::Refusal::NotANumber { written: written.to_owned() })
            }
        }
        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}", self.0)
            }
        }
        super::scalar::leaf!($type, $name, "^[0-9]{1,2}$", "A whole number of the NIH index");
    };
}
index!(ActivityIndex, "activity", 24);
index!(ChronicityIndex, "chronicity", 12);

/// The kidney: histology and what the series of laboratory values does not say.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Kidney {
    /// Biopsies, oldest first (PBR).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub biopsies: Vec<Biopsy>,
    /// Rapidly progressive: fast loss of GFR (évolution rapidement progressive).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub rapidly_progressive: Field<YesNo>,
    /// Best eGFR before this flare is known from this date (date du DFGe d'avant la poussée).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub preflare: Field<Day>,
    /// Maximal tolerated RAAS blocker (bloqueur du SRAA à dose maximale tolérée).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub raasi_at_maximum: Field<YesNo>,
    /// Proteinuria worsening, or a complication of it: thrombosis, dyslipidaemia, oedema (aggravation).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub worsening: Field<YesNo>,
    /// ADAMTS13 activity (activité ADAMTS13).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub adamts13: Field<Adamts13>,
    /// Schistocytes on the blood film (schizocytes).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub schistocytes: Field<YesNo>,
    /// Days whose eGFR is left out of the slope, for acute injury or a flare (valeurs exclues de la pente).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub slope_excludes: Vec<Day>,
    /// What stands in for the kidneys today: nothing, dialysis or a transplant (suppléance rénale).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub replacement: Field<Replacement>,
}

/// The course of treatment that is under way or was last given, with the dates responses are judged from.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// First day of this treatment: the baseline (début du traitement).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub started: Field<Day>,
    /// Day on which a response was first recorded (date de réponse).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub response: Field<Day>,
    /// Day from which the complete renal response holds (date de réponse complète).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub complete_response: Field<Day>,
    /// Rescue treatment was needed (traitement de secours).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub rescue: Field<YesNo>,
}
