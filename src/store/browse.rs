use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Params, Row, Statement, params};

use super::StoreError;
use super::deed::deed;
use super::journal::Kind;
use super::{
    Amendment, DecisionId, Entry, Hypothesis, Hypothesized, Ledger, Locked, Moment, Postponed, Postponement, Recorded,
    Status,
};
use crate::domain::{Alias, CaseId, Day, Decision, Outcome};

impl Ledger {
    /// Decisions in force, newest first; the next page is asked for with the last row's `seq`.
    pub fn recent(&self, limit: usize, before: Option<i64>) -> Result<Vec<Entry>, StoreError> {
        let sql = format!(
            "SELECT {Columns} FROM decision AS d WHERE d.is_current = 1 AND d.event_seq < ?1
             ORDER BY d.event_seq DESC LIMIT ?2"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(entries(&mut statement, params![before.unwrap_or(i64::MAX), rows(limit)])?)
    }

    /// One version in full, as the room saw it, with all versions of the decision beside it.
    pub fn decision(&self, id: DecisionId) -> Result<Option<Recorded>, StoreError> {
        let snapshot = self.connection.unchecked_transaction()?;
        entry(&snapshot, id)?.map(|entry| whole(&snapshot, self, entry)).transpose()
    }

    /// Everything recorded about a case, oldest first.
    pub fn history(&self, case_id: &CaseId) -> Result<Vec<Moment>, StoreError> {
        self.timeline("SELECT seq FROM event WHERE case_id = ?1", case_id.as_str())
    }

    /// Everything recorded under a pseudonym, across cases, oldest first. Two patients may share initials: what
    /// shows it says which cases it joins.
    pub fn history_of(&self, alias: &Alias) -> Result<Vec<Moment>, StoreError> {
        let named = "SELECT event_seq FROM decision WHERE alias = ?1
                     UNION ALL SELECT event_seq FROM postponement WHERE alias = ?1
                     UNION ALL SELECT event_seq FROM hypothesis WHERE alias = ?1
                     UNION ALL SELECT event_seq FROM decision_act
                       WHERE set_id IN (SELECT set_id FROM decision WHERE alias = ?1)
                     UNION ALL SELECT m.event_seq FROM meeting_act AS m
                       WHERE m.case_id IN (SELECT case_id FROM decision WHERE alias = ?1)";
        self.timeline(named, alias.as_str())
    }

    /// What was supposed, newest first; where words are given, only what contains them all, in its question, its remark,
    /// its case or its pseudonym. Apart from decisions, which neither lists nor counts mix with it.
    pub fn hypotheses(&self, words: &str, limit: usize) -> Result<Vec<Hypothesized>, StoreError> {
        let wanted: Vec<String> = words.split_whitespace().map(crate::text::fold).collect();
        let snapshot = self.connection.unchecked_transaction()?;
        let mut statement =
            snapshot.prepare_cached("SELECT event_seq FROM hypothesis ORDER BY event_seq DESC LIMIT ?1")?;
        let seqs = statement.query_map([rows(limit)], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
        let mut found = Vec::new();
        for seq in seqs {
            if let Some(one) = hypothesized(&snapshot, seq)? {
                let about = &one.hypothesis;
                let text = format!("{} {} {} {}", about.question, about.remark, about.case_id, about.alias);
                let text = crate::text::fold(&text);
                if wanted.iter().all(|word| text.contains(word)) {
                    found.push(one);
                }
            }
        }
        Ok(found)
    }

    /// What the journal last says of each of these cases; those it does not know are not in the answer. What was only
    /// supposed says nothing of how a case stands.
    pub fn statuses(&self, case_ids: &[CaseId]) -> Result<HashMap<CaseId, Status>, StoreError> {
        let snapshot = self.connection.unchecked_transaction()?;
        let mut last = snapshot.prepare_cached(
            "SELECT seq FROM event WHERE case_id = ?1 AND kind IN (?2, ?3, ?4) ORDER BY seq DESC LIMIT 1",
        )?;
        let mut statuses = HashMap::new();
        for case_id in case_ids {
            let key = [case_id.as_str(), Kind::Locked.code(), Kind::Amended.code(), Kind::Postponed.code()];
            let Some(seq) = last.query_row(key, |row| row.get(0)).optional()? else { continue };
            let status = moment(&snapshot, seq)?.and_then(|moment| match moment {
                Moment::Decided(entry) => Some(Status::Decided(entry)),
                Moment::Postponed(postponed) => Some(Status::Postponed(postponed)),
                Moment::Supposed(_) | Moment::Done(_) => None,
            });
            statuses.extend(status.map(|status| (case_id.clone(), status)));
        }
        Ok(statuses)
    }

    /// The order last recorded for this meeting; empty when none was.
    pub fn agenda(&self, meeting: Option<Day>) -> Result<Vec<CaseId>, StoreError> {
        let meeting = meeting.map(|day| day.to_string()).unwrap_or_default();
        let mut select =
            self.connection.prepare_cached("SELECT case_id FROM agenda WHERE meeting = ?1 ORDER BY position")?;
        let cases = select.query_map([meeting], |row| parsed(row, "case_id"))?;
        Ok(cases.collect::<Result<_, _>>()?)
    }

    /// How many decisions are in force.
    pub fn count(&self) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) FROM decision WHERE is_current = 1";
        let count: i64 = self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    fn timeline(&self, seqs: &str, key: &str) -> Result<Vec<Moment>, StoreError> {
        let snapshot = self.connection.unchecked_transaction()?;
        let mut statement = snapshot.prepare_cached(&format!("{seqs} ORDER BY 1"))?;
        let seqs = statement.query_map([key], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
        let mut moments = Vec::with_capacity(seqs.len());
        for seq in seqs {
            moments.extend(moment(&snapshot, seq)?);
        }
        Ok(moments)
    }
}

/// All that the journal has of the version of this row; `connection` is the ledger's, in one consistent state.
pub(super) fn whole(connection: &Connection, ledger: &Ledger, entry: Entry) -> Result<Recorded, StoreError> {
    let id = entry.id;
    let payload: String = connection
        .prepare_cached("SELECT payload FROM event WHERE seq = ?1")?
        .query_row([entry.seq], |row| row.get(0))?;
    let locked: Locked =
        serde_json::from_str(&payload).map_err(|error| StoreError::Event { seq: entry.seq, why: error.to_string() })?;
    let versions = versions(connection, id)?;
    let before = entry.amends.as_ref().map(|amends| amends.decision);
    let before = before.map(|id| decision_of(connection, id)).transpose()?.flatten().map(Box::new);
    let follows = locked.previous.map(|id| self::entry(connection, id)).transpose()?.flatten();
    let after = ledger.acts_after(id)?;
    Ok(Recorded { entry, locked, versions, before, after, follows })
}

/// What a version decided, without what the room saw.
fn decision_of(connection: &Connection, id: DecisionId) -> Result<Option<Decision>, StoreError> {
    let sql = "SELECT e.seq, json_extract(e.payload, '$.decision') AS decision FROM event AS e
               JOIN decision AS d ON d.event_seq = e.seq WHERE d.id = ?1";
    let found: Option<(i64, String)> = connection
        .prepare_cached(sql)?
        .query_row([id.to_string()], |row| Ok((row.get("seq")?, row.get("decision")?)))
        .optional()?;
    let read = |(seq, text): (i64, String)| {
        serde_json::from_str(&text).map_err(|error| StoreError::Event { seq, why: error.to_string() })
    };
    found.map(read).transpose()
}

/// What happened at this place of the journal.
pub(super) fn moment(connection: &Connection, seq: i64) -> rusqlite::Result<Option<Moment>> {
    if let Some(supposed) = hypothesized(connection, seq)? {
        return Ok(Some(Moment::Supposed(Box::new(supposed))));
    }
    let sql = format!("SELECT {Columns} FROM decision AS d WHERE d.event_seq = ?1");
    if let Some(entry) = connection.prepare_cached(&sql)?.query_row([seq], from_row).optional()? {
        return Ok(Some(Moment::Decided(Box::new(entry))));
    }
    let put_off = connection
        .prepare_cached("SELECT * FROM postponement WHERE event_seq = ?1")?
        .query_row([seq], postponed)
        .optional()?;
    if let Some(postponed) = put_off {
        return Ok(Some(Moment::Postponed(postponed)));
    }
    Ok(deed(connection, seq)?.map(|deed| Moment::Done(Box::new(deed))))
}

/// A row of `postponement`.
pub(super) fn postponed(row: &Row<'_>) -> rusqlite::Result<Postponed> {
    let postponement = Postponement {
        case_id: parsed(row, "case_id")?,
        alias: parsed(row, "alias")?,
        meeting: day(row, "meeting")?,
        reason: row.get("reason")?,
    };
    Ok(Postponed { seq: row.get("event_seq")?, postponement, at: parsed(row, "at")?, actor: row.get("actor")? })
}

/// What was supposed at this place of the journal; none where something else happened.
fn hypothesized(connection: &Connection, seq: i64) -> rusqlite::Result<Option<Hypothesized>> {
    let sql = "SELECT e.payload, h.at, h.actor FROM hypothesis AS h JOIN event AS e ON e.seq = h.event_seq
               WHERE h.event_seq = ?1";
    connection
        .prepare_cached(sql)?
        .query_row([seq], |row| {
            let payload: String = row.get("payload")?;
            let hypothesis: Hypothesis =
                serde_json::from_str(&payload).map_err(|error| damaged(row, "payload", &error.to_string()))?;
            Ok(Hypothesized { seq, hypothesis, at: parsed(row, "at")?, actor: row.get("actor")? })
        })
        .optional()
}

/// One version's row.
pub(super) fn entry(connection: &Connection, id: DecisionId) -> rusqlite::Result<Option<Entry>> {
    let sql = format!("SELECT {Columns} FROM decision AS d WHERE d.id = ?1");
    connection.prepare_cached(&sql)?.query_row([id.to_string()], from_row).optional()
}

/// The decision in force for a case at a meeting.
pub(super) fn current_at(
    connection: &Connection,
    case_id: &CaseId,
    meeting: Option<Day>,
) -> rusqlite::Result<Option<Entry>> {
    let sql = format!(
        "SELECT {Columns} FROM decision AS d
         WHERE d.is_current = 1 AND d.case_id = ?1 AND ifnull(d.meeting, '') = ?2"
    );
    let meeting = meeting.map_or_else(String::new, |day| day.to_string());
    connection.prepare_cached(&sql)?.query_row([case_id.as_str(), &meeting], from_row).optional()
}

/// Every version of the decision that this version belongs to, oldest first.
pub(super) fn versions(connection: &Connection, id: DecisionId) -> rusqlite::Result<Vec<Entry>> {
    let sql = format!(
        "SELECT {Columns} FROM decision AS d
         WHERE d.set_id = (SELECT set_id FROM decision WHERE id = ?1) ORDER BY d.version"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    entries(&mut statement, [id.to_string()])
}

/// A number of rows as SQLite counts them.
pub(super) fn rows(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

/// The columns of an [`Entry`], from `decision AS d`.
pub(super) struct Columns;

impl fmt::Display for Columns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "d.event_seq, d.id, d.version, d.is_current, d.supersedes, d.amend_reason, d.case_id, d.alias, d.meeting, \
             d.question, d.class, d.upcr, d.egfr, d.outcome, d.rationale, d.next_date, d.locked_at, d.actor, \
             EXISTS (SELECT 1 FROM decision_act AS s WHERE s.set_id = d.set_id AND s.id = d.id AND s.act = 'signed') \
             AS signed, EXISTS (SELECT 1 FROM decision_act AS c WHERE c.set_id = d.set_id AND c.id = d.id \
             AND c.act = 'closed') AS closed",
        )
    }
}

pub(super) fn entries(statement: &mut Statement<'_>, params: impl Params) -> rusqlite::Result<Vec<Entry>> {
    statement.query_map(params, from_row)?.collect()
}

pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let supersedes: Option<DecisionId> = optional(row, "supersedes")?;
    let reason: Option<String> = row.get("amend_reason")?;
    Ok(Entry {
        seq: row.get("event_seq")?,
        id: parsed(row, "id")?,
        version: row.get("version")?,
        is_current: row.get("is_current")?,
        amends: supersedes.zip(reason).map(|(decision, reason)| Amendment { decision, reason }),
        case_id: parsed(row, "case_id")?,
        alias: parsed(row, "alias")?,
        meeting: day(row, "meeting")?,
        question: parsed(row, "question")?,
        class: row.get("class")?,
        upcr: row.get("upcr")?,
        egfr: row.get("egfr")?,
        outcome: outcome(row)?,
        rationale: row.get("rationale")?,
        next: day(row, "next_date")?,
        locked_at: parsed(row, "locked_at")?,
        actor: row.get("actor")?,
        signed: row.get("signed")?,
        closed: row.get("closed")?,
    })
}

fn outcome(row: &Row<'_>) -> rusqlite::Result<Outcome> {
    let code: String = row.get("outcome")?;
    Outcome::from_code(&code).ok_or_else(|| damaged(row, "outcome", &format!("`{code}` is no outcome")))
}

pub(super) fn day(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Day>> {
    optional(row, column)
}

fn optional<T: FromStr<Err: fmt::Display>>(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<T>> {
    let written: Option<String> = row.get(column)?;
    written.map(|text| text.parse().map_err(|error: T::Err| damaged(row, column, &error.to_string()))).transpose()
}

/// A column's text as the value it stands for; one that cannot be read is damage.
pub(super) fn parsed<T: FromStr<Err: fmt::Display>>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let written: String = row.get(column)?;
    written.parse().map_err(|error: T::Err| damaged(row, column, &error.to_string()))
}

pub(super) fn damaged(row: &Row<'_>, column: &str, why: &str) -> rusqlite::Error {
    let index = row.as_ref().column_index(column).unwrap_or_default();
    rusqlite::Error::FromSqlConversionFailure(index, Type::Text, format!("{column}: {why}").into())
}
