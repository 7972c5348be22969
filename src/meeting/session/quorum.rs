use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Session, Stage};
use crate::domain::{CaseId, QuorumRule, QuorumStatus, Specialty};

/// Who was there when a case was decided, against the rule (rcp.md 1.1). It never blocks: it labels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Quorum {
    /// Reached, not reached, or unknown where no meeting is open.
    pub status: QuorumStatus,
    /// The specialties that were there, each once.
    pub present: Vec<Specialty>,
    /// How many different ones of those that count are lacking.
    #[serde(default)]
    pub short_by: u32,
    /// What the rule asks for besides: of each list one is lacking.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Vec<Specialty>>,
}

impl Quorum {
    /// Nobody took attendance.
    pub const UNKNOWN: Self =
        Self { status: QuorumStatus::Unknown, present: Vec::new(), short_by: 0, missing: Vec::new() };
}

/// The quorum for a case now: those who left, or take no part in it, do not count.
pub fn quorum(session: &Session, case: Option<&CaseId>) -> Quorum {
    let Some(opening) = session.opening.as_ref().filter(|_| session.stage != Stage::Closed) else {
        return Quorum::UNKNOWN;
    };
    let there = session.people.iter().filter(|one| one.is_there());
    let takes_part = there.filter(|one| case.is_none_or(|case| !one.recused.contains(case)));
    let mut present: Vec<Specialty> = takes_part.map(|one| one.person.specialty).collect();
    present.sort_unstable();
    present.dedup();
    judge(&opening.charter.quorum, present)
}

fn judge(rule: &QuorumRule, present: Vec<Specialty>) -> Quorum {
    let counted = present.iter().filter(|one| rule.counted.contains(one)).count();
    let short_by = rule.specialties.saturating_sub(u32::try_from(counted).unwrap_or(u32::MAX));
    let all = rule.all_of.iter().map(|one| vec![*one]).chain(rule.any_of.iter().cloned());
    let missing: Vec<Vec<Specialty>> = all.filter(|group| !group.iter().any(|one| present.contains(one))).collect();
    let reached = short_by == 0 && missing.is_empty();
    let status = if reached { QuorumStatus::Reached } else { QuorumStatus::NotReached };
    Quorum { status, present, short_by, missing }
}
