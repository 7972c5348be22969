use rusqlite::Connection;

use super::super::journal::{Event, GENESIS};
use super::super::verify::{broken, file, schema};
use super::super::{Fault, StoreError, Watch};
use super::shared::{DEFINITIONS, SharedArchive};

/// How far a centre's journal goes in the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CentreHead {
    /// Whose it is.
    pub centre: String,
    /// How many entries are there.
    pub events: u64,
    /// When the last was recorded.
    pub last_at: String,
    /// The last entry's hash: the centre's own `verify` says the same.
    pub head: String,
    /// What does not hold in its chain; empty where it was not recomputed.
    pub faults: Vec<Fault>,
}

/// What recomputing a shared archive found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedVerified {
    /// Each centre's journal, in the order of the alphabet.
    pub centres: Vec<CentreHead>,
    /// What of the file, its tables and triggers does not hold.
    pub faults: Vec<Fault>,
}

impl SharedVerified {
    /// Whether everything holds.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty() && self.centres.iter().all(|centre| centre.faults.is_empty())
    }
}

impl SharedArchive {
    /// How far each centre's journal goes.
    pub fn centres(&self) -> Result<Vec<CentreHead>, StoreError> {
        Ok(heads(&self.connection)?)
    }

    /// Recomputes every chain, in one consistent state, changing nothing.
    pub fn verify(&self, watch: &mut dyn Watch) -> Result<SharedVerified, StoreError> {
        let snapshot = self.connection.unchecked_transaction()?;
        let mut verified = SharedVerified { centres: Vec::new(), faults: file(&snapshot)? };
        match compare(&snapshot, &mut verified, watch) {
            // A page too damaged to read is a finding, not a reason to say nothing of the rest.
            Err(StoreError::Corrupt(words)) => verified.faults.push(Fault::File(words)),
            other => other?,
        }
        Ok(verified)
    }
}

fn heads(archive: &Connection) -> rusqlite::Result<Vec<CentreHead>> {
    let mut select = archive.prepare("SELECT centre, events, last_at, head FROM centres ORDER BY centre")?;
    let heads = select.query_map([], |row| {
        Ok(CentreHead {
            centre: row.get("centre")?,
            events: row.get::<_, i64>("events")?.unsigned_abs(),
            last_at: row.get("last_at")?,
            head: row.get("head")?,
            faults: Vec::new(),
        })
    })?;
    heads.collect()
}

fn compare(archive: &Connection, verified: &mut SharedVerified, watch: &mut dyn Watch) -> Result<(), StoreError> {
    let remade = Connection::open_in_memory()?;
    remade.execute_batch(DEFINITIONS)?;
    verified.faults.extend(schema(archive, &remade)?);
    verified.centres = heads(archive)?;
    let of = verified.centres.iter().map(|centre| centre.events).sum();
    let mut done = 0;
    for centre in &mut verified.centres {
        chain(archive, centre, &mut |so_far| watch.at(done + so_far, Some(of)))?;
        done += centre.events;
    }
    Ok(())
}

fn chain(
    archive: &Connection,
    centre: &mut CentreHead,
    tell: &mut dyn FnMut(u64) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let (mut expected, mut before, mut count) = (1, GENESIS.to_owned(), 0);
    let mut select = archive.prepare("SELECT * FROM event WHERE centre = ?1 ORDER BY seq")?;
    for event in select.query_map([&centre.centre], Event::from_row)? {
        let event = event?;
        tell(count)?;
        count += 1;
        if let Some(what) = broken(&event, expected, &before) {
            centre.faults.push(Fault::link(&event, what, centre.events.saturating_sub(count)));
        }
        expected = event.seq + 1;
        before = event.hash;
    }
    Ok(())
}
