//! The script for PostgreSQL. Where `REGARDS_POSTGRES` names a database that may be written to (`postgresql:///test`), it is
//! loaded there with `psql`; else it is read as PostgreSQL would.

use std::fs;
use std::process::Command;

use regards::store::{Locked, postgres_views};

use super::merge::columns;
use super::*;
use crate::hostile::{Places, corpus};

fn script(ledger: &Ledger) -> String {
    let mut bytes = Vec::new();
    ledger.write_postgres(&mut (), &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// Two centres, of which one typed what breaks out of quotes.
fn archive(network: &Network) -> SharedArchive {
    let mut ledger = network.ledger("lyon");
    let decision = Places::of(&locked("LN-7"), &["/case_id", "/case_sha256", "/case_yaml"]);
    for (number, text) in corpus().iter().enumerate().filter(|(_, text)| text.len() < 10_000 && !text.trim().is_empty())
    {
        // No actor has a zero byte: no engine's text could hold it.
        let actor = text.replace('\0', "");
        let hostile = Locked { case_id: format!("LN-7{number}").parse().unwrap(), ..decision.with(text) };
        ledger.lock(&hostile, None, &by(&actor, 50)).unwrap();
    }
    network.take(&[&network.sent(&ledger, 0, "lyon.jsonl"), &network.journal("nice")]);
    SharedArchive::open_read_only(&network.at("archive.sqlite")).unwrap()
}

/// The literals of a script's rows, as PostgreSQL reads them.
fn rows(script: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut rest = script.chars().peekable();
    let mut word = String::new();
    let mut row: Vec<String> = Vec::new();
    while let Some(letter) = rest.next() {
        match letter {
            '\'' => {
                let escapes = word == "E";
                word.clear();
                let mut text = String::new();
                loop {
                    match rest.next().unwrap() {
                        '\'' if rest.peek() == Some(&'\'') => text.push(rest.next().unwrap()),
                        '\'' => break,
                        '\\' if escapes => {
                            assert_eq!(rest.next(), Some('\\'));
                            text.push('\\');
                        }
                        other => text.push(other),
                    }
                }
                row.push(text);
            }
            ';' => rows.push(std::mem::take(&mut row)),
            letter if letter.is_whitespace() || ",()".contains(letter) => {
                if word == "NULL" || word.parse::<i64>().is_ok() {
                    row.push(word.clone());
                }
                word.clear();
            }
            letter => word.push(letter),
        }
    }
    rows.into_iter().filter(|row| !row.is_empty()).collect()
}

#[test]
fn the_rows_of_the_script_are_those_of_the_archive() {
    let network = Network::new();
    let archive = archive(&network);
    let mut bytes = Vec::new();
    let count = archive.write_postgres(&mut (), &mut bytes).unwrap();
    let script = String::from_utf8(bytes).unwrap();
    let (_, of_rows) = script.split_once("SHARE ROW EXCLUSIVE MODE;\n").unwrap();
    let found = rows(of_rows);
    assert_eq!(found.len() as u64, count);
    let sql = "SELECT centre, CAST(seq AS TEXT), id, at, actor, ifnull(case_id, 'NULL'), kind, payload, prev_hash, hash
               FROM event ORDER BY centre, seq";
    let connection = network.archive();
    let mut select = connection.prepare(sql).unwrap();
    let expected = select.query_map([], |row| (0..10).map(|at| row.get(at)).collect::<Result<Vec<String>, _>>());
    let expected: Vec<Vec<String>> = expected.unwrap().map(Result::unwrap).collect();
    assert_eq!(found, expected);
    assert!(script.ends_with("\nCOMMIT;\n"));
}

#[test]
fn the_views_of_both_engines_have_the_same_columns() {
    let network = Network::new();
    archive(&network);
    let connection = network.archive();
    let names: Vec<&str> = postgres_views().iter().map(|(name, _)| *name).collect();
    assert_eq!(names.len(), 6, "{names:?}");
    let own = "SELECT count(*) FROM sqlite_schema WHERE type = 'view'";
    assert_eq!(connection.query_row(own, [], |row| row.get::<_, i64>(0)).unwrap(), 6);
    for (name, there) in postgres_views() {
        assert_eq!(there, columns(&connection, name), "{name}");
    }
}

/// The rows of a journal that is stored as text, so that they are the same for ever.
#[test]
fn a_row_of_the_script() {
    let network = Network::new();
    let path = network.at("old.sqlite");
    super::super::stored(&path, include_str!("../../../ledgers/v1.sql"));
    let mut ledger = Ledger::open(&path).unwrap();
    ledger.name_centre(&centre("marseille"), &by("Dr C", 8)).unwrap();
    let script = script(&ledger);
    let (_, rows) = script.split_once("SHARE ROW EXCLUSIVE MODE;\n").unwrap();
    let postponed = rows.split("INSERT").find(|row| row.contains("'passage-postponed'")).unwrap();
    insta::assert_snapshot!(postponed);
}

/// What `psql` answers, each column apart.
fn psql(database: &str, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new("psql")
        .args(["--no-psqlrc", "-v", "ON_ERROR_STOP=1", "-d", database, "-qAt", "-F", "\u{1f}", "-R", "\u{1e}"])
        .args(arguments)
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
}

/// The rows of a view without the blanks that `jsonb` writes between the entries of a list.
fn said(rows: &str) -> Vec<String> {
    let mut rows: Vec<String> =
        rows.trim_end_matches('\n').split('\u{1e}').map(|row| row.replace("\", \"", "\",\"")).collect();
    rows.sort();
    rows
}

#[test]
fn postgresql_itself_reads_the_script_as_sqlite_reads_the_archive() {
    let Some(database) = std::env::var("REGARDS_POSTGRES").ok() else { return };
    let network = Network::new();
    let archive = archive(&network);
    psql(&database, &["-c", "DROP SCHEMA IF EXISTS regards CASCADE"]).unwrap();
    let path = network.at("a.sql");
    let load = |script: &str| {
        fs::write(&path, script).unwrap();
        psql(&database, &["-f", path.to_str().unwrap()])
    };
    let mut bytes = Vec::new();
    archive.write_postgres(&mut (), &mut bytes).unwrap();
    let whole = String::from_utf8(bytes).unwrap();
    // A centre's own first, then all of them, then once more: each adds what is new.
    let lyon = Ledger::open_read_only(&network.at("lyon.sqlite")).unwrap();
    for script in [&script(&lyon), &whole, &whole] {
        assert_eq!(load(script), Ok(String::new()));
    }
    let connection = network.archive();
    for (name, columns) in postgres_views() {
        let there = psql(&database, &["-c", &format!("SELECT {} FROM regards.{name}", columns.join(", "))]).unwrap();
        let text: Vec<String> = columns.iter().map(|column| format!("ifnull({column}, '')")).collect();
        let sql = format!("SELECT {} FROM {name}", text.join(" || char(31) || "));
        let mut select = connection.prepare(&sql).unwrap();
        let here: Vec<String> = select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        // No text of PostgreSQL holds a zero byte, and `psql` writes no last letter of Unicode.
        let here =
            here.join("\u{1e}").replace('\0', "\u{fffd}").replace("\\u0000", "\u{fffd}").replace('\u{10ffff}', "");
        let (there, here) = (said(&there.replace('\u{10ffff}', "")), said(&here));
        assert_eq!(there.len(), here.len(), "{name}");
        for (there, here) in there.iter().zip(&here) {
            assert_eq!(there, here, "{name}");
        }
    }
    refuses(&database, &whole, &load);
}

/// What is another entry, leaves a gap, was changed, or is no new entry stops the whole.
fn refuses(database: &str, whole: &str, load: &dyn Fn(&str) -> Result<String, String>) {
    let refused = |script: &str, why: &str| {
        let said = load(script).unwrap_err();
        assert!(said.contains(why), "{said}");
    };
    refused(&whole.replace("autre cas", "autre CAS"), "does not have the hash of its content");
    let rewritten = script(&Network::new().ledger("lyon"));
    refused(&rewritten, "entry 1 of lyon is another than the one that is here");
    for change in ["UPDATE regards.event SET actor = 'X'", "DELETE FROM regards.event", "TRUNCATE regards.event"] {
        refused(change, "append-only");
    }
    let columns = "centre, seq, id, at, actor, case_id, kind, payload, prev_hash, hash";
    let later = columns.replace("seq,", "seq + 100,");
    refused(&format!("INSERT INTO regards.event ({columns}) SELECT {later} FROM regards.event"), "hash of its content");
    psql(database, &["-c", "DROP SCHEMA regards CASCADE"]).unwrap();
    let (before, entry) = rewritten.split_once("VALUES ('lyon', 3,").unwrap();
    let (_, after) = entry.split_once("VALUES ('lyon', 4,").unwrap();
    refused(&format!("{before}VALUES ('lyon', 4,{after}"), "entry 4 of lyon does not follow what is here");
    assert!(psql(database, &["-c", "SELECT * FROM regards.event"]).is_err(), "nothing of it was loaded");
    assert_eq!(load(whole), Ok(String::new()));
}
