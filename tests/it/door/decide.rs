//! A decision taken, amended, signed, told and followed up without the screen.

use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

fn regards(home: &Path) -> Command {
    let mut command = Command::cargo_bin("regards").unwrap();
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env_clear().env("HOME", home).env("LANG", "en_GB.UTF-8");
    command.env("USER", "secretary").args(["--db"]).arg(home.join("r.sqlite"));
    command
}

const CASE: &str = "LN-2026-006";
const BASE: [&str; 7] =
    ["decide", CASE, "--outcome", "decided", "--rationale", "Proteinuria persists under full blockade.", "--next=m3"];

fn answer(home: &Path, date: &str, arguments: &[&str]) -> (i32, String, String) {
    let output = regards(home).args(arguments).args(["--date", date]).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn what_is_missing_is_said_and_nothing_is_locked() {
    let home = tempfile::tempdir().unwrap();
    let (code, _, said) = answer(home.path(), "2026-11-26", &["decide", CASE, "--line", "mmf 2 g/d"]);
    assert_eq!(code, 1);
    assert!(said.contains("leaves the meeting") && said.contains("kdigo-2024"), "{said}");
    let (code, _, said) = answer(home.path(), "2026-11-26", &["decide", CASE, "--outcome", "perhaps"]);
    assert_eq!(code, 2);
    assert!(said.contains("perhaps") && said.contains("de-escalate"), "{said}");
    assert!(!home.path().join("r.sqlite").exists());
}

#[test]
fn a_masked_answer_covers_the_names_that_were_typed() {
    let all = ["decide", CASE, "--outcome", "decided", "--rationale", "Camille Testart asks for it.", "--next=m3"];
    let more = ["--line", "mmf 2 g/d", "--depart", "kdigo-2024=patient-choice", "--teller", "Camille Testart"];
    let all: Vec<&str> = all.into_iter().chain(more).collect();
    for format in ["text", "json"] {
        let home = tempfile::tempdir().unwrap();
        for last in [&["--dry-run"][..], &[]] {
            let plain: Vec<&str> = all.iter().copied().chain(["--dry-run", "--format", format]).collect();
            assert!(answer(home.path(), "2026-11-26", &plain).1.contains("Testart"));
            let masked: Vec<&str> = all.iter().chain(last).copied().chain(["--format", format, "--mask"]).collect();
            let (code, said, complaint) = answer(home.path(), "2026-11-26", &masked);
            assert_eq!(code, 0, "{complaint}");
            assert!(said.contains("asks for it") && !said.contains("Testart"), "{format} {last:?}: {said}");
        }
    }
}

#[test]
fn a_decision_goes_its_way_from_read_back_to_follow_up() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let more =
        ["--line", "mmf 2 g/d", "--depart", "kdigo-2024=other:she asks for it", "--position", "nephrology=agrees"];
    let more: Vec<&str> =
        more.into_iter().chain(["--dissent", "pathology=biopsy first", "--agreement", "majority"]).collect();
    let all: Vec<&str> = BASE.into_iter().chain(more).collect();
    let dry: Vec<&str> = all.iter().copied().chain(["--dry-run"]).collect();
    let (code, said, complaint) = answer(home, "2026-11-26", &dry);
    assert_eq!((code, complaint.as_str()), (0, ""), "{said}");
    assert!(said.contains("biopsy first") && said.contains("she asks for it"), "{said}");
    assert!(!home.join("r.sqlite").exists(), "a dry run locks nothing");

    let locked: Vec<&str> = all.iter().copied().chain(["--format", "json"]).collect();
    let (code, said, complaint) = answer(home, "2026-11-26", &locked);
    assert_eq!(code, 0, "{complaint}");
    let decision = json(&said);
    assert_eq!((decision["status"].as_str(), decision["case"].as_str()), (Some("GEN-067"), Some(CASE)));
    assert_eq!(decision["decision"]["agreement"], "majority");
    let id = decision["id"].as_str().unwrap().to_owned();

    let (_, said, _) = answer(home, "2026-12-10", &["due", "--format", "json"]);
    let due: Vec<String> =
        json(&said).as_array().unwrap().iter().map(|one| one["what"].as_str().unwrap().to_owned()).collect();
    assert!(due.contains(&"tell".to_owned()), "{said}");

    let (code, said, _) = answer(home, "2026-12-10", &["sign", &id, "--by", "Dr C", "--format", "json"]);
    assert_eq!((code, json(&said)["status"].as_str()), (0, Some("GEN-068")));
    assert_eq!(answer(home, "2026-12-10", &["sign", &id, "--by", "Dr C"]).0, 2, "once");
    let told = ["told", &id[..], "--answer", "accepts", "--by", "Dr A"];
    assert_eq!(answer(home, "2026-12-10", &told).0, 0);
    let follow = ["follow", &id[..], "--months", "3", "--fulfilment", "partial"];
    let (code, _, said) = answer(home, "2027-03-01", &follow);
    assert_eq!(code, 2, "{said}");
    let follow: Vec<&str> = follow.into_iter().chain(["--reason", "toxicity", "--upcr", "0.9 g/g"]).collect();
    assert_eq!(answer(home, "2027-03-01", &follow).0, 0);
    let (_, said, _) = answer(home, "2027-03-01", &["show", &id, "--format", "json"]);
    let shown = json(&said);
    assert_eq!(shown["after"].as_array().unwrap().len(), 3);
    assert_eq!(shown["after"][2]["reason"], "toxicity");

    let (code, said, complaint) = answer(
        home,
        "2027-03-01",
        &["amend", &id, "--reason", "dose", "--line", "mmf 1 g/d", "--next", "m3", "--format", "json"],
    );
    assert_eq!(code, 0, "{complaint}");
    let amended = json(&said);
    assert_eq!(
        (amended["version"].as_u64(), amended["status"].as_str()),
        (Some(2), Some("GEN-067")),
        "to be signed anew"
    );
    assert_eq!(amended["decision"]["dissent"][0]["words"], "biopsy first", "what is not named stays");
    let id = amended["id"].as_str().unwrap().to_owned();
    let (_, said, _) = answer(home, "2027-03-01", &["list", "--format", "json"]);
    assert_eq!(json(&said)[0]["status"], "GEN-067");
    assert_eq!(answer(home, "2027-03-01", &["close", &id]).0, 0);
    let (_, said, _) = answer(home, "2028-03-01", &["due"]);
    assert_eq!(said.trim(), "Nothing is due.");
    let (code, said, _) = answer(home, "2028-03-01", &["verify"]);
    assert_eq!(code, 0, "{said}");
}
