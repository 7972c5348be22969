use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::scalar::leaf;
use super::{BilagChange, Day, Field, FlareVisit, Refusal, SleDasVisit, Temperature, YesNo};

codes! {
    /// The 24 descriptors of SLEDAI-2K (Gladman 2002; activity.md 1).
    SledaiItem {
        Seizure = "seizure", Psychosis = "psychosis", OrganicBrain = "organic_brain", Visual = "visual",
        CranialNerve = "cranial_nerve", LupusHeadache = "lupus_headache", Cva = "cva", Vasculitis = "vasculitis",
        Arthritis = "arthritis", Myositis = "myositis",
        Casts = "casts", Haematuria = "haematuria", Proteinuria = "proteinuria", Pyuria = "pyuria",
        Rash = "rash", Alopecia = "alopecia", MucosalUlcers = "mucosal_ulcers",
        Pleurisy = "pleurisy", Pericarditis = "pericarditis",
        LowComplement = "low_complement", AntiDsdna = "anti_dsdna",
        Fever = "fever", Thrombocytopenia = "thrombocytopenia", Leukopenia = "leukopenia",
    }
    /// The window over which SLEDAI-2K was taken: 10 days, or the accepted 28 or 30.
    Window { Days10 = "10_days", Days28 = "28_days", Days30 = "30_days" }
    /// An organ outside the kidney.
    Organ {
        Skin = "skin", Joints = "joints", Serosa = "serosa", Blood = "blood", Nervous = "nervous_system",
        Lung = "lung", Heart = "heart", Gut = "gut", Muscle = "muscle", Eye = "eye", Vessels = "vessels",
        General = "general",
    }
    /// How severe extrarenal activity is, as judged by the requester.
    Severity { Mild = "mild", Moderate = "moderate", Severe = "severe" }
}

/// A present manifestation outside the kidney.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Extrarenal {
    /// The organ (organe).
    pub organ: Organ,
    /// Its severity (sévérité).
    pub severity: Severity,
}

/// Physician global assessment, 0 to 3, in hundredths so that comparisons are exact (activity.md 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pga(Decimal);
/// Patient global assessment, 0 (very well) to 100 (very bad).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ptga(Decimal);
/// A 0 to 10 symptom scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Scale10(Decimal);

macro_rules! scale {
    ($type:ident, $name:literal, $most:literal) => {
        impl $type {
            /// The exact value on its scale.
            pub fn value(self) -> Decimal {
                self.0
            }
        }
        impl std::str::FromStr for $type {
            type Err = Refusal;
            fn from_str(written: &str) -> Result<Self, Refusal> {
                super::patient::bounded($name, written, 0, $most).map(Self)
            }
        }
        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}", self.0.normalize())
            }
        }
        leaf!($type, $name, r"^[0-9]+([.,][0-9]+)?$", "A number on the scale, both ends included");
    };
}
scale!(Pga, "pga", 3);
scale!(Ptga, "ptga", 100);
scale!(Scale10, "scale_0_10", 10);

/// Widespread pain index, 0 to 19 painful sites (Wolfe 2016).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PainSites(pub u8);
/// Symptom severity scale, 0 to 12 (Wolfe 2016).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SymptomSeverity(pub u8);
/// Painful regions of the five, 0 to 5; jaw, chest and abdomen do not count (Wolfe 2016).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PainRegions(pub u8);
/// FACIT-Fatigue total, 0 to 52: higher is less fatigue. The text of its items needs a licence and is not held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FacitFatigue(pub u8);

macro_rules! counted {
    ($type:ident, $name:literal, $most:literal) => {
        impl std::str::FromStr for $type {
            type Err = Refusal;
            fn from_str(written: &str) -> Result<Self, Refusal> {
                super::patient::bounded($name, written, 0, $most)?;
                written.parse().map(Self).map_err(|_| super::scalar::not_a_number(written))
            }
        }
        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}", self.0)
            }
        }
        leaf!($type, $name, "^[0-9]{1,2}$", "A whole number on the scale, both ends included");
    };
}
counted!(PainSites, "wpi", 19);
counted!(SymptomSeverity, "sss", 12);
counted!(PainRegions, "pain_regions", 5);
counted!(FacitFatigue, "facit_fatigue", 52);

/// Type 2 symptoms, each 0 to 10, kept apart from inflammation (activity.md 11).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Type2 {
    /// Fatigue, 0 to 10.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub fatigue: Field<Scale10>,
    /// Pain, 0 to 10 (douleur).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub pain: Field<Scale10>,
    /// Sleep trouble, 0 to 10 (sommeil).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub sleep: Field<Scale10>,
    /// Mood trouble, 0 to 10 (humeur).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub mood: Field<Scale10>,
    /// Brain fog, 0 to 10 (brouillard cognitif).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub cognition: Field<Scale10>,
    /// Widespread pain index, 0 to 19 (index de douleur diffuse).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub wpi: Field<PainSites>,
    /// Symptom severity scale, 0 to 12 (score de sévérité des symptômes).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub sss: Field<SymptomSeverity>,
    /// Painful regions, 0 to 5 (régions douloureuses).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub pain_regions: Field<PainRegions>,
    /// Symptoms for three months or more (symptômes depuis trois mois ou plus).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub three_months: Field<YesNo>,
    /// FACIT-Fatigue total, 0 to 52; higher is less fatigue.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub facit_fatigue: Field<FacitFatigue>,
    /// Physician global assessment of type 2 alone, 0 to 3 (EVA médecin pour le type 2).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub pga: Field<Pga>,
    /// Fatigue on one line, 0 to 100 (EVA fatigue).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub fatigue_vas: Field<Ptga>,
}

/// Activity as assessed on one day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivityVisit {
    /// Day of the assessment.
    pub date: Day,
    /// SLEDAI-2K items present; an empty list means all were assessed and none is present.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub sledai: Field<Vec<SledaiItem>>,
    /// Items that were not assessed: not the same as absent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_assessed: Vec<SledaiItem>,
    /// Items present and judged damage, fixed: they do not score (séquelle).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub damage: Vec<SledaiItem>,
    /// Items present from another cause than lupus: they do not score (autre cause).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_cause: Vec<SledaiItem>,
    /// Who assessed: a role or initials; the same at each visit (évaluateur).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub rater: Field<String>,
    /// Temperature (température).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub temperature: Field<Temperature>,
    /// Window of the score (fenêtre).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub window: Field<Window>,
    /// Physician global assessment, 0 to 3 (EVA médecin).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub pga: Field<Pga>,
    /// Patient global assessment, 0 to 100 (EVA patient).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub ptga: Field<Ptga>,
    /// A feature of activity that is new since the previous assessment (activité nouvelle).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub new_activity: Field<YesNo>,
    /// Standard maintenance treatment, at standard doses, well tolerated, nothing investigational (traitement standard).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub standard_treatment: Field<YesNo>,
    /// Active haemolytic anaemia (anémie hémolytique).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub haemolysis: Field<YesNo>,
    /// Active lupus of the gut (atteinte digestive).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub gut: Field<YesNo>,
    /// Active lupus of the heart or the lung (atteinte cardiaque ou pulmonaire).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub cardiopulmonary: Field<YesNo>,
    /// What SLE-DAS asks beyond SLEDAI-2K and the laboratory (SLE-DAS).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sle_das: Option<SleDasVisit>,
    /// What the flare index asks beyond the scores (poussée).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flare: Option<FlareVisit>,
    /// New BILAG grades since the baseline of the response (BILAG).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bilag: Option<BilagChange>,
    /// Type 2 symptoms, each 0 to 10 (symptômes de type 2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub type2: Option<Type2>,
}
