use std::time::Instant;

use regards::archive::stats::{CATALOGUE, Period, Section};

use super::super::*;
use super::world::known;

/// The tables that figures are counted from, and whether their ids are those of decisions.
const TABLES: [(&str, bool); 13] = [
    ("decision", true),
    ("decision_line", false),
    ("decision_concordance", false),
    ("decision_departure", false),
    ("decision_room", false),
    ("decision_deliberation", false),
    ("decision_position", false),
    ("decision_dissent", false),
    ("decision_action", false),
    ("decision_profile", false),
    ("decision_use", false),
    ("decision_act", true),
    ("decision_look", true),
];

/// Copies the planned decisions in the tables alone, without a journal: what counting costs, not what writing does.
fn multiply(connection: &Connection, times: u32) {
    connection.pragma_update(None, "foreign_keys", "OFF").unwrap();
    connection.pragma_update(None, "synchronous", "OFF").unwrap();
    connection.execute_batch("BEGIN").unwrap();
    for (table, ids) in TABLES {
        let sql = format!("SELECT name FROM pragma_table_info('{table}')");
        let mut statement = connection.prepare(&sql).unwrap();
        let columns: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let copied = columns.iter().map(|column| match column.as_str() {
            "event_seq" => "event_seq + ?1 * 100000".to_owned(),
            "case_id" => "case_id || '-' || ?1".to_owned(),
            // Letters of its own.
            "alias" => "alias || char(65 + ?1 % 26, 65 + ?1 / 26 % 26, 65 + ?1 / 676 % 26)".to_owned(),
            one @ ("id" | "set_id" | "supersedes") if ids => format!("printf('%08x', ?1) || substr({one}, 9)"),
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
    let (_folder, ledger, plans) = known();
    multiply(ledger.connection(), rows / u32::try_from(plans.len()).unwrap() + 1);
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
