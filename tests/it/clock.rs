//! Days and hours at their edges: time zones, the nights on which clocks are set, leap days, the first and the last day.

use std::path::Path;

use assert_cmd::Command;
use regards::domain::Day;
use regards::meeting::Plan;
use regards::meeting::session::{Opening, Session, charter};
use regards::store::{Act, Ledger, MeetingAct, SessionAct};
use regards::text::Lang;

fn day(written: &str) -> Day {
    written.parse().unwrap()
}

/// A ledger with a meeting on this day, of which a case is begun and ended at these moments.
fn held(path: &Path, on: &str, moments: [&str; 2]) {
    let mut ledger = Ledger::open(path).unwrap();
    let opening = Opening {
        title: "RCP".to_owned(),
        reach: regards::domain::Reach::Regional,
        gathering: regards::domain::Gathering::Room,
        place: String::new(),
        chair: "Dr C".to_owned(),
        secretary: "S. B.".to_owned(),
        charter: charter().clone().unwrap(),
        agenda: vec!["LN-1".parse().unwrap()],
    };
    let case: regards::domain::CaseId = "LN-1".parse().unwrap();
    for (at, done) in [
        (moments[0], SessionAct::Opened(Box::new(opening))),
        (moments[0], SessionAct::Started { case: case.clone() }),
        (moments[1], SessionAct::Ended { case }),
        (moments[1], SessionAct::Closed),
    ] {
        let act = Act { at: at.parse().unwrap(), actor: "S. B.".to_owned() };
        ledger.record_meeting(&MeetingAct { meeting: day(on), done }, &act).unwrap();
    }
    assert!(ledger.verify().unwrap().is_sound());
}

fn said(folder: &Path, zone: &str, arguments: &[&str]) -> String {
    let mut command = Command::cargo_bin("regards").unwrap();
    command.current_dir(folder).env_clear().env("HOME", folder).env("LANG", "en_GB.UTF-8").env("TZ", zone);
    let output = command.args(arguments).args(["--db", "l.sqlite"]).output().unwrap();
    assert!(output.status.success(), "{zone} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Whether it is printed in summer or in winter, a meeting was when it was.
#[test]
fn a_meeting_is_told_in_the_time_of_its_own_day() {
    for (on, from, to, zone, there) in [
        ("2026-07-10", "2026-07-10T12:00:00Z", "2026-07-10T12:05:00Z", "Europe/Paris", "14:0"),
        ("2026-01-16", "2026-01-16T12:00:00Z", "2026-01-16T12:05:00Z", "Europe/Paris", "13:0"),
        ("2026-07-10", "2026-07-10T12:00:00Z", "2026-07-10T12:05:00Z", "America/St_Johns", "09:3"),
        ("2026-01-16", "2026-01-16T12:00:00Z", "2026-01-16T12:05:00Z", "America/St_Johns", "08:3"),
        ("2026-03-29", "2026-03-29T08:00:00Z", "2026-03-29T08:05:00Z", "Europe/Paris", "10:0"),
        ("2026-10-25", "2026-10-25T08:00:00Z", "2026-10-25T08:05:00Z", "Europe/Paris", "09:0"),
        ("2026-01-16", "2026-01-15T12:00:00Z", "2026-01-15T12:05:00Z", "Pacific/Kiritimati", "02:0"),
        // A month of fasting sets the clock back.
        ("2026-02-20", "2026-02-20T12:00:00Z", "2026-02-20T12:05:00Z", "Africa/Casablanca", "12:0"),
        ("2026-07-10", "2026-07-10T12:00:00Z", "2026-07-10T12:05:00Z", "UTC", "12:0"),
    ] {
        if !Path::new("/usr/share/zoneinfo").join(zone).exists() {
            continue;
        }
        let folder = tempfile::tempdir().unwrap();
        held(&folder.path().join("l.sqlite"), on, [from, to]);
        for arguments in [vec!["replay", on], vec!["minutes", on], vec!["meeting", "show", "--day", on]] {
            let text = said(folder.path(), zone, &arguments);
            assert!(text.contains(there), "{zone} {arguments:?}: {there} is not in {text}");
        }
    }
}

/// The hour that there is not, and the one that there is twice.
#[test]
fn the_nights_on_which_clocks_are_set_break_nothing() {
    for (on, from, to) in [
        ("2026-03-29", "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z"),
        ("2026-10-25", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"),
        ("2026-12-31", "2026-12-31T22:59:59Z", "2026-12-31T23:00:01Z"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("l.sqlite");
        held(&path, on, [from, to]);
        let ledger = Ledger::open(&path).unwrap();
        let session = Session::of(day(on), &ledger.meeting_acts(day(on), 0).unwrap());
        let ran = session.passages[0].seconds("2027-01-01T00:00:00Z".parse().unwrap());
        let expected = if on == "2026-12-31" { 2 } else { 3600 };
        assert_eq!(ran, expected, "a clock runs on, whatever hangs on the wall");
        for zone in ["Europe/Paris", "nowhere/at_all"] {
            said(folder.path(), zone, &["replay", on]);
            said(folder.path(), zone, &["due"]);
        }
    }
}

/// A clock that is set back between two acts: what was recorded is in the order of the journal, and a case took no time.
#[test]
fn a_clock_that_goes_backwards_within_a_case_takes_no_time_away() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    held(&path, "2026-11-26", ["2026-11-26T13:00:00Z", "2026-11-26T12:00:00Z"]);
    let ledger = Ledger::open(&path).unwrap();
    let session = Session::of(day("2026-11-26"), &ledger.meeting_acts(day("2026-11-26"), 0).unwrap());
    assert!(session.passages[0].seconds("2026-11-26T12:30:00Z".parse().unwrap()) >= 0);
    for arguments in [vec!["replay", "2026-11-26"], vec!["minutes", "2026-11-26"], vec!["verify"]] {
        said(folder.path(), "UTC", &arguments);
    }
}

#[test]
fn months_end_on_their_last_day_and_leap_days_come_when_they_do() {
    for (decided, typed, due) in [
        ("2024-02-29", "bio m12", "2025-02-28"),
        ("2024-02-29", "bio en 12 mois", "2025-02-28"),
        ("2024-02-29", "bio m48", "2028-02-29"),
        ("2026-01-31", "bio m1", "2026-02-28"),
        ("2024-01-31", "bio m1", "2024-02-29"),
        ("2026-11-30", "bio m3", "2027-02-28"),
        ("2027-11-30", "bio m3", "2028-02-29"),
        ("2026-12-31", "bio j1", "2027-01-01"),
        ("2026-12-28", "bio s1", "2027-01-04"),
        ("2028-02-28", "bio j1", "2028-02-29"),
        ("2027-02-28", "bio j1", "2027-03-01"),
        ("2099-12-31", "bio j60", "2100-03-01"),
    ] {
        let plan = Plan::of(typed, day(decided));
        let when = plan.actions[0].when.as_ref().and_then(|when| when.day);
        assert_eq!(when, Some(day(due)), "{typed} from {decided}");
    }
}

#[test]
fn no_day_is_too_early_or_too_late_to_count_from() {
    let days = ["0001-01-01", "1900-02-28", "2024-02-29", "9999-12-31"];
    let typed = "mmf 2 g/j m3 ; pred 40 mg/j -> 5 en s24 ; bio m1 m3 m999999999 j99999999999999999999 ; si upcr m4294967295 > 1 : représenter ; \
                 cible upcr < 0,7 g/g m120000 ; représenter m99999999 ; bio en 12 mois 9999-12-31 0000-00-00 31/02/2026";
    for decided in days {
        let Ok(decided) = decided.parse::<Day>() else { continue };
        let plan = Plan::of(typed, decided);
        assert!(!plan.lines.is_empty());
        for lang in Lang::ALL {
            // Nothing that was typed is dropped, whenever it would be due.
            let again = Plan::of(&plan.printed(*lang), decided);
            assert_eq!(again.lines.len(), plan.lines.len(), "{}", plan.printed(*lang));
        }
    }
}
