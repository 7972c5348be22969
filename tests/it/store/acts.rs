use regards::store::{Agenda, Ledger, Moment, Status, StoreError};

use super::*;

#[test]
fn a_decision_comes_back_exactly_as_it_was_locked() {
    let mut ledger = Ledger::open_in_memory().unwrap();
    let given = locked("LN-2026-006");
    let id = ledger.lock(&given, None, &by("secrétaire", 0)).unwrap();
    let found = ledger.decision(id).unwrap().unwrap();
    assert_eq!(found.locked, given);
    assert_eq!(found.locked.case_yaml, given.case_yaml);
    assert_eq!(
        serde_json::to_string(&found.locked.facts).unwrap(),
        r#"{"upcr_g_per_g":"1.6","order":{"b":1,"a":[null,true]}}"#,
        "the order of what was shown is kept"
    );
    let entry = &found.entry;
    assert_eq!((entry.version, entry.is_current, entry.amends.as_ref()), (1, true, None));
    assert_eq!((entry.outcome, entry.next), (given.decision.outcome, given.decision.next));
    assert_eq!((entry.locked_at, entry.actor.as_str()), (start(), "secrétaire"));
    assert_eq!((entry.upcr.as_deref(), entry.egfr.as_deref()), (Some("1,6 g/g"), Some("118")));
    assert_eq!(found.versions, std::slice::from_ref(&found.entry));
    assert!(ledger.verify().unwrap().is_sound());
}

#[test]
fn the_id_sorts_by_the_moment_of_the_act() {
    let mut ledger = Ledger::open_in_memory().unwrap();
    let early = ledger.lock(&locked("LN-1"), None, &by("a", 0)).unwrap();
    let late = ledger.lock(&locked("LN-2"), None, &by("a", 1)).unwrap();
    assert!(early < late);
    let written = early.to_string();
    let moment = format!("{:012x}", start().timestamp_millis());
    assert_eq!(written.replace('-', "")[..12], moment, "the first 48 bits are the act's own time");
    assert_eq!(written.as_bytes()[14], b'7', "version 7");
}

#[test]
fn an_amendment_is_a_new_version_and_both_stay_readable() {
    let mut ledger = Ledger::open_in_memory().unwrap();
    let first = ledger.lock(&saying("LN-1", "premier choix"), None, &by("Dr A", 0)).unwrap();
    let second = ledger.lock(&amending("LN-1", first, "second choix"), None, &by("Dr B", 5)).unwrap();
    let third = ledger.lock(&amending("LN-1", second, "troisième choix"), None, &by("Dr C", 9)).unwrap();

    let old = ledger.decision(first).unwrap().unwrap();
    assert_eq!(old.locked.decision.rationale, "premier choix");
    assert!(!old.entry.is_current);
    let versions: Vec<_> = old.versions.iter().map(|entry| (entry.version, entry.id, entry.is_current)).collect();
    assert_eq!(versions, [(1, first, false), (2, second, false), (3, third, true)]);
    let amends = old.versions[1].amends.as_ref().unwrap();
    assert_eq!((amends.decision, amends.reason.as_str()), (first, "biologie reçue après la réunion"));
    assert_eq!(ledger.decision(third).unwrap().unwrap().versions, old.versions);

    assert_eq!(ledger.count().unwrap(), 1);
    assert_eq!(ledger.recent(10, None).unwrap().iter().map(|entry| entry.id).collect::<Vec<_>>(), [third]);
    assert!(ledger.search("premier", 10).unwrap().is_empty(), "the list narrows over what is in force");
    assert_eq!(ledger.search("troisieme", 10).unwrap().len(), 1);
}

#[test]
fn amending_a_version_that_was_amended_says_what_changed_and_records_nothing() {
    let mut ledger = Ledger::open_in_memory().unwrap();
    let first = ledger.lock(&locked("LN-1"), None, &by("Dr A", 0)).unwrap();
    let second = ledger.lock(&amending("LN-1", first, "par B"), None, &by("Dr B", 1)).unwrap();
    let refused = ledger.lock(&amending("LN-1", first, "par C"), None, &by("Dr C", 2)).unwrap_err();
    let words = refused.to_string();
    let StoreError::Superseded(current) = refused else { panic!("{words}") };
    assert_eq!((current.id, current.version, current.rationale.as_str()), (second, 2, "par B"));
    assert!(words.contains("Dr B") && words.contains("version 2"), "{words}");
    assert_eq!(ledger.verify().unwrap().events, 2);
}

#[test]
fn a_case_is_decided_once_at_a_meeting_and_again_at_the_next() {
    let mut ledger = Ledger::open_in_memory().unwrap();
    let first = ledger.lock(&locked("LN-1"), None, &by("Dr A", 0)).unwrap();
    let refused = ledger.lock(&saying("LN-1", "en même temps"), None, &by("Dr B", 0)).unwrap_err();
    assert!(matches!(&refused, StoreError::AlreadyDecided(other) if other.id == first), "{refused}");

    let later = Locked { meeting: Some(day("2026-05-20")), ..saying("LN-1", "trois mois après") };
    let again = ledger.lock(&later, None, &by("Dr A", 90)).unwrap();
    assert_eq!(ledger.decision(again).unwrap().unwrap().entry.version, 1);
    assert_eq!(ledger.count().unwrap(), 2);

    let undated = Locked { meeting: None, ..locked("LN-9") };
    ledger.lock(&undated, None, &by("Dr A", 91)).unwrap();
    assert!(matches!(ledger.lock(&undated, None, &by("Dr A", 92)), Err(StoreError::AlreadyDecided(_))));

    // An amendment may not move onto the meeting of the other decision either.
    let moved = Locked { meeting: Some(day("2026-05-20")), ..amending("LN-1", first, "déplacé") };
    assert!(matches!(ledger.lock(&moved, None, &by("Dr A", 93)), Err(StoreError::AlreadyDecided(_))));
}

#[test]
fn what_is_required_is_asked_for() {
    let mut ledger = Ledger::open_in_memory().unwrap();
    let id = ledger.lock(&locked("LN-1"), None, &by("Dr A", 0)).unwrap();
    let mut silent = amending("LN-1", id, "autre");
    silent.amends.as_mut().unwrap().reason = "  \n".to_owned();
    assert!(matches!(ledger.lock(&silent, None, &by("Dr A", 1)), Err(StoreError::Blank("the reason for amending"))));
    let postponed = ledger.postpone(&postponement("LN-2", " "), &by("Dr A", 1));
    assert!(matches!(postponed, Err(StoreError::Blank("the reason for postponing"))));
    assert!(matches!(ledger.lock(&locked("LN-2"), None, &by(" ", 1)), Err(StoreError::Blank("the author"))));

    let mut changed = locked("LN-2");
    changed.case_yaml.push(' ');
    assert!(matches!(ledger.lock(&changed, None, &by("Dr A", 1)), Err(StoreError::CaseFileChanged)));

    let other = ledger.lock(&locked("LN-2"), None, &by("Dr A", 1)).unwrap();
    assert!(matches!(
        ledger.lock(&amending("LN-1", other, "x"), None, &by("Dr A", 2)),
        Err(StoreError::AnotherCase { .. })
    ));
    let nobody: DecisionId = "0192f3a0-0000-7000-8000-000000000000".parse().unwrap();
    assert!(matches!(
        ledger.lock(&amending("LN-1", nobody, "x"), None, &by("Dr A", 2)),
        Err(StoreError::UnknownDecision(id)) if id == nobody
    ));
    assert_eq!(ledger.verify().unwrap().events, 2);
}

#[test]
fn a_case_has_its_status_and_a_patient_a_timeline() {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = filled(&folder.path().join("l.sqlite"));
    let asked = [case("LN-1"), case("LN-2"), case("LN-3"), case("LN-4")];
    let statuses = ledger.statuses(&asked).unwrap();
    assert!(matches!(&statuses[&case("LN-1")], Status::Decided(entry) if entry.version == 2));
    assert!(matches!(&statuses[&case("LN-2")], Status::Decided(entry) if entry.version == 1));
    assert!(
        matches!(&statuses[&case("LN-3")], Status::Postponed(p) if p.postponement.reason == "biopsie attendue" && p.actor == "Dr B")
    );
    assert_eq!(statuses.len(), 3, "a case that the journal does not know has no status");
    assert_eq!(statuses[&case("LN-3")].meeting(), Some(day("2026-02-20")));

    ledger.lock(&saying("LN-3", "biopsie lue"), None, &by("Dr B", 60)).unwrap();
    assert!(matches!(ledger.statuses(&asked).unwrap()[&case("LN-3")], Status::Decided(_)), "the last act counts");

    let told: Vec<String> = ledger.history_of(&alias("H. B.")).unwrap().iter().map(tell).collect();
    assert_eq!(told, ["premier choix", "autre cas", "second choix", "put off: biopsie attendue", "biopsie lue"]);
    let told: Vec<String> = ledger.history(&case("LN-1")).unwrap().iter().map(tell).collect();
    assert_eq!(told, ["premier choix", "second choix"]);
    assert!(ledger.history_of(&alias("Z. Z.")).unwrap().is_empty());
}

fn tell(moment: &Moment) -> String {
    match moment {
        Moment::Decided(entry) => entry.rationale.clone(),
        Moment::Postponed(postponed) => format!("put off: {}", postponed.postponement.reason),
        Moment::Supposed(supposed) => format!("what if: {}", supposed.hypothesis.remark),
        Moment::Done(deed) => panic!("nothing was done: {deed:?}"),
    }
}

#[test]
fn two_terminals_write_at_once_and_see_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    let writers: Vec<_> = ["Dr A", "Dr B"]
        .into_iter()
        .map(|actor| {
            let path = path.clone();
            std::thread::spawn(move || {
                // Both also create the ledger at the same moment.
                let mut ledger = Ledger::open(&path).unwrap();
                for turn in 0..60 {
                    let number = format!("{}-{turn}", actor.replace(' ', ""));
                    ledger.lock(&locked(&number), None, &by(actor, turn)).unwrap();
                    ledger.save_draft(&case(&number), "texte", None, &by(actor, turn)).unwrap();
                }
            })
        })
        .collect();
    for writer in writers {
        writer.join().unwrap();
    }
    let ledger = Ledger::open(&path).unwrap();
    let verified = ledger.verify().unwrap();
    assert_eq!((verified.events, verified.faults), (120, vec![]));
    assert_eq!(ledger.count().unwrap(), 120);
}

#[test]
fn the_same_case_locked_by_two_terminals_is_recorded_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    drop(Ledger::open(&path).unwrap());
    let outcomes: Vec<_> = (0..4)
        .map(|n| {
            let path = path.clone();
            std::thread::spawn(move || {
                Ledger::open(&path).unwrap().lock(&locked("LN-1"), None, &by(&format!("Dr {n}"), 0)).is_ok()
            })
        })
        .collect();
    let recorded = outcomes.into_iter().map(|thread| thread.join().unwrap()).filter(|ok| *ok).count();
    assert_eq!(recorded, 1);
}

#[test]
fn another_terminal_s_act_changes_the_data_version() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    let mut writer = Ledger::open(&path).unwrap();
    let projector = Ledger::open_read_only(&path).unwrap();
    let (before, own) = (projector.data_version().unwrap(), writer.data_version().unwrap());
    writer.lock(&locked("LN-1"), None, &by("Dr A", 0)).unwrap();
    assert_ne!(projector.data_version().unwrap(), before);
    assert_eq!(writer.data_version().unwrap(), own, "one's own act does not");
    assert_eq!(projector.recent(10, None).unwrap().len(), 1);
}

#[test]
fn the_order_of_an_agenda_is_the_last_one_recorded_for_its_meeting() {
    let mut ledger = Ledger::open_in_memory().unwrap();
    let meeting = Some(day("2026-02-20"));
    let cases = |numbers: &[&str]| numbers.iter().map(|number| case(number)).collect::<Vec<_>>();
    for (minute, order) in [(1, &["LN-1", "LN-2"][..]), (2, &["LN-2", "LN-1", "LN-3"])] {
        ledger.order_agenda(&Agenda { meeting, cases: cases(order) }, &by("Dr A", minute)).unwrap();
    }
    ledger.order_agenda(&Agenda { meeting: None, cases: cases(&["LN-9"]) }, &by("Dr A", 3)).unwrap();
    assert_eq!(ledger.agenda(meeting).unwrap(), cases(&["LN-2", "LN-1", "LN-3"]));
    ledger.rebuild().unwrap();
    assert_eq!(ledger.agenda(meeting).unwrap(), cases(&["LN-2", "LN-1", "LN-3"]));
    assert_eq!(ledger.agenda(None).unwrap(), cases(&["LN-9"]));
    assert_eq!(ledger.verify().unwrap().faults, []);
}
