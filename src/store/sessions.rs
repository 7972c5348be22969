use rusqlite::{Row, params};

use super::acts::{append, required};
use super::browse::{entry, parsed};
use super::journal::Kind;
use super::{Act, DecisionAct, DecisionId, Ledger, Logged, MeetingAct, SessionAct, StoreError};
use crate::domain::{Day, Participant};

impl Ledger {
    /// Records an act of the life of a meeting; gives its place in the journal.
    pub fn record_meeting(&mut self, done: &MeetingAct, act: &Act) -> Result<i64, StoreError> {
        self.record_all(std::slice::from_ref(done), act).map(|seqs| seqs.last().copied().unwrap_or_default())
    }

    /// Records several acts of the life of a meeting as one: all of them or none.
    pub fn record_all(&mut self, done: &[MeetingAct], act: &Act) -> Result<Vec<i64>, StoreError> {
        required(&act.actor, "the author")?;
        if let Some(what) = done.iter().find_map(|one| one.done.lacks()) {
            return Err(StoreError::Blank(what));
        }
        let transaction = self.write()?;
        let mut seqs = Vec::with_capacity(done.len());
        for one in done {
            let payload = serde_json::to_string(one)?;
            seqs.push(append(&transaction, act, one.done.case(), Kind::Meeting, payload)?.seq);
        }
        transaction.commit()?;
        Ok(seqs)
    }

    /// The acts of a meeting in the order of the journal, those after `seq` only.
    pub fn meeting_acts(&self, meeting: Day, after: i64) -> Result<Vec<Logged<SessionAct>>, StoreError> {
        let mut select = self.connection.prepare_cached(
            "SELECT event_seq, at, actor, detail FROM meeting_act WHERE meeting = ?1 AND event_seq > ?2 ORDER BY event_seq",
        )?;
        let acts = select.query_map(params![meeting.to_string(), after], logged)?;
        acts.map(|act| act?.map_err(StoreError::from_event)).collect()
    }

    /// The days of all meetings that were ever opened, the newest first.
    pub fn meeting_days(&self, limit: usize) -> Result<Vec<Day>, StoreError> {
        let sql = "SELECT DISTINCT meeting FROM meeting_act WHERE act = 'opened' ORDER BY meeting DESC LIMIT ?1";
        let mut select = self.connection.prepare_cached(sql)?;
        let days = select.query_map([super::browse::rows(limit)], |row| parsed(row, "meeting"))?;
        Ok(days.collect::<Result<_, _>>()?)
    }

    /// Everybody who ever took part, as last said of them; who came last comes first.
    pub fn participants(&self, limit: usize) -> Result<Vec<Participant>, StoreError> {
        let sql = "SELECT json_extract(detail, '$.person') AS person, max(event_seq) AS last FROM meeting_act
                   WHERE act = 'joined' GROUP BY meeting_act.person ORDER BY last DESC LIMIT ?1";
        let mut select = self.connection.prepare_cached(sql)?;
        let people = select.query_map([super::browse::rows(limit)], |row| {
            Ok((row.get::<_, i64>("last")?, row.get::<_, String>("person")?))
        })?;
        people
            .map(|found| {
                let (seq, text) = found?;
                serde_json::from_str(&text).map_err(|error| StoreError::Event { seq, why: error.to_string() })
            })
            .collect()
    }

    /// Records an act after a decision; refused where that version is not there.
    pub fn record_after(&mut self, done: &DecisionAct, act: &Act) -> Result<i64, StoreError> {
        required(&act.actor, "the author")?;
        if let Some(what) = done.done.lacks() {
            return Err(StoreError::Blank(what));
        }
        let transaction = self.write()?;
        let version = entry(&transaction, done.decision)?.ok_or(StoreError::UnknownDecision(done.decision))?;
        let payload = serde_json::to_string(done)?;
        let event = append(&transaction, act, Some(&version.case_id), Kind::After, payload)?;
        transaction.commit()?;
        Ok(event.seq)
    }

    /// The acts after a decision, of all its versions, in the order of the journal.
    pub fn acts_after(&self, version: DecisionId) -> Result<Vec<Logged<DecisionAct>>, StoreError> {
        let mut select = self.connection.prepare_cached(
            "SELECT event_seq, at, actor, id, detail FROM decision_act
             WHERE set_id = (SELECT set_id FROM decision WHERE id = ?1) ORDER BY event_seq",
        )?;
        let acts = select.query_map([version.to_string()], |row| {
            let decision: DecisionId = parsed(row, "id")?;
            Ok(logged(row)?.map(|act| Logged {
                seq: act.seq,
                at: act.at,
                actor: act.actor,
                what: DecisionAct { decision, done: act.what },
            }))
        })?;
        acts.map(|act| act?.map_err(StoreError::from_event)).collect()
    }
}

/// A row as what was recorded, or the place of what cannot be read and why.
fn logged<T: serde::de::DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<Result<Logged<T>, (i64, String)>> {
    let (seq, detail): (i64, String) = (row.get("event_seq")?, row.get("detail")?);
    let (at, actor) = (parsed(row, "at")?, row.get("actor")?);
    Ok(serde_json::from_str(&detail)
        .map(|what| Logged { seq, at, actor, what })
        .map_err(|error| (seq, error.to_string())))
}
