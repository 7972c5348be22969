use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::{Day, Field, Month};

codes! {
    /// The 41 items of the SLICC/ACR damage index (1996; damage.md A1).
    SdiItem {
        Cataract = "cataract", Retina = "retinal_change_or_optic_atrophy",
        Cognitive = "cognitive_impairment_or_psychosis", Seizures = "seizures_treated_6_months", Cva = "cva",
        Neuropathy = "cranial_or_peripheral_neuropathy", Myelitis = "transverse_myelitis",
        LowGfr = "gfr_below_50", Proteinuria = "proteinuria_3_5_g", Esrd = "end_stage_renal_disease",
        PulmonaryHypertension = "pulmonary_hypertension", PulmonaryFibrosis = "pulmonary_fibrosis",
        ShrinkingLung = "shrinking_lung", PleuralFibrosis = "pleural_fibrosis",
        PulmonaryInfarction = "pulmonary_infarction",
        Angina = "angina_or_bypass", Infarction = "myocardial_infarction", Cardiomyopathy = "cardiomyopathy",
        Valve = "valvular_disease", Pericarditis = "pericarditis_6_months",
        Claudication = "claudication_6_months", MinorTissueLoss = "minor_tissue_loss",
        MajorTissueLoss = "significant_tissue_loss", VenousThrombosis = "venous_thrombosis_with_sequelae",
        BowelInfarction = "infarction_or_resection_of_bowel_spleen_liver_gallbladder",
        MesentericInsufficiency = "mesenteric_insufficiency", Peritonitis = "chronic_peritonitis",
        Stricture = "stricture_or_upper_gi_surgery", PancreaticInsufficiency = "pancreatic_insufficiency",
        MuscleAtrophy = "muscle_atrophy_or_weakness", DeformingArthritis = "deforming_or_erosive_arthritis",
        Osteoporosis = "osteoporosis_with_fracture", AvascularNecrosis = "avascular_necrosis",
        Osteomyelitis = "osteomyelitis", TendonRupture = "tendon_rupture",
        ScarringAlopecia = "scarring_alopecia", ExtensiveScarring = "extensive_scarring_or_panniculum",
        SkinUlceration = "skin_ulceration_6_months",
        GonadalFailure = "premature_gonadal_failure", Diabetes = "diabetes", Malignancy = "malignancy",
    }
}

/// One item of damage, dated; `again` holds a second event, for the six items that can score 2.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SdiEntry {
    /// The item.
    pub item: SdiItem,
    /// First event, or month from which it is present (depuis).
    pub since: Month,
    /// A second event or site at least 6 months later (récidive).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<Month>,
    /// Number of sites, where a second site scores (nombre de sites).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sites: Option<u8>,
    /// Day until which it was present, when it resolved (résolu).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Month>,
}

/// Damage as recorded.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Damage {
    /// SLICC/ACR damage items; an empty list means reviewed and none (SDI).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub sdi: Field<Vec<SdiEntry>>,
    /// Day of the last review (revu le).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub reviewed: Field<Day>,
}
