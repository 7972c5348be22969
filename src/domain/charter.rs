use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::scalar::{amount, leaf, no_unit};
use super::{Refusal, Specialty};

/// A length of time in whole minutes, written `5 min`; 1 to 1440.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minutes(u32);

impl Minutes {
    /// So many minutes, 1 to 1440.
    ///
    /// # Errors
    /// Outside the range.
    pub fn new(minutes: u32) -> Result<Self, Refusal> {
        let refused = || Refusal::Form { written: minutes.to_string(), form: "1-1440 min".to_owned() };
        (1..=1440).contains(&minutes).then_some(Self(minutes)).ok_or_else(refused)
    }

    /// In seconds.
    pub fn seconds(self) -> i64 {
        i64::from(self.0) * 60
    }

    /// In minutes.
    pub fn get(self) -> u32 {
        self.0
    }
}

impl FromStr for Minutes {
    type Err = Refusal;
    fn from_str(written: &str) -> Result<Self, Refusal> {
        let (number, unit) = amount(written)?;
        if unit != "min" {
            return Err(no_unit("duration", written, unit, vec!["min".to_owned()]));
        }
        let refused = || Refusal::Form { written: written.to_owned(), form: "5 min".to_owned() };
        number.to_string().parse().map_err(|_| refused()).and_then(Self::new)
    }
}

impl fmt::Display for Minutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} min", self.0)
    }
}

leaf!(Minutes, "Minutes", r"^[0-9]+ min$", "A length of time in whole minutes, e.g. 5 min");

/// Who must be there for a decision to be one of a meeting, not of a staff round (rcp.md 1.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuorumRule {
    /// Least number of different specialties among those that count; 3 in the French rule.
    pub specialties: u32,
    /// The specialties that count: those of physicians.
    pub counted: Vec<Specialty>,
    /// Each of these must be there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub all_of: Vec<Specialty>,
    /// One of each of these lists must be there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub any_of: Vec<Vec<Specialty>>,
}

/// How long a case may take, and from where on the clock says so; it never beeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TimeRule {
    /// For a case that is discussed.
    pub discuss: Minutes,
    /// For a case that is only recorded.
    pub record: Minutes,
    /// A break is proposed after so much time without one.
    pub break_after: Minutes,
    /// A break is proposed after so many cases without one.
    pub break_after_cases: u32,
}

/// What a meeting has agreed upon for itself: its quorum, its time, its deadlines. Data, one YAML file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Charter {
    /// What this edition is called; kept with every meeting held under it.
    pub version: String,
    /// Name of the meeting.
    pub name: String,
    /// Who must be there.
    pub quorum: QuorumRule,
    /// How long a case may take.
    pub time: TimeRule,
    /// Days within which minutes are signed.
    pub sign_within_days: u32,
    /// Months after a decision at which one looks at what came of it.
    pub follow_up_months: Vec<u32>,
}
