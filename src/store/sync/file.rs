//! A journal as it is sent: JSON lines. The first says whose it is, which entries follow and with which hash they end; each
//! other line is an entry, its payload word by word as it was hashed.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::journal::{Event, GENESIS};
use super::super::{Ledger, StoreError, Watch};
use super::centre::{Centre, centre};
use super::take::Refusal;
use crate::text::harmless_json;

/// Version of this form.
const FORMAT: u32 = 1;

/// What the first line says the file is.
const WHAT: &str = "regards journal";

/// What is in it, for whoever opens it without this program.
const CARRIES: &str = "health data: cases under their numbers and pseudonyms, as they were decided upon; names of professionals; \
     what was typed. No patient's identity, no drafts, no access log";

/// A line that is longer is no entry: 64 MiB.
const LONGEST_LINE: u64 = 64 * 1024 * 1024;

/// The first line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Header {
    what: String,
    format: u32,
    pub(super) centre: Centre,
    program: String,
    /// The first entry that follows; one more than `last` where none does.
    pub(super) first: i64,
    /// The last entry of the journal.
    pub(super) last: i64,
    /// Its hash.
    pub(super) head: String,
    carries: String,
}

/// What was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// Whose journal it is.
    pub centre: Centre,
    /// The first entry of it; one more than `last` where there is none.
    pub first: i64,
    /// The last entry of the journal.
    pub last: i64,
    /// Its hash.
    pub head: String,
}

impl Sent {
    /// How many entries there are.
    pub fn entries(&self) -> u64 {
        (self.last + 1 - self.first).unsigned_abs()
    }
}

impl Ledger {
    /// Writes the entries after this one, for a shared archive, in one consistent state of the journal.
    pub fn write_journal(&self, since: i64, watch: &mut dyn Watch, out: &mut dyn Write) -> Result<Sent, StoreError> {
        let snapshot = self.connection.unchecked_transaction()?;
        let sent = to_send(&snapshot, since)?;
        let header = Header {
            what: WHAT.to_owned(),
            format: FORMAT,
            centre: sent.centre.clone(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            first: sent.first,
            last: sent.last,
            head: sent.head.clone(),
            carries: CARRIES.to_owned(),
        };
        writeln!(out, "{}", harmless_json(&serde_json::to_string(&header)?))?;
        let mut select = snapshot.prepare("SELECT * FROM event WHERE seq >= ?1 ORDER BY seq")?;
        for (done, event) in (0..).zip(select.query_map([sent.first], Event::from_row)?) {
            watch.at(done, Some(sent.entries()))?;
            // The same texts in JSON: what a terminal might obey is escaped.
            writeln!(out, "{}", harmless_json(&serde_json::to_string(&event?)?))?;
        }
        Ok(sent)
    }
}

fn to_send(journal: &Connection, since: i64) -> Result<Sent, StoreError> {
    let centre = centre(journal)?.ok_or(StoreError::CentreUnnamed)?;
    let (last, head) = last(journal)?;
    if !(0..=last).contains(&since) {
        return Err(StoreError::PastTheEnd(last));
    }
    Ok(Sent { centre, first: since + 1, last, head })
}

fn last(journal: &Connection) -> rusqlite::Result<(i64, String)> {
    let sql = "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1";
    let last = journal.query_row(sql, params![], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    Ok(last.unwrap_or_else(|| (0, GENESIS.to_owned())))
}

/// A journal that was sent, being read.
pub(super) struct Reader {
    pub(super) header: Header,
    lines: BufReader<File>,
    /// The line that was read last, from 1.
    pub(super) line: u64,
}

impl Reader {
    /// Reads the first line.
    pub(super) fn open(path: &Path) -> Result<Self, Refusal> {
        let file = File::open(path).map_err(|error| Refusal::Unreadable(error.to_string()))?;
        let mut lines = BufReader::new(file);
        let line = read(&mut lines, 1)?.ok_or(Refusal::NotAJournal)?;
        let header: Value = serde_json::from_str(&line).map_err(|_| Refusal::NotAJournal)?;
        if header.get("what").and_then(Value::as_str) != Some(WHAT) {
            return Err(Refusal::NotAJournal);
        }
        match header.get("format").and_then(Value::as_u64) {
            Some(found) if found > FORMAT.into() => return Err(Refusal::Newer { found, known: FORMAT }),
            _ => {}
        }
        let header: Header = serde_json::from_value(header).map_err(|_| Refusal::Broken { line: 1 })?;
        if header.first < 1 || header.last < header.first - 1 {
            return Err(Refusal::Broken { line: 1 });
        }
        Ok(Self { header, lines, line: 1 })
    }

    /// The next entry; none at the end. Anything else than an entry is a broken line.
    pub(super) fn next(&mut self) -> Result<Option<Event>, Refusal> {
        self.line += 1;
        let broken = Refusal::Broken { line: self.line };
        let Some(line) = read(&mut self.lines, self.line)? else { return Ok(None) };
        let Ok(event) = serde_json::from_str::<Event>(&line) else { return Err(broken) };
        if is_fit_for_sql(&event) { Ok(Some(event)) } else { Err(broken) }
    }
}

fn read(lines: &mut BufReader<File>, number: u64) -> Result<Option<String>, Refusal> {
    let mut bytes = Vec::new();
    let read = lines.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut bytes);
    match read.map_err(|error| Refusal::Unreadable(error.to_string()))? {
        0 => Ok(None),
        _ => String::from_utf8(bytes).map(Some).map_err(|_| Refusal::Broken { line: number }),
    }
}

/// Whether every engine can hold it: no zero byte, and a payload that is an object of Unicode text and of numbers.
fn is_fit_for_sql(event: &Event) -> bool {
    let texts = [&event.id, &event.at, &event.actor, &event.kind, &event.payload, &event.prev_hash, &event.hash];
    let has_zero = texts.into_iter().chain(event.case_id.as_ref()).any(|text| text.contains('\0'));
    !has_zero && serde_json::from_str::<Value>(&event.payload).is_ok_and(|payload| payload.is_object())
}
