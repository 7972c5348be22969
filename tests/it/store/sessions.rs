//! Acts of meetings and after decisions: kept whole, read back in order, made again from the journal.

use regards::domain::{CourseOutcome, Fulfilment, NotDone, PatientAnswer, Role, Specialty};
use regards::meeting::session::{Opening, Session, Stage, charter};
use regards::meeting::{FollowUp, document_status};
use regards::store::{AfterAct, DecisionAct, Looked, MeetingAct, SessionAct};

use super::*;
use regards::domain::{DocumentStatus, Gathering, Reach};

fn meeting(done: SessionAct) -> MeetingAct {
    MeetingAct { meeting: day("2026-02-20"), done }
}

pub(super) fn opened() -> SessionAct {
    SessionAct::Opened(Box::new(Opening {
        title: "RCP lupus".to_owned(),
        reach: Reach::Regional,
        gathering: Gathering::Hybrid,
        place: "Marseille".to_owned(),
        chair: "Dr C".to_owned(),
        secretary: "S. B.".to_owned(),
        charter: charter().clone().unwrap(),
        agenda: vec![case("LN-1")],
    }))
}

fn joined(name: &str, specialty: Specialty) -> SessionAct {
    let person = Participant { name: name.to_owned(), specialty, role: Role::Expert, centre: None };
    SessionAct::Joined { person, presence: Presence::Video }
}

#[test]
fn a_meeting_is_told_by_its_acts() {
    let mut ledger = Ledger::open_in_memory().unwrap();
    let acts = [opened(), joined("Dr N", Specialty::Nephrology), SessionAct::Started { case: case("LN-1") }];
    for (minute, act) in (0..).zip(acts) {
        ledger.record_meeting(&meeting(act), &by("S. B.", minute)).unwrap();
    }
    let acts = ledger.meeting_acts(day("2026-02-20"), 0).unwrap();
    let session = Session::of(day("2026-02-20"), &acts);
    assert_eq!(session.stage, Stage::Open);
    assert_eq!(session.running().unwrap().case, case("LN-1"));
    assert_eq!(ledger.meeting_acts(day("2026-02-20"), acts[1].seq).unwrap().len(), 1, "only what is new");
    assert_eq!(ledger.meeting_days(9).unwrap(), [day("2026-02-20")]);
    assert!(ledger.meeting_acts(day("2026-02-21"), 0).unwrap().is_empty());
    assert!(ledger.verify().unwrap().is_sound());
}

#[test]
fn people_are_remembered_as_last_said_of_them() {
    let mut ledger = Ledger::open_in_memory().unwrap();
    let acts = [
        joined("Dr N", Specialty::Nephrology),
        joined("Dr P", Specialty::Immunology),
        joined("Dr P", Specialty::Pathology),
    ];
    for (minute, act) in (0..).zip(acts) {
        ledger.record_meeting(&meeting(act), &by("S. B.", minute)).unwrap();
    }
    let people = ledger.participants(9).unwrap();
    let known: Vec<_> = people.iter().map(|one| (one.name.as_str(), one.specialty)).collect();
    assert_eq!(known, [("Dr P", Specialty::Pathology), ("Dr N", Specialty::Nephrology)]);
}

#[test]
fn an_act_that_lacks_its_reason_is_refused_and_those_with_it() {
    let mut ledger = Ledger::open_in_memory().unwrap();
    let late = SessionAct::CarriedOver { case: case("LN-1"), reason: " ".to_owned() };
    let refused = ledger.record_all(&[meeting(opened()), meeting(late)], &by("S. B.", 0)).unwrap_err();
    assert!(refused.to_string().contains("reason for carrying over"), "{refused}");
    assert!(ledger.meeting_acts(day("2026-02-20"), 0).unwrap().is_empty());
}

#[test]
fn what_comes_after_a_decision_is_kept_with_it() {
    let mut ledger = Ledger::open_in_memory().unwrap();
    let first = ledger.lock(&locked("LN-1"), None, &by("Dr A", 0)).unwrap();
    let follow = FollowUp {
        on: day("2026-05-20"),
        months: 3,
        fulfilment: Fulfilment::Partial,
        per_line: vec![(1, Fulfilment::Complete), (2, Fulfilment::None)],
        reason: Some(NotDone::PatientWish),
        outcome: Some(CourseOutcome::Partial),
        upcr: Some("0,9 g/g".to_owned()),
        egfr: None,
        sledai: Some(4),
        steroid: Some("5 mg/j".to_owned()),
        words: "Nausées.".to_owned(),
    };
    let acts = [
        AfterAct::Signed { by: "Dr C".to_owned() },
        AfterAct::Told {
            on: day("2026-02-25"),
            by: "Dr A".to_owned(),
            answer: PatientAnswer::Accepts,
            words: String::new(),
        },
        AfterAct::Followed(follow.clone()),
    ];
    for (minute, done) in (1..).zip(acts) {
        ledger.record_after(&DecisionAct { decision: first, done }, &by("Dr C", minute)).unwrap();
    }
    let acts = ledger.acts_after(first).unwrap();
    assert_eq!(acts.len(), 3);
    assert_eq!(acts[2].what.done, AfterAct::Followed(follow));
    assert_eq!(document_status(&acts, first), DocumentStatus::Validated);
    let second = ledger.lock(&amending("LN-1", first, "autre"), None, &by("Dr A", 9)).unwrap();
    let acts = ledger.acts_after(second).unwrap();
    assert_eq!(acts.len(), 3, "a new version keeps what was said of the one before");
    assert_eq!(document_status(&acts, second), DocumentStatus::Completed, "and is to be signed anew");
    assert!(ledger.verify().unwrap().is_sound());
    ledger.rebuild().unwrap();
    assert_eq!(ledger.acts_after(second).unwrap(), acts);
    let told: String = ledger.connection().query_row("SELECT answer FROM patients_told", [], |row| row.get(0)).unwrap();
    assert_eq!(told, "accepts");
}

#[test]
fn partly_done_needs_its_reason() {
    let mut ledger = Ledger::open_in_memory().unwrap();
    let id = ledger.lock(&locked("LN-1"), None, &by("Dr A", 0)).unwrap();
    let done = AfterAct::Followed(FollowUp {
        on: day("2026-05-20"),
        months: 3,
        fulfilment: Fulfilment::None,
        per_line: Vec::new(),
        reason: None,
        outcome: None,
        upcr: None,
        egfr: None,
        sledai: None,
        steroid: None,
        words: String::new(),
    });
    assert!(ledger.record_after(&DecisionAct { decision: id, done }, &by("Dr A", 1)).is_err());
}

#[test]
fn how_a_case_stands_is_not_changed_by_what_is_said_in_the_room() {
    let mut ledger = Ledger::open_in_memory().unwrap();
    ledger.lock(&locked("LN-1"), None, &by("Dr A", 0)).unwrap();
    ledger.record_meeting(&meeting(SessionAct::Started { case: case("LN-1") }), &by("Dr C", 1)).unwrap();
    let statuses = ledger.statuses(&[case("LN-1")]).unwrap();
    assert!(matches!(statuses.get(&case("LN-1")), Some(regards::store::Status::Decided(_))));
}

#[test]
fn who_looked_is_kept_apart_and_a_purge_is_recorded() {
    let mut ledger = Ledger::open_in_memory().unwrap();
    ledger.looked(Looked::Case, "LN-1", &by("Dr A", 0)).unwrap();
    ledger.looked(Looked::Search, "béli", &by("Dr A", 60)).unwrap();
    let before = start() + TimeDelta::minutes(30);
    assert_eq!(ledger.accesses_before(before).unwrap(), 1);
    assert_eq!(ledger.purge_accesses(before, &by("DPO", 61)).unwrap(), 1);
    let left = ledger.accesses(9).unwrap();
    assert_eq!((left.len(), left[0].target.as_str()), (1, "béli"));
    let kind: String = ledger.connection().query_row("SELECT kind FROM event", [], |row| row.get(0)).unwrap();
    assert_eq!(kind, "access-purged");
    assert!(ledger.verify().unwrap().is_sound());
}

#[test]
fn what_the_chair_shows_is_kept_once() {
    let mut ledger = Ledger::open_in_memory().unwrap();
    assert_eq!(ledger.shown().unwrap(), None);
    ledger.show(r#"{"case":"LN-1"}"#, &by("Dr C", 0)).unwrap();
    ledger.show(r#"{"case":"LN-2"}"#, &by("Dr C", 1)).unwrap();
    assert_eq!(ledger.shown().unwrap().as_deref(), Some(r#"{"case":"LN-2"}"#));
}

#[test]
fn what_is_ordered_aimed_at_and_to_be_done_has_its_rows() {
    let mut ledger = Ledger::open_in_memory().unwrap();
    let id = ledger.lock(&locked("LN-1"), None, &by("Dr A", 0)).unwrap();
    let rows = |sql: &str| -> Vec<String> {
        let mut select = ledger.connection().prepare(sql).unwrap();
        select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    assert_eq!(rows("SELECT measure || ' ' || due || ' ' || then_do FROM branches"), ["upcr 2026-05-20 re-present"]);
    assert_eq!(rows("SELECT what || comparison || amount || ' ' || unit FROM targets"), ["upcr<0.7 g/g"]);
    assert_eq!(rows("SELECT kind || ' ' || due FROM actions"), ["labs 2026-03-20", "labs 2026-05-20"]);
    let done = AfterAct::ActionEnded {
        action: 2,
        on: day("2026-05-21"),
        end: regards::domain::ActionEnd::Done,
        words: String::new(),
    };
    ledger.record_after(&DecisionAct { decision: id, done }, &by("Dr A", 1)).unwrap();
    let ended: Vec<String> = {
        let mut select = ledger.connection().prepare("SELECT ifnull(ended, '-') FROM actions").unwrap();
        select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    assert_eq!(ended, ["-", "done"]);
    // A version that takes the first one away keeps the end of the other, which stands at another place now.
    let mut again = amending("LN-1", id, "autre");
    again.decision.actions.remove(0);
    ledger.lock(&again, None, &by("Dr A", 2)).unwrap();
    let ended: String = ledger.connection().query_row("SELECT ended FROM actions", [], |row| row.get(0)).unwrap();
    assert_eq!(ended, "done");
    assert!(ledger.open_decisions(9).unwrap()[0].actions.is_empty());
    assert!(ledger.verify().unwrap().is_sound());
}
