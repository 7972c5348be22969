use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::{ActionItem, Agreement, Branch, Confidence, Day, Drug, Order, Position, Specialty, Target};

codes! {
    /// How a case leaves the room (rcp.md 8.4).
    Outcome {
        Decided = "decided",
        DecidedConditional = "decided-conditional",
        ContinueUnchanged = "continue-unchanged",
        DeEscalate = "de-escalate",
        DeferredMissingData = "deferred-missing-data",
        DeferredMissingSpecialist = "deferred-missing-specialist",
        DeferredTime = "deferred-time",
        ReferredHigher = "referred-to-higher-RCP",
        TrialProposed = "trial-proposed",
        NoConsensus = "no-consensus",
        Withdrawn = "withdrawn",
        Deceased = "deceased",
    }
    /// What is done with a drug (rcp.md 8.5).
    LineKind {
        Start = "start", Stop = "stop", Increase = "increase", Decrease = "decrease", Taper = "taper",
        Continue = "continue", Hold = "hold", Switch = "switch", Add = "add",
        /// Not a drug: a test, a procedure, a referral, words that were kept as text.
        Other = "other",
    }
    /// Whether a line is what is done, or what would be done instead (rcp.md 8.5).
    Intention { First = "first", Alternative = "alternative" }
    /// Why a decision departs from a guideline (rcp.md 8.4, closed list).
    DepartureReason {
        PatientChoice = "patient-choice", PregnancyOrWish = "pregnancy-or-wish",
        Contraindication = "contraindication", PriorFailure = "prior-failure", Intolerance = "intolerance",
        InfectionRisk = "infection-risk", RenalReserve = "renal-reserve", ExtraRenalNeed = "extra-renal-need",
        Adherence = "adherence", DrugAccessOrLabel = "drug-access-or-label", Reimbursement = "reimbursement",
        AgeFrailty = "age-frailty", Comorbidity = "comorbidity", ApsTma = "APS/TMA", Trial = "trial",
        Histology = "histology", GuidelinesConflict = "guidelines-conflict", GuidelineSilent = "guideline-silent",
        EvidenceNewer = "evidence-newer-than-guideline", LocalProtocol = "local-protocol",
        InsufficientData = "insufficient-data", Other = "other",
    }
    /// How a decision reads against one guideline (rcp.md 8.4).
    Reading {
        Concordant = "concordant", Partly = "partly", Deviates = "deviates", Silent = "silent",
        NotApplicable = "not-applicable",
        /// The guideline's own answer needs data that the case does not give.
        CannotSay = "cannot-say",
    }
    /// Under which title a drug is used (rcp.md 8.4).
    UseType {
        InLabel = "in-label", OffLabel = "off-label", EarlyAccess = "early-access", Trial = "trial",
    }
}

/// Under which title the decision uses a drug.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DrugUse {
    /// The drug.
    pub drug: Drug,
    /// The title.
    pub title: UseType,
}

/// One line of treatment or action. `words` holds dose, route and schedule as the room said them: they are the truth,
/// and `order` is what they were understood to mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// What is done.
    pub kind: LineKind,
    /// The drug, where it is one the program knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drug: Option<Drug>,
    /// Dose, route, schedule, or the whole line where no drug was recognised.
    pub words: String,
    /// Whether it is what is done, or an alternative to it.
    #[serde(default, skip_serializing_if = "Intention::is_first")]
    pub intention: Intention,
    /// What the words order; none where they say nothing, or no drug was recognised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
    /// The branch it hangs on: it is not given unless that happens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
}

#[expect(clippy::derivable_impls, reason = "the list is made by a macro that knows no default")]
impl Default for Intention {
    fn default() -> Self {
        Self::First
    }
}

impl Intention {
    /// Whether it is what is done.
    pub const fn is_first(&self) -> bool {
        matches!(self, Self::First)
    }
}

impl Line {
    /// A line of words that no drug was recognised in.
    pub const fn of_words(words: String) -> Self {
        Self { kind: LineKind::Other, drug: None, words, intention: Intention::First, order: None, condition: None }
    }

    /// Whether it is given as the decision stands: no alternative, and under no condition.
    pub const fn is_given(&self) -> bool {
        self.intention.is_first() && self.condition.is_none()
    }
}

/// Why the decision departs from one guideline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Departure {
    /// The guideline's id, e.g. `acr-2024`.
    pub guideline: String,
    /// The reason, from the closed list.
    pub reason: DepartureReason,
    /// What the list does not say; never blank where the reason is `other`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// Where somebody stands on what is proposed, before the talk and after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stand {
    /// Their specialty.
    pub specialty: Specialty,
    /// Their name, where they wish to be named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// In the silent round, before anybody spoke.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Position>,
    /// After the talk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Position>,
    /// A reservation, in their words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// A disagreement that the record keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dissent {
    /// The specialty that disagrees.
    pub specialty: Specialty,
    /// Their name, where they wish to be named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// What they would do instead, and why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// Whether the minutes print it.
    pub minuted: bool,
}

/// How the decision reads against one guideline, computed from its lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Concordance {
    /// The guideline's id.
    pub guideline: String,
    /// The edition that was read, e.g. `2024`.
    pub edition: String,
    /// The reading.
    pub reading: Reading,
    /// The statements it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<String>,
    /// Whether a glucocorticoid that the lines begin goes above every dose that the guideline prints for this patient.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dose_above: bool,
}

/// A decision of the meeting, complete: constructed only by `meeting::Draft::decide`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// How the case left the room.
    pub outcome: Outcome,
    /// Lines of treatment and action, in order.
    pub lines: Vec<Line>,
    /// What holds only if something happens.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub branches: Vec<Branch>,
    /// What is aimed at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target>,
    /// What is to be done beside the drugs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<ActionItem>,
    /// The day the case comes back to the meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub represent: Option<Day>,
    /// The reasons, in the room's words; never empty, at most 600 characters.
    pub rationale: String,
    /// The reading of each guideline.
    pub concordance: Vec<Concordance>,
    /// A reason for each guideline the decision departs from.
    pub departures: Vec<Departure>,
    /// When the case is looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Day>,
    /// How it was reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement: Option<Agreement>,
    /// Where each specialty stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub positions: Vec<Stand>,
    /// Who disagrees, and how.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<Dissent>,
    /// How sure the room is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// What the patient is to be asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub patient_question: Option<String>,
    /// Who tells the patient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub teller: Option<String>,
    /// By when the patient is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tell_by: Option<Day>,
    /// Under which title each drug is used, where its label is known or the room said it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uses: Vec<DrugUse>,
}
