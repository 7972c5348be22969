//! A patient across meetings, a meeting as it was, two decisions beside each other: what the ledger tells, what the commands say.

use assert_cmd::Command;
use regards::archive::Happened;
use regards::domain::{CourseOutcome, Fulfilment};
use regards::meeting::{Did, FollowUp, Moment};
use serde_json::Value;

use super::*;

fn followed() -> AfterAct {
    AfterAct::Followed(FollowUp {
        on: day("2026-05-20"),
        months: 3,
        fulfilment: Fulfilment::Complete,
        per_line: Vec::new(),
        reason: None,
        outcome: Some(CourseOutcome::Partial),
        upcr: Some("0,9 g/g".to_owned()),
        egfr: None,
        sledai: None,
        steroid: None,
        words: String::new(),
    })
}

/// A meeting with two decisions, the first followed and amended afterwards.
fn held(path: &Path) -> Ledger {
    let mut ledger = Ledger::open(path).unwrap();
    let mut minute = 0;
    let mut at = || {
        minute += 1;
        by("S. B.", minute)
    };
    let act = |done| MeetingAct { meeting: day("2026-02-20"), done };
    let person =
        Participant { name: "Dr Nadal".to_owned(), specialty: Specialty::Nephrology, role: Role::Expert, centre: None };
    ledger.record_meeting(&act(sessions::opened()), &at()).unwrap();
    ledger.record_meeting(&act(SessionAct::Joined { person, presence: Presence::Room }), &at()).unwrap();
    ledger.record_meeting(&act(SessionAct::Started { case: case("LN-1") }), &at()).unwrap();
    let first = ledger.lock(&saying("LN-1", "premier choix"), None, &at()).unwrap();
    ledger.record_meeting(&act(SessionAct::Ended { case: case("LN-1") }), &at()).unwrap();
    ledger.postpone(&postponement("LN-3", "biopsie attendue"), &at()).unwrap();
    ledger.lock(&locked("LN-2"), None, &at()).unwrap();
    let reason = "temps écoulé".to_owned();
    ledger.record_meeting(&act(SessionAct::CarriedOver { case: case("LN-4"), reason }), &at()).unwrap();
    ledger.record_meeting(&act(SessionAct::Closed), &at()).unwrap();
    ledger.record_after(&DecisionAct { decision: first, done: followed() }, &at()).unwrap();
    let amended = Locked { room: None, ..amending("LN-1", first, "second choix") };
    ledger.lock(&amended, None, &at()).unwrap();
    ledger
}

#[test]
fn a_meeting_is_replayed_in_the_order_of_its_journal_up_to_its_close() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = held(&folder.path().join("l.sqlite"));
    let replay = ledger.replay(day("2026-02-20")).unwrap().unwrap();
    let told: Vec<String> = replay
        .steps
        .iter()
        .map(|step| match &step.what {
            Happened::Act(act) => act.code().to_owned(),
            Happened::Decided(past) => format!("decided {} {}", past.case_id, past.version),
            Happened::Postponed(one) => format!("postponed {}", one.postponement.case_id),
        })
        .collect();
    assert_eq!(
        told,
        [
            "opened",
            "joined",
            "started",
            "decided LN-1 1",
            "ended",
            "postponed LN-3",
            "decided LN-2 1",
            "carried-over",
            "closed"
        ]
    );
    let room = replay.session_at(3);
    assert!(room.is_open());
    assert_eq!(room.people.len(), 1);
    assert_eq!(replay.session_at(4).passage(&case("LN-1")).unwrap().seconds(replay.steps[4].at), 120);
    assert_eq!(ledger.replay(day("2026-03-20")).unwrap(), None);
}

#[test]
fn a_timeline_tells_what_was_done_after_a_decision_and_in_meetings() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = held(&folder.path().join("l.sqlite"));
    let told = |moments: &[Moment]| -> Vec<String> {
        moments
            .iter()
            .map(|moment| match moment {
                Moment::Decided(past) => format!("{} {}", past.case_id, past.version),
                Moment::Postponed(one) => format!("{} put off", one.postponement.case_id),
                Moment::Supposed(_) => "supposed".to_owned(),
                Moment::Done(deed) => match &deed.what {
                    Did::After(act) => format!("{} {}", deed.case_id, act.done.code()),
                    Did::Meeting(act) => format!("{} {}", deed.case_id, act.done.code()),
                },
            })
            .collect()
    };
    let history = ledger.history(&case("LN-1")).unwrap();
    assert_eq!(told(&history), ["LN-1 1", "LN-1 ended", "LN-1 followed", "LN-1 2"], "clocks are no moments");
    assert!(history.iter().all(|moment| moment.alias() == Some(&alias("H. B."))));
    let across = ledger.history_of(&alias("H. B.")).unwrap();
    assert_eq!(
        told(&across),
        ["LN-1 1", "LN-1 ended", "LN-3 put off", "LN-2 1", "LN-1 followed", "LN-1 2"],
        "a case of which nothing was decided under it is not joined"
    );
    assert_eq!(told(&ledger.history(&case("LN-4")).unwrap()), ["LN-4 carried-over"]);
}

struct Home(tempfile::TempDir);

impl Home {
    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        let mut command = Command::cargo_bin("regards").unwrap();
        command.current_dir(self.0.path()).env_clear().env("HOME", self.0.path()).env("LANG", "en_GB.UTF-8");
        command.env("TZ", "UTC");
        let output = command.args(arguments).args(["--db", "l.sqlite"]).output().unwrap();
        // Where lines are broken does not matter here.
        let text =
            |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.run(&[arguments, &["--format", "json"]].concat()).1).unwrap()
    }
}

fn home() -> Home {
    let folder = tempfile::tempdir().unwrap();
    drop(held(&folder.path().join("l.sqlite")));
    Home(folder)
}

#[test]
fn history_and_replay_are_told_in_words_and_json() {
    let home = home();
    let (code, said, _) = home.run(&["history", "LN-1"]);
    assert_eq!(code, 0, "{said}");
    for part in
        ["meeting · ended", "look back at 3 months, 20 May 2026 · carried out", "biologie reçue après la réunion"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    let (code, said, _) = home.run(&["history", "H. B.", "--lang", "fr"]);
    assert_eq!((code, said.contains("LN-1, LN-3, LN-2. Deux patients peuvent")), (0, true), "{said}");
    let json = home.json(&["history", "H. B.", "--mask"]);
    assert_eq!(json["moments"].as_array().unwrap().len(), 6);
    assert!(!json.to_string().contains("H. B."), "{json}");
    let (code, _, said) = home.run(&["history", "Nobody"]);
    assert_eq!((code, said.contains("Nothing is recorded of Nobody.")), (1, true), "{said}");

    let (code, said, _) = home.run(&["replay", "2026-02-20"]);
    assert_eq!(code, 0, "{said}");
    for part in
        ["Dr Nadal comes (Nephrology, in the room)", "LN-1 is done with after 02:00", "read with acr-2024 (2024)"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    let (_, said, _) = home.run(&["replay", "2026-02-20", "--mask"]);
    assert!(!said.contains("Nadal"), "{said}");
    let json = home.json(&["replay", "2026-02-20"]);
    assert_eq!(json["steps"][4]["seconds"], 120);
    assert_eq!(json["steps"][3]["quorum"], "ORG-133", "as it was locked");
    let (code, _, said) = home.run(&["replay", "2026-03-20"]);
    assert_eq!((code, said.contains("Nothing is recorded of a meeting on 20 Mar 2026.")), (1, true), "{said}");
}

#[test]
fn two_decisions_are_compared_the_older_first() {
    let home = home();
    let ids: Vec<String> = home.json(&["history", "LN-1"])["moments"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|moment| moment["kind"] == "decided")
        .map(|moment| moment["decision"].as_str().unwrap().to_owned())
        .collect();
    let (code, said, _) = home.run(&["compare", &ids[1], &ids[0]]);
    assert_eq!(code, 0, "{said}");
    for part in [
        "[-premier-] [+second+] choix",
        "Amended: biologie reçue après la réunion",
        "What had come of the first",
        "look back at 3 months, 20 May 2026: carried out · partial response",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let json = home.json(&["compare", &ids[1], &ids[0]]);
    assert_eq!((&json["before"]["version"], &json["after"]["version"]), (&1.into(), &2.into()));
    assert_eq!(json["decision"][0]["was"], "premier choix");
    let (code, _, said) = home.run(&["compare", &ids[0], "01234567"]);
    assert_eq!(code, 3, "{said}");
}

#[test]
fn precedents_are_told_in_words_and_json() {
    let home = home();
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/ln-2026-006-classe-v-1-6.yaml");
    let file = file.to_str().unwrap();
    let (code, said, _) = home.run(&["precedents", file, "--date", "2026-11-28"]);
    assert_eq!(code, 0, "{said}");
    for part in [
        "This case: class: pure V · UPCR: 1.6 g/g",
        "A measure of this program's own, not validated",
        "Not known: class",
        "What came of it: at 3 months, carried out · partial response · UPCR 0.9 g/g",
        "same pseudonym: perhaps the same patient",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let json = home.json(&["precedents", file, "--date", "2026-11-28", "--limit", "1", "--mask"]);
    assert_eq!(json["precedents"].as_array().unwrap().len(), 1);
    assert_eq!(json["measure"]["validated"], false);
    assert_eq!(json["precedents"][0]["dimensions"][0]["likeness"], "unknown");
    assert!(json["precedents"][0].get("alias").is_none());
    let (code, _, _) = home.run(&["precedents", "LN-404"]);
    assert_eq!(code, 3);
    std::fs::remove_file(home.0.path().join("l.sqlite")).unwrap();
    drop(Ledger::open(&home.0.path().join("l.sqlite")).unwrap());
    let (code, said, _) = home.run(&["precedents", file]);
    assert_eq!((code, said.contains("No decision on another case is recorded yet.")), (1, true), "{said}");
}
