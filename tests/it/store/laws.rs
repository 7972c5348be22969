//! Whatever is done, in whatever order: the tables are what the journal makes of them, and a meeting makes sense.

use proptest::prelude::*;
use proptest::sample::select;
use regards::domain::{
    ActionEnd, CourseOutcome, Fulfilment, Gathering, Interest, Minutes, NotDone, PatientAnswer, Reach,
};
use regards::meeting::FollowUp;
use regards::meeting::session::{Attendee, Opening, PassageState, Session, Span, Stage, charter, quorum};
use regards::store::{AfterAct, Agenda, DecisionAct, Ledger, Looked, MeetingAct, SessionAct, StoreError};

use super::*;

/// Names as attendance sheets have them, and as nobody should write them.
const NAMES: [&str; 9] = [
    "Dr N",
    "Dr N ",
    "d'Hérouville-Œuvray",
    "O'Neil \"le Grand\"; DROP TABLE event",
    "李 雷",
    "\u{202e}Dr\u{200b} X",
    "nom\nsur deux lignes\ttabulé",
    "nul\u{0}dedans",
    "👩‍⚕️",
];

#[derive(Debug, Clone)]
enum Doing {
    Lock { case: u8, meeting: Option<u8>, words: String },
    Amend { nth: usize, words: String },
    Postpone { case: u8, words: String },
    Suppose { case: u8, words: String },
    Order { meeting: Option<u8>, cases: Vec<u8> },
    Say { meeting: u8, acts: Vec<SessionAct>, minute: i64 },
    After { nth: usize, done: AfterAct },
    Draft { case: u8, words: String, stale: bool },
    Drop { case: u8 },
    Look { words: String },
    Purge { minutes: i64 },
}

fn words() -> impl Strategy<Value = String> {
    "[ -~àéœ]{1,40}"
}

fn number() -> impl Strategy<Value = u8> {
    0..6_u8
}

fn a_case() -> impl Strategy<Value = CaseId> {
    number().prop_map(|number| case(&format!("LN-{number}")))
}

fn name() -> impl Strategy<Value = String> {
    select(&NAMES[..]).prop_map(str::to_owned)
}

fn doing() -> impl Strategy<Value = Doing> {
    let meeting = || proptest::option::of(1..4_u8);
    prop_oneof![
        3 => (number(), meeting(), words()).prop_map(|(case, meeting, words)| Doing::Lock { case, meeting, words }),
        2 => (any::<usize>(), words()).prop_map(|(nth, words)| Doing::Amend { nth, words }),
        1 => (number(), words()).prop_map(|(case, words)| Doing::Postpone { case, words }),
        1 => (number(), words()).prop_map(|(case, words)| Doing::Suppose { case, words }),
        1 => (meeting(), proptest::collection::vec(number(), 0..5))
            .prop_map(|(meeting, cases)| Doing::Order { meeting, cases }),
        6 => (1..3_u8, proptest::collection::vec(session_act(), 1..4), 0..300_i64)
            .prop_map(|(meeting, acts, minute)| Doing::Say { meeting, acts, minute }),
        2 => (any::<usize>(), after_act()).prop_map(|(nth, done)| Doing::After { nth, done }),
        1 => (number(), words(), any::<bool>()).prop_map(|(case, words, stale)| Doing::Draft { case, words, stale }),
        1 => number().prop_map(|case| Doing::Drop { case }),
        1 => words().prop_map(|words| Doing::Look { words }),
        1 => (0..30_i64).prop_map(|minutes| Doing::Purge { minutes }),
    ]
}

/// Every act of a meeting, in whatever order.
fn session_act() -> impl Strategy<Value = SessionAct> {
    let blank = || prop_oneof![4 => words(), 1 => Just(" ".to_owned())];
    let person = (name(), select(Specialty::ALL), select(Role::ALL), proptest::option::of(words()))
        .prop_map(|(name, specialty, role, centre)| Participant { name, specialty, role, centre });
    let turned = (a_case(), select(Mode::ALL), proptest::option::of(words()), blank());
    prop_oneof![
        2 => (blank(), name(), proptest::collection::vec(a_case(), 0..4)).prop_map(opened),
        3 => (person, select(Presence::ALL)).prop_map(|(person, presence)| SessionAct::Joined { person, presence }),
        2 => name().prop_map(|person| SessionAct::Left { person }),
        1 => (name(), select(Interest::ALL), words())
            .prop_map(|(person, interest, words)| SessionAct::Declared { person, interest, words }),
        1 => (name(), a_case()).prop_map(|(person, case)| SessionAct::Recused { person, case }),
        1 => (name(), a_case()).prop_map(|(person, case)| SessionAct::Returned { person, case }),
        1 => (a_case(), blank()).prop_map(|(case, reason)| SessionAct::Added { case, reason }),
        1 => turned.prop_map(|(case, mode, rule, reason)| SessionAct::Turned { case, mode, rule, reason }),
        1 => (a_case(), 1..1440_u32)
            .prop_map(|(case, time)| SessionAct::Budgeted { case, time: Minutes::new(time).unwrap() }),
        3 => a_case().prop_map(|case| SessionAct::Started { case }),
        1 => a_case().prop_map(|case| SessionAct::Paused { case }),
        1 => a_case().prop_map(|case| SessionAct::Ended { case }),
        1 => Just(SessionAct::BreakBegan),
        1 => Just(SessionAct::BreakEnded),
        1 => (a_case(), blank()).prop_map(|(case, reason)| SessionAct::CarriedOver { case, reason }),
        2 => Just(SessionAct::Closed),
    ]
}

fn opened((chair, secretary, agenda): (String, String, Vec<CaseId>)) -> SessionAct {
    SessionAct::Opened(Box::new(Opening {
        title: "RCP lupus".to_owned(),
        reach: Reach::Regional,
        gathering: Gathering::Hybrid,
        place: String::new(),
        chair,
        secretary,
        charter: charter().clone().unwrap(),
        agenda,
    }))
}

/// Every act after a decision.
fn after_act() -> impl Strategy<Value = AfterAct> {
    let on = || (1..28_u32).prop_map(|n| day(&format!("2026-05-{n:02}")));
    let followed = (
        on(),
        select(&[3_u32, 6, 12][..]),
        select(Fulfilment::ALL),
        proptest::option::of(select(NotDone::ALL)),
        proptest::option::of(select(CourseOutcome::ALL)),
        words(),
    );
    prop_oneof![
        words().prop_map(|by| AfterAct::Signed { by }),
        (on(), words(), select(PatientAnswer::ALL), words()).prop_map(|(on, by, answer, words)| AfterAct::Told {
            on,
            by,
            answer,
            words
        }),
        followed.prop_map(|(on, months, fulfilment, reason, outcome, words)| {
            AfterAct::Followed(FollowUp {
                on,
                months,
                fulfilment,
                per_line: vec![(1, fulfilment)],
                reason,
                outcome,
                upcr: Some("0,9 g/g".to_owned()),
                egfr: None,
                sledai: Some(4),
                steroid: None,
                words,
            })
        }),
        (1..4_u32, on(), select(ActionEnd::ALL), words()).prop_map(|(action, on, end, words)| AfterAct::ActionEnded {
            action,
            on,
            end,
            words
        }),
        (on(), any::<bool>(), words()).prop_map(|(on, met, words)| AfterAct::BranchSettled {
            branch: "B1".to_owned(),
            on,
            met,
            words
        }),
        words().prop_map(|words| AfterAct::Closed { words }),
    ]
}

type Done = Vec<(DecisionId, Locked)>;

/// Does it; a refusal that the ledger owes us is an answer too.
fn act(ledger: &mut Ledger, done: &mut Done, doing: &Doing, minute: i64) {
    let by = by("Dr A", minute);
    let owed = |recorded: Result<(), StoreError>| match recorded {
        Ok(()) | Err(StoreError::Blank(_) | StoreError::DraftConflict { .. }) => {}
        Err(other) => panic!("{other}"),
    };
    match doing {
        Doing::Lock { case, meeting, words } => {
            let meeting = meeting.map(|n| day(&format!("2026-0{n}-01")));
            lock(ledger, done, Locked { meeting, ..saying(&format!("LN-{case}"), words) }, &by);
        }
        Doing::Amend { nth, words } => {
            let Some((seen, before)) = done.get(nth % done.len().max(1)).cloned() else { return };
            let amended = amending(before.case_id.as_str(), seen, words);
            lock(ledger, done, Locked { meeting: before.meeting, ..amended }, &by);
        }
        Doing::Postpone { case, words } => owed(ledger.postpone(&postponement(&format!("LN-{case}"), words), &by)),
        Doing::Suppose { case, words } => owed(ledger.suppose(&hypothesis(&format!("LN-{case}"), words), &by)),
        Doing::Order { meeting, cases } => {
            let meeting = meeting.map(|n| day(&format!("2026-0{n}-01")));
            let cases = cases.iter().map(|number| case(&format!("LN-{number}"))).collect();
            owed(ledger.order_agenda(&Agenda { meeting, cases }, &by));
        }
        Doing::Say { meeting, acts, minute } => {
            let meeting = day(&format!("2026-0{meeting}-01"));
            let acts: Vec<_> = acts.iter().map(|done| MeetingAct { meeting, done: done.clone() }).collect();
            // The clock of another terminal: it may go backwards.
            owed(ledger.record_all(&acts, &super::by("S. B.", *minute)).map(drop));
        }
        Doing::After { nth, done: what } => {
            let nobody: DecisionId = "0192f3a0-0000-7000-8000-000000000000".parse().unwrap();
            let known = done.get(nth % (done.len() + 1)).map(|(id, _)| *id);
            let recorded =
                ledger.record_after(&DecisionAct { decision: known.unwrap_or(nobody), done: what.clone() }, &by);
            match recorded {
                Err(StoreError::UnknownDecision(_)) if known.is_none() => {}
                other => owed(other.map(drop)),
            }
        }
        Doing::Draft { case: number, words, stale } => {
            let id = case(&format!("LN-{number}"));
            let seen = ledger.draft(&id).unwrap().map(|draft| draft.revision).filter(|_| !stale);
            owed(ledger.save_draft(&id, words, seen, &by).map(drop));
        }
        Doing::Drop { case: number } => {
            let id = case(&format!("LN-{number}"));
            if let Some(draft) = ledger.draft(&id).unwrap() {
                owed(ledger.drop_draft(&id, draft.revision, &by));
            }
        }
        Doing::Look { words } => owed(ledger.looked(Looked::Search, words, &by)),
        Doing::Purge { minutes } => owed(ledger.purge_accesses(start() + TimeDelta::minutes(*minutes), &by).map(drop)),
    }
}

fn lock(ledger: &mut Ledger, done: &mut Done, given: Locked, by: &Act) {
    match ledger.lock(&given, None, by) {
        Ok(id) => done.push((id, given)),
        Err(StoreError::AlreadyDecided(_) | StoreError::Superseded(_)) => {}
        Err(other) => panic!("{other}"),
    }
}

/// What holds of a meeting whatever was said of it.
fn makes_sense(session: &Session) {
    let running = session.passages.iter().filter(|one| one.state == PassageState::Running);
    assert!(running.count() <= 1, "one clock at most runs");
    let open_ended = |spans: &[Span]| spans.iter().filter(|span| span.to.is_none()).count();
    for passage in &session.passages {
        let runs = usize::from(passage.state == PassageState::Running);
        assert_eq!(open_ended(&passage.spans), runs, "a clock has no end while it runs, and only then: {passage:?}");
        assert!(passage.seconds(start()) >= 0);
    }
    for Attendee { stays, .. } in &session.people {
        assert!(stays.iter().rev().skip(1).all(|stay| stay.to.is_some()), "nobody comes twice without leaving");
        assert!(stays.iter().all(|stay| stay.to.is_none_or(|to| to >= stay.from)));
    }
    assert_eq!(open_ended(&session.open), usize::from(session.is_open()));
    assert_eq!(open_ended(&session.breaks), usize::from(session.stage == Stage::Break));
    assert!(session.seconds(start()) >= 0 && session.break_due(start()).is_none_or(|_| session.is_open()));
    if session.stage == Stage::Closed {
        assert!(session.people.iter().all(|one| !one.is_there()), "nobody is in a meeting that is closed");
        assert_eq!(session.running(), None, "no clock runs in a meeting that is closed");
    }
    for passage in &session.passages {
        drop(quorum(session, Some(&passage.case)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_tables_are_what_the_journal_makes_of_them(doings in proptest::collection::vec(doing(), 0..28)) {
        let mut ledger = Ledger::open_in_memory().unwrap();
        let mut done = Vec::new();
        for (minute, doing) in (0..).zip(&doings) {
            act(&mut ledger, &mut done, doing, minute);
        }
        let (live, seen) = (tables(ledger.connection()), views(ledger.connection()));
        ledger.rebuild().unwrap();
        prop_assert_eq!(tables(ledger.connection()), live);
        prop_assert_eq!(views(ledger.connection()), seen);
        prop_assert_eq!(ledger.verify().unwrap().faults, vec![]);

        // Everything locked is readable as it was, and every decision has exactly one version in force.
        for (id, given) in &done {
            let found = ledger.decision(*id).unwrap().unwrap();
            prop_assert_eq!(&found.locked, given);
            prop_assert_eq!(found.versions.iter().filter(|entry| entry.is_current).count(), 1);
        }
        let firsts = done.iter().filter(|(_, given)| given.amends.is_none()).count();
        prop_assert_eq!(ledger.count().unwrap(), firsts as u64);

        for meeting in [day("2026-01-01"), day("2026-02-01")] {
            makes_sense(&Session::of(meeting, &ledger.meeting_acts(meeting, 0).unwrap()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_meeting_makes_sense_after_every_act(acts in proptest::collection::vec((session_act(), 0..300_i64), 0..60)) {
        let mut session = Session::new(day("2026-02-20"));
        for (seq, (what, minute)) in (1..).zip(acts) {
            let at = start() + TimeDelta::minutes(minute);
            session.take(&regards::store::Logged { seq, at, actor: "S. B.".to_owned(), what });
            makes_sense(&session);
        }
    }
}
