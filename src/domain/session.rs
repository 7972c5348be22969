use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::codes::codes;

codes! {
    /// What somebody in the room is competent in.
    Specialty {
        Nephrology = "nephrology", InternalMedicine = "internal-medicine", Rheumatology = "rheumatology",
        Immunology = "immunology", Pathology = "pathology", Dermatology = "dermatology", Obstetrics = "obstetrics",
        Paediatrics = "paediatrics", Cardiology = "cardiology", Haematology = "haematology", Neurology = "neurology",
        Ophthalmology = "ophthalmology", Pulmonology = "pulmonology", InfectiousDiseases = "infectious-diseases",
        Radiology = "radiology", IntensiveCare = "intensive-care", Psychiatry = "psychiatry",
        Rehabilitation = "rehabilitation", GeneralPractice = "general-practice", Pharmacy = "pharmacy",
        Nursing = "nursing", Psychology = "psychology", Dietetics = "dietetics", SocialWork = "social-work",
        Research = "research",
        /// Any other, or none: a secretary's.
        Other = "other",
    }
    /// What somebody does at a meeting (rcp.md 8.2).
    Role {
        Coordinator = "coordinator", Chair = "chair", Requester = "requester", Presenter = "presenter",
        Expert = "expert", Secretary = "secretary", Guest = "guest",
    }
    /// How somebody is there (rcp.md 8.2).
    Presence { Room = "room", Video = "visio", Phone = "phone" }
    /// An interest that bears on a case (rcp.md 8.2).
    Interest { None = "none", Study = "study", Industry = "industry", Family = "family" }
    /// How far a meeting reaches; what BaMaRa asks for (rcp.md 1.2).
    Reach { Local = "local", Regional = "regional", National = "national", European = "european" }
    /// How a meeting is held (rcp.md 8.1).
    Gathering { Room = "room", Hybrid = "hybrid", Virtual = "virtual" }
    /// Whether enough specialties were there (CI-SIS value set, rcp.md 1.1): three values, unknown among them.
    QuorumStatus { Reached = "ORG-126", NotReached = "ORG-133", Unknown = "GEN-010" }
    /// How a decision was reached (rcp.md 8.4).
    Agreement {
        Unanimous = "unanimous", Consensus = "consensus", Majority = "majority", ChairDecides = "chair-decides",
        None = "none",
    }
    /// Where somebody stands on what is proposed.
    Position { Agrees = "agrees", Unsure = "unsure", Disagrees = "disagrees", Abstains = "abstains" }
    /// How sure the room is.
    Confidence { High = "high", Moderate = "moderate", Low = "low" }
    /// State of a decision's document (CI-SIS value set, rcp.md 4.1).
    DocumentStatus { InProgress = "GEN-034", Completed = "GEN-067", Validated = "GEN-068", Closed = "GEN-069" }
    /// What a patient answers to what is proposed.
    PatientAnswer { Accepts = "accepts", WantsTime = "wants-time", Refuses = "refuses", NotAsked = "not-asked" }
    /// How far a decision was carried out (rcp.md 8.6).
    Fulfilment { None = "none", Partial = "partial", Complete = "complete", Unknown = "unknown" }
    /// Why a decision was not carried out, or not wholly (rcp.md 8.6, closed list).
    NotDone {
        PatientRefusal = "patient-refusal", PatientWish = "patient-wish", DidNotAttend = "did-not-attend",
        Circumstances = "circumstances", ConditionNotMet = "condition-not-met", Died = "died",
        NewComorbidity = "new-comorbidity", Toxicity = "toxicity", Infection = "infection", Pregnancy = "pregnancy",
        NoAccess = "no-access", PayerRefused = "payer-refused", Lost = "lost", ClinicianChoice = "clinician-choice",
        NewInformation = "new-information", Error = "error", NotRecorded = "not-recorded",
    }
    /// What came of it for the kidney (rcp.md 8.6).
    CourseOutcome { Complete = "complete", Partial = "partial", NoResponse = "none", Relapse = "relapse", Unknown = "unknown" }
    /// How an open action ended.
    ActionEnd { Done = "done", Dropped = "dropped" }
}

/// Somebody who takes part, as the attendance sheet names them: the name tells people apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// The name as the sheet shows it, never blank.
    pub name: String,
    /// The specialty.
    pub specialty: Specialty,
    /// What they do at this meeting.
    pub role: Role,
    /// Their centre, where it was stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub centre: Option<String>,
}
