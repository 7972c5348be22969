//! `regards show --suppose`: a case of which facts are supposed otherwise says first that it is a hypothesis.

use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;

const CASE: &str = "cases/ln-2026-006-classe-v-1-6.yaml";

fn show(rest: &[&str]) -> Output {
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::cargo_bin("regards").unwrap();
    command.current_dir(Path::new(env!("CARGO_MANIFEST_DIR"))).env_clear().env("HOME", home.path());
    command.args(["show", CASE, "--date", "2026-11-23", "--lang", "en"]).args(rest).output().unwrap()
}

fn out(rest: &[&str]) -> String {
    let output = show(rest);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

const SUPPOSED: [&str; 4] = ["--suppose", "class=III,IV", "--suppose", "upcr=0,8 g/g"];

#[test]
fn a_hypothesis_says_first_that_it_is_one() {
    let text = out(&SUPPOSED);
    assert!(text.starts_with("HYPOTHESIS\n"), "{text}");
    let head = text.split("LN-2026-006").next().unwrap().replace('\u{a0}', " ");
    assert!(head.contains("Class: III+IV (instead of V)"), "{head}");
    assert!(head.contains("0.8 g/g (instead of 1.6 g/g)"), "{head}");
    assert!(head.contains("cells change") && head.contains(" → "), "{head}");
    let markdown = out(&[SUPPOSED.as_slice(), &["--format", "markdown"]].concat());
    assert!(markdown.starts_with("# HYPOTHESIS\n"), "{markdown}");
    assert!(!out(&[]).contains("HYPOTHESIS"));
}

#[test]
fn a_hypothesis_in_json_says_what_is_supposed_and_what_changes() {
    let json: Value = serde_json::from_str(&out(&[SUPPOSED.as_slice(), &["--format", "json"]].concat())).unwrap();
    let supposed = json["hypothesis"]["supposed"].as_array().unwrap();
    assert_eq!(supposed[0]["fact"], "class");
    assert_eq!(supposed[0]["supposed"]["classes"], serde_json::json!(["III", "IV"]));
    assert_eq!(supposed[1]["truth"]["number"], "1.6 g/g");
    let changed = json["hypothesis"]["changed"].as_array().unwrap();
    assert!(changed.iter().any(|cell| cell["before"] != cell["after"]));
    assert_eq!(json["facts"]["class"]["value"]["classes"], serde_json::json!(["III", "IV"]));
    let plain: Value = serde_json::from_str(&out(&["--format", "json"])).unwrap();
    assert!(plain.get("hypothesis").is_none());
}

#[test]
fn what_cannot_be_supposed_is_said_with_what_can() {
    for (written, said) in [
        ("egrf=40 mL/min", "Did you mean `egfr`?"),
        ("egrf=40 mL/min", "proteinuria"),
        ("moon=full", "pregnant"),
        ("egfr=40", "egfr"),
        ("egfr=900 mL/min", "250"),
        ("pregnant=perhaps", "yes, no, unknown"),
        ("class", "class=III,IV"),
    ] {
        let output = show(&["--suppose", written]);
        assert_eq!(output.status.code(), Some(2), "{written}");
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(error.contains(said), "{written}: {error}");
        assert!(output.stdout.is_empty());
    }
}

/// The alerts are those of the hypothesis, and it says which come with it.
#[test]
fn a_hypothesis_says_what_it_changes_of_safety() {
    let fallen = ["--suppose", "egfr=40 mL/min"];
    let text = out(&fallen).replace('\u{a0}', " ");
    assert!(text.contains("+ fall of eGFR (S25)"), "{text}");
    let json: Value = serde_json::from_str(&out(&[fallen.as_slice(), &["--format", "json"]].concat())).unwrap();
    let appear = json["hypothesis"]["safety"]["appear"].as_array().unwrap();
    assert!(appear.iter().any(|rule| rule == "S25"), "{appear:?}");
}
