use std::fmt::Write;

use chrono::SecondsFormat;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use uuid::{NoContext, Timestamp, Uuid};

use super::{Act, StoreError, sha256};
use crate::domain::CaseId;

/// What the first event gives as the hash before it.
pub(super) const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// What kinds of acts the journal knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Locked,
    Amended,
    Postponed,
    AgendaOrdered,
    Supposed,
    Meeting,
    After,
    AccessPurged,
    CentreNamed,
}

impl Kind {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Locked => "decision-locked",
            Self::Amended => "decision-amended",
            Self::Postponed => "passage-postponed",
            Self::AgendaOrdered => "agenda-ordered",
            Self::Supposed => "hypothesis-recorded",
            Self::Meeting => "meeting-act",
            Self::After => "decision-act",
            Self::AccessPurged => "access-purged",
            Self::CentreNamed => "centre-named",
        }
    }

    pub(super) fn from_code(code: &str) -> Option<Self> {
        let known = [
            Self::Locked,
            Self::Amended,
            Self::Postponed,
            Self::AgendaOrdered,
            Self::Supposed,
            Self::Meeting,
            Self::After,
            Self::AccessPurged,
            Self::CentreNamed,
        ];
        known.into_iter().find(|kind| kind.code() == code)
    }
}

/// A row of the journal; as JSON, a line of a journal that is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Event {
    pub(super) seq: i64,
    pub(super) id: String,
    pub(super) at: String,
    pub(super) actor: String,
    pub(super) case_id: Option<String>,
    pub(super) kind: String,
    pub(super) payload: String,
    pub(super) prev_hash: String,
    pub(super) hash: String,
}

impl Event {
    /// The event that would come next; the caller holds the write lock.
    pub(super) fn next(
        connection: &Connection,
        act: &Act,
        case_id: Option<&CaseId>,
        kind: Kind,
        payload: String,
    ) -> Result<Self, StoreError> {
        let last = connection
            .prepare_cached("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1")?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let (seq, prev_hash): (i64, String) = last.unwrap_or_else(|| (0, GENESIS.to_owned()));
        let mut event = Self {
            seq: seq + 1,
            id: new_id(act).to_string(),
            at: act.at.to_rfc3339_opts(SecondsFormat::Millis, true),
            actor: act.actor.clone(),
            case_id: case_id.map(CaseId::to_string),
            kind: kind.code().to_owned(),
            payload,
            prev_hash,
            hash: String::new(),
        };
        event.hash = event.computed_hash();
        Ok(event)
    }

    /// SHA-256 over every field but `hash`, each written as `length:bytes,` so that no two events read alike.
    pub(super) fn computed_hash(&self) -> String {
        let seq = self.seq.to_string();
        let mut bytes = String::with_capacity(self.payload.len() + 320);
        for field in [
            Some("regards-event-1"),
            Some(&seq),
            Some(&self.id),
            Some(&self.at),
            Some(&self.actor),
            self.case_id.as_deref(),
            Some(&self.kind),
            Some(&self.payload),
            Some(&self.prev_hash),
        ] {
            match field {
                Some(text) => drop(write!(bytes, "{}:{text},", text.len())),
                None => bytes.push_str("~,"),
            }
        }
        sha256(&bytes)
    }

    pub(super) fn insert(&self, connection: &Connection) -> rusqlite::Result<()> {
        connection
            .prepare_cached(
                "INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute(params![
                self.seq,
                self.id,
                self.at,
                self.actor,
                self.case_id,
                self.kind,
                self.payload,
                self.prev_hash,
                self.hash
            ])
            .map(drop)
    }

    pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            seq: row.get("seq")?,
            id: row.get("id")?,
            at: row.get("at")?,
            actor: row.get("actor")?,
            case_id: row.get("case_id")?,
            kind: row.get("kind")?,
            payload: row.get("payload")?,
            prev_hash: row.get("prev_hash")?,
            hash: row.get("hash")?,
        })
    }

    /// Shows every event in order, one at a time.
    pub(super) fn each(
        connection: &Connection,
        mut visit: impl FnMut(Self) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut statement = connection.prepare("SELECT * FROM event ORDER BY seq")?;
        for event in statement.query_map([], Self::from_row)? {
            visit(event?)?;
        }
        Ok(())
    }
}

fn new_id(act: &Act) -> Uuid {
    let seconds = u64::try_from(act.at.timestamp()).unwrap_or(0);
    Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, act.at.timestamp_subsec_nanos().min(999_999_999)))
}
