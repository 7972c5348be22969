use std::fmt;

use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};

use super::super::acts::{append, required};
use super::super::journal::{Event, Kind};
use super::super::{Act, Ledger, StoreError};

/// The longest name of a centre.
const LONGEST: usize = 40;

/// The short name of a centre: small letters, digits, and hyphens between them, as `marseille` or `chu-lyon`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Centre(String);

impl Centre {
    /// The name that was written; none where it is no such name.
    pub fn parse(written: &str) -> Option<Self> {
        let is_letter = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit();
        let is_name = (1..=LONGEST).contains(&written.len())
            && written.bytes().all(|letter| is_letter(letter) || letter == b'-')
            && !written.starts_with('-')
            && !written.ends_with('-');
        is_name.then(|| Self(written.to_owned()))
    }

    /// Its letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Centre {
    type Error = &'static str;
    fn try_from(written: String) -> Result<Self, Self::Error> {
        Self::parse(&written).ok_or("not a centre's name")
    }
}

impl fmt::Display for Centre {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What the journal says where the centre is named.
#[derive(Serialize, Deserialize)]
struct Named {
    centre: Centre,
}

/// The centre that an event names, where it is one that names a centre.
pub(super) fn named_by(event: &Event) -> Option<Result<Centre, serde_json::Error>> {
    let names = Kind::from_code(&event.kind) == Some(Kind::CentreNamed);
    names.then(|| serde_json::from_str::<Named>(&event.payload).map(|named| named.centre))
}

impl Ledger {
    /// Whose ledger this is; none where nobody said so yet.
    pub fn centre(&self) -> Result<Option<Centre>, StoreError> {
        centre(&self.connection)
    }

    /// Records whose ledger this is, once and for good: the journal carries it to wherever it is sent.
    pub fn name_centre(&mut self, name: &Centre, act: &Act) -> Result<(), StoreError> {
        required(&act.actor, "the author")?;
        let transaction = self.write()?;
        match centre(&transaction)? {
            Some(known) if known == *name => return Ok(()),
            Some(known) => return Err(StoreError::CentreNamed(known)),
            None => {}
        }
        let payload = serde_json::to_string(&Named { centre: name.clone() })?;
        append(&transaction, act, None, Kind::CentreNamed, payload)?;
        transaction.commit()?;
        Ok(())
    }
}

pub(super) fn centre(connection: &Connection) -> Result<Option<Centre>, StoreError> {
    let mut select = connection.prepare_cached("SELECT * FROM event WHERE kind = ?1 ORDER BY seq LIMIT 1")?;
    let event = select.query_row([Kind::CentreNamed.code()], Event::from_row).optional()?;
    let Some(event) = event else { return Ok(None) };
    let unreadable = |error: serde_json::Error| StoreError::Event { seq: event.seq, why: error.to_string() };
    named_by(&event).transpose().map_err(unreadable)
}
