use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};

use super::browse::parsed;
use super::{Ledger, StoreError};

/// Fewer letters of a hash than this prove nothing.
const LEAST_LETTERS: usize = 16;

/// The beginning of an event's hash, as it is printed on minutes: 16 to 64 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hash(String);

impl Hash {
    /// What was written, without the spaces and hyphens of print; none where it is no hash.
    pub fn parse(written: &str) -> Option<Self> {
        let letters: String = written.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        let is_hash = (LEAST_LETTERS..=64).contains(&letters.len()) && letters.chars().all(|c| c.is_ascii_hexdigit());
        is_hash.then(|| Self(letters.to_ascii_lowercase()))
    }

    /// Its digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The event that a hash belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// Its place in the journal.
    pub seq: i64,
    /// When it was recorded.
    pub at: DateTime<Utc>,
    /// By whom.
    pub actor: String,
    /// How many events follow it.
    pub since: u64,
}

impl Ledger {
    /// The event with this hash; none where the journal was cut before it, or it is the hash of another ledger.
    pub fn marked(&self, hash: &Hash) -> Result<Option<Marked>, StoreError> {
        let mut select = self.connection.prepare_cached(
            "SELECT seq, at, actor, (SELECT count(*) FROM event AS later WHERE later.seq > event.seq) AS since
             FROM event WHERE hash >= ?1 AND hash < ?1 || 'g' ORDER BY seq LIMIT 1",
        )?;
        let found = select.query_row(params![hash.as_str()], |row| {
            Ok(Marked {
                seq: row.get("seq")?,
                at: parsed(row, "at")?,
                actor: row.get("actor")?,
                since: row.get::<_, i64>("since")?.unsigned_abs(),
            })
        });
        Ok(found.optional()?)
    }
}
