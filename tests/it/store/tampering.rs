use regards::store::{Difference, Fault, Ledger, LinkFault, SchemaFault};

use super::*;

/// A filled ledger that a person changes with SQL, then what `verify` says.
fn after(changes: &str) -> (Vec<Fault>, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    drop(filled(&path));
    raw(&path).execute_batch(changes).unwrap();
    let verified = Ledger::open(&path).unwrap().verify().unwrap();
    let first = verified.first_broken_link().map(ToString::to_string).unwrap_or_default();
    (verified.faults, first)
}

const OPEN_THE_DOOR: &str =
    "DROP TRIGGER event_no_update; DROP TRIGGER event_no_delete; DROP TRIGGER event_at_the_end;";
const CLOSE_THE_DOOR: &str = include_str!("../../../src/store/schema.sql");

/// As a careful forger does it: the triggers are put back afterwards.
fn forged(changes: &str) -> (Vec<Fault>, String) {
    let triggers: String = CLOSE_THE_DOOR
        .split_inclusive("\nEND;\n")
        .map(|part| &part[part.find("CREATE TRIGGER").unwrap_or(part.len())..])
        .collect();
    after(&format!("{OPEN_THE_DOOR}\n{changes};\n{triggers}"))
}

#[test]
fn a_ledger_nobody_touched_is_sound() {
    assert_eq!(after(""), (vec![], String::new()));
    assert_eq!(forged(""), (vec![], String::new()), "the forger's own door leaves no trace");
}

#[test]
fn the_journal_refuses_every_change() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    let ledger = filled(&path);
    let sql = raw(&path);
    let columns = "seq, id, at, actor, case_id, kind, payload, prev_hash, hash";
    for change in [
        "UPDATE event SET actor = 'X' WHERE seq = 1".to_owned(),
        "UPDATE OR REPLACE event SET seq = 2 WHERE seq = 1".to_owned(),
        "DELETE FROM event WHERE seq = 4".to_owned(),
        "DELETE FROM event".to_owned(),
        format!("INSERT OR REPLACE INTO event ({columns}) SELECT {columns} FROM event WHERE seq = 1"),
        format!(
            "REPLACE INTO event ({columns}) SELECT 2, 'x', at, 'X', case_id, kind, payload, prev_hash, 'y' FROM event WHERE seq = 2"
        ),
        format!(
            "REPLACE INTO event ({columns}) SELECT 5, id, at, actor, case_id, kind, payload, (SELECT hash FROM event WHERE seq = 4), 'y' FROM event WHERE seq = 2"
        ),
        format!(
            "REPLACE INTO event ({columns}) SELECT 5, 'x', at, actor, case_id, kind, payload, (SELECT hash FROM event WHERE seq = 4), hash FROM event WHERE seq = 2"
        ),
        format!(
            "INSERT INTO event ({columns}) SELECT 7, 'x', at, actor, case_id, kind, payload, (SELECT hash FROM event WHERE seq = 4), 'y' FROM event WHERE seq = 2"
        ),
        format!(
            "INSERT INTO event ({columns}) SELECT NULL, 'x', at, actor, case_id, kind, payload, prev_hash, 'y' FROM event WHERE seq = 2"
        ),
        format!(
            "INSERT INTO event ({columns}) SELECT 5, 'x', at, actor, case_id, kind, payload, prev_hash, 'y' FROM event WHERE seq = 2"
        ),
    ] {
        let refused = sql.execute(&change, []).unwrap_err().to_string();
        assert!(refused.contains("append-only"), "{change}: {refused}");
    }
    let verified = ledger.verify().unwrap();
    assert_eq!((verified.events, verified.faults), (4, vec![]));
}

#[test]
fn one_changed_byte_is_found_where_it_is() {
    for column in ["at", "actor", "case_id", "kind", "payload"] {
        let byte = if column == "payload" { "replace(payload, 'autre', 'autrf')" } else { "upper(ACTOR) || 'x'" };
        let byte = byte.replace("ACTOR", column);
        let (faults, first) = forged(&format!("UPDATE event SET {column} = {byte} WHERE seq = 2"));
        let links: Vec<_> = faults.iter().filter(|fault| matches!(fault, Fault::Link { .. })).collect();
        assert_eq!(links.len(), 1, "{column}: {faults:?}");
        assert!(
            matches!(links[0], Fault::Link { seq: 2, what: LinkFault::Content, after: 2, .. }),
            "{column}: {links:?}"
        );
        assert!(first.contains("event 2") && first.contains("was changed after it was recorded"), "{first}");
    }
    let (faults, _) = forged("UPDATE event SET payload = replace(payload, 'autre cas', 'autre cat') WHERE seq = 2");
    let table =
        |table| Fault::Table { table, key: vec![2], case_id: Some("LN-2".to_owned()), what: Difference::Changed };
    assert!(faults.contains(&table("decision")) && faults.contains(&table("decision_text")), "{faults:?}");
}

#[test]
fn the_cases_behind_the_broken_events_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    drop(filled(&path));
    let change = "UPDATE event SET actor = 'X' WHERE seq IN (2, 4)";
    raw(&path).execute_batch(&format!("{OPEN_THE_DOOR} {change}")).unwrap();
    let verified = Ledger::open(&path).unwrap().verify().unwrap();
    assert_eq!(verified.affected_cases().into_iter().collect::<Vec<_>>(), ["LN-2", "LN-3"]);
    assert!(matches!(verified.first_broken_link(), Some(Fault::Link { seq: 2, .. })));
}

#[test]
fn a_changed_hash_a_hole_and_a_swap_are_found() {
    let (_, first) = forged("UPDATE event SET hash = 'f' || substr(hash, 2) || 'f' WHERE seq = 2");
    assert!(first.contains("event 2"), "{first}");
    let (faults, _) = forged("PRAGMA foreign_keys = OFF; DELETE FROM event WHERE seq = 2");
    assert!(
        faults.iter().any(|fault| matches!(fault, Fault::Link { seq: 3, what: LinkFault::Gap(2), .. })),
        "{faults:?}"
    );
    assert!(faults.iter().any(|fault| matches!(fault, Fault::File(words) if words.contains("event"))), "{faults:?}");
    let (faults, _) = forged(
        "PRAGMA foreign_keys = OFF; UPDATE event SET seq = -2 WHERE seq = 2; UPDATE event SET seq = 2 WHERE seq = 4; UPDATE event SET seq = 4 WHERE seq = -2",
    );
    assert!(
        faults.iter().any(|fault| matches!(fault, Fault::Link { seq: 2, what: LinkFault::Previous, .. })),
        "{faults:?}"
    );
}

#[test]
fn an_event_that_cannot_be_read_is_said_and_the_rest_is_checked() {
    let (faults, _) =
        forged("UPDATE event SET payload = '{}' WHERE seq = 1; UPDATE event SET kind = 'unheard-of' WHERE seq = 4");
    let unreadable: Vec<i64> = faults
        .iter()
        .filter_map(|fault| if let Fault::Unreadable { seq, .. } = fault { Some(*seq) } else { None })
        .collect();
    assert_eq!(unreadable, [1, 3, 4], "the third amends the first");
}

#[test]
fn a_table_that_says_something_else_is_found_and_made_anew() {
    for (change, table, what) in [
        ("UPDATE decision SET rationale = 'autre' WHERE event_seq = 3", "decision", Difference::Changed),
        ("UPDATE decision SET is_current = 0 WHERE event_seq = 3", "decision", Difference::Changed),
        ("DELETE FROM decision_line WHERE event_seq = 1 AND position = 2", "decision_line", Difference::Missing),
        ("UPDATE decision_concordance SET reading = 'concordant'", "decision_concordance", Difference::Changed),
        ("INSERT INTO decision_departure VALUES (2, 9, 'x', 'y')", "decision_departure", Difference::Extra),
        ("UPDATE postponement SET reason = 'x'", "postponement", Difference::Changed),
        ("UPDATE decision_text SET rationale = 'x' WHERE rowid = 2", "decision_text", Difference::Changed),
        ("DELETE FROM decision_text WHERE rowid = 2", "decision_text", Difference::Missing),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("l.sqlite");
        drop(filled(&path));
        let before = tables(&raw(&path));
        raw(&path).execute_batch(change).unwrap();
        let mut ledger = Ledger::open(&path).unwrap();
        let faults = ledger.verify().unwrap().faults;
        let named =
            |fault: &Fault| matches!(fault, Fault::Table { table: t, what: w, .. } if *t == table && *w == what);
        assert!(faults.iter().any(named), "{change}: {faults:?}");
        assert!(!faults.iter().any(|fault| matches!(fault, Fault::Link { .. })), "{change}: the journal holds");
        ledger.rebuild().unwrap();
        assert!(ledger.verify().unwrap().is_sound(), "{change}");
        assert_eq!(tables(&raw(&path)), before, "{change}");
    }
}

/// Every table there is, those of later formats too: none is forgotten by `verify` or by `rebuild`.
#[test]
fn no_table_made_from_the_journal_is_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    drop(whole(&path));
    for table in projected(&raw(&path)) {
        let before = tables(&raw(&path));
        assert!(
            before.iter().any(|row| row.starts_with(&format!("{table}: "))),
            "{table} is empty: fill it in `whole`"
        );
        raw(&path).execute_batch(&format!("PRAGMA foreign_keys = OFF; DELETE FROM {table}")).unwrap();
        let mut ledger = Ledger::open(&path).unwrap();
        let faults = ledger.verify().unwrap().faults;
        assert!(
            faults.iter().any(|fault| matches!(fault, Fault::Table { table: named, .. } if *named == table)),
            "{table}: {faults:?}"
        );
        ledger.rebuild().unwrap();
        assert_eq!(tables(&raw(&path)), before, "{table}");
    }
}

#[test]
fn missing_and_foreign_triggers_are_found_and_people_s_own_views_are_theirs() {
    let schema = |object: &str, what| Fault::Schema { object: object.to_owned(), what };
    assert_eq!(after("DROP TRIGGER event_no_delete").0, [schema("trigger event_no_delete", SchemaFault::Missing)]);
    let (faults, _) = after("CREATE TRIGGER mine AFTER INSERT ON decision BEGIN DELETE FROM draft; END");
    assert_eq!(faults, [schema("trigger mine", SchemaFault::Foreign)]);
    let (faults, _) = after("DROP VIEW decisions; CREATE VIEW decisions AS SELECT 1");
    assert_eq!(faults, [schema("view decisions", SchemaFault::Changed)]);
    assert_eq!(after("CREATE VIEW mine AS SELECT * FROM decisions; CREATE TABLE notes (x); ANALYZE").0, []);
}

#[test]
fn an_index_that_lies_is_found() {
    let (faults, _) = after(
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = 'CREATE INDEX decision_alias ON decision (case_id, event_seq)' WHERE name = 'decision_alias';",
    );
    assert!(faults.iter().any(|fault| matches!(fault, Fault::File(_))), "{faults:?}");
}
