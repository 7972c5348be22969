use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fmt;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, Rows};

use super::journal::{Event, GENESIS};
use super::projection::{TABLES, project};
use super::touched::{Touched, touched};
use super::{Ledger, STEPS, StoreError, Watch};

/// Broken links of which it is worked out what they leave unproven: what follows the first holds that of all others.
const MOST_TOUCHED: usize = 20;

/// What recomputing the whole ledger found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// How many events the journal holds.
    pub events: u64,
    /// The last event's hash. Written down elsewhere (on signed minutes), it also proves that none was cut off the end.
    pub head: String,
    /// What does not hold, in the order of the journal and of the tables; empty when all does.
    pub faults: Vec<Fault>,
}

/// Something that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// SQLite's own check of the file's pages, indexes and references.
    File(String),
    /// A table, trigger or view of the ledger is not as this program made it.
    Schema { object: String, what: SchemaFault },
    /// An event that does not hold in the chain; `after` events follow it. What stands from it on is not proven any
    /// more: worked out for the first broken links.
    Link {
        seq: i64,
        case_id: Option<String>,
        at: String,
        actor: String,
        what: LinkFault,
        after: u64,
        touched: Option<Box<Touched>>,
    },
    /// An event whose content cannot be read.
    Unreadable { seq: i64, case_id: Option<String>, why: String },
    /// A row of a table that does not say what the journal says; `rebuild` makes it anew.
    Table { table: &'static str, key: Vec<i64>, case_id: Option<String>, what: Difference },
}

/// How an event fails to hold in the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkFault {
    /// Its content is not what its hash was made of.
    Content,
    /// It does not name the hash of the event before it.
    Previous,
    /// Events before it are missing, from this number on.
    Gap(i64),
}

/// How a table, trigger or view differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaFault {
    /// It is not there.
    Missing,
    /// Its definition is another.
    Changed,
    /// A trigger that this program did not make.
    Foreign,
}

/// How a row differs from what the journal says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// The journal says there is one.
    Missing,
    /// The journal says otherwise.
    Changed,
    /// The journal knows of none.
    Extra,
}

impl Verified {
    /// Whether everything holds.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }

    /// The first event that does not hold in the chain.
    pub fn first_broken_link(&self) -> Option<&Fault> {
        self.faults.iter().find(|fault| matches!(fault, Fault::Link { .. }))
    }

    /// The cases whose events do not hold or cannot be read, or whose rows say something else.
    pub fn affected_cases(&self) -> BTreeSet<&str> {
        self.faults.iter().filter_map(Fault::case_id).collect()
    }
}

impl Fault {
    /// A link that does not hold.
    pub(super) fn link(event: &Event, what: LinkFault, after: u64) -> Self {
        Self::Link {
            seq: event.seq,
            case_id: event.case_id.clone(),
            at: event.at.clone(),
            actor: event.actor.clone(),
            what,
            after,
            touched: None,
        }
    }

    /// The case of the event at fault.
    fn case_id(&self) -> Option<&str> {
        match self {
            Self::Link { case_id, .. } | Self::Unreadable { case_id, .. } | Self::Table { case_id, .. } => {
                case_id.as_deref()
            }
            Self::File(_) | Self::Schema { .. } => None,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(words) => write!(f, "the file is damaged: {words}"),
            Self::Schema { object, what } => write!(
                f,
                "{object} {}",
                match what {
                    SchemaFault::Missing => "is missing",
                    SchemaFault::Changed => "is not as this program made it",
                    SchemaFault::Foreign => "was not made by this program",
                }
            ),
            Self::Link { seq, case_id, at, actor, what, after, .. } => {
                let case = case_id.as_deref().unwrap_or("no case");
                write!(f, "event {seq} ({case}, {at}, {actor}) ")?;
                match what {
                    LinkFault::Content => f.write_str("was changed after it was recorded")?,
                    LinkFault::Previous => f.write_str("does not follow from the event before it")?,
                    LinkFault::Gap(from) => write!(f, "comes after a gap: event {from} is missing")?,
                }
                write!(f, "; {after} events follow it")
            }
            Self::Unreadable { seq, why, .. } => write!(f, "event {seq} cannot be read: {why}"),
            Self::Table { table, key, what, .. } => {
                let key = key.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                write!(
                    f,
                    "{table} ({key}) {}",
                    match what {
                        Difference::Missing => "is missing, although the journal has it",
                        Difference::Changed => "does not say what the journal says",
                        Difference::Extra => "is not in the journal",
                    }
                )
            }
        }
    }
}

impl Ledger {
    /// Recomputes the whole chain and every table from the journal, in one consistent state, changing nothing.
    pub fn verify(&self) -> Result<Verified, StoreError> {
        self.verify_watched(&mut ())
    }

    /// As [`Ledger::verify`], with somebody who watches and may stop it.
    pub fn verify_watched(&self, watch: &mut dyn Watch) -> Result<Verified, StoreError> {
        recomputed(&self.connection, watch)
    }
}

pub(super) fn recomputed(ledger: &Connection, watch: &mut dyn Watch) -> Result<Verified, StoreError> {
    let snapshot = ledger.unchecked_transaction()?;
    let mut verified = Verified { events: 0, head: GENESIS.to_owned(), faults: file(&snapshot)? };
    match compare(&snapshot, &mut verified, watch) {
        // A page too damaged to read is a finding, not a reason to say nothing of the rest.
        Err(StoreError::Corrupt(words)) => verified.faults.push(Fault::File(words)),
        other => other?,
    }
    Ok(verified)
}

fn compare(ledger: &Connection, verified: &mut Verified, watch: &mut dyn Watch) -> Result<(), StoreError> {
    // A database of its own on the disk, gone when it is closed: a million rows do not fit in memory.
    let mut remade = Connection::open("")?;
    remade.pragma_update(None, "foreign_keys", "OFF")?;
    for step in STEPS {
        remade.execute_batch(step)?;
    }
    verified.faults.extend(schema(ledger, &remade)?);
    let remaking = remade.transaction()?;
    chain(ledger, &remaking, verified, watch)?;
    for fault in verified.faults.iter_mut().filter(|fault| matches!(fault, Fault::Link { .. })).take(MOST_TOUCHED) {
        if let Fault::Link { seq, touched: found, .. } = fault {
            *found = Some(Box::new(touched(ledger, *seq)?));
        }
    }
    for (table, key) in TABLES {
        watch.at(verified.events, Some(verified.events))?;
        differences(ledger, &remaking, table, key, &mut verified.faults)?;
    }
    Ok(())
}

pub(super) fn file(ledger: &Connection) -> Result<Vec<Fault>, StoreError> {
    let words = |row: &Row<'_>| row.get::<_, String>(0);
    // The full-text index remembers its shape from an earlier reading and would be compared with that.
    let _ = ledger.query_row("SELECT rowid FROM decision_text LIMIT 1", [], |row| row.get::<_, i64>(0));
    let mut check = ledger.prepare("PRAGMA integrity_check")?;
    let said = check.query_map([], words).and_then(Iterator::collect::<rusqlite::Result<Vec<_>>>);
    let mut faults: Vec<Fault> = match said.map_err(StoreError::from) {
        Ok(said) => said.into_iter().filter(|line| line != "ok").map(Fault::File).collect(),
        Err(StoreError::Corrupt(words)) => return Ok(vec![Fault::File(words)]),
        Err(error) => return Err(error),
    };
    let mut check = ledger.prepare(
        "SELECT format('%s row %s names a missing %s', \"table\", rowid, parent)
                                    FROM pragma_foreign_key_check",
    )?;
    for line in check.query_map([], words)? {
        faults.push(Fault::File(line?));
    }
    Ok(faults)
}

/// What of the definitions differs; other tables and views that people add are theirs.
pub(super) fn schema(ledger: &Connection, remade: &Connection) -> rusqlite::Result<Vec<Fault>> {
    let expected = objects(remade)?;
    let found = objects(ledger)?;
    let mut faults = Vec::new();
    for (object, sql) in &expected {
        match found.iter().find(|(name, _)| name == object) {
            None => faults.push(Fault::Schema { object: object.clone(), what: SchemaFault::Missing }),
            Some((_, other)) if other != sql => {
                faults.push(Fault::Schema { object: object.clone(), what: SchemaFault::Changed });
            }
            Some(_) => {}
        }
    }
    let foreign =
        |(object, _): &&(String, _)| object.starts_with("trigger ") && !expected.iter().any(|(name, _)| name == object);
    faults.extend(
        found
            .iter()
            .filter(foreign)
            .map(|(object, _)| Fault::Schema { object: object.clone(), what: SchemaFault::Foreign }),
    );
    Ok(faults)
}

fn objects(connection: &Connection) -> rusqlite::Result<Vec<(String, Option<String>)>> {
    let mut statement = connection.prepare("SELECT type || ' ' || name, sql FROM sqlite_schema ORDER BY 1")?;
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// Recomputes every hash, and the tables into `remaking` on the way.
fn chain(
    ledger: &Connection,
    remaking: &Connection,
    verified: &mut Verified,
    watch: &mut dyn Watch,
) -> Result<(), StoreError> {
    let total: i64 = ledger.query_row("SELECT count(*) FROM event", [], |row| row.get(0))?;
    let mut expected = 1;
    Event::each(ledger, |event| {
        watch.at(verified.events, Some(total.unsigned_abs()))?;
        verified.events += 1;
        if let Some(what) = broken(&event, expected, &verified.head) {
            let after = u64::try_from(total).unwrap_or(0).saturating_sub(verified.events);
            verified.faults.push(Fault::link(&event, what, after));
        }
        match project(remaking, &event) {
            Err(error @ (StoreError::Event { .. } | StoreError::Refused(_))) => {
                let why = error.to_string();
                verified.faults.push(Fault::Unreadable { seq: event.seq, case_id: event.case_id.clone(), why });
            }
            // A full disk while the tables are made anew says nothing about the ledger.
            other => other?,
        }
        expected = event.seq + 1;
        verified.head = event.hash;
        Ok(())
    })
}

/// How an event fails to follow the one before it, which has this hash.
pub(super) fn broken(event: &Event, expected: i64, before: &str) -> Option<LinkFault> {
    if event.seq != expected {
        Some(LinkFault::Gap(expected))
    } else if event.prev_hash != before {
        Some(LinkFault::Previous)
    } else if event.hash != event.computed_hash() {
        Some(LinkFault::Content)
    } else {
        None
    }
}

/// Walks the same table of both, in the order of its key.
fn differences(
    ledger: &Connection,
    remade: &Connection,
    table: &'static str,
    key: &str,
    faults: &mut Vec<Fault>,
) -> rusqlite::Result<()> {
    let sql = format!("SELECT {key}, * FROM {table} ORDER BY {key}");
    let parts = key.split(',').count();
    let (mut found, mut expected) = (ledger.prepare(&sql)?, remade.prepare(&sql)?);
    let (mut found, mut expected) = (found.query([])?, expected.query([])?);
    let mut case_of = ledger.prepare("SELECT case_id FROM event WHERE seq = ?1")?;
    let (mut left, mut right) = (line(&mut found, parts)?, line(&mut expected, parts)?);
    loop {
        let order = match (&left, &right) {
            (None, None) => return Ok(()),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some((left, _)), Some((right, _))) => left.cmp(right),
        };
        let what = match order {
            Ordering::Less => Some(Difference::Extra),
            Ordering::Greater => Some(Difference::Missing),
            Ordering::Equal => (left != right).then_some(Difference::Changed),
        };
        let named = if order.is_gt() { &right } else { &left };
        if let (Some(what), Some((key, _))) = (what, named) {
            let case_id = case_of.query_row([key.first()], |row| row.get(0)).optional()?.flatten();
            faults.push(Fault::Table { table, key: key.clone(), case_id, what });
        }
        if order.is_le() {
            left = line(&mut found, parts)?;
        }
        if order.is_ge() {
            right = line(&mut expected, parts)?;
        }
    }
}

type Line = (Vec<i64>, Vec<Value>);

/// The next row: its key, then all its columns.
fn line(rows: &mut Rows<'_>, key_parts: usize) -> rusqlite::Result<Option<Line>> {
    let Some(row) = rows.next()? else { return Ok(None) };
    let key = (0..key_parts).map(|part| row.get(part)).collect::<rusqlite::Result<Vec<i64>>>()?;
    let columns = row.as_ref().column_count();
    let values = (key_parts..columns).map(|column| row.get(column)).collect::<rusqlite::Result<Vec<Value>>>()?;
    Ok(Some((key, values)))
}
