//! Several centres: their journals are sent, taken into one archive, verified there, and read with SQL.

mod backup;
mod commands;
mod merge;
mod postgres;
mod refusals;

use std::path::{Path, PathBuf};

use regards::store::{Centre, Ledger, SharedArchive, Taken};
use rusqlite::Connection;

use super::{by, locked, rows_of, saying, whole};

/// What the columns of an archive's table of entries are; its row numbers tell the order of arrival and nothing else.
const EVENT: &str = "centre, seq, id, at, actor, case_id, kind, payload, prev_hash, hash, amends, said";

fn centre(name: &str) -> Centre {
    Centre::parse(name).unwrap()
}

/// A folder with the ledgers of some centres, all with the same numbers of cases.
struct Network {
    folder: tempfile::TempDir,
}

impl Network {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The ledger of a centre, with something of every kind.
    fn ledger(&self, name: &str) -> Ledger {
        let mut ledger = whole(&self.at(&format!("{name}.sqlite")));
        ledger.name_centre(&centre(name), &by("Dr C", 8)).unwrap();
        ledger
    }

    /// The file of a centre's entries after this one.
    fn sent(&self, ledger: &Ledger, since: i64, name: &str) -> PathBuf {
        let path = self.at(name);
        let mut bytes = Vec::new();
        ledger.write_journal(since, &mut (), &mut bytes).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// A whole journal, of a centre that nobody heard of before.
    fn journal(&self, name: &str) -> PathBuf {
        self.sent(&self.ledger(name), 0, &format!("{name}.jsonl"))
    }

    fn archive(&self) -> Connection {
        Connection::open(self.at("archive.sqlite")).unwrap()
    }

    fn take(&self, files: &[&Path]) -> Vec<Taken> {
        take(&self.at("archive.sqlite"), files)
    }
}

fn take(archive: &Path, files: &[&Path]) -> Vec<Taken> {
    let files: Vec<PathBuf> = files.iter().map(|file| (*file).to_owned()).collect();
    let intake = SharedArchive::take(archive, &files, &mut ()).unwrap();
    assert!(intake.ended.is_none());
    intake.taken
}

/// Every row of an archive and of its views, as text.
fn contents(archive: &Connection) -> Vec<String> {
    let views = ["centres", "decisions", "decision_history", "decision_lines", "concordance", "postponements"];
    let views = views.iter().flat_map(|view| rows_of(archive, view, "*"));
    rows_of(archive, "event", EVENT).into_iter().chain(views).collect()
}

/// All orders of these.
fn orders<T: Clone>(all: &[T]) -> Vec<Vec<T>> {
    if all.is_empty() {
        return vec![Vec::new()];
    }
    let without = |at: usize| [&all[..at], &all[at + 1..]].concat();
    (0..all.len())
        .flat_map(|first| {
            let rest = orders(&without(first));
            rest.into_iter().map(move |rest| [vec![all[first].clone()], rest].concat())
        })
        .collect()
}

/// One more decision in a ledger.
fn decide(ledger: &mut Ledger, number: &str) {
    ledger.lock(&saying(number, "après coup"), None, &by("Dr A", 90)).unwrap();
}
