use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::{Alexithymia, Day, Document, Field, SharedDecision, Support, WrittenPlan, YesNo};

codes! {
    /// Something planned, done, or refused.
    Step { Done = "done", Planned = "planned", Refused = "refused", NotNeeded = "not_needed" }
    /// Tobacco.
    Tobacco { Never = "never", Former = "former", Current = "current" }
    /// How far the treatment is taken as prescribed.
    Adherence { Good = "good", Partial = "partial", Poor = "poor" }
    /// What is known of antiphospholipid antibodies (damage.md G).
    AplProfile {
        /// Looked for and negative.
        Negative = "negative",
        /// Low titre, one test.
        LowRisk = "low_risk",
        /// Lupus anticoagulant, double or triple positive, or persistently high titres.
        HighRisk = "high_risk",
        /// Triple positive.
        TriplePositive = "triple_positive",
    }
    /// The result of a serology or screening test.
    Screening { Negative = "negative", Positive = "positive", Vaccinated = "vaccinated" }
    /// How fast thiopurines are broken down, by one gene (CPIC 2018, 2024).
    Metaboliser { Normal = "normal", Intermediate = "intermediate", Poor = "poor" }
    /// Conditions beside lupus that rules ask about.
    Comorbidity {
        Hypertension = "hypertension", Diabetes = "diabetes", HeartFailure = "heart_failure",
        Obesity = "obesity", Dyslipidaemia = "dyslipidaemia", Aps = "antiphospholipid_syndrome",
        Fibromyalgia = "fibromyalgia", Depression = "depression", Osteoporosis = "osteoporosis",
        Infection = "recent_infection", Cancer = "cancer", LiverDisease = "liver_disease",
        MacularDisease = "macular_disease", SulfaAllergy = "sulfa_allergy",
    }
}

/// The announcement of the diagnosis, and whether to announce again.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Announcement {
    /// Day of the dedicated consultation (consultation d'annonce).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub done: Field<Day>,
    /// By whom: a role or initials (par).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub by: Field<String>,
    /// A caregiver was present (aidant présent).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub caregiver: Field<YesNo>,
    /// A second announcement (ré-annonce).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub again: Field<Step>,
    /// Pregnancy and heredity were talked about (grossesse et hérédité abordées).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub pregnancy_heredity: Field<YesNo>,
    /// What the treatment aims at was talked about: remission, cure (objectif abordé).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub goal: Field<YesNo>,
    /// Those who announced had trained by simulation (annonce travaillée en simulation).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub simulation: Field<YesNo>,
}

/// The person: what the five points of the talk ask about.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Announcement and re-announcement (annonce).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub announcement: Option<Announcement>,
    /// The 11 EPICES answers in the questionnaire's order (précarité).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub epices: Field<Epices>,
    /// Therapeutic education (ETP).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub education: Field<Step>,
    /// Documents handed over (documents remis).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub documents: Field<Step>,
    /// Contact with a patients' association (association).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub association: Field<Step>,
    /// The patient's own wishes, in their words (souhaits).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub wishes: Field<String>,
    /// What the patient refuses, in their words; `none` where nothing is (refus).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub refusals: Field<String>,
    /// Who helps, in a few words (aidants).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub caregivers: Field<String>,
    /// Difficulty in naming emotions, as the team judged it (alexithymie).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub alexithymia: Field<Alexithymia>,
    /// Which documents were handed over; an empty list means none (documents remis, lesquels).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub handed_over: Field<Vec<Document>>,
    /// A personalised treatment plan written for the patient (plan personnalisé écrit).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub written_plan: Field<WrittenPlan>,
    /// Help beside drugs (soutien).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub support: Option<Support>,
    /// How the decision is shared (décision partagée).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shared_decision: Option<SharedDecision>,
    /// The patient agreed to the case being discussed (patient informé).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub informed: Field<YesNo>,
    /// Work (travail).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub work: Field<String>,
    /// Off work because of lupus (arrêt de travail).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub off_work: Field<YesNo>,
    /// A file for disability rights (dossier MDPH).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub mdph: Field<Step>,
    /// School and what was arranged there (école).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub school: Field<String>,
    /// The way from paediatric to adult care (transition vers l'adulte).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub transition: Field<Step>,
    /// Tobacco (tabac).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub tobacco: Field<Tobacco>,
    /// Adherence to treatment (observance).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub adherence: Field<Adherence>,
}

/// The eleven yes/no answers of the EPICES questionnaire, in its order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Epices(pub [YesNo; 11]);

impl<'de> Deserialize<'de> for Epices {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let answers = Vec::<YesNo>::deserialize(deserializer)?;
        let given = answers.len();
        answers
            .try_into()
            .map(Self)
            .map_err(|_| super::Refusal::Form { written: given.to_string(), form: "11 × yes/no".to_owned() }.custom())
    }
}

/// What else bears on the choice of treatment.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Background {
    /// Conditions beside lupus; an empty list means none (comorbidités).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub comorbidities: Field<Vec<Comorbidity>>,
    /// Antiphospholipid profile (profil aPL).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub apl: Field<AplProfile>,
    /// Antiphospholipid tests, oldest first (dosages des aPL).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apl_tests: Vec<super::AplTest>,
    /// Hepatitis B (VHB).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub hbv: Field<Screening>,
    /// Hepatitis C (VHC).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub hcv: Field<Screening>,
    /// HIV (VIH).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub hiv: Field<Screening>,
    /// Tuberculosis (IGRA).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub tuberculosis: Field<Screening>,
    /// Cyclophosphamide received in a lifetime before the courses listed under `treatments`, grams (cyclophosphamide cumulé).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub cyclophosphamide_before: Field<super::Grams>,
    /// Cannot take the standard dose of mycophenolate (MMF à dose pleine impossible).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub mycophenolate_intolerance: Field<YesNo>,
    /// Refuses, or is unfit for, cyclophosphamide (cyclophosphamide refusé ou contre-indiqué).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub cyclophosphamide_unfit: Field<YesNo>,
    /// The combination is out of reach, or not tolerated (association inaccessible ou non tolérée).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub combination_unavailable: Field<YesNo>,
    /// Contraindication to hydroxychloroquine (contre-indication à l'hydroxychloroquine).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub hydroxychloroquine_contraindicated: Field<YesNo>,
    /// Anti-SSA or anti-SSB antibodies.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub anti_ssa: Field<Screening>,
    /// TPMT: genotype or activity (statut TPMT).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub tpmt: Field<Metaboliser>,
    /// NUDT15 genotype (statut NUDT15).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub nudt15: Field<Metaboliser>,
    /// Fertility and its preservation were discussed (préservation de la fertilité discutée).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub fertility_discussed: Field<YesNo>,
}
