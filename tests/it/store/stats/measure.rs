use std::time::Instant;

use regards::archive::stats::{CATALOGUE, Period, Section};

use super::super::*;
use super::plan::plans;
use super::world;

/// The tables that figures are counted from, with what of each row must be another in a copy.
const TABLES: [(&str, &[&str]); 13] = [
    ("decision", &["id", "set_id", "supersedes", "case_id", "alias"]),
    ("decision_line", &[]),
    ("decision_concordance", &[]),
    ("decision_departure", &[]),
    ("decision_room", &[]),
    ("decision_deliberation", &[]),
    ("decision_position", &[]),
    ("decision_dissent", &[]),
    ("decision_action", &[]),
    ("decision_profile", &[]),
    ("decision_use", &[]),
    ("decision_act", &["id", "set_id", "case_id"]),
    ("decision_look", &["id", "set_id", "case_id"]),
];

/// Copies the planned decisions in the tables alone, without a journal: what counting costs, not what writing does.
fn multiply(connection: &Connection, times: u32) {
    connection.pragma_update(None, "foreign_keys", "OFF").unwrap();
    connection.pragma_update(None, "synchronous", "OFF").unwrap();
    connection.execute_batch("BEGIN").unwrap();
    for (table, own) in TABLES {
        let sql = format!("SELECT name FROM pragma_table_info('{table}')");
        let mut statement = connection.prepare(&sql).unwrap();
        let columns: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let copied = columns.iter().map(|column| match column.as_str() {
            "event_seq" => "event_seq + ?1 * 100000".to_owned(),
            one if own.contains(&one) => format!("{one} || '-' || ?1"),
            one => one.to_owned(),
        });
        let copied = copied.collect::<Vec<_>>().join(", ");
        let insert = format!("INSERT INTO {table} SELECT {copied} FROM {table} WHERE event_seq < 100000");
        let mut insert = connection.prepare(&insert).unwrap();
        for number in 1..times {
            insert.execute([number]).unwrap();
        }
    }
    connection.execute_batch("COMMIT").unwrap();
}

/// `REGARDS_ROWS=1000000 cargo test --release stats::measure -- --ignored --nocapture`
#[test]
#[ignore = "takes minutes: figures for the closing note"]
fn how_long_counting_takes() {
    let rows: u32 = std::env::var("REGARDS_ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(10_000);
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = Ledger::open(&folder.path().join("l.sqlite")).unwrap();
    ledger.connection().pragma_update(None, "synchronous", "OFF").unwrap();
    world::write(&mut ledger, &plans(1));
    multiply(ledger.connection(), rows / 240 + 1);
    for section in Section::ALL {
        let start = Instant::now();
        for figure in CATALOGUE.iter().filter(|figure| figure.section == *section) {
            let one = Instant::now();
            let n = ledger.figure(figure, Period::default()).unwrap().n();
            println!("  {:<22} {:>9.1} ms  n = {n}", figure.code, one.elapsed().as_secs_f64() * 1000.0);
        }
        println!("{section}: {:.3} s", start.elapsed().as_secs_f64());
    }
    let figure = CATALOGUE.iter().find(|figure| figure.code == "quorum").unwrap();
    let behind = ledger.figure(figure, Period::default()).unwrap().behind().remove(0);
    let start = Instant::now();
    let found = ledger.cases_behind(&behind, Period::default(), 500).unwrap();
    println!("500 of {} cases behind {behind}: {:.3} s", found.total, start.elapsed().as_secs_f64());
}
