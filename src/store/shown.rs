use rusqlite::{OptionalExtension, params};

use super::draft::moment;
use super::{Act, Ledger, StoreError};

/// How far the ledger has come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// Place of the last act in the journal.
    pub acts: Option<i64>,
    /// What the chair's screen shows.
    pub shown: Option<String>,
}

impl Ledger {
    /// Keeps what the chair's screen shows, for those who follow it; only the last is kept, and it is no act.
    pub fn show(&mut self, body: &str, act: &Act) -> Result<(), StoreError> {
        self.still_there()?;
        self.connection
            .prepare_cached(
                "INSERT INTO shown (place, body, at, actor) VALUES ('room', ?1, ?2, ?3)
                 ON CONFLICT (place) DO UPDATE SET body = excluded.body, at = excluded.at, actor = excluded.actor",
            )?
            .execute(params![body, moment(act), act.actor])?;
        Ok(())
    }

    /// What the chair's screen last showed.
    pub fn shown(&self) -> Result<Option<String>, StoreError> {
        Ok(self.last_shown()?.map(|(body, _)| body))
    }

    /// What the chair's screen last showed, and who showed it.
    pub fn last_shown(&self) -> Result<Option<(String, String)>, StoreError> {
        let mut select = self.connection.prepare_cached("SELECT body, actor FROM shown WHERE place = 'room'")?;
        Ok(select.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
    }

    /// How far the ledger has come: told apart from what it was, it says what kind of thing another terminal did.
    pub fn marks(&self) -> Result<Marks, StoreError> {
        let sql = "SELECT (SELECT max(seq) FROM event), (SELECT body FROM shown WHERE place = 'room')";
        let mut select = self.connection.prepare_cached(sql)?;
        Ok(select.query_row([], |row| Ok(Marks { acts: row.get(0)?, shown: row.get(1)? }))?)
    }
}
