use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::params;
use serde_json::json;

use super::acts::{append, required};
use super::browse::{parsed, rows};
use super::draft::moment;
use super::journal::Kind;
use super::{Act, Ledger, StoreError};

/// What somebody looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looked {
    /// A case was opened.
    Case,
    /// A past decision was opened.
    Decision,
    /// Past decisions were searched.
    Search,
    /// Past decisions were listed or exported.
    Export,
    /// Somebody's identity was shown.
    Identity,
}

impl Looked {
    /// What the database calls it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Case => "opened-case",
            Self::Decision => "opened-decision",
            Self::Search => "searched",
            Self::Export => "exported",
            Self::Identity => "identity-shown",
        }
    }
}

/// One row of the access log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: String,
    /// What was done, by its code.
    pub action: String,
    /// To what.
    pub target: String,
}

impl Ledger {
    /// Writes down who looked at what, once a minute for the same. Not an act: it stands outside the journal and has
    /// its own retention.
    pub fn looked(&mut self, looked: Looked, target: &str, act: &Act) -> Result<(), StoreError> {
        self.still_there()?;
        self.connection
            .prepare_cached(
                "INSERT INTO access (at, actor, action, target) SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS
                   (SELECT 1 FROM access WHERE at >= substr(?1, 1, 16) AND at < substr(?1, 1, 16) || ':~'
                      AND actor = ?2 AND action = ?3 AND target = ?4)",
            )?
            .execute(params![moment(act), act.actor, looked.code(), target])?;
        Ok(())
    }

    /// How many rows the access log has.
    pub fn accesses_kept(&self) -> Result<u64, StoreError> {
        let found: i64 = self.connection.query_row("SELECT count(*) FROM access", [], |row| row.get(0))?;
        Ok(found.unsigned_abs())
    }

    /// Who looked at what, the newest first.
    pub fn accesses(&self, limit: usize) -> Result<Vec<Access>, StoreError> {
        let sql = "SELECT at, actor, action, target FROM access ORDER BY id DESC LIMIT ?1";
        let mut select = self.connection.prepare_cached(sql)?;
        let found = select.query_map([rows(limit)], |row| {
            Ok(Access {
                at: parsed(row, "at")?,
                actor: row.get("actor")?,
                action: row.get("action")?,
                target: row.get("target")?,
            })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// How many rows of the access log are older than a moment: what a purge would take away.
    pub fn accesses_before(&self, before: DateTime<Utc>) -> Result<u64, StoreError> {
        let mut count = self.connection.prepare_cached("SELECT count(*) FROM access WHERE at < ?1")?;
        let found: i64 = count.query_row([stamp(before)], |row| row.get(0))?;
        Ok(found.unsigned_abs())
    }

    /// Takes away the rows of the access log that are older than a moment, and records in the journal that it was done.
    pub fn purge_accesses(&mut self, before: DateTime<Utc>, act: &Act) -> Result<u64, StoreError> {
        required(&act.actor, "the author")?;
        let transaction = self.write()?;
        let purged = transaction.execute("DELETE FROM access WHERE at < ?1", [stamp(before)])?;
        let payload = json!({"before": stamp(before), "rows": purged}).to_string();
        append(&transaction, act, None, Kind::AccessPurged, payload)?;
        transaction.commit()?;
        Ok(purged as u64)
    }
}

fn stamp(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}
