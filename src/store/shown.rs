use rusqlite::{OptionalExtension, params};

use super::draft::moment;
use super::{Act, Ledger, StoreError};

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
        let mut select = self.connection.prepare_cached("SELECT body FROM shown WHERE place = 'room'")?;
        Ok(select.query_row([], |row| row.get(0)).optional()?)
    }
}
