//! The journal as a script for PostgreSQL: its table, its rows, and the views of a shared archive over them.

use std::borrow::Cow;
use std::io::Write;

use super::super::journal::Event;
use super::super::{Ledger, StoreError, Watch};
use super::centre::centre;
use super::shared::SharedArchive;

const DEFINITIONS: &str = include_str!("postgres.sql");

/// Each view of the script with its columns, in their order.
pub fn postgres_views() -> Vec<(&'static str, Vec<&'static str>)> {
    let views = DEFINITIONS.split("CREATE OR REPLACE VIEW regards.").skip(1);
    views
        .filter_map(|rest| {
            let (name, rest) = rest.split_once(" (")?;
            let (columns, _) = rest.split_once(')')?;
            Some((name, columns.split(',').map(str::trim).collect()))
        })
        .collect()
}

impl Ledger {
    /// Writes the journal as a script that PostgreSQL reads, in one consistent state; gives how many entries there are.
    pub fn write_postgres(&self, watch: &mut dyn Watch, out: &mut dyn Write) -> Result<u64, StoreError> {
        let snapshot = self.connection.unchecked_transaction()?;
        let centre = centre(&snapshot)?.ok_or(StoreError::CentreUnnamed)?;
        let mut select = snapshot.prepare("SELECT * FROM event ORDER BY seq")?;
        let events = select.query_map([], Event::from_row)?;
        script(events.map(|event| Ok((centre.to_string(), event?))), watch, out)
    }
}

impl SharedArchive {
    /// As [`Ledger::write_postgres`], of every centre's journal.
    pub fn write_postgres(&self, watch: &mut dyn Watch, out: &mut dyn Write) -> Result<u64, StoreError> {
        let snapshot = self.connection.unchecked_transaction()?;
        let mut select = snapshot.prepare("SELECT * FROM event ORDER BY centre, seq")?;
        let events = select.query_map([], |row| Ok((row.get("centre")?, Event::from_row(row)?)))?;
        script(events, watch, out)
    }
}

fn script(
    events: impl Iterator<Item = rusqlite::Result<(String, Event)>>,
    watch: &mut dyn Watch,
    out: &mut dyn Write,
) -> Result<u64, StoreError> {
    out.write_all(DEFINITIONS.as_bytes())?;
    let mut count = 0;
    for event in events {
        watch.at(count, None)?;
        let (centre, event) = event?;
        add(&centre, &event, out)?;
        count += 1;
    }
    writeln!(out, "\nCOMMIT;")?;
    Ok(count)
}

fn add(centre: &str, event: &Event, out: &mut dyn Write) -> std::io::Result<()> {
    let case = event.case_id.as_deref().map_or(Cow::Borrowed("NULL"), |case| Cow::Owned(literal(case)));
    let texts = |texts: &[&String]| texts.iter().map(|text| literal(text)).collect::<Vec<_>>().join(", ");
    writeln!(
        out,
        "INSERT INTO regards.event (centre, seq, id, at, actor, case_id, kind, payload, prev_hash, hash)\nVALUES ({}, {}, {}, {case}, {});",
        literal(centre),
        event.seq,
        texts(&[&event.id, &event.at, &event.actor]),
        texts(&[&event.kind, &event.payload, &event.prev_hash, &event.hash]),
    )
}

/// A text as every setting of PostgreSQL reads it. It holds no zero byte: one would be replaced, and the row's hash not hold.
fn literal(text: &str) -> String {
    let quoted = text.replace('\'', "''").replace('\0', "\u{fffd}");
    if quoted.contains('\\') { format!("E'{}'", quoted.replace('\\', "\\\\")) } else { format!("'{quoted}'") }
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn a_text_cannot_end_its_quotes() {
        assert_eq!(literal("l'œdème $$ ; --\n"), "'l''œdème $$ ; --\n'");
        assert_eq!(literal("\\'; DROP TABLE x;"), "E'\\\\''; DROP TABLE x;'");
        assert_eq!(literal("\\"), "E'\\\\'");
    }
}
