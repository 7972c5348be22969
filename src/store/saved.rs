use rusqlite::params;

use super::browse::parsed;
use super::draft::moment;
use super::{Act, Ledger, StoreError};
use crate::archive::filter::SavedQuery;

impl Ledger {
    /// Every saved query, by name.
    pub fn saved_queries(&self) -> Result<Vec<SavedQuery>, StoreError> {
        let sql = "SELECT name, query, saved_at, actor FROM saved_query ORDER BY name";
        let mut select = self.connection.prepare_cached(sql)?;
        let found = select.query_map([], |row| {
            Ok(SavedQuery {
                name: row.get("name")?,
                text: row.get("query")?,
                by: row.get("actor")?,
                at: parsed(row, "saved_at")?,
            })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Saves a query under a name; one that has the name already is replaced. Not an act: the journal does not have it.
    pub fn save_query(&mut self, name: &str, query: &str, act: &Act) -> Result<(), StoreError> {
        self.still_there()?;
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO saved_query (name, query, saved_at, actor) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![name, query, moment(act), act.actor])?;
        Ok(())
    }

    /// Takes a saved query away; false where none has the name.
    pub fn forget_query(&mut self, name: &str) -> Result<bool, StoreError> {
        self.still_there()?;
        Ok(self.connection.execute("DELETE FROM saved_query WHERE name = ?1", [name])? > 0)
    }
}
