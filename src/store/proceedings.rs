use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};

use super::browse::parsed;
use super::{DecisionId, Ledger, Moment, Postponed, Recorded, StoreError};
use crate::domain::{CaseId, Day};

/// What came out of a meeting.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Proceedings {
    /// The decisions in force that were taken at it, in the order of the journal's first versions.
    pub decisions: Vec<Recorded>,
    /// The cases that were put off from it and not decided at it.
    pub postponed: Vec<Postponed>,
    /// The hash of the journal's last event; none of an empty journal.
    pub hash: Option<String>,
    /// When the last act of the meeting, or the last decision at it, was recorded.
    pub last: Option<DateTime<Utc>>,
}

impl Ledger {
    /// What came out of the meeting of this day.
    pub fn proceedings(&self, day: Day) -> Result<Proceedings, StoreError> {
        let written = day.to_string();
        let mut decided = self.connection.prepare_cached(
            "SELECT id, (SELECT min(event_seq) FROM decision AS f WHERE f.set_id = d.set_id) AS first FROM decision AS d
             WHERE meeting = ?1 AND is_current = 1 ORDER BY first",
        )?;
        let ids: Vec<DecisionId> =
            decided.query_map([&written], |row| parsed(row, "id"))?.collect::<rusqlite::Result<_>>()?;
        let decisions: Vec<Recorded> =
            ids.into_iter().filter_map(|id| self.decision(id).transpose()).collect::<Result<_, _>>()?;
        let mut put_off = self.connection.prepare_cached(
            "SELECT DISTINCT case_id FROM postponement WHERE meeting = ?1 AND case_id NOT IN
               (SELECT case_id FROM decision WHERE meeting = ?1) ORDER BY case_id",
        )?;
        let cases: Vec<CaseId> =
            put_off.query_map([&written], |row| parsed(row, "case_id"))?.collect::<rusqlite::Result<_>>()?;
        let mut postponed = Vec::new();
        for case in cases {
            let last = self.history(&case)?.into_iter().rev().find_map(|moment| match moment {
                Moment::Postponed(one) if one.postponement.meeting == Some(day) => Some(one),
                _ => None,
            });
            postponed.extend(last);
        }
        let hash = self
            .connection
            .query_row("SELECT hash FROM event ORDER BY seq DESC LIMIT 1", params![], |row| row.get(0))
            .optional()?;
        let acts = self.meeting_acts(day, 0)?;
        let last = acts.iter().map(|act| act.at).chain(decisions.iter().map(|one| one.entry.locked_at)).max();
        Ok(Proceedings { decisions, postponed, hash, last })
    }
}
