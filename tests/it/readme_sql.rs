//! What the README says to those who know SQL is true: its diagram is the schema, its notes hold, its questions are answered.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use regards::store::Ledger;
use rusqlite::{Connection, OpenFlags};

fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

fn between<'a>(text: &'a str, opening: &str, closing: &str) -> &'a str {
    let start = text.find(opening).unwrap() + opening.len();
    &text[start..start + text[start..].find(closing).unwrap()]
}

fn names(ledger: &Connection, sql: &str) -> BTreeSet<String> {
    let mut select = ledger.prepare(sql).unwrap();
    select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[test]
fn the_diagram_has_every_table_and_no_other() {
    let ledger = Ledger::open_in_memory().unwrap();
    let there = names(
        ledger.connection(),
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'",
    );
    let text = readme();
    let diagram = between(&text, "erDiagram\n", "```");
    let mut drawn = BTreeSet::new();
    for line in diagram.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[1] {
            "{" => drop(drawn.insert(words[0].to_owned())),
            _ => drawn.extend([words[0].to_owned(), words[2].to_owned()]),
        }
    }
    assert_eq!(drawn, there);
}

/// A line of the diagram from one table to another is a key of the schema.
#[test]
fn the_diagram_joins_what_the_schema_joins() {
    let ledger = Ledger::open_in_memory().unwrap();
    let text = readme();
    for line in between(&text, "erDiagram\n", "```").lines().filter(|line| line.contains("--")) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (parent, child) = (words[0], words[2]);
        let keys = names(ledger.connection(), &format!("SELECT \"table\" FROM pragma_foreign_key_list('{child}')"));
        // A line's order has the line's own key; the full text and what is open have the number of the event.
        let by_hand = [("decision_line", "decision_order"), ("decision", "decision_text")];
        assert!(keys.contains(parent) || by_hand.contains(&(parent, child)), "{line}: {keys:?}");
    }
}

#[test]
fn the_notes_on_pragmas_hold() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("r.sqlite");
    let ledger = Ledger::open(&path).unwrap();
    let other = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let value = |pragma: &str| -> String {
        let sql = format!("SELECT CAST({pragma} AS TEXT) FROM pragma_{pragma}");
        other.query_row(&sql, [], |row| row.get(0)).unwrap()
    };
    let text = readme();
    assert_eq!(value("journal_mode"), "wal");
    assert!(text.contains(&format!("`application_id` is {} ", value("application_id"))));
    assert!(text.contains(&format!("`user_version` the format: {}.", value("user_version"))));
    let own = |pragma: &str| -> i64 {
        ledger.connection().query_row(&format!("PRAGMA {pragma}"), [], |row| row.get(0)).unwrap()
    };
    assert_eq!((own("synchronous"), own("foreign_keys"), own("trusted_schema")), (2, 1, 0));
    // A reader that waits in the middle of a transaction does not keep the program from recording.
    other.execute_batch("BEGIN; SELECT count(*) FROM event;").unwrap();
    ledger.connection().execute_batch("INSERT INTO saved_query VALUES ('a', 'b', 'c', 'd')").unwrap();
    other.execute_batch("COMMIT").unwrap();
    let copy = folder.path().join("copy.sqlite");
    ledger.backup(&copy).unwrap();
    let address = format!("file:{}?immutable=1", copy.display());
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let copy = Connection::open_with_flags(address, flags).unwrap();
    let mode: String = copy.query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
    assert_eq!(mode, "delete");
}

/// A ledger filled by the program, as a room would: three cases, one of them amended, followed up, acted upon.
fn filled(home: &Path) -> Connection {
    let path = home.join("r.sqlite");
    let run = |date: &str, arguments: &[&str]| {
        let mut command = Command::cargo_bin("regards").unwrap();
        command.current_dir(env!("CARGO_MANIFEST_DIR")).env_clear().env("HOME", home).env("LANG", "en_GB.UTF-8");
        let output = command.args(arguments).args(["--date", date, "--db"]).arg(&path).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    let day = "2026-11-26";
    let meeting = |more: &[&str]| run(day, &[&["meeting", "--day", day], more].concat());
    meeting(&["open", "--chair", "Dr A", "--secretary", "S. B.", "--reach", "regional", "--place", "Marseille"]);
    meeting(&["join", "Dr N", "--specialty", "nephrology"]);
    meeting(&["join", "Dr P", "--specialty", "pathology"]);
    meeting(&["join", "Dr I", "--specialty", "internal-medicine"]);
    let decide = |case: &str, rationale: &str, more: &[&str]| {
        run(day, &[&["decide", case, "--rationale", rationale], more].concat());
    };
    let departs = ["--depart", "kdigo-2024=patient-choice"];
    let mmf = ["--outcome", "decided", "--next", "m3", "--line", "mmf 2 g/d"];
    decide("LN-2026-006", "Proteinuria persists.", &[&mmf[..], &departs].concat());
    decide("LN-2026-004", "Nephrotic class V.", &[&mmf[..], &["--line", "belimumab 200 mg/w"]].concat());
    decide("LN-2026-002", "Biopsy awaited.", &["--outcome", "deferred-missing-data"]);
    let ledger = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let id = |case: &str| -> String {
        ledger.query_row("SELECT id FROM decisions WHERE case_id = ?1", [case], |row| row.get(0)).unwrap()
    };
    let amend = ["amend", &id("LN-2026-006"), "--reason", "albumin came in later", "--line", "mmf 3 g/d; labs m1 m3"];
    run("2026-11-27", &[&amend[..], &departs].concat());
    let follow = ["follow", &id("LN-2026-004"), "--months", "3", "--fulfilment", "partial", "--reason", "toxicity"];
    run("2027-02-26", &[&follow[..], &["--outcome", "partial", "--upcr", "2.1 g/g", "--on", "2027-02-26"]].concat());
    run("2026-12-28", &["act", &id("LN-2026-006"), "1", "done"]);
    ledger
}

fn answer(ledger: &Connection, question: &str) -> Vec<String> {
    let mut select = ledger.prepare(question).unwrap();
    let columns = select.column_count();
    let rows = select.query_map([], |row| {
        let cells = (0..columns).map(|at| row.get::<_, rusqlite::types::Value>(at).map(said));
        Ok(cells.collect::<Result<Vec<_>, _>>()?.join("|"))
    });
    rows.unwrap().map(Result::unwrap).collect()
}

fn said(value: rusqlite::types::Value) -> String {
    use rusqlite::types::Value;
    match value {
        Value::Null => String::new(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => text,
        Value::Blob(_) => unreachable!("no view has one"),
    }
}

#[test]
fn the_ten_questions_are_answered() {
    let expected: [&[&str]; 10] = [
        &["decided|2", "deferred-missing-data|1"],
        &["LN-2026-004|6|105|belimumab+mycophenolate_mofetil", "LN-2026-006|1.6|110|mycophenolate_mofetil"],
        &["acr-2024|2024|0|2|0", "eular-2025|2025|1|1|0", "kdigo-2024|2024|0|1|1"],
        &["kdigo-2024|patient-choice|1"],
        &["2026-11-26|3|0"],
        &["internal-medicine|1", "nephrology|1", "pathology|1"],
        &["mycophenolate_mofetil|2"],
        &["LN-2026-006|2|albumin came in later"],
        &["2027-02-27|LN-2026-006|labs"],
        &["LN-2026-004|6|2.1|partial|toxicity"],
    ];
    let text = readme();
    let asked = between(&text, "```sql\n-- 1.", "```");
    let asked = format!("-- 1.{asked}");
    let questions: Vec<&str> = asked.split(';').filter(|question| question.contains("SELECT")).collect();
    assert_eq!(questions.len(), 10);
    let home = tempfile::tempdir().unwrap();
    let ledger = filled(home.path());
    for (number, (question, expected)) in (1..).zip(questions.iter().zip(expected)) {
        assert!(question.trim_start().starts_with(&format!("-- {number}. ")), "{question}");
        assert_eq!(answer(&ledger, question), expected, "{question}");
    }
    // The same in the shell that everybody has, where it is there.
    if let Ok(shell) = std::process::Command::new("sqlite3").arg("-version").output()
        && shell.status.success()
    {
        let mut shell = Command::new("sqlite3");
        let output =
            shell.arg("-readonly").arg(home.path().join("r.sqlite")).write_stdin(asked.clone()).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let lines: usize = expected.iter().map(|rows| rows.len()).sum();
        assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), lines);
    }
}
