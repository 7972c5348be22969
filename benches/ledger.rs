//! The ledger with many decisions, each answer beside the same SQL that nothing of the program stands around.
//!
//! `REGARDS_ROWS=1000000 cargo bench --bench ledger` fills it with as many; 100,000 are usual.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, dead_code)]

#[path = "../tests/it/picture.rs"]
mod picture;
#[path = "../tests/it/scene.rs"]
mod scene;
#[path = "../tests/it/store/seeded.rs"]
mod seeded;

use std::path::Path;
use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, criterion_group, criterion_main};
use regards::archive::Traits;
use regards::archive::filter::parse;
use regards::archive::stats::{CATALOGUE, Figure, Period};
use regards::meeting::ClassGroup;
use regards::store::{Act, Ledger};
use rusqlite::Connection;

/// What a page of the archive holds.
const PAGE: usize = 50;

/// Every column that a row of the archive shows.
const ROW: &str =
    "d.event_seq, d.id, d.set_id, d.version, d.is_current, d.case_id, d.alias, d.meeting, d.question, d.class, d.upcr,
    d.egfr, d.outcome, d.rationale, d.next_date, d.locked_at, d.actor";

/// Reads every value of every row, and keeps none.
fn run(sql: &Connection, query: &str) -> usize {
    let mut statement = sql.prepare_cached(query).unwrap();
    let columns = statement.column_count();
    let mut rows = statement.query([]).unwrap();
    let mut bytes = 0;
    while let Some(row) = rows.next().unwrap() {
        bytes += (0..columns).map(|at| row.get_ref_unwrap(at).as_str().map_or(8, str::len)).sum::<usize>();
    }
    bytes
}

/// What is typed, and the SQL that somebody would write for it.
fn searches() -> [(&'static str, &'static str, String); 4] {
    let words = |expression: &str| {
        format!(
            "SELECT {ROW} FROM decision_text AS t CROSS JOIN decision AS d ON d.event_seq = t.rowid
             WHERE t.decision_text MATCH '{expression}' ORDER BY t.rowid DESC LIMIT {PAGE}"
        )
    };
    let figures = format!(
        "SELECT {ROW} FROM decision_profile AS p CROSS JOIN decision AS d ON d.event_seq = p.event_seq
         WHERE p.upcr > 7 AND p.egfr < 30 AND d.is_current = 1 ORDER BY p.event_seq DESC LIMIT {PAGE}"
    );
    let newest =
        format!("SELECT {ROW} FROM decision AS d WHERE d.is_current = 1 ORDER BY d.event_seq DESC LIMIT {PAGE}");
    [
        ("the newest", "", newest),
        ("two letters", "pr", words("\"pr\"*")),
        ("two words", "rechute prot", words("\"rechute\" AND \"prot\"*")),
        ("two figures", "upcr>7 egfr<30", figures),
    ]
}

fn search(criterion: &mut Criterion, ledger: &Ledger) {
    for (name, typed, sql) in searches() {
        let mut group = criterion.benchmark_group(format!("search, {name}"));
        group.bench_function("floor: SQL", |bencher| bencher.iter(|| run(ledger.connection(), &sql)));
        group.bench_function("the program", |bencher| {
            bencher.iter(|| assert_eq!(ledger.find(&parse(typed, &[]).query, PAGE, None).unwrap().entries.len(), PAGE));
        });
        group.finish();
    }
}

fn precedents(criterion: &mut Criterion, ledger: &Ledger) {
    let mut group = criterion.benchmark_group("precedents");
    // Of one figure only: the program's answer is by eight, unknown ones among them.
    let nearest = format!(
        "SELECT {ROW} FROM decision_profile AS p CROSS JOIN decision AS d ON d.event_seq = p.event_seq
         WHERE p.class_group = 'pure_v' ORDER BY abs(p.upcr - 1.6) + abs(p.egfr - 95) / 100 LIMIT 10"
    );
    group.bench_function("floor: SQL that sorts by two figures", |bencher| {
        bencher.iter(|| run(ledger.connection(), &nearest));
    });
    let of = Traits {
        class: Some(ClassGroup::PureV),
        upcr: Some(1.6),
        egfr: Some(95.0),
        flares: Some(1),
        ..Traits::default()
    };
    let (case, alias) = ("LN-2026-006".parse().unwrap(), "H. B.".parse().unwrap());
    group.bench_function("the program", |bencher| {
        bencher.iter(|| assert_eq!(ledger.precedents(&of, &case, &alias, 10).unwrap().nearest.len(), 10));
    });
    group.finish();
}

fn statistics(criterion: &mut Criterion, ledger: &Ledger) {
    for code in ["outcome", "centre", "regimen"] {
        let Some(figure) = Figure::of_code(code) else { panic!("no figure {code}") };
        let mut group = criterion.benchmark_group(format!("statistics, {code}"));
        group.sample_size(20);
        let sql = format!("SELECT part, answer, count(*) FROM {} GROUP BY part, answer", figure.view());
        group.bench_function("floor: SQL", |bencher| bencher.iter(|| run(ledger.connection(), &sql)));
        group.bench_function("the program", |bencher| {
            bencher.iter(|| ledger.figure(figure, Period::default()).unwrap());
        });
        group.finish();
    }
    let mut group = criterion.benchmark_group("statistics");
    group.sample_size(10);
    group.bench_function(format!("all {} figures", CATALOGUE.len()), |bencher| {
        bencher.iter(|| CATALOGUE.iter().for_each(|figure| drop(ledger.figure(figure, Period::default()).unwrap())));
    });
    group.finish();
}

/// A record of this length in a table of its own, as safely on the disk: no journal, no index, no full text.
fn plain(group: &mut BenchmarkGroup<'_, WallTime>, folder: &Path, record: &str) {
    let sql = Connection::open(folder.join("plain.sqlite")).unwrap();
    sql.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(())).unwrap();
    sql.execute_batch("PRAGMA synchronous = FULL; CREATE TABLE record (seq INTEGER PRIMARY KEY, said TEXT)").unwrap();
    group.bench_function("floor: SQL, one row of as many bytes", |bencher| {
        bencher
            .iter(|| sql.prepare_cached("INSERT INTO record (said) VALUES (?1)").unwrap().execute([record]).unwrap());
    });
}

fn append(criterion: &mut Criterion, folder: &Path, path: &Path) {
    let mut locked = scene::locked("LN-2026-006");
    let mut group = criterion.benchmark_group("append a decision");
    plain(&mut group, folder, &serde_json::to_string(&locked).unwrap());
    let act = Act { at: "2026-11-26T14:03:22.123Z".parse().unwrap(), actor: "Dr A. Martin".to_owned() };
    let mut number = 0;
    for (name, path) in [("to an empty ledger", &folder.join("empty.sqlite")), ("to the full one", &path.to_owned())] {
        let mut ledger = Ledger::open(path).unwrap();
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                number += 1;
                locked.case_id = format!("BENCH-{number}").parse().unwrap();
                ledger.lock(&locked, None, &act).unwrap()
            });
        });
    }
    group.finish();
}

fn open(criterion: &mut Criterion, folder: &Path, path: &Path) {
    let mut group = criterion.benchmark_group("open and read the newest");
    for (name, path) in [("an empty ledger", &folder.join("none.sqlite")), ("the full one", &path.to_owned())] {
        drop(Ledger::open(path).unwrap());
        group.bench_function(name, |bencher| bencher.iter(|| Ledger::open(path).unwrap().recent(PAGE, None).unwrap()));
    }
    group.finish();
}

fn all(criterion: &mut Criterion) {
    let rows = std::env::var("REGARDS_ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(100_000);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("full.sqlite");
    let ledger = seeded::seeded(&path, rows);
    search(criterion, &ledger);
    precedents(criterion, &ledger);
    statistics(criterion, &ledger);
    drop(ledger);
    open(criterion, folder.path(), &path);
    append(criterion, folder.path(), &path);
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2)).sample_size(40);
    targets = all
}
criterion_main!(benches);
