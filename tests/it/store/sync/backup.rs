//! What copies the log as it is written, as Litestream does, gets along with the program.

use std::process::Command;

use super::*;

/// The tables that Litestream makes for itself, and the lock it holds so that nobody else begins the log anew.
const TABLES: &str = "CREATE TABLE IF NOT EXISTS _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER);
    CREATE TABLE IF NOT EXISTS _litestream_lock (id INTEGER);
    INSERT INTO _litestream_seq (id, seq) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET seq = seq + 1;";

#[test]
fn another_process_copies_file_and_log_while_the_program_records() {
    let network = Network::new();
    let path = network.at("lyon.sqlite");
    let mut ledger = network.ledger("lyon");
    let other = Connection::open(&path).unwrap();
    other.execute_batch(TABLES).unwrap();
    for number in 0..12 {
        other.execute_batch("BEGIN; SELECT count(*) FROM _litestream_seq").unwrap();
        decide(&mut ledger, &format!("LN-1{number}"));
        let copy = network.at(&format!("copy-{number}"));
        std::fs::create_dir(&copy).unwrap();
        // Another process: closing the file in this one would drop the locks that SQLite holds on it.
        let log = format!("{}-wal", path.display());
        assert!(Command::new("cp").args([path.to_str().unwrap(), &log]).arg(&copy).status().unwrap().success());
        other.execute_batch("COMMIT").unwrap();
        if number == 6 {
            let sql = "PRAGMA wal_checkpoint(RESTART)";
            assert_eq!(other.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap(), 0, "nobody is in the way");
        }
        let restored = Ledger::open(&copy.join("lyon.sqlite")).unwrap();
        let verified = restored.verify().unwrap();
        assert_eq!((verified.head, verified.faults), (ledger.verify().unwrap().head, vec![]), "copy {number}");
    }
}
