//! Regimens and drugs as guidelines speak of them, and their label in lupus nephritis by indication and country.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Agent, Checked, FactId, Facts, Truth, Words};
use crate::domain::Drug;
use crate::domain::codes::codes;

codes! {
    /// Where a label holds.
    Country { France = "FR", EuropeanUnion = "EU" }
    /// What a label distinguishes in lupus nephritis.
    Indication {
        /// Class III or IV, with or without V.
        Proliferative = "proliferative",
        /// Class V alone.
        PureV = "pure_v",
        /// Any other picture.
        Other = "other",
    }
    /// Where a drug stands for an indication in a country.
    LabelStatus {
        Labelled = "labelled",
        /// Labelled, and reimbursement refused.
        NotReimbursed = "not_reimbursed",
        OffLabel = "off_label",
        /// The label was not read, or the case does not say enough.
        NotVerified = "not_verified",
    }
}

/// A regimen: a code, and the drugs in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regimen {
    /// `mmf+bel`: what guideline files call it.
    pub code: String,
    /// Its drugs.
    pub drugs: Vec<Agent>,
    /// Its short name in French.
    pub fr: String,
    /// Its short name in English.
    pub en: String,
}

/// A drug as guidelines name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// What guideline files call it.
    pub agent: Agent,
    /// The drugs of a case that are meant by it, the usual one first.
    pub drugs: Vec<Drug>,
    /// Its name in French.
    pub fr: String,
    /// Its name in English.
    pub en: String,
}

/// What the label of a drug says in one country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// The drug.
    pub drug: Agent,
    /// The country.
    pub country: Country,
    /// By indication; one that is not listed is not verified.
    pub indications: BTreeMap<Indication, LabelStatus>,
    /// Labelled in adults only.
    #[serde(default)]
    pub adults_only: bool,
    /// Whether it is reimbursed was not verified.
    #[serde(default)]
    pub reimbursement_not_verified: bool,
    /// Labelled only together with this drug.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_with: Option<Agent>,
    /// As of this day, month or year.
    pub as_of: String,
    /// Where it was read.
    pub source: String,
    /// How sure the entry is of it.
    pub checked: Checked,
    /// What else is to know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Words>,
}

/// A drug of a regimen whose label is not simply in order for this patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabelMark {
    /// The drug.
    pub drug: Agent,
    /// Where it stands.
    pub status: LabelStatus,
}

/// The shipped list of regimens, drugs and labels.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Formulary {
    /// Regimens, in the order they are shown.
    pub regimens: Vec<Regimen>,
    /// Drugs.
    pub drugs: Vec<Entry>,
    /// Labels.
    pub labels: Vec<Label>,
}

impl Formulary {
    /// The regimen of this code.
    pub fn regimen(&self, code: &str) -> Option<&Regimen> {
        self.regimens.iter().find(|regimen| regimen.code == code)
    }

    /// The drug as guidelines name it.
    pub fn entry(&self, agent: Agent) -> Option<&Entry> {
        self.drugs.iter().find(|entry| entry.agent == agent)
    }

    /// The label of a drug in a country.
    pub fn label(&self, agent: Agent, country: Country) -> Option<&Label> {
        self.labels.iter().find(|label| label.drug == agent && label.country == country)
    }

    /// Where the regimen stands in the order of the list; regimens that are not in it come last.
    pub fn place(&self, code: &str) -> usize {
        self.regimens.iter().position(|regimen| regimen.code == code).unwrap_or(self.regimens.len())
    }

    /// The drugs of a regimen whose label is not in order for this patient in this country.
    pub fn marks(&self, code: &str, facts: &Facts, country: Country) -> Vec<LabelMark> {
        let drugs = self.regimen(code).map(|regimen| regimen.drugs.as_slice()).unwrap_or_default();
        let asked = drugs.iter().filter(|drug| **drug != Agent::Glucocorticoid);
        asked
            .map(|drug| LabelMark { drug: *drug, status: self.status(*drug, drugs, facts, country) })
            .filter(|mark| mark.status != LabelStatus::Labelled)
            .collect()
    }

    /// The drug as guidelines name it: its own entry before that of its class.
    pub fn agent(&self, drug: Drug) -> Option<Agent> {
        let entries = self.drugs.iter().filter(|entry| entry.drugs.contains(&drug));
        entries.min_by_key(|entry| entry.drugs.len()).map(|entry| entry.agent)
    }

    /// Where a drug given together with others stands for this patient.
    pub fn status(&self, drug: Agent, with: &[Agent], facts: &Facts, country: Country) -> LabelStatus {
        let Some(label) = self.label(drug, country) else { return LabelStatus::NotVerified };
        let Some(indication) = indication(facts) else { return LabelStatus::NotVerified };
        let status = label.indications.get(&indication).copied().unwrap_or(LabelStatus::NotVerified);
        if matches!(status, LabelStatus::OffLabel | LabelStatus::NotVerified) {
            return status;
        }
        if label.only_with.is_some_and(|partner| !with.contains(&partner)) {
            return LabelStatus::OffLabel;
        }
        match facts.get(FactId::Child).truth() {
            Truth::Yes if label.adults_only => LabelStatus::OffLabel,
            Truth::Unknown(_) if label.adults_only => LabelStatus::NotVerified,
            _ => status,
        }
    }
}

fn indication(facts: &Facts) -> Option<Indication> {
    match (facts.get(FactId::Proliferative).truth(), facts.get(FactId::PureV).truth()) {
        (Truth::Yes, _) => Some(Indication::Proliferative),
        (_, Truth::Yes) => Some(Indication::PureV),
        (Truth::No, Truth::No) => Some(Indication::Other),
        _ => None,
    }
}

impl Agent {
    /// Whether a regimen with these drugs contains it; the class of calcineurin inhibitors is in each of its drugs.
    pub fn is_in(self, drugs: &[Self]) -> bool {
        match self {
            Self::Cni => drugs
                .iter()
                .any(|drug| matches!(drug, Self::Cni | Self::Voclosporin | Self::Tacrolimus | Self::Ciclosporin)),
            agent => drugs.contains(&agent),
        }
    }
}
