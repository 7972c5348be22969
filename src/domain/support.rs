//! What surrounds the treatment: who helps, what was handed over, how the decision is shared.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::{Field, Step};

codes! {
    /// Difficulty in naming one's own emotions, as the team judged it: no scale, no threshold.
    Alexithymia { No = "no", Suspected = "suspected", Yes = "yes" }
    /// Whether a personalised treatment plan was written for the patient.
    WrittenPlan { Yes = "yes", No = "no", Planned = "planned" }
    /// A document handed over to the patient.
    Document {
        /// The sheet of the rare-disease network.
        Fai2r = "fai2r",
        /// The resources called AIDE in the talk: associations, reliable information, direct line, education.
        Aide = "aide",
        /// The national protocol's summary for patients.
        PndsSummary = "pnds_summary",
        /// The sheets of the medicines agency, or of the treatments.
        TreatmentSheets = "treatment_sheets",
        /// Links to prescribe, as QR codes.
        PresQRiptions = "presqriptions",
        /// A card for emergencies.
        EmergencyCard = "emergency_card",
        /// Material made for this patient.
        Personalised = "personalised",
    }
}

/// Help beside drugs.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// Management of pain (douleur).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub pain: Field<Step>,
    /// A psychologist (psychologue).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub psychologist: Field<Step>,
    /// A dietitian (diététique).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub dietitian: Field<Step>,
}

/// How the decision is shared.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SharedDecision {
    /// The options were explained (options expliquées).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub options: Field<Step>,
    /// What the patient prefers was recorded (préférence recueillie).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub preference: Field<Step>,
    /// A decision aid was used (outil d'aide à la décision).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub decision_aid: Field<Step>,
}
