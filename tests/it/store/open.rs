use regards::domain::{ActionEnd, QuorumStatus};
use regards::meeting::Plan;
use regards::store::{AfterAct, DecisionAct, Ledger};

use super::{amending, by, case, day, locked};

#[test]
fn what_is_open_is_read_from_the_tables_and_made_anew_from_the_journal() {
    let mut ledger = Ledger::open_in_memory().unwrap();
    let mut first = locked("LN-1");
    let plan =
        Plan::of("bio m1 @Dr Nephro\nbio m3\nsi upcr m3 > -25 % : représenter\nreprésenter m6", day("2026-02-20"));
    let decided = &mut first.decision;
    (decided.actions, decided.branches, decided.represent) = (plan.actions, plan.branches, plan.represent);
    let first = ledger.lock(&first, None, &by("Dr A", 0)).unwrap();
    let second = ledger.lock(&locked("LN-2"), None, &by("Dr A", 1)).unwrap();
    let open = ledger.open_decisions(9).unwrap();
    assert_eq!(open.iter().map(|one| one.past.id).collect::<Vec<_>>(), [second, first], "newest first");
    let one = &open[1];
    assert_eq!((one.actions.len(), one.branches.len(), one.represent), (2, 1, Some(day("2026-08-20"))));
    assert_eq!(one.actions[0].owner.as_deref(), Some("Dr Nephro"));
    assert!(one.quorum.is_some_and(|status| status != QuorumStatus::Unknown));
    let done = |done| DecisionAct { decision: first, done };
    let ended = AfterAct::ActionEnded { action: 1, on: day("2026-03-20"), end: ActionEnd::Done, words: String::new() };
    ledger.record_after(&done(ended), &by("Dr A", 2)).unwrap();
    let settled =
        AfterAct::BranchSettled { branch: "B1".to_owned(), on: day("2026-05-20"), met: false, words: String::new() };
    ledger.record_after(&done(settled), &by("Dr A", 3)).unwrap();
    ledger.rebuild().unwrap();
    let open = ledger.open_decisions(9).unwrap();
    assert_eq!((open[1].actions.len(), open[1].actions[0].number, open[1].branches.len()), (1, 2, 0));
    ledger.record_after(&done(AfterAct::Closed { words: String::new() }), &by("Dr A", 4)).unwrap();
    assert_eq!(ledger.open_decisions(9).unwrap().len(), 1, "a closed record is not looked at");
    let again = ledger.lock(&amending("LN-1", first, "autre"), None, &by("Dr A", 5)).unwrap();
    let open = ledger.open_decisions(9).unwrap();
    assert_eq!((open.len(), open[0].past.id, open[0].past.signed), (2, again, false), "a new version opens it again");
    assert!(ledger.verify().unwrap().is_sound());
}

#[test]
fn the_decision_before_is_that_of_another_meeting_and_is_told_with_the_one_that_follows() {
    let mut ledger = Ledger::open_in_memory().unwrap();
    let first = ledger.lock(&locked("LN-1"), None, &by("Dr A", 0)).unwrap();
    assert!(ledger.earlier(&case("LN-1"), Some(day("2026-02-20"))).unwrap().is_none());
    let found = ledger.earlier(&case("LN-1"), Some(day("2026-05-20"))).unwrap().unwrap();
    assert_eq!(found.entry.id, first);
    let mut later = locked("LN-1");
    (later.meeting, later.previous) = (Some(day("2026-05-20")), Some(first));
    let second = ledger.lock(&later, None, &by("Dr A", 1)).unwrap();
    assert_eq!(ledger.decision(second).unwrap().unwrap().follows.map(|one| one.id), Some(first));
    assert!(ledger.open_decisions(9).unwrap()[1].has_later);
    assert_eq!(ledger.named(&second.to_string()[..36]).unwrap(), Some(second));
}
