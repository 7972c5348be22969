use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::scalar::leaf;
use super::{Day, Drug, Field, Refusal, YesNo};

codes! {
    /// Inflammatory rash of cutaneous lupus; the two kinds exclude each other (activity.md 2).
    Rash {
        /// None.
        None = "none",
        /// Above the neck only.
        Localised = "localised",
        /// Below the neck, with or without above.
        Generalised = "generalised",
    }
    /// Signs of the SELENA flare index, new or worse, which SLEDAI-2K does not grade (activity.md 7).
    FlareSign {
        /// Discoid lupus.
        Discoid = "discoid",
        /// Photosensitive rash.
        Photosensitive = "photosensitive",
        /// Lupus profundus.
        Profundus = "profundus",
        /// Cutaneous vasculitis.
        CutaneousVasculitis = "cutaneous_vasculitis",
        /// Bullous lupus.
        Bullous = "bullous",
        /// Nasopharyngeal ulcers.
        NasopharyngealUlcers = "nasopharyngeal_ulcers",
        /// Pleuritis.
        Pleuritis = "pleuritis",
        /// Pericarditis.
        Pericarditis = "pericarditis",
        /// Arthritis.
        Arthritis = "arthritis",
        /// Fever of lupus.
        Fever = "fever",
        /// Lupus of the central nervous system.
        CentralNervous = "central_nervous",
        /// Vasculitis.
        Vasculitis = "vasculitis",
        /// Nephritis.
        Nephritis = "nephritis",
        /// Myositis.
        Myositis = "myositis",
        /// Platelets below 60 G/L.
        PlateletsBelow60 = "platelets_below_60",
        /// Haemolysis with haemoglobin below 7 g/dL, or a fall of more than 3 g/dL.
        SevereHaemolysis = "severe_haemolysis",
    }
    /// A drug added for activity, as the SELENA flare index groups them (activity.md 7).
    FlareDrug {
        /// A non-steroidal anti-inflammatory drug.
        Nsaid = "nsaid",
        /// Hydroxychloroquine.
        Hydroxychloroquine = "hydroxychloroquine",
        /// Cyclophosphamide.
        Cyclophosphamide = "cyclophosphamide",
        /// Azathioprine.
        Azathioprine = "azathioprine",
        /// Methotrexate.
        Methotrexate = "methotrexate",
        /// Mycophenolate.
        Mycophenolate = "mycophenolate",
    }
}

/// Swollen joints of 28.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SwollenJoints(u8);

impl SwollenJoints {
    /// How many, 0 to 28.
    pub fn count(self) -> u8 {
        self.0
    }
}

impl std::str::FromStr for SwollenJoints {
    type Err = Refusal;
    fn from_str(written: &str) -> Result<Self, Refusal> {
        let count: u32 = written.parse().map_err(|_| super::scalar::not_a_number(written))?;
        let possible = u8::try_from(count).ok().filter(|count| *count <= 28);
        possible.map(Self).ok_or_else(|| Refusal::Impossible {
            quantity: "swollen_joints".to_owned(),
            written: written.to_owned(),
            least: "0".to_owned(),
            most: "28".to_owned(),
        })
    }
}

impl std::fmt::Display for SwollenJoints {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

leaf!(SwollenJoints, "SwollenJoints", r"^[0-9]{1,2}$", "Swollen joints of 28");

/// What SLE-DAS asks that neither SLEDAI-2K nor the laboratory answers (activity.md 2).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SleDasVisit {
    /// Swollen joints of 28 (articulations gonflées).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub swollen_joints: Field<SwollenJoints>,
    /// Inflammatory rash and where: above the neck only, or below (éruption).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub rash: Field<Rash>,
    /// Cutaneous vasculitis, chilblain lupus included (vascularite cutanée).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub mucocutaneous_vasculitis: Field<YesNo>,
    /// Vasculitis of large or medium vessels, or lupus enteritis (vascularite systémique).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub systemic_vasculitis: Field<YesNo>,
    /// Any neuropsychiatric involvement, the peripheral nerves, the cord and the meninges included (atteinte neuropsychiatrique).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub neuropsychiatric: Field<YesNo>,
    /// Pleurisy, pericarditis or sterile peritonitis (sérite).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub serositis: Field<YesNo>,
}

/// What the SELENA flare index asks since the previous visit, beyond the scores and the prednisone (activity.md 7).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FlareVisit {
    /// Signs that are new or worse; an empty list means none (signes).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub signs: Field<Vec<FlareSign>>,
    /// A sign needed prednisone doubled or above 0.5 mg/kg/d, or admission (escalade nécessaire).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub escalation: Field<YesNo>,
    /// Drugs added for activity; an empty list means none (médicaments ajoutés).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub added: Field<Vec<FlareDrug>>,
    /// Admission for lupus (hospitalisation pour lupus).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub admission: Field<YesNo>,
}

/// BILAG grades that are new since the baseline; the form itself is not in this program (activity.md 10).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BilagChange {
    /// New A grades (nouveaux A).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub new_a: Field<u8>,
    /// New B grades (nouveaux B).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub new_b: Field<u8>,
}

/// Antibodies against a biologic drug (anticorps anti-médicament; activity.md 12). No cut-off was found: none is applied.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AntiDrug {
    /// Looked for (recherchés).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub tested: Field<YesNo>,
    /// Found (présents).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub found: Field<YesNo>,
    /// Against which drug (médicament).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub drug: Field<Drug>,
    /// The assay (technique).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub assay: Field<String>,
    /// The value with its unit, as the laboratory writes it (valeur).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub value: Field<String>,
    /// Day of the sample (date du prélèvement).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub date: Field<Day>,
}

/// What favours activity that resists, beside tobacco and adherence (facteurs favorisants; activity.md 12).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Factors {
    /// Exposure to ultraviolet light (exposition aux UV).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub uv_exposure: Field<YesNo>,
    /// Oestrogens, by pill or replacement (hormones).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub hormones: Field<YesNo>,
    /// Present stress (stress).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub stress: Field<YesNo>,
    /// Post-traumatic stress disorder (état de stress post-traumatique).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub ptsd: Field<YesNo>,
    /// A reaction to an infusion of a biologic drug (réaction à la perfusion).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub infusion_reaction: Field<YesNo>,
    /// Antibodies against a biologic drug (anticorps anti-médicament).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anti_drug: Option<AntiDrug>,
}
