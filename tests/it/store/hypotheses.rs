//! What was supposed: kept apart from decisions, in the same journal, under the same checks.

use regards::store::{Fault, Ledger, Moment, Status, StoreError};

use super::*;

fn remarks(ledger: &Ledger, words: &str) -> Vec<String> {
    let found = ledger.hypotheses(words, 50).unwrap();
    found.into_iter().map(|one| one.hypothesis.remark).collect()
}

#[test]
fn a_hypothesis_is_no_decision() {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = filled(&folder.path().join("l.sqlite"));
    let asked = [case("LN-1"), case("LN-3"), case("LN-9")];
    let (count, recent) = (ledger.count().unwrap(), ledger.recent(9, None).unwrap());
    let statuses = ledger.statuses(&asked).unwrap();
    for (minute, number) in (10..).zip(["LN-1", "LN-3", "LN-9"]) {
        ledger.suppose(&hypothesis(number, "et si la protéinurie montait"), &by("Dr A", minute)).unwrap();
    }
    assert_eq!(ledger.count().unwrap(), count);
    assert_eq!(ledger.recent(9, None).unwrap(), recent);
    assert_eq!(ledger.search("montait", 9).unwrap(), []);
    assert_eq!(ledger.statuses(&asked).unwrap(), statuses, "a case stands as it stood");
    assert!(!ledger.statuses(&asked).unwrap().contains_key(&case("LN-9")));
    assert!(matches!(ledger.statuses(&asked).unwrap()[&case("LN-1")], Status::Decided(_)));
    ledger.lock(&locked("LN-9"), None, &by("Dr B", 20)).unwrap();
}

#[test]
fn a_hypothesis_stands_in_the_timeline_and_is_found_by_its_words() {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = filled(&folder.path().join("l.sqlite"));
    let given = hypothesis("LN-1", "Et si la protéinurie montait ?");
    ledger.suppose(&given, &by("Dr A", 10)).unwrap();
    ledger.suppose(&hypothesis("LN-2", "grossesse"), &by("Dr B", 11)).unwrap();
    let told = ledger.history(&case("LN-1")).unwrap();
    let [Moment::Decided(_), Moment::Decided(_), Moment::Supposed(supposed)] = &told[..] else { panic!("{told:?}") };
    assert_eq!(supposed.hypothesis, given);
    assert_eq!((supposed.actor.as_str(), supposed.at), ("Dr A", start() + TimeDelta::minutes(10)));
    assert_eq!(ledger.history_of(&alias("H. B.")).unwrap().len(), 6);
    assert_eq!(remarks(&ledger, ""), ["grossesse", "Et si la protéinurie montait ?"]);
    assert_eq!(remarks(&ledger, "PROTEINURIE si"), ["Et si la protéinurie montait ?"]);
    assert_eq!(remarks(&ledger, "belimumab"), [""; 0]);
    let view: (String, i64) = ledger
        .connection()
        .query_row("SELECT remark, changed_cells FROM hypotheses ORDER BY event_seq LIMIT 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    assert_eq!(view, ("Et si la protéinurie montait ?".to_owned(), 1));
}

#[test]
fn a_hypothesis_without_a_remark_or_without_anything_supposed_is_refused() {
    let mut ledger = Ledger::open_in_memory().unwrap();
    assert!(matches!(ledger.suppose(&hypothesis("LN-1", "  "), &by("Dr A", 0)), Err(StoreError::Blank(_))));
    let nothing = Hypothesis { supposed: Vec::new(), ..hypothesis("LN-1", "et si") };
    assert!(matches!(ledger.suppose(&nothing, &by("Dr A", 0)), Err(StoreError::Blank(_))));
    assert_eq!(ledger.verify().unwrap().events, 0);
}

#[test]
fn what_is_changed_by_hand_in_a_hypothesis_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    let mut ledger = filled(&path);
    ledger.suppose(&hypothesis("LN-1", "et si"), &by("Dr A", 10)).unwrap();
    assert!(ledger.verify().unwrap().is_sound());
    for change in [
        "UPDATE hypothesis SET remark = 'autre'",
        "UPDATE hypothesis_fact SET supposed = '9 g/g'",
        "DELETE FROM hypothesis_cell",
    ] {
        raw(&path).execute_batch(change).unwrap();
        let faults = ledger.verify().unwrap().faults;
        assert!(matches!(&faults[..], [Fault::Table { .. }]), "{change}: {faults:?}");
        ledger.rebuild().unwrap();
        assert!(ledger.verify().unwrap().is_sound());
    }
}

#[test]
fn a_ledger_that_only_reads_takes_no_hypothesis_down() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    drop(filled(&path));
    let mut ledger = Ledger::open_read_only(&path).unwrap();
    assert!(ledger.suppose(&hypothesis("LN-1", "et si"), &by("Dr A", 10)).is_err());
}
