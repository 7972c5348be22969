use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::session::Quorum;
use super::{AfterAct, DecisionAct, Logged, MeetingAct, Profile};
use crate::domain::{Alias, CaseId, Day, Decision, DocumentStatus, Mode, Outcome, Participant, Presence, Question};

/// How often a draft was saved: a terminal says which one it typed upon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Revision(pub i64);

/// One version of one decision: a UUID version 7.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DecisionId(Uuid);

impl From<Uuid> for DecisionId {
    fn from(id: Uuid) -> Self {
        Self(id)
    }
}

impl FromStr for DecisionId {
    type Err = uuid::Error;
    fn from_str(written: &str) -> Result<Self, uuid::Error> {
        written.parse().map(Self)
    }
}

impl TryFrom<String> for DecisionId {
    type Error = uuid::Error;
    fn try_from(written: String) -> Result<Self, uuid::Error> {
        written.parse()
    }
}

impl From<DecisionId> for String {
    fn from(id: DecisionId) -> Self {
        id.to_string()
    }
}

impl fmt::Display for DecisionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Which edition of a guideline the room had in front of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GuidelineEdition {
    /// The guideline's id, e.g. `acr-2024`.
    pub guideline: String,
    /// Its edition, e.g. `2024`.
    pub edition: String,
}

/// That a decision replaces an earlier version, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    /// The version the room had in front of it when it amended.
    pub decision: DecisionId,
    /// The reason, never blank.
    pub reason: String,
}

/// Somebody on the attendance sheet when a decision was locked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PersonThen {
    /// Who.
    pub person: Participant,
    /// How they were there.
    pub presence: Presence,
    /// Whether they took no part in this case.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub recused: bool,
}

/// The room when a decision was locked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RoomThen {
    /// Day of the meeting that was open.
    pub meeting: Day,
    /// Its name.
    pub title: String,
    /// Edition of its charter.
    pub charter: String,
    /// Who chaired.
    pub chair: String,
    /// Who took down.
    pub secretary: String,
    /// Whether enough specialties were there, for this case, at that moment.
    pub quorum: Quorum,
    /// Who was there.
    pub people: Vec<PersonThen>,
    /// Whether the case was discussed or only recorded.
    pub mode: Mode,
    /// The named rule of a case that was only recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// Its place, from 1, in the order in which cases were begun; none where its clock never ran.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<u32>,
    /// How long its clock had run, in seconds; none where it never ran.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<i64>,
    /// How long it might take, in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<i64>,
}

/// A decision as it is locked, with everything the room saw. What is JSON here is opaque to the store.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Locked {
    /// The case's number.
    pub case_id: CaseId,
    /// The patient's pseudonym.
    pub alias: Alias,
    /// Day of the meeting.
    pub meeting: Option<Day>,
    /// The question that was put.
    pub question: Question,
    /// The class as shown, e.g. `III+V`; empty where no biopsy says one.
    pub class: String,
    /// UPCR as shown, with its unit.
    pub upcr: Option<String>,
    /// eGFR as shown, with its unit.
    pub egfr: Option<String>,
    /// The case file exactly as it was.
    pub case_yaml: String,
    /// [`sha256`] of `case_yaml`.
    pub case_sha256: String,
    /// The facts computed from the case.
    pub facts: Value,
    /// The editions that were read.
    pub editions: Vec<GuidelineEdition>,
    /// The rows as shown on the screen.
    pub table: Value,
    /// The safety alerts of the case with the decision's lines, as shown; none in what was locked before there were any.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub safety: Value,
    /// Language of the screen, `fr` or `en`.
    pub language: String,
    /// The decision itself.
    pub decision: Decision,
    /// The decision in figures; none in what was locked before they were kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// What some guideline asked for and the file did not say, by code, the weightiest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
    /// The room; none where no meeting was open: then it is no decision of a meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<RoomThen>,
    /// The version it replaces, when it is an amendment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amends: Option<Amendment>,
    /// The decision of an earlier meeting that it follows, where the case comes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<DecisionId>,
}

/// A case that leaves the agenda undiscussed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Postponement {
    /// The case's number.
    pub case_id: CaseId,
    /// The patient's pseudonym.
    pub alias: Alias,
    /// Day of the meeting it was on the agenda of.
    pub meeting: Option<Day>,
    /// The reason, never blank.
    pub reason: String,
}

/// What a room supposed of a case, and what the guidelines would then say: never a decision, and recorded only where the
/// room asks. Codes are kept as text, so that every later edition of the program can read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hypothesis {
    /// The case's number.
    pub case_id: CaseId,
    /// The patient's pseudonym.
    pub alias: Alias,
    /// Day of the meeting.
    pub meeting: Option<Day>,
    /// The day everything was computed for.
    pub day: Day,
    /// The question that was put.
    pub question: Question,
    /// The true class as shown.
    pub class: String,
    /// SHA-256 of the case file that was supposed otherwise.
    pub case_sha256: String,
    /// What was supposed, never nothing.
    pub supposed: Vec<SupposedFact>,
    /// The cells that would say something else.
    pub changed: Vec<ChangedCell>,
    /// The editions that were read.
    pub editions: Vec<GuidelineEdition>,
    /// Language of the screen, `fr` or `en`.
    pub language: String,
    /// Why it was recorded, never blank.
    pub remark: String,
}

/// A fact that was supposed, by its code, and what the case says instead; values as they are written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupposedFact {
    /// The fact's code.
    pub fact: String,
    /// What the case says.
    pub truth: String,
    /// What was supposed.
    pub supposed: String,
}

/// A cell that would say something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedCell {
    /// The row's code.
    pub topic: String,
    /// The guideline's id.
    pub guideline: String,
    /// What it says of the patient.
    pub before: CellSaid,
    /// What it would say.
    pub after: CellSaid,
}

/// What a cell says, in codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellSaid {
    /// The verdict's code.
    pub verdict: String,
    /// Regimens with their standing, the strongest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<(String, String)>,
}

/// A hypothesis as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hypothesized {
    /// Place in the journal.
    pub seq: i64,
    /// What was recorded.
    pub hypothesis: Hypothesis,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub actor: String,
}

/// The order in which the cases of a meeting are taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agenda {
    /// Day of the meeting.
    pub meeting: Option<Day>,
    /// Its cases, the first first.
    pub cases: Vec<CaseId>,
}

/// A decision on one row: what a list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastDecision {
    /// Place in the journal; newer is larger. Pages of a list are asked for by it.
    pub seq: i64,
    /// This version.
    pub id: DecisionId,
    /// 1 for the first, then one more for each amendment.
    pub version: u32,
    /// Whether no later version replaces it.
    pub is_current: bool,
    /// The version it replaces, and why.
    pub amends: Option<Amendment>,
    /// The case's number.
    pub case_id: CaseId,
    /// The patient's pseudonym.
    pub alias: Alias,
    /// Day of the meeting.
    pub meeting: Option<Day>,
    /// The question that was put.
    pub question: Question,
    /// The class as shown.
    pub class: String,
    /// UPCR as shown.
    pub upcr: Option<String>,
    /// eGFR as shown.
    pub egfr: Option<String>,
    /// How the case left the room.
    pub outcome: Outcome,
    /// The reasons.
    pub rationale: String,
    /// When the case is looked at again.
    pub next: Option<Day>,
    /// When it was locked.
    pub locked_at: DateTime<Utc>,
    /// Who locked it.
    pub actor: String,
    /// Whether this version is signed.
    pub signed: bool,
    /// Whether its record is closed.
    pub closed: bool,
}

impl PastDecision {
    /// The state of its document.
    pub fn status(&self) -> DocumentStatus {
        match (self.closed, self.signed) {
            (true, _) => DocumentStatus::Closed,
            (false, true) => DocumentStatus::Validated,
            (false, false) => DocumentStatus::Completed,
        }
    }
}

/// One version of a decision in full, as the room saw it.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    /// Its row.
    pub entry: PastDecision,
    /// What was locked.
    pub locked: Locked,
    /// Every version of the decision, oldest first.
    pub versions: Vec<PastDecision>,
    /// The version before it; none of the first.
    pub before: Option<Box<Decision>>,
    /// What was done after it, of all its versions, in the order of the journal.
    pub after: Vec<Logged<DecisionAct>>,
    /// The decision of an earlier meeting that it follows.
    pub follows: Option<PastDecision>,
}

impl Recorded {
    /// Whether a version before this one was signed, and this one is not.
    pub fn is_to_be_signed_again(&self) -> bool {
        !self.entry.signed && self.after.iter().any(|act| matches!(act.what.done, AfterAct::Signed { .. }))
    }
}

/// A postponement as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Postponed {
    /// Place in the journal.
    pub seq: i64,
    /// What was recorded.
    pub postponement: Postponement,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub actor: String,
}

/// One moment on a patient's timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moment {
    /// A version of a decision.
    Decided(Box<PastDecision>),
    /// A case put off.
    Postponed(Postponed),
    /// Something that was only supposed.
    Supposed(Box<Hypothesized>),
    /// Something done after a decision, or with the case in a meeting.
    Done(Box<Deed>),
}

/// Something done about a case that is neither a decision nor a postponement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// Place in the journal.
    pub seq: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom it was recorded.
    pub actor: String,
    /// The case.
    pub case_id: CaseId,
    /// The patient's pseudonym; none where it is not recorded.
    pub alias: Option<Alias>,
    /// What was done.
    pub what: Did,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Did {
    /// After a decision: signed, told, followed up…
    After(DecisionAct),
    /// In a meeting: the case came late, was done with, went to another one.
    Meeting(MeetingAct),
}

impl Deed {
    /// The decision it is about.
    pub fn decision(&self) -> Option<DecisionId> {
        match &self.what {
            Did::After(act) => Some(act.decision),
            Did::Meeting(_) => None,
        }
    }

    /// The day it is about: that of the meeting, the one that was said, or that of its recording.
    pub fn day(&self) -> Day {
        let said = match &self.what {
            Did::After(act) => act.done.day(),
            Did::Meeting(act) => Some(act.meeting),
        };
        said.unwrap_or(Day(self.at.date_naive()))
    }
}

impl Moment {
    /// The case it is about.
    pub fn case_id(&self) -> &CaseId {
        match self {
            Self::Decided(past) => &past.case_id,
            Self::Postponed(postponed) => &postponed.postponement.case_id,
            Self::Supposed(supposed) => &supposed.hypothesis.case_id,
            Self::Done(deed) => &deed.case_id,
        }
    }

    /// Its place in the journal; newer is larger.
    pub fn seq(&self) -> i64 {
        match self {
            Self::Decided(past) => past.seq,
            Self::Postponed(postponed) => postponed.seq,
            Self::Supposed(supposed) => supposed.seq,
            Self::Done(deed) => deed.seq,
        }
    }

    /// The pseudonym it is recorded under.
    pub fn alias(&self) -> Option<&Alias> {
        match self {
            Self::Decided(past) => Some(&past.alias),
            Self::Postponed(postponed) => Some(&postponed.postponement.alias),
            Self::Supposed(supposed) => Some(&supposed.hypothesis.alias),
            Self::Done(deed) => deed.alias.as_ref(),
        }
    }

    /// The day of the meeting it belongs to; none where it belongs to none.
    pub fn meeting(&self) -> Option<Day> {
        match self {
            Self::Decided(past) => past.meeting,
            Self::Postponed(postponed) => postponed.postponement.meeting,
            Self::Supposed(supposed) => supposed.hypothesis.meeting,
            Self::Done(deed) => match &deed.what {
                Did::Meeting(act) => Some(act.meeting),
                Did::After(_) => None,
            },
        }
    }
}

/// What the journal last says of a case. A case it does not know has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// A decision is in force.
    Decided(Box<PastDecision>),
    /// It was put off, and nothing was decided since.
    Postponed(Postponed),
}

impl Status {
    /// The meeting it is about: a case brought back to a later meeting is open again there.
    pub fn meeting(&self) -> Option<Day> {
        match self {
            Self::Decided(entry) => entry.meeting,
            Self::Postponed(postponed) => postponed.postponement.meeting,
        }
    }
}

/// SHA-256 of a text's bytes, in lower-case hexadecimal.
pub fn sha256(text: &str) -> String {
    use fmt::Write;
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
