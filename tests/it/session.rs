//! The life of a meeting: who is there, whose clock runs, whether it is a decision of a meeting.

use chrono::{DateTime, TimeDelta, Utc};
use regards::domain::{CaseId, Gathering, Minutes, Mode, Participant, Presence, QuorumStatus, Reach, Role, Specialty};
use regards::meeting::session::read_charter;
use regards::meeting::session::{
    BreakDue, Logged, Opening, Pace, PassageState, Session, SessionAct, Stage, charter, quorum,
};
use regards::text::{Lang, advice};

use crate::scene::day;

fn case(number: u8) -> CaseId {
    format!("LN-{number}").parse().unwrap()
}

fn start() -> DateTime<Utc> {
    "2026-11-26T13:00:00Z".parse().unwrap()
}

fn at(minutes: i64) -> DateTime<Utc> {
    start() + TimeDelta::minutes(minutes)
}

fn opened() -> SessionAct {
    SessionAct::Opened(Box::new(Opening {
        title: "RCP lupus".to_owned(),
        reach: Reach::Local,
        gathering: Gathering::Room,
        place: String::new(),
        chair: "Dr C".to_owned(),
        secretary: "S. B.".to_owned(),
        charter: charter().clone().unwrap(),
        agenda: vec![case(1), case(2)],
    }))
}

fn joined(name: &str, specialty: Specialty, presence: Presence) -> SessionAct {
    let person = Participant { name: name.to_owned(), specialty, role: Role::Expert, centre: None };
    SessionAct::Joined { person, presence }
}

fn left(name: &str) -> SessionAct {
    SessionAct::Left { person: name.to_owned() }
}

/// The meeting after these acts, each at its minute.
fn session(acts: Vec<(i64, SessionAct)>) -> Session {
    let log = |(seq, (minute, what))| Logged { seq, at: at(minute), actor: "S. B.".to_owned(), what };
    let acts: Vec<_> = (1..).zip(acts).map(log).collect();
    Session::of(day("2026-11-26"), &acts)
}

fn three() -> Vec<(i64, SessionAct)> {
    vec![
        (0, opened()),
        (0, joined("Dr N", Specialty::Nephrology, Presence::Room)),
        (1, joined("Dr I", Specialty::InternalMedicine, Presence::Video)),
        (2, joined("Dr P", Specialty::Pathology, Presence::Phone)),
    ]
}

fn with(mut acts: Vec<(i64, SessionAct)>, more: Vec<(i64, SessionAct)>) -> Session {
    acts.extend(more);
    session(acts)
}

/// Whoever writes a charter knows numbers, and no types of a program.
#[test]
fn a_number_of_a_charter_that_cannot_be_is_said_in_words() {
    let charter = include_str!("../../src/meeting/charter.yaml");
    let line = charter.lines().find(|line| line.trim_start().starts_with("specialties:")).unwrap();
    let reading = read_charter(charter.replace(line, &format!("{}: -1", line.split(':').next().unwrap())).as_bytes());
    for (lang, words) in [(Lang::Fr, "un nombre entier, 0 ou plus"), (Lang::En, "a whole number, 0 or more")] {
        let said = advice(lang, &reading.remarks[0].problem).whole();
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn the_shipped_charter_can_be_read() {
    let charter = charter().as_ref().unwrap();
    assert_eq!(charter.quorum.specialties, 3);
    assert_eq!(charter.follow_up_months, [3, 6, 12]);
    assert!(!charter.quorum.counted.contains(&Specialty::Pharmacy), "a pharmacist is no physician");
}

#[test]
fn three_specialties_in_the_room_on_video_and_on_the_phone_are_a_quorum() {
    let found = quorum(&session(three()), Some(&case(1)));
    assert_eq!((found.status, found.short_by), (QuorumStatus::Reached, 0));
}

#[test]
fn two_specialties_are_none() {
    let found = quorum(&with(three(), vec![(3, left("Dr P"))]), None);
    assert_eq!((found.status, found.short_by), (QuorumStatus::NotReached, 1));
}

#[test]
fn three_people_of_one_specialty_are_none() {
    let people = ["Dr A", "Dr B", "Dr C"].map(|name| (1, joined(name, Specialty::Nephrology, Presence::Room)));
    let found = quorum(&with(vec![(0, opened())], people.to_vec()), None);
    assert_eq!(
        (found.status, found.present.as_slice()),
        (QuorumStatus::NotReached, [Specialty::Nephrology].as_slice())
    );
}

#[test]
fn who_left_before_the_decision_does_not_count_and_who_came_back_does() {
    let gone = with(three(), vec![(3, left("Dr N"))]);
    assert_eq!(quorum(&gone, Some(&case(1))).status, QuorumStatus::NotReached);
    let back = with(three(), vec![(3, left("Dr N")), (4, joined("Dr N", Specialty::Nephrology, Presence::Phone))]);
    assert_eq!(quorum(&back, Some(&case(1))).status, QuorumStatus::Reached);
    assert_eq!(back.people[0].stays.len(), 2);
}

#[test]
fn a_recused_person_does_not_count_for_that_case_only() {
    let recused = SessionAct::Recused { person: "Dr P".to_owned(), case: case(1) };
    let found = with(three(), vec![(3, recused)]);
    assert_eq!(quorum(&found, Some(&case(1))).status, QuorumStatus::NotReached);
    assert_eq!(quorum(&found, Some(&case(2))).status, QuorumStatus::Reached);
}

#[test]
fn a_pharmacist_is_there_and_is_not_one_of_the_three() {
    let pharmacist = joined("F. P.", Specialty::Pharmacy, Presence::Room);
    let found = quorum(&with(three(), vec![(3, left("Dr P")), (3, pharmacist)]), None);
    assert_eq!((found.status, found.short_by), (QuorumStatus::NotReached, 1));
    assert!(found.present.contains(&Specialty::Pharmacy));
}

#[test]
fn what_the_rule_requires_by_name_is_missed_by_name() {
    let mut opening = opened();
    if let SessionAct::Opened(opening) = &mut opening {
        opening.charter.quorum.all_of = vec![Specialty::Obstetrics];
        opening.charter.quorum.any_of = vec![vec![Specialty::InternalMedicine, Specialty::Rheumatology]];
    }
    let mut acts = three();
    acts[0].1 = opening;
    let found = quorum(&session(acts), None);
    assert_eq!(found.status, QuorumStatus::NotReached);
    assert_eq!((found.short_by, found.missing), (0, vec![vec![Specialty::Obstetrics]]));
}

#[test]
fn without_an_open_meeting_the_quorum_is_unknown() {
    assert_eq!(quorum(&Session::new(day("2026-11-26")), None).status, QuorumStatus::Unknown);
    let closed = with(three(), vec![(9, SessionAct::Closed)]);
    assert_eq!(quorum(&closed, None).status, QuorumStatus::Unknown);
}

#[test]
fn the_clock_of_a_case_stands_in_pauses_and_breaks_and_when_another_begins() {
    let started = |number| SessionAct::Started { case: case(number) };
    let acts = vec![
        (0, opened()),
        (1, started(1)),
        (3, SessionAct::Paused { case: case(1) }),
        (5, started(1)),
        (6, SessionAct::BreakBegan),
        (10, SessionAct::BreakEnded),
        (11, started(1)),
        (12, started(2)),
        (14, SessionAct::Ended { case: case(2) }),
    ];
    let found = session(acts);
    let one = found.passage(&case(1)).unwrap();
    assert_eq!((one.state, one.seconds(at(60))), (PassageState::Paused, 4 * 60));
    let two = found.passage(&case(2)).unwrap();
    assert_eq!((two.state, two.seconds(at(60))), (PassageState::Ended, 2 * 60));
    assert_eq!(found.running(), None);
    assert_eq!(found.seconds(at(20)), 16 * 60, "a break is not meeting time");
}

#[test]
fn the_pace_turns_at_80_and_at_120_percent() {
    for (taken, pace) in [(239, Pace::Calm), (240, Pace::Amber), (359, Pace::Amber), (360, Pace::Red)] {
        assert_eq!(Pace::of(taken, 300), pace, "{taken} s of 300");
    }
}

#[test]
fn a_recorded_case_has_less_time_and_any_case_can_be_given_more() {
    let more = SessionAct::Budgeted { case: case(1), time: Minutes::new(12).unwrap() };
    let found = with(three(), vec![(3, more)]);
    assert_eq!(found.budget(&case(1), Mode::Discuss), Some(720));
    assert_eq!(found.budget(&case(2), Mode::Record), Some(60));
    assert_eq!(Session::new(day("2026-11-26")).budget(&case(1), Mode::Discuss), None);
}

#[test]
fn one_key_turns_a_recorded_case_into_a_discussed_one() {
    let turned = SessionAct::Turned { case: case(1), mode: Mode::Discuss, rule: None, reason: String::new() };
    let found = with(three(), vec![(3, turned)]);
    assert_eq!(found.mode(&case(1), Some(Mode::Record)), Mode::Discuss);
    assert_eq!(found.mode(&case(2), Some(Mode::Record)), Mode::Record);
}

#[test]
fn what_comes_after_the_opening_is_late_until_somebody_says_why() {
    assert!(session(three()).is_late(&case(3)) && !session(three()).is_late(&case(1)));
    let added = SessionAct::Added { case: case(3), reason: "urgent".to_owned() };
    assert!(!with(three(), vec![(3, added)]).is_late(&case(3)));
}

#[test]
fn a_break_is_due_by_time_or_by_cases() {
    assert_eq!(session(three()).break_due(at(59)), None);
    assert_eq!(session(three()).break_due(at(60)), Some(BreakDue::Minutes(60)));
    let rested = with(three(), vec![(50, SessionAct::BreakBegan), (55, SessionAct::BreakEnded)]);
    assert_eq!(rested.break_due(at(100)), None);
    let many = (1..=10).map(|number| (5, SessionAct::Started { case: case(number) })).collect();
    assert_eq!(with(three(), many).break_due(at(20)), Some(BreakDue::Cases(10)));
}

#[test]
fn closing_sends_everybody_home_and_the_meeting_can_be_opened_again() {
    let closed = with(three(), vec![(30, SessionAct::Started { case: case(1) }), (40, SessionAct::Closed)]);
    assert_eq!(closed.stage, Stage::Closed);
    assert!(closed.people.iter().all(|one| !one.is_there()) && closed.running().is_none());
    let again = with(three(), vec![(40, SessionAct::Closed), (50, opened())]);
    assert_eq!((again.stage, again.seconds(at(55))), (Stage::Open, 45 * 60));
}

#[test]
fn after_the_close_no_clock_runs_and_nobody_comes() {
    let more = vec![
        (40, SessionAct::Closed),
        (41, SessionAct::Started { case: case(1) }),
        (42, joined("Dr N", Specialty::Rheumatology, Presence::Room)),
        (43, joined("Dr X", Specialty::Other, Presence::Room)),
    ];
    let found = with(three(), more);
    assert!(found.running().is_none() && found.people.iter().all(|one| !one.is_there()));
    assert_eq!(found.people[0].person.specialty, Specialty::Rheumatology, "a correction of the sheet is kept");
}

#[test]
fn a_clock_that_goes_backwards_never_takes_time_away() {
    let found = session(vec![
        (10, opened()),
        (10, SessionAct::Started { case: case(1) }),
        (5, SessionAct::Paused { case: case(1) }),
    ]);
    assert_eq!(found.passage(&case(1)).unwrap().seconds(at(60)), 0);
}

#[test]
fn what_must_be_said_is_missed() {
    let mut opening = opened();
    if let SessionAct::Opened(opening) = &mut opening {
        opening.chair = " ".to_owned();
    }
    assert_eq!(opening.lacks(), Some("the chair"));
    let turned = SessionAct::Turned { case: case(1), mode: Mode::Record, rule: None, reason: String::new() };
    assert!(turned.lacks().is_some());
    assert_eq!(opened().lacks(), None);
}
