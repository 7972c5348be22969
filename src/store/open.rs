//! What is open in the journal: decisions in force whose records are not closed, drafts, the decision before another.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::browse::{Columns, damaged, day, from_row, parsed, rows};
use super::{DecisionId, Ledger, Recorded, StoreError};
use crate::domain::{CaseId, Day, QuorumStatus, Specialty};
use crate::meeting::{OpenAction, OpenBranch, OpenDecision, OpenDraft};

/// The tables of a decision in force that its open tasks are read from.
const OPEN: &str = "FROM decision_open AS o JOIN decision AS d ON d.event_seq = o.event_seq
    LEFT JOIN decision_room AS r ON r.event_seq = d.event_seq
    LEFT JOIN decision_deliberation AS l ON l.event_seq = d.event_seq";

impl Ledger {
    /// The newest decisions in force whose records are open, with what was done after them.
    pub fn open_decisions(&self, limit: usize) -> Result<Vec<OpenDecision>, StoreError> {
        self.open_records("o.event_seq > ?1 ORDER BY o.event_seq DESC", 0, limit)
    }

    /// The oldest of them after this place of the journal: all are read page by page, the last row's `seq` asking for the next.
    pub fn open_decisions_after(&self, seq: i64, limit: usize) -> Result<Vec<OpenDecision>, StoreError> {
        self.open_records("o.event_seq > ?1 ORDER BY o.event_seq", seq, limit)
    }

    fn open_records(&self, which: &str, after: i64, limit: usize) -> Result<Vec<OpenDecision>, StoreError> {
        let snapshot = self.connection.unchecked_transaction()?;
        let sql = format!(
            "SELECT {Columns}, d.set_id, r.held_on, r.quorum, r.short_by, r.lacking, l.teller, l.tell_by,
               EXISTS (SELECT 1 FROM decision_act AS t WHERE t.set_id = d.set_id AND t.act = 'told') AS told,
               EXISTS (SELECT 1 FROM decision AS n WHERE n.case_id = d.case_id AND n.is_current = 1
                 AND n.event_seq > d.event_seq AND n.set_id <> d.set_id) AS has_later
             {OPEN} WHERE {which} LIMIT ?2"
        );
        let mut select = snapshot.prepare_cached(&sql)?;
        let found = select.query_map(params![after, rows(limit)], |row| open(&snapshot, row))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// The decisions that were begun and are not locked.
    pub fn open_drafts(&self) -> Result<Vec<OpenDraft>, StoreError> {
        let sql = "SELECT case_id, updated_at, author FROM draft WHERE body IS NOT NULL ORDER BY updated_at";
        let mut select = self.connection.prepare_cached(sql)?;
        let drafts = select.query_map([], |row| {
            Ok(OpenDraft {
                case_id: parsed(row, "case_id")?,
                at: parsed(row, "updated_at")?,
                author: row.get("author")?,
            })
        })?;
        Ok(drafts.collect::<Result<_, _>>()?)
    }

    /// The last decision in force on a case at another meeting than this one.
    pub fn earlier(&self, case: &CaseId, meeting: Option<Day>) -> Result<Option<Recorded>, StoreError> {
        let sql = "SELECT id FROM decision WHERE is_current = 1 AND case_id = ?1 AND ifnull(meeting, '') <> ?2
                   ORDER BY event_seq DESC LIMIT 1";
        let meeting = meeting.map_or_else(String::new, |day| day.to_string());
        let id: Option<DecisionId> = self
            .connection
            .prepare_cached(sql)?
            .query_row(params![case.as_str(), meeting], |row| parsed(row, "id"))
            .optional()?;
        id.map_or(Ok(None), |id| self.decision(id))
    }

    /// The decision whose id begins so; none where there is none or more than one.
    pub fn named(&self, beginning: &str) -> Result<Option<DecisionId>, StoreError> {
        let sql = "SELECT id FROM decision WHERE id >= ?1 AND id < ?1 || 'g' ORDER BY id LIMIT 2";
        let mut select = self.connection.prepare_cached(sql)?;
        let found: Vec<DecisionId> =
            select.query_map([beginning.to_lowercase()], |row| parsed(row, "id"))?.collect::<Result<_, _>>()?;
        Ok(if let [one] = found.as_slice() { Some(*one) } else { None })
    }
}

fn open(connection: &Connection, row: &Row<'_>) -> rusqlite::Result<OpenDecision> {
    let past = from_row(row)?;
    let set: String = row.get("set_id")?;
    let quorum: Option<String> = row.get("quorum")?;
    let lacking: Option<String> = row.get("lacking")?;
    let lacking: Vec<Vec<Specialty>> = lacking.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    Ok(OpenDecision {
        decided_on: day(row, "held_on")?.unwrap_or(Day(past.locked_at.date_naive())),
        told: row.get("told")?,
        teller: row.get("teller")?,
        tell_by: day(row, "tell_by")?,
        followed: followed(connection, &set)?,
        quorum: quorum.as_deref().and_then(QuorumStatus::from_code),
        short_by: row.get::<_, Option<u32>>("short_by")?.unwrap_or(0),
        lacking,
        has_later: row.get("has_later")?,
        represent: represent(connection, past.seq)?,
        actions: actions(connection, past.seq, &set)?,
        branches: branches(connection, past.seq, &set)?,
        past,
    })
}

fn represent(connection: &Connection, seq: i64) -> rusqlite::Result<Option<Day>> {
    let sql = "SELECT day FROM decision_return WHERE event_seq = ?1";
    connection.prepare_cached(sql)?.query_row([seq], |row| parsed(row, "day")).optional()
}

/// The actions that nobody ended, in this version or as they stood in one before.
fn actions(connection: &Connection, seq: i64, set: &str) -> rusqlite::Result<Vec<OpenAction>> {
    let sql = "SELECT position, what, owner, due FROM decision_action AS a WHERE event_seq = ?1 AND NOT EXISTS
                 (SELECT 1 FROM decision_act AS e JOIN decision AS v ON v.id = e.id
                  JOIN decision_action AS o ON o.event_seq = v.event_seq
                   AND o.position = json_extract(e.detail, '$.action')
                  WHERE e.set_id = ?2 AND e.act = 'action-ended'
                   AND o.what = a.what AND o.due IS a.due)";
    let mut select = connection.prepare_cached(sql)?;
    let found = select.query_map(params![seq, set], |row| {
        let (number, what, owner) = (row.get("position")?, row.get("what")?, row.get("owner")?);
        Ok(OpenAction { number, what, owner, due: day(row, "due")? })
    })?;
    found.collect()
}

/// The branches that nobody settled, in this version or as they stood in one before.
fn branches(connection: &Connection, seq: i64, set: &str) -> rusqlite::Result<Vec<OpenBranch>> {
    let sql =
        "SELECT id AS branch, condition, trigger, due FROM decision_branch AS b WHERE event_seq = ?1 AND NOT EXISTS
                 (SELECT 1 FROM decision_act AS e JOIN decision AS v ON v.id = e.id
                  JOIN decision_branch AS o ON o.event_seq = v.event_seq AND o.id = json_extract(e.detail, '$.branch')
                  WHERE e.set_id = ?2 AND e.act = 'branch-settled'
                   AND o.condition = b.condition AND o.due IS b.due)";
    let mut select = connection.prepare_cached(sql)?;
    let found = select.query_map(params![seq, set], |row| {
        let (id, words, text): (_, _, String) = (row.get("branch")?, row.get("condition")?, row.get("trigger")?);
        let trigger = serde_json::from_str(&text).map_err(|error| damaged(row, "trigger", &error.to_string()))?;
        Ok(OpenBranch { id, words, trigger, due: day(row, "due")?, met: None })
    })?;
    found.collect()
}

/// The looks back that were made, in months.
fn followed(connection: &Connection, set: &str) -> rusqlite::Result<Vec<u32>> {
    let sql = "SELECT json_extract(detail, '$.months') FROM decision_act WHERE set_id = ?1 AND act = 'followed'";
    connection.prepare_cached(sql)?.query_map([set], |row| row.get(0))?.collect()
}
