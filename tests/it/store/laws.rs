use proptest::prelude::*;
use regards::store::{Ledger, StoreError};

use super::*;

#[derive(Debug, Clone)]
enum Doing {
    Lock { case: u8, meeting: Option<u8>, words: String },
    Amend { nth: usize, words: String },
    Postpone { case: u8, words: String },
    Suppose { case: u8, words: String },
}

fn doing() -> impl Strategy<Value = Doing> {
    let words = || "[ -~àéœ]{1,40}";
    prop_oneof![
        (0..6_u8, proptest::option::of(1..4_u8), words()).prop_map(|(case, meeting, words)| Doing::Lock {
            case,
            meeting,
            words
        }),
        (any::<usize>(), words()).prop_map(|(nth, words)| Doing::Amend { nth, words }),
        (0..6_u8, words()).prop_map(|(case, words)| Doing::Postpone { case, words }),
        (0..6_u8, words()).prop_map(|(case, words)| Doing::Suppose { case, words }),
    ]
}

/// Does it; a refusal that the ledger owes us is an answer too.
fn act(ledger: &mut Ledger, done: &mut Vec<(DecisionId, Locked)>, doing: &Doing, minute: i64) {
    let by = by("Dr A", minute);
    let lock = |ledger: &mut Ledger, done: &mut Vec<(DecisionId, Locked)>, given: Locked| match ledger
        .lock(&given, None, &by)
    {
        Ok(id) => done.push((id, given)),
        Err(StoreError::AlreadyDecided(_) | StoreError::Superseded(_)) => {}
        Err(other) => panic!("{other}"),
    };
    match doing {
        Doing::Lock { case, meeting, words } => {
            let meeting = meeting.map(|n| day(&format!("2026-0{n}-01")));
            lock(ledger, done, Locked { meeting, ..saying(&format!("LN-{case}"), words) });
        }
        Doing::Amend { nth, words } if !done.is_empty() => {
            let (seen, before) = done[nth % done.len()].clone();
            let amended = amending(before.case_id.as_str(), seen, words);
            lock(ledger, done, Locked { meeting: before.meeting, ..amended });
        }
        Doing::Amend { .. } => {}
        Doing::Postpone { case, words } => {
            let recorded = ledger.postpone(&postponement(&format!("LN-{case}"), words), &by);
            assert!(matches!(recorded, Ok(()) | Err(StoreError::Blank(_))));
        }
        Doing::Suppose { case, words } => {
            let recorded = ledger.suppose(&hypothesis(&format!("LN-{case}"), words), &by);
            assert!(matches!(recorded, Ok(()) | Err(StoreError::Blank(_))));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_tables_are_what_the_journal_makes_of_them(doings in proptest::collection::vec(doing(), 0..25)) {
        let mut ledger = Ledger::open_in_memory().unwrap();
        let mut done = Vec::new();
        for (minute, doing) in (0..).zip(&doings) {
            act(&mut ledger, &mut done, doing, minute);
        }
        let live = tables(ledger.connection());
        prop_assert_eq!(ledger.verify().unwrap().faults, vec![]);
        ledger.rebuild().unwrap();
        prop_assert_eq!(tables(ledger.connection()), live);
        prop_assert_eq!(ledger.verify().unwrap().faults, vec![]);

        // Everything locked is readable as it was, and every decision has exactly one version in force.
        for (id, given) in &done {
            let found = ledger.decision(*id).unwrap().unwrap();
            prop_assert_eq!(&found.locked, given);
            prop_assert_eq!(found.versions.iter().filter(|entry| entry.is_current).count(), 1);
        }
        let firsts = done.iter().filter(|(_, given)| given.amends.is_none()).count();
        prop_assert_eq!(ledger.count().unwrap(), firsts as u64);
    }
}
