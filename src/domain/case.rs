use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::scalar::leaf;
use super::{
    ActivityVisit, Background, Course, Damage, Day, Drug, Event, Extrarenal, Factors, Field, Kidney, Lab,
    LaboratoryLimits, Lupus, Patient, Person, PlannedDose, Pregnancy, PressureReading, Prevention, Refusal, Treatment,
};

codes! {
    /// Whether the room talks about the case or records a standard-of-care decision.
    Mode { Discuss = "discuss", Record = "record" }
    /// What kind of record this is: shipped cases are synthetic and say so.
    Origin { Synthetic = "synthetic", Clinic = "clinic" }
}

/// A case's number, e.g. `LN-2026-006`: letters, digits, `-`, `_`, `.`; at most 32 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseId(String);

impl CaseId {
    /// The number as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for CaseId {
    type Err = Refusal;
    fn from_str(written: &str) -> Result<Self, Refusal> {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        if written.is_empty() || written.len() > 32 || !written.chars().all(plain) {
            return Err(Refusal::Form { written: written.to_owned(), form: "LN-2026-006".to_owned() });
        }
        Ok(Self(written.to_owned()))
    }
}

impl std::fmt::Display for CaseId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

leaf!(CaseId, "CaseId", r"^[A-Za-z0-9._-]{1,32}$", "The case's number, e.g. LN-2026-006");

/// The question put to the meeting, 1 to 200 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question(String);

impl Question {
    /// The question as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for Question {
    type Err = Refusal;
    fn from_str(written: &str) -> Result<Self, Refusal> {
        let length = written.chars().count();
        match length {
            0 => Err(Refusal::Empty),
            1..=200 => Ok(Self(written.split_whitespace().collect::<Vec<_>>().join(" "))),
            _ => Err(Refusal::TooLong { most: 200, length }),
        }
    }
}

impl std::fmt::Display for Question {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

leaf!(Question, "Question", r"^.{1,200}$", "The question put to the meeting, at most 200 characters");

/// Who brings the case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Requester {
    /// The professional's name (never the patient's).
    pub name: String,
    /// Specialty (spécialité).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub specialty: Option<String>,
    /// Centre.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub centre: Option<String>,
}

/// A case file: one patient, one question, everything dated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Version of the format: 1.
    pub format: FormatVersion,
    /// Number of the case (numéro).
    pub case: CaseId,
    /// `synthetic` for invented cases, `clinic` for real ones (origine).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// Day of the meeting (date de la RCP).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Day>,
    /// The question put to the meeting (question posée).
    pub question: Question,
    /// Who asks (demandeur).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requester: Option<Requester>,
    /// Discuss, or record only (à discuter ou à enregistrer).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<Mode>,
    /// The named standard-of-care rule, required with `mode: record` (règle).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The patient, pseudonymous.
    pub patient: Patient,
    /// The lupus.
    #[serde(default)]
    pub lupus: Lupus,
    /// Pregnancy and contraception (grossesse et contraception).
    #[serde(default)]
    pub pregnancy: Pregnancy,
    /// The kidney (rein).
    #[serde(default)]
    pub kidney: Kidney,
    /// The course of treatment responses are judged from (traitement en cours).
    #[serde(default)]
    pub course: Course,
    /// Activity outside the kidney; an empty list means none (atteintes extrarénales).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub extrarenal: Field<Vec<Extrarenal>>,
    /// Laboratory values, oldest first (biologie).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub labs: Vec<Lab>,
    /// The laboratory's own limits (normes du laboratoire).
    #[serde(default)]
    pub laboratory: LaboratoryLimits,
    /// Blood pressures, oldest first (pression artérielle).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blood_pressure: Vec<PressureReading>,
    /// Activity visits, oldest first (activité).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub activity: Vec<ActivityVisit>,
    /// What favours activity that resists (facteurs favorisants).
    #[serde(default)]
    pub factors: Factors,
    /// Damage (dommages).
    #[serde(default)]
    pub damage: Damage,
    /// Treatments, each period an entry (traitements).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub treatments: Vec<Treatment>,
    /// What happened: flares, admissions, pregnancies, each with its day, oldest first (événements).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// The planned taper of prednisone, oldest step first; its days may lie in the future (décroissance prévue).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub taper: Field<Vec<PlannedDose>>,
    /// What else bears on the choice (terrain).
    #[serde(default)]
    pub background: Background,
    /// Infections and fractures to be prevented (prévention).
    #[serde(default)]
    pub prevention: Prevention,
    /// The person (la personne).
    #[serde(default)]
    pub person: Person,
}

/// The file format's version; this program reads 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormatVersion;

impl std::str::FromStr for FormatVersion {
    type Err = Refusal;
    fn from_str(written: &str) -> Result<Self, Refusal> {
        match written.parse() {
            Ok(1) => Ok(Self),
            Ok(written) => Err(Refusal::Format { written, read: 1 }),
            Err(_) => Err(Refusal::NotANumber { written: written.to_owned() }),
        }
    }
}

impl std::fmt::Display for FormatVersion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("1")
    }
}

leaf!(FormatVersion, "FormatVersion", "^1$", "Version of the case format: 1");

impl Case {
    /// Whether this drug is taken on this day.
    pub fn takes(&self, drug: Drug, day: Day) -> bool {
        self.treatments.iter().any(|treatment| treatment.drug == drug && treatment.is_on(day))
    }
}
