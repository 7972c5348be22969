use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use super::super::journal::{Event, GENESIS};
use super::super::verify::broken;
use super::super::{StoreError, Watch};
use super::centre::{Centre, named_by};
use super::file::Reader;
use super::shared::SharedArchive;

/// Why nothing of a file was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The file cannot be read, in the system's words.
    Unreadable(String),
    /// Its first line is not that of a journal.
    NotAJournal,
    /// A newer program wrote it, in a form that this one does not know.
    Newer { found: u64, known: u32 },
    /// A line is no entry.
    Broken { line: u64 },
    /// An entry does not hold in the chain: the file was changed on its way.
    Changed { seq: i64 },
    /// The file ends before, or after, the entry it names as its last one.
    Cut { last: i64, found: i64 },
    /// Entries between what is known and the file are missing.
    Gap { from: i64, to: i64 },
    /// The archive has another entry at this place: the centre's journal was rewritten or restored since.
    Fork { seq: i64 },
    /// The journal itself says that it is another centre's.
    OtherCentre(Centre),
    /// The archive has the same entry as another centre's.
    Twin(String),
    /// The work ended before it: see [`Intake::ended`].
    NotReached,
}

/// What came of some files.
#[derive(Debug)]
pub struct Intake {
    /// Each file, in the order in which they were named.
    pub taken: Vec<Taken>,
    /// Why the work ended before all were taken; those that were before stay taken.
    pub ended: Option<StoreError>,
}

/// What was taken of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The file.
    pub file: PathBuf,
    /// Whose journal it says it is.
    pub centre: Option<Centre>,
    /// How many entries are new, and how many were there already; or why nothing was taken.
    pub result: Result<(u64, u64), Refusal>,
}

/// Why a file is given up: it is refused, or the archive refused.
enum Stop {
    Refused(Refusal),
    Failed(StoreError),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Failed(error)
    }
}

impl From<rusqlite::Error> for Stop {
    fn from(error: rusqlite::Error) -> Self {
        Self::Failed(error.into())
    }
}

impl SharedArchive {
    /// Takes these journals, each wholly or not at all, those of a centre in the order of their entries, whatever the order
    /// in which they are named. What is known already is compared and passed over.
    pub fn take(path: &Path, files: &[PathBuf], watch: &mut dyn Watch) -> Result<Intake, StoreError> {
        let mut intake = Intake { taken: Vec::new(), ended: None };
        let mut waiting = Vec::new();
        for (index, file) in files.iter().enumerate() {
            let opened = Reader::open(file);
            let centre = opened.as_ref().ok().map(|reader| reader.header.centre.clone());
            let refusal = opened.map(|reader| waiting.push((index, reader))).err().unwrap_or(Refusal::NotReached);
            intake.taken.push(Taken { file: file.clone(), centre, result: Err(refusal) });
        }
        // Nothing is made where there is nothing to take.
        if waiting.is_empty() {
            return Ok(intake);
        }
        waiting.sort_by_key(|(_, reader)| (reader.header.centre.clone(), reader.header.first, reader.header.last));
        let mut archive = Self::open(path)?;
        for (index, reader) in waiting {
            match archive.take_one(reader, watch) {
                Ok(result) => {
                    if let Some(taken) = intake.taken.get_mut(index) {
                        taken.result = result;
                    }
                }
                Err(error) => {
                    intake.ended = Some(error);
                    break;
                }
            }
        }
        Ok(intake)
    }

    fn take_one(&mut self, reader: Reader, watch: &mut dyn Watch) -> Result<Result<(u64, u64), Refusal>, StoreError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        match (Taking { archive: &transaction, reader }).done(watch) {
            Ok(counts) => {
                transaction.commit()?;
                Ok(Ok(counts))
            }
            Err(Stop::Refused(refusal)) => Ok(Err(refusal)),
            Err(Stop::Failed(error)) => Err(error),
        }
    }
}

/// A file being taken, in a transaction that goes with it.
struct Taking<'a> {
    archive: &'a Connection,
    reader: Reader,
}

impl Taking<'_> {
    fn done(mut self, watch: &mut dyn Watch) -> Result<(u64, u64), Stop> {
        let (first, last) = (self.reader.header.first, self.reader.header.last);
        let known_to = self.known_to()?;
        if first > known_to + 1 {
            return Err(Refusal::Gap { from: known_to + 1, to: first - 1 }.into());
        }
        let mut before = self.hash_at(first - 1)?.unwrap_or_else(|| GENESIS.to_owned());
        let of = (last + 1 - first).unsigned_abs();
        let (mut new, mut known) = (0, 0);
        let mut expected = first;
        while let Some(event) = self.reader.next()? {
            watch.at(new + known, Some(of))?;
            self.follows(&event, expected, &before)?;
            if expected <= known_to {
                self.is_the_same(&event)?;
                known += 1;
            } else {
                self.add(&event)?;
                new += 1;
            }
            before = event.hash;
            expected += 1;
        }
        match expected - 1 {
            found if found != last => Err(Refusal::Cut { last, found }.into()),
            // What follows nothing new must still be the same journal.
            _ if first > last && before != self.reader.header.head => Err(Refusal::Fork { seq: last }.into()),
            _ if before != self.reader.header.head => Err(Refusal::Changed { seq: last }.into()),
            _ => Ok((new, known)),
        }
    }

    /// Whether an entry of the file holds in the chain.
    fn follows(&self, event: &Event, expected: i64, before: &str) -> Result<(), Stop> {
        let is_first_here = expected == self.reader.header.first && expected > 1;
        if is_first_here && event.seq == expected && event.prev_hash != before && event.hash == event.computed_hash() {
            return Err(Refusal::Fork { seq: expected - 1 }.into());
        }
        if broken(event, expected, before).is_some() {
            return Err(Refusal::Changed { seq: expected }.into());
        }
        match named_by(event) {
            Some(Ok(named)) if named == self.reader.header.centre => Ok(()),
            Some(Ok(named)) => Err(Refusal::OtherCentre(named).into()),
            Some(Err(_)) => Err(Refusal::Broken { line: self.reader.line }.into()),
            None => Ok(()),
        }
    }

    fn is_the_same(&self, event: &Event) -> Result<(), Stop> {
        if self.hash_at(event.seq)?.as_ref() == Some(&event.hash) {
            Ok(())
        } else {
            Err(Refusal::Fork { seq: event.seq }.into())
        }
    }

    fn add(&self, event: &Event) -> Result<(), Stop> {
        let mut twin = self.archive.prepare_cached("SELECT centre FROM event WHERE hash = ?1")?;
        if let Some(centre) = twin.query_row([&event.hash], |row| row.get(0)).optional()? {
            return Err(Refusal::Twin(centre).into());
        }
        let mut double = self.archive.prepare_cached("SELECT 1 FROM event WHERE centre = ?1 AND id = ?2")?;
        if double.exists(params![self.centre(), event.id])? {
            return Err(Refusal::Broken { line: self.reader.line }.into());
        }
        self.archive
            .prepare_cached(
                "INSERT INTO event (centre, seq, id, at, actor, case_id, kind, payload, prev_hash, hash)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?
            .execute(params![
                self.centre(),
                event.seq,
                event.id,
                event.at,
                event.actor,
                event.case_id,
                event.kind,
                event.payload,
                event.prev_hash,
                event.hash
            ])?;
        Ok(())
    }

    fn centre(&self) -> &str {
        self.reader.header.centre.as_str()
    }

    /// The last entry that the archive has of this centre.
    fn known_to(&self) -> rusqlite::Result<i64> {
        let sql = "SELECT ifnull(max(seq), 0) FROM event WHERE centre = ?1";
        self.archive.query_row(sql, [self.centre()], |row| row.get(0))
    }

    fn hash_at(&self, seq: i64) -> rusqlite::Result<Option<String>> {
        let mut select = self.archive.prepare_cached("SELECT hash FROM event WHERE centre = ?1 AND seq = ?2")?;
        select.query_row(params![self.centre(), seq], |row| row.get(0)).optional()
    }
}
